//! What has no end is refused at a limit, and a run ends as it was asked to; more of it is tried in tests/harness.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Stdio};

use super::{Folder, Run, finish};

/// A run under a limit that the shell sets.
fn limited(folder: &Folder, limit: &str, arguments: &str) -> Run {
    let script = format!("ulimit {limit}; exec \"$0\" {arguments}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_enregard")]);
    finish(
        shell
            .current_dir(folder.path())
            .env("XDG_DATA_DIRS", crate::NO_DATA),
    )
}

#[test]
fn a_file_beyond_the_limit_is_refused_whatever_it_is_read_for() {
    let folder = Folder::new();
    folder.put("long", "un mot\n".repeat(1000));
    folder.put("line", "mot ".repeat(1000));
    folder.put("g.vec", "[0]:[0]:0.1\n");
    folder.put(
        "m.csv",
        format!("a_text,b_text\n\"{}\",x\n", "mot ".repeat(1000)),
    );
    folder.put(
        "m.jsonl",
        format!(
            "{{\"a_text\": \"{}\", \"b_text\": \"x\"}}\n",
            "mot ".repeat(1000)
        ),
    );
    for arguments in [
        "long b.txt",
        "a.txt long",
        "a.txt b.txt --lexicon long",
        "a.txt b.txt --thesaurus long",
        "apply long a.txt b.txt",
        "segment long",
        "learn long b.txt",
        "evaluate long g.vec",
        "evaluate g.vec long",
        "words line",
        "batch m.csv",
        "batch m.jsonl",
    ] {
        let run = folder.run(&format!("{arguments} --max-size 2k"));
        assert_eq!(run.code, Some(2), "{arguments}: {run:?}");
        assert!(
            (run.stderr + &run.stdout).contains("longer than 2 KiB"),
            "{arguments}"
        );
    }
    // Any number of lines is streamed.
    let run = folder.run_with(
        "words --max-size 1k",
        "un mot ||| un mot\n".repeat(500).as_bytes(),
    );
    assert_eq!((run.code, run.stdout.lines().count()), (Some(0), 500));
    let run = folder.run_with(
        "batch - --summary --max-size 1k",
        "\n".repeat(100_000).as_bytes(),
    );
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    // What is held in memory has a limit all the same.
    let run = folder.run_with(
        "pairs --from - --max-size 1k",
        "{\"text\": \"Il pleut.\"}\n".repeat(1000).as_bytes(),
    );
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stderr.contains("longer than 1 KiB"), "{run:?}");
    for size in ["0", "x", "1Q", ""] {
        assert_eq!(
            folder.run(&format!("a.txt b.txt --max-size={size}")).code,
            Some(2)
        );
    }
}

#[test]
fn time_that_is_up_ends_a_run_that_waits() {
    let folder = Folder::new();
    let pipe = folder.path().join("silent");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    // A writer that never writes.
    let _writer = fs::File::options()
        .read(true)
        .write(true)
        .open(&pipe)
        .unwrap();
    for arguments in [
        "silent b.txt -o t.csv",
        "words silent",
        "apply silent a.txt b.txt",
        "a.txt b.txt --settings silent",
    ] {
        let run = folder.run(&format!("{arguments} --timeout 1"));
        assert_eq!(run.code, Some(2), "{arguments}: {run:?}");
        assert!(
            run.stderr.contains("not done after 1 s (--timeout)"),
            "{run:?}"
        );
    }
    assert!(!folder.path().join("t.csv").exists());
    assert_eq!(folder.run("a.txt b.txt -q --timeout 100").code, Some(0));
}

#[test]
fn limits_of_the_system_are_told_and_leave_what_was_there() {
    let folder = Folder::new();
    folder.put("a.txt", folder.get("a.txt").repeat(200));
    folder.put("b.txt", folder.get("b.txt").repeat(200));
    folder.put("t.html", "old");
    let before = folder.names();
    // A file of 8 blocks at most, as on a disk that is full.
    let run = limited(&folder, "-f 8", "a.txt b.txt -q -o t.html -o new.json");
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.stderr.contains("cannot be written: File too large"),
        "{run:?}"
    );
    // Room for the program to be loaded (some 30 MB without optimization), and not for the work.
    let run = limited(&folder, "-v 48000", "a.txt b.txt -q -o t.html -o new.json");
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        !run.stderr.is_empty() && !run.stderr.contains("panicked"),
        "{run:?}"
    );
    assert_eq!(
        (folder.get("t.html").as_str(), folder.names()),
        ("old", before)
    );
}

#[test]
fn no_more_threads_than_the_cores_can_use() {
    let folder = Folder::new();
    let cores = std::thread::available_parallelism().unwrap().get();
    // The number of threads while the command waits for its first text.
    let count = |arguments: &str, variable: &str| {
        let mut command = folder.command(arguments);
        command
            .env("RAYON_NUM_THREADS", variable)
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let mut child = command.spawn().unwrap();
        let tasks = format!("/proc/{}/task", child.id());
        let mut most = 0;
        for _ in 0..50 {
            most = most.max(fs::read_dir(&tasks).map_or(0, Iterator::count));
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        drop(child.stdin.take());
        child.wait().unwrap();
        most
    };
    for (arguments, variable) in [
        ("- b.txt --threads 65535", ""),
        ("- b.txt", "20000"),
        ("batch - --threads 5000", ""),
        ("words", "3000"),
        ("segment -", "3000"),
    ] {
        let threads = count(arguments, variable);
        assert!(
            (cores + 1..=4 * cores + 8).contains(&threads),
            "{arguments}: {threads}"
        );
    }
}

#[test]
fn a_width_that_no_terminal_has_is_no_request_for_memory() {
    let folder = Folder::new();
    for columns in ["99999999999", "18446744073709551615", "65536", "1e9"] {
        for view in ["side", "table", "inline"] {
            let mut command = folder.command(&format!("a.txt b.txt --view {view}"));
            let run = finish(command.env("COLUMNS", columns));
            assert_eq!(run.code, Some(0), "{columns}: {}", run.stderr);
            assert!(
                run.stdout.len() < 4_000_000,
                "{columns}: {} bytes",
                run.stdout.len()
            );
        }
    }
}

/// Whether whoever started the tests has a signal ignored, as shells do with interrupts of what runs in the background: programs keep to
/// that.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[test]
fn signals_end_a_run_by_the_signal() {
    use std::os::unix::process::ExitStatusExt;
    let folder = Folder::new();
    folder.put("t.csv", "old");
    for (name, number) in [("INT", 2), ("TERM", 15), ("HUP", 1), ("KILL", 9)] {
        if is_ignored(number) {
            continue;
        }
        let mut command = folder.command("- b.txt -q -o t.csv");
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(100));
        let id = child.id().to_string();
        let sent = Command::new("kill")
            .args(["-s", name, &id])
            .status()
            .unwrap();
        assert!(sent.success());
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
        assert_eq!(
            (folder.get("t.csv").as_str(), folder.names().len()),
            ("old", 3)
        );
    }
}

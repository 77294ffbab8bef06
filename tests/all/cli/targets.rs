//! What is written where: no file that is read is replaced, and what is no plain file is written to as it stands.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::process::Stdio;

use serde_json::json;

use super::{FIRST, Folder, SECOND, finish};

/// All files of a folder with what they hold.
fn contents(folder: &Folder) -> Vec<(String, String)> {
    let names = folder.names().into_iter();
    let files = names.filter(|name| folder.path().join(name).is_file());
    files
        .map(|name| (name.clone(), folder.get(&name)))
        .collect()
}

#[test]
fn no_file_that_is_read_is_written_whatever_it_is_read_for() {
    let folder = Folder::new();
    folder.put("enregard.toml", "view = 'summary'\n");
    folder.put("table.csv", folder.run("a.txt b.txt --format csv").stdout);
    let learned = folder
        .run("learn a.txt b.txt --min-count 1 --lang fr")
        .stdout;
    folder.put("words.tsv", learned);
    folder.put("th.dat", "UTF-8\nmajeur|1\n(adj)|principal\n");
    fs::hard_link(folder.path().join("a.txt"), folder.path().join("hard.csv")).unwrap();
    symlink("b.txt", folder.path().join("soft.csv")).unwrap();
    let before = contents(&folder);
    let (text, known) = ("one of the files compared", "a lexicon or thesaurus");
    for (arguments, role) in [
        ("a.txt b.txt -o criticmarkup:a.txt", text),
        ("a.txt b.txt -o csv:././b.txt", text),
        ("a.txt b.txt -o hard.csv", text),
        ("a.txt b.txt -o soft.csv", text),
        ("a.txt b.txt -o new.json -o soft.csv", text),
        (
            "a.txt b.txt --lang fr --lexicon words.tsv -o words.tsv",
            known,
        ),
        (
            "a.txt b.txt --lang fr --lexicon ./words.tsv -o md:words.tsv",
            known,
        ),
        ("a.txt b.txt --thesaurus th.dat -o vecalign:th.dat", known),
        (
            "a.txt b.txt -o criticmarkup:enregard.toml",
            "a settings file",
        ),
        ("apply table.csv a.txt b.txt -o md:b.txt", text),
        (
            "apply table.csv a.txt b.txt --lexicon words.tsv --lang fr -o words.tsv",
            known,
        ),
        ("learn a.txt b.txt -o a.txt", text),
        ("learn a.txt b.txt -o enregard.toml", "a settings file"),
    ] {
        let said = folder.trouble(arguments);
        assert!(said.contains(role), "{arguments}: {said}");
        assert_eq!(contents(&folder), before, "{arguments}");
    }
    // Settings that are not read are a file as any other.
    let run = folder.run("a.txt b.txt --no-settings -o criticmarkup:enregard.toml");
    assert_eq!(run.code, Some(0), "{run:?}");
}

#[test]
fn what_a_shell_has_opened_is_not_replaced_either() {
    let folder = Folder::new();
    let open = |name: &str| fs::File::open(folder.path().join(name)).unwrap();
    folder.put("g.vec", "[0]:[0]:0.1\n");
    folder.put("l.tsv", "");
    let append = |name: &str| {
        let path = folder.path().join(name);
        fs::File::options()
            .create(true)
            .append(true)
            .open(path)
            .unwrap()
    };
    let mut reads = folder.command("- b.txt -o md:a.txt");
    let run = finish(reads.stdin(open("a.txt")));
    assert!(run.stderr.contains("one of the files compared"), "{run:?}");
    let run = finish(folder.command("a.txt b.txt").stdout(append("a.txt")));
    assert!(
        run.stderr.contains("standard output: is one of the files"),
        "{run:?}"
    );
    for (arguments, name) in [
        ("segment a.txt", "a.txt"),
        ("learn a.txt b.txt", "b.txt"),
        ("find a.txt b.txt", "b.txt"),
        ("pairs a.txt b.txt", "a.txt"),
        ("evaluate g.vec g.vec", "g.vec"),
        ("words g.vec", "g.vec"),
        ("words a.txt --lexicon l.tsv", "l.tsv"),
    ] {
        let before = folder.get(name);
        let run = finish(folder.command(arguments).stdout(append(name)));
        assert!(
            run.stderr.contains("standard output: is "),
            "{arguments}: {run:?}"
        );
        assert_eq!((run.code, folder.get(name)), (Some(2), before));
    }
    let mut told = folder.command("a.txt b.txt -q -o csv:/dev/stderr");
    assert_eq!(finish(told.stderr(append("b.txt"))).code, Some(2));
    assert!(!folder.get("b.txt").contains("row,kind"));
    folder.put("b.txt", SECOND);
    let pair = json!({"a": "a.txt", "b": "b.txt"}).to_string() + "\n";
    folder.put("m.jsonl", &pair);
    // The answers would be read as pairs, without end.
    let run = finish(folder.command("batch m.jsonl").stdout(append("m.jsonl")));
    assert!(run.stderr.contains("is the manifest"), "{run:?}");
    let run = finish(
        folder
            .command("a.txt b.txt -o out.csv")
            .stdout(append("out.csv")),
    );
    assert!(
        run.stderr.contains("standard output goes there already"),
        "{run:?}"
    );
    assert_eq!(
        (folder.get("a.txt").as_str(), folder.get("m.jsonl")),
        (FIRST, pair)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn descriptors_are_written_to_between_what_others_write() {
    let folder = Folder::new();
    for target in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        folder.put("out.txt", "");
        folder.put("log.txt", "before\n");
        let script = format!(
            "{{ echo head; \"$0\" a.txt b.txt -q -o csv:{target}; echo foot; }} > out.txt\n\
             \"$0\" a.txt b.txt -q -o csv:{target} >> log.txt"
        );
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_enregard")]);
        finish(shell.current_dir(folder.path()));
        let table = folder.run("a.txt b.txt -q --format csv").stdout;
        assert_eq!(
            folder.get("out.txt"),
            format!("head\n{table}foot\n"),
            "{target}"
        );
        assert_eq!(
            folder.get("log.txt"),
            format!("before\n{table}"),
            "{target}"
        );
    }
    let said = folder.trouble("a.txt b.txt --format csv -o json:/dev/stdout");
    assert!(said.contains("standard output is taken"), "{said}");
}

#[test]
fn one_file_under_two_names_is_refused_before_any_work() {
    let folder = Folder::new();
    folder.put("t.csv", "old");
    fs::hard_link(folder.path().join("t.csv"), folder.path().join("h.csv")).unwrap();
    symlink("t.csv", folder.path().join("s.csv")).unwrap();
    symlink("new.csv", folder.path().join("d.csv")).unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    let before = contents(&folder);
    for (one, other) in [
        ("t.csv", "sub/../t.csv"),
        ("t.csv", "h.csv"),
        ("s.csv", "json:t.csv"),
        ("d.csv", "new.csv"),
        // One file where capitals, or ways to write an accent, are not told apart.
        ("n.csv", "N.CSV"),
        ("\u{e9}.csv", "e\u{301}.csv"),
        ("csv:/dev/stdout", "json:/dev/fd/1"),
    ] {
        // A file that is missing is not even looked for.
        let said = folder.trouble(&format!("a.txt none.txt -o {one} -o {other}"));
        assert!(
            said.contains("the same file is named twice"),
            "{one} {other}: {said}"
        );
        assert_eq!(contents(&folder), before);
    }
}

#[test]
fn links_keep_pointing_also_where_nothing_stands_yet() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("sub")).unwrap();
    symlink("sub/new.csv", folder.path().join("first.csv")).unwrap();
    symlink("first.csv", folder.path().join("link.csv")).unwrap();
    assert_eq!(folder.run("a.txt b.txt -q -o link.csv").code, Some(0));
    for name in ["link.csv", "first.csv"] {
        assert!(folder.path().join(name).is_symlink(), "{name}");
    }
    assert!(folder.get("sub/new.csv").starts_with("row,kind,"));
    symlink("x.csv", folder.path().join("y.csv")).unwrap();
    symlink("y.csv", folder.path().join("x.csv")).unwrap();
    symlink("none/z.csv", folder.path().join("z.csv")).unwrap();
    assert!(
        folder
            .trouble("a.txt b.txt -o x.csv")
            .contains("too many links")
    );
    assert!(
        folder
            .trouble("a.txt b.txt -o z.csv")
            .contains("there is no folder")
    );
    assert!(
        folder
            .trouble("a.txt b.txt -o new.csv/")
            .contains("the name of a folder")
    );
}

#[test]
fn a_pipe_with_a_name_is_written_to() {
    let folder = Folder::new();
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    assert_eq!(folder.run("a.txt b.txt -q -o pipe.csv").code, Some(0));
    assert!(reader.join().unwrap().starts_with("row,kind,"));
    assert!(!pipe.is_file());
}

#[test]
fn a_pipe_is_one_target_under_any_name_and_none_that_is_read() {
    let folder = Folder::new();
    let path = |name: &str| folder.path().join(name);
    let made = std::process::Command::new("mkfifo")
        .arg(path("pipe.csv"))
        .status();
    assert!(made.unwrap().success());
    symlink("pipe.csv", path("soft.csv")).unwrap();
    fs::hard_link(path("pipe.csv"), path("hard.csv")).unwrap();
    // Whoever opened it would wait for the other that never comes.
    for (arguments, part) in [
        ("a.txt b.txt -o pipe.csv -o json:soft.csv", "is named twice"),
        ("a.txt b.txt -o pipe.csv -o json:hard.csv", "is named twice"),
        (
            "pipe.csv b.txt -o csv:./soft.csv",
            "one of the files compared",
        ),
        ("a.txt hard.csv -o pipe.csv", "one of the files compared"),
        (
            "learn pipe.csv b.txt -o hard.csv",
            "one of the files compared",
        ),
        (
            "a.txt b.txt --lexicon soft.csv -o pipe.csv",
            "a lexicon or thesaurus",
        ),
    ] {
        let said = folder.trouble(&format!("{arguments} --timeout 20"));
        assert!(said.contains(part), "{arguments}: {said}");
    }
    // A device is read and written.
    assert_eq!(
        folder.run("/dev/null b.txt -q -o csv:/dev/null").code,
        Some(0)
    );
}

#[test]
fn names_need_not_be_utf_8() {
    let folder = Folder::new();
    let name = |bytes: &[u8]| std::ffi::OsString::from_vec(bytes.to_vec());
    for (argument, file, begins) in [
        (&b"tsv:out\xff.csv"[..], &b"out\xff.csv"[..], "row\tkind\t"),
        (b"csv:out\xff.txt", b"out\xff.txt", "row,kind,"),
        (b"out\xfe.json", b"out\xfe.json", "{\"schema\""),
    ] {
        let mut command = folder.command("a.txt b.txt -q -o");
        assert_eq!(finish(command.arg(name(argument))).code, Some(0));
        let written = fs::read_to_string(folder.path().join(name(file))).unwrap();
        assert!(written.starts_with(begins), "{written}");
    }
    folder.put(
        "m.jsonl",
        json!({"id": "x", "a": "a.txt", "b": "b.txt"}).to_string(),
    );
    let mut command = folder.command("batch m.jsonl -o");
    assert_eq!(finish(command.arg(name(b"fold\xff"))).code, Some(0));
    assert!(
        folder
            .path()
            .join(name(b"fold\xff"))
            .join("x.csv")
            .is_file()
    );
}

#[test]
fn a_table_that_comes_from_standard_input_is_not_impoverished() {
    let folder = Folder::new();
    let table = folder.run("a.txt b.txt --format csv").stdout;
    let table = table
        .replacen("row,", "mine,row,", 1)
        .replace("\n1,", "\nx,1,");
    folder.put("t.csv", table.replace("\n2,", "\ny,2,"));
    let before = folder.get("t.csv");
    let mut command = folder.command("apply - a.txt b.txt -o t.csv");
    let input = fs::File::open(folder.path().join("t.csv")).unwrap();
    let run = finish(command.stdin(Stdio::from(input)));
    assert!(
        run.stderr.contains("would lose its columns mine"),
        "{run:?}"
    );
    assert_eq!(folder.get("t.csv"), before);
}

#[test]
fn tables_of_a_batch_spare_the_manifest_and_every_file_it_names() {
    let folder = Folder::new();
    for name in ["one.csv", "two.csv", "0002-x.csv"] {
        folder.put(name, SECOND);
    }
    let line = |id: &str, a: &str, b: &str| json!({"id": id, "a": a, "b": b}).to_string() + "\n";
    folder.put(
        "pairs.csv",
        "id,a,b\npairs,a.txt,b.txt\nPAIRS,a.txt,b.txt\n",
    );
    // The text of a later pair; one that does not exist, and must not come to be a table; a link to one.
    symlink("one.csv", folder.path().join("link.csv")).unwrap();
    let pairs = line("two", "a.txt", "b.txt")
        + &line("three", "a.txt", "b.txt")
        + &line("link", "a.txt", "b.txt")
        + &line("ok", "one.csv", "two.csv")
        + &line("late", "a.txt", "three.csv");
    folder.put("m.jsonl", &pairs);
    let before = contents(&folder);
    let run = folder.run("batch pairs.csv -o .");
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stdout.contains("is the manifest"), "{run:?}");
    assert_eq!(contents(&folder), before);
    let run = folder.run("batch m.jsonl -o . --threads 1");
    let failed: Vec<bool> = run
        .stdout
        .lines()
        .map(|l| l.contains("\"error\""))
        .collect();
    assert_eq!(failed, [true, true, true, false, true], "{run:?}");
    assert!(run.stdout.contains("three.csv: no such file"), "{run:?}");
    let after = contents(&folder);
    assert!(before.iter().all(|file| after.contains(file)), "{after:?}");
    assert_eq!(after.len(), before.len() + 1);
}

#[test]
fn tables_of_folders_spare_both_folders() {
    let folder = Folder::new();
    for side in ["x", "y"] {
        fs::create_dir(folder.path().join(side)).unwrap();
        for name in ["0002-t.csv", "t.csv"] {
            folder.put(&format!("{side}/{name}"), FIRST);
        }
    }
    let run = folder.run("batch x y -o x");
    assert_eq!(run.code, Some(2), "{run:?}");
    assert_eq!(folder.get("x/0002-t.csv"), FIRST);
}

#[test]
fn pairs_that_come_one_by_one_replace_nothing() {
    let folder = Folder::new();
    folder.put("two.csv", SECOND);
    let pairs = json!({"id": "two", "a": "a.txt", "b": "b.txt"}).to_string()
        + "\n"
        + &json!({"id": "z", "a": "a.txt", "b": "two.csv"}).to_string();
    let run = folder.run_with("batch - -o .", pairs.as_bytes());
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.stdout
            .contains("might be a text of a pair still to come"),
        "{run:?}"
    );
    assert_eq!(folder.get("two.csv"), SECOND);
    assert!(folder.get("z.csv").starts_with("row,kind,"));
}

#[test]
fn ids_name_files_in_the_folder_only() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("out")).unwrap();
    folder.put("victim", "kept");
    symlink("../victim", folder.path().join("out/leads-out.csv")).unwrap();
    symlink("plain.csv", folder.path().join("out/other.csv")).unwrap();
    let long = "x".repeat(300);
    let ids = [
        ("plain", Ok("plain")),
        ("PLAIN", Err("an earlier pair is called PLAIN")),
        ("../../up", Ok("_.._up")),
        ("/tmp/absolute", Ok("_tmp_absolute")),
        ("nu\0l", Ok("nu_l")),
        ("NUL", Ok("NUL_")),
        ("back\\slash", Ok("back_slash")),
        ("back/slash", Err("an earlier pair is called back_slash")),
        ("turned\u{202e}vsc", Ok("turned_vsc")),
        ("unseen\u{200b}\u{61c}\u{feff}", Ok("unseen___")),
        ("\u{1b}]0;x\u{7}", Ok("_]0;x_")),
        ("\u{e9}t\u{e9}", Ok("\u{e9}t\u{e9}")),
        ("e\u{301}te\u{301}", Err("an earlier pair is called")),
        ("..", Ok("_")),
        (" dots. .", Ok("dots")),
        ("dots", Err("an earlier pair is called dots")),
        ("com1.csv", Ok("com1.csv_")),
        ("", Err("an earlier pair is called _")),
        ("leads-out", Err("a link that leads out of the folder")),
        ("other", Err("a link to the table of an earlier pair")),
        (long.as_str(), Err("too long")),
    ];
    let lines = ids.map(|(id, _)| json!({"id": id, "a": "a.txt", "b": "b.txt"}).to_string());
    folder.put("m.jsonl", lines.join("\n"));
    let before = contents(&folder);
    let run = folder.run("batch m.jsonl -o out");
    for (line, (id, expected)) in run.stdout.lines().zip(ids) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        match expected {
            Ok(name) => {
                assert_eq!(line["output"], format!("out/{name}.csv"), "{line}");
                assert!(folder.path().join(format!("out/{name}.csv")).is_file());
                // What is not called as it was asked is told.
                assert_eq!(
                    line["notes"].to_string().contains(name),
                    name != id,
                    "{line}"
                );
            }
            Err(part) => assert!(line["error"].to_string().contains(part), "{id}: {line}"),
        }
    }
    assert_eq!(contents(&folder), before);
}

//! Programs that get the text out of files: `--via`.

use super::{FIRST, Folder, Run, SECOND, finish};

fn via(folder: &Folder, arguments: &str, command: &str) -> Run {
    let mut run = folder.command(arguments);
    finish(run.arg("--via").arg(command))
}

#[test]
fn what_a_program_prints_is_the_text() {
    let folder = Folder::new();
    folder.put("a.pdf", format!("%PDF-1.7\n{FIRST}"));
    // Whatever the name says, it is text; and no option, whatever it is called.
    folder.put("-n.md", format!("# {SECOND}"));
    let arguments = "segment a.pdf --lang fr";
    assert!(
        folder
            .run(arguments)
            .stderr
            .contains("--via 'pdftotext {} -'")
    );
    for command in ["tail -n +2", "tail -n +2 {}", "'tail' \"-n\" +2"] {
        let run = via(&folder, arguments, command);
        assert!(run.stdout.contains("\tLes mesures principales"), "{run:?}");
    }
    let run = folder.run("segment --lang fr --via cat -- -n.md");
    assert!(run.stdout.contains("\t# Les mesures"), "{run:?}");
    let run = folder.run("segment --from markdown --lang fr --via cat -- -n.md");
    assert!(run.stdout.contains("\tLes mesures"), "{run:?}");
    // Of one file alone, and what is no name of a file.
    let run = via(
        &folder,
        "a.pdf b.txt --lang fr --format tsv",
        "A=tail -n +2",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let run = via(
        &folder,
        "a.txt b.txt --lang fr --format tsv",
        "env A=tail cat",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
}

#[test]
fn no_shell_is_run() {
    let folder = Folder::new();
    let run = via(&folder, "segment a.txt --lang fr", "echo $(id); >x | cat");
    assert!(run.stdout.contains("$(id); >x | cat a.txt"), "{run:?}");
    assert!(!folder.path().join("x").exists());
}

#[test]
fn a_program_that_fails_is_told_with_what_it_says() {
    let folder = Folder::new();
    for (command, said) in [
        (
            "sh -c 'echo no page 1 >&2; exit 3' {}",
            "failed (exit status: 3): no page",
        ),
        ("false", "failed (exit status: 1): it says nothing"),
        ("no-such-program-here", "cannot be started"),
        ("'cat", "a quotation mark is not closed"),
        ("", "a program is needed"),
        ("printf a\\\\0b", "holds"),
    ] {
        let run = via(&folder, "segment a.txt --lang fr", command);
        assert_eq!(run.code, Some(2), "{command}: {run:?}");
        assert!(
            run.stderr.contains(said) || said == "holds",
            "{command}: {run:?}"
        );
        assert_eq!(run.stdout, "");
    }
    let run = via(&folder, "segment none.txt --lang fr", "cat");
    assert!(run.stderr.contains("none.txt: no such file"), "{run:?}");
}

#[test]
fn what_prints_without_end_is_ended() {
    let folder = Folder::new();
    let run = via(&folder, "segment a.txt --max-size 100K", "yes");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("100 KiB"), "{run:?}");
    let run = via(&folder, "segment a.txt --timeout 1", "sleep 1000 #");
    assert!(
        run.stderr.contains("failed") || run.stderr.contains("not done after 1 s"),
        "{run:?}"
    );
    assert_eq!(run.code, Some(2));
    let run = via(
        &folder,
        "segment a.txt --timeout 1",
        "sh -c 'exec sleep 1000' {}",
    );
    assert!(run.stderr.contains("not done after 1 s"), "{run:?}");
}

#[test]
fn settings_name_no_program() {
    let folder = Folder::new();
    folder.put("enregard.toml", "via = \"touch x\"\n");
    folder.put("own.toml", "via = \"touch x\"\n");
    for arguments in [
        "a.txt b.txt",
        "a.txt b.txt --settings own.toml",
        "segment a.txt",
    ] {
        let run = folder.run(&format!("{arguments} --lang fr"));
        assert!(run.stderr.contains("via"), "{run:?}");
        assert!(!folder.path().join("x").exists(), "{arguments}");
    }
}

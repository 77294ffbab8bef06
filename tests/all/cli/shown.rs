//! Text is shown and never obeyed: whatever files are called and hold, nothing steers the terminal.
#![allow(clippy::unwrap_used)]

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;

use super::{FIRST, Folder, finish};

/// Names of files as a cloned repository may have them: a title of the window, colours, lines that look like ours, letters
/// that turn the others about, and what is no UTF-8.
const NAMES: [&[u8]; 6] = [
    b"x\x1b]0;PWNED\x07.txt",
    b"x\x1b[2J\x1b[31m.txt",
    b"x\nenregard: note: all is well.txt",
    "x\u{202e}txt.\u{200f}\u{2066}csv".as_bytes(),
    "x\u{9b}31m\u{85}\u{61c}\u{200e}\r\t\x7f.txt".as_bytes(),
    b"x\xff\x9b31m\x08.txt",
];

/// What a terminal would obey, or turn about.
fn steers(shown: &str) -> bool {
    shown.chars().any(|c| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[test]
fn names_of_files_steer_nothing_wherever_they_are_told() {
    let folder = Folder::new();
    folder.put("t.csv", folder.run("a.txt b.txt --format csv").stdout);
    let names = NAMES.map(|name| OsString::from_vec(name.to_vec()));
    for name in &names {
        fs::write(folder.path().join(name), FIRST).unwrap();
    }
    // Every name comes to every kind of message in a few runs.
    for turn in 0..3 {
        // `@` stands for the file, `%` for one that does not exist.
        for (n, line) in [
            "@ b.txt",
            "@ a.txt",
            "% b.txt",
            "@",
            "@ b.txt --explain 1",
            "@ b.txt --view summary --verbose",
            "@ b.txt --lang de --stats",
            "a.txt b.txt -o @",
            "a.txt b.txt -o %/t.csv",
            "a.txt b.txt --lexicon @",
            "a.txt b.txt --thesaurus %",
            "a.txt b.txt --settings @",
            "a.txt b.txt --encoding @",
            "a.txt b.txt --lang A=@",
            "a.txt b.txt --sigla @,B",
            "a.txt b.txt --view @",
            "a.txt b.txt --@",
            "segment @",
            "segment %",
            "words @",
            "words %",
            "evaluate @ b.txt",
            "evaluate % b.txt",
            "learn @ b.txt --lang fr",
            "learn % b.txt",
            "batch @",
            "batch %",
            "batch @ %",
            "apply @ a.txt b.txt",
            "apply t.csv @ b.txt",
            "apply t.csv b.txt @",
            "man @",
            "git-diff @",
            "git-diff @ a.txt 1 100644 @ 2 100755",
            "git-diff @ a.txt 1 100644 b.txt 2 100755 @ similarity",
            "git-diff @ @ 1 @ % 2 @",
        ]
        .into_iter()
        .enumerate()
        {
            let name = &names[(n + 2 * turn) % names.len()];
            let missing = OsString::from_vec([b"no", name.as_encoded_bytes()].concat());
            let mut command = folder.command("");
            for word in line.split(' ') {
                let mut argument = OsString::new();
                for part in word.split_inclusive(['@', '%']) {
                    argument.push(part.trim_end_matches(['@', '%']));
                    match part.as_bytes().last() {
                        Some(b'@') => argument.push(name),
                        Some(b'%') => argument.push(&missing),
                        _ => {}
                    }
                }
                command.arg(argument);
            }
            let output = command.output().unwrap();
            let stdout = String::from_utf8_lossy(&output.stdout);
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert!(
                !steers(&stderr) && !steers(&stdout),
                "{line}: {stdout:?} {stderr:?}"
            );
            // A name does not end the line, and so cannot begin one of its own.
            assert!(
                !stderr.contains("\nenregard: note: all is well"),
                "{line}: {stderr}"
            );
            assert!(
                matches!(output.status.code(), Some(0..=2)),
                "{line}: {output:?}"
            );
        }
    }
}

#[test]
fn what_texts_hold_steers_nothing_in_any_view() {
    let folder = Folder::new();
    let hostile = "Le \x1b]0;PWNED\x07mot \u{202e}gros\u{202c} est\u{200e} là\u{9b}31m.\nUn\u{200f}e \u{2066}suite\u{2069}\x08 vient\u{61c}.\n";
    folder.put("a.txt", hostile);
    folder.put(
        "b.txt",
        hostile.replace("mot", "m\x1bt").replace("suite", "fin"),
    );
    for view in ["side", "stacked", "inline", "table", "summary"] {
        for more in [
            "",
            "--show-typographic",
            "--stats",
            "--explain=1",
            "--signs never",
            "--unit clause",
        ] {
            let run = folder.run(&format!("a.txt b.txt --lang fr --view {view} {more}"));
            assert!(
                !steers(&run.stdout) && !steers(&run.stderr),
                "{view} {more}: {run:?}"
            );
        }
    }
    let shown = folder.run("a.txt b.txt --lang fr --view stacked").stdout;
    assert!(
        shown.contains("est\\u{200e}") && shown.contains("\\u{202e}gros"),
        "{shown}"
    );
}

#[test]
fn marks_of_direction_stay_in_texts_that_need_them() {
    let folder = Folder::new();
    folder.put("a.txt", "\u{200f}שלום לכולם, \u{200e}ABC\u{200f}.\n");
    folder.put("b.txt", "\u{200f}שלום לכל, \u{200e}ABC\u{200f}.\n");
    let run = folder.run("a.txt b.txt --view stacked");
    assert!(
        run.stdout.contains('\u{200f}') && !run.stdout.contains("\\u{200f}"),
        "{run:?}"
    );
}

#[test]
fn names_in_git_steer_nothing() {
    let folder = Folder::new();
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
        command.args(arguments).current_dir(folder.path());
        command.env(
            "GIT_EXTERNAL_DIFF",
            format!("'{}' git-diff", env!("CARGO_BIN_EXE_enregard")),
        );
        command
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("XDG_DATA_DIRS", crate::NO_DATA);
        finish(&mut command)
    };
    git(&["init", "-q"]);
    let names = NAMES.map(|name| OsString::from_vec(name.to_vec()));
    for name in names.iter().take(5) {
        fs::write(folder.path().join(name), FIRST).unwrap();
    }
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "x"]);
    for name in names.iter().take(5) {
        fs::write(folder.path().join(name), FIRST.replace("mesures", "choses")).unwrap();
    }
    fs::write(folder.path().join(&names[0]), "binary\0").unwrap();
    let run = git(&["diff"]);
    assert!(
        run.stdout.contains("PWNED") && run.stdout.contains("not compared"),
        "{run:?}"
    );
    assert!(!steers(&run.stdout) && !steers(&run.stderr), "{run:?}");
}

//! The command on a terminal: the pager, and the width. `script` (util-linux) makes the terminal.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::process::{Command, Stdio};

use crate::cli::{Folder, finish};

/// What a terminal shows of `enregard ARGUMENTS`, with variables set for the shell (`PAGER=… `).
fn on_terminal(folder: &Folder, variables: &str, arguments: &str) -> String {
    // Commands before the last `;` are for the shell.
    let (before, variables) = variables.rsplit_once(';').unwrap_or(("true", variables));
    let line = format!(
        "{before}; env -u COLUMNS XDG_DATA_DIRS={} {variables} {} {arguments}",
        crate::NO_DATA,
        env!("CARGO_BIN_EXE_enregard")
    );
    let mut command = Command::new("script");
    command
        .args(["-q", "-e", "-c", &line, "/dev/null"])
        .current_dir(folder.path())
        .stdin(Stdio::null());
    for name in [
        "ENREGARD_PAGER",
        "PAGER",
        "LESS",
        "NO_COLOR",
        "CLICOLOR_FORCE",
    ] {
        command.env_remove(name);
    }
    let run = finish(command.env("TERM", "xterm"));
    assert_eq!(run.code, Some(0), "{run:?}");
    // On a busy machine the progress shows first; it wipes its line.
    let after = run.stdout.rsplit_once("\u{1b}[2K").map(|(_, after)| after);
    after.unwrap_or(&run.stdout).to_owned()
}

#[test]
fn a_terminal_gets_a_pager_and_colour() {
    let folder = Folder::new();
    let paged = on_terminal(&folder, "PAGER='sed s/^/PAGED:/'", "a.txt b.txt");
    assert!(paged.lines().count() > 5, "{paged}");
    assert!(paged.lines().all(|l| l.starts_with("PAGED:")), "{paged}");
    assert!(paged.contains("\u{1b}["), "{paged}");

    let own = "PAGER=false ENREGARD_PAGER='sed s/^/OWN:/'";
    assert!(on_terminal(&folder, own, "a.txt b.txt").starts_with("OWN:"));
    let straight = on_terminal(&folder, own, "a.txt b.txt --no-pager");
    assert!(!straight.contains("OWN:") && straight.contains("majeures"));
    let environment = on_terminal(&folder, "PAGER='printenv LESS LV'", "a.txt b.txt");
    assert_eq!(environment.lines().collect::<Vec<_>>(), ["FRX", "-c"]);
}

#[test]
fn what_fits_on_the_screen_is_not_paged() {
    let folder = Folder::new();
    let shown = |rows: u32| {
        let size = format!("stty rows {rows} columns 80;");
        on_terminal(
            &folder,
            &format!("{size} PAGER='sed s/^/PAGED:/'"),
            "a.txt b.txt",
        )
    };
    assert!(!shown(40).contains("PAGED:"), "{}", shown(40));
    assert!(shown(6).contains("PAGED:"), "{}", shown(6));
}

#[test]
fn a_long_text_that_is_nearly_the_same_is_folded() {
    let folder = Folder::new();
    let book: String = ('a'..='z')
        .flat_map(|c| {
            [
                format!("La page de {c}erne est blanche. "),
                format!("Le mur de {c}olan est gris. "),
            ]
        })
        .collect();
    folder.put("a.txt", &book);
    folder.put(
        "b.txt",
        book.replace("uerne est blanche", "uerne est noire"),
    );
    let shown = on_terminal(&folder, "", "a.txt b.txt --no-pager");
    assert!(shown.contains("sentences the same …"), "{shown}");
    for whole in ["--fold=never", "--view side", "--rows 1-52"] {
        let shown = on_terminal(&folder, "", &format!("a.txt b.txt --no-pager {whole}"));
        assert!(!shown.contains("sentences the same …"), "{whole}: {shown}");
    }
    assert!(
        !folder
            .run("a.txt b.txt")
            .stdout
            .contains("sentences the same …")
    );
}

#[test]
fn a_pager_that_is_left_early_is_no_trouble() {
    let folder = Folder::new();
    let sentence = "Le Conseil des ministres se réunit demain. ";
    folder.put("a.txt", sentence.repeat(2000));
    folder.put("b.txt", sentence.repeat(2001));
    let shown = on_terminal(&folder, "PAGER='head -n 1'", "a.txt b.txt --context 9999");
    assert_eq!(shown.lines().count(), 1, "{shown}");
}

#[test]
fn what_goes_into_a_pipe_is_not_paged() {
    let mut command = Folder::new().command("a.txt b.txt");
    let folder = Folder::new();
    command.current_dir(folder.path()).env("PAGER", "false");
    let run = finish(&mut command);
    assert!(run.stdout.contains("majeures"), "{run:?}");
}

#[test]
fn without_the_pager_that_is_named_what_it_would_show_is_there() {
    let folder = Folder::new();
    let said = on_terminal(
        &folder,
        "PAGER=no-such-pager",
        "a.txt b.txt || true; echo after",
    );
    assert!(
        said.contains("there is no pager `no-such-pager`") && said.contains("has a counterpart"),
        "{said}"
    );
}

#[test]
fn data_steers_no_terminal_and_is_whole_elsewhere() {
    let folder = Folder::new();
    let hostile = "Le \u{1b}]0;PWNED\u{7}mot\u{9b}31m \u{202e}gros.\n";
    folder.put("a.txt", hostile);
    folder.put(
        "pairs.jsonl",
        "{\"a_text\": \"Le \u{7f}\u{9b}31m\u{202e}mot.\", \"b_text\": \"Un mot.\"}\n",
    );
    for arguments in [
        "a.txt b.txt --format csv -q",
        "a.txt b.txt --format json -q",
        "a.txt b.txt --format criticmarkup -q",
        "segment a.txt",
        "segment a.txt --format json",
        "batch pairs.jsonl -q",
        "learn a.txt a.txt -q --lang fr --min-count 1",
    ] {
        let shown = on_terminal(&folder, "PAGER=cat", arguments);
        let steers = |c: char| (c.is_control() && !"\r\n\t".contains(c)) || c == '\u{202e}';
        assert!(!shown.contains(steers), "{arguments}: {shown:?}");
    }
    let csv = folder.run("a.txt b.txt --format csv -q").stdout;
    assert!(csv.contains(hostile.trim()), "{csv:?}");
}

#[test]
fn nothing_steers_a_terminal_by_whatever_way_it_comes() {
    let folder = Folder::new();
    let hostile = "Le \u{1b}]0;PWNED\u{7}mot\u{9b}31m est \u{202e}là.\n";
    folder.put("h.txt", hostile);
    let line = serde_json::json!({"id": hostile, "a_text": hostile, "b_text": "Le mot est là."});
    folder.put("m.jsonl", format!("{line}\n"));
    let line = serde_json::json!({"id": hostile, "text": hostile});
    folder.put("c.jsonl", format!("{line}\n{line}\n"));
    folder.put(
        "t.csv",
        format!("\"{}\",b\n\"Un mot.\",Deux mots.\n", hostile.trim_end()),
    );
    for arguments in [
        "h.txt b.txt --no-pager",
        "h.txt b.txt --format csv",
        "h.txt b.txt -q -o csv:/dev/stdout",
        "h.txt b.txt -q -o json:/dev/stderr",
        "h.txt b.txt -q -o csv:/dev/tty",
        "h.txt b.txt --explain 1",
        "h.txt b.txt --stats",
        "t.csv",
        "segment h.txt",
        "batch m.jsonl",
        "find h.txt --from c.jsonl",
        "pairs --from c.jsonl",
        "pairs --from c.jsonl --manifest",
    ] {
        let shown = on_terminal(&folder, "NO_COLOR=1", &format!("{arguments} --lang fr"));
        // The progress moves the cursor; it knows no titles.
        for steers in ["\u{1b}]", "\u{7}", "\u{9b}", "\u{202e}"] {
            assert!(!shown.contains(steers), "{arguments}: {shown:?}");
        }
    }
}

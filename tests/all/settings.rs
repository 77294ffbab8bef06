//! Settings files, completions, manual pages.

use crate::cli::{Folder, finish};

const INLINE: &str = "principales → majeures";

#[test]
fn options_hold_that_stand_in_a_file_above_the_texts() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path().join("x/y")).expect("a folder");
    for name in ["x/y/a.txt", "x/y/b.txt"] {
        folder.put(name, folder.get(&name[4..]));
    }
    folder.put(
        "x/enregard.toml",
        "view = 'inline'\nwidth = 60\nquiet = false\n",
    );
    let run = folder.run("x/y/a.txt x/y/b.txt");
    assert!(run.stdout.contains(INLINE), "{run:?}");
    assert!(!folder.run("a.txt b.txt").stdout.contains(INLINE));
    for options in ["--view stacked", "--no-settings"] {
        let run = folder.run(&format!("x/y/a.txt x/y/b.txt {options}"));
        assert!(!run.stdout.contains(INLINE), "{options}: {run:?}");
    }
    // The nearer file is the one that counts.
    folder.put("x/y/enregard.toml", "view = 'summary'\n");
    assert!(
        !folder
            .run("x/y/a.txt x/y/b.txt")
            .stdout
            .contains("majeures")
    );
}

#[test]
fn the_settings_of_the_user_count_less_than_those_of_the_folder() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.path().join("config/enregard")).expect("a folder");
    folder.put(
        "config/enregard/enregard.toml",
        "view = 'summary'\nsigla = ['X', 'Y']\n",
    );
    let shown = || {
        let mut command = folder.command("a.txt b.txt");
        finish(command.env("XDG_CONFIG_HOME", folder.path().join("config"))).stdout
    };
    assert!(
        shown().contains("X  a.txt") && !shown().contains("majeures"),
        "{}",
        shown()
    );
    folder.put("enregard.toml", "view = 'inline'\n");
    assert!(
        shown().contains("X  a.txt") && shown().contains(INLINE),
        "{}",
        shown()
    );
}

#[test]
fn a_table_is_for_the_command_of_its_name() {
    let folder = Folder::new();
    folder.put(
        "enregard.toml",
        "unit = 'line'\n[segment]\nunit = 'clause'\n",
    );
    let run = folder.run("segment a.txt --format json");
    assert!(
        run.stdout.starts_with('{') && run.stdout.contains("\"clause\""),
        "{run:?}"
    );
    assert!(folder.run("segment a.txt").stdout.starts_with("unit\t"));
}

#[test]
fn a_file_beside_texts_hides_nothing_silently_and_stops_nothing() {
    let folder = Folder::new();
    folder.put("enregard.toml", "ignore = ['wording', 'case']\n");
    let run = folder.run("a.txt b.txt");
    assert!(
        run.stderr.contains("passes over wording, case (ignore)"),
        "{run:?}"
    );
    let run = folder.run("a.txt b.txt --ignore wording");
    assert!(!run.stderr.contains("passes over"), "{run:?}");
    // A script is told what it would be without the file.
    let run = folder.run("a.txt b.txt --exit-code");
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.stderr.contains("not taken from a file"), "{run:?}");
    for wrong in ["vew = 'inline'", "view = ", "view = 'inlin'"] {
        folder.put("enregard.toml", wrong);
        let run = folder.run("a.txt b.txt");
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.stderr.contains("is not taken: "), "{wrong}: {run:?}");
    }
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_what_was_meant() {
    let folder = Folder::new();
    for (text, parts) in [
        (
            "vew = 'inline'",
            ["no setting is called `vew`", "perhaps `view`"],
        ),
        ("qqqq = 1", ["no setting is called `qqqq`", "--help"]),
        ("help = true", ["no setting is called `help`", ""]),
        (
            "view = 'inlin'",
            ["view: invalid value 'inlin'", "perhaps `inline`"],
        ),
        ("view = true", ["view: takes a value", ""]),
        ("lossy = 'yes'", ["lossy: is true or false", ""]),
        ("width = 5", ["width: ", "5 is not in 20"]),
        (
            "[segmnt]\nunit = 'line'",
            ["no command is called `segmnt`", "segment"],
        ),
        (
            "[segment]\nview = 'side'",
            ["no setting is called `view`", ""],
        ),
        ("view = ", ["line 1", ""]),
    ] {
        folder.put("own.toml", text);
        let said = folder.trouble("a.txt b.txt --settings own.toml");
        assert!(said.contains("own.toml: "), "{text}: {said}");
        for part in parts {
            assert!(said.contains(part), "{text}: {said}");
        }
    }
}

#[test]
fn completions_and_manual_pages_know_the_options() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = folder.run(&format!("completions {shell}"));
        assert_eq!(run.code, Some(0), "{shell}");
        assert!(run.stdout.contains("show-typographic"), "{shell}");
    }
    assert!(folder.trouble("completions bsh").contains("'bash'"));
    let page = folder.run("man").stdout;
    assert!(
        page.contains(".TH enregard 1") && page.contains("show\\-typographic"),
        "{page}"
    );
    let page = folder.run("man segment").stdout;
    assert!(page.contains(".TH enregard-segment 1"), "{page}");
    assert!(
        folder
            .trouble("man sgment")
            .contains("no command is called `sgment`")
    );
}

#[test]
fn short_help_stays_short() {
    let lines = Folder::new().run("-h").stdout.lines().count();
    assert!(lines <= 58, "{lines} lines");
}

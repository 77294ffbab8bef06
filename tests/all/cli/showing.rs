//! What is shown: the view, the summary, colours, figures, the exit code.

use super::{FIRST, Folder, finish};

#[test]
fn two_files_are_shown_with_a_summary() {
    let run = Folder::new().run("a.txt b.txt");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for part in ["a.txt", "b.txt", "⌊principales⌋", "⌊majeures⌋", "1 wording"] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    assert!(!run.stdout.contains('\u{1B}'));
}

#[test]
fn exit_code_tells_whether_texts_differ() {
    let folder = Folder::new();
    folder.put("quotes.txt", "L'été fut court.\n");
    folder.put("curly.txt", "L’été fut court.\n");
    folder.put(
        "longer.txt",
        format!("{FIRST}\nLa suite paraîtra demain matin.\n"),
    );
    folder.put(
        "skip.txt",
        format!("date 2020-09 Temps de lecture estimé : 2 minutes\n\n{FIRST}"),
    );
    for (arguments, code) in [
        ("a.txt a.txt", 0),
        ("skip.txt skip.txt", 0),
        ("a.txt b.txt", 1),
        ("quotes.txt curly.txt", 1),
        ("a.txt longer.txt", 1),
        ("longer.txt a.txt", 1),
        ("a.txt skip.txt", 0),
        ("a.txt none.txt", 2),
    ] {
        for more in ["", " --quiet", " --format vecalign", " --unit clause"] {
            let run = folder.run(&format!("{arguments} --lang fr --exit-code{more}"));
            assert_eq!(run.code, Some(code), "{arguments}{more}: {run:?}");
        }
        if code == 1 {
            assert_eq!(
                folder.run(&format!("{arguments} --lang fr")).code,
                Some(0),
                "{arguments}"
            );
        }
    }
    // Lines are compared one and all, but blank ones have nothing to differ in.
    assert_eq!(
        folder
            .run("longer.txt longer.txt --unit line --exit-code")
            .code,
        Some(0)
    );
}

#[test]
fn colour_is_resolved_from_option_environment_and_terminal() {
    let folder = Folder::new();
    let coloured = |option: &str, variables: &[(&str, &str)]| {
        let mut command = folder.command(&format!("a.txt b.txt {option}"));
        let run = finish(command.envs(variables.iter().copied()));
        assert_eq!(run.code, Some(0), "{run:?}");
        run.stdout.contains("\u{1B}[")
    };
    assert!(!coloured("", &[]), "a pipe is no terminal");
    assert!(coloured("--color always", &[]));
    assert!(coloured("--color=always", &[("NO_COLOR", "1")]));
    assert!(coloured("", &[("CLICOLOR_FORCE", "1")]));
    assert!(coloured("", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    assert!(!coloured("", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured("--color never", &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured("", &[("CLICOLOR", "1")]));
}

#[test]
fn width_and_view() {
    let folder = Folder::new();
    let widest = |stdout: &str| stdout.lines().map(|l| l.chars().count()).max();
    let side = folder.run("a.txt b.txt --width 100").stdout;
    assert!(side.contains('│'), "{side}");
    let stacked = folder.run("a.txt b.txt --width 99").stdout;
    assert!(!stacked.contains('│'), "{stacked}");
    assert!(folder.run("a.txt b.txt --view side").stdout.contains('│'));
    assert!(
        !folder
            .run("a.txt b.txt --view stacked --width 120")
            .stdout
            .contains('│')
    );
    assert!(
        folder
            .run("a.txt b.txt --view auto --width 120")
            .stdout
            .contains('│')
    );
    let narrow = folder.run("a.txt b.txt --width 40").stdout;
    assert!(widest(&narrow) <= Some(40), "{narrow}");
    let mut command = folder.command("a.txt b.txt");
    let by_columns = finish(command.env("COLUMNS", "40")).stdout;
    assert_eq!(by_columns, narrow);
    let mut command = folder.command("a.txt b.txt --width 100");
    assert_eq!(finish(command.env("COLUMNS", "40")).stdout, side);
}

#[test]
fn what_is_quiet_can_be_shown() {
    let folder = Folder::new();
    folder.put(
        "dated.txt",
        format!("date 2020-09 Temps de lecture estimé : 2 minutes et demie\n\n{FIRST}"),
    );
    folder.put("curly.txt", FIRST.replace("Les mesures", "« Les mesures »"));
    let shown = |arguments: &str, part: &str| folder.run(arguments).stdout.contains(part);
    let text = "minutes et demie";
    assert!(shown(
        "dated.txt b.txt --show-skipped --lang fr --width 200",
        text
    ));
    assert!(shown(
        "dated.txt b.txt --legend --lang fr",
        "steer the terminal"
    ));
    assert!(!shown("dated.txt b.txt --lang fr", "steer the terminal"));
    let plain = folder.run("a.txt curly.txt").stdout;
    let marked = folder.run("a.txt curly.txt --show-typographic").stdout;
    assert_ne!(plain, marked);
}

#[test]
fn a_space_is_marked_beside_what_both_have_alone() {
    let folder = Folder::new();
    folder.put("comma.txt", "La mer dormait, la nuit aussi. Viens-tu ?\n");
    folder.put("dash.txt", "La mer dormait —la nuit aussi. Viens-tu?\n");
    let run = folder.run("comma.txt dash.txt --lang fr --show-typographic --view stacked");
    let shown = run.stdout;
    assert!(shown.contains("~?") && !shown.contains("~la"), "{shown}");
}

#[test]
fn ignored_classes_are_neither_marked_nor_counted() {
    let folder = Folder::new();
    let whole = folder.run("a.txt b.txt --lang fr --exit-code --width 120");
    assert_eq!(whole.code, Some(1));
    assert!(whole.stdout.contains("1 wording"), "{}", whole.stdout);
    assert!(!whole.stdout.contains("100 %  "), "{}", whole.stdout);
    let run = folder.run("a.txt b.txt --lang fr --exit-code --width 120 --ignore wording,case");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(
        !run.stdout.contains("wording") && !run.stdout.contains('⌊'),
        "{}",
        run.stdout
    );
    let run = folder.run("a.txt b.txt --lang fr --ignore wording --format csv -q");
    let row = run.stdout.lines().nth(1).unwrap_or_default();
    assert!(row.contains(",1.0000,") && !row.contains('→'), "{row}");
    let run = folder.run("a.txt b.txt --ignore nonsense");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("typographic"), "{}", run.stderr);
}

#[test]
fn figures_for_people_and_programs() {
    let folder = Folder::new();
    let run = folder.run("a.txt b.txt --lang fr --stats");
    assert!(
        run.stdout.contains("principales -> majeures  (1)"),
        "{}",
        run.stdout
    );
    assert!(
        !run.stdout.contains('⌊') && run.stderr.contains("1 wording"),
        "{run:?}"
    );
    let run = folder.run("a.txt b.txt --lang fr --stats=json -q");
    let figures: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(figures["witnesses"][0]["words"], 13);
    assert_eq!(figures["witnesses"][0]["sentences"], 2);
    // All but one word of each text.
    assert_eq!(figures["agreement"]["words"], 26);
    assert_eq!(figures["agreement"]["wording"], 2);
    assert_eq!(figures["substitutions"][0]["b"], "majeures");
    assert_eq!(figures["substitutions"][0]["rows"], serde_json::json!([1]));
}

#[test]
fn facts_that_differ_are_flagged() {
    let folder = Folder::new();
    folder.put(
        "a.txt",
        "Le traité de paix fut signé en 1972 par les deux pays voisins.\n",
    );
    folder.put(
        "b.txt",
        "Le traité de paix ne fut pas signé en 1973 par les deux pays voisins.\n",
    );
    let run = folder.run("a.txt b.txt --lang fr --width 120");
    assert!(
        run.stdout.contains("⚑1972") && run.stdout.contains("⚑ne"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("1 fact differs: 1 number; 1 in one text only"),
        "{}",
        run.stdout
    );
    let run = folder.run("a.txt b.txt --lang fr --view inline --width 120");
    assert!(run.stdout.contains("⚑1972"), "{}", run.stdout);
    let run = folder.run("a.txt b.txt --lang fr --stats -q");
    let counts = "facts that differ, and those that one text alone has\n        1          0  number\n        \
                  0          1  negation\n";
    assert!(run.stdout.contains(counts), "{}", run.stdout);
    let run = folder.run("a.txt b.txt --lang fr --format csv -q");
    assert!(
        run.stdout
            .contains("number: 1972 → 1973; negation: + ne pas"),
        "{}",
        run.stdout
    );
    let run = folder.run("a.txt b.txt --lang fr --format json -q");
    assert!(
        run.stdout.contains("\"kind\":\"negation\""),
        "{}",
        run.stdout
    );
}

#[test]
fn a_run_is_the_same_every_time() {
    let folder = Folder::new();
    let first = folder.run("a.txt b.txt --format json").stdout;
    for _ in 0..3 {
        assert_eq!(folder.run("a.txt b.txt --format json").stdout, first);
    }
}

//! Choosing rows on the command line.

use crate::cli::Folder;

const FIRST: &str = "Le Conseil se réunit demain à Paris. Les défis principaux restent nombreux pour l’État. \
    Personne ne viendra. Le dialogue reprend entre les deux pays voisins.\n";
const SECOND: &str = "Le Conseil se réunit demain à Paris. Les défis majeurs restent nombreux pour l’État. \
    Le dialogue reprend entre les deux pays voisins.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("a.txt", FIRST);
    folder.put("b.txt", SECOND);
    folder
}

/// The numbers of the rows written.
fn rows(folder: &Folder, options: &str) -> Vec<String> {
    let run = folder.run(&format!("a.txt b.txt -q --format tsv {options}"));
    assert_eq!(run.code, Some(0), "{run:?}");
    let numbers = run.stdout.lines().skip(1);
    numbers
        .map(|line| line.split('\t').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn rows_are_chosen_and_keep_their_numbers() {
    let folder = folder();
    for (options, expected) in [
        ("", vec!["1", "2", "3", "4"]),
        ("--rows 2-3", vec!["2", "3"]),
        ("--rows -1,4", vec!["1", "4"]),
        ("--only changed", vec!["2"]),
        ("--only wording,unmatched", vec!["2", "3"]),
        ("--only moved", vec![]),
        ("--grep DEFIS", vec!["2"]),
        ("--grep defis --only unmatched", vec![]),
        ("--below 0", vec![]),
        ("--sort similarity --rows 1-2", vec!["2", "1"]),
    ] {
        assert_eq!(rows(&folder, options), expected, "{options}");
    }
}

#[test]
fn the_summary_stays_that_of_the_whole() {
    let run = folder().run("a.txt b.txt --rows 2");
    assert!(
        run.stdout.contains("1 of 4 rows chosen; of the whole:"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("3 sentences matched one to one"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("⌊majeurs⌋") && !run.stdout.contains("Conseil"));
}

#[test]
fn a_format_of_whole_texts_refuses() {
    let said = folder().trouble("a.txt b.txt --only changed -o t.json");
    assert!(said.contains("json holds whole texts"), "{said}");
    let said = folder().trouble("a.txt b.txt --sort similarity --format ladder");
    assert!(said.contains("ladder holds whole texts"), "{said}");
}

#[test]
fn what_is_mistyped_is_told_with_what_was_meant() {
    for (options, part) in [
        ("--only chnged", "'changed'"),
        ("--only same", "inflection"),
        ("--rows 9-3", "rows are numbered from 1"),
        ("--below 50", "from 0 to 1"),
        ("--sort similar", "'similarity'"),
    ] {
        let said = folder().trouble(&format!("a.txt b.txt {options}"));
        assert!(said.contains(part), "{options}: {said}");
    }
}

#[test]
fn context_says_how_much_of_a_run_is_shown() {
    let folder = folder();
    folder.put(
        "b.txt",
        "Le dialogue reprend entre les deux pays voisins.\n",
    );
    let none = folder.run("a.txt b.txt --context 0").stdout;
    assert!(none.contains("3 more sentences only in A"), "{none}");
    let all = folder.run("a.txt b.txt --context 9").stdout;
    assert!(all.contains("Personne ne viendra."), "{all}");
}

//! Words known to stand for each other: `enregard learn`, `--lexicon`, `--thesaurus`.
#![allow(clippy::unwrap_used)]

use std::process::Output;

use crate::cli::{Folder, finish};

/// Two renderings, of which a sentence stands elsewhere and shares no word with its counterpart.
const A: &str = "Les pommes rouges tombent de l’arbre dans le jardin.\n\
    Le dialogue reprend entre les deux pays voisins.\nLe zorglub a vu une frimousse.\n";
const B: &str = "Un bulgroz regarda cette trombine.\n\
    Les pommes rouges tombent de cet arbre dans le jardin.\nLe dialogue reprend entre les deux pays voisins.\n";
const LEXICON: &str = "# enregard lexicon 1 fr\na\tb\tcount\tb_of_a\ta_of_b\n\
    bulgroz\tzorglub\t9\t0.9000\t0.9000\nfrimousse\ttrombine\t9\t0.9000\t0.9000\n";
const PAIR: &str =
    "les pommes rouges que zorglub vend ||| hier bulgroz peignit les pommes rouges\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("A.txt", A);
    folder.put("B.txt", B);
    folder.put("fr.tsv", LEXICON);
    folder.put("pair.txt", PAIR);
    folder
}

fn learn(arguments: &[&str]) -> Output {
    let mut command = crate::enregard();
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("learn")
        .args(arguments);
    command.output().unwrap()
}

#[test]
fn what_two_renderings_teach_is_the_same_each_time() {
    let (a, b) = ("fixtures/ruth/A.txt", "fixtures/ruth/B.txt");
    let first = learn(&[a, b, "--unit", "line"]);
    assert_eq!(
        String::from_utf8_lossy(&first.stderr).trim_end(),
        format!(
            "enregard: note: {} pairs of words learned",
            String::from_utf8_lossy(&first.stdout).lines().count() - 2
        )
    );
    let text = String::from_utf8(first.stdout).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("# enregard lexicon 1 fr"));
    assert_eq!(lines.next(), Some("a\tb\tcount\tb_of_a\ta_of_b"));
    let entries: Vec<&str> = lines.collect();
    assert!(entries.is_sorted(), "{text}");
    // The sheaves are called by both names.
    assert!(
        entries.contains(&"gerbes\tjavelles\t2\t0.6667\t1.0000"),
        "{text}"
    );
    let again = learn(&[a, b, "--unit", "line", "--threads", "1"]);
    assert_eq!(text, String::from_utf8(again.stdout).unwrap());
    // The other way about the same pairs are found, and twice the same pair counts twice.
    let twice = learn(&[a, b, a, b, "--unit", "line", "-q", "--min-count", "4"]);
    let twice = String::from_utf8(twice.stdout).unwrap();
    assert_eq!(twice.lines().count(), text.lines().count());
}

#[test]
fn a_lexicon_that_cannot_be_learned() {
    let folder = folder();
    folder.put(
        "en.txt",
        "The children went home before the rain came down on the old town.\n",
    );
    for (arguments, told) in [
        ("learn a.txt", "1 file is named; they are taken in pairs"),
        ("learn a.txt b.txt A.txt", "3 files are named"),
        ("learn a.txt en.txt", "en.txt: is in en, a.txt in fr"),
        ("learn a.txt b.txt -o a.txt", "a.txt: is one of the files"),
        ("learn a.txt b.txt -o no/fr.tsv", "there is no folder no"),
        ("learn a.txt nothing.txt", "nothing.txt: no such file"),
    ] {
        let said = folder.trouble(arguments);
        assert!(said.contains(told), "{arguments}: {said}");
    }
    assert!(!folder.path().join("no").exists());
}

#[test]
fn a_lexicon_ties_sentences_and_links_words() {
    let folder = folder();
    let beads = |options: &str| {
        let run = folder.run(&format!(
            "A.txt B.txt --lang fr --format vecalign {options}"
        ));
        assert_eq!(run.code, Some(0), "{run:?}");
        run.stdout.lines().filter(|l| !l.contains("[]")).count()
    };
    assert_eq!((beads(""), beads("--lexicon fr.tsv")), (2, 3));
    let words = |options: &str| {
        folder
            .run(&format!("words --lang fr pair.txt {options}"))
            .stdout
    };
    assert!(!words("").contains("4-1") && words("--lexicon fr.tsv").contains("4-1"));
    // Without --lang the language is that of the lexicon.
    let run = folder.run("words pair.txt --lexicon fr.tsv");
    assert_eq!(run.stdout, words("--lexicon fr.tsv"));
    // Explained as what it is.
    let run = folder.run("A.txt B.txt --lang fr --lexicon fr.tsv --explain 3");
    assert!(run.stdout.contains("zorglub ≈ bulgroz"), "{run:?}");
    assert!(
        run.stdout.contains(": in a lexicon or a thesaurus"),
        "{run:?}"
    );
    // From the settings: the file is named from their folder on.
    std::fs::create_dir(folder.path().join("sub")).unwrap();
    folder.put(
        "project.toml",
        "lexicon = 'fr.tsv'\n[batch]\nlexicon = 'fr.tsv'\n",
    );
    for name in ["sub/A.txt", "sub/B.txt"] {
        folder.put(name, folder.get(&name[4..]));
    }
    let mut command =
        folder.command("A.txt B.txt --lang fr --format vecalign --settings ../project.toml");
    let run = finish(command.current_dir(folder.path().join("sub")));
    assert!(!run.stdout.contains("[]"), "{run:?}");
    folder.put("pairs.csv", "a,b\nA.txt,B.txt\n");
    let run = folder.run("batch pairs.csv --lang fr --summary --settings project.toml");
    assert!(run.stdout.contains("\"beads\":3"), "{run:?}");
}

#[test]
fn a_lexicon_that_does_not_fit() {
    let folder = folder();
    folder.put(
        "bad.tsv",
        "# enregard lexicon 1 fr\nmot\tmots\tdeux\t0.5\t0.5\n",
    );
    folder.put("de.tsv", LEXICON.replace(" fr", " de"));
    for (arguments, told) in [
        (
            "A.txt B.txt --lexicon bad.tsv",
            "bad.tsv: line 2: `deux` is not a count",
        ),
        (
            "A.txt B.txt --lexicon a.txt",
            "a.txt: line 1: not a lexicon",
        ),
        ("A.txt B.txt --lexicon no.tsv", "no.tsv: cannot be read"),
        (
            "A.txt B.txt --lang fr --lexicon de.tsv",
            "de.tsv: is a lexicon of de, the text is in fr",
        ),
        (
            "words --lang fr pair.txt --lexicon de.tsv",
            "de.tsv: is a lexicon of de",
        ),
        (
            "A.txt B.txt --thesaurus a.txt",
            "a.txt: line 1: no thesaurus in MyThes format",
        ),
        (
            "A.txt B.txt --thesaurus none --thesaurus a.txt",
            "--thesaurus none: stands with another",
        ),
    ] {
        let said = folder.trouble(arguments);
        assert!(said.contains(told), "{arguments}: {said}");
    }
    folder.put("pairs.csv", "a,b\nA.txt,B.txt\n");
    let run = folder.run("batch pairs.csv --lang fr --lexicon de.tsv");
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.contains("is a lexicon of de"), "{run:?}");
}

#[test]
fn the_thesaurus_of_the_system_can_be_left_out() {
    let folder = folder();
    std::fs::create_dir_all(folder.path().join("share/mythes")).unwrap();
    // ISO-8859-15, as older ones are.
    let thesaurus = b"ISO8859-15\nbulgroz|2\n(Nom)|zorglub|chose\n(Nom)|\xe9toile\n";
    folder.put("share/mythes/th_fr_FR_v2.dat", thesaurus);
    folder.put("share/mythes/th_fr_BE_v2.dat", "broken");
    folder.put("own.dat", thesaurus);
    let words = |options: &str| {
        let mut command = folder.command(&format!("words --lang fr pair.txt {options}"));
        finish(command.env("XDG_DATA_DIRS", folder.path().join("share"))).stdout
    };
    assert!(words("").contains("4-1"));
    assert!(!words("--thesaurus none").contains("4-1"));
    assert!(words("--thesaurus own.dat").contains("4-1"));
    let compare = |options: &str| {
        let mut command = folder.command(&format!("A.txt B.txt --lang fr {options}"));
        finish(command.env("XDG_DATA_DIRS", folder.path().join("share")))
    };
    let file = "mythes/th_fr_FR_v2.dat";
    assert!(compare("--verbose").stderr.contains(file));
    assert!(!compare("--verbose --thesaurus none").stderr.contains(file));
    // A hint ties no sentences.
    assert!(compare("--format vecalign").stdout.contains("[]"));
    // One that nobody named does not stop the run.
    folder.put("share/mythes/th_fr_FR_v2.dat", "broken");
    let run = compare("");
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr.contains("the system’s thesaurus is left out"),
        "{run:?}"
    );
}

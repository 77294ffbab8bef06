//! The command `words`.

use std::io::Write;
use std::process::{Output, Stdio};

use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Siglum};
use enregard::{CompareOptions, compare_witnesses};

#[allow(clippy::unwrap_used)]
fn words(options: &[&str], input: &str) -> Output {
    let mut child = crate::enregard()
        .arg("words")
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The command may stop before it has read everything.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

pub fn lines(options: &[&str], input: &str) -> Vec<String> {
    let output = words(options, input);
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().map(str::to_owned).collect()
}

const PAIR: &str = "Les mesures pratiques , hier . ||| La mesure concrète ; hier .\n";

#[test]
fn a_line_a_pair() {
    let input = format!("{PAIR}||| seul\nseul |||\n\n{PAIR}");
    let out = lines(&["--lang", "fr"], &input);
    assert_eq!(out.len(), 5);
    assert_eq!(out[0], "0-0 1-1 2-2 3-3 4-4 5-5");
    assert_eq!(out[1..4], ["", "", ""]);
    assert_eq!(out[4], out[0]);
}

#[test]
fn classes_and_scores() {
    assert_eq!(
        lines(&["--lang", "fr", "--classes"], PAIR),
        ["0-0:inflection 1-1:inflection 2-2:wording 3-3:typographic 4-4:same 5-5:same"]
    );
    let scored = lines(&["--lang", "fr", "--scores"], PAIR);
    for link in scored[0].split(' ') {
        let probability: f64 = link
            .rsplit(':')
            .next()
            .and_then(|p| p.parse().ok())
            .unwrap_or(-1.0);
        assert!((0.0..=1.0).contains(&probability), "{link}");
    }
}

#[test]
fn sure_links_leave_out_what_only_stands_in_one_place() {
    let out = lines(&["--lang", "fr", "--sure"], PAIR);
    assert_eq!(out, ["1-1 2-2 4-4 5-5"]);
}

#[test]
fn tokens_are_taken_as_they_are() {
    // A token of two words stays one; positions count tokens, not words.
    let out = lines(&["--lang", "fr"], "a  b\u{a0}c d ||| a b\u{a0}c  d\r\n");
    assert_eq!(out, ["0-0 1-1 2-2"]);
}

#[test]
fn old_print_is_recognised_by_the_pair() {
    let out = lines(
        &["--lang", "fr", "--classes"],
        "Car plufieurs viendront & feduiront voftre Pere ||| car plusieurs viendront et séduiront votre Père\n",
    );
    assert_eq!(
        out,
        ["0-0:case 1-1:spelling 2-2:same 3-3:typographic 4-4:spelling 5-5:spelling 6-6:accent"]
    );
}

#[test]
fn the_language_is_recognised() {
    let english = "The men were walking home through the cold night ||| The man was walking home in a cold night\n";
    let out = lines(&["--classes"], english);
    assert!(out[0].contains("1-1:inflection"), "{out:?}");
}

#[test]
fn trouble_is_told_with_its_place() {
    for (input, told, answers) in [
        ("a ||| a\nno bar\nb|||b\n", "line 2", "0-0\n\n0-0\n"),
        ("a ||| b ||| c\n", "stands twice", "\n"),
    ] {
        let output = words(&[], input);
        assert_eq!(output.status.code(), Some(2));
        // The others are answered, each in its line.
        assert_eq!(String::from_utf8_lossy(&output.stdout), answers);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(told), "{error}");
    }
    let output = words(&["--lang", "x1"], "");
    assert_eq!(output.status.code(), Some(2));
    let output = words(&["no/such/file"], "");
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/such/file"));
}

#[test]
fn a_phrase_that_moved_is_one_change() {
    let options = ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    };
    let witness = |n, text: &str| {
        let reading = read_bytes(text.into(), "text", Siglum::nth(n), &options);
        reading.expect("plain text").witness
    };
    let witnesses = [
        witness(
            0,
            "Pendant la longue nuit d’hiver, le vieux roi parlait à ses fidèles compagnons.",
        ),
        witness(
            1,
            "Le vieux roi parlait à ses fidèles compagnons pendant les longues nuits d’hiver.",
        ),
    ];
    let table = compare_witnesses(witnesses, &CompareOptions::default()).expect("two witnesses");
    let moved: Vec<(String, String, &str)> = table
        .changes()
        .filter(|change| change.moved())
        .map(|c| (c.a().into_owned(), c.b().into_owned(), c.class().name()))
        .collect();
    let one = (
        "Pendant la longue nuit d’hiver".to_owned(),
        "pendant les longues nuits d’hiver".to_owned(),
        "inflection",
    );
    assert_eq!(moved, [one]);
}

//! Equal is equal: a text against itself, however its lines end and its letters are composed, has no difference in any
//! format, whatever is in it.
#![allow(clippy::unwrap_used)]

mod cells;
mod marks;
mod properties;
mod symbols;
mod whole;

use std::fmt::Write as _;

use enregard::export::{ExportOptions, Format, write};
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::RowKind;
use enregard::witness::{Level, Siglum};
use enregard::{AlignmentTable, CompareOptions, compare_witnesses};

const LEVELS: [Level; 4] = [
    Level::Sentence,
    Level::Clause,
    Level::Line,
    Level::Paragraph,
];

fn compared(a: &str, b: &str, level: Level) -> AlignmentTable {
    let options = ReadOptions {
        level,
        ..ReadOptions::default()
    };
    let witness = |n, text: &str| {
        let reading = read_bytes(text.into(), "text", Siglum::nth(n), &options);
        reading.unwrap().witness
    };
    let witnesses = [witness(0, a), witness(1, b)];
    compare_witnesses(witnesses, &CompareOptions::default()).unwrap()
}

fn written(table: &AlignmentTable, format: Format) -> String {
    let mut out = Vec::new();
    write(table, format, &ExportOptions::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// What differs in a table, in words; nothing where nothing does.
fn differences(table: &AlignmentTable) -> String {
    let mut found = String::new();
    let mut tell = |what: &str| writeln!(found, "{what}").unwrap();
    let summary = table.summary();
    if summary.only.iter().any(|&n| n > 0)
        || !summary.differences.is_empty()
        || summary.punctuation + summary.moved_words + summary.moved_rows > 0
        || !summary.facts.is_empty()
    {
        tell(&format!("{summary:?}"));
    }
    for row in table.rows() {
        let skipped = || {
            let cells = row.cells.iter().zip(&table.witnesses);
            let mut units = cells.flat_map(|(cell, w)| cell.iter().map(|&u| w.unit(u)));
            units.all(|unit| unit.skip.is_some())
        };
        if row.kind == RowKind::Only && !skipped() {
            tell(&format!("only: {:?} {:?}", row.text(0), row.text(1)));
        }
        if row.similarity.is_some_and(|s| s < 1.0) {
            tell(&format!(
                "{:?}: similarity {:?}",
                row.text(0),
                row.similarity
            ));
        }
    }
    for change in table.changes() {
        tell(&format!("{} {change}", change.class()));
    }
    let a = &table.witnesses[0].text;
    let critic = written(table, Format::CriticMarkup);
    // A brace of the text that would begin a mark.
    if critic.replace("{~~{~>{~~}", "{") != *a {
        tell(&format!("CriticMarkup {critic}"));
    }
    if written(table, Format::Tei).contains("<app") {
        tell("TEI");
    }
    let diff = written(table, Format::WordDiff);
    let mut lines = diff.split('\n').skip(3);
    if lines.any(|line| line.starts_with(['-', '+'])) {
        tell(&format!("word diff {diff}"));
    }
    for line in written(table, Format::JsonLines).lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let note = row["note"].as_str().unwrap_or("skipped");
        if !row["changes"].is_null() || !note.starts_with("skipped") {
            tell(line);
        }
    }
    found
}

/// Texts that are the same have no difference, whatever the units.
fn assert_equal(a: &str, b: &str) {
    for level in LEVELS {
        let found = differences(&compared(a, b, level));
        assert!(found.is_empty(), "{level:?} {a:?}\n{b:?}\n{found}");
    }
}

#[test]
fn units_without_words_stand_where_they_stand() {
    for text in [
        "Le train partit.\n\n* * *\n\nTrois ans passèrent.\n",
        "Pierre entra.\n— …\nIl sortit.\n***\nFin du chapitre.\n",
        "— ?\n— !\n— …\n",
        "Titre\n=====\n\nTexte.\n\n-----\n\nFin.\n",
        "| a | b |\n|---|---|\n| | |\n| 1 | |\n",
        "§\n\nTexte.\n\n§\n\nTexte.\n",
        ":-)\n:-(\n:-)\n",
        "😀\n\n♪ ♪\n\n😀\n",
        "```sh\nls\n```\n\n```\n```\n",
        "***",
        "\n\n\n",
    ] {
        assert_equal(text, text);
    }
}

#[test]
fn what_says_next_to_nothing_stands_where_it_stands() {
    for (words, times) in [
        ("mot ", 100),
        ("mot ", 1000),
        ("non non. ", 300),
        ("a. b. ", 200),
    ] {
        assert_equal(&words.repeat(times), &words.repeat(times));
    }
}

#[test]
fn runs_of_one_sign_are_linked_in_their_order() {
    for text in [
        "Il pleut !!! Il neige.",
        "Je ne sais. . .",
        "Non!!!! ??? ((((a)))) \"\"\" oui » » » ''' a '''",
        "*** Titre ***\n\na - - - b\n",
        "Note : ★★★☆☆ et 😀😀😀😀.",
        "la la la la la",
        "a a a a a a a a a a a a a a a a a a a a a a a a",
    ] {
        assert_equal(text, text);
    }
}

#[test]
fn a_separator_that_one_text_alone_has_is_its_own() {
    let table = compared(
        "Il vint.\n\n***\n\nIl vit.\n\n***\n\nIl vainquit.\n",
        "Il vint.\n\n* * *\n\nIl vit.\n\nIl vainquit.\n",
        Level::Sentence,
    );
    let rows: Vec<_> = table.rows().map(|row| (row.text(0), row.text(1))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        rows,
        [
            ("Il vint.", "Il vint."),
            ("***", "* * *"),
            ("Il vit.", "Il vit."),
            ("***", ""),
            ("Il vainquit.", "Il vainquit."),
        ]
    );
}

#[test]
fn another_separator_in_its_place_is_another_sign() {
    let table = compared(
        "Il vint.\n\n***\n\nIl vit.\n",
        "Il vint.\n\n———\n\nIl vit.\n",
        Level::Sentence,
    );
    assert_eq!(table.rows.len(), 3);
    assert!(table.rows.iter().all(|row| row.kind == RowKind::Bead));
    assert!(table.summary().punctuation > 0);
}

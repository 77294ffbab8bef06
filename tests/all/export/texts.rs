//! The formats that carry whole texts give them back.
#![allow(clippy::unwrap_used)]

use enregard::export::{ExportOptions, Format};
use enregard::format::json;
use enregard::read::{ReadOptions, read};
use enregard::witness::{Level, Siglum, Witness};
use enregard::{AlignmentTable, CompareOptions, Unobserved, collate, compare_witnesses};
use proptest::prelude::*;

use super::edition::from_outside;
use super::xml::{parse, witness_text};
use super::{everything, export, with};
use crate::tables::{random, sample};

/// The table of two of the fixtures.
fn kremlin(a: &str, b: &str, level: Level) -> AlignmentTable {
    let witnesses = [witness(0, a, level), witness(1, b, level)];
    compare_witnesses(witnesses, &CompareOptions::default()).unwrap()
}

/// A fixture as the witness of a place.
fn witness(n: usize, name: &str, level: Level) -> Witness {
    let options = ReadOptions {
        level,
        ..ReadOptions::default()
    };
    let path = format!("{}/fixtures/kremlin/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    read(path, Siglum::nth(n), &options)
        .expect("readable")
        .witness
}

/// The three documents give all three back, whichever is the base.
#[test]
fn three_texts_come_back_from_tei_and_collatex() {
    let names = ["001", "000", "003"];
    let witnesses = || -> Vec<_> {
        names
            .iter()
            .enumerate()
            .map(|(n, name)| witness(n, name, Level::Sentence))
            .collect()
    };
    for base in 0..3 {
        let table = collate(
            witnesses(),
            base,
            &CompareOptions::default(),
            &[],
            &Unobserved,
        )
        .unwrap();
        let nodes = parse(&with(&table, Format::Tei, &everything()));
        for witness in &table.witnesses {
            assert_eq!(
                witness_text(&nodes, &witness.siglum.0),
                witness.text,
                "base {base}"
            );
        }
        let nodes = parse(&with(&table, Format::TeiStandoff, &everything()));
        for witness in &table.witnesses {
            assert_eq!(from_outside(&nodes, &witness.siglum.0), witness.text);
        }
        // Up to what does not count, and the base whole.
        let nodes = parse(&export(&table, Format::Tei));
        for (w, witness) in table.witnesses.iter().enumerate() {
            let text = witness_text(&nodes, &witness.siglum.0);
            if w == base {
                assert_eq!(text, witness.text);
            }
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            assert_eq!(letters(&text), letters(&witness.text), "base {base}");
        }
        let columns = collatex_texts(&table);
        for (text, witness) in columns.iter().zip(&table.witnesses) {
            assert_eq!(text, &witness.text);
        }
        let json = export(&table, Format::Json);
        assert_eq!(
            json::read(json.as_bytes()).expect("a table"),
            AlignmentTable {
                notes: Vec::new(),
                ..table
            }
        );
    }
}

#[test]
fn real_texts_come_back_from_every_format_that_carries_them() {
    for (a, b) in [("001", "000"), ("001", "003"), ("003", "000")] {
        for level in [
            Level::Clause,
            Level::Sentence,
            Level::Line,
            Level::Paragraph,
        ] {
            let table = kremlin(a, b, level);
            let json = export(&table, Format::Json);
            let back = json::read(json.as_bytes()).expect("a table");
            assert_eq!(back, table, "{a} {b} {level:?}");
            assert_eq!(export(&back, Format::Json), json);
            let whole = everything();
            assert_eq!(
                undiff(&with(&table, Format::WordDiff, &whole)),
                texts(&table)
            );
            assert_eq!(
                uncritic(&with(&table, Format::CriticMarkup, &whole)),
                texts(&table)
            );
        }
    }
}

/// The two texts that a word diff holds.
pub(super) fn undiff(diff: &str) -> [String; 2] {
    let mut texts = [String::new(), String::new()];
    let mut mark = ' ';
    let mut runs = diff
        .split('\n')
        .skip_while(|line| !line.starts_with("@@"))
        .skip(1)
        .peekable();
    while let Some(line) = runs.next() {
        let run = if line == "~" {
            "\n"
        } else if line.is_empty() && runs.peek().is_none() {
            break;
        } else {
            mark = line.chars().next().expect("a mark");
            &line[1..]
        };
        for (text, others) in texts.iter_mut().zip(['+', '-']) {
            if mark != others {
                text.push_str(run);
            }
        }
    }
    texts
}

#[test]
fn a_word_diff_marks_runs_and_line_ends() {
    assert_eq!(
        export(&sample(), Format::WordDiff),
        "--- 0.txt\n+++ 1.txt\n@@ -1,2 +1,3 @@\n\
         +2020\n~\n+Demain, \n-Les\n+les\n  \n-principaux \n défis \n-demain\n+majeurs (SII)\n .\n~\n-Rien.\n+=1+1\n \n~\n"
    );
}

/// The two texts that CriticMarkup holds: all changes rejected, and all accepted.
pub(super) fn uncritic(text: &str) -> [String; 2] {
    let mut texts = [String::new(), String::new()];
    let mut rest = text;
    while !rest.is_empty() {
        let (rejected, accepted, length) = if let Some(inside) = rest.strip_prefix("{++") {
            let end = inside.find("++}").expect("an end");
            ("", &inside[..end], end + 6)
        } else if let Some(inside) = rest.strip_prefix("{--") {
            let end = inside.find("--}").expect("an end");
            (&inside[..end], "", end + 6)
        } else if let Some(inside) = rest.strip_prefix("{~~") {
            let middle = inside.find("~>").expect("a middle");
            let end = middle + 2 + inside[middle + 2..].find("~~}").expect("an end");
            (&inside[..middle], &inside[middle + 2..end], end + 6)
        } else {
            let c = rest.chars().next().map_or(0, char::len_utf8);
            (&rest[..c], &rest[..c], c)
        };
        texts[0].push_str(rejected);
        texts[1].push_str(accepted);
        rest = &rest[length..];
    }
    texts
}

pub(super) fn texts(table: &AlignmentTable) -> [String; 2] {
    [0, 1].map(|w: usize| table.witnesses[w].text.clone())
}

#[test]
fn collatex_has_a_column_a_place() {
    let json: serde_json::Value =
        serde_json::from_str(&export(&sample(), Format::CollateX)).expect("JSON");
    assert_eq!(json["witnesses"], serde_json::json!(["A", "B"]));
    let columns: Vec<String> = json["table"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| {
            let cell = |w: usize| {
                let tokens = column[w].as_array().expect("a cell").iter();
                let texts: Vec<&str> = tokens.map(|t| t["t"].as_str().expect("text")).collect();
                texts.join("·")
            };
            format!("{}|{}", cell(0), cell(1))
        })
        .collect();
    assert_eq!(
        columns,
        [
            "|2020\n",
            "|Demain·, ",
            "Les |les ",
            "principaux |",
            "défis |défis ",
            "demain|majeurs ·(·SII·)",
            ".\n|.\n",
            "Rien·.\n|",
            "|=1+1\n"
        ]
    );
    assert_eq!(json["table"][2][0][0]["n"], "les");
}

/// The text of each witness, from its tokens.
fn collatex_texts(table: &AlignmentTable) -> Vec<String> {
    let json: serde_json::Value =
        serde_json::from_str(&export(table, Format::CollateX)).expect("JSON");
    let columns = json["table"].as_array().expect("columns");
    let text = |w: usize| {
        let tokens = columns
            .iter()
            .flat_map(|column| column[w].as_array().expect("a cell"));
        tokens
            .map(|token| token["t"].as_str().expect("text"))
            .collect()
    };
    (0..table.witnesses.len()).map(text).collect()
}

proptest! {
    #[test]
    fn collatex_holds_every_text(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 1usize..5) {
        let table = random(&bytes, sides);
        for (text, witness) in collatex_texts(&table).iter().zip(&table.witnesses).filter(|(_, w)| !w.tokens.is_empty()) {
            prop_assert_eq!(text, witness.text.as_str());
        }
    }


    #[test]
    fn a_word_diff_holds_both_texts(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let table = random(&bytes, 2);
        prop_assert_eq!(undiff(&with(&table, Format::WordDiff, &everything())), texts(&table));
    }

    /// Of more than two witnesses, any two.
    #[test]
    fn formats_of_two_hold_any_two(bytes in prop::collection::vec(any::<u8>(), 0..600), a in 0usize..4, beside in 1usize..4) {
        let table = random(&bytes, 4);
        let pair = [a, (a + beside) % 4];
        let options = ExportOptions { pair: Some(pair.map(Siglum::nth)), ..everything() };
        let texts = pair.map(|w| table.witnesses[w].text.clone());
        prop_assert_eq!(undiff(&with(&table, Format::WordDiff, &options)), texts.clone());
        prop_assert_eq!(uncritic(&with(&table, Format::CriticMarkup, &options)), texts);
    }

    #[test]
    fn critic_markup_holds_both_texts(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let table = random(&bytes, 2);
        prop_assert_eq!(uncritic(&with(&table, Format::CriticMarkup, &everything())), texts(&table));
    }
}

//! Which rows are chosen of a table.
#![allow(clippy::unwrap_used)]

use enregard::class::Class;
use enregard::select::{Feature, Order, Selection};
use enregard::table::{AlignmentTable, Fact, FactKind, RowNumber};
use enregard::witness::{Language, Siglum, TokenIndex};
use enregard::{CompareOptions, compare_witnesses, read};

/// Rows: 1 case, 2 wording, 3 only in A, 4 the same in both.
fn table() -> AlignmentTable {
    table_of([
        "LE Conseil des ministres se réunit demain à Paris. Les défis principaux restent nombreux pour l’État. \
         Personne ne viendra. Le dialogue reprend entre les deux pays voisins.\n",
        "Le Conseil des ministres se réunit demain à Paris. Les défis majeurs restent nombreux pour l’État. \
         Le dialogue reprend entre les deux pays voisins.\n",
    ])
}

fn table_of(texts: [&str; 2]) -> AlignmentTable {
    let options = read::ReadOptions {
        language: Some(Language::FRENCH),
        ..read::ReadOptions::default()
    };
    let mut n = 0;
    let witnesses = texts.map(|text| {
        n += 1;
        read::read_from(text.as_bytes(), "-", Siglum::nth(n - 1), &options)
            .unwrap()
            .witness
    });
    compare_witnesses(witnesses, &CompareOptions::default()).unwrap()
}

fn numbers(selection: &Selection) -> Vec<u32> {
    let table = table().select(selection);
    table.rows.iter().map(|row| row.number.0).collect()
}

fn with(feature: &str) -> Vec<u32> {
    numbers(&Selection {
        features: vec![Feature::from_name(feature).unwrap()],
        quiet: vec![Class::Typographic],
        ..Selection::default()
    })
}

fn grep(words: &str) -> Vec<u32> {
    numbers(&Selection {
        words: Some(words.to_owned()),
        ..Selection::default()
    })
}

#[test]
fn nothing_asked_chooses_all() {
    let whole = table();
    assert_eq!(whole.select(&Selection::default()), whole);
    assert_eq!(numbers(&Selection::default()), [1, 2, 3, 4]);
}

#[test]
fn rows_by_number_keep_their_order() {
    let rows = vec![RowNumber(4)..=RowNumber(9), RowNumber(1)..=RowNumber(2)];
    assert_eq!(
        numbers(&Selection {
            rows,
            ..Selection::default()
        }),
        [1, 2, 4]
    );
}

#[test]
fn rows_by_what_they_have() {
    assert_eq!(with("changed"), [1, 2]);
    assert_eq!(with("wording"), [2]);
    assert_eq!(with("case"), [1]);
    assert_eq!(with("unmatched"), [3]);
    assert_eq!(with("facts"), [0; 0]);
    let mut table = table();
    table.facts.push(Fact {
        row: RowNumber(4),
        kind: FactKind::Negation,
        tokens: vec![Vec::new(), Vec::new()],
        witnesses: [0, 1].into(),
    });
    let facts = table.select(&Selection {
        features: vec![Feature::Facts],
        ..Selection::default()
    });
    assert_eq!(facts.rows.len(), 1);
    assert_eq!((facts.rows[0].number, facts.facts.len()), (RowNumber(4), 1));
    // What is said otherwise is told from what is left out, and kind from kind.
    table.facts[0].tokens[0].push(TokenIndex::new(0));
    table.facts.insert(
        0,
        Fact {
            row: RowNumber(2),
            kind: FactKind::Number,
            tokens: vec![vec![TokenIndex::new(1)], vec![TokenIndex::new(2)]],
            witnesses: [0, 1].into(),
        },
    );
    for (feature, rows) in [
        ("facts", vec![2, 4]),
        ("facts:number", vec![2]),
        ("facts:negation", vec![4]),
        ("facts:date", vec![]),
        ("facts:name", vec![]),
        ("facts:contradiction", vec![2]),
        ("facts:omission", vec![4]),
    ] {
        let selected = table.select(&Selection {
            features: vec![Feature::from_name(feature).unwrap()],
            ..Selection::default()
        });
        let numbers: Vec<u32> = selected.rows.iter().map(|row| row.number.0).collect();
        assert_eq!(numbers, rows, "{feature}");
    }
    assert_eq!(with("moved-words"), [0; 0]);
    assert_eq!(with("moved"), [0; 0]);
    assert_eq!(Feature::from_name("same"), None);
}

#[test]
fn words_are_found_whatever_their_case_and_accents() {
    assert_eq!(grep("DEFIS"), [2]);
    assert_eq!(grep("majeurs"), [2], "the second witness counts as well");
    assert_eq!(grep("l'etat"), [2]);
    assert_eq!(grep("pays voisins"), [4]);
    assert_eq!(grep("voisins pays"), [0; 0]);
    assert_eq!(grep("voisin"), [0; 0], "words are whole");
    assert_eq!(grep("viendra. Le"), [0; 0], "units are not passed");
    assert_eq!(grep(" "), [1, 2, 3, 4]);
}

#[test]
fn letters_that_are_joined_are_found_apart() {
    let a = "Le cœur bat. La Straße est longue. Les états di-\nvergent ici.";
    let table = table_of([a, a]);
    for (words, row) in [("COEUR", 1), ("cœur", 1), ("strasse", 2), ("divergent", 3)] {
        let selected = table.select(&Selection {
            words: Some(words.to_owned()),
            ..Selection::default()
        });
        let numbers: Vec<u32> = selected.rows.iter().map(|row| row.number.0).collect();
        assert_eq!(numbers, [row], "{words}");
    }
}

#[test]
fn by_confidence_and_similarity() {
    let order = Order::Similarity;
    let sorted = numbers(&Selection {
        order,
        ..Selection::default()
    });
    assert_eq!((sorted[0], sorted[3]), (2, 3));
    let below = |below| {
        numbers(&Selection {
            below: Some(below),
            ..Selection::default()
        })
    };
    assert_eq!(below(0.0), [0; 0]);
    assert_eq!(below(1.1), [1, 2, 4], "a run without counterpart has none");
}

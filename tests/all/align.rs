//! Beads, moves and quotations on texts whose correspondences are known, and on shapes that are hard.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;

use enregard::evaluate::{Scores, evaluate};
use enregard::read::{ReadOptions, read, read_bytes};
use enregard::table::RowKind;
use enregard::witness::{Level, Siglum, UnitIndex, Witness};
use enregard::{AlignmentTable, CompareOptions, compare_witnesses};
use serde_json::Value;

fn fixture(name: &str) -> String {
    format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn options(level: Level) -> ReadOptions {
    ReadOptions {
        level,
        ..ReadOptions::default()
    }
}

fn files(a: &str, b: &str, level: Level) -> AlignmentTable {
    let witness = |n, name| {
        read(fixture(name), Siglum::nth(n), &options(level))
            .expect("readable")
            .witness
    };
    compare_witnesses([witness(0, a), witness(1, b)], &CompareOptions::default()).unwrap()
}

fn text(n: usize, text: &str, level: Level) -> Witness {
    read_bytes(
        text.as_bytes().to_vec(),
        "text",
        Siglum::nth(n),
        &options(level),
    )
    .expect("readable")
    .witness
}

fn texts(a: &str, b: &str, level: Level) -> AlignmentTable {
    compare_witnesses(
        [text(0, a, level), text(1, b, level)],
        &CompareOptions::default(),
    )
    .unwrap()
}

fn gold(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(fixture(name)).expect("readable")).expect("JSON")
}

/// The units of the beads, first and second witness.
fn beads(table: &AlignmentTable) -> Vec<(Vec<UnitIndex>, Vec<UnitIndex>)> {
    table
        .rows
        .iter()
        .filter(|r| r.kind == RowKind::Bead)
        .map(|r| (r.cells[0].clone(), r.cells[1].clone()))
        .collect()
}

/// A stretch of a text in characters.
type Chars = (usize, usize);

fn chars(witness: &Witness, start: u32, end: u32) -> Chars {
    let at = |byte: u32| witness.text[..byte as usize].chars().count();
    (at(start), at(end))
}

fn pair(value: &Value) -> (Chars, Chars) {
    let side = |key: &str| {
        let n = |k: usize| value[key][k].as_u64().expect("number") as usize;
        (n(0), n(1))
    };
    (side("a"), side("b"))
}

#[test]
fn kremlin_sentences_are_linked_as_in_the_gold_and_no_others() {
    let gold = gold("kremlin/gold.json");
    for (other, name) in [
        ("kremlin/000.txt", "001-000"),
        ("kremlin/003.txt", "001-003"),
    ] {
        let table = files("kremlin/001.txt", other, Level::Sentence);
        let found: Vec<(Chars, Chars)> = beads(&table)
            .into_iter()
            .map(|(a, b)| {
                let side = |w: usize, units: &[UnitIndex]| {
                    let witness = &table.witnesses[w];
                    let mut units = units.iter().map(|&u| witness.unit(u).span);
                    let (first, last) = (units.clone().next(), units.next_back());
                    chars(
                        witness,
                        first.expect("a unit").start,
                        last.expect("a unit").end,
                    )
                };
                (side(0, &a), side(1, &b))
            })
            .collect();
        let links = gold["pairs"][name]["links"].as_array().expect("links");
        assert_eq!(found, links.iter().map(pair).collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn kremlin_quotations_are_found() {
    let gold = gold("kremlin/gold.json");
    let (mut found, mut others) = (0, 0);
    for (other, name) in [
        ("kremlin/000.txt", "001-000"),
        ("kremlin/003.txt", "001-003"),
    ] {
        let table = files("kremlin/001.txt", other, Level::Sentence);
        let quotations: Vec<[Chars; 2]> = table
            .quotations
            .iter()
            .map(|q| {
                [0, 1].map(|w| {
                    let span = q.passages[w].span;
                    chars(&table.witnesses[w], span.start, span.end)
                })
            })
            .collect();
        let matches = |gold: &Value, passages: &[Chars; 2]| {
            let gold = pair(gold);
            [gold.0, gold.1].iter().zip(passages).all(|(g, p)| {
                let shared = g.1.min(p.1).saturating_sub(g.0.max(p.0));
                let (long, short) = (g.1 - g.0, (g.1 - g.0).min(p.1 - p.0));
                2 * shared >= short && p.1 - p.0 <= 2 * long
            })
        };
        let gold = gold["pairs"][name]["quotations"]
            .as_array()
            .expect("quotations");
        // What stands in the row of its source is aligned with it, and no quotation.
        let aligned = |gold: &Value| {
            let gold = pair(gold);
            table.rows.iter().any(|row| {
                let begins = |(w, at): (usize, Chars)| {
                    let witness = &table.witnesses[w];
                    let mut units = row.cells[w].iter().map(|&u| witness.unit(u).span);
                    units.any(|span| {
                        let unit = chars(witness, span.start, span.end);
                        unit.0 <= at.0 && at.0 < unit.1
                    })
                };
                [(0, gold.0), (1, gold.1)].into_iter().all(begins)
            })
        };
        let quoted = |gold: &Value| quotations.iter().any(|q| matches(gold, q));
        assert!(gold.iter().all(|g| !(quoted(g) && aligned(g))), "{name}");
        found += gold.iter().filter(|g| quoted(g) || aligned(g)).count();
        others += quotations
            .iter()
            .filter(|q| !gold.iter().any(|g| matches(g, q)))
            .count();
    }
    assert!(found >= 7, "{found} of 8");
    assert!(others <= 3, "{others} others");
}

#[test]
fn moved_blocks_are_found_and_marked() {
    let table = files("ruth/A.txt", "ruth/B.txt", Level::Line);
    let gold = gold("ruth/gold.json");
    let links: Vec<(Vec<UnitIndex>, Vec<UnitIndex>)> =
        serde_json::from_value(gold["links"].clone()).expect("links");
    let found = beads(&table);
    let right = found.iter().filter(|bead| links.contains(bead)).count();
    assert!(
        right * 100 >= found.len() * 85,
        "{right} of {}",
        found.len()
    );
    assert!(
        right * 100 >= links.len() * 88,
        "{right} of {}",
        links.len()
    );
    let moved: Vec<usize> = serde_json::from_value(gold["moved"].clone()).expect("moved");
    let right = moved.iter().filter(|&&m| found.contains(&links[m])).count();
    assert!(
        right * 100 >= moved.len() * 85,
        "{right} of {}",
        moved.len()
    );
    assert!(table.rows.iter().any(|r| r.moved && r.moved_to.is_some()));

    let monotone = CompareOptions {
        monotone: true,
        ..CompareOptions::default()
    };
    let [a, b] = <[Witness; 2]>::try_from(table.witnesses).expect("two");
    assert!(
        compare_witnesses([a, b], &monotone)
            .unwrap()
            .rows
            .iter()
            .all(|r| !r.moved)
    );
}

/// A text as a poor scan has it: of some letters one in eight is taken for another like it, always the same ones.
fn scanned(text: &str, seed: u64) -> String {
    const CONFUSED: [(char, char); 8] = [
        ('e', 'c'),
        ('s', 'f'),
        ('i', 'l'),
        ('n', 'u'),
        ('a', 'o'),
        ('t', 'r'),
        ('u', 'v'),
        ('é', '6'),
    ];
    let mut state = seed;
    text.chars()
        .map(|letter| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let confused = CONFUSED.iter().find(|pair| pair.0 == letter);
            match confused {
                Some(&(_, other)) if (state >> 33).is_multiple_of(8) => other,
                _ => letter,
            }
        })
        .collect()
}

#[test]
fn poor_scans_are_aligned_nearly_as_well() {
    let noisy = |name, seed| scanned(&fs::read_to_string(fixture(name)).expect("readable"), seed);
    let (a, b) = (noisy("ruth/A.txt", 1), noisy("ruth/B.txt", 2));
    let found = beads(&texts(&a, &b, Level::Line));
    let links: Vec<(Vec<UnitIndex>, Vec<UnitIndex>)> =
        serde_json::from_value(gold("ruth/gold.json")["links"].clone()).expect("links");
    let right = found.iter().filter(|bead| links.contains(bead)).count();
    let f = 2.0 * right as f64 / (found.len() + links.len()) as f64;
    assert!(
        f >= 0.89,
        "exact F {f:.3}: {right} of {} found, {} there",
        found.len(),
        links.len()
    );
}

#[test]
fn confidence_is_worth_something() {
    let table = files("ruth/A.txt", "ruth/B.txt", Level::Line);
    let links: Vec<(Vec<UnitIndex>, Vec<UnitIndex>)> =
        serde_json::from_value(gold("ruth/gold.json")["links"].clone()).expect("links");
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for row in table.rows.iter().filter(|r| r.kind == RowKind::Bead) {
        let confidence = row.confidence.expect("a bead has a confidence");
        assert!((0.0..=1.0).contains(&confidence));
        let bead = (row.cells[0].clone(), row.cells[1].clone());
        if links.contains(&bead) {
            right.push(confidence);
        } else {
            wrong.push(confidence);
        }
    }
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len().max(1) as f64;
    assert!(mean(&right) > 0.9, "{}", mean(&right));
    assert!(mean(&right) > mean(&wrong) + 0.03, "{}", mean(&wrong));
}

/// Verses of the fixture, as one text a line.
fn verses(name: &str) -> Vec<String> {
    let text = fs::read_to_string(fixture(name)).expect("readable");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_text_against_itself_is_all_one_to_one() {
    let verses = verses("ruth/A.txt");
    let table = texts(&verses.join("\n"), &verses.join("\n"), Level::Line);
    let verses = (0..verses.len()).map(UnitIndex::new);
    let expected: Vec<_> = verses.map(|k| (vec![k], vec![k])).collect();
    assert_eq!(beads(&table), expected);
    assert!(table.rows.iter().all(|r| r.similarity == Some(1.0)));
}

#[test]
fn a_text_against_its_reverse_is_found_as_moves() {
    let forward = verses("ruth/A.txt");
    let mut backward = forward.clone();
    backward.reverse();
    let table = texts(&forward.join("\n"), &backward.join("\n"), Level::Line);
    let n = forward.len();
    let right = beads(&table)
        .iter()
        .filter(|(a, b)| a.len() == 1 && b.len() == 1 && b[0].get() == n - 1 - a[0].get())
        .count();
    assert!(right * 10 >= forward.len() * 8, "{right} of {n}");
    assert!(table.rows.iter().filter(|r| !r.moved).count() < 10);
}

#[test]
fn texts_with_nothing_in_common_have_no_beads() {
    let a = verses("ruth/A.txt").join("\n");
    let b = fs::read_to_string(fixture("kremlin/001.txt")).expect("readable");
    let table = texts(&a, &b, Level::Sentence);
    assert!(beads(&table).len() <= 1, "{:?}", beads(&table));
}

#[test]
fn long_foreign_text_on_one_side_costs_no_beads() {
    let verses = verses("ruth/A.txt");
    let mut a = String::new();
    for n in 0..4000 {
        let _ = writeln!(
            a,
            "Chapitre {n} : le comptable vérifia le bilan numéro {n}."
        );
    }
    let mut long = verses[..20].join("\n");
    long.push('\n');
    long.push_str(&a);
    long.push_str(&verses[20..].join("\n"));
    let table = texts(&long, &verses.join("\n"), Level::Line);
    assert_eq!(beads(&table).len(), verses.len());
}

#[test]
fn text_that_repeats_itself_is_aligned_in_order() {
    let refrain = "Car sa miséricorde demeure à toujours.\n".repeat(600);
    let table = texts(&refrain, &refrain, Level::Line);
    assert_eq!(beads(&table).len(), 600);
    assert!(table.rows.iter().all(|r| !r.moved));
}

#[test]
fn empty_and_blank_texts_have_tables() {
    for (a, b) in [
        ("", ""),
        ("", "Un mot."),
        ("\n\n \n", "Un mot."),
        ("?!", "…"),
    ] {
        for level in [
            Level::Clause,
            Level::Sentence,
            Level::Line,
            Level::Paragraph,
        ] {
            let table = texts(a, b, level);
            assert!(beads(&table).is_empty());
            for (w, witness) in table.witnesses.iter().enumerate() {
                let units: usize = table.rows.iter().map(|r| r.cells[w].len()).sum();
                assert_eq!(units, witness.units().len());
            }
        }
    }
}

#[test]
fn every_unit_stands_in_one_row() {
    for level in [
        Level::Clause,
        Level::Sentence,
        Level::Line,
        Level::Paragraph,
    ] {
        let table = files("kremlin/001.txt", "kremlin/003.txt", level);
        for (w, witness) in table.witnesses.iter().enumerate() {
            let mut units: Vec<UnitIndex> =
                table.rows.iter().flat_map(|r| r.cells[w].clone()).collect();
            units.sort_unstable();
            let all: Vec<UnitIndex> = (0..witness.units().len()).map(UnitIndex::new).collect();
            assert_eq!(units, all);
        }
    }
}

/// Plain language makes many short sentences of a long one.
#[test]
fn one_sentence_and_many() {
    let output = crate::enregard()
        .args([
            "--no-settings",
            "-q",
            "--thesaurus",
            "none",
            "--unit",
            "line",
        ])
        .args(["--lang", "de", "--format", "vecalign"])
        .args(["fixtures/plain/standard.txt", "fixtures/plain/plain.txt"])
        .output()
        .expect("it runs");
    let aligned = String::from_utf8(output.stdout).expect("UTF-8");
    let gold = fs::read_to_string("fixtures/plain/gold.txt").expect("the gold");
    let Ok(Scores::Units(scores)) = evaluate(&aligned, &gold) else {
        panic!("scores of units");
    };
    assert!(scores.pairs.f() >= 0.85, "{scores:?}");
    assert!(scores.lax.f() >= 0.95, "{scores:?}");
}

/// A number in words is the same as in digits, for sentences and for words, be it one word or several joined by hyphens.
#[test]
fn numbers_in_words_are_those_in_digits() {
    let around = |middle: &str| {
        format!(
            "Il y avait du monde ce soir-là.\n\n{middle}\n\nLe gouverneur est resté muet toute la soirée.\n"
        )
    };
    for (figures, words) in [("32", "Trente-deux"), ("75", "Soixante-quinze")] {
        let a = around(&format!("{figures} % étaient en faveur d’une campagne."));
        let b = around(&format!(
            "{words} pour cent ont indiqué qu’ils appuyaient sa candidature."
        ));
        let table = texts(&a, &b, Level::Sentence);
        assert_eq!(beads(&table).len(), 3, "{words}");
        let link = table.rows[1].links.iter().find(|link| {
            let said = |w: usize, text: &str| {
                let mut tokens = link.tokens[w].iter();
                tokens.any(|&t| table.witnesses[w].token_text(t) == text)
            };
            said(0, figures) && said(1, words)
        });
        assert_eq!(link.unwrap().class.name(), "spelling", "{words}");
    }
}

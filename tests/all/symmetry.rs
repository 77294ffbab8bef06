//! To swap two texts mirrors what comes of them: rows, links with their classes and probabilities, quotations, facts and
//! explanations. Only the order of the rows follows the first text, by their meaning: rows are found by their units.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use enregard::class::Class;
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::{Link, Row, RowKind};
use enregard::witness::{Level, Siglum, TokenList, UnitIndex, Witness};
use enregard::{AlignmentTable, CompareOptions, Comparison};
use proptest::prelude::*;

fn witness(siglum: usize, text: &str, level: Level) -> Witness {
    let options = ReadOptions {
        level,
        ..ReadOptions::default()
    };
    let reading = read_bytes(text.into(), "text", Siglum::nth(siglum), &options);
    reading.unwrap().witness
}

fn comparison(a: &str, b: &str, level: Level) -> Comparison<'static> {
    let witnesses = [witness(0, a, level), witness(1, b, level)];
    Comparison::new(witnesses, &CompareOptions::default()).unwrap()
}

/// The links of a row, sides swapped: each with its class, whether it moved, and its probability.
type Links = Vec<([TokenList; 2], Class, bool, f64)>;

fn links(row: &Row, swapped: bool) -> Links {
    let plain = |link: &Link| {
        let mut sides = [0, 1].map(|w| TokenList::from_slice(&link.tokens[w]));
        let mut class = link.class;
        if swapped {
            sides.reverse();
            class = match class {
                Class::Omission => Class::Addition,
                Class::Addition => Class::Omission,
                class => class,
            };
        }
        (sides, class, link.moved, link.probability)
    };
    let mut links: Links = row.links.iter().map(plain).collect();
    links.sort_by(|x, y| x.0.cmp(&y.0));
    links
}

/// The links of a row stand in the order of the first text, and what only the second has after its neighbour before it.
fn assert_in_order(row: &Row) {
    let mut before = None;
    for link in &row.links {
        if let Some(&first) = link.tokens[0].first() {
            assert!(before < Some(first), "{row:?}");
            before = Some(first);
        }
    }
}

fn assert_mirrored(a: &str, b: &str, level: Level) {
    let pair = [comparison(a, b, level), comparison(b, a, level)];
    let tables: [AlignmentTable; 2] = [0, 1].map(|n| pair[n].table(&[]).unwrap());
    let swapped: BTreeMap<Vec<Vec<UnitIndex>>, &Row> = tables[1]
        .rows
        .iter()
        .map(|row| (row.cells.iter().rev().cloned().collect(), row))
        .collect();
    let beads = |table: &AlignmentTable| {
        let beads = table.rows.iter().filter(|r| r.kind == RowKind::Bead);
        beads.count()
    };
    assert_eq!(beads(&tables[0]), beads(&tables[1]), "{a}\n{b}");
    // A run of one text alone may be cut at another place, where the rows of the other stand between.
    for row in tables[0].rows.iter().filter(|r| r.kind == RowKind::Bead) {
        let twin = swapped.get(&row.cells);
        let twin = twin.unwrap_or_else(|| panic!("{:?} is no bead there:\n{a}\n{b}", row.cells));
        assert_eq!(
            (row.moved, row.score, row.confidence, row.similarity),
            (twin.moved, twin.score, twin.confidence, twin.similarity),
            "{a}\n{b}"
        );
        assert_eq!(links(row, false), links(twin, true), "{a}\n{b}");
        assert_in_order(row);
        assert_in_order(twin);
        let facts = |n: usize, row: &Row| {
            let facts = tables[n].facts_of(row.number).iter().map(|fact| {
                let mut tokens = fact.tokens.clone();
                if n == 1 {
                    tokens.reverse();
                }
                (fact.kind, tokens)
            });
            let mut facts: Vec<_> = facts.collect();
            facts.sort();
            facts
        };
        assert_eq!(facts(0, row), facts(1, twin), "{a}\n{b}");
    }
    let quotations = |n: usize| {
        let quotations = tables[n].quotations.iter().map(|quotation| {
            let mut spans: Vec<_> = quotation.passages.iter().map(|p| p.span).collect();
            if n == 1 {
                spans.reverse();
            }
            (spans, quotation.score.to_bits())
        });
        let mut quotations: Vec<_> = quotations.collect();
        quotations.sort();
        quotations
    };
    assert_eq!(quotations(0), quotations(1), "{a}\n{b}");
    // To swap twice changes nothing.
    assert_eq!(comparison(a, b, level).into_table(&[]).unwrap(), tables[0]);
}

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../fixtures/", $name))
    };
}

const FIXTURES: [(&str, &str); 5] = [
    (fixture!("kremlin/001.txt"), fixture!("kremlin/000.txt")),
    (fixture!("kremlin/001.txt"), fixture!("kremlin/003.txt")),
    (
        fixture!("genesis/martin.txt"),
        fixture!("genesis/darby.txt"),
    ),
    (fixture!("ruth/A.txt"), fixture!("ruth/B.txt")),
    (fixture!("ruth/A.txt"), fixture!("genesis/darby.txt")),
];

#[test]
fn whole_texts_are_mirrored() {
    for (a, b) in FIXTURES {
        for level in [Level::Clause, Level::Sentence, Level::Line] {
            assert_mirrored(a, b, level);
        }
    }
}

#[test]
fn rows_of_the_second_text_explain_themselves_as_in_the_first() {
    let (a, b) = FIXTURES[0];
    let pair = [
        comparison(a, b, Level::Sentence),
        comparison(b, a, Level::Sentence),
    ];
    for row in pair[0].rows(&[]).unwrap() {
        let mut twin = row.clone();
        twin.cells.reverse();
        let (here, there) = (pair[0].explain(&row), pair[1].explain(&twin));
        assert_eq!(here.beads.len(), there.beads.len());
        for bead in here.beads {
            let same =
                |other: &&enregard::explanation::Reasons| other.a == bead.b && other.b == bead.a;
            let other = there.beads.iter().find(same).unwrap();
            assert_eq!(bead.score, other.score);
            assert_eq!(bead.pairs.len(), other.pairs.len());
            assert_eq!(bead.alone[0], other.alone[1]);
        }
    }
}

/// Sentences of one language, of which two renderings are made: some left out, some twice, some elsewhere, words changed.
const SENTENCES: [&[&str]; 4] = [
    &[
        "Les mesures principales sont prises par le gouvernement.",
        "Le dialogue reprend entre les deux pays voisins.",
        "Il a dit que rien ne serait plus comme avant.",
        "Deux hommes entrent, puis trois hommes sortent du village.",
        "L’homme qui parle, l’homme qui se tait et l’homme qui part.",
        "Le 25 mai, vingt-cinq soldats ont quitté Paris.",
    ],
    &[
        "The measures that matter were taken by the government.",
        "The talks between the two neighbours have begun again.",
        "He said that nothing would ever be the same again.",
        "Two men come in, and then three men leave the village.",
        "On 25 May twenty-five soldiers left the old town.",
    ],
    &[
        "Die wichtigsten Maßnahmen wurden von der Regierung getroffen.",
        "Das Gespräch zwischen den beiden Nachbarn beginnt von neuem.",
        "Er sagte, dass nichts mehr so sein werde wie zuvor.",
        "Zwei Männer kommen herein, dann gehen drei Männer hinaus.",
    ],
    &[
        "Las medidas principales fueron tomadas por el gobierno.",
        "El diálogo entre los dos países vecinos ha comenzado de nuevo.",
        "Dijo que nada volvería a ser como antes en el pueblo.",
        "Dos hombres entran y luego tres hombres salen de la casa.",
    ],
];

/// A rendering: the sentences by number, and of each which word is left out, and which goes to the end.
fn rendering() -> impl Strategy<Value = Vec<(usize, usize, usize)>> {
    prop::collection::vec((0..6usize, 0..16usize, 0..16usize), 1..8)
}

fn text(sentences: &[&str], rendering: &[(usize, usize, usize)]) -> String {
    let rendered = rendering.iter().map(|&(n, without, last)| {
        let mut words: Vec<&str> = sentences[n % sentences.len()].split(' ').collect();
        if without < words.len() && words.len() > 2 {
            words.remove(without);
        }
        if last + 1 < words.len() {
            let word = words.remove(last);
            words.insert(words.len() - 1, word);
        }
        words.join(" ")
    });
    rendered.collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn small_texts_are_mirrored(
        language in 0..SENTENCES.len(),
        a in rendering(),
        b in rendering(),
    ) {
        let sentences = SENTENCES[language];
        assert_mirrored(&text(sentences, &a), &text(sentences, &b), Level::Sentence);
    }
}

//! What one cell says, and which of it the other does not.

use crate::normalize::Class;
use crate::table::Row;
use crate::witness::Witness;

use super::names::{Names, is_acronym};
use super::{Fact, FactKind, names, negations, numbers, words};

/// A fact where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) kind: FactKind,
    /// What is compared: two mentions of one value say the same.
    pub(super) value: String,
    /// The tokens that say it, increasing.
    pub(super) tokens: Vec<u32>,
    /// Whether it only excuses one on the other side, and is no fact of its own.
    pub(super) weak: bool,
}

/// The mentions in the units of one witness.
pub(super) fn of(witness: &Witness, units: &[u32], names: &Names) -> Vec<Mention> {
    let words = words::table(witness.language);
    let mut found = Vec::new();
    for &unit in units {
        let tokens: Vec<u32> = witness.units()[unit as usize].tokens.indices().collect();
        let lower: Vec<String> = tokens
            .iter()
            .map(|&t| lower_case(witness.token_text(t)))
            .collect();
        numbers::find(witness, words, &tokens, &lower, &mut found);
        negations::find(witness, words, &tokens, &lower, &mut found);
        names.find(witness, &tokens, &mut found);
    }
    // A month with a capital is part of its date.
    let dated: Vec<u32> = found
        .iter()
        .filter(|m| m.kind == FactKind::Date)
        .flat_map(|m| m.tokens.clone())
        .collect();
    found.retain(|m| m.kind != FactKind::Name || !dated.contains(&m.tokens[0]));
    found
}

/// A token as the tables of words have it.
fn lower_case(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.to_lowercase().replace('’', "'")
    }
}

/// The facts of two cells that differ: kind by kind, what is left when equal values are paired.
pub(super) fn differences(
    witnesses: &[Witness],
    row: &Row,
    sides: [usize; 2],
    found: [&[Mention]; 2],
) -> Vec<Fact> {
    let mut facts = Vec::new();
    for kind in FactKind::ALL {
        let mut left: [Vec<&Mention>; 2] =
            found.map(|side| side.iter().filter(|m| m.kind == kind).collect());
        match kind {
            FactKind::Negation => cancel_negations(&mut left),
            FactKind::Name => cancel_names(witnesses, row, sides, &mut left),
            FactKind::Number | FactKind::Date => cancel_values(&mut left),
        }
        let fact = |a: &[u32], b: &[u32]| {
            let mut tokens = vec![Vec::new(); row.cells.len()];
            tokens[sides[0]] = a.to_vec();
            tokens[sides[1]] = b.to_vec();
            Fact {
                row: row.number,
                kind,
                tokens,
            }
        };
        let [a, mut b] = left;
        // What is linked stands for each other; two that are alone of their kind do as well.
        let alone = a.len() == 1 && b.len() == 1 && kind != FactKind::Name;
        let acronym = |w: usize, m: &Mention| {
            kind == FactKind::Name && is_acronym(witnesses[sides[w]].token_text(m.tokens[0]))
        };
        for mention in a {
            let other = b
                .iter()
                .position(|m| alone || linked(row, sides, &mention.tokens, &m.tokens));
            match other {
                Some(at) => facts.push(fact(&mention.tokens, &b.remove(at).tokens)),
                // An acronym that one side adds or spells out changes nothing.
                None if acronym(0, mention) => {}
                None => facts.push(fact(&mention.tokens, &[])),
            }
        }
        for mention in b.into_iter().filter(|m| !acronym(1, m)) {
            facts.push(fact(&[], &mention.tokens));
        }
    }
    facts
}

/// Whether a link joins a token of one mention and a token of the other.
fn linked(row: &Row, sides: [usize; 2], a: &[u32], b: &[u32]) -> bool {
    row.links.iter().any(|link| {
        link.tokens[sides[0]].iter().any(|t| a.contains(t))
            && link.tokens[sides[1]].iter().any(|t| b.contains(t))
    })
}

/// Takes away what both sides have, however often: to say a number twice is no other fact.
fn cancel_values(left: &mut [Vec<&Mention>; 2]) {
    let values: [Vec<String>; 2] =
        [0, 1].map(|w| left[w].iter().map(|m| m.value.clone()).collect());
    left[0].retain(|m| !m.weak && !values[1].contains(&m.value));
    left[1].retain(|m| !m.weak && !values[0].contains(&m.value));
}

/// Takes away as many negations as the other side has, weak ones last.
fn cancel_negations(left: &mut [Vec<&Mention>; 2]) {
    let count = |side: &[&Mention]| {
        let strong = side.iter().filter(|m| !m.weak).count();
        (strong, side.len() - strong)
    };
    let (strong_a, weak_a) = count(&left[0]);
    let (strong_b, weak_b) = count(&left[1]);
    let over_a = strong_a.saturating_sub(strong_b + weak_b);
    let over_b = strong_b.saturating_sub(strong_a + weak_a);
    for (side, over) in left.iter_mut().zip([over_a, over_b]) {
        side.retain(|m| !m.weak);
        // Where all are over they are all said; otherwise no one knows which, and the last is shown.
        let keep = side.len() - over.min(side.len());
        side.drain(..keep);
    }
}

/// Takes away the names that the other side has in any form: the same, linked as a form of it, or a word of its family.
fn cancel_names(
    witnesses: &[Witness],
    row: &Row,
    sides: [usize; 2],
    left: &mut [Vec<&Mention>; 2],
) {
    if left.iter().all(Vec::is_empty) {
        return;
    }
    let words: [Vec<String>; 2] = sides.map(|w| {
        row.cells[w]
            .iter()
            .flat_map(|&u| witnesses[w].units()[u as usize].tokens.indices())
            .map(|t| names::fold(witnesses[w].token_text(t)))
            .collect()
    });
    for (w, side) in left.iter_mut().enumerate() {
        side.retain(|mention| {
            let other = &witnesses[sides[1 - w]];
            // A form of the name, or a common word in its place (États, pays): wording, and no other fact.
            let rendered = row.links.iter().any(|link| {
                link.tokens[sides[w]].contains(&mention.tokens[0])
                    && link.tokens[sides[1 - w]].iter().any(|&t| {
                        let text = other.token_text(t);
                        // Short names that look alike are spellings to a fold, and other names to a reader.
                        let form = link.class <= Class::Inflection && !names::is_short(text);
                        form || names::is_common(text)
                    })
            });
            !rendered
                && !words[1 - w]
                    .iter()
                    .any(|word| names::alike(&mention.value, word))
        });
    }
}

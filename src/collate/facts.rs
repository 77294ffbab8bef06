//! The facts of more than two witnesses, from those of every two.

use rustc_hash::FxHashMap;

use crate::table::{Fact, FactKind, Row, RowNumber};
use crate::witness::{TokenIndex, Witness};

/// The facts of more than two witnesses.
#[derive(Default)]
pub(super) struct Facts {
    /// Those that are told; see [`AlignmentTable::facts`](crate::table::AlignmentTable::facts).
    pub(super) told: Vec<Fact>,
    /// Those between two others.
    pub(super) between: Vec<Fact>,
}

/// What differs between the base and others, and, where the base does not stand in the row or is not compared, between the first
/// witness there that is and others; `sequence` is that in which the witnesses count, the base first, and `compares` says whether
/// the words of two are compared. A fact that several witnesses say
/// against the same words is one, and so is what several say alike of which the base says nothing. What differs between two others
/// stands apart. `found` has the facts of each pair.
pub(super) fn joined(
    witnesses: &[Witness],
    rows: &[Row],
    (sequence, compares): (&[usize], &dyn Fn(usize, usize) -> bool),
    found: impl Iterator<Item = Fact>,
) -> Facts {
    let rank = |w: usize| sequence.iter().position(|&own| own == w);
    let (mut facts, mut between): (Vec<Fact>, Vec<Fact>) = (Vec::new(), Vec::new());
    let mut by_words: FxHashMap<Words, usize> = FxHashMap::default();
    let mut found: Vec<Fact> = found.collect();
    for fact in &mut found {
        if rank(fact.witnesses[0]) > rank(fact.witnesses[1]) {
            fact.witnesses.swap(0, 1);
        }
    }
    // Those that say it in their sequence, so that what they make does not depend on the order of the pairs.
    found.sort_by_cached_key(|fact| (fact.row, rank(fact.witnesses[1]), !fact.is_contradiction()));
    for fact in found {
        let [first, other] = [fact.witnesses[0], fact.witnesses[1]];
        let row = fact.row.index().map(|index| &rows[index]);
        let lead = |row: &Row| {
            let mut sequence = sequence.iter();
            sequence
                .find(|&&w| row.has(w) && compares(w, other))
                .copied()
        };
        if row.and_then(lead) != Some(first) {
            between.push(fact);
            continue;
        }
        let words = match fact.tokens[first].is_empty() {
            false => Said::First(fact.tokens[first].clone()),
            true => Said::Others(spelled(&witnesses[other], &fact.tokens[other])),
        };
        let says = !fact.tokens[other].is_empty();
        let key = (fact.row, fact.kind, says, words);
        match by_words.get(&key) {
            Some(&n) if !facts[n].witnesses.contains(&other) => {
                facts[n].witnesses.push(other);
                facts[n].tokens[other].clone_from(&fact.tokens[other]);
            }
            _ => {
                by_words.insert(key, facts.len());
                facts.push(fact);
            }
        }
    }
    facts.sort_by_key(|fact| (fact.row, !fact.is_contradiction(), fact.kind));
    between.sort_by_cached_key(|fact| {
        let [one, other] = [fact.witnesses[0], fact.witnesses[1]];
        let words = [one, other].map(|w| fact.tokens[w].first().copied());
        (fact.row, rank(one), rank(other), fact.kind, words)
    });
    Facts {
        told: facts,
        between,
    }
}

/// What makes two facts one: their row and kind, whether the others say anything, and the words.
type Words = (RowNumber, FactKind, bool, Said);

/// The words that several facts have in common.
#[derive(PartialEq, Eq, Hash)]
enum Said {
    /// Those of the first witness.
    First(Vec<TokenIndex>),
    /// Those of the others, as they are spelled, where the first says nothing.
    Others(String),
}

fn spelled(witness: &Witness, tokens: &[TokenIndex]) -> String {
    let words = tokens
        .iter()
        .map(|&t| witness.composed_word(t).to_lowercase());
    words.collect::<Vec<_>>().join(" ")
}

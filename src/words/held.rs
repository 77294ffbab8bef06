//! Pairs of words for which nothing but their place speaks, and only on one side of them: where words stand on the other that
//! have no counterpart, one of these may be it, or the phrase as a whole.

use super::link::WordPair;
use super::relation::Relation;
use super::shape::{Role, Shape};
use crate::lexicon::Vocabulary;

/// How probable a pair of different words must be to be a link where the words behind them correspond, or none beside them.
const BEFORE: f32 = 0.7;
/// How probable where those before them alone do: a small word stands before many.
const BEHIND: f32 = 0.85;
/// Words that share their endings alone must be so like each other, where nothing beside them corresponds.
const LIKENESS: f32 = 0.6;

/// Leaves the pairs that links are made of, given and left in the order of A and then of B.
pub(super) fn hold(pairs: &mut Vec<WordPair>, a: &[&Shape], b: &[&Shape], vocabulary: &Vocabulary) {
    let has = |x: u32, y: u32| pairs.binary_search_by_key(&(x, y), |p| (p.a, p.b)).is_ok();
    let ends = (a.len() as u32, b.len() as u32);
    let is_kept = |pair: &WordPair| {
        let before = match (pair.a, pair.b) {
            (0, 0) => true,
            (0, _) | (_, 0) => false,
            (x, y) => has(x - 1, y - 1),
        };
        let behind = (pair.a + 1, pair.b + 1) == ends || has(pair.a + 1, pair.b + 1);
        let (x, y) = (a[pair.a as usize], b[pair.b as usize]);
        match Relation::between(x, y) {
            (Relation::Different, _) => {
                let least = match (before, behind) {
                    (true, true) => WordPair::LEAST,
                    (true, false) => BEHIND,
                    (false, _) => BEFORE,
                };
                pair.probability >= least || vocabulary.known(x.stem, y.stem) > 0.0
            }
            (Relation::Like, likeness) => {
                let beside = before || behind;
                likeness >= LIKENESS
                    || !x.ends_alike(y)
                    || beside && !one_has_a_capital([a, b], pair)
            }
            _ => true,
        }
    };
    let kept: Vec<bool> = pairs.iter().map(is_kept).collect();
    let mut kept = kept.into_iter();
    pairs.retain(|_| kept.next().unwrap_or_default());
}

/// Whether just one of two words has a capital, and neither stands at the beginning of what is said: one is a noun, or a name.
fn one_has_a_capital(sides: [&[&Shape]; 2], pair: &WordPair) -> bool {
    let [x, y] = [(sides[0], pair.a as usize), (sides[1], pair.b as usize)];
    let begins = |(side, at): (&[&Shape], usize)| at == 0 || side[at - 1].role == Role::Mark;
    let is_capitalized = |(side, at): (&[&Shape], usize)| side[at].is_capitalized;
    is_capitalized(x) != is_capitalized(y) && !begins(x) && !begins(y)
}

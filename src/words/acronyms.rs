//! Acronyms and the words that they stand for: `TIC`, `technologies de l’information et des communications`.

use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;
use smallvec::smallvec;

use super::shape::{Role, Shape};
use crate::lexicon::{KeyId, Positions};

/// Initials of fewer words than this come together by chance, unless the words have capitals themselves.
const TELLING: usize = 3;

/// The positions of the acronyms that one side alone has, each with those of the words of the other that spell it; those of
/// the first side first.
pub(super) fn find(a: &[&Shape], b: &[&Shape]) -> Vec<(Positions, Positions)> {
    let mut found = Vec::new();
    for turned in [false, true] {
        let (side, other) = if turned { (b, a) } else { (a, b) };
        if !side.iter().any(|x| x.is_acronym) {
            continue;
        }
        let present: FxHashSet<KeyId> = other.iter().map(|y| y.equal).collect();
        for (at, acronym) in side.iter().enumerate() {
            if acronym.is_acronym && !present.contains(&acronym.equal) {
                found.extend(spelled(acronym, other).map(|words| {
                    let at: Positions = smallvec![at as u32];
                    let words = words.map(|word| word as u32).collect();
                    if turned { (words, at) } else { (at, words) }
                }));
            }
        }
    }
    found
}

/// The first words in a row, function words between them, whose initials spell an acronym.
fn spelled(acronym: &Shape, words: &[&Shape]) -> Option<RangeInclusive<usize>> {
    let letters: Vec<char> = acronym.letters().filter(|c| c.is_alphabetic()).collect();
    let spells = |first: usize| {
        let mut ahead = letters.iter().peekable();
        for (at, word) in words.iter().enumerate().skip(first) {
            match word.role {
                Role::Function | Role::Elided if at > first => continue,
                Role::Content if word.letters().next().as_ref() == ahead.next() => {}
                _ => return None,
            }
            if letters.len() < TELLING && !word.is_capitalized {
                return None;
            }
            if ahead.peek().is_none() {
                return Some(first..=at);
            }
        }
        None
    };
    (0..words.len()).find_map(spells)
}

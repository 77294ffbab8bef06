//! Acronyms and the words that they stand for: `TIC`, `technologies de l’information et des communications`.

use std::ops::RangeInclusive;

use rustc_hash::FxHashSet;

use super::decide::WordPair;
use super::relation::{Kind, Shape};
use crate::lexicon::KeyId;

/// The probability of the links between an acronym and the content words that it stands for. Initials in a row that spell a
/// word in capitals are hardly ever chance.
const SPELLED: f32 = 0.9;
/// That of the function words between them: possible links, as of all words that come along.
const BETWEEN: f32 = WordPair::SURE - 0.01;
/// Initials of fewer words than this come together by chance, unless the words have capitals themselves.
const TELLING: usize = 3;

/// Links the acronyms that one side alone has to words of the other that spell them, in place of what else these were
/// linked to. Words that are surely linked to words like them stay so.
pub(super) fn spell(pairs: &mut Vec<WordPair>, a: &[&Shape], b: &[&Shape]) {
    for turned in [false, true] {
        let (side, other) = if turned { (b, a) } else { (a, b) };
        let positions = |p: &WordPair| {
            let (x, y) = if turned { (p.b, p.a) } else { (p.a, p.b) };
            (x as usize, y as usize)
        };
        let present: FxHashSet<KeyId> = other.iter().map(|y| y.equal).collect();
        let mut open: Vec<bool> = vec![true; other.len()];
        for (x, y) in pairs.iter().filter(|p| p.is_sure()).map(positions) {
            open[y] &= !side[x].relation(other[y]).0.is_likeness();
        }
        for (at, acronym) in side.iter().enumerate() {
            if !acronym.is_acronym || present.contains(&acronym.equal) {
                continue;
            }
            let Some(words) = spelled(acronym, other, &open) else {
                continue;
            };
            let is_content = |word: usize| other[word].kind == Kind::Content;
            pairs.retain(|p| {
                let (x, y) = positions(p);
                x != at && !(words.contains(&y) && is_content(y))
            });
            for word in words {
                open[word] = false;
                let (at, to) = (at as u32, word as u32);
                let (a, b) = if turned { (to, at) } else { (at, to) };
                let probability = if is_content(word) { SPELLED } else { BETWEEN };
                pairs.push(WordPair { a, b, probability });
            }
        }
    }
    pairs.sort_unstable_by_key(|p| (p.a, p.b));
}

/// The first words in a row, function words between them, whose initials spell an acronym; all must be `open`.
fn spelled(acronym: &Shape, words: &[&Shape], open: &[bool]) -> Option<RangeInclusive<usize>> {
    let letters: Vec<char> = acronym.letters().filter(|c| c.is_alphabetic()).collect();
    let spells = |first: usize| {
        let mut ahead = letters.iter().peekable();
        for (at, word) in words.iter().enumerate().skip(first) {
            match word.kind {
                Kind::Function if at > first => continue,
                Kind::Content if open[at] && word.letters().next().as_ref() == ahead.next() => {}
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

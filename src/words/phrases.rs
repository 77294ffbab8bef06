//! Phrases that stand for a word or for another phrase, known beforehand or spelled by an acronym: where both stand at
//! the same place, they are linked as wholes.

use super::acronyms;
use super::decide::WordPair;
use super::relation::{Kind, Shape};
use crate::lexicon::Vocabulary;
use crate::witness::TokenList;

/// The probability of the links between the words of two phrases, once some of them are linked.
const WHOLE: f32 = 0.9;
/// That of function words which come along with what an acronym stands for: possible links.
const BETWEEN: f32 = WordPair::SURE - 0.01;

/// Words of both sides that stand for each other as wholes, if they stand at the same place.
pub(super) struct PhrasePair {
    /// Positions in the first side, increasing.
    pub(super) a: TokenList,
    /// Positions in the second side, increasing.
    pub(super) b: TokenList,
    /// Whether the function words in it are part of what it says.
    pub(super) is_one: bool,
}

/// What stands in one side and in the other, as first and second.
pub(super) fn sides<T>(side: T, other: T, turned: bool) -> (T, T) {
    if turned { (other, side) } else { (side, other) }
}

/// The phrases that may stand for each other, of the two sides.
pub(super) fn find(a: &[&Shape], b: &[&Shape], vocabulary: &Vocabulary) -> Vec<PhrasePair> {
    let mut found = Vec::new();
    acronyms::find(a, b, &mut found);
    let stems = |side: &[&Shape]| side.iter().map(|x| x.stem).collect::<Vec<_>>();
    let known = vocabulary.phrases(&stems(a), &stems(b));
    found.extend(known.into_iter().map(|(a, b)| PhrasePair {
        a: a.at,
        b: b.at,
        is_one: true,
    }));
    found
}

/// Links each phrase of which some words are linked as a whole, in place of what else its words are linked to. Phrases with
/// a content word that is surely linked to one like it stay as they are.
pub(super) fn complete(
    pairs: &mut Vec<WordPair>,
    phrases: &[PhrasePair],
    a: &[&Shape],
    b: &[&Shape],
) {
    for phrase in phrases {
        let inside = |p: &WordPair| (phrase.a.contains(&p.a), phrase.b.contains(&p.b));
        let bound = |p: &WordPair| {
            let like = a[p.a as usize].relation(b[p.b as usize]).0.is_likeness();
            like && p.is_sure() && matches!(inside(p), (true, _) | (_, true))
        };
        if !pairs.iter().any(|p| inside(p) == (true, true)) || pairs.iter().any(bound) {
            continue;
        }
        let is_content = |shape: &Shape| phrase.is_one || shape.kind == Kind::Content;
        pairs.retain(|p| {
            let (in_a, in_b) = inside(p);
            !(in_a && is_content(a[p.a as usize]) || in_b && is_content(b[p.b as usize]))
        });
        for &x in &phrase.a {
            for &y in &phrase.b {
                let whole = is_content(a[x as usize]) && is_content(b[y as usize]);
                let probability = if whole { WHOLE } else { BETWEEN };
                pairs.push(WordPair {
                    a: x,
                    b: y,
                    probability,
                });
            }
        }
    }
    pairs.sort_unstable_by(|x, y| {
        (x.a, x.b)
            .cmp(&(y.a, y.b))
            .then(y.probability.total_cmp(&x.probability))
    });
    pairs.dedup_by_key(|p| (p.a, p.b));
}

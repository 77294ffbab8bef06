//! Words that one side writes as one and the other as several: `Monseigneur`, `Mon seigneur`; `vois-tu`, `tu vois`;
//! `dámelo`, `me lo da`.

use std::borrow::Cow;

use super::join::PHRASE_GAP;
use super::link::WordPair;
use super::shape::{Role, Shape};
use crate::lexicon::Vocabulary;

/// The probability that a word is a part of another which is spelled so, and stands with the rest of it.
const PART: f32 = 0.9;

/// Links the other parts of a word of one side with it, where one part of it is linked with it.
pub(super) fn complete(
    pairs: &mut Vec<WordPair>,
    a: &[&Shape],
    b: &[&Shape],
    vocabulary: &Vocabulary,
) {
    // The parts of words that are found, and those that led to them.
    let mut parts: Vec<WordPair> = Vec::new();
    for pair in pairs.iter() {
        let (x, y) = (pair.a as usize, pair.b as usize);
        let free_a = |t: u32| is_free(pairs, |p| (p.a, p.b), t, pair.b);
        let free_b = |t: u32| is_free(pairs, |p| (p.b, p.a), t, pair.a);
        let part = |a: u32, b: u32| WordPair {
            a,
            b,
            probability: PART,
        };
        let found = parts.len();
        for t in other_parts(a[x], b, y, vocabulary).filter(|t| free_b(*t)) {
            parts.push(part(pair.a, t));
        }
        for t in other_parts(b[y], a, x, vocabulary).filter(|t| free_a(*t)) {
            parts.push(part(t, pair.b));
        }
        if parts.len() > found {
            parts.push(part(pair.a, pair.b));
        }
    }
    if parts.is_empty() {
        return;
    }
    let is_part = |p: &WordPair| parts.iter().any(|part| (part.a, part.b) == (p.a, p.b));
    let taken =
        |p: &WordPair| !is_part(p) && parts.iter().any(|part| (part.a == p.a) != (part.b == p.b));
    // What a part was linked with by its place it is linked with no more.
    let weak = |p: &WordPair| p.probability <= WordPair::POSSIBLE;
    pairs.retain(|p| !(weak(p) && taken(p)));
    pairs.extend(parts);
    pairs.sort_unstable_by(|x, y| {
        (x.a, x.b)
            .cmp(&(y.a, y.b))
            .then(y.probability.total_cmp(&x.probability))
    });
    pairs.dedup_by_key(|p| (p.a, p.b));
}

/// Whether a word has no sure link but with the other one.
fn is_free(
    pairs: &[WordPair],
    sides: impl Fn(&WordPair) -> (u32, u32),
    word: u32,
    other: u32,
) -> bool {
    pairs.iter().all(|p| {
        let (x, y) = sides(p);
        x != word || y == other || !p.is_sure()
    })
}

/// The positions around `at` of the words that together with the one there spell `whole`.
fn other_parts(
    whole: &Shape,
    side: &[&Shape],
    at: usize,
    vocabulary: &Vocabulary,
) -> impl Iterator<Item = u32> + use<> {
    let part = side[at];
    let found = match whole.role {
        Role::Mark | Role::Figures => None,
        _ if whole.equal == part.equal => None,
        _ => rest(whole, part, vocabulary),
    };
    let words = found.and_then(|rest| {
        let near =
            at.saturating_sub(PHRASE_GAP as usize)..side.len().min(at + PHRASE_GAP as usize + 1);
        let is = |t: usize, text: &str| t != at && vocabulary.key(side[t].equal) == text;
        let one = near.clone().find(|&t| is(t, &rest)).map(|t| t..t + 1);
        let two = || {
            near.clone().find(|&t| {
                let first = vocabulary.key(side[t].equal);
                let second = rest.strip_prefix(first);
                t != at
                    && !first.is_empty()
                    && t + 1 < near.end
                    && second.is_some_and(|s| is(t + 1, s))
            })
        };
        one.or_else(|| two().map(|t| t..t + 2))
    });
    words.into_iter().flatten().map(|t| t as u32)
}

/// What is left of a word as it is spelled without a part of it.
fn rest<'v>(whole: &Shape, part: &Shape, vocabulary: &'v Vocabulary) -> Option<Cow<'v, str>> {
    let (whole_key, part_key) = (vocabulary.key(whole.equal), vocabulary.key(part.equal));
    if let Some(pronoun) = vocabulary.normalizer().inverted_pronoun(whole_key) {
        // The stem of an inversion is that of its verb.
        return (whole.stem == part.stem).then_some(pronoun.into());
    }
    let rest = whole_key
        .strip_prefix(part_key)
        .or_else(|| whole_key.strip_suffix(part_key))?;
    (!rest.is_empty()).then_some(rest.into())
}

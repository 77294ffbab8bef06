//! Words of old print, whose long s was read as f: looked up as those that they are, `fans` as `sans`, `fix` as `six`.

use rustc_hash::FxHashMap;

use crate::language::FactWords;
use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;

use super::negations;
use super::spelling::Spelling;

/// Letters of one word of which it is tried what they are.
const MOST: usize = 4;

/// Looks words up as what they are, in a vocabulary with a witness of old print; of others nothing is changed. `tables` has the words
/// of facts of its languages.
pub(super) fn read(spellings: &mut [Spelling], vocabulary: &Vocabulary, tables: &[&FactWords]) {
    if !vocabulary.normalizer().misreads_s() {
        return;
    }
    // What has the key of a word and fewer letters that may be misread is how it is spelled today.
    let mut today: FxHashMap<KeyId, usize> = FxHashMap::default();
    let key = |n: usize| vocabulary.types()[n].key(Fold::Spelling);
    for n in 0..spellings.len() {
        let rank = |n: usize| (count(&spellings[n].lower), &spellings[n].lower);
        let known = today.entry(key(n)).or_insert(n);
        if rank(n) < rank(*known) {
            *known = n;
        }
    }
    for n in 0..spellings.len() {
        let lower = &spellings[n].lower;
        let letters = count(lower);
        if letters == 0 || tables.iter().any(|words| says(lower, words)) {
            continue;
        }
        let said = variants(lower).find(|word| tables.iter().any(|words| says(word, words)));
        if let Some(word) = said {
            spellings[n].folded = super::spelling::fold(&word).into();
            spellings[n].lower = word.into();
        } else if let Some(&other) = today.get(&key(n))
            && count(&spellings[other].lower) < letters
        {
            spellings[n] = spellings[other].clone();
        }
    }
}

/// Whether a word in lower case says a number, a date or a negation.
fn says(word: &str, words: &FactWords) -> bool {
    let numbers = &words.numbers;
    numbers
        .number(word)
        .or_else(|| numbers.ordinal(word))
        .is_some()
        || words.calendar.has(word, word)
        || negations::role(word, words).is_some()
}

/// Where in a word an f stands that may be a long s, which ended none.
fn places(word: &str) -> impl Iterator<Item = usize> {
    let last = word.len().saturating_sub(1);
    word.match_indices('f')
        .map(|(at, _)| at)
        .filter(move |&at| at < last)
}

fn count(word: &str) -> usize {
    places(word).count()
}

/// A word with some of its letters read as s, all of them first.
fn variants(word: &str) -> impl Iterator<Item = String> {
    let places: Vec<usize> = places(word).take(MOST).collect();
    (1..1_u32 << places.len()).rev().map(move |chosen| {
        let is_s = |at: usize| {
            let place = places.iter().position(|&place| place == at);
            place.is_some_and(|n| chosen >> n & 1 == 1)
        };
        let letters = word.char_indices();
        letters
            .map(|(at, c)| if is_s(at) { 's' } else { c })
            .collect()
    })
}

//! Function words tell languages: they are few, frequent, and few are shared.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::list::{BRIEF, KNOWN};
use super::sections::Sections;
use super::words::{LONGEST_TELLING, telling};
use crate::witness::Language;

/// One bit for each language.
type Languages = u64;

/// For each telling word the languages in which it is one, by their places in the lists.
static TELLING: LazyLock<FxHashMap<&'static str, Languages>> = LazyLock::new(|| {
    const { assert!(KNOWN.len() + BRIEF.len() <= Languages::BITS as usize) };
    let mut words: FxHashMap<&'static str, Languages> = FxHashMap::default();
    for (place, profile) in KNOWN.iter().chain(&BRIEF).enumerate() {
        for word in telling(&Sections::parse(profile.files.function_words)) {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// How many of some words are function words.
#[derive(Debug)]
pub(crate) struct Told {
    /// The language that has most of them among its commonest, and how many; of those with words of their own the first where
    /// two have as many.
    pub(crate) best: (usize, Language),
    /// How many the next has: of the languages with words of their own, where the best is one.
    pub(crate) second: usize,
}

/// Counts among `words` (any case) the commonest function words of each language.
///
/// A language that is known in brief, with fewer words, stands against those known well; between two of these it has no say.
pub(crate) fn count<'w>(words: impl Iterator<Item = &'w str>) -> Told {
    let mut counts = [0; KNOWN.len() + BRIEF.len()];
    for word in words.filter(|word| word.len() <= LONGEST_TELLING) {
        let of = TELLING.get(word).copied().or_else(|| {
            let lower = word
                .contains(char::is_uppercase)
                .then(|| word.to_lowercase());
            lower.and_then(|lower| TELLING.get(lower.as_str()).copied())
        });
        let mut of = of.unwrap_or_default();
        while of != 0 {
            counts[of.trailing_zeros() as usize] += 1;
            of &= of - 1;
        }
    }
    let (known, brief) = counts.split_at(KNOWN.len());
    let (known, brief) = (two_best(known, &KNOWN), two_best(brief, &BRIEF));
    if brief.best.0 * 4 >= known.best.0 * 5 {
        Told {
            second: brief.second.max(known.best.0),
            ..brief
        }
    } else {
        known
    }
}

/// The languages with the two highest counts.
fn two_best(counts: &[usize], profiles: &[super::Profile]) -> Told {
    let mut told = Told {
        best: (0, profiles[0].language()),
        second: 0,
    };
    for (&count, profile) in counts.iter().zip(profiles) {
        if count > told.best.0 {
            told.second = told.best.0;
            told.best = (count, profile.language());
        } else {
            told.second = told.second.max(count);
        }
    }
    told
}

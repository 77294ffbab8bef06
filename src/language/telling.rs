//! Function words tell languages: they are few, frequent, and few are shared.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::list::{COUNT, KNOWN};
use super::sections::Sections;
use super::words::{LONGEST_TELLING, telling};
use crate::witness::Language;

/// One bit for each language.
type Languages = u64;

/// For each telling word the languages in which it is one, by their places in the list.
static TELLING: LazyLock<FxHashMap<&'static str, Languages>> = LazyLock::new(|| {
    const { assert!(COUNT <= Languages::BITS as usize) };
    let mut words: FxHashMap<&'static str, Languages> = FxHashMap::default();
    for (place, profile) in KNOWN.iter().enumerate() {
        for word in telling(&Sections::parse(profile.files.function_words)) {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// For each language, in the order of preference, how many of `words` (any case) are among its commonest function words.
pub(crate) fn count<'w>(words: impl Iterator<Item = &'w str>) -> Vec<(usize, Language)> {
    let mut counts: Vec<_> = KNOWN.iter().map(|p| (0, p.language())).collect();
    for word in words.filter(|word| word.len() <= LONGEST_TELLING) {
        let of = TELLING.get(word).copied().or_else(|| {
            let lower = word
                .contains(char::is_uppercase)
                .then(|| word.to_lowercase());
            lower.and_then(|lower| TELLING.get(lower.as_str()).copied())
        });
        let mut of = of.unwrap_or_default();
        while of != 0 {
            counts[of.trailing_zeros() as usize].0 += 1;
            of &= of - 1;
        }
    }
    counts
}

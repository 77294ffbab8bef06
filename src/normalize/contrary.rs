//! Words that say the contrary of what is in them: `impossible`, `unfair`, `hopeless`.

use std::borrow::Cow;

use super::{Fold, KeyedToken, Normalizer};

/// Letters that are left of a word without what negates it, at least.
const LEFT: usize = 3;

impl Normalizer {
    /// Whether one of two words says the contrary of the other, which is the rest of it, or of the same stem: `impossible`,
    /// `possible`.
    pub(super) fn are_contraries(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> bool {
        let contrary = |x: &KeyedToken<'_>, y: &KeyedToken<'_>| {
            let mut rests = self.without_negation(x.at(Fold::Case));
            // Of another stem, it begins otherwise: nearly all do.
            rests.any(|rest| {
                let rest = &*rest;
                rest.chars().next() == y.at(Fold::Case).chars().next()
                    && self.keys(rest).at(Fold::Stem) == y.at(Fold::Stem)
            })
        };
        contrary(x, y) || contrary(y, x)
    }

    /// What is left of a word in lower case without a part that says *not*, in each way that there is.
    pub(crate) fn without_negation<'w>(&self, word: &'w str) -> impl Iterator<Item = Cow<'w, str>> {
        let cues = &self.profile.facts().cues;
        let by_chance = cues.no_privatives.iter().any(|no| word.starts_with(no));
        let prefixes = cues.privatives.iter().filter(move |_| !by_chance);
        let prefixed = prefixes.filter_map(move |prefix| word.strip_prefix(prefix));
        let whole = cues.privative_words.iter();
        let listed = whole.filter_map(move |(not, rest)| {
            word.strip_prefix(not).filter(|word| word.starts_with(rest))
        });
        let endings = cues.privative_endings.iter();
        let ended = endings.filter(move |_| !by_chance);
        let ended = ended.filter_map(move |ending| word.strip_suffix(ending));
        prefixed
            .chain(listed)
            .chain(ended)
            .filter(|rest| rest.chars().count() >= LEFT)
            .flat_map(|rest| {
                let lost = cues.lost_letters.iter();
                let whole = lost.map(move |letter| Cow::Owned(format!("{letter}{rest}")));
                [Cow::Borrowed(rest)].into_iter().chain(whole)
            })
    }
}

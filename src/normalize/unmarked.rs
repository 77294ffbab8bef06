//! Letters with marks that are no accented letters (`ä`, `ñ`), written without them: by who has no such letters on the keyboard.
//!
//! Without its marks a word may be another one (`schon`, `schön`; `ano`, `año`). Where it is none that is known it is the same,
//! and lost its marks.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::accent::without_accents;
use super::{Fold, KeyedToken, Normalizer};
use crate::language::Profile;

/// The accent key without the marks of the language's own letters; `None` where it has none.
fn unmarked(key: &str, profile: &Profile) -> Option<String> {
    let letters = profile.settings().letters;
    // Few languages have such letters, and few words hold one.
    let has = !letters.is_empty() && !key.is_ascii() && key.contains(|c| letters.contains(c));
    has.then(|| key.chars().map(without_accents).collect())
}

impl Normalizer {
    /// An accent key without the marks of the language's own letters; `None` where it has none.
    pub(crate) fn unmarked(&self, key: &str) -> Option<String> {
        unmarked(key, self.profile)
    }

    /// Whether the accent keys of two words agree where one is written without the marks of its letters.
    pub(crate) fn differ_by_marks(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> bool {
        let (a, b) = (x.at(Fold::Accent), y.at(Fold::Accent));
        let is = |marked: &str, bare: &str| {
            bare.is_ascii() && unmarked(marked, self.profile).is_some_and(|word| word == bare)
        };
        is(a, b) || is(b, a)
    }

    /// Whether one of two words is the other without the marks of its letters, and no word of its own.
    pub(super) fn lost_marks(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>) -> bool {
        self.differ_by_marks(x, y) && {
            let (a, b) = (x.at(Fold::Accent), y.at(Fold::Accent));
            !self.is_word(if a.is_ascii() { a } else { b })
        }
    }

    /// Whether a word without marks is one that is known, or a form of one.
    fn is_word(&self, bare: &str) -> bool {
        // What a stemmer takes off beyond this is no ending of a form: natur|lich.
        const LONGEST_ENDING: usize = 3;
        let words = self.bare_words.get_or_init(|| BareWords::of(self));
        let is_form = || {
            let stem = self.stem_of_accent_key(bare);
            words.stems.contains(&stem) && stem.len() + LONGEST_ENDING >= bare.len()
        };
        words.spelled.contains(bare) || is_form()
    }
}

/// The known words that have no letters with marks.
#[derive(Debug)]
pub(super) struct BareWords {
    spelled: FxHashSet<Cow<'static, str>>,
    /// Of those whose forms are not all listed.
    stems: FxHashSet<String>,
}

impl BareWords {
    fn of(normalizer: &Normalizer) -> Self {
        let profile = normalizer.profile;
        let is_bare = |word: &&str| word.is_ascii();
        let functions = profile.function_words().all.iter().copied();
        let listed = profile.listed().into_iter().filter(is_bare);
        // A stem that is one of a word with marks as well, as that of Mann and Männer, is no less one without.
        let senses = profile.senses().filter(is_bare);
        let lower = |word: &'static str| match word.contains(char::is_uppercase) {
            true => Cow::Owned(word.to_lowercase()),
            false => Cow::Borrowed(word),
        };
        Self {
            spelled: listed.chain(functions).map(lower).collect(),
            stems: senses
                .map(|word| normalizer.stem_of_accent_key(&lower(word)))
                .collect(),
        }
    }
}

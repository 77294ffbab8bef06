//! How literally one rendering follows another: the share of their content words that both have.
//!
//! What stands in the same place in two texts that share most of their words is nearly always the same in other words; where
//! they share a third, it is so in every second case at best. A sentence alone shares too few words to tell.

use smallvec::SmallVec;

use crate::lexicon::{KeyId, TypeId, Vocabulary};
use crate::normalize::Fold;
use crate::witness::TokenKind;

/// The share of renderings of which nothing is known: a place then weighs as it does in most.
const USUAL: f32 = 0.55;
/// How many words must be seen until what they say weighs as much as what is usual.
const WORDS: f32 = 100.0;
/// The shortfall is told in steps of one in so many: a row more or less changes no links elsewhere.
const STEPS: f32 = 50.0;

/// How many content words two renderings have, and how many of them stand in both.
#[derive(Debug, Clone, Copy, Default)]
pub struct Literalness {
    shared: u64,
    all: u64,
}

impl Literalness {
    /// That of two sides which render each other.
    pub fn of(a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Self {
        let (a, b) = (stems(a, vocabulary), stems(b, vocabulary));
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            shared += 2 * u64::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        Self {
            shared,
            all: (a.len() + b.len()) as u64,
        }
    }

    /// That of both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            shared: self.shared + other.shared,
            all: self.all + other.all,
        }
    }

    /// By how much the share falls short of the usual one, in `[0, 1]`.
    pub(super) fn shortfall(self) -> f32 {
        let share = (self.shared as f32 + WORDS * USUAL) / (self.all as f32 + WORDS);
        (STEPS * (USUAL - share).max(0.0)).round() / STEPS
    }
}

/// The stems of the content words of a side, sorted.
fn stems(side: &[TypeId], vocabulary: &Vocabulary) -> SmallVec<[KeyId; 64]> {
    let words = side.iter().map(|&t| vocabulary.get(t));
    let mut stems: SmallVec<[KeyId; 64]> = words
        .filter(|word| !word.function && word.kind != TokenKind::Punctuation)
        .map(|word| word.key(Fold::Stem))
        .collect();
    stems.sort_unstable();
    stems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::chars::kind_of;
    use crate::normalize::Normalizer;
    use crate::witness::Language;

    fn literalness(pairs: &[(&str, &str)]) -> Literalness {
        let mut vocabulary = Vocabulary::empty(Normalizer::of(Language::FRENCH, false));
        let mut side = |text: &str| -> Vec<TypeId> {
            let tokens = text.split(' ');
            tokens.map(|t| vocabulary.intern(t, kind_of(t))).collect()
        };
        let sides: Vec<_> = pairs.iter().map(|(a, b)| (side(a), side(b))).collect();
        let all = sides
            .iter()
            .map(|(a, b)| Literalness::of(a, b, &vocabulary));
        all.fold(Literalness::default(), Literalness::and)
    }

    #[test]
    fn content_words_of_one_stem_are_shared() {
        let found = literalness(&[("le chat noir , le chat gris", "les chats noirs !")]);
        assert_eq!(
            (found.shared, found.all),
            (4, 6),
            "one of the cats, and that it is black"
        );
    }

    #[test]
    fn a_few_words_tell_little() {
        let pair = ("dusk fell upon blue roofs", "night covered grey houses");
        let (one, many) = (literalness(&[pair]), literalness(&[pair; 100]));
        assert!(one.shortfall() < 0.1, "{}", one.shortfall());
        assert!(many.shortfall() > 0.4, "{}", many.shortfall());
    }

    #[test]
    fn texts_that_share_most_fall_short_of_nothing() {
        let pair = ("un homme avait deux fils", "un homme avait deux enfants");
        assert_eq!(literalness(&[pair; 100]).shortfall(), 0.0);
    }
}

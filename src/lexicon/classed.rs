//! What two words of the vocabulary are to each other, alone and where they stand.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::{KeyId, TypeId, Vocabulary, WordType};
use crate::class::Class;
use crate::language::chars::kind_of;
use crate::normalize::{Fold, KeyedToken, Parted, Placed};
use crate::witness::TokenKind;

/// A text that is written without the marks of its language's letters has so many different words of another one without
/// them: one or two are slips.
const FEWEST: usize = 3;

/// Weight of a number in words and the same in digits: as good as an equal stem. What the texts teach has less.
pub(crate) const SAME_NUMBER: f32 = 1.0;

impl Vocabulary {
    /// The class of the difference between two runs of linked tokens.
    pub fn class(&self, a: &[TypeId], b: &[TypeId]) -> Class {
        let keyed = |side: &[TypeId]| -> SmallVec<[KeyedToken<'_>; 4]> {
            side.iter().map(|&t| self.keyed(t)).collect()
        };
        self.normalizer().class_of_keyed(&keyed(a), &keyed(b))
    }

    /// The class of the difference between linked words where they stand, when `class` is what they have alone. Each side is
    /// given whole, with the positions of the words in it.
    pub(crate) fn class_in_place(
        &self,
        class: Class,
        a: (&[TypeId], &[u32]),
        b: (&[TypeId], &[u32]),
    ) -> Class {
        // Nearly all links are done with here: what surrounds the words matters only where accents are all that differs.
        let (&[i], &[j], Class::Wording | Class::Inflection | Class::Derivation) =
            (a.1, b.1, class)
        else {
            return class;
        };
        if let (Some(&x), Some(&y)) = (a.0.get(i as usize), b.0.get(j as usize))
            && self.lost_its_marks(x, y)
        {
            return Class::Accent;
        }
        let accent = |id: &TypeId| self.get(*id).key(Fold::Accent);
        let (x, y) = (a.0.get(i as usize), b.0.get(j as usize));
        if x.map(accent) != y.map(accent) {
            return class;
        }
        let placed = |side: &[TypeId], at: u32| {
            let at = at as usize;
            let keyed = |at: usize| side.get(at).map(|&id| self.keyed(id));
            Some(Placed {
                before: at.checked_sub(1).and_then(keyed),
                word: keyed(at)?,
                after: keyed(at + 1),
            })
        };
        match (placed(a.0, i), placed(b.0, j)) {
            (Some(x), Some(y)) => self.normalizer().class_in_place(class, &x, &y),
            _ => class,
        }
    }

    /// Enters which words say a number that the texts have in digits as well: *trente-deux* and 32 stand for each other.
    pub(crate) fn learn_numbers(&mut self) {
        let pairs: Vec<_> = self
            .numbers_in_both_ways()
            .into_iter()
            .map(|(word, figure)| (word, figure, SAME_NUMBER))
            .collect();
        self.learn(&pairs);
    }

    /// The stems of words that say a number, each with that of the same number in digits, where the texts have both.
    fn numbers_in_both_ways(&self) -> Vec<(KeyId, KeyId)> {
        let plain = |word: &WordType| word.word().bytes().all(|b| b.is_ascii_digit());
        let (figures, words): (Vec<_>, Vec<_>) = (self.types().iter().enumerate())
            .filter(|(_, word)| word.kind != TokenKind::Punctuation)
            .partition(|(_, word)| plain(word));
        let figures: FxHashMap<&str, KeyId> = figures
            .into_iter()
            .map(|(_, word)| (word.word(), word.key(Fold::Stem)))
            .collect();
        if figures.is_empty() {
            return Vec::new();
        }
        let in_words = words
            .into_iter()
            .filter(|(_, word)| word.kind == TokenKind::Word && !word.function);
        in_words
            .filter_map(|(id, word)| {
                let digits = self.normalizer().digits_of(&self.keyed(id as TypeId))?;
                let figure = *figures.get(digits.as_str())?;
                Some((word.key(Fold::Stem), figure))
            })
            .collect()
    }

    /// Whether a verb and its particle, which stand apart, are the same verb as a word that has both in one.
    pub(crate) fn is_one_verb(&self, particle: TypeId, verb: TypeId, whole: TypeId) -> bool {
        let [particle, verb, whole] = [particle, verb, whole].map(|id| self.keyed(id));
        let parted = Parted {
            particle: &particle,
            verb: &verb,
        };
        self.normalizer().is_one_verb(parted, &whole)
    }

    fn keyed(&self, id: TypeId) -> KeyedToken<'_> {
        let word = self.get(id);
        KeyedToken {
            text: word.word(),
            keys: word.keys.map(|key| self.key(key)),
            function: word.function,
            // A bracket may be a sign of comparison elsewhere.
            mark: word.kind == TokenKind::Punctuation
                && kind_of(word.word()) == TokenKind::Punctuation,
        }
    }

    /// Whether two words agree but for the marks of their letters, which the witness that has the one leaves out throughout:
    /// then they are one word, though it may be another one by itself.
    pub(crate) fn lost_its_marks(&self, x: TypeId, y: TypeId) -> bool {
        let (a, b) = (self.keyed(x), self.keyed(y));
        self.normalizer().differ_by_marks(&a, &b) && {
            let bare = if a.at(Fold::Accent).is_ascii() { x } else { y };
            let found = self.unmarked.get_or_init(|| self.find_unmarked());
            found.iter().any(|types| types.contains(&bare))
        }
    }

    /// For each of two witnesses its types, if it is written so; otherwise none.
    fn find_unmarked(&self) -> Vec<FxHashSet<TypeId>> {
        if self.witnesses() != 2 {
            return Vec::new();
        }
        let accent = |id: TypeId| self.key(self.get(id).key(Fold::Accent));
        let types: Vec<FxHashSet<TypeId>> = (0..2)
            .map(|witness| self.tokens(witness).iter().copied().collect())
            .collect();
        let lost: Vec<FxHashSet<String>> = types
            .iter()
            .map(|types| {
                let keys = types.iter().map(|&id| accent(id));
                keys.filter_map(|key| self.normalizer().unmarked(key))
                    .collect()
            })
            .collect();
        let is_unmarked = |witness: usize| {
            let stands = |id: &&TypeId| lost[1 - witness].contains(accent(**id));
            lost[witness].is_empty() && types[witness].iter().filter(stands).count() >= FEWEST
        };
        (0..2)
            .map(|witness| match is_unmarked(witness) {
                true => types[witness].clone(),
                false => FxHashSet::default(),
            })
            .collect()
    }
}

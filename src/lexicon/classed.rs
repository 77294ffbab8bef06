//! What two words of the vocabulary are to each other, alone and where they stand.

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::{TypeId, Vocabulary};
use crate::class::Class;
use crate::language::chars::kind_of;
use crate::normalize::{Fold, KeyedToken, Parted, Placed};
use crate::witness::TokenKind;

/// A text that is written without the marks of its language's letters has so many different words of another one without
/// them: one or two are slips.
const FEWEST: usize = 3;

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
    fn lost_its_marks(&self, x: TypeId, y: TypeId) -> bool {
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

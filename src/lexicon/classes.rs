//! The classes of pairs of words, each found once: most pairs of a text come again and again.

use rustc_hash::FxHashMap;

use crate::class::Class;
use crate::lexicon::{TypeId, Vocabulary};

/// What [`Vocabulary::class`] says, remembered for single words.
#[derive(Debug)]
pub struct Classes<'v> {
    vocabulary: &'v Vocabulary,
    of_pair: FxHashMap<(TypeId, TypeId), Class>,
}

impl<'v> Classes<'v> {
    /// Remembers nothing yet.
    pub fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            of_pair: FxHashMap::default(),
        }
    }

    /// The class of the difference between two runs of linked tokens.
    pub fn of(&mut self, a: &[TypeId], b: &[TypeId]) -> Class {
        match (a, b) {
            ([x], [y]) if x == y => Class::Same,
            (&[x], &[y]) => *self
                .of_pair
                .entry((x, y))
                .or_insert_with(|| self.vocabulary.class(a, b)),
            _ => self.vocabulary.class(a, b),
        }
    }
}

//! What sentences and words share: the vocabulary of the witnesses, the likeness of its words, and which words are known
//! to stand for each other.

mod classed;
mod classes;
mod equivalents;
mod interner;
mod learned;
mod likeness;
mod phrases;
mod synonyms;
mod thesaurus;
mod vocabulary;

pub(crate) use classed::SAME_NUMBER;
pub use classes::Classes;
pub use equivalents::{Equivalents, StemPairs};
pub use learned::{Lexicon, LexiconEntry};
pub use likeness::Likeness;
pub use phrases::Positions;
pub use thesaurus::add_thesaurus;
pub use vocabulary::{KeyId, TypeId, Vocabulary, WordType};

//! What sentences and words share: the vocabulary of the witnesses and the likeness of its words.

mod likeness;
mod vocabulary;

pub use likeness::Likeness;
pub use vocabulary::{KeyId, TypeId, Vocabulary, WordType};

//! What sentences and words share: the vocabulary of the witnesses and the likeness of its words.

mod vocabulary;

pub use vocabulary::{KeyId, TypeId, Vocabulary, WordType};

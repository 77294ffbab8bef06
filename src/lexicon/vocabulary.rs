//! The vocabulary: every distinct token once, with its keys as numbers, so that comparing words compares integers.

use rustc_hash::FxHashMap;

use crate::normalize::{Class, Fold, Normalizer};
use crate::witness::{TokenKind, Witness};

/// Index of a distinct token, into the vocabulary.
pub type TypeId = u32;
/// Number of a distinct key; equal keys, of whatever fold, have equal numbers.
pub type KeyId = u32;

/// A distinct token.
#[derive(Debug, Clone)]
pub struct WordType {
    /// The token as it stands in the text.
    pub surface: Box<str>,
    /// What kind of thing it is.
    pub kind: TokenKind,
    /// Its length in characters.
    pub chars: u32,
    /// Its key at each fold, in the order of [`Fold::ALL`].
    pub keys: [KeyId; 5],
    /// Whether it is a function word of its language.
    pub function: bool,
}

impl WordType {
    /// Its key at a fold.
    pub fn key(&self, fold: Fold) -> KeyId {
        self.keys[fold as usize]
    }
}

/// The distinct tokens of several witnesses.
#[derive(Debug)]
pub struct Vocabulary {
    normalizer: Normalizer,
    types: Vec<WordType>,
    /// For each witness the type of each of its tokens.
    tokens: Vec<Vec<TypeId>>,
    keys: Vec<Box<str>>,
}

impl Vocabulary {
    /// The vocabulary of `witnesses`, whose keys `normalizer` makes.
    pub fn new(witnesses: &[Witness], normalizer: Normalizer) -> Self {
        let mut types: Vec<WordType> = Vec::new();
        let mut tokens = Vec::with_capacity(witnesses.len());
        let mut key_ids: FxHashMap<Box<str>, KeyId> = FxHashMap::default();
        let mut key_texts: Vec<Box<str>> = Vec::new();
        let mut ids: FxHashMap<(&str, TokenKind), TypeId> = FxHashMap::default();
        for witness in witnesses {
            tokens.push(
                witness
                    .tokens
                    .iter()
                    .map(|token| {
                        let surface = witness.slice(token.span);
                        *ids.entry((surface, token.kind)).or_insert_with(|| {
                            let keys = normalizer.keys(surface);
                            types.push(WordType {
                                surface: surface.into(),
                                kind: token.kind,
                                chars: surface.chars().count() as u32,
                                keys: Fold::ALL.map(|fold| {
                                    let key = keys.at(fold);
                                    if let Some(&id) = key_ids.get(key) {
                                        return id;
                                    }
                                    let id = key_texts.len() as KeyId;
                                    key_texts.push(key.into());
                                    key_ids.insert(key.into(), id);
                                    id
                                }),
                                function: token.kind == TokenKind::Word
                                    && normalizer.is_function_word(surface),
                            });
                            types.len() as TypeId - 1
                        })
                    })
                    .collect(),
            );
        }
        Self {
            normalizer,
            types,
            tokens,
            keys: key_texts,
        }
    }

    /// The type of each token of the witness at `index`.
    pub fn tokens(&self, index: usize) -> &[TypeId] {
        &self.tokens[index]
    }

    /// The distinct token of an id.
    pub fn get(&self, id: TypeId) -> &WordType {
        &self.types[id as usize]
    }

    /// Every distinct token, in the order of first occurrence.
    pub fn types(&self) -> &[WordType] {
        &self.types
    }

    /// The distinct keys; a [`KeyId`] is an index into them.
    pub fn keys(&self) -> &[Box<str>] {
        &self.keys
    }

    /// What made the keys.
    pub fn normalizer(&self) -> &Normalizer {
        &self.normalizer
    }

    /// The class of the difference between two runs of linked tokens.
    pub fn class(&self, a: &[TypeId], b: &[TypeId]) -> Class {
        let text = |side: &[TypeId]| -> Vec<&str> {
            side.iter().map(|&t| &*self.get(t).surface).collect()
        };
        self.normalizer.class(&text(a), &text(b))
    }
}

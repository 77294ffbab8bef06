//! Which words say something, and which only hold others together.

use rustc_hash::FxHashSet;

use crate::normalize::Normalizer;
use crate::table::AlignmentTable;
use crate::witness::{TokenIndex, TokenKind, Witness};

/// Tells the content words of a table from its function words (*le*, *de*, *que*), by the language of each witness.
#[derive(Debug, Clone)]
pub struct ContentWords<'a> {
    witnesses: &'a [Witness],
    /// For each witness its spellings that are function words.
    functions: Vec<FxHashSet<&'a str>>,
}

impl<'a> ContentWords<'a> {
    /// For the witnesses of a table.
    pub fn new(table: &'a AlignmentTable) -> Self {
        let functions = table.witnesses.iter().map(|witness| {
            let normalizer = Normalizer::of(witness.language, false);
            // One by one: collecting makes room for as many spellings as there are tokens.
            let mut spellings = FxHashSet::default();
            for token in 0..witness.tokens.len() {
                spellings.insert(witness.token_text(TokenIndex::new(token)));
            }
            let is_function = |word: &&str| normalizer.keys(word).is_function_word();
            spellings.into_iter().filter(is_function).collect()
        });
        Self {
            functions: functions.collect(),
            witnesses: &table.witnesses,
        }
    }

    /// Whether a token of a witness (by its place in the table) is a function word.
    pub fn is_function(&self, witness: usize, token: TokenIndex) -> bool {
        self.functions[witness].contains(self.witnesses[witness].token_text(token))
    }

    /// Whether a token of a witness (by its place in the table) is a content word or a number.
    pub fn is_content(&self, witness: usize, token: TokenIndex) -> bool {
        self.witnesses[witness].token(token).kind != TokenKind::Punctuation
            && !self.is_function(witness, token)
    }
}

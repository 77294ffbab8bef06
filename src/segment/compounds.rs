//! The words that a text writes with a hyphen, for words that the end of a line divides at one.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::language::chars::{is_hyphen, is_word};

/// The words with a hyphen of one text, found when first asked for.
pub(super) struct Compounds<'a> {
    text: &'a str,
    words: OnceCell<FxHashSet<String>>,
}

impl<'a> Compounds<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            words: OnceCell::new(),
        }
    }

    /// Whether `word`, in any case, stands in the text within one line.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.words
            .get_or_init(|| {
                self.text
                    .split(|c: char| !is_word(c) && !is_hyphen(c))
                    .filter(|word| word.contains(is_hyphen))
                    .map(str::to_lowercase)
                    .collect()
            })
            .contains(&word.to_lowercase())
    }
}

//! What to compute.

use std::sync::Arc;

use crate::class::Class;
use crate::lexicon::Equivalents;

/// What to compute.
#[derive(Debug, Clone)]
pub struct CompareOptions {
    /// Whether words are linked inside beads, and quotations looked for.
    pub words: bool,
    /// Whether the folds of print before about 1800 are used even where no witness is recognised as old print.
    pub old_print: bool,
    /// Whether beads must keep the order of both witnesses.
    pub monotone: bool,
    /// What becomes of a decided row of more than two with a witness that has no units in it.
    pub unpaired: Unpaired,
    /// The classes of difference that are passed over.
    pub ignored: Vec<Class>,
    /// Words known to stand for each other, in the language of [`shared_language`](crate::shared_language); without, the program's own.
    pub known: Option<Arc<Equivalents>>,
}

/// What becomes of a passage with witnesses that have none of its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpaired {
    /// It is aligned by its words, as what has no label.
    Free,
    /// It has no counterpart there.
    Alone,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self {
            words: true,
            old_print: false,
            monotone: false,
            unpaired: Unpaired::Alone,
            ignored: Vec::new(),
            known: None,
        }
    }
}

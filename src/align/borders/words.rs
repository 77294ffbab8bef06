//! The words of a witness in a row, and how well a stretch of one witness ends in the other.

use std::borrow::Borrow;

use crate::align::Texts;
use crate::align::model::Model;
use crate::lexicon::KeyId;
use crate::normalize::Fold;
use crate::witness::TokenKind;

/// What a pair gains that follows a pair directly, in nats: words in a row are no accident.
pub(super) const NEXT: f32 = 2.0;
/// Sums of weights that differ by no more are equal.
pub(super) const EQUAL: f32 = 1e-3;

/// The words and numbers of the aligned units.
pub(super) struct Words {
    /// The stem of each.
    pub stems: Vec<KeyId>,
    /// The token of each.
    pub tokens: Vec<u32>,
    /// For each aligned unit its first word; one more entry than units.
    pub starts: Vec<usize>,
}

impl Words {
    pub(super) fn new(texts: Texts<'_>, w: usize) -> Self {
        let types = texts.vocabulary.tokens(w);
        let mut words = Self {
            stems: Vec::new(),
            tokens: Vec::new(),
            starts: vec![0],
        };
        for unit in texts.witnesses[w].aligned_units() {
            let own = unit.tokens.range().filter(|_| unit.skip.is_none());
            for token in own {
                let word = texts.vocabulary.get(types[token]);
                if word.kind != TokenKind::Punctuation {
                    words.stems.push(word.key(Fold::Stem));
                    words.tokens.push(token as u32);
                }
            }
            words.starts.push(words.stems.len());
        }
        words
    }
}

/// What ties a stretch to the beginning of some words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tied {
    /// The weight of the heaviest pairs that keep the order.
    pub best: f32,
    /// The same where the last words of both are one of the pairs.
    pub ends_tied: f32,
}

const NOTHING: Tied = Tied {
    best: 0.0,
    ends_tied: f32::NEG_INFINITY,
};

/// A stretch of one witness against every beginning of some words of the other.
pub(super) struct Ahead {
    /// For each number of words of the stretch, and of the others.
    cells: Vec<Tied>,
    length: usize,
    width: usize,
}

impl Ahead {
    /// `stretch` against `words`.
    pub(super) fn new(model: &Model, stretch: impl Borrow<[KeyId]>, words: &[KeyId]) -> Self {
        let stretch = stretch.borrow();
        let width = words.len() + 1;
        let mut cells = vec![NOTHING; (stretch.len() + 1) * width];
        for (i, &x) in stretch.iter().enumerate() {
            let likely = model.likeness.neighbours(x);
            for (j, &y) in words.iter().enumerate() {
                let before = cells[i * width + j];
                let likeness = match x == y {
                    true => 1.0,
                    false => (likely.iter())
                        .find(|(stem, _)| *stem == y)
                        .map_or(0.0, |l| l.1),
                };
                let ends_tied = match likeness > 0.0 {
                    true => {
                        let rarity = model.rarity[x as usize].min(model.rarity[y as usize]);
                        likeness * rarity.ln().max(1.0) + before.best.max(before.ends_tied + NEXT)
                    }
                    false => f32::NEG_INFINITY,
                };
                let skipped = cells[i * width + j + 1]
                    .best
                    .max(cells[(i + 1) * width + j].best);
                cells[(i + 1) * width + j + 1] = Tied {
                    best: skipped.max(ends_tied),
                    ends_tied,
                };
            }
        }
        Self {
            cells,
            length: stretch.len(),
            width,
        }
    }

    /// The whole stretch against the first `at` words.
    pub(super) fn at(&self, at: usize) -> Tied {
        self.cells[self.length * self.width + at]
    }

    /// How many of the last words of the stretch have no counterpart among the first `at` words.
    pub(super) fn untied(&self, at: usize) -> usize {
        let most = self.at(at).best;
        let falls = |&n: &usize| self.cells[n * self.width + at].best + EQUAL < most;
        let kept = (0..self.length).rev().find(falls).map_or(0, |n| n + 1);
        self.length - kept
    }
}

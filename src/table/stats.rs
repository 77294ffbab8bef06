//! Figures of a table for those who study it: what each witness has, what is said for what, and how literal it is.

use std::collections::HashMap;

use rustc_hash::FxHashSet;

use crate::class::Class;
use crate::table::{AlignmentTable, Link, RowKind, RowNumber};
use crate::witness::{TokenIndex, TokenKind, Witness};

/// Figures over a whole table.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// The counts of each witness.
    pub witnesses: Vec<WitnessStats>,
    /// What is said for what, the most frequent first, then in the order of the words.
    pub substitutions: Vec<Substitution>,
    /// How literal the agreement is, between the first witness and the others.
    pub agreement: Agreement,
}

/// What one witness has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessStats {
    /// Paragraphs.
    pub paragraphs: usize,
    /// Sentences; lines or paragraphs where these are the units.
    pub sentences: usize,
    /// Words and numbers.
    pub words: usize,
    /// Different words, in lower case.
    pub types: usize,
}

/// Words of the first witness, and what stands for them in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitution {
    /// The words of the first witness, in lower case.
    pub a: String,
    /// The words of the other.
    pub b: String,
    /// How often one stands for the other.
    pub count: usize,
    /// The rows in which it does, increasing, each once.
    pub rows: Vec<RowNumber>,
}

/// Of the words that stand in beads, how many say the same in what way. They add up to [`Agreement::words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// Words and numbers in beads, of all witnesses together.
    pub words: usize,
    /// Linked without a difference, or with one of writing alone (typographic, case, accent, spelling) or ignored.
    pub same: usize,
    /// Another form or a word of the family.
    pub form: usize,
    /// Rendered by other words.
    pub wording: usize,
    /// Without a counterpart.
    pub alone: usize,
    /// Of all of them, those that stand in another order.
    pub moved: usize,
}

impl Agreement {
    /// The share of the words in beads that are the same word on the other side, in `[0, 1]`; 1 without words.
    pub fn literal(&self) -> f64 {
        if self.words == 0 {
            1.0
        } else {
            self.same as f64 / self.words as f64
        }
    }
}

impl AlignmentTable {
    /// Counts what stands in the table.
    pub fn stats(&self) -> Stats {
        let mut agreement = Agreement::default();
        let mut found: HashMap<(String, String), Vec<RowNumber>> = HashMap::new();
        for row in self.rows.iter().filter(|row| row.kind == RowKind::Bead) {
            for link in &row.links {
                let words = self.words_of(link);
                let sum: usize = words.iter().sum();
                agreement.words += sum;
                agreement.moved += if link.moved { sum } else { 0 };
                match link.class {
                    _ if !self.counts(link) => agreement.same += sum,
                    Class::Same
                    | Class::Typographic
                    | Class::Case
                    | Class::Accent
                    | Class::Spelling => agreement.same += sum,
                    Class::Inflection | Class::Derivation => agreement.form += sum,
                    Class::Wording => agreement.wording += sum,
                    Class::Omission | Class::Addition => agreement.alone += sum,
                }
                let substitutes = matches!(link.class, Class::Derivation | Class::Wording);
                if substitutes && self.counts(link) {
                    for (w, witness) in self.witnesses.iter().enumerate().skip(1) {
                        if words[0] > 0 && words[w] > 0 {
                            let pair = (text(&self.witnesses[0], link, 0), text(witness, link, w));
                            found.entry(pair).or_default().push(row.number);
                        }
                    }
                }
            }
        }
        let mut substitutions: Vec<Substitution> = found
            .into_iter()
            .filter(|((a, b), _)| a != b)
            .map(|((a, b), mut rows)| {
                let count = rows.len();
                rows.dedup();
                Substitution { a, b, count, rows }
            })
            .collect();
        substitutions.sort_unstable_by(|x, y| {
            (y.count.cmp(&x.count)).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b)))
        });
        Stats {
            witnesses: self.witnesses.iter().map(witness_stats).collect(),
            substitutions,
            agreement,
        }
    }

    /// For each witness the number of words and numbers in a link.
    fn words_of(&self, link: &Link) -> Vec<usize> {
        link.tokens
            .iter()
            .zip(&self.witnesses)
            .map(|(tokens, w)| {
                let word = |t: &&TokenIndex| w.token(**t).kind != TokenKind::Punctuation;
                tokens.iter().filter(word).count()
            })
            .collect()
    }
}

/// The words of a link in one witness, in lower case, as they are written together.
fn text(witness: &Witness, link: &Link, w: usize) -> String {
    let mut out = String::new();
    for &t in &link.tokens[w] {
        if witness.token(t).kind == TokenKind::Punctuation {
            continue;
        }
        if !out.is_empty() && !out.ends_with(['\'', '’']) {
            out.push(' ');
        }
        out.push_str(&witness.word(t).to_lowercase());
    }
    out
}

fn witness_stats(witness: &Witness) -> WitnessStats {
    let words = witness
        .tokens
        .iter()
        .filter(|t| t.kind != TokenKind::Punctuation);
    let types: FxHashSet<String> = words
        .clone()
        .map(|t| witness.slice(t.span).to_lowercase())
        .collect();
    WitnessStats {
        paragraphs: witness.paragraphs.len(),
        sentences: witness
            .sentences
            .iter()
            .filter(|s| !s.span.is_empty())
            .count(),
        words: words.count(),
        types: types.len(),
    }
}

//! Figures of a table for those who study it: what each witness has, what is said for what, and how literal it is.

use std::collections::{BTreeSet, HashMap};

use rustc_hash::FxHashSet;

use crate::class::Class;
use crate::table::rules::part_of;
use crate::table::{AlignmentTable, Link, Row, RowKind, RowNumber};
use crate::witness::{TokenIndex, TokenKind, Witness};

/// Figures over a whole table.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// The counts of each witness.
    pub witnesses: Vec<WitnessStats>,
    /// What is said for what, the most frequent first, then in the order of the words.
    pub substitutions: Vec<Substitution>,
    /// How literal the agreement is, between every two witnesses.
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

/// Words of the base, and what stands for them in others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitution {
    /// The words of the base, in lower case.
    pub a: String,
    /// The words of the others.
    pub b: String,
    /// In how many places one stands for the other.
    pub count: usize,
    /// The rows in which it does, increasing, each once.
    pub rows: Vec<RowNumber>,
    /// The places in the table of the witnesses that have it so anywhere, increasing.
    pub witnesses: Vec<usize>,
}

/// Of the words that stand in beads, how many say the same in what way. They add up to [`Agreement::words`].
///
/// Of more than two witnesses every two that stand in a row are counted by themselves, so a word counts once for each other
/// witness there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// Words and numbers in beads, of all witnesses together, as far as they are compared.
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
    /// The share of the words in beads that are the same word on the other side, in `[0, 1]`; `None` where none are
    /// compared.
    pub fn literal(&self) -> Option<f64> {
        part_of(self.same, self.words)
    }
}

impl AlignmentTable {
    /// Counts what stands in the table.
    pub fn stats(&self) -> Stats {
        let mut agreement = Agreement::default();
        let mut found = Substitutions::default();
        for row in self.rows.iter().filter(|row| row.kind == RowKind::Bead) {
            let present: Vec<usize> = row.present().collect();
            for link in &row.links {
                let words = self.words_of(link);
                for (n, &one) in present.iter().enumerate() {
                    let others = present[n + 1..].iter();
                    for &other in others.filter(|&&other| self.compares(one, other)) {
                        self.add(
                            link,
                            [one, other],
                            words[one] + words[other],
                            &mut agreement,
                        );
                    }
                }
                if row.has(self.base) && words[self.base] > 0 {
                    let others = present.iter().filter(|&&w| w != self.base && words[w] > 0);
                    self.substitute(row, link, others.copied(), &mut found);
                }
            }
        }
        Stats {
            witnesses: self.witnesses.iter().map(witness_stats).collect(),
            substitutions: found.sorted(),
            agreement,
        }
    }

    /// Counts the words of two witnesses in a link.
    fn add(&self, link: &Link, [one, other]: [usize; 2], words: usize, agreement: &mut Agreement) {
        let class = link.class_between(one, other);
        let of_class = match class {
            _ if !self.rules(&[]).class_counts(link, class) => &mut agreement.same,
            Class::Same | Class::Typographic | Class::Case | Class::Accent | Class::Spelling => {
                &mut agreement.same
            }
            Class::Inflection | Class::Derivation => &mut agreement.form,
            Class::Wording => &mut agreement.wording,
            Class::Omission | Class::Addition => &mut agreement.alone,
        };
        *of_class += words;
        agreement.words += words;
        let moved = [one, other].map(|w| link.is_moved_in(w, self.base));
        if moved[0] != moved[1] {
            agreement.moved += words;
        }
    }

    /// Notes what others say for the words of the base.
    fn substitute(
        &self,
        row: &Row,
        link: &Link,
        others: impl Iterator<Item = usize>,
        found: &mut Substitutions,
    ) {
        let mut here: Vec<(String, usize)> = Vec::new();
        for w in others {
            let class = link.class_between(self.base, w);
            let substitutes = matches!(class, Class::Derivation | Class::Wording);
            if substitutes && self.rules(&[]).class_counts(link, class) {
                here.push((text(&self.witnesses[w], link, w), w));
            }
        }
        here.sort();
        for same in here.chunk_by(|x, y| x.0 == y.0) {
            let a = text(&self.witnesses[self.base], link, self.base);
            let places = found.0.entry((a, same[0].0.clone())).or_default();
            places.rows.push(row.number);
            places.witnesses.extend(same.iter().map(|(_, w)| w));
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

/// Where each word of the base has which other.
#[derive(Default)]
struct Substitutions(HashMap<(String, String), Places>);

#[derive(Default)]
struct Places {
    /// A row for each place.
    rows: Vec<RowNumber>,
    witnesses: BTreeSet<usize>,
}

impl Substitutions {
    fn sorted(self) -> Vec<Substitution> {
        let found = self.0.into_iter().filter(|((a, b), _)| a != b);
        let mut all: Vec<Substitution> = found
            .map(
                |(
                    (a, b),
                    Places {
                        mut rows,
                        witnesses,
                    },
                )| {
                    let count = rows.len();
                    rows.dedup();
                    let witnesses = witnesses.into_iter().collect();
                    Substitution {
                        a,
                        b,
                        count,
                        rows,
                        witnesses,
                    }
                },
            )
            .collect();
        all.sort_unstable_by(|x, y| {
            (y.count.cmp(&x.count)).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b)))
        });
        all
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

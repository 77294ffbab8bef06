//! What renderings teach: which words stand for each other, counted over the links of alignment tables.

use std::collections::BTreeMap;

use crate::class::Class;
use crate::lexicon::{Lexicon, LexiconEntry};
use crate::normalize::{Fold, Normalizer};
use crate::table::{AlignmentTable, RowKind};
use crate::witness::{Language, TokenIndex, TokenKind, Witness};

/// Links less probable than this teach nothing.
const LEAST_PROBABILITY: f64 = 0.6;

/// Counts which words stand for each other.
#[derive(Debug)]
pub struct LexiconLearner {
    normalizer: &'static Normalizer,
    /// For each stem how often each form of it was seen, in beads.
    forms: BTreeMap<String, BTreeMap<String, u32>>,
    /// For two stems, the one that sorts first before the other, how often they were linked.
    pairs: BTreeMap<(String, String), u32>,
}

impl LexiconLearner {
    /// The language of the texts.
    pub fn language(&self) -> Language {
        self.normalizer.language()
    }

    /// A learner for texts of one language.
    pub fn new(language: Language) -> Self {
        Self {
            normalizer: Normalizer::of(language, false),
            forms: BTreeMap::new(),
            pairs: BTreeMap::new(),
        }
    }

    /// Learns from the links of a table.
    pub fn add(&mut self, table: &AlignmentTable) {
        for row in table.rows.iter().filter(|row| row.kind == RowKind::Bead) {
            for link in &row.links {
                let stems: Vec<Vec<String>> = link
                    .tokens
                    .iter()
                    .zip(&table.witnesses)
                    .map(|(tokens, witness)| self.content(witness, tokens))
                    .collect();
                let taught = matches!(link.class, Class::Wording | Class::Derivation)
                    && link.probability >= LEAST_PROBABILITY;
                let [first, others @ ..] = &stems[..] else {
                    continue;
                };
                for other in others.iter().filter(|_| taught) {
                    // In a phrase no one knows which word renders which.
                    if let ([a], [b]) = (&first[..], &other[..])
                        && a != b
                    {
                        let pair = if a < b { (a, b) } else { (b, a) };
                        let pair = (pair.0.clone(), pair.1.clone());
                        *self.pairs.entry(pair).or_default() += 1;
                    }
                }
            }
        }
    }

    /// The stems of the content words among tokens, whose forms are counted.
    fn content(&mut self, witness: &Witness, tokens: &[TokenIndex]) -> Vec<String> {
        let mut stems = Vec::new();
        for &t in tokens {
            let text = witness.token_text(t);
            let keys = self.normalizer.keys(text);
            if witness.token(t).kind != TokenKind::Word || keys.is_function_word() {
                continue;
            }
            let stem = keys.at(Fold::Stem).to_owned();
            let forms = self.forms.entry(stem.clone()).or_default();
            *forms.entry(keys.at(Fold::Case).to_owned()).or_default() += 1;
            stems.push(stem);
        }
        stems
    }

    /// The pairs that were linked at least `least` times.
    pub fn lexicon(&self, least: u32) -> Lexicon {
        let count = |stem: &str| self.forms.get(stem).map_or(0, |f| f.values().sum::<u32>());
        // The most frequent form; of equals the first.
        let form = |stem: &str| {
            let forms = self.forms.get(stem).into_iter().flatten();
            let best = forms.max_by(|x, y| x.1.cmp(y.1).then_with(|| y.0.cmp(x.0)));
            best.map_or_else(|| stem.to_owned(), |(form, _)| form.clone())
        };
        let mut entries: Vec<LexiconEntry> = self
            .pairs
            .iter()
            .filter(|&(_, &n)| n >= least)
            .map(|((x, y), &n)| {
                let share = |stem: &str| (f64::from(n) / f64::from(count(stem).max(1))).min(1.0);
                let (x, y) = ((form(x), share(x)), (form(y), share(y)));
                let (a, b) = if x.0 <= y.0 { (x, y) } else { (y, x) };
                LexiconEntry {
                    a: a.0,
                    b: b.0,
                    count: n,
                    b_of_a: a.1,
                    a_of_b: b.1,
                }
            })
            .collect();
        entries.sort_unstable_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
        Lexicon {
            language: self.language(),
            entries,
        }
    }
}

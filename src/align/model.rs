//! What the scores rest on: unigram weights, likeness of words, and how freely one rendering follows the other.

use crate::align::ends::Agreement;
use crate::align::foreign::Foreign;
use crate::align::side::Side;
use crate::align::transitions::{FIRST_RATES, FOREIGN_RATES, Rates};
use crate::lexicon::{KeyId, Likeness, Vocabulary};
use crate::normalize::Fold;

/// The parameters of a pair of witnesses. All probabilities; scores made from them are in nats.
#[derive(Debug, Clone)]
pub(super) struct Model {
    /// For each stem the inverse of its probability among the words of both witnesses.
    pub rarity: Vec<f32>,
    /// For each stem whether it is that of a function word.
    pub function: Vec<bool>,
    /// Which stems may stand for each other.
    pub likeness: Likeness,
    /// The part of it that the pair itself teaches: each pair of stems once, with its weight.
    pub learned: Vec<(KeyId, KeyId, f32)>,
    /// Probability that a word inside a bead has no counterpart (e in design terms).
    pub null_rate: f32,
    /// Logarithm of characters of B a character of A.
    pub log_ratio: f32,
    /// Variance of the logarithm of the length ratio of a bead, beside what its length explains.
    pub length_variance: f32,
    /// The ways of going on from bead to bead and through what is unmatched.
    pub rates: Rates,
    /// What it tells that sentences and paragraphs end together.
    pub ends: Agreement,
    /// Whether the witnesses are in two languages: what words do not tie may well correspond.
    pub foreign: bool,
}

/// The null rate before anything is known of the pair.
const NULL_RATE: f32 = 0.3;
/// The same of two languages, whose words are all but names and numbers different.
const FOREIGN_NULL_RATE: f32 = 0.97;
/// Variance of the log length ratio before anything is known of the pair.
const LENGTH_VARIANCE: f32 = 0.05;

/// Words of a sentence do not vary independently, so their likelihood ratios add up to more than they are worth: so many times.
const TEMPERATURE: f64 = 3.0;

/// A pair is seen as part of so many more words of other texts, in which its content words do not occur: in a short
/// text every word looks frequent, though a shared one is as telling as in a long text.
const BACKGROUND: f32 = 12_000.0;
/// A content word that one sentence of each witness has, and no other, stands so often in a short pair without being one
/// of its topics. What it occurs beyond that, or beyond the unit of each witness that has it most (which can be long),
/// counts as the frequency it is.
const PAIR: f32 = 4.0;
/// One word in so many of those other texts is a given function word.
const FUNCTION_RARITY: f32 = 300.0;
/// What a page shows of how often a function word stands is believed over the other texts: a pair counts as part of only
/// so many more words of them. The commonest, articles before all, stand in every sentence, and tie none to another.
const FUNCTION_BACKGROUND: f32 = 500.0;

impl Model {
    /// The model before the first pass.
    pub(super) fn first(
        a: &Side,
        b: &Side,
        vocabulary: &Vocabulary,
        foreign: Option<&Foreign>,
    ) -> Self {
        let function = foreign.map_or_else(|| functions(vocabulary), |f| f.common.clone());
        let mut counts = vec![0u32; function.len()];
        for &word in a.all_words().iter().chain(b.all_words()) {
            counts[word as usize] += 1;
        }
        let mut own = vec![0u32; function.len()];
        for side in [a, b] {
            for (own, most) in own.iter_mut().zip(side.most_in_a_unit(function.len())) {
                *own += most;
            }
        }
        let total = (a.all_words().len() + b.all_words().len()).max(1) as f32;
        let sum = |side: &Side| side.lengths.iter().map(|&l| f64::from(l)).sum::<f64>();
        let ratio = if a.len() == 0 || b.len() == 0 {
            1.0
        } else {
            // Mean unit lengths, not totals: much of either side may have no counterpart.
            (sum(b) / b.len() as f64) / (sum(a) / a.len() as f64)
        };
        Self {
            rarity: counts
                .iter()
                .zip(&function)
                .zip(&own)
                .map(|((&count, &function), &own)| {
                    let count = count.max(1) as f32;
                    if function {
                        function_rarity(count, total)
                    } else {
                        let here = (count - PAIR.max(own as f32)).max(0.0);
                        1.0 / (here / total + count.min(PAIR) / (total + BACKGROUND))
                    }
                })
                .collect(),
            function,
            likeness: match foreign {
                None => Likeness::new(vocabulary),
                Some(foreign) => Likeness::from_pairs(foreign.common.len(), &cognates(vocabulary)),
            },
            learned: Vec::new(),
            null_rate: match foreign {
                None => NULL_RATE,
                Some(_) => FOREIGN_NULL_RATE,
            },
            log_ratio: plausible_log_ratio(ratio.ln()) as f32,
            length_variance: LENGTH_VARIANCE,
            rates: match foreign {
                None => FIRST_RATES,
                Some(_) => FOREIGN_RATES,
            }
            .with_granularity(granularity(ratio)),
            ends: match foreign {
                None => Agreement::default(),
                Some(_) => Agreement::of(&a.ends, &b.ends),
            },
            foreign: foreign.is_some(),
        }
    }
}

impl Model {
    /// What scores are divided by before they are compared as probabilities, at least 1.
    pub(super) fn temperature(&self) -> f64 {
        match self.foreign {
            false => TEMPERATURE,
            // Lengths and ends are counted once a bead.
            true => 1.0,
        }
    }
}

/// For each key of a vocabulary whether it is the stem of a function word.
fn functions(vocabulary: &Vocabulary) -> Vec<bool> {
    let mut function = vec![false; vocabulary.key_count()];
    for word in vocabulary.types().iter().filter(|w| w.function) {
        function[word.key(Fold::Stem) as usize] = true;
    }
    function
}

/// Words of like letters, which may be one name or one foreign word in two languages, with their weights.
fn cognates(vocabulary: &Vocabulary) -> Vec<(KeyId, KeyId, f32)> {
    let like = Likeness::new(vocabulary);
    like.pairs().filter(|p| p.0 < p.1).collect()
}

/// The inverse of the probability of a function word that stands `count` times among `total` words. One that is rare in the
/// pair is not rare elsewhere, and tells no more for it.
fn function_rarity(count: f32, total: f32) -> f32 {
    let within = |background: f32| (total + background) / (count + background / FUNCTION_RARITY);
    within(FUNCTION_BACKGROUND).min(within(BACKGROUND))
}

/// Renderings in one language differ in length by no more than this factor: what else the mean lengths of their units
/// differ comes from one of them being cut finer.
const MOST_VERBOSE: f64 = 1.3;

/// The logarithm of a length ratio, as far as one rendering can be longer than the other.
pub(super) fn plausible_log_ratio(log_ratio: f64) -> f64 {
    let most = MOST_VERBOSE.ln();
    log_ratio.clamp(-most, most)
}

/// How many units of the side that is cut finer there are for one of the other, at least 1, where the mean unit of B has
/// `ratio` times the length of that of A.
fn granularity(ratio: f64) -> f64 {
    let log = ratio.ln();
    (log - plausible_log_ratio(log)).abs().exp()
}

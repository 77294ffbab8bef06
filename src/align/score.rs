//! The score of a bead: a log-likelihood ratio against chance in the manner of Moore (2002), in which each word may explain one
//! word of the other side only.

use crate::align::model::Model;
use crate::align::side::Side;
use crate::lexicon::KeyId;

/// Variance of the log length ratio of units that have nothing to do with each other.
const UNRELATED_VARIANCE: f32 = 0.5;
/// Characters whose number makes the log ratio of short beads vary: adds `CHAR_VARIANCE / length` to the variance.
const CHAR_VARIANCE: f32 = 2.0;
/// The length alone may not decide: bounds of its log-likelihood ratio.
const LENGTH_BOUNDS: (f32, f32) = (-4.0, 1.0);

/// How freely a single bead may be rendered: multiples of the odds that a word has no counterpart, with the probability
/// of each. Renderings are not equally free everywhere; one figure for all would call the freer sentences unmatched.
const NULL_RATES: [(f32, f32); LANES] = [(0.35, 0.3), (1.0, 0.5), (3.0, 0.2)];
const LANES: usize = 3;

/// Scores beads; owns scratch memory, so one a thread.
#[derive(Debug)]
pub(super) struct Scorer<'m> {
    model: &'m Model,
    /// For each null rate `(1 - e) / e`.
    odds: [f32; LANES],
    log_null_rate: [f32; LANES],
    log_weight: [f32; LANES],
    /// For each stem how often it stands in the loaded side and is not yet matched, and [`LIKE`] where a loaded stem
    /// is like it. One byte each, so that the many misses stay in the nearest cache.
    marks: Vec<u8>,
    /// For each stem marked [`LIKE`] the loaded stem likest to it, and how like.
    likest: Vec<(KeyId, f32)>,
    /// The stems whose mark is not 0.
    marked: Vec<KeyId>,
    loaded_words: usize,
    loaded_length: f32,
    /// Room for the words of the other side that are marked.
    hits: Vec<KeyId>,
    pending: Vec<KeyId>,
    taken: Vec<KeyId>,
}

/// The bit of a mark that says that a loaded stem is like this one.
const LIKE: u8 = 0x80;
/// The bits of a mark that count; a stem that stands more often in one bead than they can hold is counted that often
/// (in one unit it never does: see [`HEARD`](super::side::HEARD)).
const COUNT: u8 = 0x7f;

/// A score with its parts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Score {
    /// Log-likelihood ratio of the bead against chance, in nats.
    pub total: f32,
    /// The part of it that matched words give, at least 0.
    pub evidence: f32,
}

/// A score taken apart, all in nats.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weighing {
    /// What each pair of words adds.
    pub pairs: Vec<f64>,
    /// What each word of either side costs; below 0.
    pub word: f64,
    /// What it costs that the null rate of the bead is not known.
    pub null_rate: f64,
}

impl<'m> Scorer<'m> {
    /// A scorer for a model.
    pub(super) fn new(model: &'m Model) -> Self {
        let odds = NULL_RATES.map(|(times, _)| (1.0 - model.null_rate) / model.null_rate / times);
        Self {
            model,
            odds,
            log_null_rate: odds.map(|o| -(1.0 + o).ln()),
            log_weight: NULL_RATES.map(|(_, probability)| probability.ln()),
            marks: vec![0; model.rarity.len()],
            likest: vec![(0, 0.0); model.rarity.len()],
            marked: Vec::new(),
            loaded_words: 0,
            loaded_length: 0.0,
            hits: Vec::new(),
            pending: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Sets the first side of the beads scored from now on.
    pub(super) fn load(&mut self, side: &Side, positions: &[usize]) {
        for w in self.marked.drain(..) {
            self.marks[w as usize] = 0;
        }
        self.loaded_words = 0;
        self.loaded_length = 0.0;
        for &p in positions {
            self.loaded_words += side.words(p).len();
            self.loaded_length += side.lengths[p] as f32;
            for &w in side.words(p) {
                let mark = &mut self.marks[w as usize];
                if *mark & COUNT > 0 {
                    // Its neighbours are marked already.
                    *mark += u8::from(*mark & COUNT < COUNT);
                    continue;
                }
                if *mark == 0 {
                    self.marked.push(w);
                }
                *mark += 1;
                for &(other, weight) in self.model.likeness.neighbours(w) {
                    let mark = &mut self.marks[other as usize];
                    let likest = &mut self.likest[other as usize];
                    if *mark & LIKE == 0 || likest.1 < weight {
                        if *mark == 0 {
                            self.marked.push(other);
                        }
                        *mark |= LIKE;
                        *likest = (w, weight);
                    }
                }
            }
        }
    }

    /// The score of the bead of the loaded side with `positions` of `side`.
    ///
    /// Each word may explain one word of the other side only: equal stems first, then like ones.
    pub(super) fn score(&mut self, side: &Side, positions: &[usize]) -> Score {
        let words: usize = positions.iter().map(|&p| side.words(p).len()).sum();
        if words == 0 || self.loaded_words == 0 {
            return Score::default();
        }
        let (x, y) = (self.loaded_words as f32, words as f32);
        let (per_x, per_y) = (1.0 / x, 1.0 / y);
        let mut evidence = Evidence::new(self.odds);
        // Which words are marked is hard to foretell: they are set apart without a branch.
        if self.hits.len() < words {
            self.hits.resize(words, 0);
        }
        let mut hits = 0;
        for &p in positions {
            for &w in side.words(p) {
                self.hits[hits] = w;
                hits += usize::from(self.marks[w as usize] != 0);
            }
        }
        self.pending.clear();
        self.taken.clear();
        for &w in &self.hits[..hits] {
            let mark = &mut self.marks[w as usize];
            let left = *mark & COUNT;
            if left > 0 {
                *mark -= 1;
                self.taken.push(w);
                let rarity = self.model.rarity[w as usize];
                let left = f32::from(left);
                evidence.add(weight(per_x * rarity, left), weight(per_y * rarity, left));
            } else {
                self.pending.push(w);
            }
        }
        for &w in &self.pending {
            let (other, weight) = self.likest[w as usize];
            let mark = &mut self.marks[other as usize];
            if *mark & COUNT > 0 {
                *mark -= 1;
                self.taken.push(other);
                evidence.add(
                    per_x * weight * self.model.rarity[w as usize],
                    per_y * weight * self.model.rarity[other as usize],
                );
            }
        }
        for &w in &self.taken {
            self.marks[w as usize] += 1;
        }
        let evidence = evidence.logarithms();
        let length: f32 = positions.iter().map(|&p| side.lengths[p] as f32).sum();
        let mut of_lane = [0f32; LANES];
        for lane in 0..LANES {
            of_lane[lane] =
                self.log_weight[lane] + evidence[lane] + 0.5 * self.log_null_rate[lane] * (x + y);
        }
        let most = of_lane.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let words_score = most + of_lane.iter().map(|s| (s - most).exp()).sum::<f32>().ln();
        Score {
            total: words_score + self.length_ratio(self.loaded_length, length),
            evidence: evidence[1],
        }
    }

    /// What each matched pair of words and each word by itself adds to a score, given `x` and `y` words on the sides.
    ///
    /// `pairs` are what [`Evidence::add`] takes. The null rates are averaged by their probability given the bead, so
    /// that the parts add up to what [`Scorer::score`] gives beside the length.
    pub(super) fn weigh(&self, pairs: &[(f32, f32)], x: f32, y: f32) -> Weighing {
        let of_pair = |lane: usize, &(for_b, for_a): &(f32, f32)| -> f64 {
            let ln = |odds: f32| f64::from(self.odds[lane] * odds).ln_1p();
            0.5 * (ln(for_b) + ln(for_a))
        };
        let of_word = |lane: usize| 0.5 * f64::from(self.log_null_rate[lane]);
        let of_lane: [f64; LANES] = std::array::from_fn(|lane| {
            f64::from(self.log_weight[lane])
                + pairs.iter().map(|pair| of_pair(lane, pair)).sum::<f64>()
                + of_word(lane) * f64::from(x + y)
        });
        let most = of_lane.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = of_lane.iter().map(|s| (s - most).exp()).sum();
        let share = of_lane.map(|s| (s - most).exp() / sum);
        let mean = |of: &dyn Fn(usize) -> f64| -> f64 {
            (0..LANES).map(|lane| share[lane] * of(lane)).sum()
        };
        Weighing {
            pairs: pairs
                .iter()
                .map(|pair| mean(&|lane| of_pair(lane, pair)))
                .collect(),
            word: mean(&of_word),
            null_rate: mean(&|lane| {
                let unlikely = share[lane].max(f64::MIN_POSITIVE).ln();
                f64::from(self.log_weight[lane]) - unlikely
            }),
        }
    }

    /// Log-likelihood ratio of the two lengths, in characters, against unrelated units.
    pub(super) fn length_ratio(&self, a: f32, b: f32) -> f32 {
        let shift = (b / a).ln() - self.model.log_ratio;
        let variance = self.model.length_variance + CHAR_VARIANCE / (a + b);
        let unrelated = UNRELATED_VARIANCE + variance;
        let densities =
            shift * shift * (1.0 / unrelated - 1.0 / variance) + (unrelated / variance).ln();
        (0.5 * densities).clamp(LENGTH_BOUNDS.0, LENGTH_BOUNDS.1)
    }
}

/// By how much a word is likelier at most than chance would have it because several words equal to it are left.
const SEVERAL: f32 = 3.0;

/// By how much a word is likelier than chance would have it, when `left` equal words are left of which each can be its
/// source, and each by itself makes it `alone` times as likely.
///
/// Without this the frequent words of a long unit would speak against every counterpart: one source among a hundred
/// does not explain a word that chance alone puts there a hundred times.
pub(super) fn weight(alone: f32, left: f32) -> f32 {
    alone.max((left * alone).min(SEVERAL))
}

/// What matched words say, for each null rate: half the sum of `ln(1 + odds · weight / (length · q))` over both sides,
/// kept as a product whose logarithm is taken before it can overflow.
struct Evidence {
    odds: [f32; LANES],
    product: [f32; LANES],
    sum: [f32; LANES],
}

impl Evidence {
    fn new(odds: [f32; LANES]) -> Self {
        Self {
            odds,
            product: [1.0; LANES],
            sum: [0.0; LANES],
        }
    }

    #[inline]
    fn add(&mut self, for_b: f32, for_a: f32) {
        let (sum, both) = (for_b + for_a, for_b * for_a);
        for lane in 0..LANES {
            let odds = self.odds[lane];
            self.product[lane] *= 1.0 + odds * (sum + odds * both);
        }
        // The first null rate is the least, its odds the greatest.
        if self.product[0] > 1e20 {
            for lane in 0..LANES {
                self.sum[lane] += self.product[lane].ln();
                self.product[lane] = 1.0;
            }
        }
    }

    fn logarithms(self) -> [f32; LANES] {
        std::array::from_fn(|lane| 0.5 * (self.sum[lane] + self.product[lane].ln()))
    }
}

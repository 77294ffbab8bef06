//! Where in one sentence the words of another stand: a hidden Markov model in the manner of Vogel (1996), and the
//! posterior probability of every pair.
//!
//! States are the words of the one side, observations those of the other. The jump from one word's place to the next
//! one's has weights that fall geometrically, so a step costs time linear in the length of the side, not quadratic.
//!
//! Either side explains the other, and each of the two takes a pass forward and one backward. The four passes are one
//! recurrence: a pass backward is a pass forward through both sides from their ends, which weighs the words before it jumps
//! and scales its jumps after, and not the other way about. They run side by side, as one calculation in four lanes.

/// By how much a jump that skips one more word forward is less likely.
const FORWARD: f32 = 0.6;
/// The weight of a jump back, and by how much one more word back is less likely.
const BACK: f32 = 0.3;
const BACKWARD: f32 = 0.75;
/// The weight of staying at the same word.
const STAY: f32 = 0.3;
/// The weight of a jump anywhere, shared by all words: how a moved phrase is reached.
const ANYWHERE: f32 = 0.15;
/// The weight of any place to end at, beside that of the jump from there past the last word: ends meet, as beginnings do.
const END: f32 = 0.1;
/// The weight of passing over a word that has no counterpart, against an emission of 1.
const UNLINKED: f32 = 0.004;
/// The share of words that have one.
const LINKED: f32 = 0.8;

/// A number for each of the four passes: forward with the words of A as states, with those of B, and both backward.
type Lanes = [f32; 4];

/// Scratch memory of the model, to be used again for the next pair.
///
/// Places are those of a side: one before its first word and one for each word, backward from its end. A side with fewer
/// than the other is padded with places, and steps, where nothing is emitted.
#[derive(Debug, Default)]
pub(super) struct Hmm {
    /// At `step * places + place`: what is emitted there, and the probability of being there with a link.
    emission: Vec<Lanes>,
    linked: Vec<Lanes>,
    /// The probability of being at a place before each step and after the last, with or without a link; but for a scale.
    state: Vec<Lanes>,
    /// By how much the jumps from a place are scaled to sum to one.
    scale: Vec<Lanes>,
    /// What is jumped from, and what comes of jumps forward.
    weight: Vec<Lanes>,
    ahead: Vec<Lanes>,
    /// What is emitted, and then what one side says, at `j * height + i`.
    turned: Vec<f32>,
}

impl Hmm {
    /// Writes into `posterior` the probability that two words are linked, the geometric mean of what both sides say.
    ///
    /// `emission` and `posterior` are at `i * width + j` for word `i` of A and `j` of B. Neither side may be empty.
    pub(super) fn posteriors(&mut self, emission: &[f32], width: usize, posterior: &mut Vec<f32>) {
        let (n, m) = (emission.len() / width, width);
        self.load(emission, n, m);
        self.run(n, m);
        let mut turned = std::mem::take(&mut self.turned);
        for (j, column) in turned.chunks_exact_mut(n).enumerate() {
            self.of_step(j, 0, m, column);
        }
        posterior.resize(n * m, 0.0);
        for (i, row) in posterior.chunks_exact_mut(m).enumerate() {
            self.of_step(i, 1, n, row);
            for (j, p) in row.iter_mut().enumerate() {
                *p = (*p * turned[j * n + i]).sqrt();
            }
        }
        self.turned = turned;
    }

    /// Lays out what is emitted, for every pass in its own order.
    fn load(&mut self, emission: &[f32], n: usize, m: usize) {
        let places = n.max(m) + 1;
        self.emission.clear();
        self.emission.resize(n.max(m) * places, [0.0; 4]);
        self.turned.resize(n * m, 0.0);
        for (j, column) in self.turned.chunks_exact_mut(n).enumerate() {
            for (i, e) in column.iter_mut().enumerate() {
                *e = emission[i * m + j];
            }
        }
        for (lane, rows, states) in [(0, &self.turned[..], n), (1, emission, m)] {
            let steps = rows.len() / states;
            for (step, row) in rows.chunks_exact(states).enumerate() {
                let forward = &mut self.emission[step * places + 1..][..states];
                for (cell, e) in forward.iter_mut().zip(row) {
                    cell[lane] = *e;
                }
                let backward = &mut self.emission[(steps - 1 - step) * places..][..states];
                for (cell, e) in backward.iter_mut().rev().zip(row) {
                    cell[lane + 2] = *e;
                }
            }
        }
        self.scale.clear();
        self.scale.resize(places, [0.0; 4]);
        for (lane, states) in [n, m].into_iter().enumerate() {
            for (place, scale) in scales(states).enumerate() {
                self.scale[place][lane] = scale;
                self.scale[states - place][lane + 2] = scale;
            }
        }
    }

    /// The four passes.
    fn run(&mut self, n: usize, m: usize) {
        let steps = n.max(m);
        let places = steps + 1;
        self.linked.resize(steps * places, [0.0; 4]);
        self.state.resize((steps + 1) * places, [0.0; 4]);
        self.weight.resize(places, [0.0; 4]);
        self.ahead.resize(places, [0.0; 4]);
        self.begin(n, m);
        let anywhere = [n, m, n, m].map(|states| ANYWHERE / (states + 1) as f32);
        let mut norm = [1.0; 4];
        for step in 0..steps {
            let row = step * places..(step + 1) * places;
            let (state, next) = self.state[row.start..row.end + places].split_at_mut(places);
            let emission = &self.emission[row.clone()];
            let (mut sum, mut ahead) = ([0.0; 4], [0.0; 4]);
            let found = self.weight.iter_mut().zip(&mut self.ahead);
            let given = state.iter().zip(emission).zip(&self.scale);
            for ((weight, forward), ((s, e), z)) in found.zip(given) {
                let w = each(|k| norm[k] * s[k] * if k < 2 { z[k] } else { e[k] });
                sum = each(|k| sum[k] + w[k]);
                *forward = ahead;
                ahead = each(|k| ahead[k] * FORWARD + w[k]);
                *weight = w;
            }
            let shared: Lanes = each(|k| anywhere[k] * sum[k]);
            let (mut total, mut back) = ([0.0; 4], [0.0; 4]);
            let found = self.linked[row].iter_mut().zip(next);
            let jumps = self.weight.iter().zip(&self.ahead);
            let given = state.iter().zip(emission).zip(&self.scale);
            for ((linked, next), ((w, ahead), ((s, e), z))) in found.zip(jumps.zip(given)).rev() {
                let jumped: Lanes =
                    each(|k| ahead[k] + BACK * back[k] + (STAY - anywhere[k]) * w[k] + shared[k]);
                let l = each(|k| LINKED * jumped[k] * if k < 2 { e[k] } else { z[k] });
                let after = each(|k| l[k] + UNLINKED * norm[k] * s[k]);
                total = each(|k| total[k] + after[k]);
                back = each(|k| (back[k] + w[k]) * BACKWARD);
                (*linked, *next) = (l, after);
            }
            norm = each(|k| total[k].recip());
        }
    }

    /// Where each pass begins: before the first word, or at any place from which the end is reached.
    fn begin(&mut self, n: usize, m: usize) {
        let start = &mut self.state[..n.max(m) + 1];
        start.fill([0.0; 4]);
        start[0] = [1.0, 1.0, 0.0, 0.0];
        for (lane, states) in [(2, n), (3, m)] {
            let mut past_last = 1.0;
            for start in &mut start[..=states] {
                start[lane] = past_last + END;
                past_last *= FORWARD;
            }
        }
    }

    /// The probability of each state at an observation, of as many as there are `steps`, by the passes of `lane` and
    /// `lane + 2`.
    fn of_step(&self, step: usize, lane: usize, steps: usize, probability: &mut [f32]) {
        let (places, states) = (self.scale.len(), probability.len());
        let to = &self.linked[step * places..][..=states];
        let through = &self.state[(step + 1) * places..][..=states];
        let from = &self.state[(steps - 1 - step) * places..][..=states];
        let all: f32 = through
            .iter()
            .zip(from.iter().rev())
            .map(|(t, f)| t[lane] * f[lane + 2])
            .sum();
        let one_in_all = all.recip();
        let ways = to[1..].iter().zip(from[..states].iter().rev());
        for (p, (t, f)) in probability.iter_mut().zip(ways) {
            *p = t[lane] * f[lane + 2] * one_in_all;
        }
    }
}

/// The same for every lane.
#[inline]
fn each(f: impl Fn(usize) -> f32) -> Lanes {
    [f(0), f(1), f(2), f(3)]
}

/// The scale of the jumps from each place of a side: they lead to its words, not to the place before the first.
fn scales(states: usize) -> impl Iterator<Item = f32> {
    let anywhere = ANYWHERE / (states + 1) as f32;
    let sum = |rate: f32, terms: usize| (1.0 - rate.powi(terms as i32)) / (1.0 - rate);
    (0..=states).map(move |place| {
        let forward = sum(FORWARD, states - place);
        let here = match place {
            0 => anywhere * states as f32,
            _ => STAY + anywhere * (states - 1) as f32 + BACK * BACKWARD * sum(BACKWARD, place - 1),
        };
        (forward + here).recip()
    })
}

//! What the beads of one pass teach the next: words that stand for each other, and how freely the renderings go.

use crate::align::Pass;
use crate::align::beads::Found;
use crate::align::flow::{FIRST_RATES, Rates};
use crate::align::model::Model;
use crate::align::side::Side;
use crate::lexicon::{KeyId, Likeness};

/// Two stems are learned as equivalents only when they met in at least this many beads.
const LEAST_MEETINGS: u32 = 3;
/// Meetings are counted as this many fewer, because chance gives some.
const DISCOUNT: f32 = 1.0;
/// Least weight of a learned pair; below it the pair is noise.
const LEAST_WEIGHT: f32 = 0.1;
/// Beads with more unmatched words than this on one side teach nothing: they would pair everything with everything.
const MOST_WORDS: usize = 60;
/// Beads that are learned from, evenly spaced: more teach nothing new and would take memory with the length of the text.
const MOST_BEADS: usize = 25_000;
/// What is believed of a pair before it is seen, in units of beads: estimates of short texts stay close to it.
const PRIOR_WEIGHT: f32 = 20.0;

/// The model for the next pass.
pub fn learn(a: &Side, b: &Side, model: &Model, found: &Pass) -> Model {
    let mut unmatched = Unmatched::new(model);
    let mut meetings: Vec<u64> = Vec::new();
    let (mut alone_a, mut alone_b) = (Vec::new(), Vec::new());
    let (mut words, mut free) = (0usize, 0usize);
    let (mut shift, mut squares, mut shifts) = (0f64, 0f64, 0f64);
    let mut counts_a = vec![0u32; model.rarity.len()];
    let mut counts_b = vec![0u32; model.rarity.len()];
    let all: Vec<&Found> = found.main.iter().chain(&found.moved).collect();
    let sample = all.iter().step_by(all.len().div_ceil(MOST_BEADS).max(1));
    let beads = sample.len() as f32;
    for bead in sample {
        unmatched.of(a, b, bead, &mut alone_a, &mut alone_b);
        for (side, positions) in [(a, &bead.a), (b, &bead.b)] {
            words += positions
                .iter()
                .map(|&p| side.words(p as usize).len())
                .sum::<usize>();
        }
        free += alone_a.len() + alone_b.len();
        if bead.a.len() + bead.b.len() == 2 {
            let (x, y) = (a.lengths[bead.a[0] as usize], b.lengths[bead.b[0] as usize]);
            let log = f64::from(y as f32 / x as f32).ln();
            shift += log;
            squares += log * log;
            shifts += 1.0;
        }
        for list in [&mut alone_a, &mut alone_b] {
            list.sort_unstable();
            list.dedup();
        }
        if alone_a.len() > MOST_WORDS || alone_b.len() > MOST_WORDS {
            continue;
        }
        for &x in &alone_a {
            counts_a[x as usize] += 1;
        }
        for &y in &alone_b {
            counts_b[y as usize] += 1;
        }
        for &x in &alone_a {
            meetings.extend(alone_b.iter().map(|&y| u64::from(x) << 32 | u64::from(y)));
        }
    }

    let pairs = equivalents(meetings, &counts_a, &counts_b, beads);
    let learned = merge(pairs.into_iter());
    let known = model.likeness.pairs().filter(|p| p.0 < p.1);
    let all = merge(known.chain(learned.iter().copied()));

    let blend = |seen: f32, weight: f32, prior: f32| {
        (seen * weight + prior * PRIOR_WEIGHT) / (weight + PRIOR_WEIGHT)
    };
    let freedom = blend(free as f32 / words.max(1) as f32, beads, model.freedom);
    let (log_ratio, length_variance) = if shifts > 0.0 {
        let mean = (shift / shifts) as f32;
        let variance = (squares / shifts - (shift / shifts) * (shift / shifts)) as f32;
        (
            blend(mean, shifts as f32, model.log_ratio),
            blend(variance, shifts as f32, model.length_variance),
        )
    } else {
        (model.log_ratio, model.length_variance)
    };
    Model {
        rarity: model.rarity.clone(),
        likeness: Likeness::from_pairs(model.rarity.len(), &all),
        learned,
        freedom: freedom.clamp(0.1, 0.6),
        log_ratio,
        length_variance: length_variance.clamp(0.01, 0.3),
        rates: rates(a, b, &found.main),
    }
}

/// Gaps longer than this, in units of one side, are long ones.
const LONG_GAP: u32 = 6;

/// How often a path goes from bead to bead, and into and through what is unmatched.
fn rates(a: &Side, b: &Side, main: &[Found]) -> Rates {
    let (mut short, mut long, mut extended, mut sides, mut all) = (0f64, 0f64, 0f64, 0f64, 0f64);
    let mut at = (0, 0);
    let mut gap = |from: (u32, u32), to: (u32, u32)| {
        // A bead may pass over units, so the next may begin before it ends.
        let missing = [to.0.saturating_sub(from.0), to.1.saturating_sub(from.1)];
        all += 1.0;
        if missing.iter().any(|&n| n > LONG_GAP) {
            long += 1.0;
        } else if missing != [0, 0] {
            short += 1.0;
            for n in missing.into_iter().filter(|&n| n > 0) {
                sides += 1.0;
                extended += f64::from(n - 1);
            }
        }
    };
    for bead in main {
        gap(at, (bead.a[0], bead.b[0]));
        at = (bead.a[bead.a.len() - 1] + 1, bead.b[bead.b.len() - 1] + 1);
    }
    gap(at, (a.len() as u32, b.len() as u32));
    let share = |yes: f64, all: f64, prior: f64| {
        (yes + prior * f64::from(PRIOR_WEIGHT)) / (all + f64::from(PRIOR_WEIGHT))
    };
    Rates {
        short: share(short, all, FIRST_RATES.short).clamp(0.01, 0.5),
        extend: share(extended, extended + sides, FIRST_RATES.extend).clamp(0.05, 0.8),
        long: share(long, all, FIRST_RATES.long).clamp(0.001, 0.2),
        beyond: FIRST_RATES.beyond,
    }
}

/// Finds the words of a bead that no word of the other side explains.
struct Unmatched<'m> {
    model: &'m Model,
    left: Vec<u16>,
}

impl<'m> Unmatched<'m> {
    fn new(model: &'m Model) -> Self {
        Self {
            model,
            left: vec![0; model.rarity.len()],
        }
    }

    fn of(
        &mut self,
        a: &Side,
        b: &Side,
        bead: &Found,
        alone_a: &mut Vec<KeyId>,
        alone_b: &mut Vec<KeyId>,
    ) {
        alone_a.clear();
        alone_b.clear();
        let words = |side: &Side, positions: &[u32]| -> Vec<KeyId> {
            positions
                .iter()
                .flat_map(|&p| side.words(p as usize).iter().copied())
                .collect()
        };
        let xs = words(a, &bead.a);
        for &x in &xs {
            self.left[x as usize] += 1;
        }
        for y in words(b, &bead.b) {
            if self.left[y as usize] > 0 {
                self.left[y as usize] -= 1;
            } else {
                alone_b.push(y);
            }
        }
        alone_b.retain(|&y| {
            let like = self
                .model
                .likeness
                .neighbours(y)
                .iter()
                .find(|n| self.left[n.0 as usize] > 0);
            if let Some(&(x, _)) = like {
                self.left[x as usize] -= 1;
            }
            like.is_none()
        });
        for &x in &xs {
            if self.left[x as usize] > 0 {
                self.left[x as usize] -= 1;
                alone_a.push(x);
            }
        }
    }
}

/// Pairs of stems that met more often than chance, with their weight.
fn equivalents(
    mut meetings: Vec<u64>,
    counts_a: &[u32],
    counts_b: &[u32],
    beads: f32,
) -> Vec<(KeyId, KeyId, f32)> {
    meetings.sort_unstable();
    meetings
        .chunk_by(|x, y| x == y)
        .filter(|run| run.len() as u32 >= LEAST_MEETINGS)
        .filter_map(|run| {
            let (x, y) = ((run[0] >> 32) as u32, run[0] as u32);
            let (cx, cy) = (counts_a[x as usize] as f32, counts_b[y as usize] as f32);
            let chance = cx * cy / beads;
            let weight = (run.len() as f32 - DISCOUNT - chance) / cx.max(cy);
            (weight >= LEAST_WEIGHT).then_some((x, y, weight))
        })
        .collect()
}

/// One entry a pair, the greatest weight kept.
fn merge(pairs: impl Iterator<Item = (KeyId, KeyId, f32)>) -> Vec<(KeyId, KeyId, f32)> {
    let mut all: Vec<_> = pairs
        .filter(|p| p.0 != p.1)
        .map(|(x, y, w)| (x.min(y), x.max(y), w))
        .collect();
    all.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
    all.dedup_by_key(|p| (p.0, p.1));
    all
}

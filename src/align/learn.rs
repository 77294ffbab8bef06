//! What the beads of one pass teach the next: words that stand for each other, and how freely the renderings go.

use smallvec::SmallVec;

use crate::align::found::{Found, Pass};
use crate::align::model::{Model, plausible_log_ratio};
use crate::align::side::Side;
use crate::align::transitions::Rates;
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
pub(super) fn learn(a: &Side, b: &Side, model: &Model, found: &Pass) -> Model {
    let all: Vec<&Found> = found.main.iter().chain(&found.moved).collect();
    let sample: Vec<&Found> = all
        .iter()
        .step_by(all.len().div_ceil(MOST_BEADS).max(1))
        .copied()
        .collect();
    let Unmatched {
        words: unmatched,
        share,
    } = Unmatched::of(a, b, model, &sample);
    let learned = equivalents(&unmatched, model.rarity.len());
    let known = model.likeness.pairs().filter(|p| p.0 < p.1);
    let all = merge(known.chain(learned.iter().copied()));
    let null_rate = blend(share, sample.len(), model.null_rate);
    let (log_ratio, length_variance) = lengths(a, b, model, &sample);
    Model {
        rarity: model.rarity.clone(),
        function: model.function.clone(),
        likeness: Likeness::from_pairs(model.rarity.len(), &all),
        learned,
        null_rate: match model.foreign {
            false => null_rate.clamp(0.1, 0.6),
            true => null_rate.clamp(0.1, 0.97),
        },
        log_ratio: plausible_log_ratio(f64::from(log_ratio)) as f32,
        length_variance: length_variance.clamp(0.01, 0.3),
        rates: rates(a, b, &model.rates, &found.main),
        ends: model.ends,
        foreign: model.foreign,
    }
}

/// What was seen in so many beads, and what was believed before.
fn blend(seen: f32, beads: usize, prior: f32) -> f32 {
    let weight = beads as f32;
    (seen * weight + prior * PRIOR_WEIGHT) / (weight + PRIOR_WEIGHT)
}

/// Mean and variance of the log length ratio, from the 1-1 beads.
fn lengths(a: &Side, b: &Side, model: &Model, beads: &[&Found]) -> (f32, f32) {
    let (mut sum, mut squares, mut seen) = (0f64, 0f64, 0usize);
    for bead in beads {
        if let (&[x], &[y]) = (&*bead.a, &*bead.b) {
            let (x, y) = (a.lengths[x as usize], b.lengths[y as usize]);
            let log = f64::from(y as f32 / x as f32).ln();
            sum += log;
            squares += log * log;
            seen += 1;
        }
    }
    if seen == 0 {
        return (model.log_ratio, model.length_variance);
    }
    let mean = sum / seen as f64;
    let variance = squares / seen as f64 - mean * mean;
    (
        blend(mean as f32, seen, model.log_ratio),
        blend(variance as f32, seen, model.length_variance),
    )
}

/// Gaps longer than this, in units of one side, are long ones.
const LONG_GAP: u32 = 6;

/// How often a path goes from bead to bead, and into and through what is unmatched.
fn rates(a: &Side, b: &Side, first: &Rates, main: &[Found]) -> Rates {
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
        short: share(short, all, first.short).clamp(0.01, 0.5),
        extend: share(extended, extended + sides, first.extend).clamp(0.05, 0.8),
        long: share(long, all, first.long).clamp(0.001, 0.2),
        beyond: first.beyond,
        cut_finer: first.cut_finer,
    }
}

/// The words of beads that no word of the other side explains.
struct Unmatched {
    /// For each bead those of A and of B, each once; none of a bead that has too many.
    words: Vec<[SmallVec<[KeyId; 8]>; 2]>,
    /// Their share of all words.
    share: f32,
}

impl Unmatched {
    fn of(a: &Side, b: &Side, model: &Model, beads: &[&Found]) -> Self {
        let (mut all, mut unmatched) = (0, 0);
        // For each stem how often it stands in A and is not yet explained.
        let mut left = vec![0u16; model.rarity.len()];
        let words = beads.iter().map(|bead| {
            all += words(a, &bead.a).count() + words(b, &bead.b).count();
            let mut alone = unmatched_of(a, b, model, bead, &mut left);
            for list in &mut alone {
                unmatched += list.len();
                list.sort_unstable();
                list.dedup();
            }
            if alone.iter().any(|list| list.len() > MOST_WORDS) {
                alone = Default::default();
            }
            alone
        });
        let words = words.collect();
        Self {
            words,
            share: unmatched as f32 / all.max(1) as f32,
        }
    }
}

fn words<'s>(side: &'s Side, positions: &'s [u32]) -> impl Iterator<Item = KeyId> + 's {
    let units = positions.iter().map(|&p| side.words(p as usize));
    units.flatten().copied()
}

/// The words of one bead that no word of the other side explains; `left` holds zeros before and after.
fn unmatched_of(
    a: &Side,
    b: &Side,
    model: &Model,
    bead: &Found,
    left: &mut [u16],
) -> [SmallVec<[KeyId; 8]>; 2] {
    for x in words(a, &bead.a) {
        left[x as usize] += 1;
    }
    let mut of_b = SmallVec::new();
    for y in words(b, &bead.b) {
        if left[y as usize] > 0 {
            left[y as usize] -= 1;
        } else {
            of_b.push(y);
        }
    }
    of_b.retain(|y| {
        let neighbours = model.likeness.neighbours(*y).iter();
        let like = neighbours.map(|n| n.0 as usize).find(|&x| left[x] > 0);
        if let Some(x) = like {
            left[x] -= 1;
        }
        like.is_none()
    });
    let mut of_a = SmallVec::new();
    for x in words(a, &bead.a) {
        if left[x as usize] > 0 {
            left[x as usize] -= 1;
            of_a.push(x);
        }
    }
    [of_a, of_b]
}

/// Pairs of stems that met more often than chance, with their weight.
fn equivalents(beads: &[[SmallVec<[KeyId; 8]>; 2]], stems: usize) -> Vec<(KeyId, KeyId, f32)> {
    let counts = [0, 1].map(|side| {
        let mut counts = vec![0u32; stems];
        for stem in beads.iter().flat_map(|bead| &bead[side]) {
            counts[*stem as usize] += 1;
        }
        counts
    });
    // The beads of each stem of A that could meet another often enough.
    let mut starts = Vec::with_capacity(stems + 1);
    let mut total = 0;
    for &count in &counts[0] {
        starts.push(total);
        total += if count < LEAST_MEETINGS { 0 } else { count };
    }
    starts.push(total);
    let mut next = starts.clone();
    let mut beads_of = vec![0u32; total as usize];
    for (n, [of_a, _]) in beads.iter().enumerate() {
        for x in of_a.iter().map(|&x| x as usize) {
            if next[x] < starts[x + 1] {
                beads_of[next[x] as usize] = n as u32;
                next[x] += 1;
            }
        }
    }
    let mut pairs = Vec::new();
    let mut meetings = vec![0u32; stems];
    let mut met: Vec<KeyId> = Vec::new();
    for x in 0..stems {
        for &bead in &beads_of[starts[x] as usize..starts[x + 1] as usize] {
            for &y in &beads[bead as usize][1] {
                let meetings = &mut meetings[y as usize];
                *meetings += 1;
                if *meetings == LEAST_MEETINGS {
                    met.push(y);
                }
            }
        }
        for &y in &met {
            let meetings = meetings[y as usize] as f32;
            let (cx, cy) = (counts[0][x] as f32, counts[1][y as usize] as f32);
            let chance = cx * cy / beads.len() as f32;
            let weight = (meetings - DISCOUNT - chance) / cx.max(cy);
            if weight >= LEAST_WEIGHT {
                pairs.push((x as KeyId, y, weight));
            }
        }
        met.clear();
        for &bead in &beads_of[starts[x] as usize..starts[x + 1] as usize] {
            for &y in &beads[bead as usize][1] {
                meetings[y as usize] = 0;
            }
        }
    }
    merge(pairs.into_iter())
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::align::lines::Lines;
    use crate::lexicon::Vocabulary;

    /// What the beads of two texts teach, line against line, with the vocabulary.
    fn learned(texts: [&str; 2], beads: impl Iterator<Item = (u32, u32)>) -> (Model, Vocabulary) {
        let Lines {
            vocabulary,
            sides: [a, b],
            model: first,
        } = Lines::new(texts);
        let found = beads.map(|(x, y)| Found {
            a: vec![x],
            b: vec![y],
            score: 1.0,
            posterior: 1.0,
        });
        let pass = Pass {
            main: found.collect(),
            moved: Vec::new(),
        };
        (learn(&a, &b, &first, &pass), vocabulary)
    }

    #[test]
    fn words_that_nothing_explains_are_learned_from_each_other() {
        let lines = |words: [&str; 3]| -> String {
            let line = |n: usize| {
                let place = ["Rome", "Bath", "York"][n % 3];
                format!("The {} stood near {place}.\n", words[n % 3])
            };
            (0..12).map(line).collect()
        };
        let a = lines(["ship", "cart", "barn"]);
        let straight = || (0..12).map(|n| (n, n));
        let (model, vocabulary) = learned([&a, &lines(["boat", "wagon", "shed"])], straight());
        let mut pairs: Vec<[&str; 2]> = model
            .learned
            .iter()
            .map(|&(x, y, _)| [vocabulary.key(x), vocabulary.key(y)])
            .collect();
        pairs.iter_mut().for_each(|pair| pair.sort_unstable());
        pairs.sort_unstable();
        assert_eq!(
            pairs,
            [["barn", "shed"], ["boat", "ship"], ["cart", "wagon"]]
        );
        // A word of five has no counterpart; in the same text none.
        let (same, _) = learned([&a, &a], straight());
        assert!(same.learned.is_empty(), "{:?}", same.learned);
        let share = (model.null_rate - same.null_rate) * (1.0 + PRIOR_WEIGHT / 12.0);
        assert!((share - 0.2).abs() < 0.01, "{share}");
    }

    #[test]
    fn what_stands_between_beads_is_counted() {
        let lines = |count: u32| "The miller sold a horse.\n".repeat(count as usize);
        let rates = |[a, b]: [u32; 2], bead: fn(u32) -> (u32, u32)| {
            let beads = (0..b).map(bead);
            learned([&lines(a), &lines(b)], beads).0.rates
        };
        let none = rates([60, 60], |n| (n, n));
        // Every fourth line of A has no counterpart.
        let short = rates([80, 60], |n| (n + n / 3, n));
        let gain = (short.short - none.short) * (61.0 + f64::from(PRIOR_WEIGHT)) / 61.0;
        assert!((gain - 20.0 / 61.0).abs() < 0.01, "{none:?} {short:?}");
        assert_eq!(short.long, none.long);
        assert!(short.extend < none.extend, "{none:?} {short:?}");
        // Three lines at once, and twenty.
        let three = rates([120, 60], |n| (n + 3 * (n / 3), n));
        assert!(three.extend > short.extend, "{short:?} {three:?}");
        let long = rates([80, 60], |n| (n + 20 * u32::from(n > 30), n));
        assert!(
            long.long > none.long && long.short == none.short,
            "{none:?} {long:?}"
        );
    }
}

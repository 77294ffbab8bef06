//! What the alignments of all pairs of witnesses say of each pair.
//!
//! Consistency, in the spirit of Do et al. (2005, ProbCons): whether a stretch of one witness renders a stretch of another is
//! asked of their own words, and of each third witness, through which the two are joined. Over beads and not over single
//! units, so that a pair keeps its own shapes where a third ends its sentences elsewhere. Beads that contradict each other,
//! of the pair itself or through a third, and whatever their units may make instead, are weighed against each other, and
//! the heaviest together are taken.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::bead::{Bead, Pin};
use crate::chain::{Ranked, fingerprint};
use crate::witness::Witness;

use super::choose::{Choice, heaviest};
use super::clusters::{Places, Sides, clusters};
use super::evidence::{Evidence, evidence};
use super::ways::{PairAlignment, Ways};

/// Scores are divided by this before they are weighed: words of a sentence do not vary independently, so their likelihood
/// ratios add up to more than they are worth.
const TEMPERATURE: f64 = 3.0;
/// What a bead gains for each unit that does not stay without a counterpart, in nats.
const UNIT: f64 = 0.5;
/// What it costs a bead to have a unit beyond 1-1, in nats.
const BEYOND: f64 = 0.8;
/// What a third that is sure is worth, in nats: for a tie through it, and against a bead for each place where it parts it. A
/// bead that the pair itself finds weighs some ten, so that no single third outweighs what words say clearly.
const THIRD: f64 = 1.75;
/// What of it counts where the third has in one unit what a witness has in several: any of these may be what it ties.
const LOOSE: f64 = 0.25;
/// What it costs that a third has what stands on one side alone, in nats: of what both have it would have lost a part only.
const ONE_SIDED: f64 = 0.5;
/// What it costs that the beads of a cluster stand in another order in the two witnesses, in nats: neighbours seldom change
/// places.
const CROSSING: f64 = 4.0;

/// A bead that all witnesses together have elected.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Elected {
    pub(super) units: Sides,
    /// The probability that it stands rather than what might stand instead, in `[0.5, 1]`.
    pub(super) confidence: f64,
    /// What the model of the pair says of it, in nats.
    pub(super) score: f64,
}

impl Elected {
    /// A bead as its own pair has it.
    fn alone(bead: &Bead) -> Self {
        Self {
            units: [bead.a.clone(), bead.b.clone()],
            confidence: bead.confidence,
            score: bead.score,
        }
    }
}

/// What the model of a pair (by its place among the alignments) says of beads, in nats.
pub(super) type ScoresOf<'a> = dyn Fn(usize, &[Pin]) -> Vec<f64> + Sync + 'a;

/// The beads of each pair, in the order of the pairs. `alignments` holds every pair of witnesses once; `ranks` are those of the
/// witnesses, which decide where nothing else does.
pub(super) fn elect(
    witnesses: &[Witness],
    ranks: &[u32],
    alignments: &[PairAlignment],
    scores: &ScoresOf<'_>,
) -> Vec<Vec<Elected>> {
    let ways = Ways::new(witnesses, alignments);
    let pairs = alignments.par_iter().enumerate();
    let of_pair = |(n, own): (usize, &PairAlignment)| {
        let [first, second] = own.witnesses.map(|w| ranks[w]);
        let turned = first > second;
        of_pair(witnesses, (&ways, turned), own, &|pins| scores(n, pins))
    };
    pairs.map(of_pair).collect()
}

/// The beads of one pair, whose sides are `turned` to be weighed, so that it does not matter which of the two is named first.
fn of_pair(
    witnesses: &[Witness],
    (ways, turned): (&Ways<'_>, bool),
    own: &PairAlignment,
    scores: &dyn Fn(&[Pin]) -> Vec<f64>,
) -> Vec<Elected> {
    let pair = own.witnesses;
    let (decided, found) = own.beads.split_at(own.decided);
    let taken = own.taken.each_ref();
    let taken = taken.map(|units| units.iter().copied().collect::<FxHashSet<u32>>());
    let is_free =
        |bead: &Sides| (0..2).all(|side| bead[side].iter().all(|unit| !taken[side].contains(unit)));
    // What the pair says of its own beads it need not be asked again; of marks alone its model knows nothing.
    let known: FxHashMap<Sides, &Bead> = found
        .iter()
        .map(|bead| ([bead.a.clone(), bead.b.clone()], bead))
        .collect();
    let mut proposed: FxHashSet<Sides> = known.keys().cloned().collect();
    for third in ways.thirds(pair) {
        proposed.extend(ways.through(third, pair).into_iter().filter(is_free));
    }
    let counts = pair.map(|w| witnesses[w].aligned_units().len());
    let clusters = clusters(counts, proposed);
    let asked: Vec<&Sides> = clusters
        .iter()
        .flat_map(|cluster| &cluster.candidates)
        .filter(|bead| !known.contains_key(*bead))
        .collect();
    let pins: Vec<Pin> = asked
        .iter()
        .map(|[a, b]| Pin {
            a: a.clone(),
            b: b.clone(),
        })
        .collect();
    let mut score_of: FxHashMap<&Sides, f64> = known
        .iter()
        .map(|(sides, bead)| (sides, bead.score))
        .collect();
    score_of.extend(asked.into_iter().zip(scores(&pins)));

    let mut elected: Vec<Elected> = decided.iter().map(Elected::alone).collect();
    for cluster in &clusters {
        let beads: Vec<Places> = cluster
            .candidates
            .iter()
            .map(|bead| cluster.places(bead))
            .collect();
        let said = evidence(ways, pair, cluster, &beads);
        if said.iter().all(|said| *said == Evidence::default()) {
            // Nobody else has the passage.
            let own = cluster.candidates.iter().filter_map(|bead| known.get(bead));
            elected.extend(own.map(|bead| Elected::alone(bead)));
            continue;
        }
        let prints = fingerprints(witnesses, pair, &cluster.units);
        let weighed = cluster.candidates.iter().zip(beads).zip(&said);
        let weighed = weighed.map(|((bead, mut places), said)| {
            let weight = weight(bead, score_of[bead], said);
            let sides = places.iter().zip(&prints);
            let tie = sides.flat_map(|(own, prints)| own.iter().map(|&at| prints[at as usize]));
            let tie = tie.sum();
            let weight = Ranked { weight, tie };
            if turned {
                places.swap(0, 1);
            }
            Choice { weight, places }
        });
        let mut counts = cluster.units.each_ref().map(Vec::len);
        if turned {
            counts.swap(0, 1);
        }
        let weighed: Vec<Choice> = weighed.collect();
        let chosen = of_cluster(counts, &weighed).into_iter();
        elected.extend(chosen.map(|(n, confidence)| {
            let units = cluster.candidates[n].clone();
            Elected {
                confidence,
                score: score_of[&units],
                units,
            }
        }));
    }
    elected.sort_by(|x, y| x.units.cmp(&y.units));
    elected
}

/// Which beads stand in a cluster of so many units, of those weighed in `choices`, and how sure each is.
fn of_cluster(counts: [usize; 2], choices: &[Choice]) -> Vec<(usize, f64)> {
    let crossing = nats(CROSSING);
    let confidence = |margin: i64| 1.0 / (1.0 + (-(margin as f64 / NAT)).exp());
    if let [bead] = choices {
        // Instead of it there is nothing.
        let margin = bead.weight.weight;
        return (margin > 0)
            .then(|| (0, confidence(margin)))
            .into_iter()
            .collect();
    }
    let (sum, chosen) = heaviest(counts, choices, crossing, None);
    let stands = chosen.into_iter().map(|n| {
        let (instead, _) = heaviest(counts, choices, crossing, Some(n));
        (n, confidence(sum.weight - instead.weight))
    });
    stands.collect()
}

/// Weights are counted in millionths of a nat, so that sums do not depend on their order.
const NAT: f64 = 1e6;

fn nats(weight: f64) -> i64 {
    (weight * NAT).round() as i64
}

/// What speaks for a bead against leaving its units without a counterpart.
fn weight(bead: &Sides, score: f64, evidence: &Evidence) -> i64 {
    let units = (bead[0].len() + bead[1].len()) as f64;
    let own = score / TEMPERATURE + UNIT * units - BEYOND * (units - 2.0);
    let ties = evidence.tied as f64 + LOOSE * evidence.loose as f64;
    let against = THIRD * f64::from(evidence.apart) + ONE_SIDED * f64::from(evidence.one_sided);
    // Each of the three is a function of integers, or of the pair alone.
    nats(own) + (THIRD * ties).round() as i64 - nats(against)
}

/// What decides between beads that weigh the same: for each of these units what its letters say, and of units of the same
/// letters that the first comes first.
fn fingerprints(witnesses: &[Witness], pair: [usize; 2], units: &Sides) -> [Vec<u64>; 2] {
    [0, 1].map(|side| {
        let witness = &witnesses[pair[side]];
        let mut seen: FxHashMap<u64, u64> = FxHashMap::default();
        let print = |&unit: &u32| {
            let unit = &witness.aligned_units()[unit as usize];
            let print = fingerprint(witness.slice(unit.span));
            let before = seen.entry(print).or_default();
            let own = print.saturating_sub(*before);
            *before += 1;
            own
        };
        units[side].iter().map(print).collect()
    })
}

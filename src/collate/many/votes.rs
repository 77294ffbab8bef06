//! What the alignments of all pairs of witnesses say of each pair.
//!
//! Probabilistic consistency, after Do et al. (2005, ProbCons): whether a stretch of one witness renders a stretch of another
//! is asked of their own alignment, and of each third witness, through which the two are joined. Over beads and not over
//! single units, so that a pair keeps its own shapes where a third ends its sentences elsewhere. A witness that lacks the
//! passage is not asked: it says nothing about it.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::bead::Bead;
use crate::chain::fingerprint;
use crate::witness::Witness;

use super::parts::Parts;

/// How much the own alignment of a pair counts; a third witness counts once. In ProbCons each of the two witnesses is one of
/// those that are asked.
const OWN: f64 = 2.0;
/// The least share of the votes that makes a bead. A pair whose own alignment has nothing needs two thirds that agree where
/// none disagrees; one that is sure of its bead stands against three.
const LEAST: f64 = 0.38;

/// The alignment of two witnesses, over the units that are aligned.
#[derive(Debug, Clone)]
pub(super) struct PairAlignment {
    /// The places of the witnesses, the lesser first.
    pub(super) witnesses: [usize; 2],
    /// The beads that a person has decided come first.
    pub(super) beads: Vec<Bead>,
    /// How many of them a person has decided.
    pub(super) decided: usize,
    /// The units that a person has decided about.
    pub(super) taken: [Vec<u32>; 2],
}

/// A bead with the share of the votes that it has, in `[0, 1]`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Elected {
    pub(super) units: [Vec<u32>; 2],
    pub(super) share: f64,
    /// The score, where the pair's own alignment has it.
    pub(super) score: Option<f64>,
    /// Whether a person has decided it.
    pub(super) decided: bool,
}

/// The beads of each pair, in the order of the pairs. `alignments` holds every pair of witnesses once.
pub(super) fn elect(witnesses: &[Witness], alignments: &[PairAlignment]) -> Vec<Vec<Elected>> {
    let ways = Ways::new(witnesses, alignments);
    let pairs = alignments.par_iter();
    pairs.map(|own| of_pair(witnesses, &ways, own)).collect()
}

/// The alignments by their witnesses, from either side.
struct Ways<'a> {
    count: usize,
    /// For each pair of witnesses, the lesser first, its alignment.
    of: FxHashMap<(usize, usize), &'a PairAlignment>,
    /// For each ordered pair of witnesses, by unit of the first, whether the second has a counterpart.
    has: FxHashMap<(usize, usize), Vec<bool>>,
}

impl<'a> Ways<'a> {
    fn new(witnesses: &[Witness], alignments: &'a [PairAlignment]) -> Self {
        let mut has = FxHashMap::default();
        for alignment in alignments {
            let [i, j] = alignment.witnesses;
            for (from, to) in [(i, j), (j, i)] {
                let mut of_unit = vec![false; witnesses[from].aligned_units().len()];
                for bead in &alignment.beads {
                    let units = if from < to { &bead.a } else { &bead.b };
                    units.iter().for_each(|&u| of_unit[u as usize] = true);
                }
                has.insert((from, to), of_unit);
            }
        }
        Self {
            count: witnesses.len(),
            of: alignments.iter().map(|a| (a.witnesses.into(), a)).collect(),
            has,
        }
    }

    /// Whether a witness has a counterpart for any of these units of another.
    fn knows(&self, to: usize, from: usize, units: &[u32]) -> bool {
        let has = self.has.get(&(from, to));
        has.is_some_and(|has| units.iter().any(|&u| has[u as usize]))
    }

    /// The beads between two witnesses, as units of `from`, of `to`, and how sure.
    fn beads(&self, from: usize, to: usize) -> impl Iterator<Item = (&'a [u32], &'a [u32], f64)> {
        let alignment = self.of.get(&(from.min(to), from.max(to)));
        let beads = alignment.into_iter().flat_map(|alignment| &alignment.beads);
        beads.map(move |bead| match from < to {
            true => (&*bead.a, &*bead.b, bead.confidence),
            false => (&*bead.b, &*bead.a, bead.confidence),
        })
    }

    /// What a third witness joins in a pair: the units of both, and how sure that is.
    fn through(&self, third: usize, [i, j]: [usize; 2]) -> Vec<([Vec<u32>; 2], f64)> {
        // Beads of both alignments belong together where they share a unit of the third witness.
        let count = self.has.get(&(third, i)).map_or(0, Vec::len);
        let mut parts = Parts::new(count);
        for (_, units, _) in self.beads(i, third).chain(self.beads(j, third)) {
            parts.join_all(units);
        }
        let mut joined: FxHashMap<u32, Joined> = FxHashMap::default();
        for (side, w) in [i, j].into_iter().enumerate() {
            for (own, units, sure) in self.beads(w, third) {
                let joined = joined.entry(parts.root(units[0])).or_default();
                joined.units[side].extend_from_slice(own);
                joined.thirds[side] += units.len();
                joined.trust[side] += sure * units.len() as f64;
            }
        }
        let complete = joined
            .into_values()
            .filter(|j| j.thirds.iter().all(|&n| n > 0));
        complete.map(Joined::vote).collect()
    }
}

/// Beads of two witnesses with a third that share its units.
#[derive(Default)]
struct Joined {
    units: [Vec<u32>; 2],
    /// How many units of the third witness have a counterpart on each side.
    thirds: [usize; 2],
    /// How sure these counterparts are, all together.
    trust: [f64; 2],
}

impl Joined {
    /// The bead they make, and how sure it is: what one side lacks of what the other has in the third witness weakens it.
    fn vote(mut self) -> ([Vec<u32>; 2], f64) {
        self.units
            .iter_mut()
            .for_each(|units| units.sort_unstable());
        let [x, y] = self.thirds.map(|n| n as f64);
        let sure = self.trust[0] / x * self.trust[1] / y;
        (self.units, sure * x.min(y) / x.max(y))
    }
}

/// The beads of one pair.
fn of_pair(witnesses: &[Witness], ways: &Ways<'_>, own: &PairAlignment) -> Vec<Elected> {
    let [i, j] = own.witnesses;
    let mut votes: FxHashMap<[Vec<u32>; 2], (f64, Option<f64>)> = FxHashMap::default();
    let mut elected = Vec::new();
    for (n, bead) in own.beads.iter().enumerate() {
        let units = [bead.a.clone(), bead.b.clone()];
        let score = Some(bead.score);
        if n < own.decided {
            elected.push(Elected {
                units,
                share: 1.0,
                score,
                decided: true,
            });
        } else {
            votes.insert(units, (OWN * bead.confidence, score));
        }
    }
    let thirds = || (0..ways.count).filter(|w| ![i, j].contains(w));
    for third in thirds() {
        for (units, sure) in ways.through(third, [i, j]) {
            votes.entry(units).or_default().0 += sure;
        }
    }
    let taken = own.taken.each_ref();
    let taken = taken.map(|units| units.iter().copied().collect::<FxHashSet<u32>>());
    let mut candidates: Vec<Elected> = votes
        .into_iter()
        .filter(|(units, _)| (0..2).all(|s| !units[s].iter().any(|u| taken[s].contains(u))))
        .map(|(units, (sum, score))| {
            // Those who know the passage.
            let knows = |third: &usize| {
                let mut sides = [i, j].into_iter().zip(&units);
                sides.any(|(w, units)| ways.knows(*third, w, units))
            };
            let asked = OWN + thirds().filter(knows).count() as f64;
            Elected {
                share: sum / asked,
                units,
                score,
                decided: false,
            }
        })
        .filter(|candidate| candidate.share >= LEAST)
        .collect();
    let text = |bead: &Elected| {
        let sides = [i, j].into_iter().zip(&bead.units);
        let texts = sides.flat_map(|(w, units)| {
            let units = units
                .iter()
                .map(move |&u| &witnesses[w].aligned_units()[u as usize]);
            units.map(move |unit| witnesses[w].slice(unit.span))
        });
        texts.fold((0, 0_u64), |(length, sum), text| {
            (length + text.len(), sum.wrapping_add(fingerprint(text)))
        })
    };
    // Of equal shares the longer text, then what its letters say; the places decide between equal texts.
    candidates.sort_by_cached_key(|bead| {
        let (length, print) = text(bead);
        let share = (bead.share * 1e9).round() as i64;
        (-share, std::cmp::Reverse(length), print, bead.units.clone())
    });
    let mut used = taken;
    for bead in candidates {
        let free = (0..2).all(|s| !bead.units[s].iter().any(|u| used[s].contains(u)));
        if free {
            for (used, units) in used.iter_mut().zip(&bead.units) {
                used.extend(units);
            }
            elected.push(bead);
        }
    }
    elected.sort_by(|x, y| x.units.cmp(&y.units));
    elected
}

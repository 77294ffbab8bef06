//! What a third witness says of a bead of two: whether the units of both render the same of its units.

use crate::collate::parts::Parts;

use super::clusters::{Cluster, Places, Sides};
use super::ways::{Way, Ways};

/// What third witnesses say of a bead, summed over them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Evidence {
    /// How much holds the units together that a third ties each to each.
    pub(super) tied: Sum,
    /// How much holds those together that a third ties, but may not all belong: it has in one unit what one of the two has in
    /// several.
    pub(super) loose: Sum,
    /// In how many places the bead comes apart: a third has its parts in different units.
    pub(super) apart: u32,
    /// How many thirds have what stands on one of its sides and nothing of the other.
    pub(super) one_sided: u32,
}

/// A sum of probabilities in millionths, so that it does not depend on the order of witnesses.
pub(super) type Sum = i64;

fn millionths(probability: f64) -> Sum {
    (probability * 1e6).round() as Sum
}

/// What the witnesses that are neither of `pair` say of each bead that there may be in a cluster.
pub(super) fn evidence(
    ways: &Ways<'_>,
    pair: [usize; 2],
    cluster: &Cluster,
    beads: &[Places],
) -> Vec<Evidence> {
    let mut sums = vec![Evidence::default(); beads.len()];
    for third in ways.thirds(pair) {
        if cluster.is_complete() {
            if let Some(mut third) = Third::new(ways, pair, third, &cluster.units) {
                for (sum, bead) in sums.iter_mut().zip(beads) {
                    third.tell(bead, sum);
                }
            }
        } else {
            // Many units, and few beads of few of them.
            for (sum, bead) in sums.iter_mut().zip(&cluster.candidates) {
                of_third(ways, pair, third, bead, sum);
            }
        }
    }
    sums
}

/// Adds what a third witness says of a bead of a pair.
pub(super) fn of_third(
    ways: &Ways<'_>,
    pair: [usize; 2],
    third: usize,
    bead: &Sides,
    sum: &mut Evidence,
) {
    if let Some(mut third) = Third::new(ways, pair, third, bead) {
        let all = |units: &Vec<u32>| (0..units.len() as u32).collect();
        third.tell(&bead.each_ref().map(all), sum);
    }
}

/// A third witness, as the units of a cluster see it.
struct Third {
    /// For each unit of both sides whether the third has it.
    knows: [Vec<bool>; 2],
    /// What ties a unit of the first side to one of the second, the surest first.
    ties: Vec<Tie>,
    /// Units of both sides, those of the second after those of the first, that are held together.
    parts: Parts,
}

/// A tie between two units: whether the third has each of them alone, how much it is trusted, their places.
type Tie = (bool, Sum, [u32; 2]);

impl Third {
    /// Nothing where it has none of the units.
    fn new(ways: &Ways<'_>, pair: [usize; 2], third: usize, units: &Sides) -> Option<Self> {
        let known = [0, 1].map(|side| -> Vec<Option<Way<'_>>> {
            let own = units[side].iter();
            own.map(|&unit| ways.of_unit(pair[side], third, unit))
                .collect()
        });
        if known.iter().flatten().all(Option::is_none) {
            return None;
        }
        let mut ties: Vec<Tie> = Vec::new();
        for (m, x) in (0..).zip(&known[0]) {
            let Some(x) = x else { continue };
            for (n, y) in (0..).zip(&known[1]) {
                let Some(y) = y else { continue };
                if x.other.iter().any(|unit| y.other.contains(unit)) {
                    let alone = x.own.len() == 1 && y.own.len() == 1;
                    ties.push((alone, millionths(x.confidence * y.confidence), [m, n]));
                }
            }
        }
        ties.sort_unstable_by(|x, y| y.cmp(x));
        let count = known[0].len() + known[1].len();
        Some(Self {
            knows: known.map(|own| own.iter().map(Option::is_some).collect()),
            ties,
            parts: Parts::new(count),
        })
    }

    /// Adds what it says of a bead.
    fn tell(&mut self, bead: &Places, sum: &mut Evidence) {
        let [a, b] = [0, 1].map(|side| {
            let own = bead[side].iter();
            own.filter(|&&at| self.knows[side][at as usize]).count()
        });
        match (a, b) {
            (0, 0) => return,
            (0, _) | (_, 0) => {
                sum.one_sided += 1;
                return;
            }
            _ => {}
        }
        let mut apart = (a + b) as u32 - 1;
        // A tree of ties holds units together (Kruskal 1956).
        self.parts.part();
        let second = self.knows[0].len() as u32;
        for &(alone, trust, [x, y]) in &self.ties {
            let (x_at, y_at) = (x, second + y);
            let of_bead = bead[0].contains(&x) && bead[1].contains(&y);
            if of_bead && self.parts.root(x_at) != self.parts.root(y_at) {
                self.parts.join(x_at, y_at);
                apart -= 1;
                match alone {
                    true => sum.tied += trust,
                    false => sum.loose += trust,
                }
            }
        }
        sum.apart += apart;
    }
}

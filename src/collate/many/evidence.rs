//! What a third witness says of a bead of two: whether the units of both render the same of its units.

use super::clusters::Sides;
use super::parts::Parts;
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

/// What the witnesses that are neither of `pair` say of a bead.
pub(super) fn evidence(ways: &Ways<'_>, pair: [usize; 2], bead: &Sides) -> Evidence {
    let mut sum = Evidence::default();
    for third in ways.thirds(pair) {
        of_third(ways, pair, third, bead, &mut sum);
    }
    sum
}

/// What one third witness says, added to a sum.
pub(super) fn of_third(
    ways: &Ways<'_>,
    pair: [usize; 2],
    third: usize,
    bead: &Sides,
    sum: &mut Evidence,
) {
    let known = |side: usize| -> Vec<Way<'_>> {
        let ways = bead[side]
            .iter()
            .map(|&unit| ways.of_unit(pair[side], third, unit));
        ways.flatten().collect()
    };
    let (a, b) = (known(0), known(1));
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return,
        (false, false) => {}
        _ => {
            sum.one_sided += 1;
            return;
        }
    }
    let count = a.len() + b.len();
    // What ties units, the surest first: a tree of ties holds them together (Kruskal 1956).
    let mut ties: Vec<(bool, Sum, u32, u32)> = Vec::new();
    for (m, x) in a.iter().enumerate() {
        for (n, y) in b.iter().enumerate() {
            if x.other.iter().any(|unit| y.other.contains(unit)) {
                let alone = x.own.len() == 1 && y.own.len() == 1;
                let trust = millionths(x.confidence * y.confidence);
                ties.push((alone, trust, m as u32, (a.len() + n) as u32));
            }
        }
    }
    ties.sort_unstable_by(|x, y| y.cmp(x));
    let mut parts = Parts::new(count);
    let mut apart = count as u32 - 1;
    for (alone, trust, x, y) in ties {
        if parts.root(x) != parts.root(y) {
            parts.join(x, y);
            apart -= 1;
            match alone {
                true => sum.tied += trust,
                false => sum.loose += trust,
            }
        }
    }
    sum.apart += apart;
}

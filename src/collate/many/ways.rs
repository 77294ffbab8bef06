//! The alignments of all pairs of witnesses, asked for by witness.

use rustc_hash::FxHashMap;

use crate::bead::Bead;
use crate::collate::parts::Parts;
use crate::witness::Witness;

use super::clusters::Sides;

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

/// The alignments by their witnesses, from either side.
pub(super) struct Ways<'a> {
    count: usize,
    /// For each ordered pair of witnesses its alignment, and by unit of the first its bead there.
    of: Vec<Option<(&'a PairAlignment, Vec<u32>)>>,
}

/// The bead of a unit that has none.
const FREE: u32 = u32::MAX;

/// A bead as one of its witnesses sees it.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    /// Units of this witness.
    pub(super) own: &'a [u32],
    /// Units of the other.
    pub(super) other: &'a [u32],
    /// How sure the bead is.
    pub(super) confidence: f64,
}

impl<'a> Ways<'a> {
    /// `alignments` holds every pair of witnesses once.
    pub(super) fn new(witnesses: &[Witness], alignments: &'a [PairAlignment]) -> Self {
        let count = witnesses.len();
        let mut of = vec![None; count * count];
        for alignment in alignments {
            let [i, j] = alignment.witnesses;
            for (from, to) in [(i, j), (j, i)] {
                let mut of_unit = vec![FREE; witnesses[from].aligned_units().len()];
                for (n, bead) in (0..).zip(&alignment.beads) {
                    let units = if from < to { &bead.a } else { &bead.b };
                    units.iter().for_each(|&u| of_unit[u as usize] = n);
                }
                of[from * count + to] = Some((alignment, of_unit));
            }
        }
        Self { count, of }
    }

    /// The witnesses that are neither of two.
    pub(super) fn thirds(&self, pair: [usize; 2]) -> impl Iterator<Item = usize> {
        (0..self.count).filter(move |w| !pair.contains(w))
    }

    /// The bead of a unit of one witness with another.
    pub(super) fn of_unit(&self, from: usize, to: usize, unit: u32) -> Option<Way<'a>> {
        let (alignment, of_unit) = self.of[from * self.count + to].as_ref()?;
        let bead = alignment.beads.get(of_unit[unit as usize] as usize)?;
        Some(way(bead, from < to))
    }

    /// The beads between two witnesses.
    fn all(&self, from: usize, to: usize) -> impl Iterator<Item = Way<'a>> {
        let alignment = self.of[from * self.count + to].as_ref();
        let beads = alignment.into_iter().flat_map(|own| &own.0.beads);
        beads.map(move |bead| way(bead, from < to))
    }

    /// What a third witness, of so many units, joins in a pair: beads of both alignments belong together where they share a unit
    /// of it.
    pub(super) fn through(&self, third: usize, [i, j]: [usize; 2]) -> Vec<Sides> {
        let units = self.of[third * self.count + i].as_ref();
        let mut parts = Parts::new(units.map_or(0, |own| own.1.len()));
        for bead in self.all(i, third).chain(self.all(j, third)) {
            parts.join_all(bead.other);
        }
        let mut joined: FxHashMap<u32, Sides> = FxHashMap::default();
        for (side, w) in [i, j].into_iter().enumerate() {
            for bead in self.all(w, third) {
                let joined = joined.entry(parts.root(bead.other[0])).or_default();
                joined[side].extend_from_slice(bead.own);
            }
        }
        let complete = joined
            .into_values()
            .filter(|j| !j.iter().any(Vec::is_empty));
        let sorted = complete.map(|mut sides| {
            sides.iter_mut().for_each(|units| units.sort_unstable());
            sides
        });
        sorted.collect()
    }
}

fn way(bead: &Bead, from_first: bool) -> Way<'_> {
    let (own, other) = match from_first {
        true => (&bead.a, &bead.b),
        false => (&bead.b, &bead.a),
    };
    Way {
        own,
        other,
        confidence: bead.confidence,
    }
}

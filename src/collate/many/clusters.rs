//! Units of two witnesses between which beads are at issue, and the beads there may be.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::collate::parts::Parts;

/// Units of both witnesses, each list increasing.
pub(super) type Sides = [Vec<u32>; 2];

/// The places of the units of a bead among those of its cluster, for each side.
pub(super) type Places = [SmallVec<[u32; 4]>; 2];

/// Units that beads which contradict each other tie together.
#[derive(Debug, Default)]
pub(super) struct Cluster {
    /// The beads that there may be.
    pub(super) candidates: Vec<Sides>,
    /// The units of all of them.
    pub(super) units: Sides,
}

/// Units of a side of a cluster, all of whose parts are tried.
const MOST_UNITS: usize = 4;

/// The clusters of these beads, which are some alignment's each. `counts` are the units of both witnesses.
pub(super) fn clusters(counts: [usize; 2], beads: FxHashSet<Sides>) -> Vec<Cluster> {
    let mut parts = Parts::new(counts[0] + counts[1]);
    let node = |side: usize, unit: u32| unit + (side * counts[0]) as u32;
    for bead in &beads {
        let nodes = (0..2).flat_map(|side| bead[side].iter().map(move |&unit| node(side, unit)));
        parts.join_all(&nodes.collect::<Vec<u32>>());
    }
    let mut by_root: FxHashMap<u32, Cluster> = FxHashMap::default();
    for bead in beads {
        let cluster = by_root.entry(parts.root(node(0, bead[0][0]))).or_default();
        cluster.candidates.push(bead);
    }
    let mut clusters: Vec<Cluster> = by_root.into_values().collect();
    for cluster in &mut clusters {
        cluster.complete();
    }
    clusters.sort_unstable_by(|x, y| x.units.cmp(&y.units));
    clusters
}

impl Cluster {
    /// Whether its candidates are all that its units may make.
    pub(super) fn is_complete(&self) -> bool {
        self.units.iter().all(|units| units.len() <= MOST_UNITS)
    }

    /// The places of the units of a bead of the cluster among its units.
    pub(super) fn places(&self, bead: &Sides) -> Places {
        [0, 1].map(|side| {
            let places = bead[side]
                .iter()
                .map(|unit| self.units[side].binary_search(unit));
            places.filter_map(Result::ok).map(|at| at as u32).collect()
        })
    }

    fn complete(&mut self) {
        for side in 0..2 {
            let units = self.candidates.iter().flat_map(|bead| &bead[side]);
            let mut units: Vec<u32> = units.copied().collect();
            units.sort_unstable();
            units.dedup();
            self.units[side] = units;
        }
        let is_open = self.candidates.len() > 1 || self.units.iter().any(|units| units.len() > 1);
        if is_open && self.is_complete() {
            // Those that were found are among them.
            let [a, b] = self.units.each_ref().map(|units| subsets(units));
            let all = a
                .iter()
                .flat_map(|x| b.iter().map(|y| [x.clone(), y.clone()]));
            self.candidates = all.collect();
        }
        self.candidates.sort_unstable();
    }
}

/// All parts of these units but the empty one.
fn subsets(units: &[u32]) -> Vec<Vec<u32>> {
    let part = |mask: u32| {
        let taken = units.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1);
        taken.map(|(_, &unit)| unit).collect()
    };
    (1..1 << units.len()).map(part).collect()
}

//! The heaviest beads of a cluster that no unit contradicts.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::chain::Ranked;

use super::clusters::Places;

/// Units a side up to which all choices are looked through.
const MOST_UNITS: usize = 8;

/// A bead that may be chosen, with its weight: above 0 where it is likelier than that its units have no counterpart.
pub(super) struct Choice {
    pub(super) weight: Ranked<i64>,
    /// Its units, by their places among those of the cluster.
    pub(super) places: Places,
}

impl Choice {
    fn masks(&self) -> [u64; 2] {
        let mask = |places: &SmallVec<[u32; 4]>| places.iter().fold(0, |mask, &at| mask | 1 << at);
        self.places.each_ref().map(mask)
    }
}

/// What is chosen: the sum of the weights, and which.
pub(super) type Chosen = (Ranked<i64>, Vec<usize>);

/// The heaviest of these beads together, no unit in two of them, but for the one at `without`. `counts` are the units of the
/// cluster. `crossing` is what it costs that beads stand in another order on the two sides. In a great cluster the heaviest
/// bead that still fits is taken, one after the other. Of what weighs the same the places on the first side decide, and then
/// those on the second, whatever the order of the choices.
pub(super) fn heaviest(
    counts: [usize; 2],
    choices: &[Choice],
    crossing: i64,
    without: Option<usize>,
) -> Chosen {
    let mut usable: Vec<usize> = (0..choices.len())
        .filter(|&n| Some(n) != without && choices[n].weight.weight > 0)
        .collect();
    usable.sort_by(|&x, &y| choices[x].places.cmp(&choices[y].places));
    if counts.iter().all(|&count| count <= MOST_UNITS) {
        let mut by_first = vec![Vec::new(); counts[0]];
        for n in usable {
            if let Some(&first) = choices[n].places[0].first() {
                by_first[first as usize].push(n);
            }
        }
        let mut search = Search {
            choices,
            by_first,
            crossing,
            known: FxHashMap::default(),
        };
        return search.from(0, State::default());
    }
    usable.sort_by_key(|&n| std::cmp::Reverse(choices[n].weight));
    let mut used = counts.map(|count| vec![false; count]);
    let mut chosen = Chosen::default();
    for n in usable {
        let own = &choices[n];
        let free = (0..2).all(|s| own.places[s].iter().all(|&at| !used[s][at as usize]));
        if free {
            for (used, places) in used.iter_mut().zip(&own.places) {
                places.iter().for_each(|&at| used[at as usize] = true);
            }
            chosen.0 = chosen.0 + own.weight;
            chosen.1.push(n);
        }
    }
    chosen
}

/// What the choices so far leave open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct State {
    /// The units of both sides that are taken.
    taken: [u64; 2],
    /// The last unit of the second side at which a bead begins.
    last: u32,
    /// Whether beads cross.
    cross: bool,
}

/// A search through all choices, by the units of the first side.
struct Search<'c> {
    choices: &'c [Choice],
    /// For each unit of the first side the beads whose first unit it is.
    by_first: Vec<Vec<usize>>,
    crossing: i64,
    /// What is best from a unit on.
    known: FxHashMap<(usize, State), Chosen>,
}

impl Search<'_> {
    fn from(&mut self, unit: usize, state: State) -> Chosen {
        if unit == self.by_first.len() {
            return Chosen::default();
        }
        if let Some(known) = self.known.get(&(unit, state)) {
            return known.clone();
        }
        let mut best = Chosen::default();
        for at in 0..self.by_first[unit].len() {
            let n = self.by_first[unit][at];
            let (masks, mut weight) = (self.choices[n].masks(), self.choices[n].weight);
            if (0..2).any(|side| masks[side] & state.taken[side] != 0) {
                continue;
            }
            let first = masks[1].trailing_zeros();
            let cross = state.cross || first < state.last;
            if cross && !state.cross {
                weight.weight -= self.crossing;
            }
            let next = State {
                taken: [0, 1].map(|side| masks[side] | state.taken[side]),
                last: first.max(state.last),
                cross,
            };
            let rest = self.from(unit + 1, next);
            let sum = rest.0 + weight;
            if sum > best.0 {
                best = (sum, rest.1);
                best.1.push(n);
            }
        }
        let without = self.from(unit + 1, state);
        if without.0 > best.0 {
            best = without;
        }
        self.known.insert((unit, state), best.clone());
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(beads: &[(&[u32], &[u32], i64)], crossing: i64) -> Vec<usize> {
        let choice = |(a, b, weight): &(&[u32], &[u32], i64)| {
            let weight = Ranked {
                weight: *weight,
                tie: 0,
            };
            let places = [SmallVec::from(*a), SmallVec::from(*b)];
            Choice { weight, places }
        };
        let choices: Vec<Choice> = beads.iter().map(choice).collect();
        let mut chosen = heaviest([3, 3], &choices, crossing, None).1;
        chosen.sort_unstable();
        chosen
    }

    #[test]
    fn two_that_weigh_more_together_win_over_the_heaviest() {
        let beads: [(&[u32], &[u32], i64); 4] = [
            (&[0, 1], &[0, 1], 10),
            (&[0], &[0], 6),
            (&[1], &[1], 5),
            (&[2], &[2], -1),
        ];
        assert_eq!(chosen(&beads, 0), [1, 2]);
    }

    #[test]
    fn what_crosses_pays_for_it_once() {
        let beads: [(&[u32], &[u32], i64); 4] = [
            (&[0], &[1], 6),
            (&[1], &[0], 6),
            (&[0], &[0], 5),
            (&[1], &[1], 5),
        ];
        assert_eq!(chosen(&beads, 1), [0, 1]);
        assert_eq!(chosen(&beads, 3), [2, 3]);
    }
    #[test]
    fn of_what_weighs_the_same_the_first_is_taken_on_either_side() {
        let here: [(&[u32], &[u32], i64); 2] = [(&[0], &[1], 5), (&[0], &[0], 5)];
        let mirrored = here.map(|(a, b, weight)| (b, a, weight));
        for beads in [here, mirrored] {
            let [first, second] = beads;
            assert_eq!(chosen(&[first, second], 0), [1]);
            assert_eq!(chosen(&[second, first], 0), [0]);
        }
    }
}

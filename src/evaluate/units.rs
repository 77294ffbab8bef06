//! Alignments of units, scored by links, by pairs of units and by units left alone.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::AddAssign;

use crate::error::{Error, Result};
use crate::evaluate::links::Links;
use crate::evaluate::links::MAX_UNITS;
use crate::evaluate::tally::{Recall, Tally};

/// Counts of an alignment of units against gold; those of several pairs of texts add up (micro-average).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitScores {
    /// Links: right when the gold has the same, unit for unit.
    pub strict: Tally,
    /// Links: right when one link of the other alignment has a unit in common on both sides.
    pub lax: Tally,
    /// Pairs of a unit of A and a unit of B that stand in one link.
    pub pairs: Tally,
    /// Units, of both sides, that stand in no link.
    pub unmatched: Tally,
    /// Strict, of the links of the gold that are not one unit to one.
    pub n_m: Recall,
    /// Strict, of the links of the gold that stand off the common order; gold that cannot mark these has none.
    pub moved: Recall,
}

impl UnitScores {
    /// Counts `system` against `gold`.
    ///
    /// # Errors
    /// [`Error::Malformed`](crate::Error::Malformed) when the two do not have the same number of units.
    pub fn new(system: &Links, gold: &Links) -> Result<Self> {
        let units = common_units(system, gold)?;
        let (s, g) = (Indexed::new(system), Indexed::new(gold));
        let same = s.set.intersection(&g.set).count();
        let common_pairs = s.pairs_with(&g);
        let (free_s, free_g) = (s.free(units), g.free(units));
        let both_free = free_s
            .iter()
            .zip(&free_g)
            .filter(|(s, g)| **s && **g)
            .count();
        let count = |free: &[bool]| free.iter().filter(|f| **f).count();
        Ok(Self {
            strict: tally(same, s.set.len(), same, g.set.len()),
            lax: tally(
                s.touching(&g),
                system.links.len(),
                g.touching(&s),
                gold.links.len(),
            ),
            pairs: tally(common_pairs, s.pairs(), common_pairs, g.pairs()),
            unmatched: tally(both_free, count(&free_s), both_free, count(&free_g)),
            n_m: s.recall(&g, |i| gold.links[i].iter().any(|units| units.len() > 1)),
            moved: s.recall(&g, |i| gold.moved[i]),
        })
    }
}

impl AddAssign for UnitScores {
    fn add_assign(&mut self, other: Self) {
        self.strict += other.strict;
        self.lax += other.lax;
        self.pairs += other.pairs;
        self.unmatched += other.unmatched;
        self.n_m += other.n_m;
        self.moved += other.moved;
    }
}

fn tally(right: usize, system: usize, found: usize, gold: usize) -> Tally {
    Tally {
        right: right as u64,
        system: system as u64,
        found: found as u64,
        gold: gold as u64,
    }
}

/// How many units the texts have: what the files say, which has to agree, or else what they name.
fn common_units(system: &Links, gold: &Links) -> Result<[u32; 2]> {
    let (least_s, least_g) = (system.least_units(), gold.least_units());
    let stated = gold.units.or(system.units);
    let units = [0, 1].map(|side| stated.map_or(least_s[side].max(least_g[side]), |u| u[side]));
    for side in [0, 1] {
        let stated_otherwise = system.units.is_some_and(|s| s[side] != units[side]);
        if stated_otherwise || least_s[side].max(least_g[side]) > units[side] {
            return Err(Error::malformed(
                format!("text {}", ["A", "B"][side]),
                format!(
                    "the system has {} units and the gold {}: they have to be of the same files, cut into the same units",
                    least_s[side], least_g[side]
                ),
            ));
        }
        if units[side] > MAX_UNITS {
            return Err(Error::malformed(
                format!("text {}", ["A", "B"][side]),
                format!("{} units; {MAX_UNITS} can be scored", units[side]),
            ));
        }
    }
    Ok(units)
}

/// Links with what finds them.
struct Indexed<'a> {
    links: &'a [[Vec<u32>; 2]],
    /// The links, each once.
    set: HashSet<&'a [Vec<u32>; 2]>,
    /// For each unit of A the links it stands in.
    of_a: HashMap<u32, Vec<usize>>,
}

impl<'a> Indexed<'a> {
    fn new(links: &'a Links) -> Self {
        let mut of_a: HashMap<u32, Vec<usize>> = HashMap::new();
        for (i, [a, _]) in links.links.iter().enumerate() {
            for &unit in a {
                of_a.entry(unit).or_default().push(i);
            }
        }
        Self {
            links: &links.links,
            set: links.links.iter().collect(),
            of_a,
        }
    }

    /// How many links share a unit on both sides with one link of `other`.
    fn touching(&self, other: &Indexed<'_>) -> usize {
        let touches = |[a, b]: &[Vec<u32>; 2]| {
            a.iter()
                .filter_map(|unit| other.of_a.get(unit))
                .flatten()
                .any(|&i| common(&other.links[i][1], b) > 0)
        };
        self.links.iter().filter(|link| touches(link)).count()
    }

    /// How many of the links of `gold` that are of a kind (by their index) stand here too.
    fn recall(&self, gold: &Indexed<'_>, kind: impl Fn(usize) -> bool) -> Recall {
        let of_kind: HashSet<_> = (0..gold.links.len())
            .filter(|&i| kind(i))
            .map(|i| &gold.links[i])
            .collect();
        Recall {
            found: of_kind
                .iter()
                .filter(|link| self.set.contains(*link))
                .count() as u64,
            gold: of_kind.len() as u64,
        }
    }

    /// The units of B that stand in a link with a unit of A.
    fn counterparts(&self, a: u32) -> Cow<'a, [u32]> {
        match self.of_a.get(&a).map(Vec::as_slice) {
            None => Cow::Borrowed(&[]),
            Some([one]) => Cow::Borrowed(&self.links[*one][1]),
            Some(several) => {
                let mut all: Vec<u32> = several
                    .iter()
                    .flat_map(|&i| &self.links[i][1])
                    .copied()
                    .collect();
                all.sort_unstable();
                all.dedup();
                Cow::Owned(all)
            }
        }
    }

    fn pairs(&self) -> usize {
        self.of_a.keys().map(|&a| self.counterparts(a).len()).sum()
    }

    fn pairs_with(&self, other: &Indexed<'_>) -> usize {
        self.of_a
            .keys()
            .map(|&a| common(&self.counterparts(a), &other.counterparts(a)))
            .sum()
    }

    /// For each unit, of A and then of B, whether it stands in no link.
    fn free(&self, units: [u32; 2]) -> Vec<bool> {
        let [a, b] = units.map(|n| n as usize);
        let mut free = vec![true; a + b];
        for [of_a, of_b] in self.links {
            for &unit in of_a {
                free[unit as usize] = false;
            }
            for &unit in of_b {
                free[a + unit as usize] = false;
            }
        }
        free
    }
}

/// How many elements two increasing lists have in common.
fn common(x: &[u32], y: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (x.get(i), y.get(j)) {
        count += usize::from(a == b);
        (i, j) = (i + usize::from(a <= b), j + usize::from(b <= a));
    }
    count
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn links(units: Option<[u32; 2]>, links: &[(&[u32], &[u32], bool)]) -> Links {
        let mut out = Links {
            units,
            ..Links::default()
        };
        for &(a, b, moved) in links {
            out.push([a.to_vec(), b.to_vec()], moved);
        }
        out
    }

    /// Counted by hand. Gold of 6 + 5 units: 0-0, 1,2-1, 3-3 (moved), 4-2; unmatched: 5 of A, 4 of B.
    #[test]
    fn counts_worked_out_by_hand() {
        let gold = links(
            Some([6, 5]),
            &[
                (&[0], &[0], false),
                (&[1, 2], &[1], false),
                (&[3], &[3], true),
                (&[4], &[2], false),
            ],
        );
        // One right, one right but for unit 2, the moved one found, one wrong, unit 4 missed.
        let system = links(
            None,
            &[
                (&[0], &[0], false),
                (&[1], &[1], false),
                (&[3], &[3], false),
                (&[5], &[4], false),
            ],
        );
        let scores = UnitScores::new(&system, &gold).unwrap();
        assert_eq!(scores.strict, tally(2, 4, 2, 4));
        assert_eq!(scores.lax, tally(3, 4, 3, 4));
        assert_eq!(scores.pairs, tally(3, 4, 3, 5));
        // The system leaves 2 and 4 of A and 2 of B; none of them is unmatched in the gold.
        assert_eq!(scores.unmatched, tally(0, 3, 0, 2));
        assert_eq!(scores.n_m, Recall { found: 0, gold: 1 });
        assert_eq!(scores.moved, Recall { found: 1, gold: 1 });
        assert_eq!(scores.strict.f(), 0.5);
        assert_eq!(scores.pairs.precision(), 0.75);
        assert_eq!(scores.pairs.recall(), 0.6);
        assert_eq!(scores.n_m.share(), Some(0.0));
    }

    #[test]
    fn the_same_alignment_is_right_throughout() {
        let same = links(Some([3, 3]), &[(&[0], &[0], false), (&[2], &[1, 2], true)]);
        let scores = UnitScores::new(&same, &same).unwrap();
        for tally in [scores.strict, scores.lax, scores.pairs, scores.unmatched] {
            assert_eq!(
                (tally.precision(), tally.recall(), tally.f()),
                (1.0, 1.0, 1.0)
            );
        }
        assert_eq!(
            (scores.n_m.share(), scores.moved.share()),
            (Some(1.0), Some(1.0))
        );
    }

    #[test]
    fn of_nothing_everything_or_nothing_is_right() {
        let (nothing, something) = (links(None, &[]), links(None, &[(&[0], &[0], false)]));
        let strict = |system, gold| UnitScores::new(system, gold).unwrap().strict;
        assert_eq!(strict(&nothing, &nothing).f(), 1.0);
        assert_eq!(strict(&nothing, &something).f(), 0.0);
        assert_eq!(strict(&something, &nothing).precision(), 0.0);
    }

    #[test]
    fn a_link_that_stands_twice_counts_once_where_sets_are_compared() {
        let gold = links(None, &[(&[0], &[0], false), (&[1], &[1], false)]);
        let system = links(
            None,
            &[
                (&[0], &[0], false),
                (&[0], &[0], false),
                (&[0], &[0, 1], false),
            ],
        );
        let scores = UnitScores::new(&system, &gold).unwrap();
        assert_eq!(scores.strict, tally(1, 2, 1, 2));
        assert_eq!(scores.lax, tally(3, 3, 1, 2));
        assert_eq!(scores.pairs, tally(1, 2, 1, 2));
    }

    #[test]
    fn texts_of_other_lengths_are_refused() {
        let gold = links(Some([2, 2]), &[]);
        for system in [
            links(Some([3, 2]), &[]),
            links(None, &[(&[0], &[2], false)]),
        ] {
            let said = UnitScores::new(&system, &gold).unwrap_err().to_string();
            assert!(said.contains("the same files"), "{said}");
        }
        let huge = links(None, &[(&[u32::MAX], &[0], false)]);
        assert!(UnitScores::new(&huge, &huge).is_err());
    }
}

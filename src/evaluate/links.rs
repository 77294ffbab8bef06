//! Links between the units of two texts, as they are scored.

use crate::error::{Error, Result};

/// The most units a text may have. A file of one line can name any number; a library of Bibles has fewer than these.
pub(super) const MAX_UNITS: u32 = 50_000_000;

/// Groups of units of two texts that render each other; a unit in no link is unmatched. Indices count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// How many units each text has, when the file says so.
    pub units: Option<[u32; 2]>,
    /// The links: on each side at least one unit, increasing.
    pub links: Vec<[Vec<u32>; 2]>,
    /// For each link whether it stands off the common order.
    pub moved: Vec<bool>,
}

impl Links {
    /// How many units each text has at the least: one more than the last that is named.
    pub(super) fn least_units(&self) -> [u32; 2] {
        [0, 1].map(|side| {
            let named = self.links.iter().filter_map(|link| link[side].last());
            let named = named.max().map_or(0, |last| last.saturating_add(1));
            self.units.map_or(named, |units| units[side].max(named))
        })
    }

    /// Adds a link, its units in any order; one without units on a side is none, and left out.
    pub(super) fn push(&mut self, sides: [Vec<u32>; 2], moved: bool) {
        if sides.iter().any(Vec::is_empty) {
            return;
        }
        self.links.push(sides.map(|mut units| {
            units.sort_unstable();
            units.dedup();
            units
        }));
        self.moved.push(moved);
    }

    /// Refuses units that the texts, by the file's own count, do not have.
    pub(super) fn checked(self) -> Result<Self> {
        let least = self.least_units();
        if let Some(units) = self.units {
            for side in [0, 1] {
                if least[side] > units[side] {
                    return Err(Error::malformed(
                        "links",
                        format!(
                            "unit {} of text {} is linked, but there are {}",
                            least[side] - 1,
                            ["A", "B"][side],
                            units[side]
                        ),
                    ));
                }
            }
        }
        Ok(self)
    }
}

//! What a table of more than two witnesses says besides: the beads between any two, and who reads what.

use crate::class::Class;
use crate::table::{Link, Row, RowKind, RowNumber, Status};
use crate::witness::UnitIndex;

/// A bead between two witnesses, in a row of more: what a table of these two alone would have.
///
/// Where a third ends its sentences elsewhere, a row holds several of them.
#[derive(Debug, Clone, PartialEq)]
pub struct PairBead {
    /// The places of the witnesses in the table, from 0, the lesser first.
    pub witnesses: [usize; 2],
    /// The units of each, increasing.
    pub units: [Vec<UnitIndex>; 2],
    /// How much ties the units, in nats.
    pub score: f64,
    /// The probability that the units have their counterparts in it, in `[0.5, 1]`.
    pub confidence: f64,
}

/// What more than two witnesses say each to each, at one link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variation {
    /// The class between each two: of the first with the second, with the third, …, of the second with the third, ….
    /// [`Class::Same`] where both say nothing, and where one does not stand in the row.
    pub classes: Vec<Class>,
    /// For each witness whether its words stand in another order than those of the base.
    pub moved: Vec<bool>,
}

impl Variation {
    /// Where the class between two of `count` witnesses stands, the lesser first.
    pub(crate) fn place(count: usize, first: usize, second: usize) -> usize {
        debug_assert!(first < second && second < count);
        first * (2 * count - first - 1) / 2 + second - first - 1
    }
}

impl Link {
    /// What the words of one witness are to those of another.
    pub fn class_between(&self, one: usize, other: usize) -> Class {
        let count = self.tokens.len();
        if one == other || one.max(other) >= count {
            return Class::Same;
        }
        let (first, second) = (one.min(other), one.max(other));
        let class = match &self.variation {
            Some(variation) => variation.classes[Variation::place(count, first, second)],
            None => self.plain_class(first, second),
        };
        if one < other { class } else { class.turned() }
    }

    /// The class between two witnesses where nothing is said of each pair.
    fn plain_class(&self, first: usize, second: usize) -> Class {
        // Where all that stand in the row say the same, nobody leaves anything out.
        if self.class == Class::Same {
            return Class::Same;
        }
        match [first, second].map(|w| self.tokens[w].is_empty()) {
            [true, true] => Class::Same,
            [false, true] => Class::Omission,
            [true, false] => Class::Addition,
            [false, false] if self.class >= Class::Omission => Class::Same,
            [false, false] => self.class,
        }
    }

    /// Every class between two witnesses that the link has, each once.
    pub(crate) fn classes(&self) -> impl Iterator<Item = Class> {
        let all = self
            .variation
            .iter()
            .flat_map(|v| v.classes.iter().copied());
        let mut seen = 0_u32;
        std::iter::once(self.class)
            .chain(all)
            .filter(move |&class| {
                let before = seen;
                seen |= 1 << class as u32;
                seen != before
            })
    }

    /// Whether the words of a witness stand in another order than those of the base, in a table of `count` witnesses.
    pub fn is_moved_in(&self, witness: usize, base: usize) -> bool {
        match &self.variation {
            Some(variation) => variation.moved.get(witness).copied().unwrap_or(false),
            None => self.moved && witness != base,
        }
    }
}

impl Row {
    /// A row of these units of which nothing else is known: a bead where several witnesses stand in it.
    pub(crate) fn of(number: RowNumber, cells: Vec<Vec<UnitIndex>>) -> Self {
        let present = cells.iter().filter(|units| !units.is_empty()).count();
        Self {
            number,
            kind: match present {
                0 | 1 => RowKind::Only,
                _ => RowKind::Bead,
            },
            cells,
            moved: false,
            moved_to: None,
            places: Vec::new(),
            beads: Vec::new(),
            score: None,
            confidence: None,
            similarity: None,
            links: Vec::new(),
            status: Status::Auto,
            note: String::new(),
        }
    }

    /// Whether a witness stands in the row.
    pub fn has(&self, witness: usize) -> bool {
        self.cells
            .get(witness)
            .is_some_and(|units| !units.is_empty())
    }

    /// The places of the witnesses that stand in the row.
    pub fn present(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.cells.len()).filter(|&w| self.has(w))
    }

    /// The row after which a witness has this one, where it has it elsewhere than the table; `base` is that of the table.
    pub fn moved_to_in(&self, witness: usize, base: usize) -> Option<RowNumber> {
        match self.places.is_empty() {
            true => self.moved_to.filter(|_| witness != base),
            false => self.places.get(witness).copied().flatten(),
        }
    }
}

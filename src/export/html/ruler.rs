//! Places in the text of a cell, in UTF-16 code units, as scripts count.

use crate::format::units::PASSED_OVER;
use crate::witness::{Span, UnitIndex, Witness};

/// Places in the text of a cell, for places in its witness.
pub(super) struct Ruler<'a> {
    witness: &'a Witness,
    /// The units, and where each begins in the cell.
    units: Vec<(Span, usize)>,
    /// The place last asked for: unit, byte of the witness, place in the cell. Most are asked for in order.
    last: (usize, u32, usize),
}

impl<'a> Ruler<'a> {
    pub(super) fn new(witness: &'a Witness, units: &[UnitIndex]) -> Self {
        let mut starts = Vec::with_capacity(units.len());
        let mut end = 0;
        for (i, &unit) in units.iter().enumerate() {
            if i > 0 {
                end += match units[i - 1].is_before(unit) {
                    true => 1,
                    false => utf16(PASSED_OVER),
                };
            }
            let span = witness.unit(unit).span;
            starts.push((span, end));
            end += utf16(witness.slice(span));
        }
        let first = starts.first().map_or(0, |(span, _)| span.start);
        Self {
            witness,
            units: starts,
            last: (0, first, 0),
        }
    }

    /// The place of a byte; bytes outside of the units count as the end of the unit before them.
    pub(super) fn at(&mut self, byte: u32) -> usize {
        let (mut unit, mut from, mut place) = self.last;
        if byte < from {
            (unit, place) = (0, 0);
            from = self.units.first().map_or(byte, |(span, _)| span.start);
        }
        while let Some(&(span, start)) = self.units.get(unit + 1) {
            if byte < span.start {
                break;
            }
            unit += 1;
            (from, place) = (span.start, start);
        }
        if let Some((span, _)) = self.units.get(unit) {
            let to = byte.clamp(from, span.end.max(from));
            place += utf16(self.witness.slice(Span {
                start: from,
                end: to,
            }));
            from = to;
        }
        self.last = (unit, from, place);
        place
    }
}

fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

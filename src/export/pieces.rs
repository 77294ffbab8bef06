//! The texts of all witnesses cut into the same pieces, for the formats that carry whole texts in one order.
//!
//! Joining what a witness has in every piece gives its text back, byte for byte. What keeps the order in all witnesses
//! (beads that have not moved, links inside them) stands in one piece; the rest stands alone, where its witness has it.
//!
//! The formats that mark differences write the readings of the pieces, in which a difference that does not count is none:
//! there the others have what the base has, or the first of those that have anything. So these give the base back byte for
//! byte, and the others up to what does not count.

mod cutter;
mod order;
mod space;

use crate::class::Class;
use crate::export::runs::Runs;
use crate::table::{AlignmentTable, Row, RowKind, RowNumber, Rules};
use crate::witness::{Span, Witness};

use cutter::Cutter;
use order::{Places, are_several, extent};

/// What every witness has at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// For each witness its part of the text; empty where it has nothing.
    pub spans: Vec<Span>,
    /// For each witness the one whose part is written for it: its own where the difference counts.
    readings: Vec<usize>,
    /// The witnesses of which it says anything, increasing: those whose words are compared with what any has here. What it says of
    /// others is nothing, and not that they lack it.
    pub told: Vec<usize>,
    /// The row whose bead it stands in; between beads there is none.
    pub row: Option<RowNumber>,
    /// The class of the link it comes from, if it comes from one.
    pub class: Option<Class>,
}

impl Piece {
    /// What is written for a witness.
    pub(super) fn reading<'a>(&self, witnesses: &'a [Witness], witness: usize) -> &'a str {
        let of = self.readings[witness];
        witnesses[of].slice(self.spans[of])
    }

    /// Whose part is written for a witness: its own where it has the same. What it is there depends on what stands beside it: a line
    /// ends, or a paragraph does.
    #[cfg(feature = "documents")]
    pub(super) fn source(&self, witnesses: &[Witness], witness: usize) -> usize {
        let own = witnesses[witness].slice(self.spans[witness]);
        match self.reading(witnesses, witness) == own {
            true => witness,
            false => self.readings[witness],
        }
    }

    /// Whether it says something of all.
    pub(super) fn tells_all(&self) -> bool {
        self.told.len() == self.spans.len()
    }

    /// Whether the same is written for all of which it says anything.
    pub(super) fn agreed(&self, witnesses: &[Witness]) -> bool {
        let mut texts = self.told.iter().map(|&w| self.reading(witnesses, w));
        let first = texts.next();
        texts.all(|text| Some(text) == first)
    }

    /// The class that a difference is called by. Of more than two witnesses, words that some have and all of them the same are no
    /// difference of a class.
    pub(super) fn named_class(&self, witnesses: &[Witness]) -> Option<Class> {
        self.class
            .filter(|&class| class != Class::Same || witnesses.len() < 3)
    }

    /// The witnesses of which it says anything, those for which the same is written together, in the order of the first of each.
    pub(super) fn groups(&self, witnesses: &[Witness]) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for &w in &self.told {
            let text = self.reading(witnesses, w);
            match groups
                .iter_mut()
                .find(|group| self.reading(witnesses, group[0]) == text)
            {
                Some(group) => group.push(w),
                None => groups.push(vec![w]),
            }
        }
        groups
    }
}

/// The pieces of a table, in order; `rules` say what counts.
pub(super) fn pieces(table: &AlignmentTable, rules: Rules<'_>) -> Vec<Piece> {
    let mut cutter = Cutter::new(table, rules);
    let mut beads: Vec<&Row> = table
        .rows
        .iter()
        // Of more than two witnesses, those that have it elsewhere are left out of it.
        .filter(|row| row.kind == RowKind::Bead && !(row.moved && row.places.is_empty()))
        .collect();
    beads.sort_by_key(|row| row.number);
    let runs = Runs::new(table);
    for row in beads {
        let mut extent = extent(table, &runs, row);
        cutter.leave_behind(&mut extent);
        if are_several(&extent) {
            cutter.between_beads(&extent);
            cutter.bead(row, &extent);
        }
    }
    let end: Vec<_> = table
        .witnesses
        .iter()
        .map(|w| Some(Span::new(w.text.len(), w.text.len())))
        .collect();
    cutter.between_beads(&end);
    let mut pieces = cutter.pieces;
    keep_words_apart(&table.witnesses, &mut pieces);
    pieces
}

/// The pieces in which nobody differs from those who have anything, joined with their neighbours of the same witnesses: words
/// that two of three have are one piece. Of two witnesses nothing is joined.
pub(super) fn joined(witnesses: &[Witness], pieces: Vec<Piece>) -> Vec<Piece> {
    if witnesses.len() < 3 {
        return pieces;
    }
    // Who has something, where all of these have what one of them has.
    let agreeing = |piece: &Piece| -> Option<Vec<usize>> {
        let has = |&w: &usize| !piece.spans[w].is_empty();
        let present: Vec<usize> = (0..witnesses.len()).filter(has).collect();
        let own = witnesses[*present.first()?].slice(piece.spans[present[0]]);
        let same = |&w: &usize| piece.reading(witnesses, w) == own;
        (present.len() > 1 && present.iter().all(same)).then_some(present)
    };
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut last: Option<Vec<usize>> = None;
    for piece in pieces {
        let present = agreeing(&piece);
        match (out.last_mut(), &present) {
            (Some(before), Some(group)) if present == last && before.row == piece.row => {
                for (span, next) in before.spans.iter_mut().zip(&piece.spans) {
                    span.end = next.end;
                }
                group.iter().for_each(|&w| before.readings[w] = group[0]);
                before.class = None;
            }
            _ => out.push(piece),
        }
        last = present;
    }
    out
}

/// White space that some witnesses alone have belongs to the difference beside it, if there is one: without it `de
/// convenir` would be given back as `deconvenir` where it stands for `d’approuver`.
fn keep_words_apart(witnesses: &[Witness], pieces: &mut [Piece]) {
    let differs: Vec<bool> = pieces.iter().map(|p| !p.agreed(witnesses)).collect();
    for (n, piece) in pieces.iter_mut().enumerate() {
        let beside = n > 0 && differs[n - 1] || differs.get(n + 1) == Some(&true);
        let mut texts = witnesses.iter().zip(&piece.spans).map(|(w, &s)| w.slice(s));
        let some_lack = piece.spans.iter().any(|span| span.is_empty());
        if beside && some_lack && texts.all(|text| text.trim().is_empty()) {
            piece.readings = (0..witnesses.len()).collect();
        }
    }
}

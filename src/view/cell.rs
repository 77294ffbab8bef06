//! The text of one cell, marked up: its words with their signs, in paragraphs, ready to be wrapped.

use crate::select::Standing;
use crate::witness::{Level, TokenIndex, UnitIndex, Witness};

use super::ink::Ink;
use super::prose::{Prose, ellipsis};
use super::signs::{FORM, GAP, MOVED, Mark, Sign, raised, standing_ink};
use super::wrap::Piece;

/// A paragraph of a cell, or a note in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The sign that hangs in the gutter before its first line.
    pub(super) lead: Option<(char, Ink)>,
    /// Its text.
    pub(super) pieces: Vec<Piece>,
    /// Whether it is cut to one line.
    pub(super) one_line: bool,
}

impl Block {
    /// What makes it look otherwise than another with the same words: its sign, and how much of it is left out.
    pub(super) fn shape(&self) -> (Option<char>, usize) {
        let left_out = |piece: &&Piece| matches!(piece, Piece::Text(text, Ink::Margin) if *text == FOLDED.to_string());
        let left_out = self.pieces.iter().filter(left_out).count();
        (self.lead.map(|(sign, _)| sign), left_out)
    }
}

/// The sign of a new paragraph.
pub(super) const PARAGRAPH: char = '¶';
/// The sign of text that is not shown.
pub(super) const FOLDED: char = '…';

/// Whether a unit begins a paragraph; where lines are units, a line after a blank one does.
pub(super) fn begins_paragraph(witness: &Witness, unit: UnitIndex) -> bool {
    let units = witness.units();
    match unit.get().checked_sub(1) {
        None => true,
        Some(before) if witness.level == Level::Line => units[before].span.is_empty(),
        Some(before) => units[before].paragraph != witness.unit(unit).paragraph,
    }
}

/// Whether nothing but blank units lies between two.
pub(super) fn adjoin(witness: &Witness, before: UnitIndex, after: UnitIndex) -> bool {
    let between = before.get() + 1..after.get();
    let mut between = witness.units().get(between).unwrap_or_default().iter();
    between.all(|unit| unit.span.is_empty())
}

/// Marks up the text of one witness.
pub(super) struct Markup<'a> {
    pub(super) prose: Prose<'a>,
    /// The marks of tokens, sorted by token.
    pub(super) marks: &'a [(TokenIndex, Mark)],
    /// After which tokens (`None`: at the beginning) something is left out, sorted.
    pub(super) gaps: &'a [(Option<TokenIndex>, Standing)],
    /// The mark of the tokens that `marks` leaves out.
    pub(super) otherwise: Mark,
    /// The ink of words without a mark.
    pub(super) ink: Ink,
}

impl Markup<'_> {
    /// The blocks of `units` (indices, increasing): one a paragraph. Blank units are left out.
    pub(super) fn blocks(&self, units: &[UnitIndex]) -> Vec<Block> {
        let witness = self.prose.witness;
        let units: Vec<UnitIndex> = units
            .iter()
            .copied()
            .filter(|&u| !witness.unit(u).span.is_empty())
            .collect();
        let mut before = None;
        units
            .chunk_by(|_, &next| !begins_paragraph(self.prose.witness, next))
            .map(|units| {
                let first = units[0];
                let mut pieces = self.paragraph(units, before.is_none());
                if before.is_some_and(|before| !adjoin(self.prose.witness, before, first)) {
                    // What lies between belongs to another row.
                    let left_out = [Piece::text(FOLDED, Ink::Margin), Piece::Space(Ink::Plain)];
                    pieces.splice(0..0, left_out);
                }
                before = units.last().copied();
                let paragraph = begins_paragraph(self.prose.witness, first);
                Block {
                    lead: paragraph.then_some((PARAGRAPH, Ink::Margin)),
                    pieces,
                    one_line: false,
                }
            })
            .collect()
    }

    /// The text of a paragraph, which may be the `first` of its cell.
    fn paragraph(&self, units: &[UnitIndex], first: bool) -> Vec<Piece> {
        let witness = self.prose.witness;
        let mut run = Run::default();
        let mut at = witness.unit(units[0]).span.start;
        // After which token what is left out is not written yet; the end of the paragraph before has its own.
        let mut last = first.then_some(None);
        for (n, &index) in units.iter().enumerate() {
            let unit = witness.unit(index);
            if n > 0 && !adjoin(self.prose.witness, units[n - 1], index) {
                // Something lies between that belongs to another row.
                run.keep(Mark::default());
                self.gap(&mut run, at, witness.unit(units[n - 1]).span.end);
                ellipsis(&mut run.pieces);
                at = unit.span.start;
            }
            for index in unit.tokens.indices() {
                let token = self.prose.witness.token(index);
                let mark = self.mark(index);
                run.keep(mark);
                self.left_out(last, &mut run.pieces);
                self.gap(&mut run, at, token.span.start);
                run.open(mark);
                let ink = run.ink(self.ink);
                if mark.signed && mark.sign.is_some_and(Sign::is_form) {
                    run.pieces.push(Piece::text(FORM, Ink::FormSign));
                }
                self.prose.token(index, ink, &mut run.pieces);
                at = token.span.end;
                last = Some(Some(index));
            }
        }
        run.keep(Mark::default());
        self.left_out(last, &mut run.pieces);
        let end = witness.unit(units[units.len() - 1]).span.end;
        self.gap(&mut run, at, end);
        run.pieces
    }

    /// Writes the sign of what is left out after a token.
    fn left_out(&self, after: Option<Option<TokenIndex>>, out: &mut Vec<Piece>) {
        let Some(after) = after else { return };
        let from = self.gaps.partition_point(|&(at, _)| at < after);
        let here = self.gaps[from..].iter().take_while(|&&(at, _)| at == after);
        if let Some(ink) = here
            .filter_map(|&(_, standing)| standing_ink(standing))
            .last()
        {
            out.push(Piece::text(GAP, ink));
        }
    }

    fn gap(&self, run: &mut Run, start: u32, end: u32) {
        let ink = run.ink(self.ink);
        self.prose.gap(start, end, ink, &mut run.pieces);
    }

    fn mark(&self, token: TokenIndex) -> Mark {
        match self.marks.binary_search_by_key(&token, |&(t, _)| t) {
            Ok(i) => self.marks[i].1,
            Err(_) => self.otherwise,
        }
    }
}

/// Pieces in the making, with the marks that are open: moved words outside, how they differ inside.
#[derive(Default)]
struct Run {
    pieces: Vec<Piece>,
    open: Mark,
}

impl Run {
    /// Closes the signs that do not go on with `next`.
    fn keep(&mut self, next: Mark) {
        let moved_ends = self.open.moved && !next.moved;
        if self.open.sign.is_some()
            && (self.open.sign != next.sign || self.open.moved != next.moved)
        {
            if let Some((_, close, ink)) = self.brackets() {
                self.pieces.push(Piece::text(close, ink));
            }
            if self.open.number > 0 {
                self.pieces
                    .push(Piece::text(raised(self.open.number), Ink::Margin));
            }
            self.open.sign = None;
        }
        if moved_ends {
            if self.open.signed {
                self.pieces.push(Piece::text(MOVED.1, Ink::MovedSign));
            }
            self.open.moved = false;
        }
    }

    /// Opens the signs of `mark` that are not open yet.
    fn open(&mut self, mark: Mark) {
        let before = std::mem::replace(&mut self.open, mark);
        if mark.signed && mark.moved && !before.moved {
            self.pieces.push(Piece::text(MOVED.0, Ink::MovedSign));
        }
        if before.sign.is_none()
            && let Some((open, _, ink)) = self.brackets()
        {
            self.pieces.push(Piece::text(open, ink));
        }
    }

    /// The brackets of what is open, where it has some.
    fn brackets(&self) -> Option<(&'static str, &'static str, Ink)> {
        self.open.sign.filter(|_| self.open.signed)?.brackets()
    }

    /// The ink of a space inside what is open; `plain` where nothing is.
    fn ink(&self, plain: Ink) -> Ink {
        self.open.ink(plain)
    }
}

//! What the parts of an explanation are written with: a label at the margin, and what is said beside it.

use std::io;

use crate::table::AlignmentTable;
use crate::view::ink::Ink;
use crate::view::page::{pad, write_line};
use crate::view::paper::Paper;
use crate::view::wording::siglum;
use crate::view::wrap::{Line, Piece, wrap};
use crate::visible::{Invisible, visible};
use crate::witness::{AlignedIndex, Level, TokenIndex};

use super::Detail;

/// Columns before what is said: the siglum, or what it is about.
const MARGIN: usize = 12;

/// The most witnesses that are named of those who say the same.
const MOST_NAMED: usize = 6;

/// A sheet to write on.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'t> {
    pub(super) table: &'t AlignmentTable,
    /// In columns.
    pub(super) width: usize,
    pub(super) detail: Detail,
}

impl Sheet<'_> {
    /// `A 2`, and at the levels that are aligned over clauses `A 2.1`: unit and clause of it.
    pub(super) fn name(&self, w: usize, unit: AlignedIndex) -> String {
        let witness = &self.table.witnesses[w];
        let siglum = siglum(self.table, w);
        match witness.level {
            Level::Clause | Level::Line => format!("{siglum} {}", unit.get() + 1),
            Level::Sentence | Level::Paragraph => {
                let units = witness.aligned_units();
                let whole = units[unit.get()].sentence;
                let first = units.partition_point(|u| u.sentence < whole);
                format!("{siglum} {}.{}", whole + 1, unit.get() + 1 - first)
            }
        }
    }

    pub(super) fn text(&self, w: usize, unit: AlignedIndex) -> String {
        let witness = &self.table.witnesses[w];
        let text = witness.line(witness.aligned_units()[unit.get()].span);
        visible(&text, Invisible::LeftOut).into_owned()
    }

    pub(super) fn word(&self, w: usize, token: TokenIndex) -> String {
        visible(&self.table.witnesses[w].word(token), Invisible::LeftOut).into_owned()
    }

    /// `A C D`, or of very many `17 others`.
    pub(super) fn few(&self, witnesses: &[usize]) -> String {
        match witnesses.len() {
            0..=MOST_NAMED => self.sigla(witnesses),
            many => format!("{many} others"),
        }
    }

    /// `A C D`
    pub(super) fn sigla(&self, witnesses: &[usize]) -> String {
        let sigla = witnesses.iter().map(|&w| siglum(self.table, w));
        sigla.collect::<Vec<_>>().join(" ")
    }

    /// `said` in its column, its name before its first line.
    pub(super) fn labelled(
        &self,
        label: &str,
        ink: Ink,
        said: &[Piece],
        out: &mut Paper<'_>,
    ) -> io::Result<()> {
        for (n, text) in wrap(said, self.width - MARGIN).into_iter().enumerate() {
            let mut line = Line::default();
            if n == 0 {
                line.push(label, ink);
                line.push(" ", Ink::Plain);
            }
            pad(&mut line, MARGIN);
            line.append(text);
            write_line(out, line)?;
        }
        Ok(())
    }
}

pub(super) fn between(said: &mut Vec<Piece>) {
    if !said.is_empty() {
        said.push(Piece::Space(Ink::Plain));
    }
}

/// A weight with its sign, as of a term in a sum; no sign where it rounds to nothing.
pub(super) fn nats(weight: f64) -> String {
    let text = format!("{weight:+.1}");
    match text.as_str() {
        "+0.0" | "-0.0" => "0.0".to_owned(),
        _ => text.replace('-', "−"),
    }
}

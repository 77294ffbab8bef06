//! What the views say in words: names of witnesses, counted things.

use crate::table::{AlignmentTable, Summary};
use crate::witness::Level;

use crate::visible::{Invisible, visible};

use super::ink::Ink;
use super::wrap::Piece;

/// The siglum of a witness, safe to show.
pub(super) fn siglum(table: &AlignmentTable, witness: usize) -> String {
    visible(&table.witnesses[witness].siglum.0, Invisible::LeftOut).into_owned()
}

/// The sigla of several witnesses: `A C D`; few are not parted by the end of a line.
pub(super) fn sigla(table: &AlignmentTable, witnesses: &[usize]) -> Vec<Piece> {
    const FEW: usize = 4;
    let sigla: Vec<String> = witnesses.iter().map(|&w| siglum(table, w)).collect();
    let sigla = sigla.join(" ");
    match witnesses.len() <= FEW {
        true => vec![Piece::text(sigla, Ink::Strong)],
        false => Piece::words(&sigla, Ink::Strong),
    }
}

/// `3 sentences`, by what the units are.
pub(super) fn units_of(count: usize, level: Level) -> String {
    counted(count, level.name())
}

/// `1 row`, `3 rows`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// `1 sentence only in A, 9 only in B`
pub(super) fn only(table: &AlignmentTable, summary: &Summary) -> String {
    let mut parts: Vec<String> = Vec::new();
    let counts = summary.only.iter().enumerate();
    for (w, &count) in counts.filter(|(_, count)| **count > 0) {
        let what = match parts.is_empty() {
            true => units_of(count, table.witnesses[w].level),
            false => count.to_string(),
        };
        parts.push(format!("{what} only in {}", siglum(table, w)));
    }
    parts.join(", ")
}

/// The text, broken into lines after commas and points alone: figures stay with what they count.
pub(super) fn unbroken(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.split_inclusive([',', '·']) {
        if !pieces.is_empty() {
            pieces.push(Piece::Space(Ink::Plain));
        }
        pieces.push(Piece::text(part.trim(), Ink::Plain));
    }
    pieces
}

/// A share in whole percent, with its sign.
pub(super) fn percent(part: f64) -> String {
    format!("{} %", share(part))
}

/// A share in whole percent, with its sign; `–` of nothing.
pub(super) fn percent_of(part: Option<f64>) -> String {
    part.map_or_else(|| NOTHING.to_owned(), percent)
}

/// What stands in place of a figure that there is not.
pub(super) const NOTHING: &str = "–";

/// A share in whole percent: 100 and 0 only where they are exact.
pub(super) fn share(part: f64) -> u32 {
    match part {
        _ if part >= 1.0 => 100,
        _ if part <= 0.0 => 0,
        _ => (part * 100.0).round().clamp(1.0, 99.0) as u32,
    }
}

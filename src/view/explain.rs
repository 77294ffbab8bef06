//! An explanation, as text: why a row stands, and why its words are linked.

mod beads;
mod joint;
mod readings;
mod sheet;
mod words;

use std::io::{self, Write};

use crate::explanation::{Explanation, Joint, Tie};
use crate::table::{AlignmentTable, RowNumber, RowRef};
use crate::witness::TokenIndex;

use super::ViewOptions;
use super::ink::Ink;
use super::page::write_wrapped;
use super::paper::Paper;
use super::summary;
use super::wording::{percent, siglum, units_of};
use super::wrap::Piece;

use sheet::Sheet;

/// Columns below which nothing is narrowed further.
const NARROWEST: usize = 40;

/// The most witnesses whose units are counted one by one.
const MOST_COUNTED: usize = 6;

/// What is to be explained, and what explains it.
#[derive(Debug, Clone)]
pub struct Explained {
    /// The row.
    pub row: RowNumber,
    /// What explains it.
    pub reason: Reason,
    /// The witness that is asked about, where one is.
    pub witness: Option<usize>,
    /// The words that are asked about, each with its witness (0 for the first); none for the row as a whole.
    pub words: Vec<(usize, TokenIndex)>,
}

/// What explains a row.
#[derive(Debug, Clone)]
pub enum Reason {
    /// Of a table of two witnesses.
    Two {
        /// Why its units stand.
        units: Explanation,
        /// What speaks for each pair of its words.
        ties: Vec<Tie>,
    },
    /// Of one of more, or whose base is the second.
    Many(Joint),
}

/// How much an explanation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Detail {
    /// What people need, in words.
    Words,
    /// The weights as well: in nats of the units, in percent of the words.
    Weights,
}

/// Writes why a row of a table stands, and why its words that differ are linked or not; or of single words why each is, and
/// what else it might have been linked with. In the width and the colours of `options`.
///
/// # Errors
/// When the writer fails.
pub fn explanation(
    table: &AlignmentTable,
    explained: &Explained,
    detail: Detail,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let out = &mut Paper::new(out, options.colours);
    let sheet = Sheet {
        table,
        width: options.width.max(NARROWEST),
        detail,
    };
    let Some(row) = table.row(explained.row) else {
        return Ok(());
    };
    write_wrapped(out, &heading(sheet, row), 0, sheet.width)?;
    match &explained.reason {
        Reason::Two { units, ties } => {
            let words = words::Words::new(sheet, row, ties);
            if explained.words.is_empty() {
                beads::write(sheet, units, out)?;
                return words.links(&options.quiet, out);
            }
            asked(row, &explained.words, out, |w, token, out| {
                words.word(w, token, out)
            })
        }
        Reason::Many(joint) => {
            let words = readings::Readings::new(sheet, row, joint);
            if explained.words.is_empty() {
                joint::write(sheet, row, (joint, explained.witness), out)?;
                return words.links(&options.quiet, out);
            }
            asked(row, &explained.words, out, |w, token, out| {
                words.word(w, token, out)
            })
        }
    }
}

/// Writes what is told of words, each link once.
fn asked(
    row: RowRef<'_>,
    words: &[(usize, TokenIndex)],
    out: &mut Paper<'_>,
    tell: impl Fn(usize, TokenIndex, &mut Paper<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let mut told = Vec::new();
    for &(w, token) in words {
        let mut links = row.links.iter();
        let link = links.position(|link| link.tokens[w].contains(&token));
        if !told.contains(&link) {
            writeln!(out)?;
            tell(w, token, out)?;
        }
        told.extend(link.is_some().then_some(link));
    }
    Ok(())
}

/// `Row 2: 1 sentence of A with 2 of B, 98 % sure, moved`; with weights `Row 2: 1-2, score 61.3 nats, confidence 0.98, moved`.
fn heading(sheet: Sheet<'_>, row: RowRef<'_>) -> Vec<Piece> {
    let mut pieces = vec![Piece::text(format!("Row {}:", row.number), Ink::Strong)];
    let mut said = match sheet.detail {
        Detail::Words => {
            let here = (0..row.cells.len()).filter(|&w| !row.cells[w].is_empty());
            let units = |w: usize| {
                let count = units_of(row.cells[w].len(), sheet.table.witnesses[w].level);
                format!("{count} of {}", siglum(sheet.table, w))
            };
            let here: Vec<usize> = here.collect();
            let units: Vec<String> = here.iter().map(|&w| units(w)).collect();
            match &units[..] {
                many if many.len() > MOST_COUNTED => {
                    let counts = || here.iter().map(|&w| row.cells[w].len());
                    let (least, most) = (counts().min().unwrap_or(0), counts().max().unwrap_or(0));
                    let range = match least == most {
                        true => String::new(),
                        false => format!("{least} to "),
                    };
                    let level = sheet.table.witnesses[here[0]].level;
                    format!(
                        "{range}{} of each of {} texts",
                        units_of(most, level),
                        here.len()
                    )
                }
                [one] => format!("{one} alone"),
                [one, other] => format!("{one} with {other}"),
                [one, others @ .., last] => {
                    format!("{one} with {} and {last}", others.join(", "))
                }
                [] => String::new(),
            }
        }
        Detail::Weights => {
            let shape: Vec<usize> = row.cells.iter().map(Vec::len).collect();
            summary::shape_of(&shape)
        }
    };
    if let (Detail::Weights, Some(score)) = (sheet.detail, row.score) {
        said += &format!(", score {score:.1} nats");
    }
    if let Some(confidence) = row.confidence {
        said += &match sheet.detail {
            Detail::Words => format!(", {} sure", percent(confidence)),
            Detail::Weights => format!(", confidence {confidence:.2}"),
        };
    }
    if row.moved {
        said += ", moved";
    }
    pieces.push(Piece::Space(Ink::Plain));
    pieces.extend(Piece::words(&said, Ink::Plain));
    pieces
}

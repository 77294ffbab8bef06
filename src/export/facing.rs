//! What documents and books show of a table whose texts face each other: a row of cells a row, their words in the shades of what
//! differs.

use crate::class::Class;
use crate::format::units::PASSED_OVER;
use crate::select::Marks;
use crate::table::{AlignmentTable, Row};
use crate::witness::{Role, UnitIndex, Witness};

use super::shades::{ELSEWHERE, Fragment, Painter, Shade, fragments};
use super::title::file_name;

/// A row as it is shown.
pub(super) struct FacingRow {
    /// What the files call it; empty where they do not.
    pub(super) label: String,
    /// The paragraphs of each witness, or parts of these.
    pub(super) cells: Vec<Vec<FacingParagraph>>,
}

/// What a witness has of one paragraph.
pub(super) struct FacingParagraph {
    pub(super) is_heading: bool,
    pub(super) fragments: Vec<Fragment>,
}

impl FacingRow {
    /// Whether any text has headings there and nothing else; plain text does not say what is one.
    pub(super) fn is_heading(&self) -> bool {
        let is_heading = |cell: &Vec<FacingParagraph>| {
            !cell.is_empty() && cell.iter().all(|paragraph| paragraph.is_heading)
        };
        self.cells.iter().any(is_heading)
    }
}

/// Says how the rows of a table are shown.
pub(super) struct Facing<'a> {
    table: &'a AlignmentTable,
    painter: Painter<'a>,
}

impl<'a> Facing<'a> {
    pub(super) fn new(table: &'a AlignmentTable, quiet: &'a [Class], marks: Marks) -> Self {
        Self {
            table,
            painter: Painter::new(table, quiet, marks),
        }
    }

    pub(super) fn row(&self, row: &Row) -> FacingRow {
        let shades = self.painter.shades(row);
        let cells = shades.iter().enumerate();
        FacingRow {
            label: self.table.labels(row),
            cells: cells.map(|(w, shades)| self.cell(row, w, shades)).collect(),
        }
    }

    fn cell(&self, row: &Row, w: usize, shades: &[Option<Shade>]) -> Vec<FacingParagraph> {
        let witness = &self.table.witnesses[w];
        let of = |unit: &UnitIndex| witness.unit(*unit).paragraph;
        let paragraphs = row.cells[w].chunk_by(|a, b| of(a) == of(b));
        let mut last: Option<UnitIndex> = None;
        let mut cell: Vec<FacingParagraph> = paragraphs
            .map(|units| {
                let mut own = fragments(self.table, (row, w), units, shades, Shade::ALL[0]);
                if last.is_some_and(|last| !last.is_before(units[0])) {
                    own.insert(0, (None, PASSED_OVER.trim_start().to_owned()));
                }
                last = units.last().copied();
                FacingParagraph {
                    is_heading: units.iter().all(|&u| role(witness, u) == Role::Heading),
                    fragments: own,
                }
            })
            .collect();
        if row.moved_to_in(w, self.table.base).is_some()
            && let Some(first) = cell.first_mut()
        {
            first.fragments.insert(0, (None, ELSEWHERE.to_owned()));
        }
        cell
    }
}

/// What a text is called above its column: its siglum, and the name of its file.
pub(super) fn head(witness: &Witness) -> String {
    format!("{} {}", witness.siglum, file_name(witness))
}

/// What the paragraph of a unit is in its file.
fn role(witness: &Witness, unit: UnitIndex) -> Role {
    let start = witness.unit(unit).span.start;
    let paragraph = witness
        .structure
        .partition_point(|paragraph| paragraph.span.end <= start);
    let own = witness.structure.get(paragraph);
    own.filter(|own| own.span.start <= start)
        .map_or(Role::Body, |own| own.role)
}

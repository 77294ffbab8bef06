//! OpenDocument spreadsheets (ODS, also in one flat file): the texts of a table, as they are shown.

use super::columns::Columns;
use super::flow::Flow;
use super::odt;
use super::sheet::{self, Sheet};
use super::source::Source;
use super::xml::{Node, Tag, Xml};
use crate::error::Result;

/// Elements of a cell that are none of its text: comments, pictures, what stands above words to say how they are pronounced.
const PASSED_OVER: [&str; 4] = ["annotation", "shapes", "frame", "ruby-text"];

/// Reads a table of a spreadsheet.
pub(super) fn read<'a>(bytes: Vec<u8>, source: Source<'a>) -> Result<Columns<'a>> {
    let text = odt::content(bytes, source)?;
    let mut reader = Reader {
        left: source.most_unpacked(),
        ..Reader::default()
    };
    let mut xml = Xml::new(&text, "content.xml", source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if PASSED_OVER.contains(&tag.name()) => xml.skip()?,
            Node::Open(tag) => reader.begin(&tag),
            Node::Text(text) if reader.in_text => reader.cell.push(&text),
            Node::Text(_) => {}
            Node::Close(end) => reader.end(end.name(), source)?,
        }
    }
    sheet::chosen(reader.sheets, source)
}

#[derive(Default)]
struct Reader {
    sheets: Vec<Sheet>,
    /// The number of the row that is open, how often it stands, and the column of its next cell.
    row: u64,
    rows: u64,
    column: usize,
    /// How often the cell that is open stands.
    columns: usize,
    cell: Flow,
    in_text: bool,
    /// How many bytes the cells may still have: one may stand a million times.
    left: u64,
}

impl Reader {
    fn begin(&mut self, tag: &Tag<'_>) {
        let times = |name: &str| {
            let said = tag.attribute(name).and_then(|times| times.parse().ok());
            said.unwrap_or(1).max(1)
        };
        match tag.name() {
            "table" => {
                self.sheets.push(Sheet {
                    name: tag.attribute("name").unwrap_or_default(),
                    rows: Vec::new(),
                });
                (self.row, self.rows) = (0, 1);
            }
            "table-row" => {
                self.row = self.row.saturating_add(1);
                self.rows = times("number-rows-repeated");
                self.column = 0;
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.rows.push((self.row, Vec::new()));
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.columns = times("number-columns-repeated") as usize;
                self.cell = Flow::default();
            }
            "p" => {
                if !self.cell.is_open() {
                    self.cell.end_line();
                }
                self.in_text = true;
            }
            "s" | "tab" if self.in_text => self.cell.push(" "),
            "line-break" if self.in_text => self.cell.end_line(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, source: Source<'_>) -> Result<()> {
        match name {
            "p" => self.in_text = false,
            "table-cell" | "covered-table-cell" => self.end_cell(source)?,
            "table-row" => self.end_row(source)?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, source: Source<'_>) -> Result<()> {
        let first = self.column;
        self.column = first.saturating_add(self.columns);
        let Some(text) = self.cell.take() else {
            return Ok(());
        };
        self.left = left(self.left, &text, self.columns as u64, source)?;
        let columns = first..self.column.min(sheet::MOST_COLUMNS);
        if let Some((_, cells)) = self.open_row() {
            cells.extend(columns.map(|column| (column, text.clone())));
        }
        Ok(())
    }

    fn end_row(&mut self, source: Source<'_>) -> Result<()> {
        let more = self.rows - 1;
        if more == 0 {
            return Ok(());
        }
        self.row = self.row.saturating_add(more);
        let Some((number, cells)) = self.open_row().map(|row| row.clone()) else {
            return Ok(());
        };
        if cells.is_empty() {
            return Ok(());
        }
        for (_, text) in &cells {
            self.left = left(self.left, text, more, source)?;
        }
        if let Some(sheet) = self.sheets.last_mut() {
            let again = (1..=more).map(|n| (number.saturating_add(n), cells.clone()));
            sheet.rows.extend(again);
        }
        Ok(())
    }

    fn open_row(&mut self) -> Option<&mut (u64, sheet::Cells)> {
        self.sheets.last_mut()?.rows.last_mut()
    }
}

/// What may still be read behind a text that stands so often.
fn left(left: u64, text: &str, times: u64, source: Source<'_>) -> Result<u64> {
    /// What a cell takes beside its text.
    const CELL: u64 = 64;
    let length = (text.len() as u64 + CELL).saturating_mul(times);
    left.checked_sub(length).ok_or_else(|| source.swollen())
}

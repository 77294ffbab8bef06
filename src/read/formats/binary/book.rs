//! A workbook in the making.

use std::borrow::Cow;

use crate::error::Result;
use crate::read::formats::columns::Columns;
use crate::read::formats::sheet::{self, MOST_COLUMNS, Sheet};
use crate::read::formats::source::Source;

/// What a cell takes beside its text, in bytes.
const CELL: u64 = 64;

/// What a cell holds.
pub(super) enum Value<'a> {
    /// Nothing that is read: truth, an error, a text that is not there.
    Nothing,
    Number(f64),
    Text(Cow<'a, str>),
}

/// The sheets that have been read, and the cells of that which is being read.
pub(super) struct Book<'a> {
    source: Source<'a>,
    sheets: Vec<Sheet>,
    /// The row and the column of each cell, from 0, and its text.
    cells: Vec<((u32, usize), String)>,
    /// How many bytes cells may still have: a string may be told once and stand in a million of them.
    left: u64,
}

impl<'a> Book<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self {
            source,
            sheets: Vec::new(),
            cells: Vec::new(),
            left: source.most_unpacked(),
        }
    }

    /// Puts what it holds into a cell of the sheet; `row` and `column` count from 0.
    pub(super) fn put(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<()> {
        let text = match value {
            Value::Nothing => return Ok(()),
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Text(text) => text,
        };
        let text = text.trim();
        let column = column as usize;
        if text.is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        let left = self.left.checked_sub(text.len() as u64 + CELL);
        self.left = left.ok_or_else(|| self.source.swollen())?;
        self.cells.push(((row, column), text.to_owned()));
        Ok(())
    }

    /// Ends a sheet.
    pub(super) fn end_sheet(&mut self, name: String) {
        let mut cells = std::mem::take(&mut self.cells);
        cells.sort_by_key(|(place, _)| *place);
        cells.dedup_by_key(|(place, _)| *place);
        let mut sheet = Sheet {
            name,
            rows: Vec::new(),
        };
        for ((row, column), text) in cells {
            let number = u64::from(row) + 1;
            match sheet.rows.last_mut().filter(|(last, _)| *last == number) {
                Some((_, cells)) => cells.push((column, text)),
                None => sheet.rows.push((number, vec![(column, text)])),
            }
        }
        self.sheets.push(sheet);
    }

    /// The columns of the sheet that is named, or else of the first that holds anything.
    pub(super) fn columns(self) -> Result<Columns<'a>> {
        sheet::chosen(self.sheets, self.source)
    }
}

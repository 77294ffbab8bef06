//! A workbook for spreadsheet programs: the table with its changed words in colour, and a sheet of statistics.

mod shades;
mod statistics;
mod text;

use std::io::{self, Write};

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::columns::{Cell, cells, header};
use crate::export::xml;
use crate::format::columns;
use crate::format::workbook::ROWS_SHEET;
use crate::table::{AlignmentTable, Row, Status};

use shades::{Shades, fragments};
use text::{CELL_LIMIT, is_long, plain, shorten};

/// The rows of a sheet, header included.
const SHEET_ROWS: usize = 1_048_576;
/// The columns for witnesses' texts begin here; two a witness.
const FIRST_UNITS: usize = 3;

/// Writes a workbook (Office Open XML). Every text is typed as one, so none is taken for a formula, a number or a date.
#[derive(Debug, Clone)]
pub struct Xlsx {
    /// Differences that the `changes` column leaves out, and whose words are not coloured.
    pub quiet: Vec<Class>,
}

impl Exporter for Xlsx {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        if table.rows.len() >= SHEET_ROWS {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!(
                    "a sheet holds {} rows, the table has {}; write csv instead",
                    SHEET_ROWS - 1,
                    table.rows.len()
                ),
            ));
        }
        out.write_all(&self.workbook(table).map_err(from_xlsx)?)
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        let long = |row: &&Row| {
            cells(table, row, &self.quiet)
                .iter()
                .any(|cell| matches!(cell, Cell::Text(text) if is_long(text)))
        };
        let cut = table.rows.iter().filter(long).count();
        let cut = (cut > 0).then(|| {
            format!(
                "a cell of a workbook holds {CELL_LIMIT} characters: text cut short in {cut} rows"
            )
        });
        let lost: Vec<String> = [cut, xml::replaced(table)].into_iter().flatten().collect();
        (!lost.is_empty()).then(|| lost.join("; "))
    }
}

impl Xlsx {
    fn workbook(&self, table: &AlignmentTable) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        // The same table gives the same bytes, so the date is not that of the clock.
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        self.rows_sheet(table, workbook.add_worksheet())?;
        statistics::write(table, workbook.add_worksheet())?;
        workbook.save_to_buffer()
    }

    fn rows_sheet(&self, table: &AlignmentTable, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let styles = Styles::new();
        let names = header(table);
        let last = (table.rows.len() as u32, names.len() as u16 - 1);
        let status = last.1 - 1;
        sheet.set_name(ROWS_SHEET)?;
        for (column, name) in (0..).zip(&names) {
            sheet.write_string_with_format(0, column, plain(name), &styles.header)?;
            sheet.set_column_width(column, width(name))?;
        }
        for n in 0..table.witnesses.len() {
            let column = (FIRST_UNITS + 2 * n) as u16;
            sheet.set_column_width(column, 9)?;
            // What is typed here stays text: 3-5 would become a date.
            sheet.set_column_format(column, &styles.text)?;
            sheet.set_column_width(column + 1, 60)?;
        }
        for (line, row) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells(table, row, &self.quiet)) {
                let at = usize::from(column);
                match cell {
                    Cell::Empty => {
                        sheet.write_blank(line, column, &styles.text)?;
                    }
                    Cell::Count(n) => {
                        sheet.write_number_with_format(line, column, n, &styles.top)?;
                    }
                    Cell::Share(x) => {
                        sheet.write_number_with_format(line, column, x, &styles.share)?;
                    }
                    Cell::Flag(flag) => {
                        sheet.write_boolean_with_format(line, column, flag, &styles.top)?;
                    }
                    Cell::Text(text) => match witness_of(table, at) {
                        Some(w) => {
                            self.write_reading(table, row, w, sheet, (line, column), &styles)?
                        }
                        None => {
                            sheet.write_string_with_format(
                                line,
                                column,
                                plain(&text),
                                &styles.text,
                            )?;
                        }
                    },
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, last.0, last.1)?;
        if !table.rows.is_empty() {
            let choice =
                DataValidation::new().allow_list_strings(&Status::ALL.map(Status::name))?;
            sheet.add_data_validation(1, status, last.0, status, &choice)?;
        }
        Ok(())
    }

    /// The text of a witness in a row, its differing words in colour.
    fn write_reading(
        &self,
        table: &AlignmentTable,
        row: &Row,
        w: usize,
        sheet: &mut Worksheet,
        at: (u32, u16),
        styles: &Styles,
    ) -> Result<(), XlsxError> {
        let fragments = fragments(table, row, w, &self.quiet);
        let texts = shorten(fragments.iter().map(|(_, text)| plain(text)));
        let runs: Vec<(&Format, &str)> = fragments
            .iter()
            .zip(&texts)
            .map(|((shade, _), text)| (styles.shades.format(*shade), text.as_str()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        match runs[..] {
            [] => sheet.write_blank(at.0, at.1, &styles.text)?,
            [(_, text)] if fragments[0].0.is_none() => {
                sheet.write_string_with_format(at.0, at.1, text, &styles.text)?
            }
            _ => sheet.write_rich_string_with_format(at.0, at.1, &runs, &styles.text)?,
        };
        Ok(())
    }
}

/// The witness whose text stands in a column, if one's does.
fn witness_of(table: &AlignmentTable, column: usize) -> Option<usize> {
    let from = column.checked_sub(FIRST_UNITS)?;
    (from % 2 == 1 && from / 2 < table.witnesses.len()).then_some(from / 2)
}

/// The formats of cells.
struct Styles {
    header: Format,
    text: Format,
    top: Format,
    share: Format,
    shades: Shades,
}

impl Styles {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            header: Format::new().set_bold().set_background_color(0xE7_E6_E6),
            text: top.clone().set_text_wrap().set_num_format("@"),
            share: top.clone().set_num_format("0.00"),
            top,
            shades: Shades::new(),
        }
    }
}

/// Width of a column, in characters.
fn width(name: &str) -> f64 {
    match name {
        columns::CHANGES => 50.0,
        columns::NOTE => 30.0,
        columns::SIMILARITY | columns::CONFIDENCE => 12.0,
        _ => 9.0,
    }
}

/// The writer's own error, so that a full disk is seen to be one.
fn from_xlsx(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

//! A workbook for spreadsheet programs: the table with its changed words in colour, and a sheet of statistics.

mod many;
mod page;
mod shades;
mod statistics;
mod styles;
mod text;

use std::io::{self, Write};

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::columns::{Cell, cells, header};
use crate::export::shades::{Fragment, Painter, Shade};
use crate::export::xml;
use crate::format::columns;
use crate::format::workbook::ROWS_SHEET;
use crate::guarded::guarded;
use crate::select::Marks;
use crate::table::{AlignmentTable, Row, Status};

use shades::{Shades, fragments};
use text::{CELL_LIMIT, Place, is_long, write_runs, write_text};

/// The rows of a sheet, header included.
const SHEET_ROWS: usize = 1_048_576;
/// The columns for witnesses' texts begin here; two a witness.
const FIRST_UNITS: usize = 3;
/// Width of a column of texts, in characters. Two of them and the rest on a page across leave letters of some 7 points.
const TEXT_WIDTH: f64 = 46.0;
/// So many runs fit into any cell.
const FEW_RUNS: usize = 60;

/// Writes a workbook (Office Open XML). Every text is typed as one, so none is taken for a formula, a number or a date.
#[derive(Debug, Clone)]
pub struct Xlsx {
    /// Differences that the `changes` column leaves out, and whose words are not coloured.
    pub quiet: Vec<Class>,
    /// Which of the others are coloured.
    pub marks: Marks,
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
        // The writer of workbooks starts threads, and does not bear it when there can be none.
        let workbook = guarded(|| self.workbook(table));
        let failed = || io::Error::other("the workbook could not be made");
        out.write_all(&workbook.ok_or_else(failed)?.map_err(from_xlsx)?)
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
        let has_many = |row: &&Row| row.links.len() > FEW_RUNS / 2;
        let pale = match table.rows.iter().any(|row| has_many(&row)) {
            true => {
                let writer = Writer::new(table, self);
                let rows = table.rows.iter().filter(has_many);
                rows.filter(|row| writer.leaves_colours_out(row)).count()
            }
            false => 0,
        };
        let pale = (pale > 0).then(|| {
            format!("a cell of a workbook holds so many colours: not all differences coloured in {pale} rows")
        });
        let lost = [cut, pale, xml::replaced(table)];
        let lost: Vec<String> = lost.into_iter().flatten().collect();
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
        let writer = Writer::new(table, self);
        let styles = &writer.styles;
        let names = header(table);
        let last = (table.rows.len() as u32, names.len() as u16 - 1);
        let status = last.1 - 1;
        sheet.set_name(ROWS_SHEET)?;
        let widths: Vec<f64> = (0..)
            .zip(&names)
            .map(|(column, name)| match witness_of(table, column) {
                Some(_) => TEXT_WIDTH,
                None => width(name),
            })
            .collect();
        for ((column, name), &width) in (0..).zip(&names).zip(&widths) {
            write_text(sheet, (0, column), name, &styles.header)?;
            sheet.set_column_width(column, width)?;
        }
        for n in 0..table.witnesses.len() {
            // What is typed here stays text: 3-5 would become a date.
            sheet.set_column_format((FIRST_UNITS + 2 * n) as u16, &styles.text)?;
        }
        for (line, row) in (1..).zip(&table.rows) {
            let cells = cells(table, row, &self.quiet);
            let shades = writer.painter.shades(row);
            sheet.set_row_height(line, height(&cells, &widths))?;
            for (column, cell) in (0..).zip(cells) {
                let at = (line, column);
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
                        sheet.write_boolean_with_format(line, column, flag, &styles.flag)?;
                    }
                    Cell::Text(text) => {
                        let reading = witness_of(table, usize::from(column));
                        let is_written = match reading {
                            Some(w) => writer.write_reading(row, w, &shades[w], sheet, at)?,
                            None => false,
                        };
                        if !is_written {
                            write_text(sheet, at, &text, &styles.text)?;
                        }
                    }
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
        page::set_up(sheet, table);
        sheet.set_landscape();
        sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }
}

/// What writes the texts in colour.
struct Writer<'a> {
    table: &'a AlignmentTable,
    painter: Painter<'a>,
    styles: Styles,
}

impl<'a> Writer<'a> {
    fn new(table: &'a AlignmentTable, options: &'a Xlsx) -> Self {
        Self {
            table,
            painter: Painter::new(table, &options.quiet, options.marks),
            styles: Styles::new(),
        }
    }

    /// Writes the text of a witness in a row, its differing words in colour: in as many shades as the cell holds, the
    /// faintest left out first. Whether it has any; where not, nothing is written.
    fn write_reading(
        &self,
        row: &Row,
        w: usize,
        shades: &[Option<Shade>],
        sheet: &mut Worksheet,
        at: Place,
    ) -> Result<bool, XlsxError> {
        for faintest in Shade::ALL {
            let fragments = fragments(self.table, row, w, shades, faintest);
            if fragments.iter().all(|(shade, _)| shade.is_none()) {
                return Ok(false);
            }
            let runs = self.styles.runs(&fragments);
            if write_runs(sheet, at, &runs, &self.styles.text)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a cell of the row cannot hold all its colours.
    fn leaves_colours_out(&self, row: &Row) -> bool {
        let shades = self.painter.shades(row);
        (0..row.cells.len()).any(|w| {
            let fragments = fragments(self.table, row, w, &shades[w], Shade::ALL[0]);
            let trial = &mut Worksheet::new();
            let runs = self.styles.runs(&fragments);
            runs.len() > FEW_RUNS
                && matches!(
                    write_runs(trial, (0, 0), &runs, &self.styles.text),
                    Ok(false)
                )
        })
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
    flag: Format,
    shades: Shades,
}

impl Styles {
    fn new() -> Self {
        // Figures stand on the left as well, away from the text of the column after theirs.
        let top = Format::new()
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left);
        Self {
            header: top
                .clone()
                .set_bold()
                .set_background_color(0xE7_E6_E6)
                .set_border_bottom(FormatBorder::Thin),
            text: top.clone().set_text_wrap().set_num_format("@"),
            share: top.clone().set_num_format("0.00"),
            // Some programs would show 1 and 0.
            flag: top.clone().set_num_format("\"TRUE\";\"TRUE\";\"FALSE\""),
            top,
            shades: Shades::new(),
        }
    }

    /// The runs of a cell.
    fn runs<'a>(&'a self, fragments: &'a [Fragment]) -> Vec<(&'a Format, &'a str)> {
        let run = |(shade, text): &'a Fragment| (self.shades.format(*shade), text.as_str());
        fragments.iter().map(run).collect()
    }
}

/// The height of a row with these cells, in points.
fn height(cells: &[Cell<'_>], widths: &[f64]) -> f64 {
    page::height(
        cells
            .iter()
            .zip(widths)
            .filter_map(|(cell, &width)| match cell {
                Cell::Text(text) => Some((&**text, width)),
                _ => None,
            }),
    )
}

/// Width of a column, in characters.
fn width(name: &str) -> f64 {
    match name {
        columns::CHANGES => 36.0,
        columns::NOTE => 24.0,
        columns::SIMILARITY | columns::CONFIDENCE => 12.0,
        _ => 8.0,
    }
}

/// The writer's own error, so that a full disk is seen to be one.
fn from_xlsx(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

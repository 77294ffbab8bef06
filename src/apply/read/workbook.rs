//! Workbooks, as enregard or a spreadsheet program saved them. Only the columns that count are kept: a stray cell in the last
//! column of the last row costs nothing.

mod archive;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, XlsxError};

use super::{Corrections, Form, Records, Source};
use crate::error::{Error, Result};
use crate::format::columns;
use crate::format::workbook::{DIGEST, LANGUAGE, ROWS_SHEET, STATISTICS_SHEET, UNIT};
use crate::guarded::guarded;
use crate::witness::{Language, Level};

/// The rows and columns of the sheet of statistics that are looked at, more than it ever has.
const STATISTICS: (u32, u32) = (1_000, 100);

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    archive::check(bytes)?;
    // The reader of workbooks is not ours, and does not bear every file.
    guarded(|| read_unpacked(bytes, sigla))
        .unwrap_or_else(|| Err(archive::damaged("it cannot be made out")))
}

fn read_unpacked(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| failed(&e))?;
    let names = book.sheet_names();
    // A single sheet may have been renamed, or saved from elsewhere.
    let name = names.iter().find(|n| *n == ROWS_SHEET).or(names.first());
    let Some(name) = name.cloned() else {
        return Err(Error::malformed("the workbook", "has no sheet"));
    };
    let (first, header) = header(&mut book, &name)?;
    let all = Records {
        header: header.values().cloned().collect(),
        rows: Vec::new(),
    };
    let sigla = all.sigla_of(sigla)?;
    // Tells what is missing, while it is known what there is.
    all.lines(&sigla)?;
    let records = records(&mut book, &name, first, &wanted(&header, &sigla))?;
    // The sheet of statistics may have been deleted; the texts tell then as well whether they are the same.
    let statistics = match names.iter().any(|n| n == STATISTICS_SHEET) {
        true => statistics(&mut book)?,
        false => Vec::new(),
    };
    let sources = sigla.iter().map(|siglum| source(siglum, &statistics));
    Ok(Corrections {
        base: records.base(&sigla)?,
        lines: records.lines(&sigla)?,
        sources: sources.collect(),
        own_notes: false,
        ignored: Vec::new(),
        form: Form::Workbook,
    })
}

/// Hands on every cell of a sheet that holds something: its row, its column, both counted from 0, and what it holds.
fn cells(book: &mut Book<'_>, sheet: &str, mut with: impl FnMut(u32, u32, String)) -> Result<()> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|e| failed(&e))?;
    while let Some(found) = reader.next_cell().map_err(|e| failed(&e))? {
        let (row, column) = found.get_position();
        let text = cell(&found.get_value().clone().into());
        if !text.is_empty() {
            with(row, column, text);
        }
    }
    Ok(())
}

/// The first row that holds something, and its cells by their columns.
fn header(book: &mut Book<'_>, sheet: &str) -> Result<(u32, BTreeMap<u32, String>)> {
    let mut first = (u32::MAX, BTreeMap::new());
    cells(book, sheet, |row, column, text| {
        if row < first.0 {
            first = (row, BTreeMap::new());
        }
        if row == first.0 {
            first.1.insert(column, text);
        }
    })?;
    Ok(first)
}

/// The columns that count, by their names; of several of one name the first does.
fn wanted(header: &BTreeMap<u32, String>, sigla: &[String]) -> BTreeMap<u32, String> {
    let mut names = columns::names(sigla);
    names.push(columns::BASE.to_owned());
    let mut wanted = BTreeMap::new();
    for (&column, name) in header {
        if let Some(at) = names.iter().position(|n| n == name.trim()) {
            wanted.insert(column, names.swap_remove(at));
        }
    }
    wanted
}

/// The rows below the first, with their numbers there, as far as they stand in these columns.
fn records(
    book: &mut Book<'_>,
    sheet: &str,
    first: u32,
    wanted: &BTreeMap<u32, String>,
) -> Result<Records> {
    let place = |column| wanted.keys().position(|&own| own == column);
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    cells(book, sheet, |row, column, text| {
        if let Some(at) = place(column).filter(|_| row > first) {
            let row = rows.entry(row).or_default();
            row.resize(row.len().max(at + 1), String::new());
            row[at] = text;
        }
    })?;
    Ok(Records {
        header: wanted.values().cloned().collect(),
        rows: rows
            .into_iter()
            .map(|(row, cells)| (u64::from(row) + 1, cells))
            .collect(),
    })
}

/// The rows of the sheet of statistics.
fn statistics(book: &mut Book<'_>) -> Result<Vec<Vec<String>>> {
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    cells(book, STATISTICS_SHEET, |row, column, text| {
        if row < STATISTICS.0 && column < STATISTICS.1 {
            let (row, at) = (rows.entry(row).or_default(), column as usize);
            row.resize(row.len().max(at + 1), String::new());
            row[at] = text;
        }
    })?;
    Ok(rows.into_values().collect())
}

fn cell(data: &Data) -> String {
    match data {
        // Its serial number would be taken for units.
        Data::DateTime(date) => format!("date {date}"),
        other => other.to_string(),
    }
}

/// What the sheet of statistics says of a witness: its first line has the sigla.
fn source(siglum: &str, statistics: &[Vec<String>]) -> Source {
    let column = statistics
        .first()
        .and_then(|sigla| sigla.iter().position(|s| s == siglum));
    let value = |name: &str| -> Option<&str> {
        let row = statistics
            .iter()
            .find(|row| row.first().is_some_and(|cell| cell == name))?;
        row.get(column?).map(String::as_str)
    };
    Source {
        siglum: siglum.to_owned(),
        sha256: value(DIGEST).map(str::to_owned),
        language: value(LANGUAGE).and_then(Language::from_code),
        level: value(UNIT).and_then(Level::from_name),
    }
}

fn failed(error: &XlsxError) -> Error {
    archive::damaged(error)
}

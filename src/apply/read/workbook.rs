//! Workbooks, as enregard or a spreadsheet program saved them.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, XlsxError};

use super::{Corrections, Form, Records, Source};
use crate::error::{Error, Result};
use crate::format::workbook::{DIGEST, LANGUAGE, ROWS_SHEET, STATISTICS_SHEET, UNIT};
use crate::witness::{Language, Level};

pub(super) fn read(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| failed(&e))?;
    let names = book.sheet_names();
    // A single sheet may have been renamed, or saved from elsewhere.
    let name = names.iter().find(|n| *n == ROWS_SHEET).or(names.first());
    let Some(name) = name.cloned() else {
        return Err(Error::malformed("the workbook", "has no sheet"));
    };
    let mut rows = records(&book.worksheet_range(&name).map_err(|e| failed(&e))?).into_iter();
    let records = Records {
        header: rows.next().unwrap_or_default().1,
        rows: rows.collect(),
    };
    let sigla = records.sigla_of(sigla)?;
    // The sheet of statistics may have been deleted; the texts tell then as well whether they are the same.
    let statistics = match names.iter().any(|n| n == STATISTICS_SHEET) {
        true => self::records(
            &book
                .worksheet_range(STATISTICS_SHEET)
                .map_err(|e| failed(&e))?,
        ),
        false => Vec::new(),
    };
    let sources = sigla.iter().map(|siglum| source(siglum, &statistics));
    Ok(Corrections {
        lines: records.lines(&sigla)?,
        sources: sources.collect(),
        own_notes: false,
        base: None,
        ignored: Vec::new(),
        form: Form::Workbook,
    })
}

/// The rows of a sheet, with their numbers there.
fn records(range: &Range<Data>) -> Vec<(u64, Vec<String>)> {
    let first = range.start().map_or(0, |(row, _)| u64::from(row)) + 1;
    (first..)
        .zip(range.rows())
        .map(|(line, row)| (line, row.iter().map(cell).collect()))
        .collect()
}

fn cell(data: &Data) -> String {
    match data {
        // Its serial number would be taken for units.
        Data::DateTime(date) => format!("date {date}"),
        other => other.to_string(),
    }
}

/// What the sheet of statistics says of a witness: its first line has the sigla.
fn source(siglum: &str, statistics: &[(u64, Vec<String>)]) -> Source {
    let column = statistics
        .first()
        .and_then(|(_, sigla)| sigla.iter().position(|s| s == siglum));
    let value = |name: &str| -> Option<&str> {
        let (_, row) = statistics
            .iter()
            .find(|(_, row)| row.first().is_some_and(|cell| cell == name))?;
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
    Error::malformed("the workbook", error.to_string())
}

//! Tables of separated values (CSV, TSV): with commas, semicolons, tabs or bars, told by what makes the rows equally long.

use std::collections::HashMap;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::Columns;
use super::sheet::{self, Cells};
use super::source::Source;
use crate::error::Result;

/// So many rows tell how values are separated.
const SAMPLE: usize = 200;

/// How values are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dialect {
    separator: u8,
    /// Whether quotation marks hold values that have separators or ends of lines themselves.
    quotes: bool,
}

/// Reads a table.
pub(super) fn read<'a>(text: &str, source: Source<'a>) -> Result<Columns<'a>> {
    let (told, text) = told(text);
    let dialect = dialect(text, told);
    if let Some(line) = unclosed(text, dialect) {
        let line = line + usize::from(told.is_some());
        return Err(source.unread(format!(
            "line {line}: the quotation mark that begins a cell is closed nowhere; close it, or double it where it is text"
        )));
    }
    let mut reader = reader(text, dialect);
    let mut record = ByteRecord::new();
    let mut rows: Vec<(u64, Cells)> = Vec::new();
    let mut number = 0;
    while let Ok(true) = reader.read_byte_record(&mut record) {
        number += 1;
        let cells = record.iter().enumerate().filter_map(|(n, cell)| {
            // Values are cut at ASCII.
            let cell = str::from_utf8(cell).unwrap_or_default();
            let cell = if dialect.quotes {
                cell.to_owned()
            } else {
                unquoted(cell)
            };
            (!cell.trim().is_empty()).then_some((n, cell))
        });
        rows.push((number, cells.collect()));
    }
    // A first row of nothing says nothing.
    let blank = rows
        .iter()
        .take_while(|(_, cells)| cells.is_empty())
        .count();
    sheet::columns(&rows[blank..], source.options.part.as_deref(), source)
}

fn reader(text: &str, dialect: Dialect) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(dialect.separator)
        .quoting(dialect.quotes)
        .from_reader(text.as_bytes())
}

/// The separator that a first line says for Excel (`sep=;`), and the text behind it.
fn told(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => {
            let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
            (Some(*separator), rest)
        }
        _ => (None, text),
    }
}

/// How the values of a text are separated: so that most rows have as many, and several. Between equals the first counts.
fn dialect(text: &str, told: Option<u8>) -> Dialect {
    let separators: &[u8] = match &told {
        Some(separator) => std::slice::from_ref(separator),
        None => b"\t;,|",
    };
    let mut best = (
        0.0,
        Dialect {
            separator: separators[0],
            quotes: true,
        },
    );
    for &separator in separators {
        // Where tabs or bars separate, quotation marks are seldom more than what they are.
        let quotings: &[bool] = match separator {
            b'\t' | b'|' => &[false, true],
            _ => &[true],
        };
        for &quotes in quotings {
            let dialect = Dialect { separator, quotes };
            let share = regular(text, dialect);
            if share > best.0 {
                best = (share, dialect);
            }
        }
    }
    if best.0 == 0.0 {
        // A single column.
        best.1.separator = told.unwrap_or(b',');
        best.1.quotes = unclosed(text, best.1).is_none();
    }
    best.1
}

/// The share of rows that have as many values as most have; none where that is one.
fn regular(text: &str, dialect: Dialect) -> f64 {
    let mut reader = reader(text, dialect);
    let mut record = ByteRecord::new();
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut all = 0;
    while all < SAMPLE && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        all += 1;
        *counts.entry(record.len()).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|&(length, count)| (count, length));
    match most {
        Some((length, count)) if length > 1 => count as f64 / all as f64,
        _ => 0.0,
    }
}

/// The line of a quotation mark that begins a value and is closed nowhere.
fn unclosed(text: &str, dialect: Dialect) -> Option<usize> {
    if !dialect.quotes {
        return None;
    }
    let (mut line, mut open, mut begins) = (1, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, open) {
            (b'"', Some(_)) if bytes.next_if_eq(&b'"').is_none() => open = None,
            (b'"', None) if begins => open = Some(line),
            _ => {}
        }
        begins = open.is_none() && (byte == dialect.separator || matches!(byte, b'\n' | b'\r'));
        line += usize::from(byte == b'\n');
    }
    open
}

/// A value without the quotation marks around it, where those in it are doubled.
fn unquoted(value: &str) -> String {
    let inner = value
        .trim()
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match inner.map(|inner| inner.replace("\"\"", "\u{0}")) {
        Some(inner) if !inner.contains('"') => inner.replace('\u{0}', "\""),
        _ => value.to_owned(),
    }
}

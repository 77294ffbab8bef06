//! Separated values, as spreadsheet programs of any country save them.

use super::{Corrections, Form, Records, Source};
use crate::error::{Error, Result};
use crate::format::columns;
use crate::read::decode_text;

pub(super) fn read(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    let bom = bytes.starts_with(b"\xef\xbb\xbf");
    let utf8 = std::str::from_utf8(bytes).is_ok();
    let text = decode_text(bytes.to_vec(), "the table").map_err(|error| match error {
        Error::Undecodable { place, .. } | Error::Binary { place, .. } => Error::malformed(
            place.to_string(),
            "no text that is known; save the sheet as `CSV UTF-8`",
        ),
        other => other,
    })?;
    let (text, told) = told_delimiter(&text);
    let header = text.split(['\n', '\r']).next().unwrap_or_default();
    let delimiter = told.unwrap_or_else(|| {
        // Where a comma stands before decimals, spreadsheet programs separate cells by semicolons. The sign is the one between
        // the names of our columns, else the one that stands most often in the header.
        let signs = (b'!'..=b'~').chain([b'\t']);
        let can_separate = |d: &u8| !d.is_ascii_alphanumeric() && !matches!(d, b'"' | b'_');
        let count = |&d: &u8| header.bytes().filter(|&b| b == d).count();
        let usual = |d: &u8| matches!(d, b',' | b';' | b'\t' | b'|');
        signs
            .filter(can_separate)
            .filter(|d| count(d) > 0)
            .max_by_key(|d| (own_columns(header, *d), count(d), usual(d)))
            .unwrap_or(b',')
    });
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // Lines are counted as spreadsheet programs do: a cell may hold line ends.
    let mut records = (1..).zip(reader.records()).map(|(line, record)| {
        let record = record.map_err(|error| Error::malformed("the table", error.to_string()))?;
        Ok((line, record.iter().map(str::to_owned).collect::<Vec<_>>()))
    });
    let records = Records {
        header: records.next().transpose()?.unwrap_or_default().1,
        rows: records.collect::<Result<_>>()?,
    };
    let sigla = records.sigla_of(sigla)?;
    Ok(Corrections {
        base: records.base(&sigla)?,
        lines: records.lines(&sigla)?,
        form: Form::Separated {
            delimiter,
            bom,
            utf8,
            others: records.others(&sigla),
        },
        sources: sigla
            .into_iter()
            .map(|siglum| Source {
                siglum,
                ..Source::default()
            })
            .collect(),
        own_notes: false,
        ignored: Vec::new(),
    })
}

/// How many of the columns that every table has stand in a header with this delimiter.
fn own_columns(header: &str, delimiter: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(header.as_bytes());
    let names = columns::names(&[]);
    let found = reader.headers().map(|header| {
        let own = header
            .iter()
            .filter(|cell| names.iter().any(|name| name == cell.trim()));
        own.count()
    });
    found.unwrap_or(0)
}

/// What follows Excel's first line `sep=;`, and the delimiter that it names.
fn told_delimiter(text: &str) -> (&str, Option<u8>) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(&[delimiter]) = first
            .trim_end_matches('\r')
            .trim_matches('"')
            .strip_prefix("sep=")
            .map(str::as_bytes)
    {
        return (rest, Some(delimiter));
    }
    (text, None)
}

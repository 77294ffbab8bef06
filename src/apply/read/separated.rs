//! Separated values, as spreadsheet programs of any country save them.

use super::{Corrections, Form, Records, Source};
use crate::error::{Error, Result};
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
        // Where a comma stands before decimals, spreadsheet programs separate cells by semicolons. What stands most often in
        // the header, and is in none of the names.
        let signs = (b'!'..=b'~').chain([b'\t']);
        let can_separate = |d: &u8| !d.is_ascii_alphanumeric() && !matches!(d, b'"' | b'_');
        let count = |&d: &u8| header.bytes().filter(|&b| b == d).count();
        let usual = |d: &u8| matches!(d, b',' | b';' | b'\t' | b'|');
        signs
            .filter(can_separate)
            .max_by_key(|d| (count(d), usual(d)))
            .filter(|d| count(d) > 0)
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
        base: None,
        ignored: Vec::new(),
    })
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

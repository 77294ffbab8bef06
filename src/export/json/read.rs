//! JSON to table. Nothing in the file is trusted: what does not hold together is an error that names its place.

mod rows;
mod witness;

use std::borrow::Cow;
use std::io::Read;

use serde::Deserialize;
use serde_json::error::Category;

use crate::error::{Error, Result};
use crate::export::json::{SCHEMA, wire};
use crate::table::AlignmentTable;

/// Reads a table that [`Json`](super::Json) wrote. The file may have been filtered or reordered: rows need not cover
/// every unit, but no unit stands in two.
///
/// # Errors
/// [`Error::Io`] when the reader fails, [`Error::Malformed`] when the content is not JSON, is of another schema, lacks a
/// key, or does not hold together: spans off character boundaries or out of order, indices out of range, units in two
/// rows, links to words of another row.
pub fn read(mut reader: impl Read) -> Result<AlignmentTable> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|source| Error::Io {
        path: "JSON table".to_owned(),
        source,
    })?;
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let table = serde_json::from_slice::<wire::Table<'_>>(json)
        .map_err(|error| other_schema(json).unwrap_or_else(|| unreadable(&error)))?;
    if table.schema != SCHEMA {
        return Err(wrong_schema(&table.schema));
    }
    let level = table.unit.0;
    let witnesses = table
        .witnesses
        .into_iter()
        .enumerate()
        .map(|(n, w)| witness::witness(n, level, w))
        .collect::<Result<Vec<_>>>()?;
    for (n, w) in witnesses.iter().enumerate() {
        if witnesses[..n].iter().any(|other| other.siglum == w.siglum) {
            return Err(Error::malformed(
                format!("witnesses[{n}].siglum"),
                format!("{} is the siglum of another witness", w.siglum),
            ));
        }
    }
    let rows = rows::rows(&witnesses, table.rows)?;
    Ok(AlignmentTable {
        facts: rows::facts(&witnesses, table.facts)?,
        rows,
        ignored: table.ignored.into_iter().map(|class| class.0).collect(),
        quotations: rows::quotations(&witnesses, table.quotations)?,
        witnesses,
        notes: Vec::new(),
    })
}

/// A file of another schema rarely parses as ours: then the schema is what to say, not the key that is missing.
fn other_schema(json: &[u8]) -> Option<Error> {
    #[derive(Deserialize)]
    struct Probe<'a> {
        #[serde(borrow)]
        schema: Option<Cow<'a, str>>,
    }
    match serde_json::from_slice::<Probe<'_>>(json).ok()?.schema {
        Some(schema) if schema == SCHEMA => None,
        Some(schema) => Some(wrong_schema(&schema)),
        None => Some(Error::malformed(
            "schema",
            format!("the key is missing: this is not a table of schema {SCHEMA}"),
        )),
    }
}

fn wrong_schema(schema: &str) -> Error {
    Error::malformed(
        "schema",
        format!(
            "{schema:?} cannot be read: only {SCHEMA:?} can, so write the table again with this version"
        ),
    )
}

fn unreadable(error: &serde_json::Error) -> Error {
    let place = format!("line {} column {}", error.line(), error.column());
    let text = error.to_string();
    let what = text.strip_suffix(&format!(" at {place}")).unwrap_or(&text);
    match error.classify() {
        Category::Eof => Error::malformed(place, "the file ends in the middle: it was cut off"),
        Category::Syntax => Error::malformed(place, format!("not JSON: {what}")),
        Category::Data | Category::Io => Error::malformed(place, what),
    }
}

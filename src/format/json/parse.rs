//! Bytes to what a description asks for, or to an error that names the place.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::error::Category;

use crate::error::{Error, Result};
use crate::format::json::SCHEMA;

/// Parses a table of [`SCHEMA`]: the whole of it (`wire::Table`), or an `Outline`.
pub(crate) fn table<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T> {
    #[derive(Deserialize)]
    struct Probe<'a> {
        #[serde(borrow)]
        schema: Option<Cow<'a, str>>,
    }
    // A file of another schema rarely parses as ours: then the schema is what to say, not the key that is missing.
    let schema = value::<Probe<'_>>(json)?.schema;
    let problem = match schema.as_deref() {
        Some(SCHEMA) => return value(json),
        Some(other) => format!(
            "{other:?} cannot be read: only {SCHEMA:?} can, so write the table again with this version"
        ),
        None => format!("the key is missing: this is not a table of schema {SCHEMA}"),
    };
    Err(Error::malformed("schema", problem))
}

/// Parses any JSON.
pub(crate) fn value<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    serde_json::from_slice(json).map_err(|error| unreadable(&error))
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

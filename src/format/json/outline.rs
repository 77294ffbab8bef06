//! As much of a table as those need who make the rest anew, or do without it: all other keys may be missing, since
//! people and tools filter such files.

use std::borrow::Cow;

use serde::Deserialize;

use crate::format::json::wire::Range;
use crate::table::RowNumber;
use crate::witness::UnitIndex;

/// The parts of `wire::Table`. Values that have names stand as they are written; what is missing is empty.
#[derive(Deserialize)]
pub(crate) struct Outline<'a> {
    #[serde(borrow, default)]
    pub unit: Cow<'a, str>,
    #[serde(borrow)]
    pub witnesses: Vec<Witness<'a>>,
    #[serde(borrow)]
    pub rows: Vec<Row<'a>>,
    #[serde(borrow, default)]
    pub ignored: Vec<Cow<'a, str>>,
    #[serde(borrow, default)]
    pub base: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct Witness<'a> {
    pub siglum: Option<String>,
    #[serde(borrow, default)]
    pub language: Cow<'a, str>,
    pub sha256: Option<String>,
    #[serde(borrow, default)]
    pub text: Cow<'a, str>,
    pub units: Vec<Unit>,
}

#[derive(Deserialize)]
pub(crate) struct Unit {
    pub chars: Option<Range>,
    pub bytes: Option<Range>,
}

#[derive(Deserialize)]
pub(crate) struct Row<'a> {
    pub row: Option<RowNumber>,
    pub units: Vec<Vec<UnitIndex>>,
    #[serde(default)]
    pub moved: bool,
    #[serde(borrow, default)]
    pub status: Cow<'a, str>,
    #[serde(borrow, default)]
    pub note: Cow<'a, str>,
}

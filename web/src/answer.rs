//! What is answered.

use serde::Serialize;

/// What there is to choose from.
#[derive(Serialize)]
pub(crate) struct About {
    pub(crate) version: &'static str,
    pub(crate) formats: Vec<Form>,
    /// The codes of the languages that have words and rules of their own, and of those that have some.
    pub(crate) languages: Vec<String>,
}

/// A format that tables are written in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) extension: &'static str,
    pub(crate) binary: bool,
}

/// A text as it was read.
#[derive(Serialize)]
pub(crate) struct Text {
    pub(crate) siglum: String,
    pub(crate) name: String,
    pub(crate) language: String,
    /// How many units it has.
    pub(crate) units: usize,
}

/// How a text is read.
#[derive(Serialize)]
pub(crate) struct Preview {
    pub(crate) text: Text,
    /// How it begins.
    pub(crate) begins: String,
    pub(crate) chars: usize,
    /// Of a file that holds several texts, what these are called.
    pub(crate) parts: Vec<String>,
    pub(crate) notes: Vec<String>,
}

/// A table that was made.
#[derive(Serialize)]
pub(crate) struct Made {
    pub(crate) table: u32,
    pub(crate) unit: &'static str,
    pub(crate) rows: usize,
    pub(crate) texts: Vec<Text>,
    pub(crate) notes: Vec<String>,
}

/// A table in a format, which follows.
#[derive(Serialize)]
pub(crate) struct Written {
    pub(crate) form: Form,
    /// What of the table the format loses.
    pub(crate) loses: Option<String>,
}

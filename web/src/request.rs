//! What can be asked for, and how: the options have the names and the meanings that they have in Python and on the command line.

use std::fmt::Display;

use enregard::read::{Kind, ReadOptions};
use enregard::witness::{Language, Level};
use enregard::{Class, CompareOptions};
use serde::Deserialize;

/// What can be asked for. Lengths are those of the files behind the request, in their order.
#[derive(Deserialize)]
#[serde(
    tag = "do",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub(crate) enum Request {
    /// What there is to choose from.
    About,
    /// How a text is read, without comparing it.
    Read { text: Source, options: Options },
    /// A table of texts; around corrections, if there are any.
    Compare {
        texts: Vec<Source>,
        options: Options,
        /// A table that a person has corrected.
        table: Option<Source>,
        /// A whole table in JSON that holds the texts, where there are none.
        whole: Option<Source>,
    },
    /// A table in a format.
    Export {
        table: u32,
        format: String,
        #[serde(default)]
        bom: bool,
    },
    /// A table that is needed no longer.
    Free { table: u32 },
}

/// A file, or what somebody wrote.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Source {
    /// What it is called; `None` where it has no name.
    pub(crate) name: Option<String>,
    pub(crate) length: usize,
    /// Its own language, whatever that of all is.
    pub(crate) language: Option<String>,
}

/// How texts are read and compared.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Options {
    pub(crate) unit: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) sigla: Option<Vec<String>>,
    pub(crate) base: Option<String>,
    pub(crate) labels: bool,
    words: Option<bool>,
    ignore: Vec<String>,
    monotone: bool,
    old_print: bool,
    format: Option<String>,
}

impl Options {
    pub(crate) fn read(&self) -> Result<ReadOptions, String> {
        let defaults = ReadOptions::default();
        Ok(ReadOptions {
            level: self.unit.as_deref().map_or(Ok(defaults.level), level)?,
            language: self.language.as_deref().map(language).transpose()?,
            kind: self.format.as_deref().map(kind).transpose()?,
            ..defaults
        })
    }

    pub(crate) fn compare(&self) -> Result<CompareOptions, String> {
        let ignored = self.ignore.iter().map(|name| class(name));
        Ok(CompareOptions {
            words: self.words.unwrap_or(true),
            old_print: self.old_print,
            monotone: self.monotone,
            ignored: ignored.collect::<Result<_, _>>()?,
            ..CompareOptions::default()
        })
    }
}

fn level(name: &str) -> Result<Level, String> {
    let units = ["clause", "sentence", "line", "paragraph"];
    Level::from_name(name).ok_or_else(|| none("unit", name, units))
}

pub(crate) fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code)
        .ok_or_else(|| format!("language {code:?}: no code of a language, such as fr or pt-BR"))
}

fn class(name: &str) -> Result<Class, String> {
    Class::from_name(name).ok_or_else(|| none("ignore", name, Class::ALL.map(Class::name)))
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).ok_or_else(|| none("format", name, Kind::ALL.map(Kind::name)))
}

/// That an option has none of the values that it may have.
pub(crate) fn none<T: Display>(
    option: &str,
    value: &str,
    possible: impl IntoIterator<Item = T>,
) -> String {
    let possible = possible.into_iter().map(|name| name.to_string());
    let possible = possible.collect::<Vec<_>>().join(", ");
    format!("{option} {value:?}: there is no such one; they are {possible}")
}

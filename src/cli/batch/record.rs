//! A line of a manifest: the texts that are compared with each other, each under the name of its column.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::witness::Siglum;
use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

/// Texts to compare.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    /// What the user calls them.
    pub(super) id: Option<serde_json::Value>,
    /// The texts, two or more, in the order of their columns.
    pub(super) texts: Vec<Text>,
    /// What there is to say of those that are missing.
    pub(super) notes: Vec<String>,
}

/// One of the texts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Text {
    /// Its column, from 0 for `a`.
    pub(super) column: usize,
    pub(super) source: Source,
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// A file.
    File(PathBuf),
    /// The manifest itself.
    Here(String),
}

/// A record, or what is wrong with it.
pub(super) type Parsed = Result<Record, String>;

/// The most columns of texts. Whoever has more has a mistake.
pub(super) const MOST: usize = 1000;

impl Record {
    /// The files it names.
    pub(super) fn into_files(self) -> impl Iterator<Item = PathBuf> {
        self.texts.into_iter().filter_map(|text| match text.source {
            Source::File(path) => Some(path),
            Source::Here(_) => None,
        })
    }
}

/// What a column is called that holds files: `a` to `z`, then `w27` and so on, as the witnesses are in capitals.
pub(super) fn name(column: usize) -> String {
    Siglum::nth(column).0.to_lowercase()
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    File,
    Text,
}

/// The column of a name, and what it holds; `None` where it holds neither.
pub(super) fn column(called: &str) -> Option<(usize, Holds)> {
    let (letter, holds) = match called.strip_suffix("_text") {
        Some(letter) => (letter, Holds::Text),
        None => (called, Holds::File),
    };
    let column = match letter.as_bytes() {
        [letter @ b'a'..=b'z'] => usize::from(letter - b'a'),
        [b'w', digits @ ..] if digits.len() < 8 && digits.iter().all(u8::is_ascii_digit) => {
            letter[1..].parse::<usize>().ok()?.checked_sub(1)?
        }
        _ => return None,
    };
    (name(column) == letter).then_some((column, holds))
}

/// A record as a manifest has it.
#[derive(Debug, Default)]
pub(super) struct Raw {
    pub(super) id: Option<serde_json::Value>,
    /// What the columns hold, where they hold anything.
    pub(super) cells: Vec<(usize, Holds, String)>,
}

impl Raw {
    /// The record, its files named from `folder` on.
    pub(super) fn resolve(self, folder: &Path) -> Parsed {
        let mut sources = BTreeMap::new();
        for (column, holds, cell) in self.cells {
            let called = name(column);
            if column >= MOST {
                return Err(format!(
                    "`{called}`: no more than {MOST} texts are compared"
                ));
            }
            let source = match holds {
                Holds::File => Source::File(folder.join(cell)),
                Holds::Text => Source::Here(cell),
            };
            if sources.insert(column, source).is_some() {
                return Err(format!("both `{called}` and `{called}_text` are given"));
            }
        }
        if sources.len() < 2 {
            let missing = (0..).find(|column| !sources.contains_key(column));
            let missing = name(missing.unwrap_or_default());
            return Err(format!(
                "neither `{missing}` (a file) nor `{missing}_text` is given"
            ));
        }
        let texts = sources.into_iter();
        Ok(Record {
            id: self.id,
            texts: texts
                .map(|(column, source)| Text { column, source })
                .collect(),
            notes: Vec::new(),
        })
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Raw;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with `a` and `b`, or `a_text` and `b_text`")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Raw, M::Error> {
                let mut raw = Raw::default();
                let mut seen = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    let column = column(&key);
                    if column.is_none() && key != "id" {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    }
                    if seen.contains(&key) {
                        return Err(de::Error::custom(format!("duplicate field `{key}`")));
                    }
                    match column {
                        Some((column, holds)) => {
                            let cell = map.next_value::<Option<String>>()?;
                            raw.cells.extend(cell.map(|cell| (column, holds, cell)));
                        }
                        None => raw.id = map.next_value()?,
                    }
                    seen.push(key);
                }
                Ok(raw)
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_witnesses_are() {
        assert_eq!(column("a"), Some((0, Holds::File)));
        assert_eq!(column("z_text"), Some((25, Holds::Text)));
        assert_eq!(column("w27"), Some((26, Holds::File)));
        assert_eq!(column("w"), Some((22, Holds::File)));
        for other in [
            "id",
            "A",
            "w26",
            "w027",
            "w0",
            "ab",
            "text",
            "_text",
            "",
            "w99999999",
        ] {
            assert_eq!(column(other), None, "{other}");
        }
    }

    #[test]
    fn a_record_has_two_texts_at_least() {
        let parse = |line: &str| {
            let raw: Raw = serde_json::from_str(line).map_err(|e| e.to_string())?;
            raw.resolve(Path::new("m"))
        };
        let columns = |line: &str| -> Vec<usize> {
            let record = parse(line).expect("a record");
            record.texts.iter().map(|text| text.column).collect()
        };
        assert_eq!(
            columns(r#"{"d_text": "x", "a": "1", "note": {"b": 2}}"#),
            [0, 3]
        );
        assert_eq!(columns(r#"{"a": "1", "b": null, "c": "2"}"#), [0, 2]);
        for (line, why) in [
            (r#"{"a": "1"}"#, "neither `b` (a file) nor `b_text`"),
            (r#"{"c": "1"}"#, "neither `a`"),
            (
                r#"{"a": "1", "a_text": "x", "b": "2"}"#,
                "both `a` and `a_text`",
            ),
            (r#"{"a": "1", "b": "2", "a": "3"}"#, "duplicate field `a`"),
            (r#"{"a": "1", "b": 2}"#, "expected a string"),
            (r#"{"a": "1", "w1001": "2"}"#, "no more than 1000"),
            ("[1]", "an object with `a` and `b`"),
        ] {
            let said = parse(line).expect_err(line);
            assert!(said.contains(why), "{line}: {said}");
        }
    }
}

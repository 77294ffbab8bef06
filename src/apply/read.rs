//! A corrected table as it comes back: separated values, a workbook or JSON, told apart by their content.

mod json;
mod separated;
#[cfg(feature = "xlsx")]
mod workbook;

use crate::class::Class;
use crate::error::{Error, Result};
use crate::format::{Format, columns};
use crate::table::RowNumber;
use crate::witness::{Language, Level, Siglum};

/// A table that a person has corrected, not yet checked against the witnesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrections {
    pub(super) lines: Vec<Line>,
    pub(super) sources: Vec<Source>,
    /// Whether the notes are a person's alone; otherwise they begin with what the program says of a row.
    pub(super) own_notes: bool,
    base: Option<String>,
    ignored: Vec<Class>,
    form: Form,
}

/// A row as a person left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The number it had.
    pub number: Option<RowNumber>,
    /// What messages call it: `row 2 (line 3)`.
    pub place: String,
    /// For each witness the units, as written: `3-5`.
    pub units: Vec<String>,
    /// For each witness the text of the units, if the table has it.
    pub texts: Vec<Option<String>>,
    /// Who answers for it, as written but in lower case.
    pub status: String,
    /// The note, as written.
    pub note: String,
}

/// What a table says of a witness.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Source {
    pub siglum: String,
    pub sha256: Option<String>,
    language: Option<Language>,
    level: Option<Level>,
}

/// The form of the file, as far as writing it again could change it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Separated {
        delimiter: u8,
        bom: bool,
        utf8: bool,
        /// The columns that the program does not write.
        others: Vec<String>,
    },
    Json {
        /// A key that the program does not write.
        other: Option<String>,
    },
    #[cfg(feature = "xlsx")]
    Workbook,
}

impl Corrections {
    /// What the table calls its witnesses, in the order of its columns.
    pub fn sigla(&self) -> Vec<String> {
        self.sources.iter().map(|s| s.siglum.clone()).collect()
    }

    /// What its units are, if it says so (JSON and workbooks do).
    pub fn level(&self) -> Option<Level> {
        self.sources.first().and_then(|source| source.level)
    }

    /// The languages of its witnesses, if it says so (JSON and workbooks do).
    pub fn languages(&self) -> Option<Vec<Language>> {
        self.sources.iter().map(|source| source.language).collect()
    }

    /// The siglum of the base, if it says so: JSON of more than two witnesses does, and a table whose base is not the first.
    pub fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The classes of difference that were passed over when it was made, as far as it says so (JSON does).
    pub fn ignored(&self) -> &[Class] {
        &self.ignored
    }

    /// Whether it tells by texts or digests which files it was made from.
    pub fn tells_texts(&self) -> bool {
        self.sources.iter().all(|source| source.sha256.is_some())
            || self
                .lines
                .iter()
                .all(|line| line.texts.iter().all(Option::is_some))
    }

    /// What would be lost if a file of `format` took the place of this table, with a byte order mark or without, `separator`
    /// between the cells of CSV.
    pub fn would_lose(&self, format: Format, with_bom: bool, separator: u8) -> Option<String> {
        match &self.form {
            Form::Separated {
                delimiter,
                bom,
                utf8,
                others,
            } => match (delimiter, format) {
                (&sign, Format::Csv) if sign != separator => Some(format!(
                    "its separator (--csv-separator '{}' keeps it)",
                    char::from(sign).escape_default()
                )),
                (_, Format::Csv) | (b'\t', Format::Tsv) if *utf8 => {
                    if !others.is_empty() {
                        Some(format!("its columns {}", others.join(", ")))
                    } else {
                        (*bom && !with_bom)
                            .then(|| "its byte order mark (--csv-bom keeps it)".to_owned())
                    }
                }
                _ => Some("its format".to_owned()),
            },
            Form::Json { other } => match format {
                Format::Json => other.as_ref().map(|key| format!("its key `{key}`")),
                _ => Some("its format".to_owned()),
            },
            #[cfg(feature = "xlsx")]
            Form::Workbook => {
                Some("what else the workbook holds, as colours and widths".to_owned())
            }
        }
    }
}

/// Reads a table of one of the formats CSV (separated by commas, semicolons or other signs), TSV, XLSX and JSON, with the columns or keys
/// that enregard writes. `sigla` name the columns of the witnesses; if empty, the table does.
///
/// # Errors
/// [`Error::Malformed`] when it is none of these, is cut off, or lacks the columns with the units.
pub fn read_corrections(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook(bytes, sigla);
    }
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bare.trim_ascii_start().starts_with(b"{") {
        json::read(bare, sigla)
    } else {
        separated::read(bytes, sigla)
    }
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    workbook::read(bytes, sigla)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &[u8], _: &[String]) -> Result<Corrections> {
    Err(Error::malformed(
        "the workbook",
        "this build of enregard reads none; save the sheet as CSV UTF-8",
    ))
}

/// The most witnesses of a table that is read back: each row takes room for all of them.
const MOST_WITNESSES: usize = 1000;

/// A header, and the records below it with the numbers of their lines.
struct Records {
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Records {
    /// The sigla that the columns with units are called by.
    fn sigla(&self) -> Vec<String> {
        let names = self.header.iter();
        let sigla: Vec<String> = names
            .filter_map(|name| columns::siglum_of_units(name.trim()))
            .take(MOST_WITNESSES + 1)
            .map(str::to_owned)
            .collect();
        // Columns may have been put in another order; A is the first file all the same.
        let usual: Vec<String> = (0..sigla.len()).map(|n| Siglum::nth(n).0).collect();
        match usual.iter().all(|siglum| sigla.contains(siglum)) {
            true => usual,
            false => sigla,
        }
    }

    /// The sigla given, or else those found, of which there have to be two at least.
    fn sigla_of(&self, given: &[String]) -> Result<Vec<String>> {
        let chosen = match given {
            [] => self.sigla(),
            given => given.to_vec(),
        };
        if chosen.len() > MOST_WITNESSES {
            return Err(Error::malformed(
                "the header",
                format!("has more than {MOST_WITNESSES} columns with units"),
            ));
        }
        if chosen.len() >= 2 {
            return Ok(chosen);
        }
        let found = match chosen.as_slice() {
            [] => "there are none".to_owned(),
            sigla => format!("there is {}", columns::units(&sigla[0])),
        };
        Err(Error::malformed(
            "the header",
            format!(
                "two columns with units are needed at least, such as A_units and B_units; {found} (is it a table that enregard wrote?)"
            ),
        ))
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|cell| cell.trim() == name)
    }

    /// The siglum of the base, where a column says it.
    fn base(&self, sigla: &[String]) -> Result<Option<String>> {
        let Some(column) = self.column(columns::BASE) else {
            return Ok(None);
        };
        let cells = self.rows.iter().filter_map(|(_, cells)| cells.get(column));
        let mut bases = cells.map(|cell| columns::unguarded(cell).trim());
        let Some(base) = bases.find(|base| !base.is_empty()) else {
            return Ok(None);
        };
        match sigla.iter().any(|siglum| siglum == base) {
            true => Ok(Some(base.to_owned())),
            false => Err(Error::malformed(
                "the column base",
                format!(
                    "`{base}` is none of the texts, which are {}",
                    sigla.join(", ")
                ),
            )),
        }
    }

    /// The columns that the program does not write.
    fn others(&self, sigla: &[String]) -> Vec<String> {
        let mut ours = columns::names(sigla);
        ours.extend([columns::LABELS, columns::BASE].map(str::to_owned));
        let mut others = self.header.clone();
        others.retain(|name| !ours.contains(&name.trim().to_owned()));
        others
    }

    fn lines(&self, sigla: &[String]) -> Result<Vec<Line>> {
        let mut units = Vec::new();
        for siglum in sigla {
            let name = columns::units(siglum);
            units.push(self.column(&name).ok_or_else(|| {
                Error::malformed(
                    "the header",
                    format!(
                        "no column is called {name}; the columns are: {}",
                        self.header.join(", ")
                    ),
                )
            })?);
        }
        let texts: Vec<Option<usize>> = sigla.iter().map(|siglum| self.column(siglum)).collect();
        let [number, status, note] =
            [columns::ROW, columns::STATUS, columns::NOTE].map(|name| self.column(name));
        Ok(self
            .rows
            .iter()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
            .map(|(line, cells)| {
                let cell = |at: usize| columns::unguarded(cells.get(at).map_or("", String::as_str));
                let or_empty = |at: Option<usize>| at.map_or("", cell);
                let number = or_empty(number).trim().parse().ok().map(RowNumber);
                Line {
                    number,
                    place: match number {
                        Some(number) => format!("row {number} (line {line})"),
                        None => format!("line {line}"),
                    },
                    units: units.iter().map(|&at| cell(at).trim().to_owned()).collect(),
                    texts: texts
                        .iter()
                        .map(|at| at.map(|at| cell(at).to_owned()))
                        .collect(),
                    status: or_empty(status).trim().to_lowercase(),
                    note: or_empty(note).to_owned(),
                }
            })
            .collect())
    }
}

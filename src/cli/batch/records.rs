//! The pairs of a batch: from a manifest in CSV, TSV or JSON Lines, or from two folders.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::cli::limits::MostBytes;
use crate::cli::note::name_of;
use anyhow::{Context, bail, ensure};
use clap::ValueEnum;
use serde::Deserialize;

/// The forms of a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Comma-separated values with a header
    Csv,
    /// Tab-separated values with a header
    Tsv,
    /// A JSON object a line
    Jsonl,
}

/// A pair to compare.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    /// What the user calls it.
    pub(super) id: Option<serde_json::Value>,
    /// The two sides.
    pub(super) sides: [Side; 2],
}

impl Record {
    /// The files it names.
    pub(super) fn into_files(self) -> impl Iterator<Item = PathBuf> {
        self.sides.into_iter().filter_map(|side| match side {
            Side::File(path) => Some(path),
            Side::Text(_) => None,
        })
    }
}

/// Whether a source can be read once only: standard input, a pipe.
pub(super) fn is_read_once(sources: &[PathBuf]) -> bool {
    matches!(sources, [manifest] if manifest.as_os_str() == "-" || !manifest.is_file())
}

/// One side of a pair.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Side {
    /// A file.
    File(PathBuf),
    /// The text itself.
    Text(String),
}

/// A record, or what is wrong with it.
pub(super) type Parsed = Result<Record, String>;

/// The records of a source, one after the other; an error ends them.
pub(super) struct Records {
    records: Box<dyn Iterator<Item = anyhow::Result<Parsed>>>,
    total: Option<usize>,
}

impl Iterator for Records {
    type Item = anyhow::Result<Parsed>;

    fn next(&mut self) -> Option<Self::Item> {
        self.records.next()
    }
}

/// A record as a manifest has it.
#[derive(Debug, Default, Deserialize)]
struct Raw {
    id: Option<serde_json::Value>,
    a: Option<PathBuf>,
    b: Option<PathBuf>,
    a_text: Option<String>,
    b_text: Option<String>,
}

impl Raw {
    /// The record, its files named from `folder` on.
    fn resolve(self, folder: &Path) -> Parsed {
        let side = |name: &str, path: Option<PathBuf>, text: Option<String>| match (path, text) {
            (Some(path), None) => Ok(Side::File(folder.join(path))),
            (None, Some(text)) => Ok(Side::Text(text)),
            (None, None) => Err(format!(
                "neither `{name}` (a file) nor `{name}_text` is given"
            )),
            (Some(_), Some(_)) => Err(format!("both `{name}` and `{name}_text` are given")),
        };
        Ok(Record {
            id: self.id,
            sides: [
                side("a", self.a, self.a_text)?,
                side("b", self.b, self.b_text)?,
            ],
        })
    }
}

impl Records {
    fn new(records: impl Iterator<Item = anyhow::Result<Parsed>> + 'static) -> Self {
        Self {
            records: Box::new(records),
            total: None,
        }
    }

    /// How many there are, as far as that is known before they are read.
    pub(super) fn total(&self) -> Option<usize> {
        self.total
    }

    /// Opens a manifest, or two folders.
    pub(super) fn open(
        sources: &[PathBuf],
        form: Option<Form>,
        most: MostBytes,
    ) -> anyhow::Result<Self> {
        let manifest = match sources {
            [a, b] => return folders(a, b),
            [manifest] => manifest,
            _ => bail!("a manifest or two folders are needed"),
        };
        if manifest.as_os_str() == "-" {
            let form = form.unwrap_or(Form::Jsonl);
            let name = "standard input".to_owned();
            return read(io::stdin(), form, PathBuf::new(), name, most);
        }
        let shown = name_of(manifest);
        ensure!(
            !manifest.is_dir(),
            "{shown}: is a folder; name the other folder as well, or a manifest"
        );
        let extension = manifest
            .extension()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let form = form.or(match extension.to_str() {
            Some("csv") => Some(Form::Csv),
            Some("tsv") => Some(Form::Tsv),
            Some("jsonl" | "ndjson") => Some(Form::Jsonl),
            _ => None,
        });
        let form = form.with_context(|| {
            format!(
                "{shown}: the name does not say which form it has; say --input csv, tsv or jsonl"
            )
        })?;
        let file = File::open(manifest).with_context(|| format!("{shown}: cannot be read"))?;
        let folder = manifest.parent().unwrap_or(Path::new("")).to_owned();
        let total = pairs_in(manifest, form);
        Ok(Self {
            total,
            ..read(file, form, folder, shown, most)?
        })
    }
}

fn read(
    input: impl Read + 'static,
    form: Form,
    folder: PathBuf,
    name: String,
    most: MostBytes,
) -> anyhow::Result<Records> {
    match form {
        Form::Jsonl => Ok(json_lines(input, folder, name, most)),
        Form::Csv => separated(input, b',', folder, name, most),
        Form::Tsv => separated(input, b'\t', folder, name, most),
    }
}

/// The most bytes of a manifest whose pairs are counted beforehand, which costs nothing beside comparing them; of a longer one
/// the progress says how many are done.
const COUNTED: u64 = 16 << 20;

/// The number of pairs in a manifest, taking each line for one (a quoted cell may have several). A pipe is read once only.
fn pairs_in(manifest: &Path, form: Form) -> Option<usize> {
    let metadata = fs::metadata(manifest).ok()?;
    if !metadata.is_file() || metadata.len() > COUNTED {
        return None;
    }
    let manifest = fs::read(manifest).ok()?;
    let lines = manifest.split(|&b| b == b'\n');
    let filled = lines.filter(|line| !line.iter().all(u8::is_ascii_whitespace));
    let header = usize::from(form != Form::Jsonl);
    Some(filled.count().saturating_sub(header))
}

/// An object a line; blank lines are passed over.
fn json_lines(
    input: impl Read + 'static,
    folder: PathBuf,
    name: String,
    most: MostBytes,
) -> Records {
    let mut input = BufReader::new(input);
    let mut number = 0;
    let mut line = Vec::new();
    Records::new(std::iter::from_fn(move || {
        loop {
            line.clear();
            match most.read_line(&mut input, &mut line) {
                Ok(0) => return None,
                Ok(_) => number += 1,
                Err(error) => {
                    let failed = anyhow::Error::new(error);
                    return Some(Err(failed.context(format!("{name}: cannot be read"))));
                }
            }
            if number == 1 && line.starts_with("\u{feff}".as_bytes()) {
                line.drain(..3);
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let raw = serde_json::from_slice::<Raw>(&line);
            let parsed = raw.map_err(|e| format!("{name}, line {number}: {e}"));
            return Some(Ok(parsed.and_then(|raw| raw.resolve(&folder))));
        }
    }))
}

/// Columns under a header; an empty cell is one that is not there.
fn separated(
    input: impl Read + 'static,
    delimiter: u8,
    folder: PathBuf,
    name: String,
    most: MostBytes,
) -> anyhow::Result<Records> {
    let (input, since_the_last) = most.records(input);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(input);
    let failed = || format!("{name}: cannot be read");
    let header = reader.headers().with_context(failed)?.clone();
    let column = |wanted: &str| {
        header
            .iter()
            .position(|cell| cell.trim_start_matches('\u{feff}').trim() == wanted)
    };
    let columns = ["id", "a", "b", "a_text", "b_text"].map(column);
    let [_, a, b, a_text, b_text] = columns;
    ensure!(
        a.or(a_text).is_some() && b.or(b_text).is_some(),
        "{name}: the first line must name the columns: a and b (files), or a_text and b_text, and id if wanted"
    );
    let records = reader.into_records().map(move |record| {
        since_the_last.set(0);
        let record = match record {
            Ok(record) => record,
            Err(error) if error.is_io_error() => {
                return Err(anyhow::Error::new(error).context(format!("{name}: cannot be read")));
            }
            Err(error) => return Ok(Err(format!("{name}: {error}"))),
        };
        let [id, a, b, a_text, b_text] = columns.map(|column| {
            let cell = record.get(column?)?;
            (!cell.is_empty()).then(|| cell.to_owned())
        });
        let raw = Raw {
            id: id.map(serde_json::Value::String),
            a: a.map(PathBuf::from),
            b: b.map(PathBuf::from),
            a_text,
            b_text,
        };
        Ok(raw.resolve(&folder))
    });
    Ok(Records::new(records))
}

/// The files of two folders, by name; one that a folder lacks makes a pair that fails.
fn folders(a: &Path, b: &Path) -> anyhow::Result<Records> {
    let names = [names(a)?, names(b)?];
    let all: BTreeSet<&OsString> = names.iter().flatten().collect();
    ensure!(
        names[0].intersection(&names[1]).next().is_some(),
        "{} and {} have no file of the same name",
        name_of(a),
        name_of(b)
    );
    let records: Vec<_> = all
        .into_iter()
        .map(|name| {
            let lacking = [a, b]
                .into_iter()
                .zip(&names)
                .find(|(_, n)| !n.contains(name));
            Ok(match lacking {
                Some((folder, _)) => Err(format!("{}: no such file", name_of(folder.join(name)))),
                None => Ok(Record {
                    id: None,
                    sides: [a, b].map(|folder| Side::File(folder.join(name))),
                }),
            })
        })
        .collect();
    Ok(Records {
        total: Some(records.len()),
        ..Records::new(records.into_iter())
    })
}

/// The names of the files in a folder, but hidden ones.
fn names(folder: &Path) -> anyhow::Result<BTreeSet<OsString>> {
    let failed = || format!("{}: cannot be read as a folder", name_of(folder));
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !hidden && entry.path().is_file() {
            names.insert(entry.file_name());
        }
    }
    Ok(names)
}

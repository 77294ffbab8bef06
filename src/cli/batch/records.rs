//! The records of a batch: from a manifest in CSV, TSV or JSON Lines, or from folders.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::cli::limits::MostBytes;
use crate::cli::note::name_of;
use anyhow::{Context, bail, ensure};
use clap::ValueEnum;

use super::record::{Holds, Parsed, Raw, Record, Source, Text, column};
use super::separator::{self, Separated};

/// The forms of a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Values with a header, separated by commas, or by semicolons or tabs as the header shows
    Csv,
    /// Tab-separated values with a header
    Tsv,
    /// A JSON object a line
    Jsonl,
}

/// Whether a source can be read once only: standard input, a pipe.
pub(super) fn is_read_once(sources: &[PathBuf]) -> bool {
    matches!(sources, [manifest] if manifest.as_os_str() == "-" || !manifest.is_file())
}

/// The records of a source, one after the other; an error ends them.
pub(super) struct Records {
    records: Box<dyn Iterator<Item = anyhow::Result<Parsed>>>,
    total: Option<usize>,
    columns: Option<usize>,
}

impl Iterator for Records {
    type Item = anyhow::Result<Parsed>;

    fn next(&mut self) -> Option<Self::Item> {
        self.records.next()
    }
}

impl Records {
    fn new(records: impl Iterator<Item = anyhow::Result<Parsed>> + 'static) -> Self {
        Self {
            records: Box::new(records),
            total: None,
            columns: None,
        }
    }

    /// The columns of texts that there may be, as far as that is known before the records are read.
    pub(super) fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// How many there are, as far as that is known before they are read.
    pub(super) fn total(&self) -> Option<usize> {
        self.total
    }

    /// Opens a manifest, or folders, two or more.
    pub(super) fn open(
        sources: &[PathBuf],
        form: Option<Form>,
        most: MostBytes,
    ) -> anyhow::Result<Self> {
        let manifest = match sources {
            [] => bail!("a manifest or two folders are needed"),
            [manifest] => manifest,
            all => return folders(all),
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

pub(super) fn read(
    input: impl Read + 'static,
    form: Form,
    folder: PathBuf,
    name: String,
    most: MostBytes,
) -> anyhow::Result<Records> {
    let separators: &[u8] = match form {
        Form::Jsonl => return Ok(json_lines(input, folder, name, most)),
        Form::Csv => b"\t;,",
        Form::Tsv => b"\t",
    };
    let told = separator::told(BufReader::new(input), separators, most);
    let told = told.with_context(|| format!("{name}: cannot be read"))?;
    separated(told, folder, name, most)
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
            let place = |wrong| format!("{name}, line {number}: {wrong}");
            return Some(Ok(
                parsed.and_then(|raw| raw.resolve(&folder).map_err(place))
            ));
        }
    }))
}

/// Columns under a header; an empty cell is one that is not there.
fn separated(
    manifest: Separated<impl Read + 'static>,
    folder: PathBuf,
    name: String,
    most: MostBytes,
) -> anyhow::Result<Records> {
    let (input, since_the_last) = most.records(manifest.input);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(manifest.separator)
        .flexible(true)
        .from_reader(input);
    let failed = || format!("{name}: cannot be read");
    let header = reader.headers().with_context(failed)?.clone();
    let called = |cell: &str| cell.trim_start_matches('\u{feff}').trim().to_owned();
    let header: Vec<String> = header.iter().map(called).collect();
    let id = header.iter().position(|called| called == "id");
    let is_first = |n: usize, called: &String| !header[..n].contains(called);
    let columns: Vec<(usize, usize, Holds)> = header
        .iter()
        .enumerate()
        .filter(|&(n, called)| is_first(n, called))
        .filter_map(|(n, called)| column(called).map(|(column, holds)| (n, column, holds)))
        .collect();
    let texts: BTreeSet<usize> = columns.iter().map(|&(_, column, _)| column).collect();
    ensure!(
        texts.len() > 1,
        "{name}: the first line must name the columns: a and b (files), or a_text and b_text, more of them by c, d and so on, and id if wanted"
    );
    let cells = header.len();
    let records = reader.into_records().map(move |record| {
        since_the_last.set(0);
        let record = match record {
            Ok(record) => record,
            Err(error) if error.is_io_error() => {
                return Err(anyhow::Error::new(error).context(format!("{name}: cannot be read")));
            }
            Err(error) => return Ok(Err(format!("{name}: {error}"))),
        };
        let line = record.position().map_or(0, csv::Position::line) + manifest.lines;
        let place = |wrong| format!("{name}, line {line}: {wrong}");
        if record.len() > cells {
            let wrong = format!("has {} cells under a header of {cells}", record.len());
            return Ok(Err(place(wrong)));
        }
        let cell = |n| record.get(n).filter(|cell| !cell.is_empty());
        let texts = columns
            .iter()
            .filter_map(|&(n, column, holds)| Some((column, holds, cell(n)?.to_owned())));
        let raw = Raw {
            id: id
                .and_then(cell)
                .map(|id| serde_json::Value::String(id.to_owned())),
            cells: texts.collect(),
        };
        Ok(raw.resolve(&folder).map_err(place))
    });
    Ok(Records {
        columns: texts.last().map(|last| last + 1),
        ..Records::new(records)
    })
}

/// The files of folders, by name. Where two folders have one, what others lack is left out, with a note; where one has it, it makes
/// a record that fails.
fn folders(folders: &[PathBuf]) -> anyhow::Result<Records> {
    let names: Vec<BTreeSet<OsString>> = folders
        .iter()
        .map(|f| names(f))
        .collect::<anyhow::Result<_>>()?;
    let all: BTreeSet<&OsString> = names.iter().flatten().collect();
    let having = |name: &OsString| names.iter().filter(|own| own.contains(name)).count();
    ensure!(
        all.iter().any(|name| having(name) > 1),
        "{} have no file of the same name",
        folders
            .iter()
            .map(name_of)
            .collect::<Vec<_>>()
            .join(" and ")
    );
    let record = |name: &OsString| -> Parsed {
        let (mut texts, mut notes) = (Vec::new(), Vec::new());
        for (column, (folder, own)) in folders.iter().zip(&names).enumerate() {
            let path = folder.join(name);
            match own.contains(name) {
                true => texts.push(Text {
                    column,
                    source: Source::File(path),
                }),
                false => notes.push(format!("{}: no such file", name_of(path))),
            }
        }
        match texts.len() {
            0 | 1 => Err(notes.swap_remove(0)),
            _ => Ok(Record {
                id: None,
                texts,
                notes,
            }),
        }
    };
    let records: Vec<_> = all.into_iter().map(|name| Ok(record(name))).collect();
    Ok(Records {
        total: Some(records.len()),
        columns: Some(folders.len()),
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

//! One line of a batch: read, compared, and told in one line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::collate::{collate, shared_language};
use crate::export::{self, ExportOptions, Format};
use crate::observe::Unobserved;
use crate::read::{self, Encoding, Kind, ReadOptions, Reading};
use crate::table::FactKind;
use crate::witness::Siglum;
use crate::{AlignmentTable, CompareOptions};
use anyhow::Context;
use serde::{Serialize, Serializer};

use super::BatchArgs;
use super::record::{self, Parsed, Record, Source, name};
use super::tables::Table;
use crate::cli::inputs::{self, Input};
use crate::cli::known::KnownWords;
use crate::cli::limits::MostBytes;
use crate::cli::output;
use crate::cli::sigla::Names;

/// The line of a pair.
#[derive(Debug)]
pub(super) struct Answer {
    /// A JSON object and the end of the line.
    pub(super) line: Vec<u8>,
    /// Whether the pair failed.
    pub(super) failed: bool,
}

/// Compares pairs, all by the same options.
#[derive(Debug)]
pub(super) struct Comparer {
    /// How the text of each column is read; the paths are placeholders.
    inputs: Vec<Input>,
    /// The column of the base, where one is named.
    base: Option<usize>,
    compare: CompareOptions,
    known: KnownWords,
    target: Target,
}

/// Where the rows go.
#[derive(Debug)]
enum Target {
    /// Into the line.
    Line,
    /// Nowhere.
    Nowhere,
    /// Into a table a pair, written so.
    Table(ExportOptions),
}

/// What a line says, beside the rows.
#[derive(Debug, Serialize)]
struct Line {
    /// Number of the pair, from 1.
    pair: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<serde_json::Value>,
    /// The files, each under the name of its column.
    #[serde(flatten, serialize_with = "by_column")]
    files: Vec<(usize, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Counts>,
}

/// An entry for each column that has a value.
fn by_column<S: Serializer>(files: &[(usize, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(files.iter().map(|(column, file)| (name(*column), file)))
}

/// The summary of a table.
#[derive(Debug, Serialize)]
struct Counts {
    /// For each side the share of its words that stand in a bead.
    coverage: Vec<Option<f64>>,
    beads: usize,
    moved: usize,
    /// For each side the number of its units that the other has not.
    only: Vec<usize>,
    quotations: usize,
    /// The number of differences by class.
    differences: BTreeMap<&'static str, usize>,
    /// The number of facts that differ by kind, and of those that the two say otherwise.
    facts: BTreeMap<&'static str, usize>,
    contradictions: BTreeMap<&'static str, usize>,
    /// Of other texts than A and B: their sigla, in the order of `coverage` and `only`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    witnesses: Vec<String>,
    /// Of more than two texts: every two of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pairs: Vec<Between>,
}

/// How two of more texts stand to each other.
#[derive(Debug, Serialize)]
struct Between {
    /// Their sigla.
    witnesses: [String; 2],
    /// For each the share of its words that stand in rows where the other stands as well.
    coverage: [Option<f64>; 2],
    /// The share of their words that are the same, in rows where both stand.
    similarity: Option<f64>,
}

impl Between {
    fn all(table: &AlignmentTable) -> Vec<Self> {
        let overview = table.overview();
        let siglum = |w: usize| table.witnesses[w].siglum.0.clone();
        let count = table.witnesses.len();
        let every_two = (0..count).flat_map(|a| (a + 1..count).map(move |b| [a, b]));
        let between = every_two.map(|[a, b]| Self {
            witnesses: [siglum(a), siglum(b)],
            coverage: [overview.held[a][b], overview.held[b][a]],
            similarity: overview.similarity[a][b],
        });
        between.collect()
    }
}

impl Counts {
    fn new(table: &AlignmentTable) -> Self {
        let summary = table.summary();
        let many = table.witnesses.len() > 2;
        let sigla = table.witnesses.iter().map(|w| w.siglum.0.clone());
        let witnesses: Vec<String> = sigla.collect();
        let usual = witnesses == ["A", "B"];
        Self {
            witnesses: if usual { Vec::new() } else { witnesses },
            pairs: if many {
                Between::all(table)
            } else {
                Vec::new()
            },
            beads: summary.beads(),
            coverage: summary.coverage,
            moved: summary.moved_rows,
            only: summary.only,
            quotations: summary.quotations,
            differences: summary
                .differences
                .iter()
                .map(|(class, &count)| (class.name(), count))
                .collect(),
            facts: by_kind(&summary.facts),
            contradictions: by_kind(&summary.contradictions),
        }
    }
}

fn by_kind(counts: &BTreeMap<FactKind, usize>) -> BTreeMap<&'static str, usize> {
    let counts = counts.iter();
    counts.map(|(kind, &count)| (kind.name(), count)).collect()
}

/// The names of so many columns. Where nobody knows how many there are, those behind the named keep their letters.
fn names(given: &[String], columns: usize) -> anyhow::Result<Names> {
    let by_letter = given.iter().any(|given| given.contains('='));
    if given.is_empty() || by_letter || columns < record::MOST {
        return Names::new(given, columns);
    }
    let letters = (given.len()..columns).map(|n| Siglum::nth(n).0);
    let all: Vec<String> = given.iter().cloned().chain(letters).collect();
    Names::new(&all, columns)
}

impl Comparer {
    /// Resolves the arguments; there are so many columns of texts.
    pub(super) fn new(args: &BatchArgs, columns: usize, most: MostBytes) -> anyhow::Result<Self> {
        let paths: Vec<PathBuf> = (0..columns).map(|c| name(c).into()).collect();
        let names = names(&args.sigla, columns)?;
        let base = names.base(args.base.as_deref())?;
        if args.output.is_some() {
            names.check_columns(args.format, base)?;
        }
        let target = match &args.output {
            Some(_) => Target::Table(ExportOptions {
                separator: args.csv_separator.unwrap_or(b','),
                ..ExportOptions::default()
            }),
            None if args.summary => Target::Nowhere,
            None => Target::Line,
        };
        let words = args.output.is_none() || args.format.holds_words();
        Ok(Self {
            inputs: inputs::resolve(&paths, &names, &args.read, most)?,
            base,
            compare: CompareOptions {
                words,
                old_print: args.old_print,
                monotone: args.monotone,
                ..CompareOptions::default()
            },
            known: KnownWords::new(&args.known, words, most)?,
            target,
        })
    }

    /// Compares a pair, and writes its table, if there is to be one; whatever is wrong is said in its line.
    pub(super) fn compare(
        &self,
        pair: usize,
        record: Parsed,
        table: anyhow::Result<Option<Table>>,
    ) -> Answer {
        let mut line = Line {
            pair,
            id: None,
            files: Vec::new(),
            error: None,
            notes: Vec::new(),
            output: None,
            summary: None,
        };
        let compared = record.map_err(anyhow::Error::msg).and_then(|record| {
            let files = record.texts.iter().filter_map(|text| match &text.source {
                Source::File(path) => Some((text.column, path.display().to_string())),
                Source::Here(_) => None,
            });
            line.files = files.collect();
            line.notes.clone_from(&record.notes);
            line.id.clone_from(&record.id);
            self.table(&mut line, &record, table?)
        });
        if let Err(error) = &compared {
            line.error = Some(format!("{error:#}"));
        }
        Answer {
            failed: compared.is_err(),
            line: self.written(&line, compared.ok().as_ref()),
        }
    }

    fn table(
        &self,
        line: &mut Line,
        record: &Record,
        target: Option<Table>,
    ) -> anyhow::Result<AlignmentTable> {
        let mut readings = Vec::with_capacity(record.texts.len());
        for text in &record.texts {
            let input = self.inputs.get(text.column);
            let input = input.context("there are more columns than the first line names")?;
            readings.push(read(&text.source, input, line.pair)?);
        }
        read::agree(&mut readings);
        let mut witnesses = Vec::with_capacity(readings.len());
        for Reading { witness, notes, .. } in readings {
            let said = notes
                .iter()
                .map(|note| format!("{}: {note}", witness.siglum));
            line.notes.extend(said);
            witnesses.push(witness);
        }
        let options = CompareOptions {
            known: Some(self.known.of(shared_language(&witnesses))?.pairs),
            ..self.compare.clone()
        };
        let mut columns = record.texts.iter().map(|text| Some(text.column));
        let base = columns.position(|column| column == self.base);
        let table = collate(witnesses, base.unwrap_or(0), &options, &[], &Unobserved)?;
        if let (Some(target), Target::Table(options)) = (target, &self.target) {
            output::write(std::slice::from_ref(&target.output), |_| &table, options)?;
            line.output = Some(target.path.display().to_string());
            line.notes.extend(target.note);
        }
        line.summary = Some(Counts::new(&table));
        Ok(table)
    }

    /// The line as it is written.
    fn written(&self, line: &Line, table: Option<&AlignmentTable>) -> Vec<u8> {
        // Numbers, strings and lists of them become JSON without fail, and a vector takes them.
        let mut written = serde_json::to_vec(line).unwrap_or_default();
        if let (Some(table), Target::Line) = (table, &self.target) {
            written.pop();
            written.extend_from_slice(b",\"rows\":[");
            let mut rows = Vec::new();
            let options = ExportOptions::default();
            if export::write(table, Format::JsonLines, &options, &mut rows).is_ok() {
                let rows = rows.strip_suffix(b"\n").unwrap_or(&rows);
                // Inside a row an end of line is spelled out.
                written.extend(rows.iter().map(|&b| if b == b'\n' { b',' } else { b }));
            }
            written.extend_from_slice(b"]}");
        }
        written.push(b'\n');
        written
    }
}

fn read(source: &Source, input: &Input, pair: usize) -> anyhow::Result<Reading> {
    let siglum = input.siglum.clone();
    match source {
        Source::File(path) => inputs::read_file(input, path, siglum),
        Source::Here(text) => {
            // A text in a manifest has the encoding of that.
            let options = ReadOptions {
                encoding: Some(Encoding::from_label("utf-8")?),
                kind: Some(Kind::Text),
                ..input.options.clone()
            };
            let name = format!("pair {pair}, text {siglum}");
            let bytes = text.clone().into_bytes();
            Ok(read::read_bytes(bytes, &name, siglum, &options)?)
        }
    }
}

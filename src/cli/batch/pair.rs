//! One pair of a batch: read, compared, and told in one line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::collate::shared_language;
use crate::export::{self, ExportOptions, Format};
use crate::read::{self, Encoding, Kind, ReadOptions, Reading};
use crate::table::FactKind;
use crate::{AlignmentTable, CompareOptions, Witness, compare_witnesses};
use anyhow::Context;
use serde::Serialize;

use super::BatchArgs;
use super::records::{Parsed, Record, Side};
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
    /// How the two sides are read; the paths are placeholders.
    inputs: Vec<Input>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    a: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Counts>,
}

/// The summary of a table.
#[derive(Debug, Serialize)]
struct Counts {
    /// For each side the share of its words that stand in a bead.
    coverage: Vec<f64>,
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
}

impl Counts {
    fn new(table: &AlignmentTable) -> Self {
        let summary = table.summary();
        Self {
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

impl Comparer {
    /// Resolves the arguments.
    pub(super) fn new(args: &BatchArgs, most: MostBytes) -> anyhow::Result<Self> {
        let sides = [PathBuf::from("a"), PathBuf::from("b")];
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
            inputs: inputs::resolve(&sides, &Names::letters(2), &args.read, most)?,
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
            a: None,
            b: None,
            error: None,
            notes: Vec::new(),
            output: None,
            summary: None,
        };
        let compared = record.map_err(anyhow::Error::msg).and_then(|record| {
            let path = |side: &Side| match side {
                Side::File(path) => Some(path.display().to_string()),
                Side::Text(_) => None,
            };
            [line.a, line.b] = [path(&record.sides[0]), path(&record.sides[1])];
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
        let mut witnesses = Vec::with_capacity(2);
        for (side, input) in record.sides.iter().zip(&self.inputs) {
            let Reading { witness, notes, .. } = read_side(side, input, line.pair)?;
            let said = notes
                .iter()
                .map(|note| format!("{}: {note}", witness.siglum));
            line.notes.extend(said);
            witnesses.push(witness);
        }
        let witnesses = <[Witness; 2]>::try_from(witnesses)
            .ok()
            .context("a pair has two sides")?;
        let options = CompareOptions {
            known: Some(self.known.of(shared_language(witnesses.each_ref()))?.pairs),
            ..self.compare.clone()
        };
        let table = compare_witnesses(witnesses, &options)?;
        if let (Some(target), Target::Table(options)) = (target, &self.target) {
            output::write(std::slice::from_ref(&target.output), &table, options)?;
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

fn read_side(side: &Side, input: &Input, pair: usize) -> crate::Result<Reading> {
    let siglum = input.siglum.clone();
    match side {
        Side::File(path) => read::read(path, siglum, &input.options),
        Side::Text(text) => {
            // A text in a manifest has the encoding of that.
            let options = ReadOptions {
                encoding: Some(Encoding::from_label("utf-8")?),
                kind: Some(Kind::Text),
                ..input.options.clone()
            };
            let name = format!("pair {pair}, text {siglum}");
            read::read_bytes(text.clone().into_bytes(), &name, siglum, &options)
        }
    }
}

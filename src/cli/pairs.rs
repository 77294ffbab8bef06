//! `enregard pairs`: which of many documents hold renderings of the same.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use rayon::prelude::*;
use serde::Serialize;

use crate::CompareOptions;
use crate::find::{Evidence, Join, Sought};
use crate::read::ReadOptions;
use crate::segment::detect_language;

use super::STDOUT_FAILED;
use super::corpus::{Corpus, Document, DocumentArgs};
use super::invocation::Invocation;
use super::note::name_of;
use super::output;
use super::search::{Refused, SearchArgs, is_sure};
use super::stdout::stdout;

/// Tells which of many documents hold the same
///
/// The documents are files of any kind that is read, or the lines of a corpus in JSON Lines; all are held in memory. Those that have
/// rarer words next to each other in common are compared; told are the pairs of which passages correspond more than chance would
/// have it, the fullest first. Of what stands in more than 32 documents each is paired with the next alone, so that copies are told
/// as a chain. No pair is no failure: the exit code is 0.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  enregard pairs articles/*.html
  enregard pairs --from corpus.jsonl --least 30 --json > pairs.jsonl
  enregard pairs --from corpus.jsonl --manifest | enregard batch - > compared.jsonl")]
pub(super) struct PairsArgs {
    #[command(flatten)]
    documents: DocumentArgs,

    #[command(flatten)]
    search: SearchArgs,

    /// Write a line of JSON for each pair
    #[arg(long, conflicts_with = "manifest", help_heading = "Showing")]
    json: bool,

    /// Write what `enregard batch` reads, a line for each pair: its files, or its texts
    #[arg(long, help_heading = "Showing")]
    manifest: bool,
}

/// Two documents that hold the same.
#[derive(Debug, Serialize)]
struct Pair {
    a: Side,
    b: Side,
    /// How sure it is that this is no chance, in `[0.9, 1]`.
    sure: f64,
    #[serde(skip)]
    evidence: Evidence,
    /// How many passages correspond.
    passages: usize,
}

/// One of the two.
#[derive(Debug, Serialize)]
struct Side {
    document: String,
    /// The share of its words that the other holds, in `[0, 1]`.
    coverage: f64,
    /// Its place among all.
    #[serde(skip)]
    number: usize,
}

pub(super) fn run(args: &PairsArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let files = args.documents.files()?;
    let kept = run.kept();
    let kept = kept.and(output::TEXT, files.iter().map(|file| &file.path));
    kept.and(output::TEXT, &args.documents.from)
        .check_stdout()?;
    let progress = args.search.begin()?;
    let mut options = args.search.reading(run.most)?;
    let documents = Corpus::new(files, &args.documents, run.most).rest()?;
    let texts = documents.par_iter().map(|document| document.text(&options));
    let mut refused = Refused::default();
    let texts: Vec<String> = texts
        .collect::<Vec<_>>()
        .into_iter()
        .zip(&documents)
        .map(|(text, document)| {
            text.unwrap_or_else(|error| {
                refused.tell(&error, document.is_named, &progress);
                // What cannot be read is like nothing.
                String::new()
            })
        })
        .collect();
    let told = || texts.iter().find_map(|text| detect_language(text));
    let language = options.language.or_else(told).unwrap_or_default();
    options.language = Some(language);
    let mut join = Join::new(language);
    texts.iter().for_each(|text| join.add(text));
    let candidates = join.pairs();
    let search = Search {
        documents: &documents,
        texts: &texts,
        options: &options,
        compare: args.search.comparing(),
    };
    let counter = progress.counter();
    let of_one: Vec<&[(usize, usize)]> = candidates.chunk_by(|x, y| x.0 == y.0).collect();
    let found = of_one.into_par_iter().map(|pairs| {
        counter.inc(1);
        search.pairs(pairs)
    });
    let found: Vec<Vec<Pair>> = found.collect::<anyhow::Result<_>>()?;
    let all = documents.len();
    // Every pair was looked at, if only at its keys.
    let chances = all * all.saturating_sub(1) / 2;
    let mut pairs: Vec<Pair> = found.into_iter().flatten().collect();
    pairs.retain_mut(|pair| {
        pair.sure = pair.evidence.sure_among(chances);
        is_sure(pair.sure)
    });
    progress.end(
        "pairs",
        format_args!("{} among {all} documents", pairs.len()),
    );
    drop(progress);
    pairs.retain(|pair| args.search.is_enough(pair.most()));
    pairs.sort_by(|x, y| {
        let places = |pair: &Pair| (pair.a.number, pair.b.number);
        let by = y.both().total_cmp(&x.both());
        by.then(places(x).cmp(&places(y)))
    });
    let mut out = stdout();
    let written = match (args.json, args.manifest) {
        (true, _) => pairs.iter().try_for_each(|pair| line(pair, &mut out)),
        (_, true) => pairs.iter().try_for_each(|pair| {
            let of = |side: &Side| (&documents[side.number], texts[side.number].as_str());
            line(&Task::new(pair, of(&pair.a), of(&pair.b)), &mut out)
        }),
        _ => text(&pairs, all, &mut out),
    };
    written.and_then(|()| out.flush()).context(STDOUT_FAILED)?;
    refused.end(all)
}

/// What documents are compared with.
struct Search<'s> {
    documents: &'s [Document],
    texts: &'s [String],
    options: &'s ReadOptions,
    compare: CompareOptions,
}

impl Search<'_> {
    /// Which of some pairs of one document with others hold the same.
    fn pairs(&self, pairs: &[(usize, usize)]) -> anyhow::Result<Vec<Pair>> {
        let mut found = Vec::new();
        let Some(&(one, _)) = pairs.first() else {
            return Ok(found);
        };
        let Some((name, witness)) = self.documents[one].witness(self.options, |_| true)? else {
            return Ok(found);
        };
        let sought = Sought::new(witness, self.compare.clone());
        let mut sieve = sought.sieve();
        for &(_, other) in pairs {
            if !sieve.keeps(&self.texts[other]) {
                continue;
            }
            let other_document = &self.documents[other];
            let Some((other_name, witness)) = other_document.witness(self.options, |_| true)?
            else {
                continue;
            };
            let Some(both) = sought.find(witness)? else {
                continue;
            };
            found.push(Pair {
                a: Side {
                    document: name.clone(),
                    coverage: both.coverage,
                    number: one,
                },
                b: Side {
                    document: other_name,
                    coverage: both.of_document,
                    number: other,
                },
                sure: both.sure,
                evidence: both.evidence,
                passages: both.passages.len(),
            });
        }
        Ok(found)
    }
}

impl Pair {
    fn most(&self) -> f64 {
        self.a.coverage.max(self.b.coverage)
    }

    /// How full the pair is: a copy comes before a line that a long document quotes.
    fn both(&self) -> f64 {
        self.a.coverage + self.b.coverage
    }
}

/// A line of a manifest.
#[derive(Debug, Serialize)]
struct Task<'a> {
    /// What the two are called.
    id: [&'a str; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    a: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    a_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    b_text: Option<&'a str>,
}

impl<'a> Task<'a> {
    fn new(pair: &'a Pair, a: (&'a Document, &'a str), b: (&'a Document, &'a str)) -> Self {
        // A name that is no text cannot stand in JSON: its text does.
        let file = |document: &'a Document| document.file().and_then(|file| file.to_str());
        let (a_file, b_file) = (file(a.0), file(b.0));
        Self {
            id: [&pair.a.document, &pair.b.document],
            a: a_file,
            a_text: a_file.is_none().then_some(a.1),
            b: b_file,
            b_text: b_file.is_none().then_some(b.1),
        }
    }
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

fn text(pairs: &[Pair], all: usize, out: &mut dyn Write) -> io::Result<()> {
    for Pair { a, b, passages, .. } in pairs {
        let of = |side: &Side| {
            let share = side.coverage * 100.0;
            format!("{share:.0} % of {}", name_of(&side.document))
        };
        let s = if *passages == 1 { "" } else { "s" };
        writeln!(out, "{}, {}: {passages} passage{s}", of(a), of(b))?;
    }
    let s = if pairs.len() == 1 { "" } else { "s" };
    writeln!(out, "{} pair{s} among {all} documents", pairs.len())
}

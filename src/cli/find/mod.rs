//! `enregard find`: which of many documents hold a rendering of a statement, or quote it.

mod hit;
mod told;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, ensure};
use clap::Args;
use rayon::prelude::*;

use crate::find::{Sieve, Sought};
use crate::read::{ReadOptions, read};
use crate::witness::Siglum;

use super::STDOUT_FAILED;
use super::corpus::{Corpus, Document, DocumentArgs};
use super::invocation::Invocation;
use super::note::name_of;
use super::output;
use super::search::{Refused, SearchArgs, is_sure};
use super::stdout::stdout;
use hit::Hit;

/// Tells which documents hold a rendering of a statement, or quote it
///
/// The documents are files of any kind that is read, or the lines of a corpus in JSON Lines. Those that share rarer words with the
/// statement near each other are compared with it; told are those of which a passage corresponds to one of the statement more than
/// chance would have it, the fullest first, each with its passages and the facts that differ in them. Nothing found is no failure:
/// the exit code is 0.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  enregard find statement.txt articles
  enregard find statement.txt --from corpus.jsonl --json > found.jsonl
  zcat corpus.jsonl.gz | enregard find statement.txt --from - --field body")]
pub(super) struct FindArgs {
    /// The statement
    #[arg(value_name = "STATEMENT")]
    statement: PathBuf,

    #[command(flatten)]
    documents: DocumentArgs,

    #[command(flatten)]
    search: SearchArgs,

    /// Write a line of JSON for each document that is found
    #[arg(long, help_heading = "Showing")]
    json: bool,
}

pub(super) fn run(args: &FindArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let kept = run.kept().and(output::TEXT, [&args.statement]);
    let files = args.documents.files()?;
    let kept = kept.and(output::TEXT, files.iter().map(|file| &file.path));
    kept.and(output::TEXT, &args.documents.from)
        .check_stdout()?;
    let progress = args.search.begin()?;
    let options = args.search.reading(run.most)?;
    let statement = read(&args.statement, Siglum::nth(0), &options)?.witness;
    ensure!(
        statement
            .sentences
            .iter()
            .any(|sentence| sentence.skip.is_none()),
        "{}: holds no text to look for",
        name_of(&args.statement)
    );
    // One language for all: that of the statement.
    let options = ReadOptions {
        language: Some(statement.language),
        ..options
    };
    let sought = Sought::new(statement, args.search.comparing());
    let counter = progress.counter();
    let sieves: Vec<Mutex<Sieve<'_>>> = (0..=rayon::current_num_threads())
        .map(|_| Mutex::new(sought.sieve()))
        .collect();
    let search = Search {
        sought: &sought,
        sieves: &sieves,
        options: &options,
    };
    let mut corpus = Corpus::new(files, &args.documents, run.most);
    let (mut hits, mut all, mut refused) = (Vec::new(), 0, Refused::default());
    loop {
        let documents = corpus.next()?;
        if documents.is_empty() {
            break;
        }
        all += documents.len();
        let found: Vec<(bool, anyhow::Result<Option<Hit>>)> = documents
            .into_par_iter()
            .map(|document| (document.is_named, search.hit(document)))
            .collect();
        for (is_named, found) in found {
            counter.inc(1);
            match found {
                Ok(hit) => hits.extend(hit),
                Err(error) => refused.tell(&error, is_named, &progress),
            }
        }
    }
    hits.retain_mut(|hit| {
        hit.sure = hit.evidence.sure_among(all);
        is_sure(hit.sure)
    });
    progress.end("find", format_args!("{} of {all} documents", hits.len()));
    drop(progress);
    hits.retain(|hit| args.search.is_enough(hit.coverage));
    hits.sort_by(|a, b| {
        let by = b.coverage.total_cmp(&a.coverage);
        by.then(b.score.total_cmp(&a.score))
            .then(a.number.cmp(&b.number))
    });
    let mut out = stdout();
    let written = match args.json {
        true => hits.iter().try_for_each(|hit| told::json(hit, &mut out)),
        false => told::text(&hits, all, &mut out),
    };
    written.and_then(|()| out.flush()).context(STDOUT_FAILED)?;
    refused.end(all)
}

/// What documents are looked through with.
struct Search<'s> {
    sought: &'s Sought,
    /// One a thread.
    sieves: &'s [Mutex<Sieve<'s>>],
    options: &'s ReadOptions,
}

impl Search<'_> {
    fn hit(&self, document: Document) -> anyhow::Result<Option<Hit>> {
        let number = document.number;
        let kept = |text: &str| {
            let thread = rayon::current_thread_index().map_or(0, |n| n + 1);
            // A sieve that another thread left behind when it failed begins anew with each text.
            let sieve = self.sieves[thread].lock();
            sieve.unwrap_or_else(PoisonError::into_inner).keeps(text)
        };
        let Some((name, witness)) = document.witness(self.options, kept)? else {
            return Ok(None);
        };
        let found = self.sought.find(witness).with_context(|| name.clone())?;
        Ok(found.map(|found| Hit::new(name, number, &found)))
    }
}

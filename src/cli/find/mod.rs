//! `enregard find`: which of many documents hold a rendering of a statement, or quote it.

mod hit;
mod told;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, ensure};
use clap::{Args, value_parser};
use rayon::prelude::*;

use crate::CompareOptions;
use crate::find::{Sieve, Sought};
use crate::read::{ReadOptions, read};
use crate::witness::{Level, Siglum};

use super::STDOUT_FAILED;
use super::corpus::{Corpus, Document, DocumentArgs};
use super::invocation::Invocation;
use super::limits::MostBytes;
use super::note::{name_of, note};
use super::output;
use super::progress::{Progress, ProgressArgs};
use super::stdout::stdout;
use super::threads::ThreadArgs;
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
  enregard find statement.txt articles/*.html
  enregard find statement.txt --from corpus.jsonl --json > found.jsonl
  zcat corpus.jsonl.gz | enregard find statement.txt --from - --field body")]
pub(super) struct FindArgs {
    /// The statement
    #[arg(value_name = "STATEMENT")]
    statement: PathBuf,

    #[command(flatten)]
    documents: DocumentArgs,

    /// Language of the statement and of the documents: a code, or auto
    #[arg(
        long,
        value_name = "LANG",
        default_value = "auto",
        hide_default_value = true,
        help_heading = "Reading"
    )]
    lang: String,

    /// Unite spellings of old print (ſ, -oit, i/j, u/v)
    #[arg(long, help_heading = "Reading")]
    old_print: bool,

    #[command(flatten)]
    threads: ThreadArgs,

    /// Tell only documents that hold at least this much of the statement, in per cent
    #[arg(long, value_name = "PER CENT", default_value_t = 0, value_parser = value_parser!(u8).range(..=100), hide_default_value = true, help_heading = "Finding")]
    least: u8,

    /// Write a line of JSON for each document that is found
    #[arg(long, help_heading = "Showing")]
    json: bool,

    /// Print only errors, and what is found
    #[arg(long, short, help_heading = "Showing")]
    quiet: bool,

    #[command(flatten)]
    progress: ProgressArgs,
}

/// How many documents are taken at a time: enough for all threads, few enough that they fit into memory.
const TOGETHER: usize = 1024;
/// How many bytes of them.
const TOGETHER_BYTES: usize = 64 << 20;
/// Documents that are told to be unread; of more only the number is.
const MOST_TOLD: usize = 10;

pub(super) fn run(args: &FindArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let kept = run.kept().and(output::TEXT, [&args.statement]);
    let kept = kept.and(output::TEXT, &args.documents.files);
    kept.and(output::TEXT, &args.documents.from)
        .check_stdout()?;
    args.threads.set()?;
    let options = options(args, run.most)?;
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
    let compare = CompareOptions {
        old_print: args.old_print,
        ..CompareOptions::default()
    };
    let sought = Sought::new(statement, compare);
    let progress = Progress::counting(None, "documents", &args.progress, args.quiet);
    progress.begin("");
    let counter = progress.counter();
    let sieves: Vec<Mutex<Sieve<'_>>> = (0..=rayon::current_num_threads())
        .map(|_| Mutex::new(sought.sieve()))
        .collect();
    let search = Search {
        sought: &sought,
        sieves: &sieves,
        options: &options,
    };
    let mut corpus = Corpus::new(&args.documents, run.most);
    let (mut hits, mut all, mut refused) = (Vec::new(), 0_usize, 0_usize);
    loop {
        let documents = corpus.next(TOGETHER, TOGETHER_BYTES)?;
        if documents.is_empty() {
            break;
        }
        all += documents.len();
        let found: Vec<anyhow::Result<Option<Hit>>> = documents
            .into_par_iter()
            .map(|document| search.hit(document))
            .collect();
        for found in found {
            counter.inc(1);
            match found {
                Ok(hit) => hits.extend(hit),
                Err(error) => {
                    refused += 1;
                    if refused <= MOST_TOLD {
                        progress.aside(|| note(format_args!("{error:#}")));
                    }
                }
            }
        }
    }
    progress.end("find", format_args!("{} of {all} documents", hits.len()));
    drop(progress);
    hits.retain(|hit| hit.coverage * 100.0 >= f64::from(args.least));
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
    ensure!(
        refused == 0,
        "{refused} of {all} documents could not be read"
    );
    Ok(ExitCode::SUCCESS)
}

fn options(args: &FindArgs, most: MostBytes) -> anyhow::Result<ReadOptions> {
    Ok(ReadOptions {
        level: Level::Sentence,
        language: super::inputs::resolve_language(&args.lang)?,
        max_size: most.0,
        ..ReadOptions::default()
    })
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

//! `enregard batch`: many pairs, compared at the same time, answered in their order.

mod pair;
mod record;
mod records;
mod separator;
mod tables;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use crate::export::Format;
use anyhow::{Context, bail};
use clap::Args;
use indicatif::ProgressBar;

use super::STDOUT_FAILED;
use super::invocation::Invocation;
use super::known::KnownArgs;
use super::limits::MostBytes;
use super::options::{self, ReadArgs};
use super::output::{KNOWN, Kept, MANIFEST, TEXT};
use super::progress::{Progress, ProgressArgs};
use super::stdout::stdout;
use super::threads::ThreadArgs;
use pair::{Answer, Comparer};
use record::Record;
use records::{Form, Records, is_read_once};
use tables::Tables;

/// Compares many pairs: a line of JSON for each, in their order
///
/// The pairs are named by a manifest, or are the files of two folders that have the same name. A manifest in CSV (with
/// commas, or the semicolons of many spreadsheets) or TSV has a header: `a` and `b` for files (from the folder of the manifest on), or `a_text` and `b_text` for texts, and
/// `id` for a name if wanted. One in JSON Lines has an object a line with these keys. From standard input (-) each
/// line is answered as it comes. A pair that fails is told in its line (`error`); the rest is done, and the exit code
/// is 2.
///
/// More than two texts stand in further columns, `c`, `d` and so on, or further folders, and each line has a table of all its texts.
/// A line may leave columns empty, but for two.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  enregard batch pairs.csv > results.jsonl
  enregard batch folderA folderB -o tables --format tmx
  enregard batch versions.csv -o tables --format html    (columns a, b, c …: any number of texts a line)
  printf '%s\\n' '{\"a_text\": \"Il pleut.\", \"b_text\": \"Il pleuvait.\"}' | enregard batch -")]
pub(super) struct BatchArgs {
    /// The manifest (.csv, .tsv, .jsonl; - is standard input), or two folders or more
    #[arg(value_name = "MANIFEST", required = true, num_args = 1..)]
    sources: Vec<PathBuf>,

    /// Form of the manifest, where its name does not say it; standard input holds jsonl
    #[arg(long, value_name = "FORM", value_enum)]
    input: Option<Form>,

    #[command(flatten)]
    read: ReadArgs,

    /// Short names of the texts, a column each, or of some (A=Hugo)
    ///
    /// One for each column, in their order (Hugo,Segond), or by the letters that the columns have without. They stand in tables and
    /// in lines. Options that name a column take either (--lang A=fr, --base Hugo).
    #[arg(
        long,
        value_name = "[A=]NAME",
        value_delimiter = ',',
        help_heading = "Reading",
        hide_short_help = true
    )]
    sigla: Vec<String>,

    /// The column of the base (C), in lines that have it; else the first
    #[arg(
        long,
        value_name = "NAME",
        hide_short_help = true,
        help_heading = "Reading"
    )]
    base: Option<String>,

    /// Unite spellings of old print (ſ, -oit, i/j, u/v)
    #[arg(long, help_heading = "Reading")]
    old_print: bool,

    /// Keep the order of both texts: nothing counts as moved
    #[arg(long, help_heading = "Aligning")]
    monotone: bool,

    #[command(flatten)]
    known: KnownArgs,

    #[command(flatten)]
    threads: ThreadArgs,

    /// Write a table a pair into this folder, instead of the rows into its line
    ///
    /// The files are named by `id`, else by the number of the pair and the name of its first file.
    #[arg(long, short, value_name = "FOLDER", help_heading = "Writing")]
    output: Option<PathBuf>,

    /// Format of these tables
    #[arg(long, value_name = "FORMAT", value_parser = options::format(), default_value = "csv", requires = "output", help_heading = "Writing")]
    format: Format,

    /// What stands between the cells of tables as CSV: `,` `;` `|` tab
    #[arg(long, value_name = "CHAR", value_parser = options::separator, requires = "output", help_heading = "Writing")]
    csv_separator: Option<u8>,

    /// Write the counts of each pair, but no rows
    #[arg(long, conflicts_with = "output", help_heading = "Writing")]
    summary: bool,

    /// Show no progress
    #[arg(long, short, help_heading = "Showing")]
    quiet: bool,

    #[command(flatten)]
    progress: ProgressArgs,
}

/// Reads a manifest to its end.
#[cfg(fuzzing)]
pub(super) fn try_read(form: u8, bytes: Vec<u8>) {
    let form = [Form::Csv, Form::Tsv, Form::Jsonl][usize::from(form) % 3];
    let input = io::Cursor::new(bytes);
    let most = MostBytes(1 << 16);
    let read = records::read(input, form, PathBuf::new(), "manifest".to_owned(), most);
    if let Ok(records) = read {
        records.for_each(drop);
    }
}

/// Pairs that may be under way for each thread: enough that a long one does not hold up the others.
const AHEAD: usize = 8;

pub(super) fn run(args: &BatchArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let records = Records::open(&args.sources, args.input, run.most)?;
    let columns = records.columns().unwrap_or(record::MOST);
    let comparer = Comparer::new(args, columns, run.most)?;
    let mut kept = run.kept().and(KNOWN, args.known.files());
    if args.sources.len() == 1 {
        kept = kept.and(MANIFEST, &args.sources);
    }
    kept.check_stdout()?;
    let tables = args.output.as_ref();
    let tables = tables.map(|folder| tables_in(folder, args, run.most, kept));
    let tables = tables.transpose()?;
    args.threads.set()?;
    let progress = Progress::counting(records.total(), "pairs", &args.progress, args.quiet);
    progress.begin("");
    let (all, failed) = answer(records, &comparer, tables, &progress.counter())?;
    progress.end("batch", format_args!("{all} pairs, {failed} failed"));
    drop(progress);
    if failed > 0 {
        let s = if all == 1 { "" } else { "s" };
        bail!("{failed} of {all} pair{s} failed; their lines say why");
    }
    Ok(ExitCode::SUCCESS)
}

/// The tables of a batch: no file of the manifest is among them, so that is read beforehand, where it can be read twice.
fn tables_in(
    folder: &Path,
    args: &BatchArgs,
    most: MostBytes,
    mut kept: Kept,
) -> anyhow::Result<Tables> {
    let once = is_read_once(&args.sources);
    if !once {
        // What is wrong with them is told when they are compared.
        let records = Records::open(&args.sources, args.input, most)?;
        let files = records.flatten().flatten().flat_map(Record::into_files);
        kept = kept.and(TEXT, files);
    }
    Tables::new(folder, args.format, kept, once)
}

/// Compares the pairs and writes their lines: how many there were, and how many of them failed.
///
/// Every pair leaves a place for its answer in a queue, in the order of the input; the pairs are compared by the pool
/// meanwhile. The queue is bounded, so that a manifest of any length is read no faster than it is worked off.
fn answer(
    records: Records,
    comparer: &Comparer,
    mut tables: Option<Tables>,
    counter: &ProgressBar,
) -> anyhow::Result<(usize, usize)> {
    let places = AHEAD * rayon::current_num_threads();
    let (queue, waiting) = mpsc::sync_channel::<mpsc::Receiver<Answer>>(places);
    thread::scope(|threads| {
        let writer = thread::Builder::new()
            .spawn_scoped(threads, move || write(&waiting, counter))
            .context("the threads could not be started")?;
        let read = rayon::in_place_scope(|pool| {
            for (n, record) in records.enumerate() {
                let (pair, record) = (n + 1, record?);
                // Names are given in the order of the input, so that of two pairs of one name the second always fails.
                let table = match (&mut tables, &record) {
                    (Some(tables), Ok(record)) => tables.of(pair, record).map(Some),
                    _ => Ok(None),
                };
                let (place, answer) = mpsc::sync_channel(1);
                if queue.send(answer).is_err() {
                    // Nobody reads the answers any more.
                    break;
                }
                pool.spawn(move |_| {
                    // The writer has gone when this fails.
                    let _ = place.send(comparer.compare(pair, record, table));
                });
            }
            drop(queue);
            anyhow::Ok(())
        });
        let written = writer.join().unwrap_or(Ok((0, 0)));
        let counts = written.context(STDOUT_FAILED)?;
        read?;
        Ok(counts)
    })
}

/// Writes answers as they come, each at once: whoever sent the pair may be waiting for it.
fn write(
    waiting: &mpsc::Receiver<mpsc::Receiver<Answer>>,
    counter: &ProgressBar,
) -> io::Result<(usize, usize)> {
    let (mut all, mut failed) = (0, 0);
    for answer in waiting {
        let answer = answer.recv().map_err(io::Error::other)?;
        counter.suspend(|| {
            let mut out = stdout();
            out.write_all(&answer.line)?;
            out.flush()
        })?;
        counter.inc(1);
        all += 1;
        failed += usize::from(answer.failed);
    }
    Ok((all, failed))
}

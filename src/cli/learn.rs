//! `enregard learn`: a lexicon from pairs of renderings.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::learn::LexiconLearner;
use crate::{CompareOptions, Comparison};
use anyhow::{Context, bail, ensure};
use clap::{Args, value_parser};

use super::invocation::Invocation;
use super::note::{name_of, note};
use super::options::ReadArgs;
use super::progress::{Progress, ProgressArgs};
use super::sigla::Names;
use super::stdout::stdout;
use super::threads::ThreadArgs;
use super::{STDOUT_FAILED, inputs, output};

/// Learns which words stand for each other, for --lexicon
///
/// The lexicon is tab-separated text, a pair of words a line, sorted: both words in lower case, in the most frequent form
/// of their stem; how often they were linked; the share of the places of the first where the second stands, and the other
/// way about. The same texts give the same lexicon.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  enregard learn A.txt B.txt -o fr.tsv
  enregard learn martin.txt darby.txt darby.txt segond.txt -o fr.tsv
  enregard C.txt D.txt --lexicon fr.tsv")]
pub(super) struct LearnArgs {
    /// Pairs of files in one language: A B, or A B C D …
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    read: ReadArgs,

    #[command(flatten)]
    threads: ThreadArgs,

    /// Links a pair of words must have
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = value_parser!(u32).range(1..), help_heading = "Writing")]
    min_count: u32,

    /// Write the lexicon to a file, whole or not at all, in place of standard output
    #[arg(long, short, value_name = "LEXICON", value_hint = clap::ValueHint::FilePath, help_heading = "Writing")]
    output: Option<PathBuf>,

    /// Print only errors, and the lexicon
    #[arg(long, short, help_heading = "Showing")]
    quiet: bool,

    #[command(flatten)]
    progress: ProgressArgs,
}

pub(super) fn run(args: &LearnArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let count = args.files.len();
    ensure!(
        count.is_multiple_of(2),
        "{count} {}; they are taken in pairs: A B, or A B C D …",
        if count == 1 {
            "file is named"
        } else {
            "files are named"
        }
    );
    let kept = run.kept().and(output::TEXT, &args.files);
    kept.check_stdout()?;
    if let Some(path) = &args.output {
        output::check(path, &kept)?;
    }
    args.threads.set()?;
    let progress = Progress::stages(&args.progress, args.quiet);
    let mut learner: Option<LexiconLearner> = None;
    for pair in args.files.chunks_exact(2) {
        let readings = inputs::read(&inputs::resolve(
            pair,
            &Names::letters(2),
            &args.read,
            run.most,
        )?)?;
        if !args.quiet {
            progress.aside(|| inputs::tell(&readings));
        }
        let mut languages = readings.iter().map(|r| r.witness.language);
        let language = match (&learner, languages.next()) {
            (Some(learner), _) => learner.language(),
            (None, first) => first.unwrap_or_default(),
        };
        for (reading, path) in readings.iter().zip(pair) {
            let own = reading.witness.language;
            ensure!(
                own == language,
                "{}: is in {}, {} in {}; a lexicon is of one language (--lang {1} reads all as that)",
                name_of(path),
                own.code(),
                name_of(&args.files[0]),
                language.code()
            );
        }
        let witnesses: Vec<_> = readings
            .into_iter()
            .map(|reading| reading.witness)
            .collect();
        let Ok(witnesses) = witnesses.try_into() else {
            bail!("two files are compared at a time");
        };
        let comparison = Comparison::observed(witnesses, &CompareOptions::default(), &progress)?;
        let table = comparison.into_table(&[])?;
        learner
            .get_or_insert_with(|| LexiconLearner::new(language))
            .add(&table);
    }
    drop(progress);
    let learner = learner.context("two files are needed: A B")?;
    let lexicon = learner.lexicon(args.min_count);
    if !args.quiet {
        let pairs = lexicon.entries.len();
        let s = if pairs == 1 { "" } else { "s" };
        note(format_args!("{pairs} pair{s} of words learned"));
    }
    let text = lexicon.to_tsv();
    match &args.output {
        Some(path) => output::put(path, text.as_bytes())?,
        None => {
            let mut out = stdout();
            let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
            written.context(STDOUT_FAILED)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

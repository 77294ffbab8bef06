//! `enregard learn`: a lexicon from pairs of renderings.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::Args;
use enregard::learn::LexiconLearner;
use enregard::{CompareOptions, compare};

use super::args::ReadArgs;
use super::{STDOUT_FAILED, inputs, note};

/// Learns which words stand for each other from pairs of renderings; --lexicon uses it
///
/// The lexicon is tab-separated text, a pair of words a line, sorted: both words in lower case (the most frequent form of
/// their stem), how often they were linked, the share of the places of the first where the second stands, and the other
/// way about. The same files give the same lexicon.
#[derive(Debug, Args)]
pub struct LearnArgs {
    /// Pairs of files: A B A2 B2 …
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    files: Vec<PathBuf>,

    /// File to write; standard output without it
    #[arg(long, short, value_name = "LEXICON")]
    output: Option<PathBuf>,

    /// Fewest links of a pair
    #[arg(long, value_name = "N", default_value_t = 3)]
    min_count: u32,

    #[command(flatten)]
    read: ReadArgs,
}

pub fn run(args: &LearnArgs) -> anyhow::Result<ExitCode> {
    ensure!(
        args.files.len() % 2 == 0,
        "{} files are named; they are read in pairs: A B A2 B2 …",
        args.files.len()
    );
    let mut learner: Option<(LexiconLearner, enregard::witness::Language)> = None;
    for pair in args.files.chunks_exact(2) {
        let readings = inputs::read(&inputs::resolve(pair, &[], &args.read)?)?;
        inputs::tell(&readings);
        let mut witnesses = readings.into_iter().map(|reading| reading.witness);
        let (Some(a), Some(b)) = (witnesses.next(), witnesses.next()) else {
            continue;
        };
        let language = a.language;
        let (learner, first) =
            learner.get_or_insert_with(|| (LexiconLearner::new(language), language));
        ensure!(
            *first == language,
            "{}: is in {}, the files before in {}; a lexicon is of one language (--lang says otherwise)",
            pair[0].display(),
            language.code(),
            first.code()
        );
        learner.add(&compare([a, b], &CompareOptions::default()));
    }
    let Some((learner, _)) = learner else {
        return Ok(ExitCode::SUCCESS);
    };
    let lexicon = learner.lexicon(args.min_count);
    note(format_args!("{} pairs of words", lexicon.entries.len()));
    let text = lexicon.to_tsv();
    match &args.output {
        Some(path) => fs::write(path, text)
            .with_context(|| format!("{}: cannot be written", path.display()))?,
        None => io::stdout()
            .write_all(text.as_bytes())
            .context(STDOUT_FAILED)?,
    }
    Ok(ExitCode::SUCCESS)
}

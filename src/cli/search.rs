//! What the commands that look through many documents have in common.

use std::process::ExitCode;

use anyhow::{Error, ensure};
use clap::{Args, value_parser};

use crate::CompareOptions;
use crate::find::LEAST_SURE;
use crate::read::ReadOptions;
use crate::witness::Level;

use super::inputs::resolve_language;
use super::limits::MostBytes;
use super::note::note;
use super::progress::{Progress, ProgressArgs};
use super::threads::ThreadArgs;

/// How documents are read and looked through.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Language of all texts: a code, or auto, which is that of the first that tells
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
    pub(super) old_print: bool,

    #[command(flatten)]
    threads: ThreadArgs,

    /// Tell only what covers at least this much of a text, in per cent
    #[arg(long, value_name = "PER CENT", default_value_t = 0, value_parser = value_parser!(u8).range(..=100), hide_default_value = true, help_heading = "Finding")]
    least: u8,

    /// Print only errors, and what is found
    #[arg(long, short, help_heading = "Showing")]
    quiet: bool,

    #[command(flatten)]
    progress: ProgressArgs,
}

impl SearchArgs {
    /// Has the work done on as many threads as were asked for, and tells how far it is.
    pub(super) fn begin(&self) -> anyhow::Result<Progress> {
        self.threads.set()?;
        let progress = Progress::counting(None, "documents", &self.progress, self.quiet);
        progress.begin("");
        Ok(progress)
    }

    /// How documents are read: into sentences.
    pub(super) fn reading(&self, most: MostBytes) -> anyhow::Result<ReadOptions> {
        Ok(ReadOptions {
            level: Level::Sentence,
            language: resolve_language(&self.lang)?,
            max_size: most.0,
            ..ReadOptions::default()
        })
    }

    /// How they are compared.
    pub(super) fn comparing(&self) -> CompareOptions {
        CompareOptions {
            old_print: self.old_print,
            ..CompareOptions::default()
        }
    }

    /// Is so much of a text, in `[0, 1]`, enough to be told?
    pub(super) fn is_enough(&self, coverage: f64) -> bool {
        coverage * 100.0 >= f64::from(self.least)
    }
}

/// Whether what is so sure, among all that was looked through, is told.
pub(super) fn is_sure(sure: f64) -> bool {
    sure >= LEAST_SURE
}

/// Documents that could not be read: the work goes on without them, and the command fails at its end if one was named.
#[derive(Debug, Default)]
pub(super) struct Refused {
    named: usize,
    told: usize,
}

impl Refused {
    /// Of more documents only the number is told.
    const MOST_TOLD: usize = 10;

    /// Tells why one could not be.
    pub(super) fn tell(&mut self, error: &Error, is_named: bool, progress: &Progress) {
        self.named += usize::from(is_named);
        self.told += 1;
        if self.told <= Self::MOST_TOLD {
            progress.aside(|| note(format_args!("{error:#}")));
        }
    }

    /// How the command ends.
    ///
    /// # Errors
    /// Some of `all` could not be read.
    pub(super) fn end(self, all: usize) -> anyhow::Result<ExitCode> {
        let Self { named, .. } = self;
        ensure!(named == 0, "{named} of {all} documents could not be read");
        Ok(ExitCode::SUCCESS)
    }
}

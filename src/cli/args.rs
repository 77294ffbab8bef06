//! The command line as a whole: the commands, and what stands around them.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::apply::ApplyArgs;
use super::batch::BatchArgs;
use super::evaluate::EvaluateArgs;
use super::find::FindArgs;
use super::git_diff::GitDiffArgs;
use super::learn::LearnArgs;
use super::limits::LimitArgs;
use super::manual::{CompletionsArgs, ManArgs};
use super::options::CompareArgs;
use super::pairs::PairsArgs;
use super::segment::SegmentArgs;
use super::words::WordsArgs;

const EXAMPLES: &str = "\
Examples:
  enregard A.txt B.txt                     see the two side by side, in colour
  enregard A.txt B.txt -o table.csv        write the alignment table instead
  enregard A.txt B.txt -o t.csv -o t.json  several formats in one run
  enregard A.txt B.txt --format json | jq  a table for another program
  enregard old.txt new.txt --encoding A=macroman --lang A=fr
  curl -s URL | enregard A.txt -           one of the two from standard input
  enregard apply t.csv A.txt B.txt         with the corrections made in t.csv
  enregard find A.txt articles/*.html      which of many documents hold it, or quote it
  enregard segment A.txt --unit clause     how a text is cut into units

A file whose name is that of a command: enregard ./segment B.txt

Exit codes: 0 done; 1 with --exit-code, when the texts differ; 2 trouble.";

/// Sets renderings of one text side by side, sentence by sentence and word by word
///
/// It finds which sentences render each other, which words inside them correspond, and how the wording differs.
#[derive(Debug, Parser)]
#[command(
    name = "enregard",
    version,
    args_conflicts_with_subcommands = true,
    override_usage = "enregard [OPTIONS] A B [C …]\n       enregard <COMMAND>",
    after_long_help = EXAMPLES
)]
pub(super) struct Cli {
    /// Without a command, two files are compared.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) compare: CompareArgs,

    /// Read no settings files but one named by --settings
    ///
    /// Otherwise options hold that stand in enregard/enregard.toml of $XDG_CONFIG_HOME (or ~/.config), and in the
    /// nearest enregard.toml in the folder of the first file or above it; the latter, which may have come with the texts, only
    /// those that say how texts are read, aligned and shown. The command line counts for more.
    #[arg(long, global = true, hide_short_help = true)]
    pub(super) no_settings: bool,

    /// Read this settings file as well, which may give any option
    #[arg(long, global = true, hide_short_help = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(super) settings: Option<PathBuf>,

    #[command(flatten)]
    pub(super) limits: LimitArgs,
}

/// What can be done besides comparing.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Apply(Box<ApplyArgs>),
    Batch(BatchArgs),
    Completions(CompletionsArgs),
    Evaluate(EvaluateArgs),
    Find(FindArgs),
    GitDiff(Box<GitDiffArgs>),
    Learn(LearnArgs),
    Man(ManArgs),
    Pairs(PairsArgs),
    Segment(SegmentArgs),
    Words(WordsArgs),
}

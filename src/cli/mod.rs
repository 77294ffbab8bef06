//! The command line: arguments as they stand (`args`, with the shared ones in `options`), what they mean
//! (`settings`, with `inputs`, `output` and `terminal`), and one file a command.
//!
//! The library prints nothing and ends no process; whatever does is here.
//!
//! A new command is a file with a type of arguments and a `run`, a variant of `args::Command`, and an arm below.

mod apply;
mod args;
mod batch;
mod choose;
mod compare;
mod corpus;
mod differences;
mod evaluate;
mod explain;
mod find;
mod folder;
#[cfg(fuzzing)]
pub mod fuzzing;
mod git_diff;
mod inputs;
mod interrupt;
mod invocation;
mod known;
mod leading;
mod learn;
mod limits;
mod manual;
mod note;
mod options;
mod output;
mod pager;
mod pairs;
mod parts;
mod progress;
mod search;
mod segment;
mod settings;
mod settings_file;
mod sigla;
mod stdout;
mod terminal;
mod threads;
mod titles;
mod values;
mod via;
mod words;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::bail;
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use invocation::Invocation;
use limits::MostBytes;
pub use stdout::nobody_reads;

/// What stands before the reason when standard output fails.
const STDOUT_FAILED: &str = "standard output: cannot be written";

/// The exit code of trouble: a file that cannot be read, a bad option.
pub const TROUBLE: u8 = 2;

/// Does what the command line says; the exit code says what came of it.
pub fn run() -> anyhow::Result<ExitCode> {
    interrupt::watch(TROUBLE);
    #[cfg(feature = "xlsx")]
    tell_no_panic_that_is_caught();
    let (cli, invocation) = parse()?;
    let run = &invocation;
    match cli.command {
        None => compare::run(cli.compare, run),
        Some(args::Command::Apply(args)) => apply::run(*args, run),
        Some(args::Command::Batch(args)) => batch::run(&args, run),
        Some(args::Command::Completions(args)) => manual::completions(&args, args::Cli::command()),
        Some(args::Command::Evaluate(args)) => evaluate::run(&args, run),
        Some(args::Command::Find(args)) => find::run(&args, run),
        Some(args::Command::GitDiff(args)) => git_diff::run(*args, run),
        Some(args::Command::Learn(args)) => learn::run(&args, run),
        Some(args::Command::Man(args)) => manual::man(&args, args::Cli::command()),
        Some(args::Command::Pairs(args)) => pairs::run(&args, run),
        Some(args::Command::Segment(args)) => segment::run(&args, run),
        Some(args::Command::Words(args)) => words::run(&args, run),
    }
}

/// What the options say. Help, and what is wrong with a line, is told by clap: with every word as it can be shown.
fn matches(line: &[OsString]) -> anyhow::Result<ArgMatches> {
    let parse = |line: &[OsString]| args::Cli::command().try_get_matches_from(line);
    parse(line).or_else(|_| {
        let words = line.iter().map(|word| note::name_of(word).into());
        match parse(&words.collect::<Vec<OsString>>()) {
            Err(error) => error.exit(),
            Ok(_) => bail!("an option has a value that cannot be shown, nor be meant"),
        }
    })
}

/// Says on standard error why the command has failed.
pub fn complain(error: &anyhow::Error) {
    note::say(format_args!("enregard: {error:#}"));
}

#[cfg(feature = "xlsx")]
fn tell_no_panic_that_is_caught() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !crate::guarded::is_guarded() {
            tell(panic);
        }
    }));
}

/// The command line, with what settings files say beside it.
fn parse() -> anyhow::Result<(args::Cli, Invocation)> {
    let mut command = args::Cli::command();
    command.build();
    let line = leading::behind_the_command(&command, env::args_os().collect());
    let matches = matches(&line)?;
    // Settings may come from a pipe as well.
    let timeout = |matches: &ArgMatches| matches.get_one::<u32>("timeout").copied();
    let early = timeout(&matches);
    early.inspect(|&seconds| interrupt::after(seconds, TROUBLE));
    let settled = settings_file::complete(&command, line, &matches)?;
    let matches = self::matches(&settled.line)?;
    let given = matches.subcommand().map_or(&matches, |(_, given)| given);
    let quiet = given.try_get_one("quiet").ok().flatten();
    if quiet.is_none_or(|quiet: &bool| !quiet) {
        settled.notes.iter().for_each(note::note);
    }
    if early.is_none() {
        timeout(&matches).inspect(|&seconds| interrupt::after(seconds, TROUBLE));
    }
    match args::Cli::from_arg_matches(&matches) {
        Ok(cli) => {
            let invocation = Invocation {
                settings: settled.files,
                most: MostBytes(cli.limits.max_size),
            };
            Ok((cli, invocation))
        }
        Err(error) => error.exit(),
    }
}

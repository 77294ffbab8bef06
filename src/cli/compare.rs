//! `enregard A B`: the comparison of two files.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::bail;
use enregard::export::{Exporter, Vecalign};
use enregard::{CompareOptions, compare};

use super::args::CompareArgs;
use super::{inputs, terminal};

/// What stands on stderr when no file is named.
const USAGE: &str = "two files are needed: enregard A B (see enregard --help)";

pub fn run(args: &CompareArgs) -> anyhow::Result<ExitCode> {
    match args.files.len() {
        0 => bail!(USAGE),
        1 => bail!(
            "one file is named; two are needed: enregard {} OTHER",
            args.files[0].display()
        ),
        2 => {}
        n => bail!("{n} files are named; two are compared at a time for now"),
    }
    terminal::set_colour(args.color, io::stdout().is_terminal());
    let _ = terminal::width(args.width);
    let inputs = inputs::resolve(&args.files, &args.sigla, &args.read)?;
    let readings = inputs::read(&inputs)?;
    if !args.quiet {
        inputs::tell(&readings);
    }
    let witnesses = readings.into_iter().map(|r| r.witness).collect();
    let options = CompareOptions {
        words: true,
        old_print: args.old_print,
    };
    let table = compare(witnesses, &options);
    let mut out = BufWriter::new(io::stdout().lock());
    Vecalign.write(&table, &mut out)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

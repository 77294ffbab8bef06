//! `enregard segment`: how a text is cut into units.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::slice;

use crate::export::{self, ExportOptions};
use crate::read::Reading;
use crate::witness::UnitIndex;
use crate::{AlignmentTable, Witness};
use anyhow::Context;
use clap::{Args, ValueEnum};

use super::invocation::Invocation;
use super::options::ReadArgs;
use super::sigla::Names;
use super::stdout::stdout;
use super::threads::set_threads;
use super::{STDOUT_FAILED, inputs, output};

/// Prints the units of a text with their places
#[derive(Debug, Args)]
pub(super) struct SegmentArgs {
    /// The file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    #[command(flatten)]
    read: ReadArgs,

    /// How they are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text, help_heading = "Writing")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line per unit, columns separated by tabs: number, characters, bytes, paragraph, sentence, skip, text
    Text,
    /// JSON with the tokens as well; spans count from 0 and exclude their end
    Json,
}

pub(super) fn run(args: &SegmentArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    set_threads(None)?;
    let kept = run.kept().and(output::TEXT, [&args.file]);
    kept.check_stdout()?;
    let inputs = inputs::resolve(
        slice::from_ref(&args.file),
        &Names::letters(1),
        &args.read,
        run.most,
    )?;
    let readings = inputs::read(&inputs)?;
    inputs::tell(&readings);
    for Reading { witness, .. } in readings {
        write(witness, args.format).context(STDOUT_FAILED)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write(witness: Witness, format: Format) -> io::Result<()> {
    let mut out = stdout();
    match format {
        Format::Text => write_text(&witness, &mut out)?,
        Format::Json => write_json(witness, &mut out)?,
    }
    out.flush()
}

/// The JSON of a table that has one witness, and no rows because nothing was compared.
fn write_json(witness: Witness, out: &mut dyn Write) -> io::Result<()> {
    let table = AlignmentTable {
        uncompared: Vec::new(),
        witnesses: vec![witness],
        base: 0,
        rows: Vec::new(),
        quotations: Vec::new(),
        facts: Vec::new(),
        facts_between: Vec::new(),
        ignored: Vec::new(),
        notes: Vec::new(),
    };
    export::write(&table, export::Format::Json, &ExportOptions::default(), out)
}

fn write_text(witness: &Witness, out: &mut dyn Write) -> io::Result<()> {
    let has_labels = !witness.labels.is_empty();
    let labels = if has_labels { "\tlabels" } else { "" };
    writeln!(
        out,
        "unit\tchars\tbytes\tparagraph\tsentence\tskip\ttext{labels}"
    )?;
    // Units do not overlap and stand in the order of the text: characters are counted in one walk over it.
    let (mut byte, mut character) = (0, 0);
    let mut characters_to = |end: usize| {
        character += witness.text[byte..end].chars().count();
        byte = end;
        character
    };
    for (n, unit) in witness.units().iter().enumerate() {
        let (start, end) = (unit.span.range().start, unit.span.range().end);
        write!(
            out,
            "{}\t{}-{}\t{start}-{end}",
            n + 1,
            characters_to(start),
            characters_to(end)
        )?;
        write!(out, "\t{}\t{}\t", unit.paragraph + 1, unit.sentence + 1)?;
        if let Some(skip) = &unit.skip {
            write!(out, "{skip}")?;
        }
        write!(out, "\t{}", witness.line(unit.span))?;
        if has_labels {
            let names = witness.names(&[UnitIndex::new(n)]).join(", ");
            write!(out, "\t{names}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

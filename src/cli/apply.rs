//! `enregard apply`: corrections of a table that come back.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::apply::{Applied, Corrections, apply, read_corrections};
use crate::format::units::numbers;
use anyhow::{Context, bail, ensure};
use clap::Args;

use super::invocation::Invocation;
use super::note::{name_of, note};
use super::options::CompareArgs;
use super::settings::Settings;
use super::sigla::Names;
use super::{compare, parts};

const MANUAL: &str = "\
How to correct:
  enregard A.txt B.txt -o table.xlsx       then open it in any spreadsheet program (or csv, tsv, json)
  enregard apply table.xlsx A.txt B.txt -o corrected.xlsx -o corrected.html

  What counts are the columns A_units, B_units … (3, or 3-5, or 3,5), status and note. Rows may stand in any order, and be
  filtered or sorted. The texts are there for reading; they are mended in their files.
  right      write ok in the column status
  relink     change the units of the rows, so that each unit stands in one row
  merge      write the units of both rows into one, and delete the other
  split      write part of the units into a new row, wherever it stands; a new row needs no number
  unlink     empty the cells with the units of a row (one of them, or both), or make two rows of it
  delete     a row of units that one text alone has may be deleted: they are aligned anew
  note       whatever stands in the column note is kept

  Rows with ok, and rows whose units were changed (they come back as edited), stand in the result as they are written; the
  rest is aligned anew around them. What cannot be meant is told row by row, and then nothing is written.
  Options that say how the texts are read and aligned have to be given as they were for the table: --unit, --lang, --ignore,
  --encoding, --monotone, --old-print, --lexicon. JSON holds the first three, a workbook the first two. The base (--base) is
  known to all of them.";

/// Rows that are told by their numbers; more would fill the screen.
const MOST_TOLD: usize = 50;

/// Aligns files anew around corrections made in a table
#[derive(Debug, Args)]
#[command(
    override_usage = "enregard apply [OPTIONS] TABLE A B [C …]",
    after_long_help = MANUAL,
    mut_arg("files", |arg| arg.help("The files that the table was made from, in the order of its columns"))
)]
pub(super) struct ApplyArgs {
    /// The corrected table: CSV, TSV, XLSX or JSON; - is standard input
    #[arg(value_name = "TABLE")]
    table: PathBuf,

    #[command(flatten)]
    compare: CompareArgs,
}

pub(super) fn run(mut args: ApplyArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    // A file that holds several texts is named alone, as it was for the table.
    let files = std::mem::take(&mut args.compare.files);
    (args.compare.files, args.compare.titles) = parts::named(files, &args.compare.read, run.most)?;
    let count = args.compare.files.len();
    ensure!(
        count >= 2,
        "a table and the files it was made from are needed: enregard apply TABLE A B -o NEW ({count} files are named after the table)"
    );
    ensure!(
        args.compare.explain.explain.is_empty(),
        "--explain: tells why the program sets units side by side; leave out `apply`"
    );
    let name = name_of(&args.table);
    let corrections = corrections(&args, run)?;
    let with_bom = args.compare.csv_bom;
    let mut settings = settings(&mut args.compare, &corrections, run)?;
    if let Some(output) = settings.outputs.iter().find(|o| o.replaces(&args.table)) {
        if let Some(lost) =
            corrections.would_lose(output.format, with_bom, settings.export.separator)
        {
            bail!("-o {name}: is the corrected table, and would lose {lost}; write another file");
        }
        ensure!(
            settings.pair.is_none(),
            "-o {name}: is the corrected table, and would lose all texts but those of --pair; write another file"
        );
        ensure!(
            settings.selection.is_none(),
            "-o {name}: is the corrected table, and would lose the rows that are not chosen; write another file"
        );
    }
    if settings.compare.ignored.is_empty() {
        settings.compare.ignored = corrections.ignored().to_vec();
    }
    let quiet = args.compare.quiet;
    let base = settings.base.unwrap_or(0);
    compare::carry_out(
        &args.compare,
        settings,
        |witnesses, decided, options, progress| {
            let applied = apply(&corrections, witnesses, base, decided, options, progress)
                .with_context(|| name)?;
            if !quiet {
                progress.aside(|| tell(&applied, &corrections));
            }
            Ok(applied.table.into())
        },
    )
}

fn corrections(args: &ApplyArgs, run: &Invocation) -> anyhow::Result<Corrections> {
    let bytes = run.most.read(&args.table)?;
    let sigla: Vec<String> = match args.compare.sigla.as_slice() {
        [] => Vec::new(),
        given => {
            let names = Names::over(&args.compare.titles, given, args.compare.files.len())?;
            names.sigla().iter().map(|own| own.0.clone()).collect()
        }
    };
    read_corrections(&bytes, &sigla).with_context(|| name_of(&args.table))
}

/// The settings, with what the table says of its making where the command line does not.
fn settings(
    args: &mut CompareArgs,
    corrections: &Corrections,
    run: &Invocation,
) -> anyhow::Result<Settings> {
    args.sigla = corrections.sigla();
    args.base = args.base.take().or(corrections.base().map(str::to_owned));
    let (files, sigla) = (args.files.len(), args.sigla.len());
    ensure!(
        files == sigla,
        "the table has {sigla} texts ({}), and {files} files are named after it; name those it was made from, in their order",
        args.sigla.join(", ")
    );
    let mut settings = Settings::new(args, run)?;
    for (n, input) in settings.inputs.iter_mut().enumerate() {
        if let Some(level) = corrections.level() {
            input.options.level = level;
        }
        if args.read.lang.is_empty() {
            input.options.language = corrections.languages().map(|languages| languages[n]);
        }
    }
    Ok(settings)
}

fn tell(applied: &Applied, corrections: &Corrections) {
    for siglum in &applied.changed_files {
        note(format_args!(
            "{siglum} has changed since the table was made, but none of its units has"
        ));
    }
    if !corrections.tells_texts() {
        note(
            "the table has no texts, so that it cannot be told whether they are those of the files",
        );
    }
    if applied.ok.is_empty() && applied.edited.is_empty() {
        note("the table has no corrections");
        return;
    }
    let mut said = Vec::new();
    for (what, rows) in [("ok", &applied.ok), ("changed", &applied.edited)] {
        match rows.as_slice() {
            [] => {}
            [row] => said.push(format!("row {row} is {what}")),
            rows if rows.len() > MOST_TOLD => said.push(format!("{} rows are {what}", rows.len())),
            rows => said.push(format!("rows {} are {what}", numbers(rows))),
        }
    }
    if applied.realigned > 0 {
        said.push(format!(
            "{} of the others changed when they were aligned anew around these",
            applied.realigned
        ));
    }
    note(said.join("; "));
}

//! `enregard A B`: the comparison of two files.

use std::cell::LazyCell;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use crate::class::Class;
use crate::collate::{Compared, Decided, Unpaired, by_labels, collate, shared_language};
use crate::export::Format;
use crate::format::units::numbers;
use crate::table::{Note, Overview, Row, RowKind, RowNumber};
use crate::visible::Shown;
use crate::witness::Witness;
use crate::{AlignmentTable, CompareOptions, export, view};
use anyhow::{bail, ensure};

use super::differences::StatsForm;
use super::invocation::Invocation;
use super::note::note;
use super::options::CompareArgs;
use super::progress::Progress;
use super::settings::{Settings, SummaryPlace};
use super::values::AlignBy;
use super::{explain, inputs, output, pager, parts, terminal};

/// The exit code of `--exit-code` when the texts differ.
pub(super) const DIFFERENT: u8 = 1;

const WHAT_TO_DO: &str = "\
name the two files to compare:

    enregard A.txt B.txt

`enregard -h` lists the options, `enregard --help` explains them and has examples";

pub(super) fn run(mut args: CompareArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    if args.files.is_empty() && !args.legend {
        bail!(WHAT_TO_DO);
    }
    if args.files.is_empty() {
        let colours = terminal::colours(&args.colour, io::stdout().is_terminal());
        pager::page(&args.pager, |out| view::legend(colours, out))?;
        return Ok(ExitCode::SUCCESS);
    }
    (args.files, args.titles) = parts::named(args.files, &args.read, run.most)?;
    if !args.quiet && args.sigla.is_empty() {
        args.titles.tell();
    }
    let settings = Settings::new(&args, run)?;
    let (base, names) = (settings.base.unwrap_or(0), settings.names.clone());
    carry_out(&args, settings, |witnesses, decided, options, progress| {
        if args.explain.explain.is_empty() {
            return Ok(collate(witnesses, base, options, decided, progress)?.into());
        }
        ensure!(
            args.pair.is_empty(),
            "--explain tells of all the files, and not of those of --pair alone; leave one of them out"
        );
        ensure!(
            decided.is_empty(),
            "--explain: the files say what stands side by side; --realign, or no --align-by, aligns it by its words"
        );
        let compared = Compared::observed(witnesses, base, options, progress)?;
        let asked = &args.explain.explain;
        let tell = |said: String| {
            if !args.quiet {
                progress.aside(|| note(&said));
            }
        };
        let (table, explanations) = explain::explain(&compared, asked, &names, &tell)?;
        Ok(Made {
            table,
            explanations,
        })
    })
}

/// A table, and what is shown in its place.
pub(super) struct Made {
    table: AlignmentTable,
    /// Where there are any they are shown.
    explanations: Vec<view::Explained>,
}

impl From<AlignmentTable> for Made {
    fn from(table: AlignmentTable) -> Self {
        Self {
            table,
            explanations: Vec::new(),
        }
    }
}

/// Reads the files, makes a table of them with `make`, and writes and shows it.
pub(super) fn carry_out(
    args: &CompareArgs,
    mut settings: Settings,
    make: impl FnOnce(Vec<Witness>, &[Decided], &CompareOptions, &Progress) -> anyhow::Result<Made>,
) -> anyhow::Result<ExitCode> {
    args.threads.set()?;
    let colours = terminal::colours(
        &args.colour,
        match settings.summary {
            // The figures go to the one, the summary to the other.
            SummaryPlace::Stderr if settings.stats.is_some() => {
                io::stdout().is_terminal() && io::stderr().is_terminal()
            }
            SummaryPlace::Stderr if settings.view.is_none() => io::stderr().is_terminal(),
            _ => io::stdout().is_terminal(),
        },
    );
    settings.set_colours(colours);
    let progress = Progress::stages(&args.progress, args.quiet);
    progress.begin("read");
    let readings = inputs::read(&settings.inputs)?;
    let bytes: usize = readings.iter().map(|r| r.witness.text.len()).sum();
    progress.end(
        "read",
        format_args!("{} texts, {bytes} bytes", readings.len()),
    );
    if !args.quiet {
        progress.aside(|| inputs::tell(&readings));
    }
    let of_one_file = !args.realign && inputs::rows_of_file(&readings);
    let mut forms = Vec::new();
    let witnesses: Vec<Witness> = readings
        .into_iter()
        .map(|reading| {
            forms.extend(reading.forms);
            reading.witness
        })
        .collect();
    if args.align_by == AlignBy::Labels && !of_one_file {
        settings.compare.unpaired = Unpaired::Free;
    }
    let decided = match args.align_by {
        _ if of_one_file => by_labels(&witnesses, Unpaired::Alone),
        AlignBy::Labels => by_labels(&witnesses, Unpaired::Free),
        AlignBy::Words => Vec::new(),
    };
    if args.align_by == AlignBy::Labels && decided.is_empty() && !args.quiet {
        progress.aside(|| {
            note(
                "--align-by labels: the texts have no label in common, and are aligned by their words; --refs says how numbers in them look",
            );
        });
    }
    progress.begin("lexicon");
    let known = settings
        .known
        .with_forms(shared_language(&witnesses), &forms)?;
    if !known.files.is_empty() {
        progress.end("lexicon", &known.files);
    }
    settings.compare.known = Some(known.pairs);
    let Made {
        table,
        explanations,
    } = make(witnesses, &decided, &settings.compare, &progress)?;
    let whole = table;
    let pair = settings.pair.map(|pair| whole.between(pair));
    let table = pair.as_ref().unwrap_or(&whole);
    let quiet = &settings.summary_options.quiet;
    let same = (settings.brief && explanations.is_empty())
        .then(|| view::same(table, quiet))
        .flatten();
    if !args.quiet {
        progress.aside(|| tell(&whole, &settings, same.is_some()));
        if args.align_by == AlignBy::Labels {
            progress.aside(|| tell_doubtful(table));
        }
    }
    if io::stdout().is_terminal() && mostly_agrees(table, quiet) {
        settings.fold();
    }
    let selected = settings.selection.as_ref().map(|s| table.select(s));
    let chosen = selected.as_ref().unwrap_or(table);
    // Formats of two have the beads between them, which the table of all knows.
    let of_whole = pair.as_ref().and(settings.selection.as_ref());
    let of_whole = of_whole.map(|selection| whole.select(selection));
    let beads = of_whole.as_ref().or(pair.as_ref().map(|_| &whole));
    let written = |format: Format| match beads.filter(|_| format.holds_two()) {
        Some(beads) => beads,
        None => chosen,
    };
    if !settings.outputs.is_empty() {
        progress.begin("export");
        output::write(&settings.outputs, written, &settings.export)?;
        let (files, rows) = (settings.outputs.len(), chosen.rows.len());
        progress.end("export", format_args!("{files} files of {rows} rows"));
    }
    // What is shown from here on must find the terminal as it was.
    drop(progress);
    // How every two stand to each other takes time where there are many.
    let overview = LazyCell::new(|| table.overview());
    if settings.summary == SummaryPlace::Stderr {
        // Whoever closed stderr does not want it.
        let _ = sum_up(
            [table, chosen],
            &overview,
            &settings,
            &mut io::stderr().lock(),
        );
    }
    if !explanations.is_empty() {
        let detail = match args.progress.verbose {
            true => view::Detail::Weights,
            false => view::Detail::Words,
        };
        pager::page(&args.pager, |out| {
            explain::write(table, &explanations, detail, &settings.summary_options, out)
        })?;
    } else if let Some(same) = same.filter(|_| settings.prints()) {
        pager::page(&args.pager, |out| writeln!(out, "{same}"))?;
    } else if settings.prints() {
        let printed = settings.format.map_or(chosen, written);
        pager::page(&args.pager, |out| {
            show([table, chosen, printed], &overview, &settings, out)
        })?;
    }
    Ok(
        if args.exit_code && differs(table, &settings.summary_options.quiet) {
            ExitCode::from(DIFFERENT)
        } else {
            ExitCode::SUCCESS
        },
    )
}

/// Writes what goes to standard output: of the rows those that are chosen, as a table those that are to be printed; and the
/// summary of the whole, whose overview this is.
fn show(
    [table, chosen, printed]: [&AlignmentTable; 3],
    overview: &Overview,
    settings: &Settings,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let Some(format) = settings.format {
        match io::stdout().is_terminal() {
            true => export::write(
                printed,
                format,
                &settings.export,
                &mut Shown::new(&mut *out),
            )?,
            false => export::write(printed, format, &settings.export, out)?,
        }
    }
    if settings.legend {
        view::legend(settings.summary_options.colours, out)?;
        writeln!(out)?;
    }
    if let Some(options) = &settings.view {
        view::overview(table, overview, options, out)?;
        match chosen.rows.is_empty() && !table.rows.is_empty() {
            true => writeln!(out, "no row of {} is chosen\n", table.rows.len())?,
            false => view::render(chosen, options, out)?,
        }
    }
    match settings.stats {
        None => {}
        Some(StatsForm::Text) => view::stats(table, overview, &settings.summary_options, out)?,
        Some(StatsForm::Json) => view::stats_json(table, overview, out)?,
    }
    if settings.summary == SummaryPlace::Stdout {
        sum_up([table, chosen], overview, settings, out)?;
    }
    Ok(())
}

fn sum_up(
    [table, chosen]: [&AlignmentTable; 2],
    overview: &Overview,
    settings: &Settings,
    out: &mut dyn Write,
) -> io::Result<()> {
    if settings.selection.is_some() && !chosen.rows.is_empty() {
        let (some, all) = (chosen.rows.len(), table.rows.len());
        writeln!(out, "{some} of {all} rows chosen; of the whole:")?;
    }
    view::summary(table, overview, &settings.summary_options, out)
}

/// Whether there are many rows, and nearly all show no difference.
fn mostly_agrees(table: &AlignmentTable, quiet: &[Class]) -> bool {
    // A screen or two can be looked through; of more a reader wants the places that differ.
    const MANY: usize = 30;
    let rules = table.rules(quiet);
    let agree = table.rows.iter().filter(|row| rules.agrees(row)).count();
    table.rows.len() >= MANY && agree * 10 >= table.rows.len() * 9
}

/// Says which rows stand by their labels though their words speak against it.
fn tell_doubtful(table: &AlignmentTable) {
    let rows = table.rows.iter();
    let doubtful = rows.filter(|row| row.score.is_some_and(|score| score < 0.0));
    let doubtful: Vec<RowNumber> = doubtful.map(|row| row.number).collect();
    let (rows, stand) = match doubtful.as_slice() {
        [] => return,
        [_] => ("row", "stands"),
        _ => ("rows", "stand"),
    };
    let numbers = numbers(&doubtful);
    note(format_args!(
        "{rows} {numbers} {stand} side by side by the labels, though the words speak against it"
    ));
}

/// Says what a reader may wonder about in a result that is none, or surprising; that the texts are the same only where that
/// is not the `answered`.
fn tell(table: &AlignmentTable, settings: &Settings, answered: bool) {
    let notes = table.notes.iter();
    let notes = notes.filter(|said| !answered || !matches!(said, Note::SameText(_)));
    let notes: Vec<Note> = notes.cloned().collect();
    Note::told(&notes).iter().for_each(note);
    let mut said = Vec::new();
    for format in settings
        .outputs
        .iter()
        .map(|o| o.format)
        .chain(settings.format)
    {
        if let Some(lost) = export::cannot_hold(table, format, &settings.export)
            && !said.contains(&lost)
        {
            note(&lost);
            said.push(lost);
        }
    }
}

/// Whether anything is left that `--exit-code` counts: a difference, something only one witness has, a move.
pub(super) fn differs(table: &AlignmentTable, quiet: &[Class]) -> bool {
    let summary = table.summary_showing(quiet);
    // No words of theirs are the same.
    let two_languages = |note: &Note| matches!(note, Note::Languages { rules: None, .. });
    // Of more than two, what some have and another has not.
    let lacking =
        |row: &Row| row.kind == RowKind::Bead && row.present().count() < table.witnesses.len();
    table.notes.iter().any(two_languages)
        || table.rows.iter().any(lacking)
        || summary.only.iter().any(|&units| units > 0)
        || summary.moved_rows + summary.moved_words + summary.punctuation > 0
        || !summary.differences.is_empty()
}

//! What the arguments of a comparison mean, taken together and with the terminal.

use std::io::{self, IsTerminal};

use crate::class::Class;
use crate::export::{ExportOptions, Format};
use crate::select::{Marks, Selection};
use crate::view::{Colours, Layout, Signs, ViewOptions};
use crate::{CompareOptions, Unpaired};
use anyhow::{bail, ensure};

use super::choose::Fold;
use super::differences::StatsForm;
use super::inputs::{self, Input};
use super::invocation::Invocation;
use super::known::KnownWords;
use super::note::name_of;
use super::options::CompareArgs;
use super::output::{self, Output};
use super::sigla::Names;
use super::terminal;
use super::values::{self, View};

/// A comparison to make.
#[derive(Debug)]
pub(super) struct Settings {
    /// The files.
    pub(super) inputs: Vec<Input>,
    /// What they are called.
    pub(super) names: Names,
    /// The place of the base among them, where one is named.
    pub(super) base: Option<usize>,
    /// The places of the two that are shown and written, where they are named.
    pub(super) pair: Option<[usize; 2]>,
    /// What is computed.
    pub(super) compare: CompareOptions,
    /// The words known beforehand, for the language that the texts turn out to be in.
    pub(super) known: KnownWords,
    /// The rows chosen; `None` for all.
    pub(super) selection: Option<Selection>,
    /// The files to write.
    pub(super) outputs: Vec<Output>,
    /// What is written to standard output.
    pub(super) format: Option<Format>,
    /// The choices of the formats.
    pub(super) export: ExportOptions,
    /// The view, when it is shown.
    pub(super) view: Option<ViewOptions>,
    /// Whether the view may be short where little is to be seen: nothing of it was asked for.
    pub(super) brief: bool,
    /// Where the summary goes.
    pub(super) summary: SummaryPlace,
    /// How the summary is shown: as the view, whether that is shown or not.
    pub(super) summary_options: ViewOptions,
    /// The figures, when they are shown.
    pub(super) stats: Option<StatsForm>,
    /// Whether the legend stands before the view.
    pub(super) legend: bool,
}

impl Settings {
    /// Shows what is shown in these colours.
    pub(super) fn set_colours(&mut self, colours: Colours) {
        self.summary_options.colours = colours;
        if let Some(view) = &mut self.view {
            view.colours = colours;
        }
    }

    /// Folds rows that are the same, where nothing says otherwise.
    pub(super) fn fold(&mut self) {
        if self.brief {
            self.fold_in_any_view();
        }
    }

    /// Folds rows that are the same, also in a view that was named.
    pub(super) fn fold_in_any_view(&mut self) {
        let options = [Some(&mut self.summary_options), self.view.as_mut()];
        for options in options.into_iter().flatten() {
            options.fold = Some(Fold::USUAL.into());
        }
    }

    /// Whether anything goes to standard output.
    pub(super) fn prints(&self) -> bool {
        self.stats.is_some()
            || self.format.is_some()
            || self.view.is_some()
            || self.legend
            || self.summary == SummaryPlace::Stdout
    }
}

/// Where the summary goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SummaryPlace {
    /// Nowhere.
    None,
    /// Below the view.
    Stdout,
    /// Aside from a table that goes to standard output or files.
    Stderr,
}

impl Settings {
    /// Resolves the arguments.
    pub(super) fn new(args: &CompareArgs, run: &Invocation) -> anyhow::Result<Self> {
        match args.files.as_slice() {
            [] => bail!("two files are needed"),
            [one] => bail!(
                "one file is named, two are needed: enregard {} OTHER",
                name_of(one)
            ),
            _ => {}
        }
        let kept = run.kept().and(output::TEXT, &args.files);
        let kept = kept.and(output::KNOWN, args.known.files());
        kept.check_stdout()?;
        let (outputs, taken) = output::resolve(&args.output, args.format, &kept)?;
        // What is written to a file is not printed as well.
        let format = args.format.filter(|_| !taken);
        if let Some(format) = format
            && format.is_binary()
            && io::stdout().is_terminal()
        {
            let name = format.name();
            let file = match Format::from_extension(name) {
                Some(_) => format!("FILE.{name}"),
                None => format!("{name}:FILE"),
            };
            bail!("--format {name}: is nothing a terminal can show; write a file: -o {file}");
        }
        ensure!(
            format.is_none() || !outputs.iter().any(Output::is_stdout),
            "--format: standard output is taken by -o; leave one of them out"
        );
        let aside = format.is_some() || !outputs.is_empty() || args.differences.stats.is_some();
        let shown = !args.quiet && (args.view.is_some() || !aside);
        let names = Names::over(&args.titles, &args.sigla, args.files.len())?;
        let base = names.base(args.base.as_deref())?;
        let inputs = inputs::resolve(&args.files, &names, &args.read, run.most)?;
        let mut formats = outputs.iter().map(|o| o.format).chain(format);
        formats.try_for_each(|format| names.check_columns(format, base))?;
        let pair = pair(&args.pair, &names)?;
        let view = view_options(args, pair.map_or(args.files.len(), |pair| pair.len()));
        let formats = outputs.iter().map(|o| o.format).chain(format);
        let selection = args.choose.selection(&view.quiet, formats)?;
        let holds_words = |format: Format| format.holds_words();
        let words = shown
            || selection.is_some()
            || args.exit_code
            || !args.explain.explain.is_empty()
            || args.differences.stats.is_some()
            || format.is_some_and(holds_words)
            || outputs.iter().any(|o| o.format.holds_words());
        let asked = args.view.is_some_and(|view| view != View::Auto)
            || args.show_skipped
            || args.show_typographic
            || args.legend
            || args.choose.fold != Fold::Auto
            || pair.is_some()
            || selection.is_some();
        Ok(Self {
            brief: !aside && !asked,
            compare: CompareOptions {
                words,
                old_print: args.old_print,
                monotone: args.monotone,
                unpaired: Unpaired::Alone,
                ignored: args.differences.ignore.clone(),
                known: None,
            },
            known: KnownWords::new(&args.known, words, run.most)?,
            selection,
            outputs,
            format,
            // Facts are told against the base, so that of two others they would be lost.
            base: base.or(pair.map(|[first, _]| first)),
            pair,
            export: export_options(args, &names, pair)?,
            inputs,
            names,
            view: shown.then(|| view.clone()),
            summary: match (args.quiet, aside) {
                (true, _) => SummaryPlace::None,
                (false, false) => SummaryPlace::Stdout,
                (false, true) => SummaryPlace::Stderr,
            },
            summary_options: view,
            stats: args.differences.stats,
            legend: args.legend && !args.quiet,
        })
    }
}

fn view_options(args: &CompareArgs, columns: usize) -> ViewOptions {
    let width = terminal::width(args.width.map(usize::from));
    ViewOptions {
        layout: match args.view.unwrap_or(View::Auto) {
            View::Auto => Layout::fitting(width, columns),
            View::Side => Layout::Side,
            View::Stacked => Layout::Stacked,
            View::Apparatus => Layout::Apparatus,
            View::Inline => Layout::Inline,
            View::Table => Layout::Table,
            View::Summary => Layout::Summary,
        },
        width,
        show_skipped: args.show_skipped,
        context: args.choose.context.into(),
        fold: match args.choose.fold {
            Fold::Auto | Fold::Never => None,
            Fold::Beside(rows) => Some(rows.into()),
        },
        quiet: quiet(args),
        marks: marks(args),
        colours: Colours::None,
        signs: match args.signs {
            values::Signs::Auto => Signs::Auto,
            values::Signs::Always => Signs::Always,
            values::Signs::Never => Signs::Never,
        },
    }
}

fn export_options(
    args: &CompareArgs,
    names: &Names,
    pair: Option<[usize; 2]>,
) -> anyhow::Result<ExportOptions> {
    let tags = names.each("--tmx-lang", &args.tmx_lang)?;
    let mut languages = Vec::new();
    for (siglum, tag) in names.sigla().iter().zip(tags) {
        let Some(tag) = tag else { continue };
        ensure!(
            !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
            "--tmx-lang: `{}` is not a language tag, such as fr or fr-CA",
            tag.escape_debug()
        );
        languages.push((siglum.clone(), tag.to_owned()));
    }
    Ok(ExportOptions {
        bom: args.csv_bom,
        separator: args.csv_separator.unwrap_or(b','),
        formula_guard: args.csv_guard,
        quiet: quiet(args),
        marks: marks(args),
        languages,
        pair: pair.map(|pair| pair.map(|at| names.sigla()[at].clone())),
        naming: args.apparatus.into(),
    })
}

/// The places of the two files of `--pair`.
fn pair(named: &[String], names: &Names) -> anyhow::Result<Option<[usize; 2]>> {
    if named.is_empty() {
        return Ok(None);
    }
    let places: Vec<usize> = named
        .iter()
        .filter_map(|name| names.place(name).ok())
        .collect();
    let sigla = names.sigla();
    match places[..] {
        [a, b] if a != b && named.len() == 2 => Ok(Some([a, b])),
        _ => bail!(
            "--pair {}: two of the files are needed, by their short names, such as {},{}; they are {}",
            name_of(named.join(",")),
            sigla[0],
            sigla[sigla.len() - 1],
            names.list()
        ),
    }
}

/// Which differences are marked.
fn marks(args: &CompareArgs) -> Marks {
    match args.marks {
        Some(values::Marks::All) => Marks::All,
        Some(values::Marks::Few) | None => Marks::Few,
    }
}

/// The classes that are counted but not marked.
fn quiet(args: &CompareArgs) -> Vec<Class> {
    if args.show_typographic {
        Vec::new()
    } else {
        vec![Class::Typographic]
    }
}

//! `enregard git-diff`: what git calls to show a change (`diff.<driver>.command`, `GIT_EXTERNAL_DIFF`).

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::collate::shared_language;
use crate::{AlignmentTable, CompareOptions, Witness, compare_witnesses, view};
use anyhow::{Context, bail};
use clap::Args;

use super::choose::Fold;
use super::compare::{DIFFERENT, differs};
use super::invocation::Invocation;
use super::note::name_of;
use super::options::CompareArgs;
use super::settings::Settings;
use super::values::Marks;

use super::{STDOUT_FAILED, inputs, terminal};
use crate::visible::message;

/// Shows a change for git, which names the files
///
/// For gitconfig: [diff "enregard"] command = enregard git-diff. For .gitattributes: *.txt diff=enregard. Or once:
/// GIT_EXTERNAL_DIFF='enregard git-diff' git diff. Options can stand after git-diff there; with --exit-code, git (2.46 and
/// later) wants trustExitCode = true beside the command. What cannot be compared is said in place of the comparison: git
/// would stop at an error.
#[derive(Debug, Args)]
#[command(mut_arg("files", |arg| arg.help("As git gives them: path old-file old-hex old-mode new-file new-hex new-mode [new-path message], or an unmerged path").long_help(None)))]
pub(super) struct GitDiffArgs {
    #[command(flatten)]
    compare: CompareArgs,
}

/// A change as git tells it.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// A path that two sides of a merge have changed.
    Unmerged(PathBuf),
    /// A path with what it was and is.
    Changed(Box<Sides>),
}

#[derive(Debug, PartialEq, Eq)]
struct Sides {
    old: Side,
    new: Side,
    /// What git says of a renamed file.
    message: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
struct Side {
    /// The path in the repository.
    path: PathBuf,
    /// The file that holds it; the null device for none.
    file: PathBuf,
    hex: String,
    mode: String,
}

/// Characters of an object's name that are shown.
const SHORT: usize = 7;

pub(super) fn run(mut args: GitDiffArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let args = &mut args.compare;
    let change = Change::new(std::mem::take(&mut args.files))?;
    args.threads.set()?;
    // Git's own pager stands between us and the terminal.
    let paged = env::var_os("GIT_PAGER_IN_USE").is_some();
    let colours = terminal::colours(&args.colour, paged || io::stdout().is_terminal());
    let mut out = BufWriter::new(io::stdout().lock());
    let differs = match change {
        Change::Unmerged(path) => {
            writeln!(out, "{}: unmerged", name_of(path)).context(STDOUT_FAILED)?;
            true
        }
        Change::Changed(sides) => {
            view::heading(&sides.title(), colours, &mut out).context(STDOUT_FAILED)?;
            // Who has changed a text wants every change.
            args.marks.get_or_insert(Marks::All);
            args.files = vec![sides.old.file.clone(), sides.new.file.clone()];
            let mut settings = Settings::new(args, run)?;
            settings.set_colours(colours);
            if args.choose.fold == Fold::Auto && settings.selection.is_none() {
                settings.fold_in_any_view();
            }
            match table(&sides, &settings) {
                Ok(table) => {
                    show(&table, &settings, &mut out).context(STDOUT_FAILED)?;
                    sides.differ() || differs(&table, &settings.summary_options.quiet)
                }
                Err(error) => {
                    writeln!(out, "not compared: {}\n", message(&sides.named(&error)))
                        .context(STDOUT_FAILED)?;
                    true
                }
            }
        }
    };
    out.flush().context(STDOUT_FAILED)?;
    Ok(if args.exit_code && differs {
        ExitCode::from(DIFFERENT)
    } else {
        ExitCode::SUCCESS
    })
}

fn table(sides: &Sides, settings: &Settings) -> anyhow::Result<AlignmentTable> {
    let mut witnesses = Vec::new();
    for (reading, side) in inputs::read(&settings.inputs)?
        .into_iter()
        .zip([&sides.old, &sides.new])
    {
        let mut witness = reading.witness;
        witness.path = side.name();
        witnesses.push(witness);
    }
    let Ok(witnesses) = <[Witness; 2]>::try_from(witnesses) else {
        bail!("two files are compared at a time");
    };
    let options = CompareOptions {
        known: Some(
            settings
                .known
                .of(shared_language(witnesses.each_ref()))?
                .pairs,
        ),
        ..settings.compare.clone()
    };
    Ok(compare_witnesses(witnesses, &options)?)
}

fn show(table: &AlignmentTable, settings: &Settings, out: &mut dyn Write) -> io::Result<()> {
    let options = &settings.summary_options;
    if let Some(same) = settings
        .brief
        .then(|| view::same(table, &options.quiet))
        .flatten()
    {
        return writeln!(out, "{same}\n");
    }
    let selected = settings.selection.as_ref().map(|s| table.select(s));
    view::render(selected.as_ref().unwrap_or(table), options, out)?;
    view::summary(table, &table.overview(), options, out)?;
    writeln!(out)
}

impl Change {
    fn new(arguments: Vec<PathBuf>) -> anyhow::Result<Self> {
        let count = arguments.len();
        let mut arguments = arguments.into_iter();
        let mut next = || arguments.next().unwrap_or_default();
        match count {
            1 => Ok(Self::Unmerged(next())),
            7 | 9 => {
                let path = next();
                let mut side = || Side {
                    path: path.clone(),
                    file: next(),
                    hex: next().display().to_string(),
                    mode: next().display().to_string(),
                };
                let (old, mut new) = (side(), side());
                let mut message = None;
                if count == 9 {
                    new.path = next();
                    message = Some(next().display().to_string());
                }
                Ok(Self::Changed(Box::new(Sides { old, new, message })))
            }
            _ => bail!(
                "git calls this command, with 1, 7 or 9 arguments ({count} were given); to see it: GIT_EXTERNAL_DIFF='enregard git-diff' git diff"
            ),
        }
    }
}

impl Sides {
    /// Whether something differs beside the texts: the names, the modes, whether there is a file at all.
    fn differ(&self) -> bool {
        let (old, new) = (&self.old, &self.new);
        old.path != new.path || old.mode != new.mode || old.is_nothing() || new.is_nothing()
    }

    /// `chapter.txt`, and what happened to it beside its text.
    fn title(&self) -> String {
        let (old, new) = (&self.old, &self.new);
        let mut title = name_of(&old.path);
        if new.path != old.path {
            title = format!("{title} → {}", name_of(&new.path));
        }
        match (old.is_nothing(), new.is_nothing()) {
            (true, _) => title.push_str(" (new)"),
            (_, true) => title.push_str(" (deleted)"),
            _ if old.mode != new.mode => {
                title = format!("{title} (mode {} → {})", old.mode, new.mode);
            }
            _ => {}
        }
        // Git's message has a line for git's own header as well.
        let said = self.message.iter().flat_map(|m| m.lines());
        for line in said.filter(|line| line.contains("similarity")) {
            title = format!("{title}, {line}");
        }
        title
    }

    /// An error, with the paths of the repository in place of git's temporary files.
    fn named(&self, error: &anyhow::Error) -> String {
        let mut said = format!("{error:#}");
        for side in [&self.old, &self.new] {
            said = said.replace(&name_of(&side.file), &name_of(&side.path));
        }
        said
    }
}

impl Side {
    fn is_nothing(&self) -> bool {
        self.file == Path::new("/dev/null") || self.file.as_os_str() == OsStr::new("nul")
    }

    /// The path, and which version of it.
    fn name(&self) -> String {
        let path = name_of(&self.path);
        if self.is_nothing() {
            return "(no file)".to_owned();
        }
        // Git has no name yet for what stands in the working tree.
        if self.hex.chars().all(|c| c == '0') {
            return format!("{path} (working tree)");
        }
        let short: String = self.hex.chars().take(SHORT).collect();
        format!("{path} ({short})")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn change(arguments: &str) -> anyhow::Result<Change> {
        Change::new(arguments.split('|').map(PathBuf::from).collect())
    }

    fn sides(arguments: &str) -> Sides {
        match change(arguments).unwrap() {
            Change::Changed(sides) => *sides,
            Change::Unmerged(path) => panic!("{path:?}"),
        }
    }

    #[test]
    fn the_arguments_of_git() {
        let plain = sides("t/é.txt|/tmp/x_é.txt|1234567890|100644|t/é.txt|0000000000|100644");
        assert_eq!(plain.title(), "t/é.txt");
        assert_eq!(plain.old.name(), "t/é.txt (1234567)");
        assert_eq!(plain.new.name(), "t/é.txt (working tree)");

        let renamed = sides(
            "a|/tmp/a|12|100644|/tmp/b|34|100755|b|similarity index 90%\nrename from a\nrename to b\n",
        );
        assert_eq!(
            renamed.title(),
            "a → b (mode 100644 → 100755), similarity index 90%"
        );
        assert_eq!(renamed.new.name(), "b (34)");

        let new = sides("a|/dev/null|.|.|/tmp/a|34|100644");
        assert_eq!(
            (new.title(), new.old.name()),
            ("a (new)".into(), "(no file)".into())
        );
        let gone = sides("a|/tmp/a|34|100644|/dev/null|.|.");
        assert_eq!(gone.title(), "a (deleted)");

        assert_eq!(change("a b").unwrap(), Change::Unmerged("a b".into()));
        assert!(change("a|b").is_err());
    }
}

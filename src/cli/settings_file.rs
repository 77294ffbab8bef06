//! Settings files: options of the command line that hold until it says otherwise.
//!
//! A key of a file is the long name of an option, so the options themselves say which keys and values there are: every
//! key is checked, and then handed on, as an argument. A file that was found beside a text may say little.

mod source;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::note::name_of;
use anyhow::{Context, bail, ensure};
use clap::builder::ValueRange;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, ValueHint};
use toml::{Table, Value};

use source::{Origin, Source, sources};

/// The options that settings give: for each its arguments.
type Options = BTreeMap<String, Vec<OsString>>;

/// The options that stand on the command line alone.
const NO_SETTINGS: [&str; 5] = ["settings", "no-settings", "help", "version", "via"];

/// The differences that do not count: what hides them is told, where it was not the user who said it, and does not change
/// [what a script is told](EXIT_CODE).
const IGNORE: &str = "ignore";
const EXIT_CODE: &str = "exit_code";

/// A command line with its settings.
pub(super) struct Settled {
    /// The line with what the settings say of the options that it does not give; the command's name first.
    pub(super) line: Vec<OsString>,
    /// The settings files that were read.
    pub(super) files: Vec<PathBuf>,
    /// What there is to say of them.
    pub(super) notes: Vec<String>,
}

/// A command line with its settings; `matches` is what `command` makes of the line.
pub(super) fn complete(
    command: &Command,
    line: Vec<OsString>,
    matches: &ArgMatches,
) -> anyhow::Result<Settled> {
    let (name, given) = match matches.subcommand() {
        Some((name, given)) => (Some(name), given),
        None => (None, matches),
    };
    let mut options = Options::new();
    let (mut files, mut notes) = (Vec::new(), Vec::new());
    let named = matches.get_one::<PathBuf>("settings").cloned();
    let only_named = matches.get_flag("no_settings");
    for source in sources(first_file(given).as_deref(), named, only_named) {
        let Some(text) = source.text(&mut notes)? else {
            continue;
        };
        let shown = name_of(&source.path);
        let mut refused = Vec::new();
        let mut said = match (
            read(command, &source, &text, name, &mut refused),
            source.origin,
        ) {
            // Who only has a folder that holds it can do nothing about it.
            (Err(error), Origin::Found) => {
                notes.push(format!("{shown}: is not taken: {error:#}"));
                continue;
            }
            (said, _) => said.with_context(|| shown.to_string())?,
        };
        if source.origin == Origin::Found && !is_given(given, IGNORE) {
            let tells = is_given(given, EXIT_CODE) || options.contains_key("exit-code");
            match said.get(IGNORE).map(|classes| listed(classes)) {
                Some(_) if tells => {
                    said.remove(IGNORE);
                    refused.push("ignore (beside --exit-code)".to_owned());
                }
                Some(classes) => notes.push(format!("{shown}: passes over {classes} (ignore)")),
                None => {}
            }
        }
        options.extend(said);
        if !refused.is_empty() {
            notes.push(format!(
                "{shown}: not taken from a file that lies beside texts: {}; they may stand on the command line, in \
                 ~/.config/enregard/enregard.toml, or in a file named by --settings",
                refused.join(", ")
            ));
        }
        files.push(source.path);
    }
    let own = name.map_or(Some(command), |name| command.find_subcommand(name));
    for arg in own.into_iter().flat_map(Command::get_arguments) {
        let id = arg.get_id().as_str();
        if let (true, Some(long)) = (is_given(given, id), arg.get_long()) {
            options.remove(long);
        }
    }
    // Before what the line says, but behind the name of a command.
    let mut line = line;
    let at = (1 + usize::from(name.is_some())).min(line.len());
    line.splice(at..at, options.into_values().flatten());
    Ok(Settled { line, files, notes })
}

/// Whether the line itself gives an option.
fn is_given(given: &ArgMatches, id: &str) -> bool {
    given.try_contains_id(id).unwrap_or(false)
        && given.value_source(id) == Some(ValueSource::CommandLine)
}

/// The values of an option's arguments (`--ignore=case`).
fn listed(arguments: &[OsString]) -> String {
    let values = arguments.iter().map(|argument| argument.to_string_lossy());
    let values = values.map(|value| {
        value
            .split_once('=')
            .map_or_else(String::new, |(_, v)| v.to_owned())
    });
    values.collect::<Vec<_>>().join(", ")
}

/// The first text that the line names, unless that is standard input. Those of git are elsewhere.
fn first_file(given: &ArgMatches) -> Option<PathBuf> {
    ["files", "file"].into_iter().find_map(|id| {
        let files = given.try_get_many::<PathBuf>(id).ok()??;
        let first = files.into_iter().next()?;
        (first.as_os_str() != "-").then(|| first.clone())
    })
}

/// The options of a file for the command of this name (`None`: the comparison). All keys are checked; of those for this command
/// that the file may not give the names go to `refused`.
fn read(
    command: &Command,
    source: &Source,
    text: &str,
    wanted: Option<&str>,
    refused: &mut Vec<String>,
) -> anyhow::Result<Options> {
    let folder = source.path.parent().unwrap_or(Path::new(""));
    let table: Table = text.parse()?;
    // These compare as well.
    let comparison = wanted.is_none_or(|name| ["apply", "git-diff"].contains(&name));
    let mut options = Options::new();
    // Whether the file may not give an option that there is.
    let refuses = |command: &Command, key: &str| {
        let exists = || command.get_arguments().any(|a| a.get_long() == Some(key));
        !source.may_say(key) && !NO_SETTINGS.contains(&key) && exists()
    };
    for (key, value) in &table {
        let Value::Table(table) = value else {
            if !refuses(command, key) {
                let arguments = option(command, folder, key, value)?;
                if comparison {
                    // What a table says for a command counts for more.
                    options.entry(key.clone()).or_insert(arguments);
                }
            } else if comparison {
                refused.push(key.clone());
            }
            continue;
        };
        let Some(sub) = command.find_subcommand(key) else {
            let names: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
            bail!(
                "no command is called `{key}`; they are {}",
                names.join(", ")
            );
        };
        let name = sub.get_name();
        for (key, value) in table {
            if !refuses(sub, key) {
                let arguments = option(sub, folder, key, value)?;
                if wanted == Some(name) {
                    options.insert(key.clone(), arguments);
                }
            } else if wanted == Some(name) {
                refused.push(format!("[{name}] {key}"));
            }
        }
    }
    Ok(options)
}

/// Reads a file as if it were found beside a text, or named.
#[cfg(fuzzing)]
pub(super) fn try_read(text: &str, is_found: bool) {
    use clap::CommandFactory;
    let mut command = super::args::Cli::command();
    command.build();
    let path = PathBuf::from("enregard.toml");
    let origin = match is_found {
        true => Origin::Found,
        false => Origin::Named,
    };
    for wanted in [None, Some("batch")] {
        let source = Source {
            path: path.clone(),
            origin,
        };
        let _ = read(&command, &source, text, wanted, &mut Vec::new());
    }
}

/// A setting as arguments, when the command takes them. Files are named from the folder of the settings on.
fn option(
    command: &Command,
    folder: &Path,
    key: &str,
    value: &Value,
) -> anyhow::Result<Vec<OsString>> {
    ensure!(
        !NO_SETTINGS.contains(&key),
        "no setting is called `{key}`; it stands on the command line alone"
    );
    let known = command.get_arguments().find(|a| a.get_long() == Some(key));
    let takes_value = known.is_none_or(|arg| arg.get_num_args() != Some(ValueRange::EMPTY));
    let values = match value {
        Value::Array(values) => values.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut arguments = Vec::new();
    for value in values {
        let value = match value {
            Value::String(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::Float(number) => number.to_string(),
            Value::Boolean(on) => {
                ensure!(
                    !takes_value || known.is_none(),
                    "{key}: takes a value, in quotation marks"
                );
                if *on || known.is_none() {
                    arguments.push(format!("--{key}").into());
                }
                continue;
            }
            _ => bail!("{key}: is not a text, a number, true or false, or a list of these"),
        };
        ensure!(takes_value, "{key}: is true or false");
        let mut argument = OsString::from(format!("--{key}="));
        let file = known.filter(|arg| arg.get_value_hint() == ValueHint::FilePath);
        match file.map(|_| folder.join(&value)) {
            Some(path) if path.exists() => argument.push(path),
            _ => argument.push(&value),
        }
        arguments.push(argument);
    }
    check(command, &arguments).map_err(|error| reason(key, &error))?;
    Ok(arguments)
}

fn check(command: &Command, arguments: &[OsString]) -> Result<(), clap::Error> {
    let line = [OsString::from("enregard")]
        .into_iter()
        .chain(arguments.iter().cloned());
    command
        .clone()
        .mut_args(|arg| arg.required(false))
        .no_binary_name(false)
        .try_get_matches_from(line)
        .map(|_| ())
}

/// Why a setting is refused, with what was perhaps meant.
fn reason(key: &str, error: &clap::Error) -> anyhow::Error {
    let suggested = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => Some(one.clone()),
        Some(ContextValue::Strings(several)) => several.first().cloned(),
        _ => None,
    };
    if matches!(
        error.kind(),
        ErrorKind::UnknownArgument | ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        return match suggested(ContextKind::SuggestedArg) {
            Some(name) => {
                anyhow::anyhow!(
                    "no setting is called `{key}`; perhaps `{}`?",
                    name.trim_start_matches('-')
                )
            }
            None => anyhow::anyhow!(
                "no setting is called `{key}`; settings have the long names of options, see enregard --help"
            ),
        };
    }
    let said = error.render().to_string();
    let first = said.lines().next().unwrap_or_default();
    let first = first.trim_start_matches("error: ");
    let mut reason = format!("{key}: {first}");
    if let Some(value) = suggested(ContextKind::SuggestedValue) {
        reason = format!("{reason}; perhaps `{value}`?");
    } else if let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue) {
        reason = format!("{reason}; possible are {}", valid.join(", "));
    }
    anyhow::anyhow!(reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn what_a_stranger_may_set_exists_and_is_no_file() {
        let mut command = crate::cli::args::Cli::command();
        command.build();
        for option in source::ANYWHERE {
            let commands = command.get_subcommands().chain([&command]);
            let args = commands.flat_map(Command::get_arguments);
            let args: Vec<_> = args.filter(|a| a.get_long() == Some(option)).collect();
            assert!(!args.is_empty(), "{option}");
            for arg in args {
                assert_ne!(arg.get_value_hint(), ValueHint::FilePath, "{option}");
                let names = arg.get_value_names().unwrap_or_default();
                assert!(
                    !names
                        .iter()
                        .any(|n| n.contains("FILE") || n.contains("FOLDER"))
                );
            }
        }
    }
}

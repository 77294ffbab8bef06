//! Settings files: options of the command line that hold until it says otherwise.
//!
//! A key of a file is the long name of an option, so the options themselves say which keys and values there are: every
//! key is checked, and then handed on, as an argument.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use anyhow::{Context, bail, ensure};
use clap::builder::ValueRange;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, ValueHint};
use toml::{Table, Value};

/// The name of a settings file.
const NAME: &str = "enregard.toml";

/// The options that settings give: for each its arguments.
type Options = BTreeMap<String, Vec<OsString>>;

/// `line` (the command's name first) with what the settings say of the options that it does not give.
///
/// `matches` is what `command` makes of the line. The files that were read are given as well.
pub(super) fn complete(
    command: &Command,
    line: Vec<OsString>,
    matches: &ArgMatches,
) -> anyhow::Result<(Vec<OsString>, Vec<PathBuf>)> {
    let (name, given) = match matches.subcommand() {
        Some((name, given)) => (Some(name), given),
        None => (None, matches),
    };
    let mut options = Options::new();
    let mut files = Vec::new();
    for path in places(first_file(given).as_deref()) {
        match fs::read_to_string(&path) {
            Ok(text) => {
                let own = read(command, &path, &text, name);
                options.extend(own.with_context(|| path.display().to_string())?);
                files.push(path);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err(error).with_context(|| format!("{}: cannot be read", path.display()));
            }
        }
    }
    let own = name.map_or(Some(command), |name| command.find_subcommand(name));
    for arg in own.into_iter().flat_map(Command::get_arguments) {
        let id = arg.get_id().as_str();
        let is_given = given.try_contains_id(id).unwrap_or(false)
            && given.value_source(id) == Some(ValueSource::CommandLine);
        if let (true, Some(long)) = (is_given, arg.get_long()) {
            options.remove(long);
        }
    }
    // Before what the line says, but behind the name of a command.
    let mut line = line;
    let at = (1 + usize::from(name.is_some())).min(line.len());
    line.splice(at..at, options.into_values().flatten());
    Ok((line, files))
}

/// The files of settings, the more particular last: the user's, and that of the folder of a text or of one above.
fn places(text: Option<&Path>) -> Vec<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    let home = set("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(set("HOME")?).join(".config")))
        .or_else(|| set("APPDATA").map(PathBuf::from));
    let mut places: Vec<PathBuf> = home
        .map(|folder| folder.join("enregard").join(NAME))
        .into_iter()
        .collect();
    let folder = match text.and_then(Path::parent) {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if let Ok(folder) = fs::canonicalize(folder) {
        let nearest = folder.ancestors().map(|f| f.join(NAME));
        places.extend(nearest.into_iter().find(|file| file.is_file()));
    }
    places
}

/// The first text that the line names, unless that is standard input. Those of git are elsewhere.
fn first_file(given: &ArgMatches) -> Option<PathBuf> {
    ["files", "file"].into_iter().find_map(|id| {
        let files = given.try_get_many::<PathBuf>(id).ok()??;
        let first = files.into_iter().next()?;
        (first.as_os_str() != "-").then(|| first.clone())
    })
}

/// The options of a file, at `path`, for the command of this name (`None`: the comparison). All keys are checked.
fn read(
    command: &Command,
    path: &Path,
    text: &str,
    wanted: Option<&str>,
) -> anyhow::Result<Options> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let table: Table = text.parse()?;
    // These compare as well.
    let comparison = wanted.is_none_or(|name| ["apply", "git-diff"].contains(&name));
    let mut options = Options::new();
    for (key, value) in &table {
        match value {
            Value::Table(table) => {
                let Some(sub) = command.find_subcommand(key) else {
                    let names: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
                    bail!(
                        "no command is called `{key}`; they are {}",
                        names.join(", ")
                    );
                };
                for (key, value) in table {
                    let arguments = option(sub, folder, key, value)?;
                    if wanted == Some(sub.get_name()) {
                        options.insert(key.clone(), arguments);
                    }
                }
            }
            value => {
                let arguments = option(command, folder, key, value)?;
                if comparison {
                    // What a table says for a command counts for more.
                    options.entry(key.clone()).or_insert(arguments);
                }
            }
        }
    }
    Ok(options)
}

/// A setting as arguments, when the command takes them. Files are named from the folder of the settings on.
fn option(
    command: &Command,
    folder: &Path,
    key: &str,
    value: &Value,
) -> anyhow::Result<Vec<OsString>> {
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

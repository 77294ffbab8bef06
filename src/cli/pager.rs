//! The pager, which shows page by page what is written to a terminal.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};
use clap::Args;

use super::STDOUT_FAILED;

/// Whether what is shown goes through a pager.
#[derive(Debug, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct PagerArgs {
    /// Write straight to the terminal
    ///
    /// Otherwise what does not fit on a terminal is shown by $ENREGARD_PAGER, $PAGER or less (with LESS=FRX where LESS
    /// is not set). An empty name, or cat, stands for none.
    #[arg(long, hide_short_help = true)]
    no_pager: bool,
}

/// The exit code by which a shell says that there is no such command.
const NO_COMMAND: i32 = 127;

/// A command that pages.
#[derive(Debug, PartialEq, Eq)]
enum Pager {
    /// What the user named, for the shell.
    Named(OsString),
    /// `less`, when there is one.
    Less,
}

/// Has `write` write to standard output, through a pager where that is a terminal.
pub(super) fn page(
    args: &PagerArgs,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let terminal = !args.no_pager && io::stdout().is_terminal();
    let pager = terminal.then(|| chosen(|name| env::var_os(name))).flatten();
    match pager {
        Some(pager) => match start(&pager)? {
            Some(child) => feed(child, &pager, write),
            None => direct(write),
        },
        None => direct(write),
    }
}

fn direct(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)
        .and_then(|()| out.flush())
        .context(STDOUT_FAILED)
}

/// The pager, by the environment; `None` when the user wants none.
fn chosen(variable: impl Fn(&str) -> Option<OsString>) -> Option<Pager> {
    match variable("ENREGARD_PAGER").or_else(|| variable("PAGER")) {
        None => Some(Pager::Less),
        Some(name) if name.is_empty() || name == "cat" => None,
        Some(name) => Some(Pager::Named(name)),
    }
}

/// Starts a pager; `None` when nobody named one and there is no `less`.
fn start(pager: &Pager) -> anyhow::Result<Option<Child>> {
    let mut command = match pager {
        Pager::Less => Command::new("less"),
        Pager::Named(name) => shell(name),
    };
    for (name, value) in [("LESS", "FRX"), ("LV", "-c")] {
        if env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    match command.stdin(Stdio::piped()).spawn() {
        Ok(child) => Ok(Some(child)),
        Err(error) if *pager == Pager::Less && error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).context("the pager cannot be started; see --no-pager"),
    }
}

#[cfg(unix)]
fn shell(command: &OsStr) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command);
    shell
}

#[cfg(not(unix))]
fn shell(command: &OsStr) -> Command {
    let mut shell = Command::new("cmd");
    shell.arg("/C").arg(command);
    shell
}

/// Writes to the pager, and waits until its reader has seen enough.
fn feed(
    mut child: Child,
    pager: &Pager,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    // An interrupt is the pager's affair (less stops a search): were we to end of it, the shell and the pager would both
    // read the terminal. It fails only where a handler is set already.
    let _ = ctrlc::set_handler(|| {});
    let written = match child.stdin.take() {
        Some(pipe) => {
            let mut out = BufWriter::new(pipe);
            write(&mut out).and_then(|()| out.flush())
        }
        None => Ok(()),
    };
    let status = child.wait().context("the pager cannot be waited for")?;
    if let Pager::Named(name) = pager {
        ensure!(
            status.code() != Some(NO_COMMAND),
            "the pager `{}` cannot be run; set ENREGARD_PAGER or PAGER to another, or use --no-pager",
            name.display()
        );
    }
    match written {
        // The reader left before the end.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context(STDOUT_FAILED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pager_by_the_environment() {
        let named = |name: &str| Some(Pager::Named(name.into()));
        for (own, common, expected) in [
            (None, None, Some(Pager::Less)),
            (None, Some("more"), named("more")),
            (Some("most -s"), Some("more"), named("most -s")),
            (Some(""), Some("more"), None),
            (None, Some("cat"), None),
            (None, Some(""), None),
        ] {
            let variable = |name: &str| match name {
                "ENREGARD_PAGER" => own.map(OsString::from),
                _ => common.map(OsString::from),
            };
            assert_eq!(chosen(variable), expected, "{own:?} {common:?}");
        }
    }
}

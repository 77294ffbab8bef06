//! The pager, which shows page by page what is written to a terminal.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, ensure};
use clap::Args;
use unicode_width::UnicodeWidthStr;

use super::STDOUT_FAILED;
use super::interrupt::leave_to_pager;
use super::note::{name_of, note};
use super::stdout::is_cut_off;

/// Whether what is shown goes through a pager.
#[derive(Debug, Args)]
#[command(next_help_heading = "Showing")]
pub(super) struct PagerArgs {
    /// Write straight to the terminal
    ///
    /// Otherwise what does not fit on a terminal, and only that, is shown by $ENREGARD_PAGER, $PAGER or less (with LESS=FRX
    /// where LESS is not set, else with -R before it). An empty name, or cat, stands for none.
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

/// Has `write` write to standard output, through a pager where that is a terminal on which it does not fit.
pub(super) fn page(
    args: &PagerArgs,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let terminal = !args.no_pager && io::stdout().is_terminal();
    let Some(pager) = terminal.then(|| chosen(|name| env::var_os(name))).flatten() else {
        let mut out = BufWriter::new(io::stdout().lock());
        return write(&mut out)
            .and_then(|()| out.flush())
            .context(STDOUT_FAILED);
    };
    let size = terminal_size::terminal_size();
    let mut screen = Screen {
        pager,
        room: size.map(|(columns, rows)| Room::new(columns.0, rows.0)),
        held: Vec::new(),
        goes: Goes::Nowhere,
        refused: None,
    };
    let written = write(&mut screen);
    screen.end(written)
}

/// Where what is shown goes: nowhere yet, as long as all of it may fit on the screen; then to the pager.
struct Screen {
    pager: Pager,
    /// What is left of the screen; `None` where nobody knows how large it is.
    room: Option<Room>,
    held: Vec<u8>,
    goes: Goes,
    /// Why the pager could not be started.
    refused: Option<anyhow::Error>,
}

enum Goes {
    Nowhere,
    Straight,
    Through(Box<Child>, BufWriter<ChildStdin>),
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.goes {
            Goes::Straight => return io::stdout().write(bytes),
            Goes::Through(_, pipe) => return pipe.write(bytes),
            Goes::Nowhere => self.held.extend_from_slice(bytes),
        }
        if !self.room.as_mut().is_some_and(|room| room.takes(bytes)) {
            self.start()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.goes {
            Goes::Nowhere => Ok(()),
            Goes::Straight => io::stdout().flush(),
            Goes::Through(_, pipe) => pipe.flush(),
        }
    }
}

impl Screen {
    /// Starts the pager, where there is one, and hands on what was held.
    fn start(&mut self) -> io::Result<()> {
        self.goes = match start(&self.pager) {
            Ok(Some((child, pipe))) => Goes::Through(Box::new(child), BufWriter::new(pipe)),
            Ok(None) => Goes::Straight,
            Err(error) => {
                self.refused = Some(error);
                return Err(io::Error::other("no pager"));
            }
        };
        let held = std::mem::take(&mut self.held);
        self.write_all(&held)
    }

    /// Shows what is still held, or waits until the reader of the pager has seen enough.
    fn end(mut self, written: io::Result<()>) -> anyhow::Result<()> {
        if let Some(refused) = self.refused {
            return Err(refused);
        }
        if matches!(self.goes, Goes::Nowhere) {
            self.goes = Goes::Straight;
            let held = std::mem::take(&mut self.held);
            return written
                .and_then(|()| self.write_all(&held))
                .and_then(|()| self.flush())
                .context(STDOUT_FAILED);
        }
        let written = written.and_then(|()| self.flush());
        if let Goes::Through(mut child, pipe) = self.goes {
            drop(pipe);
            let status = child.wait().context("the pager cannot be waited for")?;
            if let Pager::Named(name) = &self.pager {
                ensure!(
                    status.code() != Some(NO_COMMAND),
                    "the pager `{}` cannot be run; set ENREGARD_PAGER or PAGER to another, or use --no-pager",
                    name_of(name)
                );
            }
        }
        match written {
            // The reader left before the end.
            Err(error) if is_cut_off(&error) => Ok(()),
            written => written.context(STDOUT_FAILED),
        }
    }
}

/// The lines of the screen that are not taken.
#[derive(Debug)]
struct Room {
    columns: usize,
    lines: usize,
    /// What stands in the last line so far.
    line: Vec<u8>,
}

impl Room {
    fn new(columns: u16, rows: u16) -> Self {
        Self {
            columns: columns.into(),
            // The shell asks for its next command in the last.
            lines: rows.saturating_sub(1).into(),
            line: Vec::new(),
        }
    }

    /// Takes the place that text needs; whether there was as much.
    fn takes(&mut self, bytes: &[u8]) -> bool {
        for part in bytes.split_inclusive(|&byte| byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                let needed = columns(&self.line).div_ceil(self.columns.max(1)).max(1);
                self.line.clear();
                let Some(left) = self.lines.checked_sub(needed) else {
                    return false;
                };
                self.lines = left;
            }
        }
        true
    }
}

/// The columns of a line, in which escape sequences take none.
fn columns(line: &[u8]) -> usize {
    let text = String::from_utf8_lossy(line);
    let mut parts = text.trim_end_matches('\n').split('\u{1b}');
    let first = parts.next().map_or(0, UnicodeWidthStr::width);
    let after = parts.map(|part| part.split_once('m').map_or(0, |(_, text)| text.width()));
    first + after.sum::<usize>()
}

/// The pager, by the environment; `None` when the user wants none.
fn chosen(variable: impl Fn(&str) -> Option<OsString>) -> Option<Pager> {
    match variable("ENREGARD_PAGER").or_else(|| variable("PAGER")) {
        None => Some(Pager::Less),
        Some(name) if name.is_empty() || name == "cat" => None,
        Some(name) => Some(Pager::Named(name)),
    }
}

/// Starts a pager; `None` where there is none, which is said of one that was named.
fn start(pager: &Pager) -> anyhow::Result<Option<(Child, ChildStdin)>> {
    let mut command = match pager {
        Pager::Less => Command::new("less"),
        Pager::Named(name) if is_missing(name) => {
            note(format_args!(
                "there is no pager `{}`; set ENREGARD_PAGER or PAGER to another",
                name_of(name)
            ));
            return Ok(None);
        }
        Pager::Named(name) => shell(name),
    };
    command.env("LESS", options_of_less(env::var_os("LESS")));
    if env::var_os("LV").is_none() {
        command.env("LV", "-c");
    }
    leave_to_pager();
    match command.stdin(Stdio::piped()).spawn() {
        Ok(mut child) => Ok(child.stdin.take().map(|pipe| (child, pipe))),
        Err(error) if *pager == Pager::Less && error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).context("the pager cannot be started; see --no-pager"),
    }
}

/// What `less` is told by its variable: where the user has set that, colours as well. They come first, for what the user says
/// may end with a text that would take them in.
fn options_of_less(set: Option<OsString>) -> OsString {
    match set {
        None => "FRX".into(),
        Some(own) => {
            let mut options = OsString::from("-R ");
            options.push(own);
            options
        }
    }
}

/// Whether the shell knows no such command. Of one that it must read first nobody can say.
#[cfg(unix)]
fn is_missing(command: &OsStr) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "/._-+".contains(c);
    let first = command.to_str().and_then(|c| c.split_whitespace().next());
    first
        .filter(|name| name.chars().all(plain))
        .is_some_and(|name| {
            let mut asked = Command::new("sh");
            asked.args(["-c", "command -v \"$1\"", "sh", name]);
            let quiet = asked
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            quiet.status().is_ok_and(|status| !status.success())
        })
}

#[cfg(not(unix))]
fn is_missing(_: &OsStr) -> bool {
    false
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

    #[test]
    fn what_fits_on_the_screen() {
        let fits = |text: &str| Room::new(10, 4).takes(text.as_bytes());
        assert!(fits("a\nb\nc\n"));
        assert!(!fits("a\nb\nc\nd\n"));
        // A line that is too long takes two; escapes and marks take no place.
        assert!(fits("\u{1b}[1;91m0123456789\u{1b}[0m\nb\nc\n"));
        assert!(!fits("0123456789e\nb\nc\n"));
        assert!(fits(
            "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}\nb\nc\n"
        ));
        let mut room = Room::new(10, 2);
        assert!(room.takes(b"0123") && room.takes(b"4567\n") && !room.takes(b"\n"));
    }

    #[test]
    fn less_shows_colours_whatever_it_is_told() {
        assert_eq!(options_of_less(None), "FRX");
        assert_eq!(options_of_less(Some("-F".into())), "-R -F");
        assert_eq!(options_of_less(Some("FX".into())), "-R FX");
    }
}

//! Programs that get the text out of files that are not read here: `--via 'pandoc -t plain'`.
//!
//! No shell is run: the words of the command are those that a shell would make of them, and nothing in them or in the name of a file
//! is looked at any further. It stands on the command line alone, since a settings file may have come with the texts.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail, ensure};

use crate::read::{self, Kind, ReadOptions, Reading};
use crate::witness::Siglum;

use super::note::name_of;

/// Where the name of the file stands among the words; behind them all where it is not told.
const FILE: &str = "{}";

/// The most bytes that are shown of what a program complains of.
const LONGEST_COMPLAINT: u64 = 2000;

/// The programs that run, which end with us.
static RUNNING: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// A program that prints the text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Via {
    words: Vec<String>,
}

impl Via {
    /// The program and its arguments.
    pub(super) fn parse(command: &str) -> anyhow::Result<Self> {
        let words = words(command);
        let words = words.with_context(|| {
            format!("--via {}: a quotation mark is not closed", name_of(command))
        })?;
        ensure!(
            words.first().is_some_and(|program| !program.is_empty()),
            "--via: a program is needed, with its arguments, such as 'pandoc -t plain' or 'pdftotext {{}} -'"
        );
        Ok(Self { words })
    }

    /// Reads what the program prints of a file; of none, of standard input.
    pub(super) fn read(
        &self,
        file: Option<&Path>,
        siglum: Siglum,
        options: &ReadOptions,
    ) -> anyhow::Result<Reading> {
        let path = file.unwrap_or(Path::new("-"));
        let name = path.to_string_lossy();
        let is_missing = file.is_some_and(|file| !file.exists());
        ensure!(!is_missing, "{}: no such file", name_of(path));
        let mut command = self.command(path, file.is_none());
        let started = command.spawn();
        let mut child = started
            .with_context(|| format!("--via: {} cannot be started", name_of(&self.words[0])))?;
        let (mut output, complaints) = (child.stdout.take(), child.stderr.take());
        let id = child.id();
        running().push(child);
        // Whoever waits to be rid of complaints prints nothing.
        let complaints = thread::spawn(move || {
            let mut said = Vec::new();
            if let Some(mut complaints) = complaints {
                let _ = complaints
                    .by_ref()
                    .take(LONGEST_COMPLAINT)
                    .read_to_end(&mut said);
                let _ = io::copy(&mut complaints, &mut io::sink());
            }
            said
        });
        // It prints text, whatever the name of the file says.
        let options = ReadOptions {
            kind: options.kind.or(Some(Kind::Text)),
            ..options.clone()
        };
        // The pipe stays open until it is known how the program has ended: none shall fail because nobody reads on.
        let reading = match &mut output {
            Some(output) => read::read_from(output, &name, siglum, &options),
            None => read::read_from(io::empty(), &name, siglum, &options),
        };
        // What is not wanted to the end is not waited for.
        match ended(id, reading.is_err())? {
            Some(status) if !status.success() => {
                let complaints = complaints.join().unwrap_or_default();
                let said = String::from_utf8_lossy(&complaints);
                let said = said.trim();
                let told = if said.is_empty() {
                    "it says nothing"
                } else {
                    said
                };
                bail!(
                    "{}: {} failed ({status}): {}",
                    name_of(path),
                    name_of(self.words.join(" ")),
                    told
                )
            }
            _ => Ok(reading?),
        }
    }

    fn command(&self, path: &Path, is_stdin: bool) -> Command {
        // The name of a file is no option.
        let file: OsString = match path.to_string_lossy().starts_with('-') && !is_stdin {
            true => Path::new(".").join(path).into_os_string(),
            false => path.to_owned().into_os_string(),
        };
        let mut command = Command::new(&self.words[0]);
        let mut named = is_stdin;
        for word in &self.words[1..] {
            named |= word == FILE;
            match word == FILE {
                true => command.arg(&file),
                false => command.arg(word),
            };
        }
        if !named {
            command.arg(&file);
        }
        let input = if is_stdin {
            Stdio::inherit()
        } else {
            Stdio::null()
        };
        command
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

fn running() -> MutexGuard<'static, Vec<Child>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How a program has ended; nothing where it was ended, by us if `end` says so and it still ran: one that has failed says more
/// than that its output is no text.
fn ended(id: u32, end: bool) -> anyhow::Result<Option<ExitStatus>> {
    /// It has printed all, and is about to end.
    const PATIENCE: Duration = Duration::from_millis(2);
    loop {
        // It stays where whatever ends the run finds it.
        let mut running = running();
        let Some(place) = running.iter().position(|child| child.id() == id) else {
            return Ok(None);
        };
        let status = running[place].try_wait()?;
        if status.is_some() || end {
            let mut child = running.swap_remove(place);
            if status.is_none() {
                let _ = child.kill();
            }
            child.wait()?;
            return Ok(status);
        }
        drop(running);
        thread::sleep(PATIENCE);
    }
}

/// Ends the programs that still run.
pub(super) fn end_all() {
    for mut child in running().drain(..) {
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// The words of a command, as a shell makes them; nothing where a quotation mark is not closed.
fn words(command: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match c {
            c if c.is_whitespace() => words.extend(word.take()),
            '\'' | '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        end if end == c => break,
                        '\\' if c == '"' => word.push(chars.next()?),
                        inner => word.push(inner),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(chars.next()?),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_those_of_a_shell() {
        let split = |command: &str| words(command).unwrap_or_default().join("|");
        assert_eq!(split(" pandoc  -t plain "), "pandoc|-t|plain");
        assert_eq!(split(r#"a 'b c' "d \"e'" f\ g'h'"#), "a|b c|d \"e'|f gh");
        assert_eq!(split("a '' $(b); c|d *"), "a||$(b);|c|d|*");
        assert_eq!(words("a 'b"), None);
        assert_eq!(words("a\\"), None);
    }
}

//! The command: exit codes, messages, options, files written.

mod help;
mod inputs;
#[cfg(target_os = "linux")]
mod limits;
mod many;
mod outputs;
mod parts;
mod refs;
mod showing;
#[cfg(unix)]
mod shown;
#[cfg(unix)]
mod sigla;
#[cfg(unix)]
mod targets;
#[cfg(unix)]
mod trust;
#[cfg(unix)]
mod via;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const FIRST: &str =
    "Les mesures principales sont prises. Le dialogue reprend entre les deux pays voisins.\n";
const SECOND: &str =
    "Les mesures majeures sont prises. Le dialogue reprend entre les deux pays voisins.\n";

/// What a run of the command came to.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// A folder with files, in which the command is run.
pub struct Folder(TempDir);

impl Folder {
    /// A folder with `a.txt` and `b.txt`, two renderings that differ in a word.
    pub fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        folder.put("a.txt", FIRST);
        folder.put("b.txt", SECOND);
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path().join(name), content).expect("a file");
    }

    pub fn get(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("a file")
    }

    /// The names of all files, sorted.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path())
            .expect("a folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    pub fn command(&self, arguments: &str) -> Command {
        let mut command = crate::enregard();
        command
            .args(arguments.split_whitespace())
            .current_dir(self.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
            command.env_remove(name);
        }
        command
            .env("COLUMNS", "80")
            .env("XDG_CONFIG_HOME", self.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs the command with arguments that have no spaces.
    pub fn run(&self, arguments: &str) -> Run {
        finish(&mut self.command(arguments))
    }

    /// Runs the command with `input` on standard input.
    fn run_with(&self, arguments: &str, input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        // It may end before it has read everything.
        let _ = child.stdin.take().expect("piped").write_all(input);
        let output = child.wait_with_output().expect("the command ends");
        decoded(output)
    }

    /// The message of a run that must end in trouble.
    pub fn trouble(&self, arguments: &str) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {run:?}");
        assert_eq!(run.stdout, "", "{arguments}");
        run.stderr
    }
}

pub fn finish(command: &mut Command) -> Run {
    decoded(command.output().expect("the command runs"))
}

fn decoded(output: std::process::Output) -> Run {
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

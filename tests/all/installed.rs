//! What calls the program for others: the Action, the hook for pre-commit, the workflow of a release. Their lines are run as they
//! stand in the files, in a repository of prose.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const ENREGARD: &str = env!("CARGO_BIN_EXE_enregard");

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).unwrap()
}

/// A repository with two commits, and folders beside it.
struct Place {
    folder: TempDir,
    base: String,
}

impl Place {
    /// `before` is what the text was, `after` what it is.
    fn new(before: &str, after: &str) -> Self {
        let mut place = Self {
            folder: tempfile::tempdir().unwrap(),
            base: String::new(),
        };
        for folder in ["bin", "temp", "upstream"] {
            fs::create_dir(place.path(folder)).unwrap();
        }
        place.git("upstream", &["init", "-q", "-b", "main"]);
        place.commit(before);
        place.base = place
            .git("upstream", &["rev-parse", "HEAD"])
            .trim()
            .to_owned();
        place.commit(after);
        let from = format!("file://{}", place.path("upstream"));
        place.git("", &["clone", "-q", "--depth", "1", &from, "work"]);
        std::os::unix::fs::symlink(ENREGARD, place.path("bin/enregard")).unwrap();
        place
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn commit(&self, text: &str) {
        fs::write(self.path("upstream/un texte.txt"), text).unwrap();
        fs::write(
            self.path("upstream/code.py"),
            format!("x = '{}'", self.base),
        )
        .unwrap();
        self.git("upstream", &["add", "-A"]);
        self.git("upstream", &["commit", "-q", "-m", "texte"]);
    }

    fn git(&self, folder: &str, arguments: &[&str]) -> String {
        let mut command = self.command("git", folder);
        command.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
        let out = command.args(arguments).output().unwrap();
        assert!(out.status.success(), "git {arguments:?}: {out:?}");
        String::from_utf8(out.stdout).unwrap()
    }

    /// A program that puts down what it is given, and ends with `code`.
    fn fake(&self, name: &str, code: i32) {
        let at = self.path(&format!("bin/{name}"));
        let said = self.path(name);
        fs::write(
            &at,
            format!(
                "#!/bin/sh\necho \"$@\" > '{said}.arguments'\ncat > '{said}.input'\nexit {code}\n"
            ),
        )
        .unwrap();
        fs::set_permissions(&at, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn command(&self, program: &str, folder: &str) -> Command {
        let mut command = Command::new(program);
        let path = std::env::var("PATH").unwrap();
        command
            .current_dir(self.folder.path().join(folder))
            .env("PATH", format!("{}:{path}", self.path("bin")))
            .env("HOME", self.folder.path())
            .env("XDG_DATA_DIRS", crate::NO_DATA)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env_remove("GIT_EXTERNAL_DIFF")
            .env_remove("GIT_PAGER_IN_USE");
        command
    }

    /// Runs the last step of the Action as GitHub does.
    fn comment(&self) -> Output {
        let action = file("action.yml");
        let (_, script) = action.rsplit_once("run: |\n").unwrap();
        let script: Vec<&str> = script.lines().map(str::trim_start).collect();
        fs::write(self.path("script"), script.join("\n")).unwrap();
        let mut command = self.command("bash", "work");
        command
            .args(["--noprofile", "--norc", "-eo", "pipefail"])
            .arg(self.path("script"))
            .env("PATHS", "*.txt *.md")
            .env("BASE", &self.base)
            .env("NUMBER", "7")
            .env("RUNNER_TEMP", self.path("temp"))
            .env("GITHUB_STEP_SUMMARY", self.path("summary"));
        command.output().unwrap()
    }
}

const BEFORE: &str = "Le maire a signé un accord. La mer est haute.\n";
const AFTER: &str = "Le maire a signé deux accords. La mer est basse.\n~~~~~~\n";

#[test]
fn the_action_comments_on_texts_alone() {
    let place = Place::new(BEFORE, AFTER);
    place.fake("gh", 0);
    let out = place.comment();
    assert!(out.status.success(), "{out:?}");
    assert_eq!(place.read("gh.arguments"), "pr comment 7 --body-file -\n");
    let comment = place.read("gh.input");
    assert!(
        comment.starts_with("~~~~~~text\nun texte.txt\n") && comment.ends_with("\n~~~~~~\n"),
        "{comment}"
    );
    assert!(
        comment.contains("⌊haute⌋") && !comment.contains("code.py"),
        "{comment}"
    );
    // No line of a text ends the fence.
    assert_eq!(
        comment
            .lines()
            .filter(|line| line.starts_with("~~~~~"))
            .count(),
        2
    );
    assert_eq!(place.git("work", &["status", "--short"]), "");
    assert_eq!(place.read("summary"), comment);
}

#[test]
fn the_action_is_silent_where_no_text_has_changed() {
    let place = Place::new(BEFORE, BEFORE);
    place.fake("gh", 0);
    let out = place.comment();
    assert!(out.status.success(), "{out:?}");
    assert!(!Path::new(&place.path("gh.arguments")).exists());
}

#[test]
fn the_action_cuts_a_long_comment_and_outlives_a_refusal() {
    let long = |word: &str| {
        let sentence = |n: usize| format!("Le témoin numéro {n} a vu {word} près du port d’été.\n");
        (0..900).map(sentence).collect::<String>()
    };
    let place = Place::new(&long("un chat"), &long("deux chiens"));
    place.fake("gh", 1);
    let out = place.comment();
    assert!(out.status.success(), "{out:?}");
    let said = String::from_utf8(out.stdout).unwrap();
    assert!(said.contains("::warning::"), "{said}");
    let comment = String::from_utf8(fs::read(place.path("gh.input")).unwrap()).unwrap();
    assert!(
        comment.chars().count() < 65_536 && comment.contains("\n… cut here"),
        "{}",
        comment.len()
    );
    assert!(comment.ends_with("\n~~~~~~\n"));
}

#[test]
fn the_hook_shows_what_is_to_be_committed() {
    let place = Place::new(BEFORE, BEFORE);
    fs::write(place.path("work/un texte.txt"), AFTER).unwrap();
    place.git("work", &["add", "-A"]);
    let hooks = file(".pre-commit-hooks.yaml");
    let entry = hooks
        .lines()
        .find_map(|line| line.trim().strip_prefix("entry: "))
        .unwrap();
    let mut command = place.command("bash", "work");
    let out = command
        .args(["-c", &format!("{entry} \"$@\""), "hook", "un texte.txt"])
        .output()
        .unwrap();
    assert!(out.status.success(), "{out:?}");
    let shown = String::from_utf8(out.stdout).unwrap();
    assert!(
        shown.contains("un texte.txt") && shown.contains("⌊haute⌋"),
        "{shown}"
    );
}

#[test]
fn a_release_has_a_page_for_each_command() {
    let workflow = file(".github/workflows/release.yml");
    let listed = workflow
        .lines()
        .find_map(|line| line.trim().strip_prefix("for command in "))
        .unwrap();
    let listed: Vec<&str> = listed.trim_end_matches("; do").split(' ').collect();
    let help = crate::enregard().arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    // Those print what is installed.
    let mut own: Vec<&str> = commands
        .filter(|name| !name.is_empty() && !["completions", "help", "man"].contains(name))
        .collect();
    own.sort_unstable();
    assert_eq!(listed, own);
}

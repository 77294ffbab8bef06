//! The transcripts in the README are what the command prints.
//!
//! In a block marked `console`, each line that begins with `$ enregard ` is run in the repository, and what follows it
//! must be its output; a line `...` stands for any lines. With `README=write` in the environment, the transcripts are
//! written anew instead (what `...` left out stays left out).
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::{env, fs};

const ELISION: &str = "...";

/// The words of a line, as a shell makes them; quotation marks stand around whole words.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('\'').enumerate();
    let words = parts.map(|(n, part)| match n % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    words.collect::<Vec<Vec<&str>>>().concat()
}

fn run(arguments: &str) -> Vec<String> {
    let out = crate::enregard()
        .args(words(arguments))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .output()
        .unwrap();
    let said = String::from_utf8(out.stdout).unwrap() + &String::from_utf8(out.stderr).unwrap();
    said.lines().map(str::to_owned).collect()
}

/// What the README would show of `output`: as much of its ends as it shows now.
fn shown(output: &[String], now: &[&str]) -> Vec<String> {
    let Some(at) = now.iter().position(|&line| line == ELISION) else {
        return output.to_vec();
    };
    let first = at.min(output.len());
    let last = output.len().saturating_sub(now.len() - at - 1).max(first);
    let elision = [ELISION.to_owned()];
    [&output[..first], &elision, &output[last..]].concat()
}

#[test]
fn transcripts_are_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = readme.lines().collect();
    let mut written: Vec<String> = Vec::new();
    let mut transcripts = 0;
    let mut at = 0;
    let mut in_console = false;
    while at < lines.len() {
        let line = lines[at];
        if line.starts_with("```") {
            in_console = line == "```console";
        }
        written.push(line.to_owned());
        at += 1;
        if let Some(arguments) = line.strip_prefix("$ enregard ").filter(|_| in_console) {
            let ends = |line: &&str| line.starts_with("$ ") || line.starts_with("```");
            let end = at + lines[at..].iter().position(ends).unwrap();
            let real = shown(&run(arguments), &lines[at..end]);
            if env::var_os("README").is_none_or(|how| how != "write") {
                assert_eq!(
                    real.join("\n"),
                    lines[at..end].join("\n"),
                    "enregard {arguments}: left is real, right is the README; README=write cargo test readme mends it"
                );
            }
            written.extend(real);
            at = end;
            transcripts += 1;
        }
    }
    assert!(transcripts > 3, "the transcripts were not found");
    if env::var_os("README").is_some_and(|how| how == "write") {
        fs::write(path, written.join("\n") + "\n").unwrap();
    }
}

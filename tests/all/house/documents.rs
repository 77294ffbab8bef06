//! What the documents point at is there: files they link or name, and the types that the glossary names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::source::tokens;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The documents for people: those at the root and in `docs/`.
fn documents() -> Vec<PathBuf> {
    let folders = [root().to_path_buf(), root().join("docs")];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the folder can be read"));
    let mut files: Vec<PathBuf> = files
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a document is UTF-8")
}

/// What stands between two marks, wherever both are in one line.
fn between<'t>(text: &'t str, open: &str, close: char) -> Vec<&'t str> {
    let lines = text.lines().flat_map(|line| line.split(open).skip(1));
    lines
        .filter_map(|rest| rest.split_once(close))
        .map(|(inside, _)| inside)
        .collect()
}

/// What stands in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for document in documents() {
        let text = read(&document);
        let folder = document.parent().expect("a file is in a folder");
        for link in between(&text, "](", ')') {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            if file.contains("://") {
                continue;
            }
            let target = if file.is_empty() {
                document.clone()
            } else {
                folder.join(file)
            };
            let found = target.exists()
                && (heading.is_empty() || headings(&read(&target)).contains(heading));
            if !found {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "these links lead nowhere:\n{}",
        broken.join("\n")
    );
}

/// The headings of a document, as links name them.
fn headings(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let named = headings.map(|line| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        kept.collect::<String>().replace(' ', "-")
    });
    named.collect()
}

#[test]
fn files_that_are_named_exist() {
    const FOLDERS: [&str; 7] = [
        "src/",
        "tests/",
        "benches/",
        "docs/",
        "fixtures/",
        "languages/",
        ".ci/",
    ];
    let mut missing = Vec::new();
    for document in documents() {
        // What has been may be gone.
        if document.ends_with("CHANGELOG.md") {
            continue;
        }
        let text = read(&document);
        for name in quoted(&text) {
            let path = name.split([' ', ':']).next().unwrap_or_default();
            // `languages/<code>/` and `src/export/*.rs` stand for many.
            let one = !path.contains(['<', '*', '{', '…']);
            if one
                && FOLDERS.iter().any(|folder| path.starts_with(folder))
                && !root().join(path).exists()
            {
                missing.push(format!("{}: {name}", document.display()));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "these files are named but not there:\n{}",
        missing.join("\n")
    );
}

#[test]
fn the_glossary_names_what_is_in_the_code() {
    let words: BTreeSet<String> = super::source()
        .into_iter()
        .flat_map(|file| file.tokens)
        .filter_map(|token| token.word().map(str::to_string))
        .collect();
    let glossary = read(&root().join("docs/glossary.md"));
    let last_column = glossary
        .lines()
        .filter_map(|line| line.strip_suffix(" |")?.rsplit_once('|'));
    for (_, code) in last_column {
        for name in quoted(code)
            .into_iter()
            .filter(|name| !name.starts_with("--"))
        {
            for token in tokens(name).iter().filter_map(|token| token.word()) {
                assert!(
                    words.contains(token),
                    "docs/glossary.md: `{name}` is not in src/"
                );
            }
        }
    }
}

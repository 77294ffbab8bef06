//! The house keeps its rules: which room imports which, no circles, short files, languages named in one place.
//!
//! The rules are in [`rules`]; `ARCHITECTURE.md` says what they are for. The source is read as text, so a test run needs
//! nothing but the source.

mod documents;
mod imports;
mod rules;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use imports::{File, Import, files, imports};
use rules::{CODES, LANGUAGES, LONGEST, ROOMS};
use source::Kind;

/// What does not keep to a rule: under the file and what is wrong, the lines.
#[derive(Debug, Default)]
struct Faults(BTreeMap<(String, String), BTreeSet<usize>>);

impl Faults {
    fn add(&mut self, file: &str, line: usize, what: String) {
        let lines = self.0.entry((file.to_string(), what)).or_default();
        lines.insert(line);
    }

    /// They, a line each, and how they are mended; nothing if there are none.
    fn message(&self, mend: &str) -> String {
        let mut message = String::new();
        for ((file, what), lines) in &self.0 {
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            let (first, others) = lines.split_first().expect("a fault is somewhere");
            message += &format!("{file}:{first}: {what}");
            if !others.is_empty() {
                message += &format!(" (and in line {})", others.join(", "));
            }
            message += "\n";
        }
        if !message.is_empty() {
            message += &format!("{mend}.\n\n");
        }
        message
    }
}

fn source() -> Vec<File> {
    files(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// A rule: what finds the faults, and how they are mended.
type Rule = (fn() -> Faults, &'static str);

const RULES: [Rule; 5] = [
    (
        imports_upward,
        "Move what it needs to a room below both, or have it handed in as a value; who may import whom is ROOMS in \
         tests/all/house/rules.rs, and why, ARCHITECTURE.md",
    ),
    (
        circles,
        "Move what both need to a file of its own, or into the one that needs the other less",
    ),
    (
        functions_of_parents,
        "A child may take types, traits and constants of its parent; a function that both need belongs in a file beside the \
         child",
    ),
    (
        long_files,
        "A file holds one idea: find the second one and give it a file. Lines count that are neither blank, nor a comment, \
         nor part of a test",
    ),
    (
        languages,
        "What is so in one language is said by its profile (src/language) or its words (languages/): see \
         docs/adding-a-language.md",
    ),
];

#[test]
fn the_rules_are_kept() {
    let mut message = String::new();
    for (find, mend) in RULES {
        message += &find().message(mend);
    }
    assert!(message.is_empty(), "\n{message}");
}

/// The rooms that a room may import; `None` if there is no such room.
fn may_import(room: &str) -> Option<Vec<&'static str>> {
    let (_, may) = ROOMS.iter().find(|(name, _)| *name == room)?;
    Some(may.split_whitespace().collect())
}

/// Imports of rooms that may not be imported there.
fn imports_upward() -> Faults {
    let mut faults = Faults::default();
    for import in imports(&source()) {
        let (Some(from), to) = (import.from.first(), import.to.first()) else {
            continue;
        };
        if to == Some(from) {
            continue;
        }
        let allowed =
            may_import(from).is_some_and(|may| to.is_some_and(|to| may.contains(&to.as_str())));
        if !allowed {
            let to = to.map_or("lib.rs", String::as_str);
            let part = if import.test { "a test of " } else { "" };
            faults.add(
                &import.file,
                import.line,
                format!("{part}{from} imports {to}"),
            );
        }
    }
    faults
}

#[test]
fn rooms_stand_in_their_order() {
    for (at, (room, may)) in ROOMS.iter().enumerate() {
        let below = &ROOMS[..at];
        for other in may.split_whitespace() {
            assert!(
                below.iter().any(|(name, _)| *name == other),
                "ROOMS: {room} may import {other}, which does not stand above it in the list"
            );
        }
    }
    let files = source();
    for (room, _) in ROOMS {
        let is = |file: &File| file.module.first().is_some_and(|first| first == room);
        assert!(files.iter().any(is), "ROOMS: there is no room {room}");
    }
    for file in &files {
        if let Some(room) = file.module.first() {
            assert!(
                may_import(room).is_some(),
                "{}: the room {room} is not in ROOMS (tests/all/house/rules.rs): say there what it may import, and in \
                 ARCHITECTURE.md what it is for",
                file.name
            );
        }
    }
}

/// Files of one room that import each other, directly or round about.
fn circles() -> Faults {
    // For each module the imports between its children.
    let mut inside: BTreeMap<Vec<String>, Vec<(String, String, Import)>> = BTreeMap::new();
    for import in imports(&source()).into_iter().filter(|import| !import.test) {
        let shared = import.from.iter().zip(&import.to);
        let shared = shared.take_while(|(a, b)| a == b).count();
        if let (1.., Some(a), Some(b)) = (shared, import.from.get(shared), import.to.get(shared)) {
            let (a, b) = (a.clone(), b.clone());
            let parent = import.from[..shared].to_vec();
            inside.entry(parent).or_default().push((a, b, import));
        }
    }
    let mut faults = Faults::default();
    for edges in inside.into_values() {
        let pairs: BTreeSet<(&str, &str)> = edges
            .iter()
            .map(|(a, b, _)| (a.as_str(), b.as_str()))
            .collect();
        for (a, b, import) in &edges {
            if leads(&pairs, b, a) {
                faults.add(
                    &import.file,
                    import.line,
                    format!("{a} imports {b}, which leads back to it"),
                );
            }
        }
    }
    faults
}

/// Whether imports lead from one to another.
fn leads(edges: &BTreeSet<(&str, &str)>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        if here == to {
            return true;
        }
        let next = edges.iter().filter(|(a, _)| *a == here).map(|(_, b)| *b);
        open.extend(next.filter(|b| seen.insert(b)));
    }
    false
}

/// What children take of their parents beside types.
fn functions_of_parents() -> Faults {
    let mut faults = Faults::default();
    for import in imports(&source()).into_iter().filter(|import| !import.test) {
        let inside = !import.to.is_empty() && import.from.starts_with(&import.to);
        let item = import.item.as_deref().unwrap_or("all");
        if inside && !item.starts_with(char::is_uppercase) {
            faults.add(
                &import.file,
                import.line,
                format!("takes {item} of its parent"),
            );
        }
    }
    faults
}

/// Files with more lines of code than one idea needs.
fn long_files() -> Faults {
    let mut faults = Faults::default();
    for file in source().iter().filter(|file| !file.test) {
        let code = file.tokens.iter().filter(|token| !token.test);
        let lines: BTreeSet<usize> = code
            .flat_map(|token| token.line..=token.last_line)
            .collect();
        if lines.len() > LONGEST {
            let last = lines.last().copied().unwrap_or_default();
            faults.add(&file.name, last, "is long".to_string());
        }
    }
    faults
}

/// Languages named outside of their room.
fn languages() -> Faults {
    let mut faults = Faults::default();
    for file in source() {
        if file.test || file.module.first().is_some_and(|room| room == "language") {
            continue;
        }
        for token in file.tokens.iter().filter(|token| !token.test) {
            let name = match &token.kind {
                Kind::Word(word) => {
                    let word = word.to_lowercase();
                    LANGUAGES.iter().find(|name| word.contains(**name))
                }
                Kind::Text(text) => CODES.iter().find(|code| **code == text.as_str()),
                Kind::Sign(_) => None,
            };
            if let Some(name) = name {
                faults.add(&file.name, token.line, format!("names the language {name}"));
            }
        }
    }
    faults
}

//! `enregard find`: which documents hold a statement.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn fixture(name: &str) -> String {
    format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Articles that have nothing to do with the statement: chapters of books, each its own.
fn others() -> Vec<String> {
    let names = [
        "genesis/martin.txt",
        "genesis/darby.txt",
        "ruth/A.txt",
        "ruth/B.txt",
        "lease/1.txt",
    ];
    let texts = names
        .iter()
        .filter_map(|name| fs::read_to_string(fixture(name)).ok());
    texts
        .flat_map(|text| {
            let words: Vec<&str> = text.split_whitespace().collect();
            words
                .chunks(300)
                .map(|words| words.join(" "))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// A search for a statement.
fn find(statement: impl AsRef<Path>) -> Command {
    let mut command = crate::enregard();
    command.arg("find").arg(statement.as_ref());
    command
}

/// What is found.
fn found(command: &mut Command) -> Vec<Value> {
    let out = command.arg("--json").output().unwrap();
    assert_eq!(
        out.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let lines = String::from_utf8(out.stdout).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn names(found: &[Value]) -> Vec<&str> {
    found
        .iter()
        .map(|hit| hit["document"].as_str().unwrap())
        .collect()
}

/// A corpus of the documents of the brief among others.
fn corpus(folder: &Path) -> PathBuf {
    let mut lines = Vec::new();
    for (n, text) in others().into_iter().enumerate() {
        lines.push(serde_json::json!({"id": format!("other {n}"), "text": text}).to_string());
        if let Some(name) = (n % 3 == 0)
            .then_some(n / 3)
            .and_then(|n| ["000", "003"].get(n))
        {
            let text = fs::read_to_string(fixture(&format!("kremlin/{name}.txt"))).unwrap();
            lines.push(serde_json::json!({"id": name, "text": text}).to_string());
        }
    }
    let path = folder.join("corpus.jsonl");
    fs::write(&path, lines.join("\n")).unwrap();
    path
}

#[test]
fn the_documents_of_the_brief_among_others() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = corpus(folder.path());
    let search = |threads: &str| {
        let mut command = find(fixture("kremlin/001.txt"));
        found(
            command
                .arg("--from")
                .arg(&corpus)
                .args(["--threads", threads]),
        )
    };
    let hits = search("1");
    assert_eq!(names(&hits), ["000", "003"]);
    assert!(hits[0]["coverage"].as_f64() > Some(0.5), "{}", hits[0]);
    assert!(hits.iter().all(|hit| hit["sure"].as_f64() > Some(0.99)));
    let text = fs::read_to_string(fixture("kremlin/000.txt")).unwrap();
    for passage in hits[0]["passages"].as_array().unwrap() {
        let place = |n: usize| passage["document"]["bytes"][n].as_u64().unwrap() as usize;
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let told = passage["document"]["text"].as_str().unwrap();
        assert_eq!(words(&text[place(0)..place(1)]), words(told));
    }
    assert_eq!(search("3"), hits);
}

#[test]
fn a_paraphrase_in_other_words_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let statement = folder.path().join("statement.txt");
    fs::write(
        &statement,
        "Le ministre a annoncé que la centrale nucléaire de Penly serait arrêtée dès le mois de mars pour des travaux.",
    )
    .unwrap();
    let articles = [
        (
            "same",
            "Le temps restera doux. Dès mars, la centrale de Penly s’arrêtera : des travaux sont prévus, annonce le ministre. Les trains circulent.",
        ),
        (
            "matter",
            "La centrale nucléaire de Flamanville fonctionne de nouveau. Le ministre s’en est dit satisfait. Des travaux avaient été faits.",
        ),
        (
            "none",
            "Le temps restera doux jusqu’à dimanche, et les trains circulent normalement.",
        ),
    ];
    let paths = articles.map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    });
    let hits = found(find(&statement).args(&paths));
    let first = hits[0]["document"].as_str().unwrap();
    assert!(first.ends_with("same"), "{hits:?}");
    assert!(!names(&hits).iter().any(|name| name.ends_with("none")));
    // What is on the same matter alone is told after it, and as something else: another name.
    let kinds = |hit: &Value| hit["facts"].as_array().unwrap().len();
    assert!(hits[1..].iter().all(|hit| kinds(hit) > 0), "{hits:?}");
}

#[test]
fn what_is_not_found_is_no_failure() {
    let ruth = fixture("ruth/A.txt");
    let out = find(fixture("kremlin/001.txt"))
        .arg(&ruth)
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&out.stdout), "0 of 1 document\n");
}

#[test]
fn documents_that_cannot_be_read_are_told_and_the_others_searched() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus.jsonl");
    let text = fs::read_to_string(fixture("kremlin/000.txt")).unwrap();
    let good = serde_json::json!({"url": "http://example.org/1", "body": text});
    fs::write(
        &corpus,
        format!("nothing\n\n{good}\n{{\"id\": 3}}\n{{\"id\": 4, \"text\": null}}\n"),
    )
    .unwrap();
    let mut command = find(fixture("kremlin/001.txt"));
    command.arg("--from").arg(&corpus);
    let out = command.arg("--json").output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    let lines = String::from_utf8(out.stdout).unwrap();
    assert_eq!(lines.lines().count(), 1);
    assert!(lines.contains("http://example.org/1"));
    let told = String::from_utf8(out.stderr).unwrap();
    assert!(told.contains("line 1: is no JSON"), "{told}");
    assert!(
        told.contains("line 4: has no text under text, body or content; its keys are id"),
        "{told}"
    );
    assert!(
        told.contains("2 of 4 documents could not be read"),
        "{told}"
    );
}

#[test]
fn hostile_names_and_texts_are_shown_and_not_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus.jsonl");
    let text = fs::read_to_string(fixture("kremlin/000.txt"))
        .unwrap()
        .replace(' ', " \u{1b}[31m");
    let line = serde_json::json!({"id": "\u{1b}]0;x\u{7}\u{202e}", "text": text});
    fs::write(&corpus, line.to_string()).unwrap();
    let mut command = find(fixture("kremlin/000.txt"));
    command.arg("--from").arg(&corpus);
    let out = command.output().unwrap();
    let told = [out.stdout, out.stderr].concat();
    assert!(!told.iter().any(|&byte| byte == 0x1b || byte == 7));
    assert!(!String::from_utf8(told).unwrap().contains('\u{202e}'));
}

#[test]
fn a_statement_without_text_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.txt");
    fs::write(&empty, " \n").unwrap();
    let out = find(&empty).arg(fixture("ruth/A.txt")).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("holds no text to look for"));
}

#[test]
fn folders_are_looked_through_and_may_hold_anything() {
    let folder = tempfile::TempDir::new().unwrap();
    let below = folder.path().join("2020/09");
    fs::create_dir_all(&below).unwrap();
    fs::copy(fixture("kremlin/000.txt"), below.join("article.txt")).unwrap();
    fs::copy(fixture("kremlin/000.txt"), folder.path().join(".hidden")).unwrap();
    fs::write(
        folder.path().join("picture.png"),
        b"\x89PNG\r\n\x1a\n\0\0\0",
    )
    .unwrap();
    let statement = fixture("kremlin/001.txt");
    let hits = found(find(&statement).arg(folder.path()));
    assert_eq!(hits.len(), 1);
    let name = hits[0]["document"].as_str().unwrap();
    assert!(name.ends_with("article.txt"), "{name}");
    // A file that is named has to be one.
    let mut command = find(&statement);
    let out = command
        .arg(folder.path().join("picture.png"))
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
}

#[test]
fn what_a_rendering_leaves_out_of_its_sentences_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let statement = put(
        "statement.txt",
        "The harbour of Kilmory was closed on 12 March after the tanker Aurora ran aground near the lighthouse. Captain Helen \
         Brandt reported 340 tonnes of oil lost, and the coastguard evacuated two islands.\n",
    );
    let rendering = put(
        "rendering.txt",
        "It rained all week. The harbour was closed after the tanker ran aground near the lighthouse. The captain reported oil \
         lost, and the coastguard evacuated two islands. The match was postponed.\n",
    );
    let whole = put(
        "whole.txt",
        "It rained all week. The harbour of Kilmory was shut on 12 March after the tanker Aurora ran aground near the lighthouse. \
         Captain Helen Brandt reported 340 tonnes of oil lost, and the coastguard evacuated two islands.\n",
    );
    let out = find(statement).arg(rendering).arg(whole).output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    let left_out: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("left out"))
        .collect();
    let [line] = left_out[..] else {
        panic!("{text}");
    };
    for said in ["12 March", "Kilmory", "Aurora", "340 tonnes"] {
        assert!(line.contains(said), "{said}: {text}");
    }
}

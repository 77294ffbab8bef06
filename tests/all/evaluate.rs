//! `enregard evaluate`, on files small enough to count by hand.

use std::fs;
use std::path::Path;
use std::process::Output;

use enregard::evaluate::{Scores, evaluate};
use enregard::export::{ExportOptions, Format, write};

use crate::tables::{row, table, witness};

/// Six lines against five: 0-0, 1,2-1, 3-3 (moved), 4-2; line 5 of A and line 4 of B stand alone.
const GOLD: &str = r#"{"a_lines": 6, "b_lines": 5, "moved": [2],
    "links": [[[0], [0]], [[1, 2], [1]], [[3], [3]], [[4], [2]], [[5], []]]}"#;

/// Right but for unit 2, which is left out, and 5-4, which is wrong.
const VECALIGN: &str =
    "[0]:[0]:0.1\n[1]:[1]:0.2\n[2]:[]:0.0\n[3]:[3]:0.1\n[4]:[2]:0.3\n[5]:[4]:0.9\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    crate::enregard()
        .current_dir(folder)
        .arg("evaluate")
        .args(arguments)
        .output()
        .expect("the command runs")
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in [
        ("gold.json", GOLD),
        ("system.txt", VECALIGN),
        (
            "ladder.txt",
            "0\t0\t1\n1\t1\t1\n3\t2\t0\n4\t2\t0\n4\t3\t0\n5\t4\t0\n6\t5\t0\n",
        ),
        ("prose.txt", "Il dit oui.\n"),
    ] {
        fs::write(folder.path().join(name), content).expect("written");
    }
    folder
}

#[test]
fn a_table_of_scores() {
    let folder = folder();
    let output = run(folder.path(), &["system.txt", "gold.json"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "           precision  recall       F   right  system   found    gold\n\
         strict        0.6000  0.7500  0.6667       3       5       3       4\n\
         lax           0.8000  1.0000  0.8889       4       5       4       4\n\
         pairs         0.8000  0.8000  0.8000       4       5       4       5\n\
         unmatched     0.0000  0.0000  0.0000       0       1       0       2\n\
         n-m                   0.0000                               0       1\n\
         moved                 1.0000                               1       1\n"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn several_pairs_are_added_up() {
    let folder = folder();
    let files = [
        "system.txt",
        "gold.json",
        "ladder.txt",
        "gold.json",
        "--format",
        "json",
    ];
    let output = run(folder.path(), &files);
    let scores: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    // The ladder has 0-0, 1,2-1 (both right), 4-3 and 5-4 (both wrong): 3 + 2 of 5 + 4.
    assert_eq!(scores["units"]["strict"]["right"], 5);
    assert_eq!(scores["units"]["strict"]["system"], 9);
    assert_eq!(scores["units"]["strict"]["gold"], 8);
    assert_eq!(scores["units"]["strict"]["recall"], 0.625);
    assert_eq!(
        scores["units"]["n-m"],
        serde_json::json!({"recall": 0.5, "found": 1, "gold": 2})
    );
}

/// Three verses, of which B has two; the table links the third with B's second as well.
///
/// Linked are 4 + 4 characters and 8 + 4, of which B's last four are right by half in `cell`: 14 of 20, and of the 16 that have a
/// counterpart. Verse 3 is not left alone.
#[test]
fn running_text_is_scored_by_its_characters() {
    let folder = folder();
    for (name, content) in [
        (
            "table.json",
            r#"{"schema": "enregard/1", "rows": [{"units": [[0], [0]]}, {"units": [[1, 2], [1]]}], "witnesses": [
            {"text": "abc. def. ghi.", "units": [{"chars": [0, 4]}, {"chars": [5, 9]}, {"chars": [10, 14]}]},
            {"text": "abc. def.", "units": [{"chars": [0, 4]}, {"chars": [5, 9]}]}]}"#,
        ),
        (
            "spans.jsonl",
            "{\"id\": \"X 1:1\", \"a\": [0, 4], \"b\": [0, 4]}\n\
             {\"id\": \"X 1:2\", \"a\": [5, 9], \"b\": [5, 9]}\n\
             {\"id\": \"X 1:3\", \"a\": [10, 14], \"b\": null}\n",
        ),
    ] {
        fs::write(folder.path().join(name), content).expect("written");
    }
    let output = run(folder.path(), &["table.json", "spans.jsonl"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "           precision  recall       F\n\
         cell          0.7000  0.8750  0.7778\n\
         verse         0.8000  1.0000  0.8889\n\
         strict        0.7000  0.8750  0.7778\n\
         unmatched             0.0000 left alone, of 4 characters\n"
    );
    // Texts and links of units stand beside each other, each added up for itself.
    let files = ["table.json", "spans.jsonl", "system.txt", "gold.json"];
    let twice = [&files[..], &files[..], &["--format", "json"]].concat();
    let output = run(folder.path(), &twice);
    let scores: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(scores["text"]["unmatched"]["chars"], 8);
    assert_eq!(scores["text"]["unmatched"]["left_alone"], 0.0);
    assert_eq!(scores["text"]["cell"]["precision"], 0.7);
    assert_eq!(scores["text"]["verse"]["recall"], 1.0);
    assert_eq!(scores["units"]["strict"]["right"], 6);
}

#[test]
fn trouble_names_the_file_and_the_place() {
    let folder = folder();
    for (files, expected) in [
        (&["system.txt"][..], "(files named: 1)"),
        (&["none.txt", "gold.json"], "none.txt: cannot be read"),
        (
            &["prose.txt", "gold.json"],
            "prose.txt against gold.json: system: line 1: neither vecalign",
        ),
        (
            &["gold.json", "prose.txt"],
            "gold: line 1: neither vecalign",
        ),
    ] {
        let output = run(folder.path(), files);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn what_is_exported_scores_as_itself() {
    let table = table(
        vec![witness(0, "a\nb\nc\nd\n"), witness(1, "x\ny\nz\n")],
        vec![
            row(vec![vec![0, 1], vec![0]]),
            row(vec![vec![], vec![1]]),
            row(vec![vec![2], vec![]]),
            row(vec![vec![3], vec![2]]),
        ],
    );
    let export = |format| {
        let mut out = Vec::new();
        write(&table, format, &ExportOptions::default(), &mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    };
    let formats = [Format::Vecalign, Format::Ladder, Format::Json];
    for system in formats {
        for gold in formats {
            let Scores::Units(scores) = evaluate(&export(system), &export(gold)).expect("scored")
            else {
                panic!("units against units");
            };
            assert_eq!((scores.strict.right, scores.strict.f()), (2, 1.0));
            assert_eq!((scores.unmatched.right, scores.unmatched.f()), (2, 1.0));
        }
    }
}

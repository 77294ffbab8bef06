//! `enregard batch`: many pairs, some of them broken.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const A: &str =
    "Les mesures principales sont prises. Le dialogue reprend entre les deux pays voisins.";
const B: &str =
    "Les mesures majeures sont prises. Le dialogue reprend entre les deux pays voisins.";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = crate::enregard();
    command.arg("batch").args(arguments).current_dir(folder);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Exit code, lines of standard output as JSON, standard error.
fn run(folder: &Path, arguments: &[&str], input: &str) -> (Option<i32>, Vec<Value>, String) {
    let mut child = command(folder, arguments).spawn().unwrap();
    // It may refuse before it reads.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let out = child.wait_with_output().unwrap();
    let lines = String::from_utf8(out.stdout).unwrap();
    let lines = lines.lines().map(|l| serde_json::from_str(l).unwrap());
    (
        out.status.code(),
        lines.collect(),
        String::from_utf8(out.stderr).unwrap(),
    )
}

/// 200 pairs, of which the 8th has no second file, the 51st a binary one, and the 200th none named.
fn manifest(folder: &Path) {
    let mut lines = String::from("id,a,b\n");
    for n in 1..=200 {
        let name = |side: &str| format!("{n}{side}.txt");
        fs::write(folder.join(name("a")), format!("{A} Page {n}.\n")).unwrap();
        let b = match n {
            51 => "un\0deux".to_owned(),
            _ => format!("{B} Page {n}.\n"),
        };
        if n != 8 {
            fs::write(folder.join(name("b")), b).unwrap();
        }
        let b = if n == 200 { String::new() } else { name("b") };
        lines += &format!("no{n},{},{b}\n", name("a"));
    }
    fs::write(folder.join("pairs.csv"), lines).unwrap();
}

#[test]
fn two_hundred_pairs_three_of_them_broken() {
    let folder = TempDir::new().unwrap();
    manifest(folder.path());
    let (code, lines, said) = run(folder.path(), &["pairs.csv", "--lang", "fr"], "");
    assert_eq!(code, Some(2));
    assert_eq!(
        said,
        "enregard: 3 of 200 pairs failed; their lines say why\n"
    );
    assert_eq!(lines.len(), 200);
    for (n, line) in (1..).zip(&lines) {
        assert_eq!(line["pair"], n, "{line}");
        let failed = [8, 51, 200].contains(&n);
        assert_eq!(line["error"].is_string(), failed, "{line}");
        assert_eq!(line["rows"].is_array(), !failed, "{line}");
    }
    assert_eq!(lines[7]["error"], "8b.txt: no such file");
    assert!(lines[50]["error"].as_str().unwrap().contains("binary"));
    assert!(
        lines[199]["error"]
            .as_str()
            .unwrap()
            .contains("neither `b`")
    );
    assert_eq!(lines[2]["id"], "no3");
    assert_eq!(lines[2]["summary"]["differences"], json!({"wording": 1}));
    assert_eq!(lines[2]["rows"][0]["changes"], "principales → majeures");
    let (_, one, _) = run(
        folder.path(),
        &["pairs.csv", "--lang", "fr", "--threads", "1"],
        "",
    );
    assert_eq!(one, lines);
}

#[test]
fn a_table_a_pair() {
    let folder = TempDir::new().unwrap();
    manifest(folder.path());
    let arguments = ["pairs.csv", "--lang", "fr", "-o", "out", "--format", "tsv"];
    let (code, lines, _) = run(folder.path(), &arguments, "");
    assert_eq!((code, lines.len()), (Some(2), 200));
    assert_eq!(
        fs::read_dir(folder.path().join("out")).unwrap().count(),
        197
    );
    let path = lines[0]["output"].as_str().unwrap();
    assert!(
        path.ends_with("no1.tsv") && lines[0].get("rows").is_none(),
        "{path}"
    );
    let table = fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(
        table.starts_with("row\tkind") && table.contains("principales → majeures"),
        "{table}"
    );
}

#[test]
fn a_name_is_taken_once_and_stays_in_the_folder() {
    let folder = TempDir::new().unwrap();
    let pair = |id: &str| json!({"id": id, "a_text": A, "b_text": B}).to_string() + "\n";
    let input = pair("../x") + &pair("../x") + &pair("y");
    let (code, lines, _) = run(folder.path(), &["-", "-o", "out"], &input);
    assert_eq!((code, lines.len()), (Some(2), 3));
    let failed: Vec<bool> = lines.iter().map(|l| l["error"].is_string()).collect();
    assert_eq!(failed, [false, true, false]);
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 2);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn facts_are_counted() {
    let folder = TempDir::new().unwrap();
    let pair = json!({
        "a_text": "Il vendit trente moutons et ne revint pas au pays.",
        "b_text": "Il vendit quarante moutons et revint au pays.",
    });
    let (_, lines, _) = run(
        folder.path(),
        &["-", "--lang", "fr", "--summary"],
        &format!("{pair}\n"),
    );
    assert_eq!(
        lines[0]["summary"]["facts"],
        json!({"negation": 1, "number": 1})
    );
    assert_eq!(lines[0]["summary"]["contradictions"], json!({"number": 1}));
}

#[test]
fn two_folders_are_matched_by_name() {
    let folder = TempDir::new().unwrap();
    for (side, text) in [("x", A), ("y", B)] {
        fs::create_dir(folder.path().join(side)).unwrap();
        for name in ["1.txt", "2.txt", ".hidden"] {
            fs::write(folder.path().join(side).join(name), text).unwrap();
        }
    }
    let (code, lines, said) = run(folder.path(), &["x", "y", "--summary"], "");
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert_eq!(lines.len(), 2);
    assert!(lines[1]["b"].as_str().unwrap().ends_with("2.txt"));
    assert!(lines[1].get("rows").is_none() && lines[1]["summary"]["beads"] == 2);
    fs::write(folder.path().join("x/3.txt"), A).unwrap();
    let (code, lines, _) = run(folder.path(), &["x", "y"], "");
    assert_eq!((code, lines.len()), (Some(2), 3));
    assert!(
        lines[2]["error"]
            .as_str()
            .unwrap()
            .ends_with("3.txt: no such file")
    );
}

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let folder = TempDir::new().unwrap();
    let mut child = command(folder.path(), &["-", "--lang", "fr"])
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut ask = |question: &str| -> Value {
        writeln!(input, "{question}").unwrap();
        input.flush().unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    };
    let pair = json!({"id": 7, "a_text": A, "b_text": B}).to_string();
    let answer = ask(&pair);
    assert_eq!(answer["id"], 7);
    assert_eq!(answer["rows"][0]["changes"], "principales → majeures");
    assert!(
        ask("{\"a_text\": 1}")["error"]
            .as_str()
            .unwrap()
            .contains("line 2")
    );
    assert_eq!(ask(&pair)["rows"], answer["rows"]);
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[test]
fn manifests_say_what_they_lack() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("x.csv"), "left,right\n1,2\n").unwrap();
    fs::write(folder.path().join("x.list"), "").unwrap();
    for (arguments, part) in [
        (&["x.csv"][..], "must name the columns"),
        (&["x.list"], "--input csv, tsv or jsonl"),
        (&["none.csv"], "none.csv: cannot be read"),
        (&["."], "name the other folder as well"),
        (&["x.csv", "--format", "tmx"], "--output"),
    ] {
        let (code, lines, said) = run(folder.path(), arguments, "");
        assert_eq!((code, lines.len()), (Some(2), 0), "{arguments:?}");
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
    let (code, lines, _) = run(folder.path(), &["-"], "\n");
    assert_eq!((code, lines.len()), (Some(0), 0));
    let tabs = format!("a_text\tb_text\n{A}\t{B}\n");
    let (code, lines, _) = run(folder.path(), &["-", "--input", "tsv"], &tabs);
    assert_eq!((code, lines.len()), (Some(0), 1));
}

#[test]
fn formats_have_the_same_names_as_elsewhere() {
    let folder = TempDir::new().unwrap();
    for (side, text) in [("a", A), ("b", B)] {
        fs::create_dir(folder.path().join(side)).unwrap();
        fs::write(folder.path().join(side).join("t.txt"), text).unwrap();
    }
    let (code, lines, said) = run(
        folder.path(),
        &["a", "b", "-o", "out", "--format", "porcelain"],
        "",
    );
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(lines[0]["output"], "out/0001-t.word-diff");
}

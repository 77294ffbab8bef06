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
fn manifests_of_spreadsheets_have_semicolons_and_lines_as_editors_count_them() {
    let folder = TempDir::new().unwrap();
    let semicolons = format!("id;a_text;b_text\r\nx;{A};{B}\r\ny;{A};\r\n");
    let excel = format!("sep=;\r\n{semicolons}");
    let commas = format!("id,a_text,b_text\nx,\"{A}\",{B}\ny,{A},\n");
    for (manifest, line) in [(&semicolons, 3), (&excel, 4), (&commas, 3)] {
        let (code, lines, _) = run(folder.path(), &["-", "--input", "csv"], manifest);
        assert_eq!((code, lines.len()), (Some(2), 2), "{manifest}");
        assert_eq!(lines[0]["id"], "x");
        let error = lines[1]["error"].as_str().unwrap();
        assert!(error.contains(&format!("line {line}:")), "{error}");
    }
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

const C: &str = "Les mesures premières sont prises. Le dialogue reprend entre les deux pays.";

/// Three texts, in files of a folder of their own.
fn three() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    for (name, text) in [("a", A), ("b", B), ("c", C)] {
        fs::write(folder.path().join("texts").join(name), text).unwrap();
    }
    folder
}

#[test]
fn a_line_has_as_many_texts_as_it_has_columns() {
    let folder = three();
    let csv = "id,d,b,a,c\nall,,b,a,c\ntwo,,,a,c\nshort,c,b\none,,b,,\n";
    let tsv = csv.replace(',', "\t");
    let jsonl = [
        json!({"id": "all", "a": "a", "b": "b", "c": "c"}),
        json!({"id": "two", "a": "a", "c": "c", "b": null}),
        json!({"id": "short", "b": "b", "d": "c"}),
        json!({"id": "one", "b": "b"}),
    ];
    let jsonl: String = jsonl.iter().map(|line| format!("{line}\n")).collect();
    let mut answers = Vec::new();
    for (name, manifest) in [("m.csv", csv), ("m.tsv", &tsv), ("m.jsonl", &jsonl)] {
        let name = format!("texts/{name}");
        fs::write(folder.path().join(&name), manifest).unwrap();
        let (code, mut lines, said) = run(folder.path(), &[&name, "--lang", "fr"], "");
        assert_eq!((code, lines.len()), (Some(2), 4), "{said}");
        // What fails says where it stands.
        let error = lines.pop().unwrap()["error"].as_str().unwrap().to_owned();
        let line = if name.ends_with("jsonl") { 4 } else { 5 };
        assert_eq!(
            error,
            format!("{name}, line {line}: neither `a` (a file) nor `a_text` is given")
        );
        answers.push(lines);
    }
    let [all, two, short] = <[Value; 3]>::try_from(answers[0].clone()).unwrap();
    assert_eq!(answers[1], answers[0]);
    assert_eq!(answers[2], answers[0]);
    assert_eq!(all["c"], "texts/c");
    assert_eq!(all["summary"]["witnesses"], json!(["A", "B", "C"]));
    assert_eq!(all["summary"]["pairs"].as_array().unwrap().len(), 3);
    assert_eq!(all["summary"]["pairs"][1]["witnesses"], json!(["A", "C"]));
    let changes = "principales A | majeures B | premières C";
    assert_eq!(all["rows"][0]["changes"], changes);
    // A text is called after its column, whoever else is there.
    assert_eq!(two["rows"][0]["changes"], "principales → premières");
    assert_eq!(two["rows"][0]["C"], "Les mesures premières sont prises.");
    assert_eq!(two["summary"]["witnesses"], json!(["A", "C"]));
    assert!(two.get("b").is_none(), "{two}");
    assert_eq!(short["rows"][0]["D"], "Les mesures premières sont prises.");
}

#[test]
fn two_texts_called_a_and_b_have_no_keys_of_many() {
    let folder = three();
    let pair = json!({"a_text": A, "b_text": B, "C": 1, "text": "x"});
    let (code, lines, _) = run(folder.path(), &["-", "--summary"], &format!("{pair}\n"));
    assert_eq!(code, Some(0));
    let keys: Vec<&String> = lines[0]["summary"].as_object().unwrap().keys().collect();
    let known = [
        "beads",
        "contradictions",
        "coverage",
        "differences",
        "facts",
        "moved",
        "only",
        "quotations",
    ];
    assert_eq!(keys, known);
}

#[test]
fn tables_of_many_are_written_and_the_base_is_named_by_its_column() {
    let folder = three();
    let manifest = "a,b,c\na,b,c\na,b\n";
    fs::write(folder.path().join("texts/m.csv"), manifest).unwrap();
    let arguments = [
        "texts/m.csv",
        "-o",
        "out",
        "--format",
        "apparatus",
        "--base",
        "C",
    ];
    let (code, lines, said) = run(folder.path(), &arguments, "");
    assert_eq!(code, Some(0), "{said}");
    let table = |n: usize| {
        let path = lines[n]["output"].as_str().unwrap();
        fs::read_to_string(folder.path().join(path)).unwrap()
    };
    assert!(
        table(0).contains("premières] principales A · majeures B"),
        "{}",
        table(0)
    );
    assert!(table(1).contains("principales] majeures B"), "{}", table(1));
    for (option, value) in [("--base", "D"), ("--lang", "D=fr")] {
        let (code, _, said) = run(folder.path(), &["texts/m.csv", option, value], "");
        assert_eq!(code, Some(2));
        assert!(
            said.contains("no file is called D; they are A, B, C"),
            "{said}"
        );
    }
}

#[test]
fn a_cell_too_many_is_no_text_cut_short() {
    let folder = three();
    let manifest = format!("a_text,b_text\n{A},{B}\nOui, dit-il.,Oui.\n");
    let (code, lines, _) = run(folder.path(), &["-", "--input", "csv"], &manifest);
    assert_eq!((code, lines.len()), (Some(2), 2));
    let error = lines[1]["error"].as_str().unwrap();
    assert_eq!(
        error,
        "standard input, line 3: has 3 cells under a header of 2"
    );
    assert!(lines[0]["error"].is_null());
}

#[test]
fn of_several_folders_what_one_lacks_is_left_out_and_told() {
    let folder = TempDir::new().unwrap();
    for (side, text) in [("x", A), ("y", B), ("z", C)] {
        fs::create_dir(folder.path().join(side)).unwrap();
        for name in ["1.txt", "2.txt", "3.txt"] {
            fs::write(folder.path().join(side).join(name), text).unwrap();
        }
    }
    fs::remove_file(folder.path().join("x/2.txt")).unwrap();
    fs::remove_file(folder.path().join("y/3.txt")).unwrap();
    fs::remove_file(folder.path().join("x/3.txt")).unwrap();
    let (code, lines, said) = run(folder.path(), &["x", "y", "z", "--summary"], "");
    assert_eq!((code, lines.len()), (Some(2), 3), "{said}");
    assert_eq!(lines[0]["summary"]["witnesses"], json!(["A", "B", "C"]));
    assert_eq!(lines[1]["summary"]["witnesses"], json!(["B", "C"]));
    assert_eq!(lines[1]["notes"], json!(["x/2.txt: no such file"]));
    assert_eq!(lines[2]["error"], "x/3.txt: no such file");
}

#[test]
fn columns_may_have_names() {
    let folder = TempDir::new().unwrap();
    let input =
        "{\"a_text\": \"Il pleut.\", \"b_text\": \"Il pleuvait.\", \"c_text\": \"Il neige.\"}\n";
    let arguments = ["-", "--sigla", "Hugo,Segond", "--base", "Segond"];
    let (code, lines, _) = run(folder.path(), &arguments, input);
    assert_eq!(code, Some(0));
    assert_eq!(
        lines[0]["summary"]["witnesses"],
        json!(["Hugo", "Segond", "C"])
    );
    assert_eq!(lines[0]["rows"][0]["base"], "Segond");
    // A table has a column of that name; an answer of a line has none.
    let (code, _, said) = run(folder.path(), &["-", "--sigla", "A=note"], input);
    assert_eq!(code, Some(0), "{said}");
    let tables = ["-", "--sigla", "A=note", "-o", "tables"];
    let (code, _, said) = run(folder.path(), &tables, input);
    assert!(code == Some(2) && said.contains("--sigla"), "{said}");
}

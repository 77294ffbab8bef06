//! Numbers of passages that stand in the texts: `--refs`.

use serde_json::Value;

use super::{Folder, finish};

const RUNNING: &str = "1 Au soir il vint à la ville. 2 Elle dormait, 3 et 40 jours passèrent. 4 En 1972 il revint. \
                       5 Personne ne parla.\n";
const BRACKETED: &str = "[1] Le soir il vint à la ville.\n[2] Elle dormait ; [3] puis 40 jours passèrent.\n\
                         [4] En 1972 il revint. [5] Nul ne parla.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("running.txt", RUNNING);
    folder.put("bracketed.txt", BRACKETED);
    folder
}

/// The table of both, in JSON.
fn table(folder: &Folder, arguments: &str) -> Value {
    let run = folder.run(&format!(
        "running.txt bracketed.txt --lang fr --format json {arguments}"
    ));
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run:?}");
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn numbers_are_labels_and_no_words() {
    let folder = folder();
    let table = table(&folder, "--quiet --refs A=12 --refs B=[12]");
    for (witness, text) in [(0, RUNNING), (1, BRACKETED)] {
        let witness = &table["witnesses"][witness];
        assert_eq!(witness["text"], text);
        let labels = witness["labels"].as_array().expect("labels").iter();
        let labels: Vec<&str> = labels.filter_map(|label| label["label"].as_str()).collect();
        assert_eq!(labels, ["1", "2", "3", "4", "5"]);
        let tokens = witness["tokens"].as_array().expect("tokens").iter();
        let numbers = tokens.filter_map(|token| {
            let range = [0, 1].map(|end| token["bytes"][end].as_u64().unwrap_or(0) as usize);
            let word = &text[range[0]..range[1]];
            word.starts_with(|c: char| c.is_ascii_digit())
                .then_some(word)
        });
        assert_eq!(numbers.collect::<Vec<_>>(), ["40", "1972"]);
    }
    assert_eq!(
        table
            .get("facts")
            .and_then(Value::as_array)
            .map_or(0, Vec::len),
        0
    );
}

#[test]
fn texts_come_back_with_the_numbers_of_each() {
    let folder = folder();
    for unit in ["clause", "sentence", "line", "paragraph"] {
        let run = folder.run(&format!(
            "running.txt bracketed.txt --lang fr --unit {unit} --refs 12 --refs [12] --show-typographic --format word-diff -q"
        ));
        let of = |sign: char| {
            let lines = run.stdout.lines().skip(3);
            let runs = lines.filter_map(|line| match line.chars().next() {
                Some('~') => Some("\n"),
                Some(c) if c == ' ' || c == sign => Some(&line[1..]),
                _ => None,
            });
            runs.collect::<String>()
        };
        // An end of a line belongs to the run before it.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&of('-')), words(RUNNING), "{unit}");
        assert_eq!(words(&of('+')), words(BRACKETED), "{unit}");
    }
}

#[test]
fn passages_of_one_number_stand_side_by_side() {
    let folder = folder();
    folder.put("other.txt", "1. Personne ne parla.\n2. Elle dormait.\n");
    let rows = |arguments: &str| -> Vec<String> {
        let run = folder.run(&format!(
            "running.txt other.txt --lang fr --format tsv --refs A=12 --refs B=12. {arguments}"
        ));
        let rows = run.stdout.lines().skip(1);
        let cells = rows.map(|row| row.split('\t').collect::<Vec<_>>());
        let beads = cells.filter(|cells| cells[1] == "bead");
        beads
            .map(|cells| format!("{} {}", cells[3], cells[5]))
            .collect()
    };
    assert!(rows("").contains(&"6 1".to_owned()) || rows("").contains(&"5 1".to_owned()));
    assert_eq!(rows("--align-by labels")[..2], ["1 1", "2 2"]);
    // Without numbers that are read there is nothing to go by, and it is said.
    let said = |arguments: &str| {
        let run = folder.run(&format!(
            "running.txt other.txt --lang fr --align-by labels {arguments}"
        ));
        run.stderr.contains("have no label in common")
    };
    assert!(said("") && !said("-q") && !said("--refs A=12 --refs B=12."));
}

#[test]
fn every_view_shows_them() {
    let folder = folder();
    for view in ["side", "stacked", "inline", "table", "apparatus"] {
        let run = folder.run(&format!(
            "running.txt bracketed.txt --lang fr --refs 12 --refs [12] --width 110 --view {view}"
        ));
        let row = run.stdout.lines().find(|line| line.contains("1972"));
        let margin = row
            .and_then(|row| row.split("En").next())
            .unwrap_or_default();
        let words: Vec<&str> = margin.split_whitespace().collect();
        assert!(words.contains(&"4"), "{view}: {run:?}");
    }
}

#[test]
fn formats_have_them() {
    let folder = folder();
    for (format, said) in [
        ("apparatus", "\n4 (4)  En 1972"),
        ("latex", "\\ledrightnote{4}En 1972"),
        ("tei", "<milestone unit=\"passage\" n=\"4\"/><s "),
        ("tei-standoff", "<milestone unit=\"passage\" n=\"4\"/>"),
        ("tmx", "<prop type=\"x-labels\">4</prop>"),
        ("html", "<tr><th>4 4<td>En 1972"),
        ("html", "{\"n\":4,\"b\":\"4\","),
        ("jsonl", "\"labels\":\"4\""),
        ("csv", ",4\r\n"),
        ("markdown", "| 4 |"),
    ] {
        let run = folder.run(&format!(
            "running.txt bracketed.txt --lang fr --refs 12 --refs [12] --quiet --format {format}"
        ));
        assert!(run.stdout.contains(said), "{format}: {}", run.stdout);
    }
    let run = folder.run("segment running.txt --lang fr --refs 12");
    assert!(run.stdout.contains("\tEn 1972 il revint.\t4\n"), "{run:?}");
}

#[test]
fn what_cannot_be_meant_is_told() {
    let folder = folder();
    let run = folder.run("running.txt bracketed.txt --lang fr --refs *");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("--refs: `*` has no number in it"),
        "{run:?}"
    );
    let run = folder.run("running.txt bracketed.txt --lang fr --refs C=12");
    assert!(run.stderr.contains("no file is called C"), "{run:?}");
    // B has none that is written so, and what is said of it alone counts for more than what is said of all.
    let mut command = folder.command("running.txt bracketed.txt --lang fr --refs 12 --refs");
    let run = finish(command.arg("B=Art. 5"));
    assert!(
        run.stderr
            .contains("bracketed.txt: has no passage that is numbered as --refs says")
            && !run.stderr.contains("running.txt: has no"),
        "{run:?}"
    );
    folder.put("enregard.toml", "refs = [\"A=12\", \"B=[12]\"]\n");
    let run = folder.run("running.txt bracketed.txt --lang fr --format tsv");
    assert!(run.stdout.contains("\tlabels"), "{run:?}");
}

#[test]
fn who_lacks_the_numbers_of_others_stands_beside_them_by_its_words() {
    let folder = folder();
    folder.put(
        "bare.txt",
        "Au soir il vint à la ville. Elle dormait. Puis 40 jours passèrent. En 1972 il revint. Personne ne parla.\n",
    );
    let run = folder.run(
        "running.txt bracketed.txt bare.txt --lang fr --refs A=12 --refs B=[12] --align-by labels --format json -q",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let table: Value = serde_json::from_str(&run.stdout).expect("JSON");
    for row in table["rows"].as_array().expect("rows") {
        let units = row["units"].as_array().expect("units").iter();
        let present = units.filter(|units| units.get(0).is_some());
        assert_eq!(present.count(), 3, "{row}");
    }
}

#[test]
fn the_number_of_an_article_stands_in_the_line_of_its_heading() {
    let folder = Folder::new();
    let lease = |years: &str| {
        format!(
            "Art. 1 Objet\nLe bailleur loue un appartement.\n\nArt. 2 Durée\n2.1 Le bail est conclu pour {years} ans.\n"
        )
    };
    folder.put("a.txt", lease("six"));
    folder.put("b.txt", lease("neuf"));
    let run = folder.run("a.txt b.txt --lang fr --refs Art.5 --refs 2.1 --format latex-facing -q");
    assert_eq!(run.code, Some(0), "{run:?}");
    for line in ["Art. 1 Objet", "Art. 2 Durée", "2.1 Le bail est conclu"] {
        let count = run
            .stdout
            .lines()
            .filter(|own| own.starts_with(line))
            .count();
        assert_eq!(count, 2, "{line}: {}", run.stdout);
    }
}

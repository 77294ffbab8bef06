//! Files whose texts stand side by side: all of their parts, or some, and their rows.

use serde_json::Value;

use super::{Folder, finish};

/// Two columns whose rows say other things side by side than their words would.
const TABLE: &str = "id,vieux,neuf\n\
    1,Le pont est fermé. Il sera rouvert demain.,Le pont est fermé. Il rouvre demain.\n\
    2,La rivière a débordé cette nuit.,Personne ne dort au village.\n\
    3,Personne ne dort au village.,La rivière a débordé cette nuit.\n\
    4,,Le maire parle à la radio.\n";

/// The units of the rows.
fn rows(folder: &Folder, arguments: &str) -> Vec<Vec<Vec<u64>>> {
    let run = folder.run(&format!("{arguments} --lang fr --format json"));
    assert_eq!(run.code, Some(0), "{run:?}");
    let table: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let rows = table["rows"].as_array().expect("rows").iter();
    rows.map(|row| serde_json::from_value(row["units"].clone()).expect("units"))
        .collect()
}

#[test]
fn the_rows_of_a_file_are_kept() {
    let folder = Folder::new();
    folder.put("t.csv", TABLE);
    folder.put("copy.csv", format!("{TABLE}\n"));
    let kept = [
        vec![vec![0, 1], vec![0, 1]],
        vec![vec![2], vec![2]],
        vec![vec![3], vec![3]],
        vec![vec![], vec![4]],
    ];
    assert_eq!(rows(&folder, "t.csv"), kept);
    assert_eq!(rows(&folder, "t.csv#vieux t.csv#C"), kept);
    // By their words, and where the files are two.
    for arguments in ["t.csv --realign", "t.csv#vieux copy.csv#neuf"] {
        let found = rows(&folder, arguments);
        assert!(
            found.contains(&vec![vec![2], vec![3]]),
            "{arguments}: {found:?}"
        );
    }
}

#[test]
fn each_column_of_text_is_a_witness() {
    let folder = Folder::new();
    folder.put(
        "t.tsv",
        "id\tun\tdeux\ttrois\n1\tIl pleut fort.\tIl pleut bien.\tIl pleut trop.\n2\tElle sort ce soir.\t\tElle sort enfin.\n",
    );
    assert_eq!(
        rows(&folder, "t.tsv"),
        [
            vec![vec![0], vec![0], vec![0]],
            vec![vec![1], vec![], vec![1]]
        ]
    );
    let run = folder.run("t.tsv --lang fr --lang C=de --from tsv --view summary");
    assert!(run.stdout.contains("trois  t.tsv#trois"), "{run:?}");
}

/// Three columns with names, and one whose name is of no use.
const NAMED: &str = "fr_1865,Louis Segond,neuf\n\
    Les mesures principales sont prises hier soir.,Les mesures majeures sont prises hier soir.,Les mesures fortes sont prises.\n";

#[test]
fn texts_are_called_as_the_file_calls_them() {
    let folder = Folder::new();
    folder.put("t.csv", NAMED);
    let whole = folder.run("t.csv --lang fr -q --format csv");
    let header = whole.stdout.lines().next().unwrap_or_default();
    assert!(
        header.contains(",fr_1865_units,fr_1865,Louis_Segond_units,Louis_Segond,neuf_units,neuf,"),
        "{whole:?}"
    );
    // So they are where they are named one by one, by whatever leads to them, and in a workbook or other kinds of files.
    let parts = "t.csv#1 t.csv#B t.csv#neuf --lang fr -q --format csv";
    assert_eq!(folder.run(parts).stdout, whole.stdout);
    folder.put(
        "t.json",
        r#"[{"t": {"fr": "Il pleut fort ce soir.", "en": "It rains hard tonight."}}]"#,
    );
    let run = folder.run("t.json --view summary");
    assert!(run.stdout.contains("t.fr  t.json#t.fr"), "{run:?}");
    // Options take the name of the column, the short name that it gives, and the letter.
    for (option, format) in [("--base", "apparatus"), ("--pair=neuf,", "criticmarkup")] {
        let run = |name: &str| {
            let mut command = folder.command(&format!("t.csv -q --lang fr --format {format}"));
            match option.ends_with(',') {
                true => command.arg(format!("{option}{name}")),
                false => command.args([option, name]),
            };
            let run = finish(&mut command);
            assert_eq!(run.code, Some(0), "{run:?}");
            run.stdout
        };
        assert_eq!(run("B"), run("Louis_Segond"));
        assert_eq!(run("B"), run("Louis Segond"));
        assert_ne!(run("B"), run("A"));
    }
    let run = folder.run("t.csv --lang fr -q --sigla B=Segond --format csv");
    assert!(
        run.stdout
            .contains(",fr_1865,Segond_units,Segond,neuf_units,")
    );
}

#[test]
fn a_table_of_named_columns_comes_back() {
    let folder = Folder::new();
    folder.put("t.csv", NAMED);
    for format in ["csv", "tsv", "xlsx", "json"] {
        for base in ["", "--base neuf"] {
            let made = format!("t.csv --lang fr -q {base} -o {format}:table -o json:old.json");
            assert_eq!(folder.run(&made).code, Some(0));
            for files in ["t.csv", "t.csv#fr_1865 t.csv#B t.csv#3"] {
                for sigla in ["", "--sigla fr_1865,Louis_Segond,neuf"] {
                    let run = folder.run(&format!(
                        "apply table {files} {sigla} --lang fr -o json:new.json"
                    ));
                    assert_eq!(run.code, Some(0), "{format} {files}: {run:?}");
                    assert!(run.stderr.contains("no corrections"), "{run:?}");
                    let paths = |json: String| {
                        json.replace("#B\"", "#Louis Segond\"")
                            .replace("#3\"", "#neuf\"")
                    };
                    assert_eq!(paths(folder.get("new.json")), folder.get("old.json"));
                }
            }
        }
    }
    // One that was made with letters keeps them.
    let made = "t.csv --lang fr -q --sigla A,B,C -o table.csv";
    assert_eq!(folder.run(made).code, Some(0));
    let run = folder.run("apply table.csv t.csv --lang fr -q -o new.csv");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(folder.get("new.csv"), folder.get("table.csv"));
}

#[test]
fn where_names_of_columns_are_unclear_letters_stand_and_it_is_told() {
    let folder = Folder::new();
    for (second, why) in [
        ("note", "`note` is the name of another column as well"),
        ("base", "`base` is the name of another column as well"),
        ("A", "`A` is the letter of another text"),
        ("a name of more than twenty characters", "is no short name"),
    ] {
        folder.put("t.csv", NAMED.replace("Louis Segond", second));
        let run = folder.run("t.csv --lang fr --format csv");
        assert!(
            run.stdout.contains(",A_units,A,B_units,B,C_units,C,"),
            "{run:?}"
        );
        assert!(run.stderr.contains(why), "{run:?}");
        assert!(run.stderr.contains("so its texts go by letters"), "{run:?}");
        // The names are understood all the same, and a letter stays one.
        let run = |base: &str| {
            folder
                .run(&format!("t.csv --lang fr -q --base {base} --format csv"))
                .stdout
        };
        assert_eq!(run("neuf"), run("C"));
        let run = folder.run("t.csv --lang fr --sigla x,y,z --format csv");
        assert!(!run.stderr.contains("note: "), "{run:?}");
    }
    // Without names, with the same twice, and of several files.
    folder.put("bare.csv", "1,Il pleut bien fort.,Il pleut trop fort.\n");
    folder.put("u.csv", NAMED);
    for files in ["bare.csv", "u.csv#neuf u.csv#neuf", "u.csv#neuf t.csv#neuf"] {
        let run = folder.run(&format!("{files} --lang fr -q --format csv"));
        assert!(run.stdout.contains(",A_units,A,B_units,B,"), "{run:?}");
    }
}

#[test]
fn labels_of_two_files_decide_where_they_are_asked_to() {
    let folder = Folder::new();
    folder.put(
        "a.json",
        r#"{"pont": "Le pont est fermé.", "eau": "La rivière déborde.", "nuit": "La nuit tombe."}"#,
    );
    folder.put(
        "b.json",
        r#"{"eau": "Personne ne dort.", "pont": "Le pont rouvre.", "jour": "La nuit tombe vite."}"#,
    );
    assert_eq!(
        rows(&folder, "a.json b.json --align-by labels"),
        [
            vec![vec![0], vec![1]],
            vec![vec![1], vec![0]],
            // What no other has is aligned by its words.
            vec![vec![2], vec![2]]
        ]
    );
    assert!(!rows(&folder, "a.json b.json").contains(&vec![vec![1], vec![0]]));
}

#[test]
fn labels_that_the_words_speak_against_are_told() {
    let folder = Folder::new();
    let texts = |a: &str, b: &str| {
        format!(
            r#"{{"x": "{a}", "y": "{b}", "z": "Le pont de pierre est fermé depuis hier soir."}}"#
        )
    };
    let (rain, mayor) = (
        "La rivière déborde après trois jours de pluie.",
        "Le maire préside aussi le conseil municipal.",
    );
    folder.put("a.json", texts(rain, mayor));
    folder.put("b.json", texts(mayor, rain));
    let run = folder.run("a.json b.json --lang fr --align-by labels");
    let said = "rows 1-2 stand side by side by the labels, though the words speak against it";
    assert!(run.stderr.contains(said), "{run:?}");
    let run = folder.run("a.json a.json --lang fr --align-by labels");
    assert!(!run.stderr.contains("speak against"), "{run:?}");
}

#[test]
fn pictures_and_graphs_hold_labels() {
    let folder = Folder::new();
    folder.put("a.csv", "Le chat dort.\nIl pleut.\n");
    folder.put("b.csv", "Le chat mange.\nIl pleut.\n");
    let written = |format: &str| {
        folder
            .run(&format!("a.csv b.csv --lang fr --format {format}"))
            .stdout
    };
    let dot = written("dot");
    let named: Vec<&str> = dot
        .lines()
        .filter(|line| line.contains("xlabel="))
        .collect();
    assert_eq!(named.len(), 2, "{dot}");
    assert!(named[0].contains("\"Le\\nA, B\", xlabel=\"1\""), "{dot}");
    let graphml = written("graphml");
    assert!(
        graphml.contains("<key id=\"labels\" for=\"node\""),
        "{graphml}"
    );
    assert!(
        graphml.contains("<data key=\"row\">2</data><data key=\"labels\">2</data>"),
        "{graphml}"
    );
    let svg = written("svg");
    assert!(svg.contains("<title>row 2 (2): A 2 – B 2"), "{svg}");
    folder.put("a.txt", "Le chat dort.");
    let plain = folder.run("a.txt a.txt --lang fr --format graphml").stdout;
    assert!(!plain.contains("labels"), "{plain}");
}

#[test]
fn labels_are_shown_where_the_files_that_have_any_agree_and_stand_in_tables() {
    let folder = Folder::new();
    let verses = |one: &str, two: &str| format!("\\id GEN\n\\c 1\n\\p\n\\v 1 {one}\n\\v 2 {two}\n");
    folder.put(
        "a.usfm",
        verses("Dieu créa le ciel et la terre.", "La terre était vide."),
    );
    folder.put(
        "b.usfm",
        verses("Dieu fit le ciel et la terre.", "La terre était déserte."),
    );
    folder.put(
        "c.txt",
        "Dieu fit le ciel et la terre. La terre était déserte.\n",
    );
    for view in ["side", "stacked", "table"] {
        let arguments = format!("--lang fr --width 110 --view {view}");
        let both = folder.run(&format!("a.usfm b.usfm {arguments}"));
        assert!(both.stdout.contains(" GEN 1:2 "), "{both:?}");
        let one = folder.run(&format!("a.usfm c.txt {arguments}"));
        assert!(one.stdout.contains(" GEN 1:2 "), "{one:?}");
    }
    let labels = |arguments: &str| -> Vec<String> {
        let run = folder.run(&format!("{arguments} --lang fr --format jsonl"));
        let rows = run.stdout.lines().map(|line| {
            let row: Value = serde_json::from_str(line).expect("JSON");
            row
        });
        let beads = rows.filter(|row| row["kind"] == "bead");
        let rows = beads.map(|row| row["labels"].to_string());
        rows.collect()
    };
    assert_eq!(labels("a.usfm b.usfm"), ["\"GEN 1:1\"", "\"GEN 1:2\""]);
    assert_eq!(labels("a.usfm c.txt"), ["\"GEN 1:1\"", "\"GEN 1:2\""]);
    assert_eq!(labels("c.txt c.txt"), ["null", "null"]);
    // The column comes back with the others, and is passed over.
    folder.run("a.usfm b.usfm --lang fr -o table.csv");
    assert!(
        folder
            .get("table.csv")
            .lines()
            .next()
            .is_some_and(|names| names.ends_with(",note,labels"))
    );
    let run = folder.run("apply table.csv a.usfm b.usfm --lang fr --view summary");
    assert_eq!(run.code, Some(0), "{run:?}");
}

#[test]
fn what_is_no_text_of_a_file_is_no_fact() {
    let folder = Folder::new();
    folder.put("a.srt", "7\n00:00:01,000 --> 00:00:03,500\nTu viendras ce soir\nau pont ?\n\n8\n00:00:04,000 --> 00:00:06,200\n<i>Le pont est fermé.</i>\n");
    folder.put("b.srt", "3\n00:01:01,200 --> 00:01:03,300\nTu viens ce soir au pont ?\n\n4\n00:01:04,100 --> 00:01:05,000\nLe pont reste fermé.\n");
    folder.put("a.md", "---\ndate: 2024-03-01\n---\n\n# Le pont\n\nIl a été[^1] :\n\n- restauré ;\n- fermé.\n\n[^1]: Dit le maire.\n");
    folder.put("b.md", "---\ndate: 2023-01-31\n---\n\nLe pont\n=======\n\nIl fut[^n] :\n\n1. restauré ;\n2. fermé.\n\n[^n]: Dit le maire.\n");
    for pair in ["a.srt b.srt", "a.md b.md"] {
        let run = folder.run(&format!("{pair} --lang fr --view summary"));
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(!run.stdout.contains("fact"), "{run:?}");
    }
}

#[test]
fn a_corrected_table_of_one_file_comes_back_to_it() {
    let folder = Folder::new();
    folder.put("t.csv", TABLE);
    assert_eq!(folder.run("t.csv --lang fr -o table.tsv").code, Some(0));
    for files in ["t.csv", "t.csv#vieux t.csv#neuf"] {
        let run = folder.run(&format!("apply table.tsv {files} --lang fr -o new.tsv"));
        assert_eq!(run.code, Some(0), "{run:?}");
        // Its rows are those of the file, and nobody changed them.
        assert!(
            run.stderr.contains("the table has no corrections"),
            "{run:?}"
        );
        assert_eq!(folder.get("new.tsv"), folder.get("table.tsv"));
    }
    // Of two rows a person has made one.
    let table = folder.get("table.tsv");
    let lines: Vec<&str> = table.lines().collect();
    let merged = lines[2].replace("\t3\t", "\t3-4\t");
    assert_ne!(merged, lines[2]);
    let kept = [lines[0], lines[1], merged.as_str(), lines[4]];
    folder.put("table.tsv", kept.join("\n"));
    let rows = rows(&folder, "apply table.tsv t.csv");
    assert_eq!(
        rows,
        [
            vec![vec![0, 1], vec![0, 1]],
            vec![vec![2, 3], vec![2, 3]],
            vec![vec![], vec![4]],
        ]
    );
}

#[test]
fn a_file_whose_part_is_read_is_never_written() {
    let folder = Folder::new();
    folder.put("t.csv", TABLE);
    for arguments in ["t.csv -o t.csv", "t.csv#vieux a.txt -o csv:./t.csv"] {
        let said = folder.trouble(arguments);
        assert!(said.contains("is one of the files compared"), "{said}");
    }
    assert_eq!(folder.get("t.csv"), TABLE);
}

#[test]
fn what_cannot_be_read_in_parts_is_told() {
    let folder = Folder::new();
    folder.put("t.csv", TABLE);
    folder.put("one.csv", "id,texte\n1,Il pleut bien fort.\n");
    for (arguments, part) in [
        ("t.csv#vieux", "one file is named, two are needed"),
        ("one.csv", "one file is named, two are needed"),
        ("a.txt", "one file is named, two are needed"),
        (
            "t.csv#x a.txt",
            "there is no `x` in it; there are id, vieux, neuf",
        ),
        (
            "t.csv --explain 1",
            "the files say what stands side by side; --realign",
        ),
        ("none.csv#x a.txt", "none.csv#x: no such file"),
    ] {
        let said = folder.trouble(arguments);
        assert!(said.contains(part), "{arguments}: {said}");
    }
}

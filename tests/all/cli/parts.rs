//! Files whose texts stand side by side: all of their parts, or some, and their rows.

use serde_json::Value;

use super::Folder;

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
    assert!(run.stdout.contains("C  t.tsv#trois"), "{run:?}");
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

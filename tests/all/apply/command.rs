//! `enregard apply`: what it reads, writes and refuses to overwrite.

use crate::cli::Folder;

/// A folder with two texts of four lines each and tables of them.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.put("a.txt", "Le roi est mort.\nLa reine pleure beaucoup.\nLe peuple attend le prince.\nLe prince arrive demain.\n");
    folder.put(
        "b.txt",
        "Le roi mourut.\nLa reine pleure.\nLe peuple attend.\nLe prince arrive.\n",
    );
    let run = folder.run("a.txt b.txt -q -o t.csv -o t.json --monotone --ignore case");
    assert_eq!(run.code, Some(0), "{run:?}");
    folder
}

#[test]
fn corrections_are_applied_and_told() {
    let folder = folder();
    let csv = folder.get("t.csv");
    let corrected = csv
        .replacen(",2,La reine pleure.,", ",3,La reine pleure.,", 1)
        .replacen(",3,Le peuple attend.,", ",2,Le peuple attend.,", 1)
        .replacen("auto,\r\n", "ok,sure\r\n", 1);
    folder.put("t.csv", &corrected);
    let run = folder.run("apply t.csv a.txt b.txt --monotone --ignore case -o u.csv -o u.json");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert!(
        run.stderr
            .contains("note: row 1 is ok; rows 2-3 are changed"),
        "{}",
        run.stderr
    );
    assert!(
        folder
            .get("u.csv")
            .contains("La reine pleure beaucoup.,3,Le peuple attend.,")
    );
    assert!(folder.get("u.json").contains("\"status\":\"edited\""));
    assert_eq!(
        folder.get("t.csv"),
        corrected,
        "the corrections stay as they are"
    );
    // Without a file to write it shows the result as a comparison is shown.
    let run = folder.run("apply t.csv a.txt b.txt --view table");
    assert!(run.stdout.contains("⌊reine"), "{}", run.stdout);
    let quiet = folder.run("apply t.csv a.txt b.txt --quiet --format tsv");
    assert_eq!(quiet.stderr, "");
    assert!(quiet.stdout.contains("ok\tsure"), "{}", quiet.stdout);
}

#[test]
fn json_holds_what_it_was_made_with() {
    let folder = folder();
    let run =
        folder.run("a.txt b.txt -q -o x.json --unit line --sigla X,Y --lang en --ignore case");
    assert_eq!(run.code, Some(0), "{run:?}");
    let run = folder.run("apply x.json a.txt b.txt -q -o y.json");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(folder.get("x.json") == folder.get("y.json"));
    // Tables name their witnesses themselves.
    assert_eq!(
        folder.run("a.txt b.txt -q -o x.csv --sigla X,Y").code,
        Some(0)
    );
    assert_eq!(
        folder.run("apply x.csv a.txt b.txt -q -o y.csv").code,
        Some(0)
    );
    assert_eq!(folder.get("x.csv"), folder.get("y.csv"));
    let said = folder.trouble("apply x.csv a.txt b.txt --sigla A,B");
    assert!(said.contains("no column is called A_units"), "{said}");
}

#[test]
fn what_cannot_be_meant_writes_nothing() {
    let folder = folder();
    folder.put("t.csv", folder.get("t.csv").replacen("auto", "fine", 2));
    folder.put("u.csv", "before");
    let said = folder.trouble("apply t.csv a.txt b.txt -o u.csv -o v.csv");
    assert!(
        said.starts_with("enregard: t.csv: nothing was written; 2 things"),
        "{said}"
    );
    assert_eq!(folder.get("u.csv"), "before");
    assert!(!folder.path().join("v.csv").exists());
    for arguments in [
        "apply t.csv a.txt",
        "apply t.csv",
        "apply nothing.csv a.txt b.txt",
        "apply a.txt a.txt b.txt",
    ] {
        folder.trouble(arguments);
    }
}

#[test]
fn the_corrections_are_replaced_only_where_nothing_is_lost() {
    let folder = folder();
    let csv = folder.get("t.csv").replacen("auto", "ok", 1);
    folder.put("t.csv", &csv);
    let run = folder.run("apply t.csv a.txt b.txt -q --monotone --ignore case -o t.csv");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(folder.get("t.csv").contains(",ok,"));

    let refused = |name: &str, content: &str, options: &str, lost: &str| {
        folder.put(name, content);
        let said = folder.trouble(&format!("apply {name} a.txt b.txt -q -o {options}"));
        assert!(said.contains(lost), "{said}");
        assert_eq!(folder.get(name), content);
    };
    refused("t.csv", &csv, "tsv:t.csv", "would lose its format");
    refused(
        "t.csv",
        &csv,
        "t.csv --rows 1",
        "would lose the rows that are not chosen",
    );
    refused(
        "t.csv",
        &format!("\u{feff}{csv}"),
        "t.csv",
        "would lose its byte order mark (--csv-bom keeps it)",
    );
    let more: String = csv.lines().map(|line| format!("{line},mine\r\n")).collect();
    refused("t.csv", &more, "t.csv", "would lose its columns mine");
    let semicolons = csv.replace(',', ";");
    refused(
        "t.csv",
        &semicolons,
        "t.csv",
        "would lose its separator (--csv-separator ';' keeps it)",
    );
    let json = folder.get("t.json");
    let keyed = json.replacen("{\"row\":1,", "{\"row\":1,\"editor\":\"me\",", 1);
    refused("t.json", &keyed, "t.json", "would lose its key `editor`");
    folder.put("t.json", &json);
    let run = folder.run("apply t.json a.txt b.txt -q --monotone -o t.json");
    assert_eq!((run.code, folder.get("t.json") == json), (Some(0), true));
    #[cfg(feature = "xlsx")]
    {
        assert_eq!(folder.run("a.txt b.txt -q -o t.xlsx").code, Some(0));
        let said = folder.trouble("apply t.xlsx a.txt b.txt -o t.xlsx");
        assert!(
            said.contains("would lose what else the workbook holds"),
            "{said}"
        );
    }
}

#[test]
fn the_help_says_how_to_correct() {
    let run = folder().run("apply --help");
    for word in ["merge", "split", "unlink", "ok", "note", "--monotone"] {
        assert!(run.stdout.contains(word), "{word}");
    }
}

#[test]
fn settings_of_the_comparison_hold() {
    let folder = folder();
    folder.put(
        "enregard.toml",
        "monotone = true\nignore = [\"case\"]\nview = \"summary\"\n",
    );
    let run = folder.run("apply t.csv a.txt b.txt -o u.csv");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(folder.get("u.csv"), folder.get("t.csv"));
}

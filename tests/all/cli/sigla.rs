//! Short names that look like columns, or like those of the other file.

use super::Folder;

/// Every format that comes back.
const FORMATS: [&str; 4] = ["csv", "tsv", "xlsx", "json"];

#[test]
fn an_untouched_table_comes_back_whatever_the_files_are_called() {
    let folder = Folder::new();
    for sigla in [
        "x,y",
        "Row,Note",
        "B,C",
        "X,A",
        "Ésaïe,1QIsaᵃ",
        ";;;;;;;;;;;;;;,B",
        "|||||||||||||||||,||",
        "'x,\"y",
        "-A,+B",
        "@A,_",
        "_x0041_,_x0042_",
        "<r>,</r>",
        "\u{feff}A,B",
        "units,A_unit",
        "a.b,a-b",
        "sep,csv",
        "A*,B*",
    ] {
        for format in FORMATS {
            let run = folder.run(&format!("a.txt b.txt -q --sigla={sigla} -o {format}:t"));
            assert_eq!(run.code, Some(0), "{sigla}: {run:?}");
            let run = folder.run("apply t a.txt b.txt -o new.json");
            assert_eq!(run.code, Some(0), "{sigla}, {format}: {run:?}");
            assert!(
                run.stderr.contains("the table has no corrections"),
                "{sigla}, {format}: {run:?}"
            );
        }
    }
}

#[test]
fn names_whose_columns_could_not_be_told_apart_are_refused() {
    let folder = Folder::new();
    for sigla in [
        "note,status",
        "row,kind",
        "A,A_units",
        "x,x_units",
        "x_units,y",
        "moved,similarity",
        "B,A",
        "changes,A",
        "A,confidence",
    ] {
        for format in ["csv", "tsv", "xlsx", "jsonl", "markdown"] {
            let said = folder.trouble(&format!("a.txt none.txt -q --sigla {sigla} -o {format}:t"));
            assert!(
                said.contains("--sigla: ") && said.contains("told apart"),
                "{sigla}: {said}"
            );
            assert!(!folder.path().join("t").exists());
        }
        // What has no columns does not mind.
        let run = folder.run(&format!("a.txt b.txt -q --sigla {sigla} -o json:t.json"));
        assert_eq!(run.code, Some(0), "{sigla}: {run:?}");
        let run = folder.run("apply t.json a.txt b.txt --view summary");
        assert_eq!(run.code, Some(0), "{sigla}: {run:?}");
        std::fs::remove_file(folder.path().join("t.json")).expect("it was written");
    }
    let long = "x".repeat(101);
    for sigla in [long.as_str(), "\u{fffe}", "a=b", "\u{7f}"] {
        let said = folder.trouble(&format!("a.txt b.txt --sigla {sigla},B"));
        assert!(said.contains("is not a short name"), "{said}");
    }
}

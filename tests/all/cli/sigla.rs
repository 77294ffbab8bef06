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
    for sigla in [long.as_str(), "\u{fffe}", "\u{7f}"] {
        let said = folder.trouble(&format!("a.txt b.txt --sigla {sigla},B"));
        assert!(said.contains("is not a short name"), "{said}");
    }
}

#[test]
fn a_file_is_named_by_its_letter_and_the_others_keep_theirs() {
    let folder = Folder::new();
    folder.put("c.txt", "Les mesures premières sont prises.\n");
    let all = "a.txt b.txt c.txt";
    let header = |arguments: &str| {
        let run = folder.run(&format!("{arguments} --format csv -q"));
        assert_eq!(run.code, Some(0), "{arguments}: {run:?}");
        run.stdout.lines().next().unwrap_or_default().to_owned()
    };
    for sigla in [
        "--sigla B=Hugo",
        "--sigla C=Zola,B=Hugo",
        "--sigla=A=x --sigla=B=Hugo",
    ] {
        assert!(
            header(&format!("{all} {sigla}")).contains("Hugo_units,Hugo,"),
            "{sigla}"
        );
    }
    assert!(header(&format!("{all} --sigla B=Hugo")).contains(",A,Hugo_units,Hugo,C_units,C,"));
    for (wrong, why) in [
        (
            "--sigla D=x",
            "--sigla D=x: no file has the letter D; they are A, B, C",
        ),
        ("--sigla B=C", "--sigla: `C` stands twice"),
        ("--sigla B=x,B=y", "--sigla: the file B is named twice"),
        ("--sigla x,B=y,z", "some of them say whose they are"),
    ] {
        let said = folder.trouble(&format!("{all} {wrong}"));
        assert!(said.contains(why), "{wrong}: {said}");
    }
}

#[test]
fn options_take_the_letter_and_the_name_alike() {
    let folder = Folder::new();
    folder.put("c.txt", "Les mesures premières sont prises.\n");
    let named = "a.txt b.txt c.txt -q --sigla B=Hugo";
    for (option, format) in [
        ("--base", "apparatus"),
        ("--pair C,", "criticmarkup"),
        ("--lang fr --lang ", "json"),
        ("--encoding ", "csv"),
        ("--from ", "csv"),
        ("--tmx-lang ", "tmx"),
    ] {
        let value = match option.split([' ']).next() {
            Some("--lang") => "=de",
            Some("--encoding") => "=macroman",
            Some("--from") => "=text",
            Some("--tmx-lang") => "=fr-CA",
            _ => "",
        };
        let glue = if option.ends_with([' ', ',']) {
            ""
        } else {
            " "
        };
        let run = |name: &str| {
            folder.run(&format!(
                "{named} {option}{glue}{name}{value} --format {format}"
            ))
        };
        let (by_letter, by_name) = (run("B"), run("Hugo"));
        assert_eq!(by_letter.code, Some(0), "{option}: {by_letter:?}");
        assert_eq!(by_letter.stdout, by_name.stdout, "{option}");
        if format != "csv" {
            let without = folder.run(&format!("{named} --format {format}"));
            assert_ne!(by_letter.stdout, without.stdout, "{option} does nothing");
        }
        let none = run("D");
        assert_eq!(none.code, Some(2), "{none:?}");
        assert!(none.stderr.contains("they are A, Hugo, C"), "{none:?}");
    }
}

#[test]
fn a_name_that_is_the_letter_of_another_file_is_that_name() {
    let folder = Folder::new();
    let run = folder.run("a.txt b.txt -q --sigla A=B,B=A --base A --format apparatus");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.stdout.contains("majeures] principales B"), "{run:?}");
    // A corrected table has them as they are, whichever way they are told.
    let run = folder.run("a.txt b.txt -q --sigla A=Hugo -o t.csv");
    assert_eq!(run.code, Some(0), "{run:?}");
    for sigla in ["", "--sigla A=Hugo", "--sigla Hugo,B"] {
        let run = folder.run(&format!("apply t.csv a.txt b.txt {sigla} -o new.json"));
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(folder.get("new.json").contains("\"siglum\":\"Hugo\""));
    }
}

//! What is read: files, standard input, encodings, languages, units.

use std::fs;

use super::{FIRST, Folder, SECOND};

#[test]
fn files_that_cannot_be_read_are_trouble() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("folder")).expect("a folder");
    folder.put("nul.bin", b"a\0b");
    folder.put("latin.txt", b"\xE9t\xE9 \xC3\xA9 \xC3\xA9 \xC3\xA9");
    folder.put("book.pdf", b"%PDF-1.4\n");
    for (name, part) in [
        ("none.txt", "none.txt: no such file"),
        ("folder", "folder: is a directory"),
        (
            "nul.bin",
            "nul.bin: is binary, not text: NUL at line 1, byte offset 1",
        ),
        (
            "latin.txt",
            "latin.txt: line 1, byte offset 0: byte 0xE9 is not UTF-8; name the encoding with --encoding",
        ),
        (
            "book.pdf",
            "book.pdf: is a PDF document, not plain text; extract its text: pdftotext",
        ),
    ] {
        for arguments in [
            format!("{name} a.txt"),
            format!("a.txt {name}"),
            format!("segment {name}"),
        ] {
            let said = folder.trouble(&arguments);
            assert!(said.starts_with(&format!("enregard: {part}")), "{said}");
        }
    }
    // Of two the first is told, in whatever order they are read.
    assert_eq!(
        folder.trouble("none.txt nul.bin"),
        "enregard: none.txt: no such file\n"
    );
}

#[test]
fn results_that_are_none_have_a_note() {
    let folder = Folder::new();
    folder.put("empty.txt", "");
    folder.put("blank.txt", " \n\n");
    folder.put("other.txt", "Quarante-deux zèbres galopaient.\n");
    folder.put("english.txt", "The cats were sleeping in the old house.\n");
    for (arguments, part) in [
        (
            "empty.txt english.txt",
            "enregard: note: empty.txt: is empty\n",
        ),
        ("a.txt empty.txt", "enregard: note: empty.txt: is empty\n"),
        ("empty.txt a.txt", "enregard: note: empty.txt: is empty\n"),
        (
            "empty.txt empty.txt",
            "enregard: note: empty.txt: is empty\n",
        ),
        (
            "a.txt blank.txt",
            "enregard: note: blank.txt: holds nothing but white space\n",
        ),
        (
            "a.txt a.txt --view side",
            "enregard: note: A and B are the same text\n",
        ),
        (
            "a.txt other.txt --lang fr",
            "enregard: note: A and B have nothing in common that could be aligned\n",
        ),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments}: {run:?}");
        assert!(run.stderr.contains(part), "{arguments}: {}", run.stderr);
        // What holds nothing is in no language.
        let languages = run.stderr.contains(" B in ");
        assert!(!languages, "{arguments}: {}", run.stderr);
        for format in [
            "csv", "tsv", "json", "jsonl", "markdown", "vecalign", "ladder",
        ] {
            let run = folder.run(&format!("{arguments} --format {format}"));
            assert_eq!(run.code, Some(0), "{arguments} {format}: {run:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn dev_null_is_an_empty_text() {
    let run = Folder::new().run("a.txt /dev/null");
    assert_eq!(run.code, Some(0));
    assert!(run.stderr.contains("/dev/null: is empty"), "{}", run.stderr);
}

#[test]
fn encodings_a_file() {
    let folder = Folder::new();
    folder.put("mac.txt", b"L'\x8Et\x8E fut court.");
    folder.put("1252.txt", b"L'\xE9t\xE9 fut court.");
    let text = |arguments: &str| {
        let run = folder.run(&format!("{arguments} --lang fr --format csv"));
        assert_eq!(run.code, Some(0), "{run:?}");
        run.stdout
    };
    let row = "L'été fut court.,1,L'été fut court.";
    assert!(text("mac.txt 1252.txt --encoding A=macroman").contains(row));
    assert!(text("mac.txt 1252.txt --encoding macroman --encoding B=cp1252").contains(row));
    assert!(text("mac.txt 1252.txt --encoding M=macroman --sigla M,N").contains(row));
    let said = folder.trouble("mac.txt 1252.txt");
    assert!(said.contains("(perhaps macintosh)"), "{said}");
    let lossy = folder
        .run("mac.txt 1252.txt --lossy --lang fr --quiet --format csv")
        .stdout;
    assert!(lossy.contains("L'\u{FFFD}t\u{FFFD} fut court."), "{lossy}");
    let notes = folder.run("mac.txt 1252.txt --lossy --lang fr").stderr;
    assert!(
        notes.contains("mac.txt: 2 places are not UTF-8 and became U+FFFD, the first in line 1"),
        "{notes}"
    );
    assert!(
        notes.contains("1252.txt: is not UTF-8; read as windows-1252"),
        "{notes}"
    );
}

#[test]
fn languages_a_file() {
    let folder = Folder::new();
    let languages = |arguments: &str| {
        let run = folder.run(&format!("a.txt b.txt -q --format json {arguments}"));
        let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        [0, 1].map(|w| {
            json["witnesses"][w]["language"]
                .as_str()
                .expect("a code")
                .to_owned()
        })
    };
    assert_eq!(languages(""), ["fr", "fr"]);
    assert_eq!(languages("--lang auto"), ["fr", "fr"]);
    assert_eq!(languages("--lang de"), ["de", "de"]);
    assert_eq!(languages("--lang B=it --lang de"), ["de", "it"]);
    assert_eq!(languages("--lang de --lang A=auto"), ["fr", "de"]);
    assert_eq!(languages("--lang de --lang en"), ["en", "en"]);
    let run = folder.run("a.txt b.txt --lang B=it");
    assert!(
        run.stderr.contains("A is in French, B in Italian"),
        "{}",
        run.stderr
    );
}

#[test]
fn standard_input_is_one_of_the_files() {
    let folder = Folder::new();
    let expected = folder.run("a.txt b.txt --format vecalign").stdout;
    assert_eq!(
        folder
            .run_with("- b.txt --format vecalign", FIRST.as_bytes())
            .stdout,
        expected
    );
    assert_eq!(
        folder
            .run_with("a.txt - --format vecalign", SECOND.as_bytes())
            .stdout,
        expected
    );
    let run = folder.run_with("a.txt -", b"%PDF-1.4");
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("enregard: standard input: is a PDF"),
        "{}",
        run.stderr
    );
    let run = folder.run_with("a.txt -", b"");
    assert!(
        run.stderr.contains("standard input: is empty"),
        "{}",
        run.stderr
    );
}

#[test]
fn commands_and_files_of_their_names() {
    let folder = Folder::new();
    folder.put("segment", FIRST);
    let compared = |arguments: &str| folder.run(arguments).stdout.contains("⌊majeures⌋");
    assert!(compared("./segment b.txt"));
    assert!(compared("b.txt segment"));
    assert!(compared("--lossy -- segment b.txt"));
    assert!(
        folder
            .run("segment b.txt")
            .stdout
            .starts_with("unit\tchars")
    );
}

#[test]
fn sigla_name_the_columns() {
    let folder = Folder::new();
    let header = "row,kind,moved,M1_units,M1,Darby_units,Darby,";
    let run = folder.run("a.txt b.txt --sigla M1,Darby --format csv");
    assert!(run.stdout.starts_with(header), "{}", run.stdout);
    assert!(
        run.stderr.contains("of M1 has a counterpart in Darby"),
        "{}",
        run.stderr
    );
}

#[test]
fn lines_are_units_one_and_all() {
    let folder = Folder::new();
    folder.put("x.txt", "Un.\n\nDeux. Trois.\r\nQuatre.");
    let run = folder.run("segment x.txt --unit line --lang fr");
    assert_eq!(
        run.stdout,
        "unit\tchars\tbytes\tparagraph\tsentence\tskip\ttext\n\
         1\t0-3\t0-3\t1\t1\t\tUn.\n\
         2\t4-4\t4-4\t2\t2\t\t\n\
         3\t5-17\t5-17\t3\t3\t\tDeux. Trois.\n\
         4\t19-26\t19-26\t4\t4\t\tQuatre.\n"
    );
    let run = folder.run("x.txt x.txt --unit line --format vecalign --lang fr");
    for line in 0..4 {
        let stands = |side: usize| {
            run.stdout
                .lines()
                .any(|l| l.split(':').nth(side) == Some(&format!("[{line}]")))
        };
        assert!(stands(0) && stands(1), "line {line}: {}", run.stdout);
    }
}

#[test]
fn segment_gives_places_in_characters_and_bytes() {
    let folder = Folder::new();
    folder.put(
        "e.txt",
        "date 2020-09 Temps de lecture estimé : 2 minutes\n\nDéjà l’été revient ; l’automne\nviendra plus tard. Fin.\n",
    );
    assert_eq!(
        folder.run("segment e.txt --lang fr").stdout,
        "unit\tchars\tbytes\tparagraph\tsentence\tskip\ttext\n\
         1\t0-48\t0-49\t1\t1\tmetadata\tdate 2020-09 Temps de lecture estimé : 2 minutes\n\
         2\t50-99\t51-108\t2\t2\t\tDéjà l’été revient ; l’automne viendra plus tard.\n\
         3\t100-104\t109-113\t2\t3\t\tFin.\n"
    );
    let clauses = folder.run("segment e.txt --lang fr --unit clause").stdout;
    assert!(
        clauses.contains("\t2\t2\t\tDéjà l’été revient ;\n"),
        "{clauses}"
    );
    let run = folder.run("segment e.txt --lang fr --format json");
    let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(json["schema"], "enregard/1");
    let witness = &json["witnesses"][0];
    assert_eq!(witness["units"][0]["skip"], "metadata");
    assert_eq!(witness["units"][1]["chars"], serde_json::json!([50, 99]));
    assert_eq!(witness["units"][1]["bytes"], serde_json::json!([51, 108]));
    assert!(
        witness["tokens"]
            .as_array()
            .is_some_and(|tokens| tokens.len() > 10)
    );
    // What the library writes it reads.
    let table = enregard::format::json::read(run.stdout.as_bytes()).expect("our JSON");
    assert_eq!(table.witnesses[0].units().len(), 3);
}

//! What cannot be meant is told row by row, all of it at once.

use enregard::Error;
use enregard::apply::read_corrections;
use enregard::export::Format;
use enregard::witness::Level;

use super::{GENESIS, KREMLIN, Sheet, applied, compared, texts, witnesses, written};

fn complaint(sheet: &Sheet) -> String {
    sheet
        .apply(witnesses(GENESIS, Level::Sentence))
        .unwrap_err()
        .to_string()
}

fn genesis() -> Sheet {
    Sheet::of(&compared(GENESIS, Level::Sentence))
}

#[test]
fn everything_that_cannot_be_meant_is_told_at_once() {
    let mut sheet = genesis();
    sheet.set(1, "status", "fine");
    sheet.set(2, "A_units", "2,3");
    sheet.set(4, "B_units", "99");
    sheet.cell(5, "B").push_str(" Et voilà.");
    sheet.set(6, "B_units", "8-mars");
    sheet.delete(9);
    let error = sheet
        .apply(witnesses(GENESIS, Level::Sentence))
        .unwrap_err();
    let Error::Corrections { problems, .. } = &error else {
        panic!("{error}")
    };
    let expected = [
        "row 1 (line 2): `fine` is not a status; write one of auto, ok, edited",
        "row 3 (line 4): A 3 stands here and in row 2 (line 3); leave it in one of them",
        "row 4 (line 5): B_units: `99` does not exist: the last unit is 13",
        "row 5 (line 6): the text of B is not that of its units: the table has “…appela Nuit. Et voilà.”, the file “…appela Nuit.”",
        "row 6 (line 7): B_units: `8-mars` names no units",
        "A 9 stands nowhere; row 9 had it",
        "B 12 stands nowhere; row 9 had it",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(
            problem.starts_with(expected),
            "{problem}\nis not\n{expected}"
        );
    }
    assert!(
        error
            .to_string()
            .starts_with("nothing was written; 7 things are")
    );
}

#[test]
fn a_unit_taken_out_of_its_row_has_to_stand_somewhere() {
    let mut sheet = genesis();
    sheet.set(3, "B_units", "4");
    let said = complaint(&sheet);
    assert!(
        said.contains("row 3 (line 4): B 5 stood here and stands nowhere now"),
        "{said}"
    );
}

#[test]
fn a_line_with_a_text_needs_units() {
    let mut sheet = genesis();
    sheet.insert("", "");
    *sheet.rows.last_mut().unwrap().last_mut().unwrap() = "remember this".to_owned();
    let said = complaint(&sheet);
    assert!(said.contains("line 12: names no units"), "{said}");
}

#[test]
fn edited_texts_are_told_in_every_format() {
    let table = compared(GENESIS, Level::Sentence);
    let csv = String::from_utf8(written(&table, Format::Csv)).unwrap();
    let said = applied(
        csv.replacen("créa", "fit", 1).as_bytes(),
        witnesses(GENESIS, Level::Sentence),
    )
    .unwrap_err()
    .to_string();
    assert!(said.contains("row 1 (line 2): the text of A"), "{said}");
    assert!(said.contains("“…cement DIEU fit les cieux"), "{said}");
    // Shorter, so that it is still a passage of the file.
    let mut sheet = genesis();
    sheet.set(1, "A", "Au commencement DIEU");
    assert!(complaint(&sheet).contains("row 1 (line 2): the text of A"));
}

#[test]
fn a_changed_text_tells_which_rows_hold() {
    let table = compared(GENESIS, Level::Sentence);
    let [a, b] = GENESIS.map(|name| std::fs::read_to_string(super::path(name)).unwrap());
    let changed = || {
        texts(
            [a.clone().into(), b.replace("désolation", "vide").into()],
            Level::Sentence,
        )
    };
    let longer = || {
        texts(
            [a.clone().into(), format!("Genèse.\n\n{b}").into()],
            Level::Sentence,
        )
    };
    let same = || texts([a.clone().into(), format!("{b}\n").into()], Level::Sentence);
    let mut formats = vec![Format::Json];
    formats.extend(Format::from_name("xlsx"));
    for format in formats {
        let bytes = written(&table, format);
        let error = applied(&bytes, changed()).unwrap_err();
        let Error::OtherText { why, hold, gone } = &error else {
            panic!("{error}")
        };
        assert!(why.starts_with("B (text) is not the file"), "{why}");
        assert_eq!(hold, "rows that still hold: 1, 3-10");
        assert_eq!(gone.len(), 1);
        assert!(
            gone[0].contains("the table has “…terre était désolation et vide"),
            "{gone:?}"
        );
        let Error::OtherText { hold, gone, .. } = applied(&bytes, longer()).unwrap_err() else {
            panic!("the text has changed")
        };
        assert_eq!((hold.as_str(), gone.len()), ("no row holds as it is", 10));
        assert!(
            gone[1].ends_with("its text of B is B 3-4 now"),
            "{}",
            gone[1]
        );
        let applied = applied(&bytes, same()).unwrap();
        assert_eq!(applied.changed_files, ["B"]);
        assert_eq!(applied.table.rows, table.rows);
    }
    // Separated values have no digest; there the texts alone tell.
    let csv = written(&table, Format::Csv);
    let said = applied(&csv, changed()).unwrap_err().to_string();
    assert!(
        said.contains("row 2 (line 3): the text of B is not that of its units"),
        "{said}"
    );
    let said = applied(&csv, longer()).unwrap_err().to_string();
    assert!(
        said.starts_with("B (text) has other texts in most rows"),
        "{said}"
    );
}

#[test]
fn units_of_another_kind_are_told() {
    let csv = written(&compared(KREMLIN, Level::Sentence), Format::Csv);
    for level in [Level::Clause, Level::Line, Level::Paragraph] {
        let said = applied(&csv, witnesses(KREMLIN, level))
            .unwrap_err()
            .to_string();
        assert!(said.contains("--unit"), "{}: {said}", level.name());
    }
}

#[test]
fn what_is_no_table_is_told() {
    for (bytes, expected) in [
        (&b""[..], "A_units and B_units"),
        (b"Il pleut.", "A_units and B_units"),
        (b"row,A_units\n", "there is A_units"),
        (
            b"{\"schema\": \"enregard/2\"}",
            "a table as `-o table.json` writes it",
        ),
        (
            b"{\"row\":1}\n{\"row\":2}\n",
            "a table as `-o table.json` writes it",
        ),
        (
            b"row,A_units,B_units\n1,1,\0\n",
            "save the sheet as `CSV UTF-8`",
        ),
    ] {
        let said = read_corrections(bytes, &[]).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}");
    }
    #[cfg(feature = "xlsx")]
    assert!(read_corrections(b"PK\x03\x04 and so on", &[]).is_err());
    let said = read_corrections(b"row,A_units,B_units\n", &["X".to_owned(), "B".to_owned()]);
    assert!(
        said.unwrap_err()
            .to_string()
            .contains("no column is called X_units")
    );
}

#[test]
fn no_bytes_make_it_panic() {
    let csv = written(&compared(GENESIS, Level::Sentence), Format::Csv);
    let json = written(&compared(GENESIS, Level::Sentence), Format::Json);
    for whole in [csv, json] {
        for end in (0..whole.len().min(4000)).step_by(97) {
            let _ = applied(&whole[..end], witnesses(GENESIS, Level::Sentence));
        }
    }
    for units in [
        "1-4294967295",
        "4294967296",
        "-",
        "1-",
        "-1",
        ",,",
        "1e9",
        "٣",
    ] {
        let mut sheet = genesis();
        sheet.set(1, "A_units", units);
        let _ = sheet.apply(witnesses(GENESIS, Level::Sentence));
    }
}

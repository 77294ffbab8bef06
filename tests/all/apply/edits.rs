//! What a person may do to a table, and what becomes of it.

use enregard::apply::{apply, read_corrections};
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::{RowKind, RowNumber, Status};
use enregard::witness::{Level, Siglum};
use enregard::{CompareOptions, Unobserved};

use super::{GENESIS, KREMLIN, RUTH, Sheet, assert_sound, compared, units, witnesses};

/// The rows around the one that a person changed, of ten in which row 3 is `3|4,5`, row 4 `4|6` and row 5 `5|7`.
fn genesis() -> Sheet {
    let table = compared(GENESIS, Level::Sentence);
    let found: Vec<String> = table.rows[2..5].iter().map(units).collect();
    assert_eq!(
        found,
        ["3|4,5", "4|6", "5|7"],
        "the fixture is as these tests take it"
    );
    Sheet::of(&table)
}

/// Rows and statuses of the result of a changed table: those that a person answers for.
fn answered(sheet: &Sheet) -> Vec<String> {
    let applied = sheet.apply(witnesses(GENESIS, Level::Sentence)).unwrap();
    assert_sound(&applied.table);
    let rows = applied.table.rows.iter();
    rows.filter(|row| row.status != Status::Auto)
        .map(|row| format!("{} {}", units(row), row.status.name()))
        .collect()
}

#[test]
fn rows_found_right_are_kept_and_nothing_else_changes() {
    let table = compared(RUTH, Level::Sentence);
    let mut sheet = Sheet::of(&table);
    for number in (1..=table.rows.len()).step_by(2) {
        sheet.set(number, "status", "OK ");
    }
    let applied = sheet.apply(witnesses(RUTH, Level::Sentence)).unwrap();
    assert_eq!(applied.ok.len(), table.rows.len().div_ceil(2));
    assert_eq!((applied.edited.len(), applied.realigned), (0, 0));
    for (row, before) in applied.table.rows.iter().zip(&table.rows) {
        assert_eq!((row.number, &row.cells), (before.number, &before.cells));
        let certain = row.status == Status::Ok && row.kind == RowKind::Bead;
        assert_eq!(
            row.confidence,
            if certain {
                Some(1.0)
            } else {
                before.confidence
            }
        );
    }
}

#[test]
fn rows_are_merged() {
    let mut sheet = genesis();
    sheet
        .set(3, "A_units", "3-4")
        .set(3, "B_units", "4-6")
        .delete(4);
    assert_eq!(answered(&sheet), ["3,4|4,5,6 edited"]);
    // What is left of the other row may stay, if it has no units.
    let mut sheet = genesis();
    sheet.set(3, "A_units", "3-4").set(3, "B_units", "4-6");
    sheet
        .set(4, "A_units", "")
        .set(4, "B_units", "")
        .set(4, "note", "merged");
    assert_eq!(answered(&sheet), ["3,4|4,5,6 edited"]);
    let applied = sheet.apply(witnesses(GENESIS, Level::Sentence)).unwrap();
    assert_eq!(applied.table.rows[2].note, "merged");
}

#[test]
fn a_row_is_split() {
    let mut sheet = genesis();
    sheet.set(3, "B_units", "4").insert("", "5");
    assert_eq!(answered(&sheet), ["3|4 edited", "|5 edited"]);
    // Both halves with the number and the texts of the whole, as copied lines have them.
    let mut sheet = genesis();
    sheet.set(4, "A_units", "").set(3, "A_units", "3-4");
    let copy = sheet.rows[2].clone();
    sheet.rows.push(copy);
    sheet.set(3, "A_units", "3").set(3, "B_units", "4");
    let last = sheet.rows.last_mut().unwrap();
    (last[3], last[5]) = ("4".to_owned(), "5".to_owned());
    assert_eq!(answered(&sheet), ["3|4 edited", "4|5 edited", "|6 edited"]);
}

#[test]
fn rows_are_relinked() {
    let mut sheet = genesis();
    sheet.set(3, "B_units", "6").set(4, "B_units", "4-5");
    let answered = answered(&sheet);
    assert_eq!(answered, ["3|6 edited", "4|4,5 edited"]);
    let applied = sheet.apply(witnesses(GENESIS, Level::Sentence)).unwrap();
    let moved: Vec<bool> = applied.table.rows[2..4]
        .iter()
        .map(|row| row.moved)
        .collect();
    assert_eq!(
        moved.iter().filter(|&&m| m).count(),
        1,
        "one of two crossing rows has moved"
    );
}

#[test]
fn a_row_is_unlinked() {
    let expected = ["|4,5 edited", "3| edited"];
    for columns in [&["B_units"][..], &["A_units"], &["A_units", "B_units"]] {
        let mut sheet = genesis();
        for column in columns {
            sheet.set(3, column, "");
        }
        sheet.set(3, "note", "no rendering");
        assert_eq!(answered(&sheet), expected, "{columns:?}");
        let applied = sheet.apply(witnesses(GENESIS, Level::Sentence)).unwrap();
        let notes: Vec<&str> = applied.table.rows.iter().map(|row| &*row.note).collect();
        assert_eq!(notes.concat(), "no rendering");
    }
    let mut sheet = genesis();
    sheet.set(3, "B_units", "").insert("", "4-5");
    assert_eq!(answered(&sheet), expected);
}

#[test]
fn units_of_one_text_may_stay_by_themselves() {
    let mut sheet = genesis();
    sheet.set(3, "B_units", "4").insert("", "5");
    let applied = sheet.apply(witnesses(GENESIS, Level::Sentence)).unwrap();
    // And then be handed back: row 4 of the new table is what B alone has.
    let mut sheet = Sheet::of(&applied.table);
    assert_eq!(sheet.cell(4, "B_units"), "5");
    sheet.set(3, "B_units", "4-5").delete(4);
    let again = sheet.apply(witnesses(GENESIS, Level::Sentence)).unwrap();
    assert_eq!(units(&again.table.rows[2]), "3|4,5");
}

#[test]
fn rows_of_one_text_alone_may_be_deleted() {
    let table = compared(KREMLIN, Level::Sentence);
    let mut sheet = Sheet::of(&table);
    let only: Vec<usize> = (1..)
        .zip(&table.rows)
        .filter(|(_, row)| row.kind == RowKind::Only)
        .map(|(n, _)| n)
        .collect();
    assert!(only.len() > 3);
    for number in only {
        sheet.delete(number);
    }
    let applied = sheet.apply(witnesses(KREMLIN, Level::Sentence)).unwrap();
    assert!(applied.table == table);
}

#[test]
fn the_rest_is_aligned_anew_around_a_correction() {
    // A person says that a unit has another counterpart; the one that had it is free, and finds its own.
    let text = |lines: &[&str]| lines.join("\n").into_bytes();
    let a = [
        "Le roi est mort.",
        "La reine pleure beaucoup.",
        "Le peuple attend le prince.",
        "Le prince arrive demain.",
    ];
    let b = [
        "Le roi mourut.",
        "La reine pleure.",
        "Le peuple attend.",
        "Le prince arrive.",
    ];
    let texts = || super::texts([text(&a), text(&b)], Level::Line);
    let table = enregard::compare_witnesses(texts(), &CompareOptions::default()).unwrap();
    let rows: Vec<String> = table.rows.iter().map(units).collect();
    assert_eq!(rows, ["1|1", "2|2", "3|3", "4|4"]);
    let mut sheet = Sheet::of(&table);
    // Rows 2 and 3 as they are not, row 4 as it is: only the first is certain.
    sheet
        .set(1, "A_units", "1-2")
        .set(1, "B_units", "1-2")
        .delete(2);
    let applied = sheet.apply(texts()).unwrap();
    let rows: Vec<String> = applied.table.rows.iter().map(units).collect();
    assert_eq!(rows, ["1,2|1,2", "3|3", "4|4"]);
    assert_eq!(applied.edited, [RowNumber(1)]);
}

#[test]
fn notes_are_kept_and_what_the_program_says_is_not_doubled() {
    let table = compared(RUTH, Level::Sentence);
    let mut sheet = Sheet::of(&table);
    let mut flagged: Vec<usize> = table.facts.iter().map(|fact| fact.row.0 as usize).collect();
    flagged.dedup();
    let [first, second, third, ..] = flagged[..] else {
        panic!("facts differ in Ruth")
    };
    let said = [first, second, third].map(|n| sheet.cell(n, "note").clone());
    sheet.cell(first, "note").push_str("; checked");
    sheet.cell(second, "note").push_str("\nchecked by hand");
    sheet.set(third, "note", "mine");
    sheet.set(second, "status", "ok");
    let applied = sheet.apply(witnesses(RUTH, Level::Sentence)).unwrap();
    let note = |n: usize| applied.table.rows[n - 1].note.as_str();
    assert_eq!(
        [note(first), note(second), note(third)],
        ["checked", "checked by hand", "mine"]
    );
    let noted = applied.table.rows.iter().filter(|row| !row.note.is_empty());
    assert_eq!(noted.count(), 3);
    let mut again = Sheet::of(&applied.table);
    assert_eq!(*again.cell(first, "note"), format!("{}; checked", said[0]));
    assert_eq!(*again.cell(third, "note"), format!("{}; mine", said[2]));
}

#[test]
fn of_more_than_two_texts_the_one_whose_cell_is_emptied_stands_alone() {
    let texts = [
        "Le chat dort. La pluie tombe. Le vent souffle.",
        "Le chat dort. La pluie cesse. Le vent souffle.",
        "Le chat dort. La pluie tombe. Le vent hurle.",
    ];
    let witnesses = || -> Vec<_> {
        let read = |(n, text): (usize, &str)| {
            let options = ReadOptions::default();
            let read = read_bytes(text.into(), "text", Siglum::nth(n), &options);
            read.unwrap().witness
        };
        texts.into_iter().enumerate().map(read).collect()
    };
    let options = CompareOptions::default();
    let table = enregard::collate(witnesses(), 0, &options, &[], &Unobserved).unwrap();
    let mut sheet = Sheet::of(&table);
    sheet.set(2, "C_units", "");
    let corrections = read_corrections(&sheet.csv(b','), &[]).unwrap();
    let applied = apply(&corrections, witnesses(), 0, &[], &options, &Unobserved).unwrap();
    let rows: Vec<String> = applied.table.rows.iter().map(units).collect();
    assert_eq!(rows, ["1|1|1", "||2", "2|2|", "3|3|3"]);
}

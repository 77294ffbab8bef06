//! A table that nobody changed comes back as it was, whatever program it went through.

use enregard::export::Format;
use enregard::witness::Level;

use super::{KREMLIN, RUTH, Sheet, applied, compared, witnesses, written};

#[test]
fn a_table_without_corrections_comes_back_byte_for_byte() {
    for pair in [KREMLIN, RUTH] {
        for level in [Level::Sentence, Level::Line] {
            let table = compared(pair, level);
            let json = written(&table, Format::Json);
            let mut formats = vec![Format::Csv, Format::Tsv, Format::Json];
            formats.extend(Format::from_name("xlsx"));
            for format in formats {
                let applied = applied(&written(&table, format), witnesses(pair, level)).unwrap();
                let back = written(&applied.table, Format::Json);
                assert!(
                    back == json,
                    "{pair:?} by {} as {}",
                    level.name(),
                    format.name()
                );
                assert_eq!(
                    (applied.ok.len(), applied.edited.len(), applied.realigned),
                    (0, 0, 0)
                );
            }
        }
    }
}

#[test]
fn a_table_with_corrections_comes_back_byte_for_byte() {
    let level = Level::Sentence;
    for pair in [KREMLIN, RUTH] {
        let table = compared(pair, level);
        let mut sheet = Sheet::of(&table);
        let [first, second] = [2, 3].map(|n| sheet.cell(n, "A_units").clone());
        sheet.set(1, "status", "ok").set(1, "note", "seen; twice");
        // Rows 2 and 3 trade what they have of A.
        sheet
            .set(2, "A_units", &second)
            .set(3, "A_units", &first)
            .set(3, "note", "traded");
        let corrected = sheet.apply(witnesses(pair, level)).unwrap();
        assert_eq!((corrected.ok.len(), corrected.edited.len()), (1, 2));
        let json = written(&corrected.table, Format::Json);
        let mut formats = vec![Format::Csv, Format::Tsv, Format::Json];
        formats.extend(Format::from_name("xlsx"));
        for format in formats {
            let again =
                applied(&written(&corrected.table, format), witnesses(pair, level)).unwrap();
            let back = written(&again.table, Format::Json);
            assert!(back == json, "{pair:?} as {}", format.name());
        }
    }
}

#[test]
fn what_programs_do_to_a_table_changes_nothing() {
    let table = compared(KREMLIN, Level::Sentence);
    let sheet = Sheet::of(&table);
    let mut variants = vec![("semicolons", sheet.csv(b';')), ("tabs", sheet.csv(b'\t'))];
    let commas = String::from_utf8(sheet.csv(b',')).unwrap();
    variants.push(("byte order mark", format!("\u{feff}{commas}").into_bytes()));
    variants.push((
        "a line for Excel",
        [b"sep=;\r\n", &*sheet.csv(b';')].concat(),
    ));
    let utf16: Vec<u8> = format!("\u{feff}{}", String::from_utf8(sheet.csv(b'\t')).unwrap())
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    variants.push(("UTF-16", utf16));

    let mut sorted = sheet.clone();
    sorted.rows.sort_by(|x, y| y[9].cmp(&x[9]));
    assert_ne!(sorted.rows, sheet.rows);
    variants.push(("sorted by another column", sorted.csv(b',')));

    let mut columns = sheet.clone();
    for row in columns.rows.iter_mut().chain([&mut columns.header]) {
        row.reverse();
    }
    variants.push(("columns in another order", columns.csv(b',')));

    let mut fewer = sheet.clone();
    for row in fewer.rows.iter_mut().chain([&mut fewer.header]) {
        for column in [9, 8, 7, 2, 1] {
            row.remove(column);
        }
        row.push(String::new());
        row.push(String::new());
    }
    fewer.rows.push(vec![String::new(); fewer.header.len()]);
    variants.push(("columns and lines removed and added", fewer.csv(b',')));

    let mut spaced = sheet.clone();
    for row in &mut spaced.rows {
        row[4] = row[4]
            .replace(['\u{a0}', '\u{202f}'], " ")
            .replace('\n', "\r\n");
        row[3] = row[3].replace('-', " – ");
        row[10] = row[10].to_uppercase();
    }
    variants.push(("white space, dashes, capitals", spaced.csv(b',')));

    for (what, bytes) in variants {
        let applied = applied(&bytes, witnesses(KREMLIN, Level::Sentence)).expect(what);
        assert!(applied.table == table, "{what}");
    }
}

#[test]
fn the_formula_guard_is_taken_off() {
    let texts = || {
        super::texts(
            [
                b"- Oui.\n- Non, dit-il.\n".into(),
                b"- Oui.\n- Non, dit-on.\n".into(),
            ],
            Level::Line,
        )
    };
    let table = enregard::compare_witnesses(texts(), &enregard::CompareOptions::default()).unwrap();
    let options = enregard::export::ExportOptions {
        formula_guard: true,
        ..Default::default()
    };
    let mut csv = Vec::new();
    enregard::export::write(&table, Format::Csv, &options, &mut csv).unwrap();
    assert!(String::from_utf8_lossy(&csv).contains("'- Oui."));
    assert_eq!(applied(&csv, texts()).unwrap().table, table);
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_of_another_program_is_read() {
    use enregard::table::{RowNumber, Status};
    use rust_xlsxwriter::Workbook;

    use super::GENESIS;

    // As another program saves it: numbers are numbers, other names, no sheet of statistics.
    let mut sheet = Sheet::of(&compared(GENESIS, Level::Sentence));
    sheet.set(2, "status", "ok").set(3, "note", "sic");
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet().set_name("Feuille1").unwrap();
    for (line, row) in (0..).zip([&sheet.header].into_iter().chain(&sheet.rows)) {
        for (column, cell) in (0..).zip(row) {
            match cell.parse::<f64>() {
                Ok(number) => page.write_number(line + 2, column + 1, number).unwrap(),
                Err(_) => page.write_string(line + 2, column + 1, cell).unwrap(),
            };
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let applied = applied(&bytes, witnesses(GENESIS, Level::Sentence)).unwrap();
    assert_eq!((applied.ok, applied.edited), (vec![RowNumber(2)], vec![]));
    assert_eq!(applied.table.rows[1].status, Status::Ok);
    assert_eq!(applied.table.rows[2].note, "sic");
}

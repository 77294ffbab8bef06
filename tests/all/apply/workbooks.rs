//! Workbooks that are made to fill the memory, or to break their reader.
#![cfg(feature = "xlsx")]

use std::io::{Cursor, Read, Write};

use enregard::apply::read_corrections;
use enregard::export::Format;
use enregard::witness::Level;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{GENESIS, applied, compared, witnesses, written};

/// The workbook of a table, with one of its parts made anew.
fn workbook(name: &str, change: impl Fn(String) -> Vec<u8>) -> Vec<u8> {
    let bytes = written(&compared(GENESIS, Level::Sentence), Format::Xlsx);
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..old.len() {
        let mut part = old.by_index(n).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        let own = part.name().unwrap().into_owned();
        if own == name {
            content = change(String::from_utf8(content).unwrap());
        }
        new.start_file(own, SimpleFileOptions::default()).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// With one more cell, of this reference, in a row of this number.
fn with_cell(row: &str, reference: &str) -> Vec<u8> {
    let cell = format!(
        "<row r=\"{row}\"><c r=\"{reference}\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>"
    );
    workbook(SHEET, |sheet| {
        sheet.replace("</sheetData>", &cell).into_bytes()
    })
}

#[test]
fn a_stray_cell_costs_nothing_wherever_it_stands() {
    let plain = applied(
        &workbook("", String::into_bytes),
        witnesses(GENESIS, Level::Sentence),
    )
    .unwrap();
    for (row, cell) in [
        ("1048576", "XFD1048576"),
        ("1048576", "M1048576"),
        ("4294967295", "XFD4294967295"),
        ("4294967295", "ZZZZZ4294967295"),
    ] {
        let bytes = with_cell(row, cell);
        let applied = applied(&bytes, witnesses(GENESIS, Level::Sentence)).unwrap();
        assert_eq!(applied.table, plain.table, "{cell}");
    }
    // Where it stands in a column that counts, it is a row of a person; what it says of no unit changes nothing.
    assert!(read_corrections(&with_cell("1048576", "A1048576"), &[]).is_ok());
}

#[test]
fn references_that_none_can_be_are_told_or_passed_over() {
    for cell in [
        "A0",
        "AAAAAAAA1",
        "A99999999999",
        "1A",
        "",
        "ZZZZZZZZZZZZZZZZ99999999999999999999",
        "A4294967296",
        "é1",
        "A-1",
    ] {
        if let Err(error) = read_corrections(&with_cell("20", cell), &[]) {
            let said = error.to_string();
            assert!(
                said.starts_with("the workbook: is damaged"),
                "{cell}: {said}"
            );
        }
        let _ = read_corrections(&with_cell(cell, "A20"), &[]);
    }
    for (part, from, to) in [
        (
            SHEET,
            "<dimension ref=\"",
            "<dimension ref=\"XFD1048576:A1\" x=\"",
        ),
        (SHEET, "t=\"s\"><v>", "t=\"s\"><v>-"),
        (SHEET, "t=\"s\"><v>", "t=\"s\"><v>999999999"),
        (STRINGS, "</sst>", ""),
        (SHEET, "</sheetData>", ""),
    ] {
        let bytes = workbook(part, |xml| xml.replace(from, to).into_bytes());
        let _ = read_corrections(&bytes, &[]);
    }
}

#[test]
fn no_room_is_made_for_strings_that_are_not_there() {
    for count in [
        "99999999999999",
        "18446744073709551615",
        "999999999999999999999999",
    ] {
        let bytes = workbook(STRINGS, |strings| {
            let strings = strings.replacen(
                "uniqueCount=\"",
                &format!("uniqueCount=\"{count}\" was=\""),
                1,
            );
            strings.into_bytes()
        });
        let error = read_corrections(&bytes, &[]).unwrap_err().to_string();
        assert!(
            error.contains("more strings than it holds"),
            "{count}: {error}"
        );
    }
}

#[test]
fn a_bomb_is_told_before_it_goes_off() {
    let spaces = |mebibytes: usize| " ".repeat(mebibytes << 20);
    for (part, end) in [
        (STRINGS, "</sst>"),
        (SHEET, "</sheetData>"),
        ("xl/styles.xml", "</styleSheet>"),
    ] {
        let bytes = workbook(part, |xml| {
            xml.replace(end, &(spaces(40) + end)).into_bytes()
        });
        assert!(bytes.len() < 1 << 20, "{} bytes", bytes.len());
        let error = read_corrections(&bytes, &[]).unwrap_err().to_string();
        assert!(
            error.contains("unpacks to more than 32 MiB"),
            "{part}: {error}"
        );
    }
    let bytes = workbook(SHEET, |xml| {
        xml.replace("</sheetData>", &(spaces(1) + "</sheetData>"))
            .into_bytes()
    });
    assert!(read_corrections(&bytes, &[]).is_ok());
}

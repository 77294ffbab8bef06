//! The workbook, read back with another library.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use enregard::export::{ExportOptions, Format, cannot_hold};
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::{Fact, FactKind, RowNumber};
use enregard::witness::{Level, Siglum, TokenIndex};
use enregard::{AlignmentTable, CompareOptions};
use proptest::prelude::*;

use super::written;
use crate::tables::{cell_words, random, row, sample, table, witness, words};

/// A sheet of the workbook of a table.
fn sheet(table: &AlignmentTable, name: &str) -> Range<Data> {
    let bytes = written(table, Format::Xlsx, &ExportOptions::default());
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    workbook.worksheet_range(name).expect("the sheet")
}

fn text_of(range: &Range<Data>, row: u32, column: u32) -> String {
    range
        .get_value((row, column))
        .map_or(String::new(), |cell| cell.to_string())
}

#[test]
fn a_workbook_has_the_columns_and_what_they_say() {
    let rows = sheet(&sample(), "alignment");
    let header: Vec<String> = (0..12).map(|column| text_of(&rows, 0, column)).collect();
    assert_eq!(
        header.join(" "),
        "row kind moved A_units A B_units B similarity confidence changes status note"
    );
    assert_eq!(rows.get_value((2, 0)), Some(&Data::Float(2.0)));
    assert_eq!(rows.get_value((2, 2)), Some(&Data::Bool(false)));
    assert_eq!(rows.get_value((2, 7)), Some(&Data::Float(0.8)));
    assert_eq!(rows.get_value((2, 3)), Some(&Data::String("1".into())));
    assert_eq!(text_of(&rows, 2, 6), "Demain, les défis majeurs (SII).");
    assert_eq!(text_of(&rows, 2, 10), "auto");
    assert_eq!(text_of(&rows, 1, 11), "skipped: B 1 (metadata)");
}

#[test]
fn what_looks_like_a_formula_is_text() {
    let rows = sheet(&sample(), "alignment");
    assert_eq!(rows.get_value((4, 6)), Some(&Data::String("=1+1".into())));
}

#[test]
fn the_statistics_name_the_files_and_count() {
    let mut table = sample();
    table.facts.extend(
        [FactKind::Number, FactKind::Name, FactKind::Name].map(|kind| Fact {
            row: RowNumber(2),
            kind,
            tokens: vec![vec![TokenIndex(0)], Vec::new()],
            witnesses: [0, 1].into(),
        }),
    );
    let counts = sheet(&table, "statistics");
    let find = |name: &str| {
        let line = (0..counts.height() as u32).find(|&line| text_of(&counts, line, 0) == name);
        line.unwrap_or_else(|| panic!("no row is called {name}"))
    };
    assert_eq!(text_of(&counts, find("file"), 2), "1.txt");
    assert_eq!(text_of(&counts, find("sha256"), 1), "00".repeat(32));
    assert_eq!(text_of(&counts, find("units"), 2), "3");
    assert_eq!(text_of(&counts, find("beads"), 1), "1");
    assert_eq!(text_of(&counts, find("wording"), 1), "1");
    assert_eq!(text_of(&counts, find("facts"), 1), "3");
    assert_eq!(text_of(&counts, find("facts name"), 1), "2");
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let write = || written(&sample(), Format::Xlsx, &ExportOptions::default());
    assert_eq!(write(), write());

    let mut workbook = Xlsx::new(Cursor::new(write())).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["alignment", "statistics"]);
    let _ = workbook.worksheets();
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_told() {
    let long = "mot ".repeat(9_000);
    let table = table(
        vec![witness(0, &long), witness(1, "x\n")],
        vec![row(vec![vec![0], vec![0]])],
    );
    assert_eq!(
        cannot_hold(&table, Format::Xlsx, &ExportOptions::default()).as_deref(),
        Some("a cell of a workbook holds 32767 characters: text cut short in 1 rows")
    );
    assert!(text_of(&sheet(&table, "alignment"), 1, 4).ends_with(" […]"));
    assert_eq!(
        cannot_hold(&sample(), Format::Xlsx, &ExportOptions::default()),
        None
    );
}

/// The table of two paragraphs, compared.
fn compared(a: &str, b: &str) -> AlignmentTable {
    let options = ReadOptions {
        level: Level::Paragraph,
        ..ReadOptions::default()
    };
    let witness = |n: usize, text: &str| {
        let reading = read_bytes(text.into(), "text", Siglum::nth(n), &options);
        reading.expect("a text").witness
    };
    let witnesses = [witness(0, a), witness(1, b)];
    enregard::compare_witnesses(witnesses, &CompareOptions::default()).expect("a table")
}

#[test]
fn a_cell_with_more_colours_than_it_holds_is_written_with_fewer() {
    // Every other word differs: in wording, or in its accents alone.
    let text = |words: usize, differing: &str| -> String {
        let word = |n: usize| format!("mot{n} {differing}{n}");
        let words: Vec<String> = (0..words).map(word).collect();
        words.join(" ") + ".\n"
    };
    for words in [30, 200] {
        for (x, y) in [("règle", "regle"), ("chaise", "table")] {
            let (a, b) = (text(words, x), text(words, y));
            let table = compared(&a, &b);
            let rows = sheet(&table, "alignment");
            let held = |column| {
                let cells = (1..rows.height() as u32).map(|line| text_of(&rows, line, column));
                cells.collect::<Vec<_>>().join(" ")
            };
            assert_eq!((held(4), held(6)), (a.trim().into(), b.trim().into()));
            let told = cannot_hold(&table, Format::Xlsx, &ExportOptions::default());
            assert_eq!(told.is_some(), words > 30, "{words} {told:?}");
        }
    }
}

#[test]
fn what_looks_like_an_escape_or_like_markup_comes_back() {
    for text in [
        "Le _x0041_ mot, _x005F_ et _xD83D__xDCF7_.",
        "<r>a & b</r>",
        "<r><t>mot</t></r>",
    ] {
        // Alone, and beside a word that differs.
        for (a, b) in [
            (text.to_owned(), text.to_owned()),
            (format!("{text} noir"), format!("{text} blanc")),
        ] {
            let table = table(
                vec![witness(0, &a), witness(1, &b)],
                vec![row(vec![vec![0], vec![0]])],
            );
            let rows = sheet(&table, "alignment");
            assert_eq!((text_of(&rows, 1, 4), text_of(&rows, 1, 6)), (a, b));
        }
    }
}

#[test]
fn the_statistics_begin_with_a_title_and_end_with_what_the_colours_say() {
    let counts = sheet(&sample(), "statistics");
    assert_eq!(text_of(&counts, 0, 0), "Renderings compared");
    assert_eq!(text_of(&counts, 0, 1), "A");
    let last = counts.height() as u32 - 1;
    assert!(text_of(&counts, last, 1).contains("another form"));
}

/// The words of a cell in each colour of font, as the file has them: `(rgb, words)`, in its order; `""` of those in none.
pub fn coloured(
    table: &AlignmentTable,
    line: usize,
    column: char,
    options: &ExportOptions,
) -> Vec<(String, String)> {
    let bytes = written(table, Format::Xlsx, options);
    let part = |name: &str| {
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
        let mut file = archive.by_name(name).expect("a part");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).expect("text");
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    let place = format!("<c r=\"{column}{line}\"");
    let (_, cell) = sheet.split_once(&place).expect("the cell");
    let (_, value) = cell.split_once("<v>").expect("a value");
    let (number, _) = value.split_once("</v>").expect("its end");
    let number: usize = number.parse().expect("a number");
    let strings = part("xl/sharedStrings.xml");
    let string = strings.split("<si>").nth(number + 1).expect("the string");
    let runs = string.split("<r>").skip(1).map(|run| {
        let colour = run
            .split_once("rgb=\"FF")
            .map_or("", |(_, rest)| &rest[..6]);
        let (_, text) = run.split_once("<t").expect("text");
        let (_, text) = text.split_once('>').expect("text");
        let (text, _) = text.split_once("</t>").expect("its end");
        (colour.to_owned(), text.trim().to_owned())
    });
    runs.filter(|(_, text)| !text.is_empty()).collect()
}

#[test]
fn of_many_each_witness_has_the_colours_of_how_many_read_so() {
    let same = "La terre était informe et vide";
    let texts = [
        (
            "A",
            format!("{same}, et le roi parla aux soldats du royaume.\n"),
        ),
        (
            "B",
            format!("{same}, et le roi parla aux guerriers du royaume.\n"),
        ),
        (
            "C",
            format!("{same}, et le prince parla aux soldats du royaume.\n"),
        ),
        (
            "D",
            format!("{same}, et le prince parla aux soldats du royaumes.\n"),
        ),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|(s, t)| (*s, t.as_str())).collect();
    let (alone, some, form) = ("006B75", "A84200", "2F4FBF");
    let table = crate::many::table(&texts, "A", Level::Sentence);
    // The columns of the texts of A, B, C and D.
    let colours = |table: &AlignmentTable| {
        let columns = ['E', 'G', 'I', 'K'];
        columns.map(|column| {
            let mut runs = coloured(table, 2, column, &ExportOptions::default());
            runs.retain(|(colour, _)| !colour.is_empty());
            runs
        })
    };
    let run = |colour: &str, text: &str| (colour.to_owned(), text.to_owned());
    assert_eq!(
        colours(&table),
        [
            vec![run(some, "roi")],
            vec![run(some, "roi"), run(alone, "guerriers")],
            vec![run(some, "prince")],
            vec![run(some, "prince"), run(form, "royaumes")],
        ]
    );
    // Whoever is the base.
    let other = crate::many::table(&texts, "D", Level::Sentence);
    assert_eq!(colours(&other), colours(&table));
}

proptest! {
    #[test]
    fn cells_come_back(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let table = random(&bytes, 2);
        let rows = sheet(&table, "alignment");
        for (line, row) in (1..).zip(&table.rows) {
            for (w, column) in [(0, 4), (1, 6)] {
                if let [unit] = row.cells[w][..] {
                    let witness = &table.witnesses[w];
                    let own = cell_words(witness, unit);
                    // XML forbids the two.
                    let held = own.replace(['\0', '\u{fffe}'], "\u{fffd}");
                    prop_assert_eq!(words(&text_of(&rows, line, column)), held);
                }
            }
        }
    }
}

//! Texts that are wrapped by hand: a cell holds a sentence in one line, the formats that hold whole texts keep the lines.

use enregard::apply::{Corrections, read_corrections};
use enregard::export::{ExportOptions, Format, write};
use enregard::table::AlignmentTable;
use enregard::witness::Level;

use super::{compared, written};

const A: &str = "Le four chauffe. La\npâte repose sous un linge. Le provi-\nseur  vint.\n";
const B: &str = "Le four chauffe.\nLa pâte repose\r\nsous un linge. Le proviseur vint.\n";

fn table() -> AlignmentTable {
    compared(A, B, Level::Sentence)
}

#[test]
fn cells_hold_one_line() {
    for format in [
        Format::Csv,
        Format::Tsv,
        Format::JsonLines,
        Format::Markdown,
        Format::Tmx,
    ] {
        let text = written(&table(), format);
        for sentence in [
            "La pâte repose sous un linge.",
            "Le proviseur  vint.",
            "Le proviseur vint.",
        ] {
            assert!(text.contains(sentence), "{text}");
        }
        assert!(!text.contains("<br>"), "{text}");
    }
    let lines = written(&table(), Format::Csv).lines().count();
    assert_eq!(lines, 4, "a header and three rows");
}

#[test]
fn whole_texts_keep_their_lines() {
    assert_eq!(written(&table(), Format::CriticMarkup), A);
    assert!(!written(&table(), Format::Tei).contains("<app"));
    let json = written(&table(), Format::Json);
    assert!(
        json.contains("La\\npâte") && json.contains("repose\\r\\nsous"),
        "{json}"
    );
}

fn read(csv: &str) -> Corrections {
    read_corrections(csv.as_bytes(), &[]).unwrap()
}

#[test]
fn cells_are_taken_back_with_line_ends_and_without() {
    let csv = written(&table(), Format::Csv);
    let quoted = |cell: &str, by: &str| csv.replacen(cell, &format!("\"{by}\""), 1);
    let wrapped = quoted(
        "La pâte repose sous un linge.",
        "La\npâte repose sous un linge.",
    );
    let divided = quoted("Le proviseur  vint.", "Le provi-\nseur vint.");
    for csv in [csv.clone(), wrapped, divided] {
        let witnesses = table().witnesses;
        let options = enregard::CompareOptions::default();
        let applied = enregard::apply::apply(
            &read(&csv),
            witnesses,
            0,
            &[],
            &options,
            &enregard::Unobserved,
        );
        assert_eq!(applied.unwrap().table.rows.len(), 3, "{csv}");
    }
}

#[test]
fn cells_are_separated_by_what_a_spreadsheet_wants() {
    for separator in [b';', b'|', b'\t', b'^', b','] {
        let options = ExportOptions {
            separator,
            ..ExportOptions::default()
        };
        let mut csv = Vec::new();
        write(&table(), Format::Csv, &options, &mut csv).unwrap();
        let csv = String::from_utf8(csv).unwrap();
        let sign = char::from(separator);
        assert!(
            csv.starts_with(&format!("row{sign}kind{sign}moved")),
            "{csv}"
        );
        assert_eq!(read(&csv).sigla(), ["A", "B"]);
        assert_eq!(read(&csv).would_lose(Format::Csv, false, separator), None);
        assert!(read(&csv).would_lose(Format::Csv, false, b'!').is_some());
    }
}

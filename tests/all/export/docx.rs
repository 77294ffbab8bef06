//! Documents with tracked changes: as accepted they are the one text, as rejected the other.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Read};

use enregard::class::Class;
use enregard::export::{ExportOptions, Format, cannot_hold};
use enregard::read::{ReadOptions, Tracked, read, read_bytes};
use enregard::witness::{Language, Level, Siglum, Witness};
use enregard::{AlignmentTable, CompareOptions, compare_witnesses};
use proptest::prelude::*;
use zip::ZipArchive;

use super::written;
use super::xml::{Node, parse};
use crate::tables::{random, sample};

/// The text of a document that was written, as the program reads it.
fn read_back(bytes: Vec<u8>, tracked: Tracked) -> String {
    let options = ReadOptions {
        language: Some(Language::FRENCH),
        tracked,
        ..ReadOptions::default()
    };
    match read_bytes(bytes, "a.docx", Siglum::nth(0), &options) {
        Ok(reading) => reading.witness.text,
        Err(error) => {
            // A document without text is none to it.
            assert!(error.to_string().contains("no text"), "{error}");
            String::new()
        }
    }
}

fn both(table: &AlignmentTable) -> [String; 2] {
    [Tracked::Original, Tracked::Accepted].map(|tracked| {
        let bytes = written(table, Format::Docx, &ExportOptions::default());
        read_back(bytes, tracked)
    })
}

/// A part of an archive.
pub(super) fn part(archive: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn body(table: &AlignmentTable) -> String {
    let bytes = written(table, Format::Docx, &ExportOptions::default());
    part(&bytes, "word/document.xml")
}

fn french(n: usize, text: &str) -> Witness {
    let options = ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    };
    let reading = read_bytes(text.into(), "text", Siglum::nth(n), &options);
    reading.unwrap().witness
}

fn compared(a: &str, b: &str, ignored: &[Class]) -> AlignmentTable {
    let options = CompareOptions {
        ignored: ignored.to_vec(),
        ..CompareOptions::default()
    };
    compare_witnesses([french(0, a), french(1, b)], &options).unwrap()
}

/// The changes of a document, each by its element and its text; `¶` is the end of a paragraph that is one.
fn changes(body: &str) -> Vec<String> {
    let mut changes: Vec<String> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut name = None;
    for node in parse(body) {
        match node {
            Node::Start(element, _) => {
                let change = ["w:ins", "w:del", "w:moveFrom", "w:moveTo"].contains(&&*element);
                if change && open.iter().any(|outer| outer == "w:rPr") {
                    changes.push(format!("{element} ¶"));
                } else if change {
                    name = Some(element.clone());
                }
                open.push(element);
            }
            Node::End(element) => {
                open.pop();
                if name.as_deref() == Some(&*element) {
                    name = None;
                }
            }
            Node::Text(text) => {
                if let Some(name) = &name {
                    changes.push(format!("{name} {text}"));
                }
            }
        }
    }
    changes
}

#[test]
fn words_are_replaced_one_by_one() {
    let table = compared(
        "Les défis majeurs restent nombreux pour l’État. Le roi vient.\n",
        "Les défis principaux restent nombreux pour l’Etat ! Le roi vient.\n",
        &[],
    );
    assert_eq!(
        changes(&body(&table)),
        [
            "w:del majeurs",
            "w:ins principaux",
            "w:del État.",
            "w:ins Etat !",
        ]
    );
}

#[test]
fn what_is_ignored_is_no_change() {
    let table = compared(
        "Le ROI vient demain.\n",
        "Le roi vient aujourd’hui.\n",
        &[Class::Case],
    );
    assert_eq!(
        changes(&body(&table)),
        ["w:del demain", "w:ins aujourd’hui"]
    );
    assert_eq!(both(&table)[1], "Le ROI vient aujourd’hui.\n");
}

#[test]
fn paragraphs_come_and_go_with_their_ends() {
    for (a, b, expected) in [
        (
            "Le four est chaud.\n\nLe chat dort encore.\n\nOn sort à midi.\n",
            "Le four est chaud.\n\nOn sort à midi.\n",
            &["w:del ¶", "w:del Le chat dort encore."][..],
        ),
        (
            "Le four est chaud. On sort à midi.\n",
            "Le four est chaud.\n\nOn sort à midi.\n",
            &["w:ins ¶", "w:del  "],
        ),
        (
            "Le four est chaud.\n\nOn sort à midi.\n",
            "Le four est chaud.\n",
            &["w:del ¶", "w:del On sort à midi."],
        ),
    ] {
        let table = compared(a, b, &[]);
        assert_eq!(both(&table), [a, b]);
        assert_eq!(changes(&body(&table)), expected, "{a}");
        // And the other way round.
        assert_eq!(both(&compared(b, a, &[])), [b, a]);
    }
}

/// Where lines are wrapped says nothing, and a word that the end of one divides is whole.
#[test]
fn lines_end_where_the_page_does() {
    let table = compared(
        "Le boulanger allume le four avant\nl’aube, et la pâte repose sous un tor-\nchon de lin.\n",
        "Le boulanger allume le four avant l’aube,\net la pâte repose sous un torchon de lin.\n",
        &[],
    );
    let whole =
        "Le boulanger allume le four avant l’aube, et la pâte repose sous un torchon de lin.\n";
    assert_eq!(both(&table), [whole, whole]);
    assert_eq!(changes(&body(&table)), [""; 0]);
}

#[test]
fn a_sentence_that_stands_elsewhere_is_moved() {
    let a = "Le marché commence à l’aube sur la grande place. Les poissonniers crient le prix des sardines. \
             Une marchande de fleurs arrange ses bouquets de dahlias. Un vieux cheval tire la charrette du brasseur. \
             Deux gendarmes surveillent la fontaine en bâillant.\n";
    let b = "Les poissonniers crient le prix des sardines. Une marchande de fleurs arrange ses bouquets de dahlias. \
             Un vieux cheval tire la charrette du brasseur. Deux gendarmes surveillent la fontaine en bâillant. \
             Le marché débute à l’aube sur la grande place.\n";
    let table = compared(a, b, &[]);
    assert_eq!(both(&table), [a, b]);
    let body = body(&table);
    assert_eq!(
        changes(&body),
        [
            "w:moveFrom Le marché ",
            "w:del commence",
            "w:moveFrom  à l’aube sur la grande place.",
            "w:del  ",
            "w:ins  ",
            "w:moveTo Le marché ",
            "w:ins débute",
            "w:moveTo  à l’aube sur la grande place.",
        ]
    );
    for name in ["moveFrom", "moveTo"] {
        assert_eq!(body.matches(&format!("<w:{name}RangeStart ")).count(), 1);
        assert_eq!(body.matches(&format!("<w:{name}RangeEnd ")).count(), 1);
    }
}

/// What the file says of its paragraphs is said again: headings are headings, items items, and lines of verse end where they do.
#[test]
fn paragraphs_stay_what_they_are() {
    let document = |name: &str| {
        let path = format!("{}/fixtures/documents/{name}", env!("CARGO_MANIFEST_DIR"));
        let options = ReadOptions::default();
        read(path, Siglum::nth(0), &options).unwrap().witness
    };
    let a = document("mill.docx");
    let mut b = a.clone();
    b.siglum = Siglum::nth(1);
    let table = compare_witnesses([a.clone(), b], &CompareOptions::default()).unwrap();
    let bytes = written(&table, Format::Docx, &ExportOptions::default());
    let options = ReadOptions::default();
    let found = read_bytes(bytes, "a.docx", Siglum::nth(0), &options).unwrap();
    let told = |witness: &Witness| -> Vec<(bool, String)> {
        let paragraphs = witness.structure.iter();
        let heading = |role| role == enregard::witness::Role::Heading;
        paragraphs
            .map(|p| (heading(p.role), witness.slice(p.span).to_owned()))
            .collect()
    };
    assert_eq!(told(&found.witness), told(&a));
    assert!(told(&a).iter().any(|(heading, _)| *heading));
}

#[test]
fn the_fixtures_come_back() {
    let names = ["001", "000", "003"];
    let witness = |n: usize| {
        let path = format!(
            "{}/fixtures/kremlin/{}.txt",
            env!("CARGO_MANIFEST_DIR"),
            names[n]
        );
        read(path, Siglum::nth(n), &ReadOptions::default())
            .unwrap()
            .witness
    };
    for (a, b) in [(0, 1), (1, 0), (0, 2), (2, 1)] {
        let table =
            compare_witnesses([witness(a), witness(b)], &CompareOptions::default()).unwrap();
        for (found, witness) in both(&table).iter().zip(&table.witnesses) {
            let paragraphs = witness.paragraphs.iter();
            let expected: Vec<String> = paragraphs
                .map(|&span| witness.slice(span).replace(['\r', '\n'], " "))
                .collect();
            assert_eq!(*found, format!("{}\n", expected.join("\n\n")));
        }
    }
}

#[test]
fn of_more_than_two_two_are_written() {
    let table = random(&[3; 200], 3);
    let said = cannot_hold(&table, Format::Docx, &ExportOptions::default()).unwrap();
    assert!(
        said.contains("tracked changes hold two witnesses"),
        "{said}"
    );
}

#[test]
fn the_parts_are_what_word_asks_for() {
    let bytes = written(&sample(), Format::Docx, &ExportOptions::default());
    assert_eq!(
        bytes,
        written(&sample(), Format::Docx, &ExportOptions::default())
    );
    let types = part(&bytes, "[Content_Types].xml");
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
        "docProps/core.xml",
    ] {
        assert!(types.contains(&format!("\"/{name}\"")), "{name}");
        parse(&part(&bytes, name));
    }
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"fr\"/>"));
    assert!(part(&bytes, "docProps/core.xml").contains("0.txt · 1.txt"));
}

/// A table of a document: its rows of cells, of which each has its runs: their style, empty where they have none, and their text.
fn rows(body: &str) -> Vec<Vec<Vec<(String, String)>>> {
    let mut rows: Vec<Vec<Vec<(String, String)>>> = Vec::new();
    let mut look = String::new();
    for node in parse(body) {
        match node {
            Node::Start(name, attributes) => match (&*name, rows.last_mut()) {
                ("w:tr", _) => rows.push(Vec::new()),
                ("w:tc", Some(row)) => row.push(Vec::new()),
                ("w:r", _) => look.clear(),
                ("w:rStyle", _) => look.clone_from(&attributes[0].1),
                _ => {}
            },
            Node::Text(text) if text != "\n" => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push((look.clone(), text));
                }
            }
            Node::End(name) if name == "w:tbl" => break,
            Node::Text(_) | Node::End(_) => {}
        }
    }
    rows
}

fn facing(table: &AlignmentTable) -> String {
    let bytes = written(table, Format::DocxFacing, &ExportOptions::default());
    part(&bytes, "word/document.xml")
}

#[test]
fn texts_face_each_other_with_their_words_marked() {
    let body = facing(&sample());
    let run = |look: &str, text: &str| (look.to_owned(), text.to_owned());
    assert_eq!(
        rows(&body)[..3],
        [
            vec![vec![run("", "A 0.txt")], vec![run("", "B 1.txt")]],
            vec![vec![], vec![run("", "2020")]],
            vec![
                vec![
                    run("form", "Les"),
                    run("", " "),
                    run("wording", "principaux"),
                    run("", " défis "),
                    run("moved", "demain"),
                    run("", "."),
                ],
                vec![
                    run("moved", "Demain"),
                    run("", ", "),
                    run("form", "les"),
                    run("", " défis "),
                    run("wording", "majeurs"),
                    run("", " ("),
                    run("only", "SII"),
                    run("", ")."),
                ],
            ],
        ]
    );
    // The first row stands on every page, which is upright for two and lies across for three.
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    assert!(!body.contains("w:orient"));
    assert!(facing(&random(&[3; 200], 3)).contains("w:orient=\"landscape\""));
}

#[test]
fn a_table_of_a_document_has_so_many_columns() {
    let none: [u8; 0] = [];
    written(
        &random(&none, 63),
        Format::DocxFacing,
        &ExportOptions::default(),
    );
    let mut out = Vec::new();
    let options = ExportOptions::default();
    let table = random(&none, 64);
    let error = enregard::export::write(&table, Format::DocxFacing, &options, &mut out);
    let said = error.unwrap_err().to_string();
    assert!(
        said.contains("63 columns") && said.contains("html"),
        "{said}"
    );
    assert!(out.is_empty());
}

/// A text, of sentences that others have as well, in any order, with words changed, in paragraphs that end anywhere.
fn text() -> impl Strategy<Value = String> {
    const SENTENCES: [&str; 9] = [
        "Le marché {} à l’aube sur la grande place.",
        "Les poissonniers {} le prix des sardines !",
        "Une marchande de fleurs {} ses « bouquets » de dahlias ?",
        "Un vieux cheval {} la charrette du brasseur ; il est las.",
        "Deux gendarmes {} la fontaine en bâillant.",
        "Vers midi, tout le monde {} ses tréteaux.",
        "{} : l’été <b>&amp;]]>",
        "«\u{a0}Non\u{a0}», {}-t-il\u{202f}!",
        "2020\t{}",
    ];
    const WORDS: [&str; 6] = [
        "regarde",
        "Regarde",
        "surveille",
        "tire et pousse",
        "",
        "attend l’",
    ];
    const GAPS: [&str; 6] = [" ", " ", "  ", "\n\n", "\n", "\u{a0}"];
    let sentence = (
        prop::sample::select(&SENTENCES[..]),
        prop::sample::select(&WORDS[..]),
        prop::sample::select(&GAPS[..]),
    );
    prop::collection::vec(sentence, 0..12).prop_map(|parts| {
        let sentence =
            |(text, word, gap): (&str, &str, &str)| format!("{}{gap}", text.replace("{}", word));
        parts.into_iter().map(sentence).collect()
    })
}

/// The text of a witness without its white space, as XML can hold it.
fn bare(text: &str) -> String {
    let text = text.replace(['\0', '\u{fffe}'], "\u{fffd}");
    text.split_whitespace().collect()
}

/// Text whose lines end as the page does.
fn in_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    lines.join(" ")
}

proptest! {
    #[test]
    fn any_two_texts_come_back(a in text(), b in text(), level in 0usize..4) {
        let level = [Level::Sentence, Level::Clause, Level::Line, Level::Paragraph][level];
        let options = ReadOptions { language: Some(Language::FRENCH), level, ..ReadOptions::default() };
        let witness = |n, text: &str| read_bytes(text.into(), "text", Siglum::nth(n), &options).unwrap().witness;
        let table = compare_witnesses([witness(0, &a), witness(1, &b)], &CompareOptions::default()).unwrap();
        for (found, witness) in both(&table).iter().zip(&table.witnesses) {
            let paragraphs = witness.paragraphs.iter().filter(|span| !span.is_empty());
            let expected: Vec<String> = paragraphs.map(|&span| in_one_line(witness.slice(span))).collect();
            // A tab at the end of a paragraph is none of it.
            let found: Vec<&str> = found.trim_end().split("\n\n").filter(|p| !p.is_empty()).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn any_table_gives_both_texts_back(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let table = random(&bytes, 2);
        for (found, witness) in both(&table).iter().zip(&table.witnesses) {
            prop_assert_eq!(bare(found), bare(&witness.text));
        }
    }
}

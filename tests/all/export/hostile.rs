//! Whatever texts, names, sigla and notes hold: every format is what it is with harmless ones, and gives them back to a
//! reader of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use calamine::Reader as _;
use enregard::export::{ExportOptions, Format};
use enregard::table::RowNumber;
use enregard::{AlignmentTable, format};
use html5gum::{State, Token, Tokenizer};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use zip::ZipArchive;

use super::xml::{Node, parse};
use super::{export, with, written};
use crate::tables::{row, table, witness};

/// What some format, or a terminal, would take for more than text.
const PARTS: &[&str] = &[
    "</script><script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "<?x y?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
    "&e;",
    "&amp;",
    "&#0;",
    "\"><img src=x onerror=alert(1)>",
    "' onload='alert(1)",
    "<svg/onload=alert(1)>",
    "</style>",
    "</title>",
    "</text><a href=\"javascript:alert(1)\">",
    "</seg></tuv>",
    "</ab></body>",
    "{{style}}",
    "${x}",
    "`code`",
    "```",
    "[link](javascript:alert(1))",
    "![x](http://x.example/y)",
    "http://x.example/y",
    "www.x.example",
    "a@x.example",
    "[^1]",
    "| a | b |",
    "\\|",
    "\\",
    "<br>",
    "**strong**",
    "~~gone~~",
    "$x$",
    "# head",
    "- [ ] task",
    "{++x++}",
    "{~~a~>b~~}",
    "--}",
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@SUM(1)",
    "_x0041_",
    "<r><t>x</t></r>",
    "\"",
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{1b}]0;title\u{7}",
    "\u{9b}31m",
    "\u{202e}txt.exe",
    "\u{2066}",
    "\u{200f}",
    "\u{feff}",
    "\u{2028}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{10ffff}",
    "e\u{301}",
    "row",
    "note",
    "A_units",
];

fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(PARTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z]{1,4} ?",
    ];
    prop::collection::vec(part, 1..8).prop_map(|parts| parts.concat())
}

/// What a person can give: for each of two witnesses its text, its siglum, the name of its file; and a note.
#[derive(Debug, Clone)]
struct Given {
    texts: [String; 2],
    sigla: [String; 2],
    paths: [String; 2],
    note: String,
}

fn given() -> impl Strategy<Value = Given> {
    let two = || [hostile(), hostile()];
    (two(), two(), two(), hostile()).prop_map(|(texts, mut sigla, paths, note)| {
        // As the command line asks: neither the same, nor taken for columns.
        for (siglum, end) in sigla.iter_mut().zip(["1", "2"]) {
            siglum.push_str(end);
        }
        Given {
            texts,
            sigla,
            paths,
            note,
        }
    })
}

/// A table with all of it: a row whose words differ, rows of one witness, one that moved.
fn made(given: &Given) -> AlignmentTable {
    let texts = given
        .texts
        .each_ref()
        .map(|text| format!("{}\nfin\n", text.replace(['\n', '\r'], " ")));
    let mut witnesses = vec![witness(0, &texts[0]), witness(1, &texts[1])];
    for (n, witness) in witnesses.iter_mut().enumerate() {
        witness.siglum.0.clone_from(&given.sigla[n]);
        witness.path.clone_from(&given.paths[n]);
    }
    let mut bead = row(vec![vec![0], vec![1]]);
    bead.note.clone_from(&given.note);
    let mut moved = row(vec![vec![1], vec![0]]);
    moved.moved = true;
    moved.moved_to = Some(RowNumber(1));
    table(witnesses, vec![bead, moved])
}

/// The names of elements and attributes.
fn names(xml: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for node in parse(xml) {
        if let Node::Start(name, attributes) = node {
            names.extend(attributes.into_iter().map(|(key, _)| format!("@{key}")));
            names.insert(name);
        }
    }
    names
}

/// The parts of an archive, by their names.
fn parts(archive: &[u8]) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let count = zip.len();
    let part = |n| {
        let mut part = zip.by_index(n).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        // Which are no XML.
        if ["mimetype", "EPUB/style.css"].contains(&part.name().expect("a name").as_ref()) {
            text.clear();
        }
        (part.name().expect("a name").into_owned(), text)
    };
    (0..count).map(part).collect()
}

/// These names of elements and attributes, and those that stand where a text has what the harmless one has not.
fn known_names(names: &BTreeSet<String>) -> BTreeSet<String> {
    const OTHERS: [&str; 4] = ["w:tab", "w:br", "w:pStyle", "@w:val"];
    names
        .iter()
        .cloned()
        .chain(OTHERS.map(String::from))
        .collect()
}

/// All that stands in the elements and attributes of a document.
fn said(xml: &str) -> Vec<String> {
    let nodes = parse(xml).into_iter();
    let said = nodes.flat_map(|node| match node {
        Node::Start(_, attributes) => attributes.into_iter().map(|(_, value)| value).collect(),
        Node::Text(text) => vec![text],
        Node::End(_) => Vec::new(),
    });
    said.collect()
}

/// The tags of a page as a browser sees them, with the names of their attributes.
fn tags(page: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut tokens = Tokenizer::new(page);
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let keys = tag
                    .attributes
                    .keys()
                    .map(|key| String::from_utf8_lossy(key).into_owned());
                tags.push(format!("{name} {:?}", keys.collect::<Vec<_>>()));
                // What is in these is no markup until they end.
                match name.as_str() {
                    "script" => tokens.set_state(State::ScriptData),
                    "style" => tokens.set_state(State::RawText),
                    "title" | "textarea" => tokens.set_state(State::RcData),
                    _ => continue,
                }
                tokens.set_last_start_tag(Some(&name));
            }
            Token::EndTag(tag) => tags.push(format!("/{}", String::from_utf8_lossy(&tag.name))),
            Token::Comment(_) => tags.push("comment".to_owned()),
            _ => {}
        }
    }
    tags
}

/// The cells of a pipe table, a list a row; what is neither text nor a line end comes under `markup`.
fn markdown(text: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let (mut rows, mut markup): (Vec<Vec<String>>, Vec<String>) = (Vec::new(), Vec::new());
    let extensions = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(text, extensions) {
        match event {
            Event::Start(Tag::Table(_)) | Event::End(TagEnd::Table) => {}
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::End(TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell) => {}
            Event::Start(Tag::TableCell) => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            Event::Text(text) => match rows.last_mut().and_then(|row| row.last_mut()) {
                Some(cell) => cell.push_str(&text),
                None => markup.push(format!("text outside: {text}")),
            },
            Event::InlineHtml(html) if &*html == "<br>" => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push('\n');
                }
            }
            other => markup.push(format!("{other:?}")),
        }
    }
    (rows, markup)
}

/// What survives in any format: cells change white space, and XML has no control characters.
fn bare(text: &str) -> String {
    let survives =
        |c: &char| !(c.is_whitespace() || c.is_control() || matches!(c, '\u{fffd}'..='\u{ffff}'));
    text.chars().filter(survives).collect()
}

fn harmless() -> AlignmentTable {
    let two = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
    made(&Given {
        texts: two("un deux", "un trois"),
        sigla: two("P1", "Q2"),
        paths: two("p.txt", "q.txt"),
        note: "vu".to_owned(),
    })
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn pages_and_xml_hold_no_markup_but_their_own(given in given()) {
        let (table, plain) = (made(&given), harmless());
        prop_assert_eq!(tags(&export(&table, Format::Html)), tags(&export(&plain, Format::Html)));
        for format in [Format::Tei, Format::Tmx, Format::Svg] {
            let xml = export(&table, format);
            prop_assert_eq!(names(&xml), names(&export(&plain, format)), "{}", xml);
        }
        for format in [Format::TeiStandoff, Format::GraphMl] {
            let xml = export(&table, format);
            prop_assert!(names(&xml).is_subset(&names(&export(&plain, format))), "{}", xml);
        }
        let tei: Vec<String> = said(&export(&table, Format::Tei)).iter().map(|s| bare(s)).collect();
        for field in given.sigla.iter().chain(&given.paths) {
            prop_assert!(tei.contains(&bare(field)), "{:?} {:?}", field, tei);
        }
    }

    #[test]
    fn cells_are_cells(given in given(), guard in any::<bool>()) {
        let table = made(&given);
        let options = ExportOptions { formula_guard: guard, ..ExportOptions::default() };
        for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
            let text = with(&table, format, &options);
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
            let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("records of one length");
            prop_assert_eq!((records.len(), records[0].len()), (3, 12));
            for (n, column) in [4, 6].into_iter().enumerate() {
                prop_assert_eq!(records[0][column].trim_start_matches('\''), given.sigla[n].trim_start_matches('\''));
            }
            prop_assert!(records[1][11].trim_start_matches('\'').ends_with(given.note.trim_start_matches('\'')));
            let begins = |cell: &str| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert!(!guard || records.iter().flatten().all(begins), "{}", text);
        }
        let (rows, markup) = markdown(&export(&table, Format::Markdown));
        prop_assert!(markup.is_empty(), "{:?}", markup);
        prop_assert!(rows.len() == 3 && rows.iter().all(|row| row.len() == 12), "{:?}", rows);
        for (n, column) in [4, 6].into_iter().enumerate() {
            prop_assert_eq!(bare(&rows[0][column]), bare(&given.sigla[n]));
        }
    }

    #[test]
    fn json_gives_all_of_it_back(given in given()) {
        let table = made(&given);
        let json = written(&table, Format::Json, &ExportOptions::default());
        prop_assert_eq!(format::json::read(json.as_slice()).expect("our own"), table.clone());
        for line in export(&table, Format::JsonLines).lines() {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            prop_assert_eq!(line.as_object().map(|keys| keys.contains_key(&given.sigla[0])), Some(true));
        }
        let collatex: serde_json::Value = serde_json::from_str(&export(&table, Format::CollateX)).expect("JSON");
        let sigla = collatex["witnesses"].as_array().expect("a list");
        prop_assert!(given.sigla.iter().all(|siglum| sigla.contains(&siglum.as_str().into())));
    }

    #[test]
    fn a_document_is_parts_in_xml_with_no_markup_but_its_own(given in given()) {
        let (table, plain) = (made(&given), harmless());
        for format in [Format::Docx, Format::DocxFacing, Format::Epub] {
            let [found, known] = [&table, &plain].map(|table| {
                parts(&written(table, format, &ExportOptions::default()))
            });
            prop_assert_eq!(found.keys().collect::<Vec<_>>(), known.keys().collect::<Vec<_>>());
            for (name, part) in &found {
                prop_assert!(names(part).is_subset(&known_names(&names(&known[name]))), "{}: {}", name, part);
            }
        }
    }

    #[test]
    fn facing_pages_hold_no_command_but_their_own(given in given()) {
        let table = made(&given);
        let latex = export(&table, Format::LatexFacing);
        let sides = super::latex_facing::sides(&latex);
        prop_assert_eq!(sides[0].len(), sides[1].len());
        for (side, witness) in sides.iter().zip(&table.witnesses) {
            // A command of a text would be none that is known there.
            let found: String = side.iter().map(|chunk| super::latex_facing::set(chunk)).collect();
            prop_assert_eq!(found, super::latex_facing::bare(&witness.text));
        }
        let names = latex.lines().find_map(|line| line.strip_prefix("\\noindent\\siglum{"));
        let names = super::latex_facing::set(&names.expect("a siglum").replace("\\par", ""));
        prop_assert!(names.contains(&super::latex_facing::bare(&given.sigla[0])), "{}", names);
    }

    #[cfg(feature = "xlsx")]
    #[test]
    fn a_workbook_holds_texts_and_nothing_else(given in given()) {
        let table = made(&given);
        let bytes = written(&table, Format::Xlsx, &ExportOptions::default());
        let mut book = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let formulas = book.worksheet_formula("alignment").expect("the sheet");
        prop_assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
        let sheet = book.worksheet_range("alignment").expect("the sheet");
        let cell = |row, column| sheet.get_value((row, column)).map_or(String::new(), |cell| cell.to_string());
        for (n, column) in [4, 6].into_iter().enumerate() {
            prop_assert_eq!(bare(&cell(0, column)), bare(&given.sigla[n]));
        }
        let note = bare(&cell(1, 11));
        prop_assert!(note.ends_with(&bare(&given.note)), "{:?}", note);
    }
}

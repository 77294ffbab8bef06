//! The colours of words of more than two witnesses are the same in the terminal and in what is set in columns.

use enregard::AlignmentTable;
use enregard::export::ExportOptions;
use enregard::select::Marks;
use enregard::table::{Row, RowKind};
use enregard::view::{self, Colours, Depth, Layout, Signs, Theme, ViewOptions};
use enregard::witness::Level;

use super::{GENESIS, table};
use crate::export::xlsx::coloured;

/// A word, and its colour as `RRGGBB`.
type Word = (String, String);

/// Three that read the same against one, which is the base or is not; two against two; and all three apart.
const APART: [(&str, &str); 4] = [
    (
        "A",
        "Le roi parla aux soldats du royaume, et la foule des pauvres pleurait fort au bord du fleuve.",
    ),
    (
        "B",
        "Le prince parla aux soldats du royaume, et la foule pleurait beaucoup au bord du ruisseau.",
    ),
    (
        "C",
        "Le prince parla aux guerriers du royaume, et la foule pleurait assez au bord du torrent.",
    ),
    (
        "D",
        "Le prince parla aux guerriers du royaumes, et la foule pleurait trop au bord du lac.",
    ),
];

/// The words in a colour, of stretches of text in colours.
fn words<'a>(runs: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Word> {
    let words = runs.filter(|(colour, _)| !colour.is_empty());
    let words = words.flat_map(|(colour, text)| {
        let words = text.split(|c: char| !c.is_alphabetic() && !c.is_ascii_digit());
        words.map(move |word| (colour.to_owned(), word.to_owned()))
    });
    words.filter(|(_, word)| !word.is_empty()).collect()
}

/// Of each witness the words in a colour, as the terminal shows a row.
fn in_the_terminal(table: &AlignmentTable, row: &Row, marks: Marks) -> Vec<Vec<Word>> {
    let options = ViewOptions {
        layout: Layout::Side,
        width: 4_000,
        colours: Colours::Themed(Theme::Light, Depth::True),
        // Without a sign a fact would be in a colour of its own.
        signs: Signs::Auto,
        marks,
        ..ViewOptions::default()
    };
    let mut out = Vec::new();
    view::render(table, &options, &mut out).expect("written");
    let page = String::from_utf8(out).expect("text");
    let begins = |line: &&str| {
        let mut runs = runs(line).into_iter();
        let first = runs.find(|(_, text)| !text.trim().is_empty());
        first.is_some_and(|(_, text)| text.trim() == row.number.to_string())
    };
    let line = page.lines().find(begins).expect("the row");
    let mut cells: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for (colour, text) in runs(line) {
        for (n, part) in text.split('│').enumerate() {
            if n > 0 {
                cells.push(Vec::new());
            }
            let last = cells.last_mut().expect("a cell");
            last.push((colour.clone(), part.to_owned()));
        }
    }
    let of_cell = |cell: &Vec<(String, String)>| {
        let parts = cell.iter();
        words(parts.map(|(colour, text)| (colour.as_str(), text.as_str())))
    };
    cells.iter().map(of_cell).collect()
}

/// The stretches of a line with their colours.
fn runs(line: &str) -> Vec<(String, String)> {
    let mut colour = String::new();
    let parts = line.split("\x1b[").enumerate().map(|(n, part)| {
        let Some((codes, text)) = part.split_once('m').filter(|_| n > 0) else {
            return (colour.clone(), part.to_owned());
        };
        colour = match codes.split_once("38;2;") {
            None => String::new(),
            Some((_, rgb)) => {
                let parts = rgb.split(';').take(3);
                let parts = parts.map(|part| part.parse::<u8>().expect("a colour"));
                parts.map(|part| format!("{part:02X}")).collect()
            }
        };
        (colour.clone(), text.to_owned())
    });
    parts.collect()
}

/// The same in the workbook.
fn in_the_workbook(table: &AlignmentTable, line: usize, marks: Marks) -> Vec<Vec<Word>> {
    let options = ExportOptions {
        marks,
        ..ExportOptions::default()
    };
    let columns = ['E', 'G', 'I', 'K'].into_iter().take(table.witnesses.len());
    let cells = columns.map(|column| {
        let runs = coloured(table, line, column, &options);
        let runs = runs.iter();
        words(runs.map(|(colour, text)| (colour.as_str(), text.as_str())))
    });
    cells.collect()
}

#[test]
fn a_workbook_has_the_colours_of_the_terminal_whoever_is_the_base() {
    for texts in [&APART, &GENESIS] {
        for base in ["A", "B", "C", "D"] {
            let table = table(texts, base, Level::Sentence);
            let beads = table.rows.iter().enumerate();
            let beads: Vec<(usize, &Row)> = beads
                .filter(|(_, row)| row.kind == RowKind::Bead && row.present().count() == 4)
                .collect();
            assert!(!beads.is_empty());
            for (n, row) in beads {
                for marks in [Marks::All, Marks::Few] {
                    assert_eq!(
                        in_the_workbook(&table, n + 2, marks),
                        in_the_terminal(&table, row, marks),
                        "base {base}, row {}",
                        row.number
                    );
                }
            }
        }
    }
}

#[test]
fn one_that_stands_against_most_is_in_colour_also_where_it_is_the_base() {
    let (alone, some, all, form) = ("006B75", "A84200", "992B86", "2F4FBF");
    let word = |colour: &str, word: &str| (colour.to_owned(), word.to_owned());
    for base in ["A", "B", "D"] {
        let table = table(&APART, base, Level::Sentence);
        let [a, b, c, d] = &in_the_terminal(&table, &table.rows[0], Marks::All)[..] else {
            panic!("four");
        };
        assert!(a.contains(&word(alone, "roi")), "{a:?}");
        assert!(a.contains(&word(alone, "pauvres")), "{a:?}");
        for (others, own) in [(b, "soldats"), (c, "guerriers"), (d, "guerriers")] {
            assert!(
                !others.iter().any(|(_, word)| word == "prince"),
                "{others:?}"
            );
            assert!(others.contains(&word(some, own)), "{others:?}");
        }
        assert!(a.contains(&word(some, "soldats")), "{a:?}");
        assert!(d.contains(&word(form, "royaumes")), "{d:?}");
        assert!(!a.iter().any(|(_, word)| word == "royaume"), "{a:?}");
        for (of, own) in [(a, "fleuve"), (b, "ruisseau"), (c, "torrent"), (d, "lac")] {
            assert!(of.contains(&word(all, own)), "{of:?}");
        }
    }
}

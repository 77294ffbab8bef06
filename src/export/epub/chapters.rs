//! What the chapters of a book are.

use std::ops::Range;

use crate::export::facing::FacingRow;
use crate::export::title::title;
use crate::table::AlignmentTable;

/// The most rows of a chapter: some programs are slow with long pages.
const LONGEST: usize = 300;

/// A chapter, in a file of its own.
pub(super) struct Chapter {
    pub(super) title: String,
    /// The places of its rows.
    pub(super) rows: Range<usize>,
}

/// The chapters of a table of which these are the rows: each begins with headings, or where the one before has become too
/// long.
pub(super) fn chapters(table: &AlignmentTable, rows: &[FacingRow]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let begins = row.is_heading() && (n == 0 || !rows[n - 1].is_heading());
        match chapters.last_mut() {
            Some(chapter) if !begins && chapter.rows.len() < LONGEST => chapter.rows.end = n + 1,
            _ => chapters.push(Chapter {
                title: match begins {
                    true => heading(row, table.base),
                    false => String::new(),
                },
                rows: n..n + 1,
            }),
        }
    }
    // One whole that has no headings is called as the book is.
    let is_one = chapters.len() == 1;
    for chapter in chapters.iter_mut().filter(|c| c.title.is_empty()) {
        chapter.title = match is_one {
            true => book(table),
            false => range(table, rows, &chapter.rows),
        };
    }
    chapters
}

/// What the book is called.
pub(super) fn book(table: &AlignmentTable) -> String {
    match title(table) {
        title if title.trim().is_empty() => "enregard".to_owned(),
        title => title,
    }
}

/// The heading of a row, in the base where it has it.
fn heading(row: &FacingRow, base: usize) -> String {
    let texts = |cell: usize| -> String {
        let paragraphs = row.cells[cell]
            .iter()
            .flat_map(|paragraph| &paragraph.fragments);
        paragraphs.map(|(_, text)| text.as_str()).collect()
    };
    let cells = std::iter::once(base).chain(0..row.cells.len());
    let mut found = cells.map(texts).filter(|text| !text.trim().is_empty());
    found.next().unwrap_or_default()
}

/// The first and the last row, by their labels or else by their numbers.
fn range(table: &AlignmentTable, rows: &[FacingRow], places: &Range<usize>) -> String {
    let name = |n: usize| match rows[n].label.as_str() {
        "" => table.rows[n].number.to_string(),
        label => label.to_owned(),
    };
    let (first, last) = (name(places.start), name(places.end - 1));
    match first == last {
        true => first,
        false => format!("{first} – {last}"),
    }
}

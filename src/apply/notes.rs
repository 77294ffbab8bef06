//! Notes: what a person wrote, apart from what the program says of a row in the same column.

use encoding_rs::WINDOWS_1252;
use rustc_hash::FxHashMap;

use crate::apply::known::Known;
use crate::apply::read::{Corrections, Line};
use crate::collate::Compared;
use crate::format::note::{SEPARATOR, remarks};
use crate::table::{Row, RowNumber};
use crate::witness::{UnitIndex, Witness};

/// The notes of persons, line by line. `known` are the rows that a line may come from.
pub(super) fn notes(
    corrections: &Corrections,
    witnesses: &[Witness],
    compared: &Compared<'_>,
    known: &[Known],
    cells: &[Vec<Vec<UnitIndex>>],
) -> Vec<String> {
    let lines = &corrections.lines;
    if corrections.own_notes {
        return lines.iter().map(|line| line.note.clone()).collect();
    }
    let mut origins: Vec<Row> = Vec::new();
    let mut of_line: Vec<Vec<usize>> = Vec::with_capacity(lines.len());
    let mut seen: FxHashMap<&[Vec<UnitIndex>], usize> = FxHashMap::default();
    for (line, cells) in lines.iter().zip(cells) {
        let rows = known.iter().flat_map(|known| {
            let own = known.find(cells).map(|n| &known.rows[n]);
            own.into_iter().chain(known.numbered(line.number))
        });
        of_line.push(match line.note.is_empty() {
            true => Vec::new(),
            false => rows
                .map(|row| {
                    *seen.entry(&row.cells).or_insert_with(|| {
                        origins.push(Row {
                            number: RowNumber::at(origins.len()),
                            ..row.clone()
                        });
                        origins.len() - 1
                    })
                })
                .collect(),
        });
    }
    let facts = compared.link(&mut origins, cells);
    let mut of_row = facts.chunk_by(|x, y| x.row == y.row).peekable();
    let said: Vec<String> = origins
        .iter()
        .map(|row| {
            let facts = of_row.next_if(|facts| facts[0].row == row.number);
            remarks(witnesses, facts.unwrap_or_default(), row)
        })
        .collect();
    let of_line = of_line.iter();
    lines
        .iter()
        .zip(of_line)
        .map(|(line, rows)| {
            let said = rows.iter().map(|&n| said[n].as_str());
            let poor: Vec<String> = said.clone().filter_map(in_code_page).collect();
            own_note(line, said.chain(poor.iter().map(String::as_str)))
        })
        .collect()
}

/// What is left of a text that a spreadsheet program saves in the code page of western Europe: a question mark for every other sign
/// (`1892 → 1893`). `None` where all of it is.
fn in_code_page(text: &str) -> Option<String> {
    let sign = |c: char| {
        let mut buffer = [0; 4];
        let (_, _, unknown) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
        if unknown { '?' } else { c }
    };
    let poor: String = text.chars().map(sign).collect();
    (poor != text).then_some(poor)
}

/// A note without what the program said of the rows it may come from.
fn own_note<'s>(line: &Line, said: impl Iterator<Item = &'s str> + Clone) -> String {
    let said = said.filter(|said| !said.is_empty());
    let without = |said: &str| {
        let rest = line.note.strip_prefix(said)?;
        match rest.strip_prefix(SEPARATOR) {
            Some(rest) => Some(rest.to_owned()),
            // Someone wrote on without the sign, but not into the last word.
            None if rest.starts_with(char::is_alphanumeric) => None,
            None => Some(rest.trim_start().to_owned()),
        }
    };
    let mut parts: Vec<&str> = line.note.split(SEPARATOR).collect();
    match said.clone().filter_map(without).min_by_key(String::len) {
        Some(rest) => rest,
        None => {
            // A part of it was deleted, or something written before it.
            parts.retain(|part| {
                !said
                    .clone()
                    .any(|said| said.split(SEPARATOR).any(|s| s == *part))
            });
            parts.join(SEPARATOR)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_code_page_lacks_is_a_question_mark() {
        let poor = in_code_page("number: 1892 → 1893; négation: − « pas »");
        assert_eq!(
            poor.as_deref(),
            Some("number: 1892 ? 1893; négation: ? « pas »")
        );
        assert_eq!(in_code_page("name: Çà → À".trim_end_matches(" → À")), None);
    }

    #[test]
    fn what_the_program_says_is_no_note_of_a_person() {
        let said = "number: 25 → 30; skipped: A 1 (metadata)";
        for (cell, note) in [
            ("", ""),
            (said, ""),
            (
                "number: 25 → 30; skipped: A 1 (metadata); look here; twice",
                "look here; twice",
            ),
            (
                "number: 25 → 30; skipped: A 1 (metadata)\nlook here",
                "look here",
            ),
            ("number: 25 → 30", ""),
            ("number: 25 → 30; look here", "look here"),
            ("look here; number: 25 → 30", "look here"),
            ("look here", "look here"),
            ("number: 25 → 31", "number: 25 → 31"),
        ] {
            let line = Line {
                number: None,
                place: String::new(),
                units: Vec::new(),
                texts: Vec::new(),
                status: String::new(),
                note: cell.to_owned(),
            };
            assert_eq!(own_note(&line, [said].into_iter()), note, "{cell}");
        }
    }
}

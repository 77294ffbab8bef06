//! Units of a row as people write them, and their text.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::table::RowNumber;
use crate::witness::{UnitIndex, Witness, undivided};

/// What stands between units of one cell that are not neighbours in their witness.
pub(crate) const PASSED_OVER: &str = " […] ";

/// Units as people count them: `3`, `3-5`, `3,5`, `1-2,7`.
pub(crate) fn ranges(units: &[UnitIndex]) -> String {
    let mut out = String::new();
    for run in units.chunk_by(|a, b| a.is_before(*b)) {
        if !out.is_empty() {
            out.push(',');
        }
        let (first, last) = (u64::from(run[0].0) + 1, u64::from(run[run.len() - 1].0) + 1);
        // Writing to a string cannot fail.
        let _ = match run {
            [_] => write!(out, "{first}"),
            _ => write!(out, "{first}-{last}"),
        };
    }
    out
}

/// Units as people count them, `3`, `3-5` or `3,5`, as indices, increasing; the reason where it is not that.
pub(crate) fn parse(cell: &str, count: usize) -> Result<Vec<UnitIndex>, String> {
    let mut units: Vec<UnitIndex> = Vec::new();
    let spaced = cell
        .replace(['–', '—'], "-")
        .replace(" -", "-")
        .replace("- ", "-");
    for part in spaced
        .split([',', ';', ' ', '\n'])
        .filter(|part| !part.is_empty())
    {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>()) else {
            return Err(format!(
                "`{cell}` names no units: write them as 3, 3-5 or 3,5 (if a spreadsheet program made a date or a number of it, give the column the format Text first)"
            ));
        };
        if first == 0 || first > last {
            return Err(format!(
                "`{part}` is not a range: units count from 1, and the first comes first"
            ));
        }
        if last as usize > count {
            return Err(format!("`{part}` does not exist: the last unit is {count}"));
        }
        units.extend((first - 1..last).map(UnitIndex));
        if units.len() > count {
            // Some stand twice, which is told below.
            break;
        }
    }
    units.sort_unstable();
    match units.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(format!("`{cell}` names unit {} twice", pair[0].0 + 1)),
        None => Ok(units),
    }
}

/// Row numbers for people: `1-3, 5`.
pub(crate) fn numbers(rows: &[RowNumber]) -> String {
    let rows = rows.iter().filter_map(|row| row.index());
    let mut indices: Vec<UnitIndex> = rows.map(UnitIndex::new).collect();
    indices.sort_unstable();
    indices.dedup();
    ranges(&indices).replace(',', ", ")
}

/// The text of units in a cell: neighbours with a space between, others with an ellipsis in brackets, each in one line.
pub(crate) fn unit_text<'a>(witness: &'a Witness, units: &[UnitIndex]) -> Cow<'a, str> {
    unit_texts(
        units
            .iter()
            .map(|&u| (u, in_one_line(witness.unit_text(u)))),
    )
}

/// Text as it stands in a cell: where a line ends inside it is a space, and a word that the end divides is whole. Other
/// white space stays.
pub(crate) fn in_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(is_line_end) {
        return Cow::Borrowed(text);
    }
    let text = undivided(text);
    let mut line = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = rest.find(is_line_end) {
        line.push_str(rest[..at].trim_end());
        line.push(' ');
        rest = rest[at..].trim_start();
    }
    line.push_str(rest);
    Cow::Owned(line)
}

/// Whether a line, a paragraph or a page ends with a character.
pub(crate) fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The text of units from their own texts.
pub(crate) fn unit_texts<'a>(
    units: impl IntoIterator<Item = (UnitIndex, Cow<'a, str>)>,
) -> Cow<'a, str> {
    let mut text = Cow::Borrowed("");
    let mut last: Option<UnitIndex> = None;
    for (unit, own) in units {
        match last {
            None => text = own,
            Some(before) => {
                let text = text.to_mut();
                text.push_str(if before.is_before(unit) {
                    " "
                } else {
                    PASSED_OVER
                });
                text.push_str(&own);
            }
        }
        last = Some(unit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_counted_from_one_and_runs_joined() {
        for (units, expected) in [
            (&[][..], ""),
            (&[2], "3"),
            (&[2, 3, 4], "3-5"),
            (&[2, 4], "3,5"),
            (&[0, 1, 6, 9, 10], "1-2,7,10-11"),
            (&[u32::MAX], "4294967296"),
        ] {
            let units: Vec<UnitIndex> = units.iter().copied().map(UnitIndex).collect();
            assert_eq!(ranges(&units), expected);
        }
    }

    #[test]
    fn a_cell_holds_one_line() {
        for (text, line) in [
            ("La\npâte  repose", "La pâte  repose"),
            ("La \r\n  pâte\n\nrepose", "La pâte repose"),
            ("provi-\nseur", "proviseur"),
            ("\n", " "),
            ("a\u{a0}b\tc", "a\u{a0}b\tc"),
        ] {
            assert_eq!(in_one_line(text), line);
        }
    }

    #[test]
    fn ranges_as_people_write_them() {
        for (cell, expected) in [
            ("", &[][..]),
            ("3", &[2]),
            ("3-5", &[2, 3, 4]),
            (" 3, 5 ", &[2, 4]),
            ("5;3", &[2, 4]),
            ("1–2,4", &[0, 1, 3]),
            ("1 - 2", &[0, 1]),
        ] {
            let units = parse(cell, 5).map(|units| units.iter().map(|u| u.0).collect::<Vec<_>>());
            assert_eq!(units.as_deref(), Ok(expected), "{cell}");
        }
    }

    #[test]
    fn what_is_no_range_is_told() {
        for (cell, reason) in [
            ("0", "not a range"),
            ("5-3", "not a range"),
            ("6", "does not exist"),
            ("1-9", "does not exist"),
            ("1-4294967295", "does not exist"),
            ("05-mars", "names no units"),
            ("date 45000", "names no units"),
            ("3.5", "names no units"),
            ("1-2,2", "twice"),
            ("1-5,1-5,1-5", "twice"),
        ] {
            let told = parse(cell, 5).expect_err(cell);
            assert!(told.contains(reason), "{cell}: {told}");
        }
    }
}

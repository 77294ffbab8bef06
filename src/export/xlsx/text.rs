//! Text for cells, of which each holds so much.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::export::xml;

/// The most a cell of a workbook holds, in units of UTF-16.
pub(super) const CELL_LIMIT: usize = 32_767;
/// What ends a cell that is cut short.
const CUT: &str = " […]";

/// Whether a text does not fit into a cell.
pub(super) fn is_long(text: &str) -> bool {
    // A unit of UTF-16 takes at least a byte of UTF-8.
    text.len() > CELL_LIMIT && text.encode_utf16().count() > CELL_LIMIT
}

/// Text for a cell: what XML forbids is replaced, what is too long is cut.
pub(super) fn plain(text: &str) -> String {
    let clean = xml::without_forbidden(text).into_owned();
    shorten(std::iter::once(clean)).remove(0)
}

/// Texts of one cell, cut where together they are longer than a cell may be.
pub(super) fn shorten(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    let units: usize = texts.iter().map(|text| text.encode_utf16().count()).sum();
    if units <= CELL_LIMIT {
        return texts;
    }
    let mut left = CELL_LIMIT - CUT.encode_utf16().count();
    for text in &mut texts {
        let mut end = text.len();
        for (at, c) in text.char_indices() {
            match left.checked_sub(c.len_utf16()) {
                Some(less) => left = less,
                None => {
                    end = at;
                    left = 0;
                    break;
                }
            }
        }
        if end < text.len() {
            text.truncate(end);
        }
    }
    if let Some(last) = texts.iter_mut().rfind(|text| !text.is_empty()) {
        last.push_str(CUT);
    }
    texts
}

/// Where a cell stands: its line and its column.
pub(super) type Place = (u32, u16);

/// Writes text in one look.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    at: Place,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = plain(text);
    // The writer would take such a text for markup of its own, and not escape it.
    let is_markup = text.starts_with("<r>") && text.ends_with("</r>");
    if is_markup && write_runs(sheet, at, &[(&Format::new(), text.as_str())], format)? {
        return Ok(());
    }
    let text = if is_markup { text + CUT } else { text };
    sheet.write_string_with_format(at.0, at.1, text, format)?;
    Ok(())
}

/// Writes text in several looks; whether it fits. The writer measures runs with their markup, so a text far from full
/// may have too many.
pub(super) fn write_runs(
    sheet: &mut Worksheet,
    at: Place,
    runs: &[(&Format, &str)],
    format: &Format,
) -> Result<bool, XlsxError> {
    let texts: Vec<Cow<'_, str>> = runs.iter().map(|(_, text)| escaped(text)).collect();
    let runs: Vec<(&Format, &str)> = runs
        .iter()
        .zip(&texts)
        .map(|((look, _), text)| (*look, &**text))
        .collect();
    match sheet.write_rich_string_with_format(at.0, at.1, &runs, format) {
        Ok(_) => Ok(true),
        Err(XlsxError::MaxStringLengthExceeded) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Text for a run: what spreadsheet programs would take for an escaped character (`_x0041_` for A) has its own `_` escaped,
/// which the writer does in plain text alone.
fn escaped(text: &str) -> Cow<'_, str> {
    const DIGITS: usize = 4;
    let is_escape = |rest: &str| {
        let digits = rest.as_bytes().get(2..2 + DIGITS);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
            && rest.as_bytes().get(2 + DIGITS) == Some(&b'_')
    };
    let mut out = String::new();
    let mut at = 0;
    for (place, _) in text.match_indices("_x") {
        if is_escape(&text[place..]) {
            out.push_str(&text[at..place]);
            out.push_str("_x005F");
            at = place;
        }
    }
    if at == 0 && out.is_empty() {
        return text.into();
    }
    out.push_str(&text[at..]);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_escape_is_escaped() {
        for (text, expected) in [
            ("Le _x0041_ mot", "Le _x005F_x0041_ mot"),
            ("_x0041_x00e9_", "_x005F_x0041_x005F_x00e9_"),
            (
                "_x004_ _X0041_ _x00g1_ _x0041",
                "_x004_ _X0041_ _x00g1_ _x0041",
            ),
            ("_xé041_", "_xé041_"),
            ("__x005F_", "__x005F_x005F_"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_cell_too_long_is_cut_and_says_so() {
        let long = "é".repeat(CELL_LIMIT);
        assert_eq!(plain(&long), long);
        for text in [format!("{long}a"), "𝄞".repeat(CELL_LIMIT)] {
            let cut = plain(&text);
            assert!(cut.ends_with(CUT));
            assert!((CELL_LIMIT - 1..=CELL_LIMIT).contains(&cut.encode_utf16().count()));
        }
        let parts = shorten(["a".repeat(CELL_LIMIT - 4), "bcde".into(), "f".into()].into_iter());
        assert!(parts[0].ends_with(CUT));
        assert_eq!(parts[1..], ["", ""]);
    }
}

//! Text for cells, of which each holds so much.

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

#[cfg(test)]
mod tests {
    use super::*;

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

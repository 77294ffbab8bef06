//! How sheets are printed, and how high their rows are.

use rust_xlsxwriter::Worksheet;
use unicode_width::UnicodeWidthStr;

use crate::export::title::title;
use crate::table::AlignmentTable;

/// A4, by the number that workbooks know it by.
const A4: u8 = 9;
/// Margins, in inches: at the sides, above and below, and of what stands there.
const SIDE: f64 = 0.4;
const END: f64 = 0.7;
const EDGE: f64 = 0.3;
/// Most characters of the line above, in units of UTF-16; a sheet holds 255 of them with their codes.
const LONGEST_TITLE: usize = 120;

/// Prints a sheet as wide as the page, with the names of the files above and the number of the page below.
pub(super) fn set_up(sheet: &mut Worksheet, table: &AlignmentTable) {
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(SIDE, SIDE, END, END, EDGE, EDGE);
    sheet.set_header(format!("&L{}", literal(&title(table))));
    sheet.set_footer("&L&A&R&P / &N");
}

/// The height of a line of text, in points.
const LINE: f64 = 15.0;
/// The greatest height of a row, in points.
const HIGHEST: f64 = 409.0;
/// The height of a row that holds these texts, each in a column so many characters wide. Not every program makes rows as
/// high as what they hold. Columns are measured by digits, which are wider than most letters: that makes up for words that do not
/// fit into the end of a line.
pub(super) fn height<'t>(texts: impl Iterator<Item = (&'t str, f64)>) -> f64 {
    let lines = texts.map(|(text, width)| {
        let of_line = |line: &str| (line.width() as f64 / width).ceil().max(1.0);
        text.lines().map(of_line).sum::<f64>()
    });
    (lines.fold(1.0, f64::max) * LINE).min(HIGHEST)
}

/// Text for the line above, of which no character is a code.
fn literal(text: &str) -> String {
    let mut out = String::new();
    let mut left = LONGEST_TITLE;
    for c in text.chars().filter(|c| !c.is_control()) {
        let Some(less) = left.checked_sub(c.len_utf16()) else {
            out.push('…');
            break;
        };
        left = less;
        match c {
            '&' => out.push_str("&&"),
            // XML forbids the two that are no characters.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let long = "un mot de plus ".repeat(10);
        assert_eq!(height([("mot", 8.0)].into_iter()), LINE);
        let texts = [("mot", 8.0), (&*long, 40.0), ("a\nb\n", 40.0)];
        assert_eq!(height(texts.into_iter()), 4.0 * LINE);
        assert_eq!(height([("a\nb\n", 8.0)].into_iter()), 2.0 * LINE);
        assert_eq!(height([(&*"x".repeat(32_000), 46.0)].into_iter()), HIGHEST);
        assert_eq!(height(std::iter::empty()), LINE);
    }

    #[test]
    fn the_line_above_holds_no_code_and_is_short() {
        assert_eq!(literal("A&B\n.txt"), "A&&B.txt");
        let long = literal(&"&𝄞".repeat(200));
        assert!(long.ends_with('…') && long.encode_utf16().count() < 250);
    }
}

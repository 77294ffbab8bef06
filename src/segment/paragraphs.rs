//! Paragraphs: blank lines separate them, and single line ends do where the text says so.
//!
//! Between two lines without a blank line, a line end is either a wrap (the paragraph goes on) or the end of a paragraph.
//! The whole text decides, by two signs, counted over all such pairs of lines:
//! - *wrapped*: at least a third of the pairs go on across the line end: the first line does not end a sentence and the
//!   second begins with a small letter, or the first ends with a comma or a hyphen;
//! - *one paragraph a line*: more than a tenth of the lines are longer than any wrapped line ([`LONGEST_WRAPPED`]).
//!   This one prevails.
//!
//! In wrapped text a line that follows the end of a sentence and is indented, or begins with a dash or a bullet, opens a
//! paragraph.

use super::chars::{is_dash, is_quote, is_terminal};
use super::lines::lines;
use crate::witness::Span;

/// The longest line, in chars, that a text wrapped by hand or by a program has.
const LONGEST_WRAPPED: usize = 120;

/// The paragraphs of `text`, without the white space around them; none is empty.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut previous: Option<Span> = None;
    for &line in &lines {
        if line.is_empty() {
            previous = None;
            continue;
        }
        match (previous, paragraphs.last_mut()) {
            (Some(before), Some(open)) if wrapped && !opens(text, before, line) => {
                open.end = line.end;
            }
            _ => paragraphs.push(line),
        }
        previous = Some(line);
    }
    paragraphs
}

/// Whether single line ends are wraps.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let (mut pairs, mut going_on, mut long) = (0usize, 0usize, 0usize);
    for pair in lines.windows(2) {
        if pair[0].is_empty() || pair[1].is_empty() {
            continue;
        }
        pairs += 1;
        let (before, after) = (&text[pair[0].range()], &text[pair[1].range()]);
        let small = after
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        let comma = before.ends_with([',', '-', '\u{ad}']);
        going_on += usize::from(comma || small && !ends_sentence(before));
        // Bytes are counted first: most lines are shorter even so.
        long +=
            usize::from(before.len() > LONGEST_WRAPPED && before.chars().count() > LONGEST_WRAPPED);
    }
    going_on * 3 >= pairs && long * 10 <= pairs
}

/// Whether `line` opens a paragraph in wrapped text, `before` being the line before it.
fn opens(text: &str, before: Span, line: Span) -> bool {
    let body = &text[line.range()];
    let marked = body.starts_with(|c| is_dash(c) || matches!(c, '•' | '*' | '◦' | '▪'))
        && body.chars().nth(1).is_some_and(char::is_whitespace);
    (marked || is_indented(text, line)) && ends_sentence(&text[before.range()])
}

/// Whether two columns of white space or a tab stand before the line.
fn is_indented(text: &str, line: Span) -> bool {
    let head = &text[..line.start as usize];
    head.ends_with('\t') || head.ends_with("  ") || head.ends_with('\u{3000}')
}

/// Whether a line ends as a sentence does, or with what announces a list.
fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|c: char| is_quote(c) || c == ')' || c.is_whitespace())
        .ends_with(|c| is_terminal(c) || c == ':' || c == ';')
}

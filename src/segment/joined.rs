//! How far letters, digits and what joins them are one token.

use super::divided;
use super::numbers;
use crate::language::chars::{
    digit, is_apostrophe, is_hyphen, is_ignorable, is_mark, is_unspaced, is_word,
};

/// Where a run that begins at `start` ends: letters, digits, and joiners between them.
pub(super) fn run_end(text: &str, start: usize, end: usize) -> usize {
    let number = numbers::is_number(&text[start..end]);
    let (mut stop, mut before) = (start, None);
    let mut chars = text[start..end].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        if is_word(c) {
            // Ideographs are written together with figures and names: 総面積11.61平方.
            if before.is_some_and(|before| parts_script(before, c)) {
                break;
            }
            if !is_mark(c) {
                before = Some(c);
            }
        } else if before.is_some_and(divided::may_be)
            && let Some(second) = divided::second_half(&text[..end], start + offset)
        {
            while chars.next_if(|&(at, _)| start + at < second).is_some() {}
            stop = second;
            continue;
        } else if !is_ignorable(c) {
            let (Some(before), Some(&(_, next))) = (before, chars.peek()) else {
                break;
            };
            let run = &text[start..stop];
            if !is_word(next)
                || parts_script(before, next)
                || !joins(before, c, next, number) && !joins_code(run, c, next)
            {
                break;
            }
        }
        stop = start + offset + c.len_utf8();
    }
    stop
}

/// Whether one of two letters or digits is of a script without spaces between words, and the other is not.
fn parts_script(before: char, next: char) -> bool {
    !(before.is_ascii() && next.is_ascii())
        && is_unspaced(before) != is_unspaced(next)
        && !is_mark(next)
}

/// Whether `c` between two letters or digits makes one token of them.
fn joins(before: char, c: char, next: char, number: bool) -> bool {
    let digits = digit(before).is_some() && digit(next).is_some();
    match c {
        '_' | '·' | '‧' => true,
        '&' => before.is_uppercase() && next.is_uppercase(),
        '.' | ',' | ':' | '/' => number && digits,
        _ if is_hyphen(c) => !digits,
        // 1’000 is a number, 5′30 an angle.
        _ => is_apostrophe(c) && (!digits || matches!(c, '\'' | '’')),
    }
}

/// Whether `c` joins the digit `next` to a code: `v2.0`, `HTML5.1`, `II.3`.
fn joins_code(run: &str, c: char, next: char) -> bool {
    // No code is longer; it also bounds the cost of looking back.
    const LONGEST: usize = 24;
    let capitals = || run.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    c == '.'
        && next.is_ascii_digit()
        && run.len() <= LONGEST
        && (run.ends_with(|c: char| c.is_ascii_digit()) || capitals())
}

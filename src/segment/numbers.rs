//! Numbers: what is one, thousands grouped by a space, ordinals with a point.

use std::ops::Range;

use super::rules::Rules;
use crate::language::chars::{digit, is_ignorable};

/// Whether a run begins with a digit: `1972`, `1er`, `20h30`.
pub(super) fn is_number(run: &str) -> bool {
    run.chars()
        .find(|&c| !is_ignorable(c))
        .is_some_and(|c| digit(c).is_some())
}

/// Whether the number `before` goes on in `after`, which begins with what stands between them: `1 500`, `12 500,75`.
pub(super) fn continues(before: &str, after: &str) -> bool {
    let mut rest = after.chars();
    let space = matches!(rest.next(), Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'));
    let group = rest.as_str();
    let digits = group.bytes().take_while(u8::is_ascii_digit).count();
    let decimals = group[digits..].strip_prefix([',', '.']);
    let whole_group = digits == 3
        && match decimals {
            Some(d) => !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()),
            None => group.len() == digits,
        };
    space && whole_group && is_grouped(before)
}

/// Whether a number can still grow: a first group of one to three digits, then groups of three.
fn is_grouped(number: &str) -> bool {
    // The longest number that people group; it also bounds the cost of looking back.
    const LONGEST: usize = 60;
    if number.len() > LONGEST || number.starts_with('0') {
        return false;
    }
    let mut groups = number.split(char::is_whitespace);
    let digits = |g: &str| g.bytes().all(|b| b.is_ascii_digit());
    groups
        .next()
        .is_some_and(|g| (1..=3).contains(&g.len()) && digits(g))
        && groups.all(|g| g.len() == 3 && digits(g))
}

/// The length in bytes of a point and the raised letter behind it, with which Portuguese and Spanish shorten words: `1.º`,
/// `n.º`, `Dr.ª`; 0 when `text` does not begin with them.
pub(super) fn raised_letter(text: &str) -> usize {
    [".º", ".ª"]
        .iter()
        .find(|raised| text.starts_with(**raised))
        .map_or(0, |raised| raised.len())
}

/// Whether the digits of `text[run]` and the point after them are an ordinal: `3. Oktober`, `am 2. und 3.`.
pub(super) fn is_ordinal(text: &str, run: Range<usize>, rules: &Rules) -> bool {
    // Longer numbers are years, which end sentences.
    const LONGEST: usize = 2;
    let digits = &text[run.clone()];
    if digits.len() > LONGEST || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let Some(rest) = text[run.end..].strip_prefix('.') else {
        return false;
    };
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = rest.trim_start();
    let word = &next[..next
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(next.len())];
    word.starts_with(char::is_lowercase) || rules.abbreviations.after_ordinal.contains(word)
}

/// Whether `word` is a Roman number in capitals, as they number chapters and kings (up to 399).
pub(super) fn is_roman(word: &str) -> bool {
    let hundreds = roman_digit(word, b'C', 0, 0);
    let tens = roman_digit(hundreds, b'X', b'L', b'C');
    let rest = roman_digit(tens, b'I', b'V', b'X');
    !word.is_empty() && rest.is_empty()
}

/// `rest` without the Roman digit at its head, whose signs for one, five and ten are given (0: none).
fn roman_digit(rest: &str, one: u8, five: u8, ten: u8) -> &str {
    let bytes = rest.as_bytes();
    let at = |i: usize, sign: u8| sign != 0 && bytes.get(i) == Some(&sign);
    if at(0, one) && (at(1, five) || at(1, ten)) {
        return &rest[2..];
    }
    let start = usize::from(at(0, five));
    let ones = (start..start + 3).take_while(|&i| at(i, one)).count();
    &rest[start + ones..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_by_one_space() {
        for (before, after) in [
            ("1", " 500"),
            ("12", "\u{202f}500"),
            ("1 500", "\u{a0}000"),
            ("1", " 500,75"),
            ("999", "\u{2009}999.5"),
        ] {
            assert!(continues(before, after), "{before}{after}");
        }
        for (before, after) in [
            ("2020", " 500"),
            ("1", "  500"),
            ("1", " 50"),
            ("1", " 5000"),
            ("1", "\n500"),
            ("09", " 500"),
            ("1,5", " 500"),
            ("1", " 500e"),
            ("1", " 500,"),
        ] {
            assert!(!continues(before, after), "{before}{after}");
        }
    }

    #[test]
    fn roman_numbers() {
        for word in ["I", "IV", "IX", "XIV", "XL", "XC", "CCC", "LXXXVIII"] {
            assert!(is_roman(word), "{word}");
        }
        for word in ["", "IIII", "VX", "CIVIL", "DIX", "Iv", "MI", "IC"] {
            assert!(!is_roman(word), "{word}");
        }
    }
}

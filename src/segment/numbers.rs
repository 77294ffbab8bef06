//! Numbers: what is one, thousands grouped by a space, ordinals with a point.

use std::ops::Range;

use super::rules::Rules;
use crate::language::chars::{
    digit, is_apostrophe, is_hyphen, is_ignorable, is_quote, is_raised_figure, is_sign,
    is_unspaced, is_word, opens_bracket, opens_number,
};

/// Whether a run begins with a digit, or the sign for a part of one: `1972`, `1er`, `20h30`, `½`.
pub(super) fn is_number(run: &str) -> bool {
    run.chars()
        .find(|&c| !is_ignorable(c))
        .is_some_and(opens_number)
}

/// The length of the sign at the head of `text[range]` that belongs to the number behind it: `−5`, `+3`; 0 where there is
/// none. A hyphen or a dash behind a number makes a range, or takes away; at the head of a line (`first`: of the paragraph)
/// it begins an item or a speech, but before a temperature or a percentage.
pub(super) fn sign(text: &str, range: Range<usize>, first: bool) -> usize {
    let rest = &text[range.clone()];
    let Some(sign) = rest.chars().next().filter(|&c| is_sign(c)) else {
        return 0;
    };
    let number = &rest[sign.len_utf8()..];
    if !number.starts_with(|c| digit(c).is_some()) {
        return 0;
    }
    let before = &text[..range.start];
    let previous = before.trim_end();
    let gap = &before[previous.len()..];
    let free = !gap.is_empty()
        || previous.chars().next_back().is_none_or(|c| {
            opens_bracket(c)
                || is_quote(c)
                || matches!(c, '=' | '<' | '>' | '≤' | '≥' | '^')
                || is_unspaced(c)
        });
    let behind_number = previous.ends_with(|c: char| c.is_ascii_digit()) && !gap.contains('\n');
    let dash = !matches!(sign, '−' | '+');
    let measured = || {
        let behind = text[range.start + sign.len_utf8()..]
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        behind.trim_start().starts_with(['°', '%', 'º', '℃', '度'])
    };
    // Where words have no spaces between them a dash joins: 3月-4月.
    let opens_line =
        first || gap.contains('\n') || gap.is_empty() && previous.ends_with(is_unspaced);
    if free && !behind_number && !(dash && opens_line && !measured()) {
        sign.len_utf8()
    } else {
        0
    }
}

/// Where a number with a minus begins that stands without a space behind a function word: `à-2,5`.
pub(super) fn signed(run: &str, rules: &Rules) -> Option<usize> {
    let hyphen = run.find(is_hyphen)?;
    let after = run[hyphen..].chars().nth(1)?;
    let word = run[..hyphen].rsplit(is_apostrophe).next()?;
    (after.is_ascii_digit() && word.starts_with(char::is_lowercase) && rules.is_function(word))
        .then_some(hyphen)
}

/// Where raised figures begin at the end of a run that call a note: `meunier¹`. Behind a unit (`km²`) and behind letters
/// that make no word (`x²`) they are exponents.
pub(super) fn note_call(run: &str, rules: &Rules) -> Option<usize> {
    // Abbreviated units have fewer letters, and are no function words.
    const WORD: usize = 3;
    if !run.ends_with(is_raised_figure) {
        return None;
    }
    let body = run.trim_end_matches(is_raised_figure);
    let word = body.rsplit(is_apostrophe).next().unwrap_or(body);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_word = word.chars().all(|c| c.is_alphabetic() || is_hyphen(c))
        && (letters >= WORD && word != "dam" || letters > 1 && rules.is_function(word));
    (body.is_empty() || is_word).then_some(body.len())
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
    let unsigned = number.trim_start_matches(is_sign);
    // Of a fraction (`1/10 000`) what is below the line can grow.
    let below = unsigned.rsplit('/').next().unwrap_or(unsigned);
    let mut groups = below.split(char::is_whitespace);
    let digits = |g: &str| g.bytes().all(|b| b.is_ascii_digit());
    groups
        .next()
        .is_some_and(|g| (1..=3).contains(&g.len()) && digits(g))
        && groups.all(|g| g.len() == 3 && digits(g))
}

/// The length in bytes of a point and the raised letter behind it, with which Portuguese and Spanish shorten words: `1.º`,
/// `n.º`, `Dr.ª`; 0 when `text` does not begin with them.
pub(super) fn raised_letter(text: &str) -> usize {
    [".º", ".ª", ".°"]
        .iter()
        .find(|raised| text.starts_with(**raised))
        .map_or(0, |raised| raised.len())
}

/// Whether the digits of `text[run]` and the point after them are an ordinal: `3. Oktober`, `am 2. und 3.`, `der 44.
/// Präsident`, `1. 4. 2020`, `1.-3. Klasse`.
pub(super) fn is_ordinal(text: &str, run: Range<usize>, rules: &Rules) -> bool {
    // Longer numbers are years, which end sentences.
    const LONGEST: usize = 3;
    let digits = &text[run.clone()];
    if digits.len() > LONGEST || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let Some(rest) = text[run.end..].strip_prefix('.') else {
        return false;
    };
    let next = rest.trim_start();
    let spaced = next.len() < rest.len();
    let word = &next[..next
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(next.len())];
    let listed = &rules.abbreviations;
    let before = last_word(text[..run.start].trim_end());
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && digits < LONGEST && text[digits..].starts_with('.')
    };
    // `3. 4. 2020`
    let year = || {
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        let month = text[..run.start].trim_end().strip_suffix('.');
        matches!(digits, 2 | 4) && month.is_some_and(|m| m.ends_with(|c: char| c.is_ascii_digit()))
    };
    let range = next
        .strip_prefix(['-', '–'])
        .is_some_and(|to| number(to.trim_start()));
    range
        || spaced
            && (word.starts_with(char::is_lowercase)
                || number(next)
                || year()
                || listed.after_ordinal.contains(word)
                || word.starts_with(char::is_uppercase)
                    && !rules.begins_sentence(word)
                    && listed.before_ordinal.contains(before))
}

/// The letters at the end of `text`.
pub(super) fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev();
    let start = start.take_while(|(_, c)| is_word(*c)).last();
    start.map_or("", |(i, _)| &text[i..])
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
    use crate::witness::Language;

    #[test]
    fn signs_belong_to_numbers() {
        for (before, sign) in [
            ("il faisait ", "−"),
            ("il faisait ", "-"),
            ("entre ", "–"),
            ("(", "+"),
            ("", "−"),
            ("0 à ", "‑"),
        ] {
            let text = format!("{before}{sign}5 degrés");
            let at = before.len()..text.len();
            assert_eq!(sign_of(&text, at), sign.len(), "{text}");
        }
        for (before, rest) in [
            ("1914 ", "-1918"),
            ("1914", "-1918"),
            ("", "-5 œufs"),
            ("du sel\n", "-5 œufs"),
            ("mot", "-5"),
            ("il ", "- 5"),
            ("il ", "—5"),
            ("il ", "-x"),
        ] {
            let text = format!("{before}{rest}");
            assert_eq!(sign_of(&text, before.len()..text.len()), 0, "{text}");
        }
        assert_eq!(sign_of("-5 °C", 0..6), 1);
    }

    fn sign_of(text: &str, range: Range<usize>) -> usize {
        let first = range.start == 0;
        sign(text, range, first)
    }

    #[test]
    fn calls_of_notes() {
        let rules = Rules::of(Language::FRENCH);
        for (run, at) in [("meunier¹", 7), ("le²", 2), ("l’eau¹²", 7), ("⁴", 0)] {
            assert_eq!(note_call(run, &rules), Some(at), "{run}");
        }
        for run in ["m²", "km³", "x²", "dam²", "CO₂²", "mot", "10²"] {
            assert_eq!(note_call(run, &rules), None, "{run}");
        }
    }

    #[test]
    fn thousands_are_grouped_by_one_space() {
        for (before, after) in [
            ("1", " 500"),
            ("12", "\u{202f}500"),
            ("1 500", "\u{a0}000"),
            ("1", " 500,75"),
            ("999", "\u{2009}999.5"),
            ("1/10", " 000"),
            ("−1", " 500"),
            ("+12", " 000"),
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

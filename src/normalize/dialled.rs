//! Numbers that are dialled, compared by their digits however these are grouped: `01 42 68 53 00`, `01.42.68.53.00`,
//! `+33 1 42 68 53 00`.

use super::tokens::Tokens;
use crate::witness::TokenKind;

/// Digits of such a number.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
/// Digits of a group, at most, where the code of a country does not say what it is; and of one that a point parts from
/// others, which may be a decimal one.
const GROUP: usize = 8;
const POINTED: usize = 4;

/// The digits of the number that begins at a place, and where it ends. With the code of a country they begin with +; else the
/// 0 that stands in its place is left out.
pub(super) fn at(said: &impl Tokens, from: usize) -> Option<(String, usize)> {
    let mark =
        |at: usize| at < said.len() && matches!(said.text(at), "-" | "." | "/" | "(" | ")" | "‑");
    let mut digits = String::new();
    let (mut to, mut groups) = (from, Vec::new());
    let is_number = |at: usize| at < said.len() && said.kind(at) == TokenKind::Number;
    let mut at = from;
    while is_number(at) || at > from && mark(at) {
        if is_number(at) {
            let text = said.text(at);
            let plain = |c: char| c.is_ascii_digit() || ".-/+ \u{a0}\u{202f}‑".contains(c);
            if !text.chars().all(plain) || at > from && text.contains('+') {
                break;
            }
            // +33 (0)1 42
            let left_out = text == "0" && digits.starts_with('+') && said.lower(at - 1) == "(";
            if !left_out {
                let parts = text.split(['.', '-', '/', '‑']);
                let count = |part: &str| part.chars().filter(char::is_ascii_digit).count();
                let parts: Vec<usize> = parts.map(count).collect();
                if text.contains('.') && parts.iter().any(|&digits| digits > POINTED) {
                    return None;
                }
                groups.extend(parts);
                digits.extend(text.chars().filter(|&c| c.is_ascii_digit() || c == '+'));
            }
            to = at + 1;
        }
        at += 1;
    }
    let opened = from.checked_sub(1).is_some_and(|at| said.text(at) == "+");
    if opened {
        digits.insert(0, '+');
    }
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let parted = groups.len() > 1;
    let national = digits.starts_with('0') || groups == [3, 3, 4];
    let known = digits.starts_with('+') || national;
    if !known
        || !DIGITS.contains(&count)
        || parted
            && groups
                .iter()
                .any(|&n| n > GROUP && !digits.starts_with('+'))
    {
        return None;
    }
    let digits = match digits.strip_prefix("00") {
        Some(abroad) => format!("+{abroad}"),
        None => digits.strip_prefix('0').unwrap_or(&digits).to_owned(),
    };
    Some((digits, to))
}

/// Whether two such numbers are one: the code of a country may be left out.
pub(super) fn same(a: &str, b: &str) -> bool {
    /// Digits of such a code, at most.
    const CODE: usize = 3;
    let abroad = |long: &str, short: &str| {
        let digits = long.strip_prefix('+');
        digits.is_some_and(|digits| {
            !short.starts_with('+')
                && digits.ends_with(short)
                && (1..=CODE).contains(&(digits.len() - short.len()))
        })
    };
    a == b || abroad(a, b) || abroad(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_country_may_be_left_out() {
        for (a, b, one) in [
            ("142685300", "142685300", true),
            ("142685300", "+33142685300", true),
            ("142685300", "142685301", false),
            ("+33142685300", "+32142685300", false),
            ("", "+33", true),
            ("142685300", "", false),
        ] {
            assert_eq!(same(a, b), one, "{a} {b}");
            assert_eq!(same(b, a), one, "{b} {a}");
        }
    }
}

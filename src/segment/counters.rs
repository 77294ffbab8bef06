//! What counts sentences and the items of a list: `1.`, `IV.`, `a)`, bullets.

use super::abbreviations::is_letter;
use super::numbers::is_roman;

/// Numbers that go on counting behind another: `Art. 1er bis.`
const REPEATING: [&str; 6] = ["bis", "ter", "quater", "quinquies", "sexies", "septies"];

/// Whether `token` may count: a number, with letters behind it at most (`1er`), a Roman number, a letter.
pub(super) fn is_counter(token: &str) -> bool {
    let digits = token.trim_end_matches(char::is_alphabetic);
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    number || is_letter(token) || is_roman(token)
}

/// Whether `token` repeats the counter before it.
pub(super) fn repeats(token: &str) -> bool {
    REPEATING.contains(&token)
}

/// Whether an enumeration begins with the counter `token`.
pub(super) fn begins(token: &str) -> bool {
    matches!(token, "1" | "I" | "i" | "a" | "A")
}

/// Whether `token` counts on behind `previous`: 2 behind 1, b behind a, IV behind III.
pub(super) fn follows(previous: &str, token: &str) -> bool {
    [number, letter, roman]
        .iter()
        .any(|value| matches!((value(previous), value(token)), (Some(p), Some(t)) if t == p + 1))
}

fn number(token: &str) -> Option<u32> {
    // The longest enumeration that counts.
    const MOST_DIGITS: usize = 3;
    (token.len() <= MOST_DIGITS).then(|| token.parse().ok())?
}

/// Small letters and capitals apart.
fn letter(token: &str) -> Option<u32> {
    let only = is_letter(token).then(|| token.chars().next())?;
    only.filter(char::is_ascii_alphabetic).map(u32::from)
}

/// The value of a Roman number, in either case.
pub(super) fn roman(token: &str) -> Option<u32> {
    // `lxxxviii`
    const LONGEST: usize = 8;
    let capitals = token.to_ascii_uppercase();
    if token.len() > LONGEST || !is_roman(&capitals) {
        return None;
    }
    let value = |sign: u8| match sign {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        _ => 100,
    };
    let values: Vec<u32> = capitals.bytes().map(value).collect();
    let below = |&(i, v): &(usize, &u32)| values.get(i + 1).is_some_and(|next| next > v);
    let (taken, added): (Vec<_>, Vec<_>) = values.iter().enumerate().partition(below);
    let sum = |some: Vec<(usize, &u32)>| some.into_iter().map(|(_, v)| v).sum::<u32>();
    Some(sum(added) - sum(taken))
}

/// Whether a mark begins each item of a list, and nothing else.
pub(super) fn is_bullet(mark: &str) -> bool {
    matches!(mark, "•" | "◦" | "▪" | "‣" | "⁃")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts() {
        for token in ["1", "12", "1er", "3bis", "1.2", "IV", "a", "B"] {
            assert!(is_counter(token), "{token}");
        }
        for token in ["", "19h15", "mot", "1,5", "12:30", "ab"] {
            assert!(!is_counter(token), "{token}");
        }
    }

    #[test]
    fn what_follows() {
        for (previous, token) in [
            ("1", "2"),
            ("9", "10"),
            ("a", "b"),
            ("iii", "iv"),
            ("VIII", "IX"),
            ("I", "II"),
        ] {
            assert!(follows(previous, token), "{previous} {token}");
        }
        for (previous, token) in [
            ("1", "3"),
            ("2", "1"),
            ("a", "B"),
            ("1", "b"),
            ("1999", "2000"),
            ("z", "a"),
        ] {
            assert!(!follows(previous, token), "{previous} {token}");
        }
    }
}

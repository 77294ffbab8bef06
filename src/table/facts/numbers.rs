//! Numbers and dates in the tokens of a unit.

use crate::witness::{TokenKind, Witness};

use super::FactKind;
use super::mentions::Mention;
use super::words::Lists;

/// A number as it is said.
struct Number {
    value: String,
    tokens: Vec<u32>,
}

/// Adds the numbers and dates of `tokens`, which are neighbours and stand in `lower` in lower case.
pub(super) fn find(
    witness: &Witness,
    words: &Lists,
    tokens: &[u32],
    lower: &[String],
    found: &mut Vec<Mention>,
) {
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match number(witness, words, &tokens[at..], &lower[at..]) {
            Some((value, length)) => {
                numbers.push(Number {
                    value,
                    tokens: tokens[at..at + length].to_vec(),
                });
                at += length;
            }
            None => at += 1,
        }
    }
    for (&token, lower) in tokens.iter().zip(lower) {
        if let Some(day) = words.weekday(witness.token_text(token), lower) {
            found.push(Mention {
                kind: FactKind::Date,
                value: format!("weekday {day}"),
                tokens: vec![token],
                weak: false,
            });
        }
    }
    let mut in_date = vec![false; numbers.len()];
    for (at, &token) in tokens.iter().enumerate() {
        let Some(month) = words.month(witness.token_text(token), &lower[at]) else {
            continue;
        };
        // A day before, a day or a year after; a comma may part them (May 25, 1972).
        let mut parts: Vec<usize> = Vec::new();
        let before = numbers
            .iter()
            .position(|n| n.tokens.last() == token.checked_sub(1).as_ref());
        parts.extend(before);
        let mut next = at + 1;
        while parts.len() < 3 {
            if parts.len() > usize::from(before.is_some())
                && tokens
                    .get(next)
                    .is_some_and(|&t| witness.token_text(t) == ",")
            {
                next += 1;
            }
            let Some(n) = tokens
                .get(next)
                .and_then(|t| numbers.iter().position(|n| n.tokens.first() == Some(t)))
            else {
                break;
            };
            next += numbers[n].tokens.len();
            parts.push(n);
        }
        if parts.is_empty() && words.doubtful_months.contains(lower[at].as_str()) {
            continue;
        }
        let mut said: Vec<u32> = parts
            .iter()
            .flat_map(|&n| numbers[n].tokens.clone())
            .collect();
        said.push(token);
        said.sort_unstable();
        let values: Vec<&str> = parts.iter().map(|&n| numbers[n].value.as_str()).collect();
        found.push(Mention {
            kind: FactKind::Date,
            value: format!("{month} {}", values.join(" ")),
            tokens: said,
            weak: false,
        });
        for n in parts {
            in_date[n] = true;
        }
    }
    // An ordinal excuses its number: three o’clock, the third hour.
    for (&token, text) in tokens.iter().zip(lower) {
        let number = words
            .ordinals
            .iter()
            .filter_map(|ending| text.strip_suffix(ending))
            .find_map(|stem| {
                let whole = words.number(stem);
                whole.or_else(|| words.number(&format!("{stem}e")))
            });
        if let Some(number) = number {
            found.push(Mention {
                kind: FactKind::Number,
                value: number.value.to_string(),
                tokens: vec![token],
                weak: true,
            });
        }
    }
    let alone = numbers.into_iter().zip(in_date).filter(|(_, dated)| !dated);
    found.extend(alone.map(|(number, _)| Mention {
        kind: FactKind::Number,
        value: number.value,
        tokens: number.tokens,
        weak: false,
    }));
}

/// The number that `tokens` begin with: its value, and how many tokens say it.
fn number(
    witness: &Witness,
    words: &Lists,
    tokens: &[u32],
    lower: &[String],
) -> Option<(String, usize)> {
    let text = |t: u32| witness.token_text(t);
    let &first = tokens.first()?;
    if witness.tokens[first as usize].kind == TokenKind::Number || is_ordinal(text(first)) {
        return Some((figures(text(first)), 1));
    }
    if let Some(value) = roman(text(first)) {
        return Some((value.to_string(), 1));
    }
    let mut sum = Sum::default();
    // `neuf cents` is 900, `un million` a million, though neither `neuf` nor `un` tells a number by itself.
    let multiplied = lower.get(1).is_some_and(|next| {
        let first_part = next.split('-').next().unwrap_or(next);
        words.number(first_part).is_some_and(|n| n.value >= 100)
    });
    let (mut length, mut taken) = (0, 0);
    let mut compound = false;
    for (&token, word) in tokens.iter().zip(lower) {
        if witness.tokens[token as usize].kind != TokenKind::Word {
            break;
        }
        let mut sum_here = sum;
        let mut parts = word.split('-').filter(|p| !p.is_empty()).peekable();
        let mut fits = parts.peek().is_some();
        for part in parts {
            match words.number(part) {
                Some(number) => {
                    fits &= (taken > 0 || multiplied || !number.inside_only)
                        && sum_here.add(number.value);
                    taken += usize::from(fits);
                }
                None => fits &= taken > 0 && part == words.and,
            }
        }
        if fits {
            length += 1;
            sum = sum_here;
            compound = false;
        } else if taken > 0 && word == words.and && !compound {
            // Counts only when a number follows.
            length += 1;
            compound = true;
        } else {
            break;
        }
    }
    if compound {
        length -= 1;
    }
    (taken > 0 && length > 0).then(|| (sum.total().to_string(), length))
}

/// The words of a number added up.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    /// Thousands and millions that are complete.
    done: u64,
    /// What is below them.
    open: u64,
}

impl Sum {
    /// Adds the next word; false when it cannot belong to the same number.
    fn add(&mut self, value: u64) -> bool {
        let below = self.open % 100;
        match value {
            0..20 if below == 0 || below >= 20 && below.is_multiple_of(10) => self.open += value,
            // quatre-vingt
            20 if below == 4 => self.open += 76,
            20..100 if below == 0 => self.open += value,
            100 if below < 10 && self.open < 10 => self.open = self.open.max(1) * 100,
            1000.. if self.done == 0 || self.done.is_multiple_of(value * 1000) => {
                self.done += self.open.max(1) * value;
                self.open = 0;
            }
            _ => return false,
        }
        true
    }

    fn total(self) -> u64 {
        self.done + self.open
    }
}

/// Figures without what parts thousands; a decimal comma is a point. Letters after them (1er, 19e) do not count.
fn figures(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-' | ':'))
        .collect();
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let thousands = groups.len() > 1
        && !groups[0].is_empty()
        && groups[0].len() <= 3
        && groups[1..].iter().all(|g| g.len() == 3);
    let joined = if thousands {
        groups.concat()
    } else {
        text.replace(',', ".")
    };
    joined.trim_end_matches(['.', '-', ':', '/']).to_owned()
}

/// Whether a word is figures with the ending of an ordinal: 1er, 19e, 21st.
fn is_ordinal(text: &str) -> bool {
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < text.len() && letters.len() <= 4 && letters.chars().all(char::is_alphabetic)
}

/// The value of a Roman numeral of at least two capitals, of I, V, X and L.
fn roman(text: &str) -> Option<i64> {
    if text.len() < 2 || !text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) {
        return None;
    }
    let digit = |c: char| match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        _ => 50,
    };
    let digits: Vec<i64> = text.chars().map(digit).collect();
    // A digit before a greater one is taken off.
    let signed = digits.iter().enumerate().map(|(n, &d)| {
        let less = digits.get(n + 1).is_some_and(|&next| next > d);
        if less { -d } else { d }
    });
    Some(signed.sum())
}

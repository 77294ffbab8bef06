//! A number in a text, with what belongs to it: `12`, `1er`, `5 bis`, `12-15`, `IV`, `premier`.

use super::place::is_space;
use crate::language::chars::{digit, is_dash, is_hyphen};
use crate::segment::counters::{repeats, roman};
use crate::segment::rules::Rules;

/// The widest range of passages under one number: `12-15`.
const WIDEST: u32 = 20;

/// A number at the head of a text.
#[derive(Debug)]
pub(super) struct Number {
    /// In bytes.
    pub(super) length: usize,
    pub(super) value: u32,
    /// Of a range its last number, else its own.
    pub(super) last: u32,
    /// What distinguishes it from others of its value: ` bis`, `a`.
    pub(super) suffix: String,
}

/// What may belong to a number, beside its figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kin {
    /// Endings of ordinals; the number may be in letters.
    pub(super) worded: bool,
    /// Words behind it: `5 bis`.
    pub(super) repeats: bool,
    /// Whether a further number behind a hyphen is one more part of it, and not the end of a range.
    pub(super) parts: bool,
}

impl Number {
    fn of(length: usize, value: u32) -> Self {
        Self {
            length,
            value,
            last: value,
            suffix: String::new(),
        }
    }

    /// The figures at the head of `rest`, if they are no more than `most`; `raised` ones, or those on the line.
    pub(super) fn figures(rest: &str, raised: bool, most: usize) -> Option<Self> {
        // More make no number of 32 bits.
        const MOST: usize = 9;
        let value = |c: char| match raised {
            true => "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c).map(|d| d as u32),
            false => digit(c).map(u32::from),
        };
        let figures = rest
            .chars()
            .take_while(|&c| value(c).is_some())
            .take(MOST + 1);
        let (count, length) = figures.fold((0, 0), |(n, bytes), c| (n + 1, bytes + c.len_utf8()));
        let number = || rest.chars().map_while(value).fold(0, |n, d| 10 * n + d);
        (1..=most.min(MOST))
            .contains(&count)
            .then(|| Self::of(length, number()))
    }

    /// The number in letters at the head of `rest`.
    pub(super) fn letters(rest: &str, rules: &Rules) -> Option<Self> {
        let word = word(rest);
        let behind = &rest[word.len()..];
        let small = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let capitals = &word[..word.len() - small.len()];
        // Ier
        let roman = roman(capitals).filter(|_| small.chars().count() <= 3);
        let spelled = || {
            let numbers = &rules.profile.facts().numbers;
            let lower = word.to_lowercase();
            let part = numbers.ordinal(&lower).or_else(|| numbers.number(&lower))?;
            u32::try_from(part.value).ok()
        };
        // The letter of a code: L. 121-1
        let shortened = behind.strip_prefix('.').map(str::trim_start);
        let of_code = shortened.is_some_and(|rest| rest.starts_with(|c| digit(c).is_some()));
        let value = roman.or_else(spelled).filter(|_| !of_code)?;
        Some(Self::of(word.len(), value))
    }

    /// The number with what belongs to it in `rest`, at whose head it stands; nothing where it is part of something else.
    pub(super) fn whole(mut self, rest: &str, kin: Kin) -> Option<Self> {
        let behind = &rest[self.length..];
        let small = |c: char| c.is_lowercase() || matches!(c, 'º' | '°');
        let ending = &behind[..behind.len() - behind.trim_start_matches(small).len()];
        match ending.chars().count() {
            0 => {}
            1 if ending.is_ascii() => self.suffix.push_str(ending),
            // An ordinal says the same number.
            1..=3 if kin.worded => {}
            _ => return None,
        }
        self.length += ending.len();
        let behind = &rest[self.length..];
        let further = behind.trim_start_matches(is_space);
        let word = word(further);
        if kin.repeats && repeats(word) {
            self.suffix.push(' ');
            self.suffix.push_str(word);
            self.length += behind.len() - further.len() + word.len();
        }
        self.with_range(rest, kin)
    }

    fn with_range(mut self, rest: &str, kin: Kin) -> Option<Self> {
        let behind = &rest[self.length..];
        let figures = behind.strip_prefix(|c| is_hyphen(c) || is_dash(c));
        let Some(figures) = figures.filter(|rest| rest.starts_with(|c| digit(c).is_some())) else {
            return Some(self);
        };
        let last = Self::figures(figures, false, usize::MAX)?;
        if kin.parts {
            self.suffix.push_str(&format!("-{}", last.value));
        } else if last.value > self.value && last.value - self.value <= WIDEST {
            self.last = last.value;
        } else {
            return None;
        }
        self.length += behind.len() - figures.len() + last.length;
        Some(self)
    }
}

/// The letters at the head of a text.
fn word(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(char::is_alphabetic).len()]
}

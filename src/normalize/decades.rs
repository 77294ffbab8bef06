//! Ten years, as texts name them.

use std::ops::Range;

use super::clock::{beginning, whole};
use super::number::Number;
use super::numbers::last_part;
use super::says::Says;
use super::tokens::Tokens;
use crate::language::chars::is_apostrophe;

/// The ten years that a number names: `années 60`, `1960s`, `sixties`, `60er Jahre`.
pub(super) fn in_figures(
    said: &impl Tokens,
    numbers: &[Number],
    n: usize,
) -> Option<(Says, Range<usize>)> {
    let words = said.words();
    let clock = &words.clock;
    let number = &numbers[n];
    let before = |at: usize| {
        let word = |at: Option<usize>| at.map_or("", |at| said.lower(at));
        let (last, first) = (word(at.checked_sub(1)), word(at.checked_sub(2)));
        // anni ’30
        let word = if last.chars().all(is_apostrophe) {
            first
        } else {
            last
        };
        clock.before_decade.contains(&word)
    };
    let lower = said.lower(number.from);
    let figures = lower.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = &lower[figures.len()..];
    let years = if !ending.is_empty() && clock.decade_endings.contains(&ending) {
        figures.parse().ok()?
    } else {
        // `les années 60 et 70`
        let first = before(number.from)
            || n > 0 && number.from == numbers[n - 1].to + 1 && before(numbers[n - 1].from);
        whole(number, 10, 2990).filter(|_| first)?
    };
    let told = ten_years(years)?;
    let to = number.to + said.phrase(number.to, &clock.behind_decade);
    Some((told, number.from..to))
}

/// The ten years that a word names: `sixties`, `nineteen-sixties`. The numbers that belong to it become taken.
pub(super) fn in_words(
    said: &impl Tokens,
    numbers: &[Number],
    at: usize,
    taken: &mut [bool],
) -> Option<(Says, Range<usize>)> {
    /// Years have been counted in so many hundreds.
    const CENTURIES: (u64, u64) = (10, 20);
    let words = said.words();
    let lower = said.lower(at);
    let tens = words.clock.decade(last_part(lower))?;
    let glued = lower.rsplit_once('-');
    let glued = glued.and_then(|(head, _)| words.numbers.number(head).map(|n| n.value));
    let before = numbers.iter().position(|n| n.to == at);
    let apart = before.and_then(|n| whole(&numbers[n], CENTURIES.0, CENTURIES.1));
    let mut place = at..at + 1;
    if let (None, Some(_), Some(n)) = (glued, apart, before) {
        taken[n] = true;
        place.start = numbers[n].from;
    }
    if let Some(n) = beginning(numbers, at) {
        taken[n] = true;
    }
    place.end += said.phrase(place.end, &words.clock.behind_decade);
    let century = glued.or(apart);
    Some((Says::Decade { tens, century }, place))
}

/// Ten years by the first of them, with or without its century.
fn ten_years(years: u64) -> Option<Says> {
    let century = (years >= 1000).then_some(years / 100);
    (years.is_multiple_of(10) && (years < 100 || century.is_some())).then_some(Says::Decade {
        tens: years % 100,
        century,
    })
}

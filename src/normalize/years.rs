//! Numbers that are told by what stands around them: years in two figures, articles of a rate, the numbers of versions.

use smallvec::SmallVec;

use super::amount::Amount;
use super::clock::whole;
use super::number::Number;
use super::says::Quantity;
use super::tokens::Tokens;
use super::units;
use crate::language::chars::is_apostrophe;
use crate::witness::TokenKind;

/// Years of which the last two figures may be told alone.
const CENTURY: u64 = 100;
const YEARS: (u64, u64) = (1000, 2999);

/// The years that two figures may say: `1914-18`, `’68`, `en 68`, `14-18`.
pub(super) fn told(said: &impl Tokens, numbers: &[Number], n: usize) -> SmallVec<[u64; 2]> {
    let at = numbers[n].from;
    let Some(short) = two_figures(said, at) else {
        return SmallVec::new();
    };
    let before = at.checked_sub(1);
    if before.is_some_and(|at| is_dash(said, at)) {
        let first = n.checked_sub(1).map(|n| &numbers[n]);
        let first = first.filter(|first| first.to + 1 == at);
        let from = first.and_then(|first| whole(first, YEARS.0, YEARS.1));
        if let Some(from) = from {
            let year = from / CENTURY * CENTURY + short;
            return [year].into_iter().filter(|year| *year > from).collect();
        }
    }
    let dashed =
        |dash: usize, other: usize| is_dash(said, dash) && two_figures(said, other).is_some();
    let in_span = at >= 2 && dashed(at - 1, at - 2) || dashed(at + 1, at + 2);
    let follows = before.is_some_and(|at| {
        let word = said.lower(at);
        word.chars().all(is_apostrophe) || said.words().clock.before_year.contains(&word)
    });
    match in_span || follows {
        true => [1900 + short, 2000 + short].into_iter().collect(),
        false => SmallVec::new(),
    }
}

/// The number of a token of two figures.
fn two_figures(said: &impl Tokens, at: usize) -> Option<u64> {
    if at >= said.len() {
        return None;
    }
    let text = said.text(at);
    let figures = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| figures)
}

fn is_dash(said: &impl Tokens, at: usize) -> bool {
    at < said.len() && matches!(said.text(at), "-" | "‑" | "‐" | "–" | "—")
}

/// Two years that follow each other and have one name, by the place of their number: `2020/21`, `2020-2021`, 2020–21; with where
/// it ends.
pub(super) fn season(
    said: &impl Tokens,
    numbers: &[Number],
    n: usize,
) -> Option<([u64; 2], usize)> {
    let at = numbers[n].from;
    let pair = |first: &str, second: &str| {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if first.len() != 4 || ![2, 4].contains(&second.len()) || !digits(first) || !digits(second)
        {
            return None;
        }
        let (first, second): (u64, u64) = (first.parse().ok()?, second.parse().ok()?);
        let next = first + 1;
        let follows = second == next || second < CENTURY && next % CENTURY == second;
        (follows && (YEARS.0..=YEARS.1).contains(&first)).then_some([first, next])
    };
    if said.kind(at) != TokenKind::Number {
        return None;
    }
    if let Some((first, second)) = said.text(at).split_once('/') {
        return Some((pair(first, second)?, at + 1));
    }
    let last = at + 2;
    let dashed = last < said.len() && is_dash(said, at + 1) && said.unbroken(at, 3).is_some();
    dashed.then(|| Some((pair(said.text(at), said.text(last))?, last + 1)))?
}

/// The century that a word names by its hundreds: *Novecento*.
pub(super) fn century(said: &impl Tokens, at: usize) -> Option<Quantity> {
    let numbers = &said.words().numbers;
    let mut named = numbers.centuries.iter();
    let (century, unit, _) = named.find(|(_, _, name)| *name == said.text(at))?;
    let (_, unit) = numbers.quantities.units(unit).first()?;
    Some(Quantity {
        unit: *unit,
        ..Quantity::bare(Amount::whole(*century))
    })
}

/// The Latin adverbs that number what was put in later.
const INSERTED: [&str; 9] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
];

/// What figures with such an adverb name, and where that ends: `5 bis`, `5-bis`, `5bis`. Where the adverb is a word of the language
/// (German *bis*, until) only behind what is numbered so.
pub(super) fn inserted(said: &impl Tokens, at: usize) -> Option<(String, usize)> {
    let text = said.lower(at);
    let figures = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let letters = text[figures.len()..].trim_start_matches('-');
    let (adverb, to) = match letters {
        "" if said.lower(at + 1) == "-" => (said.lower(at + 2), at + 3),
        "" => (said.lower(at + 1), at + 2),
        letters => (letters, at + 1),
    };
    let adverb = INSERTED.iter().find(|known| **known == adverb)?;
    let counts = to < said.len() && said.kind(to) == TokenKind::Number;
    let is_word = said.words().functions.all.contains(adverb);
    let whole = figures.bytes().all(|b| b.is_ascii_digit());
    (whole && !counts && (!is_word || names_parts(said, at)))
        .then(|| (format!("{figures} {adverb}"), to))
}

/// Whether the article at a number only says what a rate is for: 20 euros a day, `€20 a day`.
pub(super) fn is_rate(said: &impl Tokens, numbers: &[Number], n: usize) -> bool {
    /// Words of the longest unit.
    const LONGEST: usize = 3;
    let from = numbers[n].from;
    let mut lengths = (1..=LONGEST).filter_map(|length| from.checked_sub(length));
    let mut behind_unit =
        || lengths.any(|at| units::at(said, at).is_some_and(|(_, to)| to == from));
    let behind_money = || {
        let first = n.checked_sub(1).map(|n| &numbers[n]);
        first.is_some_and(|first| first.to == from && units::before(said, first.from).is_some())
    };
    behind_money() || behind_unit()
}

/// Whether figures with a point are no amount: version 2.10 is another than 2.1.
pub(super) fn is_as_written(said: &impl Tokens, at: usize) -> bool {
    said.kind(at) == TokenKind::Number && said.text(at).contains('.') && names_parts(said, at)
}

/// Whether a word before figures says that they name a part of a text, or a version.
fn names_parts(said: &impl Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| said.lower(at));
    // `v. 2.1`
    let word = match (before, at.checked_sub(2)) {
        (".", Some(at)) => said.lower(at),
        _ => before,
    };
    said.words().numbers.as_written.contains(&word)
}

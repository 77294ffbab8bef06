//! The quarters of a year: `Q3`, `3T`, third quarter.

use super::number::Number;
use super::says::Says;
use super::tokens::Tokens;

/// The quarter that a token names which is one of the letters for it and a figure.
pub(super) fn in_code(said: &impl Tokens, at: usize) -> Option<Says> {
    let mut letters = said.text(at).chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let is_letter = |c: char| {
        let mut known = said.words().clock.quarter_letters.iter();
        known.any(|letter| letter.chars().eq([c]))
    };
    let figure = match (is_letter(first), is_letter(second)) {
        (true, false) => second,
        (false, true) => first,
        _ => return None,
    };
    let quarter = figure
        .to_digit(10)
        .filter(|n| (1..=4).contains(n) && letters.next().is_none())?;
    Some(Says::Quarter(quarter.into()))
}

/// The quarter that an ordinal counts, and where its words end.
pub(super) fn counted(said: &impl Tokens, number: &Number) -> Option<(Says, usize)> {
    let at = number.from;
    let point = matches!(said.lower(at + 1), "." | "°" | "º" | "ª");
    let noun = at + 1 + usize::from(point);
    if !said.words().clock.quarters.contains(&said.lower(noun)) {
        return None;
    }
    let (text, lower) = (said.text(at), said.lower(at));
    let figures = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let quarter = match figures.parse::<u64>() {
        Ok(value) => value,
        Err(_) => said.words().numbers.ordinal(lower)?.value,
    };
    (1..=4)
        .contains(&quarter)
        .then_some((Says::Quarter(quarter), noun + 1))
}

//! The unit that a number counts, beside it, and what abbreviates its thousands and millions.

use std::borrow::Cow;

use super::amount::Amount;
use super::figures::{self, Figures};
use super::tokens::Tokens;
use crate::language::{Unit, letters};
use crate::witness::TokenKind;

/// The unit that begins at a place, and where it ends.
pub(super) fn at(said: &impl Tokens, at: usize) -> Option<(Unit, usize)> {
    let quantities = &said.words().numbers.quantities;
    let word = &*degree(said.lower(at), said.lower(at + 1));
    let known = match quantities.units(word) {
        [] => quantities.units(word.trim_end_matches('.')),
        known => known,
    };
    let stands = |rest: &[&str]| rest.iter().zip(at + 1..).all(|(w, i)| said.lower(i) == *w);
    let found = known.iter().find(|(rest, _)| stands(rest));
    found.map(|(rest, unit)| (*unit, at + 1 + rest.len()))
}

/// A word with the sign of degrees where it begins with that of an ordinal, which stands on the keyboards of some countries: `20 ºC`.
pub(super) fn degree<'w>(word: &'w str, next: &str) -> Cow<'w, str> {
    let scale = |letter: &str| matches!(letter, "c" | "f");
    match word.strip_prefix('º') {
        Some(letter) if scale(letter) || letter.is_empty() && scale(next) => {
            format!("°{letter}").into()
        }
        _ => word.into(),
    }
}

/// The unit behind a number that ends at a place: at once, behind `of`, or behind an adjective.
pub(super) fn behind(said: &impl Tokens, to: usize) -> Option<(Unit, usize)> {
    at(said, to).or_else(|| {
        let word = said.lower(to);
        let adjective = || {
            word.starts_with(char::is_lowercase)
                && said.text(to).starts_with(char::is_lowercase)
                && !said.words().functions.all.contains(word)
                && !said.begins_number(to)
        };
        let of = said.words().numbers.quantities.of.contains(&word);
        at(said, to + 1).filter(|_| of || adjective())
    })
}

/// The currency that ends before a number, and where it begins: `$ 5`, `US$ 5`.
pub(super) fn before(said: &impl Tokens, from: usize) -> Option<(Unit, usize)> {
    (1..=2).rev().find_map(|length| {
        let start = from.checked_sub(length)?;
        let (unit, to) = at(said, start)?;
        (to == from && unit.is_money).then_some((unit, start))
    })
}

/// What abbreviates the thousands or millions of a number in figures: how many, and where it ends.
///
/// `letters` are those behind the figures in the same token, `to` is the place behind it.
pub(super) fn scale(
    said: &impl Tokens,
    letters: &str,
    from: usize,
    to: usize,
) -> Option<(u64, usize)> {
    let quantities = &said.words().numbers.quantities;
    let is_money = |at: usize| behind(said, at).is_some_and(|(unit, _)| unit.is_money);
    let money = |to: usize| is_money(to) || before(said, from).is_some();
    if !letters.is_empty() {
        let scale = quantities.scale(letters)?;
        return (!scale.of_money || money(to)).then_some((scale.factor, to));
    }
    if to >= said.len() {
        return None;
    }
    let text = said.text(to);
    if let Some(scale) = quantities.scale(text) {
        let pointed = said.lower(to + 1) == "." && to + 2 < said.len();
        let end = to + 1 + usize::from(pointed);
        return (!scale.of_money || money(end)).then_some((scale.factor, end));
    }
    // MEUR: what is counted stands in the same word, and is read there.
    let (head, _) = glued(said, to)?;
    Some((quantities.scale(head)?.factor, to))
}

/// The number that figures may say with letters behind them, in the same token or before a word, that abbreviate millions beside a
/// currency, which may be left out, and where it ends: `3m`, where metres make no sense, `5 M d’habitants`.
pub(super) fn loose_scale(said: &impl Tokens, at: usize) -> Option<(Amount, usize)> {
    let is_word = |at: usize| at < said.len() && said.kind(at) == TokenKind::Word;
    let text = said.text(at);
    let figures = text.trim_end_matches(char::is_alphabetic);
    let (letters, to) = if figures.len() < text.len() {
        (&text[figures.len()..], at + 1)
    } else if is_word(at + 1) && is_word(at + 2) {
        (said.text(at + 1), at + 2)
    } else {
        return None;
    };
    let scale = said.words().numbers.quantities.scale(letters)?;
    match figures::read(figures, said.words()) {
        Figures::Amount(amount, _) if scale.of_money && !figures.is_empty() => {
            Some((amount.times(scale.factor), to))
        }
        _ => None,
    }
}

/// What else the word of a unit that ends at a place may say: pounds of money, and of weight.
pub(super) fn others(said: &impl Tokens, to: usize, unit: Unit) -> impl Iterator<Item = Unit> {
    let quantities = &said.words().numbers.quantities;
    let word = to.checked_sub(1).map_or("", |at| said.lower(at));
    let ways = quantities.units(word).iter();
    let alone = ways.filter(|(rest, _)| rest.is_empty()).map(|(_, of)| *of);
    let known = alone.clone().any(|of| of == unit);
    alone.filter(move |of| known && *of != unit)
}

/// The two parts of a token that abbreviates a multiplier with a currency behind it: `MEUR`.
fn glued(said: &impl Tokens, at: usize) -> Option<(&str, Unit)> {
    const LONGEST: usize = 6;
    let quantities = &said.words().numbers.quantities;
    let text = said.text(at);
    if !(2..=LONGEST).contains(&text.len()) || !text.is_ascii() {
        return None;
    }
    (1..text.len()).find_map(|cut| {
        let (head, tail) = text.split_at(cut);
        quantities.scale(head)?;
        let tail = tail.to_lowercase();
        let ways = quantities.units(&tail).iter();
        let mut alone = ways.filter(|(rest, unit)| rest.is_empty() && unit.is_money);
        alone.next().map(|(_, unit)| (head, *unit))
    })
}

/// The unit of a token that abbreviates a multiplier as well, and where it ends.
pub(super) fn of_glued(said: &impl Tokens, at: usize) -> Option<(Unit, usize)> {
    (at < said.len()).then(|| glued(said, at).map(|(_, unit)| (unit, at + 1)))?
}

/// Whether years are counted before Christ behind or before a number, if that is told, and where that ends or begins.
pub(super) fn era(
    said: &impl Tokens,
    from: usize,
    to: usize,
) -> Option<(bool, std::ops::Range<usize>)> {
    /// Tokens of the longest: `avant J . - C .`
    const LONGEST: usize = 6;
    let clock = &said.words().clock;
    if clock.before_christ.is_empty() {
        return None;
    }
    let mut name = String::new();
    let mut found = None;
    for end in to..said.len().min(to + LONGEST) {
        name += &letters(said.text(end));
        for (eras, before) in [(&clock.before_christ, true), (&clock.after_christ, false)] {
            if eras.contains(&name) {
                found = Some((before, from..end + 1));
            }
        }
    }
    found.or_else(|| {
        let at = from.checked_sub(1)?;
        let after = clock.after_christ.contains(&letters(said.text(at)));
        // AD 14
        let upper = said.text(at).chars().all(|c| !c.is_lowercase());
        (after && upper).then_some((false, at..to))
    })
}

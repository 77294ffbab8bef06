//! What makes more of a number: halves, thousands, millions.

use super::amount::Amount;
use super::sum::MULTIPLIERS;
use super::tokens::Tokens;
use super::units;
use crate::language::{Numbers, Unit};

/// What a half that begins at a place is half of, a number that multiplies or one of a unit; the unit where it stands in the
/// same word; and where it ends.
pub(super) fn half_of(said: &impl Tokens, from: usize) -> Option<(u64, Option<Unit>, usize)> {
    let (halves, quantities) = (
        &said.words().numbers.half_of,
        &said.words().numbers.quantities,
    );
    let half = said.phrase(from, halves);
    if half > 0 {
        let to = from + half;
        let dozen = || Some((quantities.gathered(said.lower(to))?, to + 1));
        return match multiplier(said, to).or_else(dozen) {
            Some((factor, to)) => Some((factor, None, to)),
            None => units::at(said, to).map(|_| (1, None, to)),
        };
    }
    // demi-heure, demi-million, demi-douzaine
    let (head, whole) = said.lower(from).split_once('-')?;
    if !halves.contains(&head) {
        return None;
    }
    let number = said.words().numbers.number(whole).map(|part| part.value);
    let number = number.filter(|&value| value >= MULTIPLIERS);
    if let Some(factor) = number.or_else(|| quantities.gathered(whole)) {
        return Some((factor, None, from + 1));
    }
    let (_, unit) = quantities.units(whole).first()?;
    Some((1, Some(*unit), from + 1))
}

/// The number of a word that ends with a half, `zweieinhalb`.
pub(super) fn with_half(words: &Numbers, word: &str) -> Option<u64> {
    let mut stems = words
        .half_endings
        .iter()
        .filter_map(|end| word.strip_suffix(end));
    stems
        .find_map(|stem| words.number(stem))
        .map(|part| part.value)
}

/// What the words at a place multiply by, and where they end: thousand, million, thousand million (`12 mil millones`).
pub(super) fn multiplier(said: &impl Tokens, at: usize) -> Option<(u64, usize)> {
    let value = |at: usize| {
        let part = said.words().numbers.number(said.lower(at))?;
        (part.value >= MULTIPLIERS).then_some(part.value)
    };
    let factor = value(at)?;
    let of = value(at + 1).filter(|&of| factor == MULTIPLIERS && of > factor);
    Some(match of.and_then(|of| factor.checked_mul(of)) {
        Some(product) => (product, at + 2),
        None => (factor, at + 1),
    })
}

/// What makes more of a number: a half, a million, or both.
pub(super) struct Scale {
    half_before: bool,
    factor: Option<u64>,
    half_after: bool,
    /// What half is taken of without a factor.
    unit: u64,
    /// Where it ends.
    pub(super) to: usize,
}

impl Scale {
    pub(super) fn read(said: &impl Tokens, at: usize, unit: u64) -> Self {
        let half = |at: usize| said.phrase(at, &said.words().numbers.halves);
        let mut to = at + half(at);
        let half_before = to > at;
        let (factor, end) = multiplier(said, to).unzip();
        to = end.unwrap_or(to);
        let after = if factor.is_some() { half(to) } else { 0 };
        Self {
            half_before,
            factor,
            half_after: after > 0,
            unit,
            to: to + after,
        }
    }

    pub(super) fn of(&self, mut amount: Amount) -> Amount {
        if self.half_before {
            amount = amount.and_half(self.unit);
        }
        if let Some(factor) = self.factor {
            amount = amount.times(factor);
        }
        match self.factor {
            Some(factor) if self.half_after => amount.and_half(factor),
            _ => amount,
        }
    }
}

//! Amounts whose parts stand around their units: `5 euros 50`, `un mètre quatre-vingts`, `3 kg et 500 g`.

use super::amount::Amount;
use super::clock::{beginning, whole};
use super::number::Number;
use super::says::Quantity;
use super::tokens::Tokens;
use super::units;
use crate::language::{FactWords, Quantities, Unit};
use crate::witness::TokenKind;

/// A part of an amount that stands behind it.
pub(super) struct Part {
    /// Its place in the list of numbers.
    pub(super) number: usize,
    /// What it says by itself.
    pub(super) says: Quantity,
    /// Where it ends.
    pub(super) to: usize,
}

/// Parts of the longest: hours, minutes and seconds.
const MOST_PARTS: usize = 2;

/// The whole of an amount that ends at `to` with the smaller parts behind it, and these; `None` where there are none, or where
/// its unit is told nowhere.
pub(super) fn behind(
    said: &impl Tokens,
    numbers: &[Number],
    taken: &[bool],
    (head, mut to): (Quantity, usize),
) -> Option<(Quantity, Vec<Part>)> {
    head.amount.within(0, u64::MAX)?;
    if head.unit.dimension.is_empty() || head.before_christ || head.unit.is_small_money() {
        return None;
    }
    let mut summands = Vec::new();
    let mut last = head.unit;
    let mut parts: Vec<Part> = Vec::new();
    while parts.len() < MOST_PARTS {
        let free = |&n: &usize| !taken[n] && !numbers[n].weak;
        let joint = joint(said, to);
        let Some(n) = beginning(numbers, to + joint).filter(free) else {
            break;
        };
        let named = named(said, &numbers[n], last);
        let Some((unit, end)) = named.or_else(|| bare(said, &numbers[n], last, joint)) else {
            break;
        };
        let counted = Quantity {
            amount: numbers[n].amount()?,
            unit,
            ..head
        };
        summands.push(counted);
        let says = match named {
            Some(_) => counted,
            None => Quantity::bare(counted.amount),
        };
        parts.push(Part {
            number: n,
            says,
            to: end,
        });
        (last, to) = (unit, end);
        // What has no unit is the last.
        if named.is_none() {
            break;
        }
    }
    (!parts.is_empty()).then(|| (head.with(&summands), parts))
}

/// How many tokens stand between an amount and a part of it: `and`, a comma, or none.
fn joint(said: &impl Tokens, at: usize) -> usize {
    let words = &said.words().numbers;
    let word = said.lower(at);
    let joins = !word.is_empty()
        && (word == words.and || word == "," || words.quantities.joints.contains(&word));
    usize::from(joins)
}

/// The unit of a number that is a part of another amount by it, and where it ends: the grams of `3 kg 500 g`.
fn named(said: &impl Tokens, number: &Number, of: Unit) -> Option<(Unit, usize)> {
    let (mut unit, to) = match number.unit {
        Some(unit) => (unit, number.to),
        None => units::at(said, number.to)?,
    };
    // Behind pounds an `s` counts shillings.
    if of.is_money && !unit.is_money {
        let word = said.lower(to - 1);
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let mut known = said
            .words()
            .numbers
            .quantities
            .units(letters.trim_end_matches('.'))
            .iter();
        let coin = known.find(|(rest, unit)| rest.is_empty() && unit.is_small_money());
        unit = coin.map_or(unit, |(_, coin)| *coin);
    }
    let less = |most: u64| whole(number, 1, most.saturating_sub(1)).is_some();
    let is_part = if unit.is_small_money() {
        of.is_money && less(unit.over)
    } else {
        let (smaller, greater) = (unit.times * of.over, of.times * unit.over);
        unit.dimension == of.dimension && smaller < greater && less(greater.div_ceil(smaller))
    };
    is_part.then_some((unit, to))
}

/// The unit of a number that tells none, and counts the parts that are customary of another by its figures: two of them
/// hundredths or sixtieths, three thousandths.
fn bare(said: &impl Tokens, number: &Number, of: Unit, joint: usize) -> Option<(Unit, usize)> {
    let to = number.to;
    let before = number.from.checked_sub(1)?;
    let unit_behind = number.unit.is_some() || units::behind(said, to).is_some();
    // `a $10 bill`, `Anna, 50`
    let own_sign = joint == 0
        && !said.text(before).contains(char::is_alphabetic)
        && said.unbroken(before, 2).is_some()
        && (before == 0 || said.unbroken(before - 1, 2).is_none());
    if unit_behind || own_sign || said.lower(before) == "," {
        return None;
    }
    let known = &said.words().numbers.quantities;
    let figures = said.kind(number.from) == TokenKind::Number;
    let digits = if figures {
        let text = said.text(number.from);
        let plain = number.to == number.from + 1 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then_some(text.len())?
    } else {
        // Smaller ones would be of either.
        match whole(number, 10, 999)? {
            10..100 => 2,
            _ => 3,
        }
    };
    let unit = customary(known, of, digits)?;
    // A minute has sixty seconds.
    let fits = unit.is_small_money() || whole(number, 0, of.times / unit.times - 1).is_some();
    fits.then_some((unit, to))
}

/// The unit of so many digits behind another unit.
fn customary(known: &Quantities, of: Unit, digits: usize) -> Option<Unit> {
    match digits {
        2 if of.is_money && !of.is_small_money() => Some(Unit { over: 100, ..of }),
        2 => known.part_of(of, 100).or_else(|| known.part_of(of, 60)),
        3 => known.part_of(of, 1000),
        _ => None,
    }
}

/// The amount of figures around a unit in one token: `1m80`.
pub(super) fn glued(text: &str, words: &FactWords) -> Option<Quantity> {
    let is_digit = |c: char| c.is_ascii_digit();
    let unit_at = text.find(|c| !is_digit(c))?;
    let part_at = text.rfind(|c| !is_digit(c))?;
    let part_at = part_at + text[part_at..].chars().next().map_or(0, char::len_utf8);
    let (whole, letters, part) = (&text[..unit_at], &text[unit_at..part_at], &text[part_at..]);
    let known = &words.numbers.quantities;
    let mut ways = known.units(letters).iter();
    let (_, unit) = ways.find(|(rest, unit)| rest.is_empty() && !unit.dimension.is_empty())?;
    let part_unit = customary(known, *unit, part.len())?;
    let of = |digits: &str, unit: Unit| {
        let amount = Amount::whole(digits.parse().ok()?);
        Some(Quantity {
            unit,
            ..Quantity::bare(amount)
        })
    };
    let (whole, part) = (of(whole, *unit)?, of(part, part_unit)?);
    Some(whole.with(&[part]))
}

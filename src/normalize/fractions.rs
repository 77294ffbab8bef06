//! Numbers that say a part of a whole, or one and half of another: a third, `trois quarts`, `litro y medio`.

use super::amount::Amount;
use super::figures::Figures;
use super::number::Number;
use super::scale::multiplier;
use super::sum::MULTIPLIERS;
use super::tokens::Tokens;
use super::units;
use crate::witness::TokenKind;

/// The part of a whole that begins at a place, if one does: `quart`, `trois quarts`, `two-thirds`; else the number that
/// was read there.
pub(super) fn of_whole(said: &impl Tokens, from: usize, number: Option<Number>) -> Option<Number> {
    /// More than so many parts are counted in other ways.
    const MOST_PARTS: u64 = 100;
    let quantities = &said.words().numbers.quantities;
    let part = |(parts, of): (u64, u64), n: u64| Amount::whole(n * parts).over(of);
    let lower = said.lower(from);
    let alone = match lower.rsplit_once('-') {
        Some((count, last)) => said.words().numbers.number(count).and_then(|count| {
            let n = count.value;
            // `one-third`, but `twenty-third`.
            let one = || quantities.ordinal_fraction(last).filter(|_| n == 1);
            let ratio = quantities.fraction(last).or_else(one)?;
            (n <= MOST_PARTS).then(|| part(ratio, n))
        }),
        None => quantities.fraction(lower).map(|ratio| part(ratio, 1)),
    };
    if let Some(amount) = alone {
        // `quart` is also one of four; as a part of what is not named it is told where the other text has a number.
        let (other, to) = match number {
            Some(Number {
                says: Figures::Amount(other, _),
                to,
                ..
            }) => (Some(other), to),
            _ => (None, from + 1),
        };
        if let Some((factor, to)) = multiplied(said, from + 1) {
            return Some(Number {
                says: Figures::Amount(amount.times(factor), None),
                from,
                to,
                unit: None,
                weak: false,
                part: false,
            });
        }
        return Some(Number {
            says: Figures::Amount(amount, other),
            from,
            to,
            unit: None,
            weak: true,
            part: true,
        });
    }
    let number = number?;
    if let Some(part) = perhaps_part(said, &number) {
        return Some(part);
    }
    let ratio = quantities.fraction(said.lower(number.to));
    let ratio = ratio.map(|ratio| (ratio, number.to + 1));
    let ratio = ratio.or_else(|| ordinal_part(said, number.to)).or_else(|| {
        // `One third` says so itself, a third does not.
        let one = !said.words().kinds.may_determine(lower) && is_one(&number);
        let ratio = quantities.ordinal_fraction(said.lower(number.to));
        ratio.filter(|_| one).map(|ratio| (ratio, number.to + 1))
    });
    let counted = match number.says {
        Figures::Amount(amount, _) => amount.within(1, MOST_PARTS),
        _ => None,
    };
    Some(match ratio.zip(counted) {
        Some(((ratio, to), n)) => match multiplied(said, to) {
            Some((factor, to)) => Number {
                says: Figures::Amount(part(ratio, n).times(factor), None),
                to,
                weak: false,
                ..number
            },
            None => Number {
                says: Figures::Amount(part(ratio, n), None),
                to,
                part: number.weak,
                ..number
            },
        },
        None => number,
    })
}

/// One and an ordinal with nothing behind them that they could count, which may say a part or who comes in that order: `d’un dixième`.
fn perhaps_part(said: &impl Tokens, one: &Number) -> Option<Number> {
    let at = one.to;
    if !is_one(one) || one.unit.is_some() || ordinal_part(said, at).is_some() {
        return None;
    }
    let numbers = &said.words().numbers;
    let (parts, of) = numbers.quantities.ordinal_fraction(said.lower(at))?;
    let behind = at + 1;
    let counts = behind < said.len()
        && said.kind(behind) == TokenKind::Word
        && !said.words().functions.all.contains(said.lower(behind));
    let ordinal = numbers.number(said.lower(at)).map(|part| part.value);
    (one.weak && !counts).then(|| Number {
        says: Figures::Amount(Amount::whole(parts).over(of), ordinal.map(Amount::whole)),
        from: one.from,
        to: behind,
        unit: None,
        weak: true,
        part: true,
    })
}

fn is_one(number: &Number) -> bool {
    number.amount() == Some(Amount::whole(1))
}

/// What a part that ends at a place is a part of, a million or more, and where that ends: a quarter of a million, `un quart de million`.
fn multiplied(said: &impl Tokens, to: usize) -> Option<(u64, usize)> {
    let numbers = &said.words().numbers;
    multiplier(said, to).or_else(|| {
        let of = numbers.quantities.of.contains(&said.lower(to));
        let one = |at: usize| {
            numbers
                .number(said.lower(at))
                .is_some_and(|part| part.value == 1)
        };
        let at = to + 1 + usize::from(one(to + 1));
        // A tenth of a thousand is of one thing or another.
        multiplier(said, at).filter(|(factor, _)| of && *factor > MULTIPLIERS)
    })
}

/// The part that an ordinal says behind a number, and where it ends: a third of it, `una tercera parte`.
fn ordinal_part(said: &impl Tokens, at: usize) -> Option<((u64, u64), usize)> {
    let quantities = &said.words().numbers.quantities;
    let ratio = quantities.ordinal_fraction(said.lower(at))?;
    let next = said.lower(at + 1);
    if quantities.part_words.contains(&next) {
        return Some((ratio, at + 2));
    }
    // `A Fourth of July party`
    let month = at + 2 < said.len() && said.in_calendar(at + 2);
    (quantities.of.contains(&next) && !month).then_some((ratio, at + 1))
}

/// One of a unit and half of it, which a half at a place ends, where no number counts it: `litro y medio`.
pub(super) fn unit_and_half(said: &impl Tokens, at: usize) -> Option<Number> {
    /// Tokens of the longest half.
    const LONGEST: usize = 4;
    let halves = &said.words().numbers.halves;
    let mut begins = (1..LONGEST).filter_map(|back| at.checked_sub(back));
    let half = begins.find(|&from| said.phrase(from, halves) == at + 1 - from)?;
    let from = half.checked_sub(1)?;
    let (unit, to) = units::at(said, from)?;
    let is_counted = from > 0 && said.begins_number(from - 1);
    (to == half && !is_counted && !unit.is_doubtful).then(|| Number {
        says: Figures::Amount(Amount::whole(1).and_half(1), None),
        from,
        to: at + 1,
        unit: Some(unit),
        weak: false,
        part: false,
    })
}

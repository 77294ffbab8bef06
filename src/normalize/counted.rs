//! What a number counts, by the words around it.

use std::ops::Range;

use super::amount::Amount;
use super::clock::whole;
use super::figures;
use super::number::Number;
use super::says::Quantity;
use super::tokens::Tokens;
use super::units;
use crate::language::Unit;
use crate::witness::TokenKind;

/// The amount of a fraction with a stroke that counts a unit, whose place grows by that: `1/2 litre`.
pub(super) fn fraction_of_unit(
    said: &impl Tokens,
    text: &str,
    place: &mut Range<usize>,
) -> Option<Quantity> {
    let (part, of) = figures::stroke_fraction(text)?;
    let (unit, to) = units::at(said, place.end)?;
    place.end = to;
    Some(Quantity {
        unit,
        ..Quantity::bare(Amount::whole(part).over(of))
    })
}

/// What a number counts, and whether it does so before Christ; its place grows by the words that say so.
pub(super) fn counted(
    said: &impl Tokens,
    number: &Number,
    place: &mut Range<usize>,
) -> (Unit, bool) {
    let mut unit = Unit::NONE;
    if let Some(own) = number.unit {
        unit = own;
    } else if let Some((money, from)) = units::before(said, number.from) {
        unit = money;
        place.start = from;
    } else if let Some((behind, to)) =
        units::of_glued(said, place.end).or_else(|| units::behind(said, place.end))
    {
        unit = behind;
        place.end = to;
    }
    match units::era(said, place.start, place.end) {
        Some((before, found)) => {
            *place = found;
            (unit, before)
        }
        None => (unit, false),
    }
}

/// What the next number counts where one word stands between: `20 et 30 %` says that both are parts of a hundred.
pub(super) fn unit_of_next(said: &impl Tokens, numbers: &[Number], n: usize) -> Option<Unit> {
    let mut last = n;
    // A list of so many numbers has one unit.
    const LONGEST: usize = 8;
    for next in n + 1..numbers.len().min(n + LONGEST) {
        if numbers[next].from > numbers[last].to + 1 {
            return None;
        }
        let mut place = numbers[next].from..numbers[next].to;
        let (unit, _) = counted(said, &numbers[next], &mut place);
        if unit != Unit::NONE {
            return Some(unit);
        }
        last = next;
    }
    None
}

/// Whether a number in words only says that there are two of what is known: `les deux rois`, `tous deux`.
pub(super) fn is_definite_two(said: &impl Tokens, number: &Number) -> bool {
    let before = number.from.checked_sub(1).map_or("", |at| said.lower(at));
    whole(number, 2, 2).is_some()
        && said.kind(number.from) == TokenKind::Word
        && said.words().cues.definite.contains(before)
}

/// Whether the word of a number is another one between the words beside it: `tu sei`.
pub(super) fn is_other_word(said: &impl Tokens, number: &Number) -> bool {
    let before = number.from.checked_sub(1).map_or("", |at| said.lower(at));
    let word = said.lower(number.from);
    number.to == number.from + 1
        && said
            .words()
            .numbers
            .is_other_word(before, word, said.lower(number.to))
}

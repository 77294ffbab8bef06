//! So many of so many: nine out of ten, `neuf clients sur dix`, which is 90 %.

use super::clock::{beginning, whole};
use super::number::Number;
use super::says::Says;
use super::tokens::Tokens;
use super::units;

/// More than so many are counted in other ways.
const MOST: u64 = 100;
/// Words that may stand between the number and what it is taken of: nine customers out of ten.
const BETWEEN: usize = 2;

/// The ratio that a number begins, where what stands between its numbers says so, and the place of the second in the list.
pub(super) fn at(said: &impl Tokens, numbers: &[Number], n: usize) -> Option<(Says, usize, usize)> {
    let number = &numbers[n];
    let part = whole(number, 1, MOST)?;
    if units::at(said, number.to).is_some() {
        return None;
    }
    let functions = &said.words().functions.all;
    let words = &said.words().numbers.out_of;
    let (from, length) = (number.to..=number.to + BETWEEN)
        .take_while(|&at| {
            let mut between = number.to..at;
            between.all(|i| i < said.len() && said.is_word(i) && !functions.contains(said.lower(i)))
        })
        .map(|at| (at, said.phrase(at, words)))
        .find(|(_, length)| *length > 0)?;
    // A girl of twelve.
    let of = &said.words().numbers.quantities.of;
    if number.weak && from > number.to && of.contains(&said.lower(from)) {
        return None;
    }
    let of_at = beginning(numbers, from + length)?;
    let of = whole(&numbers[of_at], part + 1, MOST)?;
    // `une table de 3 sur 4 m`
    if units::at(said, numbers[of_at].to).is_some() {
        return None;
    }
    Some((Says::Ratio(part, of), from, of_at))
}

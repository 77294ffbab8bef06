//! Numbers in a row of tokens, in figures, in Roman numerals or in words, with what multiplies them. By this facts are
//! found, and two ways to write one number are told from two numbers.

use smallvec::SmallVec;

use super::amount::Amount;
use super::compounds::{self, Compound};
use super::figures::{self, Figures};
use super::fractions;
use super::number::Number;
use super::numerals::roman_value;
use super::scale::{Scale, half_of, multiplier, with_half};
use super::sum::{MULTIPLIERS, Sum};
use super::tokens::Tokens;
use super::{units, years};
use crate::language::chars::vulgar_fraction;
use crate::language::{FactWords, Unit};
use crate::witness::TokenKind;

/// Shorter words of the Roman digits C, D and M are words or abbreviations: CD, DIX, MI.
const SHORTEST_HUNDREDS: usize = 4;

/// The numbers among tokens, in order.
pub(crate) fn read(said: &impl Tokens) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    for at in (0..said.len()).filter(|&at| said.begins_number(at)) {
        if numbers.last().is_none_or(|last| last.to <= at) {
            numbers.extend(number(said, at));
        }
    }
    numbers
}

/// Whether a number, a time or ten years may begin with a token; `lower` is the token in lower case.
pub(crate) fn may_begin(kind: TokenKind, text: &str, lower: &str, words: &FactWords) -> bool {
    let numbers = &words.numbers;
    match kind {
        TokenKind::Punctuation => false,
        TokenKind::Number => true,
        TokenKind::Word => {
            roman(text).is_some()
                || numbers.begins_half(first_part(lower))
                || with_half(numbers, lower).is_some()
                || Sum::default().with(numbers, lower, true).is_some()
                || numbers.quantities.is_fraction(last_part(lower))
                || numbers.quantities.counts_alone(lower).is_some()
                || compounds::read(lower, numbers).is_some()
                || words.clock.may_begin(lower)
                || words.clock.decade(last_part(lower)).is_some()
                || text.len() == 2 && words.clock.names_quarter(text)
        }
    }
}

/// What stands before the first hyphen of a word.
fn first_part(word: &str) -> &str {
    word.split('-').next().unwrap_or(word)
}

/// What stands behind the last hyphen of a word: `two-thirds`, `nineteen-sixties`.
pub(super) fn last_part(word: &str) -> &str {
    word.rsplit('-').next().unwrap_or(word)
}

/// The number that begins at a word.
fn number(said: &impl Tokens, from: usize) -> Option<Number> {
    let compound = compounds::read(said.lower(from), &said.words().numbers);
    // `Deux-Sèvres` is a name.
    let named = || said.text(from).contains(char::is_uppercase);
    let compound = compound.filter(|compound| !compound.weak || !named());
    let number = match said.kind(from) {
        TokenKind::Punctuation => return None,
        _ if compound.is_some() => compound.map(|compound| of_compound(&compound, from)),
        TokenKind::Number => Some(in_figures(said, from)),
        TokenKind::Word => match roman(said.text(from)) {
            Some(value) => Some(Number {
                says: Figures::Amount(Amount::whole(value.into()), None),
                from,
                to: from + 1,
                unit: None,
                // A letter alone is more often a letter.
                weak: said.text(from).len() == 1,
                part: false,
            }),
            None => in_words(said, from)
                .or_else(|| fractions::unit_and_half(said, from))
                .or_else(|| by_itself(said, from)),
        },
    };
    let mut number = fractions::of_whole(said, from, number)?;
    // Three `Viertelstunden`.
    if let Figures::Amount(count, None) = number.says
        && let Some(times) = count.within(2, 99)
        && number.unit.is_none()
        && let Some(part) = compounds::part(said.lower(number.to), &said.words().numbers)
    {
        number.says = Figures::Amount(part.amount.times(times), None);
        number.unit = Some(part.unit).filter(|unit| *unit != Unit::NONE);
        number.to += 1;
    }
    number.part |= number.weak && counts_alone(said, from).is_some();
    parts(said, &mut number);
    // `moins cinq` is -5, or less by 5.
    if let Figures::Amount(amount, other @ None) = &mut number.says
        && from > 0
        && said.words().numbers.minus.contains(&said.lower(from - 1))
    {
        *other = Some(amount.negative());
    }
    Some(number)
}

/// The number of a word that says what it counts. Of one it is often said loosely: `einmal`.
fn of_compound(compound: &Compound, from: usize) -> Number {
    let once = compound.amount == Amount::whole(1);
    Number {
        says: Figures::Amount(compound.amount, None),
        from,
        to: from + 1,
        unit: Some(compound.unit).filter(|unit| *unit != Unit::NONE),
        weak: once || compound.weak,
        part: once,
    }
}

/// How many a word says by itself that is mostly said behind a number.
fn counts_alone(said: &impl Tokens, at: usize) -> Option<u64> {
    let quantities = &said.words().numbers.quantities;
    quantities.counts_alone(said.lower(at))
}

/// The number of a word that says so many by itself: dozens, twice.
fn by_itself(said: &impl Tokens, at: usize) -> Option<Number> {
    counts_alone(said, at).map(|value| Number {
        says: Figures::Amount(Amount::whole(value), None),
        from: at,
        to: at + 1,
        unit: None,
        weak: true,
        part: true,
    })
}

/// Takes in what says that a number counts parts of a hundred, or of a thousand.
fn parts(said: &impl Tokens, number: &mut Number) {
    let numbers = &said.words().numbers;
    for (phrases, over) in [(&numbers.percents, 100), (&numbers.permilles, 1000)] {
        let length = said.phrase(number.to, phrases);
        if length > 0 {
            number.to += length;
            number.unit = Some(Unit { over, ..Unit::NONE });
        }
    }
}

/// The number that begins with a token in figures.
fn in_figures(said: &impl Tokens, from: usize) -> Number {
    let text = said.text(from);
    let mut number = Number {
        says: figures::read(text, said.words()),
        from,
        to: from + 1,
        unit: None,
        weak: false,
        part: false,
    };
    // 2020-03-12: tokens of their own, without spaces.
    if let Some(days) = said
        .unbroken(from, 5)
        .map(|text| figures::read(&text, said.words()))
        && matches!(days, Figures::Days(..))
    {
        number.says = days;
        number.to += 4;
    }
    if let Some((name, to)) = years::inserted(said, from) {
        number.says = Figures::Other(name, SmallVec::new());
        number.to = to;
        return number;
    }
    // 1 ½, 1 1/2
    if let Some(amount) = with_part(said, from) {
        number.says = Figures::Amount(amount, None);
        number.to += 1;
        return number;
    }
    let figures = text.trim_end_matches(char::is_alphabetic);
    if let Some((factor, to)) = units::scale(said, &text[figures.len()..], from, number.to)
        && let Figures::Amount(first, other) = figures::read(figures, said.words())
    {
        // `3 mila milioni`
        let (factor, to) = match multiplier(said, to) {
            Some((of, end)) if factor == MULTIPLIERS && of > factor => (factor * of, end),
            _ => (factor, to),
        };
        number.says = Figures::Amount(first.times(factor), other.map(|other| other.times(factor)));
        number.to = to;
        return number;
    }
    if let Figures::Amount(first, other) = &mut number.says {
        let scale = Scale::read(said, number.to, 1);
        *first = scale.of(*first);
        *other = other.map(|other| scale.of(other));
        number.to = scale.to;
    }
    let letters = text[figures.len()..].to_lowercase();
    let letters = units::degree(&letters, said.lower(from + 1));
    let mut units = said.words().numbers.quantities.units(&letters).iter();
    let stands = |rest: &[&str]| {
        let mut rest = rest.iter().zip(from + 1..);
        rest.all(|(word, at)| said.lower(at) == *word)
    };
    // `20ºC` may be two tokens.
    let split = letters == "°";
    if let Some((rest, unit)) = units.find(|(rest, _)| rest.is_empty() || split && stands(rest)) {
        number.unit = Some(*unit);
        number.to += rest.len();
    }
    number
}

/// A whole number in figures with the part of one that stands behind it.
fn with_part(said: &impl Tokens, from: usize) -> Option<Amount> {
    let next = from + 1;
    if next >= said.len() || said.kind(next) != TokenKind::Number {
        return None;
    }
    // More are counted in other ways.
    const MOST: u64 = 999;
    let whole = said.text(from).parse().ok().filter(|&n: &u64| n <= MOST)?;
    let mut signs = said.text(next).chars();
    let (part, of) = match (signs.next().and_then(vulgar_fraction), signs.next()) {
        (Some(fraction), None) => fraction,
        _ => figures::stroke_fraction(said.text(next))?,
    };
    Some(Amount::whole(whole * of + part).over(of))
}

/// The value of a Roman numeral.
fn roman(text: &str) -> Option<u32> {
    let letters = text.chars().count();
    let doubtful = letters < SHORTEST_HUNDREDS && text.contains(['C', 'D', 'M'])
        || letters == 1 && text.contains('L');
    if doubtful {
        return None;
    }
    roman_value(text)
}

/// The number in words that begins at a word.
fn in_words(said: &impl Tokens, from: usize) -> Option<Number> {
    let words = &said.words().numbers;
    if let Some((factor, unit, to)) = half_of(said, from) {
        return Some(Number {
            says: Figures::Amount(Amount::whole(0).and_half(factor), None),
            from,
            to,
            unit,
            weak: false,
            part: false,
        });
    }
    if let Some(n) = with_half(words, said.lower(from)) {
        let scale = Scale::read(said, from + 1, 1);
        return Some(Number {
            says: Figures::Amount(scale.of(Amount::whole(n).and_half(1)), None),
            from,
            to: scale.to,
            unit: None,
            weak: false,
            part: false,
        });
    }
    let mut sum = Sum::default();
    // `neuf cents` is 900, `un million` a million, though neither `neuf` nor `un` tells a number by itself.
    let counts = || {
        let mut next = said.lower(from + 1).split('-');
        let multiplied = next
            .next()
            .and_then(|next| words.number(next))
            .is_some_and(|n| n.value >= 100);
        multiplied || said.phrase(from + 1, &words.halves) > 0
    };
    let (mut to, mut weak) = (from, false);
    let mut joined = false;
    while to < said.len() {
        let word = said.lower(to);
        // A hyphen with a space beside it is a token: `soixante- neuf`.
        // A million and a half.
        if to > from && said.phrase(to, &words.halves) > 0 {
            break;
        }
        // Nineteen oh six.
        if to > from
            && words.year_zeros.contains(&word)
            && let Some(year) = sum.in_century(words, said.lower(to + 1))
        {
            (sum, to) = (year, to + 2);
            break;
        }
        if (word == words.and || word == "-") && to > from && !joined {
            // Counts only when a number follows.
            joined = true;
            to += 1;
            continue;
        }
        let Some(part) = sum.with(words, word, to == from) else {
            break;
        };
        // What `and` adds is less: `soixante et cent` are two numbers.
        if joined && part.sum.total() >= 2 * sum.total() {
            break;
        }
        weak = part.doubtful && to == from && !counts();
        sum = part.sum;
        joined = false;
        to += 1;
        if weak || part.ordinal {
            break;
        }
    }
    to -= usize::from(joined);
    if to == from {
        return None;
    }
    let mut amount = Amount::whole(sum.total());
    let dozens = said.words().numbers.quantities.collective(said.lower(to));
    if let Some(each) = dozens.filter(|_| !weak) {
        amount = amount.times(each);
        to += 1;
        // Four score and seven.
        let joint = usize::from(said.lower(to) == words.and);
        let rest = (joint > 0 && to + 1 < said.len())
            .then(|| in_words(said, to + 1))
            .flatten();
        let less = rest
            .as_ref()
            .and_then(|rest| rest.amount()?.within(1, each - 1).zip(Some(rest)));
        if let Some((less, rest)) = less.filter(|(_, rest)| !rest.weak && rest.unit.is_none()) {
            amount = amount.plus(Amount::whole(less));
            to = rest.to;
        }
    }
    let scale = Scale::read(said, to, sum.unit);
    Some(Number {
        says: Figures::Amount(scale.of(amount), None),
        from,
        to: scale.to,
        unit: None,
        weak,
        part: false,
    })
}

//! What a row of tokens tells of days, months, times and numbers. Facts compare it between the cells of a row, the classes of
//! difference between linked words: so both agree on what is the same.

use std::ops::Range;

use smallvec::SmallVec;

use super::amount::Amount;
use super::clock::{self, Clock, beginning, whole};
use super::counted::{counted, fraction_of_unit, is_definite_two, is_other_word, unit_of_next};
use super::figures::{self, Day, Figures};
use super::number::Number;
use super::numbers;
use super::says::{Quantity, Says};
use super::tokens::Tokens;
use super::units;
use super::years;
use super::{decades, dialled, measures, quarter, ratio};
use crate::language::Unit;
use crate::witness::TokenKind;

/// What some tokens tell: a date, a time or a number.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) is_date: bool,
    /// What it may say, where the writing leaves open which: what shares one of these is the same.
    pub(crate) says: SmallVec<[Says; 1]>,
    /// The places of the tokens that tell it, increasing.
    pub(crate) at: SmallVec<[u32; 4]>,
    /// Whether its word often says something else.
    pub(crate) weak: bool,
    /// Whether it says a part, or about so many.
    pub(crate) part: bool,
    /// What each part of it tells by itself where they stand around their units: `5 euros 50`. None, or two and more.
    pub(crate) parts: Vec<Told>,
}

impl Told {
    pub(super) fn new(
        is_date: bool,
        says: impl IntoIterator<Item = Says>,
        places: Range<usize>,
    ) -> Self {
        Self {
            is_date,
            says: says.into_iter().collect(),
            at: places.map(|at| at as u32).collect(),
            weak: false,
            part: false,
            parts: Vec::new(),
        }
    }

    /// Whether two tell the same.
    pub(crate) fn same(&self, other: &Self) -> bool {
        says_same(&self.says, &other.says)
    }

    /// Whether two tell the same, and both or neither what they count.
    pub(crate) fn same_in_full(&self, other: &Self) -> bool {
        let mut says = self.says.iter();
        says.any(|x| other.says.iter().any(|y| x.same_in_full(y)))
    }
}

/// Whether what two tell may be the same.
pub(crate) fn says_same(a: &[Says], b: &[Says]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.same(y)))
}

/// Years that follow a month; smaller numbers count things.
const YEARS: (u64, u64) = (1000, 2999);

/// The dates, times and numbers among tokens.
pub(crate) fn read(said: &impl Tokens) -> Vec<Told> {
    let mut found = Vec::new();
    let numbers = numbers::read(said);
    let mut taken = vec![false; numbers.len()];
    let words = said.words();
    for at in (0..said.len()).filter(|&at| said.in_calendar(at)) {
        if let Some(day) = words.calendar.weekday(said.text(at), said.lower(at)) {
            let weak = words.calendar.is_doubtful_day(said.lower(at));
            // Portuguese days are numbers as well: `segunda`.
            let number = beginning(&numbers, at).filter(|_| weak);
            let counted = number.and_then(|n| alone(said, &numbers, n, &mut taken));
            if let Some(n) = number {
                taken[n] = true;
            }
            let says = counted.into_iter().flat_map(|told| told.says);
            let says = [Says::Weekday(day)].into_iter().chain(says);
            found.push(Told {
                weak,
                ..Told::new(true, says, at..at + 1)
            });
        }
        if let Some(month) = words.calendar.month(said.text(at), said.lower(at)) {
            found.extend(date(said, &numbers, at, month, &mut taken));
        }
    }
    let begins_time = |&at: &usize| said.begins_number(at) && words.clock.may_begin(said.lower(at));
    let mut end = 0;
    for at in (0..said.len()).filter(begins_time) {
        // The words behind the first of one begin another: `a quarter past eight`, `quarter past eight`.
        if at >= end
            && let Some(time) = clock::in_words(said, &numbers, at)
        {
            end = time.to;
            found.push(timed(time, &numbers, &mut taken));
        }
    }
    for at in (0..said.len()).filter(|&at| said.begins_number(at)) {
        let decade = decades::in_words(said, &numbers, at, &mut taken);
        found.extend(decade.map(|(told, place)| Told::new(false, [told], place)));
    }
    for at in (0..said.len()).filter(|&at| said.begins_number(at)) {
        if let Some(quarter) = quarter::in_code(said, at) {
            if let Some(n) = beginning(&numbers, at) {
                taken[n] = true;
            }
            found.push(Told::new(true, [quarter], at..at + 1));
        }
    }
    for n in 0..numbers.len() {
        if !taken[n] {
            found.extend(composed(said, &numbers, n, &mut taken));
        }
    }
    for n in 0..numbers.len() {
        if !taken[n] {
            found.extend(alone(said, &numbers, n, &mut taken));
        }
    }
    share_months(&mut found);
    found
}

/// Lets a number with one token between it and a day be a day of that month as well: the 11th and 14th of September.
fn share_months(found: &mut [Told]) {
    let day = |told: &Told| {
        let mut days = told.says.iter().filter_map(|says| match says {
            Says::Day(day) if day.day.is_some() => Some(*day),
            _ => None,
        });
        Some((*told.at.first()?, *told.at.last()?, days.next()?))
    };
    let days: SmallVec<[(u32, u32, Day); 4]> = found.iter().filter_map(day).collect();
    if days.is_empty() {
        return;
    }
    for told in found.iter_mut().filter(|told| !told.is_date) {
        let (Some(&first), Some(&last), [Says::Amount(number), ..]) =
            (told.at.first(), told.at.last(), &told.says[..])
        else {
            continue;
        };
        let number = number
            .amount
            .within(1, 31)
            .filter(|_| number.unit == Unit::NONE);
        let near = days
            .iter()
            .find(|day| last + 2 == day.0 || day.1 + 2 == first);
        if let Some((number, (_, _, day))) = number.zip(near) {
            told.says.push(Says::Day(Day {
                day: Some(number),
                ..*day
            }));
        }
    }
}

/// What a number tells together with what stands behind it: a number that is dialled, a part of so many, a quarter of a year.
fn composed(said: &impl Tokens, numbers: &[Number], n: usize, taken: &mut [bool]) -> Option<Told> {
    let from = numbers[n].from;
    if let Some((years, to)) = years::season(said, numbers, n) {
        return Some(season(years, from..to, (numbers, taken)));
    }
    let (told, to) = if let Some((digits, to)) = dialled::at(said, from) {
        (Told::new(false, [Says::Dialled(digits)], from..to), to)
    } else if let Some((quarter, to)) = quarter::counted(said, &numbers[n]) {
        (Told::new(true, [quarter], from..to), to)
    } else {
        let (ratio, joint, of) = ratio::at(said, numbers, n)?;
        let to = numbers[of].to;
        let mut told = Told::new(false, [ratio], from..numbers[n].to);
        told.at.extend((joint..to).map(|at| at as u32));
        (told, to)
    };
    for (number, taken) in numbers.iter().zip(taken) {
        *taken |= (from..to).contains(&number.from);
    }
    Some(told)
}

/// Two years with one name, which are two where the other text says them apart.
fn season(
    years: [u64; 2],
    place: Range<usize>,
    (numbers, taken): (&[Number], &mut [bool]),
) -> Told {
    for (number, taken) in numbers.iter().zip(taken) {
        *taken |= place.contains(&number.from);
    }
    let last = place.end - 1;
    let year = |year: u64, at: usize| {
        let says = Says::Amount(Quantity::bare(Amount::whole(year)));
        Told::new(false, [says], at..at + 1)
    };
    let [first, second] = years;
    Told {
        parts: vec![year(first, place.start), year(second, last)],
        ..Told::new(false, [Says::Other(format!("{first}/{second}"))], place)
    }
}

/// A time; the numbers in it are taken.
fn timed(clock: Clock, numbers: &[Number], taken: &mut [bool]) -> Told {
    for n in clock.numbers.into_iter().flatten() {
        taken[n] = true;
    }
    // What the words of it say by themselves: `quart`.
    for (number, taken) in numbers.iter().zip(taken) {
        *taken |= clock.from <= number.from && number.to <= clock.to;
    }
    Told {
        weak: clock.weak,
        ..Told::new(false, [Says::Time(clock.time)], clock.from..clock.to)
    }
}

/// The date around a month: a day before it, or behind it where that is the custom; a year at the end.
fn date(
    said: &impl Tokens,
    numbers: &[Number],
    month_at: usize,
    month: u64,
    taken: &mut [bool],
) -> Option<Told> {
    let joint = |at: usize| said.phrase(at, &said.words().dates.joints);
    // `May I`, and 3 % in June.
    let is_letter =
        |n: &Number| said.kind(n.from) == TokenKind::Word && said.text(n.from).len() == 1;
    let day_of = |n: &usize| {
        let number = &numbers[*n];
        whole(number, 1, 31).is_some() && number.unit.is_none() && !is_letter(number)
    };
    let before = numbers
        .iter()
        .position(|n| n.to <= month_at && n.to + joint(n.to) == month_at)
        .filter(day_of);
    let mut next = month_at + 1 + joint(month_at + 1);
    let mut behind = None;
    if before.is_none() && !said.words().day_first {
        behind = beginning(numbers, next).filter(day_of);
        next = behind.map_or(next, |n| numbers[n].to);
    }
    let day = before.or(behind);
    // May 25, 1972
    if day.is_some() && said.phrase(next, &[","]) > 0 {
        next += 1;
    }
    let year_of = |n: &usize| whole(&numbers[*n], YEARS.0, YEARS.1).is_some();
    let year = beginning(numbers, next).filter(year_of);
    let lower = said.lower(month_at);
    // A month that is a number as well: `sept`.
    if said.words().numbers.number(lower).is_some() {
        return None;
    }
    if day.or(year).is_none() && said.words().calendar.is_doubtful(lower) {
        return None;
    }
    let value = Day {
        day: day.and_then(|n| whole(&numbers[n], 1, 31)),
        month,
        year: year.and_then(|n| whole(&numbers[n], YEARS.0, YEARS.1)),
    };
    let mut told = Told::new(true, [Says::Day(value)], month_at..month_at + 1);
    for n in [day, year].into_iter().flatten() {
        taken[n] = true;
        let places = numbers[n].from..numbers[n].to;
        told.at.extend(places.map(|at| at as u32));
    }
    told.at.sort_unstable();
    Some(told)
}

/// A number outside of dates, with the parts of the same amount that stand behind it.
fn alone(said: &impl Tokens, numbers: &[Number], n: usize, taken: &mut [bool]) -> Option<Told> {
    let told = single(said, numbers, n, taken)?;
    let (Some(Says::Amount(head)), Some(last)) = (told.says.first(), told.at.last()) else {
        return Some(told);
    };
    let to = *last as usize + 1;
    let Some((whole, parts)) = measures::behind(said, numbers, taken, (*head, to)) else {
        return Some(told);
    };
    let end = parts.last().map_or(to, |part| part.to);
    let from = told.at.first().map_or(to, |&at| at as usize);
    let mut all = vec![told];
    for part in parts {
        taken[part.number] = true;
        let place = numbers[part.number].from..part.to;
        all.push(Told::new(false, [Says::Amount(part.says)], place));
    }
    Some(Told {
        parts: all,
        ..Told::new(false, [Says::Amount(whole)], from..end)
    })
}

/// A number outside of dates: a day in figures, ten years, a time, an amount of something.
fn single(said: &impl Tokens, numbers: &[Number], n: usize, taken: &mut [bool]) -> Option<Told> {
    let number = &numbers[n];
    let place = number.from..number.to;
    if number.weak && years::is_rate(said, numbers, n) {
        return None;
    }
    if let Figures::Days(days) = &number.says {
        return Some(Told::new(true, days.iter().copied().map(Says::Day), place));
    }
    if let Some((told, place)) = decades::in_figures(said, numbers, n) {
        return Some(Told::new(false, [told], place));
    }
    if let Some(time) = clock::at_number(said, numbers, n) {
        return Some(timed(time, numbers, taken));
    }
    match &number.says {
        Figures::Amount(first, other) => {
            let mut place = place;
            let (unit, before_christ) = counted(said, number, &mut place);
            if unit == Unit::NONE && years::is_as_written(said, number.from) {
                let text = said.text(number.from).to_owned();
                return Some(Told::new(false, [Says::Other(text)], place));
            }
            let thousands = other.filter(|other| *other == first.times(1000));
            let plain = thousands.is_some() && place.start == number.from;
            let other = other.filter(|_| !plain || groups_thousands(said, number.from));
            let mut amounts = [Some(*first), other];
            // Trois mois et demi.
            let half = said.phrase(place.end, &said.words().numbers.halves);
            if unit != Unit::NONE && half > 0 {
                amounts = [Some(first.and_half(1)), None];
                place.end += half;
            }
            let ages = said.words().numbers.quantities.age(said.lower(number.from));
            let ages = ages.into_iter().flat_map(|years| years + 1..years + 10);
            let amounts = amounts.into_iter().flatten();
            let amounts = amounts.chain(ages.map(Amount::whole));
            let quantity = |amount| Quantity {
                amount,
                unit,
                before_christ,
            };
            let mut says: SmallVec<[Says; 1]> = amounts
                .map(|amount| Says::Amount(quantity(amount)))
                .collect();
            let loosely = &said.words().numbers.loosely;
            let meant = loosely.iter().find(|(n, word, _)| {
                let units = said.words().numbers.quantities.units(word);
                *first == Amount::whole(*n) && units.first().is_some_and(|(_, of)| *of == unit)
            });
            if let Some((_, _, meant)) = meant {
                let amount = Amount::whole(*meant);
                says.push(Says::Loosely(quantity(amount)));
            }
            says.extend(years::century(said, number.from).map(Says::Amount));
            if unit == Unit::NONE && place == (number.from..number.to) {
                let years = years::told(said, numbers, n).into_iter();
                let years = years.map(|year| Says::Amount(Quantity::bare(Amount::whole(year))));
                says.extend(years);
            }
            if unit == Unit::NONE && said.kind(number.from) == TokenKind::Number {
                // What is a version behind that word may be one without it.
                let text = said.text(number.from);
                says.extend(text.contains('.').then(|| Says::Other(text.to_owned())));
            }
            if unit.is_doubtful {
                let others = units::others(said, place.end, unit);
                says.extend(others.map(|unit| {
                    Says::Amount(Quantity {
                        unit,
                        ..quantity(*first)
                    })
                }));
            }
            // `3m` inhabitants
            if let Some((millions, to)) = units::loose_scale(said, number.from) {
                says.push(Says::Amount(Quantity::bare(millions)));
                place.end = place.end.max(to);
            }
            // Am 04.10.
            if said.kind(number.from) == TokenKind::Number && said.lower(number.to) == "." {
                says.extend(figures::pointed_day(said.text(number.from)).map(Says::Day));
            }
            if unit == Unit::NONE
                && let Some(unit) = unit_of_next(said, numbers, n)
            {
                says.push(Says::Amount(Quantity {
                    unit,
                    ..Quantity::bare(*first)
                }));
            }
            Some(Told {
                weak: number.weak || is_definite_two(said, number) || is_other_word(said, number),
                part: number.part,
                ..Told::new(false, says, place)
            })
        }
        Figures::Other(text, days) => {
            let days = days.iter().copied().map(Says::Day);
            let whole = |text: &str| text.parse::<u64>().ok();
            let parts = text.split_once('/');
            let parts = parts.and_then(|(part, of)| whole(part).zip(whole(of)));
            let parts = parts.map(|(part, of)| Says::Ratio(part, of));
            let mut place = place;
            let measured = fraction_of_unit(said, text, &mut place);
            let says = [Says::Other(text.clone())].into_iter();
            let says = says.chain(days).chain(parts);
            let glued = measures::glued(text, said.words());
            let millions = units::loose_scale(said, number.from);
            let millions = millions.map(|(amount, _)| Quantity::bare(amount));
            let measured = measured.into_iter().chain(glued).chain(millions);
            let says = says.chain(measured.map(Says::Amount));
            Some(Told::new(false, says, place))
        }
        Figures::Time(hour, minute) => {
            let text = format!("{hour}:{minute:02}");
            Some(Told::new(false, [Says::Other(text)], place))
        }
        Figures::Days(_) => None,
    }
}

/// Whether the decimal mark of the language parts thousands in a number (`1,250` in French): it does in another number, or the
/// decimals would be three zeros.
fn groups_thousands(said: &impl Tokens, at: usize) -> bool {
    let mark = said.words().decimal_mark;
    let grouped =
        |i: usize| said.kind(i) == TokenKind::Number && said.text(i).matches(mark).count() > 1;
    said.text(at).ends_with("000") || (0..said.len()).any(grouped)
}

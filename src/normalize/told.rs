//! What a row of tokens tells of days, months, times and numbers. Facts compare it between the cells of a row, the classes of
//! difference between linked words: so both agree on what is the same.

use smallvec::SmallVec;

use super::figures::{Day, Figures};
use super::numbers::{self, Number, Tokens};

/// What some tokens tell: a date, a time or a number.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) is_date: bool,
    /// What is compared: what shares a value is the same.
    pub(crate) value: String,
    /// Another value, where the writing leaves open which is meant.
    pub(crate) or: Option<String>,
    /// The places of the tokens that tell it, increasing.
    pub(crate) at: SmallVec<[u32; 4]>,
    /// Whether its word often says something else.
    pub(crate) weak: bool,
}

impl Told {
    fn new(is_date: bool, value: String, places: std::ops::Range<usize>) -> Self {
        Self {
            is_date,
            value,
            or: None,
            at: places.map(|at| at as u32).collect(),
            weak: false,
        }
    }

    /// Whether two tell the same.
    pub(crate) fn same(&self, other: &Self) -> bool {
        let has = |value: &String| other.value == *value || other.or.as_ref() == Some(value);
        self.is_date == other.is_date && (has(&self.value) || self.or.as_ref().is_some_and(has))
    }
}

/// Years that follow a month; smaller numbers count things.
const YEARS: (u64, u64) = (1000, 2999);

/// The dates, times and numbers among tokens.
pub(crate) fn read(said: &impl Tokens) -> Vec<Told> {
    let mut found = Vec::new();
    let numbers = numbers::read(said);
    let mut taken = vec![false; numbers.len()];
    let calendar = &said.words().calendar;
    for at in (0..said.len()).filter(|&at| said.in_calendar(at)) {
        if let Some(day) = calendar.weekday(said.text(at), said.lower(at)) {
            found.push(Told::new(true, format!("weekday {day}"), at..at + 1));
        }
        if let Some(month) = calendar.month(said.text(at), said.lower(at)) {
            found.extend(date(said, &numbers, at, month, &mut taken));
        }
    }
    for n in 0..numbers.len() {
        if !taken[n] {
            found.extend(alone(said, &numbers, n, &mut taken));
        }
    }
    found
}

/// The number that begins at a word.
fn beginning(numbers: &[Number], at: usize) -> Option<usize> {
    numbers.binary_search_by_key(&at, |n| n.from).ok()
}

/// The value of a number where it is whole and lies between two others.
fn within(number: &Number, least: u64, most: u64) -> Option<u64> {
    match number.says {
        Figures::Amount(amount, _) => amount.within(least, most),
        _ => None,
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
    let day_of = |n: &usize| within(&numbers[*n], 1, 31).is_some();
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
    let year_of = |n: &usize| within(&numbers[*n], YEARS.0, YEARS.1).is_some();
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
        day: day.and_then(|n| within(&numbers[n], 1, 31)),
        month,
        year: year.and_then(|n| within(&numbers[n], YEARS.0, YEARS.1)),
    };
    let mut told = Told::new(true, value.value(), month_at..month_at + 1);
    for n in [day, year].into_iter().flatten() {
        taken[n] = true;
        let places = numbers[n].from..numbers[n].to;
        told.at.extend(places.map(|at| at as u32));
    }
    told.at.sort_unstable();
    Some(told)
}

/// A number outside of dates: a day in figures, a time, an amount.
fn alone(said: &impl Tokens, numbers: &[Number], n: usize, taken: &mut [bool]) -> Option<Told> {
    let number = &numbers[n];
    let place = number.from..number.to;
    if let Figures::Day(day, other) = number.says {
        return Some(Told {
            or: other.map(Day::value),
            ..Told::new(true, day.value(), place)
        });
    }
    if let Some(time) = time(said, numbers, n) {
        if let Some(minutes) = time.minutes {
            taken[minutes] = true;
        }
        let afternoon = time
            .is_afternoon
            .then(|| clock(time.hour % 12 + 12, time.minute));
        let said_so = clock(time.hour, time.minute);
        return Some(Told {
            or: afternoon,
            ..Told::new(false, said_so, number.from..time.to)
        });
    }
    let (value, or) = match &number.says {
        Figures::Amount(amount, other) => (amount.to_string(), other.map(|o| o.to_string())),
        Figures::Other(text) => (text.clone(), None),
        Figures::Day(..) | Figures::Time(..) => return None,
    };
    Some(Told {
        or,
        weak: number.weak,
        ..Told::new(false, value, place)
    })
}

/// A time of the day.
struct Time {
    hour: u64,
    minute: u64,
    is_afternoon: bool,
    /// The number that says the minutes, if one of its own does.
    minutes: Option<usize>,
    to: usize,
}

/// The time that a number begins; `None` where it is none, or the hour alone, which is a number.
fn time(said: &impl Tokens, numbers: &[Number], n: usize) -> Option<Time> {
    let number = &numbers[n];
    let mut time = Time {
        hour: 0,
        minute: 0,
        is_afternoon: false,
        minutes: None,
        to: number.to,
    };
    (time.hour, time.minute) = match number.says {
        Figures::Time(hour, minute) => (hour, minute),
        _ => (within(number, 0, 24).filter(|_| !number.weak)?, 0),
    };
    let noon = said.phrase(time.to, &said.words().dates.afternoon);
    let glued = || {
        said.words()
            .dates
            .afternoon
            .iter()
            .any(|a| said.lower(time.to - 1).ends_with(a))
    };
    time.is_afternoon = time.hour <= 12 && (noon > 0 || glued());
    time.to += noon;
    // 15 h 30, trois heures et demie
    let hours = said.phrase(time.to, &said.words().dates.hours);
    let half = said.phrase(time.to + hours, &said.words().numbers.halves);
    let minutes =
        beginning(numbers, time.to + hours).filter(|&m| within(&numbers[m], 0, 59).is_some());
    if hours > 0 && half > 0 {
        time.minute = 30;
        time.to += hours + half;
    } else if let Some(m) = minutes.filter(|_| hours > 0) {
        time.minute = within(&numbers[m], 0, 59)?;
        time.minutes = Some(m);
        time.to = numbers[m].to;
    } else if !time.is_afternoon && !matches!(number.says, Figures::Time(..)) {
        return None;
    }
    Some(time)
}

/// A time as it is compared: that of the full hour is a number.
fn clock(hour: u64, minute: u64) -> String {
    match minute {
        0 => hour.to_string(),
        _ => format!("{hour}:{minute:02}"),
    }
}

//! Times of the day, in figures and in words: `15 h 30`, `trois heures et demie`, `half past eight`, `8:15 p.m.`, noon.

use super::figures::Figures;
use super::number::Number;
use super::says::{Half, Time};
use super::tokens::Tokens;
use super::units;
use crate::witness::TokenKind;

/// A time where it is said.
pub(super) struct Clock {
    pub(super) time: Time,
    /// Where it stands among the words: from, to.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The numbers that belong to it, by their places in the list; the hour first.
    pub(super) numbers: [Option<usize>; 2],
    /// Whether its word often says something else: `midi`.
    pub(super) weak: bool,
}

const HOUR: i64 = 60;
const NOON: i64 = 12 * HOUR;
const DAY: i64 = 24 * HOUR;

/// The half of the day that words tell behind an hour, and where they end.
enum Part {
    Morning,
    Afternoon,
    Night,
}

/// The time that begins with a word that is no number: noon, `half past eight`.
pub(super) fn in_words(said: &impl Tokens, numbers: &[Number], at: usize) -> Option<Clock> {
    let clock = &said.words().clock;
    for (phrases, minutes) in [(&clock.noon, NOON), (&clock.midnight, 0)] {
        let length = said.phrase(at, phrases);
        // `le Midi` is a country.
        let capital = said.text(at).starts_with(char::is_uppercase);
        if length > 0 && (at == 0 || !capital || !said.words().capitals_name) {
            let (more, to) = minutes_behind(said, numbers, at + length, true);
            return Some(Clock {
                time: new(minutes + more.unwrap_or(0), Half::Named),
                from: at,
                to: if more.is_some() { to } else { at + length },
                numbers: [None, None],
                weak: more.is_none(),
            });
        }
    }
    clock.minutes_before.iter().find_map(|(minutes, phrase)| {
        let length = said.phrase(at, &[phrase]);
        let hour = beginning(numbers, at + length).filter(|_| length > 0)?;
        before_hour(said, numbers, hour, *minutes, at)
    })
}

/// The time of an hour with minutes told before it.
fn before_hour(
    said: &impl Tokens,
    numbers: &[Number],
    hour: usize,
    minutes: i64,
    from: usize,
) -> Option<Clock> {
    let number = &numbers[hour];
    let hours = whole(number, 1, 24)? as i64;
    let to = number.to + said.phrase(number.to, &said.words().clock.hours);
    let (time, to) = named(said, hours, hours * HOUR + minutes, Half::Open, to);
    Some(Clock {
        time,
        from,
        to,
        numbers: [Some(hour), None],
        weak: false,
    })
}

/// The time that a number begins; `None` where it is none, or the hour alone, which is a number.
pub(super) fn at_number(said: &impl Tokens, numbers: &[Number], n: usize) -> Option<Clock> {
    let clock = &said.words().clock;
    let number = &numbers[n];
    let told = |time: Time, to: usize, minutes: Option<usize>| Clock {
        time,
        from: number.from,
        to,
        numbers: [Some(n), minutes],
        weak: false,
    };
    // Ten past eight.
    if let Some(minutes) = whole(number, 1, 29)
        && let Some((sign, hour)) = past_or_to(said, numbers, number)
    {
        let time = before_hour(said, numbers, hour, sign * minutes as i64, number.from)?;
        return Some(Clock {
            numbers: [Some(hour), Some(n)],
            ..time
        });
    }
    let hours_word = said.phrase(number.to, &clock.hours);
    let before = number.from > 0
        && (clock.before_hours.contains(&said.lower(number.from - 1)) || {
            let before = &said.words().dates.before_time;
            let starts = (1..=2).filter_map(|length| number.from.checked_sub(length));
            let mut starts = starts.filter(|&at| at + said.phrase(at, before) == number.from);
            starts.next().is_some()
        });
    let figures = match number.says {
        Figures::Time(hour, minute) => Some((hour, minute)),
        _ if hours_word > 0 || before || names_half(said, number.to) => pointed(said, number),
        _ => None,
    };
    let in_figures = said.kind(number.from) == TokenKind::Number;
    let (hour, minute) = match figures {
        Some(time) => time,
        // `neuf` alone may be new.
        None => match whole(number, 0, 24).filter(|_| !number.weak || hours_word > 0) {
            Some(hour) => (hour, 0),
            None => (hour_and_half(number).filter(|_| before)?, 30),
        },
    };
    let after_hours = number.to + hours_word;
    let (mut minute, mut to) = (minute as i64, after_hours);
    let mut of_minutes = None;
    let mut is_time = figures.is_some() || minute > 0;
    if !is_time {
        let counted = beginning(numbers, after_hours)
            .filter(|&m| hours_word > 0 && whole(&numbers[m], 0, 59).is_some());
        let stands_alone = hours_word > 0 || before;
        let (more, end) = minutes_behind(said, numbers, after_hours, stands_alone);
        if let Some(more) = more {
            (minute, to, is_time) = (more, end, true);
            of_minutes = numbers
                .iter()
                .position(|m| m.to == end && m.from > number.from);
        } else if let Some(m) = counted {
            minute = whole(&numbers[m], 0, 59)? as i64;
            (of_minutes, to, is_time) = (Some(m), numbers[m].to, true);
        }
    }
    let half = match (in_figures, hour) {
        (_, 13..) => Half::Counted,
        (true, _) => Half::Figures,
        _ => Half::Open,
    };
    let (mut time, end) = named(said, hour as i64, hour as i64 * HOUR + minute, half, to);
    // Two o’clock is no two hours.
    time.is_of_clock = hours_word > 0 && units::at(said, number.to).is_none();
    is_time |= time.half == Half::Named || time.is_of_clock;
    is_time.then(|| told(time, end.max(to), of_minutes))
}

/// Whether words at a place tell a half of the day: `12.40 pm`.
fn names_half(said: &impl Tokens, at: usize) -> bool {
    let clock = &said.words().clock;
    let mut halves = [&clock.morning, &clock.afternoon, &clock.night].into_iter();
    halves.any(|phrases| said.phrase(at, phrases) > 0)
}

/// Minutes before an hour in words: `ten past eight`; what is to come (`zehn vor acht`) looks like a stretch of numbers, and
/// counts behind a word for *at*.
fn past_or_to(said: &impl Tokens, numbers: &[Number], number: &Number) -> Option<(i64, usize)> {
    let clock = &said.words().clock;
    let word = said.lower(number.to);
    let (past, to) = (clock.past.contains(&word), clock.to.contains(&word));
    let at = || {
        let before = number.from.checked_sub(1).map_or("", |at| said.lower(at));
        said.words().dates.before_time.contains(&before) || clock.before_hours.contains(&before)
    };
    if !(past || to && at()) {
        return None;
    }
    let hour = beginning(numbers, number.to + 1)?;
    whole(&numbers[hour], 1, 12)?;
    Some((if past { 1 } else { -1 }, hour))
}

/// The minutes that a phrase or a number behind an hour adds or takes away, and where it ends. `stands_alone` says that the
/// hour is known to be one, so that a number behind *minus* belongs to it.
fn minutes_behind(
    said: &impl Tokens,
    numbers: &[Number],
    at: usize,
    stands_alone: bool,
) -> (Option<i64>, usize) {
    let words = said.words();
    let mut phrases = words.clock.minutes_behind.iter();
    let phrase = phrases.find_map(|(minutes, phrase)| {
        let length = said.phrase(at, &[phrase]);
        (length > 0).then_some((Some(*minutes), at + length))
    });
    if let Some(found) = phrase {
        return found;
    }
    let word = said.lower(at);
    let sign = match () {
        () if words.numbers.minus.contains(&word) => -1,
        () if word == words.numbers.and => 1,
        () => return (None, at),
    };
    let minutes = beginning(numbers, at + 1).filter(|_| stands_alone);
    let minutes = minutes.and_then(|m| Some((whole(&numbers[m], 1, 59)?, numbers[m].to)));
    match minutes {
        Some((minutes, to)) => (Some(sign * minutes as i64), to),
        None => (None, at),
    }
}

/// A time with the half of the day that words behind it tell, and where those end.
fn named(said: &impl Tokens, hour: i64, minutes: i64, half: Half, at: usize) -> (Time, usize) {
    let clock = &said.words().clock;
    // 3pm
    let glued = |words: &[&str]| {
        let last = at.checked_sub(1).map_or("", |at| said.lower(at));
        let figures = last.trim_start_matches(|c: char| c.is_ascii_digit() || ":.".contains(c));
        figures != last && words.contains(&figures)
    };
    let parts = [
        (&clock.morning, Part::Morning),
        (&clock.afternoon, Part::Afternoon),
        (&clock.night, Part::Night),
    ];
    let found = parts.into_iter().find_map(|(phrases, part)| {
        let length = said.phrase(at, phrases);
        (length > 0 || glued(phrases)).then_some((part, at + length))
    });
    /// From this hour on the night is before midnight.
    const EVENING: i64 = 6;
    let Some((part, to)) = found.filter(|_| hour <= 24) else {
        return (new(minutes, half), at);
    };
    let later = match part {
        Part::Morning if hour == 12 => -NOON,
        Part::Afternoon if hour < 12 => NOON,
        Part::Night if (EVENING..=12).contains(&hour) => NOON,
        _ => 0,
    };
    (new(minutes + later, Half::Named), to)
}

/// The hour of a number that is half past it: `las tres y media`.
fn hour_and_half(number: &Number) -> Option<u64> {
    let Figures::Amount(amount, _) = number.says else {
        return None;
    };
    let minutes = amount.minutes()?;
    let hours = 60..24 * 60;
    (minutes % 60 == 30 && hours.contains(&minutes)).then_some(minutes / 60)
}

/// A time in figures that a point parts: `8.15 Uhr`.
fn pointed(said: &impl Tokens, number: &Number) -> Option<(u64, u64)> {
    let (hour, minute) = said.text(number.from).split_once('.')?;
    let hour: u64 = hour.parse().ok().filter(|&hour| hour <= 24)?;
    let minute: u64 = minute
        .parse()
        .ok()
        .filter(|&m| m < 60 && minute.len() == 2)?;
    Some((hour, minute))
}

fn new(minutes: i64, half: Half) -> Time {
    Time {
        minutes: minutes.rem_euclid(DAY) as u64,
        half,
        is_of_clock: false,
    }
}

/// The number that begins at a word.
pub(super) fn beginning(numbers: &[Number], at: usize) -> Option<usize> {
    numbers.binary_search_by_key(&at, |n| n.from).ok()
}

/// The value of a number where it is whole and lies between two others.
pub(super) fn whole(number: &Number, least: u64, most: u64) -> Option<u64> {
    match number.says {
        Figures::Amount(amount, _) => amount.within(least, most),
        _ => None,
    }
}

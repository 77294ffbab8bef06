//! What one token in figures says: an amount, a day, a time.

use super::amount::Amount;
use crate::language::FactWords;

/// What figures say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Figures {
    /// A number, and another where the writing leaves open which.
    Amount(Amount, Option<Amount>),
    /// A day in figures alone, and another where the order of day and month is open.
    Day(Day, Option<Day>),
    /// Hour and minute.
    Time(u64, u64),
    /// What is compared letter by letter: fractions, verses, versions.
    Other(String),
}

/// A day, a month or a year, as far as they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) day: Option<u64>,
    pub(super) month: u64,
    pub(super) year: Option<u64>,
}

impl Day {
    /// What is compared.
    pub(super) fn value(self) -> String {
        let part = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
        format!("{}.{}.{}", part(self.day), self.month, part(self.year))
    }
}

/// What a token in figures says, by the customs of a language.
pub(super) fn read(text: &str, words: &FactWords) -> Figures {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if let Some((hour, minute)) = clock(text) {
        return Figures::Time(hour, minute);
    }
    // Letters behind the figures (1er, 19e, 1990s, 5kg) say nothing of the number.
    let text = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    for separator in ['/', '.', '-'] {
        let parts: Vec<&str> = text.split(separator).collect();
        if let [first, second, third] = parts[..]
            && let Some(days) = day([first, second, third], words.day_first)
        {
            return Figures::Day(days.0, days.1);
        }
    }
    match amount(text, words.decimal_mark) {
        Some((first, other)) => Figures::Amount(first, other),
        None => Figures::Other(text.to_owned()),
    }
}

/// `15:30`, `15h30`, `15h`.
fn clock(text: &str) -> Option<(u64, u64)> {
    let (hour, minute) = text.split_once([':', 'h', 'H'])?;
    let hour: u64 = hour.parse().ok().filter(|&h| h <= 24)?;
    let minute = match minute {
        "" => 0,
        _ => minute
            .parse()
            .ok()
            .filter(|&m| m < 60 && minute.len() == 2)?,
    };
    Some((hour, minute))
}

/// A day as `12/03/2020`, `12.3.2020` or `2020-03-12`; two where either order of day and month fits a language in which
/// the day does not come first.
fn day(parts: [&str; 3], day_first: bool) -> Option<(Day, Option<Day>)> {
    let numbers = parts.map(|p| p.parse::<u64>().ok());
    let [Some(first), Some(second), Some(third)] = numbers else {
        return None;
    };
    let valid = |day: u64, month: u64, year: u64| {
        let plausible = (1..=31).contains(&day) && (1..=12).contains(&month);
        plausible.then_some(Day {
            day: Some(day),
            month,
            year: Some(year),
        })
    };
    match parts.map(str::len) {
        [4, _, 1 | 2] => Some((valid(third, second, first)?, None)),
        [1 | 2, 1 | 2, 4] => {
            let by_day = valid(first, second, third);
            let by_month = valid(second, first, third);
            let open = by_day.and(by_month).filter(|_| !day_first);
            Some((by_day.or(by_month)?, open))
        }
        _ => None,
    }
}

/// A number with what parts its thousands and its decimals; two where one mark and three digits leave open which it is.
fn amount(text: &str, decimal_mark: char) -> Option<(Amount, Option<Amount>)> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(at) = plain.rfind(['.', ',']) else {
        return Some((Amount::parse(&plain, "")?, None));
    };
    let (head, tail) = (&plain[..at], &plain[at + 1..]);
    let is_decimal_mark = plain[at..].starts_with(decimal_mark);
    let groups: Vec<&str> = head.split(['.', ',']).collect();
    let grouped = (1..=3).contains(&groups[0].len())
        && !head.starts_with('0')
        && groups[1..].iter().all(|g| g.len() == 3);
    let same_mark = plain[..at].contains(&plain[at..=at]);
    let thousands = (grouped && tail.len() == 3 && (groups.len() == 1 || same_mark))
        .then(|| Amount::parse(&format!("{}{tail}", groups.concat()), ""))
        .flatten();
    let decimal = (groups.len() == 1 || grouped && !same_mark)
        .then(|| Amount::parse(&groups.concat(), tail))
        .flatten();
    match (thousands, decimal) {
        (Some(thousands), Some(decimal)) if is_decimal_mark => Some((decimal, Some(thousands))),
        (first, second) => Some((first.or(second)?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Profile;
    use crate::witness::Language;

    fn said(text: &str, language: Language) -> String {
        match read(text, Profile::of(language).facts()) {
            Figures::Amount(x, None) => x.to_string(),
            Figures::Amount(x, Some(y)) => format!("{x} or {y}"),
            Figures::Day(x, None) => x.value(),
            Figures::Day(x, Some(y)) => format!("{} or {}", x.value(), y.value()),
            Figures::Time(hour, minute) => format!("{hour} h {minute}"),
            Figures::Other(text) => format!("“{text}”"),
        }
    }

    #[test]
    fn figures() {
        for (text, french, english) in [
            ("1500", "1500", "1500"),
            ("1 500", "1500", "1500"),
            ("007", "7", "7"),
            ("10.000", "10000", "10 or 10000"),
            ("10,000", "10 or 10000", "10000"),
            ("1,5", "1.5", "1.5"),
            ("3.14", "3.14", "3.14"),
            ("1.234,50", "1234.5", "1234.5"),
            ("1,234,567.8", "1234567.8", "1234567.8"),
            ("1.2.3", "“1.2.3”", "“1.2.3”"),
            ("19e", "19", "19"),
            ("1990s", "1990", "1990"),
            ("1/2", "“1/2”", "“1/2”"),
            ("0.500", "0.5", "0.5"),
            ("12/03/2020", "12.3.2020", "12.3.2020 or 3.12.2020"),
            ("25/03/2020", "25.3.2020", "25.3.2020"),
            ("03/25/2020", "25.3.2020", "25.3.2020"),
            ("12.03.2020", "12.3.2020", "12.3.2020 or 3.12.2020"),
            ("2020-03-12", "12.3.2020", "12.3.2020"),
            ("15:30", "15 h 30", "15 h 30"),
            ("15h", "15 h 0", "15 h 0"),
            ("9h05", "9 h 5", "9 h 5"),
            ("3:160", "“3:160”", "“3:160”"),
            (
                "123456789012345678901234567890",
                "“123456789012345678901234567890”",
                "“123456789012345678901234567890”",
            ),
        ] {
            assert_eq!(said(text, Language::FRENCH), french, "{text}");
            assert_eq!(said(text, Language::ENGLISH), english, "{text}");
        }
    }
}

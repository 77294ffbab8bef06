//! What one token in figures says: an amount, a day, a time.

use smallvec::SmallVec;

use super::amount::Amount;
use crate::language::FactWords;
use crate::language::chars::{in_western_digits, is_apostrophe, is_sign, vulgar_fraction};

/// What figures say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Figures {
    /// A number, and another where the writing leaves open which.
    Amount(Amount, Option<Amount>),
    /// A day in figures alone; several where the order of day and month is open, or the century.
    Days(SmallVec<[Day; 2]>),
    /// Hour and minute.
    Time(u64, u64),
    /// What is compared letter by letter, verses and versions; and the days that it may say as well: `7/5`.
    Other(String, SmallVec<[Day; 2]>),
}

/// A day, a month or a year, as far as they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) day: Option<u64>,
    pub(crate) month: u64,
    pub(crate) year: Option<u64>,
}

impl Day {
    /// The day of the week (from 1, Monday) by today’s calendar, where day, month and year are told.
    pub(crate) fn weekday(self) -> Option<u64> {
        /// Days before each month, from March on, when the year begins: by the seventh.
        const MONTHS: [u64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let (day, year) = (self.day?, self.year?);
        let shift = MONTHS.get(usize::try_from(self.month.checked_sub(1)?).ok()?)?;
        let year = if self.month < 3 {
            year.checked_sub(1)?
        } else {
            year
        };
        // From 0, Sunday (Sakamoto).
        let from_sunday = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7;
        Some(if from_sunday == 0 { 7 } else { from_sunday })
    }
}

/// What a token in figures says, by the customs of a language.
pub(crate) fn read(text: &str, words: &FactWords) -> Figures {
    let text = &*in_western_digits(text);
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if let Some((hour, minute)) = clock(text) {
        return Figures::Time(hour, minute);
    }
    if is_code(text) {
        return Figures::Other(text.to_lowercase(), SmallVec::new());
    }
    if let Some(amount) = with_fraction(text) {
        return Figures::Amount(amount, None);
    }
    // Letters behind the figures (1er, 19e, 5kg) say nothing of the number.
    let text = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    for separator in ['/', '.', '-'] {
        let parts: SmallVec<[&str; 4]> = text.split(separator).take(4).collect();
        let days = match parts[..] {
            [first, second, third] => days([first, second, third], words.day_first),
            // A fraction, or a day of this year.
            [first, second] if separator == '/' => {
                let days = in_order([first, second], None, words.day_first);
                if days.is_empty() {
                    continue;
                }
                return Figures::Other(text.to_owned(), days);
            }
            _ => continue,
        };
        if !days.is_empty() {
            return Figures::Days(days);
        }
    }
    match amount(text, words.decimal_mark) {
        Some((first, other)) => Figures::Amount(first, other),
        None => {
            let plain = text.chars().filter(|c| !c.is_whitespace()).collect();
            Figures::Other(plain, SmallVec::new())
        }
    }
}

/// The amount of a sign for a part of one, with the whole number before it: `½`, `1½`.
fn with_fraction(text: &str) -> Option<Amount> {
    let (part, of) = vulgar_fraction(text.chars().next_back()?)?;
    let whole = text.trim_end_matches(|c| vulgar_fraction(c).is_some());
    let whole: u64 = match whole {
        "" => 0,
        whole => whole.parse().ok()?,
    };
    let parts = whole.checked_mul(of)?.checked_add(part)?;
    Some(Amount::whole(parts).over(of))
}

/// The fraction that figures with a stroke say, below one and of as many parts as people measure in: `1/2`, `5/8`.
pub(super) fn stroke_fraction(text: &str) -> Option<(u64, u64)> {
    const MOST_PARTS: u64 = 64;
    let (part, of) = text.split_once('/')?;
    let (part, of) = (part.parse().ok()?, of.parse().ok()?);
    (0 < part && part < of && of <= MOST_PARTS).then_some((part, of))
}

/// Whether letters make something else of the figures that they stand behind or among: `4G`, `81128d54`, and `1990s`,
/// which is ten years.
fn is_code(text: &str) -> bool {
    let letters = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let figures = &text[..text.len() - letters.len()];
    letters.starts_with(char::is_uppercase) && !letters.contains(char::is_lowercase)
        || letters.contains(|c: char| c.is_ascii_digit())
        // 12s are shillings or seconds.
        || letters == "s" && figures.len() > 1 && figures.ends_with('0') && figures != "10"
}

/// `15:30`, `15h30`, `15h`.
fn clock(text: &str) -> Option<(u64, u64)> {
    // 13:25h
    let text = text
        .strip_suffix(['h', 'H'])
        .filter(|t| t.contains(':'))
        .unwrap_or(text);
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

/// The days that three figures can say: `12/03/2020`, `12.3.20`, `2020-03-12`.
fn days(parts: [&str; 3], day_first: bool) -> SmallVec<[Day; 2]> {
    let [first, second, third] = parts;
    match parts.map(str::len) {
        [4, _, 1 | 2] => in_order([third, second], first.parse().ok(), true),
        [1 | 2, 1 | 2, 4] => in_order([first, second], third.parse().ok(), day_first),
        // Of two figures the century is open.
        [1 | 2, 1 | 2, 2] => {
            let Ok(year) = third.parse::<u64>() else {
                return SmallVec::new();
            };
            let mut days = in_order([first, second], Some(2000 + year), day_first);
            days.extend(in_order([first, second], Some(1900 + year), day_first));
            days
        }
        _ => SmallVec::new(),
    }
}

/// The day that two figures with a point between and one behind say: `04.10.`.
pub(super) fn pointed_day(text: &str) -> Option<Day> {
    let (day, month) = text.split_once('.')?;
    let short = [day, month]
        .iter()
        .all(|part| (1..=2).contains(&part.len()));
    let days = short.then(|| in_order([day, month], None, true))?;
    days.first().copied()
}

/// The days that a day and a month say, in either order where the day does not come first in the language.
fn in_order(parts: [&str; 2], year: Option<u64>, day_first: bool) -> SmallVec<[Day; 2]> {
    let [Ok(first), Ok(second)] = parts.map(str::parse::<u64>) else {
        return SmallVec::new();
    };
    let valid = |day: u64, month: u64| {
        let plausible = (1..=31).contains(&day) && (1..=12).contains(&month);
        plausible.then_some(Day {
            day: Some(day),
            month,
            year,
        })
    };
    let by_day = valid(first, second);
    let by_month = valid(second, first)
        .filter(|other| by_day.is_none() || !day_first && by_day != Some(*other));
    by_day.into_iter().chain(by_month).collect()
}

/// A number in figures, as its marks part it.
#[derive(Debug, PartialEq, Eq)]
struct Parted<'t> {
    /// The sign before it, if one is.
    sign: &'static str,
    whole: String,
    decimals: &'t str,
}

impl Parted<'_> {
    fn amount(&self) -> Option<Amount> {
        let amount = Amount::parse(&self.whole, self.decimals)?;
        Some(if self.sign == "-" {
            amount.negative()
        } else {
            amount
        })
    }
}

/// A number by what parts its thousands and its decimals; two where one mark and three digits leave open which it is: the
/// custom of the language, by its decimal mark, comes first.
fn parted(text: &str, decimal_mark: char) -> Option<(Parted<'_>, Option<Parted<'_>>)> {
    let (sign, digits) = match text.chars().next() {
        Some('+') => ("+", &text[1..]),
        Some(c) if is_sign(c) => ("-", &text[c.len_utf8()..]),
        _ => ("", text),
    };
    let as_parted = |whole: String, decimals| Parted {
        sign,
        whole,
        decimals,
    };
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let Some(at) = digits.rfind(['.', ',', '\'']) else {
        return is_digits(digits).then(|| (as_parted(digits.to_owned(), ""), None));
    };
    let (head, mark, tail) = (&digits[..at], &digits[at..=at], &digits[at + 1..]);
    let groups: Vec<&str> = head.split(['.', ',', '\'']).collect();
    if tail.is_empty() || !is_digits(tail) || !groups.iter().all(|g| is_digits(g)) {
        return None;
    }
    let grouped = (1..=3).contains(&groups[0].len())
        && !head.starts_with('0')
        && groups[1..].iter().all(|g| g.len() == 3);
    let same_mark = head.contains(mark);
    let thousands = (grouped && tail.len() == 3 && (groups.len() == 1 || same_mark))
        .then(|| as_parted(groups.concat() + tail, ""));
    let decimal = (mark != "'" && (groups.len() == 1 || grouped && !same_mark))
        .then(|| as_parted(groups.concat(), tail));
    match (thousands, decimal) {
        (Some(thousands), Some(decimal)) if mark.starts_with(decimal_mark) => {
            Some((decimal, Some(thousands)))
        }
        (first, second) => Some((first.or(second)?, None)),
    }
}

/// The typographic key of a number whose digits marks part: the whole number without marks, the decimals behind the mark
/// of the language; `None` where the token is no such number.
pub(super) fn plain(token: &str, decimal_mark: char) -> Option<String> {
    let marked = token.bytes().any(|b| matches!(b, b'.' | b',' | b'\''));
    if !marked || !token.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, _) = parted(token, decimal_mark)?;
    let mark = if number.decimals.is_empty() {
        String::new()
    } else {
        decimal_mark.to_string()
    };
    Some(format!(
        "{}{}{mark}{}",
        number.sign, number.whole, number.decimals
    ))
}

/// The amount that figures say; two where the writing leaves open which.
fn amount(text: &str, decimal_mark: char) -> Option<(Amount, Option<Amount>)> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if is_apostrophe(c) { '\'' } else { c })
        .collect();
    let (first, other) = parted(&plain, decimal_mark)?;
    let other = other.and_then(|other| other.amount());
    match first.amount() {
        Some(first) => Some((first, other)),
        None => Some((other?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Profile;
    use crate::witness::Language;

    fn told(days: &[Day]) -> String {
        let part = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
        let days = days
            .iter()
            .map(|d| format!("{}.{}.{}", part(d.day), d.month, part(d.year)));
        days.collect::<Vec<_>>().join(" or ")
    }

    fn said(text: &str, language: Language) -> String {
        match read(text, Profile::of(language).facts()) {
            Figures::Amount(x, None) => x.to_string(),
            Figures::Amount(x, Some(y)) => format!("{x} or {y}"),
            Figures::Days(days) => told(&days),
            Figures::Time(hour, minute) => format!("{hour} h {minute}"),
            Figures::Other(text, days) if days.is_empty() => format!("“{text}”"),
            Figures::Other(text, days) => format!("“{text}” or {}", told(&days)),
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
            ("1990s", "“1990s”", "“1990s”"),
            ("4G", "“4g”", "“4g”"),
            ("81128d54", "“81128d54”", "“81128d54”"),
            ("−5", "-5", "-5"),
            ("-2,5", "-2.5", "-2.5"),
            ("+3", "3", "3"),
            ("1’000", "1000", "1000"),
            ("1/10 000", "“1/10000”", "“1/10000”"),
            ("1/2", "“1/2” or 1.2.", "“1/2” or 1.2. or 2.1."),
            ("½", "0.5", "0.5"),
            ("2¾", "2.75", "2.75"),
            (
                "12/03/20",
                "12.3.2020 or 12.3.1920",
                "12.3.2020 or 3.12.2020 or 12.3.1920 or 3.12.1920",
            ),
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

//! What a date, a time or a number says, and when two say the same.

use super::amount::Amount;
use super::dialled;
use super::figures::Day;
use crate::language::Unit;

/// What some words tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Says {
    Amount(Quantity),
    Day(Day),
    /// From 1, Monday.
    Weekday(u64),
    Time(Time),
    /// Ten years, by their tens (`sixties`), and the century they are in where it is told.
    Decade {
        tens: u64,
        century: Option<u64>,
    },
    /// So many of so many: nine out of ten.
    Ratio(u64, u64),
    /// A quarter of a year, from 1.
    Quarter(u64),
    /// The digits of a number that is dialled.
    Dialled(String),
    /// What is said of a stretch of time that is told in another unit: `quinze jours` of two weeks.
    Loosely(Quantity),
    /// What is compared letter by letter.
    Other(String),
}

/// A number and what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) amount: Amount,
    pub(crate) unit: Unit,
    /// Whether it counts years before Christ.
    pub(crate) before_christ: bool,
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    /// Since midnight.
    pub(crate) minutes: u64,
    pub(crate) half: Half,
    /// Whether its words tell no stretch of hours: two o’clock.
    pub(crate) is_of_clock: bool,
}

/// How the half of the day is told that a time is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// By the number alone: `15 h`.
    Counted,
    /// By words: `3 p.m.`, noon.
    Named,
    /// Not: what is in figures is of the morning where nothing else is said.
    Figures,
    /// Not at all: `trois heures`.
    Open,
}

const HALF_DAY: u64 = 12 * 60;

impl Says {
    /// Whether two say the same.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Amount(a), Self::Amount(b)) => a.same(*b),
            (Self::Time(a), Self::Time(b)) => a.same(*b),
            (Self::Time(time), Self::Amount(hours)) | (Self::Amount(hours), Self::Time(time)) => {
                time.is_so_many(*hours)
            }
            (
                Self::Decade { tens, century },
                Self::Decade {
                    tens: other,
                    century: of_other,
                },
            ) => {
                let differ = century.zip(*of_other).is_some_and(|(x, y)| x != y);
                tens == other && !differ
            }
            (Self::Ratio(part, of), Self::Amount(quantity))
            | (Self::Amount(quantity), Self::Ratio(part, of)) => quantity.is_part(*part, *of),
            (Self::Dialled(a), Self::Dialled(b)) => dialled::same(a, b),
            (Self::Loosely(a), Self::Amount(b)) | (Self::Amount(b), Self::Loosely(a)) => {
                a.unit != b.unit && a.same(*b)
            }
            _ => self == other,
        }
    }

    /// Whether two say the same, and both or neither what they count.
    pub(crate) fn same_in_full(&self, other: &Self) -> bool {
        let leaves_out = match (self, other) {
            (Self::Amount(a), Self::Amount(b)) => a.unit.dimension != b.unit.dimension,
            _ => false,
        };
        self.same(other) && !leaves_out
    }

    /// What it says in any language, and whether that is a number below `few`: an amount whatever it counts, a day of a month, a
    /// time by its place in half a day. Nothing where that is no more than letters.
    pub(crate) fn value(&self, few: u64) -> Option<(String, bool)> {
        let value = match self {
            Self::Amount(quantity) => {
                let few = quantity.amount.within(0, few.saturating_sub(1)).is_some();
                return Some((quantity.amount.to_string(), few));
            }
            Self::Day(day) => format!("day {:?} {}", day.day, day.month),
            Self::Weekday(day) => format!("weekday {day}"),
            Self::Time(time) => format!("time {}", time.minutes % HALF_DAY),
            Self::Decade { tens, .. } => format!("decade {tens}"),
            Self::Ratio(part, of) => format!("{part}/{of}"),
            Self::Quarter(quarter) => format!("quarter {quarter}"),
            Self::Dialled(digits) => digits.clone(),
            Self::Loosely(quantity) => quantity.amount.to_string(),
            Self::Other(_) => return None,
        };
        Some((value, false))
    }

    /// Whether it says what another does and more: the year of a day, its date, what a number counts.
    pub(crate) fn completes(&self, other: &Self) -> bool {
        let part = |x: Option<u64>, y: Option<u64>| y.is_none() || x == y;
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => {
                a != b && a.month == b.month && part(a.day, b.day) && part(a.year, b.year)
            }
            // The day of the week that it is, or may be.
            (Self::Day(day), Self::Weekday(told)) => {
                day.day.is_some() && day.weekday().is_none_or(|is| is == *told)
            }
            // The year of a day, or the day of a month, told alone.
            (Self::Day(day), Self::Amount(told)) => {
                let told = Some(told.amount).filter(|_| *told == Quantity::bare(told.amount));
                let parts = [day.year, day.day];
                let mut parts = parts.into_iter().flatten();
                parts.any(|part| told == Some(Amount::whole(part)))
            }
            (Self::Amount(a), Self::Amount(b)) => {
                b.unit == Unit::NONE
                    && a.unit != Unit::NONE
                    && a.amount == b.amount
                    && a.before_christ == b.before_christ
            }
            _ => false,
        }
    }

    /// Whether it says what it counts.
    pub(crate) fn has_unit(&self) -> bool {
        match self {
            Self::Amount(quantity) => quantity.unit != Unit::NONE,
            Self::Time(_) => true,
            _ => false,
        }
    }
}

impl Quantity {
    /// A number of what is not told.
    pub(crate) fn bare(amount: Amount) -> Self {
        Self {
            amount,
            unit: Unit::NONE,
            before_christ: false,
        }
    }

    /// Whether it is a mere number, this one.
    pub(crate) fn is_mere(self, number: u64) -> bool {
        self == Self::bare(Amount::whole(number))
    }

    /// How many of the least unit of what it measures it is.
    pub(crate) fn in_least_units(self) -> Amount {
        self.amount.times(self.unit.times).over(self.unit.over)
    }

    /// The sum with smaller parts of it, in the least unit.
    pub(crate) fn with(self, parts: &[Self]) -> Self {
        let parts = parts.iter().map(|part| part.in_least_units());
        let unit = Unit {
            times: 1,
            over: 1,
            ..self.unit
        };
        Self {
            amount: parts.fold(self.in_least_units(), Amount::plus),
            unit,
            ..self
        }
    }

    /// Whether it is a part of a whole that so many hundredths say as nearly as they can: a third, 33 %.
    fn is_about(self, hundredths: Self) -> bool {
        const HUNDREDTH: Unit = Unit {
            over: 100,
            ..Unit::NONE
        };
        self.unit == Unit::NONE
            && hundredths.unit == HUNDREDTH
            && self.amount.is_about(hundredths.amount)
    }

    /// Whether it is such a part of a whole.
    fn is_part(self, part: u64, of: u64) -> bool {
        self.unit.dimension.is_empty()
            && self.amount.over(self.unit.over) == Amount::whole(part).over(of)
    }

    fn same(self, other: Self) -> bool {
        let of_one_kind = self.unit.dimension == other.unit.dimension
            // Cents of any currency.
            || self.unit.is_small_money() && other.unit.is_money
            || other.unit.is_small_money() && self.unit.is_money;
        let left_out = |x: Self, y: Self| x.unit == Unit::NONE && y.unit.may_be_left_out();
        self.before_christ == other.before_christ
            && if of_one_kind {
                self.in_least_units() == other.in_least_units()
                    || self.is_about(other)
                    || other.is_about(self)
            } else {
                (left_out(self, other) || left_out(other, self)) && self.amount == other.amount
            }
    }
}

impl Time {
    fn same(self, other: Self) -> bool {
        use Half::{Counted, Figures, Named, Open};
        let exactly = self.minutes == other.minutes;
        match (self.half, other.half) {
            (Counted | Named, Counted | Named)
            | (Figures, Figures | Counted)
            | (Counted, Figures) => exactly,
            (Open, _) | (_, Open) | (Figures, Named) | (Named, Figures) => {
                self.minutes % HALF_DAY == other.minutes % HALF_DAY
            }
        }
    }

    /// Whether it is told by so many hours: `trois heures`, `3`.
    fn is_so_many(self, hours: Quantity) -> bool {
        const HOUR: u64 = 3600;
        let unit = hours.unit;
        let hours = match unit.dimension {
            "s" => hours.amount.times(unit.times).over(unit.over * HOUR),
            _ => hours.amount,
        };
        let fits = unit == Unit::NONE || unit.dimension == "s" && !self.is_of_clock;
        let minutes = hours.minutes().filter(|_| fits);
        minutes.is_some_and(|minutes| {
            let by_the_half = !matches!(self.half, Half::Counted | Half::Figures);
            let same = |m: u64| m % (2 * HALF_DAY) == self.minutes;
            same(minutes) || by_the_half && minutes <= HALF_DAY && same(minutes + HALF_DAY)
        })
    }
}

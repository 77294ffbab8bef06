//! Dates of a language whose months are not known, beside dates in figures.

use smallvec::SmallVec;

use crate::language::Profile;
use crate::normalize::Says;

use super::differences::{Cells, Left};
use super::mention::Mention;

/// Words between the day and its year, at most: `3 de mayo de`.
const BETWEEN: u32 = 3;

impl<'a> Cells<'a> {
    /// Takes away the days in figures whose day and year the other cell has around a word, where that may be a month because
    /// no month of the language is known.
    pub(super) fn take_unspelled_dates(&self, all: &mut Left<'a>) {
        for w in [0, 1] {
            let words = Profile::of(self.witness(w).language).facts();
            if words.calendar.knows_months() {
                continue;
            }
            let dates = all[1 - w].iter().copied();
            let dates: Vec<&Mention> = dates.filter(|m| !days(m).is_empty()).collect();
            for date in dates {
                let numbers = &all[w];
                let spelled = |day: &&&Mention, year: &&&Mention| {
                    let apart = year.tokens[0].0.saturating_sub(day.tokens[0].0);
                    let mut said = days(date).into_iter();
                    (2..=BETWEEN + 1).contains(&apart)
                        && said.any(|(d, y)| is_so_many(day, d) && is_so_many(year, y))
                };
                let pair = numbers.iter().find_map(|day| {
                    let year = numbers.iter().find(|year| spelled(&day, year))?;
                    Some([day.tokens[0], year.tokens[0]])
                });
                if let Some(pair) = pair {
                    all[w].retain(|m| !pair.contains(&m.tokens[0]));
                    all[1 - w].retain(|m| m.tokens[0] != date.tokens[0]);
                }
            }
        }
    }
}

/// The days and years that a mention may say in full.
fn days(mention: &Mention) -> SmallVec<[(u64, u64); 2]> {
    let days = mention.says.iter().filter_map(|says| match says {
        Says::Day(day) => day.day.zip(day.year),
        _ => None,
    });
    days.collect()
}

/// Whether a mention is a mere number, this one.
fn is_so_many(mention: &Mention, number: u64) -> bool {
    let mut says = mention.says.iter();
    says.any(|says| matches!(says, Says::Amount(told) if told.is_mere(number)))
}

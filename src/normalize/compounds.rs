//! A number and what it counts in one word: `zwölfjährig`, `dreimal`, `dodicenne`, `12-year-old`.

use super::amount::Amount;
use super::sum::{MULTIPLIERS, Sum};
use crate::language::{Numbers, Unit};

/// What such a word says.
#[derive(Debug)]
pub(super) struct Compound {
    pub(super) amount: Amount,
    pub(super) unit: Unit,
    /// Whether only its first part says a number, of what no table has: `five-time`.
    pub(super) weak: bool,
}

/// What a word in lower case says that is made of a number and a unit.
pub(super) fn read(lower: &str, words: &Numbers) -> Option<Compound> {
    hyphened(lower, words)
        .or_else(|| in_one(lower, words))
        .or_else(|| part(lower, words))
        .or_else(|| of_something(lower, words))
}

/// `Viertelstunde`, `Viertelmillion`, `halfuur`: a part of a unit, or of a number.
pub(super) fn part(lower: &str, words: &Numbers) -> Option<Compound> {
    let quantities = &words.quantities;
    quantities.parts_of(lower).find_map(|((part, of), rest)| {
        let part = Amount::whole(part).over(of);
        let number = words.number(rest).map(|number| number.value);
        let number = number.filter(|&value| value >= MULTIPLIERS);
        let number = number.or_else(|| quantities.gathered(rest));
        let (amount, unit) = match number {
            Some(number) => (part.times(number), Unit::NONE),
            None => {
                let mut units = quantities.units(rest).iter();
                // Of a letter or two, a word begins so by chance.
                let (_, unit) = units.find(|(more, _)| more.is_empty() && rest.len() > 2)?;
                (part, *unit)
            }
        };
        Some(Compound {
            amount,
            unit,
            weak: false,
        })
    })
}

/// `five-time`, `three-storey`: the number of what no table has.
fn of_something(lower: &str, words: &Numbers) -> Option<Compound> {
    let (head, rest) = lower.split_once('-')?;
    let whole =
        Sum::default().with(words, lower, true).is_none() && !words.quantities.is_fraction(rest);
    let letters =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || c == '-');
    // One-sided, zwei- oder dreimal.
    let value = number(head, words).filter(|&value| value > 1)?;
    (whole && letters(head) && letters(rest)).then(|| Compound {
        amount: Amount::whole(value),
        unit: Unit::NONE,
        weak: true,
    })
}

/// `three-day`, `12-year-old`, `100-meter-lauf`: the part behind the number is a unit.
fn hyphened(lower: &str, words: &Numbers) -> Option<Compound> {
    if !lower.contains('-') || Sum::default().with(words, lower, true).is_some() {
        return None;
    }
    let cuts = lower.match_indices('-').map(|(at, _)| at);
    cuts.rev().find_map(|cut| {
        let (head, rest) = (&lower[..cut], &lower[cut + 1..]);
        let name = rest.split('-').next().unwrap_or(rest);
        let mut units = words.quantities.units(name).iter();
        let (_, unit) = units.find(|(more, _)| more.is_empty())?;
        Some(Compound {
            amount: Amount::whole(number(head, words)?),
            unit: *unit,
            weak: false,
        })
    })
}

/// `zwölfjährig`, `12-jährig`, `tweemaal`: an ending tells the unit.
fn in_one(lower: &str, words: &Numbers) -> Option<Compound> {
    let mut endings = words.quantities.compounds().iter();
    endings.find_map(|(stem, endings, unit)| {
        let mut heads = endings.iter().filter_map(|ending| {
            let rest = lower.strip_suffix(ending)?;
            rest.strip_suffix(stem)
        });
        heads.find_map(|head| {
            Some(Compound {
                amount: Amount::whole(number(head.trim_end_matches('-'), words)?),
                unit: *unit,
                weak: false,
            })
        })
    })
}

/// The number that the first part of a word says, which may have lost its last vowel: `dodic(i)enne`.
fn number(head: &str, words: &Numbers) -> Option<u64> {
    /// What has more figures is no number of a compound.
    const FIGURES: usize = 9;
    if head.is_empty() {
        return None;
    }
    if head.bytes().all(|b| b.is_ascii_digit()) {
        return head.parse().ok().filter(|_| head.len() <= FIGURES);
    }
    let whole = |head: &str| {
        let sum = Sum::default().with(words, head, true)?;
        (!sum.ordinal).then(|| sum.sum.total())
    };
    whole(head).or_else(|| {
        let mut lost = words.quantities.lost_vowels.iter();
        lost.find_map(|vowel| whole(&format!("{head}{vowel}")))
    })
}

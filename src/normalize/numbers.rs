//! Numbers in a row of tokens, in figures, in Roman numerals or in words, with what multiplies them. By this facts are
//! found, and two ways to write one number are told from two numbers.

use std::borrow::Cow;

use super::amount::Amount;
use super::figures::{self, Figures};
use super::numerals::roman_value;
use crate::language::{FactWords, Numbers};
use crate::witness::TokenKind;

/// Values from here on multiply what stands before them: two thousand, `1,5 million`.
const MULTIPLIERS: u64 = 1000;
/// Shorter words of the Roman digits C, D and M are words or abbreviations: CD, DIX, MI.
const SHORTEST_HUNDREDS: usize = 4;

/// Tokens in which numbers are read.
pub(crate) trait Tokens {
    /// The words of their language.
    fn words(&self) -> &'static FactWords;
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether a number may begin with the token at a place.
    fn begins_number(&self, at: usize) -> bool;
    /// Whether the token at a place is a month or a day of the week.
    fn in_calendar(&self, at: usize) -> bool;
    fn kind(&self, at: usize) -> TokenKind;
    /// A token as it stands in the text.
    fn text(&self, at: usize) -> &str;
    /// A token in lower case; nothing behind the last.
    fn lower(&self, at: usize) -> &str;
    /// The text of so many tokens, if no space parts them.
    fn unbroken(&self, at: usize, count: usize) -> Option<Cow<'_, str>>;

    /// How many tokens from a place on say one of these phrases; 0 where none does.
    fn phrase(&self, at: usize, phrases: &[&str]) -> usize {
        let length = |phrase: &&str| {
            let mut words = (at..).zip(phrase.split(' '));
            let said = words.all(|(at, word)| self.lower(at) == word);
            said.then(|| phrase.split(' ').count())
        };
        phrases.iter().find_map(length).unwrap_or(0)
    }
}

/// A number as it is said.
#[derive(Debug)]
pub(crate) struct Number {
    pub(crate) says: Figures,
    /// Where it stands among the words: from, to.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Whether its word often says something else: `un`, `neuf`, `premier`.
    pub(crate) weak: bool,
}

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

/// Whether a number may begin with a token; `lower` is the token in lower case.
pub(crate) fn may_begin(kind: TokenKind, text: &str, lower: &str, words: &Numbers) -> bool {
    let begins = |phrase: &&str| phrase.split(' ').next() == Some(lower);
    match kind {
        TokenKind::Punctuation => false,
        TokenKind::Number => true,
        TokenKind::Word => {
            roman(text).is_some()
                || words.half_of.iter().any(begins)
                || Sum::default().with(words, lower, true).is_some()
        }
    }
}

/// The number that begins at a word.
fn number(said: &impl Tokens, from: usize) -> Option<Number> {
    let mut number = match said.kind(from) {
        TokenKind::Punctuation => return None,
        TokenKind::Number => in_figures(said, from),
        TokenKind::Word => match roman(said.text(from)) {
            Some(value) => Number {
                says: Figures::Amount(Amount::whole(value.into()), None),
                from,
                to: from + 1,
                // A letter alone is more often a letter.
                weak: said.text(from).len() == 1,
            },
            None => in_words(said, from)?,
        },
    };
    // `moins cinq` is -5, or less by 5.
    if let Figures::Amount(amount, other @ None) = &mut number.says
        && from > 0
        && said.words().numbers.minus.contains(&said.lower(from - 1))
    {
        *other = Some(amount.negative());
    }
    number.to += said.phrase(number.to, &said.words().numbers.percents);
    Some(number)
}

/// The number that begins with a token in figures.
fn in_figures(said: &impl Tokens, from: usize) -> Number {
    let mut number = Number {
        says: figures::read(said.text(from), said.words()),
        from,
        to: from + 1,
        weak: false,
    };
    // 2020-03-12: tokens of their own, without spaces.
    if let Some(day) = said
        .unbroken(from, 5)
        .map(|text| figures::read(&text, said.words()))
        && matches!(day, Figures::Day(..))
    {
        number.says = day;
        number.to += 4;
    }
    if let Figures::Amount(first, other) = &mut number.says {
        let scale = Scale::read(said, number.to, 1);
        *first = scale.of(*first);
        *other = other.map(|other| scale.of(other));
        number.to = scale.to;
    }
    number
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
    let half = said.phrase(from, &words.half_of);
    if half > 0 {
        let multiplier = multiplier(said, from + half)?;
        return Some(Number {
            says: Figures::Amount(Amount::whole(0).and_half(multiplier), None),
            from,
            to: from + half + 1,
            weak: false,
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
    let scale = Scale::read(said, to, sum.unit);
    Some(Number {
        says: Figures::Amount(scale.of(Amount::whole(sum.total())), None),
        from,
        to: scale.to,
        weak,
    })
}

/// The value of a word that multiplies.
fn multiplier(said: &impl Tokens, at: usize) -> Option<u64> {
    let part = said.words().numbers.number(said.lower(at))?;
    (part.value >= MULTIPLIERS).then_some(part.value)
}

/// What makes more of a number: a half, a million, or both.
struct Scale {
    half_before: bool,
    factor: Option<u64>,
    half_after: bool,
    /// What half is taken of without a factor.
    unit: u64,
    /// Where it ends.
    to: usize,
}

impl Scale {
    fn read(said: &impl Tokens, at: usize, unit: u64) -> Self {
        let half = |at: usize| said.phrase(at, &said.words().numbers.halves);
        let mut to = at + half(at);
        let half_before = to > at;
        let factor = multiplier(said, to);
        to += usize::from(factor.is_some());
        let after = if factor.is_some() { half(to) } else { 0 };
        Self {
            half_before,
            factor,
            half_after: after > 0,
            unit,
            to: to + after,
        }
    }

    fn of(&self, mut amount: Amount) -> Amount {
        if self.half_before {
            amount = amount.and_half(self.unit);
        }
        if let Some(factor) = self.factor {
            amount = amount.times(factor);
        }
        match self.factor {
            Some(factor) if self.half_after => amount.and_half(factor),
            _ => amount,
        }
    }
}

/// The words of a number added up.
#[derive(Debug, Clone, Copy)]
struct Sum {
    /// Thousands and millions that are complete.
    done: u64,
    /// What is below them.
    open: u64,
    /// The last of the thousands and millions; 1 where there are none.
    unit: u64,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            done: 0,
            open: 0,
            unit: 1,
        }
    }
}

/// A sum with one more word.
struct Longer {
    sum: Sum,
    /// Whether the word is one of those that often say something else.
    doubtful: bool,
    /// Whether it is an ordinal, with which a number ends.
    ordinal: bool,
}

impl Sum {
    /// With a word, whose parts hyphens join, or nothing does; `None` where it cannot belong to the same number.
    fn with(self, words: &Numbers, word: &str, first: bool) -> Option<Longer> {
        let mut longer = Longer {
            sum: self,
            doubtful: false,
            ordinal: false,
        };
        if let Some(whole) = words.number(word) {
            longer.doubtful = whole.inside_only;
            return longer.sum.add(whole.value).then_some(longer);
        }
        let mut parts = 0;
        // einundzwanzig: in one word the unit may come first.
        let mut turned = false;
        let joined = word.split('-').filter(|p| !p.is_empty());
        for part in joined.flat_map(|p| words.parts(p)) {
            if part == words.and && parts > 0 {
                turned = true;
                continue;
            }
            let cardinal = words.number(part);
            let value = cardinal.or_else(|| words.ordinal(part))?;
            // `les vingt premiers` is no 21.
            let apart = parts == 0 && !first && cardinal.is_none() && value.inside_only;
            let added = longer.sum.add(value.value) || turned && longer.sum.add_tens(value.value);
            if apart || longer.ordinal || !added {
                return None;
            }
            turned = false;
            longer.ordinal = cardinal.is_none();
            longer.doubtful = parts == 0 && value.inside_only;
            parts += 1;
        }
        (parts > 0).then_some(longer)
    }

    /// Adds the next word; false when it cannot belong to the same number.
    fn add(&mut self, value: u64) -> bool {
        let below = self.open % 100;
        match value {
            0..20 if below == 0 || below >= 20 && below.is_multiple_of(10) => self.open += value,
            // dix-sept
            7..10 if below == 10 => self.open += value,
            // quatre-vingt
            20 if below == 4 => self.open += 76,
            20..100 if below == 0 => self.open += value,
            // Nineteen hundred, too.
            100 if self.open < 100 => self.open = self.open.max(1) * 100,
            101..MULTIPLIERS if self.open == 0 => self.open = value,
            MULTIPLIERS.. if self.done == 0 || self.done.is_multiple_of(value * 1000) => {
                self.done += self.open.max(1) * value;
                self.open = 0;
                self.unit = value;
            }
            _ => return false,
        }
        true
    }

    /// Adds tens to the unit before them; false where there is none.
    fn add_tens(&mut self, tens: u64) -> bool {
        let fits = (1..10).contains(&(self.open % 100))
            && (20..100).contains(&tens)
            && tens.is_multiple_of(10);
        if fits {
            self.open += tens;
        }
        fits
    }

    fn total(self) -> u64 {
        self.done + self.open
    }
}

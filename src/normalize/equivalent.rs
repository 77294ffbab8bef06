//! Two ways to write one thing, or two things of which that is certain: numbers and dates in figures and in words,
//! codes, what an abbreviation stands for.

use std::borrow::Cow;

use super::numbers;
use super::numerals::roman_value;
use super::tokens::Tokens;
use super::told::{self, Told};
use super::{Fold, KeyedToken};
use crate::class::Class;
use crate::language::chars::kind_of;
use crate::language::{FactWords, Profile};
use crate::witness::TokenKind;

/// What figures and abbreviations say of two runs of tokens, one or more a side, that differ in their typographic keys;
/// `None` where they say nothing.
pub(super) fn class(
    a: &[KeyedToken<'_>],
    b: &[KeyedToken<'_>],
    profile: &'static Profile,
) -> Option<Class> {
    if is_written_out(a, b, profile) {
        return Some(Class::Spelling);
    }
    let figures = |run: &[KeyedToken<'_>]| -> String {
        let letters = run.iter().flat_map(|t| t.text.chars());
        letters.filter(char::is_ascii_digit).collect()
    };
    let (x, y) = (figures(a), figures(b));
    if x.is_empty() && y.is_empty() {
        let may = |run: &[KeyedToken<'_>]| {
            let run = Run::new(run, profile);
            (0..run.len()).any(|at| run.begins_number(at) || run.in_calendar(at))
        };
        if !may(a) || !may(b) {
            return None;
        }
    }
    if let (Some(first), Some(second)) = (told(a, profile), told(b, profile)) {
        if !first.same(&second) {
            return (!first.weak && !second.weak).then_some(Class::Wording);
        }
        let in_words = |run: &[KeyedToken<'_>]| {
            run.iter()
                .all(|t| t.text.contains(char::is_lowercase) && roman_value(t.text).is_none())
        };
        let dated = first.is_date;
        let words = !dated && x.is_empty() && y.is_empty() && in_words(a) && in_words(b);
        return (!words).then_some(Class::Spelling);
    }
    // A code with other figures is another code: A6 and A7, mp3 and mp4.
    (x != y && !x.is_empty() && !y.is_empty()).then_some(Class::Wording)
}

/// The date or the number that a run tells, if it is all that it says.
fn told(run: &[KeyedToken<'_>], profile: &'static Profile) -> Option<Told> {
    let run = Run::new(run, profile);
    let mut all = told::read(&run).into_iter();
    let told = all.next().filter(|_| all.next().is_none())?;
    let joints = &run.words.dates.joints;
    let minus = &run.words.numbers.minus;
    let is_told = |at: usize| {
        let lower = run.lower(at);
        told.at.contains(&(at as u32))
            || run.kind(at) == TokenKind::Punctuation
            || joints.contains(&lower)
            || minus.contains(&lower)
    };
    (0..run.len()).all(is_told).then_some(told)
}

/// The digits of the number that a word says, where that is all it says: `32` of `Trente-deux`.
pub(super) fn digits(token: &KeyedToken<'_>, profile: &'static Profile) -> Option<String> {
    let run = std::slice::from_ref(token);
    let words = Run::new(run, profile);
    let told = words
        .begins_number(0)
        .then(|| told(run, profile))
        .flatten()?;
    let [says] = &told.says[..] else { return None };
    let (value, _) = says.value(0).filter(|_| !told.weak && !told.is_date)?;
    value.bytes().all(|b| b.is_ascii_digit()).then_some(value)
}

/// Whether one run abbreviates what the other writes out, or both abbreviate one thing.
fn is_written_out(a: &[KeyedToken<'_>], b: &[KeyedToken<'_>], profile: &Profile) -> bool {
    let (x, y) = (bare(a), bare(b));
    let abbreviated = profile.abbreviated();
    let ways = |text: &str| abbreviated.get(text).map_or(&[][..], Vec::as_slice);
    let (of_x, of_y) = (ways(&x), ways(&y));
    // Marks alone are no words, and points and signs make another number.
    let letters = |text: &str| text.chars().all(char::is_alphabetic);
    let pointed = |run: &[KeyedToken<'_>]| run.iter().any(|t| t.text.contains('.'));
    !x.is_empty() && x == y && letters(&x) && (pointed(a) || pointed(b))
        || of_x.contains(&y)
        || of_y.contains(&x)
        || of_x.iter().any(|way| of_y.contains(way))
}

/// The letters, figures and symbols of a run, without what stands between them.
fn bare(run: &[KeyedToken<'_>]) -> String {
    let keys = run.iter().map(|t| t.at(Fold::Case));
    crate::language::bare(keys.flat_map(str::chars))
}

/// A run of tokens in which numbers are read.
struct Run<'r, 't> {
    tokens: &'r [KeyedToken<'t>],
    lower: Vec<Cow<'t, str>>,
    words: &'static FactWords,
}

impl<'r, 't> Run<'r, 't> {
    fn new(tokens: &'r [KeyedToken<'t>], profile: &'static Profile) -> Self {
        let lower = tokens.iter().map(|t| lower(t));
        Self {
            tokens,
            lower: lower.collect(),
            words: profile.facts(),
        }
    }
}

/// A token as the lists of words have it.
fn lower<'t>(token: &KeyedToken<'t>) -> Cow<'t, str> {
    let key = token.at(Fold::Case);
    // The key has its pronoun without a hyphen, and its figures without marks.
    match key.starts_with(|c: char| c.is_alphabetic()) {
        true => key.into(),
        false => token.text.to_lowercase().into(),
    }
}

impl Tokens for Run<'_, '_> {
    fn words(&self) -> &'static FactWords {
        self.words
    }

    fn len(&self) -> usize {
        self.tokens.len()
    }

    fn begins_number(&self, at: usize) -> bool {
        numbers::may_begin(self.kind(at), self.text(at), self.lower(at), self.words)
    }

    fn kind(&self, at: usize) -> TokenKind {
        kind_of(self.text(at))
    }

    fn text(&self, at: usize) -> &str {
        self.tokens[at].text
    }

    fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |lower| lower)
    }

    fn unbroken(&self, at: usize, count: usize) -> Option<Cow<'_, str>> {
        // A run does not know its spaces; what is linked as a date is one.
        let tokens = self.tokens.get(at..at + count)?;
        Some(tokens.iter().map(|t| t.text).collect())
    }
}

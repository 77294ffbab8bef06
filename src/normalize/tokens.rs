//! Tokens in which numbers, dates and times are read: those of a unit, or of a run that is linked with another.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::FactWords;
use crate::witness::TokenKind;

/// Tokens in which numbers are read.
pub(crate) trait Tokens {
    /// The words of their language.
    fn words(&self) -> &'static FactWords;
    /// How many there are.
    fn len(&self) -> usize;
    /// Whether a number may begin with the token at a place.
    fn begins_number(&self, at: usize) -> bool;
    /// Whether the token at a place is a month or a day of the week.
    fn in_calendar(&self, at: usize) -> bool {
        self.words().calendar.has(self.text(at), self.lower(at))
    }
    fn kind(&self, at: usize) -> TokenKind;
    /// Whether the token at a place is a word.
    fn is_word(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Word
    }
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

    /// The place of one of these phrases in which the token at a place stands, be it the first of it or not.
    fn within(&self, at: usize, phrases: &[&str]) -> Option<Range<usize>> {
        phrases.iter().find_map(|phrase| {
            let length = phrase.split(' ').count();
            let mut starts = (0..length).filter_map(|back| at.checked_sub(back));
            let start = starts.find(|&from| self.phrase(from, &[phrase]) > 0)?;
            Some(start..start + length)
        })
    }
}

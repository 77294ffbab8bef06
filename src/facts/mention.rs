//! A fact where it is said, and the words of a unit as facts are read in them.

use std::ops::Range;

use crate::language::{FactWords, Profile};
use crate::lexicon::TypeId;
use crate::witness::{Span, TokenKind, TokenList, Witness};

use crate::table::FactKind;

use super::forms::{Form, Forms};
use super::spelling::Spelling;

/// A fact where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) kind: FactKind,
    /// What is compared: two mentions that share a value say the same.
    pub(super) value: String,
    /// Another value, where the writing leaves open which is meant.
    pub(super) or: Option<String>,
    /// The tokens that say it, increasing.
    pub(super) tokens: TokenList,
    /// Whether it only excuses one on the other side, and is no fact of its own.
    pub(super) weak: bool,
    /// The token that it says something of: the verb of a negation.
    pub(super) about: Option<u32>,
}

impl Mention {
    /// Whether two mentions say the same.
    pub(super) fn says(&self, other: &Self) -> bool {
        let has = |value: &String| other.value == *value || other.or.as_ref() == Some(value);
        has(&self.value) || self.or.as_ref().is_some_and(has)
    }
}

/// The words of a unit, as facts are read in them.
pub(super) struct Said<'a> {
    pub(super) witness: &'a Witness,
    pub(super) words: &'static FactWords,
    /// What distinct tokens can say, and how they are looked up.
    forms: &'a [Form],
    spellings: &'a [Spelling],
    types: &'a [TypeId],
    first: u32,
}

impl<'a> Said<'a> {
    pub(super) fn new(forms: &'a Forms<'a>, witness: usize, unit: u32) -> Self {
        let of = &forms.witnesses[witness];
        let tokens = of.units()[unit as usize].tokens;
        Self {
            witness: of,
            words: Profile::of(of.language).facts(),
            forms: forms.of(witness),
            spellings: &forms.spellings,
            types: &forms.types(witness)[tokens.range()],
            first: tokens.start,
        }
    }

    /// The number of tokens.
    pub(super) fn len(&self) -> usize {
        self.types.len()
    }

    /// What the token at a place can say.
    pub(super) fn form(&self, at: usize) -> Form {
        self.forms[self.types[at] as usize]
    }

    /// The places of the tokens that can say something.
    pub(super) fn places(&self, can: impl Fn(Form) -> bool) -> impl Iterator<Item = usize> {
        let types = self.types.iter().enumerate();
        types.filter_map(move |(at, &id)| can(self.forms[id as usize]).then_some(at))
    }

    fn spelling(&self, at: usize) -> Option<&'a Spelling> {
        self.types.get(at).map(|&id| &self.spellings[id as usize])
    }

    /// A token in lower case; nothing behind the last.
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.spelling(at).map_or("", |spelling| &spelling.lower)
    }

    /// A token as names are compared; nothing behind the last.
    pub(super) fn folded(&self, at: usize) -> &'a str {
        self.spelling(at).map_or("", |spelling| &spelling.folded)
    }

    /// The indices of tokens in the witness.
    pub(super) fn tokens(&self, places: Range<usize>) -> Range<u32> {
        self.first + places.start as u32..self.first + places.end as u32
    }

    /// A token as it stands in the text.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.witness.token_text(self.first + at as u32)
    }

    /// Whether the token at a place is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.form(at).kind == TokenKind::Word
    }

    /// How many tokens from a place on say one of these phrases; 0 where none does.
    pub(super) fn phrase(&self, at: usize, phrases: &[&str]) -> usize {
        let length = |phrase: &&str| {
            let mut words = (at..).zip(phrase.split(' '));
            let said = words.all(|(at, word)| self.lower(at) == word);
            said.then(|| phrase.split(' ').count())
        };
        phrases.iter().find_map(length).unwrap_or(0)
    }

    /// The text of so many tokens, if no space parts them.
    pub(super) fn unbroken(&self, at: usize, count: usize) -> Option<&'a str> {
        let last = at + count - 1;
        let span = |at: usize| self.witness.tokens[self.first as usize + at].span;
        let tight = last < self.len() && (at..last).all(|i| span(i).end == span(i + 1).start);
        tight.then(|| {
            self.witness.slice(Span {
                start: span(at).start,
                end: span(last).end,
            })
        })
    }

    /// A mention of what stands at a place.
    pub(super) fn mention(&self, kind: FactKind, value: String, places: Range<usize>) -> Mention {
        Mention {
            kind,
            value,
            or: None,
            tokens: self.tokens(places).collect(),
            weak: false,
            about: None,
        }
    }
}

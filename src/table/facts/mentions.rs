//! What one cell says.

use std::ops::Range;

use crate::witness::{Span, TokenKind, Witness};

use super::names::Names;
use super::words::{self, Lists};
use super::{FactKind, dates, negations};

/// A fact where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) kind: FactKind,
    /// What is compared: two mentions that share a value say the same.
    pub(super) value: String,
    /// Another value, where the writing leaves open which is meant.
    pub(super) or: Option<String>,
    /// The tokens that say it, increasing.
    pub(super) tokens: Vec<u32>,
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
    pub(super) words: &'static Lists,
    /// The tokens in lower case.
    pub(super) lower: Vec<String>,
    first: u32,
}

impl<'a> Said<'a> {
    fn new(witness: &'a Witness, unit: u32) -> Self {
        let tokens = witness.units()[unit as usize].tokens;
        let lower = |t| lower_case(witness.token_text(t));
        Self {
            witness,
            words: words::table(witness.language),
            lower: tokens.indices().map(lower).collect(),
            first: tokens.start,
        }
    }

    /// The number of tokens.
    pub(super) fn len(&self) -> usize {
        self.lower.len()
    }

    /// The indices of tokens in the witness.
    pub(super) fn tokens(&self, places: Range<usize>) -> Range<u32> {
        self.first + places.start as u32..self.first + places.end as u32
    }

    /// A token as it stands in the text.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.witness.token_text(self.first + at as u32)
    }

    /// What kind of token stands at a place.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        (at < self.len()).then(|| self.witness.tokens[self.first as usize + at].kind)
    }

    /// How many tokens from a place on say one of these phrases; 0 where none does.
    pub(super) fn phrase(&self, at: usize, phrases: &[&str]) -> usize {
        let rest = self.lower.get(at..).unwrap_or_default();
        let length = |phrase: &&str| {
            let count = phrase.split(' ').count();
            let said = phrase
                .split(' ')
                .zip(rest)
                .filter(|(word, token)| word == token);
            (said.count() == count).then_some(count)
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

/// The mentions in the units of one witness.
pub(super) fn of(witness: &Witness, units: &[u32], names: &Names) -> Vec<Mention> {
    let mut found = Vec::new();
    for &unit in units {
        let said = Said::new(witness, unit);
        dates::find(&said, &mut found);
        negations::find(&said, &mut found);
        names.find(&said, &mut found);
    }
    // A month with a capital and a Roman numeral are part of what they say.
    let counted: Vec<u32> = found
        .iter()
        .filter(|m| matches!(m.kind, FactKind::Date | FactKind::Number))
        .flat_map(|m| m.tokens.clone())
        .collect();
    found.retain(|m| m.kind != FactKind::Name || !counted.contains(&m.tokens[0]));
    found
}

/// A token as the tables of words have it.
fn lower_case(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.to_lowercase().replace('’', "'")
    }
}

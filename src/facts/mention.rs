//! A fact where it is said, and the words of a unit as facts are read in them.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use crate::language::{FactWords, Profile};
use crate::lexicon::{TypeId, Vocabulary};
use crate::witness::{TokenIndex, TokenKind, TokenList, TokenRange, Witness};

use crate::normalize::{Says, Tokens, Told, says_same};
use crate::table::FactKind;

use super::forms::{Form, Forms, Role};
use super::spelling::Spelling;

/// What says before a number that it is the least, or the most: more than, at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bound {
    pub(super) is_least: bool,
    pub(super) tokens: TokenList,
}

/// Words between a negation and the bound that it denies, at most.
const NEAR: usize = 5;

impl Bound {
    /// What stands before a place, if it says so.
    fn before(said: &Said<'_>, at: usize) -> Option<Self> {
        let [least, most] = &said.words.numbers.bounds;
        let ends = |phrase: &&&'static str| {
            let length = phrase.split(' ').count();
            at >= length && said.phrase(at - length, &[phrase]) == length
        };
        let found = |phrases: &[&'static str]| {
            let mut phrases = phrases.iter();
            phrases
                .find(|phrase| ends(phrase))
                .map_or(0, |phrase| phrase.split(' ').count())
        };
        let (least, most) = (found(least), found(most));
        // The longer says what the shorter within it does not: `no more than`.
        let length = least.max(most);
        // It could not be more than: the most.
        let denied = |at: usize| said.form(at).negates == Some(Role::Opens);
        let mut before = (0..at - length).rev().take(NEAR);
        let is_denied = length > 0
            && before
                .by_ref()
                .take_while(|&at| said.is_word(at))
                .any(denied);
        (length > 0 && !is_denied).then(|| Self {
            is_least: least > most,
            tokens: (at - length..at).map(|at| said.token(at)).collect(),
        })
    }
}

/// Whether a number numbers a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    Nothing,
    /// By its place alone: it does where the other text has no such number.
    Perhaps,
    Unit,
}

/// A fact where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) kind: FactKind,
    /// A name as names are compared; empty for others.
    pub(super) value: String,
    /// What a number or a date may say.
    pub(super) says: SmallVec<[Says; 1]>,
    /// The tokens that say it, increasing.
    pub(super) tokens: TokenList,
    /// Whether it only excuses one on the other side, and is no fact of its own.
    pub(super) weak: bool,
    /// Whether it is a number that says a part, or about so many, which another such one contradicts.
    pub(super) part: bool,
    /// What each part of an amount says by itself that stand around their units: `5 euros 50`.
    pub(super) parts: Vec<Mention>,
    /// What before a number says that there are more, or fewer.
    pub(super) bound: Option<Bound>,
    /// Whether it numbers the unit that it stands at the head of, and tells nothing.
    pub(super) marks: Marks,
    /// Whether it is a negation that its verb undoes, so that it is one where the other text says that verb alone.
    pub(super) undone: bool,
    /// Whether it is a negation of few, which excuses none that leaves nothing; whether it leaves nothing.
    pub(super) few: bool,
    pub(super) absolute: bool,
    /// Whether it is a name that tells whose somebody is, who is another: the son of Peleus.
    pub(super) of_kin: bool,
    /// The token that it says something of: the verb of a negation.
    pub(super) about: Option<TokenIndex>,
}

impl Mention {
    /// Whether two mentions say the same.
    pub(super) fn says(&self, other: &Self) -> bool {
        says_same(&self.says, &other.says)
    }

    /// Whether it is a number that stands in these places of a unit, and in no others.
    pub(super) fn is_within(&self, said: &Said<'_>, places: &Range<usize>) -> bool {
        let tokens = said.token(places.start)..said.token(places.end);
        self.kind == FactKind::Number && self.tokens.iter().all(|token| tokens.contains(token))
    }

    /// Whether it says what it counts.
    pub(super) fn has_unit(&self) -> bool {
        self.says.iter().any(Says::has_unit)
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
    vocabulary: &'a Vocabulary,
    first: u32,
}

impl<'a> Said<'a> {
    pub(super) fn new(forms: &'a Forms<'a>, witness: usize, tokens: TokenRange) -> Self {
        let of = &forms.witnesses[witness];
        Self {
            witness: of,
            words: Profile::of(of.language).facts(),
            forms: forms.of(witness),
            spellings: &forms.spellings,
            types: &forms.types(witness)[tokens.range()],
            vocabulary: forms.vocabulary,
            first: tokens.start,
        }
    }

    /// What the token at a place can say.
    pub(super) fn form(&self, at: usize) -> Form {
        self.forms[self.types[at] as usize]
    }

    /// Whether a number stands among the first tokens.
    pub(super) fn begins_with_number(&self) -> bool {
        /// Tokens of the longest marker before its number: `( Art . 5`.
        const AHEAD: usize = 4;
        let ahead = self.types.iter().take(AHEAD);
        ahead
            .clone()
            .any(|&id| self.forms[id as usize].begins_number)
    }

    /// The places of the tokens that can say something.
    pub(super) fn places(&self, can: impl Fn(Form) -> bool) -> impl Iterator<Item = usize> {
        let types = self.types.iter().enumerate();
        types.filter_map(move |(at, &id)| can(self.forms[id as usize]).then_some(at))
    }

    fn spelling(&self, at: usize) -> Option<&'a Spelling> {
        self.types.get(at).map(|&id| &self.spellings[id as usize])
    }

    /// A token as names are compared; nothing behind the last.
    pub(super) fn folded(&self, at: usize) -> &'a str {
        self.spelling(at).map_or("", |spelling| &spelling.folded)
    }

    /// The token at a place, as the witness has it.
    pub(super) fn token(&self, at: usize) -> TokenIndex {
        TokenIndex(self.first + at as u32)
    }

    /// Whether the token at a place is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.form(at).kind == TokenKind::Word
    }

    /// A mention of what stands at a place.
    pub(super) fn mention(&self, kind: FactKind, value: String, places: Range<usize>) -> Mention {
        Mention {
            kind,
            value,
            says: SmallVec::new(),
            tokens: places.map(|at| self.token(at)).collect(),
            weak: false,
            part: false,
            parts: Vec::new(),
            bound: None,
            marks: Marks::Nothing,
            undone: false,
            few: false,
            absolute: false,
            of_kin: false,
            about: None,
        }
    }
}

impl Mention {
    /// What tokens tell, as a fact.
    pub(super) fn of(told: Told, said: &Said<'_>) -> Self {
        let kind = if told.is_date {
            FactKind::Date
        } else {
            FactKind::Number
        };
        Self {
            kind,
            value: String::new(),
            says: told.says,
            tokens: told.at.iter().map(|&at| said.token(at as usize)).collect(),
            weak: told.weak,
            part: told.part,
            parts: told
                .parts
                .into_iter()
                .map(|part| Self::of(part, said))
                .collect(),
            bound: told
                .at
                .first()
                .and_then(|&at| Bound::before(said, at as usize)),
            marks: Marks::Nothing,
            undone: false,
            few: false,
            absolute: false,
            of_kin: false,
            about: None,
        }
    }
}

impl Tokens for Said<'_> {
    fn words(&self) -> &'static FactWords {
        self.words
    }

    fn len(&self) -> usize {
        self.types.len()
    }

    fn begins_number(&self, at: usize) -> bool {
        self.form(at).begins_number
    }

    fn in_calendar(&self, at: usize) -> bool {
        self.form(at).in_calendar
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.form(at).kind
    }

    fn text(&self, at: usize) -> &str {
        self.vocabulary.get(self.types[at]).word()
    }

    fn lower(&self, at: usize) -> &str {
        self.spelling(at).map_or("", |spelling| &spelling.lower)
    }

    fn unbroken(&self, at: usize, count: usize) -> Option<Cow<'_, str>> {
        let first = self.first as usize + at;
        let all = at + count <= self.len();
        all.then(|| self.witness.unbroken(TokenRange::new(first, first + count)))?
    }
}

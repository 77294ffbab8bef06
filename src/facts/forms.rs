//! What each distinct token can say. Most tokens say no fact of any kind: this is found once for each distinct one, and a
//! look-up passes over them where they stand.

use rayon::prelude::*;

use crate::language::{FactWords, Profile};
use crate::lexicon::{TypeId, Vocabulary, WordType};
use crate::witness::{Language, TokenKind, Witness};

use super::names::{self, Names, Standing};
use super::negations::{self, Role};
use super::numbers;

/// What a distinct token can say in a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) kind: TokenKind,
    pub(super) begins_number: bool,
    /// Whether it is a month or a day of the week.
    pub(super) in_calendar: bool,
    pub(super) negates: Option<Role>,
    /// Whether it completes a negation that another word opened.
    pub(super) completes: bool,
    pub(super) function: bool,
    pub(super) name: Option<Standing>,
}

impl Form {
    fn new(word: &WordType, spelling: &Spelling, words: &FactWords, names: &Names) -> Self {
        let (text, lower) = (&*word.surface, &*spelling.lower);
        let is_word = word.kind == TokenKind::Word;
        Self {
            kind: word.kind,
            begins_number: numbers::may_begin(word, lower, &words.numbers),
            in_calendar: words.calendar.weekday(text, lower).is_some()
                || words.calendar.month(text, lower).is_some(),
            negates: negations::role(lower, words).filter(|_| is_word),
            completes: words.cues.seconds.contains(lower),
            function: words.functions.all.contains(lower),
            name: names.standing(word, spelling, words),
        }
    }
}

/// A distinct token as it is looked up.
pub(super) struct Spelling {
    /// As the tables of words have it.
    pub(super) lower: Box<str>,
    /// As names are compared.
    pub(super) folded: Box<str>,
}

impl Spelling {
    fn new(word: &WordType) -> Self {
        let text = &*word.surface;
        let lower = if text.is_ascii() {
            text.to_ascii_lowercase()
        } else {
            text.to_lowercase().replace('’', "'")
        };
        Self {
            lower: lower.into(),
            folded: names::fold(text).into(),
        }
    }
}

/// The witnesses, and what their distinct tokens can say.
pub(super) struct Forms<'a> {
    pub(super) witnesses: &'a [Witness],
    vocabulary: &'a Vocabulary,
    /// How each distinct token is looked up.
    pub(super) spellings: Vec<Spelling>,
    /// For each language of a witness the forms of all distinct tokens.
    by_language: Vec<(Language, Vec<Form>)>,
}

impl<'a> Forms<'a> {
    /// The forms of witnesses; `vocabulary` is theirs.
    pub(super) fn new(witnesses: &'a [Witness], vocabulary: &'a Vocabulary) -> Self {
        let types = vocabulary.types();
        let spellings: Vec<Spelling> = types.par_iter().map(Spelling::new).collect();
        let names = Names::new(witnesses, vocabulary, &spellings);
        let mut by_language: Vec<(Language, Vec<Form>)> = Vec::new();
        for witness in witnesses {
            let language = witness.language;
            if by_language.iter().any(|(known, _)| *known == language) {
                continue;
            }
            let words = Profile::of(language).facts();
            let forms = types.par_iter().zip(&spellings);
            let forms = forms.map(|(word, spelling)| Form::new(word, spelling, words, &names));
            by_language.push((language, forms.collect()));
        }
        Self {
            witnesses,
            vocabulary,
            spellings,
            by_language,
        }
    }

    /// The distinct token that each token of a witness is.
    pub(super) fn types(&self, witness: usize) -> &[TypeId] {
        self.vocabulary.tokens(witness)
    }

    /// What each distinct token can say in the language of a witness.
    pub(super) fn of(&self, witness: usize) -> &[Form] {
        let language = self.witnesses[witness].language;
        let found = self
            .by_language
            .iter()
            .find(|(known, _)| *known == language);
        found.map_or(&[], |(_, forms)| forms)
    }
}

//! Finding what each distinct token can say, from the words of its language.

use rayon::prelude::*;

use crate::language::{FactWords, Profile};
use crate::lexicon::{Vocabulary, WordType};
use crate::witness::{Language, TokenKind, Witness};

use super::contraries::Contraries;
use super::forms::{Form, Forms};
use super::long_s;
use super::names::Names;
use super::negations;
use super::spelling::Spelling;
use crate::normalize::may_begin_number;

impl<'a> Forms<'a> {
    /// The forms of witnesses; `vocabulary` is theirs.
    pub(super) fn new(witnesses: &'a [Witness], vocabulary: &'a Vocabulary) -> Self {
        let types = vocabulary.types();
        let mut spellings: Vec<Spelling> = types.par_iter().map(Spelling::new).collect();
        let tables = witnesses.iter().map(|w| Profile::of(w.language).facts());
        long_s::read(&mut spellings, vocabulary, &tables.collect::<Vec<_>>());
        let names = Names::new(witnesses, vocabulary, &spellings);
        let mut by_language: Vec<(Language, Vec<Form>)> = Vec::new();
        for witness in witnesses {
            let language = witness.language;
            if by_language.iter().any(|(known, _)| *known == language) {
                continue;
            }
            let words = Profile::of(language).facts();
            let contraries = Contraries::new(vocabulary);
            let forms = types.par_iter().zip(&spellings);
            let forms = forms.map(|(word, spelling)| Form {
                contrary_of: contraries.of(word),
                ..Form::new(word, spelling, words, &names)
            });
            by_language.push((language, forms.collect()));
        }
        Self {
            witnesses,
            vocabulary,
            spellings,
            by_language,
        }
    }
}

impl Form {
    fn new(word: &WordType, spelling: &Spelling, words: &FactWords, names: &Names) -> Self {
        let (text, lower) = (word.word(), &*spelling.lower);
        let is_word = word.kind == TokenKind::Word;
        Self {
            kind: word.kind,
            begins_number: may_begin_number(word.kind, text, lower, words),
            in_calendar: words.calendar.has(text, lower),
            negates: negations::role(lower, words).filter(|_| is_word),
            completes: words.cues.seconds.contains(lower),
            function: words.functions.all.contains(lower),
            contrary_of: None,
            absolute: words.cues.absolutes.contains(lower),
            name: names.standing(word, spelling, words),
            patronymic: names.is_patronymic(spelling),
        }
    }
}

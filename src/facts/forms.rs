//! What each distinct token can say. Most tokens say no fact of any kind: this is found once for each distinct one, and a
//! look-up passes over them where they stand.

use crate::lexicon::{KeyId, TypeId, Vocabulary};
use crate::witness::{Language, TokenKind, Witness};

use super::spelling::Spelling;

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
    /// The stem of the word that it says the contrary of, where a witness has that: `possible`, of `impossible`.
    pub(super) contrary_of: Option<KeyId>,
    /// What no negation of few is, where it negates.
    pub(super) absolute: bool,
    pub(super) name: Option<Standing>,
    /// Whether it is a name that says whose son somebody is.
    pub(super) patronymic: bool,
}

/// What a word does in a negation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It opens one, which a later word may complete: `ne`.
    Opens,
    /// It negates by itself: `sans`.
    Negates,
    /// It negates before an opener, and may say something else alone: `personne`.
    Subject,
    /// It may render a negation, but is none for certain.
    Excuses,
    /// It may render one, but none that leaves nothing: `peu`.
    Few,
}

/// How sure it is that a word is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Known,
    /// It has a capital at the beginning of sentences alone; or is a noun that is not known, where every noun has one.
    Perhaps,
    /// It is a noun that is known, and a name where a title stands before it.
    Noun,
}

/// The witnesses, and what their distinct tokens can say.
pub(super) struct Forms<'a> {
    pub(super) witnesses: &'a [Witness],
    pub(super) vocabulary: &'a Vocabulary,
    /// How each distinct token is looked up.
    pub(super) spellings: Vec<Spelling>,
    /// For each language of a witness the forms of all distinct tokens.
    pub(super) by_language: Vec<(Language, Vec<Form>)>,
}

impl<'a> Forms<'a> {
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

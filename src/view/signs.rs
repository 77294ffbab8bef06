//! The signs: what stands around words that differ, so that the view reads without colour.
//!
//! Five of them, light enough that a line is read as prose. None is a mark that prose often has: square brackets would
//! be mistaken for an editor's `[…]`, angled quotation marks for quotations.
//!
//! | sign | words | class |
//! |---|---|---|
//! | `⌊majeurs⌋` | rendered by other words there | wording |
//! | `{(SII)}` | without a counterpart there | omission, addition, sentences without counterpart |
//! | `~Etats-Unis` | the same word, otherwise written; another form or a word of its family | typographic, case, accent, spelling; inflection, derivation |
//! | `<bilatéral>` | which stand elsewhere in the sentence there | moved |
//! | `⚑1972` | a number, a date, a name or a negation that the other has not | a fact that differs, whatever its class |

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Row, Rules};
use crate::witness::TokenIndex;

use super::ink::Ink;

/// What is said of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mark {
    /// How it differs, if it does and that is shown.
    pub(super) sign: Option<Sign>,
    /// Whether it stands elsewhere on the other side.
    pub(super) moved: bool,
}

/// How a token differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Other words stand there; words of one link, whose number is held, share a pair of brackets.
    Wording(u32),
    /// Nothing stands there.
    Only,
    /// The token is part of a sentence that stands in this witness alone.
    OnlyUnit,
    /// Another form of the word.
    Form,
    /// The same word, otherwise written.
    Faint,
}

impl Sign {
    /// The sign of the words of a link, of this number in its row, if their difference shows.
    pub(super) fn shown(rules: Rules<'_>, link: &Link, number: u32) -> Option<Self> {
        if !rules.shows(link) {
            return None;
        }
        match link.class {
            Class::Same => None,
            Class::Typographic | Class::Case | Class::Accent | Class::Spelling => Some(Self::Faint),
            Class::Inflection | Class::Derivation => Some(Self::Form),
            Class::Wording => Some(Self::Wording(number)),
            Class::Omission | Class::Addition => Some(Self::Only),
        }
    }

    pub(super) fn ink(self) -> Ink {
        match self {
            Self::Wording(_) => Ink::Wording,
            Self::Only => Ink::Only,
            Self::OnlyUnit => Ink::OnlyUnit,
            Self::Form => Ink::Form,
            Self::Faint => Ink::Faint,
        }
    }

    /// What opens and closes a run of tokens with this sign, and its ink; `None` when each token has its own.
    pub(super) fn brackets(self) -> Option<(&'static str, &'static str, Ink)> {
        match self {
            Self::Wording(_) => Some((WORDING.0, WORDING.1, Ink::WordingSign)),
            Self::Only | Self::OnlyUnit => Some((ONLY.0, ONLY.1, Ink::OnlySign)),
            Self::Form | Self::Faint => None,
        }
    }
}

/// What stands around words of [`Sign::Wording`].
pub(super) const WORDING: (&str, &str) = ("⌊", "⌋");
/// What stands around words of [`Sign::Only`] and [`Sign::OnlyUnit`].
pub(super) const ONLY: (&str, &str) = ("{", "}");
/// What stands before each word of [`Sign::Form`] and [`Sign::Faint`].
pub(super) const FORM: &str = "~";
/// What stands before the first word of a fact that differs.
pub(super) const FACT: &str = "⚑";
/// What stands around moved words.
pub(super) const MOVED: (&str, &str) = ("<", ">");

/// The marks of a row's tokens in one witness, sorted by token; tokens without a mark are left out.
pub(super) fn marks(
    table: &AlignmentTable,
    row: &Row,
    witness: usize,
    quiet: &[Class],
) -> Vec<(TokenIndex, Mark)> {
    let rules = table.rules(quiet);
    let mut marks: Vec<(TokenIndex, Mark)> = Vec::new();
    for (n, link) in row.links.iter().enumerate() {
        let mark = Mark {
            sign: Sign::shown(rules, link, n as u32),
            moved: link.moved,
        };
        if mark != Mark::default() {
            marks.extend(link.tokens[witness].iter().map(|&t| (t, mark)));
        }
    }
    marks.sort_by_key(|&(token, _)| token);
    marks
}

//! Which of what one cell says the other does not.

use smallvec::SmallVec;

use crate::language::Profile;
use crate::lexicon::WordType;
use crate::table::{Fact, FactKind, Row};
use crate::witness::{TokenIndex, TokenRange, Witness};

use super::forms::{Form, Forms};
use super::links::Links;
use super::mention::Mention;
use super::stretches::Stretch;

/// What ends a phrase; brackets and quotation marks do not.
const PHRASE_ENDS: [char; 9] = [',', ';', ':', '.', '?', '!', '…', '–', '—'];

/// Two cells of a row, and what each says.
pub(super) struct Cells<'a> {
    pub(super) forms: &'a Forms<'a>,
    pub(super) row: &'a Row,
    pub(super) links: Links<'a>,
    pub(super) stretch: &'a Stretch<'a>,
    pub(super) found: [&'a [Mention]; 2],
}

/// What is left of the mentions of a kind when those that correspond are taken away.
pub(super) type Left<'a> = [Vec<&'a Mention>; 2];

impl<'a> Cells<'a> {
    /// The facts that differ, kind by kind.
    pub(super) fn differences(&self) -> Vec<Fact> {
        let mut facts = self.values(self.of_kinds(&[FactKind::Number, FactKind::Date]));
        facts.extend(self.names(self.of_kinds(&[FactKind::Name])));
        facts.extend(self.negations(self.of_kinds(&[FactKind::Negation])));
        facts.extend(self.opposites());
        // What is said otherwise comes before what is left out.
        facts.sort_by_key(|fact| (!fact.is_contradiction(), fact.kind));
        facts
    }

    fn of_kinds(&self, kinds: &[FactKind]) -> Left<'a> {
        self.found
            .map(|side| side.iter().filter(|m| kinds.contains(&m.kind)).collect())
    }

    pub(super) fn witness(&self, cell: usize) -> &'a Witness {
        &self.forms.witnesses[self.links.sides[cell]]
    }

    /// What the token of a cell can say.
    pub(super) fn form(&self, cell: usize, token: TokenIndex) -> Form {
        let side = self.links.sides[cell];
        self.forms.of(side)[self.forms.types(side)[token.get()] as usize]
    }

    /// The distinct token that the token of a cell is.
    pub(super) fn word(&self, cell: usize, token: TokenIndex) -> &'a WordType {
        let forms = self.forms;
        forms
            .vocabulary
            .get(forms.types(self.links.sides[cell])[token.get()])
    }

    /// The tokens of a cell, in order.
    pub(super) fn tokens(&self, cell: usize) -> impl Iterator<Item = TokenIndex> {
        let units = self.stretch.cells[cell].iter();
        units.flat_map(|tokens| tokens.indices())
    }

    /// A fact that one cell says (in the order of the cells, the other may be empty).
    pub(super) fn fact(&self, kind: FactKind, a: &[TokenIndex], b: &[TokenIndex]) -> Fact {
        let row = self.row;
        let mut tokens = vec![Vec::new(); row.cells.len()];
        tokens[self.links.sides[0]] = a.to_vec();
        tokens[self.links.sides[1]] = b.to_vec();
        Fact {
            row: row.number,
            kind,
            tokens,
            witnesses: SmallVec::from_buf(self.links.sides),
        }
    }

    /// What one cell alone says, cell 0 or 1.
    pub(super) fn left_out(&self, kind: FactKind, cell: usize, tokens: &[TokenIndex]) -> Fact {
        match cell {
            0 => self.fact(kind, tokens, &[]),
            _ => self.fact(kind, &[], tokens),
        }
    }

    /// Whether a link joins a token of a cell and one of the other.
    pub(super) fn linked(&self, cell: usize, here: &[TokenIndex], there: &[TokenIndex]) -> bool {
        match cell {
            0 => self.links.join(here, there),
            _ => self.links.join(there, here),
        }
    }

    pub(super) fn is_function(&self, cell: usize, token: TokenIndex) -> bool {
        let witness = self.witness(cell);
        let text = witness.composed_word(token).to_lowercase();
        Profile::of(witness.language)
            .function_words()
            .all
            .contains(&*text)
    }

    /// What stands around a token between two marks.
    pub(super) fn phrase(&self, cell: usize, token: TokenIndex) -> TokenRange {
        let witness = self.witness(cell);
        let mut units = self.stretch.cells[cell].iter();
        let Some(unit) = units.find(|tokens| tokens.contains(token)) else {
            return TokenRange::new(token.get(), token.get() + 1);
        };
        let is_mark = |&t: &TokenIndex| witness.token_text(t).starts_with(PHRASE_ENDS);
        let mut before = (unit.start..token.0).map(TokenIndex).rev();
        let mut behind = (token.0..unit.end).map(TokenIndex);
        TokenRange {
            start: before.find(is_mark).map_or(unit.start, |t| t.0 + 1),
            end: behind.find(is_mark).map_or(unit.end, |t| t.0),
        }
    }
}

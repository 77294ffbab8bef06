//! Negations that have passed to another clause: the seller pays and the buyer does not, the buyer pays and the seller does not.

use crate::class::Class;
use crate::language::Profile;
use crate::table::FactKind;
use crate::witness::{TokenIndex, TokenKind, TokenRange};

use super::differences::Cells;
use super::mention::Mention;

impl Cells<'_> {
    /// Whether most of what the clause of a negation says stands in clauses of the other cell that nothing negates.
    pub(super) fn is_affirmed(&self, cell: usize, mention: &Mention) -> bool {
        let clause = self.clause(cell, mention.tokens[0]);
        let negated: Vec<TokenRange> = self.found[1 - cell]
            .iter()
            .filter(|m| m.kind == FactKind::Negation)
            .map(|m| self.clause(1 - cell, m.tokens[0]))
            .collect();
        let (mut affirmed, mut denied) = (0, 0);
        for token in clause.indices().filter(|&t| self.is_content(cell, t)) {
            if self.raises(cell, token) {
                return false;
            }
            let partners = self.links.partners(cell, token);
            for (there, _) in partners.filter(|(_, class)| *class <= Class::Derivation) {
                let is_denied = negated.iter().any(|clause| clause.contains(there));
                *(if is_denied {
                    &mut denied
                } else {
                    &mut affirmed
                }) += 1;
            }
        }
        affirmed > denied
    }

    /// Whether a word is of a verb whose negation may stand in what it introduces.
    fn raises(&self, cell: usize, token: TokenIndex) -> bool {
        let witness = self.witness(cell);
        let word = witness.composed_word(token).to_lowercase();
        let cues = &Profile::of(witness.language).facts().cues;
        cues.raising.iter().any(|stem| word.starts_with(stem))
    }

    fn is_content(&self, cell: usize, token: TokenIndex) -> bool {
        let form = self.form(cell, token);
        form.kind == TokenKind::Word && !form.function && form.negates.is_none()
    }

    /// What stands around a token between two marks or conjunctions.
    fn clause(&self, cell: usize, token: TokenIndex) -> TokenRange {
        let phrase = self.phrase(cell, token);
        let witness = self.witness(cell);
        let kinds = Profile::of(witness.language).function_kinds();
        let joins = |&t: &TokenIndex| {
            let joining = || kinds.may_join(&witness.composed_word(t).to_lowercase());
            self.form(cell, t).function && self.form(cell, t).negates.is_none() && joining()
        };
        let mut before = (phrase.start..token.0).map(TokenIndex).rev();
        let mut behind = (token.0 + 1..phrase.end).map(TokenIndex);
        TokenRange {
            start: before.find(joins).map_or(phrase.start, |t| t.0 + 1),
            end: behind.find(joins).map_or(phrase.end, |t| t.0),
        }
    }
}

//! Words of content that say contrary things and stand for each other: prices rose, prices fell.

use crate::class::Class;
use crate::normalize::Fold;
use crate::table::{Fact, FactKind};
use crate::witness::TokenIndex;

use super::differences::Cells;

impl<'a> Cells<'a> {
    /// Words that are linked with one that says the contrary, where nothing negates either.
    pub(super) fn opposites(&self) -> Vec<Fact> {
        let contraries = self.forms.vocabulary.normalizer().contraries();
        let negates = |cell: usize, token: TokenIndex| {
            let mut negations = self.found[cell]
                .iter()
                .filter(|m| m.kind == FactKind::Negation);
            negations.any(|m| m.about == Some(token))
        };
        let mut facts = Vec::new();
        for a in self.tokens(0) {
            let stem = self.stem(0, a);
            if !contraries.has(stem) || negates(0, a) {
                continue;
            }
            let partners = self.links.partners(0, a);
            let others = partners.filter(|(_, class)| *class == Class::Wording);
            let contrary =
                |b: &TokenIndex| contraries.says_another(stem, self.stem(1, *b)) && !negates(1, *b);
            let other = others.map(|(b, _)| b).find(contrary);
            facts.extend(other.map(|b| self.fact(FactKind::Negation, &[a], &[b])));
        }
        facts
    }

    fn stem(&self, cell: usize, token: TokenIndex) -> &'a str {
        let word = self.word(cell, token);
        self.forms.vocabulary.key(word.key(Fold::Stem))
    }
}

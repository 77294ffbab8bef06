//! What the links of a row say of two of its cells: the one place where facts read links.

use crate::class::Class;
use crate::table::{Link, Row};
use crate::witness::TokenIndex;

/// The probability from which a link is shown as sure.
const SURE: f64 = 0.6;

/// The links between two cells of a row.
#[derive(Clone, Copy)]
pub(super) struct Links<'a> {
    pub(super) row: &'a Row,
    /// The witnesses of the cells.
    pub(super) sides: [usize; 2],
}

impl<'a> Links<'a> {
    /// What a token of one cell (0 or 1) is linked with in the other, and how the two differ.
    pub(super) fn partners(
        self,
        cell: usize,
        token: TokenIndex,
    ) -> impl Iterator<Item = (TokenIndex, Class)> {
        let [here, there] = [self.sides[cell], self.sides[1 - cell]];
        let of_token = move |link: &&Link| link.tokens[here].contains(&token);
        let links = self.row.links.iter().filter(of_token);
        links.flat_map(move |link| link.tokens[there].iter().map(|&t| (t, link.class)))
    }

    /// Whether two tokens are linked so that it is more likely right than not.
    pub(super) fn are_sure(self, cell: usize, here: TokenIndex, there: TokenIndex) -> bool {
        let [a, b] = [self.sides[cell], self.sides[1 - cell]];
        self.row.links.iter().any(|link| {
            let joins = link.tokens[a].contains(&here) && link.tokens[b].contains(&there);
            joins && link.probability >= SURE
        })
    }

    /// Whether a link joins a token of the first cell and one of the second.
    pub(super) fn join(self, a: &[TokenIndex], b: &[TokenIndex]) -> bool {
        a.iter()
            .any(|&t| self.partners(0, t).any(|(other, _)| b.contains(&other)))
    }
}

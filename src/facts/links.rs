//! What the links of a row say of two of its cells: the one place where facts read links.

use crate::class::Class;
use crate::table::{Link, Row};
use crate::witness::TokenIndex;

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

    /// Whether a link joins a token of the first cell and one of the second.
    pub(super) fn join(self, a: &[TokenIndex], b: &[TokenIndex]) -> bool {
        a.iter()
            .any(|&t| self.partners(0, t).any(|(other, _)| b.contains(&other)))
    }
}

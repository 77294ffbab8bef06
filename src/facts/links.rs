//! What the links of a row say of two of its cells: the one place where facts read links.

use std::cell::OnceCell;

use crate::class::Class;
use crate::table::Link;
use crate::witness::TokenIndex;

/// The probability from which a link is shown as sure.
const SURE: f64 = 0.6;

/// The links between two cells of a row, or between what is compared of them.
pub(super) struct Links<'a> {
    links: &'a [Link],
    /// The witnesses of the cells.
    pub(super) sides: [usize; 2],
    /// The links of each token of each cell, by the token. Most rows are never asked.
    index: OnceCell<[Vec<(TokenIndex, u32)>; 2]>,
}

impl<'a> Links<'a> {
    pub(super) fn new(links: &'a [Link], sides: [usize; 2]) -> Self {
        Self {
            links,
            sides,
            index: OnceCell::new(),
        }
    }

    /// The links of a token of a cell, in their order.
    fn of_token(&self, cell: usize, token: TokenIndex) -> impl Iterator<Item = &'a Link> {
        let index = self.index.get_or_init(|| {
            self.sides.map(|side| {
                let links = (0..).zip(self.links);
                let tokens =
                    links.flat_map(|(n, link)| link.tokens[side].iter().map(move |&t| (t, n)));
                let mut index: Vec<(TokenIndex, u32)> = tokens.collect();
                index.sort_unstable();
                index
            })
        });
        let first = index[cell].partition_point(|&(other, _)| other < token);
        let links = index[cell][first..].iter();
        let links = links.take_while(move |&&(other, _)| other == token);
        links.map(|&(_, n)| &self.links[n as usize])
    }

    /// What a token of one cell (0 or 1) is linked with in the other, and how the two differ.
    pub(super) fn partners(
        &self,
        cell: usize,
        token: TokenIndex,
    ) -> impl Iterator<Item = (TokenIndex, Class)> {
        let there = self.sides[1 - cell];
        let links = self.of_token(cell, token);
        links.flat_map(move |link| link.tokens[there].iter().map(|&t| (t, link.class)))
    }

    /// Whether two tokens are linked so that it is more likely right than not.
    pub(super) fn are_sure(&self, cell: usize, here: TokenIndex, there: TokenIndex) -> bool {
        let other = self.sides[1 - cell];
        let mut links = self.of_token(cell, here);
        links.any(|link| link.tokens[other].contains(&there) && link.probability >= SURE)
    }

    /// Whether a link joins a token of the first cell and one of the second.
    pub(super) fn join(&self, a: &[TokenIndex], b: &[TokenIndex]) -> bool {
        a.iter()
            .any(|&t| self.partners(0, t).any(|(other, _)| b.contains(&other)))
    }
}

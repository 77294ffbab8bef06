//! Which words need not stand in the text of another witness: those whose link shows no difference that counts.

use crate::class::Class;
use crate::table::{AlignmentTable, Link, Rules};
use crate::witness::{Span, Witness};

/// The words of the links that show no difference, or one that does not count.
pub(super) struct PassedOver<'a> {
    witnesses: &'a [Witness],
    rules: Rules<'a>,
    links: Vec<&'a Link>,
    /// For each token of each witness its link among these, counted from 1; 0 where it has none.
    of: Vec<Vec<u32>>,
}

impl<'a> PassedOver<'a> {
    pub(super) fn new(table: &'a AlignmentTable, rules: Rules<'a>) -> Self {
        let witnesses = &table.witnesses[..];
        let mut links = Vec::new();
        let mut of: Vec<Vec<u32>> = witnesses.iter().map(|w| vec![0; w.tokens.len()]).collect();
        for link in table.rows.iter().flat_map(|row| &row.links) {
            if link.moved || rules.counts(link) {
                continue;
            }
            links.push(link);
            for (of, tokens) in of.iter_mut().zip(&link.tokens) {
                for &token in tokens {
                    of[token.get()] = links.len() as u32;
                }
            }
        }
        Self {
            witnesses,
            rules,
            links,
            of,
        }
    }

    /// Whether nothing at these places counts: all words there are among these, with all that they are linked with.
    pub(super) fn holds(&self, places: &[Option<Span>]) -> bool {
        let inside = |link: &Link| {
            let mut sides = self.witnesses.iter().zip(&link.tokens).zip(places);
            sides.all(|((witness, tokens), place)| {
                tokens.iter().all(|&t| {
                    let span = witness.token(t).span;
                    place.is_some_and(|place| place.start <= span.start && span.end <= place.end)
                })
            })
        };
        let mut ignored = false;
        for ((witness, of), place) in self.witnesses.iter().zip(&self.of).zip(places) {
            let Some(place) = place else { continue };
            let first = witness
                .tokens
                .partition_point(|t| t.span.end <= place.start);
            let tokens = witness.tokens.iter().zip(of).skip(first);
            for (_, &link) in tokens.take_while(|(token, _)| token.span.start < place.end) {
                let Some(at) = (link as usize).checked_sub(1) else {
                    return false;
                };
                if !inside(self.links[at]) {
                    return false;
                }
                ignored |= self.links[at].class != Class::Same;
            }
        }
        // What is left is white space, beside words that are ignored or alone.
        ignored || !self.rules.white_space_counts()
    }
}

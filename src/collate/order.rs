//! Which of two witnesses comes first while they are compared, so that to swap them mirrors the result to the last link.
//!
//! Where two answers weigh the same something has to decide, and most of what decides goes by the order of the
//! witnesses. So they are compared in an order that their texts make, whichever was named first, and what comes out is
//! mirrored where that is not the order asked for. The rows alone are arranged in the order asked for: to follow the
//! first witness is what their order means.

use crate::align::Quote;
use crate::bead::{Bead, Pin};
use crate::class::Class;
use crate::explanation::Explanation;
use crate::table::{Fact, Link, Row};
use crate::witness::{TokenIndex, Witness};

/// Whether two witnesses are compared in the order in which they were named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// They are.
    Named,
    /// The second comes first.
    Swapped,
}

impl Order {
    /// The order that the texts make: the longer comes first, by the rules of whose language both are compared. Of texts of
    /// one length the greater comes first, in the order of strings, and of equal texts the languages decide; of witnesses
    /// with equal languages as well either may be the first.
    pub(super) fn of(named: &[Witness; 2]) -> Self {
        let [a, b] = named
            .each_ref()
            .map(|w| (w.text.len(), &w.text, w.language.code()));
        if a >= b { Self::Named } else { Self::Swapped }
    }

    /// Where the witness that was named first stands.
    pub(super) fn first(self) -> usize {
        match self {
            Self::Named => 0,
            Self::Swapped => 1,
        }
    }

    /// From one order to the other.
    pub(super) fn pair<T>(self, [a, b]: [T; 2]) -> [T; 2] {
        match self {
            Self::Named => [a, b],
            Self::Swapped => [b, a],
        }
    }

    /// Classes as they are called in this order.
    pub(super) fn classes(self, classes: &[Class]) -> Vec<Class> {
        let mut classes = classes.to_vec();
        if self == Self::Swapped {
            classes.iter_mut().for_each(|class| *class = class.turned());
        }
        classes
    }

    pub(super) fn pins(self, pins: &[Pin]) -> Vec<Pin> {
        let mut pins = pins.to_vec();
        if self == Self::Swapped {
            for pin in &mut pins {
                std::mem::swap(&mut pin.a, &mut pin.b);
            }
        }
        pins
    }

    pub(super) fn beads(self, mut beads: Vec<Bead>) -> Vec<Bead> {
        if self == Self::Swapped {
            for bead in &mut beads {
                std::mem::swap(&mut bead.a, &mut bead.b);
            }
        }
        beads
    }

    /// Quotations, in the order of their first passages.
    pub(super) fn quotes(self, mut quotes: Vec<Quote>) -> Vec<Quote> {
        if self == Self::Swapped {
            for quote in &mut quotes {
                std::mem::swap(&mut quote.a, &mut quote.b);
            }
            quotes.sort_by_key(|q| (q.a.start, q.b.start, q.a.end));
        }
        quotes
    }

    /// Turns the units of rows, whose words are not linked.
    pub(super) fn turn(self, rows: &mut [Row]) {
        if self == Self::Swapped {
            for row in rows {
                row.cells.reverse();
            }
        }
    }

    /// Turns rows back, with their links and their facts.
    pub(super) fn turn_back(self, rows: &mut [Row], facts: &mut [Fact]) {
        if self == Self::Named {
            return;
        }
        for row in rows {
            row.cells.reverse();
            mirror(&mut row.links);
        }
        for fact in facts.iter_mut() {
            fact.tokens.reverse();
        }
        // In a row by kind, and of a kind first what the first witness says.
        facts.sort_by_cached_key(|fact| {
            let [a, b] = [0, 1].map(|w| fact.tokens[w].first().copied());
            (fact.row, fact.kind, a.is_none(), a, b)
        });
    }

    pub(super) fn explanation(self, mut explanation: Explanation) -> Explanation {
        if self == Self::Named {
            return explanation;
        }
        for bead in &mut explanation.beads {
            std::mem::swap(&mut bead.a, &mut bead.b);
            bead.alone.reverse();
            for pair in &mut bead.pairs {
                std::mem::swap(&mut pair.a, &mut pair.b);
            }
            let heaviest = |x: f64, y: f64| y.total_cmp(&x);
            bead.pairs
                .sort_by(|s, t| heaviest(s.weight, t.weight).then(s.a.cmp(&t.a)));
        }
        for unit in &mut explanation.alone {
            unit.witness = 1 - unit.witness;
        }
        let rivals = explanation.beads.iter_mut().map(|bead| &mut bead.rival);
        let rivals = rivals.chain(explanation.alone.iter_mut().map(|unit| &mut unit.rival));
        for rival in rivals.flatten() {
            std::mem::swap(&mut rival.a, &mut rival.b);
        }
        explanation.beads.sort_by(|x, y| x.a.cmp(&y.a));
        explanation
            .alone
            .sort_by_key(|unit| (unit.witness, unit.unit));
        explanation
    }
}

/// Swaps the sides of links, and puts them in the order of the side that is the first now: what only the other has
/// comes after the link that its neighbour before it is in.
fn mirror(links: &mut [Link]) {
    for link in links.iter_mut() {
        link.tokens = link.tokens.turned();
        link.class = link.class.turned();
    }
    // For each linked token of the second side the first token of its link on the first.
    let mut linked: Vec<(TokenIndex, TokenIndex)> = links
        .iter()
        .filter_map(|link| Some((link.tokens[0].first()?, &link.tokens[1])))
        .flat_map(|(&first, tokens)| tokens.iter().map(move |&token| (token, first)))
        .collect();
    linked.sort_unstable();
    links.sort_by_cached_key(
        |link| match (link.tokens[0].first(), link.tokens[1].first()) {
            (Some(&own), _) => (Some(own), None),
            (None, token) => {
                let before = linked.partition_point(|(other, _)| Some(other) < token);
                let neighbour = before.checked_sub(1).map(|at| linked[at].1);
                (neighbour, token.copied())
            }
        },
    );
}

//! Function words that changed places with what stands beside them: `ne viens-tu`, `tu ne viens`; `où sont-ils allés`, `ils sont
//! allés où`.
//!
//! In a question a verb stands before its subject, with the small words that it takes along, and a word that asks stands first or
//! where its answer would. So a small word may pass over others and be the same word still, though it moved alone: where it
//! passed over a verb and what goes with that, or from one end of its clause to the other. A word that passed over anything else
//! was left out here, and put in there.

use std::ops::Range;

use super::group::{Group, Owners, Roles, Tie};
use super::shape::Role;

/// Most tokens that a word passes over; of longer stretches one sentence says the same words twice by chance.
const LONGEST: u32 = 12;

/// Knows what stands beside what in two sentences.
pub(super) struct Turned<'r> {
    owners: Owners,
    roles: Roles<'r>,
    /// Which words of A, and of B, may change places with a verb.
    can_turn: [&'r [bool]; 2],
}

impl<'r> Turned<'r> {
    pub(super) fn new(groups: &[Group], roles: Roles<'r>, can_turn: [&'r [bool]; 2]) -> Self {
        Self {
            owners: Owners::new(groups, roles),
            roles,
            can_turn,
        }
    }

    /// Whether a group of function words has changed places with words beside it.
    pub(super) fn has(&self, groups: &[Group], group: &Group) -> bool {
        let [Some(a), Some(b)] = [range(&group.a), range(&group.b)] else {
            return false;
        };
        // What is elided belongs to the word behind it.
        let elides = |side, end: u32| self.role(side, end - 1) == Some(Role::Elided);
        let whole = !elides(false, a.end) && !elides(true, b.end);
        if group.tie != Tie::Solid || !whole || !self.are_small([a.clone(), b.clone()]) {
            return false;
        }
        let moved = self.widened(groups, [a, b]);
        [false, true]
            .into_iter()
            .any(|turned| self.passed(groups, moved.clone(), turned))
    }

    /// Whether all words are function words.
    fn are_small(&self, [mut a, mut b]: [Range<u32>; 2]) -> bool {
        let is_small = |side, t| self.role(side, t).is_some_and(Role::is_function);
        a.all(|t| is_small(false, t)) && b.all(|t| is_small(true, t))
    }

    /// The stretch around a group whose words are function words that stand side by side on both sides: `du nicht`.
    fn widened(&self, groups: &[Group], [mut a, mut b]: [Range<u32>; 2]) -> [Range<u32>; 2] {
        let is_small = |x: u32, y: u32| {
            let own = self
                .owner(false, x)
                .filter(|g| Some(*g) == self.owner(true, y));
            own.is_some_and(|g| groups[g as usize].moved && self.are_small([x..x + 1, y..y + 1]))
        };
        while is_small(a.end, b.end) {
            (a.end, b.end) = (a.end + 1, b.end + 1);
        }
        while a.start > 0 && b.start > 0 && is_small(a.start - 1, b.start - 1) {
            (a.start, b.start) = (a.start - 1, b.start - 1);
        }
        [a, b]
    }

    /// Whether words that stand before others on one side stand behind the same on the other: before them in A or, `turned`,
    /// in B.
    fn passed(&self, groups: &[Group], [a, b]: [Range<u32>; 2], turned: bool) -> bool {
        let [before, behind] = if turned { [b, a] } else { [a, b] };
        let from = before.end;
        let mut to = behind.start;
        for end in from + 1..=from + LONGEST {
            let Some(role) = self.role(turned, end - 1) else {
                return false;
            };
            match self.owner(turned, end - 1) {
                Some(g) => {
                    let group = &groups[g as usize];
                    let there = if turned { &group.a } else { &group.b };
                    if there.iter().any(|&t| t >= behind.start) {
                        return false;
                    }
                    to = to.min(there[0]);
                }
                None if role.is_function() => {}
                None => return false,
            }
            let over = [from..end, to..behind.start];
            let Some(whole) = self.are_each_other(groups, &over, turned) else {
                continue;
            };
            let can_turn = |side: bool, words: &Range<u32>| {
                let mut words = words.clone();
                words.any(|t| self.can_turn[usize::from(side)][t as usize])
            };
            let verb = || {
                let sides = [(turned, &before, &over[0]), (!turned, &behind, &over[1])];
                let mut sides = sides.into_iter();
                whole
                    && sides.all(|(side, own, over)| {
                        can_turn(side, own) && self.is_verb(side, over.clone())
                    })
            };
            let ends = || {
                self.is_edge(turned, before.start.checked_sub(1))
                    && self.is_edge(turned, Some(end))
                    && self.is_edge(!turned, over[1].start.checked_sub(1))
                    && self.is_edge(!turned, Some(behind.end))
            };
            if verb() || ends() {
                return true;
            }
        }
        false
    }

    /// Whether two stretches, the first of A or, `turned`, of B, are linked with nothing but each other; `Some(true)` if all their
    /// words are linked, `Some(false)` where function words are not.
    fn are_each_other(
        &self,
        groups: &[Group],
        [x, y]: &[Range<u32>; 2],
        turned: bool,
    ) -> Option<bool> {
        let mut whole = true;
        for (stretch, other, side) in [(x, y, turned), (y, x, !turned)] {
            for t in stretch.clone() {
                match self.owner(side, t) {
                    Some(g) => {
                        let group = &groups[g as usize];
                        let there = if side { &group.a } else { &group.b };
                        if !there.iter().all(|t| other.contains(t)) {
                            return None;
                        }
                    }
                    None if self.role(side, t).is_some_and(Role::is_function) => whole = false,
                    None => return None,
                }
            }
        }
        (!x.is_empty() && !y.is_empty()).then_some(whole)
    }

    /// Whether words may be a verb and what goes with it: small words, and one other at most, behind them.
    fn is_verb(&self, side: bool, words: Range<u32>) -> bool {
        let last = words.end - 1;
        words.clone().all(|t| {
            let role = self.role(side, t);
            role.is_some_and(|role| role.is_function() || t == last && role.is_content())
        })
    }

    /// Whether no word of the clause stands at a place.
    fn is_edge(&self, side: bool, at: Option<u32>) -> bool {
        let role = at.and_then(|at| self.role(side, at));
        role.is_none_or(|role| role == Role::Mark)
    }

    fn role(&self, side: bool, at: u32) -> Option<Role> {
        let roles = if side { self.roles.b } else { self.roles.a };
        roles.get(at as usize).copied()
    }

    fn owner(&self, side: bool, at: u32) -> Option<u32> {
        let owners = if side { &self.owners.b } else { &self.owners.a };
        owners.get(at as usize).copied().flatten()
    }
}

/// Tokens that stand side by side.
fn range(tokens: &[u32]) -> Option<Range<u32>> {
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    (last - first + 1 == tokens.len() as u32).then_some(first..last + 1)
}

//! What stands between two fixed points: which of its words make one substitution.

use std::ops::Range;

use super::group::{Group, Tie, TokenRole};
use crate::witness::TokenList;

/// Most tokens, of both sides together, in one substitution.
const LONGEST: usize = 12;
/// Unlinked words in one place have at most this many times as many words on one side as on the other, and one more.
const UNEVEN: usize = 3;
/// How probable it is that unlinked words in the same place stand for each other.
const SAME_PLACE: f64 = 0.3;
/// Most function words that go with the phrase beside them.
const FEW_FUNCTION: usize = 3;
/// Most content words that go with the phrases on both sides of them.
const FEW_CONTENT: usize = 2;
/// A place with more tokens than this, of both sides together, holds more than a phrase: its links stay as they are.
const MOST: usize = 60;

/// A place: the same stretch of both sides, without marks.
pub(super) struct Place<'a> {
    a: Range<u32>,
    b: Range<u32>,
    roles: (&'a [TokenRole], &'a [TokenRole]),
}

/// A part of a place, in the order of both sides: a group, or words without a counterpart.
enum Part {
    Group(Group),
    Unlinked,
}

impl<'a> Place<'a> {
    /// The place of two ranges of tokens, less the marks at their edges; `None` when a mark parts one, when both are
    /// empty, or when it is more than a phrase.
    pub(super) fn new(
        a: Range<u32>,
        b: Range<u32>,
        roles_a: &'a [TokenRole],
        roles_b: &'a [TokenRole],
    ) -> Option<Self> {
        if a.len() + b.len() > MOST {
            return None;
        }
        let place = Self {
            a: without_marks(a, roles_a)?,
            b: without_marks(b, roles_b)?,
            roles: (roles_a, roles_b),
        };
        (!place.a.is_empty() || !place.b.is_empty()).then_some(place)
    }

    /// Whether all these tokens are in the place.
    pub(super) fn holds(&self, a: &[u32], b: &[u32]) -> bool {
        a.iter().all(|t| self.a.contains(t)) && b.iter().all(|t| self.b.contains(t))
    }

    /// The groups of the place, from those that word links made (in the order of A).
    pub(super) fn fill(&self, groups: Vec<Group>) -> Vec<Group> {
        let ordered = groups
            .windows(2)
            .all(|g| g[0].a.last() < g[1].a.first() && g[0].b.last() < g[1].b.first());
        if !ordered {
            return groups;
        }
        if groups.is_empty() {
            let (a, b) = (self.a.clone().collect(), self.b.clone().collect());
            return self.substitute(a, b).into_iter().collect();
        }
        join(self.parts(groups), self.roles)
    }

    /// The groups and what stands between them; function words and enclosed words go with their neighbours.
    fn parts(&self, groups: Vec<Group>) -> Vec<Part> {
        let count = groups.len();
        let mut parts: Vec<Part> = Vec::with_capacity(2 * count + 1);
        // Words that go with the group after them.
        let mut ahead: (TokenList, TokenList) = Default::default();
        let (mut from_a, mut from_b) = (self.a.start, self.b.start);
        let mut groups = groups.into_iter();
        for n in 0..=count {
            let next = groups.next();
            let (to_a, to_b) = next
                .as_ref()
                .map_or((self.a.end, self.b.end), |g| (g.a[0], g.b[0]));
            let (a, b): (TokenList, TokenList) =
                ((from_a..to_a).collect(), (from_b..to_b).collect());
            let enclosed = n > 0 && n < count;
            let goes = |side: &[u32], roles: &[TokenRole]| {
                let content = content(side, roles);
                content == 0 && side.len() <= FEW_FUNCTION || enclosed && content <= FEW_CONTENT
            };
            match (a.is_empty(), b.is_empty()) {
                (true, true) => {}
                (false, false) => match self.substitute(a.clone(), b.clone()) {
                    Some(group) => parts.push(Part::Group(group)),
                    None => parts.push(Part::Unlinked),
                },
                _ if goes(&a, self.roles.0) && goes(&b, self.roles.1) => {
                    if next.is_some() {
                        ahead = (a, b);
                    } else if let Some(Part::Group(last)) = parts.last_mut()
                        && !self.ends_elided(&a, &b)
                    {
                        last.a.extend(a);
                        last.b.extend(b);
                    }
                }
                _ => parts.push(Part::Unlinked),
            }
            if let Some(mut group) = next {
                let (a, b) = std::mem::take(&mut ahead);
                let last = |side: &[u32], from| side.last().map_or(from, |t| t + 1);
                (from_a, from_b) = (last(&group.a, from_a), last(&group.b, from_b));
                // What stands within a phrase is part of it.
                let first = |ahead: &[u32], side: &[u32]| ahead.first().or(side.first()).copied();
                if let (Some(a0), Some(b0)) = (first(&a, &group.a), first(&b, &group.b)) {
                    group.a = (a0..from_a).collect();
                    group.b = (b0..from_b).collect();
                }
                parts.push(Part::Group(group));
            }
        }
        parts
    }

    /// Whether the last word belongs to the fixed point after the place.
    fn ends_elided(&self, a: &[u32], b: &[u32]) -> bool {
        let elided = |side: &[u32], roles: &[TokenRole]| {
            side.last()
                .is_some_and(|&t| roles[t as usize] == TokenRole::Elided)
        };
        elided(a, self.roles.0) || elided(b, self.roles.1)
    }

    /// The substitution of unlinked words in one place, when they are about as many and of one kind.
    fn substitute(&self, a: TokenList, b: TokenList) -> Option<Group> {
        let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
        let even = shorter > 0 && longer <= UNEVEN * shorter + 1 && a.len() + b.len() <= LONGEST;
        // `sur` stands for `dans le domaine de`, but not for `nos honorables amis`.
        let (in_a, in_b) = (content(&a, self.roles.0), content(&b, self.roles.1));
        let alike = in_a.min(in_b) > 0 || in_a.max(in_b) <= 1;
        (even && alike).then(|| Group::new(a, b, SAME_PLACE, Tie::Wording))
    }
}

fn content(side: &[u32], roles: &[TokenRole]) -> usize {
    side.iter()
        .filter(|&&t| roles[t as usize] == TokenRole::Content)
        .count()
}

/// Joins neighbours into one phrase when one of them is hardly a phrase of its own: function words on one side, or words
/// linked by their place alone. Words of one family stay by themselves: what happened to them has a name.
fn join(parts: Vec<Part>, roles: (&[TokenRole], &[TokenRole])) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut adjacent = false;
    for part in parts {
        let Part::Group(group) = part else {
            adjacent = false;
            continue;
        };
        let slight = |g: &Group| {
            g.probability <= SAME_PLACE
                || content(&g.a, roles.0) == 0
                || content(&g.b, roles.1) == 0
        };
        match groups.last_mut() {
            Some(last)
                if adjacent
                    && last.tie.max(group.tie) == Tie::Wording
                    && (slight(last) || slight(&group))
                    && last.a.len() + last.b.len() + group.a.len() + group.b.len() <= LONGEST =>
            {
                last.a.extend(group.a);
                last.b.extend(group.b);
                last.probability = last.probability.max(group.probability);
            }
            _ => groups.push(group),
        }
        adjacent = true;
    }
    groups
}

/// A range less the marks at its edges; `None` when one stands within.
fn without_marks(range: Range<u32>, roles: &[TokenRole]) -> Option<Range<u32>> {
    let mark = |t: u32| roles[t as usize] == TokenRole::Mark;
    let (mut start, mut end) = (range.start, range.end);
    while start < end && mark(start) {
        start += 1;
    }
    while start < end && mark(end - 1) {
        end -= 1;
    }
    (!(start..end).any(mark)).then_some(start..end)
}

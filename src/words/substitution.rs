//! What stands between two fixed points: which of its words make one substitution.

use std::ops::Range;

use super::group::{Group, Owners, Roles, Tie, content};
use super::shape::Role;
use crate::language::WordKinds;
use crate::lexicon::Positions;

/// Most tokens, of both sides together, in one substitution.
const LONGEST: usize = 12;
/// How probable it is that unlinked words in the same place stand for each other.
pub(super) const SAME_PLACE: f64 = 0.3;
/// Most function words that go with the phrase beside them.
const FEW_FUNCTION: usize = 3;
/// Most content words that go with the phrases on both sides of them.
const FEW_CONTENT: usize = 2;
/// A gap with more tokens than this, of both sides together, holds more than a phrase: its links stay as they are.
const MOST: usize = 60;

/// Lets each gap between two fixed points make its substitutions. The groups are given and left in the order of A.
pub(super) fn substitute(
    groups: Vec<Group>,
    roles: Roles<'_>,
    kinds: [&[WordKinds]; 2],
) -> Vec<Group> {
    let ends = |side: &[u32]| side[0]..side[side.len() - 1] + 1;
    let mut fixed: Vec<(Range<u32>, Range<u32>)> = groups
        .iter()
        .filter(|g| g.tie == Tie::Solid && !g.moved)
        .map(|g| (ends(&g.a), ends(&g.b)))
        .collect();
    let (all_a, all_b) = (roles.a.len() as u32, roles.b.len() as u32);
    fixed.push((all_a..all_a, all_b..all_b));
    let owners = Owners::new(&groups, roles);
    let mut left: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    let mut made: Vec<Group> = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    for (a, b) in fixed {
        let gap = Gap::new(from_a..a.start, from_b..b.start, roles, kinds);
        let inside = owners.inside(from_a..a.start, from_b..b.start);
        (from_a, from_b) = (from_a.max(a.end), from_b.max(b.end));
        let Some(gap) = gap else {
            continue;
        };
        let can_change = |g: &Group| g.tie < Tie::Solid && gap.holds(&g.a, &g.b);
        let group = |g: &u32| left[*g as usize].as_ref();
        if inside.iter().all(|g| group(g).is_some_and(can_change)) {
            let inside = inside.iter().filter_map(|&g| left[g as usize].take());
            made.extend(gap.fill(inside.collect()));
        }
    }
    made.extend(left.into_iter().flatten());
    made.sort_unstable_by_key(|g| g.a[0]);
    made
}

/// A gap: the same stretch of both sides, between two fixed points, without the marks at its edges.
struct Gap<'r> {
    a: Range<u32>,
    b: Range<u32>,
    roles: Roles<'r>,
    kinds: [&'r [WordKinds]; 2],
}

/// A part of a gap, in the order of both sides: a group, or words without a counterpart.
enum Part {
    Group(Group),
    Unlinked,
}

impl<'r> Gap<'r> {
    /// The gap of two ranges of tokens; `None` when a mark parts one, when both are empty, or when it is more than a
    /// phrase.
    fn new(
        a: Range<u32>,
        b: Range<u32>,
        roles: Roles<'r>,
        kinds: [&'r [WordKinds]; 2],
    ) -> Option<Self> {
        if a.is_empty() && b.is_empty() || a.len() + b.len() > MOST {
            return None;
        }
        let gap = Self {
            a: without_marks(a, roles.a)?,
            b: without_marks(b, roles.b)?,
            roles,
            kinds,
        };
        (!gap.a.is_empty() || !gap.b.is_empty()).then_some(gap)
    }

    /// Whether all these tokens are in the gap.
    fn holds(&self, a: &[u32], b: &[u32]) -> bool {
        a.iter().all(|t| self.a.contains(t)) && b.iter().all(|t| self.b.contains(t))
    }

    /// The groups of the gap, from those that word links made (in the order of A).
    fn fill(&self, groups: Vec<Group>) -> Vec<Group> {
        let ordered = groups
            .windows(2)
            .all(|g| g[0].a.last() < g[1].a.first() && g[0].b.last() < g[1].b.first());
        if !ordered {
            return groups;
        }
        if groups.is_empty() {
            return self.substitution().into_iter().collect();
        }
        merge(self.parts(groups), self.roles)
    }

    /// The groups and what stands between them; function words and enclosed words go with their neighbours.
    fn parts(&self, groups: Vec<Group>) -> Vec<Part> {
        let count = groups.len();
        let mut parts: Vec<Part> = Vec::with_capacity(2 * count + 1);
        // Words that go with the group after them.
        let mut ahead: (Positions, Positions) = Default::default();
        let (mut from_a, mut from_b) = (self.a.start, self.b.start);
        let mut groups = groups.into_iter();
        for n in 0..=count {
            let next = groups.next();
            let (to_a, to_b) = next
                .as_ref()
                .map_or((self.a.end, self.b.end), |g| (g.a[0], g.b[0]));
            let (a, b): (Positions, Positions) =
                ((from_a..to_a).collect(), (from_b..to_b).collect());
            let enclosed = n > 0 && n < count;
            let goes = |side: &[u32], roles: &[Role]| {
                let content = content(side, roles);
                content == 0 && side.len() <= FEW_FUNCTION || enclosed && content <= FEW_CONTENT
            };
            match (a.is_empty(), b.is_empty()) {
                (true, true) => {}
                (false, false) => parts.push(Part::Unlinked),
                _ if goes(&a, self.roles.a) && goes(&b, self.roles.b) => {
                    if next.as_ref().is_some_and(|g| self.leads_away(&a, &b, g)) {
                        parts.push(Part::Unlinked);
                    } else if next.is_some() {
                        ahead = (a, b);
                    } else if let Some(Part::Group(last)) = parts.last_mut()
                        && !self.ends_elided(&a, &b)
                        && !self.goes_on(&a, &b)
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

    /// The substitution of unlinked tokens that fill the gap on both sides, as many and all of them content: `★★` for `☆☆`. One
    /// word for another was looked at already, and found unlikely.
    fn substitution(&self) -> Option<Group> {
        let (a, b): (Positions, Positions) = (self.a.clone().collect(), self.b.clone().collect());
        let all_content = |side: &[u32], roles: &[Role]| content(side, roles) == side.len();
        let even = a.len() == b.len() && a.len() > 1 && a.len() + b.len() <= LONGEST;
        (even && all_content(&a, self.roles.a) && all_content(&b, self.roles.b))
            .then(|| Group::new(a, b, SAME_PLACE, Tie::Wording))
    }

    /// Whether words of one side do not belong to the group after them: they join it to what stands before, or it is a number.
    fn leads_away(&self, a: &[u32], b: &[u32], group: &Group) -> bool {
        let leads = |words: &[u32], side: &[u32], roles: &[Role], kinds: &[WordKinds]| {
            let joins = words.first().is_some_and(|&t| kinds[t as usize].joins());
            let number = |t: &u32| roles[*t as usize] == Role::Figures;
            joins || !words.is_empty() && side.first().is_some_and(number)
        };
        leads(a, &group.a, self.roles.a, self.kinds[0])
            || leads(b, &group.b, self.roles.b, self.kinds[1])
    }

    /// Whether a word goes with what stands behind the gap: an auxiliary, a conjunction, an article before its noun. Of several words
    /// the first may belong to the group before them.
    fn goes_on(&self, a: &[u32], b: &[u32]) -> bool {
        let goes = |words: &[u32], roles: &[Role], kinds: &[WordKinds]| match words {
            [t] => {
                let next = roles.get(*t as usize + 1);
                let kinds = kinds[*t as usize];
                kinds.leads() || kinds.can_determine() && next.is_some_and(|role| role.is_content())
            }
            _ => false,
        };
        goes(a, self.roles.a, self.kinds[0]) || goes(b, self.roles.b, self.kinds[1])
    }

    /// Whether the last word belongs to the fixed point after the gap.
    fn ends_elided(&self, a: &[u32], b: &[u32]) -> bool {
        let elided = |side: &[u32], roles: &[Role]| {
            side.last()
                .is_some_and(|&t| roles[t as usize] == Role::Elided)
        };
        elided(a, self.roles.a) || elided(b, self.roles.b)
    }
}

/// Joins neighbours into one phrase when one of them is hardly a phrase of its own: function words on one side. Words of one
/// family stay by themselves: what happened to them has a name.
fn merge(parts: Vec<Part>, roles: Roles<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut adjacent = false;
    for part in parts {
        let Part::Group(group) = part else {
            adjacent = false;
            continue;
        };
        let slight = |g: &Group| content(&g.a, roles.a) == 0 || content(&g.b, roles.b) == 0;
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
fn without_marks(range: Range<u32>, roles: &[Role]) -> Option<Range<u32>> {
    let mark = |t: u32| roles[t as usize] == Role::Mark;
    let (mut start, mut end) = (range.start, range.end);
    while start < end && mark(start) {
        start += 1;
    }
    while start < end && mark(end - 1) {
        end -= 1;
    }
    (!(start..end).any(mark)).then_some(start..end)
}

//! What stands unlinked between the same two neighbours on both sides: the one was said for the other, as a whole.
//!
//! `on the [sharp incline of the] hill`, `on the [steep] hill`: no word of the one stands for a word of the other, and yet
//! nothing was left out and nothing put in. A phrase that a mark parts from what stands around it may be both.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::group::{Group, Owners, Roles, Tie};
use super::shape::Role;
use super::substitution::SAME_PLACE;

/// Most words of one side: more say more than one thing.
const LONGEST_SIDE: usize = 10;
/// How many times as many words the one may have as the other.
const TIMES: usize = 2;
/// How many more, where words stand beside both in the same clause: every phrase may have a few small words more.
const FEW: usize = 3;

/// What stands on both sides of unlinked words: the groups of their neighbours, or the end of the side.
type Neighbours = [Option<u32>; 2];

/// Unlinked words that no mark parts.
struct Run {
    words: Range<u32>,
    /// Whether nothing but marks stands beside them.
    is_clause: bool,
    /// Whether a content word is among them.
    says: bool,
}

/// Makes a group of the unlinked words of both sides wherever they stand between the same neighbours. The groups are given
/// and left in the order of A.
pub(super) fn replace(groups: &mut Vec<Group>, roles: Roles<'_>) {
    let owners = Owners::new(groups, roles);
    let in_b: FxHashMap<Neighbours, Run> = runs(&owners.b, roles.b).collect();
    if in_b.is_empty() {
        return;
    }
    let before = groups.len();
    for (neighbours, a) in runs(&owners.a, roles.a) {
        if let Some(b) = in_b.get(&neighbours).filter(|b| are_one(&a, b)) {
            let [a, b] = [&a.words, &b.words].map(|words| words.clone().collect());
            groups.push(Group::new(a, b, SAME_PLACE, Tie::Wording));
        }
    }
    if groups.len() > before {
        groups.sort_unstable_by_key(|g| g.a[0]);
    }
}

/// Whether two runs are about as long, and both say something. Of one word for another it was found already that they do not
/// stand for each other.
fn are_one(a: &Run, b: &Run) -> bool {
    let lengths = [a.words.len(), b.words.len()];
    let (short, long) = (lengths[0].min(lengths[1]), lengths[0].max(lengths[1]));
    let few = if a.is_clause || b.is_clause { 0 } else { FEW };
    a.says && b.says && long > 1 && long <= LONGEST_SIDE && long <= TIMES * short + few
}

/// The runs of unlinked words of a side that no mark parts, without the marks at their edges, each with its neighbours.
fn runs<'s>(
    owners: &'s [Option<u32>],
    roles: &'s [Role],
) -> impl Iterator<Item = (Neighbours, Run)> + 's {
    let is_mark = |at: usize| roles.get(at).is_none_or(|role| *role == Role::Mark);
    let mut from = 0;
    let chunks = owners.chunk_by(|x, y| x.is_none() && y.is_none());
    chunks.filter_map(move |chunk| {
        let (mut start, mut end) = (from, from + chunk.len());
        from = end;
        if chunk[0].is_some() {
            return None;
        }
        let before = start.checked_sub(1).and_then(|t| owners[t]);
        let neighbours = [before, owners.get(end).copied().flatten()];
        while start < end && is_mark(start) {
            start += 1;
        }
        while start < end && is_mark(end - 1) {
            end -= 1;
        }
        let words = &roles[start..end];
        let run = Run {
            words: start as u32..end as u32,
            is_clause: start.checked_sub(1).is_none_or(is_mark) && is_mark(end),
            says: words.iter().any(|role| role.is_content()),
        };
        let is_one = start < end && !words.contains(&Role::Mark);
        is_one.then_some((neighbours, run))
    })
}

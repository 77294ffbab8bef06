//! What moved: the groups that do not keep the order of both sides; and the links of all tokens, in order.

use rustc_hash::FxHashSet;
use smallvec::smallvec;

use super::group::{Group, Owners, Roles, Tie, content, insert};
use super::join::{LONGEST_SIDE, PHRASE_GAP};
use super::link::WordLink;
use super::shape::Role;
use super::turned::Turned;
use crate::chain::{Point, on_heaviest_chain};
use crate::lexicon::Positions;

/// The weight of a content word on the chain that keeps the order of both sides, against 1 of another token: content
/// words tell what moved.
const CONTENT_WEIGHT: u64 = 4;
/// How probable a link of different words must be that moved alone, and of words that are merely spelled alike.
const LONE_WORDING: f64 = 0.8;
const LONE_LIKENESS: f64 = 0.75;

/// Marks the groups, given in the order of A, that are not on the heaviest chain which keeps the order of both sides.
pub(super) fn mark_moved(groups: &mut [Group], roles: Roles<'_>) {
    if groups.is_sorted_by(|x, y| x.b[0] < y.b[0]) {
        return;
    }
    let point = |group: &Group| {
        let tokens = group.a.len() as u64;
        let content = content(&group.a, roles.a) as u64;
        Point {
            a: group.a[0],
            b: group.b[0],
            weight: tokens + content * (CONTENT_WEIGHT - 1),
        }
    };
    let points: Vec<Point<u64>> = groups.iter().map(point).collect();
    for (group, on) in groups.iter_mut().zip(on_heaviest_chain(&points)) {
        group.moved = !on;
    }
}

/// Leaves out the function words and marks that seem to have moved alone: no phrase moved with them, and they have not changed
/// [places](Turned) with what stands beside them. A different word that moved alone must be surer than one in its place: neither what they are nor
/// where they stand speaks for it.
pub(super) fn leave_lone_moves(groups: &mut Vec<Group>, roles: Roles<'_>, can_turn: [&[bool]; 2]) {
    if !groups.iter().any(|g| g.moved) {
        return;
    }
    let near = |x: &[u32], y: &[u32]| {
        let ends = |side: &[u32]| (side[0], side[side.len() - 1]);
        let ((x0, x1), (y0, y1)) = (ends(x), ends(y));
        y0.saturating_sub(x1).max(x0.saturating_sub(y1)) <= PHRASE_GAP
    };
    let moved: Vec<(Positions, Positions)> = groups
        .iter()
        .filter(|g| g.moved && !g.is_function(roles))
        .map(|g| (g.a.clone(), g.b.clone()))
        .collect();
    // Words of a group may lie so far apart.
    const WIDEST: u32 = LONGEST_SIDE as u32 * PHRASE_GAP;
    let moved_near = |side: &[u32]| {
        let (first, last) = (side[0], side[side.len() - 1]);
        let from = moved.partition_point(|(a, _)| a[0] + WIDEST + PHRASE_GAP < first);
        let moved = moved[from..].iter();
        moved.take_while(move |(a, _)| a[0] <= last + PHRASE_GAP)
    };
    let places = Places::of(groups);
    let turned = Turned::new(groups, roles, can_turn);
    let passed: Vec<bool> = groups
        .iter()
        .map(|g| g.moved && turned.has(groups, g))
        .collect();
    let mut passed = passed.into_iter();
    groups.retain(|g| {
        let passed = passed.next().unwrap_or_default();
        let swapped = || g.tie == Tie::Solid && places.swapped(&g.a, &g.b);
        let with_one = || moved_near(&g.a).any(|(a, b)| near(a, &g.a) && near(b, &g.b));
        let lone = g.a.len() == 1 && g.b.len() == 1;
        let least = match g.tie {
            Tie::Wording => LONE_WORDING,
            Tie::Family => LONE_LIKENESS,
            Tie::Part | Tie::Solid => 0.0,
        };
        // Marks go along with words, and never by themselves.
        let is_mark = || g.a.iter().all(|&t| roles.a[t as usize] == Role::Mark);
        if g.moved && is_mark() {
            return with_one();
        }
        let doubtful = lone && g.probability < least;
        !g.moved || !doubtful && (!g.is_function(roles) || passed || with_one() || swapped())
    });
}

/// Which words of B those of A are linked with.
struct Places(FxHashSet<(u32, u32)>);

impl Places {
    fn of(groups: &[Group]) -> Self {
        let pairs = |g: &Group| -> Vec<(u32, u32)> {
            let with = |&x: &u32| g.b.iter().map(move |&y| (x, y));
            g.a.iter().flat_map(with).collect()
        };
        Self(groups.iter().flat_map(pairs).collect())
    }

    /// Whether words have changed places with their neighbour: *vous allez*, *allez-vous*.
    fn swapped(&self, a: &[u32], b: &[u32]) -> bool {
        let linked =
            |x: Option<u32>, y: Option<u32>| x.zip(y).is_some_and(|pair| self.0.contains(&pair));
        let ends = |side: &[u32]| (side[0].checked_sub(1), side[side.len() - 1].checked_add(1));
        let ((before_a, after_a), (before_b, after_b)) = (ends(a), ends(b));
        linked(after_a, before_b) || linked(before_a, after_b)
    }
}

/// An unlinked elision goes with the word after it, when that word is no longer what it was: `l’usage` for `moyen`.
/// `side` is that of the groups whose tokens have these roles and owners.
pub(super) fn bind_elisions(
    groups: &mut [Group],
    roles: &[Role],
    owners: &mut [Option<u32>],
    side: impl Fn(&mut Group) -> &mut Positions,
) {
    for t in (0..roles.len().saturating_sub(1)).rev() {
        if roles[t] == Role::Elided
            && owners[t].is_none()
            && let Some(g) = owners[t + 1]
            && groups[g as usize].tie < Tie::Solid
        {
            insert(side(&mut groups[g as usize]), t as u32);
            owners[t] = Some(g);
        }
    }
}

/// The links in the order of A, what only B has after the link its neighbour before it is in; unlinked neighbours together.
pub(super) fn in_order(groups: Vec<Group>, owners: &Owners) -> Vec<WordLink> {
    let mut only_b = only_b(&groups, owners).into_iter().peekable();
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    let mut links: Vec<WordLink> = Vec::with_capacity(groups.len() + 8);
    let mut next_only_b = |links: &mut Vec<WordLink>, after: Option<u32>| {
        while let Some((_, run)) = only_b.next_if(|(before, _)| *before == after) {
            links.push(unlinked(Positions::new(), run));
        }
    };
    next_only_b(&mut links, None);
    for (t, owner) in (0..).zip(&owners.a) {
        let Some(g) = *owner else {
            match links.last_mut() {
                Some(run) if run.b.is_empty() && run.a.last().is_some_and(|&l| l + 1 == t) => {
                    run.a.push(t);
                }
                _ => links.push(unlinked(smallvec![t], Positions::new())),
            }
            continue;
        };
        if let Some(group) = groups[g as usize].take() {
            links.push(WordLink {
                a: group.a,
                b: group.b,
                moved: group.moved,
                probability: group.probability,
            });
            next_only_b(&mut links, Some(t));
        }
    }
    links
}

/// The runs of tokens that only B has, each after the first token of A of the group before it, in the order of A.
fn only_b(groups: &[Group], owners: &Owners) -> Vec<(Option<u32>, Positions)> {
    let mut runs: Vec<(Option<u32>, Positions)> = Vec::new();
    let mut before = None;
    for (t, owner) in (0..).zip(&owners.b) {
        match (owner, runs.last_mut()) {
            (Some(g), _) => before = Some(groups[*g as usize].a[0]),
            (None, Some((_, run))) if run.last().is_some_and(|&l| l + 1 == t) => run.push(t),
            (None, _) => runs.push((before, smallvec![t])),
        }
    }
    // Those after one group stay in the order of B.
    runs.sort_by_key(|(before, _)| *before);
    runs
}

fn unlinked(a: Positions, b: Positions) -> WordLink {
    WordLink {
        a,
        b,
        moved: false,
        probability: 1.0,
    }
}

//! From pairs of words to links of phrases: every token of both sides in exactly one, and one substitution where four
//! words of the one side stand for three of the other.

use smallvec::smallvec;

use super::WordLink;
use super::chain::heaviest;
use super::decide::WordPair;
use super::place::Place;
use crate::witness::TokenList;

/// What grouping has to know of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenRole {
    /// A content word.
    Content,
    /// A function word.
    Function,
    /// A function word with an apostrophe at its end: it belongs to the word after it.
    Elided,
    /// A mark of punctuation.
    Mark,
}

/// What the words of a group are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// They stand for each other.
    Wording,
    /// They are words of one family.
    Family,
    /// They are one word, up to inflection, or marks: a fixed point to what stands around.
    Solid,
}

/// Words of one phrase stand at most this far apart.
const PHRASE_GAP: u32 = 2;
/// Most tokens of one side in one group.
const LONGEST_SIDE: usize = 8;
/// The weight of a token on the chain that keeps the order of both sides: content words tell what moved.
const CONTENT_WEIGHT: u64 = 4;

/// A group of linked tokens, with at least one on each side.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) a: TokenList,
    pub(super) b: TokenList,
    pub(super) probability: f64,
    pub(super) tie: Tie,
    moved: bool,
}

impl Group {
    pub(super) fn new(a: TokenList, b: TokenList, probability: f64, tie: Tie) -> Self {
        Self {
            a,
            b,
            probability,
            tie,
            moved: false,
        }
    }

    fn add(&mut self, a: Option<u32>, b: Option<u32>, probability: f64) {
        for (side, token) in [(&mut self.a, a), (&mut self.b, b)] {
            if let Some(token) = token {
                insert(side, token);
            }
        }
        self.probability = self.probability.min(probability);
    }

    /// Whether no content word is in it.
    pub(super) fn is_function(&self, a: &[TokenRole], b: &[TokenRole]) -> bool {
        let content = |side: &[u32], roles: &[TokenRole]| {
            side.iter()
                .any(|&t| roles[t as usize] == TokenRole::Content)
        };
        !content(&self.a, a) && !content(&self.b, b)
    }

    /// First and last token of A and of B.
    fn hull(&self) -> [u32; 4] {
        [
            self.a[0],
            self.a[self.a.len() - 1],
            self.b[0],
            self.b[self.b.len() - 1],
        ]
    }
}

fn insert(side: &mut TokenList, token: u32) {
    if let Err(at) = side.binary_search(&token) {
        side.insert(at, token);
    }
}

/// The links of two sides from their pairs; `tie` says what the two words of a pair are to each other.
pub(super) fn group(
    pairs: &[WordPair],
    tie: impl Fn(&WordPair) -> Tie,
    a: &[TokenRole],
    b: &[TokenRole],
) -> Vec<WordLink> {
    let mut groups = phrases(pairs, tie, a.len(), b.len());
    groups.sort_by_key(|g| (g.a[0], g.b[0]));
    mark_moved(&mut groups, a);
    groups = supported(groups, a, b);
    groups = substitutions(groups, a, b);
    bind_elisions(&mut groups, a, |g| &mut g.a);
    bind_elisions(&mut groups, b, |g| &mut g.b);
    in_order(groups, a.len(), b.len())
}

/// Joins pairs that share a word, the most probable first, while their words stay close together.
fn phrases(pairs: &[WordPair], tie: impl Fn(&WordPair) -> Tie, a: usize, b: usize) -> Vec<Group> {
    let mut order: Vec<&WordPair> = pairs.iter().collect();
    order.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let (mut of_a, mut of_b) = (vec![None; a], vec![None; b]);
    let mut groups: Vec<Group> = Vec::new();
    // A word that stands for itself takes in none that stands for another.
    let joins = |group: &Group, side: &[u32], token: u32, pair: &WordPair| {
        group.tie.max(tie(pair)) < Tie::Solid
            && side.len() < LONGEST_SIDE
            && side.iter().any(|t| t.abs_diff(token) <= PHRASE_GAP)
    };
    let mut place = |pair: &WordPair| {
        let p = f64::from(pair.probability);
        match (of_a[pair.a as usize], of_b[pair.b as usize]) {
            (None, None) => {
                of_a[pair.a as usize] = Some(groups.len());
                of_b[pair.b as usize] = Some(groups.len());
                groups.push(Group::new(
                    smallvec![pair.a],
                    smallvec![pair.b],
                    p,
                    tie(pair),
                ));
            }
            (Some(g), None) if joins(&groups[g], &groups[g].b, pair.b, pair) => {
                of_b[pair.b as usize] = Some(g);
                groups[g].add(None, Some(pair.b), p);
            }
            (None, Some(g)) if joins(&groups[g], &groups[g].a, pair.a, pair) => {
                of_a[pair.a as usize] = Some(g);
                groups[g].add(Some(pair.a), None, p);
            }
            // The word has a better link, or stands too far off.
            _ => return false,
        }
        true
    };
    // Once more for words that are not too far off any more: what is likelier comes first, but may be the further end.
    order.retain(|pair| !place(pair));
    order.retain(|pair| !place(pair));
    groups
}

/// Marks the groups that are not on the heaviest chain which keeps the order of both sides.
fn mark_moved(groups: &mut [Group], a: &[TokenRole]) {
    let weight = |group: &Group| -> u64 {
        let of = |t: &u32| match a[*t as usize] {
            TokenRole::Content => CONTENT_WEIGHT,
            _ => 1,
        };
        group.a.iter().map(of).sum()
    };
    let links: Vec<_> = groups.iter().map(|g| (g.a[0], g.b[0], weight(g))).collect();
    for (group, on) in groups.iter_mut().zip(heaviest(&links)) {
        group.moved = !on;
    }
}

/// Without the function words and marks that seem to have moved alone: no phrase moved with them.
fn supported(groups: Vec<Group>, a: &[TokenRole], b: &[TokenRole]) -> Vec<Group> {
    let near = |x: &Group, y: &Group| {
        let ([x0, x1, u0, u1], [y0, y1, v0, v1]) = (x.hull(), y.hull());
        let apart =
            |f0: u32, f1: u32, g0: u32, g1: u32| g0.saturating_sub(f1).max(f0.saturating_sub(g1));
        apart(x0, x1, y0, y1) <= PHRASE_GAP && apart(u0, u1, v0, v1) <= PHRASE_GAP
    };
    let moved: Vec<&Group> = groups
        .iter()
        .filter(|g| g.moved && !g.is_function(a, b))
        .collect();
    let stays = |g: &Group| !g.moved || !g.is_function(a, b) || moved.iter().any(|m| near(m, g));
    let keep: Vec<bool> = groups.iter().map(stays).collect();
    groups
        .into_iter()
        .zip(keep)
        .filter_map(|(g, keep)| keep.then_some(g))
        .collect()
}

/// Lets each place between two fixed points make its substitutions.
fn substitutions(groups: Vec<Group>, a: &[TokenRole], b: &[TokenRole]) -> Vec<Group> {
    let fixed: Vec<[u32; 4]> = groups
        .iter()
        .filter(|g| g.tie == Tie::Solid && !g.moved)
        .map(Group::hull)
        .collect();
    let ends = (a.len() as u32, b.len() as u32);
    let mut owners = Owners::new(&groups, a.len(), b.len());
    let mut slots: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    let mut made: Vec<Group> = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    for [a0, a1, b0, b1] in fixed.into_iter().chain([[ends.0, ends.0, ends.1, ends.1]]) {
        let (range_a, range_b) = (from_a..a0, from_b..b0);
        (from_a, from_b) = (from_a.max(a1 + 1), from_b.max(b1 + 1));
        let inside = owners.inside(&range_a, &range_b);
        if let Some(place) = Place::new(range_a, range_b, a, b)
            && inside.iter().all(|&g| {
                slots[g]
                    .as_ref()
                    .is_some_and(|g| g.tie < Tie::Solid && place.holds(&g.a, &g.b))
            })
        {
            let groups: Vec<Group> = inside.iter().filter_map(|&g| slots[g].take()).collect();
            made.extend(place.fill(groups));
        }
    }
    made.extend(slots.into_iter().flatten());
    made.sort_by_key(|g| (g.a[0], g.b[0]));
    made
}

/// For each token the group it is in.
struct Owners {
    a: Vec<Option<usize>>,
    b: Vec<Option<usize>>,
}

impl Owners {
    fn new(groups: &[Group], a: usize, b: usize) -> Self {
        let mut owners = Self {
            a: vec![None; a],
            b: vec![None; b],
        };
        for (g, group) in groups.iter().enumerate() {
            for &t in &group.a {
                owners.a[t as usize] = Some(g);
            }
            for &t in &group.b {
                owners.b[t as usize] = Some(g);
            }
        }
        owners
    }

    /// The groups with a token in one of two ranges.
    fn inside(&mut self, a: &std::ops::Range<u32>, b: &std::ops::Range<u32>) -> Vec<usize> {
        let of = |owners: &[Option<usize>], r: &std::ops::Range<u32>| -> Vec<usize> {
            r.clone().filter_map(|t| owners[t as usize]).collect()
        };
        let mut all = of(&self.a, a);
        all.extend(of(&self.b, b));
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// An unlinked elision goes with the word after it, when that word is no longer what it was: `l’usage` for `moyen`.
fn bind_elisions(
    groups: &mut [Group],
    roles: &[TokenRole],
    side: impl Fn(&mut Group) -> &mut TokenList,
) {
    let mut owner = vec![None; roles.len()];
    for (g, group) in groups.iter_mut().enumerate() {
        for &t in side(group).iter() {
            owner[t as usize] = Some(g);
        }
    }
    for t in (0..roles.len().saturating_sub(1)).rev() {
        if roles[t] == TokenRole::Elided
            && owner[t].is_none()
            && let Some(g) = owner[t + 1]
            && groups[g].tie < Tie::Solid
        {
            insert(side(&mut groups[g]), t as u32);
            owner[t] = Some(g);
        }
    }
}

/// The links in the order of A, what only B has after the link its neighbour before it is in; unlinked neighbours together.
fn in_order(groups: Vec<Group>, a: usize, b: usize) -> Vec<WordLink> {
    let owners = Owners::new(&groups, a, b);
    let runs = |owner: &[Option<usize>]| -> Vec<TokenList> {
        let mut all: Vec<TokenList> = Vec::new();
        for t in (0..owner.len() as u32).filter(|&t| owner[t as usize].is_none()) {
            match all.last_mut() {
                Some(run) if run.last().is_some_and(|&l| l + 1 == t) => run.push(t),
                _ => all.push(smallvec![t]),
            }
        }
        all
    };
    let unlinked = |a: TokenList, b: TokenList| WordLink {
        a,
        b,
        moved: false,
        probability: 1.0,
    };
    // The place of a link: its first token of A; of what only B has: the place of the link before it, and then its own.
    let mut placed: Vec<((u32, u32), WordLink)> = Vec::with_capacity(groups.len() + 8);
    for run in runs(&owners.a) {
        placed.push(((run[0] + 1, 0), unlinked(run, TokenList::new())));
    }
    let mut before = 0;
    let mut at = 0;
    for run in runs(&owners.b) {
        // Runs come in order, so each token of B is looked at once.
        while at < run[0] {
            before = owners.b[at as usize].map_or(before, |g| groups[g].a[0] + 1);
            at += 1;
        }
        placed.push(((before, run[0] + 1), unlinked(TokenList::new(), run)));
    }
    placed.extend(groups.into_iter().map(|group| {
        (
            (group.a[0] + 1, 0),
            WordLink {
                a: group.a,
                b: group.b,
                moved: group.moved,
                probability: group.probability,
            },
        )
    }));
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, link)| link).collect()
}

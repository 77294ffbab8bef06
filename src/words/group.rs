//! From pairs of words to links of phrases: every token of both sides in exactly one, and one substitution where four
//! words of the one side stand for three of the other.

use super::WordLink;
use super::chain::heaviest;
use super::decide::WordPair;

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

/// Words of one phrase stand at most this far apart.
const PHRASE_GAP: u32 = 2;
/// Most tokens, of both sides together, in one substitution.
const LONGEST: usize = 12;
/// A substitution of unlinked words has at most this many times as many words on one side, and a few more.
const UNEVEN: usize = 3;
/// How probable it is that unlinked words in the same place stand for each other.
const SAME_PLACE: f64 = 0.3;
/// The weight of a token on the chain that keeps the order of both sides: content words tell what moved.
const CONTENT_WEIGHT: u64 = 4;

/// A group of linked tokens.
#[derive(Debug, Clone, Default)]
struct Group {
    a: Vec<u32>,
    b: Vec<u32>,
    probability: f64,
    /// Whether some pair of it is one word, up to inflection: then it stands for itself.
    solid: bool,
}

/// The links of two sides from their pairs (`solid`: whether the two tokens of a pair share a stem or are marks).
pub(super) fn group(
    pairs: &[WordPair],
    solid: impl Fn(&WordPair) -> bool,
    a: &[TokenRole],
    b: &[TokenRole],
) -> Vec<WordLink> {
    let mut groups = phrases(pairs, solid, a.len(), b.len());
    groups.sort_by_key(|g| (g.a[0], g.b[0]));
    let on_chain = heaviest(
        &groups
            .iter()
            .map(|g| (g.a[0], g.b[0], weight(g, a)))
            .collect::<Vec<_>>(),
    );
    let mut owner_a = owners(&groups, a.len(), |g| &g.a);
    let mut owner_b = owners(&groups, b.len(), |g| &g.b);

    // Between two solid links of the chain lies a place; what is in it stands for each other.
    let mut moved: Vec<bool> = on_chain.iter().map(|on| !on).collect();
    let frame: Vec<(u32, u32, u32, u32)> = groups
        .iter()
        .zip(&on_chain)
        .filter(|(g, on)| **on && g.solid)
        .map(|(g, _)| (g.a[0], *last(&g.a), g.b[0], *last(&g.b)))
        .collect();
    let ends = (a.len() as u32, b.len() as u32);
    let (mut from_a, mut from_b) = (0, 0);
    for (a0, a1, b0, b1) in frame.into_iter().chain([(ends.0, ends.0, ends.1, ends.1)]) {
        let place = Place {
            a: from_a..a0,
            b: from_b..b0,
        };
        place.substitute(&mut groups, &mut moved, &mut owner_a, &mut owner_b, (a, b));
        (from_a, from_b) = (from_a.max(a1 + 1), from_b.max(b1 + 1));
    }
    bind_elisions(&mut groups, &mut owner_a, a, |g| &mut g.a);
    bind_elisions(&mut groups, &mut owner_b, b, |g| &mut g.b);
    in_order(groups, &moved, &owner_a, &owner_b)
}

fn last(tokens: &[u32]) -> &u32 {
    // A group has a token on both sides: it begins with a pair.
    &tokens[tokens.len() - 1]
}

fn weight(group: &Group, a: &[TokenRole]) -> u64 {
    group
        .a
        .iter()
        .map(|&i| match a[i as usize] {
            TokenRole::Content => CONTENT_WEIGHT,
            _ => 1,
        })
        .sum()
}

fn owners(groups: &[Group], len: usize, side: impl Fn(&Group) -> &Vec<u32>) -> Vec<Option<usize>> {
    let mut owner = vec![None; len];
    for (g, group) in groups.iter().enumerate() {
        for &t in side(group) {
            owner[t as usize] = Some(g);
        }
    }
    owner
}

/// Joins pairs that share a word, the most probable first, while their words stay close together.
fn phrases(
    pairs: &[WordPair],
    solid: impl Fn(&WordPair) -> bool,
    a: usize,
    b: usize,
) -> Vec<Group> {
    let mut order: Vec<&WordPair> = pairs.iter().collect();
    order.sort_by(|x, y| {
        y.probability
            .total_cmp(&x.probability)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let (mut of_a, mut of_b) = (vec![None; a], vec![None; b]);
    let mut groups: Vec<Group> = Vec::new();
    for pair in order {
        let p = f64::from(pair.probability);
        match (of_a[pair.a as usize], of_b[pair.b as usize]) {
            (None, None) => {
                of_a[pair.a as usize] = Some(groups.len());
                of_b[pair.b as usize] = Some(groups.len());
                groups.push(Group {
                    a: vec![pair.a],
                    b: vec![pair.b],
                    probability: p,
                    solid: solid(pair),
                });
            }
            (Some(g), None) if joins(&groups[g].b, pair.b) && !solid(pair) | !groups[g].solid => {
                of_b[pair.b as usize] = Some(g);
                groups[g].add(None, Some(pair.b), p);
            }
            (None, Some(g)) if joins(&groups[g].a, pair.a) && !solid(pair) | !groups[g].solid => {
                of_a[pair.a as usize] = Some(g);
                groups[g].add(Some(pair.a), None, p);
            }
            // The word has a better link, or stands too far off.
            _ => {}
        }
    }
    groups
}

fn joins(tokens: &[u32], token: u32) -> bool {
    tokens.len() < LONGEST && tokens.iter().any(|t| t.abs_diff(token) <= PHRASE_GAP)
}

impl Group {
    fn add(&mut self, a: Option<u32>, b: Option<u32>, probability: f64) {
        for (side, token) in [(&mut self.a, a), (&mut self.b, b)] {
            if let Some(token) = token {
                let at = side.partition_point(|&t| t < token);
                side.insert(at, token);
            }
        }
        self.probability = self.probability.min(probability);
    }
}

/// What lies between two links that keep the order of both sides.
struct Place {
    a: std::ops::Range<u32>,
    b: std::ops::Range<u32>,
}

impl Place {
    /// Makes one group of all that is in the place and stands for each other.
    ///
    /// Both sides must have words there; no mark may part them, and no word of theirs be linked to another place. A place
    /// that holds more than a phrase is left as it is.
    fn substitute(
        &self,
        groups: &mut Vec<Group>,
        moved: &mut Vec<bool>,
        owner_a: &mut [Option<usize>],
        owner_b: &mut [Option<usize>],
        roles: (&[TokenRole], &[TokenRole]),
    ) {
        let (a, b) = (words(&self.a, roles.0), words(&self.b, roles.1));
        let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
        if shorter == 0 || a.len() + b.len() > LONGEST {
            return;
        }
        let inside: Vec<usize> = {
            let of = |side: &[u32], owner: &[Option<usize>]| -> Vec<usize> {
                side.iter().filter_map(|&t| owner[t as usize]).collect()
            };
            let mut all = [of(&a, owner_a), of(&b, owner_b)].concat();
            all.sort_unstable();
            all.dedup();
            all
        };
        let fits = |g: &Group| {
            !g.solid && g.a.iter().all(|t| a.contains(t)) && g.b.iter().all(|t| b.contains(t))
        };
        if !inside.iter().all(|&g| fits(&groups[g])) {
            return;
        }
        if inside.is_empty() && longer > UNEVEN * shorter + 1 {
            return;
        }
        let probability = inside
            .iter()
            .map(|&g| groups[g].probability)
            .fold(if inside.is_empty() { SAME_PLACE } else { 1.0 }, f64::min);
        let target = inside.first().copied().unwrap_or_else(|| {
            groups.push(Group::default());
            moved.push(false);
            groups.len() - 1
        });
        for &g in inside.iter().skip(1) {
            groups[g] = Group::default();
        }
        moved[target] = false;
        for (side, owner) in [(&a, owner_a), (&b, owner_b)] {
            for &t in side {
                owner[t as usize] = Some(target);
            }
        }
        groups[target] = Group {
            a,
            b,
            probability,
            solid: false,
        };
    }
}

/// The tokens of a range when no mark parts them; marks at its edges are left out.
fn words(range: &std::ops::Range<u32>, roles: &[TokenRole]) -> Vec<u32> {
    let mark = |t: &u32| roles[*t as usize] == TokenRole::Mark;
    let inner: Vec<u32> = range
        .clone()
        .skip_while(|t| mark(t))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .skip_while(|t| mark(t))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    if inner.iter().any(mark) {
        Vec::new()
    } else {
        inner
    }
}

/// An unlinked elision goes with the word after it, when that word is no longer what it was: `l’usage` for `moyen`.
fn bind_elisions(
    groups: &mut [Group],
    owner: &mut [Option<usize>],
    roles: &[TokenRole],
    side: impl Fn(&mut Group) -> &mut Vec<u32>,
) {
    for t in 0..roles.len().saturating_sub(1) {
        if roles[t] != TokenRole::Elided || owner[t].is_some() {
            continue;
        }
        if let Some(g) = owner[t + 1]
            && !groups[g].solid
        {
            let tokens = side(&mut groups[g]);
            let at = tokens.partition_point(|&x| x < t as u32);
            tokens.insert(at, t as u32);
            owner[t] = Some(g);
        }
    }
}

/// The links in the order of A, what only B has after the link its neighbour before it is in; unlinked neighbours together.
fn in_order(
    groups: Vec<Group>,
    moved: &[bool],
    owner_a: &[Option<usize>],
    owner_b: &[Option<usize>],
) -> Vec<WordLink> {
    let runs = |owner: &[Option<usize>]| -> Vec<Vec<u32>> {
        let mut all: Vec<Vec<u32>> = Vec::new();
        for t in (0..owner.len() as u32).filter(|&t| owner[t as usize].is_none()) {
            match all.last_mut() {
                Some(run) if run.last().is_some_and(|&l| l + 1 == t) => run.push(t),
                _ => all.push(vec![t]),
            }
        }
        all
    };
    let unlinked = |a: Vec<u32>, b: Vec<u32>| WordLink {
        a,
        b,
        moved: false,
        probability: 1.0,
    };
    // The place of a link: its first token of A; of what only B has: the place of the link before it, and then its own.
    let mut placed: Vec<((u32, u32), WordLink)> = Vec::with_capacity(groups.len() + 8);
    for run in runs(owner_a) {
        placed.push(((run[0] + 1, 0), unlinked(run, Vec::new())));
    }
    for run in runs(owner_b) {
        let before = (0..run[0]).rev().find_map(|t| owner_b[t as usize]);
        let place = before.map_or(0, |g| groups[g].a[0] + 1);
        placed.push(((place, run[0] + 1), unlinked(Vec::new(), run)));
    }
    for (group, &moved) in groups.into_iter().zip(moved) {
        if !group.a.is_empty() {
            placed.push((
                (group.a[0] + 1, 0),
                WordLink {
                    a: group.a,
                    b: group.b,
                    moved,
                    probability: group.probability,
                },
            ));
        }
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, link)| link).collect()
}

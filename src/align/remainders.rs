//! Clauses that moved alone: `He came at dawn, when the fog lay on the meadows.`, and far away `She picked it up, when the fog lay on
//! the meadows.`
//!
//! Where the clause is longer than what it leaves, it decides what its sentence is linked with: sentences that share a guest, and no
//! more. What is left of both without it has its counterpart in its place, and that is where they belong. The clause itself
//! has gone from one sentence to another, and is told where words are linked.

use std::cmp::Ordering;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::found::Found;
use crate::align::model::Model;
use crate::align::score::Scorer;
use crate::align::side::Side;
use crate::lexicon::KeyId;

/// The share of the words of a unit that what is left of another must hold to be its counterpart.
const HELD: f64 = 0.5;
/// The share of the words of a unit from which what is left of it is more than the clause.
const LEFT: f64 = 0.25;

/// Gives units that are linked far away the counterpart of the rest of them that stands in their place, and has none.
pub(super) fn stay(a: &Side, b: &Side, model: &Model, beads: [&mut Vec<Found>; 2]) {
    let [main, moved] = beads;
    let all: Vec<Found> = main.iter().chain(moved.iter()).cloned().collect();
    let places = [
        Places::new(a, b, &all),
        Places::new(b, a, &all.iter().map(turned).collect::<Vec<_>>()),
    ];
    let mut scorer = Scorer::new(model);
    let mut stays: Vec<Stay> = Vec::new();
    for (k, bead) in all.iter().enumerate() {
        let (&[x], &[y]) = (&bead.a[..], &bead.b[..]) else {
            continue;
        };
        let of_a = places[0].stays(&mut scorer, [a, b], [x, y]);
        let of_b = places[1].stays(&mut scorer, [b, a], [y, x]);
        // Of a unit that is more than the clause the rest must have its place as well.
        let is_guest = |own: &Side, other: &Side, [u, v]: [u32; 2]| {
            let rest = rest(own.words(u as usize), other.words(v as usize));
            (rest.len() as f64) < LEFT * own.words(u as usize).len() as f64
        };
        if of_a.is_none() && !is_guest(a, b, [x, y]) || of_b.is_none() && !is_guest(b, a, [y, x]) {
            continue;
        }
        let found = |a: u32, b: u32, score: f32| Found {
            a: vec![a],
            b: vec![b],
            score,
            posterior: bead.posterior,
        };
        let instead: Vec<Found> = of_a
            .map(|(at, score)| found(x, at, score))
            .into_iter()
            .chain(of_b.map(|(at, score)| found(at, y, score)))
            .collect();
        if !instead.is_empty() {
            stays.push(Stay { bead: k, instead });
        }
    }
    // Two may want one place.
    let worth = |stay: &Stay| stay.instead.iter().map(|f| f.score).sum::<f32>();
    stays.sort_by(|p, q| worth(q).total_cmp(&worth(p)).then(p.bead.cmp(&q.bead)));
    let (mut taken_a, mut taken_b) = (FxHashSet::default(), FxHashSet::default());
    let mut gone = vec![false; all.len()];
    let mut stayed = Vec::new();
    for stay in stays {
        let is_free = |f: &Found| !taken_a.contains(&f.a[0]) && !taken_b.contains(&f.b[0]);
        if !stay.instead.iter().all(is_free) {
            continue;
        }
        for found in stay.instead {
            taken_a.insert(found.a[0]);
            taken_b.insert(found.b[0]);
            stayed.push(found);
        }
        gone[stay.bead] = true;
    }
    let mut gone = gone.into_iter();
    main.retain(|_| gone.next() == Some(false));
    moved.retain(|_| gone.next() == Some(false));
    moved.extend(stayed);
}

/// Parts beads of which one side has a unit more than the other, where that is such a clause, and the others stand in one order.
pub(super) fn part(a: &Side, b: &Side, model: &Model, main: &mut Vec<Found>) {
    let mut scorer = Scorer::new(model);
    let mut parted = Vec::new();
    for bead in main.drain(..) {
        let parts = match bead.a.len().cmp(&bead.b.len()) {
            Ordering::Greater => parts(&mut scorer, [a, b], &bead),
            Ordering::Less => parts(&mut scorer, [b, a], &turned(&bead))
                .map(|parts| parts.iter().map(turned).collect()),
            Ordering::Equal => None,
        };
        parted.extend(parts.unwrap_or_else(|| vec![bead]));
    }
    *main = parted;
}

/// The parts of a bead whose first side has a unit more.
fn parts(scorer: &mut Scorer<'_>, [long, short]: [&Side; 2], bead: &Found) -> Option<Vec<Found>> {
    let count = bead.b.len();
    if count < 2 || bead.a.len() != count + 1 {
        return None;
    }
    (0..=count).find_map(|guest| {
        let mut others = bead.a.clone();
        let own = long.words(others.remove(guest) as usize);
        let left = |host: usize| rest(own, short.words(bead.b[host] as usize)).len();
        let host = (0..count).min_by_key(|&host| left(host))?;
        // Beside what its host is linked with, it is where that is cut otherwise.
        let beside = guest == host || guest == host + 1;
        if beside || left(host) as f64 > LEFT * own.len() as f64 {
            return None;
        }
        let pairs = others.iter().zip(&bead.b).enumerate();
        let parts = pairs.map(|(n, (&x, &y))| {
            let there = long.words(x as usize);
            let mut here = short.words(y as usize).to_vec();
            if n == host {
                here = rest(&here, own);
            }
            let held = there.len() - rest(there, &here).len();
            scorer.load(long, &[x as usize]);
            let score = scorer.score(short, &[y as usize]).total;
            let stands = score > 0.0 && held as f64 >= HELD * there.len() as f64;
            stands.then(|| Found {
                a: vec![x],
                b: vec![y],
                score,
                posterior: bead.posterior,
            })
        });
        parts.collect()
    })
}

/// A bead that gives way, and what stands instead.
struct Stay {
    bead: usize,
    instead: Vec<Found>,
}

fn turned(bead: &Found) -> Found {
    Found {
        a: bead.b.clone(),
        b: bead.a.clone(),
        ..*bead
    }
}

/// Where the units of one side stand on the other, as their neighbours tell.
struct Places {
    /// For each unit the first and the last of its counterparts.
    of: Vec<Option<[u32; 2]>>,
    /// Of the other side, which units have none.
    free: Vec<bool>,
}

impl Places {
    fn new(own: &Side, other: &Side, beads: &[Found]) -> Self {
        let mut of = vec![None; own.len()];
        let mut free = vec![true; other.len()];
        for bead in beads {
            let ends = bead.b.first().zip(bead.b.last());
            for &x in &bead.a {
                of[x as usize] = ends.map(|(&first, &last)| [first, last]);
            }
            for &y in &bead.b {
                free[y as usize] = false;
            }
        }
        Self { of, free }
    }

    /// The units that stand where the neighbours of `x` say that its counterpart would.
    fn places(&self, x: u32) -> [Option<u32>; 2] {
        let of = |at: Option<u32>| at.and_then(|at| self.of.get(at as usize).copied().flatten());
        let behind = match x.checked_sub(1) {
            None => Some(0),
            before => of(before).map(|[_, last]| last + 1),
        };
        let before = match x as usize + 1 == self.of.len() {
            true => self.free.len().checked_sub(1).map(|last| last as u32),
            false => of(Some(x + 1)).and_then(|[first, _]| first.checked_sub(1)),
        };
        [behind, before]
    }

    /// The free unit in the place of `x` that says what is left of it beside what `y` says, with its score.
    fn stays(
        &self,
        scorer: &mut Scorer<'_>,
        [own, other]: [&Side; 2],
        [x, y]: [u32; 2],
    ) -> Option<(u32, f32)> {
        let places = self.places(x);
        if places.contains(&Some(y)) {
            return None;
        }
        let rest = rest(own.words(x as usize), other.words(y as usize));
        if rest.is_empty() {
            return None;
        }
        let free = |&at: &u32| self.free.get(at as usize) == Some(&true);
        let tried = places.into_iter().flatten().filter(free).filter_map(|at| {
            let there = other.words(at as usize);
            let held = there.len() - self::rest(there, &rest).len();
            if (held as f64) < HELD * there.len() as f64 {
                return None;
            }
            scorer.load(own, &[x as usize]);
            let score = scorer.score(other, &[at as usize]).total;
            (score > 0.0).then_some((at, score))
        });
        tried.max_by(|p, q| p.1.total_cmp(&q.1).then(q.0.cmp(&p.0)))
    }
}

/// The words without those that stand in `others`, as often as they do.
fn rest(words: &[KeyId], others: &[KeyId]) -> Vec<KeyId> {
    let mut left: FxHashMap<KeyId, usize> = FxHashMap::default();
    for &word in others {
        *left.entry(word).or_default() += 1;
    }
    let mut rest = words.to_vec();
    rest.retain(|word| match left.get_mut(word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    rest
}

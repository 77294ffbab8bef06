//! Moves: blocks and single sentences that stand elsewhere in the other witness.
//!
//! Candidates that are worth more than what the main path makes of their units form local chains; each is a block, aligned inside by the same
//! dynamic programming as the main path.

use rustc_hash::FxHashSet;

use crate::align::corridor::Corridor;
use crate::align::found::Found;
use crate::align::lattice::Lattice;
use crate::align::model::Model;
use crate::align::pair_scores::PairScores;
use crate::align::side::Side;
use crate::align::ties::keep_likely;
use crate::chain::Point;

/// Units that two neighbouring candidates of one block may lie apart, on either side.
const REACH: u32 = 4;
/// What a unit passed over between two candidates of a block costs, in nats.
const STEP: f64 = 2.0;
/// What a block must score, in nats, beside the logarithm of the places it might stand in: as much as the two long gaps
/// that a path opens and closes around foreign text.
const LEAST: f64 = 8.0;
/// Units beyond its first and last candidate that are tried with a block.
const MARGIN: u32 = 4;
/// Rows on each side of a candidate that the search inside a block may use.
const RADIUS: usize = 4;

/// A block of units of both sides that belong together.
struct Block {
    a: Vec<u32>,
    b: Vec<u32>,
    anchors: Vec<(u32, u32)>,
}

/// The beads of what moved, given the beads of the main path. A bead of the main path gives way where what moved is worth
/// more than it.
pub(super) fn moves(
    a: &Side,
    b: &Side,
    model: &Model,
    points: &[Point],
    main: &mut Vec<Found>,
) -> Vec<Found> {
    let held = Held::new(a, b, main);
    let free = held.of_b.iter().filter(|&&bead| bead == FREE).count();
    let least = least_of_move(free);
    let gains: Vec<Point> = points
        .iter()
        .map(|p| Point {
            weight: p.weight - held.price(main, &[p.a], &[p.b]),
            ..*p
        })
        .filter(|p| p.weight > 0.0)
        .collect();
    let chains = local_chains(&gains, least);
    let blocks = blocks(chains, &gains, &held);
    let beads = inside(a, b, model, &blocks);

    let mut worth = vec![-least; blocks.len()];
    for (block, bead) in &beads {
        worth[*block] += f64::from(bead.score) - held.price(main, &bead.a, &bead.b);
    }
    let moved: Vec<Found> = beads
        .into_iter()
        .filter(|(block, _)| worth[*block] >= 0.0)
        .map(|(_, bead)| bead)
        .collect();
    let mut gone = vec![false; main.len()];
    for bead in &moved {
        for k in held.beads(&bead.a, &bead.b) {
            gone[k as usize] = true;
        }
    }
    let mut gone = gone.into_iter();
    main.retain(|_| gone.next() == Some(false));
    moved
}

/// What a block must score, in nats, where so many units of B are free.
pub(super) fn least_of_move(free: usize) -> f64 {
    LEAST + (free.max(1) as f64).ln()
}

/// The bead of a unit that has none.
const FREE: u32 = u32::MAX;

/// Which beads of the main path hold the units.
struct Held {
    of_a: Vec<u32>,
    of_b: Vec<u32>,
}

impl Held {
    fn new(a: &Side, b: &Side, main: &[Found]) -> Self {
        let mut held = Self {
            of_a: vec![FREE; a.len()],
            of_b: vec![FREE; b.len()],
        };
        for (k, bead) in main.iter().enumerate() {
            bead.a
                .iter()
                .for_each(|&p| held.of_a[p as usize] = k as u32);
            bead.b
                .iter()
                .for_each(|&p| held.of_b[p as usize] = k as u32);
        }
        held
    }

    /// The beads that hold some of the given units, each once.
    fn beads(&self, a: &[u32], b: &[u32]) -> Vec<u32> {
        let of_a = a.iter().map(|&p| self.of_a[p as usize]);
        let of_b = b.iter().map(|&p| self.of_b[p as usize]);
        let mut beads: Vec<u32> = of_a.chain(of_b).filter(|&bead| bead != FREE).collect();
        beads.sort_unstable();
        beads.dedup();
        beads
    }

    /// What is lost when the beads of the given units give way, in nats.
    fn price(&self, main: &[Found], a: &[u32], b: &[u32]) -> f64 {
        let beads = self.beads(a, b).into_iter();
        beads
            .map(|k| f64::from(main[k as usize].score).max(0.0))
            .sum()
    }
}

/// Chains of points close to each other, the heaviest first; no unit is in two of them.
fn local_chains(points: &[Point], least: f64) -> Vec<Vec<usize>> {
    // score[k]: of the best chain that ends at point k; before[k]: the point before k on it.
    let mut score: Vec<f64> = Vec::with_capacity(points.len());
    let mut before: Vec<usize> = Vec::with_capacity(points.len());
    let mut from = 0;
    for (k, p) in points.iter().enumerate() {
        while points[from].a + REACH < p.a {
            from += 1;
        }
        let mut best = (0.0, usize::MAX);
        for (q, near) in points[from..k].iter().enumerate() {
            if near.a < p.a && near.b < p.b && near.b + REACH >= p.b {
                let apart = (p.a - near.a - 1) + (p.b - near.b - 1);
                let reached = score[from + q] - STEP * f64::from(apart);
                if reached > best.0 {
                    best = (reached, from + q);
                }
            }
        }
        score.push(p.weight + best.0);
        before.push(best.1);
    }
    let mut ends: Vec<usize> = (0..points.len()).filter(|&k| score[k] >= least).collect();
    ends.sort_by(|&x, &y| score[y].total_cmp(&score[x]).then(x.cmp(&y)));
    let (mut used_a, mut used_b) = (FxHashSet::default(), FxHashSet::default());
    let mut chains = Vec::new();
    for end in ends {
        let mut chain = Vec::new();
        let mut weight = 0.0;
        let mut at = end;
        while at != usize::MAX && !used_a.contains(&points[at].a) && !used_b.contains(&points[at].b)
        {
            weight += points[at].weight;
            chain.push(at);
            at = before[at];
        }
        if weight >= least {
            chain.reverse();
            for &k in &chain {
                used_a.insert(points[k].a);
                used_b.insert(points[k].b);
            }
            chains.push(chain);
        }
    }
    chains
}

/// The units of each chain and the free ones around it. What is an anchor of one block is not free for the margin of
/// another; what is in the margins of two goes to the heavier bead.
fn blocks(chains: Vec<Vec<usize>>, points: &[Point], held: &Held) -> Vec<Block> {
    let anchored: Vec<Vec<(u32, u32)>> = chains
        .iter()
        .map(|chain| chain.iter().map(|&k| (points[k].a, points[k].b)).collect())
        .collect();
    let free = |of: &[u32]| -> Vec<bool> { of.iter().map(|&bead| bead == FREE).collect() };
    let (mut free_a, mut free_b) = (free(&held.of_a), free(&held.of_b));
    for &(x, y) in anchored.iter().flatten() {
        free_a[x as usize] = false;
        free_b[y as usize] = false;
    }
    let take = |free: &[bool], anchors: Vec<u32>| -> Vec<u32> {
        let first = anchors[0].saturating_sub(MARGIN);
        let last = (anchors[anchors.len() - 1] + MARGIN).min(free.len() as u32 - 1);
        (first..=last)
            .filter(|&p| free[p as usize] || anchors.binary_search(&p).is_ok())
            .collect()
    };
    anchored
        .into_iter()
        .map(|anchors| Block {
            a: take(&free_a, anchors.iter().map(|p| p.0).collect()),
            b: take(&free_b, anchors.iter().map(|p| p.1).collect()),
            anchors,
        })
        .collect()
}

/// Aligns inside the blocks: all of them at once, one after the other as if they were one text. Each bead with its block;
/// no unit is in two of them.
fn inside(a: &Side, b: &Side, model: &Model, blocks: &[Block]) -> Vec<(usize, Found)> {
    let all_a: Vec<u32> = blocks.iter().flat_map(|x| x.a.iter().copied()).collect();
    let all_b: Vec<u32> = blocks.iter().flat_map(|x| x.b.iter().copied()).collect();
    let mut of_a = Vec::with_capacity(all_a.len());
    let mut of_b = Vec::with_capacity(all_b.len());
    let mut anchors = Vec::new();
    for (n, block) in blocks.iter().enumerate() {
        for &(x, y) in &block.anchors {
            let place = |own: &[u32], before: usize, p: u32| {
                (before + own.binary_search(&p).unwrap_or_default()) as u32
            };
            anchors.push((
                place(&block.a, of_a.len(), x),
                place(&block.b, of_b.len(), y),
            ));
        }
        of_a.extend(std::iter::repeat_n(n, block.a.len()));
        of_b.extend(std::iter::repeat_n(n, block.b.len()));
    }
    let corridor = Corridor::around(&anchors, all_a.len(), all_b.len(), RADIUS);
    let (side_a, side_b) = (a.select(&all_a), b.select(&all_b));
    let transitions = model.rates.transitions();
    let pairs = PairScores::new(&side_a, &side_b, model, &corridor);
    let lattice = Lattice::new(&side_a, &side_b, model, &pairs);
    let mut found = lattice.best(&transitions);
    lattice.set_posteriors(&transitions, &mut found);
    keep_likely(&side_a, &side_b, model, &mut found);
    let mut beads: Vec<(usize, Found)> = found
        .into_iter()
        .filter_map(|bead| {
            let block = of_a[bead.a[0] as usize];
            let whole = bead.a.iter().all(|&p| of_a[p as usize] == block)
                && bead.b.iter().all(|&p| of_b[p as usize] == block);
            let of = |all: &[u32], own: &[u32]| own.iter().map(|&p| all[p as usize]).collect();
            let bead = Found {
                a: of(&all_a, &bead.a),
                b: of(&all_b, &bead.b),
                ..bead
            };
            whole.then_some((block, bead))
        })
        .collect();
    beads.sort_by(|x, y| y.1.score.total_cmp(&x.1.score).then(x.1.a.cmp(&y.1.a)));
    let (mut used_a, mut used_b) = (FxHashSet::default(), FxHashSet::default());
    beads.retain(|(_, bead)| {
        let free = bead.a.iter().all(|p| !used_a.contains(p))
            && bead.b.iter().all(|p| !used_b.contains(p));
        if free {
            used_a.extend(bead.a.iter().copied());
            used_b.extend(bead.b.iter().copied());
        }
        free
    });
    beads.sort_by(|x, y| x.1.a.cmp(&y.1.a));
    beads
}

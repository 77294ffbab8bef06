//! Moves: blocks and single sentences that stand elsewhere in the other witness.
//!
//! Candidates whose units the main path left free form local chains; each is a block, aligned inside by the same
//! dynamic programming as the main path.

use crate::align::beads::{Found, Lattice};
use crate::align::chain::Point;
use crate::align::corridor::Corridor;
use crate::align::model::Model;
use crate::align::side::Side;

/// Units that two neighbouring candidates of one block may lie apart, on either side.
const REACH: u32 = 4;
/// What a unit passed over between two candidates of a block costs, in nats.
const STEP: f64 = 2.0;
/// What a block must score, in nats, beside the logarithm of the places it might stand in: as much as the two long gaps
/// that a path opens and closes around foreign text.
const LEAST: f64 = 8.0;
/// Units beyond its first and last candidate that are tried with a block.
const MARGIN: u32 = 2;
/// Rows on each side of a candidate that the search inside a block may use.
const RADIUS: usize = 4;

/// A block of free units of both sides that belong together.
struct Block {
    a: Vec<u32>,
    b: Vec<u32>,
    anchors: Vec<(u32, u32)>,
}

/// The beads of what moved, given the beads of the main path.
pub fn moves(a: &Side, b: &Side, model: &Model, points: &[Point], main: &[Found]) -> Vec<Found> {
    let mut free_a = vec![true; a.len()];
    let mut free_b = vec![true; b.len()];
    for bead in main {
        bead.a.iter().for_each(|&p| free_a[p as usize] = false);
        bead.b.iter().for_each(|&p| free_b[p as usize] = false);
    }
    let least = LEAST + (free_b.iter().filter(|&&f| f).count().max(1) as f64).ln();
    let free: Vec<Point> = points
        .iter()
        .copied()
        .filter(|p| free_a[p.a as usize] && free_b[p.b as usize])
        .collect();
    let chains = local_chains(&free, least);
    let blocks = blocks(chains, &free, &mut free_a, &mut free_b);
    inside(a, b, model, &blocks, least)
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
    let mut used_a = rustc_hash::FxHashSet::default();
    let mut used_b = rustc_hash::FxHashSet::default();
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

/// The free units of each chain and around it; each unit goes to the heaviest chain that can have it.
fn blocks(
    chains: Vec<Vec<usize>>,
    points: &[Point],
    free_a: &mut [bool],
    free_b: &mut [bool],
) -> Vec<Block> {
    let anchored: Vec<Vec<(u32, u32)>> = chains
        .iter()
        .map(|chain| chain.iter().map(|&k| (points[k].a, points[k].b)).collect())
        .collect();
    // What is an anchor of one block is not free for the margin of another.
    for &(x, y) in anchored.iter().flatten() {
        free_a[x as usize] = false;
        free_b[y as usize] = false;
    }
    let take = |free: &mut [bool], anchors: Vec<u32>| -> Vec<u32> {
        let first = anchors[0].saturating_sub(MARGIN);
        let last = (anchors[anchors.len() - 1] + MARGIN).min(free.len() as u32 - 1);
        let mut own: Vec<u32> = (first..=last)
            .filter(|&p| std::mem::take(&mut free[p as usize]))
            .chain(anchors)
            .collect();
        own.sort_unstable();
        own
    };
    anchored
        .into_iter()
        .map(|anchors| Block {
            a: take(free_a, anchors.iter().map(|p| p.0).collect()),
            b: take(free_b, anchors.iter().map(|p| p.1).collect()),
            anchors,
        })
        .collect()
}

/// Aligns inside the blocks: all of them at once, one after the other as if they were one text.
fn inside(a: &Side, b: &Side, model: &Model, blocks: &[Block], least: f64) -> Vec<Found> {
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
    let flow = model.rates.flow();
    let lattice = Lattice::new(&side_a, &side_b, model, &corridor);
    let mut found = lattice.best(&flow);
    lattice.set_posteriors(&flow, &mut found);
    let mut scores = vec![0.0; blocks.len()];
    let beads: Vec<(usize, Found)> = found
        .into_iter()
        .filter_map(|bead| {
            let block = of_a[bead.a[0] as usize];
            let whole = bead.a.iter().all(|&p| of_a[p as usize] == block)
                && bead.b.iter().all(|&p| of_b[p as usize] == block);
            whole.then_some((block, bead))
        })
        .collect();
    for (block, bead) in &beads {
        scores[*block] += f64::from(bead.score);
    }
    beads
        .into_iter()
        .filter(|(block, _)| scores[*block] >= least)
        .map(|(_, bead)| Found {
            a: bead.a.iter().map(|&p| all_a[p as usize]).collect(),
            b: bead.b.iter().map(|&p| all_b[p as usize]).collect(),
            ..bead
        })
        .collect()
}

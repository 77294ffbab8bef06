//! Neighbours that changed places. The search for beads keeps the order of both sides, so they come out of it as one bead;
//! what crosses in it is parted into two beads, of which one has moved.

use crate::align::found::Found;
use crate::align::model::Model;
use crate::align::score::Scorer;
use crate::align::side::Side;

/// Parts the beads whose sides say the same in the other order. The heavier half stays where the bead was; gives the others.
pub(super) fn part(a: &Side, b: &Side, model: &Model, main: &mut [Found]) -> Vec<Found> {
    let mut scorer = Scorer::new(model);
    let mut moved = Vec::new();
    for bead in main {
        if let Some((stays, moves)) = crossed(a, b, &mut scorer, bead) {
            *bead = stays;
            moved.push(moves);
        }
    }
    moved
}

/// The two halves of a bead that cross, the heavier first, where these are worth more than the whole.
fn crossed(a: &Side, b: &Side, scorer: &mut Scorer<'_>, bead: &Found) -> Option<(Found, Found)> {
    let mut best: Option<(Found, Found)> = None;
    let mut most = bead.score;
    for i in 1..bead.a.len() {
        for j in 1..bead.b.len() {
            let (a_first, a_last) = bead.a.split_at(i);
            let (b_first, b_last) = bead.b.split_at(j);
            let mut half = |x: &[u32], y: &[u32]| {
                let wide = |side: &[u32]| side.iter().map(|&p| p as usize).collect::<Vec<_>>();
                scorer.load(a, &wide(x));
                Found {
                    a: x.to_vec(),
                    b: y.to_vec(),
                    score: scorer.score(b, &wide(y)).total,
                    posterior: bead.posterior,
                }
            };
            let halves = (half(a_first, b_last), half(a_last, b_first));
            let sum = halves.0.score + halves.1.score;
            if halves.0.score.min(halves.1.score) > 0.0 && sum > most {
                most = sum;
                best = Some(halves);
            }
        }
    }
    let (x, y) = best?;
    Some(if x.score >= y.score { (x, y) } else { (y, x) })
}

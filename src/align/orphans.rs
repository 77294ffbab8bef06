//! Orphans: single units left over whose words complete a bead that stands elsewhere, as when what one rendering has in
//! one sentence the other says partly at another place.

use crate::align::found::Found;
use crate::align::model::Model;
use crate::align::moves::least_of_move;
use crate::align::score::Scorer;
use crate::align::side::Side;
use crate::chain::Point;

/// The bead of a unit that has none.
const FREE: u32 = u32::MAX;

/// The bead of a unit that has moved, which neither gives nor takes.
const MOVED: u32 = u32::MAX - 1;

/// Gives units that no bead has, `moved` ones included, to the beads whose words they complete, the likeliest candidates
/// first. They must add as much as a block that moved must be worth.
pub(super) fn attach(
    a: &Side,
    b: &Side,
    model: &Model,
    points: &[Point],
    beads: &mut [Found],
    moved: &[Found],
) {
    let mut of_a = vec![FREE; a.len()];
    let mut of_b = vec![FREE; b.len()];
    for bead in moved {
        bead.a.iter().for_each(|&p| of_a[p as usize] = MOVED);
        bead.b.iter().for_each(|&p| of_b[p as usize] = MOVED);
    }
    for (k, bead) in beads.iter().enumerate() {
        bead.a.iter().for_each(|&p| of_a[p as usize] = k as u32);
        bead.b.iter().for_each(|&p| of_b[p as usize] = k as u32);
    }
    let least = least_of_move(of_b.iter().filter(|&&bead| bead == FREE).count());
    let mut candidates: Vec<&Point> = points
        .iter()
        .filter(|p| {
            let (of_a, of_b) = (of_a[p.a as usize], of_b[p.b as usize]);
            (of_a == FREE) != (of_b == FREE) && of_a != MOVED && of_b != MOVED
        })
        .collect();
    candidates.sort_by(|x, y| y.weight.total_cmp(&x.weight));
    let mut scorer = Scorer::new(model);
    for point in candidates {
        let (free_a, free_b) = (
            of_a[point.a as usize] == FREE,
            of_b[point.b as usize] == FREE,
        );
        if free_a == free_b {
            continue;
        }
        let k = of_a[point.a as usize].min(of_b[point.b as usize]);
        let bead = &mut beads[k as usize];
        let mut larger = bead.clone();
        let (side, unit) = if free_a {
            (&mut larger.a, point.a)
        } else {
            (&mut larger.b, point.b)
        };
        side.push(unit);
        side.sort_unstable();
        let positions = |list: &[u32]| -> Vec<usize> { list.iter().map(|&p| p as usize).collect() };
        scorer.load(a, &positions(&larger.a));
        larger.score = scorer.score(b, &positions(&larger.b)).total;
        if f64::from(larger.score - bead.score) + model.rates.beyond >= least {
            *bead = larger;
            if free_a {
                of_a[unit as usize] = k;
            } else {
                of_b[unit as usize] = k;
            }
        }
    }
}

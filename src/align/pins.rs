//! Alignment around what a person has decided: pinned units take no part, and between pins that keep the order of both
//! witnesses every stretch is aligned by itself.

use rustc_hash::FxHashMap;

use crate::align::Moves;
use crate::align::candidates::candidates;
use crate::align::found::Pass;
use crate::align::model::Model;
use crate::align::pass::{SECOND, best_path, with_elsewhere};
use crate::align::points::best_points;
use crate::align::score::Scorer;
use crate::align::side::Side;
use crate::bead::{Bead, Pin};
use crate::chain::{Point, heaviest_chain};
use crate::witness::{Level, Witness};

impl Pin {
    /// The same pin over the units that are aligned: clauses where these are finer.
    pub(in crate::align) fn aligned(&self, a: &Witness, b: &Witness) -> Self {
        Self {
            a: aligned_units(a, &self.a),
            b: aligned_units(b, &self.b),
        }
    }

    /// The bead it is, if it has units of both sides; no doubt is left about it.
    pub(super) fn bead(&self, score: f64) -> Option<Bead> {
        (!self.a.is_empty() && !self.b.is_empty()).then(|| Bead {
            a: self.a.clone(),
            b: self.b.clone(),
            score,
            confidence: 1.0,
        })
    }
}

fn aligned_units(witness: &Witness, units: &[u32]) -> Vec<u32> {
    match witness.level {
        Level::Clause | Level::Line => units.to_vec(),
        Level::Sentence | Level::Paragraph => units
            .iter()
            .flat_map(|&unit| {
                let first = witness.clauses.partition_point(|c| c.sentence < unit);
                let end = witness.clauses.partition_point(|c| c.sentence <= unit);
                first as u32..end as u32
            })
            .collect(),
    }
}

/// Whether all pins agree with `beads`: a bead of the same units, or none; if so, no doubt is left about those beads.
pub(super) fn settle(beads: &mut [Bead], pins: &[Pin]) -> bool {
    let mut of_a = FxHashMap::default();
    let mut of_b = FxHashMap::default();
    for (n, bead) in beads.iter().enumerate() {
        of_a.extend(bead.a.iter().map(|&unit| (unit, n)));
        of_b.extend(bead.b.iter().map(|&unit| (unit, n)));
    }
    let mut settled = Vec::new();
    for pin in pins {
        if pin.a.is_empty() || pin.b.is_empty() {
            if pin.a.iter().any(|u| of_a.contains_key(u))
                || pin.b.iter().any(|u| of_b.contains_key(u))
            {
                return false;
            }
        } else {
            match pin.a.first().and_then(|u| of_a.get(u)) {
                Some(&n) if beads[n].a == pin.a && beads[n].b == pin.b => settled.push(n),
                _ => return false,
            }
        }
    }
    for n in settled {
        beads[n].confidence = 1.0;
    }
    true
}

/// What the model says of each pin over aligned units, in nats.
pub(super) fn scores(a: &Side, b: &Side, model: &Model, pins: &[Pin]) -> Vec<f64> {
    let positions = |side: &Side, units: &[u32]| -> Vec<usize> {
        let found = units.iter().map(|unit| side.units.binary_search(unit));
        found.filter_map(Result::ok).collect()
    };
    let mut scorer = Scorer::new(model);
    pins.iter()
        .map(|pin| {
            scorer.load(a, &positions(a, &pin.a));
            f64::from(scorer.score(b, &positions(b, &pin.b)).total)
        })
        .collect()
}

/// A pass over what `pins` (over aligned units) leave free.
pub(super) fn pass(a: &Side, b: &Side, model: &Model, seek: Moves, pins: &[Pin]) -> Pass {
    let own_a = free(a, pins.iter().flat_map(|pin| &pin.a));
    let own_b = free(b, pins.iter().flat_map(|pin| &pin.b));
    let (side_a, side_b) = (a.select(&own_a), b.select(&own_b));
    let points = best_points(
        &side_a,
        &side_b,
        model,
        &candidates(&side_a, &side_b, model),
        0.0,
    );

    let mut cuts: Vec<(u32, u32)> = cuts(pins)
        .into_iter()
        .map(|(x, y)| {
            let before = |side: &Side, unit| side.units.partition_point(|&u| u < unit) as u32;
            (before(&side_a, x), before(&side_b, y))
        })
        .collect();
    cuts.push((side_a.len() as u32, side_b.len() as u32));
    let mut main = Vec::new();
    let mut from = (0, 0);
    for to in cuts {
        if from.0 < to.0 && from.1 < to.1 {
            let first = points.partition_point(|p| p.a < from.0);
            let end = points.partition_point(|p| p.a < to.0);
            let inside: Vec<Point> = points[first..end]
                .iter()
                .filter(|p| (from.1..to.1).contains(&p.b))
                .map(|p| Point {
                    a: p.a - from.0,
                    b: p.b - from.1,
                    ..*p
                })
                .collect();
            let stretch =
                |side: &Side, from: u32, to: u32| side.select(&(from..to).collect::<Vec<u32>>());
            let (x, y) = (
                stretch(&side_a, from.0, to.0),
                stretch(&side_b, from.1, to.1),
            );
            main.extend(
                best_path(&x, &y, model, SECOND, &inside)
                    .into_iter()
                    .map(|mut found| {
                        found.a.iter_mut().for_each(|p| *p += from.0);
                        found.b.iter_mut().for_each(|p| *p += from.1);
                        found
                    }),
            );
        }
        from = to;
    }
    let Pass {
        mut main,
        mut moved,
    } = with_elsewhere(&side_a, &side_b, model, &points, main, seek);
    for found in main.iter_mut().chain(&mut moved) {
        found.a.iter_mut().for_each(|p| *p = own_a[*p as usize]);
        found.b.iter_mut().for_each(|p| *p = own_b[*p as usize]);
    }
    Pass { main, moved }
}

/// The positions of a side whose units no pin has.
fn free<'p>(side: &Side, pinned: impl Iterator<Item = &'p u32>) -> Vec<u32> {
    let mut pinned: Vec<u32> = pinned.copied().collect();
    pinned.sort_unstable();
    (0..side.len() as u32)
        .filter(|&p| pinned.binary_search(&side.units[p as usize]).is_err())
        .collect()
}

/// The first units of the pins on the heaviest chain that keeps the order of both witnesses.
fn cuts(pins: &[Pin]) -> Vec<(u32, u32)> {
    let points: Vec<Point> = pins
        .iter()
        .filter_map(|pin| {
            Some(Point {
                a: *pin.a.first()?,
                b: *pin.b.first()?,
                weight: (pin.a.len() + pin.b.len()) as f64,
            })
        })
        .collect();
    let chain = heaviest_chain(&points);
    chain
        .into_iter()
        .map(|i| (points[i].a, points[i].b))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_cut_at_pins_that_keep_the_order_of_both() {
        let pin = |a: &[u32], b: &[u32]| Pin {
            a: a.to_vec(),
            b: b.to_vec(),
        };
        assert!(cuts(&[]).is_empty());
        let pins = [
            pin(&[3, 4], &[5]),
            pin(&[8], &[2]),
            pin(&[9], &[11, 12]),
            pin(&[10], &[]),
        ];
        assert_eq!(cuts(&pins), [(3, 5), (9, 11)]);
        // What is heavier stays: more units lie in it.
        let pins = [pin(&[3], &[5]), pin(&[8, 9, 10], &[2, 3])];
        assert_eq!(cuts(&pins), [(8, 2)]);
    }
}

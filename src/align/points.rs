//! Points: the candidates whose units may well be a bead, with their scores.

use rayon::prelude::*;

use crate::align::candidates::Pair;
use crate::align::model::Model;
use crate::align::score::Scorer;
use crate::align::side::Side;
use crate::chain::Point;

/// Points that are kept for a position, besides others nearly as good as its best (text that repeats itself).
const KEPT: usize = 4;
/// A point is nearly as good as the best from this share of its score.
const NEARLY: f64 = 0.8;
/// Rows a task of the thread pool takes at once.
const CHUNK: usize = 256;

/// The pairs (in order) whose 1-1 beads score above `least`, as far as they are among the best of both their positions.
pub(super) fn best_points(
    a: &Side,
    b: &Side,
    model: &Model,
    pairs: &[Pair],
    least: f32,
) -> Vec<Point> {
    let mut points = scored(a, b, model, pairs, least);
    let mut kept = vec![true; points.len()];
    let mut ranks: Vec<u32> = (0..points.len() as u32).collect();
    for positions in [|p: &Point| (p.a, p.b), |p: &Point| (p.b, p.a)] {
        let at = |n: u32| positions(&points[n as usize]);
        ranks.sort_unstable_by_key(|&n| at(n));
        for ranks in ranks.chunk_by_mut(|&m, &n| at(m).0 == at(n).0) {
            if ranks.len() <= KEPT {
                continue;
            }
            let weight = |n: u32| points[n as usize].weight;
            ranks.sort_unstable_by(|&m, &n| {
                weight(n).total_cmp(&weight(m)).then(at(m).1.cmp(&at(n).1))
            });
            let enough = NEARLY * weight(ranks[0]);
            let poor = ranks[KEPT..].iter().filter(|&&n| weight(n) < enough);
            poor.for_each(|&n| kept[n as usize] = false);
        }
    }
    let mut kept = kept.into_iter();
    points.retain(|_| kept.next().unwrap_or_default());
    points
}

/// The pairs that score above `least`.
fn scored(a: &Side, b: &Side, model: &Model, pairs: &[Pair], least: f32) -> Vec<Point> {
    let rows: Vec<&[Pair]> = pairs.chunk_by(|x, y| x.0 == y.0).collect();
    let parts: Vec<Vec<Point>> = rows
        .par_chunks(CHUNK)
        .map_init(
            || Scorer::new(model),
            |scorer, rows| {
                let mut points = Vec::with_capacity(rows.len() * 2);
                for &row in rows {
                    scorer.load(a, &[row[0].0 as usize]);
                    points.extend(row.iter().filter_map(|&(a, j)| {
                        let score = scorer.score(b, &[j as usize]).total;
                        (score > least).then(|| Point {
                            a,
                            b: j,
                            weight: f64::from(score),
                        })
                    }));
                }
                points
            },
        )
        .collect();
    parts.concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::align::candidates::candidates;
    use crate::align::lines::Lines;

    /// The points of two texts, line by line.
    fn points(texts: [&str; 2]) -> Vec<(u32, u32)> {
        let Lines {
            sides: [a, b],
            model,
            ..
        } = Lines::new(texts);
        let pairs = candidates(&a, &b, &model);
        let points = best_points(&a, &b, &model, &pairs, f32::NEG_INFINITY);
        points.iter().map(|point| (point.a, point.b)).collect()
    }

    /// A line that many repeat leads to the few of them that are best, wherever they are sought from.
    #[test]
    fn either_side_finds_the_same() {
        let once = "The miller sold his horse.\nA storm broke the bridge.";
        let often = "The miller sold his old grey horse.\n".repeat(6) + "The horse.\nThe storm.";
        let found = points([once, &often]);
        let mut mirrored: Vec<(u32, u32)> = points([&often, once])
            .into_iter()
            .map(|(b, a)| (a, b))
            .collect();
        mirrored.sort_unstable();
        assert_eq!(found, mirrored);
        assert!(found.contains(&(0, 0)) && found.contains(&(1, 7)));
        assert!(!found.contains(&(0, 6)), "{found:?}");
    }
}

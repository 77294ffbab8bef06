//! Beads of clauses to beads of sentences: what is found over the finer units, shown by the coarser ones.
//!
//! Renderings end sentences at different places, so a sentence is often linked with parts of several. Two sentences
//! belong to one bead when what their clauses share is a fair part of the shorter one.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::bead::Bead;
use crate::witness::{Unit, Witness};

/// The least share of the shorter of two sentences that must be linked with the other to put both into one bead.
const FAIR_PART: f64 = 0.45;

/// Beads of the units of `a` and `b` from beads of their clauses.
pub(super) fn project(a: &Witness, b: &Witness, beads: &[Bead]) -> Vec<Bead> {
    // For each pair of sentences: linked characters of A and of B, score, and confidence weighted by characters.
    let mut edges: FxHashMap<(u32, u32), Edge> = FxHashMap::default();
    for bead in beads {
        let (in_a, in_b) = (by_sentence(a, &bead.a), by_sentence(b, &bead.b));
        let total = |parts: &[(u32, f64)]| parts.iter().map(|p| p.1).sum::<f64>().max(1.0);
        let (total_a, total_b) = (total(&in_a), total(&in_b));
        for &(x, chars_a) in &in_a {
            for &(y, chars_b) in &in_b {
                let edge = edges.entry((x, y)).or_default();
                let (share_a, share_b) = (chars_a / total_a, chars_b / total_b);
                edge.a += chars_a * share_b;
                edge.b += chars_b * share_a;
                edge.score += bead.score * share_a * share_b;
                edge.trust += bead.confidence * (chars_a * share_b + chars_b * share_a);
            }
        }
    }
    let mut kept: Vec<((u32, u32), Edge)> = edges
        .into_iter()
        .filter(|((x, y), edge)| {
            let part = |units: &[Unit], unit: u32, chars: f64| {
                chars / (units[unit as usize].span.len() as f64).max(1.0)
            };
            part(a.units(), *x, edge.a).max(part(b.units(), *y, edge.b)) >= FAIR_PART
        })
        .collect();
    kept.sort_unstable_by_key(|(pair, _)| *pair);
    leave_guests(a, b, &mut kept);
    components(a.units().len(), b.units().len(), &kept)
}

/// Sentences so far from two that are linked say that these stand in their place.
const BESIDE: u32 = 2;

/// Leaves out what ties two sentences that have other counterparts, each in its place: a clause has gone from the one to the
/// other, far away, and that makes them no row. Sentences side by side in one paragraph may be cut elsewhere.
fn leave_guests(a: &Witness, b: &Witness, kept: &mut Vec<((u32, u32), Edge)>) {
    let linked: FxHashSet<(u32, u32)> = kept.iter().map(|(pair, _)| *pair).collect();
    let (mut of_a, mut of_b) = (
        FxHashMap::<u32, Vec<u32>>::default(),
        FxHashMap::<u32, Vec<u32>>::default(),
    );
    for &(x, y) in &linked {
        of_a.entry(x).or_default().push(y);
        of_b.entry(y).or_default().push(x);
    }
    let ends = [a, b].map(|w| (w.units().len() as u32).saturating_sub(1));
    let in_place = |(x, y): (u32, u32)| {
        let beside = |d: u32, e: u32| {
            let before = x.checked_sub(d).zip(y.checked_sub(e));
            linked.contains(&(x + d, y + e)) || before.is_some_and(|pair| linked.contains(&pair))
        };
        (x, y) == (0, 0)
            || [x, y] == ends
            || (1..=BESIDE).any(|d| (1..=BESIDE).any(|e| beside(d, e)))
    };
    let is_far = |w: &Witness, unit: u32, other: u32| {
        let paragraph = |unit: u32| w.units()[unit as usize].paragraph;
        other.abs_diff(unit) > 1 || paragraph(other) != paragraph(unit)
    };
    let is_guest = |x: u32, y: u32| {
        let mut of_x = of_a[&x].iter().filter(|&&other| other != y).peekable();
        let mut of_y = of_b[&y].iter().filter(|&&other| other != x).peekable();
        of_x.peek().is_some()
            && of_y.peek().is_some()
            && !in_place((x, y))
            && of_x.all(|&other| is_far(b, y, other) && in_place((x, other)))
            && of_y.all(|&other| is_far(a, x, other) && in_place((other, y)))
    };
    kept.retain(|&((x, y), _)| !is_guest(x, y));
}

/// What ties two sentences.
#[derive(Debug, Clone, Copy, Default)]
struct Edge {
    /// Linked bytes of the sentence of A.
    a: f64,
    /// Linked bytes of the sentence of B.
    b: f64,
    score: f64,
    /// Confidence of the clause beads, times their linked bytes.
    trust: f64,
}

/// Bytes of each sentence among some clauses.
fn by_sentence(witness: &Witness, clauses: &[u32]) -> Vec<(u32, f64)> {
    let mut parts: Vec<(u32, f64)> = Vec::new();
    for &c in clauses {
        let clause = &witness.clauses[c as usize];
        let bytes = clause.span.len() as f64;
        match parts.last_mut() {
            Some(last) if last.0 == clause.sentence => last.1 += bytes,
            _ => parts.push((clause.sentence, bytes)),
        }
    }
    parts
}

/// The connected components of the graph of sentences, in the order of A.
fn components(n: usize, m: usize, edges: &[((u32, u32), Edge)]) -> Vec<Bead> {
    let mut parent: Vec<u32> = (0..(n + m) as u32).collect();
    fn root(parent: &mut [u32], mut k: u32) -> u32 {
        while parent[k as usize] != k {
            parent[k as usize] = parent[parent[k as usize] as usize];
            k = parent[k as usize];
        }
        k
    }
    for ((x, y), _) in edges {
        let (p, q) = (root(&mut parent, *x), root(&mut parent, n as u32 + y));
        parent[p.max(q) as usize] = p.min(q);
    }
    // The root of a component is its first sentence of A.
    let mut beads: FxHashMap<u32, (Bead, f64)> = FxHashMap::default();
    for ((x, y), edge) in edges {
        let (bead, bytes) = beads.entry(root(&mut parent, *x)).or_insert_with(|| {
            let empty = Bead {
                a: Vec::new(),
                b: Vec::new(),
                score: 0.0,
                confidence: 0.0,
            };
            (empty, 0.0)
        });
        bead.a.push(*x);
        bead.b.push(*y);
        bead.score += edge.score;
        bead.confidence += edge.trust;
        *bytes += edge.a + edge.b;
    }
    let mut beads: Vec<Bead> = beads
        .into_values()
        .map(|(mut bead, bytes)| {
            for side in [&mut bead.a, &mut bead.b] {
                side.sort_unstable();
                side.dedup();
            }
            bead.confidence /= bytes;
            bead
        })
        .collect();
    beads.sort_unstable_by_key(|bead| bead.a[0]);
    beads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};
    use crate::witness::{Language, Level, Siglum};

    #[test]
    fn clauses_count_for_their_sentences() {
        let text = "Le vieux roi vint à la ville ; la reine regarda par la fenêtre ; le prince partit pour la guerre. \
            La fille resta au château ; elle dormit toute la nuit.";
        let options = ReadOptions {
            language: Some(Language::FRENCH),
            level: Level::Clause,
            ..ReadOptions::default()
        };
        let read = read_bytes(text.into(), "text", Siglum::nth(0), &options);
        let witness = read.expect("text is text").witness;
        let bytes = |range: std::ops::Range<usize>| -> f64 {
            let spans = witness.clauses[range]
                .iter()
                .map(|clause| clause.span.len());
            spans.sum::<usize>() as f64
        };
        assert_eq!(witness.clauses.len(), 5);
        assert_eq!(
            by_sentence(&witness, &[0, 1, 2, 3]),
            [(0, bytes(0..3)), (1, bytes(3..4))]
        );
        assert_eq!(
            by_sentence(&witness, &[2, 3, 4]),
            [(0, bytes(2..3)), (1, bytes(3..5))]
        );
        assert!(by_sentence(&witness, &[]).is_empty());
    }
}

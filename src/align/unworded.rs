//! Units without words: separators (`* * *`), dialogue of marks alone (`— …`), blank lines.
//!
//! Nothing that is said ties them, so their place does: those that stand between the same neighbours render each other where
//! they hold the same marks, or where nothing else stands there. The time is linear in the units.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::align::Texts;
use crate::bead::{Bead, Pin};
use crate::normalize::Fold;
use crate::witness::TokenKind;

/// Most units a side, in one place, that are compared as a whole: its time grows with the square of what differs.
const MOST_DIFF: usize = 1000;

/// The beads of the aligned units without words, beside `beads`, which hold the others; units of `pins` are left alone.
pub(super) fn beads(texts: Texts<'_>, beads: &[Bead], pins: &[Pin]) -> Vec<Bead> {
    let mut open = [0, 1].map(|w| open_units(texts, w, beads, pins));
    let mut found = Vec::new();
    // Where the one neighbour stands elsewhere, the other tells.
    for sides in [Sides::Both, Sides::Before, Sides::After] {
        let pairs = pairs(&open, sides);
        let [in_a, in_b] = &mut open;
        for (a, b) in pairs {
            let (a, b) = (&mut in_a[a], &mut in_b[b]);
            (a.is_open, b.is_open) = (false, false);
            let trust = |n: Neighbour| n.map_or(1.0, |n| beads[n as usize].confidence);
            found.push(Bead {
                a: vec![a.unit],
                b: vec![b.unit],
                score: 0.0,
                confidence: trust(a.before).min(trust(a.after)),
            });
        }
        for side in &mut open {
            side.retain(|unit| unit.is_open);
        }
    }
    found
}

/// A bead beside a unit; none at either end of the text.
type Neighbour = Option<u32>;

/// Which neighbours say where a unit stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sides {
    Both,
    Before,
    After,
}

/// A unit without words.
struct Unworded {
    unit: u32,
    /// What it holds, without differences of print.
    marks: String,
    /// The nearest beads.
    before: Neighbour,
    after: Neighbour,
    /// Whether only such units stand between these.
    among_its_kind: bool,
    /// Whether it has no counterpart yet.
    is_open: bool,
}

impl Unworded {
    fn place(&self, sides: Sides) -> (Neighbour, Neighbour) {
        match sides {
            Sides::Both => (self.before, self.after),
            Sides::Before => (self.before, None),
            Sides::After => (None, self.after),
        }
    }
}

/// The units of a witness without words that stand neither in a bead nor in a pin.
fn open_units(texts: Texts<'_>, w: usize, beads: &[Bead], pins: &[Pin]) -> Vec<Unworded> {
    let (vocabulary, types) = (texts.vocabulary, texts.vocabulary.tokens(w));
    let units = texts.witnesses[w].aligned_units();
    let mut bead_of: Vec<Neighbour> = vec![None; units.len()];
    for (n, bead) in (0..).zip(beads) {
        for &unit in [&bead.a, &bead.b][w] {
            bead_of[unit as usize] = Some(n);
        }
    }
    let pinned = pins.iter().flat_map(|pin| [&pin.a, &pin.b][w]).copied();
    let pinned: FxHashSet<u32> = pinned.collect();

    let mut found: Vec<Unworded> = Vec::new();
    // Since the bead before: the first unit found, and whether all were such units.
    let (mut before, mut first, mut among_its_kind) = (None, 0, true);
    let after_all = [None];
    let unit_of = (0..).zip(units).map(Some).chain(after_all);
    for (at, here) in unit_of.enumerate() {
        let bead = bead_of.get(at).copied().flatten();
        let Some((u, unit)) = here.filter(|_| bead.is_none()) else {
            for unit in &mut found[first..] {
                (unit.after, unit.among_its_kind) = (bead, among_its_kind);
            }
            (before, first, among_its_kind) = (bead, found.len(), true);
            continue;
        };
        let tokens = types[unit.tokens.range()]
            .iter()
            .map(|&t| vocabulary.get(t));
        let has_words = tokens.clone().any(|t| t.kind != TokenKind::Punctuation);
        if has_words || unit.skip.is_some() || pinned.contains(&u) {
            among_its_kind = false;
            continue;
        }
        let marks = tokens.map(|t| vocabulary.key(t.key(Fold::Typographic)));
        found.push(Unworded {
            unit: u,
            marks: marks.collect(),
            before,
            after: None,
            among_its_kind: true,
            is_open: true,
        });
    }
    found
}

/// The pairs that stand in one place, as `sides` tell it.
fn pairs([a, b]: &[Vec<Unworded>; 2], sides: Sides) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<_, [Vec<usize>; 2]> = BTreeMap::new();
    for (w, side) in [a, b].into_iter().enumerate() {
        for (at, unit) in side.iter().enumerate() {
            places.entry(unit.place(sides)).or_default()[w].push(at);
        }
    }
    let mut pairs = Vec::new();
    for (place, [of_a, of_b]) in places {
        let parts = of_a.len().max(of_b.len()).div_ceil(MOST_DIFF);
        for part in 0..parts {
            let cut = |list: &[usize]| list.len() * part / parts..list.len() * (part + 1) / parts;
            let (x, y) = (&of_a[cut(&of_a)], &of_b[cut(&of_b)]);
            let marks = |side: &'_ [Unworded], list: &[usize]| -> Vec<String> {
                list.iter().map(|&at| side[at].marks.clone()).collect()
            };
            let (marks_x, marks_y) = (marks(a, x), marks(b, y));
            for op in capture_diff_slices(Algorithm::Myers, &marks_x, &marks_y) {
                let (in_x, in_y) = (op.old_range(), op.new_range());
                let others = |range: Range<usize>, side: &[Unworded], list: &[usize]| {
                    let mut units = list[range].iter().map(|&at| &side[at]);
                    units.all(|unit| unit.among_its_kind && !unit.marks.is_empty())
                };
                let together = match op {
                    DiffOp::Equal { .. } => true,
                    // Other marks, where nothing else could be meant.
                    DiffOp::Replace { .. } => {
                        sides == Sides::Both
                            && place != (None, None)
                            && in_x.len() == in_y.len()
                            && others(in_x.clone(), a, x)
                            && others(in_y.clone(), b, y)
                    }
                    DiffOp::Insert { .. } | DiffOp::Delete { .. } => false,
                };
                if together {
                    pairs.extend(in_x.zip(in_y).map(|(i, j)| (x[i], y[j])));
                }
            }
        }
    }
    pairs
}

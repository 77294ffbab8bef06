//! Units that their words do not tie, but their place: separators (`* * *`), dialogue of marks alone (`— …`), blank lines; and
//! what says so little that it found no bead (`non non non`).
//!
//! Those that stand between the same neighbours render each other where they say the same. Marks do as well where nothing
//! else stands there. The time is linear in the units.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;
use similar::DiffOp;

use crate::align::Texts;
use crate::bead::{Bead, Pin};
use crate::diff;
use crate::normalize::Fold;
use crate::witness::TokenKind;

/// Most units a side, in one place, that are compared as a whole: its time grows with the square of what differs.
const MOST_DIFF: usize = 1000;

/// The beads of aligned units that stand in none of `beads`; units of `pins` are left alone.
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

/// A unit that stands in no bead.
struct Open {
    unit: u32,
    /// What it says, without differences of print.
    text: String,
    has_words: bool,
    /// The nearest beads.
    before: Neighbour,
    after: Neighbour,
    /// Whether no unit with words stands between these.
    among_marks: bool,
    /// Whether it has no counterpart yet.
    is_open: bool,
}

impl Open {
    fn place(&self, sides: Sides) -> (Neighbour, Neighbour) {
        match sides {
            Sides::Both => (self.before, self.after),
            Sides::Before => (self.before, None),
            Sides::After => (None, self.after),
        }
    }
}

/// The units of a witness that take part in the alignment, and stand neither in a bead nor in a pin.
fn open_units(texts: Texts<'_>, w: usize, beads: &[Bead], pins: &[Pin]) -> Vec<Open> {
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

    let mut found: Vec<Open> = Vec::new();
    // Since the bead before: the first unit found, and whether none had words.
    let (mut before, mut first, mut among_marks) = (None, 0, true);
    let after_all = [None];
    let unit_of = (0..).zip(units).map(Some).chain(after_all);
    for (at, here) in unit_of.enumerate() {
        let bead = bead_of.get(at).copied().flatten();
        let Some((u, unit)) = here.filter(|_| bead.is_none()) else {
            for unit in &mut found[first..] {
                (unit.after, unit.among_marks) = (bead, among_marks);
            }
            (before, first, among_marks) = (bead, found.len(), true);
            continue;
        };
        let tokens = types[unit.tokens.range()]
            .iter()
            .map(|&t| vocabulary.get(t));
        let has_words = tokens.clone().any(|t| t.kind != TokenKind::Punctuation);
        let takes_part = unit.skip.is_none() && !pinned.contains(&u);
        among_marks &= takes_part && !has_words;
        if !takes_part {
            continue;
        }
        let text = tokens.map(|t| vocabulary.key(t.key(Fold::Typographic)));
        found.push(Open {
            unit: u,
            text: text.collect(),
            has_words,
            before,
            after: None,
            among_marks: true,
            is_open: true,
        });
    }
    found
}

fn texts<'o>(side: &'o [Open], list: &[usize]) -> Vec<&'o str> {
    list.iter().map(|&at| side[at].text.as_str()).collect()
}

/// The pairs that stand in one place, as `sides` tell it.
fn pairs([a, b]: &[Vec<Open>; 2], sides: Sides) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<_, [Vec<usize>; 2]> = BTreeMap::new();
    for (w, side) in [a, b].into_iter().enumerate() {
        // One neighbour is too little for words.
        let can_stand = |unit: &&Open| sides == Sides::Both || !unit.has_words;
        for (at, unit) in side.iter().enumerate().filter(|(_, unit)| can_stand(unit)) {
            places.entry(unit.place(sides)).or_default()[w].push(at);
        }
    }
    let mut pairs = Vec::new();
    for (place, [of_a, of_b]) in places {
        let parts = of_a.len().max(of_b.len()).div_ceil(MOST_DIFF);
        for part in 0..parts {
            let cut = |list: &[usize]| list.len() * part / parts..list.len() * (part + 1) / parts;
            let (x, y) = (&of_a[cut(&of_a)], &of_b[cut(&of_b)]);
            let (texts_x, texts_y) = (texts(a, x), texts(b, y));
            for op in diff::runs(&texts_x, &texts_y) {
                let (in_x, in_y) = (op.old_range(), op.new_range());
                let others = |range: Range<usize>, side: &[Open], list: &[usize]| {
                    let mut units = list[range].iter().map(|&at| &side[at]);
                    units.all(|unit| unit.among_marks && !unit.text.is_empty())
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

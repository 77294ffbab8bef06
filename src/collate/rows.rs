//! Beads to rows: the order of the table, the runs that one witness alone has, and what counts as moved.

use crate::bead::{Bead, Pin};
use crate::chain::{Point, Ranked, fingerprint, on_heaviest_chain};
use crate::table::{Row, RowNumber};
use crate::witness::{UnitIndex, Witness};

/// The rows of two witnesses from their beads.
///
/// Rows stand in the order of the first witness; a run that only the second has stands after the row of the nearest
/// earlier unit of it that is not moved. A bead is moved when it is not on the heaviest chain (weight: characters) of
/// beads that keeps the order of both. `pins` of one witness are rows of their own, apart from the runs around them; those of
/// both must be among the beads.
pub(super) fn arrange(a: &Witness, b: &Witness, beads: &[Bead], pins: &[Pin]) -> Vec<Row> {
    let unmoved = keep_order(a, b, beads);
    let [of_a, of_b] = memberships([a, b], beads, pins);
    let only_b = runs_after_beads(&of_b, &unmoved);
    let mut rows = in_order_of_a(&of_a, beads, &unmoved, &only_b);
    for (n, row) in rows.iter_mut().enumerate() {
        row.number = RowNumber::at(n);
    }
    set_destinations(&mut rows, b);
    rows
}

/// What a unit is part of.
#[derive(Clone, Copy)]
enum Membership<'p> {
    /// A run that its witness alone has.
    Unmatched,
    /// The bead at an index.
    Bead(usize),
    /// These units, pinned without a counterpart.
    Pinned(&'p [u32]),
}

/// What each unit of each witness is part of.
fn memberships<'p>(
    witnesses: [&Witness; 2],
    beads: &'p [Bead],
    pins: &'p [Pin],
) -> [Vec<Membership<'p>>; 2] {
    let mut of = witnesses.map(|w| vec![Membership::Unmatched; w.units().len()]);
    let mut set = |w: usize, units: &[u32], membership| {
        for &unit in units {
            let of_unit = &mut of[w][unit as usize];
            debug_assert!(
                matches!(of_unit, Membership::Unmatched),
                "a unit in two beads"
            );
            *of_unit = membership;
        }
    };
    for (i, bead) in beads.iter().enumerate() {
        set(0, &bead.a, Membership::Bead(i));
        set(1, &bead.b, Membership::Bead(i));
    }
    for pin in pins {
        match (pin.a.is_empty(), pin.b.is_empty()) {
            (false, true) => set(0, &pin.a, Membership::Pinned(&pin.a)),
            (true, false) => set(1, &pin.b, Membership::Pinned(&pin.b)),
            // What both have is among the beads.
            _ => {}
        }
    }
    of
}

/// The runs that the second witness alone has: at 0 those at its beginning, at `i + 1` those after bead `i`, which has
/// not moved.
fn runs_after_beads(of_b: &[Membership<'_>], unmoved: &[bool]) -> Vec<Vec<Vec<u32>>> {
    let mut after: Vec<Vec<Vec<u32>>> = vec![Vec::new(); unmoved.len() + 1];
    let mut last = 0;
    let mut run: Vec<u32> = Vec::new();
    for (unit, membership) in (0..).zip(of_b) {
        if let Membership::Unmatched = membership {
            run.push(unit);
            continue;
        }
        if !run.is_empty() {
            after[last].push(std::mem::take(&mut run));
        }
        match *membership {
            Membership::Bead(i) if unmoved[i] => last = i + 1,
            Membership::Pinned(units) if units[0] == unit => after[last].push(units.to_vec()),
            _ => {}
        }
    }
    if !run.is_empty() {
        after[last].push(run);
    }
    after
}

/// The rows without their numbers. Every unit of the first witness opens its bead's row, or belongs to a run of that
/// witness alone, which any other unit closes.
fn in_order_of_a(
    of_a: &[Membership<'_>],
    beads: &[Bead],
    unmoved: &[bool],
    only_b: &[Vec<Vec<u32>>],
) -> Vec<Row> {
    let mut rows = Vec::with_capacity(beads.len() + 8);
    let rows_of_b = |slot: usize| {
        let runs = only_b[slot].iter();
        runs.map(|run| unnumbered([Vec::new(), run.clone()]))
    };
    rows.extend(rows_of_b(0));
    let mut run: Vec<u32> = Vec::new();
    for (unit, membership) in (0..).zip(of_a) {
        if let Membership::Unmatched = membership {
            run.push(unit);
            continue;
        }
        if !run.is_empty() {
            rows.push(unnumbered([std::mem::take(&mut run), Vec::new()]));
        }
        match *membership {
            Membership::Bead(i) if beads[i].a[0] == unit => {
                rows.push(Row {
                    moved: !unmoved[i],
                    score: Some(beads[i].score),
                    confidence: Some(beads[i].confidence),
                    ..unnumbered([beads[i].a.clone(), beads[i].b.clone()])
                });
                rows.extend(rows_of_b(i + 1));
            }
            Membership::Pinned(units) if units[0] == unit => {
                rows.push(unnumbered([units.to_vec(), Vec::new()]));
            }
            _ => {}
        }
    }
    if !run.is_empty() {
        rows.push(unnumbered([run, Vec::new()]));
    }
    // They are kept as long as the table, and were grown by doubling.
    rows.shrink_to_fit();
    rows
}

/// Says where the second witness has each moved row: after the row of the nearest earlier unit that is not moved.
fn set_destinations(rows: &mut [Row], b: &Witness) {
    let mut unmoved_row = vec![None; b.units().len()];
    for row in rows.iter().filter(|row| !row.moved) {
        for &unit in &row.cells[1] {
            unmoved_row[unit.get()] = Some(row.number);
        }
    }
    let mut last = RowNumber::BEGINNING;
    let mut before = Vec::with_capacity(unmoved_row.len());
    for row in unmoved_row {
        before.push(last);
        last = row.unwrap_or(last);
    }
    for row in rows.iter_mut().filter(|row| row.moved) {
        row.moved_to = Some(before[row.cells[1][0].get()]);
    }
}

/// A row without a number.
fn unnumbered(cells: [Vec<u32>; 2]) -> Row {
    let cells = cells.map(|units| units.into_iter().map(UnitIndex).collect());
    Row::of(RowNumber::BEGINNING, cells.into())
}

/// For each bead whether it is on the heaviest chain that keeps the order of both witnesses. Which of two that weigh the
/// same has moved depends on their texts, not on which witness comes first.
fn keep_order(a: &Witness, b: &Witness, beads: &[Bead]) -> Vec<bool> {
    let text = |w: &Witness, units: &[u32]| -> Ranked<u64> {
        let texts = units.iter().map(|&u| w.unit_text(UnitIndex(u)));
        texts.fold(Ranked::default(), |sum, text| {
            let tie = fingerprint(text);
            let weight = text.chars().count() as u64;
            sum + Ranked { weight, tie }
        })
    };
    let points: Vec<Point<Ranked<u64>>> = beads
        .iter()
        .map(|bead| {
            let mut weight = text(a, &bead.a) + text(b, &bead.b);
            // Lines of white space weigh something as well.
            weight.weight = weight.weight.max(1);
            let (a, b) = (bead.a[0], bead.b[0]);
            // Copies of one sentence are told apart by where they stand, whichever text is the first.
            weight.tie += fingerprint(&format!("{} {}", a.min(b), a.max(b)));
            Point { a, b, weight }
        })
        .collect();
    on_heaviest_chain(&points)
}

//! Beads to rows: the order of the table, the runs that one witness alone has, and what counts as moved.

use crate::bead::{Bead, Pin};
use crate::table::{Row, RowKind, Status};
use crate::witness::Witness;

/// The rows of two witnesses from their beads.
///
/// Rows stand in the order of the first witness; a run that only the second has stands after the row of the nearest
/// earlier unit of it that is not moved. A bead is moved when it is not on the heaviest chain (weight: characters) of
/// beads that keeps the order of both. `pins` of one witness are rows of their own, apart from the runs around them; those of
/// both must be among the beads.
pub fn arrange(a: &Witness, b: &Witness, beads: &[Bead], pins: &[Pin]) -> Vec<Row> {
    let chain = heaviest_chain(a, b, beads);
    let of_a = places(
        a.units().len(),
        beads.iter().map(|bead| bead.a.as_slice()),
        pins.iter()
            .filter(|pin| pin.b.is_empty())
            .map(|pin| &*pin.a),
    );
    let of_b = places(
        b.units().len(),
        beads.iter().map(|bead| bead.b.as_slice()),
        pins.iter()
            .filter(|pin| pin.a.is_empty())
            .map(|pin| &*pin.b),
    );

    // Runs of B alone, keyed by the bead (on the chain) they follow; 0: the beginning; i + 1: after bead i.
    let mut runs_after: Vec<Vec<Vec<u32>>> = vec![Vec::new(); beads.len() + 1];
    let mut last = 0;
    let mut run: Vec<u32> = Vec::new();
    for (u, place) in (0..).zip(&of_b) {
        if let Place::Free = place {
            run.push(u);
            continue;
        }
        if !run.is_empty() {
            runs_after[last].push(std::mem::take(&mut run));
        }
        match *place {
            Place::Bead(i) if chain[i] => last = i + 1,
            Place::Alone(units) if units[0] == u => runs_after[last].push(units.to_vec()),
            _ => {}
        }
    }
    if !run.is_empty() {
        runs_after[last].push(run);
    }

    // Every unit of A opens its bead's row, or belongs to a run of A alone, which any other unit closes.
    let mut rows = Vec::with_capacity(beads.len() + 8);
    let push_runs = |rows: &mut Vec<Row>, slot: usize| {
        for run in &runs_after[slot] {
            rows.push(only(vec![Vec::new(), run.clone()]));
        }
    };
    push_runs(&mut rows, 0);
    let mut run: Vec<u32> = Vec::new();
    for (u, place) in (0..).zip(&of_a) {
        if let Place::Free = place {
            run.push(u);
            continue;
        }
        if !run.is_empty() {
            rows.push(only(vec![std::mem::take(&mut run), Vec::new()]));
        }
        match *place {
            Place::Bead(i) if beads[i].a[0] == u => {
                rows.push(Row {
                    kind: RowKind::Bead,
                    moved: !chain[i],
                    score: Some(beads[i].score),
                    confidence: Some(beads[i].confidence),
                    ..only(vec![beads[i].a.clone(), beads[i].b.clone()])
                });
                push_runs(&mut rows, i + 1);
            }
            Place::Alone(units) if units[0] == u => {
                rows.push(only(vec![units.to_vec(), Vec::new()]));
            }
            _ => {}
        }
    }
    if !run.is_empty() {
        rows.push(only(vec![run, Vec::new()]));
    }
    for (n, row) in rows.iter_mut().enumerate() {
        row.number = n as u32 + 1;
    }

    // Where B has a moved bead: after the row of the nearest earlier unit of B that is not moved.
    let mut row_of_b = vec![0u32; b.units().len()];
    for row in &rows {
        for &u in &row.cells[1] {
            row_of_b[u as usize] = if row.moved { 0 } else { row.number };
        }
    }
    let mut before = 0;
    let nearest: Vec<u32> = row_of_b
        .iter()
        .map(|&row| {
            let at = before;
            if row != 0 {
                before = row;
            }
            at
        })
        .collect();
    for row in rows.iter_mut().filter(|r| r.moved) {
        row.moved_to = Some(nearest[row.cells[1][0] as usize]);
    }
    rows
}

/// What a unit is part of.
#[derive(Clone, Copy)]
enum Place<'p> {
    /// A run that its witness alone has.
    Free,
    /// The bead at an index.
    Bead(usize),
    /// These units, pinned without a counterpart.
    Alone(&'p [u32]),
}

fn places<'p>(
    count: usize,
    beads: impl Iterator<Item = &'p [u32]>,
    alone: impl Iterator<Item = &'p [u32]>,
) -> Vec<Place<'p>> {
    let mut places = vec![Place::Free; count];
    let beads = beads.enumerate().map(|(i, units)| (units, Place::Bead(i)));
    for (units, place) in beads.chain(alone.map(|units| (units, Place::Alone(units)))) {
        for &unit in units {
            debug_assert!(
                matches!(places[unit as usize], Place::Free),
                "a unit in two beads"
            );
            places[unit as usize] = place;
        }
    }
    places
}

fn only(cells: Vec<Vec<u32>>) -> Row {
    Row {
        number: 0,
        kind: RowKind::Only,
        cells,
        moved: false,
        moved_to: None,
        score: None,
        confidence: None,
        similarity: None,
        links: Vec::new(),
        status: Status::Auto,
        note: String::new(),
    }
}

/// For each bead whether it is on the heaviest chain increasing in both witnesses; a Fenwick tree of prefix maxima.
fn heaviest_chain(a: &Witness, b: &Witness, beads: &[Bead]) -> Vec<bool> {
    let weight = |w: &Witness, units: &[u32]| -> u64 {
        units
            .iter()
            .map(|&u| w.slice(w.units()[u as usize].span).chars().count() as u64)
            .sum()
    };
    let mut order: Vec<usize> = (0..beads.len()).collect();
    order.sort_by_key(|&i| beads[i].a[0]);
    // best[k]: the heaviest chain that ends at a unit of B below k, as (weight, bead + 1).
    let mut tree = vec![(0u64, 0usize); b.units().len() + 1];
    let mut previous = vec![0usize; beads.len()];
    let mut top = (0u64, 0usize);
    for &i in &order {
        let bead = &beads[i];
        let mut best = (0, 0);
        let mut k = bead.b[0] as usize; // chains that end before the first unit of this bead
        while k > 0 {
            best = best.max(tree[k]);
            k -= k & k.wrapping_neg();
        }
        previous[i] = best.1;
        let here = (
            best.0 + (weight(a, &bead.a) + weight(b, &bead.b)).max(1),
            i + 1,
        );
        top = top.max(here);
        let mut k = bead.b[0] as usize + 1;
        while k < tree.len() {
            tree[k] = tree[k].max(here);
            k += k & k.wrapping_neg();
        }
    }
    let mut on = vec![false; beads.len()];
    let mut at = top.1;
    while at > 0 {
        on[at - 1] = true;
        at = previous[at - 1];
    }
    on
}

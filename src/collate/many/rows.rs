//! The rows of more than two witnesses, from the beads between any two.

use rustc_hash::FxHashMap;

use crate::collate::parts::Parts;
use crate::table::{PairBead, Row, RowNumber, sum_in_any_order};
use crate::witness::{UnitIndex, Witness};

use super::Decided;
use super::order::{Group, ordered, weight};

/// The rows: units that beads of any pair tie together stand in one row, and what is left of a witness between two rows of its
/// own is another. `others` are the witnesses but the base, in the sequence in which they have a say. `decided` are the cells of rows that a person has decided; they stand as they are.
pub(super) fn rows(
    witnesses: &[Witness],
    (base, others): (usize, &[usize]),
    beads: Vec<PairBead>,
    decided: &[Decided],
) -> Vec<Row> {
    let mut cells = tied(witnesses, &beads, decided);
    cells.extend(alone(witnesses, &cells));
    let groups: Vec<Group> = cells.iter().map(|cells| group(witnesses, cells)).collect();
    let ordered = ordered(&groups, base, others);
    let mut of_unit: FxHashMap<(usize, UnitIndex), usize> = FxHashMap::default();
    let mut rows = Vec::with_capacity(cells.len());
    for (n, &g) in ordered.order.iter().enumerate() {
        let cells = std::mem::take(&mut cells[g]);
        for (w, units) in cells.iter().enumerate() {
            of_unit.extend(units.iter().map(|&unit| ((w, unit), n)));
        }
        rows.push(Row::of(RowNumber::at(n), cells));
    }
    for bead in beads {
        let at = of_unit[&(bead.witnesses[0], bead.units[0][0])];
        rows[at].beads.push(bead);
    }
    for row in &mut rows {
        let beads = &row.beads;
        if !beads.is_empty() {
            let trust = sum_in_any_order(beads.iter().map(|bead| bead.confidence));
            row.score = Some(sum_in_any_order(beads.iter().map(|bead| bead.score)));
            row.confidence = Some(trust / beads.len() as f64);
        }
    }
    let moved = |n: usize, w: usize| ordered.moved[ordered.order[n]][w];
    set_places(witnesses, &mut rows, moved);
    rows
}

/// The cells of the rows in which several witnesses stand.
fn tied(
    witnesses: &[Witness],
    beads: &[PairBead],
    decided: &[Decided],
) -> Vec<Vec<Vec<UnitIndex>>> {
    let mut first = Vec::with_capacity(witnesses.len());
    let mut count = 0;
    for witness in witnesses {
        first.push(count);
        count += witness.units().len() as u32;
    }
    let node = |w: usize, unit: UnitIndex| first[w] + unit.0;
    let mut parts = Parts::new(count as usize);
    let mut in_row = vec![false; count as usize];
    let mut tie = |nodes: &[u32]| {
        parts.join_all(nodes);
        nodes.iter().for_each(|&n| in_row[n as usize] = true);
    };
    for bead in beads {
        let sides = bead.witnesses.into_iter().zip(&bead.units);
        let nodes = sides.flat_map(|(w, units)| units.iter().map(move |&u| (w, u)));
        tie(&nodes.map(|(w, u)| node(w, u)).collect::<Vec<u32>>());
    }
    for cells in decided {
        let nodes = cells.iter().enumerate();
        let nodes = nodes.flat_map(|(w, units)| units.iter().map(move |&u| (w, u)));
        tie(&nodes.map(|(w, u)| node(w, u)).collect::<Vec<u32>>());
    }
    let mut row_of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut rows: Vec<Vec<Vec<UnitIndex>>> = Vec::new();
    for (w, witness) in witnesses.iter().enumerate() {
        for unit in (0..witness.units().len()).map(UnitIndex::new) {
            let node = node(w, unit);
            if in_row[node as usize] {
                let row = *row_of.entry(parts.root(node)).or_insert_with(|| {
                    rows.push(vec![Vec::new(); witnesses.len()]);
                    rows.len() - 1
                });
                rows[row][w].push(unit);
            }
        }
    }
    rows
}

/// The cells of the runs that stand in none of these rows.
fn alone(witnesses: &[Witness], rows: &[Vec<Vec<UnitIndex>>]) -> Vec<Vec<Vec<UnitIndex>>> {
    let mut runs = Vec::new();
    for (w, witness) in witnesses.iter().enumerate() {
        let mut taken = vec![false; witness.units().len()];
        let units = rows.iter().flat_map(|cells| &cells[w]);
        units.for_each(|unit| taken[unit.get()] = true);
        let units: Vec<UnitIndex> = (0..taken.len()).map(UnitIndex::new).collect();
        for run in units.chunk_by(|x, y| taken[x.get()] == taken[y.get()]) {
            if !taken[run[0].get()] {
                let mut cells = vec![Vec::new(); witnesses.len()];
                cells[w] = run.to_vec();
                runs.push(cells);
            }
        }
    }
    runs
}

fn group(witnesses: &[Witness], cells: &[Vec<UnitIndex>]) -> Group {
    let texts = witnesses
        .iter()
        .zip(cells)
        .flat_map(|(witness, units)| units.iter().map(|&u| witness.unit_text(u)));
    Group {
        first: cells
            .iter()
            .map(|units| units.first().map(|u| u.0))
            .collect(),
        weight: weight(texts),
    }
}

/// Says where each witness has the rows that it has elsewhere: after the row of its nearest earlier unit that has not moved.
fn set_places(witnesses: &[Witness], rows: &mut [Row], moved: impl Fn(usize, usize) -> bool) {
    let mut places = vec![vec![None; witnesses.len()]; rows.len()];
    for (w, witness) in witnesses.iter().enumerate() {
        let mut row_of = vec![None; witness.units().len()];
        for (n, row) in rows.iter().enumerate() {
            row.cells[w]
                .iter()
                .for_each(|unit| row_of[unit.get()] = Some(n));
        }
        let mut last = RowNumber::BEGINNING;
        for n in row_of.into_iter().flatten() {
            match moved(n, w) {
                true => {
                    places[n][w].get_or_insert(last);
                }
                false => last = rows[n].number,
            }
        }
    }
    for (row, places) in rows.iter_mut().zip(places) {
        row.moved_to = places.iter().copied().flatten().next();
        row.moved = row.moved_to.is_some();
        row.places = places;
    }
}

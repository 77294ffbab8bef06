//! Beads to rows: the order of the table, the runs that one witness alone has, and what counts as moved.

use crate::align::Bead;
use crate::table::{Row, RowKind, Status};
use crate::witness::Witness;

/// The rows of two witnesses from their beads.
///
/// Rows stand in the order of the first witness; a run that only the second has stands after the row of the nearest
/// earlier unit of it that is not moved. A bead is moved when it is not on the heaviest chain (weight: characters) of
/// beads that keeps the order of both.
pub fn arrange(a: &Witness, b: &Witness, beads: &[Bead]) -> Vec<Row> {
    let chain = heaviest_chain(a, b, beads);
    let mut sorted: Vec<usize> = (0..beads.len()).collect();
    sorted.sort_by_key(|&i| beads[i].a[0]);

    // Every unit of A opens its bead's row, or belongs to a run of A alone.
    let mut bead_of_a = vec![None; a.units().len()];
    for (i, bead) in beads.iter().enumerate() {
        for &u in &bead.a {
            bead_of_a[u as usize] = Some(i);
        }
    }
    let mut bead_of_b = vec![None; b.units().len()];
    for (i, bead) in beads.iter().enumerate() {
        for &u in &bead.b {
            bead_of_b[u as usize] = Some(i);
        }
    }

    // Runs of B alone, keyed by the bead (on the chain) they follow; `None`: the beginning.
    let mut runs_after: Vec<Vec<Vec<u32>>> = vec![Vec::new(); beads.len() + 1];
    let mut last = 0; // 0: the beginning; i + 1: after bead i
    let mut run: Vec<u32> = Vec::new();
    for (u, bead) in bead_of_b.iter().enumerate() {
        match *bead {
            None => run.push(u as u32),
            Some(i) => {
                if !run.is_empty() {
                    runs_after[last].push(std::mem::take(&mut run));
                }
                if chain[i] {
                    last = i + 1;
                }
            }
        }
    }
    if !run.is_empty() {
        runs_after[last].push(run);
    }

    let mut rows = Vec::with_capacity(beads.len() + 8);
    let push_runs = |rows: &mut Vec<Row>, slot: usize| {
        for run in &runs_after[slot] {
            rows.push(only(vec![Vec::new(), run.clone()]));
        }
    };
    push_runs(&mut rows, 0);
    let mut row_of_bead = vec![0usize; beads.len()];
    let mut run: Vec<u32> = Vec::new();
    for (u, bead) in bead_of_a.iter().enumerate() {
        match *bead {
            None => run.push(u as u32),
            Some(i) if beads[i].a[0] as usize == u => {
                if !run.is_empty() {
                    rows.push(only(vec![std::mem::take(&mut run), Vec::new()]));
                }
                row_of_bead[i] = rows.len();
                rows.push(Row {
                    number: 0,
                    kind: RowKind::Bead,
                    cells: vec![beads[i].a.clone(), beads[i].b.clone()],
                    moved: !chain[i],
                    moved_to: None,
                    score: Some(beads[i].score),
                    confidence: Some(beads[i].confidence),
                    similarity: None,
                    links: Vec::new(),
                    status: Status::Auto,
                    note: String::new(),
                });
                push_runs(&mut rows, i + 1);
            }
            // A later unit of a bead that passed over others closes a run of A alone, too.
            Some(_) => {
                if !run.is_empty() {
                    rows.push(only(vec![std::mem::take(&mut run), Vec::new()]));
                }
            }
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

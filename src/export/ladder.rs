//! The ladder of hunalign: rungs `n<TAB>m<TAB>confidence`; what lies between a rung and the next is one bead.

use std::io::{self, Write};
use std::ops::Range;

use crate::export::Exporter;
use crate::export::runs::Runs;
use crate::export::two::{Pair, beads_of, only_two, units};
use crate::table::AlignmentTable;
use crate::witness::UnitIndex;

/// Writes a ladder. Every bead has to be a run of neighbours in both witnesses, in the order of both: moved beads are
/// written as unmatched; a bead that passes over units without a counterpart is widened to hold them, one that passes
/// over other beads ends before these.
#[derive(Debug, Clone, Default)]
pub struct Ladder {
    /// Which two of more witnesses are written.
    pub pair: Pair,
}

impl Exporter for Ladder {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        for rung in climb(&*beads_of(table, &self.pair)?).rungs {
            writeln!(out, "{}\t{}\t{:.6}", rung.a, rung.b, rung.confidence)?;
        }
        Ok(())
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        let climb = climb(&*beads_of(table, &self.pair).ok()?);
        let said = [
            only_two(table, &self.pair, "ladders"),
            (climb.dropped > 0).then(|| {
                format!(
                    "a ladder holds no moves: {} written as unmatched",
                    beads(climb.dropped)
                )
            }),
            (climb.changed > 0).then(|| {
                format!(
                    "a ladder holds only beads of neighbours: {} widened over units without a counterpart, or cut short",
                    beads(climb.changed)
                )
            }),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

fn beads(count: usize) -> String {
    format!("{count} bead{}", if count == 1 { "" } else { "s" })
}

struct Rung {
    a: usize,
    b: usize,
    /// Of what lies between this rung and the next; 0 for a unit without a counterpart.
    confidence: f64,
}

struct Climb {
    rungs: Vec<Rung>,
    /// Beads that would go back in one of the witnesses.
    dropped: usize,
    /// Beads of units that are not neighbours.
    changed: usize,
}

fn climb(table: &AlignmentTable) -> Climb {
    let count = |w: usize| table.witnesses.get(w).map_or(0, |w| w.units().len());
    let (mut a, mut b) = (0, 0);
    let mut climb = Climb {
        rungs: Vec::new(),
        dropped: 0,
        changed: 0,
    };
    let runs = Runs::new(table);
    let mut rows: Vec<_> = table
        .rows
        .iter()
        .filter_map(|row| {
            let [x, y] = units(row);
            Some((runs.of(0, x)?, runs.of(1, y)?, row))
        })
        .collect();
    rows.sort_by_key(|(x, ..)| x.start);
    for (x, y, row) in rows {
        if row.moved || x.start < a || y.start < b {
            climb.dropped += 1;
            continue;
        }
        unmatched(&mut climb.rungs, (&mut a, x.start), (&mut b, y.start));
        climb.rungs.push(Rung {
            a,
            b,
            confidence: row.confidence.unwrap_or(0.0),
        });
        let [units_a, units_b] = units(row);
        let changed = |units: &[UnitIndex], run: &Range<usize>| {
            !units.iter().map(|unit| unit.get()).eq(run.clone())
        };
        if changed(units_a, &x) || changed(units_b, &y) {
            climb.changed += 1;
        }
        (a, b) = (x.end, y.end);
    }
    unmatched(&mut climb.rungs, (&mut a, count(0)), (&mut b, count(1)));
    climb.rungs.push(Rung {
        a,
        b,
        confidence: 0.0,
    });
    climb
}

/// A rung a unit, those of the first witness first, up to `a.1` and `b.1`.
fn unmatched(rungs: &mut Vec<Rung>, a: (&mut usize, usize), b: (&mut usize, usize)) {
    while *a.0 < a.1 || *b.0 < b.1 {
        rungs.push(Rung {
            a: *a.0,
            b: *b.0,
            confidence: 0.0,
        });
        if *a.0 < a.1 {
            *a.0 += 1;
        } else {
            *b.0 += 1;
        }
    }
}

//! Whatever a person decides is respected, and nothing is lost.

use std::sync::LazyLock;

use enregard::Pin;
use enregard::table::{RowKind, Status};
use enregard::witness::{Level, UnitIndex};
use enregard::{AlignmentTable, CompareOptions, Comparison};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{KREMLIN, RUTH, Sheet, applied, assert_sound, compared, witnesses, written};

/// Disjoint pins for texts of `a` and `b` units, from random numbers: up to three units of either side, or none of one.
fn pins(a: usize, b: usize, seeds: &[(Index, Index, u8)]) -> Vec<Pin> {
    let mut free = [vec![true; a], vec![true; b]];
    let mut take = |w: usize, at: Index, count: u8| -> Vec<UnitIndex> {
        let free = &mut free[w];
        let from = at.index(free.len());
        let mut own: Vec<UnitIndex> = (from..free.len())
            .step_by(2)
            .take(count.into())
            .filter(|&unit| std::mem::take(&mut free[unit]))
            .map(UnitIndex::new)
            .collect();
        own.sort_unstable();
        own
    };
    let pins = seeds.iter().map(|&(x, y, counts)| Pin {
        a: take(0, x, counts % 4),
        b: take(1, y, counts / 4 % 4),
    });
    pins.filter(|pin| !(pin.a.is_empty() && pin.b.is_empty()))
        .collect()
}

fn seeds() -> impl Strategy<Value = Vec<(Index, Index, u8)>> {
    prop::collection::vec(any::<(Index, Index, u8)>(), 0..25)
}

proptest! {
    #![proptest_config(crate::cases(24))]

    #[test]
    fn every_pin_is_respected(seeds in seeds(), line in any::<bool>(), moves in any::<bool>()) {
        let level = if line { Level::Line } else { Level::Sentence };
        let texts = witnesses(RUTH, level);
        let [a, b] = texts.each_ref().map(|text| text.units().len());
        let options = CompareOptions {
            monotone: !moves,
            ..CompareOptions::default()
        };
        let pins = pins(a, b, &seeds);
        let rows = Comparison::new(texts, &options).unwrap().rows(&pins).unwrap();
        for pin in &pins {
            let row = rows.iter().find(|row| row.cells == [pin.a.clone(), pin.b.clone()]);
            prop_assert!(row.is_some(), "{pin:?}");
        }
        let table = AlignmentTable { rows, ..compared(RUTH, level) };
        assert_sound(&table);
    }

    #[test]
    fn every_edit_is_respected(edits in prop::collection::vec(any::<(Index, Index, u8)>(), 1..12)) {
        static TABLE: LazyLock<AlignmentTable> = LazyLock::new(|| compared(KREMLIN, Level::Clause));
        let table = &*TABLE;
        let mut cells: Vec<[String; 2]> = Vec::new();
        let mut sheet = Sheet::of(table);
        for row in &sheet.rows {
            cells.push([row[3].clone(), row[5].clone()]);
        }
        let mut marks = vec![""; cells.len()];
        let joined = |x: &str, y: &str| match (x, y) {
            ("", one) | (one, "") => one.to_owned(),
            (x, y) => format!("{x},{y}"),
        };
        for (x, y, how) in edits {
            let (x, y) = (x.index(cells.len()), y.index(cells.len()));
            match how % 4 {
                0 => marks[x] = "ok",
                1 if x != y => {
                    let other = std::mem::take(&mut cells[y]);
                    for (own, other) in cells[x].iter_mut().zip(&other) {
                        *own = joined(own, other);
                    }
                }
                2 => {
                    let other = std::mem::take(&mut cells[y][1]);
                    let own = std::mem::replace(&mut cells[x][1], other);
                    cells[y][1] = joined(&own, &cells[y][1]);
                }
                _ => {
                    let b = std::mem::take(&mut cells[x][1]);
                    cells.push([String::new(), b]);
                    marks.push("");
                }
            }
        }
        let columns = sheet.header.len();
        sheet.rows.resize(cells.len(), vec![String::new(); columns]);
        for ((row, cells), mark) in sheet.rows.iter_mut().zip(&cells).zip(marks) {
            (row[3], row[5], row[10]) = (cells[0].clone(), cells[1].clone(), mark.to_owned());
        }
        // Emptied rows are deleted, as people do.
        sheet.rows.retain(|row| !(row[3].is_empty() && row[5].is_empty()));
        let found = sheet.apply(witnesses(KREMLIN, Level::Clause)).unwrap();
        assert_sound(&found.table);
        let sorted = |cell: &str| {
            let mut units: Vec<UnitIndex> = Vec::new();
            for part in cell.split(',').filter(|part| !part.is_empty()) {
                let (first, last) = part.split_once('-').unwrap_or((part, part));
                units.extend((first.parse::<u32>().unwrap() - 1..last.parse().unwrap()).map(UnitIndex));
            }
            units.sort_unstable();
            units
        };
        let before: Vec<&Vec<Vec<UnitIndex>>> = table.rows.iter().map(|row| &row.cells).collect();
        for row in &sheet.rows {
            let cells = vec![sorted(&row[3]), sorted(&row[5])];
            let ok = row[10] == "ok";
            if ok || !before.contains(&&cells) {
                let row = found.table.rows.iter().find(|row| row.cells == cells).unwrap();
                // What was changed to what the program finds around the other changes is its own.
                prop_assert_eq!(row.status == Status::Ok, ok);
                prop_assert_eq!(row.kind == RowKind::Only, cells.iter().any(Vec::is_empty));
            }
        }
        // What came of it comes back as it is.
        let format = enregard::export::Format::Csv;
        let again = applied(&written(&found.table, format), witnesses(KREMLIN, Level::Clause)).unwrap();
        prop_assert!(again.table == found.table);
    }
}

#[test]
fn pins_that_agree_leave_everything_as_it_is() {
    let texts = witnesses(RUTH, Level::Sentence);
    let comparison = Comparison::new(texts, &CompareOptions::default()).unwrap();
    let rows = comparison.rows(&[]).unwrap();
    let pins: Vec<Pin> = rows
        .iter()
        .filter(|row| row.kind == RowKind::Bead)
        .step_by(3)
        .map(|row| Pin {
            a: row.cells[0].clone(),
            b: row.cells[1].clone(),
        })
        .collect();
    assert!(pins.len() > 5);
    let around = comparison.rows(&pins).unwrap();
    assert_eq!(around.len(), rows.len());
    assert!(around.iter().zip(&rows).all(|(x, y)| x.cells == y.cells));
}

#[test]
fn pins_that_cannot_be_are_refused() {
    let texts = witnesses(RUTH, Level::Sentence);
    let comparison = Comparison::new(texts, &CompareOptions::default()).unwrap();
    let units = |units: &[u32]| units.iter().copied().map(UnitIndex).collect();
    let pin = |a: &[u32], b: &[u32]| Pin {
        a: units(a),
        b: units(b),
    };
    for (pins, why) in [
        (vec![pin(&[0], &[9999])], "there is no unit 9999"),
        (vec![pin(&[1, 0], &[0])], "do not increase"),
        (
            vec![pin(&[0], &[0]), pin(&[0], &[1])],
            "unit 0 stands in two",
        ),
    ] {
        let told = comparison.rows(&pins).unwrap_err().to_string();
        assert!(told.contains(why), "{told}");
        assert!(comparison.table(&pins).is_err());
    }
}

#[test]
fn texts_read_at_two_levels_are_refused() {
    let [a, _] = witnesses(RUTH, Level::Sentence);
    let [_, b] = witnesses(RUTH, Level::Line);
    let refused = Comparison::new([a, b], &CompareOptions::default()).err();
    let told = refused.unwrap().to_string();
    assert!(told.contains("sentence") && told.contains("line"), "{told}");
}

//! Texts that are compared, and what is written of them.

use enregard::export::{ExportOptions, Format, write};
use enregard::read::{Kind, ReadOptions, read_bytes};
use enregard::table::AlignmentTable;
use enregard::witness::Siglum;
use enregard::{CompareOptions, Unobserved, Witness, collate};

use crate::{chosen, language, level};

/// What parts one text from the next: no character has this byte.
const BETWEEN: u8 = 0xff;

/// The witnesses that stand in some bytes.
fn witnesses(first: u8, rest: &[u8], most: usize) -> Option<Vec<Witness>> {
    let options = ReadOptions {
        level: level(first),
        language: Some(language(first)),
        kind: Some(Kind::Text),
        lossy: true,
        ..ReadOptions::default()
    };
    let texts = rest.splitn(most, |&byte| byte == BETWEEN).enumerate();
    let read = texts.map(|(n, text)| {
        let reading = read_bytes(text.to_vec(), "text", Siglum::nth(n), &options).ok()?;
        Some(reading.witness)
    });
    read.collect::<Option<Vec<_>>>()
        .filter(|witnesses| witnesses.len() > 1)
}

fn table(witnesses: Vec<Witness>, base: usize) -> AlignmentTable {
    let table = collate(
        witnesses,
        base,
        &CompareOptions::default(),
        &[],
        &Unobserved,
    );
    let table = table.expect("texts of one unit can be compared");
    // Every unit stands in a row.
    let count = table.witnesses.len();
    let mut seen: Vec<Vec<usize>> = table
        .witnesses
        .iter()
        .map(|witness| vec![0; witness.units().len()])
        .collect();
    for row in &table.rows {
        for (units, seen) in row.cells.iter().zip(&mut seen) {
            units.iter().for_each(|unit| seen[unit.get()] += 1);
        }
    }
    // Of two: where something moved, its place is told in the other's row.
    assert!(
        count > 2 || seen.iter().flatten().all(|&times| times == 1),
        "{seen:?}"
    );
    table
}

/// Two texts, compared both ways: what the one side has alone the other has not.
pub fn compare(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    let Some(found) = witnesses(first, rest, 2) else {
        return;
    };
    let swapped: Vec<Witness> = found
        .iter()
        .rev()
        .enumerate()
        .map(|(n, witness)| {
            let mut witness = witness.clone();
            witness.siglum = Siglum::nth(n);
            witness
        })
        .collect();
    let [table, mirror] = [found, swapped].map(|witnesses| table(witnesses, 0));
    let cells = |table: &AlignmentTable, turned: bool| {
        let mut cells: Vec<_> = table
            .rows
            .iter()
            .map(|row| {
                let mut cells = row.cells.clone();
                if turned {
                    cells.reverse();
                }
                cells
            })
            .collect();
        cells.sort();
        cells
    };
    assert_eq!(cells(&table, false), cells(&mirror, true));
}

/// Three texts or more, with any of them as the base.
pub fn many(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    if let Some(witnesses) = witnesses(first, rest, 5) {
        let base = usize::from(first) % witnesses.len();
        written(&table(witnesses, base));
    }
}

/// Two texts, and names, files and notes that hold what the texts hold, in every format.
pub fn export(data: &[u8]) {
    let Some((first, rest)) = chosen(data) else {
        return;
    };
    let Some(witnesses) = witnesses(first, rest, 2) else {
        return;
    };
    let mut table = table(witnesses, 0);
    for (n, witness) in table.witnesses.iter_mut().enumerate() {
        let begin: String = witness.text.chars().take(30).collect();
        witness.siglum.0 = format!("{begin}{n}");
        witness.path = begin;
    }
    let note = table.witnesses[0].path.clone();
    if let Some(row) = table.rows.first_mut() {
        row.note = note;
    }
    written(&table);
}

fn written(table: &AlignmentTable) {
    for format in Format::ALL {
        let mut out = Vec::new();
        write(table, format, &ExportOptions::default(), &mut out).expect("a vector takes all");
        if !format.is_binary() {
            assert!(std::str::from_utf8(&out).is_ok(), "{}", format.name());
        }
    }
    // What JSON holds is the table, and gives the same again.
    let json = |table: &AlignmentTable| {
        let mut out = Vec::new();
        write(table, Format::Json, &ExportOptions::default(), &mut out)
            .expect("a vector takes all");
        out
    };
    let first = json(table);
    let back = enregard::format::json::read(first.as_slice()).expect("what was written is read");
    assert_eq!(
        String::from_utf8_lossy(&first),
        String::from_utf8_lossy(&json(&back))
    );
}

//! Corrections that come back.
#![allow(clippy::unwrap_used)]

mod command;
mod edits;
mod errors;
mod properties;
mod round_trips;
mod workbooks;

use std::fs;
use std::path::{Path, PathBuf};

use enregard::apply::{Applied, apply, read_corrections};
use enregard::export::{ExportOptions, Format, write};
use enregard::read::{ReadOptions, read_bytes};
use enregard::table::{Row, RowNumber};
use enregard::witness::{Level, Siglum, UnitIndex, Witness};
use enregard::{AlignmentTable, CompareOptions, Result, Unobserved, compare_witnesses};

/// Two texts of the repository.
pub type Pair = [&'static str; 2];

pub const KREMLIN: Pair = ["kremlin/001.txt", "kremlin/000.txt"];
pub const RUTH: Pair = ["ruth/A.txt", "ruth/B.txt"];
pub const GENESIS: Pair = ["genesis/martin.txt", "genesis/darby.txt"];

pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

pub fn witnesses(pair: Pair, level: Level) -> [Witness; 2] {
    texts(pair.map(|name| fs::read(path(name)).unwrap()), level)
}

pub fn texts(texts: [Vec<u8>; 2], level: Level) -> [Witness; 2] {
    let mut n = 0;
    texts.map(|bytes| {
        n += 1;
        let options = ReadOptions {
            level,
            ..ReadOptions::default()
        };
        read_bytes(bytes, "text", Siglum::nth(n - 1), &options)
            .unwrap()
            .witness
    })
}

pub fn compared(pair: Pair, level: Level) -> AlignmentTable {
    compare_witnesses(witnesses(pair, level), &CompareOptions::default()).unwrap()
}

pub fn written(table: &AlignmentTable, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    write(table, format, &ExportOptions::default(), &mut out).unwrap();
    out
}

pub fn applied(bytes: &[u8], witnesses: [Witness; 2]) -> Result<Applied> {
    let corrections = read_corrections(bytes, &[])?;
    apply(
        &corrections,
        witnesses.into(),
        0,
        &[],
        &CompareOptions::default(),
        &Unobserved,
    )
}

/// Every unit stands in just one row, and the rows are in the order of A.
pub fn assert_sound(table: &AlignmentTable) {
    for (w, witness) in table.witnesses.iter().enumerate() {
        let mut units: Vec<UnitIndex> = table
            .rows
            .iter()
            .flat_map(|row| row.cells[w].clone())
            .collect();
        units.sort_unstable();
        assert!(
            units
                .into_iter()
                .eq((0..witness.units().len()).map(UnitIndex::new))
        );
    }
    let firsts: Vec<UnitIndex> = table
        .rows
        .iter()
        .filter_map(|row| row.cells[0].first().copied())
        .collect();
    assert!(firsts.is_sorted(), "{firsts:?}");
    assert!(
        (0..)
            .zip(&table.rows)
            .all(|(n, row)| row.number == RowNumber::at(n))
    );
}

/// A table in a spreadsheet program: everything is text.
#[derive(Clone)]
pub struct Sheet {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    pub fn of(table: &AlignmentTable) -> Self {
        let csv = written(table, Format::Csv);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&*csv);
        let mut rows = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect());
        Self {
            header: rows.next().unwrap(),
            rows: rows.collect(),
        }
    }

    /// A cell of the row with this number (where it stood first).
    pub fn cell(&mut self, number: usize, column: &str) -> &mut String {
        let column = self.header.iter().position(|name| name == column).unwrap();
        let number = number.to_string();
        let row = self.rows.iter_mut().find(|row| row[0] == number).unwrap();
        &mut row[column]
    }

    pub fn set(&mut self, number: usize, column: &str, value: &str) -> &mut Self {
        value.clone_into(self.cell(number, column));
        self
    }

    pub fn delete(&mut self, number: usize) -> &mut Self {
        self.rows.retain(|row| row[0] != number.to_string());
        self
    }

    /// A new row, as a person writes one: without number, kind or status.
    pub fn insert(&mut self, a: &str, b: &str) -> &mut Self {
        let row = self.header.iter().map(|name| match name.as_str() {
            "A_units" => a.to_owned(),
            "B_units" => b.to_owned(),
            _ => String::new(),
        });
        let row = row.collect();
        self.rows.push(row);
        self
    }

    pub fn csv(&self, delimiter: u8) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .from_writer(Vec::new());
        writer.write_record(&self.header).unwrap();
        for row in &self.rows {
            writer.write_record(row).unwrap();
        }
        writer.into_inner().unwrap()
    }

    pub fn apply(&self, witnesses: [Witness; 2]) -> Result<Applied> {
        applied(&self.csv(b','), witnesses)
    }
}

/// Units as they stand in a row, `1-2|3`.
pub fn units(row: &Row) -> String {
    let side = |units: &[UnitIndex]| -> String {
        let units: Vec<String> = units.iter().map(|unit| (unit.0 + 1).to_string()).collect();
        units.join(",")
    };
    let cells: Vec<String> = row.cells.iter().map(|units| side(units)).collect();
    cells.join("|")
}

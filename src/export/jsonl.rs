//! A JSON object a row, complete in itself: the columns of the tables, and the differences one by one.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::changes::{reading, speaker};
use crate::export::columns::{Cell, cells, header};
use crate::table::{AlignmentTable, Link, Row, Seen};

/// Writes JSON Lines: the keys are the names of the columns (an empty cell is null), then `moved_to`, `score` and
/// `differences`, the links between words that are not the same. With more than two witnesses, `places` says where each has a
/// row that it has elsewhere, and a difference has its `readings`.
#[derive(Debug, Clone)]
pub struct JsonLines {
    /// Differences that the `changes` column leaves out; `differences` has all that count.
    pub quiet: Vec<Class>,
}

impl Exporter for JsonLines {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let names = header(table);
        let mut line = Vec::new();
        for row in &table.rows {
            line.clear();
            serde_json::to_writer(
                &mut line,
                &Line {
                    table,
                    names: &names,
                    row,
                    quiet: &self.quiet,
                },
            )?;
            line.push(b'\n');
            out.write_all(&line)?;
        }
        Ok(())
    }
}

struct Line<'a> {
    table: &'a AlignmentTable,
    names: &'a [String],
    row: &'a Row,
    quiet: &'a [Class],
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, cell) in self
            .names
            .iter()
            .zip(cells(self.table, self.row, self.quiet))
        {
            match cell {
                Cell::Empty => map.serialize_entry(name, &None::<()>)?,
                Cell::Text(text) => map.serialize_entry(name, &text)?,
                Cell::Count(n) => map.serialize_entry(name, &n)?,
                Cell::Share(x) => map.serialize_entry(name, &x)?,
                Cell::Flag(flag) => map.serialize_entry(name, &flag)?,
            }
        }
        map.serialize_entry("moved_to", &self.row.moved_to)?;
        if self.table.witnesses.len() > 2 {
            map.serialize_entry("places", &self.row.places)?;
        }
        map.serialize_entry("score", &self.row.score)?;
        let differences: Vec<_> = self
            .row
            .links
            .iter()
            .filter(|link| link.moved || self.table.counts(link))
            .map(|link| Difference::new(self.table, self.row, link))
            .collect();
        map.serialize_entry("differences", &differences)?;
        map.end()
    }
}

#[derive(Serialize)]
struct Difference<'a> {
    class: &'static str,
    moved: bool,
    probability: f64,
    /// What each witness has; null where it has nothing.
    texts: Vec<Option<String>>,
    /// Of more than two witnesses: who reads what, the base first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    readings: Vec<OneReading<'a>>,
    /// Of more than two witnesses: those that have the words elsewhere than the base.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_in: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
struct OneReading<'a> {
    witnesses: Vec<&'a str>,
    text: Option<String>,
    /// What the words are to those of the first reading.
    class: &'static str,
}

impl<'a> Difference<'a> {
    fn new(table: &'a AlignmentTable, row: &Row, link: &Link) -> Self {
        let text = |w: usize| {
            let text = reading(&table.witnesses[w], w, std::slice::from_ref(link));
            Some(text).filter(|text| !text.is_empty())
        };
        let sigla = |of: &[usize]| -> Vec<&'a str> {
            of.iter()
                .map(|&w| table.witnesses[w].siglum.0.as_str())
                .collect()
        };
        let count = table.witnesses.len();
        let readings = match count {
            ..=2 => Vec::new(),
            _ => table
                .rules(&[])
                .readings(row, link, table.base, Seen::Counting),
        };
        let moved_in = (count > 2).then(|| {
            let moved = row.present().filter(|&w| link.is_moved_in(w, table.base));
            sigla(&moved.collect::<Vec<_>>())
        });
        Self {
            class: link.class.name(),
            moved: link.moved,
            probability: link.probability,
            texts: (0..count).map(text).collect(),
            readings: readings
                .iter()
                .map(|reading| OneReading {
                    witnesses: sigla(&reading.witnesses),
                    text: text(speaker(&reading.witnesses, table.base)),
                    class: reading.class.name(),
                })
                .collect(),
            moved_in,
        }
    }
}

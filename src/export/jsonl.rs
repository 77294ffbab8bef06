//! A JSON object a row, complete in itself: the columns of the tables, and the differences one by one.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::changes::reading;
use crate::export::columns::{Cell, cells, header};
use crate::table::{AlignmentTable, Link, Row};

/// Writes JSON Lines: the keys are the names of the columns (an empty cell is null), then `moved_to`, `score` and
/// `differences`, the links between words that are not the same.
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
        map.serialize_entry("score", &self.row.score)?;
        let differences: Vec<_> = self
            .row
            .links
            .iter()
            .filter(|link| link.moved || self.table.counts(link))
            .map(|link| Difference::new(self.table, link))
            .collect();
        map.serialize_entry("differences", &differences)?;
        map.end()
    }
}

#[derive(Serialize)]
struct Difference {
    class: &'static str,
    moved: bool,
    probability: f64,
    /// What each witness has; null where it has nothing.
    texts: Vec<Option<String>>,
}

impl Difference {
    fn new(table: &AlignmentTable, link: &Link) -> Self {
        Self {
            class: link.class.name(),
            moved: link.moved,
            probability: link.probability,
            texts: table
                .witnesses
                .iter()
                .enumerate()
                .map(|(n, w)| {
                    Some(reading(w, n, std::slice::from_ref(link))).filter(|t| !t.is_empty())
                })
                .collect(),
        }
    }
}

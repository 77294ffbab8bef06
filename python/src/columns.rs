//! Tables as columns of Arrow: for each row, change or fact a row of these, or one for the whole.
//!
//! Numbers are signed, because Spark knows no others.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Float64Builder, Int32Builder, Int64Builder, ListBuilder, StringBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, Field, Schema};
use enregard::Class;
use enregard::export::changes;
use enregard::table::{FactKind, RowRef};
use pyo3::prelude::*;

use crate::errors::wrong;
use crate::row::said;
use crate::table::Shared;

/// What has a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Each {
    Row,
    Change,
    Fact,
    Summary,
}

impl Each {
    pub(crate) fn from_name(name: &str) -> PyResult<Self> {
        match name {
            "row" => Ok(Self::Row),
            "change" => Ok(Self::Change),
            "fact" => Ok(Self::Fact),
            "summary" => Ok(Self::Summary),
            _ => Err(wrong(format!(
                "each {name:?}: it is row, change, fact or summary"
            ))),
        }
    }
}

/// Differences that `changes` of a row leaves out, as the tables of the command do.
const QUIET: [Class; 1] = [Class::Typographic];

/// Columns that grow, those of one kind of row alone.
pub(crate) struct Rows {
    columns: Vec<(String, Column)>,
    /// How many rows there are.
    pub(crate) len: usize,
}

pub(crate) enum Column {
    Flag(BooleanBuilder),
    Count(Int32Builder),
    Place(Int64Builder),
    Share(Float64Builder),
    Text(StringBuilder),
    Units(ListBuilder<Int32Builder>),
}

/// What stands in a column of a row.
pub(crate) enum Cell {
    Nothing,
    Flag(bool),
    Count(usize),
    Place(Option<u32>),
    Share(Option<f64>),
    Text(Option<String>),
    Units(Vec<i32>),
}

impl Column {
    fn append(&mut self, cell: Cell) {
        match (self, cell) {
            (Self::Flag(column), Cell::Flag(flag)) => column.append_value(flag),
            (Self::Count(column), Cell::Count(count)) => column.append_value(count as i32),
            (Self::Place(column), Cell::Place(place)) => column.append_option(place.map(i64::from)),
            (Self::Share(column), Cell::Share(share)) => column.append_option(share),
            (Self::Text(column), Cell::Text(text)) => column.append_option(text),
            (Self::Units(column), Cell::Units(units)) => {
                column.append_value(units.into_iter().map(Some));
            }
            (column, _) => column.append_null(),
        }
    }

    fn append_null(&mut self) {
        match self {
            Self::Flag(column) => column.append_null(),
            Self::Count(column) => column.append_null(),
            Self::Place(column) => column.append_null(),
            Self::Share(column) => column.append_null(),
            Self::Text(column) => column.append_null(),
            Self::Units(column) => column.append_null(),
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Flag(mut column) => Arc::new(column.finish()),
            Self::Count(mut column) => Arc::new(column.finish()),
            Self::Place(mut column) => Arc::new(column.finish()),
            Self::Share(mut column) => Arc::new(column.finish()),
            Self::Text(mut column) => Arc::new(column.finish()),
            Self::Units(mut column) => Arc::new(column.finish()),
        }
    }
}

pub(crate) fn flag(name: &str) -> (String, Column) {
    (name.to_owned(), Column::Flag(BooleanBuilder::new()))
}

pub(crate) fn count(name: impl Into<String>) -> (String, Column) {
    (name.into(), Column::Count(Int32Builder::new()))
}

pub(crate) fn place(name: impl Into<String>) -> (String, Column) {
    (name.into(), Column::Place(Int64Builder::new()))
}

pub(crate) fn share(name: impl Into<String>) -> (String, Column) {
    (name.into(), Column::Share(Float64Builder::new()))
}

pub(crate) fn text(name: impl Into<String>) -> (String, Column) {
    (name.into(), Column::Text(StringBuilder::new()))
}

fn units(name: String) -> (String, Column) {
    let units = ListBuilder::new(Int32Builder::new());
    (name, Column::Units(units))
}

/// The classes of difference.
fn classes() -> impl Iterator<Item = Class> {
    let all = Class::ALL.into_iter();
    all.filter(|class| *class != Class::Same)
}

impl Rows {
    pub(crate) fn new(each: Each, sigla: &[String]) -> Self {
        let mut columns = Vec::new();
        match each {
            Each::Row => {
                columns.extend([count("row"), text("kind"), flag("moved")]);
                for siglum in sigla {
                    columns.extend([units(format!("{siglum}_units")), text(siglum)]);
                }
                columns.extend([share("similarity"), share("confidence"), text("changes")]);
            }
            Each::Change => {
                columns.extend([count("row"), text("class"), flag("moved")]);
                for siglum in sigla {
                    let (start, end) = (format!("{siglum}_start"), format!("{siglum}_end"));
                    columns.extend([place(start), place(end), text(siglum)]);
                }
                columns.push(text("readings"));
            }
            Each::Fact => {
                columns.extend([count("row"), text("kind"), flag("contradiction")]);
                columns.extend(sigla.iter().map(text));
                columns.push(text("between"));
            }
            Each::Summary => {
                columns.push(share("similarity"));
                for siglum in sigla {
                    let (coverage, only) = (format!("{siglum}_coverage"), format!("{siglum}_only"));
                    columns.extend([share(coverage), count(only)]);
                }
                columns.extend(["rows", "beads", "moved_rows", "moved_words"].map(count));
                columns.extend(["quotations", "punctuation"].map(count));
                columns.extend(classes().map(|class| count(class.name())));
                let facts = FactKind::ALL.into_iter();
                columns.extend(facts.map(|kind| count(format!("{}_contradictions", kind.name()))));
            }
        }
        Self::of(columns)
    }

    pub(crate) fn of(columns: Vec<(String, Column)>) -> Self {
        Self { columns, len: 0 }
    }

    pub(crate) fn append(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.len += 1;
        for ((_, column), cell) in self.columns.iter_mut().zip(cells) {
            column.append(cell);
        }
    }

    /// Adds a row that has nothing.
    pub(crate) fn add_nothing(&mut self) {
        self.append(std::iter::repeat_with(|| Cell::Nothing));
    }

    /// Adds what a table has.
    pub(crate) fn add(&mut self, each: Each, shared: &Shared<'_>) {
        if each == Each::Summary {
            return self.append(summary(shared));
        }
        for row in shared.table.rows() {
            self.add_row(each, shared, row);
        }
    }

    /// Adds what a row of a table has.
    pub(crate) fn add_row(&mut self, each: Each, shared: &Shared<'_>, row: RowRef<'_>) {
        match each {
            Each::Row => self.append(self::row(shared, row)),
            Each::Change => row
                .changes()
                .for_each(|change| self.append(self::change(shared, change))),
            Each::Fact => row
                .facts()
                .iter()
                .for_each(|fact| self.append(self::fact(shared, row, fact))),
            // No row has one of its own.
            Each::Summary => {}
        }
    }

    /// The columns, in their order.
    pub(crate) fn columns(self) -> Vec<(String, ArrayRef)> {
        let columns = self.columns.into_iter();
        columns
            .map(|(name, column)| (name, column.finish()))
            .collect()
    }

    /// The columns as a batch.
    pub(crate) fn finish(self) -> Result<RecordBatch, ArrowError> {
        batch(self.columns())
    }
}

fn row(shared: &Shared<'_>, row: RowRef<'_>) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Count(row.number.0 as usize),
        Cell::Text(Some(row.kind.name().to_owned())),
        Cell::Flag(row.moved),
    ];
    for (w, units) in row.cells.iter().enumerate() {
        let units = units.iter().map(|unit| unit.get() as i32).collect();
        cells.extend([Cell::Units(units), Cell::Text(said(row.text(w)))]);
    }
    cells.extend([
        Cell::Share(row.similarity),
        Cell::Share(row.confidence),
        Cell::Text(Some(changes(shared.table, &row, &QUIET))),
    ]);
    cells
}

fn change(shared: &Shared<'_>, change: enregard::table::Change<'_>) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Count(change.row().number.0 as usize),
        Cell::Text(Some(change.class().name().to_owned())),
        Cell::Flag(change.moved()),
    ];
    for w in 0..shared.table.witnesses.len() {
        let span = change.span(w).map(|span| shared.span(w, span));
        cells.extend([
            Cell::Place(span.map(|[start, _]| start)),
            Cell::Place(span.map(|[_, end]| end)),
            Cell::Text(said(change.text(w))),
        ]);
    }
    let groups = shared.named(&change.readings());
    let groups: Vec<String> = groups.iter().map(|group| group.join(" ")).collect();
    cells.push(Cell::Text(Some(groups.join(" | "))));
    cells
}

fn fact(shared: &Shared<'_>, row: RowRef<'_>, fact: &enregard::table::Fact) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Count(row.number.0 as usize),
        Cell::Text(Some(fact.kind.name().to_owned())),
        Cell::Flag(fact.is_contradiction()),
    ];
    let count = shared.table.witnesses.len();
    cells.extend((0..count).map(|w| Cell::Text(said(row.fact_text(fact, w)))));
    let between = shared.named(&[fact.witnesses.to_vec()]).concat();
    cells.push(Cell::Text(Some(between.join(" "))));
    cells
}

fn summary(shared: &Shared<'_>) -> Vec<Cell> {
    let table = shared.table;
    let (summary, overview) = (table.summary(), table.overview());
    let count = table.witnesses.len();
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
    let known: Vec<f64> = pairs
        .filter_map(|(one, other)| overview.similarity[one][other])
        .collect();
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    let mut cells = vec![Cell::Share(Some(mean).filter(|_| !known.is_empty()))];
    for w in 0..count {
        cells.push(Cell::Share(summary.coverage.get(w).copied().flatten()));
        cells.push(Cell::Count(summary.only[w]));
    }
    let counts = [
        table.rows.len(),
        summary.beads(),
        summary.moved_rows,
        summary.moved_words,
        summary.quotations,
        summary.punctuation,
    ];
    let of_class = |class: Class| summary.differences.get(&class).copied().unwrap_or(0);
    let of_kind = |kind: FactKind| summary.contradictions.get(&kind).copied().unwrap_or(0);
    let counts = counts.into_iter().chain(classes().map(of_class));
    let counts = counts.chain(FactKind::ALL.into_iter().map(of_kind));
    cells.extend(counts.map(Cell::Count));
    cells
}

/// A batch of columns, any of which may hold nothing in a row.
pub(crate) fn batch(columns: Vec<(String, ArrayRef)>) -> Result<RecordBatch, ArrowError> {
    let fields = columns.iter();
    let fields: Vec<Field> = fields
        .map(|(name, array)| Field::new(name, array.data_type().clone(), true))
        .collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}

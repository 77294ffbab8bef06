//! Many comparisons, a row of a batch each.

use arrow_array::cast::AsArray;
use arrow_array::{
    Array, ArrayRef, LargeStringArray, RecordBatch as Batch, StringArray, UInt32Array,
};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType};
use arrow_select::concat::concat_batches;
use arrow_select::take::take;
use enregard::witness::Siglum;
use enregard::{AlignmentTable, Unobserved, collate};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use rayon::prelude::*;
use std::sync::Arc;

use crate::columns::{Each, Rows, batch};
use crate::errors::wrong;
use crate::frame::RecordBatch;
use crate::options::{Keywords, Options};
use crate::table::Shared;
use crate::texts::of_text;

/// The column that says why a pair could not be compared.
const ERROR: &str = "error";

/// How many pairs a thread takes at a time: enough that their columns are worth making, few enough that none waits for another.
const TOGETHER: usize = 32;

#[pyfunction]
pub(crate) fn compare_batch(
    py: Python<'_>,
    rows: AnyRecordBatch,
    texts: Vec<String>,
    each: &str,
    threads: Option<usize>,
    keywords: Keywords<'_>,
) -> PyResult<RecordBatch> {
    let each = Each::from_name(each)?;
    let options = Options::try_from(keywords)?;
    let (batches, schema) = rows.into_table()?.into_inner();
    let work = || -> Result<Batch, ArrowError> {
        let given = concat_batches(&schema, &batches)?;
        compared(&given, &texts, each, &options)
    };
    let done = py.detach(|| match threads {
        None => Ok(work()),
        Some(threads) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.map(|pool| pool.install(work))
        }
    });
    let done = done.map_err(|error| wrong(format!("threads: {error}")))?;
    let inner = done.map_err(|error| wrong(error.to_string()))?;
    Ok(RecordBatch { inner })
}

fn compared(
    given: &Batch,
    texts: &[String],
    each: Each,
    options: &Options,
) -> Result<Batch, ArrowError> {
    if texts.len() < 2 {
        let message = "texts: name two columns or more".to_owned();
        return Err(ArrowError::InvalidArgumentError(message));
    }
    let columns = texts.iter().map(|name| column(given, name));
    let columns: Vec<LargeStringArray> = columns.collect::<Result<_, _>>()?;
    let starts: Vec<usize> = (0..given.num_rows()).step_by(TOGETHER).collect();
    let parts = starts.par_iter().map(|&start| {
        let end = (start + TOGETHER).min(given.num_rows());
        part(start..end, &columns, texts, each, options)
    });
    let mut parts: Vec<(Vec<u32>, Batch)> = parts.collect::<Result<_, _>>()?;
    if parts.is_empty() {
        // The columns are there all the same.
        parts.push(part(0..0, &columns, texts, each, options)?);
    }
    let schema = parts[0].1.schema();
    let told = concat_batches(&schema, parts.iter().map(|(_, told)| told))?;
    let of: Vec<u32> = parts.into_iter().flat_map(|(of, _)| of).collect();
    beside(given, texts, &UInt32Array::from(of), &told)
}

/// A column of texts.
fn column(given: &Batch, name: &str) -> Result<LargeStringArray, ArrowError> {
    let Some(array) = given.column_by_name(name) else {
        let fields = given.schema_ref().fields().iter();
        let names: Vec<&str> = fields.map(|field| field.name().as_str()).collect();
        return Err(ArrowError::InvalidArgumentError(format!(
            "texts: no column {name}; there are {}",
            names.join(", ")
        )));
    };
    let array = cast(array, &DataType::LargeUtf8)?;
    Ok(array.as_string::<i64>().clone())
}

/// What is to be said of some pairs: for each line the number of its pair.
fn part(
    pairs: std::ops::Range<usize>,
    columns: &[LargeStringArray],
    names: &[String],
    each: Each,
    options: &Options,
) -> Result<(Vec<u32>, Batch), ArrowError> {
    let mut rows = Rows::new(each, names);
    let (mut of, mut errors) = (Vec::new(), Vec::new());
    for pair in pairs {
        let before = rows.len;
        let error = match table(pair, columns, names, options) {
            Ok(table) => {
                rows.add(&Shared::new(&table));
                None
            }
            Err(error) => {
                rows.add_nothing();
                Some(error)
            }
        };
        of.resize(rows.len, pair as u32);
        errors.extend((before..rows.len).map(|_| error.clone()));
    }
    let mut told = rows.columns();
    let errors: ArrayRef = Arc::new(StringArray::from(errors));
    told.push((ERROR.to_owned(), errors));
    Ok((of, batch(told)?))
}

fn table(
    pair: usize,
    columns: &[LargeStringArray],
    names: &[String],
    options: &Options,
) -> Result<AlignmentTable, String> {
    let texts = columns.iter().zip(names);
    let witnesses = texts.map(|(column, name)| {
        if column.is_null(pair) {
            return Err(format!("{name}: there is no text"));
        }
        let text = column.value(pair).to_owned();
        of_text(text, Siglum(name.clone()), &options.read).map_err(|error| error.to_string())
    });
    let witnesses = witnesses.collect::<Result<_, _>>()?;
    let table = collate(witnesses, 0, &options.compare, &[], &Unobserved);
    table.map_err(|error| error.to_string())
}

/// The other columns of the pairs, each beside what is told of it.
fn beside(
    given: &Batch,
    texts: &[String],
    of: &UInt32Array,
    told: &Batch,
) -> Result<Batch, ArrowError> {
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    let schema = given.schema_ref();
    for (field, array) in schema.fields().iter().zip(given.columns()) {
        if texts.contains(field.name()) {
            continue;
        }
        if told.column_by_name(field.name()).is_some() {
            return Err(ArrowError::InvalidArgumentError(format!(
                "column {0}: what is told has one of that name too; rename it",
                field.name()
            )));
        }
        columns.push((field.name().clone(), take(array, of, None)?));
    }
    let schema = told.schema();
    let told = schema.fields().iter().zip(told.columns());
    columns.extend(told.map(|(field, array)| (field.name().clone(), array.clone())));
    batch(columns)
}

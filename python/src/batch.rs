//! Many comparisons, a row of a batch each.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch as Batch, StringArray};
use arrow_schema::ArrowError;
use enregard::witness::Siglum;
use enregard::{AlignmentTable, Unobserved, collate};
use pyo3::prelude::*;
use rayon::prelude::*;

use crate::columns::{Each, Rows, batch};
use crate::errors::wrong;
use crate::frame::{RecordBatch, batches, failed};
use crate::gather::{Given, joined};
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
    rows: &Bound<'_, PyAny>,
    texts: Vec<String>,
    each: &str,
    threads: Option<usize>,
    keywords: Keywords<'_>,
) -> PyResult<RecordBatch> {
    let each = Each::from_name(each)?;
    let options = Options::try_from(keywords)?;
    let given = batches(rows)?;
    let work = || compared(&Given::new(&given), &texts, each, &options);
    let done = py.detach(|| match threads {
        None => Ok(work()),
        Some(threads) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.map(|pool| pool.install(work))
        }
    });
    let done = done.map_err(|error| wrong(format!("threads: {error}")))?;
    let inner = done.map_err(failed)?;
    Ok(RecordBatch { inner })
}

fn compared(
    given: &Given<'_>,
    texts: &[String],
    each: Each,
    options: &Options,
) -> Result<Batch, ArrowError> {
    if texts.len() < 2 {
        let message = "texts: name two columns or more".to_owned();
        return Err(ArrowError::InvalidArgumentError(message));
    }
    let columns = texts.iter().map(|name| given.texts(name));
    let columns: Vec<Vec<Option<&str>>> = columns.collect::<Result<_, _>>()?;
    let starts: Vec<usize> = (0..given.len()).step_by(TOGETHER).collect();
    let parts = starts.par_iter().map(|&start| {
        let end = (start + TOGETHER).min(given.len());
        part(start..end, &columns, texts, each, options)
    });
    let mut parts: Vec<(Vec<u32>, Batch)> = parts.collect::<Result<_, _>>()?;
    if parts.is_empty() {
        // The columns are there all the same.
        parts.push(part(0..0, &columns, texts, each, options)?);
    }
    let rows: Vec<u32> = parts.iter().flat_map(|(of, _)| of).copied().collect();
    let told: Vec<Batch> = parts.into_iter().map(|(_, told)| told).collect();
    beside(given, texts, &rows, &told)
}

/// What is to be said of some pairs: for each line the number of its pair.
fn part(
    pairs: std::ops::Range<usize>,
    columns: &[Vec<Option<&str>>],
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
    columns: &[Vec<Option<&str>>],
    names: &[String],
    options: &Options,
) -> Result<AlignmentTable, String> {
    let texts = columns.iter().zip(names);
    let witnesses = texts.map(|(column, name)| {
        let text = column[pair].ok_or_else(|| format!("{name}: there is no text"))?;
        let siglum = Siglum(name.clone());
        of_text(text.to_owned(), siglum, &options.read).map_err(|error| error.to_string())
    });
    let witnesses = witnesses.collect::<Result<_, _>>()?;
    let table = collate(witnesses, 0, &options.compare, &[], &Unobserved);
    table.map_err(|error| error.to_string())
}

/// The other columns of the pairs, each beside what is told of it; `rows` are the pairs of which that is, a line each.
fn beside(
    given: &Given<'_>,
    texts: &[String],
    rows: &[u32],
    told: &[Batch],
) -> Result<Batch, ArrowError> {
    let mut columns: Vec<(String, ArrayRef)> = Vec::new();
    let names = told[0].schema_ref().fields();
    for (i, name) in given.names().enumerate() {
        if texts.iter().any(|text| text == name) {
            continue;
        }
        if names.find(name).is_some() {
            return Err(ArrowError::InvalidArgumentError(format!(
                "column {name}: what is told has one of that name too; rename it"
            )));
        }
        columns.push((name.to_owned(), given.values(i, rows)?));
    }
    for (i, field) in names.iter().enumerate() {
        let parts = told.iter().map(|part| part.column(i));
        columns.push((field.name().clone(), joined(parts)?));
    }
    batch(columns)
}

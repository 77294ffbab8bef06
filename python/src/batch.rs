//! What is told of each row of a batch, beside what the row has; and the comparison of a pair a row.

use std::ops::Range;
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
use crate::texts::{Source, witnesses};

/// The column that says why a row could not be answered.
const ERROR: &str = "error";

/// How many rows a thread takes at a time: enough that their columns are worth making, few enough that none waits for another.
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
    if texts.len() < 2 {
        return Err(wrong("texts: name two columns or more"));
    }
    answered(py, rows, threads, |given| {
        let columns = texts.iter().map(|name| given.texts(name));
        let columns: Vec<Vec<Option<&str>>> = columns.collect::<Result<_, _>>()?;
        told(
            given,
            &texts,
            || (),
            |(), pairs| part(pairs, &columns, &texts, each, &options),
        )
    })
}

/// The answer to the rows of a batch, worked out on so many threads while others of Python run.
pub(crate) fn answered(
    py: Python<'_>,
    rows: &Bound<'_, PyAny>,
    threads: Option<usize>,
    work: impl Fn(&Given<'_>) -> Result<Batch, ArrowError> + Sync,
) -> PyResult<RecordBatch> {
    let given = batches(rows)?;
    let work = || work(&Given::new(&given));
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

/// What is said of some rows of a batch: for each line the number of its row.
pub(crate) type Told = (Vec<u32>, Batch);

/// What `part` says of all rows, with the columns that are not `texts` beside it. `kept` is what a thread keeps from part to part.
pub(crate) fn told<K>(
    given: &Given<'_>,
    texts: &[String],
    kept: impl Fn() -> K + Sync,
    part: impl Fn(&mut K, Range<usize>) -> Result<Told, ArrowError> + Sync,
) -> Result<Batch, ArrowError> {
    let starts: Vec<usize> = (0..given.len()).step_by(TOGETHER).collect();
    let parts = starts.par_iter().map_init(&kept, |kept, &start| {
        part(kept, start..(start + TOGETHER).min(given.len()))
    });
    let mut parts: Vec<Told> = parts.collect::<Result<_, _>>()?;
    if parts.is_empty() {
        // The columns are there all the same.
        parts.push(part(&mut kept(), 0..0)?);
    }
    let rows: Vec<u32> = parts.iter().flat_map(|(of, _)| of).copied().collect();
    let told: Vec<Batch> = parts.into_iter().map(|(_, told)| told).collect();
    beside(given, texts, &rows, &told)
}

/// The lines as they are told, with the column of errors.
pub(crate) fn with_errors(rows: Rows, errors: Vec<Option<String>>) -> Result<Batch, ArrowError> {
    let mut told = rows.columns();
    let errors: ArrayRef = Arc::new(StringArray::from(errors));
    told.push((ERROR.to_owned(), errors));
    batch(told)
}

/// What is to be said of some pairs: for each line the number of its pair.
fn part(
    pairs: Range<usize>,
    columns: &[Vec<Option<&str>>],
    names: &[String],
    each: Each,
    options: &Options,
) -> Result<Told, ArrowError> {
    let mut rows = Rows::new(each, names);
    let (mut of, mut errors) = (Vec::new(), Vec::new());
    for pair in pairs {
        let before = rows.len;
        let error = match table(pair, columns, names, options) {
            Ok(table) => {
                rows.add(each, &Shared::new(&table));
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
    Ok((of, with_errors(rows, errors)?))
}

fn table(
    pair: usize,
    columns: &[Vec<Option<&str>>],
    names: &[String],
    options: &Options,
) -> Result<AlignmentTable, String> {
    let texts = columns.iter().zip(names);
    let texts = texts.map(|(column, name)| {
        let text = column[pair].ok_or_else(|| format!("{name}: there is no text"))?;
        Ok((Source::Text(text.to_owned()), Siglum(name.clone())))
    });
    let texts = texts.collect::<Result<Vec<_>, String>>()?;
    let witnesses = witnesses(texts, &options.read).map_err(|error| error.to_string())?;
    let table = collate(witnesses, 0, &options.compare, &[], &Unobserved);
    table.map_err(|error| error.to_string())
}

/// The other columns, each beside what is told of it; `rows` are those of which that is, a line each.
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

//! A batch of rows for whatever speaks Arrow: pandas, polars, duckdb, pyarrow.

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array, RecordBatchIterator, RecordBatchReader, StructArray};
use arrow_pyarrow::FromPyArrow;
use arrow_schema::ArrowError;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::errors::wrong;

/// Rows in Arrow's memory: `pyarrow.table(batch)`, `polars.from_arrow(batch)`, `pandas.DataFrame.from_arrow(batch)` and duckdb
/// take it without a copy.
#[pyclass(frozen, module = "enregard")]
pub(crate) struct RecordBatch {
    pub(crate) inner: arrow_array::RecordBatch,
}

/// An error of Arrow as an exception.
pub(crate) fn failed(error: ArrowError) -> PyErr {
    match error {
        // What is said of an argument here says all.
        ArrowError::InvalidArgumentError(said) => wrong(said),
        other => wrong(other.to_string()),
    }
}

/// The batches of whatever speaks Arrow; at least one, so that the columns are known.
pub(crate) fn batches(rows: &Bound<'_, PyAny>) -> PyResult<Vec<arrow_array::RecordBatch>> {
    if rows.hasattr("__arrow_c_array__")? {
        return Ok(vec![arrow_array::RecordBatch::from_pyarrow_bound(rows)?]);
    }
    if !rows.hasattr("__arrow_c_stream__")? {
        let kind = rows.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "rows: {kind} does not speak Arrow; give a table of pyarrow, polars, pandas or duckdb"
        )));
    }
    let reader = RecordBatchStreamReader::from_pyarrow_bound(rows)?;
    let schema = reader.schema();
    let mut batches = reader.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    if batches.is_empty() {
        batches.push(arrow_array::RecordBatch::new_empty(schema));
    }
    Ok(batches)
}

/// A schema that is asked for (`requested_schema`) need not be heeded, and is not: whoever asks casts what comes.
#[pymethods]
impl RecordBatch {
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let _ = requested_schema;
        let array = FFI_ArrowArray::new(&StructArray::from(self.inner.clone()).to_data());
        let array = PyCapsule::new_with_value(py, array, c"arrow_array")?;
        Ok((self.__arrow_c_schema__(py)?, array))
    }

    #[pyo3(signature = (requested_schema=None))]
    pub(crate) fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let one = RecordBatchIterator::new([Ok(self.inner.clone())], self.inner.schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(one));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.inner.schema_ref().as_ref()).map_err(failed)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        let fields = self.inner.schema_ref().fields().iter();
        fields.map(|field| field.name().clone()).collect()
    }

    /// The number of rows.
    #[getter]
    fn num_rows(&self) -> usize {
        self.inner.num_rows()
    }

    fn __len__(&self) -> usize {
        self.inner.num_rows()
    }

    fn __repr__(&self) -> String {
        let (rows, names) = (self.inner.num_rows(), self.column_names().join(", "));
        format!("<enregard.RecordBatch {rows} rows: {names}>")
    }
}

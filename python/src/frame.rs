//! A batch of rows for whatever speaks Arrow: pandas, polars, duckdb, pyarrow.

use std::sync::Arc;

use arrow_array::{ArrayRef, StructArray};
use arrow_schema::{Field, FieldRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::{
    ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule,
};

/// Rows in Arrow's memory: `pyarrow.table(batch)`, `polars.from_arrow(batch)`, `pandas.DataFrame.from_arrow(batch)` and duckdb
/// take it without a copy.
#[pyclass(frozen, module = "enregard")]
pub(crate) struct RecordBatch {
    pub(crate) inner: arrow_array::RecordBatch,
}

impl RecordBatch {
    fn field(&self) -> FieldRef {
        let schema = self.inner.schema_ref();
        Arc::new(Field::new_struct("", schema.fields().clone(), false))
    }

    fn array(&self) -> ArrayRef {
        Arc::new(StructArray::from(self.inner.clone()))
    }

    /// A stream of this batch alone.
    pub(crate) fn stream<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        let one = ArrayIterator::new([Ok(self.array())], self.field());
        to_stream_pycapsule(py, Box::new(one), requested_schema)
    }
}

#[pymethods]
impl RecordBatch {
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyTuple>> {
        to_array_pycapsules(py, self.field(), &self.array(), requested_schema)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        self.stream(py, requested_schema)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, self.inner.schema_ref().as_ref())
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

//! enregard for Python. The functions with their documentation are in `enregard/__init__.py`; here is what they call.

mod batch;
mod columns;
mod errors;
mod files;
mod find;
mod frame;
mod gather;
mod lexicon;
mod options;
mod row;
mod table;
mod texts;
mod tokens;

use pyo3::prelude::*;

#[pymodule]
mod _enregard {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::batch::compare_batch;
    #[pymodule_export]
    use super::errors::EnregardError;
    #[pymodule_export]
    use super::find::{Finder, Found, FoundPassage};
    #[pymodule_export]
    use super::frame::RecordBatch;
    #[pymodule_export]
    use super::lexicon::{Lexicon, learn};
    #[pymodule_export]
    use super::row::{Change, Fact, Link, Passage, Quotation, Row};
    #[pymodule_export]
    use super::table::{Table, Witness, compare, load};
    #[pymodule_export]
    use super::tokens::{Unit, segment, words};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}

//! Reads two or more renderings of one text side by side: finds which sentences render each other and which words
//! inside them correspond, names the differences, and writes alignment tables.
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod align;
mod compare;
pub mod error;
pub mod evaluate;
pub mod export;
pub mod learn;
pub mod lexicon;
pub mod normalize;
mod observe;
pub mod read;
pub mod segment;
pub mod table;
pub mod view;
pub mod witness;
pub mod words;

pub use compare::{CompareOptions, compare, compare_observed, explain};
pub use error::{Error, Result};
pub use observe::{Observer, Stage, Unobserved};
pub use table::AlignmentTable;
pub use witness::Witness;

//! Reads two or more renderings of one text side by side: finds which sentences render each other and which words
//! inside them correspond, names the differences, and writes alignment tables.
//!
//! Text to table to any writer:
//!
//! ```
//! use enregard::export::{ExportOptions, Format, write};
//! use enregard::read::{ReadOptions, read_bytes};
//! use enregard::witness::Siglum;
//! use enregard::{CompareOptions, compare};
//!
//! let [a, b] = [
//!     "Les mesures principales sont prises. Le dialogue reprend entre les deux pays voisins.",
//!     "Les mesures majeures sont prises. Le dialogue reprend entre les deux pays voisins.",
//! ];
//! let read = |n, text: &str| {
//!     let reading = read_bytes(text.into(), "text", Siglum::nth(n), &ReadOptions::default())?;
//!     Ok::<_, enregard::Error>(reading.witness)
//! };
//! let table = compare([read(0, a)?, read(1, b)?], &CompareOptions::default());
//! assert_eq!(table.rows[1].cells, [[1], [1]]);
//!
//! // Any writer takes it: a file, a socket, a buffer.
//! let mut csv: Vec<u8> = Vec::new();
//! write(&table, Format::Csv, &ExportOptions::default(), &mut csv)?;
//! let csv = String::from_utf8(csv)?;
//! assert!(csv.contains("principales → majeures"), "{csv}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way of the data: [`read`] makes a [`Witness`] of bytes, [`compare`] aligns two of them into an [`AlignmentTable`],
//! [`view`] and [`export`] show and write it, [`apply`] takes back what a person has corrected in it.
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod align;
pub mod apply;
pub mod bead;
pub mod chain;
pub mod class;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
pub mod collate;
pub mod error;
pub mod evaluate;
pub mod export;
mod facts;
pub mod language;
pub mod learn;
pub mod lexicon;
pub mod normalize;
mod observe;
pub mod read;
pub mod segment;
pub mod select;
pub mod table;
pub mod view;
pub mod witness;
pub mod words;

pub use collate::{CompareOptions, Comparison, compare_witnesses};
pub use error::{Error, Result};
pub use observe::{Observer, Stage, Unobserved};
pub use table::AlignmentTable;
pub use witness::Witness;

//! Reads two or more renderings of one text side by side: finds which sentences render each other and which words
//! inside them correspond, names the differences, and writes alignment tables.
//!
//! ```
//! let table = enregard::compare(
//!     "Les mesures principales sont prises. Le dialogue reprend entre les deux pays.",
//!     "Les mesures majeures sont prises. Le dialogue reprend entre les pays.",
//! )?;
//! for change in table.changes() {
//!     println!("row {}: {change} ({})", change.row().number, change.class());
//! }
//! # let changes: Vec<String> = table.changes().map(|change| change.to_string()).collect();
//! # assert_eq!(changes, ["principales → majeures", "− deux"]);
//! # Ok::<(), enregard::Error>(())
//! ```
//!
//! A [`Change`](table::Change) has its text in both, its class and its place. Whoever needs more goes the way of the data
//! step by step: [`read`] makes a [`Witness`] of a file or of bytes, [`Comparison`] aligns two of them into an
//! [`AlignmentTable`], [`view`] and [`export`] show and write it, [`apply`] takes back what a person has corrected in it.
//!
//! ```
//! use enregard::export::{ExportOptions, Format, write};
//! use enregard::read::{ReadOptions, read_bytes};
//! use enregard::witness::{Level, Siglum};
//! use enregard::{CompareOptions, Comparison};
//!
//! let options = ReadOptions { level: Level::Clause, ..ReadOptions::default() };
//! let a = read_bytes(b"Les mesures principales sont prises.".into(), "a.txt", Siglum::nth(0), &options)?;
//! let b = read_bytes(b"Les mesures majeures sont prises.".into(), "b.txt", Siglum::nth(1), &options)?;
//! let comparison = Comparison::new([a.witness, b.witness], &CompareOptions::default())?;
//! let table = comparison.into_table(&[])?;
//! let row = table.rows().next().expect("there is one");
//! assert_eq!(row.text(1), "Les mesures majeures sont prises.");
//!
//! // Any writer takes it: a file, a socket, a buffer.
//! let mut csv: Vec<u8> = Vec::new();
//! write(&table, Format::Csv, &ExportOptions::default(), &mut csv)?;
//! assert!(String::from_utf8(csv)?.contains("principales → majeures"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![warn(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::exit,
    unreachable_pub
)]

#[doc(hidden)]
pub mod align;
pub mod apparatus;
pub mod apply;
mod bead;
#[doc(hidden)]
pub mod chain;
pub mod class;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
mod collate;
mod diff;
pub mod error;
pub mod evaluate;
pub mod explanation;
pub mod export;
mod facts;
pub mod find;
pub mod format;
#[cfg(feature = "xlsx")]
mod guarded;
mod hue;
pub mod language;
pub mod learn;
#[doc(hidden)]
pub mod lexicon;
#[doc(hidden)]
pub mod normalize;
mod observe;
pub mod read;
#[doc(hidden)]
pub mod segment;
pub mod select;
pub mod table;
pub mod view;
mod visible;
pub mod witness;
#[doc(hidden)]
pub mod words;

pub use class::Class;
pub use collate::{
    Collation, CompareOptions, Comparison, Decided, Pin, Unpaired, by_labels, collate, compare,
    compare_witnesses, shared_language,
};
pub use error::{Error, Result};
pub use lexicon::{Equivalents, Lexicon, LexiconEntry, add_thesaurus};
pub use observe::{Observer, Stage, Unobserved};
pub use table::AlignmentTable;
pub use witness::{Language, Level, Siglum, Witness};

//! The project's own JSON, schema `enregard/1`: the whole table, so that the file alone gives it back.
//!
//! Every span is written in characters (Unicode scalars) and in bytes (of UTF-8), `[start, end)`, into the `text` of its
//! witness. Indices count from 0, rows from 1. An element of a list stands on a line of its own.
//!
//! | where | keys |
//! | --- | --- |
//! | top | `schema`, `unit` (clause, sentence, line or paragraph), `witnesses`, `rows`, `quotations` |
//! | witness | `siglum`, `path`, `language`, `sha256` (of the file), `text`, `paragraphs`, `units`, `tokens`, and the other level: `clauses`, or `sentences` when the units are clauses; where the file has them, `structure` and `labels` |
//! | structure | `chars`, `bytes` of a paragraph of the file, `role` (body, heading, item, verse, cue, cell or footnote), `skip` as in a unit |
//! | label | `chars`, `bytes` of a passage, `label`: what it is called in the file (the number of a verse, a cue, a note) |
//! | paragraph | `chars`, `bytes` |
//! | unit | `chars`, `bytes`, `paragraph`, `sentence` (indices), `tokens` (`[start, end)`, into `tokens`), `skip` (null, `metadata` or `language:en`) |
//! | token | `chars`, `bytes`, `unit` (index), `kind` (word, number or punctuation) |
//! | row | `row` (its number), `kind` (bead or only), `units` (a list a witness), `moved`, `moved_to`, `score`, `confidence`, `similarity`, `status`, `note`, `links` |
//! | link | `tokens` (a list a witness), `class`, `moved`, `probability` |
//! | quotation | `spans` (of `witness`, `chars`, `bytes`), `rows` (a row number a span), `score` |
//!
//! Keys that are not listed are ignored when a file is read, so that others can add theirs.

pub(crate) mod keys;
pub(crate) mod outline;
pub(crate) mod parse;
mod read;
pub(crate) mod wire;

pub use read::read;

/// The schema that is written, and the only one that is read.
pub const SCHEMA: &str = "enregard/1";

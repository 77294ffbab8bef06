//! Alignment tables in the formats of other tools, one file a format.
//!
//! ```
//! use enregard::export::{ExportOptions, Format, write};
//! # use enregard::AlignmentTable;
//! # fn save(table: &AlignmentTable) -> std::io::Result<Vec<u8>> {
//! let mut out = Vec::new();
//! write(table, Format::Csv, &ExportOptions::default(), &mut out)?;
//! # Ok(out)
//! # }
//! ```

/// Writes to a string, which cannot fail.
macro_rules! put {
    ($out:expr, $($arg:tt)*) => {
        let _ = write!($out, $($arg)*);
    };
}

mod apparatus;
#[cfg(feature = "documents")]
mod archive;
mod changes;
mod collatex;
mod columns;
mod critic;
mod csv;
#[cfg(feature = "documents")]
mod docx;
mod dot;
#[cfg(feature = "documents")]
mod epub;
#[cfg(feature = "documents")]
mod facing;
mod graph;
mod graphml;
mod html;
mod json;
mod jsonl;
mod ladder;
mod latex;
mod latex_facing;
mod markdown;
mod newick;
mod pieces;
mod printed;
mod runs;
mod shades;
mod standoff;
mod svg;
mod svg_tree;
mod tei;
mod tex;
mod title;
mod tmx;
mod two;
mod unlinked;
mod vecalign;
mod word_diff;
#[cfg(feature = "xlsx")]
mod xlsx;
mod xml;

use std::io::{self, BufWriter, Write};

use crate::class::Class;
use crate::select::Marks;
use crate::table::AlignmentTable;
use crate::witness::Siglum;

pub use apparatus::{Apparatus, Naming};
pub use changes::changes;
pub use collatex::CollateX;
pub use critic::CriticMarkup;
pub use csv::Csv;
#[cfg(feature = "documents")]
pub use docx::{Docx, DocxFacing};
pub use dot::Dot;
#[cfg(feature = "documents")]
pub use epub::Epub;
pub use graphml::GraphMl;
pub use html::Html;
pub use json::Json;
pub use jsonl::JsonLines;
pub use ladder::Ladder;
pub use latex::Latex;
pub use latex_facing::LatexFacing;
pub use markdown::Markdown;
pub use newick::Newick;
pub use standoff::TeiStandoff;
pub use svg::Svg;
pub use svg_tree::SvgTree;
pub use tei::Tei;
pub use tmx::Tmx;
pub use two::Pair;
pub use vecalign::Vecalign;
pub use word_diff::WordDiff;
#[cfg(feature = "xlsx")]
pub use xlsx::Xlsx;

pub use crate::format::Format;

/// Writes a table in one format.
pub trait Exporter {
    /// Writes the whole table.
    ///
    /// # Errors
    /// When the writer fails.
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()>;

    /// What of this table the format loses, as a sentence for people; `None` when it holds everything it is for.
    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        let _ = table;
        None
    }
}

/// The choices that some formats leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOptions {
    /// CSV and TSV begin with a byte order mark, without which Excel takes them for Windows-1252.
    pub bom: bool,
    /// What stands between the cells of CSV: a comma, or where a comma stands before decimals a semicolon.
    pub separator: u8,
    /// In CSV and TSV, cells that a spreadsheet would take for a formula get an apostrophe before them. This changes
    /// the data, so it is off by default.
    pub formula_guard: bool,
    /// Differences that the `changes` column leaves out.
    pub quiet: Vec<Class>,
    /// Which differences have colours in a workbook, and marks in a report until its reader asks for others.
    pub marks: Marks,
    /// The language tags (BCP 47) that TMX gives to some witnesses.
    pub languages: Vec<(Siglum, String)>,
    /// Which two of more witnesses the formats write that know no more than two.
    pub pair: Pair,
    /// Whom an apparatus names.
    pub naming: Naming,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            bom: false,
            separator: b',',
            formula_guard: false,
            quiet: vec![Class::Typographic],
            marks: Marks::All,
            languages: Vec::new(),
            pair: None,
            naming: Naming::Negative,
        }
    }
}

/// What of this table a format loses, as a sentence for people; `None` when it holds everything it is for.
pub fn cannot_hold(
    table: &AlignmentTable,
    format: Format,
    options: &ExportOptions,
) -> Option<String> {
    exporter(format, options).cannot_hold(table)
}

/// The exporter of a format.
pub fn exporter(format: Format, options: &ExportOptions) -> Box<dyn Exporter> {
    let csv = |delimiter| Csv {
        delimiter,
        bom: options.bom,
        formula_guard: options.formula_guard,
        quiet: options.quiet.clone(),
    };
    match format {
        Format::Csv => Box::new(csv(options.separator)),
        Format::Tsv => Box::new(csv(b'\t')),
        Format::Json => Box::new(Json),
        Format::JsonLines => Box::new(JsonLines {
            quiet: options.quiet.clone(),
        }),
        Format::Markdown => Box::new(Markdown {
            quiet: options.quiet.clone(),
        }),
        Format::Vecalign => Box::new(Vecalign {
            pair: options.pair.clone(),
        }),
        Format::Ladder => Box::new(Ladder {
            pair: options.pair.clone(),
        }),
        Format::WordDiff => Box::new(WordDiff {
            quiet: options.quiet.clone(),
            pair: options.pair.clone(),
        }),
        Format::CriticMarkup => Box::new(CriticMarkup {
            quiet: options.quiet.clone(),
            pair: options.pair.clone(),
        }),
        #[cfg(feature = "documents")]
        Format::Docx => Box::new(Docx {
            pair: options.pair.clone(),
        }),
        #[cfg(feature = "documents")]
        Format::DocxFacing => Box::new(DocxFacing {
            quiet: options.quiet.clone(),
            marks: options.marks,
        }),
        #[cfg(feature = "documents")]
        Format::Epub => Box::new(Epub {
            quiet: options.quiet.clone(),
            marks: options.marks,
        }),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => Box::new(Xlsx {
            quiet: options.quiet.clone(),
            marks: options.marks,
        }),
        Format::Tmx => Box::new(Tmx {
            languages: options.languages.clone(),
        }),
        Format::Tei => Box::new(Tei {
            quiet: options.quiet.clone(),
        }),
        Format::TeiStandoff => Box::new(TeiStandoff {
            quiet: options.quiet.clone(),
        }),
        Format::Apparatus => Box::new(Apparatus {
            quiet: options.quiet.clone(),
            naming: options.naming,
        }),
        Format::Latex => Box::new(Latex {
            quiet: options.quiet.clone(),
            naming: options.naming,
        }),
        Format::LatexFacing => Box::new(LatexFacing {
            quiet: options.quiet.clone(),
            marks: options.marks,
            pair: options.pair.clone(),
        }),
        Format::CollateX => Box::new(CollateX),
        Format::Dot => Box::new(Dot {
            quiet: options.quiet.clone(),
        }),
        Format::GraphMl => Box::new(GraphMl {
            quiet: options.quiet.clone(),
        }),
        Format::Html => Box::new(Html {
            quiet: options.quiet.clone(),
            marks: options.marks,
        }),
        Format::Svg => Box::new(Svg),
        Format::SvgTree => Box::new(SvgTree),
        Format::Newick => Box::new(Newick),
    }
}

/// Writes `table` as `format`, buffered, and flushes.
///
/// # Errors
/// When the writer fails.
pub fn write(
    table: &AlignmentTable,
    format: Format,
    options: &ExportOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    exporter(format, options).write(table, &mut out)?;
    out.flush()
}

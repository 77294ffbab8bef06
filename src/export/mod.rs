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

mod changes;
mod chars;
mod collatex;
pub(crate) mod columns;
mod critic;
mod csv;
mod html;
pub mod json;
mod jsonl;
mod ladder;
mod markdown;
mod pieces;
mod runs;
mod svg;
mod tei;
mod tmx;
mod two;
mod unlinked;
mod vecalign;
mod word_diff;
#[cfg(feature = "xlsx")]
pub(crate) mod xlsx;
mod xml;

use std::io::{self, BufWriter, Write};

use crate::class::Class;
use crate::table::AlignmentTable;
use crate::witness::Siglum;

pub use collatex::CollateX;
pub use critic::CriticMarkup;
pub use csv::Csv;
pub use html::Html;
pub use json::Json;
pub use jsonl::JsonLines;
pub use ladder::Ladder;
pub use markdown::Markdown;
pub use svg::Svg;
pub use tei::Tei;
pub use tmx::Tmx;
pub use vecalign::Vecalign;
pub use word_diff::WordDiff;
#[cfg(feature = "xlsx")]
pub use xlsx::Xlsx;

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
    /// In CSV and TSV, cells that a spreadsheet would take for a formula get an apostrophe before them. This changes
    /// the data, so it is off by default.
    pub formula_guard: bool,
    /// Differences that the `changes` column leaves out.
    pub quiet: Vec<Class>,
    /// The language tags (BCP 47) that TMX gives to some witnesses.
    pub languages: Vec<(Siglum, String)>,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self {
            bom: false,
            formula_guard: false,
            quiet: vec![Class::Typographic],
            languages: Vec::new(),
        }
    }
}

/// The formats that tables can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Comma-separated values, RFC 4180.
    Csv,
    /// Tab-separated values, quoted as in RFC 4180.
    Tsv,
    /// The project's own JSON, which alone gives the whole table back.
    Json,
    /// A JSON object a row.
    JsonLines,
    /// A pipe table.
    Markdown,
    /// Lines of vecalign: `[0, 1]:[2]:0.123456`.
    Vecalign,
    /// The ladder of hunalign: rungs of unit counts.
    Ladder,
    /// `git diff --word-diff=porcelain`.
    WordDiff,
    /// CriticMarkup.
    CriticMarkup,
    /// A workbook for spreadsheet programs.
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// TMX 1.4, for translation memories.
    Tmx,
    /// TEI P5, parallel segmentation.
    Tei,
    /// The alignment table of CollateX, as JSON.
    CollateX,
    /// A report for the browser.
    Html,
    /// The alignment map, as a picture.
    Svg,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: [Self; 14 + cfg!(feature = "xlsx") as usize] = [
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::JsonLines,
        Self::Markdown,
        Self::Vecalign,
        Self::Ladder,
        Self::WordDiff,
        Self::CriticMarkup,
        #[cfg(feature = "xlsx")]
        Self::Xlsx,
        Self::Tmx,
        Self::Tei,
        Self::CollateX,
        Self::Html,
        Self::Svg,
    ];

    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Markdown => "markdown",
            Self::Vecalign => "vecalign",
            Self::Ladder => "ladder",
            Self::WordDiff => "word-diff",
            Self::CriticMarkup => "criticmarkup",
            #[cfg(feature = "xlsx")]
            Self::Xlsx => "xlsx",
            Self::Tmx => "tmx",
            Self::Tei => "tei",
            Self::CollateX => "collatex",
            Self::Html => "html",
            Self::Svg => "svg",
        }
    }

    /// The format of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            // What git calls it.
            "porcelain" => Some(Self::WordDiff),
            name => Self::ALL.into_iter().find(|f| f.name() == name),
        }
    }

    /// The format that a file name's extension (without its point) stands for, if it stands for one.
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            "jsonl" => Some(Self::JsonLines),
            "md" => Some(Self::Markdown),
            #[cfg(feature = "xlsx")]
            "xlsx" => Some(Self::Xlsx),
            "tmx" => Some(Self::Tmx),
            "xml" => Some(Self::Tei),
            "html" | "htm" => Some(Self::Html),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }

    /// Whether it holds anything that depends on word links; where it does not, they need not be computed.
    pub fn holds_words(self) -> bool {
        !matches!(self, Self::Vecalign | Self::Ladder)
    }

    /// Whether it holds the whole of every witness, so that it cannot hold some rows alone.
    pub fn holds_witnesses(self) -> bool {
        matches!(
            self,
            Self::Json
                | Self::Ladder
                | Self::WordDiff
                | Self::CriticMarkup
                | Self::Tei
                | Self::CollateX
        )
    }

    /// Whether it is bytes that no terminal shows.
    pub fn is_binary(self) -> bool {
        match self {
            #[cfg(feature = "xlsx")]
            Self::Xlsx => true,
            _ => false,
        }
    }

    /// What of this table the format loses, as a sentence for people; `None` when it holds everything it is for.
    pub fn cannot_hold(self, table: &AlignmentTable) -> Option<String> {
        self.exporter(&ExportOptions::default()).cannot_hold(table)
    }

    /// The exporter of this format.
    pub fn exporter(self, options: &ExportOptions) -> Box<dyn Exporter> {
        let csv = |delimiter| Csv {
            delimiter,
            bom: options.bom,
            formula_guard: options.formula_guard,
            quiet: options.quiet.clone(),
        };
        match self {
            Self::Csv => Box::new(csv(b',')),
            Self::Tsv => Box::new(csv(b'\t')),
            Self::Json => Box::new(Json),
            Self::JsonLines => Box::new(JsonLines {
                quiet: options.quiet.clone(),
            }),
            Self::Markdown => Box::new(Markdown {
                quiet: options.quiet.clone(),
            }),
            Self::Vecalign => Box::new(Vecalign),
            Self::Ladder => Box::new(Ladder),
            Self::WordDiff => Box::new(WordDiff {
                quiet: options.quiet.clone(),
            }),
            Self::CriticMarkup => Box::new(CriticMarkup {
                quiet: options.quiet.clone(),
            }),
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Box::new(Xlsx {
                quiet: options.quiet.clone(),
            }),
            Self::Tmx => Box::new(Tmx {
                languages: options.languages.clone(),
            }),
            Self::Tei => Box::new(Tei {
                quiet: options.quiet.clone(),
            }),
            Self::CollateX => Box::new(CollateX),
            Self::Html => Box::new(Html {
                quiet: options.quiet.clone(),
            }),
            Self::Svg => Box::new(Svg),
        }
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
    format.exporter(options).write(table, &mut out)?;
    out.flush()
}

/// Row numbers for people: `1-3, 5`.
pub fn numbers(rows: &[u32]) -> String {
    let mut indices: Vec<u32> = rows.iter().map(|row| row.saturating_sub(1)).collect();
    indices.sort_unstable();
    indices.dedup();
    columns::ranges(&indices).replace(',', ", ")
}

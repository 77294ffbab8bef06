//! The formats by their names, and what those have in common that are written and read back: each part is said once,
//! for the exporter and for all that read.
//!
//! [`json`] describes the project's own JSON; `columns` names the columns of the tables, `units` writes and reads the
//! units in them, `note` says what the program itself puts beside a row.

pub(crate) mod columns;
pub mod json;
pub(crate) mod note;
pub(crate) mod units;
#[cfg(feature = "xlsx")]
pub(crate) mod workbook;

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
    /// A Word document with tracked changes.
    #[cfg(feature = "documents")]
    Docx,
    /// A Word document whose texts face each other in a table.
    #[cfg(feature = "documents")]
    DocxFacing,
    /// A book whose texts face each other.
    #[cfg(feature = "documents")]
    Epub,
    /// A workbook for spreadsheet programs.
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// TMX 1.4, for translation memories.
    Tmx,
    /// TEI P5, parallel segmentation.
    Tei,
    /// TEI P5, the apparatus outside of the text of the base.
    TeiStandoff,
    /// The base with a critical apparatus, as text.
    Apparatus,
    /// The same for LaTeX (reledmac).
    Latex,
    /// Two texts on facing pages, for LaTeX (reledpar).
    LatexFacing,
    /// The alignment table of CollateX, as JSON.
    CollateX,
    /// The variant graph, as Graphviz draws it.
    Dot,
    /// The variant graph, as GraphML.
    GraphMl,
    /// A report for the browser.
    Html,
    /// The alignment map, as a picture.
    Svg,
    /// The likeness tree of the witnesses, as a picture.
    SvgTree,
    /// The likeness tree, for programs that draw and compare trees.
    Newick,
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: [Self;
        22 + cfg!(feature = "xlsx") as usize + 3 * cfg!(feature = "documents") as usize] = [
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::JsonLines,
        Self::Markdown,
        Self::Vecalign,
        Self::Ladder,
        Self::WordDiff,
        Self::CriticMarkup,
        #[cfg(feature = "documents")]
        Self::Docx,
        #[cfg(feature = "documents")]
        Self::DocxFacing,
        #[cfg(feature = "documents")]
        Self::Epub,
        #[cfg(feature = "xlsx")]
        Self::Xlsx,
        Self::Tmx,
        Self::Tei,
        Self::TeiStandoff,
        Self::Apparatus,
        Self::Latex,
        Self::LatexFacing,
        Self::CollateX,
        Self::Dot,
        Self::GraphMl,
        Self::Html,
        Self::Svg,
        Self::SvgTree,
        Self::Newick,
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
            #[cfg(feature = "documents")]
            Self::Docx => "docx",
            #[cfg(feature = "documents")]
            Self::DocxFacing => "docx-facing",
            #[cfg(feature = "documents")]
            Self::Epub => "epub",
            #[cfg(feature = "xlsx")]
            Self::Xlsx => "xlsx",
            Self::Tmx => "tmx",
            Self::Tei => "tei",
            Self::TeiStandoff => "tei-standoff",
            Self::Apparatus => "apparatus",
            Self::Latex => "latex",
            Self::LatexFacing => "latex-facing",
            Self::CollateX => "collatex",
            Self::Dot => "dot",
            Self::GraphMl => "graphml",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::SvgTree => "svg-tree",
            Self::Newick => "newick",
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
            #[cfg(feature = "documents")]
            "docx" => Some(Self::Docx),
            #[cfg(feature = "documents")]
            "epub" => Some(Self::Epub),
            #[cfg(feature = "xlsx")]
            "xlsx" => Some(Self::Xlsx),
            "tmx" => Some(Self::Tmx),
            "xml" => Some(Self::Tei),
            "tex" => Some(Self::Latex),
            "dot" | "gv" => Some(Self::Dot),
            "graphml" => Some(Self::GraphMl),
            "html" | "htm" => Some(Self::Html),
            "svg" => Some(Self::Svg),
            "nwk" | "newick" => Some(Self::Newick),
            _ => None,
        }
    }

    /// Whether it has columns that are named after the witnesses.
    pub fn has_columns(self) -> bool {
        match self {
            Self::Csv | Self::Tsv | Self::JsonLines | Self::Markdown => true,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => true,
            _ => false,
        }
    }

    /// Whether it holds anything that depends on word links; where it does not, they need not be computed.
    pub fn holds_words(self) -> bool {
        !matches!(self, Self::Vecalign | Self::Ladder)
    }

    /// Whether it holds the whole of every witness, so that it cannot hold some rows alone.
    pub fn holds_witnesses(self) -> bool {
        match self {
            Self::Json
            | Self::Ladder
            | Self::WordDiff
            | Self::CriticMarkup
            | Self::Tei
            | Self::TeiStandoff
            | Self::Apparatus
            | Self::Latex
            | Self::LatexFacing
            | Self::CollateX
            | Self::Dot
            | Self::GraphMl
            | Self::SvgTree
            | Self::Newick => true,
            #[cfg(feature = "documents")]
            Self::Docx => true,
            _ => false,
        }
    }

    /// Whether it knows two witnesses and no more.
    pub fn holds_two(self) -> bool {
        match self {
            Self::Vecalign
            | Self::Ladder
            | Self::WordDiff
            | Self::CriticMarkup
            | Self::LatexFacing => true,
            #[cfg(feature = "documents")]
            Self::Docx => true,
            _ => false,
        }
    }

    /// Whether a file with this extension (without its point) may be meant to hold it: one that stands for it, for a format like it
    /// (`svg`, `xml`, `tex`, `docx`), or for none.
    pub fn suits_extension(self, extension: &str) -> bool {
        match Self::from_extension(extension) {
            None => true,
            Some(Self::Svg) => matches!(self, Self::Svg | Self::SvgTree),
            Some(Self::Tei) => matches!(self, Self::Tei | Self::TeiStandoff),
            Some(Self::Json) => matches!(self, Self::Json | Self::CollateX),
            Some(Self::Latex) => matches!(self, Self::Latex | Self::LatexFacing),
            #[cfg(feature = "documents")]
            Some(Self::Docx) => matches!(self, Self::Docx | Self::DocxFacing),
            Some(format) => format == self,
        }
    }

    /// Whether it is bytes that no terminal shows.
    pub fn is_binary(self) -> bool {
        match self {
            #[cfg(feature = "xlsx")]
            Self::Xlsx => true,
            #[cfg(feature = "documents")]
            Self::Docx | Self::DocxFacing | Self::Epub => true,
            _ => false,
        }
    }
}

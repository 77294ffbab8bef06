//! The kinds of files whose text is read.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text: what is in the file is the text.
    Text,
    /// A table of values separated by commas, semicolons, tabs or bars.
    Csv,
    /// A Word document.
    Docx,
    /// A book.
    Epub,
    /// A page in HTML.
    Html,
    /// Messages, or a list of records, in JSON.
    Json,
    /// Records in JSON, one a line.
    JsonLines,
    /// Markdown.
    Markdown,
    /// Subtitles of SubRip.
    Srt,
    /// A text in the XML of the TEI.
    Tei,
    /// A table of values separated by tabs.
    Tsv,
    /// Subtitles of the web (WebVTT).
    Vtt,
    /// A workbook of Excel.
    Xlsx,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::Csv,
        Self::Docx,
        Self::Epub,
        Self::Html,
        Self::Json,
        Self::JsonLines,
        Self::Markdown,
        Self::Srt,
        Self::Tei,
        Self::Tsv,
        Self::Vtt,
        Self::Xlsx,
    ];

    /// Its name on the command line, which files of the kind commonly have as their extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Docx => "docx",
            Self::Epub => "epub",
            Self::Html => "html",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Markdown => "markdown",
            Self::Srt => "srt",
            Self::Tei => "tei",
            Self::Tsv => "tsv",
            Self::Vtt => "vtt",
            Self::Xlsx => "xlsx",
        }
    }

    /// The kind of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What a file of the kind is, with its article.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Csv => "a table (.csv)",
            Self::Docx => "a Word document (.docx)",
            Self::Epub => "a book (.epub)",
            Self::Html => "a page in HTML",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
            Self::Markdown => "Markdown",
            Self::Srt => "subtitles (.srt)",
            Self::Tei => "a text in TEI XML",
            Self::Tsv => "a table (.tsv)",
            Self::Vtt => "subtitles (.vtt)",
            Self::Xlsx => "a workbook (.xlsx)",
        }
    }
}

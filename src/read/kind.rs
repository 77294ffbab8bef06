//! The kinds of files whose text is read.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text: what is in the file is the text.
    Text,
    /// Witnesses for CollateX, in JSON.
    CollateX,
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
    /// An OpenDocument spreadsheet.
    Ods,
    /// An OpenDocument text.
    Odt,
    /// A scripture in OSIS.
    Osis,
    /// A PDF document with a layer of text; read with the feature `pdf`.
    Pdf,
    /// Messages of gettext.
    Po,
    /// A document in RTF.
    Rtf,
    /// Subtitles of SubRip.
    Srt,
    /// A text in the XML of the TEI.
    Tei,
    /// A translation memory.
    Tmx,
    /// A table of values separated by tabs.
    Tsv,
    /// A scripture in USFM.
    Usfm,
    /// A scripture in USFX.
    Usfx,
    /// A scripture in USX.
    Usx,
    /// Subtitles of the web (WebVTT).
    Vtt,
    /// A translation in XLIFF.
    Xliff,
    /// A workbook of Excel 5 to 2003.
    Xls,
    /// A workbook of Excel, in binary.
    Xlsb,
    /// A workbook of Excel.
    Xlsx,
    /// A scripture in Zefania XML.
    Zefania,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 28] = [
        Self::Text,
        Self::CollateX,
        Self::Csv,
        Self::Docx,
        Self::Epub,
        Self::Html,
        Self::Json,
        Self::JsonLines,
        Self::Markdown,
        Self::Ods,
        Self::Odt,
        Self::Osis,
        Self::Pdf,
        Self::Po,
        Self::Rtf,
        Self::Srt,
        Self::Tei,
        Self::Tmx,
        Self::Tsv,
        Self::Usfm,
        Self::Usfx,
        Self::Usx,
        Self::Vtt,
        Self::Xliff,
        Self::Xls,
        Self::Xlsb,
        Self::Xlsx,
        Self::Zefania,
    ];

    /// Its name on the command line, which files of the kind commonly have as their extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::CollateX => "collatex",
            Self::Csv => "csv",
            Self::Docx => "docx",
            Self::Epub => "epub",
            Self::Html => "html",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Markdown => "markdown",
            Self::Ods => "ods",
            Self::Odt => "odt",
            Self::Osis => "osis",
            Self::Pdf => "pdf",
            Self::Po => "po",
            Self::Rtf => "rtf",
            Self::Srt => "srt",
            Self::Tei => "tei",
            Self::Tmx => "tmx",
            Self::Tsv => "tsv",
            Self::Usfm => "usfm",
            Self::Usfx => "usfx",
            Self::Usx => "usx",
            Self::Vtt => "vtt",
            Self::Xliff => "xliff",
            Self::Xls => "xls",
            Self::Xlsb => "xlsb",
            Self::Xlsx => "xlsx",
            Self::Zefania => "zefania",
        }
    }

    /// The kind of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether elements of it can be selected.
    pub(super) fn has_elements(self) -> bool {
        matches!(
            self,
            Self::Epub
                | Self::Html
                | Self::Osis
                | Self::Tei
                | Self::Tmx
                | Self::Usfx
                | Self::Usx
                | Self::Xliff
                | Self::Zefania
        )
    }

    /// What a file of the kind is, with its article.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::CollateX => "witnesses for CollateX (JSON)",
            Self::Csv => "a table (.csv)",
            Self::Docx => "a Word document (.docx)",
            Self::Epub => "a book (.epub)",
            Self::Html => "a page in HTML",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
            Self::Markdown => "Markdown",
            Self::Ods => "an OpenDocument spreadsheet (.ods)",
            Self::Odt => "an OpenDocument text (.odt)",
            Self::Osis => "a scripture in OSIS",
            Self::Pdf => "a PDF document",
            Self::Po => "a file of messages (.po)",
            Self::Rtf => "an RTF document",
            Self::Srt => "subtitles (.srt)",
            Self::Tei => "a text in TEI XML",
            Self::Tmx => "a translation memory (.tmx)",
            Self::Tsv => "a table (.tsv)",
            Self::Usfm => "a scripture in USFM",
            Self::Usfx => "a scripture in USFX",
            Self::Usx => "a scripture in USX",
            Self::Vtt => "subtitles (.vtt)",
            Self::Xliff => "a translation (XLIFF)",
            Self::Xls => "an old workbook (.xls)",
            Self::Xlsb => "a binary workbook (.xlsb)",
            Self::Xlsx => "a workbook (.xlsx)",
            Self::Zefania => "a scripture in Zefania XML",
        }
    }
}

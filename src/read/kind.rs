//! The kinds of files whose text is read.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text: what is in the file is the text.
    Text,
    /// A Word document.
    Docx,
    /// A book.
    Epub,
    /// A page in HTML.
    Html,
    /// Markdown.
    Markdown,
    /// Subtitles of SubRip.
    Srt,
    /// A text in the XML of the TEI.
    Tei,
    /// Subtitles of the web (WebVTT).
    Vtt,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Docx,
        Self::Epub,
        Self::Html,
        Self::Markdown,
        Self::Srt,
        Self::Tei,
        Self::Vtt,
    ];

    /// Its name on the command line, which files of the kind commonly have as their extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Docx => "docx",
            Self::Epub => "epub",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Srt => "srt",
            Self::Tei => "tei",
            Self::Vtt => "vtt",
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
            Self::Docx => "a Word document (.docx)",
            Self::Epub => "a book (.epub)",
            Self::Html => "a page in HTML",
            Self::Markdown => "Markdown",
            Self::Srt => "subtitles (.srt)",
            Self::Tei => "a text in TEI XML",
            Self::Vtt => "subtitles (.vtt)",
        }
    }
}

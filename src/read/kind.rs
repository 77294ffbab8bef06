//! The kinds of files whose text is read.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text: what is in the file is the text.
    Text,
    /// A Word document.
    Docx,
    /// A page in HTML.
    Html,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Text, Self::Docx, Self::Html];

    /// Its name on the command line, which files of the kind commonly have as their extension.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Docx => "docx",
            Self::Html => "html",
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
            Self::Html => "a page in HTML",
        }
    }
}

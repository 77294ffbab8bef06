//! What a file says of the parts of its text: what a paragraph is, and what a passage is called. Plain text says nothing.

use std::fmt;

use super::{Skip, Span};

/// What a paragraph is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Running text.
    #[default]
    Body,
    /// A title, or the heading of a part.
    Heading,
    /// An item of a list.
    Item,
    /// A line of verse, or a verse of a scripture.
    Verse,
    /// What is spoken while one subtitle, or several, are shown.
    Cue,
    /// A cell of a table.
    Cell,
    /// A note, at the foot of the page or behind the text.
    Footnote,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Body,
        Self::Heading,
        Self::Item,
        Self::Verse,
        Self::Cue,
        Self::Cell,
        Self::Footnote,
    ];

    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Heading => "heading",
            Self::Item => "item",
            Self::Verse => "verse",
            Self::Cue => "cue",
            Self::Cell => "cell",
            Self::Footnote => "footnote",
        }
    }

    /// The role of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A paragraph as its file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, without the white space around it; not empty. Lines in it may be paragraphs to the reader.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Set when the file says that it is no part of the text.
    pub skip: Option<Skip>,
}

/// What a passage is called in its file: the number of a verse, of a subtitle, of a note, an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The passage.
    pub span: Span,
    /// Its name there, in one line; not empty.
    pub name: String,
}

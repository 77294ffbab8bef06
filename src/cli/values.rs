//! What options that have a few values may be.

use clap::ValueEnum;

use crate::export;
use crate::read;
use crate::witness::Level;

/// The units of the alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Unit {
    /// Parts of sentences, cut at semicolons, colons, ends of quotations and some conjunctions
    Clause,
    /// Sentences
    Sentence,
    /// Lines of the file, blank ones included; nothing is skipped
    Line,
    /// Paragraphs
    Paragraph,
}

impl From<Unit> for Level {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Clause => Self::Clause,
            Unit::Sentence => Self::Sentence,
            Unit::Line => Self::Line,
            Unit::Paragraph => Self::Paragraph,
        }
    }
}

/// What passages are aligned by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AlignBy {
    /// Their words
    Words,
    /// The names that the files give them, and where they give none, their words
    Labels,
}

/// Which tracked changes hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Tracked {
    /// All
    Accepted,
    /// None
    Original,
}

impl From<Tracked> for read::Tracked {
    fn from(tracked: Tracked) -> Self {
        match tracked {
            Tracked::Accepted => Self::Accepted,
            Tracked::Original => Self::Original,
        }
    }
}

/// Whom an apparatus names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Naming {
    /// Those that read otherwise
    Negative,
    /// All
    Positive,
}

impl From<Naming> for export::Naming {
    fn from(naming: Naming) -> Self {
        match naming {
            Naming::Negative => Self::Negative,
            Naming::Positive => Self::Positive,
        }
    }
}

/// The views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum View {
    /// Side by side when there are 100 columns, else stacked; of more than two files when each has 36, else apparatus
    Auto,
    /// Side by side
    Side,
    /// One under the other
    Stacked,
    /// The base, and under each row what others read otherwise
    Apparatus,
    /// One running text: the first, with the readings of the other where they differ
    Inline,
    /// One line per row
    Table,
    /// The summary alone
    Summary,
}

/// Where colours come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Theme {
    /// The terminal's own
    Terminal,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Where signs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Signs {
    /// Where there is no colour, and where words of one colour touch
    Auto,
    /// Around all words that differ
    Always,
    /// Nowhere
    Never,
}

/// Which differences are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Marks {
    /// All
    All,
    /// Those that do not merely follow another
    Few,
}

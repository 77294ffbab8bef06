//! The classes of difference.

use std::fmt;

/// The kind of a difference between linked words, or of words that have no counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No difference.
    Same,
    /// Removed by [`Fold::Typographic`](crate::normalize::Fold::Typographic).
    Typographic,
    /// Removed by [`Fold::Case`](crate::normalize::Fold::Case).
    Case,
    /// Removed by [`Fold::Accent`](crate::normalize::Fold::Accent).
    Accent,
    /// Removed by [`Fold::Spelling`](crate::normalize::Fold::Spelling).
    Spelling,
    /// Removed by [`Fold::Stem`](crate::normalize::Fold::Stem).
    Inflection,
    /// Linked words of one family (prévenir, prévention).
    Derivation,
    /// Linked words that no fold unites.
    Wording,
    /// Words of the first witness without a counterpart.
    Omission,
    /// Words of another witness without a counterpart.
    Addition,
}

impl Class {
    /// Every class, in the order of the ladder.
    pub const ALL: [Self; 10] = [
        Self::Same,
        Self::Typographic,
        Self::Case,
        Self::Accent,
        Self::Spelling,
        Self::Inflection,
        Self::Derivation,
        Self::Wording,
        Self::Omission,
        Self::Addition,
    ];

    /// The classes in which the words are the same, in another form or otherwise written.
    pub(crate) const FORMS: [Self; 6] = [
        Self::Typographic,
        Self::Case,
        Self::Accent,
        Self::Spelling,
        Self::Inflection,
        Self::Derivation,
    ];

    /// The name used on the command line and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Typographic => "typographic",
            Self::Case => "case",
            Self::Accent => "accent",
            Self::Spelling => "spelling",
            Self::Inflection => "inflection",
            Self::Derivation => "derivation",
            Self::Wording => "wording",
            Self::Omission => "omission",
            Self::Addition => "addition",
        }
    }

    /// What the difference is called where the witnesses are swapped.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::Omission => Self::Addition,
            Self::Addition => Self::Omission,
            class => class,
        }
    }

    /// The class of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

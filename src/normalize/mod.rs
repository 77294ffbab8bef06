//! The ladder of folds: keys beside the text by which words are compared, and the class of a difference.

use crate::witness::Language;

/// The folds, from shallow to deep. Two words that agree at one agree at every deeper one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fold {
    /// Apostrophes, quotation marks, spaces, dashes, composition.
    Typographic,
    /// Upper and lower case.
    Case,
    /// Accents.
    Accent,
    /// Ligatures, hyphens of compounds, the rectifications of 1990, numbers.
    Spelling,
    /// Inflection: the stem.
    Stem,
}

impl Fold {
    /// Every fold, shallow to deep.
    pub const ALL: [Self; 5] = [
        Self::Typographic,
        Self::Case,
        Self::Accent,
        Self::Spelling,
        Self::Stem,
    ];
}

/// The kind of a difference between linked words, or of words that have no counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No difference.
    Same,
    /// Removed by [`Fold::Typographic`].
    Typographic,
    /// Removed by [`Fold::Case`].
    Case,
    /// Removed by [`Fold::Accent`].
    Accent,
    /// Removed by [`Fold::Spelling`].
    Spelling,
    /// Removed by [`Fold::Stem`].
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

    /// The class of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }
}

impl From<Fold> for Class {
    /// The class of a difference that this fold is the shallowest to remove.
    fn from(fold: Fold) -> Self {
        match fold {
            Fold::Typographic => Self::Typographic,
            Fold::Case => Self::Case,
            Fold::Accent => Self::Accent,
            Fold::Spelling => Self::Spelling,
            Fold::Stem => Self::Inflection,
        }
    }
}

/// The keys of one token, one a fold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Keys {
    keys: [String; 5],
}

impl Keys {
    /// The key at a fold.
    pub fn at(&self, fold: Fold) -> &str {
        &self.keys[fold as usize]
    }
}

/// Makes keys and names differences, for one language.
#[derive(Debug)]
pub struct Normalizer {
    language: Language,
    old_print: bool,
}

impl Normalizer {
    /// A normalizer for `language`; `old_print` adds the folds of print before about 1800 to [`Fold::Spelling`].
    pub fn new(language: Language, old_print: bool) -> Self {
        Self {
            language,
            old_print,
        }
    }

    /// The language whose tables are used.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The keys of one token.
    pub fn keys(&self, token: &str) -> Keys {
        let lower = token.replace('’', "'").to_lowercase();
        let _ = self.old_print;
        Keys {
            keys: [
                token.replace('’', "'"),
                lower.clone(),
                lower.clone(),
                lower.clone(),
                lower,
            ],
        }
    }

    /// The class of the difference between two runs of tokens that are linked to each other, one or more a side.
    pub fn class(&self, a: &[&str], b: &[&str]) -> Class {
        if a == b {
            return Class::Same;
        }
        let join = |side: &[&str], fold| {
            side.iter()
                .map(|t| self.keys(t).at(fold).to_owned())
                .collect::<Vec<_>>()
        };
        Fold::ALL
            .into_iter()
            .find(|&f| join(a, f) == join(b, f))
            .map_or(Class::Wording, Class::from)
    }

    /// Whether the token is a function word (article, preposition, conjunction, pronoun, auxiliary …) of the language.
    pub fn is_function_word(&self, token: &str) -> bool {
        token.chars().count() <= 3
    }
}

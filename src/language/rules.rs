//! What is a rule of a language rather than a list of words.

/// The rules of a language; most have none of their own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    /// Where the tokens of a word end that holds several, but for the last: `vois|-tu`, `do|n’t`.
    pub(crate) cuts: fn(&str) -> Vec<usize>,
    /// Whether the last hyphen of a word belongs to it for certain, so that at the end of a line it divides nothing: `dit-il`.
    pub(crate) keeps_hyphen: fn(&str) -> bool,
    /// The verb and the pronoun of an inversion (`peut-il`), as accent keys.
    pub(crate) split_inversion: for<'k> fn(&'k str) -> Option<(&'k str, &'k str)>,
    /// The words that a contraction of preposition and article stands for, as accent keys.
    pub(crate) contraction: fn(&str) -> Option<Vec<&'static str>>,
    /// Whether an apostrophe inside a word joins its parts as a hyphen does: `entr'ouvrir`, `entrouvrir`.
    pub(crate) apostrophe_joins: bool,
    /// Whether two words in lower case that agree without their accents are forms of one word.
    pub(crate) inflected_by_accent: fn(&str, &str) -> bool,
    /// Whether the accents of two words differ as a reform of spelling has them.
    pub(crate) reformed: fn(&str, &str) -> bool,
    /// Another spelling of an accent key that no list holds.
    pub(crate) respelled: fn(&str) -> Option<String>,
    /// What the stemmer is given for a spelling key.
    pub(crate) before_stemming: fn(&str) -> String,
    /// The word that an old or irregular ending is taken off.
    pub(crate) plain: Plain,
    /// Print of another age, if the language has one that is known.
    pub(crate) old_print: Option<OldPrint>,
}

/// A word with an ending taken off, where there is such; what it is given tells which words are listed.
pub(crate) type Plain = fn(&str, &dyn Fn(&str) -> bool) -> Option<String>;

/// Print whose letters and endings are folded as part of the spelling.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OldPrint {
    /// The key, in letters of today, of an accent key of either print.
    pub(crate) fold: fn(&str) -> String,
    /// By what a text is told to be old print, if it is.
    pub(crate) reason: fn(&str) -> Option<String>,
    /// What `&` stands for in it.
    pub(crate) and: &'static str,
    /// Whether its long s is misread as f: `femence`.
    pub(crate) misread_s: bool,
}

impl Rules {
    /// No rule.
    pub(super) const NONE: Self = Self {
        cuts: |_| Vec::new(),
        keeps_hyphen: |_| false,
        split_inversion: |_| None,
        contraction: |_| None,
        apostrophe_joins: false,
        inflected_by_accent: |_, _| false,
        reformed: |_, _| false,
        respelled: |_| None,
        before_stemming: str::to_owned,
        plain: |_, _| None,
        old_print: None,
    };
}

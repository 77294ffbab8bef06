//! The words of French that its rules know.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::sections::Sections;

/// The words of `rules.txt`.
pub(super) struct Words {
    /// Pronouns that stand behind a verb.
    pub(super) pronouns: FxHashSet<&'static str>,
    /// Words that end like an inversion and are none.
    pub(super) compounds: FxHashSet<&'static str>,
    /// Words that are no verbs and stand before `-la`, `-ce`, `-en` in old print and in names.
    pub(super) no_verbs: FxHashSet<&'static str>,
    /// Contractions, and the words they stand for.
    pub(super) contractions: FxHashMap<&'static str, &'static str>,
    /// Nouns in -é without it, without accents.
    pub(super) nouns: FxHashSet<&'static str>,
    /// How others end.
    pub(super) noun_endings: Vec<&'static str>,
    /// Verbs that end so.
    pub(super) verbs: FxHashSet<&'static str>,
    /// Endings without their accents, and with them.
    pub(super) accented_endings: Vec<(&'static str, &'static str)>,
}

pub(super) fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let sections = Sections::parse(include_str!("../../../languages/fr/rules.txt"));
        Words {
            pronouns: sections.set("inverted pronouns"),
            compounds: sections.set("compounds"),
            no_verbs: sections.set("no verbs"),
            contractions: sections.pairs("contractions").collect(),
            nouns: sections.set("nouns in é"),
            noun_endings: sections.list("noun endings"),
            verbs: sections.set("verbs that end so"),
            accented_endings: sections.pairs("accented endings").collect(),
        }
    });
    &WORDS
}

//! The words that facts are told by, a table a language. All in lower case.

mod languages;

use std::ops::Deref;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::normalize::function_words;
use crate::witness::Language;
use languages::{ENGLISH, FRENCH, GERMAN, ITALIAN, SPANISH};

/// The words of one language, between spaces.
pub(super) struct Words {
    /// Numbers, `word=value`. A leading `~` marks a word that is a number inside a compound only (`neuf` is also *new*).
    numbers: &'static str,
    /// What may stand between the words of one number.
    pub(super) and: &'static str,
    /// The months in order, synonyms parted by `|`.
    months: &'static str,
    /// The days of the week from Monday, synonyms parted by `|`.
    weekdays: &'static str,
    /// Whether a month and a day begin with a capital; if so, the word in lower case is another.
    pub(super) capital_months: bool,
    /// Month names that are common words, and count only beside a number.
    doubtful_months: &'static str,
    /// Words that open a negation, which a later word (one of `seconds`) may complete: `ne … pas`.
    openers: &'static str,
    /// Whether an opener negates without a second word.
    pub(super) opener_negates: bool,
    /// Words that complete an opened negation.
    seconds: &'static str,
    /// Words that negate by themselves.
    negations: &'static str,
    /// Words that negate before an opener, and may say something else alone: `personne ne`.
    subjects: &'static str,
    /// Words behind which these are nouns: `une personne`.
    articles: &'static str,
    /// Beginnings of verbs that undo a negation: `ne manque pas`.
    pub(super) undoing: &'static [&'static str],
    /// Words that may render a negation, but are none for certain: they excuse one on the other side.
    excuses: &'static str,
    /// Beginnings of words that say *not* of themselves.
    pub(super) excusing_stems: &'static [&'static str],
    /// Pairs of words that look like a negation and only say *also* or *moreover*.
    pub(super) also: &'static [(&'static str, &'static str)],
    /// Endings of ordinals, on a number without its last `e`.
    ordinal_endings: &'static [&'static str],
    /// Other ordinals, `word=value`; a leading `~` as in `numbers` (`premier`, `second`).
    ordinals: &'static str,
    /// What adds half of one, or half of the million before it, to a number.
    pub(super) halves: &'static [&'static str],
    /// What before a million says half of it.
    pub(super) half_of: &'static [&'static str],
    /// What says of a number that it counts hundredths; these are words beside it, and no number.
    pub(super) percents: &'static [&'static str],
    /// What parts whole numbers from decimals.
    pub(super) decimal_mark: char,
    /// Whether figures have the day before the month.
    pub(super) day_first: bool,
    /// What may stand between the parts of a date.
    pub(super) date_joints: &'static [&'static str],
    /// What parts hours from minutes.
    pub(super) hours: &'static [&'static str],
    /// What says that an hour is one of the afternoon.
    pub(super) afternoon: &'static [&'static str],
    /// Words that stand for a name: pronouns of the third person.
    pronouns: &'static str,
    /// Words before which a word without article is a name that is their subject; none where nouns do without articles.
    subject_verbs: &'static str,
    /// Endings of the verbs that open sentences: infinitives, imperatives, participles. Names that end so are not known by
    /// the beginnings of sentences.
    pub(super) verb_endings: &'static [&'static str],
    /// Words that open sentences and are no names, beside function words.
    openings: &'static str,
    /// Whether a capital inside a sentence tells a name.
    pub(super) capitals_name: bool,
}

/// The words of one language, to be looked up.
pub(super) struct Lists {
    words: &'static Words,
    numbers: FxHashMap<&'static str, Part>,
    ordinals: FxHashMap<&'static str, Part>,
    months: FxHashMap<&'static str, u64>,
    weekdays: FxHashMap<&'static str, u64>,
    pub(super) doubtful_months: FxHashSet<&'static str>,
    pub(super) openers: FxHashSet<&'static str>,
    pub(super) seconds: FxHashSet<&'static str>,
    pub(super) negations: FxHashSet<&'static str>,
    pub(super) subjects: FxHashSet<&'static str>,
    pub(super) articles: FxHashSet<&'static str>,
    pub(super) excuses: FxHashSet<&'static str>,
    pub(super) pronouns: FxHashSet<&'static str>,
    pub(super) subject_verbs: FxHashSet<&'static str>,
    pub(super) openings: FxHashSet<&'static str>,
    pub(super) functions: FxHashSet<&'static str>,
}

/// A word of a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) value: u64,
    /// Whether it is one inside a compound only.
    pub(super) inside_only: bool,
}

impl Deref for Lists {
    type Target = Words;
    fn deref(&self) -> &Words {
        self.words
    }
}

impl Lists {
    fn new(language: Language, words: &'static Words) -> Self {
        let set = |list: &'static str| list.split_whitespace().collect();
        let valued = |entry: &'static str| {
            let (name, value) = entry.split_once('=')?;
            let part = Part {
                value: value.parse().ok()?,
                inside_only: name.starts_with('~'),
            };
            Some((name.trim_start_matches('~'), part))
        };
        let numbered = |list: &'static str| {
            let names = list.split_whitespace().zip(1..);
            names
                .flat_map(|(names, n)| names.split('|').map(move |name| (name, n)))
                .collect()
        };
        Self {
            words,
            numbers: words
                .numbers
                .split_whitespace()
                .filter_map(valued)
                .collect(),
            ordinals: words
                .ordinals
                .split_whitespace()
                .filter_map(valued)
                .collect(),
            months: numbered(words.months),
            weekdays: numbered(words.weekdays),
            doubtful_months: set(words.doubtful_months),
            openers: set(words.openers),
            seconds: set(words.seconds),
            negations: set(words.negations),
            subjects: set(words.subjects),
            articles: set(words.articles),
            excuses: set(words.excuses),
            pronouns: set(words.pronouns),
            subject_verbs: set(words.subject_verbs),
            openings: set(words.openings),
            functions: set(function_words(language)),
        }
    }

    /// What a word in lower case is of a number.
    pub(super) fn number(&self, word: &str) -> Option<Part> {
        self.numbers.get(word).copied()
    }

    /// What a word in lower case is of an ordinal.
    pub(super) fn ordinal(&self, word: &str) -> Option<Part> {
        let of_number = || {
            let mut stems = self
                .ordinal_endings
                .iter()
                .filter_map(|end| word.strip_suffix(end));
            stems.find_map(|stem| {
                self.number(stem)
                    .or_else(|| self.number(&format!("{stem}e")))
            })
        };
        self.ordinals.get(word).copied().or_else(of_number)
    }

    /// The number (1 to 12) of a month; `lower` is `text` in lower case.
    pub(super) fn month(&self, text: &str, lower: &str) -> Option<u64> {
        self.calendar(&self.months, text, lower)
    }

    /// The number (1 to 7) of a day of the week; `lower` is `text` in lower case.
    pub(super) fn weekday(&self, text: &str, lower: &str) -> Option<u64> {
        self.calendar(&self.weekdays, text, lower)
    }

    fn calendar(
        &self,
        names: &FxHashMap<&'static str, u64>,
        text: &str,
        lower: &str,
    ) -> Option<u64> {
        if self.capital_months && !text.starts_with(char::is_uppercase) {
            return None;
        }
        names.get(lower).copied()
    }
}

/// The words of a language.
pub(super) fn table(language: Language) -> &'static Lists {
    static LISTS: LazyLock<[Lists; 5]> = LazyLock::new(|| {
        [
            (Language::French, &FRENCH),
            (Language::English, &ENGLISH),
            (Language::German, &GERMAN),
            (Language::Spanish, &SPANISH),
            (Language::Italian, &ITALIAN),
        ]
        .map(|(language, words)| Lists::new(language, words))
    });
    let [french, english, german, spanish, italian] = &*LISTS;
    match language {
        Language::French => french,
        Language::English => english,
        Language::German => german,
        Language::Spanish => spanish,
        Language::Italian => italian,
    }
}

//! The ladder of folds: keys beside the text by which words are compared, and the class of a difference.
//!
//! A fold's key is made from the key of the fold before it, so agreement at one is agreement at every deeper one.

mod accent;
mod amount;
mod case;
mod class;
mod clock;
mod composed;
mod compounds;
mod contrary;
mod counted;
mod decades;
mod dialled;
mod equivalent;
mod families;
mod family;
mod figures;
mod fractions;
mod inflection;
#[cfg(test)]
mod judged;
mod lemmas;
mod measures;
mod memory;
mod misread;
mod names;
mod note_call;
mod number;
mod numbers;
mod numerals;
mod paradigm;
mod parted;
mod quarter;
mod ratio;
mod related;
mod says;
mod scale;
mod spelling;
mod sum;
mod tokens;
mod told;
mod typographic;
mod units;
mod unmarked;
mod years;

pub(crate) use case::is_acronym;
pub(crate) use class::Placed;
pub use memory::Remembered;
pub(crate) use note_call::calls_note;
pub(crate) use numbers::may_begin as may_begin_number;
pub(crate) use numerals::roman_value;
pub(crate) use parted::Parted;
pub(crate) use says::Says;
pub(crate) use tokens::Tokens;
pub(crate) use told::{Told, read as read_told, says_same};

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashSet;

use crate::language::{Opposed, Profile, WordKinds};
use crate::witness::Language;
use families::Families;
use memory::Memory;
use paradigm::Paradigms;
use unmarked::BareWords;

/// The folds, from shallow to deep. Two words that agree at one agree at every deeper one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fold {
    /// Apostrophes, quotation marks, spaces, dashes, composition.
    Typographic,
    /// Upper and lower case.
    Case,
    /// Accents.
    Accent,
    /// Ligatures, hyphens of compounds, the rectifications of 1990, numbers, old print.
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

/// The keys of one token, one a fold, and what they tell of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Keys {
    keys: [String; 5],
    function: bool,
}

impl Keys {
    /// The key at a fold.
    pub fn at(&self, fold: Fold) -> &str {
        &self.keys[fold as usize]
    }

    /// Whether the token is a function word (article, preposition, conjunction, pronoun, auxiliary …) of the language.
    ///
    /// An inversion (`est-il`) is one when its verb is.
    pub fn is_function_word(&self) -> bool {
        self.function
    }
}

/// A token with what its differences are named by.
#[derive(Debug, Clone, Copy)]
pub struct KeyedToken<'a> {
    /// The token as it stands in the text.
    pub text: &'a str,
    /// Its key at each fold, in the order of [`Fold::ALL`].
    pub keys: [&'a str; 5],
    /// Whether it is a function word of its language.
    pub function: bool,
    /// Whether it is a mark of punctuation, which says nothing.
    pub mark: bool,
}

impl<'a> KeyedToken<'a> {
    pub(crate) fn at(&self, fold: Fold) -> &'a str {
        self.keys[fold as usize]
    }
}

/// Makes keys and names differences, for one language.
#[derive(Debug)]
pub struct Normalizer {
    profile: &'static Profile,
    /// Of the language, which the profile is not where it has none of its own.
    language: Language,
    old_print: bool,
    paradigms: Paradigms,
    /// Made when first asked for: texts that agree need none.
    families: OnceLock<Families>,
    /// Made when first asked for.
    bare_words: OnceLock<BareWords>,
    /// Made when first asked for.
    contraries: OnceLock<Opposed>,
    /// With old print the spelling keys of the function words; empty otherwise.
    old_function_words: FxHashSet<String>,
    memory: Memory,
}

impl Normalizer {
    /// The normalizer for `language`, made when first asked for and kept; `old_print` adds the folds for print of another
    /// age, where the language has some, to [`Fold::Spelling`] (of either witness: both sides' keys must meet).
    pub fn of(language: Language, old_print: bool) -> &'static Self {
        static MADE: Mutex<BTreeMap<(Language, bool), &'static Normalizer>> =
            Mutex::new(BTreeMap::new());
        let old_print = old_print && Profile::of(language).has_old_print();
        // What another thread left behind when it failed is whole: entries are put in complete.
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        made.entry((language, old_print))
            .or_insert_with(|| Box::leak(Box::new(Self::new(language, old_print))))
    }

    fn new(language: Language, old_print: bool) -> Self {
        let profile = Profile::of(language);
        let spelling =
            |form: &str| spelling::fold(&accent::fold(form, profile), profile, old_print);
        let functions = profile.function_words().all.iter();
        let paradigms = Paradigms::new(profile, old_print, spelling);
        Self {
            families: OnceLock::new(),
            bare_words: OnceLock::new(),
            contraries: OnceLock::new(),
            profile,
            language,
            old_print,
            paradigms,
            old_function_words: functions
                .filter(|_| old_print)
                .map(|word| spelling(word))
                .collect(),
            memory: Memory::default(),
        }
    }

    fn families(&self) -> &Families {
        self.families.get_or_init(|| {
            Families::new(self.profile, |word| {
                self.stem_of_accent_key(&accent::fold(word, self.profile))
            })
        })
    }

    /// The stems of words of content that say contrary things.
    pub(crate) fn contraries(&self) -> &Opposed {
        self.contraries.get_or_init(|| {
            let lines = &self.profile.facts().cues.contraries;
            Opposed::by(lines, |word| self.keys(word).at(Fold::Stem).to_owned())
        })
    }

    /// The language whose tables are used.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the folds of old print are used.
    pub fn old_print(&self) -> bool {
        self.old_print
    }

    /// Whether nouns have capitals, so that one inside a sentence tells no name.
    pub(crate) fn nouns_have_capitals(&self) -> bool {
        self.profile.settings().nouns_have_capitals
    }

    /// Whether they take f for a long s that was misread.
    pub(crate) fn misreads_s(&self) -> bool {
        let print = self.profile.rules().old_print;
        self.old_print && print.is_some_and(|print| print.misread_s)
    }

    /// The keys of one token.
    pub fn keys(&self, token: &str) -> Keys {
        let typographic = typographic::fold(token, self.profile, self.old_print);
        let case = case::fold(&typographic);
        let accent = accent::fold(&case, self.profile);
        let spelling = spelling::fold(&accent, self.profile, self.old_print);
        let stem = self.stem(&spelling);
        let function = self.is_function_key(&case)
            || (self.profile.rules().split_inversion)(&case)
                .is_some_and(|(verb, _)| self.is_function_key(verb))
            || self.old_print && self.is_function_key(&spelling);
        Keys {
            keys: [typographic, case, accent, spelling, stem],
            function,
        }
    }

    /// The keys of tokens of a short text, of which many were asked for before.
    pub fn remembered(&self) -> Remembered<'_> {
        Remembered::new(self, &self.memory)
    }

    /// The spelling key of the pronoun of an inversion (`peut-il`), given as its own.
    pub(crate) fn inverted_pronoun(&self, spelling_key: &str) -> Option<String> {
        let (_, pronoun) = (self.profile.rules().split_inversion)(spelling_key)?;
        Some(spelling::fold(pronoun, self.profile, self.old_print))
    }

    /// The kinds of words that a function word, given as its case key, is of.
    pub(crate) fn word_kinds(&self, case_key: &str) -> WordKinds {
        self.profile.function_kinds().of(case_key)
    }

    fn stem_of_accent_key(&self, key: &str) -> String {
        self.stem(&spelling::fold(key, self.profile, self.old_print))
    }

    fn stem(&self, spelling_key: &str) -> String {
        inflection::fold(spelling_key, self.profile, &self.paradigms)
    }

    /// Whether a case key, with old print a spelling key as well, is that of a function word.
    fn is_function_key(&self, key: &str) -> bool {
        self.profile.function_words().all.contains(key) || self.old_function_words.contains(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::Class;
    use proptest::prelude::*;

    fn normalizers() -> impl Iterator<Item = &'static Normalizer> {
        let languages = Profile::all().map(Profile::language);
        let plain = languages.map(|language| Normalizer::of(language, false));
        plain.chain([
            Normalizer::of(Language::FRENCH, true),
            Normalizer::of(Language::ENGLISH, true),
            Normalizer::of(Language::GERMAN, true),
            Normalizer::of(Language::literal("tlh"), false),
        ])
    }

    #[test]
    fn function_words() {
        let fr = Normalizer::of(Language::FRENCH, false);
        for word in [
            "le", "L’", "l'", "Qu’", "est", "avait", "À", "est-il", "dans", "ne", "pas",
        ] {
            assert!(fr.keys(word).is_function_word(), "{word}");
        }
        for word in ["mer", "sûr", "Roi", "dit", "vie", "an", "", "12"] {
            assert!(!fr.keys(word).is_function_word(), "{word}");
        }
        let old = Normalizer::of(Language::FRENCH, true);
        assert!(old.keys("voftre").is_function_word() && old.keys("eftoit").is_function_word());
        for (language, function, content) in [
            (
                Language::ENGLISH,
                "The thou Thee thine ye unto hath doth shalt wilt n't 'll 'VE ca wo upon himself whose ought cannot until",
                "art God need king said like well near 10 people good",
            ),
            (
                Language::GERMAN,
                "Der dessen deren muss können dürfte jedoch während ins seinem euch niemand wegen",
                "Mensch sagen gut weg recht",
            ),
            (
                Language::SPANISH,
                "El ello contigo aquellos habríamos estuvo puede ni sino cuyas durante",
                "hombre decir vino bien casa",
            ),
            (
                Language::ITALIAN,
                "Il nell' Dell' cosicché avremmo fosse potrebbe col dalla quest' neppure senza",
                "uomo dire bene casa fatto",
            ),
        ] {
            let n = Normalizer::of(language, false);
            for word in function.split_whitespace() {
                assert!(n.keys(word).is_function_word(), "{word}");
            }
            for word in content.split_whitespace() {
                assert!(!n.keys(word).is_function_word(), "{word}");
            }
        }
    }

    proptest! {
        /// Words of letters that the tables touch, apostrophes, hyphens, digits, marks.
        #[test]
        fn idempotent_and_nested(
            a in "[a-zA-Zéèêàçœæùîſßüñ'’0-9IVXᵉ.,\u{301}\u{ad}-]{0,12}",
            b in "\\PC{0,8}",
        ) {
            for n in normalizers() {
                for word in [&a, &b] {
                    let keys = n.keys(word);
                    let spelling = |key: &str| spelling::fold(key, n.profile, n.old_print);
                    // Each fold, applied to its own key, leaves it; the stem is left out: a stem of a stem is no word's.
                    let [t, c, x, s, _] = &keys.keys;
                    prop_assert_eq!(&typographic::fold(t, n.profile, n.old_print), t);
                    prop_assert_eq!(&case::fold(c), c);
                    prop_assert_eq!(&accent::fold(x, n.profile), x);
                    prop_assert_eq!(&spelling(s), s, "{:?} {:?}", n.language, word);
                    // And leaves the keys of the shallower folds nothing to do: so keys nest.
                    prop_assert_eq!(&case::fold(x), x);
                    prop_assert_eq!(&accent::fold(s, n.profile), s);
                }
            }
        }

        #[test]
        fn any_runs_have_a_class(a in prop::collection::vec("\\PC{0,6}", 0..4), b in prop::collection::vec("\\PC{0,6}", 0..4)) {
            let (x, y): (Vec<&str>, Vec<&str>) = (a.iter().map(|s| &**s).collect(), b.iter().map(|s| &**s).collect());
            for n in normalizers() {
                let class = n.class(&x, &y);
                prop_assert_eq!(class == Class::Omission, y.is_empty() && !x.is_empty());
                if x == y {
                    prop_assert_eq!(class, Class::Same);
                }
            }
        }
    }
}

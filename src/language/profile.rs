//! All that is known of a language, made when it is first asked for and kept.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::abbreviated::{self, Abbreviated, WrittenOut};
use super::clock::Clock;
use super::cues::Cues;
use super::endings::Endings;
use super::facts::{self, Calendar, FactWords, Numbers};
use super::forms::{self, Forms};
use super::kinds::FunctionKinds;
use super::rules::Rules;
use super::sections::Sections;
use super::settings::Settings;
use super::words::{self, Abbreviations, Dates, FunctionWords, Homographs, Spellings, Splitting};
use crate::witness::Language;

/// The texts of the files of a language.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) profile: &'static str,
    pub(super) function_words: &'static str,
    pub(super) abbreviations: &'static str,
    pub(super) segmentation: &'static str,
    pub(super) dates: &'static str,
    pub(super) numbers: &'static str,
    pub(super) homographs: &'static str,
    pub(super) endings: &'static str,
    pub(super) forms: &'static str,
    pub(super) families: &'static str,
    pub(super) spellings: &'static str,
    pub(super) facts: &'static str,
    pub(super) synonyms: &'static str,
}

impl Files {
    /// Those of a language known in brief: the sections of one file.
    pub(super) const fn brief(text: &'static str) -> Self {
        Self {
            profile: text,
            function_words: text,
            abbreviations: text,
            segmentation: text,
            endings: text,
            spellings: text,
            ..Self::NONE
        }
    }

    pub(super) const NONE: Self = Self {
        profile: "",
        function_words: "",
        abbreviations: "",
        segmentation: "",
        dates: "",
        numbers: "",
        homographs: "",
        endings: "",
        forms: "",
        families: "",
        spellings: "",
        facts: "",
        synonyms: "",
    };
}

/// All that is known of a language: its settings, its words, its rules.
///
/// Each part is read from its file when it is first asked for, and kept for the life of the process.
#[derive(Debug)]
pub struct Profile {
    language: Language,
    pub(super) files: Files,
    rules: Rules,
    settings: OnceLock<Settings>,
    function_words: OnceLock<FunctionWords>,
    function_kinds: OnceLock<FunctionKinds>,
    abbreviations: OnceLock<Abbreviations>,
    splitting: OnceLock<Splitting>,
    dates: OnceLock<Dates>,
    homographs: OnceLock<Homographs>,
    endings: OnceLock<Endings>,
    spellings: OnceLock<Spellings>,
    abbreviated: OnceLock<Abbreviated>,
    facts: OnceLock<FactWords>,
}

impl Profile {
    pub(super) const fn new(language: Language, files: Files, rules: Rules) -> Self {
        Self {
            language,
            files,
            rules,
            settings: OnceLock::new(),
            function_words: OnceLock::new(),
            function_kinds: OnceLock::new(),
            abbreviations: OnceLock::new(),
            splitting: OnceLock::new(),
            dates: OnceLock::new(),
            homographs: OnceLock::new(),
            endings: OnceLock::new(),
            spellings: OnceLock::new(),
            abbreviated: OnceLock::new(),
            facts: OnceLock::new(),
        }
    }

    /// The language; `und` of the neutral profile.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The English name, where it has one.
    pub(crate) fn name(&self) -> Option<&'static str> {
        self.settings().name
    }

    /// The country whose thesaurus is preferred, as in `th_fr_FR`.
    pub fn thesaurus_country(&self) -> Option<&'static str> {
        self.settings().thesaurus
    }

    /// The domain of its country.
    pub(crate) fn top_level_domain(&self) -> &str {
        let other = self.settings().top_level_domain;
        other.unwrap_or(self.language.code())
    }

    /// Whether folds for print of another age are known.
    pub fn has_old_print(&self) -> bool {
        self.rules.old_print.is_some()
    }

    /// Tells whether a text is print of another age, and by what; `None` where it is not, or the language has none that
    /// is known.
    pub fn old_print_reason(&self, text: &str) -> Option<String> {
        self.rules.old_print.and_then(|print| (print.reason)(text))
    }

    pub(crate) fn rules(&self) -> &Rules {
        &self.rules
    }

    pub(crate) fn settings(&self) -> &Settings {
        self.settings
            .get_or_init(|| Settings::parse(self.files.profile))
    }

    pub(crate) fn function_words(&self) -> &FunctionWords {
        self.function_words
            .get_or_init(|| FunctionWords::parse(self.files.function_words))
    }

    /// What kinds of words they are.
    pub(crate) fn function_kinds(&self) -> &FunctionKinds {
        self.function_kinds
            .get_or_init(|| FunctionKinds::parse(self.files.function_words))
    }

    pub(crate) fn abbreviations(&self) -> &Abbreviations {
        self.abbreviations
            .get_or_init(|| Abbreviations::parse(self.files.abbreviations, self.dates()))
    }

    pub(crate) fn splitting(&self) -> &Splitting {
        self.splitting
            .get_or_init(|| Splitting::parse(self.files.segmentation))
    }

    pub(crate) fn dates(&self) -> &Dates {
        self.dates.get_or_init(|| Dates::parse(self.files.dates))
    }

    pub(crate) fn homographs(&self) -> &Homographs {
        self.homographs
            .get_or_init(|| Homographs::parse(self.files.homographs))
    }

    pub(crate) fn endings(&self) -> &Endings {
        self.endings
            .get_or_init(|| Endings::parse(self.files.endings))
    }

    pub(crate) fn spellings(&self) -> &Spellings {
        self.spellings
            .get_or_init(|| Spellings::parse(self.files.spellings))
    }

    /// What abbreviations stand for, by their bare letters.
    pub(crate) fn abbreviated(&self) -> &Abbreviated {
        self.abbreviated
            .get_or_init(|| abbreviated::by_abbreviation(&self.written_out()))
    }

    /// Abbreviations, each line with what they stand for; not kept.
    pub(crate) fn written_out(&self) -> Vec<WrittenOut> {
        abbreviated::lines(self.files.spellings, self.dates())
    }

    pub(crate) fn facts(&'static self) -> &'static FactWords {
        self.facts.get_or_init(|| FactWords {
            numbers: Numbers::parse(self.files.numbers, self.settings().numbers_together),
            cues: Cues::parse(self.files.facts),
            calendar: Calendar::new(self.dates()),
            clock: Clock::parse(self.files.dates),
            dates: self.dates(),
            functions: self.function_words(),
            kinds: self.function_kinds(),
            listed: match self.settings().nouns_have_capitals {
                true => self.listed(),
                false => FxHashSet::default(),
            },
            decimal_mark: self.settings().decimal_mark,
            day_first: self.settings().day_first,
            capitals_name: !self.settings().nouns_have_capitals,
        })
    }

    /// Words whose forms no stemmer unites; not kept, as they are asked for once.
    pub(crate) fn forms(&self) -> Forms {
        forms::parse(self.files.forms)
    }

    /// Words that are made of one another, a family each; not kept.
    pub(crate) fn families(&self) -> Vec<Vec<&'static str>> {
        words::families(self.files.families)
    }

    /// Words that stand for each other: the lines of `synonyms.txt`; not kept.
    pub(crate) fn synonyms(&self) -> Vec<&'static str> {
        Sections::parse(self.files.synonyms).lines("").to_vec()
    }

    /// The words of synonyms, families, forms and numbers, and those that are listed as such; not kept.
    pub(crate) fn listed(&self) -> FxHashSet<&'static str> {
        let files = [self.files.forms, self.files.numbers];
        self.senses().chain(words_of(files)).collect()
    }

    /// Those of them that stand for all their forms: dictionary forms.
    pub(crate) fn senses(&self) -> impl Iterator<Item = &'static str> {
        let own = Sections::parse(self.files.homographs);
        let own: Vec<&'static str> = own.words("bare").collect();
        words_of([self.files.synonyms, self.files.families]).chain(own)
    }

    /// Figures with the words that say the same number; not kept.
    pub(crate) fn figures(&self) -> Vec<Vec<&'static str>> {
        facts::figures_in_words(self.files.numbers)
    }
}

/// The words of files, whatever their sections.
fn words_of(files: [&'static str; 2]) -> impl Iterator<Item = &'static str> {
    let lines = files.into_iter().flat_map(str::lines);
    let lines = lines.filter(|line| !line.starts_with(['#', '[']));
    lines.flat_map(str::split_whitespace)
}

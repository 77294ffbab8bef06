//! What the files of a language hold, as it is looked up.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::sections::Sections;

/// `function-words.txt`: articles, prepositions, conjunctions, pronouns, auxiliaries with modal verbs, negation.
#[derive(Debug)]
pub(crate) struct FunctionWords {
    /// All of them, as case keys: in lower case, elided ones with their apostrophe.
    pub(crate) all: FxHashSet<&'static str>,
    /// The commonest, without apostrophes, and other words as common: they tell a language, and begin sentences.
    telling: FxHashSet<&'static str>,
}

impl FunctionWords {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        Self {
            all: function_words(&sections).collect(),
            telling: telling(&sections).collect(),
        }
    }

    /// Whether `word` (any case) is one of the commonest.
    pub(crate) fn tells(&self, word: &str) -> bool {
        // Most words are longer than any listed or have no capital: this saves the lower-casing.
        word.len() <= LONGEST_TELLING
            && (self.telling.contains(word)
                || word.contains(char::is_uppercase)
                    && self.telling.contains(word.to_lowercase().as_str()))
    }
}

/// All function words.
pub(super) fn function_words(sections: &Sections) -> impl Iterator<Item = &'static str> {
    sections.words("common").chain(sections.words("other"))
}

/// Bytes of the longest word that tells a language.
pub(super) const LONGEST_TELLING: usize = 24;

/// The words by which a language is told.
pub(super) fn telling(sections: &Sections) -> impl Iterator<Item = &'static str> {
    sections
        .words("common")
        .chain(sections.words("signs"))
        .map(|word| word.trim_matches('\''))
}

/// `abbreviations.txt`: points that belong to words.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// Those that never end a sentence: titles, `cf.`, `chap.`.
    pub(crate) inside: Abbreviated,
    /// Words that are an abbreviation only before a number, a small letter or a comma: `art. 5`, `p. ex.`.
    pub(crate) before_number: Abbreviated,
    /// Words that are an abbreviation only before a name: `Ch. Péguy`, `Roe v. Wade`.
    pub(crate) before_name: Abbreviated,
    /// Those that end the sentence when a capital follows: `etc.`.
    pub(crate) either: Abbreviated,
    /// Those that end the sentence when a function word with a capital follows: `Inc.`, `p.m.`.
    pub(crate) before_function_word: Abbreviated,
    /// All with points inside, without the last one.
    pub(crate) dotted: Vec<&'static str>,
    /// Dates whose last word is an acronym elsewhere, with their points: `av. J.-C.`.
    pub(crate) eras: Vec<&'static str>,
    /// Nouns that a letter or a Roman number names: `plan B`.
    pub(crate) before_letter: Abbreviated,
    /// Words that stand before an ordinal with a point: articles, possessives.
    pub(crate) before_ordinal: Abbreviated,
    /// Words that follow an ordinal with a point: months, `Jahrhundert`.
    pub(crate) after_ordinal: Abbreviated,
}

impl Abbreviations {
    /// Whether a word is one of them, wherever it stands.
    pub(crate) fn lists(&self, word: &str) -> bool {
        let lists = [
            &self.inside,
            &self.before_number,
            &self.before_name,
            &self.either,
            &self.before_function_word,
        ];
        lists.iter().any(|list| list.contains(word))
    }

    pub(super) fn parse(text: &'static str, dates: &Dates) -> Self {
        let sections = Sections::parse(text);
        let list = |section: &str| Abbreviated::of(sections.words(section));
        let named = dates.months.iter().chain(&dates.weekdays);
        let short = named.flat_map(|named| &named.short).copied();
        let months = dates.months.iter();
        let months = months
            .flat_map(|month| month.names.iter().chain(&month.short))
            .copied();
        let dotted = ["inside", "either", "before function word"]
            .into_iter()
            .flat_map(|section| sections.words(section))
            .filter(|word| word.contains('.'));
        // Of `i. V. m.` no less than the whole.
        let mut dotted: Vec<&str> = dotted.collect();
        dotted.sort_by_key(|word| Reverse(word.len()));
        Self {
            inside: list("inside"),
            before_number: Abbreviated::of(sections.words("before number").chain(short)),
            before_name: list("before name"),
            either: list("either"),
            before_function_word: list("before function word"),
            dotted,
            eras: sections.lines("eras").to_vec(),
            before_letter: list("before letter"),
            before_ordinal: list("before ordinal"),
            after_ordinal: Abbreviated::of(sections.words("after ordinal").chain(months)),
        }
    }
}

/// A list of abbreviations without their last points. One with a capital in it is matched as it stands, others in any
/// case if it has several letters; one with a hyphen at its head is how words end (`-str`).
#[derive(Debug)]
pub(crate) struct Abbreviated {
    words: FxHashSet<&'static str>,
    endings: Vec<&'static str>,
}

impl Abbreviated {
    fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let (endings, words): (Vec<_>, Vec<_>) =
            words.into_iter().partition(|word| word.starts_with('-'));
        Self {
            words: words.into_iter().collect(),
            endings: endings.iter().map(|word| &word[1..]).collect(),
        }
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        // No list has a longer one.
        const LONGEST: usize = 14;
        self.endings.iter().any(|ending| word.ends_with(ending))
            || word.len() <= LONGEST
                && (self.words.contains(word)
                    // An initial is no such letter: `S. 3 f.`, `F. Schiller`.
                    || word.len() > 1
                        && word.contains(char::is_uppercase)
                        && self.words.contains(word.to_lowercase().as_str()))
    }
}

/// `segmentation.txt`: what parts words and clauses.
#[derive(Debug)]
pub(crate) struct Splitting {
    /// Elided words that are tokens of their own, without their apostrophe.
    pub(crate) clitics: FxHashSet<&'static str>,
    /// Those that lose their vowel before one of `pronouns`, and are part of the word elsewhere.
    pub(crate) clitics_before_pronouns: FxHashSet<&'static str>,
    pub(crate) pronouns: FxHashSet<&'static str>,
    /// How words begin that stay whole in spite of their apostrophe, with `'`.
    pub(crate) whole: Vec<&'static str>,
    /// Conjunctions that begin a clause behind a comma.
    pub(crate) conjunctions: Vec<&'static str>,
    /// Words, and with a hyphen before them endings of words, with which clauses end.
    closing: Vec<&'static str>,
    /// Words before which a hyphen stands for what comes later: `Vor- und Nachteile`.
    pub(crate) suspending: FxHashSet<&'static str>,
    /// Endings of the other gender or number behind a sign: `étudiant·e·s`.
    pub(crate) inclusive: FxHashSet<&'static str>,
    /// Whether that sign may be a hyphen: `étudiant-e-s`.
    pub(crate) inclusive_hyphen: bool,
    /// What says of a number that it is that of a page, in lower case: `page`, `p`.
    pub(crate) pages: FxHashSet<&'static str>,
    /// Signs and letters in place of the vowel that tells the gender: `tod@s`.
    pub(crate) neutral: Vec<char>,
    /// Verbs of saying as they stand behind speech: `demanda`, `said`.
    pub(crate) saying: FxHashSet<&'static str>,
    /// Those that stand behind the speaker's name as well: `Harold asked`.
    pub(crate) saying_behind_names: FxHashSet<&'static str>,
}

impl Splitting {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        Self {
            pages: sections.set("pages"),
            clitics: sections.set("clitics"),
            clitics_before_pronouns: sections.set("clitics before pronouns"),
            pronouns: sections.set("pronouns"),
            whole: sections.list("whole"),
            conjunctions: sections.lines("conjunctions").to_vec(),
            closing: sections.list("closing"),
            suspending: sections.set("suspending"),
            inclusive: sections
                .words("inclusive endings")
                .filter(|&word| word != "-")
                .collect(),
            inclusive_hyphen: sections.words("inclusive endings").any(|word| word == "-"),
            neutral: sections
                .words("neutral signs")
                .flat_map(str::chars)
                .collect(),
            saying: sections.set("saying"),
            saying_behind_names: sections.set("saying behind names"),
        }
    }
}

impl Splitting {
    /// Whether `word` (as it stands) is one that ends clauses.
    pub(crate) fn ends_clause(&self, word: &str) -> bool {
        self.closing
            .iter()
            .any(|closing| match closing.strip_prefix('-') {
                Some(ending) => word.len() > ending.len() && word.ends_with(ending),
                None => word == *closing,
            })
    }
}

/// `dates.txt`: dates, times, and what stands about them in datelines.
#[derive(Debug)]
pub(crate) struct Dates {
    /// The months in order.
    pub(crate) months: Vec<Named>,
    /// The days of the week from Monday.
    pub(crate) weekdays: Vec<Named>,
    /// What may stand between the parts of a date.
    pub(crate) joints: Vec<&'static str>,
    /// What stands behind the figure of a day, beside a point.
    pub(crate) day_endings: Vec<&'static str>,
    /// What begins a dateline: `publié`, `mis à jour`.
    pub(crate) published: Vec<&'static str>,
    /// What stands before a date in figures: `date`.
    pub(crate) keys: Vec<&'static str>,
    pub(crate) before_date: Vec<&'static str>,
    pub(crate) before_time: Vec<&'static str>,
    pub(crate) behind_time: Vec<&'static str>,
    /// What begins a reading time: `temps de lecture`.
    pub(crate) reading_time: Vec<&'static str>,
    pub(crate) estimated: Vec<&'static str>,
    pub(crate) about: Vec<&'static str>,
    pub(crate) minutes: Vec<&'static str>,
    /// What makes a reading time of minutes: `de lecture`.
    pub(crate) behind_minutes: Vec<&'static str>,
}

/// A month or a day of the week, as written: with a capital where the language writes one.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) names: Vec<&'static str>,
    /// Abbreviations, without their points.
    pub(crate) short: Vec<&'static str>,
    /// Those of its names that are common words, too.
    pub(crate) doubted: Vec<&'static str>,
}

impl Named {
    fn parse(line: &&'static str) -> Self {
        let (names, short) = line.split_once(':').unwrap_or((line, ""));
        Self {
            names: names
                .split_whitespace()
                .map(|name| name.trim_start_matches('~'))
                .collect(),
            short: short.split_whitespace().collect(),
            doubted: names
                .split_whitespace()
                .filter_map(|name| name.strip_prefix('~'))
                .collect(),
        }
    }
}

impl Dates {
    /// Whether a word is the name of a month or of a day of the week, or short for one.
    pub(crate) fn names(&self, word: &str) -> bool {
        let mut named = self.months.iter().chain(&self.weekdays);
        named.any(|named| named.names.contains(&word) || named.short.contains(&word))
    }

    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let named = |name: &str| sections.lines(name).iter().map(Named::parse).collect();
        let lines = |name: &str| sections.lines(name).to_vec();
        Self {
            months: named("months"),
            weekdays: named("weekdays"),
            joints: sections.list("joints"),
            day_endings: sections.list("day endings"),
            published: lines("published"),
            keys: sections.list("date keys"),
            before_date: sections.list("before date"),
            before_time: lines("before time"),
            behind_time: sections.list("behind time"),
            reading_time: lines("reading time"),
            estimated: sections.list("estimated"),
            about: sections.list("about"),
            minutes: sections.list("minutes"),
            behind_minutes: lines("behind minutes"),
        }
    }
}

/// `spellings.txt`: words with a second spelling, and the key both share; all without accents.
#[derive(Debug)]
pub(crate) struct Spellings {
    /// Whole words, in the singular.
    pub(crate) words: FxHashMap<&'static str, &'static str>,
    pub(crate) beginnings: ByLetter,
    /// Behind three letters at least.
    pub(crate) endings: ByLetter,
    /// Letters, and what stands for them where they cannot be written.
    pub(crate) letters: Vec<(char, &'static str)>,
}

impl Spellings {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let letter = |(letter, spelled): (&'static str, _)| Some((letter.chars().next()?, spelled));
        Self {
            words: sections.pairs("words").collect(),
            beginnings: by_letter(sections.pairs("beginnings"), |from| from.chars().next()),
            endings: by_letter(sections.pairs("endings"), |from| from.chars().next_back()),
            letters: sections.pairs("letters").filter_map(letter).collect(),
        }
    }
}

/// Parts of words and what they become, by the letter at the edge of the word; in the order of the file.
pub(crate) type ByLetter = FxHashMap<char, Vec<(&'static str, &'static str)>>;

fn by_letter(
    pairs: impl Iterator<Item = (&'static str, &'static str)>,
    edge: fn(&str) -> Option<char>,
) -> ByLetter {
    let mut all = ByLetter::default();
    for pair in pairs {
        if let Some(letter) = edge(pair.0) {
            all.entry(letter).or_default().push(pair);
        }
    }
    all
}

/// `homographs.txt`: different words that look like one.
#[derive(Debug)]
pub(crate) struct Homographs {
    /// Words in lower case that an accent alone tells from others, and these others.
    pub(crate) by_accent: FxHashMap<&'static str, Vec<&'static str>>,
    /// Words in lower case that look like forms of others: for each the lines it stands in, and where between their bars.
    alike: FxHashMap<&'static str, Vec<(u16, u16)>>,
}

impl Homographs {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let mut by_accent: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for line in sections.lines("") {
            for word in line.split_whitespace() {
                let others = line.split_whitespace().filter(|other| *other != word);
                by_accent.entry(word).or_default().extend(others);
            }
        }
        let mut alike: FxHashMap<&str, Vec<(u16, u16)>> = FxHashMap::default();
        for (line, words) in (0..).zip(sections.lines("alike")) {
            for (place, forms) in (0..).zip(words.split('|')) {
                for form in forms.split_whitespace() {
                    alike.entry(form).or_default().push((line, place));
                }
            }
        }
        Self { by_accent, alike }
    }

    /// Whether two words in lower case, which look like forms of one, are known to be different words.
    pub(crate) fn are_alike(&self, a: &str, b: &str) -> bool {
        let (Some(a), Some(b)) = (self.alike.get(a), self.alike.get(b)) else {
            return false;
        };
        let in_one_line = a.iter().any(|x| b.iter().any(|y| x.0 == y.0));
        in_one_line && !a.iter().any(|place| b.contains(place))
    }
}

/// `families.txt`: words made of one another that their endings do not tell; each line a family.
pub(super) fn families(text: &'static str) -> Vec<Vec<&'static str>> {
    let sections = Sections::parse(text);
    let lines = sections.lines("").iter();
    lines
        .map(|line| line.split_whitespace().collect())
        .collect()
}

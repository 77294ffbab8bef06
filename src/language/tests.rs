//! Every file of every language keeps to the format.

use unicode_normalization::is_nfc;

use super::list::BRIEF;
use super::profile::Profile;
use super::sections::Sections;
use super::settings::{entries, stemmer};
use super::words::{LONGEST_TELLING, telling};

/// What the lines of a section are.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Words between spaces, none twice.
    Words,
    /// One a line, none twice.
    Phrases,
    /// A word and what it becomes, no word twice.
    Pairs,
    /// As the file has them.
    Lines,
}
use Kind::{Lines, Pairs, Phrases, Words};

/// The files and their sections.
const FORMAT: &[(&str, &[(&str, Kind)])] = &[
    (
        "function-words",
        &[
            ("common", Words),
            ("other", Words),
            ("signs", Words),
            ("determiners", Words),
            ("pronouns", Words),
            ("prepositions", Words),
            ("conjunctions", Words),
            ("particles", Words),
            ("verbs", Words),
        ],
    ),
    (
        "abbreviations",
        &[
            ("inside", Words),
            ("before number", Words),
            ("before name", Words),
            ("either", Words),
            ("before function word", Words),
            ("eras", Phrases),
            ("before letter", Words),
            ("before ordinal", Words),
            ("after ordinal", Words),
        ],
    ),
    (
        "segmentation",
        &[
            ("clitics", Words),
            ("clitics before pronouns", Words),
            ("pronouns", Words),
            ("whole", Words),
            ("conjunctions", Phrases),
            ("closing", Words),
            ("inclusive endings", Words),
            ("neutral signs", Words),
            ("suspending", Words),
            ("saying", Words),
            ("saying behind names", Words),
            ("pages", Words),
        ],
    ),
    (
        "dates",
        &[
            ("months", Lines),
            ("weekdays", Lines),
            ("joints", Words),
            ("day endings", Words),
            ("hours", Words),
            ("before hours", Words),
            ("before year", Words),
            ("morning", Phrases),
            ("afternoon", Phrases),
            ("night", Phrases),
            ("noon", Phrases),
            ("midnight", Phrases),
            ("minutes behind", Lines),
            ("minutes before", Lines),
            ("past", Words),
            ("to", Words),
            ("before decade", Words),
            ("behind decade", Words),
            ("decade endings", Words),
            ("decades", Lines),
            ("quarters", Words),
            ("quarter letters", Words),
            ("before christ", Phrases),
            ("after christ", Phrases),
            ("published", Phrases),
            ("date keys", Words),
            ("before date", Words),
            ("before time", Phrases),
            ("behind time", Words),
            ("reading time", Phrases),
            ("estimated", Words),
            ("about", Words),
            ("minutes", Words),
            ("behind minutes", Phrases),
        ],
    ),
    (
        "numbers",
        &[
            ("numbers", Lines),
            ("ordinals", Lines),
            ("ordinal endings", Words),
            ("and", Words),
            ("half", Phrases),
            ("half endings", Words),
            ("part joints", Words),
            ("half of", Phrases),
            ("percent", Phrases),
            ("permille", Phrases),
            ("of", Words),
            ("units", Lines),
            ("currencies", Lines),
            ("scales", Lines),
            ("fractions", Lines),
            ("collectives", Lines),
            ("alone", Lines),
            ("ages", Lines),
            ("compounds", Lines),
            ("compound endings", Words),
            ("lost vowels", Words),
            ("as written", Words),
            ("no numbers", Lines),
            ("minus", Words),
            ("out of", Phrases),
            ("loosely", Lines),
            ("part words", Words),
            ("hundreds of years", Words),
            ("year zeros", Words),
            ("part beginnings", Lines),
            ("centuries", Lines),
            ("more than", Phrases),
            ("less than", Phrases),
        ],
    ),
    (
        "homographs",
        &[("", Lines), ("alike", Lines), ("bare", Words)],
    ),
    (
        "endings",
        &[
            ("inflection", Lines),
            ("letters", Lines),
            ("vowels", Lines),
            ("particles", Words),
            ("derivation", Words),
            ("prefixes", Words),
        ],
    ),
    (
        "forms",
        &[("own", Lines), ("stemmed", Lines), ("endings", Lines)],
    ),
    ("families", &[("", Lines)]),
    (
        "spellings",
        &[
            ("words", Pairs),
            ("beginnings", Pairs),
            ("endings", Pairs),
            ("letters", Pairs),
            ("written out", Lines),
        ],
    ),
    (
        "facts",
        &[
            ("openers", Words),
            ("half openers", Words),
            ("negated alone", Words),
            ("limiting", Words),
            ("seconds", Words),
            ("negations", Words),
            ("subjects", Words),
            ("articles", Words),
            ("raising", Words),
            ("undoing", Words),
            ("excuses", Words),
            ("excusing beginnings", Words),
            ("also", Phrases),
            ("alternatives", Phrases),
            ("continuing", Words),
            ("headings", Words),
            ("exclamations", Phrases),
            ("mute endings", Words),
            ("given pairs", Words),
            ("absolutes", Words),
            ("few", Words),
            ("opposed", Lines),
            ("contraries", Lines),
            ("privatives", Words),
            ("no privatives", Words),
            ("privative words", Words),
            ("privative endings", Words),
            ("possible endings", Words),
            ("lost letters", Words),
            ("diminishing", Words),
            ("name endings", Lines),
            ("family endings", Words),
            ("peoples", Words),
            ("coordinating", Words),
            ("titles", Words),
            ("before names", Words),
            ("given names", Words),
            ("places", Words),
            ("noun endings", Words),
            ("kin", Words),
            ("patronymics", Words),
            ("definite", Words),
            ("aliases", Lines),
            ("pronouns", Words),
            ("subject verbs", Words),
            ("verb endings", Words),
            ("openings", Words),
        ],
    ),
    ("synonyms", &[("", Lines)]),
];

/// What is written with its capitals.
const AS_WRITTEN: [&str; 3] = ["abbreviations", "dates", "numbers"];

fn files(profile: &Profile) -> [(&'static str, &'static str); 13] {
    let files = &profile.files;
    [
        ("profile", files.profile),
        ("function-words", files.function_words),
        ("abbreviations", files.abbreviations),
        ("segmentation", files.segmentation),
        ("dates", files.dates),
        ("numbers", files.numbers),
        ("homographs", files.homographs),
        ("endings", files.endings),
        ("forms", files.forms),
        ("families", files.families),
        ("spellings", files.spellings),
        ("facts", files.facts),
        ("synonyms", files.synonyms),
    ]
}

/// Each file of each language, with its name for messages.
fn each() -> impl Iterator<Item = (&'static Profile, &'static str, &'static str, String)> {
    Profile::all().flat_map(|profile| {
        files(profile).map(|(file, text)| {
            let name = format!("languages/{}/{file}.txt", profile.language());
            (profile, file, text, name)
        })
    })
}

fn unique<'w>(words: impl Iterator<Item = &'w str>, place: &str) {
    let mut seen = Vec::new();
    for word in words {
        assert!(!seen.contains(&word), "{place}: `{word}` stands twice");
        seen.push(word);
    }
}

#[test]
fn files_are_plain_text() {
    for (_, file, text, name) in each() {
        assert!(
            text.is_empty() || text.ends_with('\n'),
            "{name}: no line end at the end"
        );
        for (line, number) in text.lines().zip(1..) {
            let place = format!("{name}:{number}");
            assert!(is_nfc(line), "{place}: letters are not composed (NFC)");
            assert_eq!(line.trim_end(), line, "{place}: space at the end");
            assert!(
                !line.contains(['\t', '\r', '’', '‘', '\u{a0}']),
                "{place}: tab, CR or ’"
            );
            let said = line.split('#').next().unwrap_or_default();
            if !AS_WRITTEN.contains(&file) && !["profile", "forms"].contains(&file) {
                assert_eq!(said, said.to_lowercase(), "{place}: a capital");
            }
        }
    }
}

#[test]
fn sections_are_known_and_hold_nothing_twice() {
    for (_, file, text, name) in each().filter(|(_, file, ..)| *file != "profile") {
        let (_, format) = FORMAT
            .iter()
            .find(|(f, _)| *f == file)
            .expect("every file has a format");
        let sections = Sections::parse(text);
        unique(sections.names(), &name);
        for section in sections.names() {
            let place = format!("{name} [{section}]");
            let known = format.iter().find(|(s, _)| *s == section);
            let kind = known.map(|(_, kind)| *kind);
            match kind {
                Some(Words) => unique(sections.words(section), &place),
                Some(Phrases) => unique(sections.lines(section).iter().copied(), &place),
                Some(Pairs) => {
                    unique(sections.pairs(section).map(|(from, _)| from), &place);
                    let lines = sections.lines(section);
                    let pair = |line: &&str| line.split(' ').count() == 2;
                    assert!(
                        lines.iter().all(pair),
                        "{place}: a line is not a pair of words"
                    );
                }
                Some(Lines) => {}
                None => assert!(
                    sections.lines(section).is_empty(),
                    "{place}: no such section"
                ),
            }
        }
    }
}

#[test]
fn settings_are_known() {
    for profile in Profile::all() {
        let name = format!("languages/{}/profile.txt", profile.language());
        unique(entries(profile.files.profile).map(|(key, _)| key), &name);
        for (key, value) in entries(profile.files.profile) {
            let good = match key {
                "name" => !value.is_empty(),
                "stemmer" => stemmer(value).is_some(),
                "decimal-mark" => matches!(value, "." | ","),
                "apostrophe" => matches!(value, "none" | "clitics" | "elision"),
                "day-first" | "ordinal-point" | "nouns-have-capitals" | "numbers-together" => {
                    matches!(value, "yes" | "no")
                }
                "tense-accents" => value
                    .split(' ')
                    .all(|end| end.ends_with(|c: char| !c.is_ascii())),
                "letters" => !value.is_ascii() && value.chars().all(char::is_lowercase),
                "doubled-letters" | "top-level-domain" => {
                    value.bytes().all(|b| b.is_ascii_lowercase())
                }
                "thesaurus" => value.bytes().all(|b| b.is_ascii_uppercase()),
                _ => false,
            };
            assert!(good, "{name}: {key} = {value}");
        }
    }
}

/// The sections that a language known in brief may have, all in one file.
const BRIEF_SECTIONS: &[&str] = &[
    "",
    "common",
    "inside",
    "before number",
    "before name",
    "either",
    "before function word",
    "conjunctions",
    "closing",
    "inflection",
    "letters",
];

#[test]
fn languages_known_in_brief_keep_to_the_format() {
    for profile in &BRIEF {
        let name = format!("languages/brief/{}.txt", profile.language());
        let text = profile.files.profile;
        assert!(is_nfc(text), "{name}: letters are not composed");
        assert!(Profile::known(profile.language()).is_none(), "{name}");
        assert!(profile.settings().name.is_some(), "{name}: no name");
        let sections = Sections::parse(text);
        for section in sections.names() {
            assert!(BRIEF_SECTIONS.contains(&section), "{name}: [{section}]");
            if !matches!(section, "" | "conjunctions" | "inflection" | "letters") {
                unique(sections.words(section), &format!("{name} [{section}]"));
            }
        }
        let letters = sections.pairs("letters").map(|(letter, _)| letter);
        unique(letters, &format!("{name} [letters]"));
        for (key, value) in entries(text) {
            let good = match key {
                "name" => !value.is_empty(),
                "stemmer" => stemmer(value).is_some(),
                "decimal-mark" => value == ",",
                "ordinal-point" => value == "yes",
                "letters" => !value.is_ascii() && value.chars().all(char::is_lowercase),
                _ => false,
            };
            assert!(good, "{name}: {key} = {value}");
        }
        for word in sections.words("common") {
            assert_eq!(word, word.to_lowercase(), "{name}: a capital");
            assert!(
                word.len() <= LONGEST_TELLING,
                "{name}: {word} is too long to tell"
            );
        }
        assert!(
            telling(&sections).count() >= 20,
            "{name}: too few tell the language"
        );
    }
}

#[test]
fn function_words_stand_in_one_section() {
    for profile in Profile::all() {
        let name = format!("languages/{}/function-words.txt", profile.language());
        let sections = Sections::parse(profile.files.function_words);
        let all = ["common", "other", "signs"]
            .into_iter()
            .flat_map(|s| sections.words(s));
        unique(all, &name);
        for word in telling(&sections) {
            assert!(
                word.len() <= LONGEST_TELLING,
                "{name}: {word} is too long to tell"
            );
        }
        assert!(
            telling(&sections).count() >= 60,
            "{name}: too few tell the language"
        );
    }
}

#[test]
fn twelve_months_and_seven_days() {
    for profile in Profile::all() {
        let name = format!("languages/{}/dates.txt", profile.language());
        let dates = profile.dates();
        for (all, count) in [(&dates.months, 12), (&dates.weekdays, 7)] {
            assert_eq!(all.len(), count, "{name}");
            unique(
                all.iter()
                    .flat_map(|n| n.names.iter().chain(&n.short).copied()),
                &name,
            );
            let capital = |name: &str| name.starts_with(char::is_uppercase);
            let mut names = all.iter().flat_map(|named| &named.names);
            let first = capital(all[0].names[0]);
            assert!(names.all(|name| capital(name) == first), "{name}: capitals");
        }
    }
}

#[test]
fn numbers_are_values_and_words() {
    for profile in Profile::all() {
        let name = format!("languages/{}/numbers.txt", profile.language());
        let sections = Sections::parse(profile.files.numbers);
        for section in ["numbers", "ordinals"] {
            let place = format!("{name} [{section}]");
            let (mut words, mut last) = (Vec::new(), None);
            for line in sections.lines(section) {
                let (value, rest) = line.split_once(' ').unwrap_or((line, ""));
                let value: u64 = value.parse().unwrap_or_else(|_| panic!("{place}: {line}"));
                assert!(last < Some(value), "{place}: {value} is out of order");
                last = Some(value);
                words.extend(rest.split_whitespace().filter(|word| *word != "|"));
            }
            assert!(!words.is_empty() || section == "ordinals", "{place}: none");
            unique(words.into_iter(), &place);
        }
        assert!(
            sections.words("and").count() <= 1,
            "{name}: one word for `and`"
        );
    }
}

#[test]
fn homographs_are_groups() {
    for profile in Profile::all() {
        let name = format!("languages/{}/homographs.txt", profile.language());
        let sections = Sections::parse(profile.files.homographs);
        for line in sections.lines("") {
            assert!(line.split_whitespace().count() > 1, "{name}: {line}");
            unique(line.split_whitespace(), &name);
        }
    }
}

#[test]
fn forms_are_words_with_known_endings() {
    for profile in Profile::all() {
        let name = format!("languages/{}/forms.txt", profile.language());
        let sections = Sections::parse(profile.files.forms);
        let endings: Vec<&str> = sections
            .lines("endings")
            .iter()
            .filter_map(|line| Some(line.split_once(':')?.0))
            .collect();
        for word in ["own", "stemmed"]
            .into_iter()
            .flat_map(|s| sections.words(s))
        {
            let shorthand = word.split_once('+').map_or("", |(_, ending)| ending);
            assert!(
                shorthand.is_empty() || endings.contains(&shorthand),
                "{name}: {word}"
            );
            let form = word.split('+').next().unwrap_or_default();
            assert_eq!(form, form.to_lowercase(), "{name}: a capital");
        }
    }
}

#[test]
fn synonyms_are_several_ways_to_say_it() {
    for profile in Profile::all() {
        let name = format!("languages/{}/synonyms.txt", profile.language());
        for line in profile.synonyms() {
            let ways: Vec<&str> = match line.contains('|') {
                true => line.split('|').map(str::trim).collect(),
                false => line.split_whitespace().collect(),
            };
            assert!(ways.len() > 1 && !ways.contains(&""), "{name}: {line}");
            unique(ways.into_iter(), &format!("{name}: {line}"));
        }
    }
}

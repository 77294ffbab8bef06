//! The words by which times of the day, decades and eras are told: sections of `dates.txt`. Phrases are words between
//! spaces, as they are cut into tokens.

use rustc_hash::{FxHashMap, FxHashSet};

use super::sections::Sections;

/// What `dates.txt` knows of times and years.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    /// What parts hours from minutes, or stands behind an hour: `h`, `o'clock`.
    pub(crate) hours: Vec<&'static str>,
    /// What stands before an hour that has no word of its own: `las ocho`.
    pub(crate) before_hours: Vec<&'static str>,
    /// What says that an hour is one of the morning, of the afternoon, of the night.
    pub(crate) morning: Vec<&'static str>,
    pub(crate) afternoon: Vec<&'static str>,
    pub(crate) night: Vec<&'static str>,
    /// Twelve o’clock, by day and by night.
    pub(crate) noon: Vec<&'static str>,
    pub(crate) midnight: Vec<&'static str>,
    /// What behind an hour adds minutes, or takes some away: `et quart`.
    pub(crate) minutes_behind: Vec<(i64, &'static str)>,
    /// What does so before an hour: `half past`, `halb`.
    pub(crate) minutes_before: Vec<(i64, &'static str)>,
    /// What stands between minutes and the hour that they are past, or that is to come.
    pub(crate) past: Vec<&'static str>,
    pub(crate) to: Vec<&'static str>,
    /// What stands before a number that names ten years, and what behind it: `années 60`, `60er Jahre`.
    pub(crate) before_decade: Vec<&'static str>,
    pub(crate) behind_decade: Vec<&'static str>,
    /// What stands before a year, which may be told by its last two figures: `en 68`.
    pub(crate) before_year: Vec<&'static str>,
    /// Endings of a figure that names ten years: `1960s`.
    pub(crate) decade_endings: Vec<&'static str>,
    /// Words for ten years: `sixties`.
    decades: FxHashMap<&'static str, u64>,
    /// The first words of what tells a time without a number.
    begin: FxHashSet<&'static str>,
    /// A quarter of a year, and the letters that with a figure name one: `Q3`.
    pub(crate) quarters: Vec<&'static str>,
    pub(crate) quarter_letters: Vec<&'static str>,
    /// What counts years before and after the birth of Christ: letters alone, as written.
    pub(crate) before_christ: Vec<String>,
    pub(crate) after_christ: Vec<String>,
}

impl Clock {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let lines = |name: &str| sections.lines(name).to_vec();
        let minutes = |name: &str| {
            let pairs = sections.pairs(name);
            pairs
                .filter_map(|(n, phrase)| Some((n.parse().ok()?, phrase)))
                .collect()
        };
        let eras = |name: &str| {
            let lines = sections.lines(name).iter();
            lines.map(|era| letters(era)).collect()
        };
        let decades = sections.pairs("decades").filter_map(|(n, words)| {
            let tens: u64 = n.parse().ok()?;
            Some(words.split_whitespace().map(move |word| (word, tens)))
        });
        let (noon, midnight): (Vec<&str>, Vec<&str>) = (lines("noon"), lines("midnight"));
        let minutes_before: Vec<(i64, &str)> = minutes("minutes before");
        let before = minutes_before.iter().map(|(_, phrase)| phrase);
        let begin = noon.iter().chain(&midnight).chain(before);
        Self {
            begin: begin
                .filter_map(|phrase| phrase.split(' ').next())
                .collect(),
            hours: lines("hours")
                .into_iter()
                .flat_map(str::split_whitespace)
                .collect(),
            before_hours: sections.list("before hours"),
            before_year: sections.list("before year"),
            morning: lines("morning"),
            afternoon: lines("afternoon"),
            night: lines("night"),
            noon,
            midnight,
            minutes_behind: minutes("minutes behind"),
            minutes_before,
            past: sections.list("past"),
            to: sections.list("to"),
            before_decade: sections.list("before decade"),
            behind_decade: sections.list("behind decade"),
            decade_endings: sections.list("decade endings"),
            decades: decades.flatten().collect(),
            quarters: sections.list("quarters"),
            quarter_letters: sections.list("quarter letters"),
            before_christ: eras("before christ"),
            after_christ: eras("after christ"),
        }
    }

    /// The ten years that a word in lower case names: 60 of `sixties`.
    pub(crate) fn decade(&self, word: &str) -> Option<u64> {
        self.decades.get(word).copied()
    }

    /// Whether a token may name a quarter by a letter and a figure.
    pub(crate) fn names_quarter(&self, text: &str) -> bool {
        let figure = text.contains(|c: char| c.is_ascii_digit());
        let mut letters = self.quarter_letters.iter();
        figure && letters.any(|letter| text.starts_with(letter))
    }

    /// Whether a time may begin with a word in lower case that is no number.
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        self.begin.contains(word)
    }
}

/// The letters of a text.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

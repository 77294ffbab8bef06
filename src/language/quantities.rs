//! What numbers count and are measured in: the sections of `numbers.txt` beside the numbers themselves.

use rustc_hash::{FxHashMap, FxHashSet};

use super::sections::Sections;

/// What a number counts or measures: so many of what `dimension` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    /// The name that units which can be turned into each other share; empty for parts of a hundred, which are mere numbers.
    pub(crate) dimension: &'static str,
    /// How many of the least unit it is: `times / over`.
    pub(crate) times: u64,
    pub(crate) over: u64,
    /// Whether it may stand before its number: `$ 5`.
    pub(crate) is_money: bool,
    /// Whether its word often says something else: `livre`, `foot`.
    pub(crate) is_doubtful: bool,
}

impl Unit {
    /// Of a number that says nothing of what it counts.
    pub(crate) const NONE: Self = Self {
        dimension: "",
        times: 1,
        over: 1,
        is_money: false,
        is_doubtful: false,
    };

    /// Whether it is a part of any currency: cents.
    pub(crate) fn is_small_money(self) -> bool {
        self.is_money && self.over > 1
    }

    /// Whether it may be left to be understood, as hours and years often are, or may be none.
    pub(crate) fn may_be_left_out(self) -> bool {
        // The thirty-fifth parallel is at 35°.
        matches!(self.dimension, "s" | "month" | "°") || self.is_doubtful
    }
}

/// What makes thousands or millions of a number in figures, as written: `k`, `Md`, `bn`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    pub(crate) factor: u64,
    /// Whether it does beside a currency only: `5 M€`, but `5 m` are metres.
    pub(crate) of_money: bool,
}

/// What ends a word that begins with a number, its endings (the last is none), and what the number counts.
pub(crate) type Compound = (&'static str, Vec<&'static str>, Unit);

/// Units, abbreviated multipliers, fractions.
#[derive(Debug, Default)]
pub(crate) struct Quantities {
    /// The words that begin a unit, with what may follow them; the longer first.
    units: FxHashMap<&'static str, Vec<(Vec<&'static str>, Unit)>>,
    /// What is measured, and how many of the least unit each whole one is.
    sizes: FxHashSet<(&'static str, u64)>,
    scales: FxHashMap<&'static str, Scale>,
    fractions: FxHashMap<&'static str, (u64, u64)>,
    /// Those that are ordinals as well: a third of it.
    ordinal_fractions: FxHashMap<&'static str, (u64, u64)>,
    /// What behind such a one says that it is a part: `parte`.
    pub(crate) part_words: Vec<&'static str>,
    /// What multiplies the number before it as a noun: two dozen.
    collectives: FxHashMap<&'static str, u64>,
    /// What says so many alone: twice.
    alone: FxHashMap<&'static str, u64>,
    /// What is so many years old, or up to nine more: a `quinquagénaire`.
    ages: FxHashMap<&'static str, u64>,
    /// What behind a number in the same word says what it counts, with the endings that it may have.
    compounds: Vec<Compound>,
    /// What begins a word that says such a part of what the rest of it names: `Viertelmillion`, and the part.
    part_beginnings: Vec<(&'static str, (u64, u64))>,
    /// Vowels that a number loses before them.
    pub(crate) lost_vowels: Vec<&'static str>,
    /// What may stand between a number and what it counts: `millions d’euros`.
    pub(crate) of: Vec<&'static str>,
    /// What may stand between an amount and a smaller part of it, beside `and`: `5 euros con 50`.
    pub(crate) joints: Vec<&'static str>,
}

impl Quantities {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        let mut all = Self {
            of: sections.list("of"),
            joints: sections.list("part joints"),
            lost_vowels: sections.list("lost vowels"),
            part_words: sections.list("part words"),
            ..Self::default()
        };
        for (section, is_money) in [("units", false), ("currencies", true)] {
            for line in sections.lines(section) {
                all.add_units(line, is_money);
            }
        }
        for (value, words) in sections.pairs("scales") {
            let Ok(factor) = value.parse() else { continue };
            for word in words.split_whitespace() {
                let of_money = word.starts_with('~');
                let scale = Scale { factor, of_money };
                all.scales.insert(word.trim_start_matches('~'), scale);
            }
        }
        for (value, words) in sections.pairs("fractions") {
            let parts = ratio(value);
            for word in words.split_whitespace() {
                match word.strip_prefix('~') {
                    Some(word) => all.ordinal_fractions.insert(word, parts),
                    None => all.fractions.insert(word, parts),
                };
            }
        }
        for (value, words) in sections.pairs("part beginnings") {
            let words = words.split_whitespace();
            all.part_beginnings
                .extend(words.map(|word| (word, ratio(value))));
        }
        let counted = |name: &str| -> FxHashMap<&'static str, u64> {
            let lines = sections.pairs(name);
            let lines =
                lines.filter_map(|(value, words)| Some((value.parse::<u64>().ok()?, words)));
            lines
                .flat_map(|(value, words)| words.split_whitespace().map(move |word| (word, value)))
                .collect()
        };
        all.collectives = counted("collectives");
        all.alone = counted("alone");
        all.ages = counted("ages");
        let mut endings = sections.list("compound endings");
        endings.push("");
        for line in sections.lines("compounds") {
            all.compounds.extend(compounds(line, &endings));
        }
        for ways in all.units.values_mut() {
            // Of words alike the sure ones first, and of those that of money: it may have cents behind it.
            ways.sort_by_key(|(rest, unit)| {
                (
                    std::cmp::Reverse(rest.len()),
                    unit.is_doubtful,
                    !unit.is_money,
                )
            });
        }
        all
    }

    /// A line of units: how many of the least one it is, what is measured, and its words; phrases behind bars.
    fn add_units(&mut self, line: &'static str, is_money: bool) {
        let mut ways = line.split('|');
        let mut words = ways.next().unwrap_or_default().split_whitespace();
        let (Some(size), Some(dimension)) = (words.next(), words.next()) else {
            return;
        };
        let (times, over) = ratio(size);
        let unit = Unit {
            dimension: if dimension == "1" { "" } else { dimension },
            times,
            over,
            is_money,
            is_doubtful: false,
        };
        if over == 1 {
            self.sizes.insert((dimension, times));
        }
        let phrases = ways.map(|way| way.split_whitespace().collect::<Vec<_>>());
        let words = words.map(|word| vec![word]);
        for way in words.chain(phrases) {
            if let Some((first, rest)) = way.split_first() {
                let is_doubtful = first.starts_with('~');
                let unit = Unit {
                    is_doubtful,
                    ..unit
                };
                let first = first.trim_start_matches('~');
                let begun = self.units.entry(first).or_default();
                begun.push((rest.to_vec(), unit));
            }
        }
    }

    /// The units that a word in lower case begins, each with the words that follow it; the longer first.
    pub(crate) fn units(&self, word: &str) -> &[(Vec<&'static str>, Unit)] {
        self.units.get(word).map_or(&[], Vec::as_slice)
    }

    /// The unit that is one of so many equal parts of another, where the language has a word for it.
    pub(crate) fn part_of(&self, unit: Unit, parts: u64) -> Option<Unit> {
        let times = unit.times / parts;
        let known = unit.over == 1
            && unit.times.is_multiple_of(parts)
            && self.sizes.contains(&(unit.dimension, times));
        known.then_some(Unit { times, ..unit })
    }

    /// What a word, as written, makes of the number before it.
    pub(crate) fn scale(&self, text: &str) -> Option<Scale> {
        self.scales.get(text.trim_end_matches('.')).copied()
    }

    /// The part of a whole that a word in lower case says.
    pub(crate) fn fraction(&self, word: &str) -> Option<(u64, u64)> {
        self.fractions.get(word).copied()
    }

    /// The part of a whole that an ordinal in lower case says where it is no ordinal.
    pub(crate) fn ordinal_fraction(&self, word: &str) -> Option<(u64, u64)> {
        self.ordinal_fractions.get(word).copied()
    }

    /// How many a word in lower case says of what it stands before: `dozen`.
    pub(crate) fn collective(&self, word: &str) -> Option<u64> {
        self.collectives.get(word).copied()
    }

    /// How many are together in what a word in lower case names: a dozen, a `quinzaine`. What doubles is none.
    pub(crate) fn gathered(&self, word: &str) -> Option<u64> {
        const LEAST: u64 = 10;
        let mut known = [&self.collectives, &self.alone].into_iter();
        let number = known.find_map(|words| words.get(word).copied());
        number.filter(|&number| number >= LEAST)
    }

    /// How many a word in lower case says with no number before it: dozens, twice, a `quinquagénaire`.
    pub(crate) fn counts_alone(&self, word: &str) -> Option<u64> {
        let mut known = [&self.collectives, &self.alone, &self.ages].into_iter();
        known.find_map(|words| words.get(word).copied())
    }

    /// The years, and up to nine more, of what a word in lower case names.
    pub(crate) fn age(&self, word: &str) -> Option<u64> {
        self.ages.get(word).copied()
    }

    /// The parts that a word in lower case may begin with, each with the rest of the word: `Viertel`, `stunde`.
    pub(crate) fn parts_of<'w>(
        &self,
        word: &'w str,
    ) -> impl Iterator<Item = ((u64, u64), &'w str)> {
        let known = self.part_beginnings.iter();
        known.filter_map(move |(begin, part)| {
            let rest = word.strip_prefix(begin)?;
            Some((*part, rest.strip_prefix('-').unwrap_or(rest)))
        })
    }

    /// What ends a word that begins with a number.
    pub(crate) fn compounds(&self) -> &[Compound] {
        &self.compounds
    }

    /// The words that fractions begin with, or are, be they ordinals as well.
    pub(crate) fn is_fraction(&self, word: &str) -> bool {
        self.fractions.contains_key(word) || self.ordinal_fractions.contains_key(word)
    }
}

/// A line of compounds: how many of the least unit it is, what is measured, and what ends the words.
fn compounds(line: &'static str, endings: &[&'static str]) -> Vec<Compound> {
    let mut words = line.split_whitespace();
    let (Some(size), Some(dimension)) = (words.next(), words.next()) else {
        return Vec::new();
    };
    let (times, over) = ratio(size);
    let unit = Unit {
        dimension: if dimension == "1" { "" } else { dimension },
        times,
        over,
        ..Unit::NONE
    };
    words.map(|stem| (stem, endings.to_vec(), unit)).collect()
}

/// `3/4`, or `3` for `3/1`.
fn ratio(text: &str) -> (u64, u64) {
    let (times, over) = text.split_once('/').unwrap_or((text, "1"));
    let whole = |text: &str| text.parse().ok().filter(|&n| n > 0).unwrap_or(1);
    (whole(times), whole(over))
}

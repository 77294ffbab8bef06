//! The words that facts are told by: `numbers.txt`, the names of `dates.txt`, and with [`cues`](super::cues) all of it. All in lower case.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::clock::Clock;
use super::cues::Cues;
use super::kinds::FunctionKinds;
use super::quantities::Quantities;
use super::sections::Sections;
use super::words::{Dates, FunctionWords, Named};

/// A word of a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) value: u64,
    /// Whether it is one inside a compound only (`neuf` is also *new*).
    pub(crate) inside_only: bool,
}

/// `numbers.txt`: numbers in words.
#[derive(Debug)]
pub(crate) struct Numbers {
    numbers: FxHashMap<&'static str, Part>,
    ordinals: FxHashMap<&'static str, Part>,
    /// Endings of ordinals, on a number without its last `e`.
    ordinal_endings: Vec<&'static str>,
    /// What may stand between the words of one number.
    pub(crate) and: &'static str,
    /// What adds half of one, or half of the million before it, to a number.
    pub(crate) halves: Vec<&'static str>,
    /// Endings of numbers in one word that add half of one: `zweieinhalb`.
    pub(crate) half_endings: Vec<&'static str>,
    /// What before a million says half of it.
    pub(crate) half_of: Vec<&'static str>,
    /// Their first words.
    begin_half: FxHashSet<&'static str>,
    /// What says of a number that it counts hundredths.
    pub(crate) percents: Vec<&'static str>,
    /// What says of a number that it counts thousandths.
    pub(crate) permilles: Vec<&'static str>,
    /// What before a number says that it is below zero, or taken away.
    pub(crate) minus: Vec<&'static str>,
    /// What stands between a number and what it is a part of: nine out of ten.
    pub(crate) out_of: Vec<&'static str>,
    /// Words behind which figures with a point are compared as written: version 2.10.
    pub(crate) as_written: Vec<&'static str>,
    /// Words that are no numbers beside others: the word, those before it, those behind it.
    homographs: Vec<[Vec<&'static str>; 3]>,
    /// So many of a unit that loosely are so many: fifteen days of fourteen.
    pub(crate) loosely: Vec<(u64, &'static str, u64)>,
    /// What names a century by its hundreds: which, a word for a century, and the name as written.
    pub(crate) centuries: Vec<(u64, &'static str, &'static str)>,
    /// The numbers that the last two figures of a year may follow: nineteen eighty-four.
    pub(crate) year_hundreds: Vec<u64>,
    /// What stands for the nought of a year: nineteen *oh* six.
    pub(crate) year_zeros: Vec<&'static str>,
    /// What before a number says that there are more, or at least so many; fewer, or at most so many.
    pub(crate) bounds: [Vec<&'static str>; 2],
    /// What they count and are measured in.
    pub(crate) quantities: Quantities,
    /// Whether a number is one word, however long.
    together: bool,
}

impl Numbers {
    pub(super) fn parse(text: &'static str, together: bool) -> Self {
        let sections = Sections::parse(text);
        let mut numbers = FxHashMap::default();
        for (figure, linked, others) in sections.lines("numbers").iter().filter_map(figures) {
            numbers.extend(parts(figure, linked).chain(parts(figure, others)));
        }
        let ordinals = sections.pairs("ordinals");
        let century = |line: &&'static str| {
            let mut words = line.split_whitespace();
            Some((words.next()?.parse().ok()?, words.next()?, words.next()?))
        };
        let value = |word: &str| numbers.get(word).map(|part: &Part| part.value);
        Self {
            centuries: sections
                .lines("centuries")
                .iter()
                .filter_map(century)
                .collect(),
            year_hundreds: sections
                .words("hundreds of years")
                .filter_map(value)
                .collect(),
            year_zeros: sections.list("year zeros"),
            bounds: ["more than", "less than"].map(|name| {
                let mut phrases = sections.lines(name).to_vec();
                // `no more than` is not `more than`.
                phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.split(' ').count()));
                phrases
            }),
            numbers,
            ordinals: ordinals
                .flat_map(|(value, words)| parts(value, words))
                .collect(),
            ordinal_endings: sections.list("ordinal endings"),
            and: sections.words("and").next().unwrap_or_default(),
            halves: sections.lines("half").to_vec(),
            half_endings: sections.list("half endings"),
            half_of: sections.lines("half of").to_vec(),
            begin_half: {
                let lines = sections.lines("half of").iter();
                lines.filter_map(|line| line.split(' ').next()).collect()
            },
            percents: sections.lines("percent").to_vec(),
            permilles: sections.lines("permille").to_vec(),
            minus: sections.list("minus"),
            out_of: sections.lines("out of").to_vec(),
            as_written: sections.list("as written"),
            homographs: sections.lines("no numbers").iter().map(beside).collect(),
            loosely: sections
                .lines("loosely")
                .iter()
                .filter_map(loosely)
                .collect(),
            quantities: Quantities::parse(text),
            together,
        }
    }

    /// What a word in lower case is of a number.
    pub(crate) fn number(&self, word: &str) -> Option<Part> {
        self.numbers.get(word).copied()
    }

    /// Whether half of a number may begin with a word in lower case.
    pub(crate) fn begins_half(&self, word: &str) -> bool {
        self.begin_half.contains(word)
    }

    /// Whether a word in lower case is no number between these others: `tu sei`, `acht geben`.
    pub(crate) fn is_other_word(&self, before: &str, word: &str, behind: &str) -> bool {
        let mut known = self.homographs.iter();
        known.any(|[words, first, last]| {
            words.contains(&word) && (first.contains(&before) || last.contains(&behind))
        })
    }

    /// What a word in lower case is of an ordinal.
    pub(crate) fn ordinal(&self, word: &str) -> Option<Part> {
        let of_number = || {
            let mut stems = self
                .ordinal_endings
                .iter()
                .filter_map(|end| word.strip_suffix(end));
            // quatr(e)ième, undic(i)esimo
            let dropped = ["", "e", "i"];
            stems.find_map(|stem| {
                let mut whole = dropped.iter().map(|end| format!("{stem}{end}"));
                whole.find_map(|word| self.number(&word))
            })
        };
        self.ordinals.get(word).copied().or_else(of_number)
    }

    /// The words of a number that is written as one, in a language that does (`twee` `honderd` `vijftig`); any other word
    /// as it is.
    pub(crate) fn parts<'w>(&self, word: &'w str) -> SmallVec<[&'w str; 8]> {
        // As long as the words of nine figures; it also bounds what is tried.
        const LONGEST: usize = 80;
        let mut parts = SmallVec::new();
        if !self.together || word.len() > LONGEST || !self.take_apart(word, &mut parts) {
            parts.push(word);
        }
        parts
    }

    /// Whether `rest` is made of the words of a number, which are put behind `parts`; longer words are preferred.
    fn take_apart<'w>(&self, rest: &'w str, parts: &mut SmallVec<[&'w str; 8]>) -> bool {
        if self.number(rest).or_else(|| self.ordinal(rest)).is_some() {
            parts.push(rest);
            return true;
        }
        let mut ends = (1..rest.len())
            .rev()
            .filter(|&end| rest.is_char_boundary(end));
        ends.any(|end| {
            let (head, tail) = rest.split_at(end);
            let joins = head == self.and && !parts.is_empty();
            if !joins && self.number(head).is_none() {
                return false;
            }
            parts.push(head);
            let whole = self.take_apart(tail, parts);
            if !whole {
                parts.pop();
            }
            whole
        })
    }
}

/// A line of `[no numbers]`: a word, and behind bars the words before it and behind it that tell it from the number.
fn beside(line: &&'static str) -> [Vec<&'static str>; 3] {
    let mut parts = line.split('|');
    [0, 1, 2].map(|_| {
        let words = parts.next().unwrap_or_default().split_whitespace();
        words.collect()
    })
}

/// A line of `[loosely]`: a number, a unit, and how many of them it may say.
fn loosely(line: &&'static str) -> Option<(u64, &'static str, u64)> {
    let mut words = line.split(' ');
    let (number, unit, meant) = (words.next()?, words.next()?, words.next()?);
    Some((number.parse().ok()?, unit, meant.parse().ok()?))
}

/// A line of `[numbers]`: the figure, the words it is linked with, and its other words.
fn figures(line: &&'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (figure, words) = line.split_once(' ')?;
    let (linked, others) = words.split_once('|').unwrap_or((words, ""));
    Some((figure, linked, others))
}

/// The words of a value; a leading `~` marks one that is a number inside a compound only.
fn parts(value: &str, words: &'static str) -> impl Iterator<Item = (&'static str, Part)> {
    let value: Option<u64> = value.parse().ok();
    let words = words.split_whitespace();
    words.filter_map(move |word| {
        let part = Part {
            value: value?,
            inside_only: word.starts_with('~'),
        };
        Some((word.trim_start_matches('~'), part))
    })
}

/// Each figure of `numbers.txt` that is linked with words, and these words.
pub(super) fn figures_in_words(text: &'static str) -> Vec<Vec<&'static str>> {
    let sections = Sections::parse(text);
    let lines = sections.lines("numbers").iter().filter_map(figures);
    lines
        .map(|(figure, linked, _)| {
            let words = linked.split_whitespace();
            let words = words.map(|word| word.trim_start_matches('~'));
            [figure].into_iter().chain(words).collect::<Vec<_>>()
        })
        .filter(|line| line.len() > 1)
        .collect()
}

/// The names of months and days, by their numbers.
#[derive(Debug)]
pub(crate) struct Calendar {
    months: FxHashMap<String, u64>,
    weekdays: FxHashMap<String, u64>,
    /// Names that are common words, and abbreviations without their point, which count only beside a number.
    doubtful_months: FxHashSet<String>,
    /// Names of days that are common words.
    doubtful_days: FxHashSet<String>,
    /// Whether a month and a day begin with a capital; if so, the word in lower case is another.
    capitals: bool,
}

impl Calendar {
    pub(super) fn new(dates: &Dates) -> Self {
        let lower = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| name.to_lowercase()).collect()
        };
        let pointed = |named: &Named| -> Vec<String> {
            named.short.iter().map(|s| s.to_lowercase() + ".").collect()
        };
        let numbered = |all: &[Named], bare: bool| {
            let mut numbers = FxHashMap::default();
            for (n, named) in (1..).zip(all) {
                let bare = lower(if bare { &named.short } else { &[] });
                for name in bare.into_iter().chain(pointed(named)) {
                    numbers.entry(name).or_insert(n);
                }
            }
            // What is a name and an abbreviation is a name.
            for (n, named) in (1..).zip(all) {
                numbers.extend(lower(&named.names).into_iter().map(|name| (name, n)));
            }
            numbers
        };
        let names = |month: &Named| {
            let names = lower(&month.doubted);
            let short = month.short.iter().filter(|s| !month.names.contains(s));
            let short = short.map(|s| s.to_lowercase());
            names.into_iter().chain(short).collect::<Vec<_>>()
        };
        let first = dates.months.iter().flat_map(|month| &month.names).next();
        Self {
            months: numbered(&dates.months, true),
            weekdays: numbered(&dates.weekdays, false),
            doubtful_months: dates.months.iter().flat_map(names).collect(),
            doubtful_days: dates
                .weekdays
                .iter()
                .flat_map(|day| lower(&day.doubted))
                .collect(),
            capitals: first.is_some_and(|name| name.starts_with(char::is_uppercase)),
        }
    }

    /// Whether a word is a month or a day of the week; `lower` is it in lower case.
    pub(crate) fn has(&self, text: &str, lower: &str) -> bool {
        self.month(text, lower).is_some() || self.weekday(text, lower).is_some()
    }

    /// Whether the names of the months are known.
    pub(crate) fn knows_months(&self) -> bool {
        !self.months.is_empty()
    }

    /// The number (1 to 12) of a month; `lower` is `text` in lower case.
    pub(crate) fn month(&self, text: &str, lower: &str) -> Option<u64> {
        self.number(&self.months, text, lower)
    }

    /// Whether a month in lower case is one beside a number only.
    pub(crate) fn is_doubtful(&self, lower: &str) -> bool {
        self.doubtful_months.contains(lower)
    }

    /// Whether the name of a day in lower case often says something else.
    pub(crate) fn is_doubtful_day(&self, lower: &str) -> bool {
        self.doubtful_days.contains(lower)
    }

    /// The number (1 to 7) of a day of the week; `lower` is `text` in lower case.
    pub(crate) fn weekday(&self, text: &str, lower: &str) -> Option<u64> {
        self.number(&self.weekdays, text, lower)
    }

    fn number(&self, names: &FxHashMap<String, u64>, text: &str, lower: &str) -> Option<u64> {
        if self.capitals && !text.starts_with(char::is_uppercase) {
            return None;
        }
        names.get(lower).copied()
    }
}

/// All of it for one language.
#[derive(Debug)]
pub(crate) struct FactWords {
    pub(crate) numbers: Numbers,
    pub(crate) cues: Cues,
    pub(crate) calendar: Calendar,
    pub(crate) clock: Clock,
    pub(crate) dates: &'static Dates,
    pub(crate) functions: &'static FunctionWords,
    pub(crate) kinds: &'static FunctionKinds,
    /// Where every noun has a capital: words that are listed for what they mean, so that they are no names.
    pub(crate) listed: FxHashSet<&'static str>,
    /// What parts whole numbers from decimals.
    pub(crate) decimal_mark: char,
    /// Whether figures have the day before the month.
    pub(crate) day_first: bool,
    /// Whether a capital inside a sentence tells a name.
    pub(crate) capitals_name: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_written_as_one_word() {
        let text = "[numbers]\n2 twee\n5 vijf\n50 vijftig\n100 honderd\n[ordinal endings]\nste\n[and]\nen\n";
        let numbers = Numbers::parse(text, true);
        for (word, parts) in [
            ("tweehonderdvijftig", "twee honderd vijftig"),
            ("honderdenvijf", "honderd en vijf"),
            ("tweehonderdste", "twee honderdste"),
            ("vijftig", "vijftig"),
            ("tweehonderdman", "tweehonderdman"),
            ("entwee", "entwee"),
            ("", ""),
        ] {
            assert_eq!(numbers.parts(word).join(" "), parts, "{word}");
        }
        let apart = Numbers::parse(text, false);
        assert_eq!(*apart.parts("tweehonderd"), ["tweehonderd"]);
    }
}

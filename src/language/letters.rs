//! The letters of languages, in groups of three: by them a text is told that has too few function words.

use std::sync::{Arc, LazyLock, PoisonError, RwLock, RwLockReadGuard};

use rustc_hash::FxHashMap;

use crate::witness::Language;

/// A language in Latin letters.
#[derive(Debug)]
pub(super) struct Lettered {
    pub(super) language: Language,
    /// Its English name.
    pub(super) name: &'static str,
    /// Its letters that are no plain ones.
    marked: &'static str,
    /// Its commonest short words, where it has no file of its own.
    pub(super) common: Vec<&'static str>,
}

/// What `letters.txt` holds.
#[derive(Debug)]
pub(super) struct Letters {
    /// In the order of the file.
    pub(super) languages: Vec<Lettered>,
    /// The place of each code among them.
    places: FxHashMap<&'static str, usize>,
    /// The lines of groups, in the order of their bytes. They are searched as they are: a short text asks for a hundred of ten
    /// thousand, in a process that may read nothing else.
    groups: &'static str,
    /// Those that were asked for: of many texts each asks for the same again.
    asked: RwLock<Said>,
}

/// What groups say.
type Said = FxHashMap<Group, Says>;

/// What the groups of a text say, those that were asked for before among them; one lock serves a text.
#[derive(Debug)]
pub(super) struct Asked<'l> {
    letters: &'l Letters,
    before: Option<RwLockReadGuard<'l, Said>>,
    fresh: Said,
}

/// Three letters that stand beside each other.
type Group = [char; 3];

/// What a group says for the languages that have it, in nats, by their places.
pub(super) type Says = Arc<[(usize, f64)]>;

/// Stands where a word begins or ends.
const EDGE: char = '_';

/// So many groups are remembered: there is no end of those that no language has.
const MOST: usize = 1 << 15;

/// The groups of a language are as frequent as if each had a share of 1 / (`FLATTER` + its rank), after Mandelbrot.
const FLATTER: f64 = 12.0;
/// A group that is not listed is as frequent as one of this rank: there are some thousands of them.
const UNLISTED: f64 = 1250.0;
/// Each letter is in three groups, so that each of these says less than if it stood alone.
const DEPENDENT: f64 = 0.5;

pub(super) static LETTERS: LazyLock<Letters> =
    LazyLock::new(|| Letters::parse(include_str!("../../languages/letters.txt")));

impl Letters {
    fn parse(text: &'static str) -> Self {
        let (head, groups) = text.split_once("[groups]\n").unwrap_or((text, ""));
        let lines = head.lines().filter(|line| !line.starts_with('#'));
        let languages: Vec<Lettered> = lines.filter_map(language).collect();
        let codes = head.lines().filter(|line| !line.starts_with('#'));
        let codes = codes.filter_map(|line| Some(line.split_once(' ')?.0));
        Self {
            languages,
            places: codes.zip(0..).collect(),
            groups,
            asked: RwLock::default(),
        }
    }

    /// What the groups of a text say.
    pub(super) fn asked(&self) -> Asked<'_> {
        let asked = self.asked.read();
        Asked {
            letters: self,
            before: Some(asked.unwrap_or_else(PoisonError::into_inner)),
            fresh: Said::default(),
        }
    }

    /// What a group says, from its line.
    fn of(&self, group: Group) -> Says {
        let Some(line) = self.line(&String::from_iter(group)) else {
            return Says::default();
        };
        let entries = line.split(' ').filter_map(|entry| {
            let (code, rank) = entry.split_at(entry.find(|c: char| c.is_ascii_digit())?);
            let rank: u16 = rank.parse().ok()?;
            let share = (FLATTER + UNLISTED) / (FLATTER + f64::from(rank));
            Some((*self.places.get(code)?, DEPENDENT * share.ln()))
        });
        entries.collect()
    }

    /// What stands behind a group in its line.
    fn line(&self, group: &str) -> Option<&'static str> {
        let (mut from, mut to) = (0, self.groups.len());
        while from < to {
            let middle = from.midpoint(to);
            // Line feeds are no part of any other letter.
            let mut before = self.groups.as_bytes()[from..middle].iter();
            let start = before
                .rposition(|&b| b == b'\n')
                .map_or(from, |at| from + at + 1);
            let line = self.groups[start..].split('\n').next()?;
            let (head, entries) = line.split_once(' ')?;
            match head.cmp(group) {
                std::cmp::Ordering::Equal => return Some(entries),
                std::cmp::Ordering::Less => from = start + line.len() + 1,
                std::cmp::Ordering::Greater => to = start,
            }
        }
        None
    }
}

impl Asked<'_> {
    /// What each group of a word in lower case says.
    pub(super) fn word(&mut self, word: &str) -> impl Iterator<Item = Says> {
        groups(word).map(|group| self.of(group))
    }

    fn of(&mut self, group: Group) -> Says {
        let before = self.before.as_ref().and_then(|said| said.get(&group));
        if let Some(says) = before {
            return says.clone();
        }
        let fresh = self.fresh.entry(group);
        fresh.or_insert_with(|| self.letters.of(group)).clone()
    }
}

impl Drop for Asked<'_> {
    fn drop(&mut self) {
        // Whoever reads keeps those off who write.
        self.before = None;
        if !self.fresh.is_empty() {
            let asked = self.letters.asked.write();
            let mut asked = asked.unwrap_or_else(PoisonError::into_inner);
            let room = MOST.saturating_sub(asked.len());
            asked.extend(self.fresh.drain().take(room));
        }
    }
}

impl Lettered {
    /// Whether a word in lower case has a letter that the language has not.
    pub(super) fn lacks(&self, word: &str) -> bool {
        let mut letters = word.chars();
        letters.any(|letter| !letter.is_ascii() && !self.marked.contains(letter))
    }
}

/// The language of `eu Basque`, `fr French (éà)` or `br Breton (ñù): ar da`.
fn language(line: &'static str) -> Option<Lettered> {
    let (code, rest) = line.split_once(' ')?;
    let (name, common) = rest.split_once(": ").unwrap_or((rest, ""));
    let (name, marked) = name.split_once(" (").unwrap_or((name, ""));
    Some(Lettered {
        language: Language::literal(code),
        name,
        marked: marked.trim_end_matches(')'),
        common: common.split_whitespace().collect(),
    })
}

/// The groups of a word: `_un`, `un_`.
fn groups(word: &str) -> impl Iterator<Item = Group> {
    let letters = || {
        let edge = std::iter::once(EDGE);
        edge.clone().chain(word.chars()).chain(edge)
    };
    let (second, third) = (letters().skip(1), letters().skip(2));
    let pairs = letters().zip(second);
    pairs.zip(third).map(|((a, b), c)| [a, b, c])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_groups_with_their_edges() {
        let of = |word| groups(word).map(String::from_iter).collect::<Vec<_>>();
        assert_eq!(of("à"), ["_à_"]);
        assert_eq!(of("une"), ["_un", "une", "ne_"]);
    }

    #[test]
    fn every_line_is_found() {
        let letters = &*LETTERS;
        for line in letters.groups.lines() {
            let (group, entries) = line.split_once(' ').expect("a group");
            assert_eq!(letters.line(group), Some(entries), "{group}");
            let all = entries.split(' ').count();
            let group: Vec<char> = group.chars().collect();
            let group: Group = group.try_into().expect("three letters");
            assert_eq!(letters.of(group).len(), all, "{line}");
            assert_eq!(letters.asked().of(group).len(), all, "{line}, asked");
        }
        for none in ["", "\u{1}", "qqq", "\u{10ffff}"] {
            assert_eq!(letters.line(none), None);
        }
    }

    #[test]
    fn letters_that_a_language_lacks() {
        let of = |code| {
            let mut languages = LETTERS.languages.iter();
            let found = languages.find(|lettered| lettered.language == Language::literal(code));
            found.expect("a language")
        };
        assert!(of("pt").lacks("año") && !of("gl").lacks("año"));
        assert!(of("es").lacks("això") && !of("ca").lacks("això"));
        assert!(!of("eu").lacks("etxe"));
        assert_eq!(of("br").name, "Breton");
    }

    #[test]
    fn no_language_stands_twice() {
        let letters = &*LETTERS;
        assert_eq!(letters.places.len(), letters.languages.len());
        assert!(letters.languages.iter().all(|l| !l.name.is_empty()));
    }
}

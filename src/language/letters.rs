//! The letters of languages, in groups of three: by them a text is told that has too few function words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::witness::Language;

/// A language in Latin letters.
#[derive(Debug)]
pub(super) struct Lettered {
    pub(super) language: Language,
    /// Its English name.
    pub(super) name: &'static str,
    /// Its commonest short words, where it has no file of its own.
    pub(super) common: Vec<&'static str>,
}

/// Three letters, of which the first or the last may be [`EDGE`].
type Group = [char; 3];

/// Stands where a word begins or ends.
const EDGE: char = '_';

/// The groups of all languages.
#[derive(Debug)]
pub(super) struct Letters {
    /// In the order of the file.
    pub(super) languages: Vec<Lettered>,
    /// For each group the last of its entries, one for each language that has it.
    last: FxHashMap<Group, usize>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// Place in [`Letters::languages`].
    language: usize,
    /// What the group says for the language, in nats, 0 or more.
    gain: f64,
    before: Option<usize>,
}

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
        let mut letters = Self {
            languages: Vec::new(),
            last: FxHashMap::default(),
            entries: Vec::new(),
        };
        let mut rank = 0.0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((code, name)) = heading(line) {
                letters.languages.push(Lettered {
                    language: Language::literal(code),
                    name,
                    common: Vec::new(),
                });
                rank = 0.0;
            } else if let Some(words) = line.strip_prefix("common = ") {
                let language = letters.languages.last_mut();
                language
                    .expect("a heading stands before")
                    .common
                    .extend(words.split(' '));
            } else {
                for group in line.split(' ').filter(|group| !group.is_empty()) {
                    letters.enter(group, rank);
                    rank += 1.0;
                }
            }
        }
        letters
    }

    /// Enters a group of the language that is read.
    fn enter(&mut self, group: &str, rank: f64) {
        let mut signs = group.chars();
        let (Some(a), Some(b), Some(c)) = (signs.next(), signs.next(), signs.next()) else {
            return;
        };
        let entry = self.entries.len();
        self.entries.push(Entry {
            language: self.languages.len() - 1,
            gain: DEPENDENT * ((FLATTER + UNLISTED) / (FLATTER + rank)).ln(),
            before: self.last.insert([a, b, c], entry),
        });
    }

    /// What a word in lower case says for each language, times `weight`, is added to `scores`.
    pub(super) fn add(&self, word: &str, weight: f64, scores: &mut [f64]) {
        for group in groups(word) {
            for entry in self.of(group) {
                scores[entry.language] += weight * entry.gain;
            }
        }
    }

    /// How many groups of a word in lower case a language has, and how many there are.
    pub(super) fn known(&self, word: &str, language: usize) -> (usize, usize) {
        let has = |group: Group| self.of(group).any(|entry| entry.language == language);
        groups(word).fold((0, 0), |(known, all), group| {
            (known + usize::from(has(group)), all + 1)
        })
    }

    fn of(&self, group: Group) -> impl Iterator<Item = &Entry> {
        let last = self.last.get(&group).map(|&last| &self.entries[last]);
        std::iter::successors(last, |entry| Some(&self.entries[entry.before?]))
    }
}

/// The code and the name of `[fr French]`.
fn heading(line: &'static str) -> Option<(&'static str, &'static str)> {
    line.strip_prefix('[')?.strip_suffix(']')?.split_once(' ')
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
    fn the_file_is_whole() {
        let letters = &*LETTERS;
        for language in &letters.languages {
            let twice = letters.languages.iter();
            let twice = twice.filter(|other| other.language == language.language);
            assert_eq!(twice.count(), 1, "{}", language.language);
            assert!(!language.name.is_empty());
        }
        for entry in &letters.entries {
            assert!(entry.gain > 0.0);
        }
    }
}

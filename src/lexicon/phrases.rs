//! Phrases known to stand for one word, or for another phrase: `put up with`, `tolerate`.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Positions of words in a sentence, increasing. Nearly all lists are short: these take no memory of their own.
pub type Positions = SmallVec<[u32; 4]>;

/// Words that may stand between two words of a phrase: `called the talks off`.
const BETWEEN: usize = 2;

/// A phrase where it stands in a sentence.
#[derive(Debug)]
struct PhraseMatch {
    /// The number of what it says; phrases that stand for each other say the same.
    sense: u32,
    /// The number of the phrase among those that say it.
    way: u32,
    /// The positions of its words, increasing.
    at: Positions,
}

/// Phrases, as numbers of stems.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The ways to say a thing, some of them a word.
    senses: Vec<Vec<Phrase>>,
    /// For each stem the [`bit`]s of those that come second in the phrases of several words that it begins.
    seconds: Vec<u64>,
    /// The sense and the way of the phrases of several words, by the two stems that they begin with: many begin with
    /// `de`, few go on alike.
    begun: FxHashMap<(u32, u32), Vec<(u32, u32)>>,
}

#[derive(Debug)]
struct Phrase {
    stems: Vec<u32>,
    /// Whether its last word can stand elsewhere: in an article (`au moyen du`).
    ends_open: bool,
}

impl Phrase {
    /// Where its words stand in a sentence, if it begins at a place.
    fn at(&self, from: usize, sentence: &[Option<u32>]) -> Option<Positions> {
        let mut at = Positions::new();
        let (mut next, mut reach) = (from, 0);
        for &word in &self.stems {
            let mut near = (next..sentence.len()).take(reach + 1);
            match near.find(|&place| sentence[place] == Some(word)) {
                Some(place) => {
                    at.push(place as u32);
                    (next, reach) = (place + 1, BETWEEN);
                }
                None if self.ends_open && at.len() + 1 == self.stems.len() => break,
                None => return None,
            }
        }
        Some(at)
    }
}

impl Phrases {
    /// Adds the ways to say one thing, each with whether it ends with a function word.
    pub(super) fn add(&mut self, ways: Vec<(Vec<u32>, bool)>) {
        let sense = self.senses.len() as u32;
        for (way, (stems, _)) in (0..).zip(&ways) {
            if let [first, second, ..] = stems[..] {
                let count = self.seconds.len().max(first as usize + 1);
                self.seconds.resize(count, 0);
                self.seconds[first as usize] |= bit(second);
                self.begun
                    .entry((first, second))
                    .or_default()
                    .push((sense, way));
            }
        }
        let phrase = |(stems, ends_small): (Vec<u32>, bool)| Phrase {
            ends_open: ends_small && stems.len() > 2,
            stems,
        };
        self.senses.push(ways.into_iter().map(phrase).collect());
    }

    /// The positions of what stands for each other in two sentences, given as the numbers of their stems, where one of the two
    /// is a phrase of several words: those of the first sentence first.
    pub(super) fn pairs(
        &self,
        a: &[Option<u32>],
        b: &[Option<u32>],
    ) -> Vec<(Positions, Positions)> {
        let mut found = Vec::new();
        for phrase in self.find(a) {
            let other = self.nearest(&phrase, a, b);
            found.extend(other.map(|other| (phrase.at, other)));
        }
        for phrase in self.find(b) {
            let other = self.nearest(&phrase, b, a);
            found.extend(other.map(|other| (other, phrase.at)));
        }
        found
    }

    /// The phrases of several words in a sentence, given as the numbers of its stems.
    fn find(&self, sentence: &[Option<u32>]) -> Vec<PhraseMatch> {
        let mut found = Vec::new();
        let mut begun: Vec<(u32, u32)> = Vec::new();
        for (from, &first) in sentence.iter().enumerate() {
            let seconds = first.and_then(|first| self.seconds.get(first as usize));
            let (Some(first), Some(&seconds @ 1..)) = (first, seconds) else {
                continue;
            };
            let after = &sentence[from + 1..];
            let after = &after[..after.len().min(BETWEEN + 1)];
            begun.clear();
            for (n, second) in after.iter().enumerate() {
                if let Some(second) = second
                    && seconds & bit(*second) != 0
                    && !after[..n].contains(&Some(*second))
                    && let Some(phrases) = self.begun.get(&(first, *second))
                {
                    begun.extend(phrases);
                }
            }
            begun.sort_unstable();
            for &(sense, way) in &begun {
                let phrase = &self.senses[sense as usize][way as usize];
                let at = phrase.at(from, sentence);
                found.extend(at.map(|at| PhraseMatch { sense, way, at }));
            }
        }
        found
    }

    /// Where another sentence says the same in other words; of several places the one that stands, in proportion, where the
    /// phrase does.
    fn nearest(
        &self,
        phrase: &PhraseMatch,
        own: &[Option<u32>],
        other: &[Option<u32>],
    ) -> Option<Positions> {
        let here = phrase.at[0] as usize * other.len();
        let ways = (0..).zip(&self.senses[phrase.sense as usize]);
        ways.filter(|(way, _)| *way != phrase.way)
            .flat_map(|(_, way)| (0..other.len()).filter_map(|from| way.at(from, other)))
            .min_by_key(|at| here.abs_diff(at[0] as usize * own.len()))
    }
}

/// One bit for a number.
fn bit(number: u32) -> u64 {
    1 << (number % 64)
}

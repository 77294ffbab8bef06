//! Phrases known to stand for one word, or for another phrase: `put up with`, `tolerate`.

use crate::witness::TokenList;

/// Words that may stand between two words of a phrase: `called the talks off`.
const BETWEEN: usize = 2;

/// A phrase where it stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseMatch {
    /// The number of what it says; phrases that stand for each other say the same.
    pub sense: u32,
    /// The number of the phrase among those that say it.
    pub way: u32,
    /// The positions of its words, increasing.
    pub at: TokenList,
}

/// Phrases, as numbers of stems.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The ways to say a thing, some of them a word.
    senses: Vec<Vec<Phrase>>,
    /// The sense and the way of the phrases of several words, by the stem that they begin with.
    begun: Vec<Vec<(u32, u32)>>,
}

#[derive(Debug)]
struct Phrase {
    stems: Vec<u32>,
    /// Whether its last word can stand elsewhere: in an article (`au moyen du`).
    ends_open: bool,
}

impl Phrase {
    /// Where its words stand in a sentence, if it begins at a place.
    fn at(&self, from: usize, sentence: &[Option<u32>]) -> Option<TokenList> {
        let mut at = TokenList::new();
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
            if let [first, _, ..] = stems[..] {
                let first = first as usize;
                let count = self.begun.len().max(first + 1);
                self.begun.resize_with(count, Vec::new);
                self.begun[first].push((sense, way));
            }
        }
        let phrase = |(stems, ends_small): (Vec<u32>, bool)| Phrase {
            ends_open: ends_small && stems.len() > 2,
            stems,
        };
        self.senses.push(ways.into_iter().map(phrase).collect());
    }

    /// The phrases of several words in a sentence, given as the numbers of its stems.
    pub(super) fn find(&self, sentence: &[Option<u32>]) -> Vec<PhraseMatch> {
        let mut found = Vec::new();
        for (from, first) in sentence.iter().enumerate() {
            let begun = first.and_then(|first| self.begun.get(first as usize));
            for &(sense, way) in begun.into_iter().flatten() {
                let phrase = &self.senses[sense as usize][way as usize];
                let at = phrase.at(from, sentence);
                found.extend(at.map(|at| PhraseMatch { sense, way, at }));
            }
        }
        found
    }

    /// Where else a sentence says the same as a phrase, in other words.
    pub(super) fn others(
        &self,
        phrase: &PhraseMatch,
        sentence: &[Option<u32>],
    ) -> Vec<PhraseMatch> {
        let sense = phrase.sense;
        let ways = (0..).zip(&self.senses[sense as usize]);
        ways.filter(|(way, _)| *way != phrase.way)
            .flat_map(|(way, other)| {
                let places = (0..sentence.len()).filter_map(|from| other.at(from, sentence));
                places.map(move |at| PhraseMatch { sense, way, at })
            })
            .collect()
    }
}

//! Which of several places of the same words a lemma is.

use rustc_hash::FxHashMap;

use crate::witness::{TokenIndex, UnitIndex, Witness};

use super::Entry;

/// Where the words of units of a witness stand. Each lemma is looked for once: the time grows with the words, not with their square.
pub struct Occurrences<'w> {
    witness: &'w Witness,
    own: Vec<TokenIndex>,
    /// For each word its positions in `own`.
    by_word: FxHashMap<&'w str, Vec<usize>>,
    /// For the words of each lemma that was asked for where they begin, each place with its number from 1.
    found: FxHashMap<Vec<&'w str>, FxHashMap<TokenIndex, u32>>,
}

impl<'w> Occurrences<'w> {
    /// Those in these units.
    pub fn new(witness: &'w Witness, units: &[UnitIndex]) -> Self {
        let own = units.iter();
        let own: Vec<TokenIndex> = own
            .flat_map(|&u| witness.unit(u).tokens.indices())
            .collect();
        let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, &token) in own.iter().enumerate() {
            by_word
                .entry(witness.token_text(token))
                .or_default()
                .push(at);
        }
        Self {
            witness,
            own,
            by_word,
            found: FxHashMap::default(),
        }
    }

    /// Which occurrence of its words the lemma of an entry is, from 1; `None` where it is the only one, or stands elsewhere.
    pub fn number(&mut self, entry: &Entry) -> Option<u32> {
        let first = entry.lemma.first()?;
        let begun = self.by_word.get(self.witness.token_text(*first))?;
        if begun.len() < 2 {
            return None;
        }
        let words = entry.lemma.iter();
        let words: Vec<&str> = words.map(|&t| self.witness.token_text(t)).collect();
        let places = match self.found.get(&words) {
            Some(places) => places,
            None => {
                let stands = |&&at: &&usize| {
                    let here = self.own.get(at..at + words.len());
                    let mut here = here.into_iter().flatten().zip(&words);
                    at + words.len() <= self.own.len()
                        && here.all(|(&t, &word)| self.witness.token_text(t) == word)
                };
                let places = begun.iter().filter(stands).zip(1..);
                let places = places.map(|(&at, number)| (self.own[at], number)).collect();
                self.found.entry(words).or_insert(places)
            }
        };
        places.get(first).copied().filter(|_| places.len() > 1)
    }
}

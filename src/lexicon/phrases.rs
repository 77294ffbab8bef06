//! Phrases known to stand for one word, or for another phrase: `put up with`, `tolerate`.

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
    pub at: Vec<u32>,
}

/// Phrases, as numbers of stems.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By the stem that they begin with.
    begun: Vec<Vec<Phrase>>,
    senses: u32,
}

#[derive(Debug)]
struct Phrase {
    sense: u32,
    way: u32,
    /// The stems after the first.
    rest: Vec<u32>,
    /// Whether its last word can stand elsewhere: in an article (`au moyen du`).
    ends_open: bool,
}

impl Phrases {
    /// Adds the ways to say one thing, each with whether it ends with a function word.
    pub(super) fn add(&mut self, ways: Vec<(Vec<u32>, bool)>) {
        for (way, (stems, ends_open)) in (0..).zip(ways) {
            if let Some((&first, rest)) = stems.split_first() {
                let first = first as usize;
                self.begun
                    .resize_with(self.begun.len().max(first + 1), Vec::new);
                self.begun[first].push(Phrase {
                    sense: self.senses,
                    way,
                    rest: rest.to_vec(),
                    ends_open: ends_open && rest.len() > 1,
                });
            }
        }
        self.senses += 1;
    }

    /// The phrases in a sentence, given as the numbers of its stems.
    pub(super) fn find(&self, sentence: &[Option<u32>]) -> Vec<PhraseMatch> {
        let mut found = Vec::new();
        for (from, first) in sentence.iter().enumerate() {
            let begun = first.and_then(|first| self.begun.get(first as usize));
            for phrase in begun.into_iter().flatten() {
                let mut at = vec![from as u32];
                let mut next = from + 1;
                for word in &phrase.rest {
                    let mut near = (next..sentence.len()).take(BETWEEN + 1);
                    let Some(place) = near.find(|&place| sentence[place] == Some(*word)) else {
                        break;
                    };
                    at.push(place as u32);
                    next = place + 1;
                }
                let missing = phrase.rest.len() + 1 - at.len();
                if missing == 0 || missing == 1 && phrase.ends_open {
                    found.push(PhraseMatch {
                        sense: phrase.sense,
                        way: phrase.way,
                        at,
                    });
                }
            }
        }
        found
    }
}

//! The sieve: whether a text has enough of the rarer words of a statement near each other.
//!
//! It reads a text word by word and knows of each only whether it is one of the statement's; nothing is segmented, and no key is
//! made twice. Who paraphrases keeps some of the rarer words of a sentence, in whatever order and form, within a sentence's length;
//! who quotes keeps a few within a few words.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::index::{Index, words};

/// In how many words of a text the words of a sentence are looked for: a long sentence.
const SENTENCE: u32 = 45;
/// The share of the weight of a sentence that a rendering of it keeps; of texts on the same matter few sentences have as much.
const LEAST_SHARE: f32 = 0.4;
/// In how many words of either text those of a quotation stand.
const QUOTATION: u32 = 10;
/// The fewest words that tell anything.
const LEAST_WORDS: u32 = 3;
/// Words that are remembered, of any text; after so many they are forgotten, so that memory stays flat.
const REMEMBERED: usize = 1 << 17;

/// Tells of one text after the other whether it is worth comparing with a statement.
pub struct Sieve<'s> {
    index: &'s Index,
    /// Words that were seen, and which of the statement's each is a form of.
    seen: FxHashMap<Box<str>, Option<u32>>,
    /// For each sentence of the statement what of it stands in the window: how many words, and their weight.
    held: Vec<(u32, f32)>,
    /// For each word of the statement how often it stands in the window.
    counts: Vec<u32>,
    /// The words of the statement in the window, with their places in the text.
    window: VecDeque<(u32, u32)>,
}

impl<'s> Sieve<'s> {
    pub(super) fn new(index: &'s Index) -> Self {
        Self {
            index,
            seen: FxHashMap::default(),
            held: vec![(0, 0.0); index.weights.len()],
            counts: vec![0; index.stems.len()],
            window: VecDeque::new(),
        }
    }

    /// Whether a text has so many of the statement's rarer words near each other that it is worth comparing.
    pub fn keeps(&mut self, text: &str) -> bool {
        let mut kept = false;
        for (place, word) in (0..).zip(words(text)) {
            let Some(stem) = self.stem(word) else {
                continue;
            };
            while self
                .window
                .front()
                .is_some_and(|first| first.0 + SENTENCE < place)
            {
                self.leave();
            }
            if self.enter(place, stem) || self.is_quoted(place, stem) {
                kept = true;
                break;
            }
        }
        while !self.window.is_empty() {
            self.leave();
        }
        kept
    }

    fn stem(&mut self, word: &str) -> Option<u32> {
        if let Some(&stem) = self.seen.get(word) {
            return stem;
        }
        if self.seen.len() >= REMEMBERED {
            self.seen.clear();
        }
        let stem = self.index.stem(word);
        self.seen.insert(word.into(), stem);
        stem
    }

    /// A word of the statement comes into the window; whether it now holds a rendering of a sentence.
    fn enter(&mut self, place: u32, stem: u32) -> bool {
        self.window.push_back((place, stem));
        let count = &mut self.counts[stem as usize];
        *count += 1;
        if *count > 1 {
            return false;
        }
        let Index { stems, weights, .. } = self.index;
        let stem = &stems[stem as usize];
        let mut renders = false;
        for sentence in sentences(&stem.places) {
            let held = &mut self.held[sentence];
            *held = (held.0 + 1, held.1 + stem.weight);
            renders |= held.0 >= LEAST_WORDS && held.1 >= LEAST_SHARE * weights[sentence];
        }
        renders
    }

    /// The first word leaves the window.
    fn leave(&mut self) {
        let Some((_, stem)) = self.window.pop_front() else {
            return;
        };
        let count = &mut self.counts[stem as usize];
        *count -= 1;
        if *count > 0 {
            return;
        }
        let stem = &self.index.stems[stem as usize];
        for sentence in sentences(&stem.places) {
            let held = &mut self.held[sentence];
            // What is left is nothing at all, whatever sums of fractions say.
            *held = match held.0 {
                0 | 1 => (0, 0.0),
                words => (words - 1, held.1 - stem.weight),
            };
        }
    }

    /// Whether the words before the one that came in last stand as near it in the statement as here: enough for a quotation.
    fn is_quoted(&self, place: u32, last: u32) -> bool {
        let near = self.window.iter().rev();
        let near = near.take_while(|(other, _)| other + QUOTATION > place);
        let mut stems: Vec<u32> = near.map(|&(_, stem)| stem).collect();
        stems.sort_unstable();
        stems.dedup();
        if stems.len() < LEAST_WORDS as usize {
            return false;
        }
        let stems = stems.iter().map(|&stem| &self.index.stems[stem as usize]);
        let places = &self.index.stems[last as usize].places;
        places.iter().any(|&(sentence, here)| {
            let found = stems.clone().filter(|stem| {
                // The numbers of the words grow with their sentences.
                let from = stem
                    .places
                    .partition_point(|place| place.1 + QUOTATION <= here);
                let near = stem.places[from..].iter();
                let mut near = near.take_while(|place| place.1 < here + QUOTATION);
                near.any(|place| place.0 == sentence)
            });
            found.count() >= LEAST_WORDS as usize
        })
    }
}

/// The sentences of places, each once.
fn sentences(places: &[(u32, u32)]) -> impl Iterator<Item = usize> + '_ {
    let mut before = None;
    places.iter().filter_map(move |&(sentence, _)| {
        (before.replace(sentence) != Some(sentence)).then_some(sentence as usize)
    })
}

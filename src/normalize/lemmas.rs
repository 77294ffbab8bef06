//! Words, and which lemmas they are forms of: written out, or as a stem and an ending of it.

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// Number of a lemma, in the order of the tables.
pub(super) type Lemma = u16;

/// The lemmas of words that are written out, and of stems with the endings that each goes with.
#[derive(Debug)]
pub(super) struct Lemmas {
    /// The first two of each word, if there are two.
    whole: FxHashMap<Cow<'static, str>, (Lemma, Option<Lemma>)>,
    /// For each stem its lemmas, in order, and by which shorthand.
    stems: FxHashMap<Cow<'static, str>, SmallVec<[(Lemma, u16); 2]>>,
    /// The endings of each shorthand.
    endings: Vec<FxHashSet<String>>,
    /// The length of the longest of them, in bytes.
    longest: usize,
}

impl Lemmas {
    pub(super) fn new(
        words: usize,
        endings: impl Iterator<Item = impl Iterator<Item = String>>,
    ) -> Self {
        let endings: Vec<FxHashSet<String>> = endings.map(Iterator::collect).collect();
        Self {
            whole: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
            stems: FxHashMap::default(),
            longest: endings.iter().flatten().map(String::len).max().unwrap_or(0),
            endings,
        }
    }

    /// Adds a word; lemmas come in order.
    pub(super) fn add(&mut self, word: Cow<'static, str>, lemma: Lemma) {
        let (first, second) = self.whole.entry(word).or_insert((lemma, None));
        if *first != lemma {
            second.get_or_insert(lemma);
        }
    }

    pub(super) fn add_ended(&mut self, stem: Cow<'static, str>, shorthand: usize, lemma: Lemma) {
        self.stems
            .entry(stem)
            .or_default()
            .push((lemma, shorthand as u16));
    }

    /// The first lemma of a word.
    pub(super) fn first(&self, word: &str) -> Option<Lemma> {
        self.two(word).0
    }

    /// The second, where a word is a form of two.
    pub(super) fn second(&self, word: &str) -> Option<Lemma> {
        self.two(word).1
    }

    fn two(&self, word: &str) -> (Option<Lemma>, Option<Lemma>) {
        let mut two = (None, None);
        let mut enter = |lemma: Lemma| match two {
            (Some(first), _) if lemma == first => {}
            (Some(first), _) if lemma < first => two = (Some(lemma), Some(first)),
            (Some(first), second) => {
                two = (
                    Some(first),
                    Some(second.map_or(lemma, |second: Lemma| second.min(lemma))),
                );
            }
            (None, _) => two = (Some(lemma), None),
        };
        if let Some(&(first, second)) = self.whole.get(word) {
            enter(first);
            second.into_iter().for_each(&mut enter);
        }
        let least = word.len().saturating_sub(self.longest);
        for cut in (least..word.len()).filter(|&cut| word.is_char_boundary(cut)) {
            for &(lemma, shorthand) in self.stems.get(&word[..cut]).into_iter().flatten() {
                if self.endings[usize::from(shorthand)].contains(&word[cut..]) {
                    enter(lemma);
                }
            }
        }
        two
    }
}

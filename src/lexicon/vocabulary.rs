//! The vocabulary: every distinct token once, with its keys as numbers, so that comparing words compares integers.

use std::borrow::{Borrow, Cow};
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::WordKinds;
use crate::lexicon::interner::Interner;
use crate::lexicon::{Equivalents, Positions, StemPairs};
use crate::normalize::{Fold, Keys, Normalizer};
use crate::witness::{Token, TokenKind, Witness, composed, composed_word, hyphenated};

/// Index of a distinct token, into the vocabulary.
pub type TypeId = u32;
/// Number of a distinct key; equal keys, of whatever fold, have equal numbers.
pub type KeyId = u32;

/// Of witnesses of no more tokens than this, together, the keys are looked for among those that were made for others: they
/// are one pair of many, or soon done.
const SHORT: usize = 4096;

/// A distinct token.
#[derive(Debug, Clone)]
pub struct WordType {
    /// The token as it stands in the text.
    pub surface: Box<str>,
    /// The word that it is, where that is something else: one divided by the end of a line, or with decomposed letters.
    word: Option<Box<str>>,
    /// What kind of thing it is.
    pub kind: TokenKind,
    /// Its length in characters.
    pub chars: u32,
    /// Its key at each fold, in the order of [`Fold::ALL`].
    pub keys: [KeyId; 5],
    /// Whether it is a function word of its language.
    pub function: bool,
}

impl WordType {
    /// The word that the token is: as it stands in the text, but whole where the end of a line divides it, and composed (NFC).
    pub fn word(&self) -> &str {
        self.word.as_ref().unwrap_or(&self.surface)
    }

    /// Its key at a fold.
    pub fn key(&self, fold: Fold) -> KeyId {
        self.keys[fold as usize]
    }
}

/// The distinct tokens of several witnesses.
#[derive(Debug)]
pub struct Vocabulary {
    normalizer: &'static Normalizer,
    types: Vec<WordType>,
    /// For each witness the type of each of its tokens.
    tokens: Vec<Vec<TypeId>>,
    keys: Interner,
    /// The types by their text, for each [`TokenKind`].
    surfaces: [Surfaces; 3],
    known: Option<Known>,
    /// The case keys of the words that no line end divides; empty where none is divided.
    undivided: FxHashSet<KeyId>,
    /// What the texts themselves taught, the lesser stem first.
    learned: FxHashMap<(KeyId, KeyId), f32>,
    /// For each key, as far as any was taught, the [`bit`]s of those that stand for it by what was.
    taught: Vec<u128>,
    /// For each witness its types, if it is written without the marks of its language's letters; made when first asked for.
    pub(super) unmarked: OnceLock<Vec<FxHashSet<TypeId>>>,
}

/// The texts of the types of one kind.
#[derive(Debug, Default)]
struct Surfaces {
    texts: Interner,
    /// The type of each text.
    types: Vec<TypeId>,
}

/// What is known of stems beforehand.
#[derive(Debug)]
struct Known {
    pairs: Arc<StemPairs>,
    /// For each key its number among the pairs.
    ids: Vec<Option<u32>>,
}

impl Vocabulary {
    /// A vocabulary without words, whose keys `normalizer` will make.
    pub fn empty(normalizer: &'static Normalizer) -> Self {
        Self {
            normalizer,
            types: Vec::new(),
            tokens: Vec::new(),
            keys: Interner::default(),
            surfaces: Default::default(),
            known: None,
            undivided: FxHashSet::default(),
            learned: FxHashMap::default(),
            taught: Vec::new(),
            unmarked: OnceLock::new(),
        }
    }

    /// The vocabulary of `witnesses`, whose keys `normalizer` makes.
    pub fn new(witnesses: &[Witness], normalizer: &'static Normalizer) -> Self {
        let mut vocabulary = Self::empty(normalizer);
        vocabulary.intern_undivided(witnesses);
        let tokens: usize = witnesses.iter().map(|witness| witness.tokens.len()).sum();
        if tokens <= SHORT {
            let mut remembered = normalizer.remembered();
            vocabulary.read(witnesses, |token| remembered.keys(token));
        } else {
            vocabulary.read(witnesses, |token| normalizer.keys(token));
        }
        vocabulary
    }

    /// Enters the tokens of witnesses; `keys` makes their keys.
    fn read<K: Borrow<Keys>>(&mut self, witnesses: &[Witness], mut keys: impl FnMut(&str) -> K) {
        for witness in witnesses {
            let tokens = witness
                .tokens
                .iter()
                .map(|token| self.enter(witness.slice(token.span), token.kind, &mut keys))
                .collect();
            self.tokens.push(tokens);
        }
    }

    /// The same vocabulary, with what is known beforehand of its words, and of those that will be entered.
    pub fn knowing(mut self, known: &Equivalents) -> Self {
        let pairs = known.by_stem(self.normalizer);
        let keys = 0..self.keys.len() as KeyId;
        let ids = keys.map(|key| pairs.id(self.keys.text(key))).collect();
        self.known = Some(Known { pairs, ids });
        self
    }

    /// The type of a token, entered if it is new.
    pub fn intern(&mut self, surface: &str, kind: TokenKind) -> TypeId {
        let normalizer = self.normalizer;
        self.enter(surface, kind, |token| normalizer.keys(token))
    }

    fn enter<K: Borrow<Keys>>(
        &mut self,
        surface: &str,
        kind: TokenKind,
        keys: impl FnOnce(&str) -> K,
    ) -> TypeId {
        let surfaces = &mut self.surfaces[kind as usize];
        let number = surfaces.texts.intern(surface) as usize;
        if let Some(&id) = surfaces.types.get(number) {
            return id;
        }
        let id = self.types.len() as TypeId;
        surfaces.types.push(id);
        let word = self.word(surface);
        let keys = keys(&word);
        let keys: &Keys = keys.borrow();
        // A mark can be one, too: `&` in old print.
        let function = kind != TokenKind::Number && keys.is_function_word();
        let other = matches!(word, Cow::Owned(_)).then(|| word.as_ref().into());
        let word = WordType {
            surface: surface.into(),
            word: other,
            kind,
            chars: word.chars().count() as u32,
            keys: self.intern_keys(keys),
            function,
        };
        self.types.push(word);
        id
    }

    /// Enters the words that no line end divides, where any is divided: they tell how those are written.
    fn intern_undivided(&mut self, witnesses: &[Witness]) {
        let is_divided = |w: &Witness, token: &Token| hyphenated(w.slice(token.span)).is_some();
        if !witnesses
            .iter()
            .any(|w| w.tokens.iter().any(|t| is_divided(w, t)))
        {
            return;
        }
        for witness in witnesses {
            for token in witness.tokens.iter().filter(|t| !is_divided(witness, t)) {
                let id = self.intern(witness.slice(token.span), token.kind);
                self.undivided
                    .insert(self.types[id as usize].key(Fold::Case));
            }
        }
    }

    /// The word that a token is. Where the end of a line divides it at a hyphen, the hyphen is the word's own if the words
    /// entered before hold it with one and not without.
    fn word<'t>(&self, token: &'t str) -> Cow<'t, str> {
        let known = |word: &str| {
            let key = self.normalizer.keys(word);
            let key = self.keys.get(key.at(Fold::Case));
            key.is_some_and(|key| self.undivided.contains(&key))
        };
        let word = composed_word(token);
        match hyphenated(token).map(|word| composed(word.into())) {
            Some(hyphenated) if known(&hyphenated) && !known(&word) => hyphenated,
            _ => word,
        }
    }

    fn intern_keys(&mut self, keys: &Keys) -> [KeyId; 5] {
        // Most folds change nothing.
        let mut last: Option<(&str, KeyId)> = None;
        Fold::ALL.map(|fold| {
            let key = keys.at(fold);
            let id = match last {
                Some((before, id)) if before == key => id,
                _ => self.intern_key(key),
            };
            last = Some((key, id));
            id
        })
    }

    fn intern_key(&mut self, key: &str) -> KeyId {
        let id = self.keys.intern(key);
        if let Some(known) = &mut self.known
            && known.ids.len() < self.keys.len()
        {
            known.ids.push(known.pairs.id(key));
        }
        id
    }

    /// How many witnesses it is of.
    pub(super) fn witnesses(&self) -> usize {
        self.tokens.len()
    }

    /// The type of each token of the witness at `index`.
    pub fn tokens(&self, index: usize) -> &[TypeId] {
        &self.tokens[index]
    }

    /// The distinct token of an id.
    pub fn get(&self, id: TypeId) -> &WordType {
        &self.types[id as usize]
    }

    /// Every distinct token, in the order of first occurrence.
    pub fn types(&self) -> &[WordType] {
        &self.types
    }

    /// How many distinct keys there are; every [`KeyId`] is less.
    pub fn key_count(&self) -> usize {
        self.keys.len()
    }

    /// The key of an id.
    pub fn key(&self, id: KeyId) -> &str {
        self.keys.text(id)
    }

    /// Adds what the texts themselves teach: stems that stand for each other, each pair once, with its weight in `(0, 1]`.
    pub fn learn(&mut self, pairs: &[(KeyId, KeyId, f32)]) {
        let ordered = pairs.iter().map(|&(a, b, w)| ((a.min(b), a.max(b)), w));
        self.learned.extend(ordered);
        self.taught.resize(self.keys.len(), 0);
        for &(a, b, _) in pairs {
            self.taught[a as usize] |= bit(b);
            self.taught[b as usize] |= bit(a);
        }
    }

    /// What has been learned: pairs of stems, the lesser first, each with its weight, in no order.
    pub(super) fn taught(&self) -> impl Iterator<Item = (KeyId, KeyId, f32)> {
        self.learned.iter().map(|(&(a, b), &w)| (a, b, w))
    }

    /// What tells quickly that two stems are not [`known`](Self::known) to stand for each other: if no bit of the first
    /// half of the one is in the second half of the other.
    pub fn known_bits(&self, stem: KeyId) -> (u128, u128) {
        let known = self.known.as_ref();
        let number = known.and_then(|known| Some((known, known.ids[stem as usize]?)));
        let beforehand = number.map_or(0, |(known, id)| {
            let others = known.pairs.others(id).iter();
            others.fold(0, |bits, (other, _)| bits | bit(*other))
        });
        let own = number.map_or(0, |(_, id)| bit(id)) | bit(stem);
        let taught = self.taught.get(stem as usize).copied().unwrap_or(0);
        (own, beforehand | taught)
    }

    /// How well two stems stand for each other by what was known beforehand and by what the texts taught, in `[0, 1]`; 0
    /// for not at all.
    pub fn known(&self, a: KeyId, b: KeyId) -> f32 {
        let taught = self.taught.get(a as usize).copied().unwrap_or(0);
        let learned = if taught & bit(b) != 0 {
            self.learned.get(&(a.min(b), a.max(b))).copied()
        } else {
            None
        };
        self.known_beforehand(a, b).max(learned.unwrap_or(0.0))
    }

    /// The same by what was known beforehand alone.
    pub fn known_beforehand(&self, a: KeyId, b: KeyId) -> f32 {
        let weight = self.known.as_ref().and_then(|known| {
            let (a, b) = (known.ids[a as usize]?, known.ids[b as usize]?);
            Some(known.pairs.weight(a, b))
        });
        weight.unwrap_or(0.0)
    }

    /// Of these stems (increasing) those that are known to stand for each other, each pair once, with its weight.
    pub fn known_among(&self, stems: &[KeyId]) -> Vec<(KeyId, KeyId, f32)> {
        let Some(known) = &self.known else {
            return Vec::new();
        };
        let numbered: FxHashMap<u32, KeyId> = stems
            .iter()
            .filter_map(|&stem| Some((known.ids[stem as usize]?, stem)))
            .collect();
        let mut pairs = Vec::new();
        for &stem in stems {
            let others = known.ids[stem as usize].map_or(&[][..], |id| known.pairs.others(id));
            let here = others
                .iter()
                .filter_map(|(other, weight)| Some((*numbered.get(other)?, *weight)));
            pairs.extend(
                here.filter(|&(other, _)| other > stem)
                    .map(|(other, weight)| (stem, other, weight)),
            );
        }
        pairs
    }

    /// The positions of what is known to stand for each other in two sentences, given as stems, where one of the two is a
    /// phrase of several words: those of the first sentence first.
    pub fn phrases(
        &self,
        a: impl Iterator<Item = KeyId>,
        b: impl Iterator<Item = KeyId>,
    ) -> Vec<(Positions, Positions)> {
        let Some(known) = &self.known else {
            return Vec::new();
        };
        let number = |stem: KeyId| known.ids[stem as usize];
        let (a, b): (Vec<_>, Vec<_>) = (a.map(number).collect(), b.map(number).collect());
        known.pairs.phrases().pairs(&a, &b)
    }

    /// The kinds of words that a token, if it is a function word, is of.
    pub(crate) fn word_kinds(&self, id: TypeId) -> WordKinds {
        let case = self.key(self.get(id).key(Fold::Case));
        self.normalizer.word_kinds(case)
    }

    /// What made the keys.
    pub fn normalizer(&self) -> &'static Normalizer {
        self.normalizer
    }
}

/// One bit for a number, spread so that near numbers have others.
fn bit(number: u32) -> u128 {
    1 << (number.wrapping_mul(0x9E37_79B9) >> 25)
}

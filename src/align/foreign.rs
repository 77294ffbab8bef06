//! What the aligner hears of two witnesses in two languages: hardly a word of theirs is the same, but numbers, dates, names and
//! the marks of a question are, whatever the language, and so are long words that are spelled alike.
//!
//! Each witness is read by the rules of its own language. Words that no rule makes the same are others, though they be spelled
//! alike (French *on*, English *on*): what they stand for is learned from the beads.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::language::chars::worth;
use crate::language::{FactWords, Profile};
use crate::lexicon::{KeyId, TypeId, Vocabulary};
use crate::normalize::{Fold, Tokens, may_begin_number, read_told};
use crate::witness::{TokenKind, TokenRange, Witness};

/// Letters from which a word in two languages is the same if it is spelled alike; shorter ones are by chance.
const LEAST_LETTERS: usize = 4;
/// Capitals and figures tell, so names and codes may be shorter.
const LEAST_OF_NAME: usize = 2;
/// Marks that say the same in all languages, in all their forms.
const MARKS: [&[char]; 4] = [
    &['?', '？', '؟', '\u{37e}', '՞'],
    &['!', '！', '՜'],
    &['(', '（'],
    &['%', '％', '٪'],
];
/// The numbers below this stand in so many sentences that they tell little more than function words do.
const FEW: u64 = 10;

/// What each token of two witnesses in two languages is to the aligner.
#[derive(Debug)]
pub(super) struct Foreign {
    /// For each witness the key of each token; [`NOTHING`] for marks that say nothing.
    keys: [Vec<KeyId>; 2],
    /// For each witness the length of each token in letters, as an alphabet would have it.
    lengths: [Vec<f32>; 2],
    /// For each key whether it is that of a function word, or of what stands as often.
    pub(super) common: Vec<bool>,
}

/// What a word is, in the language of its witness.
#[derive(Debug)]
struct Heard {
    key: KeyId,
    /// In letters, as an alphabet would have it.
    length: f32,
    lower: String,
    begins_number: bool,
    in_calendar: bool,
}

/// The key of a token that says nothing.
const NOTHING: KeyId = KeyId::MAX;

impl Foreign {
    /// Reads the witnesses of a vocabulary, in its order.
    pub(super) fn new(witnesses: &[Witness; 2], vocabulary: &Vocabulary) -> Self {
        let words = vocabulary.key_count() as KeyId;
        // Keys of the vocabulary; then those of words of the second witness alone, marks, and what numbers say.
        let marks = 2 * words;
        let mut values = Values {
            first: marks + MARKS.len() as KeyId,
            keys: FxHashMap::default(),
            few: Vec::new(),
        };
        let mut own_common: [Vec<KeyId>; 2] = Default::default();
        let mut keys: [Vec<KeyId>; 2] = Default::default();
        let mut lengths: [Vec<f32>; 2] = Default::default();
        for (w, witness) in witnesses.iter().enumerate() {
            let profile = Profile::of(witness.language);
            let mut heard: FxHashMap<TypeId, Heard> = FxHashMap::default();
            let types = vocabulary.tokens(w);
            for &id in types {
                let word = heard.entry(id).or_insert_with(|| {
                    let (text, kind) = (vocabulary.get(id).word(), vocabulary.get(id).kind);
                    let lower = text.to_lowercase();
                    let function = kind != TokenKind::Punctuation
                        && profile.facts().functions.all.contains(lower.as_str());
                    let key = if kind == TokenKind::Punctuation {
                        let mark = MARKS.iter().position(|marks| text.contains(*marks));
                        mark.map_or(NOTHING, |m| marks + m as KeyId)
                    } else {
                        let stem = vocabulary.get(id).key(Fold::Stem);
                        let told = text.starts_with(|c: char| c.is_uppercase())
                            || kind == TokenKind::Number;
                        let least = if told { LEAST_OF_NAME } else { LEAST_LETTERS };
                        let own = function || text.chars().count() < least;
                        if own { stem + words * w as KeyId } else { stem }
                    };
                    if function {
                        own_common[w].push(key);
                    }
                    Heard {
                        key,
                        length: text.chars().map(worth).sum(),
                        begins_number: may_begin_number(kind, text, &lower, profile.facts()),
                        in_calendar: profile.facts().calendar.has(text, &lower),
                        lower,
                    }
                });
                keys[w].push(word.key);
                lengths[w].push(word.length);
            }
            for unit in witness.aligned_units() {
                let said = Said {
                    witness,
                    words: profile.facts(),
                    vocabulary,
                    types: &types[unit.tokens.range()],
                    heard: &heard,
                    tokens: unit.tokens,
                };
                for told in read_told(&said).iter().filter(|told| !told.weak) {
                    if let Some((value, few)) = told.says.first().and_then(|says| says.value(FEW)) {
                        let at = unit.tokens.start as usize + told.at[0] as usize;
                        keys[w][at] = values.key(value, few);
                    }
                }
            }
        }
        let mut common = vec![false; values.first as usize];
        for key in own_common.into_iter().flatten().chain(marks..values.first) {
            common[key as usize] = true;
        }
        common.extend(values.few);
        Self {
            keys,
            lengths,
            common,
        }
    }

    /// The key of a token of a witness, if it says anything.
    pub(super) fn key(&self, w: usize, token: usize) -> Option<KeyId> {
        let key = self.keys[w][token];
        (key != NOTHING).then_some(key)
    }

    /// The length of some tokens in letters, as an alphabet would have it.
    pub(super) fn length(&self, w: usize, tokens: TokenRange) -> u32 {
        self.lengths[w][tokens.range()].iter().sum::<f32>().round() as u32
    }
}

/// What numbers and dates say, as keys.
struct Values {
    first: KeyId,
    keys: FxHashMap<String, KeyId>,
    /// For each key whether it is common.
    few: Vec<bool>,
}

impl Values {
    fn key(&mut self, value: String, few: bool) -> KeyId {
        let next = self.first + self.few.len() as KeyId;
        let Self { keys, few: all, .. } = self;
        *keys.entry(value).or_insert_with(|| {
            all.push(few);
            next
        })
    }
}

/// The tokens of a unit, as numbers are read in them.
struct Said<'a> {
    witness: &'a Witness,
    words: &'static FactWords,
    vocabulary: &'a Vocabulary,
    types: &'a [TypeId],
    heard: &'a FxHashMap<TypeId, Heard>,
    tokens: TokenRange,
}

impl Tokens for Said<'_> {
    fn words(&self) -> &'static FactWords {
        self.words
    }

    fn len(&self) -> usize {
        self.types.len()
    }

    fn begins_number(&self, at: usize) -> bool {
        self.heard[&self.types[at]].begins_number
    }

    fn in_calendar(&self, at: usize) -> bool {
        self.heard[&self.types[at]].in_calendar
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.vocabulary.get(self.types[at]).kind
    }

    fn text(&self, at: usize) -> &str {
        self.vocabulary.get(self.types[at]).word()
    }

    fn lower(&self, at: usize) -> &str {
        self.types.get(at).map_or("", |id| &self.heard[id].lower)
    }

    fn unbroken(&self, at: usize, count: usize) -> Option<Cow<'_, str>> {
        let first = self.tokens.start as usize + at;
        let all = at + count <= self.len();
        all.then(|| self.witness.unbroken(TokenRange::new(first, first + count)))?
    }
}

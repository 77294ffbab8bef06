//! What the aligner hears of two witnesses in two languages: hardly a word of theirs is the same, but numbers, dates, names and
//! the marks of a question are, whatever the language, and so are long words that are spelled alike.
//!
//! Each witness is read by the rules of its own language. Words that no rule makes the same are others, though they be spelled
//! alike (French *on*, English *on*): what they stand for is learned from the beads.

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
            let mut of_type: FxHashMap<TypeId, (KeyId, f32)> = FxHashMap::default();
            let types = vocabulary.tokens(w);
            for &id in types {
                let (key, length) = *of_type.entry(id).or_insert_with(|| {
                    let word = vocabulary.get(id);
                    let length = word.word().chars().map(worth).sum();
                    if word.kind == TokenKind::Punctuation {
                        let mark = |marks: &[char]| word.surface.contains(marks);
                        let mark = MARKS.iter().position(|marks| mark(marks));
                        return (mark.map_or(NOTHING, |m| marks + m as KeyId), length);
                    }
                    let stem = word.key(Fold::Stem);
                    let lower = word.word().to_lowercase();
                    let function = profile.facts().functions.all.contains(lower.as_str());
                    let letters = word.word().chars().count();
                    let told = word.word().starts_with(|c: char| c.is_uppercase())
                        || word.kind == TokenKind::Number;
                    let least = if told { LEAST_OF_NAME } else { LEAST_LETTERS };
                    let own = function || letters < least;
                    let key = if own { stem + words * w as KeyId } else { stem };
                    if function {
                        own_common[w].push(key);
                    }
                    (key, length)
                });
                keys[w].push(key);
                lengths[w].push(length);
            }
            let lower: FxHashMap<TypeId, String> = of_type
                .keys()
                .map(|&id| (id, vocabulary.get(id).word().to_lowercase()))
                .collect();
            for unit in witness.aligned_units() {
                let said = Said {
                    witness,
                    words: profile.facts(),
                    vocabulary,
                    types: &types[unit.tokens.range()],
                    lower: &lower,
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
    lower: &'a FxHashMap<TypeId, String>,
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
        may_begin_number(self.kind(at), self.text(at), self.lower(at), self.words)
    }

    fn in_calendar(&self, at: usize) -> bool {
        let (text, lower) = (self.text(at), self.lower(at));
        let calendar = &self.words.calendar;
        calendar.month(text, lower).is_some() || calendar.weekday(text, lower).is_some()
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.vocabulary.get(self.types[at]).kind
    }

    fn text(&self, at: usize) -> &str {
        self.vocabulary.get(self.types[at]).word()
    }

    fn lower(&self, at: usize) -> &str {
        self.types.get(at).map_or("", |id| &self.lower[id])
    }

    fn unbroken(&self, at: usize, count: usize) -> Option<std::borrow::Cow<'_, str>> {
        let tokens = self.tokens.range();
        let all = self.witness.tokens.get(tokens)?.get(at..at + count)?;
        let tight = all
            .windows(2)
            .all(|two| two[0].span.end == two[1].span.start);
        let span = crate::witness::Span {
            start: all.first()?.span.start,
            end: all.last()?.span.end,
        };
        tight.then(|| self.witness.slice(span).into())
    }
}

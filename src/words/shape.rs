//! What is compared of a token: its role and keys, and its letters for likeness.

use smallvec::SmallVec;

use crate::language::chars::{is_apostrophe, is_comma};
use crate::language::{Profile, WordKinds};
use crate::lexicon::{KeyId, TypeId, Vocabulary};
use crate::normalize::{Fold, is_acronym, may_begin_number};
use crate::witness::{TokenKind, is_divided};

/// What a token is to a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A content word, or a sign that is said as one: `%`.
    Content,
    /// A number in figures: content, but no word but a number stands for it.
    Figures,
    /// A function word.
    Function,
    /// A function word with an apostrophe at its end: it belongs to the word after it.
    Elided,
    /// A mark of punctuation.
    Mark,
}

impl Role {
    pub(super) fn is_content(self) -> bool {
        matches!(self, Self::Content | Self::Figures)
    }

    pub(super) fn is_function(self) -> bool {
        matches!(self, Self::Function | Self::Elided)
    }
}

/// Fewest letters of a common beginning that make words alike.
const LEAST_PREFIX: usize = 3;
/// Longer words are compared by this many letters; no language has longer ones.
const MOST_LETTERS: usize = 40;

/// What is compared of a token.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) id: TypeId,
    /// Whether a number, a time or ten years may begin with it.
    pub(super) begins_number: bool,
    pub(super) role: Role,
    /// Of a function word the kinds of words it is of, of a mark those of marks.
    pub(super) kinds: WordKinds,
    pub(super) is_capitalized: bool,
    /// Whether it is a mark that parts words within what they say: a comma.
    pub(super) is_comma: bool,
    /// Whether it is spelled with capitals only, as initials are: `TIC`, `U.S.`
    pub(super) is_acronym: bool,
    /// Whether it is the first half of a word that goes on behind the end of a page.
    pub(super) is_half: bool,
    /// What is the same in tokens that are one: the spelling of words, the typographic key of marks.
    pub(super) equal: KeyId,
    pub(super) stem: KeyId,
    /// One bit for each trigram, by a hash: words that share no bit share no trigram.
    pub(super) signature: u128,
    /// Its own bits, and those of the stems that are known to stand for it; a mark has none.
    pub(super) known_bits: (u128, u128),
    /// The letters of the spelling key, edges marked.
    letters: Box<[char]>,
    /// Its distinct trigrams, sorted.
    trigrams: Box<[u64]>,
}

impl Shape {
    pub(super) fn new(id: TypeId, vocabulary: &Vocabulary) -> Self {
        let word = vocabulary.get(id);
        let spelling = word.key(Fold::Spelling);
        let role = match word.kind {
            _ if word.function && word.word().ends_with(is_apostrophe) => Role::Elided,
            _ if word.function => Role::Function,
            TokenKind::Punctuation => Role::Mark,
            _ if word.word().starts_with(|c: char| c.is_ascii_digit()) => Role::Figures,
            _ => Role::Content,
        };
        let mut letters: SmallVec<[char; 64]> = SmallVec::new();
        if role.is_content() {
            letters.push('^');
            letters.extend(vocabulary.key(spelling).chars().take(MOST_LETTERS));
            letters.push('$');
        }
        let mut trigrams: SmallVec<[u64; 32]> = letters
            .windows(3)
            .map(|w| w.iter().fold(0, |code, &c| code << 21 | u64::from(c)))
            .collect();
        trigrams.sort_unstable();
        trigrams.dedup();
        let words = Profile::of(vocabulary.normalizer().language()).facts();
        let lower = vocabulary.key(word.key(Fold::Case));
        let begins_number = may_begin_number(word.kind, word.word(), lower, words);
        Self {
            id,
            begins_number,
            role,
            kinds: match role {
                Role::Content | Role::Figures => WordKinds::ANY,
                Role::Function | Role::Elided => vocabulary.word_kinds(id),
                Role::Mark => WordKinds::of_mark(&word.surface),
            },
            is_comma: word.surface.chars().all(is_comma),
            is_capitalized: word.word().starts_with(char::is_uppercase),
            is_acronym: role == Role::Content && is_acronym(word.word()),
            is_half: is_divided(&word.surface),
            equal: if role == Role::Mark {
                word.key(Fold::Typographic)
            } else {
                spelling
            },
            stem: word.key(Fold::Stem),
            known_bits: match role {
                Role::Mark => (0, 0),
                _ => vocabulary.known_bits(word.key(Fold::Stem)),
            },
            signature: trigrams
                .iter()
                .fold(0, |bits, t| bits | 1 << (spread(*t) % 128)),
            letters: letters.as_slice().into(),
            trigrams: trigrams.as_slice().into(),
        }
    }

    /// The letters of the spelling key, of content words alone.
    pub(super) fn letters(&self) -> impl Iterator<Item = char> {
        let inside = 1..self.letters.len().saturating_sub(1);
        self.letters.get(inside).unwrap_or_default().iter().copied()
    }

    /// How many of the last letters two words share, up to two: words that end alike are likelier to be of one kind.
    pub(super) fn shared_ending(&self, other: &Self) -> u8 {
        let ends = |shape: &Self| -> [Option<char>; 2] {
            let mut letters = shape.letters.iter().rev().skip(1).copied();
            [letters.next(), letters.next()]
        };
        let ([x, before_x], [y, before_y]) = (ends(self), ends(other));
        match (x == y, before_x == before_y) {
            (true, true) => 2,
            (true, false) => 1,
            _ => 0,
        }
    }

    /// Whether two words have no beginning in common, and neither ends with the other: what they share is an ending.
    pub(super) fn ends_alike(&self, other: &Self) -> bool {
        let inside = |shape: &Self| shape.letters.len().saturating_sub(1).max(1);
        let (x, y) = (
            &self.letters[1..inside(self)],
            &other.letters[1..inside(other)],
        );
        let beginning = x.iter().zip(y).take_while(|(x, y)| x == y).count();
        beginning < LEAST_PREFIX && !x.ends_with(y) && !y.ends_with(x)
    }

    /// Whether a word with this signature can be like this one: a common beginning of three letters shares two trigrams,
    /// and so does every pair whose coefficient counts.
    #[inline]
    pub(super) fn can_be_like(&self, signature: u128) -> bool {
        let shared = self.signature & signature;
        // At least two bits.
        shared & shared.wrapping_sub(1) != 0
    }

    /// The greater of the Dice coefficient of trigrams and the share of a common beginning; 0 when neither can count.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        // The letters of initials are those of other words.
        if self.is_acronym != other.is_acronym || !self.can_be_like(other.signature) {
            return 0.0;
        }
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while let (Some(x), Some(y)) = (self.trigrams.get(i), other.trigrams.get(j)) {
            shared += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        let dice = 2.0 * shared as f32 / (self.trigrams.len() + other.trigrams.len()).max(1) as f32;
        let beginning = self
            .letters
            .iter()
            .zip(&other.letters)
            .skip(1)
            .take_while(|(x, y)| x == y && **x != '$')
            .count();
        if beginning < LEAST_PREFIX {
            return dice;
        }
        let letters = self.letters.len() + other.letters.len() - 4;
        dice.max(2.0 * beginning as f32 / letters as f32)
    }
}

/// Whether just one of two words has a capital, and neither stands at the beginning of what is said: one is a noun, or a name.
pub(super) fn one_has_a_capital(sides: [&[&Shape]; 2], at: [u32; 2]) -> bool {
    let begins = |n: usize| at[n] == 0 || sides[n][at[n] as usize - 1].role == Role::Mark;
    let is_capitalized = |n: usize| sides[n][at[n] as usize].is_capitalized;
    is_capitalized(0) != is_capitalized(1) && !begins(0) && !begins(1)
}

/// Spreads the bits of a trigram (splitmix64).
fn spread(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

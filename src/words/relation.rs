//! What two words are to each other before their places are looked at.

use super::group::TokenRole;
use crate::lexicon::{KeyId, TypeId, Vocabulary};
use crate::normalize::{Fold, is_acronym};
use crate::witness::TokenKind;

/// What a token is to a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A content word, or a sign that is said as one: `%`.
    Content,
    /// A number in figures: content, but no word but a number stands for it.
    Figures,
    Function,
    Mark,
}

impl Kind {
    pub(super) const ALL: [Self; 4] = [Self::Content, Self::Figures, Self::Function, Self::Mark];

    pub(super) fn is_content(self) -> bool {
        matches!(self, Self::Content | Self::Figures)
    }
}

/// How two tokens are related, by the shallowest fold that unites them and by what kind of words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// One content word, up to spelling.
    Same,
    /// Content words of one stem.
    Stem,
    /// Content words that look alike.
    Like,
    /// Content words that are known to stand for each other.
    Known,
    /// Content words that now and then stand for each other.
    Hinted,
    /// Other content words.
    Different,
    /// One function word, up to spelling.
    SameFunction,
    /// Forms of one function word.
    StemFunction,
    /// Function words that are known to stand for each other, or one and a content word.
    KnownFunction,
    /// Other function words.
    DifferentFunction,
    /// A content word and a function word, or a word and figures.
    Mixed,
    /// One mark.
    SameMark,
    /// Different marks.
    DifferentMark,
    /// A mark and a word.
    Foreign,
}

impl Relation {
    /// The relation of two tokens that nothing unites.
    pub(super) fn apart(x: Kind, y: Kind) -> Self {
        match (x, y) {
            (Kind::Content, Kind::Content) | (Kind::Figures, Kind::Figures) => Self::Different,
            (Kind::Function, Kind::Function) => Self::DifferentFunction,
            (Kind::Mark, Kind::Mark) => Self::DifferentMark,
            (Kind::Mark, _) | (_, Kind::Mark) => Self::Foreign,
            _ => Self::Mixed,
        }
    }

    /// What two tokens of these kinds are, which nothing else unites, when they are known with this weight to stand for each
    /// other.
    pub(super) fn if_known(self, x: Kind, y: Kind, weight: f32) -> Option<Self> {
        match self {
            _ if weight <= 0.0 => None,
            Self::Different | Self::Mixed if x.is_content() && y.is_content() => {
                Some(if weight < WELL_KNOWN {
                    Self::Hinted
                } else {
                    Self::Known
                })
            }
            Self::DifferentFunction | Self::Mixed if weight >= WELL_KNOWN => {
                Some(Self::KnownFunction)
            }
            _ => None,
        }
    }

    /// Whether a link of this kind can be sure: what only stands in the same place (`pour` for `de`, a semicolon for a
    /// comma) is a possible link at most.
    pub(super) fn can_be_sure(self) -> bool {
        !matches!(
            self,
            Self::StemFunction
                | Self::KnownFunction
                | Self::DifferentFunction
                | Self::Mixed
                | Self::DifferentMark
                | Self::Foreign
        )
    }

    /// Whether the two are content words that look like one another.
    pub(super) fn is_likeness(self) -> bool {
        matches!(self, Self::Same | Self::Stem | Self::Like)
    }

    /// Whether a link of this kind says something of the links around it.
    pub(super) fn supports(self) -> bool {
        !matches!(
            self,
            Self::Mixed | Self::SameMark | Self::DifferentMark | Self::Foreign
        )
    }

    /// How likely a pair of this kind is where the words correspond, against any pair: only the ratios count. `likeness`
    /// in `[0, 1]` is that of [`Relation::Like`] and [`Relation::Known`].
    pub(super) fn emission(self, likeness: f32) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Stem => 0.8,
            Self::Like | Self::Known | Self::Hinted => 0.6 * likeness,
            Self::Different => 0.01,
            // A shared function word says less than a shared content word: there are many of them about.
            Self::SameFunction => 0.5,
            Self::StemFunction => 0.3,
            Self::KnownFunction => 0.3 * likeness,
            Self::DifferentFunction => 0.024,
            Self::Mixed => 0.0008,
            Self::SameMark => 0.5,
            Self::DifferentMark => 0.012,
            Self::Foreign => 1e-6,
        }
    }
}

/// Least likeness of two words that counts.
const LEAST_LIKENESS: f32 = 0.4;
/// Likeness of words that are known to stand for each other, however seldom they do: their place and their neighbours
/// say whether they do here.
const KNOWN: f32 = 0.2;
/// Words that are known with less weight are no more than hinted at: by a thesaurus, or by seldom links of a corpus.
const WELL_KNOWN: f32 = 0.5;
/// Fewest letters of a common beginning that make words alike.
const LEAST_PREFIX: usize = 3;
/// Longer words are compared by this many letters; no language has longer ones.
const MOST_LETTERS: usize = 40;

/// The likeness of words that are known to stand for each other, from what is known of them in `(0, 1]`.
pub(super) fn known(weight: f32) -> f32 {
    KNOWN + (1.0 - KNOWN) * weight
}

/// What is compared of a token: its kind and keys, and its letters for likeness.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) kind: Kind,
    elided: bool,
    pub(super) is_capitalized: bool,
    /// Whether it is spelled with capitals only, as initials are: `TIC`, `U.S.`
    pub(super) is_acronym: bool,
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
        let kind = match word.kind {
            _ if word.function => Kind::Function,
            TokenKind::Punctuation if !word.surface.chars().all(is_said) => Kind::Mark,
            _ if word.surface.starts_with(|c: char| c.is_ascii_digit()) => Kind::Figures,
            _ => Kind::Content,
        };
        let mut letters: Vec<char> = Vec::new();
        if kind.is_content() {
            letters.push('^');
            letters.extend(
                vocabulary.keys()[spelling as usize]
                    .chars()
                    .take(MOST_LETTERS),
            );
            letters.push('$');
        }
        let mut trigrams: Vec<u64> = letters
            .windows(3)
            .map(|w| w.iter().fold(0, |code, &c| code << 21 | u64::from(c)))
            .collect();
        trigrams.sort_unstable();
        trigrams.dedup();
        Self {
            kind,
            is_capitalized: word.surface.starts_with(char::is_uppercase),
            is_acronym: kind == Kind::Content && is_acronym(&word.surface),
            elided: word.surface.ends_with(['\'', '’']),
            equal: if kind == Kind::Mark {
                word.key(Fold::Typographic)
            } else {
                spelling
            },
            stem: word.key(Fold::Stem),
            known_bits: match kind {
                Kind::Mark => (0, 0),
                _ => vocabulary.known_bits(word.key(Fold::Stem)),
            },
            signature: trigrams
                .iter()
                .fold(0, |bits, t| bits | 1 << (spread(*t) % 128)),
            letters: letters.into(),
            trigrams: trigrams.into(),
        }
    }

    /// The letters of the spelling key, of content words alone.
    pub(super) fn letters(&self) -> impl Iterator<Item = char> {
        let inside = 1..self.letters.len().saturating_sub(1);
        self.letters.get(inside).unwrap_or_default().iter().copied()
    }

    /// What the token is to a phrase.
    pub(super) fn role(&self) -> TokenRole {
        match self.kind {
            Kind::Mark => TokenRole::Mark,
            Kind::Content | Kind::Figures => TokenRole::Content,
            Kind::Function if self.elided => TokenRole::Elided,
            Kind::Function => TokenRole::Function,
        }
    }

    /// How two tokens are related by what they are, and how like each other they are in `[0, 1]`.
    pub(super) fn relation(&self, other: &Self) -> (Relation, f32) {
        let relation = match (self.kind, other.kind) {
            (Kind::Mark, Kind::Mark) if self.equal == other.equal => Relation::SameMark,
            (Kind::Mark, _) | (_, Kind::Mark) => Relation::apart(self.kind, other.kind),
            (Kind::Function, Kind::Function) if self.equal == other.equal => Relation::SameFunction,
            (Kind::Function, Kind::Function) if self.stem == other.stem => Relation::StemFunction,
            (Kind::Function, Kind::Function) => Relation::DifferentFunction,
            _ if self.equal == other.equal => Relation::Same,
            _ if self.stem == other.stem => Relation::Stem,
            (x, y) if x.is_content() && y.is_content() => {
                let alike = self.likeness(other);
                if alike > LEAST_LIKENESS {
                    return (Relation::Like, alike);
                }
                Relation::apart(x, y)
            }
            _ => Relation::Mixed,
        };
        (relation, 1.0)
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
    fn likeness(&self, other: &Self) -> f32 {
        if !self.can_be_like(other.signature) {
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

/// Whether a sign is said as a word: `20 %`.
fn is_said(c: char) -> bool {
    matches!(
        c,
        '%' | '‰' | '$' | '€' | '£' | '¥' | '§' | '°' | '+' | '=' | '×' | '&'
    )
}

/// Spreads the bits of a trigram (splitmix64).
fn spread(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

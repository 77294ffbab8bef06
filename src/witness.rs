//! The witness: one rendering of a text, with its sentences, clauses and tokens as spans into it.

mod chars;
mod composed;
mod division;
mod index;
mod labels;
mod language;
mod structure;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use smallvec::SmallVec;

pub use chars::CharIndex;
pub(crate) use composed::{composed, composed_word};
pub(crate) use division::{hyphenated, is_divided, resumes, undivided};
pub use index::{AlignedIndex, TokenIndex, UnitIndex};
pub use labels::Labels;
pub use language::Language;
pub use structure::{Label, Paragraph, Role};

/// A half-open range of bytes, `[start, end)`, in the decoded text of a witness.
///
/// 32 bits, because a whole library of tokens is held at once; [`crate::read`] refuses longer texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span `[start, end)`, in bytes. Both must lie within 32 bits, as they do in every text that was read.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The span as a range that slices a string.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A half-open range of indices into [`Witness::tokens`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TokenRange {
    /// Index of the first token.
    pub start: u32,
    /// Index after the last token.
    pub end: u32,
}

impl TokenRange {
    /// The range `[start, end)` of token indices.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The range as one that slices [`Witness::tokens`].
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The indices one by one.
    pub fn indices(self) -> impl DoubleEndedIterator<Item = TokenIndex> + ExactSizeIterator {
        (self.start..self.end).map(TokenIndex)
    }

    /// Whether a token is among them.
    pub fn contains(self, token: TokenIndex) -> bool {
        (self.start..self.end).contains(&token.0)
    }

    /// Number of tokens.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// The short name of a witness in tables and margins: `A`, `B`, … or a given one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siglum(pub String);

impl Siglum {
    /// The siglum of the witness at `index` (0-based): A to Z, then W27, W28, …
    pub fn nth(index: usize) -> Self {
        match u8::try_from(index) {
            Ok(i) if i < 26 => Self(char::from(b'A' + i).to_string()),
            _ => Self(format!("W{}", index + 1)),
        }
    }
}

impl fmt::Display for Siglum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What a unit is: the things that beads are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Level {
    /// Part of a sentence, cut at semicolons, colons, ends of quotations and a list of conjunctions.
    Clause,
    /// A sentence.
    #[default]
    Sentence,
    /// A line of the file, blank lines included; nothing is split and nothing skipped.
    Line,
    /// A paragraph.
    Paragraph,
}

impl Level {
    /// The name used on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Sentence => "sentence",
            Self::Line => "line",
            Self::Paragraph => "paragraph",
        }
    }

    /// The level of a [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Clause, Self::Sentence, Self::Line, Self::Paragraph]
            .into_iter()
            .find(|level| level.name() == name)
    }
}

/// Why a unit is aligned with nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Skip {
    /// Not part of the text: a date line, a reading time.
    Metadata,
    /// Not part of the text but of the page: a running head, a page number.
    Page,
    /// In another language, whose code (ISO 639-1, or 639-3 where there is none) it holds.
    Language(String),
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Metadata => f.write_str("metadata"),
            Self::Page => f.write_str("page"),
            Self::Language(code) => write!(f, "language:{code}"),
        }
    }
}

/// What kind of thing a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, a clitic with its apostrophe (`l’`), an abbreviation with its point, a compound.
    Word,
    /// A number, with its separators (`1 500`, `3,14`).
    Number,
    /// Anything else that is not white space: one mark a token.
    Punctuation,
}

/// The smallest thing that is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Indices of tokens, increasing. Nearly all lists of linked tokens are short: these take no memory of their own.
pub type TokenList = SmallVec<[TokenIndex; 4]>;

/// A stretch of text that beads are made of: a sentence, or at other levels a clause, a line, a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its paragraph.
    pub paragraph: u32,
    /// Index of the sentence it is, or is part of.
    pub sentence: u32,
    /// Set when it takes no part in the alignment.
    pub skip: Option<Skip>,
}

/// One rendering of the text, never changed, and what was found in it.
///
/// Sentences and tokens are in the order of the text and do not overlap; between them stands only white space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Its short name.
    pub siglum: Siglum,
    /// Where it was read from, as the user named it.
    pub path: String,
    /// Its language.
    pub language: Language,
    /// SHA-256 of the bytes of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// The decoded text: byte order mark left out, line ends kept.
    pub text: String,
    /// What the units of the alignment are.
    pub level: Level,
    /// The paragraphs, as spans.
    pub paragraphs: Vec<Span>,
    /// The paragraphs as the file has them, in order; none where it is plain text.
    pub structure: Vec<Paragraph>,
    /// What passages are called in the file.
    pub labels: Labels,
    /// The sentences; at [`Level::Line`] and [`Level::Paragraph`] the lines and paragraphs stand in their place.
    pub sentences: Vec<Unit>,
    /// The clauses; each lies within one sentence.
    pub clauses: Vec<Unit>,
    /// The tokens.
    pub tokens: Vec<Token>,
    /// The indices, increasing, of the paragraphs that have hardly a mark, and are cut at other seams. When witnesses are compared
    /// these are cut anew, where the others end their sentences; then none is left.
    pub unmarked: Vec<u32>,
}

impl Witness {
    /// The units that beads are made of, at the level of this witness.
    pub fn units(&self) -> &[Unit] {
        match self.level {
            Level::Clause => &self.clauses,
            Level::Sentence | Level::Line | Level::Paragraph => &self.sentences,
        }
    }

    /// Whether it has a word or a number, apart from what is skipped.
    pub fn has_words(&self) -> bool {
        let units = self.units().iter().filter(|unit| unit.skip.is_none());
        let mut tokens = units.flat_map(|unit| unit.tokens.indices());
        tokens.any(|t| self.token(t).kind != TokenKind::Punctuation)
    }

    /// The units that the aligner works on: lines as they stand, otherwise clauses.
    pub fn aligned_units(&self) -> &[Unit] {
        match self.level {
            Level::Line => &self.sentences,
            Level::Clause | Level::Sentence | Level::Paragraph => &self.clauses,
        }
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The text of tokens, with its letters composed, if nothing parts them; nothing where there are none, or not so many.
    pub(crate) fn unbroken(&self, tokens: TokenRange) -> Option<Cow<'_, str>> {
        let tokens = self.tokens.get(tokens.range())?;
        let span = Span {
            start: tokens.first()?.span.start,
            end: tokens.last()?.span.end,
        };
        let parted = |two: &[Token]| two[0].span.end != two[1].span.start;
        (!tokens.windows(2).any(parted)).then(|| composed(self.slice(span).into()))
    }

    /// The unit at an index.
    pub fn unit(&self, index: UnitIndex) -> &Unit {
        &self.units()[index.get()]
    }

    /// The token at an index.
    pub fn token(&self, index: TokenIndex) -> Token {
        self.tokens[index.get()]
    }

    /// The text of a unit.
    pub fn unit_text(&self, index: UnitIndex) -> &str {
        self.slice(self.unit(index).span)
    }

    /// The text of a token.
    pub fn token_text(&self, index: TokenIndex) -> &str {
        self.slice(self.token(index).span)
    }

    /// [`word`](Self::word) with its letters composed (NFC), as words are compared.
    pub(crate) fn composed_word(&self, index: TokenIndex) -> Cow<'_, str> {
        composed_word(self.token_text(index))
    }

    /// The text of a span in one line: single spaces for white space, and words whole where the end of a line divides them.
    pub fn line(&self, span: Span) -> String {
        let text = undivided(self.slice(span));
        // No-break spaces stay.
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        words.join(" ")
    }

    /// The word that the token at `index` is: its text, put together again where the end of a line divides it.
    pub fn word(&self, index: TokenIndex) -> Cow<'_, str> {
        undivided(self.token_text(index))
    }

    /// The words of some tokens, increasing, in a row: a space between two that do not touch in the text.
    pub fn words(&self, tokens: &[TokenIndex]) -> String {
        let mut text = String::new();
        let mut end = None;
        for &token in tokens {
            let span = self.token(token).span;
            if end.is_some_and(|end| end != span.start) {
                text.push(' ');
            }
            text += &self.word(token);
            end = Some(span.end);
        }
        text
    }
}

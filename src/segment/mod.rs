//! Text to paragraphs, sentences, clauses and tokens, as spans.

mod abbreviations;
mod addresses;
mod anew;
mod apart;
mod apostrophes;
mod capitals;
mod clauses;
mod composed;
mod compounds;
mod counters;
mod divided;
mod joined;
mod language;
mod layout;
mod lines;
mod marks;
mod metadata;
mod note_calls;
mod notes;
mod numbering;
mod numbers;
mod page;
mod paragraphs;
mod quotes;
mod rules;
mod seams;
mod sentences;
mod signs;
mod speech;
mod ties;
mod tokens;
mod verses;

use std::ops::Range;

use apart::Apart;
use composed::Composed;
use compounds::Compounds;
use paragraphs::Block;
use rules::Rules;
use seams::Unmarked;

use crate::witness::{Language, Level, Paragraph, Role, Skip, Span, Token, TokenRange, Unit};

pub(crate) use anew::{Border, cut_anew, seams};
pub(crate) use language::{Told, told_language};
pub use language::{detect_language, language_name};
pub use numbering::Numbering;
pub(crate) use numbering::{Numbered, numbered};

/// What was found in a text. The parts stand in [`crate::Witness`] under the same names.
///
/// Every character that is neither white space nor part of a number that stands apart lies in exactly one token, every token in
/// exactly one sentence and one clause.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segmentation {
    /// The paragraphs.
    pub paragraphs: Vec<Span>,
    /// The sentences, or what stands in their place.
    pub sentences: Vec<Unit>,
    /// The clauses.
    pub clauses: Vec<Unit>,
    /// The tokens.
    pub tokens: Vec<Token>,
    /// The indices of the paragraphs that have hardly a mark, and were cut at other seams.
    pub unmarked: Vec<u32>,
}

/// Segments `text`, at most 4 GiB of it, by the rules of `language`.
///
/// At [`Level::Line`] the lines stand as paragraphs and as sentences, blank ones included (an empty span at the start of
/// the line), and nothing is skipped; at [`Level::Paragraph`] the paragraphs stand as sentences. Clauses are found inside
/// them at every level. A metadata line, a metadata prefix, a line that belongs to the page, and a paragraph in another language
/// are one sentence and one clause, marked by [`Unit::skip`].
///
/// Texts that are canonically equivalent are cut alike.
pub fn segment(text: &str, language: Language, level: Level) -> Segmentation {
    segment_paragraphs(text, &[], &[], language, level)
}

/// As [`segment`] a text whose file says what its paragraphs are, unless there are none: in the order of the text, and not
/// overlapping. Dates and the like are looked for in running text alone. What stands `apart`, in order, is in the text and no part
/// of it, as the number of a verse; behind it a sentence begins.
pub fn segment_paragraphs(
    text: &str,
    paragraphs: &[Paragraph],
    apart: &[Span],
    language: Language,
    level: Level,
) -> Segmentation {
    let given = |paragraphs| Some(paragraphs).filter(|given: &&[Paragraph]| !given.is_empty());
    match Composed::of(text) {
        Some(composed) => {
            let paragraphs = composed.paragraphs(paragraphs);
            let apart = composed.spans(apart);
            let given = given(paragraphs.as_slice());
            let found = segment_composed(&composed.text, given, &apart, language, level);
            composed.replace(found)
        }
        None => segment_composed(text, given(paragraphs), apart, language, level),
    }
}

fn segment_composed(
    text: &str,
    paragraphs: Option<&[Paragraph]>,
    apart: &[Span],
    language: Language,
    level: Level,
) -> Segmentation {
    let apart = Apart { text, spans: apart };
    let rules = Rules::of(language);
    let pieces = match level {
        Level::Line => lines::lines(text)
            .into_iter()
            .map(|line| apart.trimmed(line))
            .map(|line| Piece {
                span: line,
                opens: Some(line),
                skip: None,
            })
            .collect(),
        Level::Clause | Level::Sentence | Level::Paragraph => {
            let blocks = match paragraphs {
                Some(paragraphs) => paragraphs::given(text, paragraphs, &rules),
                None => paragraphs::blocks(text, &rules),
            };
            pieces(text, apart.trimmed_blocks(blocks), &rules)
        }
    };
    let mut builder = Builder {
        text,
        apart,
        begins_small: capitals::are_missing(text, &rules),
        rules,
        compounds: Compounds::of(text),
        level,
        out: Segmentation::default(),
    };
    for piece in pieces {
        builder.add(piece);
    }
    note_calls::mark(text, &mut builder.out.tokens);
    let mut out = builder.out;
    // They are kept as long as the text, and were grown by doubling.
    out.paragraphs.shrink_to_fit();
    out.sentences.shrink_to_fit();
    out.clauses.shrink_to_fit();
    out.tokens.shrink_to_fit();
    out
}

/// A stretch of a paragraph that is skipped as a whole or not at all.
struct Piece {
    span: Span,
    /// The paragraph, when this is the first piece of it.
    opens: Option<Span>,
    skip: Option<Skip>,
}

/// The paragraphs, each cut into its metadata prefix (or all of it as metadata) and the rest.
fn pieces(text: &str, blocks: Vec<Block>, rules: &Rules) -> Vec<Piece> {
    let language = rules.language;
    let mut pieces = Vec::new();
    // Pieces that may be foreign, their length in bytes, and that of all.
    let mut doubtful = Vec::new();
    let (mut doubted, mut all) = (0, 0);
    for block in blocks {
        let range = block.span.range();
        let mut opens = block.opens.then_some(block.span);
        if block.skip.is_some() {
            pieces.push(Piece {
                span: block.span,
                opens,
                skip: block.skip,
            });
            continue;
        }
        let prefix = match opens {
            Some(_) if block.role == Role::Body => {
                metadata::length(&text[range.clone()], rules.profile.dates())
            }
            _ => 0,
        };
        if prefix > 0 {
            pieces.push(Piece {
                span: lines::trimmed(text, range.start, range.start + prefix),
                opens: opens.take(),
                skip: Some(Skip::Metadata),
            });
        }
        let span = lines::trimmed(text, range.start + prefix, range.end);
        if !span.is_empty() {
            all += span.len();
            if language::is_doubtful(&text[span.range()], language) {
                doubtful.push(pieces.len());
                doubted += span.len();
            }
            pieces.push(Piece {
                span,
                opens,
                skip: None,
            });
        }
    }
    // What is foreign is so within a text: where most of it looks foreign, the text was taken for the wrong language,
    // and skipping would leave nothing to compare.
    if doubted * 2 <= all {
        for piece in doubtful {
            let piece: &mut Piece = &mut pieces[piece];
            piece.skip = language::foreign(&text[piece.span.range()], language).map(Skip::Language);
        }
    }
    pieces
}

struct Builder<'a> {
    text: &'a str,
    apart: Apart<'a>,
    rules: Rules,
    /// Whether the sentences of the whole text begin with small letters.
    begins_small: bool,
    compounds: Compounds<'a>,
    level: Level,
    out: Segmentation,
}

impl Builder<'_> {
    /// Adds a piece: its tokens, sentences and clauses.
    fn add(&mut self, piece: Piece) {
        match (piece.opens, self.out.paragraphs.last_mut()) {
            (None, Some(open)) => open.end = open.end.max(piece.span.end),
            (opens, _) => self.out.paragraphs.extend(opens),
        }
        let first = self.out.tokens.len();
        // Where the text goes on behind what stands apart.
        let mut begun = Vec::new();
        for part in self.apart.between(piece.span) {
            begun.push(self.out.tokens.len() - first);
            tokens::tokenize(
                self.text,
                part,
                &self.rules,
                &self.compounds,
                &mut self.out.tokens,
            );
        }
        let tokens = &self.out.tokens[first..];
        let whole = matches!(self.level, Level::Line | Level::Paragraph) || piece.skip.is_some();
        let mut sentences = if whole {
            vec![tokens.len()]
        } else {
            self.rules.begins_small = self.begins_small
                || capitals::are_missing_in(&self.text[piece.span.range()], &self.rules);
            sentences::ends(self.text, tokens, &self.rules)
        };
        let mut clauses = None;
        if piece.skip.is_none() && self.level != Level::Line {
            let verses = match begun.len() {
                _ if whole => Vec::new(),
                0 | 1 => verses::starts(self.text, tokens),
                _ => begun,
            };
            let unmarked = Unmarked::of(self.text, tokens, &self.rules);
            let paragraph = self.out.paragraphs.len() as u32 - 1;
            if unmarked.is_some() && self.out.unmarked.last() != Some(&paragraph) {
                self.out.unmarked.push(paragraph);
            }
            let cut = |ends: &[usize]| -> Option<Vec<usize>> {
                let unmarked = unmarked.as_ref()?;
                let starts = [0].iter().chain(ends);
                Some(
                    starts
                        .zip(ends)
                        .flat_map(|(&from, &to)| unmarked.ends(from, to))
                        .collect(),
                )
            };
            sentences.extend(verses.iter().filter(|&&start| start > 0));
            sentences.sort_unstable();
            sentences.dedup();
            clauses = cut(&sentences);
            // Verses are read as they are numbered.
            if let (Some(pieces), true, false) = (&clauses, verses.is_empty(), whole) {
                sentences.clone_from(pieces);
            }
        }
        let mut clauses = clauses.map(|ends| ends.into_iter().peekable());
        let mut start = first;
        for end in sentences.into_iter().map(|end| first + end) {
            // Every sentence ends with a clause of its own.
            let pieces = clauses.as_mut().map(|ends| {
                let within = std::iter::from_fn(|| ends.next_if(|at| first + at <= end));
                within.map(|at| first + at - start).collect()
            });
            self.sentence(start..end, &piece, pieces);
            start = end;
        }
    }

    /// Adds a sentence and its clauses, which end as `clauses` says where there are no marks to tell.
    fn sentence(&mut self, tokens: Range<usize>, piece: &Piece, clauses: Option<Vec<usize>>) {
        let clauses = match clauses {
            Some(clauses) => clauses,
            None if piece.skip.is_some() || tokens.is_empty() => vec![tokens.len()],
            None => clauses::ends(self.text, &self.out.tokens[tokens.clone()], &self.rules),
        };
        let mut from = tokens.start;
        for to in clauses.into_iter().map(|to| tokens.start + to) {
            let clause = self.unit(from..to, piece);
            self.out.clauses.push(clause);
            from = to;
        }
        let sentence = self.unit(tokens, piece);
        self.out.sentences.push(sentence);
    }

    /// A unit of the sentence that comes next; one without tokens stands at the start of its piece.
    fn unit(&self, tokens: Range<usize>, piece: &Piece) -> Unit {
        let span = match &self.out.tokens[tokens.clone()] {
            [] => piece.span,
            [only] => only.span,
            [first, .., last] => Span::new(first.span.range().start, last.span.range().end),
        };
        Unit {
            span,
            tokens: TokenRange::new(tokens.start, tokens.end),
            paragraph: self.out.paragraphs.len() as u32 - 1,
            sentence: self.out.sentences.len() as u32,
            skip: piece.skip.clone(),
        }
    }
}

//! Text to paragraphs, sentences, clauses and tokens, as spans.

mod abbreviations;
mod addresses;
mod apostrophes;
mod chars;
mod clauses;
mod inversion;
mod language;
mod lines;
mod metadata;
mod numbers;
mod paragraphs;
mod quotes;
mod rules;
mod sentences;
mod tokens;

use crate::witness::{Language, Level, Skip, Span, Token, TokenRange, Unit};

pub use language::detect_language;

/// What was found in a text. The parts stand in [`crate::Witness`] under the same names.
///
/// Every character that is not white space lies in exactly one token, every token in exactly one sentence and one clause.
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
}

/// Segments `text`, at most 4 GiB of it, by the rules of `language`.
///
/// At [`Level::Line`] the lines stand as paragraphs and as sentences, blank ones included (an empty span at the start of
/// the line), and nothing is skipped; at [`Level::Paragraph`] the paragraphs stand as sentences. Clauses are found inside
/// them at every level. A metadata line, a metadata prefix, and a paragraph in another language are one sentence and one
/// clause, marked by [`Unit::skip`].
pub fn segment(text: &str, language: Language, level: Level) -> Segmentation {
    let mut builder = Builder {
        text,
        language,
        level,
        out: Segmentation::default(),
    };
    if level == Level::Line {
        for line in lines::lines(text) {
            builder.paragraph(line);
            builder.piece(line, None);
        }
    } else {
        for paragraph in paragraphs::paragraphs(text) {
            builder.paragraph(paragraph);
            for (span, skip) in pieces(text, paragraph, language) {
                builder.piece(span, skip);
            }
        }
    }
    builder.out
}

/// A paragraph as what is skipped in it and what is not: a metadata prefix and the rest, or all of it as one.
fn pieces(text: &str, paragraph: Span, language: Language) -> Vec<(Span, Option<Skip>)> {
    let rules = rules::rules(language);
    let range = paragraph.range();
    let prefix = metadata::length(&text[range.clone()], rules);
    let rest = lines::trimmed(text, range.start + prefix, range.end);
    let mut pieces = Vec::with_capacity(1);
    if prefix > 0 {
        let head = lines::trimmed(text, range.start, range.start + prefix);
        pieces.push((head, Some(Skip::Metadata)));
    }
    if !rest.is_empty() {
        let skip = language::foreign(&text[rest.range()], language).map(Skip::Language);
        pieces.push((rest, skip));
    }
    pieces
}

struct Builder<'a> {
    text: &'a str,
    language: Language,
    level: Level,
    out: Segmentation,
}

impl Builder<'_> {
    fn paragraph(&mut self, span: Span) {
        self.out.paragraphs.push(span);
    }

    /// Adds a stretch of the last paragraph, which is skipped as a whole or not at all.
    fn piece(&mut self, span: Span, skip: Option<Skip>) {
        let rules = rules::rules(self.language);
        let first = self.out.tokens.len();
        tokens::tokenize(self.text, span, rules, &mut self.out.tokens);
        let whole = [self.out.tokens.len() - first];
        let found;
        let sentences: &[usize] = match self.level {
            Level::Line | Level::Paragraph => &whole,
            Level::Sentence | Level::Clause if skip.is_some() => &whole,
            Level::Sentence | Level::Clause => {
                found = sentences::ends(self.text, &self.out.tokens[first..], rules);
                &found
            }
        };
        let mut start = first;
        for end in sentences.iter().map(|end| first + end) {
            let tokens = start..end;
            let clauses = if skip.is_some() || tokens.is_empty() {
                vec![tokens.len()]
            } else {
                clauses::ends(self.text, &self.out.tokens[tokens.clone()], rules)
            };
            let mut from = start;
            for to in clauses.into_iter().map(|to| start + to) {
                let clause = self.unit(from..to, span, skip.clone());
                self.out.clauses.push(clause);
                from = to;
            }
            let sentence = self.unit(tokens, span, skip.clone());
            self.out.sentences.push(sentence);
            start = end;
        }
    }

    /// A unit of the sentence that comes next; one without tokens stands at the start of `place`.
    fn unit(&self, tokens: std::ops::Range<usize>, place: Span, skip: Option<Skip>) -> Unit {
        let span = match &self.out.tokens[tokens.clone()] {
            [] => Span::new(place.range().start, place.range().start),
            [only] => only.span,
            [first, .., last] => Span::new(first.span.range().start, last.span.range().end),
        };
        Unit {
            span,
            tokens: TokenRange::new(tokens.start, tokens.end),
            paragraph: self.out.paragraphs.len() as u32 - 1,
            sentence: self.out.sentences.len() as u32,
            skip,
        }
    }
}

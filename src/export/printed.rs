//! The text of a witness as a document has it: in paragraphs, in which a line ends where the page does. Words that the end of a
//! line divides are whole, and where it stands between words there is a space. Whatever else stands between words stays.
//!
//! Any stretch of the witness has its part of this, and what follows each other in the one does in the other.

use crate::format::units::is_line_end;
use crate::witness::{Role, Span, Witness, undivided};

/// What a stretch of text consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A character.
    Char(char),
    /// The end of a line that the file itself has inside a paragraph, as verse does.
    Break,
    /// The end of a paragraph that another follows.
    End(Role),
}

impl Sign {
    /// Whether nothing of it is seen but space.
    pub(super) fn is_blank(self) -> bool {
        match self {
            Self::Char(c) => c.is_whitespace(),
            Self::Break | Self::End(_) => true,
        }
    }

    /// Whether two read the same; what paragraphs are is another question.
    #[cfg(feature = "documents")]
    pub(super) fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::End(_), Self::End(_)) => true,
            _ => self == other,
        }
    }
}

/// The text of a witness as a document has it.
pub(super) struct Printed<'a> {
    /// In the order of the text.
    parts: Vec<Part<'a>>,
    /// What the last paragraph is, which nothing follows.
    pub(super) last: Role,
}

struct Part<'a> {
    /// The byte of the witness where it stands.
    start: u32,
    what: What<'a>,
}

enum What<'a> {
    /// The text as it is, byte for byte.
    Own(&'a str),
    /// What stands for text that begins there.
    Instead(String),
    Sign(Sign),
}

impl<'a> Printed<'a> {
    pub(super) fn new(witness: &'a Witness) -> Self {
        let mut printed = Self {
            parts: Vec::new(),
            last: Role::Body,
        };
        let keeps_lines = !witness.structure.is_empty();
        let mut end: Option<u32> = None;
        for (span, role) in paragraphs(witness) {
            if let Some(end) = end {
                let sign = Sign::End(printed.last);
                printed.push(end, What::Sign(sign));
            }
            printed.paragraph(witness, span, keeps_lines);
            printed.last = role;
            end = Some(span.end);
        }
        printed
    }

    /// The byte of the witness behind which nothing of it stands.
    pub(super) fn end(&self) -> u32 {
        self.parts.last().map_or(0, Part::end)
    }

    /// What a stretch of the witness has of it, each with the byte of the witness where it stands.
    pub(super) fn signs(&self, span: Span) -> impl Iterator<Item = (u32, Sign)> + '_ {
        let first = self.parts.partition_point(|part| part.end() <= span.start);
        let parts = self.parts[first..].iter();
        parts
            .take_while(move |part| part.start < span.end)
            .flat_map(move |part| part.signs(span))
    }

    fn push(&mut self, start: u32, what: What<'a>) {
        if !matches!(what, What::Own("")) {
            self.parts.push(Part { start, what });
        }
    }

    fn paragraph(&mut self, witness: &'a Witness, span: Span, keeps_lines: bool) {
        let first = witness
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let inside = witness.tokens[first..]
            .iter()
            .take_while(|token| token.span.end <= span.end);
        let mut at = span.start;
        for token in inside.filter(|token| witness.slice(token.span).contains(is_line_end)) {
            let before = Span {
                start: at,
                end: token.span.start,
            };
            self.text(witness, before, keeps_lines);
            let word = undivided(witness.slice(token.span)).replace(is_line_end, "");
            self.push(token.span.start, What::Instead(word));
            at = token.span.end;
        }
        let rest = Span {
            start: at,
            end: span.end,
        };
        self.text(witness, rest, keeps_lines);
    }

    /// Text in which no word is divided.
    fn text(&mut self, witness: &'a Witness, span: Span, keeps_lines: bool) {
        let text = witness.slice(span);
        let mut at = 0;
        while let Some(found) = text[at..].find(is_line_end) {
            // With all the white space around it.
            let own = text[at..at + found].trim_end();
            let space = at + own.len();
            let next = text.len() - text[space..].trim_start().len();
            self.push(span.start + at as u32, What::Own(own));
            let start = span.start + space as u32;
            match keeps_lines {
                true => {
                    let lines = text[space..next].matches('\n').count().max(1);
                    (0..lines).for_each(|_| self.push(start, What::Sign(Sign::Break)));
                }
                false => self.push(start, What::Sign(Sign::Char(' '))),
            }
            at = next;
        }
        self.push(span.start + at as u32, What::Own(&text[at..]));
    }
}

impl Part<'_> {
    /// The byte behind the last at which something of it stands.
    fn end(&self) -> u32 {
        match self.what {
            What::Own(text) => self.start + text.len() as u32,
            _ => self.start + 1,
        }
    }

    fn signs(&self, span: Span) -> impl Iterator<Item = (u32, Sign)> + '_ {
        let from = span.start.saturating_sub(self.start) as usize;
        let to = (span.end.saturating_sub(self.start)) as usize;
        let start = self.start;
        let (own, instead, sign) = match &self.what {
            What::Own(text) => (text.get(from..to.min(text.len())), None, None),
            What::Instead(text) => (None, Some(text.as_str()), None),
            What::Sign(sign) => (None, None, Some(*sign)),
        };
        let first = start + from as u32;
        let own = own.unwrap_or_default().char_indices();
        own.map(move |(at, c)| (first + at as u32, Sign::Char(c)))
            .chain(
                instead
                    .unwrap_or_default()
                    .chars()
                    .map(move |c| (start, Sign::Char(c))),
            )
            .chain(sign.map(|sign| (start, sign)))
    }
}

/// The paragraphs that are not blank: those of the file where it has some, else those that the reader has found. Text that stands
/// in none is one of its own, or where a paragraph goes on in its line belongs to that: the number of an article.
fn paragraphs(witness: &Witness) -> Vec<(Span, Role)> {
    let given: Vec<(Span, Role)> = match &witness.structure[..] {
        [] => {
            let spans = witness.paragraphs.iter();
            spans.map(|&span| (span, Role::Body)).collect()
        }
        structure => structure.iter().map(|p| (p.span, p.role)).collect(),
    };
    let mut out: Vec<(Span, Role)> = Vec::with_capacity(given.len());
    let mut at = 0;
    let end = witness.text.len() as u32;
    let mut push = |start: u32, end: u32, role: Role| {
        let text = witness.slice(Span { start, end });
        let behind = text.trim_start();
        let start = end - behind.len() as u32;
        let end = start + behind.trim_end().len() as u32;
        if start < end {
            out.push((Span { start, end }, role));
        }
    };
    for (span, role) in given.into_iter().filter(|(span, _)| span.end <= end) {
        if at <= span.start {
            let between = Span {
                start: at,
                end: span.start,
            };
            let before = witness.slice(between).rfind(is_line_end);
            // The end of a line is one byte.
            let start = before.map_or(at, |before| at + before as u32 + 1);
            push(at, start, Role::Body);
            push(start, span.end, role);
            at = span.end;
        }
    }
    push(at, end, Role::Body);
    out
}

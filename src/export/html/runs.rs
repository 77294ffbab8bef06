//! The links of a row as the page knows them: those that go on where the one before ends are one.

use crate::class::Class;
use crate::select::{Shown, Voices};
use crate::table::{AlignmentTable, Link, Row};
use crate::witness::{Span, TokenIndex};

use super::letters::{letter, link_letter, voice_letter};
use super::patterns::Pattern;

/// Links that are shown as one.
pub(super) struct Run<'a> {
    links: Vec<&'a Link>,
    /// What the witnesses are to each other in it.
    pub(super) code: Code,
    /// How loud it is where few are marked.
    pub(super) voice: char,
}

/// What the witnesses are to each other.
#[derive(PartialEq)]
pub(super) enum Code {
    /// Of two.
    Letter(char),
    /// Of more.
    Pattern(Pattern),
}

/// The runs of a row.
pub(super) fn runs<'a>(table: &AlignmentTable, row: &'a Row, voices: &Voices<'_>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (link, shown) in row.links.iter().zip(voices.of(row)) {
        let run = Run::new(table, row, link, voices, shown);
        match runs.last_mut() {
            Some(last) if last.goes_on(&run) => last.links.push(link),
            _ => runs.push(run),
        }
    }
    runs
}

impl<'a> Run<'a> {
    fn new(
        table: &AlignmentTable,
        row: &Row,
        link: &'a Link,
        voices: &Voices<'_>,
        shown: Shown,
    ) -> Self {
        let rules = voices.rules();
        let code = match table.witnesses.len() > 2 {
            true => Code::Pattern(Pattern::new(rules, row, link, table.base)),
            false => Code::Letter(link_letter(rules, link)),
        };
        let agrees = match &code {
            Code::Letter(own) => own.eq_ignore_ascii_case(&letter(Class::Same)),
            Code::Pattern(pattern) => pattern.agrees(),
        };
        Self {
            links: vec![link],
            voice: voice_letter(agrees, link, shown),
            code,
        }
    }

    /// Whether another goes on where this ends: words that all have, or that stand in the same witnesses only.
    fn goes_on(&self, next: &Self) -> bool {
        let (Some(last), [link]) = (self.links.last(), &next.links[..]) else {
            return false;
        };
        let may = match &self.code {
            Code::Letter(_) => {
                matches!(last.class, Class::Same | Class::Omission | Class::Addition)
            }
            Code::Pattern(pattern) => pattern.may_go_on(),
        };
        may && self.code == next.code
            && self.voice == next.voice
            && last.is_unbroken()
            && link.is_unbroken()
            && last.adjoins(link)
    }

    /// The stretches of a witness.
    pub(super) fn stretches(&self, table: &AlignmentTable, w: usize) -> Vec<Span> {
        let witness = &table.witnesses[w];
        let span = |first: TokenIndex, last: TokenIndex| Span {
            start: witness.token(first).span.start,
            end: witness.token(last).span.end,
        };
        match &self.links[..] {
            [link] => {
                let parts = link.tokens[w].chunk_by(|a, b| a.is_before(*b));
                parts
                    .map(|part| span(part[0], part[part.len() - 1]))
                    .collect()
            }
            links => {
                let mut tokens = links.iter().flat_map(|link| &link.tokens[w]);
                let first = tokens.next();
                let whole = first.map(|&first| span(first, *tokens.last().unwrap_or(&first)));
                whole.into_iter().collect()
            }
        }
    }
}

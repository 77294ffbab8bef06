//! A document in the making out of elements that follow each other: paragraphs, notes that stand in them and go behind the text,
//! and passages with a name.

use super::flow::Flow;
use crate::read::document::Document;
use crate::witness::{Role, Skip, Span};

/// What stands in a paragraph and is none of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aside {
    Note,
    Box,
}

/// A document in the making.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) document: Document,
    /// The paragraph that is open.
    pub(super) flow: Flow,
    /// Where passages begin in it, by their names.
    starts: Vec<(usize, String)>,
    /// The passage that is open: its name, and where it begins in the text.
    open: Option<(String, usize)>,
    /// Notes and boxes that are open, with the paragraph in which each stands.
    outer: Vec<(Aside, Flow)>,
    /// The paragraphs of boxes, which stand behind the paragraph on which these hang.
    boxes: Vec<(String, Role)>,
    /// The notes, each of its paragraphs.
    notes: Vec<Vec<String>>,
}

impl Blocks {
    /// A passage begins, and ends the one before; one without a name only does that.
    pub(super) fn begin_passage(&mut self, name: &str) {
        if self.outer.is_empty() {
            self.starts.push((self.flow.len(), name.trim().to_owned()));
        }
    }

    /// A note begins.
    pub(super) fn begin_note(&mut self) {
        if !self.is_note() {
            self.notes.push(Vec::new());
        }
        self.outer
            .push((Aside::Note, std::mem::take(&mut self.flow)));
    }

    /// The note that began last ends.
    pub(super) fn end_note(&mut self) {
        self.end_aside(Role::Body);
    }

    /// A box with text of its own begins in the paragraph.
    pub(super) fn begin_box(&mut self) {
        self.outer
            .push((Aside::Box, std::mem::take(&mut self.flow)));
    }

    /// The box that began last ends, and with it a paragraph of `role`.
    pub(super) fn end_box(&mut self, role: Role) {
        self.end_aside(role);
    }

    fn end_aside(&mut self, role: Role) {
        self.aside_paragraph(role);
        if let Some((_, outer)) = self.outer.pop() {
            self.flow = outer;
        }
    }

    /// Whether a note is open.
    fn is_note(&self) -> bool {
        self.outer.iter().any(|(aside, _)| *aside == Aside::Note)
    }

    /// Ends a paragraph of a note or a box.
    fn aside_paragraph(&mut self, role: Role) {
        if self.outer.is_empty() {
            return;
        }
        let Some(text) = self.flow.take() else { return };
        let note = match self.is_note() {
            true => self.notes.last_mut(),
            false => None,
        };
        match note {
            Some(note) => note.push(text),
            None => self.boxes.push((text, role)),
        }
    }

    /// Ends the paragraph that is open.
    pub(super) fn flush(&mut self, role: Role, skip: Option<Skip>) {
        if !self.outer.is_empty() {
            self.aside_paragraph(role);
            return;
        }
        let starts = std::mem::take(&mut self.starts);
        let text = self.flow.take();
        let span = text.and_then(|text| self.document.push(&text, role, skip));
        // Where the paragraph would have begun, if there is none.
        let from = span.map_or(self.document.text.len(), |span| span.range().start);
        let to = span.map_or(from, |span| span.range().end);
        for (at, name) in starts {
            // Behind the white space before it.
            let at = (from + at).min(to);
            let begun = self.document.text[at..to].trim_start().len();
            self.end_passage(at);
            if !name.is_empty() {
                self.open = Some((name, to - begun));
            }
        }
        for (text, role) in std::mem::take(&mut self.boxes) {
            self.document.push(&text, role, None);
        }
    }

    /// Ends the passage that is open before a place of the text.
    fn end_passage(&mut self, at: usize) {
        let Some((name, start)) = self.open.take() else {
            return;
        };
        let passage = self.document.text.get(start..at).unwrap_or_default();
        let kept = passage.trim_end().len();
        if kept > 0 {
            let skipped = passage.len() - passage.trim_start().len();
            let span = Span::new(start + skipped, start + kept);
            self.document.label(span, name);
        }
    }

    /// The document, its notes behind the text.
    pub(super) fn finished(mut self) -> Document {
        while !self.outer.is_empty() {
            self.end_aside(Role::Body);
        }
        self.flush(Role::Body, None);
        self.end_passage(self.document.text.len());
        for (n, paragraphs) in self.notes.iter().enumerate() {
            self.document.note(&(n + 1).to_string(), paragraphs);
        }
        self.document.finished()
    }
}

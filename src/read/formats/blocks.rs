//! A document in the making out of elements that follow each other: paragraphs, notes that stand in them and go behind the text,
//! and passages with a name.

use super::flow::Flow;
use crate::read::document::Document;
use crate::witness::{Role, Skip, Span};

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
    /// Notes that are open, with the paragraph in which each stands.
    outer: Vec<Flow>,
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
        self.outer.push(std::mem::take(&mut self.flow));
        if self.outer.len() == 1 {
            self.notes.push(Vec::new());
        }
    }

    /// The note that began last ends.
    pub(super) fn end_note(&mut self) {
        if let Some(outer) = self.outer.pop() {
            self.note_paragraph();
            self.flow = outer;
        }
    }

    fn note_paragraph(&mut self) {
        if let (Some(text), Some(note)) = (self.flow.take(), self.notes.last_mut()) {
            note.push(text);
        }
    }

    /// Ends the paragraph that is open.
    pub(super) fn flush(&mut self, role: Role, skip: Option<Skip>) {
        if !self.outer.is_empty() {
            self.note_paragraph();
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
            self.end_note();
        }
        self.flush(Role::Body, None);
        self.end_passage(self.document.text.len());
        for (n, paragraphs) in self.notes.iter().enumerate() {
            self.document.note(&(n + 1).to_string(), paragraphs);
        }
        self.document.finished()
    }
}

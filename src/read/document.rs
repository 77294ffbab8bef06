//! What a reader makes of a file: the text that people read, with its paragraphs.

use crate::witness::{Label, Language, Paragraph};
#[cfg(feature = "documents")]
use crate::witness::{Role, Skip, Span};

use super::Note;

/// The text of a file, in the making.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The paragraphs, with ends of lines between.
    pub(super) text: String,
    /// In the order of the text.
    pub(super) paragraphs: Vec<Paragraph>,
    /// By their place.
    pub(super) labels: Vec<Label>,
    /// Words, each with the normal form that the file gives it: words of one form are the same to it.
    pub(super) forms: Vec<(String, String)>,
    /// The language that the file names for the whole.
    pub(super) language: Option<Language>,
    /// What was noticed.
    pub(super) notes: Vec<Note>,
}

#[cfg(feature = "documents")]
impl Document {
    /// Appends a paragraph, unless it is blank. Lines that stand together (items, verses, cells) stand below each other, and
    /// whatever else, apart.
    pub(super) fn push(&mut self, text: &str, role: Role, skip: Option<Skip>) -> Option<Span> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some(last) = self.paragraphs.last() {
            let together = matches!(role, Role::Item | Role::Verse | Role::Cell)
                && last.role == role
                && last.skip == skip;
            self.text.push_str(if together { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        self.text.push_str(text);
        let span = Span::new(start, self.text.len());
        self.paragraphs.push(Paragraph { span, role, skip });
        Some(span)
    }

    /// Names a passage.
    pub(super) fn label(&mut self, span: Span, name: impl Into<String>) {
        let name = name.into();
        if !name.is_empty() {
            self.labels.push(Label { span, name });
        }
    }

    /// Appends a note, and names it by its number: `note 3`.
    pub(super) fn note(&mut self, number: &str, paragraphs: &[String]) {
        let spans: Vec<Span> = paragraphs
            .iter()
            .filter_map(|text| self.push(text, Role::Footnote, None))
            .collect();
        if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
            let whole = Span {
                start: first.start,
                end: last.end,
            };
            self.label(whole, format!("note {number}"));
        }
    }

    /// The document, its text ended by the end of a line, as the texts of files are.
    pub(super) fn finished(mut self) -> Self {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self
    }
}

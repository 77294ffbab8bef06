//! USFM, the markers of translators of scriptures: `\v 3 Dieu dit : …`.

use super::Text;
use super::markers::{self, Marker};
use crate::read::document::Document;
use crate::witness::{Role, Skip};

/// Reads a text.
pub(in crate::read::formats) fn read(text: &str) -> Document {
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        reader.push(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-'));
        let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = match behind.strip_prefix('*') {
            Some(behind) => {
                reader.end(name);
                behind
            }
            None => reader.begin(name, behind.strip_prefix(' ').unwrap_or(behind)),
        };
    }
    reader.push(rest);
    reader.end_all();
    reader.text.blocks.finished()
}

#[derive(Default)]
struct Reader {
    text: Text,
    /// The marker of a word that is open: behind a bar stands what is said of it.
    word: bool,
    /// The markers whose text is none of the text.
    dropped: Vec<String>,
    note: bool,
    /// Whether a sidebar is open: what editors say beside the text, which is left out as in USX.
    sidebar: bool,
}

impl Reader {
    /// A marker begins; gives the text behind it.
    fn begin<'t>(&mut self, name: &str, rest: &'t str) -> &'t str {
        let (value, behind) = word(rest);
        match name {
            "esb" => {
                self.end_all();
                self.sidebar = true;
            }
            "esbe" => {
                self.end_all();
                self.sidebar = false;
            }
            "id" => {
                self.end_all();
                self.sidebar = false;
                self.text.book = value.to_uppercase();
            }
            "c" => {
                self.end_all();
                self.sidebar = false;
                self.text.end_verse();
                self.text.chapter = value.to_owned();
                return behind;
            }
            "v" => {
                self.end_note();
                self.text.begin_verse(value);
                return behind;
            }
            _ => {}
        }
        match markers::of(name) {
            Marker::Paragraph(_) | Marker::Aside if self.sidebar => {}
            Marker::Paragraph(role) => {
                self.end_all();
                self.text.begin(role, None);
                if role == Role::Heading {
                    self.text.end_verse();
                }
            }
            Marker::Aside => {
                self.end_all();
                self.text.begin(Role::Body, Some(Skip::Metadata));
                self.text.end_verse();
            }
            Marker::Note => {
                self.end_note();
                self.text.blocks.begin_note();
                self.note = true;
                // Its sign.
                return behind;
            }
            Marker::Nothing => self.dropped.push(name.to_owned()),
            Marker::Word => {
                // In a note each part ends the one before.
                if self.note && name.starts_with('f') {
                    self.dropped.clear();
                }
                self.word = true;
            }
        }
        rest
    }

    /// A marker ends.
    fn end(&mut self, name: &str) {
        // One that stands in another leaves that open.
        self.word = name.starts_with('+');
        if let Some(at) = self.dropped.iter().rposition(|open| open == name) {
            self.dropped.truncate(at);
        } else if markers::of(name) == Marker::Note {
            self.end_note();
        }
    }

    fn end_note(&mut self) {
        self.dropped.clear();
        self.word = false;
        if std::mem::take(&mut self.note) {
            self.text.blocks.end_note();
        }
    }

    fn end_all(&mut self) {
        self.end_note();
        self.text.flush();
        (self.text.role, self.text.skip) = (Role::Body, None);
    }

    fn push(&mut self, text: &str) {
        if self.sidebar || !self.dropped.is_empty() {
            return;
        }
        let text = match self.word {
            true => text.split('|').next().unwrap_or_default(),
            false => text,
        };
        let text = text.replace('~', "\u{a0}").replace("//", " ");
        self.text.blocks.flow.push(&text);
    }
}

/// The first word of a text, and what stands behind it.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start_matches([' ', '\t']);
    let end = text.find(|c: char| c.is_whitespace() || c == '\\');
    text.split_at(end.unwrap_or(text.len()))
}

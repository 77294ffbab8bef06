//! OSIS, scriptures in XML.

use super::{Text, books};
use crate::error::Result;
use crate::read::document::Document;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Tag, Xml};
use crate::witness::{Language, Role};

/// Elements that are passed over: what is said of the text, pictures, what other witnesses read.
const PASSED_OVER: [&str; 5] = ["header", "figure", "index", "rdg", "titlePage"];

/// Reads a text.
pub(in crate::read::formats) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut reader = Reader::default();
    let mut xml = Xml::selected(text, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => {
                if !reader.begin(&tag) {
                    xml.skip()?;
                }
            }
            Node::Close(end) => reader.end(end.name()),
            Node::Text(text) => reader.text.blocks.flow.push(&text),
        }
    }
    reader.text.flush();
    Ok(Document {
        language: reader.language.as_deref().and_then(Language::from_code),
        ..reader.text.blocks.finished()
    })
}

#[derive(Default)]
struct Reader {
    text: Text,
    language: Option<String>,
    /// The roles of the blocks that are open.
    blocks: Vec<Role>,
    /// For each verse that is open whether it is one that holds its text.
    verses: Vec<bool>,
    /// How many notes are open.
    notes: usize,
}

/// What a block is.
fn role(name: &str) -> Option<Role> {
    Some(match name {
        "p" => Role::Body,
        "title" => Role::Heading,
        "l" => Role::Verse,
        "item" => Role::Item,
        "cell" => Role::Cell,
        _ => return None,
    })
}

impl Reader {
    /// An element begins; whether what is in it is read.
    fn begin(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        match name {
            _ if PASSED_OVER.contains(&name) => return false,
            "osisText" => self.language = tag.attribute("lang"),
            // References between passages are none of the text.
            "note" if tag.attribute("type").as_deref() == Some("crossReference") => return false,
            "note" => {
                self.text.blocks.begin_note();
                self.notes += 1;
            }
            "verse" => self.begin_verse(tag),
            "lb" => self.text.blocks.flow.push(" "),
            "div" | "chapter" | "lg" | "list" | "table" | "row" if self.notes == 0 => self.flush(),
            _ => {}
        }
        if let Some(role) = role(name).filter(|_| self.notes == 0) {
            self.flush();
            self.blocks.push(role);
            self.text.role = role;
            if role == Role::Heading && self.verses.is_empty() {
                self.text.end_verse();
            }
        }
        true
    }

    fn begin_verse(&mut self, tag: &Tag<'_>) {
        let holds = tag.attribute("sID").is_none() && tag.attribute("eID").is_none();
        self.verses.push(holds);
        match tag.attribute("osisID").or_else(|| tag.attribute("sID")) {
            Some(id) if tag.attribute("eID").is_none() => {
                let name = books::verse(&id);
                self.text.blocks.begin_passage(&name);
            }
            _ => self.text.end_verse(),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "note" => {
                self.text.blocks.end_note();
                self.notes = self.notes.saturating_sub(1);
            }
            "verse" if self.verses.pop() == Some(true) => {
                self.text.end_verse();
                // Where there are no paragraphs each verse is one.
                if self.blocks.is_empty() {
                    self.text.role = Role::Verse;
                    self.flush();
                }
            }
            "div" | "chapter" | "lg" | "list" | "table" | "row" if self.notes == 0 => self.flush(),
            _ => {}
        }
        if role(name).is_some() && self.notes == 0 {
            self.flush();
            self.blocks.pop();
            self.text.role = self.blocks.last().copied().unwrap_or_default();
        }
    }

    fn flush(&mut self) {
        self.text.flush();
    }
}

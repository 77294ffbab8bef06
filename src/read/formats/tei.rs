//! Texts in the XML of the TEI: what an edition prints as its text. Of readings the lemma is read, of a choice what is corrected,
//! regular, expanded; what was deleted, running heads, and the header of the file are left out.

use super::blocks::Blocks;
use super::source::Source;
use super::xml::{Node, Tag, Xml};
use crate::error::Result;
use crate::read::document::Document;
use crate::witness::{Language, Role, is_divided};

/// Elements that are passed over.
const PASSED_OVER: [&str; 13] = [
    "teiHeader",
    "del",
    "surplus",
    "fw",
    "figDesc",
    "sic",
    "orig",
    "abbr",
    "facsimile",
    "graphic",
    "ptr",
    "standOff",
    "index",
];

/// Of two readings in one element the first is the text, and the other passed over.
const READINGS: [&str; 2] = ["lem", "rdg"];

/// Reads a text.
pub(super) fn read(text: &str, source: Source<'_>) -> Result<Document> {
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
            Node::Text(text) => {
                if reader.texts > 0 {
                    reader.blocks.flow.push(&text);
                }
            }
        }
    }
    Ok(Document {
        language: reader.language.as_deref().and_then(Language::from_code),
        ..reader.blocks.finished()
    })
}

#[derive(Default)]
struct Reader {
    blocks: Blocks,
    language: Option<String>,
    /// How many texts are open: nothing outside is one.
    texts: usize,
    /// The roles of the blocks that are open.
    roles: Vec<Role>,
    /// For each element with readings that is open whether one has been read.
    read: Vec<bool>,
    /// For each element that may have a name and is open whether it has one.
    named: Vec<bool>,
    /// How many choices are open.
    choices: usize,
}

/// What a block is, where an element is one that has text.
fn role(name: &str) -> Option<Role> {
    Some(match name {
        "p" | "ab" | "stage" | "speaker" | "trailer" | "salute" | "signed" | "dateline"
        | "opener" | "closer" | "epigraph" | "argument" | "byline" | "docAuthor" | "docDate"
        | "docImprint" | "docEdition" | "imprimatur" | "titlePage" => Role::Body,
        "head" | "titlePart" | "docTitle" | "label" => Role::Heading,
        "l" => Role::Verse,
        "item" => Role::Item,
        "cell" => Role::Cell,
        _ => return None,
    })
}

/// Whether an element is a passage where it has a name.
fn is_numbered(name: &str) -> bool {
    matches!(name, "l" | "p" | "ab" | "seg" | "s" | "item")
}

/// Whether an element holds blocks.
fn is_division(name: &str) -> bool {
    matches!(
        name,
        "text"
            | "front"
            | "body"
            | "back"
            | "group"
            | "lg"
            | "sp"
            | "list"
            | "table"
            | "row"
            | "figure"
            | "floatingText"
    ) || name.starts_with("div")
}

impl Reader {
    /// An element begins; whether what is in it is read.
    fn begin(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        let outside = self.choices == 0;
        if matches!(name, "TEI" | "TEI.2" | "text") && self.language.is_none() {
            self.language = tag.attribute("lang");
        }
        match name {
            // Alone they are the text.
            "sic" | "orig" | "abbr" if outside => {}
            _ if PASSED_OVER.contains(&name) => return false,
            _ if READINGS.contains(&name) => {
                let read = self.read.last_mut();
                return read.is_none_or(|read| !std::mem::replace(read, true));
            }
            "text" => self.texts += 1,
            "app" => self.read.push(false),
            "choice" => self.choices += 1,
            "note" if self.texts > 0 => self.blocks.begin_note(),
            "lb" | "pb" | "cb" => self.break_line(tag),
            _ => {}
        }
        if let Some(role) = role(name) {
            self.flush();
            let outer = self.roles.last().copied().unwrap_or_default();
            self.roles
                .push(if role == Role::Body { outer } else { role });
        } else if is_division(name) {
            self.flush();
        }
        let name = |tag: &Tag<'_>| tag.attribute("n").or_else(|| tag.attribute("id"));
        if is_numbered(tag.name()) {
            let label = name(tag);
            if let Some(label) = &label {
                self.blocks.begin_passage(label);
            }
            self.named.push(label.is_some());
        } else if tag.name() == "milestone" {
            self.blocks.begin_passage(&name(tag).unwrap_or_default());
        }
        true
    }

    /// The end of a line of the source, which may divide a word: where the file says so, or, unless it says otherwise, with a hyphen
    /// before it, as in print.
    fn break_line(&mut self, tag: &Tag<'_>) {
        let said = tag.attribute("break");
        if said.as_deref() != Some("yes") && is_divided(self.blocks.flow.as_str()) {
            self.blocks.flow.end_line();
        } else if said.as_deref() == Some("no") {
            self.blocks.flow.join();
        } else {
            self.blocks.flow.push(" ");
        }
    }

    fn flush(&mut self) {
        self.blocks
            .flush(self.roles.last().copied().unwrap_or_default(), None);
    }

    fn end(&mut self, name: &str) {
        if is_numbered(name) && self.named.pop() == Some(true) {
            self.blocks.begin_passage("");
        }
        if role(name).is_some() {
            self.flush();
            self.roles.pop();
        } else if is_division(name) {
            self.flush();
        }
        match name {
            "text" => self.texts = self.texts.saturating_sub(1),
            "app" => drop(self.read.pop()),
            "choice" => self.choices = self.choices.saturating_sub(1),
            "note" if self.texts > 0 => self.blocks.end_note(),
            _ => {}
        }
    }
}

//! OpenDocument texts (ODT, also in one flat file): the text as it is printed, with tracked changes as accepted or as it was before
//! them; headings, items and cells are told, and notes stand behind the text. Comments, running heads and hidden text are left
//! out.

mod changes;

use std::collections::HashMap;

use super::blocks::Blocks;
use super::package::Package;
use super::source::Source;
use super::xml::{self, Node, Tag, Xml};
use crate::error::Result;
use crate::read::document::Document;
use crate::read::{Note, Tracked};
use crate::witness::{Role, Skip};
use changes::Changes;

/// Elements that hold no text of the document, or say it otherwise: comments, numbers that are made, pronunciations.
const PASSED_OVER: [&str; 13] = [
    "annotation",
    "note-citation",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "forms",
    "scripts",
    "event-listeners",
    "number",
    "ruby-text",
    "hidden-text",
    "title",
    "desc",
];

/// Lists that are made of the text: what stands in them stands there as well.
const CONTENTS: [&str; 7] = [
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "bibliography",
];

/// The content of a document, which may be a package or one flat file.
pub(super) fn content(bytes: Vec<u8>, source: Source<'_>) -> Result<String> {
    if !bytes.starts_with(b"PK") {
        return xml::decode(bytes, "it", source);
    }
    let mut package = Package::open(&bytes, source)?;
    let parts = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if parts.contains("encryption-data") {
        return Err(source.unread("it is encrypted; save it without a password"));
    }
    package.needed("content.xml")
}

/// Reads a document.
pub(super) fn read(bytes: Vec<u8>, source: Source<'_>) -> Result<Document> {
    let text = content(bytes, source)?;
    let mut reader = Reader {
        tracked: source.options.tracked,
        ..Reader::default()
    };
    let mut xml = Xml::new(&text, "content.xml", source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) if tag.name() == "tracked-changes" => {
                reader.changes = Changes::read(&mut xml)?;
            }
            Node::Open(tag) => {
                if !reader.begin(&tag) {
                    xml.skip()?;
                }
            }
            Node::Close(end) => reader.end(end.name()),
            Node::Text(text) => reader.push(&text),
        }
    }
    let mut document = reader.blocks.finished();
    if !reader.changes.is_empty() {
        document.notes.push(match source.options.tracked {
            Tracked::Accepted => Note::TrackedAccepted,
            Tracked::Original => Note::TrackedOriginal,
        });
    }
    Ok(document)
}

#[derive(Default)]
struct Reader {
    blocks: Blocks,
    tracked: Tracked,
    changes: Changes,
    /// Styles of paragraphs by their names, each with the one that it is made of.
    styles: HashMap<String, String>,
    /// Whether the text is open.
    body: bool,
    /// For the text, and each note that is open in it, the roles of the paragraphs that are open: a box may stand in one.
    open: Vec<Vec<Role>>,
    /// How many items, cells and lists made of the text are open.
    items: usize,
    cells: usize,
    contents: usize,
    /// How many insertions are open that do not hold.
    inserted: usize,
}

impl Reader {
    /// An element begins; whether what is in it is looked at.
    fn begin(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        let value = |name: &str| tag.attribute(name).unwrap_or_default();
        match name {
            "style" => {
                self.styles
                    .insert(value("name"), value("parent-style-name"));
            }
            "text" | "body" => self.body = true,
            _ if !self.body => return !matches!(name, "meta" | "settings" | "master-styles"),
            _ if PASSED_OVER.contains(&name) => return false,
            _ if CONTENTS.contains(&name) => self.contents += 1,
            "list-item" => self.items += 1,
            "table-cell" | "covered-table-cell" => self.cells += 1,
            "note" => {
                self.blocks.begin_note();
                self.open.push(Vec::new());
            }
            "p" | "h" => self.begin_paragraph(tag),
            "s" | "tab" => self.push(" "),
            "line-break" => self.with(|blocks| blocks.flow.end_line()),
            "change" => self.deleted(&value("change-id")),
            "change-start" => self.inserted += usize::from(self.is_undone(&value("change-id"))),
            "change-end" => {
                let undone = usize::from(self.is_undone(&value("change-id")));
                self.inserted = self.inserted.saturating_sub(undone);
            }
            _ => {}
        }
        true
    }

    fn begin_paragraph(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name").unwrap_or_default();
        let in_note = !self.open.is_empty();
        let role = if tag.name() == "h" || self.is_heading(style) {
            Role::Heading
        } else if self.cells > 0 && !in_note {
            Role::Cell
        } else if self.items > 0 && !in_note {
            Role::Item
        } else {
            Role::Body
        };
        if self.open.is_empty() {
            self.open.push(Vec::new());
        }
        if let Some(open) = self.open.last_mut() {
            if !open.is_empty() {
                self.blocks.begin_box();
            }
            open.push(role);
        }
    }

    /// Whether a style is one of headings, or made of one.
    fn is_heading(&self, mut style: String) -> bool {
        /// No style is made of so many others; a ring may be.
        const DEEPEST: usize = 20;
        for _ in 0..DEEPEST {
            if style == "Title" || style == "Subtitle" || style.starts_with("Heading") {
                return true;
            }
            match self.styles.get(&style) {
                Some(parent) => style = parent.clone(),
                None => return false,
            }
        }
        false
    }

    fn end(&mut self, name: &str) {
        match name {
            _ if !self.body => {}
            "p" | "h" => self.end_paragraph(),
            "list-item" => self.items = self.items.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.cells = self.cells.saturating_sub(1),
            "note" => {
                self.open.pop();
                self.blocks.end_note();
            }
            "body" => self.body = false,
            _ if CONTENTS.contains(&name) => self.contents = self.contents.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(role) = self.open.last_mut().and_then(Vec::pop) else {
            return;
        };
        let is_box = self.open.last().is_some_and(|open| !open.is_empty());
        // Where its end was inserted, what follows went on in it.
        if self.inserted == 0 {
            let skip = (self.contents > 0).then_some(Skip::Metadata);
            self.blocks.flush(role, skip);
        }
        if is_box {
            self.blocks.end_box(role);
        }
        if self.open == [Vec::new()] {
            self.open.clear();
        }
    }

    fn push(&mut self, text: &str) {
        self.with(|blocks| blocks.flow.push(text));
    }

    /// Writes, where a paragraph is open and what stands there holds.
    fn with(&mut self, write: impl FnOnce(&mut Blocks)) {
        let open = self.open.last().is_some_and(|open| !open.is_empty());
        if open && self.inserted == 0 {
            write(&mut self.blocks);
        }
    }

    /// Whether a change is an insertion that does not hold.
    fn is_undone(&self, id: &str) -> bool {
        self.tracked == Tracked::Original && self.changes.is_insertion(id)
    }

    /// What was deleted stands here.
    fn deleted(&mut self, id: &str) {
        if self.tracked == Tracked::Accepted {
            return;
        }
        let role = self.open.last().and_then(|open| open.last().copied());
        let role = role.unwrap_or_default();
        for (n, paragraph) in self.changes.deleted(id).iter().enumerate() {
            if n > 0 {
                self.blocks.flush(role, None);
            }
            self.blocks.flow.push(paragraph);
        }
    }
}

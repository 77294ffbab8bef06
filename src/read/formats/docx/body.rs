//! A part of a document that holds text, as its paragraphs.

use std::collections::BTreeMap;

use super::styles::{Kind, Styles, is_heading, is_list};
use crate::error::Result;
use crate::read::Tracked;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Tag, Xml};
use crate::witness::{Role, Skip};

/// A note by its kind (`footnote`, `endnote`) and its id.
pub(super) type NoteRef = (String, String);

/// Paragraphs in their order.
pub(super) type Paragraphs = Vec<Paragraph>;

/// A paragraph of the part.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) role: Role,
    pub(super) skip: Option<Skip>,
    /// Whether the next goes on in it: its end is a change that does not hold.
    joined: bool,
    /// Those of the text boxes that hang on it.
    boxes: Paragraphs,
}

/// What a part holds.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Paragraphs,
    /// The notes that it calls, in their order.
    pub(super) calls: Vec<NoteRef>,
    /// The notes that it holds.
    pub(super) notes: BTreeMap<NoteRef, Paragraphs>,
    /// Whether it has tracked changes.
    pub(super) is_tracked: bool,
}

/// Elements that hold no text of the document, or hold it a second time: old forms of drawings, pronunciations, properties as
/// they were, codes of fields.
const PASSED_OVER: [&str; 9] = [
    "Fallback",
    "rt",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "sectPrChange",
    "instrText",
    "delInstrText",
    "sectPr",
];

impl Body {
    /// Reads a part.
    pub(super) fn read(
        text: &str,
        part: &str,
        styles: &Styles,
        source: Source<'_>,
    ) -> Result<Self> {
        let mut reader = Reader {
            styles,
            tracked: source.options.tracked,
            body: Self::default(),
            open: Vec::new(),
            note: None,
            cells: 0,
            properties: false,
            mark: false,
            hidden: false,
            text: false,
        };
        let mut xml = Xml::new(text, part, source);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) => {
                    if !reader.begin(&tag) {
                        xml.skip()?;
                    }
                }
                Node::Close(end) => reader.end(end.name()),
                Node::Text(text) => reader.text(&text),
            }
        }
        Ok(reader.body)
    }
}

struct Reader<'a> {
    styles: &'a Styles,
    tracked: Tracked,
    body: Body,
    /// The paragraphs that are open: one, and in a text box another.
    open: Paragraphs,
    /// The note that is open, in a part of notes.
    note: Option<NoteRef>,
    /// How many cells are open.
    cells: usize,
    /// Whether the properties of a paragraph are open, and those of its mark.
    properties: bool,
    mark: bool,
    /// Whether the run is hidden.
    hidden: bool,
    /// Whether an element is open whose text is that of the document.
    text: bool,
}

impl Reader<'_> {
    /// An element begins; whether what is in it is looked at.
    fn begin(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        if PASSED_OVER.contains(&name) || !self.holds(name) {
            return false;
        }
        match name {
            "p" => self.open.push(Paragraph {
                role: if self.cells > 0 {
                    Role::Cell
                } else {
                    Role::Body
                },
                ..Paragraph::default()
            }),
            "pPr" => self.properties = true,
            "tc" => self.cells += 1,
            "r" => self.hidden = false,
            "rPr" => self.mark = self.properties,
            "vanish" => self.hidden |= !self.mark && is_on(tag),
            // Deleted text is read where deletions do not hold.
            "t" | "delText" => self.text = true,
            "tab" if !self.properties => self.push("\t"),
            "br" | "cr" => match tag.attribute("type").as_deref() {
                // Of the page, or of the column.
                Some("page" | "column") => self.push(" "),
                _ => self.push("\n"),
            },
            "noBreakHyphen" => self.push("\u{2011}"),
            "footnoteReference" => self.call("footnote", tag),
            "endnoteReference" => self.call("endnote", tag),
            "footnote" | "endnote" => {
                let is_text = tag.attribute("type").is_none_or(|kind| kind == "normal");
                let id = tag.attribute("id").filter(|_| is_text);
                self.note = id.map(|id| (name.to_owned(), id));
                return self.note.is_some();
            }
            _ if self.properties => self.property(tag),
            _ => {}
        }
        true
    }

    /// Whether what is in an element holds, as far as it is a tracked change. A change of the mark of a paragraph is noted
    /// there.
    fn holds(&mut self, name: &str) -> bool {
        let original = self.tracked == Tracked::Original;
        let gone = match name {
            "ins" | "moveTo" => original,
            "del" | "moveFrom" => !original,
            _ => return true,
        };
        self.body.is_tracked = true;
        if !self.mark {
            return !gone;
        }
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.joined |= gone;
        }
        true
    }

    /// A property of the paragraph.
    fn property(&mut self, tag: &Tag<'_>) {
        let value = || tag.attribute("val").unwrap_or_default();
        let kind = match tag.name() {
            "pStyle" => self.styles.kind(&value()),
            "outlineLvl" if is_heading(&value()) => Some(Kind::Heading),
            "numId" if is_list(&value()) => Some(Kind::Item),
            _ => None,
        };
        let Some(paragraph) = self.open.last_mut() else {
            return;
        };
        match kind {
            Some(Kind::Heading) => paragraph.role = Role::Heading,
            Some(Kind::Item) if paragraph.role == Role::Body => paragraph.role = Role::Item,
            // It says what the headings say.
            Some(Kind::Contents) => paragraph.skip = Some(Skip::Metadata),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "pPr" => (self.properties, self.mark) = (false, false),
            "rPr" => self.mark = false,
            "tc" => self.cells = self.cells.saturating_sub(1),
            "r" => self.hidden = false,
            "t" | "delText" => self.text = false,
            "footnote" | "endnote" => self.note = None,
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else {
            return;
        };
        let boxes = std::mem::take(&mut paragraph.boxes);
        let to = match self.open.last_mut() {
            // In a text box: it stands behind the paragraph on which that hangs.
            Some(outer) => &mut outer.boxes,
            None => match &self.note {
                Some(note) => self.body.notes.entry(note.clone()).or_default(),
                None => &mut self.body.paragraphs,
            },
        };
        match to.last_mut() {
            Some(last) if last.joined => {
                last.text.push_str(&paragraph.text);
                last.joined = paragraph.joined;
            }
            _ => to.push(paragraph),
        }
        to.extend(boxes);
    }

    fn text(&mut self, text: &str) {
        if self.text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut()
            && !self.hidden
        {
            paragraph.text.push_str(text);
        }
    }

    fn call(&mut self, kind: &str, tag: &Tag<'_>) {
        if let Some(id) = tag.attribute("id")
            && !self.hidden
        {
            self.body.calls.push((kind.to_owned(), id));
        }
    }
}

/// Whether a property that is on or off is on: it is where nothing is said.
fn is_on(tag: &Tag<'_>) -> bool {
    let value = tag.attribute("val");
    !matches!(value.as_deref(), Some("0" | "false" | "off"))
}

//! A page as its blocks of text, each in the elements in which it stands.

use std::collections::BTreeMap;

use html5gum::{HtmlString, Spanned, StartTag, Token, Tokenizer, naive_next_state};

use super::clutter::{self, Clutter};
use super::elements::{
    ended_by, is_block, is_cell, is_dropped, is_heading, is_item, is_of_table, is_void,
};
use crate::error::Result;
use crate::read::formats::flow::Flow;
use crate::read::formats::selection::{Frame, Selection};
use crate::read::formats::source::Source;
use crate::witness::Role;

/// The most elements that a page may have: a Bible in one page has half a million.
const MOST_ELEMENTS: usize = 5_000_000;
/// The most elements that stand inside each other, as in browsers; what is deeper counts to the last.
const DEEPEST: usize = 512;
/// A cell with more characters holds running text, as where tables lay out a page.
const LONGEST_CELL: usize = 200;

/// Names of lists of notes, of notes, of what leads to one or back, and of numbers of pages: of books, of pages, of word processors.
const NOTES: [&str; 5] = [
    "doc-endnotes",
    "endnotes",
    "footnotes",
    "references",
    "rearnotes",
];
const NOTE: [&str; 8] = [
    "doc-footnote",
    "footnote",
    "endnote",
    "rearnote",
    "sdfootnote",
    "sdendnote",
    "MsoFootnoteText",
    "MsoEndnoteText",
];
const CALLS: [&str; 12] = [
    "pagebreak",
    "doc-pagebreak",
    "noteref",
    "doc-noteref",
    "doc-backlink",
    "footnote-ref",
    "footnote-back",
    "mw-cite-backlink",
    "sdfootnotesym",
    "sdendnotesym",
    "MsoFootnoteReference",
    "MsoEndnoteReference",
];

/// An element that holds blocks.
#[derive(Debug)]
pub(super) struct Node {
    /// The element in which it stands; the first stands in itself.
    pub(super) parent: usize,
    pub(super) name: String,
    /// Whether it looks like clutter.
    pub(super) looks: Option<Clutter>,
    /// Whether it says that it holds the main text.
    pub(super) is_main: bool,
    /// The outermost element that is clutter in which it stands, or it itself. Set by who knows the whole page.
    pub(super) clutter: Option<usize>,
}

/// A block of text.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) text: String,
    /// The innermost element in which it stands.
    pub(super) node: usize,
    pub(super) role: Role,
    /// How many of its bytes are links.
    pub(super) linked: usize,
    /// Whether a note begins with it.
    pub(super) opens_note: bool,
}

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    /// Each behind the one in which it stands; the first is the page.
    pub(super) nodes: Vec<Node>,
    /// In the order of the text.
    pub(super) blocks: Vec<Block>,
    /// The language that the page says it is in.
    pub(super) language: Option<String>,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    /// Its node, where it is a block; else that in which it stands.
    node: usize,
    block: bool,
    /// Whether its text is no text.
    dropped: bool,
    /// Where not all of the page is read: what is.
    frame: Option<Frame>,
    /// Whether white space in it stands as it is.
    verbatim: bool,
    /// Whether it is, or stands in, a link, and one within the book or the page.
    link: bool,
    reference: bool,
    /// Whether it stands in a list of notes.
    notes: bool,
    /// Whether it is, or stands in, one note.
    note: bool,
    /// How long the text was where it began.
    from: usize,
}

/// Reads a page, or what `selection` selects of it.
pub(super) fn read(
    text: &str,
    selection: Option<&mut Selection<'_>>,
    source: Source<'_>,
) -> Result<Page> {
    let root = Node {
        parent: 0,
        name: "html".to_owned(),
        looks: None,
        is_main: false,
        clutter: None,
    };
    let mut reader = Reader {
        page: Page {
            nodes: vec![root],
            blocks: Vec::new(),
            language: None,
        },
        open: Vec::new(),
        selection,
        flow: Flow::default(),
        linked: 0,
        new_note: false,
    };
    let mut tokens = Tokenizer::new(text);
    // A string does not fail to be read.
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                // What is in scripts is no tag. In XML they may be empty.
                if let Some(state) = naive_next_state(&tag.name).filter(|_| !tag.self_closing) {
                    tokens.set_state(state);
                }
                reader.begin(&tag);
            }
            Token::EndTag(tag) => reader.end(&name(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if reader.page.nodes.len() > MOST_ELEMENTS {
            return Err(source.unread(format!(
                "it has more than {MOST_ELEMENTS} elements; split it"
            )));
        }
    }
    reader.flush();
    Ok(reader.page)
}

fn name(name: &HtmlString) -> String {
    let name = String::from_utf8_lossy(name);
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

struct Reader<'a, 's> {
    page: Page,
    selection: Option<&'a mut Selection<'s>>,
    open: Vec<Open>,
    /// The text of the block that is open, and how many bytes of it are links.
    flow: Flow,
    linked: usize,
    /// Whether a note has begun, and has no text yet.
    new_note: bool,
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

fn value<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    let value = attributes.get(name.as_bytes())?;
    str::from_utf8(&value.value).ok()
}

impl Reader<'_, '_> {
    fn begin(&mut self, tag: &StartTag<()>) {
        let name = name(&tag.name);
        let value = |key: &str| value(&tag.attributes, key);
        match name.as_str() {
            "html" | "body" if self.page.language.is_none() => {
                let language = value("lang").or_else(|| value("xml:lang"));
                self.page.language = language.map(str::to_owned);
            }
            "br" => return self.end_line(),
            "hr" => return self.flush(),
            _ => {}
        }
        if is_void(&name) || name == "html" {
            return;
        }
        let block = is_block(&name);
        if block {
            self.make_room(&name);
            self.flush();
        }
        if tag.self_closing || self.open.len() >= DEEPEST {
            return;
        }
        let outer = self.open.last();
        let parent = outer.map_or(0, |open| open.node);
        let href = value("href").unwrap_or_default();
        let kind = [
            value("epub:type"),
            value("role"),
            value("class"),
            value("id"),
        ];
        let is = |names: &[&str]| {
            let mut words = kind
                .into_iter()
                .flatten()
                .flat_map(str::split_ascii_whitespace);
            // Word processors number them, and name their script.
            words.any(|word| {
                let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
                names.contains(&word.strip_suffix("-western").unwrap_or(word))
            })
        };
        let in_note = outer.is_some_and(|o| o.note);
        let frame = self.selection.as_deref_mut().map(|selection| {
            let outer = outer.and_then(|outer| outer.frame.as_ref());
            selection.begin(outer, &name, |key| value(key).map(str::to_owned))
        });
        let mut inner = Open {
            node: if block { self.page.nodes.len() } else { parent },
            block,
            verbatim: outer.is_some_and(|o| o.verbatim) || name == "pre",
            link: outer.is_some_and(|o| o.link) || name == "a" && !href.is_empty(),
            reference: outer.is_some_and(|o| o.reference) || name == "a" && href.contains('#'),
            notes: outer.is_some_and(|o| o.notes) || is(&NOTES) || is(&NOTE),
            note: outer.is_some_and(|o| o.note) || is(&NOTE),
            dropped: outer.is_some_and(|o| o.dropped)
                || is_dropped(&name)
                || is(&CALLS)
                || self.calls_a_note(&name, href),
            from: self.flow.len(),
            frame,
            name,
        };
        if block {
            // Notes are known by what calls them.
            let looks = match inner.notes {
                true => None,
                false => clutter::of(&inner.name, value),
            };
            let is_main = clutter::is_main(&inner.name, value);
            inner.note |= inner.notes && matches!(inner.name.as_str(), "li" | "aside");
            self.new_note |= inner.note && !in_note;
            self.page.nodes.push(Node {
                parent,
                name: inner.name.clone(),
                looks,
                is_main,
                clutter: None,
            });
        }
        self.open.push(inner);
    }

    /// Whether an element is the call of a note: a raised link to another place, whichever of the two stands in the other.
    fn calls_a_note(&self, name: &str, href: &str) -> bool {
        match name {
            "a" => href.contains('#') && self.open.iter().any(|open| open.name == "sup"),
            "sup" => self
                .open
                .iter()
                .any(|open| open.name == "a" && open.reference && open.from == self.flow.len()),
            _ => false,
        }
    }

    /// Ends the elements that end where a block begins.
    fn make_room(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open.block) {
            let last = self.open[at].name.as_str();
            if last == "p" || is_heading(last) && is_heading(name) {
                self.close(at);
            }
        }
        if let Some((ended, within)) = ended_by(name) {
            let names = self.open.iter().map(|open| open.name.as_str());
            let found = names
                .enumerate()
                .rev()
                .find(|(_, name)| ended.contains(name) || within.contains(name));
            if let Some((at, name)) = found
                && ended.contains(&name)
            {
                self.close(at);
            }
        }
    }

    fn end(&mut self, name: &str) {
        let block = is_block(name);
        if block {
            self.flush();
        }
        for at in (0..self.open.len()).rev() {
            let open = &self.open[at];
            if open.name == name {
                return self.close(at);
            }
            let stays = if block {
                is_of_table(&open.name) && !is_of_table(name)
            } else {
                open.block
            };
            if stays {
                return;
            }
        }
    }

    /// Ends an open element, and those in it.
    fn close(&mut self, at: usize) {
        if self.open[at..].iter().any(|open| open.block) {
            self.flush();
        }
        self.open.truncate(at);
    }

    /// Whether the text that comes next is among what is read.
    fn is_read(&self) -> bool {
        let frame = self.open.last().and_then(|open| open.frame.as_ref());
        self.selection.is_none() || frame.is_some_and(Frame::is_read)
    }

    fn end_line(&mut self) {
        if self.open.last().is_some_and(|open| open.dropped) {
            return;
        }
        // Two together part paragraphs.
        if self.flow.is_open() {
            self.flush();
        } else {
            self.flow.end_line();
        }
    }

    fn text(&mut self, text: &str) {
        let open = self.open.last();
        if open.is_some_and(|open| open.dropped) || !self.is_read() {
            return;
        }
        let before = self.flow.len();
        match open.is_some_and(|open| open.verbatim) {
            true => self.flow.push_verbatim(text),
            false => self.flow.push(text),
        }
        if open.is_some_and(|open| open.link) {
            self.linked += self.flow.len() - before;
        }
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        let linked = std::mem::take(&mut self.linked);
        let Some(text) = self.flow.take() else { return };
        let role = self.role(&text);
        // A link back to the call of a note is all that is in it.
        if role == Role::Footnote && !text.contains(char::is_alphanumeric) {
            return;
        }
        let opens_note = role == Role::Footnote && self.new_note;
        self.new_note &= !opens_note;
        self.page.blocks.push(Block {
            node: self.open.last().map_or(0, |open| open.node),
            role,
            linked,
            opens_note,
            text,
        });
    }

    fn role(&self, text: &str) -> Role {
        if self.open.last().is_some_and(|open| open.notes) {
            return Role::Footnote;
        }
        let mut names = self.open.iter().rev().map(|open| open.name.as_str());
        let role = names.find_map(|name| match name {
            _ if is_heading(name) => Some(Role::Heading),
            _ if is_item(name) => Some(Role::Item),
            _ if is_cell(name) => Some(Role::Cell),
            _ => None,
        });
        match role {
            Some(Role::Cell) if text.chars().count() > LONGEST_CELL => Role::Body,
            role => role.unwrap_or_default(),
        }
    }
}

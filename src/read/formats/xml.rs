//! XML as a sequence of tags and texts, without recursion, so that no nesting is too deep. Nothing is loaded from elsewhere, and
//! no entity expanded that a file defines itself.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::declared;
use super::selection::{Frame, Selection};
use super::source::Source;
use crate::error::Result;
use crate::read::{ReadOptions, decode};

/// What comes next.
pub(super) enum Node<'a> {
    /// An element begins. One that is empty ends right after.
    Open(Tag<'a>),
    /// An element ends.
    Close(End<'a>),
    /// Text, with its references resolved.
    Text(Cow<'a, str>),
}

/// The tag that begins an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// The value of an attribute by its name, without the prefix of its namespace.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| local(attribute.key.0) == name)?;
    let raw = found.value;
    let value = quick_xml::escape::unescape_with(&raw, resolve_html5_entity);
    Some(value.map_or_else(|_| raw.to_string(), Cow::into_owned))
}

impl Tag<'_> {
    /// Its name, without the prefix of its namespace.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The value of an attribute by its name, without the prefix of its namespace.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        attribute(&self.0, name)
    }
}

/// The tag that ends an element.
pub(super) struct End<'a>(BytesEnd<'a>);

impl End<'_> {
    /// Its name, without the prefix of its namespace.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().0)
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Reads XML.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    /// The name of the part that it is, empty for a whole file.
    part: &'a str,
    source: Source<'a>,
    /// How many elements are open.
    depth: usize,
    /// The element that was opened last and may be passed over.
    last: Option<BytesStart<'a>>,
    /// What is read of a file of which not all is, with the elements that are open.
    selection: Option<(Selection<'a>, Vec<Frame>)>,
}

impl<'a> Xml<'a> {
    /// A reader of a file of which those elements alone are text that are selected, if any are.
    pub(super) fn selected(text: &'a str, source: Source<'a>) -> Self {
        Self {
            selection: Selection::of(source).map(|selection| (selection, Vec::new())),
            ..Self::new(text, "", source)
        }
    }

    /// A reader of `text`.
    pub(super) fn new(text: &'a str, part: &'a str, source: Source<'a>) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            text,
            part,
            source,
            depth: 0,
            last: None,
            selection: None,
        }
    }

    /// What comes next; nothing at the end.
    ///
    /// # Errors
    /// When it is damaged; at the end, when nothing of it is selected.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>> {
        loop {
            let node = self.any()?;
            let Some((selection, open)) = &mut self.selection else {
                return Ok(node);
            };
            match &node {
                Some(Node::Open(tag)) => {
                    let value = |name: &str| tag.attribute(name);
                    open.push(selection.begin(open.last(), tag.name(), value));
                }
                Some(Node::Close(_)) => drop(open.pop()),
                Some(Node::Text(_)) if !open.last().is_some_and(Frame::is_read) => continue,
                Some(Node::Text(_)) => {}
                None => selection.check(self.source)?,
            }
            return Ok(node);
        }
    }

    /// What comes next, selected or not.
    fn any(&mut self) -> Result<Option<Node<'a>>> {
        loop {
            let event = self.reader.read_event();
            return Ok(Some(match event.map_err(|error| self.damaged(error))? {
                Event::Start(tag) => {
                    self.last = Some(tag.clone());
                    self.depth += 1;
                    Node::Open(Tag(tag))
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close(End(tag))
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let resolved = reference.resolve_char_ref();
                    match resolved.map_err(|error| self.damaged(error))? {
                        Some(c) => Node::Text(c.to_string().into()),
                        None => match resolve_html5_entity(&reference) {
                            Some(text) => Node::Text(text.into()),
                            None => return Err(self.entity(&reference)),
                        },
                    }
                }
                Event::Eof if self.depth > 0 => return Err(self.damaged("it ends in the middle")),
                Event::Eof => return Ok(None),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => continue,
            }));
        }
    }

    /// Passes over the element that was opened last, to its end.
    pub(super) fn skip(&mut self) -> Result<()> {
        if let Some(tag) = self.last.take() {
            let skipped = self.reader.read_to_end(tag.name());
            skipped.map_err(|error| self.damaged(error))?;
            self.depth = self.depth.saturating_sub(1);
            if let Some((_, open)) = &mut self.selection {
                open.pop();
            }
        }
        Ok(())
    }

    fn damaged(&self, why: impl std::fmt::Display) -> crate::Error {
        let line = self.line();
        self.source
            .damaged(self.part, format_args!("line {line}: {why}"))
    }

    fn entity(&self, name: &str) -> crate::Error {
        let name: String = name.chars().take(40).collect();
        self.source.unread(format!(
            "line {}: &{name}; stands for something else, which the file itself or another defines: that is not read; \
             write it out, for instance: xmllint --nonet --noent FILE > NEW",
            self.line()
        ))
    }

    fn line(&self) -> usize {
        let at = (self.reader.buffer_position() as usize).min(self.text.len());
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        1 + before.iter().filter(|&&byte| byte == b'\n').count()
    }
}

/// The text of XML, by its byte order mark, else by what it declares.
pub(super) fn decode(bytes: Vec<u8>, part: &str, source: Source<'_>) -> Result<String> {
    let options = ReadOptions {
        encoding: declared::in_xml(&bytes),
        ..ReadOptions::default()
    };
    let name = format!("{}: {part}", source.path);
    Ok(decode::decode(bytes, &name, &options)?.text)
}

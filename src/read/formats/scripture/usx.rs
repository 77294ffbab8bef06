//! USX, USFM in XML.

use super::Text;
use super::markers::{self, Marker};
use crate::error::Result;
use crate::read::document::Document;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Tag, Xml};
use crate::witness::{Role, Skip};

/// Reads a text.
pub(in crate::read::formats) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut scripture = Text::default();
    // Whether a paragraph is open: white space between them is none.
    let mut open = 0_usize;
    let mut xml = Xml::selected(text, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => match tag.name() {
                "book" => {
                    scripture.book = tag.attribute("code").unwrap_or_default().to_uppercase();
                    xml.skip()?;
                }
                "chapter" => {
                    scripture.flush();
                    scripture.end_verse();
                    if let Some(number) = tag.attribute("number") {
                        scripture.chapter = number;
                    }
                }
                "verse" => match (tag.attribute("eid"), tag.attribute("number")) {
                    (None, Some(number)) => scripture.begin_verse(&number),
                    _ => scripture.end_verse(),
                },
                "para" | "cell" => {
                    open += 1;
                    begin(&mut scripture, &style(&tag));
                }
                "note" => match markers::of(&style(&tag)) {
                    Marker::Note => scripture.blocks.begin_note(),
                    _ => xml.skip()?,
                },
                "figure" | "sidebar" => xml.skip()?,
                "optbreak" => scripture.blocks.flow.push(" "),
                "char" if markers::of(&style(&tag)) == Marker::Nothing => xml.skip()?,
                _ => {}
            },
            Node::Close(end) => match end.name() {
                "para" | "cell" => {
                    open = open.saturating_sub(1);
                    scripture.flush();
                }
                "note" => scripture.blocks.end_note(),
                _ => {}
            },
            Node::Text(text) if open > 0 => scripture.blocks.flow.push(&text),
            Node::Text(_) => {}
        }
    }
    scripture.flush();
    Ok(scripture.blocks.finished())
}

fn style(tag: &Tag<'_>) -> String {
    tag.attribute("style").unwrap_or_default()
}

/// A paragraph of a style begins.
pub(super) fn begin(scripture: &mut Text, style: &str) {
    let (role, skip) = match markers::of(style) {
        Marker::Paragraph(role) => (role, None),
        Marker::Aside => (Role::Body, Some(Skip::Metadata)),
        _ => (Role::Body, None),
    };
    let of_verse = role != Role::Heading && skip.is_none();
    scripture.begin(role, skip);
    if !of_verse {
        scripture.end_verse();
    }
}

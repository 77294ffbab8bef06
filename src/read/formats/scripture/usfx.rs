//! USFX, USFM in XML with elements that are called as its markers.

use super::markers::{self, Marker};
use super::{Text, usx};
use crate::error::Result;
use crate::read::document::Document;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Tag, Xml};
use crate::witness::Language;

/// Reads a text.
pub(in crate::read::formats) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut scripture = Text::default();
    let mut code: Option<String> = None;
    let (mut in_book, mut in_code) = (false, false);
    let mut xml = Xml::selected(text, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => match tag.name() {
                "languageCode" => in_code = true,
                "book" => {
                    scripture.flush();
                    scripture.end_verse();
                    scripture.book = id(&tag).to_uppercase();
                    in_book = true;
                }
                "c" => {
                    scripture.flush();
                    scripture.end_verse();
                    scripture.chapter = id(&tag);
                }
                "v" => scripture.begin_verse(&id(&tag)),
                "ve" => scripture.end_verse(),
                "id" => xml.skip()?,
                name => match markers::of(name) {
                    Marker::Nothing => xml.skip()?,
                    Marker::Note => scripture.blocks.begin_note(),
                    Marker::Paragraph(_) | Marker::Aside => {
                        // A paragraph may say a style of its own.
                        let style = tag.attribute("sfm").or_else(|| tag.attribute("style"));
                        let style = style.filter(|style| markers::of(style) != Marker::Word);
                        usx::begin(&mut scripture, style.as_deref().unwrap_or(name));
                    }
                    Marker::Word => {}
                },
            },
            Node::Close(end) => match (end.name(), markers::of(end.name())) {
                ("languageCode", _) => in_code = false,
                (_, Marker::Note) => scripture.blocks.end_note(),
                ("book", _) | (_, Marker::Paragraph(_) | Marker::Aside) => scripture.flush(),
                _ => {}
            },
            Node::Text(text) if in_code => code = Some(text.trim().to_owned()),
            Node::Text(text) if in_book => scripture.blocks.flow.push(&text),
            Node::Text(_) => {}
        }
    }
    scripture.flush();
    Ok(Document {
        language: code.as_deref().and_then(Language::from_code),
        ..scripture.blocks.finished()
    })
}

fn id(tag: &Tag<'_>) -> String {
    tag.attribute("id").unwrap_or_default()
}

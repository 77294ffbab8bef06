//! Zefania XML: books, chapters and verses by their numbers.

use super::{Text, books};
use crate::error::Result;
use crate::read::document::Document;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Tag, Xml};
use crate::witness::Role;

/// Reads a text. The elements are in capitals, or not, by what wrote them.
pub(in crate::read::formats) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut scripture = Text::default();
    // How many elements are open whose text is read.
    let mut open = 0_usize;
    let mut xml = Xml::selected(text, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => {
                let name = tag.name().to_ascii_uppercase();
                match name.as_str() {
                    "BIBLEBOOK" => {
                        let number = value(&tag, "bnumber");
                        scripture.book = books::of_number(&number)
                            .map_or_else(|| value(&tag, "bname").to_uppercase(), str::to_owned);
                    }
                    "CHAPTER" => scripture.chapter = value(&tag, "cnumber"),
                    // Of the file, and references between passages.
                    "INFORMATION" | "XREF" | "REMARK" | "MEDIA" => xml.skip()?,
                    "NOTE" => scripture.blocks.begin_note(),
                    "BR" => scripture.blocks.flow.push(" "),
                    _ => {}
                }
                if let Some(role) = role(&name) {
                    open += 1;
                    scripture.begin(role, None);
                    if role == Role::Verse {
                        let (first, last) = (value(&tag, "vnumber"), value(&tag, "enumber"));
                        match last.is_empty() {
                            true => scripture.begin_verse(&first),
                            false => scripture.begin_verse(&format!("{first}-{last}")),
                        }
                    } else {
                        scripture.end_verse();
                    }
                }
            }
            Node::Close(end) => {
                let name = end.name().to_ascii_uppercase();
                if name == "NOTE" {
                    scripture.blocks.end_note();
                } else if role(&name).is_some() {
                    open = open.saturating_sub(1);
                    scripture.end_verse();
                    scripture.flush();
                }
            }
            Node::Text(text) if open > 0 => scripture.blocks.flow.push(&text),
            Node::Text(_) => {}
        }
    }
    scripture.flush();
    Ok(scripture.blocks.finished())
}

/// What an element is that holds text.
fn role(name: &str) -> Option<Role> {
    Some(match name {
        "VERS" => Role::Verse,
        "CAPTION" => Role::Heading,
        "PROLOG" => Role::Body,
        _ => return None,
    })
}

fn value(tag: &Tag<'_>, name: &str) -> String {
    tag.attribute(name).unwrap_or_default()
}

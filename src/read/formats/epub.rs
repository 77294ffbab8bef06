//! Books (EPUB): their chapters in the order in which they are read, notes behind the text. The table of contents is skipped.

use super::html;
use super::package::{Package, resolved};
use super::selection::Selection;
use super::source::Source;
use super::xml::{Node, Xml};
use crate::error::Result;
use crate::read::document::Document;
use crate::witness::Language;

/// What the package of a book says.
#[derive(Debug, Default)]
struct Contents {
    language: Option<String>,
    /// The names of its parts by their ids.
    parts: Vec<(String, String)>,
    /// The ids of the parts that are read, in their order.
    spine: Vec<String>,
}

/// Reads a book.
pub(super) fn read(bytes: &[u8], source: Source<'_>) -> Result<Document> {
    let mut package = Package::open(bytes, source)?;
    if let Some(text) = package.part("META-INF/encryption.xml")? {
        refuse_encrypted(&text, source)?;
    }
    let container = package.needed("META-INF/container.xml")?;
    let Some(main) = root(&container, source)? else {
        return Err(source.damaged("META-INF/container.xml", "it names no book"));
    };
    let (folder, _) = main.rsplit_once('/').unwrap_or(("", &main));
    let contents = contents(&package.needed(&main)?, &main, source)?;
    let mut book = html::Book::default();
    let mut selection = Selection::of(source);
    for id in &contents.spine {
        let Some((_, href)) = contents.parts.iter().find(|(part, _)| part == id) else {
            continue;
        };
        let name = resolved(&decoded(href), folder);
        // A page may be missing from a book that is otherwise whole; a picture is none.
        if let Some(text) = package.part(&name)? {
            book.add(&text, selection.as_mut(), source)?;
        }
    }
    if let Some(selection) = &selection {
        selection.check(source)?;
    }
    Ok(Document {
        language: contents.language.as_deref().and_then(Language::from_code),
        ..book.finished()
    })
}

/// Refuses a book whose pages are encrypted; fonts may be.
fn refuse_encrypted(text: &str, source: Source<'_>) -> Result<()> {
    let mut xml = Xml::new(text, "META-INF/encryption.xml", source);
    while let Some(node) = xml.next()? {
        let Node::Open(tag) = node else { continue };
        let uri = tag
            .attribute("URI")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_page = [".html", ".xhtml", ".htm", ".xml"]
            .iter()
            .any(|end| uri.ends_with(end));
        if tag.name() == "CipherReference" && is_page {
            return Err(source.unread("its pages are encrypted, as those of books that are lent or sold may be; use a copy without protection"));
        }
    }
    Ok(())
}

/// The name of the part that says what the book consists of.
fn root(text: &str, source: Source<'_>) -> Result<Option<String>> {
    let mut xml = Xml::new(text, "META-INF/container.xml", source);
    while let Some(node) = xml.next()? {
        if let Node::Open(tag) = node
            && tag.name() == "rootfile"
        {
            return Ok(tag.attribute("full-path"));
        }
    }
    Ok(None)
}

fn contents(text: &str, part: &str, source: Source<'_>) -> Result<Contents> {
    let mut contents = Contents::default();
    let mut in_language = false;
    let mut xml = Xml::new(text, part, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => {
                let value = |name: &str| tag.attribute(name).unwrap_or_default();
                in_language = tag.name() == "language" && contents.language.is_none();
                match tag.name() {
                    "item" => contents.parts.push((value("id"), value("href"))),
                    "itemref" => contents.spine.push(value("idref")),
                    _ => {}
                }
            }
            Node::Text(text) if in_language => contents.language = Some(text.trim().to_owned()),
            Node::Text(_) | Node::Close(_) => in_language = false,
        }
    }
    Ok(contents)
}

/// A name with its characters as they are: `chapitre%201.xhtml`.
fn decoded(href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default().as_bytes();
    let mut bytes = Vec::with_capacity(href.len());
    let mut at = 0;
    while at < href.len() {
        let digits = href
            .get(at + 1..at + 3)
            .and_then(|two| str::from_utf8(two).ok());
        let code = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match code.filter(|_| href[at] == b'%') {
            Some(code) => {
                bytes.push(code);
                at += 3;
            }
            None => {
                bytes.push(href[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

//! What the styles of paragraphs are for.

use rustc_hash::FxHashMap;

use crate::error::Result;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Xml};

/// What paragraphs of a style are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    /// A line of a table of contents.
    Contents,
    Item,
}

/// The styles of paragraphs that say what these are.
#[derive(Debug, Default)]
pub(super) struct Styles(FxHashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    kind: Option<Kind>,
    based_on: Option<String>,
}

impl Styles {
    /// Reads the part that defines them.
    pub(super) fn read(text: &str, part: &str, source: Source<'_>) -> Result<Self> {
        let mut styles = Self::default();
        let mut id = None;
        let mut xml = Xml::new(text, part, source);
        while let Some(node) = xml.next()? {
            let Node::Open(tag) = node else { continue };
            let value = || tag.attribute("val").unwrap_or_default();
            if tag.name() == "style" {
                id = tag.attribute("styleId");
            }
            let Some(id) = &id else { continue };
            let kind = match tag.name() {
                "name" => named(&value()),
                "outlineLvl" if is_heading(&value()) => Some(Kind::Heading),
                "numId" if is_list(&value()) => Some(Kind::Item),
                "basedOn" => {
                    styles.0.entry(id.clone()).or_default().based_on = Some(value());
                    continue;
                }
                _ => None,
            };
            if let Some(kind) = kind {
                let style = styles.0.entry(id.clone()).or_default();
                // A name tells more than a number: headings are numbered as well.
                style.kind = style.kind.or(Some(kind));
            }
        }
        Ok(styles)
    }

    /// What paragraphs of the style with an id are, by itself or by one that it is based on.
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        /// Styles are based on each other a few times; a circle is a fault.
        const DEEPEST: usize = 20;
        let mut style = self.0.get(id)?;
        for _ in 0..DEEPEST {
            if style.kind.is_some() {
                return style.kind;
            }
            style = self.0.get(style.based_on.as_deref()?)?;
        }
        None
    }
}

/// What the name of a style says: those of the program are the same in every language.
fn named(name: &str) -> Option<Kind> {
    let name = name.to_lowercase();
    let word = name.split(' ').next().unwrap_or_default();
    match word {
        "toc" | "contents" => Some(Kind::Contents),
        "heading" | "title" | "subtitle" => Some(Kind::Heading),
        "list" => Some(Kind::Item),
        _ => None,
    }
}

/// Whether a level of the outline is that of a heading; 9 is running text.
pub(super) fn is_heading(level: &str) -> bool {
    level.parse().is_ok_and(|level: u8| level < 9)
}

/// Whether a numbering is one: 0 takes that of the style away.
pub(super) fn is_list(id: &str) -> bool {
    id != "0"
}

//! Pages in HTML: the main text of an article, its title above it. What stands around it (menus, notices about cookies, lists of
//! links) is skipped, as are running heads of print; scripts and what is drawn are no text at all.

mod article;
mod clutter;
mod elements;
mod tree;

use super::source::Source;
use crate::error::Result;
use crate::read::document::Document;
use crate::witness::{Language, Role, Skip};
use tree::{Block, read as parse};

/// Reads a page of which the main text is wanted.
pub(super) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut page = parse(text, source)?;
    article::mark_clutter(&mut page);
    let kept = article::kept(&page);
    let mut document = Document {
        language: page.language.as_deref().and_then(Language::from_code),
        ..Document::default()
    };
    let mut skipped: Vec<&str> = Vec::new();
    let mut around = None;
    for (block, kept) in page.blocks.iter().zip(kept) {
        let clutter = page.nodes[block.node].clutter;
        if kept || around != Some(clutter) {
            document.push(&skipped.join("\n"), Role::Body, Some(Skip::Page));
            skipped.clear();
        }
        around = (!kept).then_some(clutter);
        if kept {
            add(&mut document, block);
        } else {
            skipped.push(&block.text);
        }
    }
    document.push(&skipped.join("\n"), Role::Body, Some(Skip::Page));
    Ok(document.finished())
}

fn add(document: &mut Document, block: &Block) {
    let span = document.push(&block.text, block.role, None);
    if let (Some(span), Some(number)) = (span, block.note) {
        document.label(span, format!("note {number}"));
    }
}

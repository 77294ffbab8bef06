//! Pages in HTML: the main text of an article, its title above it, its notes behind it. What stands around it (menus, notices about
//! cookies, lists of links) is skipped, as are running heads of print; scripts and what is drawn are no text at all. Of the pages of
//! a book all is text but its contents.

mod article;
mod clutter;
mod elements;
mod tree;

use super::selection::Selection;
use super::source::Source;
use crate::error::Result;
use crate::read::document::Document;
use crate::witness::{Language, Role, Skip};
use clutter::Clutter;
use tree::{Page, read as parse};

/// Reads a page of which the main text is wanted.
pub(super) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut selection = Selection::of(source);
    let mut page = parse(text, selection.as_mut(), source)?;
    let kept = match &selection {
        // What is asked for is the main text.
        Some(selection) => {
            selection.check(source)?;
            vec![true; page.blocks.len()]
        }
        None => {
            article::mark_clutter(&mut page, Clutter::Likely);
            article::kept(&page)
        }
    };
    let mut book = Book::default();
    book.add_page(&page, &kept);
    Ok(Document {
        language: page.language.as_deref().and_then(Language::from_code),
        ..book.finished()
    })
}

/// Pages that are one text.
#[derive(Debug, Default)]
pub(super) struct Book {
    document: Document,
    /// Its notes, each of its paragraphs.
    notes: Vec<Vec<String>>,
}

impl Book {
    /// Adds a page, or what `selection` selects of it.
    pub(super) fn add(
        &mut self,
        text: &str,
        selection: Option<&mut Selection<'_>>,
        source: Source<'_>,
    ) -> Result<()> {
        let mut page = parse(text, selection, source)?;
        article::mark_clutter(&mut page, Clutter::Always);
        let blocks = page.blocks.iter();
        let kept: Vec<bool> = blocks
            .map(|block| page.nodes[block.node].clutter.is_none())
            .collect();
        self.add_page(&page, &kept);
        Ok(())
    }

    /// Adds the blocks of a page, of which some are kept, and the others skipped.
    fn add_page(&mut self, page: &Page, kept: &[bool]) {
        let mut skipped: Vec<&str> = Vec::new();
        let mut around = None;
        for (block, &kept) in page.blocks.iter().zip(kept) {
            let clutter = page.nodes[block.node].clutter;
            if kept || around != Some(clutter) {
                self.skip(&mut skipped);
            }
            around = (!kept).then_some(clutter);
            if !kept {
                skipped.push(&block.text);
            } else if block.role != Role::Footnote {
                self.document.push(&block.text, block.role, None);
            } else {
                if block.opens_note || self.notes.is_empty() {
                    self.notes.push(Vec::new());
                }
                // There is one.
                self.notes
                    .last_mut()
                    .into_iter()
                    .for_each(|note| note.push(block.text.clone()));
            }
        }
        self.skip(&mut skipped);
    }

    /// Adds what is skipped, as one paragraph.
    fn skip(&mut self, blocks: &mut Vec<&str>) {
        self.document
            .push(&blocks.join("\n"), Role::Body, Some(Skip::Page));
        blocks.clear();
    }

    /// The document, its notes behind the text.
    pub(super) fn finished(mut self) -> Document {
        for (n, paragraphs) in self.notes.iter().enumerate() {
            self.document.note(&(n + 1).to_string(), paragraphs);
        }
        self.document.finished()
    }
}

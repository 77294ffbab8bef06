//! The changes that a document tracks, which stand before its text.

use std::collections::HashMap;

use crate::error::Result;
use crate::read::formats::flow::Flow;
use crate::read::formats::xml::{Node, Xml};

/// Changes by their ids.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// For deletions the paragraphs of what was deleted, the first and last of which go on in the text; insertions have none.
    by_id: HashMap<String, Vec<String>>,
}

impl Changes {
    /// Reads them, to the end of the element that holds them.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self> {
        let mut changes = Self::default();
        let mut id = String::new();
        let mut text: Option<Flow> = None;
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) => match tag.name() {
                    "changed-region" => {
                        id = tag.attribute("id").unwrap_or_default();
                        changes.by_id.insert(id.clone(), Vec::new());
                    }
                    "change-info" => xml.skip()?,
                    "p" | "h" => text = Some(Flow::default()),
                    _ => {}
                },
                Node::Text(said) => text.iter_mut().for_each(|flow| flow.push(&said)),
                Node::Close(end) => match end.name() {
                    "tracked-changes" => break,
                    "p" | "h" => {
                        let paragraph = text.take().map(|mut flow| flow.take().unwrap_or_default());
                        let deleted = changes.by_id.entry(id.clone()).or_default();
                        deleted.extend(paragraph);
                    }
                    _ => {}
                },
            }
        }
        Ok(changes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    pub(super) fn is_insertion(&self, id: &str) -> bool {
        self.by_id.get(id).is_some_and(Vec::is_empty)
    }

    /// What was deleted.
    pub(super) fn deleted(&self, id: &str) -> &[String] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }
}

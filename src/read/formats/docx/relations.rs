//! Where the parts of a document stand in its archive.

use crate::error::Result;
use crate::read::formats::source::Source;
use crate::read::formats::xml::{Node, Xml};

/// The name of the part that stands in a relation of `kind` to that in `folder` whose relations these are; nothing where none
/// does.
pub(super) fn target(
    relations: &str,
    kind: &str,
    folder: &str,
    source: Source<'_>,
) -> Result<Option<String>> {
    let mut xml = Xml::new(relations, "a list of parts", source);
    while let Some(node) = xml.next()? {
        let Node::Open(tag) = node else { continue };
        let is_kind = |name: String| name.rsplit('/').next() == Some(kind);
        if tag.name() == "Relationship" && tag.attribute("Type").is_some_and(is_kind) {
            return Ok(tag
                .attribute("Target")
                .map(|target| resolved(&target, folder)));
        }
    }
    Ok(None)
}

/// A name in an archive, as one part names another: from its folder, or from the root.
fn resolved(target: &str, folder: &str) -> String {
    let mut names: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|name| !name.is_empty()).collect(),
    };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

//! Where the parts of a document stand in its archive.

use crate::error::Result;
use crate::read::formats::package::resolved;
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

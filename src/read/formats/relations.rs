//! Where the parts of a document stand in its archive.

use super::package::resolved;
use super::source::Source;
use super::xml::{Node, Tag, Xml};
use crate::error::Result;

/// The name of the part that stands in a relation of `kind` to that in `folder` whose relations these are; nothing where none
/// does.
pub(super) fn target(
    relations: &str,
    kind: &str,
    folder: &str,
    source: Source<'_>,
) -> Result<Option<String>> {
    let is_kind = |name: String| name.rsplit('/').next() == Some(kind);
    found(relations, folder, source, |tag| {
        tag.attribute("Type").is_some_and(is_kind)
    })
}

/// The name of the part that these relations call `id`.
pub(super) fn by_id(
    relations: &str,
    id: &str,
    folder: &str,
    source: Source<'_>,
) -> Result<Option<String>> {
    found(relations, folder, source, |tag| {
        tag.attribute("Id").as_deref() == Some(id)
    })
}

fn found(
    relations: &str,
    folder: &str,
    source: Source<'_>,
    is_it: impl Fn(&Tag<'_>) -> bool,
) -> Result<Option<String>> {
    let mut xml = Xml::new(relations, "a list of parts", source);
    while let Some(node) = xml.next()? {
        if let Node::Open(tag) = node
            && tag.name() == "Relationship"
            && is_it(&tag)
        {
            let target = tag.attribute("Target");
            return Ok(target.map(|target| resolved(&target, folder)));
        }
    }
    Ok(None)
}

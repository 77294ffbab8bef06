//! Translation memories (TMX): a column for each language, in the order in which they come; where a unit has several variants in
//! one language, one for each. Codes of the programs they come from are left out.

use std::collections::HashMap;

use super::columns::{Columns, Unnamed};
use super::flow::Flow;
use super::source::Source;
use super::tags;
use super::xml::{Node, Xml};
use crate::error::Result;
use crate::witness::Language;

/// Elements whose text is code, and not of the language.
const CODES: [&str; 7] = ["bpt", "ept", "ph", "it", "ut", "note", "prop"];

/// What memories say of their origin in which codes are written as text (`<b0>`).
const SHORT_TAGS: &str = "OmegaT TMX";

/// Reads a memory.
pub(super) fn read<'a>(text: &str, source: Source<'a>) -> Result<Columns<'a>> {
    let mut columns = Columns::new(source, source.options.part.as_deref(), Unnamed::Refused);
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut units = 0;
    // The languages of the variants of the unit that is open, and the column of the last.
    let mut variants: Vec<String> = Vec::new();
    let mut column = None;
    let mut segment: Option<Flow> = None;
    let mut has_short_tags = false;
    let mut xml = Xml::selected(text, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => match tag.name() {
                "tu" => {
                    units += 1;
                    variants.clear();
                    columns.begin_named_row(tag.attribute("tuid"), units);
                }
                "tuv" => {
                    let tag = tag.attribute("lang").unwrap_or_default().trim().to_owned();
                    let before = variants.iter().filter(|own| **own == tag).count();
                    let name = match before {
                        0 => tag.clone(),
                        before => format!("{tag}.{}", before + 1),
                    };
                    let name = if name.is_empty() {
                        "und".to_owned()
                    } else {
                        name
                    };
                    column = Some(*places.entry(name).or_insert_with_key(|name| {
                        columns.add(vec![name.clone()], Language::from_code(&tag))
                    }));
                    variants.push(tag);
                }
                "seg" => segment = Some(Flow::default()),
                "header" => {
                    has_short_tags = tag.attribute("o-tmf").as_deref() == Some(SHORT_TAGS);
                    xml.skip()?;
                }
                name if CODES.contains(&name) => xml.skip()?,
                _ => {}
            },
            Node::Text(text) => segment.iter_mut().for_each(|flow| flow.push(&text)),
            Node::Close(end) if end.name() == "seg" => {
                let text = segment.take().and_then(|mut flow| flow.take());
                if let (Some(text), Some(column)) = (text, column) {
                    let text = match has_short_tags {
                        true => tags::short_removed(&text),
                        false => text,
                    };
                    columns.put(column, &text)?;
                }
            }
            Node::Close(_) => {}
        }
    }
    Ok(columns)
}

//! Workbooks (XLSX): the texts of a sheet, the first one that has any or the one that is named. Texts are read as they are shown,
//! without their looks; numbers and dates are no text.

use super::columns::Columns;
use super::flow::Flow;
use super::package::Package;
use super::relations;
use super::sheet::{self, Cells};
use super::source::Source;
use super::xml::{Node, Xml};
use crate::error::Result;

/// Reads a sheet of a workbook.
pub(super) fn read<'a>(bytes: &[u8], source: Source<'a>) -> Result<Columns<'a>> {
    let mut package = Package::open(bytes, source)?;
    let main = "xl/workbook.xml";
    let sheets = sheets(&package.needed(main)?, main, source)?;
    let links = package
        .part("xl/_rels/workbook.xml.rels")?
        .unwrap_or_default();
    let strings = match relations::target(&links, "sharedStrings", "xl", source)? {
        Some(part) => match package.part(&part)? {
            Some(text) => strings(&text, &part, source)?,
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let part = source.options.part.as_deref();
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let named = part.and_then(|part| sheet::named(&names, part));
    let wanted = named.map_or(part, |(_, column)| column);
    let mut found = (0, Vec::new());
    for (n, (_, id)) in sheets.iter().enumerate() {
        let other = named.is_some_and(|(sheet, _)| sheet != n);
        if other || !found.1.is_empty() {
            continue;
        }
        let Some(name) = relations::by_id(&links, id, "xl", source)? else {
            continue;
        };
        if let Some(text) = package.part(&name)? {
            found = (n, rows(&text, &name, &strings, source)?);
        }
    }
    let (sheet, rows) = found;
    let mut columns = sheet::columns(&rows, wanted, source)?;
    if let Some((name, _)) = sheets.get(sheet).filter(|_| named.is_some() || sheet > 0) {
        columns.prefix = format!("{name}!");
    }
    Ok(columns)
}

/// The names of the sheets, and what their parts are called.
fn sheets(text: &str, part: &str, source: Source<'_>) -> Result<Vec<(String, String)>> {
    let mut sheets = Vec::new();
    let mut xml = Xml::new(text, part, source);
    while let Some(node) = xml.next()? {
        if let Node::Open(tag) = node
            && tag.name() == "sheet"
        {
            let value = |name: &str| tag.attribute(name).unwrap_or_default();
            sheets.push((value("name"), value("id")));
        }
    }
    Ok(sheets)
}

/// The strings that cells share.
fn strings(text: &str, part: &str, source: Source<'_>) -> Result<Vec<String>> {
    let mut strings = Vec::new();
    let mut xml = Xml::new(text, part, source);
    let mut string = Flow::default();
    let mut in_text = false;
    while let Some(node) = xml.next()? {
        match node {
            // How a word is pronounced stands above it.
            Node::Open(tag) if tag.name() == "rPh" => xml.skip()?,
            Node::Open(tag) => in_text = tag.name() == "t",
            Node::Text(text) if in_text => string.push_verbatim(&text),
            Node::Text(_) => {}
            Node::Close(end) => {
                in_text = false;
                if end.name() == "si" {
                    strings.push(string.take().unwrap_or_default());
                }
            }
        }
    }
    Ok(strings)
}

/// The rows of a sheet that hold something, with their numbers.
fn rows(
    text: &str,
    part: &str,
    strings: &[String],
    source: Source<'_>,
) -> Result<Vec<(u64, Cells)>> {
    let mut rows: Vec<(u64, Cells)> = Vec::new();
    // A string may be told once and stand in a million cells.
    let mut left = source.most_unpacked();
    let mut cell = Flow::default();
    let (mut number, mut place, mut kind) = (0, None, String::new());
    let mut in_text = false;
    let mut xml = Xml::new(text, part, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => match tag.name() {
                "row" => {
                    let said = tag.attribute("r").and_then(|r| r.parse().ok());
                    number = said.unwrap_or(0).max(number + 1);
                    place = None;
                    rows.push((number, Vec::new()));
                }
                "c" => {
                    let next = place.map_or(0, |place| place + 1);
                    let said = tag.attribute("r").and_then(|r| sheet::place(&r));
                    place = Some(said.unwrap_or(next).max(next));
                    kind = tag.attribute("t").unwrap_or_default();
                }
                "rPh" | "f" => xml.skip()?,
                name => in_text = matches!(name, "v" | "t"),
            },
            Node::Text(text) if in_text => cell.push_verbatim(&text),
            Node::Text(_) => {}
            Node::Close(end) => {
                in_text = false;
                let text = match end.name() {
                    "c" => cell.take(),
                    _ => None,
                };
                let text = match (text, kind.as_str()) {
                    (Some(number), "s") => {
                        let string = number.parse().ok().and_then(|n: usize| strings.get(n));
                        string.filter(|string| !string.is_empty()).cloned()
                    }
                    // Truth and errors.
                    (_, "b" | "e") => None,
                    (text, _) => text,
                };
                if let (Some(text), Some(place), Some((_, cells))) = (text, place, rows.last_mut())
                {
                    let others = left.checked_sub(text.len() as u64);
                    left = others.ok_or_else(|| source.swollen())?;
                    cells.push((place, text));
                }
            }
        }
    }
    rows.retain(|(_, cells)| !cells.is_empty());
    Ok(rows)
}

//! Word documents: the text as it is printed, with tracked changes as accepted or as it was before them; headings, items and
//! cells are told, text boxes stand once, and notes behind the text. Comments, running heads and hidden text are left out.

mod body;
mod styles;

use std::collections::BTreeMap;

use super::package::Package;
use super::relations;
use super::source::Source;
use crate::error::Result;
use crate::read::document::Document;
use crate::read::{Note, Tracked};
use body::{Body, NoteRef, Paragraphs};
use styles::Styles;

/// Reads a Word document.
pub(super) fn read(bytes: &[u8], source: Source<'_>) -> Result<Document> {
    let mut package = Package::open(bytes, source)?;
    let relations = package.part("_rels/.rels")?.unwrap_or_default();
    let main = relations::target(&relations, "officeDocument", "", source)?;
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = package.part(&format!("{folder}/_rels/{file}.rels"))?;
    let relations = relations.unwrap_or_default();
    // The text of a part that the main one names.
    let mut related = |kind: &str| -> Result<Option<(String, String)>> {
        let Some(name) = relations::target(&relations, kind, folder, source)? else {
            return Ok(None);
        };
        Ok(package.part(&name)?.map(|text| (name, text)))
    };
    let styles = match related("styles")? {
        Some((name, text)) => Styles::read(&text, &name, source)?,
        None => Styles::default(),
    };
    let notes = [related("footnotes")?, related("endnotes")?];
    let text = package.needed(&main)?;

    let body = Body::read(&text, &main, &styles, source)?;
    let mut document = Document::default();
    if body.is_tracked {
        document.notes.push(match source.options.tracked {
            Tracked::Accepted => Note::TrackedAccepted,
            Tracked::Original => Note::TrackedOriginal,
        });
    }
    for paragraph in body.paragraphs {
        document.push(&paragraph.text, paragraph.role, paragraph.skip);
    }
    let mut texts: BTreeMap<NoteRef, Paragraphs> = BTreeMap::new();
    for (name, text) in notes.iter().flatten() {
        texts.extend(Body::read(text, name, &styles, source)?.notes);
    }
    for (n, note) in body.calls.iter().enumerate() {
        let paragraphs = texts.remove(note).unwrap_or_default();
        let paragraphs: Vec<String> = paragraphs.into_iter().map(|p| p.text).collect();
        document.note(&(n + 1).to_string(), &paragraphs);
    }
    Ok(document.finished())
}

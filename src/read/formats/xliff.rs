//! Translations in XLIFF (1.2, 2.0 and later): the source and the target, segment by segment. Codes, notes, and what a memory
//! proposes are left out.

use super::columns::{Columns, Unnamed};
use super::flow::Flow;
use super::source::Source;
use super::xml::{Node, Tag, Xml};
use crate::error::Result;
use crate::witness::Language;

/// Elements that are passed over with all that is in them: codes, notes, proposals, and the source in segments, which stands whole
/// beside it.
const PASSED_OVER: [&str; 18] = [
    "bpt",
    "ept",
    "ph",
    "it",
    "x",
    "bx",
    "ex",
    "note",
    "notes",
    "alt-trans",
    "matches",
    "glossary",
    "header",
    "originalData",
    "metadata",
    "seg-source",
    "ignorable",
    "skeleton",
];

/// Reads a translation.
pub(super) fn read<'a>(text: &str, source: Source<'a>) -> Result<Columns<'a>> {
    let mut reader = Reader {
        columns: Columns::new(source, source.options.part.as_deref(), Unnamed::Last),
        places: [0; 2],
        units: 0,
        unit: None,
        segments: 0,
    };
    let mut languages = [None, None];
    let mut open: Option<(usize, Flow)> = None;
    let mut begun = false;
    let mut xml = Xml::selected(text, source);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(tag) => match tag.name() {
                name if PASSED_OVER.contains(&name) => xml.skip()?,
                // The head of a file of messages is none.
                "trans-unit"
                    if tag
                        .attribute("restype")
                        .is_some_and(|kind| kind == "x-gettext-domain-header") =>
                {
                    xml.skip()?;
                }
                "xliff" | "file" => {
                    for (language, [old, new]) in languages.iter_mut().zip(LANGUAGES) {
                        *language = tag
                            .attribute(old)
                            .or_else(|| tag.attribute(new))
                            .or(language.take());
                    }
                }
                "trans-unit" | "unit" => {
                    if !std::mem::replace(&mut begun, true) {
                        reader.add_columns(&languages);
                    }
                    reader.begin_unit(&tag);
                }
                "segment" => reader.begin_segment(&tag),
                "source" => open = begun.then(|| (0, Flow::default())),
                "target" => open = begun.then(|| (1, Flow::default())),
                "cp" => {
                    // A character that XML cannot hold is none of a text.
                    open.iter_mut().for_each(|(_, flow)| flow.push(" "));
                }
                _ => {}
            },
            Node::Text(text) => open.iter_mut().for_each(|(_, flow)| flow.push(&text)),
            Node::Close(end) if matches!(end.name(), "source" | "target") => {
                if let Some((side, mut flow)) = open.take() {
                    reader.put(side, &flow.take().unwrap_or_default())?;
                }
            }
            Node::Close(_) => {}
        }
    }
    Ok(reader.columns)
}

/// What says the languages of the source and the target, in older files and in newer ones.
const LANGUAGES: [[&str; 2]; 2] = [
    ["source-language", "srcLang"],
    ["target-language", "trgLang"],
];

struct Reader<'a> {
    columns: Columns<'a>,
    places: [usize; 2],
    units: usize,
    unit: Option<String>,
    segments: usize,
}

impl Reader<'_> {
    fn add_columns(&mut self, languages: &[Option<String>; 2]) {
        for ((place, name), tag) in self
            .places
            .iter_mut()
            .zip(["source", "target"])
            .zip(languages)
        {
            let names = [Some(name.to_owned()), tag.clone()];
            let language = tag.as_deref().and_then(Language::from_code);
            *place = self
                .columns
                .add(names.into_iter().flatten().collect(), language);
        }
    }

    fn begin_unit(&mut self, tag: &Tag<'_>) {
        self.units += 1;
        self.unit = tag.attribute("id").filter(|id| !id.trim().is_empty());
        self.segments = 0;
        // Those of newer files have segments of their own, which begin rows.
        if tag.name() == "trans-unit" {
            self.columns.begin_named_row(self.unit.clone(), self.units);
        }
    }

    fn begin_segment(&mut self, tag: &Tag<'_>) {
        self.segments += 1;
        let unit = self.unit.clone().unwrap_or_else(|| self.units.to_string());
        let name = match (tag.attribute("id"), self.segments) {
            (Some(id), _) => format!("{unit}/{id}"),
            (None, 1) => unit,
            (None, n) => format!("{unit}/{n}"),
        };
        self.columns.begin_named_row(Some(name), self.units);
    }

    fn put(&mut self, side: usize, text: &str) -> Result<()> {
        self.columns.put(self.places[side], text)
    }
}

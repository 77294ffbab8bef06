//! Translations in XLIFF (1.2, 2.0 and later): the source and the target, segment by segment. Codes, notes, and what a memory
//! proposes are left out.

use super::columns::{Columns, Unnamed};
use super::flow::Flow;
use super::source::Source;
use super::xml::{Node, Tag, Xml};
use crate::error::Result;
use crate::witness::Language;

/// Elements that are passed over with all that is in them: codes, notes, proposals.
const PASSED_OVER: [&str; 17] = [
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
        texts: [const { Vec::new() }; 2],
    };
    let mut languages = [None, None];
    let mut open: Option<Text> = None;
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
                "source" | "seg-source" => open = begun.then(|| Text::of(0)),
                "target" => open = begun.then(|| Text::of(1)),
                "mrk" => open.iter_mut().for_each(|text| text.begin_mark(&tag)),
                "cp" => {
                    // A character that XML cannot hold is none of a text.
                    open.iter_mut().for_each(|text| text.flow.push(" "));
                }
                _ => {}
            },
            Node::Text(text) => open.iter_mut().for_each(|open| open.flow.push(&text)),
            Node::Close(end) => match end.name() {
                "source" | "seg-source" | "target" => {
                    if let Some(text) = open.take() {
                        reader.texts[text.side].push(text);
                    }
                }
                "mrk" => open.iter_mut().for_each(Text::end_mark),
                "segment" => reader.end_segment()?,
                "trans-unit" => reader.end_unit()?,
                _ => {}
            },
        }
    }
    Ok(reader.columns)
}

/// What says the languages of the source and the target, in older files and in newer ones.
const LANGUAGES: [[&str; 2]; 2] = [
    ["source-language", "srcLang"],
    ["target-language", "trgLang"],
];

/// A source or a target in the making.
struct Text {
    side: usize,
    flow: Flow,
    /// The marks that are open: for that of a segment its name, and where it begins.
    marks: Vec<Option<(String, usize)>>,
    /// Whether that of a segment is open. One in it is none: texts in texts would take the square of their length.
    in_segment: bool,
    /// The names of its segments, and their texts.
    segments: Vec<(String, String)>,
}

impl Text {
    fn of(side: usize) -> Self {
        Self {
            side,
            flow: Flow::default(),
            marks: Vec::new(),
            in_segment: false,
            segments: Vec::new(),
        }
    }

    fn begin_mark(&mut self, tag: &Tag<'_>) {
        let is_segment = tag.attribute("mtype").as_deref() == Some("seg") && !self.in_segment;
        let name = tag.attribute("mid").filter(|_| is_segment);
        self.in_segment |= name.is_some();
        self.marks.push(name.map(|name| (name, self.flow.len())));
    }

    fn end_mark(&mut self) {
        if let Some(Some((name, start))) = self.marks.pop() {
            let text = self.flow.as_str()[start..].trim().to_owned();
            self.in_segment = false;
            self.segments.push((name, text));
        }
    }

    /// Whether all of it stands in segments.
    fn is_segmented(&self) -> bool {
        let size = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
        let within: usize = self.segments.iter().map(|(_, text)| size(text)).sum();
        self.segments.len() > 1 && within == size(self.flow.as_str())
    }
}

struct Reader<'a> {
    columns: Columns<'a>,
    places: [usize; 2],
    units: usize,
    unit: Option<String>,
    segments: usize,
    /// The sources and the targets of the unit, or of the segment; the source also as it is divided.
    texts: [Vec<Text>; 2],
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
        self.texts = [const { Vec::new() }; 2];
    }

    /// Ends a unit of an older file: a row, or one for each segment where source and target have the same.
    fn end_unit(&mut self) -> Result<()> {
        let texts = std::mem::replace(&mut self.texts, [const { Vec::new() }; 2]);
        let segments = |side: usize| {
            let divided = texts[side].iter().find(|text| text.is_segmented());
            divided.map(|text| text.segments.as_slice())
        };
        let names = |segments: &[(String, String)]| -> Vec<String> {
            segments.iter().map(|(name, _)| name.clone()).collect()
        };
        if let (Some(sources), Some(targets)) = (segments(0), segments(1))
            && names(sources) == names(targets)
        {
            let unit = self.unit.clone().unwrap_or_else(|| self.units.to_string());
            for ((name, source), (_, target)) in sources.iter().zip(targets) {
                let name = format!("{unit}/{name}");
                self.columns.begin_named_row(Some(name), self.units);
                self.columns.put(self.places[0], source)?;
                self.columns.put(self.places[1], target)?;
            }
            return Ok(());
        }
        self.columns.begin_named_row(self.unit.clone(), self.units);
        self.put(texts)
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
        self.texts = [const { Vec::new() }; 2];
    }

    fn end_segment(&mut self) -> Result<()> {
        let texts = std::mem::replace(&mut self.texts, [const { Vec::new() }; 2]);
        self.put(texts)
    }

    /// Puts the first source and the first target into the last row.
    fn put(&mut self, texts: [Vec<Text>; 2]) -> Result<()> {
        for texts in texts {
            if let Some(mut text) = texts.into_iter().next() {
                let whole = text.flow.take().unwrap_or_default();
                self.columns.put(self.places[text.side], &whole)?;
            }
        }
        Ok(())
    }
}

//! Content that is marked: as an artifact, which belongs to the page, or with the text that it shows.

use lopdf::{Dictionary, Document as Pdf, Object};

use super::objects;

/// Marks stand in each other so deep; what is deeper has none of its own.
const DEEPEST: usize = 64;

/// A text that stands for what is shown has at most so many bytes; of longer ones the glyphs are taken, which have places.
const LONGEST: usize = 16;

/// The marks that hold.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    /// How many are open beyond.
    deeper: usize,
}

#[derive(Debug)]
struct Mark {
    is_artifact: bool,
    /// What is shown here says this; nothing any more once it is said.
    text: Option<String>,
}

impl Marks {
    /// A mark begins: its kind, and what is said of it.
    pub(super) fn begin(&mut self, pdf: &Pdf, operands: &[Object], resources: &Dictionary) {
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        let kind = operands.first().and_then(|kind| kind.as_name().ok());
        let said = match operands.get(1) {
            Some(Object::Dictionary(said)) => Some(said),
            Some(Object::Name(name)) => objects::dictionary(pdf, resources, b"Properties")
                .and_then(|properties| objects::dictionary(pdf, properties, name)),
            _ => None,
        };
        let text = said
            .and_then(|said| said.get(b"ActualText").ok())
            .and_then(|text| lopdf::decode_text_string(text).ok())
            .filter(|text| text.len() <= LONGEST);
        self.open.push(Mark {
            is_artifact: kind == Some(b"Artifact"),
            text,
        });
    }

    /// The mark that began last ends.
    pub(super) fn end(&mut self) {
        match self.deeper {
            0 => drop(self.open.pop()),
            _ => self.deeper -= 1,
        }
    }

    /// Whether what is shown belongs to the page.
    pub(super) fn is_artifact(&self) -> bool {
        self.open.iter().any(|mark| mark.is_artifact)
    }

    /// What the next glyph shows, where a mark says it: the first of all, and the others nothing.
    pub(super) fn text(&mut self) -> Option<String> {
        let mark = self
            .open
            .iter_mut()
            .rev()
            .find(|mark| mark.text.is_some())?;
        mark.text.as_mut().map(std::mem::take)
    }
}

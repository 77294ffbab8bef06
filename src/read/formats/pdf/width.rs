//! How wide the glyphs of a font are, in its own units: thousandths of its size, unless it says otherwise.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document as Pdf, Object};

use super::objects;

/// The widths of a font.
#[derive(Debug, Default)]
pub(super) struct Widths {
    known: BTreeMap<u32, f64>,
    /// Of all other glyphs; none where they are guessed by what they show.
    other: Option<f64>,
}

/// The most glyphs that a font has.
const MOST_GLYPHS: u32 = 1 << 16;

impl Widths {
    /// Of a font of one byte.
    pub(super) fn simple(pdf: &Pdf, font: &Dictionary) -> Self {
        let first = objects::number(pdf, font, b"FirstChar").unwrap_or(0.0) as u32;
        let listed = objects::array(pdf, font, b"Widths");
        let numbers = listed.unwrap_or_default().iter();
        let numbers = numbers.map(|width| objects::resolved(pdf, width).and_then(objects::value));
        let known = (first.min(256)..).zip(numbers.take(256));
        let descriptor = objects::dictionary(pdf, font, b"FontDescriptor");
        let missing = descriptor.and_then(|d| objects::number(pdf, d, b"MissingWidth"));
        Self {
            known: known
                .filter_map(|(code, width)| Some((code, width?)))
                .collect(),
            other: listed.map(|_| missing.unwrap_or(0.0)),
        }
    }

    /// Of the glyphs of a composed font, by their numbers: `[1 [500 600] 10 20 700]`.
    pub(super) fn composed(pdf: &Pdf, descendant: &Dictionary) -> Self {
        let mut known = BTreeMap::new();
        let mut list = objects::array(pdf, descendant, b"W")
            .unwrap_or_default()
            .iter()
            .filter_map(|object| objects::resolved(pdf, object));
        while let Some(first) = list.next().and_then(objects::value) {
            let first = first as u32;
            match list.next() {
                Some(Object::Array(widths)) => {
                    let widths = widths.iter().filter_map(objects::value);
                    known.extend((first.min(MOST_GLYPHS)..MOST_GLYPHS).zip(widths));
                }
                Some(last) => {
                    let last = objects::value(last).unwrap_or(0.0) as u32;
                    let Some(width) = list.next().and_then(objects::value) else {
                        break;
                    };
                    known.extend((first..=last.min(MOST_GLYPHS)).map(|glyph| (glyph, width)));
                }
                None => break,
            }
        }
        Self {
            known,
            other: Some(objects::number(pdf, descendant, b"DW").unwrap_or(1000.0)),
        }
    }

    /// How wide a glyph is that shows `text`.
    pub(super) fn of(&self, code: u32, text: &str) -> f64 {
        self.known
            .get(&code)
            .copied()
            .or(self.other)
            .unwrap_or_else(|| text.chars().next().map_or(500.0, guessed))
    }
}

/// How wide a letter is in the fonts that need not say it (Helvetica and Times), nearly.
fn guessed(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '!' | '\'' | '’' | 'i' | 'j' | 'l' | 'I' | '|' | 't'
        | 'f' | '/' => 270.0,
        '-' | '(' | ')' | '[' | ']' | 'r' => 333.0,
        'm' | 'M' | 'w' | 'W' | '—' | '…' | '%' | '@' => 850.0,
        c if c.is_uppercase() => 690.0,
        _ => 530.0,
    }
}

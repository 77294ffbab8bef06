//! Texts whose letters are decomposed, as file systems and PDFs give them: they are cut as their composed form is (NFC), so that
//! canonically equivalent texts are cut alike.

use std::borrow::Cow;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Segmentation;
use crate::witness::{Paragraph, Span};

/// A text with composed letters, and where these stand in the text as it is.
pub(super) struct Composed {
    pub(super) text: String,
    /// Behind each character of letters that were composed: the place there, and in the text as it is, in bytes.
    places: Vec<(u32, u32)>,
}

impl Composed {
    /// The composed form of a text; nothing where it is composed as it is.
    pub(super) fn of(text: &str) -> Option<Self> {
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            return None;
        }
        let mut composed = Self {
            text: String::with_capacity(text.len()),
            places: Vec::new(),
        };
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at > from && begins_letter(c) {
                composed.push(&text[from..at], from);
                from = at;
            }
        }
        composed.push(&text[from..], from);
        (!composed.places.is_empty()).then_some(composed)
    }

    /// Appends a letter with its marks, which begins at a byte of the text as it is. One that becomes longer stays: not every
    /// place in it would have one there.
    fn push(&mut self, letter: &str, start: usize) {
        let own: String = letter.nfc().collect();
        let ends = |letter: &str| -> Vec<usize> {
            let chars = letter.char_indices();
            chars.map(|(at, c)| at + c.len_utf8()).collect()
        };
        let (here, mut there) = (ends(&own), ends(letter));
        if own == letter || here.len() > there.len() {
            self.text.push_str(letter);
            return;
        }
        // All that is not told apart goes with the last character.
        there.drain(here.len() - 1..there.len() - 1);
        let from = self.text.len();
        let places = here.iter().zip(there);
        self.places
            .extend(places.map(|(here, there)| ((from + here) as u32, (start + there) as u32)));
        self.text.push_str(&own);
    }

    /// The same parts in the text as it is.
    pub(super) fn replace(&self, mut found: Segmentation) -> Segmentation {
        let spans = found.paragraphs.iter_mut();
        let units = found.sentences.iter_mut().chain(&mut found.clauses);
        let tokens = found.tokens.iter_mut().map(|token| &mut token.span);
        for span in spans.chain(units.map(|unit| &mut unit.span)).chain(tokens) {
            *span = Span {
                start: self.place(span.start),
                end: self.place(span.end),
            };
        }
        found
    }

    /// Paragraphs of the text as it is, in the composed one.
    pub(super) fn paragraphs(&self, paragraphs: &[Paragraph]) -> Vec<Paragraph> {
        let composed = |paragraph: &Paragraph| Paragraph {
            span: self.composed_span(paragraph.span),
            ..paragraph.clone()
        };
        paragraphs.iter().map(composed).collect()
    }

    /// Spans of the text as it is, in the composed one.
    pub(super) fn spans(&self, spans: &[Span]) -> Vec<Span> {
        spans.iter().map(|&span| self.composed_span(span)).collect()
    }

    fn composed_span(&self, span: Span) -> Span {
        Span {
            start: self.composed_place(span.start),
            end: self.composed_place(span.end),
        }
    }

    /// The place in the composed text of one in the text as it is, between two letters.
    fn composed_place(&self, at: u32) -> u32 {
        let before = self.places.partition_point(|&(_, there)| there <= at);
        let last = before.checked_sub(1).map(|last| self.places[last]);
        last.map_or(at, |(here, there)| here + (at - there))
    }

    /// The place in the text as it is.
    fn place(&self, at: u32) -> u32 {
        let before = self.places.partition_point(|&(here, _)| here <= at);
        let last = before.checked_sub(1).map(|last| self.places[last]);
        last.map_or(at, |(here, there)| there + (at - here))
    }
}

/// A text with its letters composed.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    match Composed::of(text) {
        Some(composed) => Cow::Owned(composed.text),
        None => Cow::Borrowed(text),
    }
}

/// Whether a character is never composed with what stands before it.
fn begins_letter(c: char) -> bool {
    c.is_ascii()
        || canonical_combining_class(c) == 0
            && is_nfc_quick(std::iter::once(c)) != IsNormalized::Maybe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text_as_it_is() {
        let text = "e\u{301}te\u{301}, \u{212b} \u{958}a\u{338} =\u{338}\u{301}.";
        let composed = Composed::of(text).expect("decomposed");
        assert_eq!(composed.text, "été, Å \u{958}a\u{338} ≠\u{301}.");
        for (here, c) in composed.text.char_indices() {
            let there = composed.place(here as u32) as usize;
            let own: String = text[there..].nfc().collect();
            let canonical: String = c.to_string().nfc().collect();
            // In the middle of a letter there is no such character in the text as it is.
            let whole = canonical_combining_class(c) == 0;
            assert!(!whole || own.starts_with(&canonical), "{here} {there}");
        }
        assert_eq!(
            composed.place(composed.text.len() as u32),
            text.len() as u32
        );
        assert!(Composed::of("été a\u{338} 각").is_none());
        assert_eq!(super::composed("\u{1100}\u{1161}\u{11a8}"), "각");
    }
}

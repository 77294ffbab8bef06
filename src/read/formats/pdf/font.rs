//! The fonts of a document: how their strings are cut into codes, which text a code shows, and how wide it is.

use lopdf::{Dictionary, Document as Pdf, Object};

use super::cmap::{self, CMap};
use super::encoding::{self, Texts};
use super::objects;
use super::width::Widths;

/// The most bytes of a map of codes.
const MOST_MAP: usize = 16 << 20;

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    /// What the document says that codes stand for.
    told: Option<CMap>,
    widths: Widths,
    /// How much of the size of the font a unit of its widths is.
    pub(super) unit: f64,
}

/// How strings are cut into codes.
#[derive(Debug)]
enum Codes {
    /// A byte each.
    Bytes(Texts),
    /// As a map says.
    Mapped(CMap),
    /// Two bytes each; whether these are text in UTF-16.
    Pairs { is_text: bool },
}

/// A code in a string.
#[derive(Debug, PartialEq)]
pub(super) struct Code {
    /// What it shows, if that is known.
    pub(super) text: Option<String>,
    /// How wide it is, in units of the font.
    pub(super) width: f64,
    /// Whether the space between words counts for it.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(pdf: &Pdf, font: &Dictionary) -> Self {
        let map = |dictionary: &Dictionary, key: &[u8]| {
            let stream = objects::stream(pdf, dictionary, key)?;
            let bytes = stream.get_plain_content_with_limit(MOST_MAP).ok()?;
            Some(CMap::read(&bytes))
        };
        let told = map(font, b"ToUnicode");
        let descendants = objects::array(pdf, font, b"DescendantFonts");
        let descendant = descendants
            .and_then(|fonts| objects::resolved(pdf, fonts.first()?))
            .and_then(|font| font.as_dict().ok());
        if let Some(descendant) = descendant {
            let name = objects::name(pdf, font, b"Encoding").unwrap_or_default();
            let is_text = [b"UCS2".as_slice(), b"UTF16"]
                .iter()
                .any(|part| name.windows(part.len()).any(|w| w == *part));
            return Self {
                codes: match map(font, b"Encoding") {
                    Some(map) => Codes::Mapped(map),
                    None => Codes::Pairs { is_text },
                },
                told,
                widths: Widths::composed(pdf, descendant),
                unit: 0.001,
            };
        }
        let is_drawn = objects::name(pdf, font, b"Subtype") == Some(b"Type3");
        let matrix = objects::array(pdf, font, b"FontMatrix").and_then(objects::matrix);
        Self {
            codes: Codes::Bytes(encoding::texts(pdf, font)),
            told,
            widths: Widths::simple(pdf, font),
            unit: matrix
                .filter(|_| is_drawn)
                .map_or(0.001, |matrix| matrix.0[0]),
        }
    }

    /// The codes of a string.
    pub(super) fn codes(&self, mut bytes: &[u8]) -> Vec<Code> {
        let mut codes = Vec::new();
        while !bytes.is_empty() {
            let length = match &self.codes {
                Codes::Bytes(_) => 1,
                Codes::Pairs { .. } => 2,
                Codes::Mapped(map) => map.length(bytes).unwrap_or(2),
            };
            let (code, rest) = bytes.split_at(length.min(bytes.len()));
            codes.push(self.code(code));
            bytes = rest;
        }
        codes
    }

    fn code(&self, bytes: &[u8]) -> Code {
        let number = cmap::number(bytes);
        let told = self.told.as_ref();
        let told = told.and_then(|map| map.text(bytes.len(), number));
        let text = told.map(str::to_owned).or_else(|| match &self.codes {
            Codes::Bytes(texts) => texts.get(number as usize).cloned().flatten(),
            Codes::Mapped(map) => map.text(bytes.len(), number).map(str::to_owned),
            Codes::Pairs { is_text: true } => char::from_u32(number).map(String::from),
            Codes::Pairs { is_text: false } => None,
        });
        Code {
            width: self.widths.of(number, text.as_deref().unwrap_or_default()),
            text,
            is_space: bytes == b" ",
        }
    }
}

/// The font of a name among the resources, and what tells it from others.
pub(super) fn named<'a>(
    pdf: &'a Pdf,
    resources: &'a Dictionary,
    name: &[u8],
) -> Option<&'a Dictionary> {
    let fonts = objects::dictionary(pdf, resources, b"Font")?;
    match objects::get(pdf, fonts, name)? {
        Object::Dictionary(font) => Some(font),
        _ => None,
    }
}

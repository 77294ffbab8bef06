//! The words of a cell that differ, and how they look.

use rust_xlsxwriter::{Color, Format, FormatUnderline};

use crate::export::shades::{self, Fragment, Shade};
use crate::export::xlsx::text::shorten;
use crate::export::xml;
use crate::table::{AlignmentTable, Row};

/// The font that cells have.
const FONT: &str = "Calibri";

/// The formats of the shades.
pub(super) struct Shades {
    none: Format,
    /// In the order of [`Shade::ALL`].
    shades: [Format; Shade::ALL.len()],
}

impl Shades {
    pub(super) fn new() -> Self {
        // The font of a cell, named with as little as does: more runs fit, which are measured with what is said of them.
        let font = || Format::new().set_font_name(FONT).set_font_family(0);
        let look = |shade: Shade| {
            let mut look = match shade.ink() {
                Some(ink) => font().set_font_color(ink),
                None => font().set_font_color(Color::Automatic),
            };
            if shade.is_bold() {
                look = look.set_bold();
            }
            if shade.is_italic() {
                look = look.set_italic();
            }
            match shade.lines() {
                0 => look,
                1 => look.set_underline(FormatUnderline::Single),
                _ => look.set_underline(FormatUnderline::Double),
            }
        };
        Self {
            none: font().set_font_color(Color::Automatic),
            shades: Shade::ALL.map(look),
        }
    }

    pub(super) fn format(&self, shade: Option<Shade>) -> &Format {
        let place = |shade| Shade::ALL.iter().position(|&own| own == shade);
        match shade.and_then(place) {
            None => &self.none,
            Some(place) => &self.shades[place],
        }
    }
}

/// What a cell holds of [the fragments](shades::fragments) of a witness in a row.
pub(super) fn fragments(
    table: &AlignmentTable,
    row: &Row,
    w: usize,
    shades: &[Option<Shade>],
    faintest: Shade,
) -> Vec<Fragment> {
    let all = shades::fragments(table, (row, w), &row.cells[w], shades, faintest);
    let (shades, texts): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let texts = shorten(
        texts
            .iter()
            .map(|text| xml::without_forbidden(text).into_owned()),
    );
    let fragments = shades.into_iter().zip(texts);
    fragments.filter(|(_, text)| !text.is_empty()).collect()
}

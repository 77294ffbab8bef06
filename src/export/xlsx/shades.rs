//! The words of a cell that differ, and how they look.

use std::borrow::Cow;

use rust_xlsxwriter::{Color, Format, FormatUnderline};

use crate::export::xlsx::text::shorten;
use crate::export::xml;
use crate::format::units::{PASSED_OVER, in_one_line};
use crate::hue::Hue;
use crate::table::{AlignmentTable, Row};
use crate::witness::{TokenIndex, UnitIndex};

/// The font that cells have.
const FONT: &str = "Calibri";

/// How words look, from the faintest to the loudest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shade {
    /// Of more than two witnesses: they stand elsewhere, and do not differ. Underlined, in the colour of the text.
    Elsewhere,
    /// In colour.
    Hue(Hue),
}

impl Shade {
    /// Every shade, the faintest first.
    pub(super) const ALL: [Self; 5] = [
        Self::Elsewhere,
        Self::Hue(Hue::Form),
        Self::Hue(Hue::Moved),
        Self::Hue(Hue::Only),
        Self::Hue(Hue::Wording),
    ];
}

/// The formats of the shades. Beside its colour each has a trait that a black and white printer shows.
pub(super) struct Shades {
    none: Format,
    elsewhere: Format,
    form: Format,
    moved: Format,
    only: Format,
    wording: Format,
}

impl Shades {
    pub(super) fn new() -> Self {
        // The font of a cell, named with as little as does: more runs fit, which are measured with what is said of them.
        let font = || Format::new().set_font_name(FONT).set_font_family(0);
        let ink = |hue: Hue| font().set_font_color(hue.light());
        Self {
            none: font().set_font_color(Color::Automatic),
            elsewhere: font()
                .set_font_color(Color::Automatic)
                .set_underline(FormatUnderline::Double),
            form: ink(Hue::Form).set_italic(),
            moved: ink(Hue::Moved).set_bold().set_italic(),
            only: ink(Hue::Only)
                .set_bold()
                .set_underline(FormatUnderline::Single),
            wording: ink(Hue::Wording).set_bold(),
        }
    }

    pub(super) fn format(&self, shade: Option<Shade>) -> &Format {
        match shade {
            None => &self.none,
            Some(Shade::Elsewhere) => &self.elsewhere,
            Some(Shade::Hue(Hue::Form)) => &self.form,
            Some(Shade::Hue(Hue::Moved)) => &self.moved,
            Some(Shade::Hue(Hue::Only)) => &self.only,
            Some(Shade::Hue(Hue::Wording)) => &self.wording,
        }
    }
}

/// A stretch of text in one shade, or in none.
pub(super) type Fragment = (Option<Shade>, String);

/// The text of witness `w` in a row, cut where the shade of its words in the links changes, of shades from `faintest` on; joined,
/// it is the text of the cell, as much as that holds. White space between two words of one shade has it too.
pub(super) fn fragments(
    table: &AlignmentTable,
    row: &Row,
    w: usize,
    shades: &[Option<Shade>],
    faintest: Shade,
) -> Vec<Fragment> {
    let witness = &table.witnesses[w];
    let mut coloured: Vec<(TokenIndex, Shade)> = row
        .links
        .iter()
        .zip(shades)
        .filter_map(|(link, shade)| Some((link.tokens.get(w)?, (*shade)?)))
        .filter(|(_, shade)| *shade >= faintest)
        .flat_map(|(tokens, shade)| tokens.iter().map(move |&token| (token, shade)))
        .collect();
    coloured.sort_unstable_by_key(|(token, _)| *token);

    let mut out = Pieces(Vec::new());
    let mut last: Option<UnitIndex> = None;
    for &unit in &row.cells[w] {
        if let Some(before) = last {
            let neighbours = before.is_before(unit);
            out.push(None, if neighbours { " " } else { PASSED_OVER });
        }
        last = Some(unit);
        let unit = witness.unit(unit);
        let mut at = unit.span.start;
        let first = coloured.partition_point(|(token, _)| token.0 < unit.tokens.start);
        let inside = coloured[first..]
            .iter()
            .take_while(|(token, _)| token.0 < unit.tokens.end);
        for &(token, shade) in inside {
            let span = witness.token(token).span;
            out.push(None, &witness.text[at as usize..span.start as usize]);
            out.push(Some(shade), witness.slice(span));
            at = span.end;
        }
        out.push(None, &witness.text[at as usize..unit.span.end as usize]);
    }
    let (shades, texts): (Vec<_>, Vec<_>) = one_line(out.0).into_iter().unzip();
    let texts = shorten(
        texts
            .iter()
            .map(|text| xml::without_forbidden(text).into_owned()),
    );
    let fragments = shades.into_iter().zip(texts);
    fragments.filter(|(_, text)| !text.is_empty()).collect()
}

/// The same stretches of the text as a cell has it: in one line.
fn one_line(mut fragments: Vec<Fragment>) -> Vec<Fragment> {
    let whole: String = fragments.iter().map(|(_, text)| text.as_str()).collect();
    let Cow::Owned(line) = in_one_line(&whole) else {
        return fragments;
    };
    let mut line = line.chars().peekable();
    for (_, text) in &mut fragments {
        // What stands for a line end and the hyphen before it is at most one space or hyphen.
        let kept = |c: char| {
            let stands_for =
                |&next: &char| next == c || !c.is_alphanumeric() && matches!(next, ' ' | '-');
            line.next_if(stands_for)
        };
        *text = text.chars().filter_map(kept).collect();
    }
    fragments
}

struct Pieces(Vec<Fragment>);

impl Pieces {
    fn push(&mut self, shade: Option<Shade>, text: &str) {
        if text.is_empty() {
            return;
        }
        // Space between two words of one shade takes theirs: one run where there would be three.
        if let [.., (before, word), (None, space)] = &mut self.0[..]
            && *before == shade
            && space.chars().all(char::is_whitespace)
        {
            word.push_str(space);
            word.push_str(text);
            self.0.pop();
            return;
        }
        match self.0.last_mut() {
            Some((same, run)) if *same == shade => run.push_str(text),
            _ => self.0.push((shade, text.to_owned())),
        }
    }
}

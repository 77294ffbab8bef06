//! The words of a cell that differ, and how they look.

use rust_xlsxwriter::Format;

use crate::class::Class;
use crate::format::units::PASSED_OVER;
use crate::table::{AlignmentTable, Link, Row, Rules};
use crate::witness::{TokenIndex, UnitIndex};

/// What is the matter with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    /// Other words stand in its place.
    Other,
    /// Nothing stands in its place.
    Only,
    /// Another form or spelling of it stands there.
    Form,
    /// It stands elsewhere.
    Moved,
}

/// How words of each shade look. Beside its colour each has a trait that a black and white printer shows.
pub(super) struct Shades {
    none: Format,
    other: Format,
    only: Format,
    form: Format,
    moved: Format,
}

impl Shades {
    pub(super) fn new() -> Self {
        let ink = |colour: u32| Format::new().set_font_color(colour);
        Self {
            none: Format::new(),
            other: ink(0xC0_00_00).set_bold(),
            only: ink(0x1F_7A_1F)
                .set_bold()
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            form: ink(0x2F_5D_A5).set_italic(),
            moved: ink(0x70_30_A0).set_bold().set_italic(),
        }
    }

    pub(super) fn format(&self, shade: Option<Shade>) -> &Format {
        match shade {
            None => &self.none,
            Some(Shade::Other) => &self.other,
            Some(Shade::Only) => &self.only,
            Some(Shade::Form) => &self.form,
            Some(Shade::Moved) => &self.moved,
        }
    }
}

fn shade(rules: Rules<'_>, link: &Link) -> Option<Shade> {
    if link.moved {
        return Some(Shade::Moved);
    }
    if !rules.shows(link) {
        return None;
    }
    match link.class {
        Class::Same => None,
        Class::Omission | Class::Addition => Some(Shade::Only),
        Class::Wording => Some(Shade::Other),
        _ => Some(Shade::Form),
    }
}

/// The text of witness `w` in a row, cut where the shade changes; joined, it is the text of the cell. White space
/// between two words of one shade has it too.
pub(super) fn fragments(
    table: &AlignmentTable,
    row: &Row,
    w: usize,
    quiet: &[Class],
) -> Vec<(Option<Shade>, String)> {
    let witness = &table.witnesses[w];
    let rules = table.rules(quiet);
    let mut shaded: Vec<(TokenIndex, Shade)> = row
        .links
        .iter()
        .filter_map(|link| Some((link.tokens.get(w)?, shade(rules, link)?)))
        .flat_map(|(tokens, shade)| tokens.iter().map(move |&token| (token, shade)))
        .collect();
    shaded.sort_unstable_by_key(|(token, _)| *token);

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
        let first = shaded.partition_point(|(token, _)| token.0 < unit.tokens.start);
        let inside = shaded[first..]
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
    out.0
}

struct Pieces(Vec<(Option<Shade>, String)>);

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

//! The text of a cell, cut where words begin and end that differ.

use std::borrow::Cow;

use crate::format::units::{PASSED_OVER, in_one_line};
use crate::table::{AlignmentTable, Row};
use crate::witness::{TokenIndex, UnitIndex};

use super::Shade;

/// A stretch of text in one shade, or in none.
pub(in crate::export) type Fragment = (Option<Shade>, String);

/// The text of units that witness `w` has in a row, cut where the shade of its words in the links changes, of shades from `faintest`
/// on; joined, it is the text of the cell. White space between two words of one shade has it too.
pub(in crate::export) fn fragments(
    table: &AlignmentTable,
    (row, w): (&Row, usize),
    units: &[UnitIndex],
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
    for &unit in units {
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
    one_line(out.0)
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

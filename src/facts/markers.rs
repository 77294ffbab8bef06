//! What numbers a paragraph or an item of a list, and is no number that the text tells: `1.`, `a)`, `Article 4.` at the head of a
//! unit. One rendering has a dash there and the other a figure, or counts from another article on.

use std::ops::Range;

use crate::language::Profile;
use crate::normalize::{Tokens, roman_value};
use crate::witness::{TokenKind, Witness};

use super::mention::{Marks, Said};

/// Figures of a marker, at most: more are years and amounts.
const FIGURES: usize = 3;
/// Units before and behind one in which the next marker of a list stands.
const NEAR: usize = 12;

/// What stands at the head of a unit and numbers it.
pub(super) struct Marker {
    /// The places of its tokens.
    pub(super) places: Range<usize>,
    /// Only its place tells one with no mark behind it: `4 Freedom of speech`.
    pub(super) marks: Marks,
}

/// The marker at the head of a unit, if one stands there.
pub(super) fn at_head(said: &Said) -> Option<Marker> {
    let sign = |at: usize| said.kind(at) == TokenKind::Punctuation;
    let open = (0..said.len())
        .take_while(|&at| sign(at) && said.text(at) != "§")
        .count();
    let headed = said.words.cues.headings.contains(said.lower(open));
    let mut at = open + usize::from(headed);
    at += usize::from(headed && said.lower(at) == ".");
    if at >= said.len() || !is_number(said, at) {
        return None;
    }
    let behind = at + 1;
    let marks = (behind..said.len())
        .take_while(|&i| closes(said.text(i)))
        .count();
    let next = behind + marks;
    let goes_on = (next..said.len()).find(|&i| said.kind(i) != TokenKind::Punctuation);
    let capital = goes_on.is_some_and(|i| said.text(i).starts_with(char::is_uppercase));
    let bracket = (behind..next).any(|i| matches!(said.text(i), ")" | "]"));
    let places = open..next;
    let sure = Marker {
        places: places.clone(),
        marks: Marks::Unit,
    };
    let ends = goes_on.is_none();
    if headed {
        // `Article 4 of the treaty` is told of.
        return (marks > 0 || ends || capital && is_heading(said, next)).then_some(sure);
    }
    let opened = open > 0 && matches!(said.text(open - 1), "(" | "[");
    if ends || opened && !bracket {
        return None;
    }
    if marks > 0 {
        // A dash may stand between two numbers, and a point behind an ordinal.
        let counted =
            || !Profile::of(said.witness.language).settings().ordinal_point || is_listed(said, at);
        // `1. joindre aux copies`
        let pointed = said.text(behind) == "." && goes_on.is_some_and(|i| said.is_word(i));
        return (bracket || (capital || pointed) && counted()).then_some(sure);
    }
    let is_figure = said.kind(at) == TokenKind::Number;
    (is_figure && capital && !said.begins_number(behind) && is_untold(said)).then_some(Marker {
        places,
        marks: Marks::Perhaps,
    })
}

/// Whether the token at a place is a number as markers are: one to three figures, with points between several, or a Roman one.
fn is_number(said: &Said, at: usize) -> bool {
    let text = said.text(at);
    match said.kind(at) {
        TokenKind::Number => {
            let plain = text.trim_end_matches(['.', ')', '°', 'º']);
            let mut parts = plain.split('.');
            parts.all(|part| {
                (1..=FIGURES).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
            })
        }
        TokenKind::Word => roman_value(text).is_some(),
        TokenKind::Punctuation => false,
    }
}

/// Whether a mark ends a marker.
fn closes(mark: &str) -> bool {
    matches!(
        mark,
        "." | ")" | "]" | ":" | "°" | "º" | "-" | "–" | "—" | ".-" | ".–" | ".—"
    )
}

/// Whether what stands from a place on may be a heading or the text of a paragraph: where every noun has a capital, a sentence may go on
/// with one.
fn is_heading(said: &Said, at: usize) -> bool {
    said.words.capitals_name || said.form(at).function || is_untold(said)
}

/// Whether a unit has no mark at its end, as headings have none.
fn is_untold(said: &Said) -> bool {
    let last = said.len().checked_sub(1);
    last.is_some_and(|last| said.kind(last) != TokenKind::Punctuation)
}

/// Whether the number before or behind this one stands at the head of a unit nearby, with a point: a list, and no ordinal.
fn is_listed(said: &Said, at: usize) -> bool {
    let Ok(number) = said.text(at).trim_end_matches('.').parse::<u32>() else {
        return false;
    };
    let first = said.token(0).0;
    let units = said.witness.units();
    let here = units.partition_point(|unit| unit.tokens.end <= first);
    let near = here.saturating_sub(NEAR)..units.len().min(here + NEAR + 1);
    let mut others = units[near]
        .iter()
        .filter_map(|unit| head(said.witness, unit.tokens.range()));
    others.any(|other| other.abs_diff(number) == 1)
}

/// The number with a point at the head of tokens.
fn head(witness: &Witness, tokens: Range<usize>) -> Option<u32> {
    let text = |at: usize| {
        tokens
            .contains(&at)
            .then(|| witness.slice(witness.tokens[at].span))
    };
    let (first, behind) = (text(tokens.start)?, text(tokens.start + 1));
    let figures = first
        .strip_suffix('.')
        .or_else(|| (behind == Some(".")).then_some(first))?;
    figures.parse().ok()
}

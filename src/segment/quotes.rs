//! Which way a quotation mark or bracket looks.

use crate::language::chars::{
    char_at, char_before, closes_bracket, is_apostrophe, is_dash, is_quote, opens_bracket,
};
use crate::witness::{Token, TokenKind};

/// Whether a mark opens or closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It opens.
    Open,
    /// It closes.
    Close,
}

/// The side of the token `token`, if it is a quotation mark or a bracket.
///
/// Spacing decides before the shape of the mark: German writes `„so“` and `»so«`, and the straight mark has one shape.
/// Where spacing says nothing, `open` (whether a straight mark is open) decides for the straight mark.
pub(super) fn side(text: &str, token: Token, open: bool) -> Option<Side> {
    if token.kind != TokenKind::Punctuation {
        return None;
    }
    let range = token.span.range();
    let c = match &text[range.clone()] {
        // Of two commas, two grave accents.
        ",," => '„',
        "``" => '“',
        _ => char_at(text, range.start)?,
    };
    if opens_bracket(c) {
        return Some(Side::Open);
    }
    if closes_bracket(c) {
        return Some(Side::Close);
    }
    if !is_quote(c) {
        return None;
    }
    let before = char_before(text, range.start)
        .is_none_or(|b| b.is_whitespace() || opens_bracket(b) || is_dash(b));
    let after = char_at(text, range.end).is_none_or(|a| {
        a.is_whitespace() || closes_bracket(a) || ".,;:!?…".contains(a) || is_quote(a)
    }) || calls_note(&text[range.end..]);
    Some(match (before, after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => match c {
            // „So“—sagte er
            '“' if char_at(text, range.end).is_some_and(is_dash) => Side::Close,
            '«' | '“' | '„' | '‹' | '‘' | '‚' | '〝' => Side::Open,
            // What two of them close, two commas or graves opened.
            '\'' if text[range].len() > 1 => Side::Close,
            '"' | '＂' | '\'' if !open => Side::Open,
            _ => Side::Close,
        },
    })
}

/// Whether the call of a note stands at the head of a text: `[5]`.
fn calls_note(text: &str) -> bool {
    let inside = text.strip_prefix('[');
    inside.is_some_and(|inside| {
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && inside[digits..].starts_with(']')
    })
}

/// Whether a mark is a straight one, or opens what a straight one closes: its side, or that of the next, depends on what
/// is open.
pub(super) fn is_straight(mark: &str) -> bool {
    mark.starts_with(|c| matches!(c, '"' | '＂') || is_apostrophe(c)) || is_doubled(mark)
}

/// Two commas or two graves, which typewriters and LaTeX have for an opening mark; `''` closes it.
fn is_doubled(mark: &str) -> bool {
    matches!(mark, ",," | "``")
}

//! Calls of notes in brackets: `la paix[3]`, `le soldat[^4]`, `le roi (5)`. Their figures say nothing of the text, and are marks.

use crate::language::chars::is_raised_figure;
use crate::witness::{Token, TokenKind};

/// A call of a note, or what may be one.
struct Call {
    number: u32,
    /// Its first token and the one behind its last.
    tokens: std::ops::Range<usize>,
    certain: bool,
}

/// Makes marks of the tokens of the calls of notes. What stands in round brackets is one where the calls before or behind it
/// are numbered on.
pub(super) fn mark(text: &str, tokens: &mut [Token]) {
    let calls: Vec<Call> = (0..tokens.len())
        .filter_map(|at| call(text, tokens, at))
        .collect();
    for (n, call) in calls.iter().enumerate() {
        let before = n.checked_sub(1).map(|n| calls[n].number + 1);
        let behind = calls.get(n + 1).and_then(|next| next.number.checked_sub(1));
        let in_order = before == Some(call.number) || behind == Some(call.number);
        if call.certain || in_order {
            for token in &mut tokens[call.tokens.clone()] {
                token.kind = TokenKind::Punctuation;
            }
        }
    }
}

/// The call that ends with a figure at a place.
fn call(text: &str, tokens: &[Token], at: usize) -> Option<Call> {
    /// No text has more notes than have so many digits.
    const DIGITS: usize = 3;
    let part = |at: usize| tokens.get(at).map_or("", |token| &text[token.span.range()]);
    let figure = part(at);
    let raised = figure.starts_with(is_raised_figure);
    if tokens[at].kind != TokenKind::Number && !raised || figure.chars().count() > DIGITS {
        return None;
    }
    let number = || figure.parse().ok();
    if raised {
        let digits = figure
            .chars()
            .map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c));
        let number = digits.flatten().fold(0, |n, digit| 10 * n + digit as u32);
        return Some(Call {
            number,
            tokens: at..at + 1,
            certain: true,
        });
    }
    let first = at.checked_sub(1)?;
    let touches =
        |first: usize| first > 0 && tokens[first - 1].span.end == tokens[first].span.start;
    match (part(first), part(at + 1)) {
        // At the head of a line it is the label of the note itself.
        ("[", "]") if touches(first) => Some(Call {
            number: number()?,
            tokens: at..at + 1,
            certain: true,
        }),
        ("^", "]") if first > 0 && part(first - 1) == "[" => Some(Call {
            number: number()?,
            tokens: first..at + 1,
            certain: true,
        }),
        ("(", ")") => Some(Call {
            number: number()?,
            tokens: at..at + 1,
            certain: false,
        }),
        _ => None,
    }
}

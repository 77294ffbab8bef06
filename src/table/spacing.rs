//! The spaces beside tokens, which a text sets or leaves out by the custom of its press: `Viens-tu ?`, `Viens-tu?`.

use std::borrow::Cow;

use crate::table::Link;
use crate::witness::{Span, TokenIndex, TokenKind, Witness};

/// The spaces before and after a token, as far as they belong to it.
type Spaces<'w> = [Cow<'w, str>; 2];

/// Whether the same tokens have other spaces beside them in one of the witnesses than in another. That a line ends there is
/// a space like others.
pub(super) fn differs(witnesses: &[Witness], link: &Link) -> bool {
    let mut sides = witnesses.iter().zip(&link.tokens);
    let Some((one, first)) = sides.next() else {
        return false;
    };
    sides.any(|(other, tokens)| {
        let mut pairs = first.iter().zip(tokens);
        pairs.any(|(&x, &y)| {
            beside([one, other], [x, y]).contains(&true) || !within(one, x).eq(within(other, y))
        })
    })
}

/// Whether two tokens have other spaces before them, and after them. Where something else stands beside the one than beside
/// the other, that differs, and not the space.
fn beside(witnesses: [&Witness; 2], tokens: [TokenIndex; 2]) -> [bool; 2] {
    let [x, y] = [0, 1].map(|w| spaces(witnesses[w], tokens[w]));
    let text = |w: usize, at: Option<usize>| {
        let token = witnesses[w].tokens.get(at?)?;
        let is_word = token.kind != TokenKind::Punctuation;
        Some((is_word, witnesses[w].slice(token.span)))
    };
    let is_mark = |w: usize| witnesses[w].token(tokens[w]).kind == TokenKind::Punctuation;
    // How a mark is set off says something of the mark, whatever the word beside it is.
    let marks = is_mark(0) && is_mark(1);
    let same = |at: fn(usize) -> Option<usize>| {
        let [one, other] = [0, 1].map(|w| text(w, at(tokens[w].get())));
        one == other || marks && one.zip(other).is_some_and(|(x, y)| x.0 && y.0)
    };
    let before = x[0] != y[0] && same(|at| at.checked_sub(1));
    let after = x[1] != y[1] && same(|at| at.checked_add(1));
    [before, after]
}

/// The white space in a token, of a number for the most part; a line end is a space like others.
fn within(witness: &Witness, token: TokenIndex) -> impl Iterator<Item = char> {
    let spaces = witness
        .token_text(token)
        .chars()
        .filter(|c| c.is_whitespace());
    spaces.map(|c| if is_plain(c) { ' ' } else { c })
}

/// A token with the spaces that belong to it spelled out: `␣?`, `«⍽`.
pub(crate) fn spelled(witness: &Witness, token: TokenIndex) -> String {
    let [mut before, mut after] = spaces(witness, token);
    let at = token.get();
    if at > 0 && ends_unit(witness, at - 1) {
        before = Cow::Borrowed("");
    }
    if ends_unit(witness, at) {
        after = Cow::Borrowed("");
    }
    format!(
        "{}{}{}",
        visible(&before),
        witness.word(token),
        visible(&after)
    )
}

fn visible(spaces: &str) -> String {
    spaces
        .chars()
        .map(|c| match c {
            ' ' => "␣".to_owned(),
            '\u{a0}' => "⍽".to_owned(),
            c => c.escape_unicode().to_string(),
        })
        .collect()
}

/// A space belongs to the mark that opens before it, to the dash, or else to what stands behind it.
fn spaces(witness: &Witness, token: TokenIndex) -> Spaces<'_> {
    let at = token.get();
    let side = |at: usize| side(witness, at);
    let before = at.checked_sub(1).map(side);
    let after = witness.tokens.get(at + 1).map(|_| side(at + 1));
    let own = side(at);
    let has_before = match (before, own) {
        (None | Some(Side::Opens), _) => false,
        (Some(Side::Both), Side::Word | Side::Opens) => false,
        (Some(_), _) => true,
    };
    let has_after = match (own, after) {
        (_, None) | (Side::Word | Side::Closes, _) => false,
        (Side::Opens, _) => true,
        (Side::Both, Some(next)) => matches!(next, Side::Word | Side::Opens),
    };
    let between = |has: bool, first: usize| match has {
        true => gap(witness, first),
        false => Cow::Borrowed(""),
    };
    [
        between(has_before, at.saturating_sub(1)),
        between(has_after, at),
    ]
}

/// The space between a token and the next, a line end as a space; one space between those of two units.
fn gap(witness: &Witness, first: usize) -> Cow<'_, str> {
    let [one, next] = [first, first + 1].map(|at| witness.tokens[at].span);
    if ends_unit(witness, first) {
        return Cow::Borrowed(" ");
    }
    let gap = witness.slice(Span {
        start: one.end,
        end: next.start,
    });
    // The number of a passage stands in the text, and is none of it.
    let own = |c: &char| c.is_whitespace() && !is_plain(*c);
    let kept: String = gap.chars().filter(own).collect();
    match (gap.is_empty(), kept.is_empty()) {
        (true, _) => Cow::Borrowed(""),
        (_, true) => Cow::Borrowed(" "),
        _ => Cow::Owned(kept),
    }
}

/// A space, a tab or the end of a line.
fn is_plain(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a token is the last of its unit.
fn ends_unit(witness: &Witness, at: usize) -> bool {
    let units = witness.units();
    let unit = units.partition_point(|u| u.tokens.end as usize <= at);
    units
        .get(unit)
        .is_some_and(|u| u.tokens.end as usize == at + 1)
}

/// On which side of a token a space belongs to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Word,
    Opens,
    Closes,
    Both,
}

fn side(witness: &Witness, at: usize) -> Side {
    let token = witness.tokens[at];
    if token.kind != TokenKind::Punctuation {
        return Side::Word;
    }
    match witness.slice(token.span).chars().next() {
        Some('«' | '‹' | '“' | '„' | '‘' | '‚' | '(' | '[' | '{' | '¿' | '¡') => {
            Side::Opens
        }
        Some('—' | '–' | '-' | '―' | '"' | '\'') => Side::Both,
        _ => Side::Closes,
    }
}

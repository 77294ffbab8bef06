//! Words as an apparatus cites them.

use crate::witness::{Span, TokenIndex, TokenKind, UnitIndex, Witness};

use super::Entry;

/// Tokens of a lemma above which its middle is left out.
const LONG: usize = 6;

impl Entry {
    /// The tokens of the lemma that are printed: of a long one the first two and the last word.
    pub fn cited(&self, base: &Witness) -> Vec<TokenIndex> {
        let [first, second, .., last] = self.lemma[..] else {
            return self.lemma.clone();
        };
        if self.lemma.len() <= LONG {
            return self.lemma.clone();
        }
        let mut words = self.lemma.iter().filter(|&&t| !is_mark(base, t));
        let last = words.next_back().copied().unwrap_or(last);
        match last > second {
            true => vec![first, second, last],
            false => vec![first, second],
        }
    }

    /// Where the lemma stands in a unit of the base: its words that are neighbours there, from the first on. `None` where it
    /// begins elsewhere.
    pub fn place(&self, base: &Witness, unit: UnitIndex) -> Option<Span> {
        let own = base.unit(unit).tokens;
        let neighbours = self.lemma.chunk_by(|a, b| a.is_before(*b)).next()?;
        let mut inside = neighbours.iter().filter(|&&t| own.contains(t));
        let first = inside.next().filter(|&first| first == &neighbours[0])?;
        let last = inside.next_back().unwrap_or(first);
        Some(Span {
            start: base.token(*first).span.start,
            end: base.token(*last).span.end,
        })
    }
}

/// Tokens of a witness in one line: neighbours as they stand, ` … ` between others.
pub fn text(witness: &Witness, tokens: &[TokenIndex]) -> String {
    let span = |t: TokenIndex| witness.token(t).span;
    let runs = tokens.chunk_by(|a, b| a.is_before(*b)).map(|run| {
        witness.line(Span {
            start: span(run[0]).start,
            end: span(run[run.len() - 1]).end,
        })
    });
    runs.collect::<Vec<_>>().join(" … ")
}

/// A number as it stands behind words.
pub fn raised(number: u32) -> String {
    let figures = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string().into_bytes();
    digits
        .into_iter()
        .map(|digit| figures[usize::from(digit - b'0')])
        .collect()
}

/// Tokens (increasing), with the marks that alone part some of them.
pub(super) fn with_marks_between(witness: &Witness, tokens: &[TokenIndex]) -> Vec<TokenIndex> {
    let mut whole: Vec<TokenIndex> = Vec::new();
    for &token in tokens {
        if let Some(&before) = whole.last()
            && are_parted_by_marks(witness, before, token)
        {
            whole.extend((before.get() + 1..token.get()).map(TokenIndex::new));
        }
        whole.push(token);
    }
    whole
}

/// The last word of some tokens, with the marks behind it: beside it stands what others have more.
pub(super) fn last_word(witness: &Witness, tokens: &[TokenIndex]) -> Vec<TokenIndex> {
    let word = tokens.iter().rposition(|&t| !is_mark(witness, t));
    tokens[word.unwrap_or(0)..].to_vec()
}

/// Whether nothing but marks of punctuation stands between two tokens, the first before the other.
pub(super) fn are_parted_by_marks(witness: &Witness, x: TokenIndex, y: TokenIndex) -> bool {
    x < y && (x.get() + 1..y.get()).all(|at| is_mark(witness, TokenIndex::new(at)))
}

/// Whether a token is punctuation.
pub(super) fn is_mark(witness: &Witness, token: TokenIndex) -> bool {
    witness.token(token).kind == TokenKind::Punctuation
}

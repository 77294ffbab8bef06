//! What the marks at the end of a sentence say: `?` asks, `!` exclaims, `…` leaves something unsaid. Where one text has such a
//! mark and the other has none, or another, that is no matter of print.

use crate::table::Link;
use crate::witness::{Token, TokenIndex, TokenKind, Witness};

/// What marks say, a bit each.
type Force = u8;
const ASKS: Force = 1;
const EXCLAIMS: Force = 2;
const LEAVES_UNSAID: Force = 4;

/// Whether marks at the end of a sentence say another thing in one of the witnesses than in another.
pub(super) fn differs(witnesses: &[Witness], link: &Link) -> bool {
    let sides = || witnesses.iter().zip(&link.tokens);
    let alone = link.tokens.iter().any(|tokens| tokens.is_empty());
    let mut said = sides().map(|(w, tokens)| said(w, tokens, alone));
    let first = said.next();
    said.any(|said| Some(said) != first)
        && sides().any(|(w, tokens)| tokens.iter().any(|&token| ends_sentence(w, token)))
}

/// What the marks of one side say. Those that it has `alone`, and that repeat a mark beside them (`!!`), say no more.
fn said(witness: &Witness, tokens: &[TokenIndex], alone: bool) -> Force {
    let of = |at: usize| {
        let is_there = at < witness.tokens.len();
        is_there.then(|| force(witness, TokenIndex::new(at)))
    };
    let all = tokens
        .iter()
        .fold(0, |all, token| all | force(witness, *token));
    let before = tokens.first().and_then(|t| of(t.get().checked_sub(1)?));
    let behind = tokens.last().and_then(|t| of(t.get() + 1));
    match alone && (before == Some(all) || behind == Some(all)) {
        true => 0,
        false => all,
    }
}

fn force(witness: &Witness, token: TokenIndex) -> Force {
    let own = of(witness.token_text(token));
    // A point among points: `. . .`
    let is_point = |token: &Token| witness.slice(token.span) == ".";
    let beside = [token.get().checked_sub(1), token.get().checked_add(1)];
    let mut beside = beside.into_iter().flatten();
    let mut point = || {
        is_point(&witness.token(token))
            && beside.any(|at| witness.tokens.get(at).is_some_and(is_point))
    };
    if own == 0 && point() {
        LEAVES_UNSAID
    } else {
        own
    }
}

fn of(mark: &str) -> Force {
    if mark.starts_with("..") {
        return LEAVES_UNSAID;
    }
    mark.chars().fold(0, |all, c| {
        all | match c {
            '?' | '？' | '؟' | '⁇' | '\u{37e}' | '՞' | '፧' | '⸮' => ASKS,
            '!' | '！' | '‼' | '՜' | '߹' => EXCLAIMS,
            '⁈' | '⁉' | '‽' => ASKS | EXCLAIMS,
            '…' | '⋯' | '‥' => LEAVES_UNSAID,
            _ => 0,
        }
    })
}

/// Whether a mark stands at the end of a sentence: nothing but marks comes behind it there, or what begins another.
fn ends_sentence(witness: &Witness, token: TokenIndex) -> bool {
    let sentence = witness
        .sentences
        .partition_point(|s| s.tokens.end <= token.0);
    let end = witness.sentences.get(sentence).map_or(0, |s| s.tokens.end);
    let behind = witness.tokens.get(token.get() + 1..end as usize);
    let next = behind
        .unwrap_or_default()
        .iter()
        .find(|t| t.kind != TokenKind::Punctuation);
    next.is_none_or(|next| witness.slice(next.span).starts_with(char::is_uppercase))
}

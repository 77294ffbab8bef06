//! The words of a witness and what stands between them, safe to show, with the places where a line may be broken.

use std::cell::OnceCell;

use unicode_normalization::char::is_combining_mark;

use crate::visible::{Invisible, has_right_to_left, visible_beside};
use crate::witness::{Span, TokenIndex, Witness};

use super::ink::Ink;
use super::signs::{APART, FACT};
use super::wrap::Piece;

/// Writes parts of one witness.
#[derive(Clone, Copy)]
pub(super) struct Prose<'a> {
    pub(super) witness: &'a Witness,
    pub(super) invisible: Invisible,
    /// Whether the witness has letters that are written from right to left, once that is asked for.
    pub(super) right_to_left: &'a OnceCell<bool>,
    /// The tokens with which facts that differ begin, sorted.
    pub(super) facts: &'a [TokenIndex],
    /// Whether these have a sign before them, and not an ink of their own.
    pub(super) flags: bool,
    /// The characters that are signs as well: another stands before them.
    pub(super) ambiguous: &'a [char],
}

impl Prose<'_> {
    /// A token.
    pub(super) fn token(self, token: TokenIndex, ink: Ink, out: &mut Vec<Piece>) {
        let fact = self.facts.binary_search(&token).is_ok();
        let ink = if fact && !self.flags { Ink::Fact } else { ink };
        if fact && self.flags {
            out.push(Piece::text(FACT, Ink::FactSign));
        }
        let word = self.witness.word(token);
        let text = self.shown(&word);
        if text.starts_with(is_combining_mark) {
            // It would sit on the sign or the space before it.
            out.push(Piece::text("◌", ink));
        }
        out.push(Piece::text(text, ink));
    }

    /// Text that is safe to show, and no sign of ours.
    fn shown(self, text: &str) -> String {
        let mut told_apart = String::with_capacity(text.len());
        for c in text.chars() {
            if self.ambiguous.contains(&c) {
                told_apart.push(APART);
            }
            told_apart.push(c);
        }
        let right_to_left = || {
            let has = || has_right_to_left(&self.witness.text);
            *self.right_to_left.get_or_init(has)
        };
        visible_beside(&told_apart, self.invisible, right_to_left).into_owned()
    }

    /// Tokens (at least one, increasing) and what stands between them; `…` where some are left out.
    pub(super) fn tokens(self, tokens: &[TokenIndex], ink: Ink, out: &mut Vec<Piece>) {
        for (n, &token) in tokens.iter().enumerate() {
            if n > 0 {
                let before = tokens[n - 1];
                if before.is_before(token) {
                    self.between(before, token, ink, out);
                } else {
                    ellipsis(out);
                }
            }
            self.token(token, ink, out);
        }
    }

    /// What stands between two tokens.
    pub(super) fn between(
        self,
        before: TokenIndex,
        after: TokenIndex,
        ink: Ink,
        out: &mut Vec<Piece>,
    ) {
        let token = |token| self.witness.token(token).span;
        self.gap(token(before).end, token(after).start, ink, out);
    }

    /// What stands from `start` to `end` (bytes) and is no token: white space, as a place to break a line unless the text or the custom of
    /// French forbids it.
    pub(super) fn gap(self, start: u32, end: u32, ink: Ink, out: &mut Vec<Piece>) {
        if start >= end {
            return;
        }
        let text = self.witness.slice(Span { start, end });
        if !text.trim().is_empty() {
            // Not white space after all; shown as it is.
            for (n, word) in text.split(char::is_whitespace).enumerate() {
                if n > 0 {
                    out.push(Piece::Space(ink));
                }
                if !word.is_empty() {
                    out.push(Piece::text(self.shown(word), ink));
                }
            }
            return;
        }
        let before = self.witness.text[..start as usize].chars().next_back();
        let after = self.witness.text[end as usize..].chars().next();
        if let Some(fixed) = text.chars().find(|c| NO_BREAK.contains(c)) {
            out.push(Piece::text(fixed, ink));
        } else if before.is_some_and(|c| OPENING.contains(&c))
            || after.is_some_and(|c| CLOSING.contains(&c))
        {
            out.push(Piece::text(" ", ink));
        } else {
            if text.contains('\t') {
                out.push(Piece::text("␉", Ink::Margin));
            }
            out.push(Piece::Space(ink));
        }
    }
}

/// What stands for text that belongs elsewhere.
pub(super) fn ellipsis(out: &mut Vec<Piece>) {
    out.push(Piece::Space(Ink::Plain));
    out.push(Piece::text("…", Ink::Margin));
    out.push(Piece::Space(Ink::Plain));
}

/// No-break space, figure space, narrow no-break space.
const NO_BREAK: [char; 3] = ['\u{a0}', '\u{2007}', '\u{202f}'];
/// French sets a space after these, and before those, at which no line is broken.
const OPENING: [char; 2] = ['«', '‹'];
const CLOSING: [char; 8] = [':', ';', '!', '?', '»', '›', '%', '…'];

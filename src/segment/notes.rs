//! Reference marks behind the end of a sentence, which belong to it: `1805.[17]`, `paix.³`, `town.19`, `law.*`

use super::abbreviations::is_full_word;
use crate::language::chars::{char_at, char_before, is_dash};
use crate::witness::{Token, TokenKind};

/// A text and its tokens.
#[derive(Clone, Copy)]
pub(super) struct Notes<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl Notes<'_> {
    fn text_of(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |t| &self.text[t.span.range()])
    }

    /// How many tokens the reference mark at `at` has, directly behind the end of a sentence; 0 where there is none. With
    /// `spaced` one in brackets may have white space before it.
    pub(super) fn length(&self, at: usize, spaced: bool) -> usize {
        let Some(token) = self.tokens.get(at) else {
            return 0;
        };
        let range = token.span.range();
        let glued = char_before(self.text, range.start).is_some_and(|c| !c.is_whitespace());
        let apart = char_at(self.text, range.end).is_none_or(char::is_whitespace);
        let mark = self.text_of(at);
        match mark {
            "[" if glued || spaced => self.bracketed(at, "]"),
            "(" if glued => self.bracketed(at, ")"),
            "*" | "†" | "‡" => usize::from(glued && apart),
            _ if !glued => 0,
            _ if mark.chars().all(is_superscript) => 1,
            _ => usize::from(token.kind == TokenKind::Number && self.is_glued_number(at)),
        }
    }

    /// The length of a bracket with numbers: `[17]`, `[3, 4]`, `[7–9]`, `[^4]`.
    fn bracketed(&self, at: usize, close: &str) -> usize {
        // Numbers, and what parts them.
        const LONGEST: usize = 12;
        let inside = at + 1..self.tokens.len().min(at + LONGEST);
        let mut numbers = 0;
        for k in inside {
            let part = self.text_of(k);
            match self.tokens[k].kind {
                _ if part == close => return if numbers > 0 { k + 1 - at } else { 0 },
                TokenKind::Number => numbers += 1,
                _ if matches!(part, "," | "^" | ";") || part.starts_with(is_dash) => {}
                _ => return 0,
            }
        }
        0
    }

    /// Whether the number at `at` is glued to the end of a sentence: `the town.19 He left`. Behind a point it must follow
    /// a word, since `v2.0` and `Fig.2` are no ends.
    fn is_glued_number(&self, at: usize) -> bool {
        // More notes than this, and it is a number.
        const MOST_DIGITS: usize = 3;
        let number = self.text_of(at);
        let digits = number.len() <= MOST_DIGITS && number.bytes().all(|b| b.is_ascii_digit());
        let end = self.tokens[at].span.range().end;
        let behind = self.text[end..].trim_start();
        let apart = char_at(self.text, end).is_none_or(char::is_whitespace);
        let begins = behind
            .chars()
            .next()
            .is_none_or(|c| c.is_uppercase() || !c.is_alphanumeric() && !",;:.".contains(c));
        let word = at < 2 || self.text_of(at - 1) != "." || is_full_word(self.text_of(at - 2));
        digits && !number.starts_with('0') && apart && begins && word
    }
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

//! Reference marks behind the end of a sentence, which belong to it: `1805.[17]`, `paix.³`, `town.19`, `law.*`

use super::abbreviations::is_full_word;
use super::rules::Rules;
use crate::language::chars::{char_at, char_before, is_dash};
use crate::witness::{Token, TokenKind};

/// A text and its tokens.
#[derive(Clone, Copy)]
pub(super) struct Notes<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) rules: &'a Rules,
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
            "[" if glued => self.bracketed(at, "]").max(self.named(at)),
            "[" if spaced => self.bracketed(at, "]"),
            "(" if glued => self.bracketed(at, ")"),
            "*" | "†" | "‡" => usize::from(glued && (apart || self.text_of(at + 1) == mark)),
            ":" if glued => self.page(at),
            // `He left. ¹³ She wrote.`; at the head of a line the note itself begins.
            _ if mark.chars().all(is_superscript) => {
                let before = &self.text[..range.start];
                usize::from(glued || before.ends_with([' ', '\u{a0}', '\u{202f}']))
            }
            _ if !glued => 0,
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

    /// The length of a bracket with words in it, behind which a word stands apart: `[a]`, `[note 3]`, `[citation needed]`.
    fn named(&self, at: usize) -> usize {
        // More is a remark, and has a sentence of its own.
        const LONGEST: usize = 4;
        let inside = at + 1..self.tokens.len().min(at + 2 + LONGEST);
        let close = inside.into_iter().find(|&k| self.text_of(k) == "]");
        close
            .filter(|&close| {
                let end = self.tokens[close].span.range().end;
                close > at + 1
                    && char_at(self.text, end).is_none_or(|c| c.is_whitespace() || c == '[')
                    && (at + 1..close).all(|k| self.tokens[k].kind != TokenKind::Punctuation)
            })
            .map_or(0, |close| close + 1 - at)
    }

    /// The length of the page behind the call of a note: `[12]:45`, `[12]: 12–14`.
    fn page(&self, at: usize) -> usize {
        let is_number = |k: usize| {
            let token = self.tokens.get(k);
            token.is_some_and(|token| token.kind == TokenKind::Number)
        };
        if self.text_of(at.wrapping_sub(1)) != "]" || !is_number(at + 1) {
            return 0;
        }
        match self.text_of(at + 2).starts_with(is_dash) && is_number(at + 3) {
            true => 4,
            false => 2,
        }
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
        let word = at < 2 || self.text_of(at - 1) != "." || self.is_word(self.text_of(at - 2));
        digits && !number.starts_with('0') && apart && begins && word
    }

    /// Whether a word before a point is no abbreviation.
    fn is_word(&self, word: &str) -> bool {
        // Shorter ones may be any unit or code.
        const FEWEST_LETTERS: usize = 3;
        is_full_word(word)
            || word.chars().all(char::is_lowercase)
                && word.chars().nth(FEWEST_LETTERS - 1).is_some()
                && !self.rules.abbreviations.lists(word)
    }
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

//! Tokens of a paragraph to sentences.
//!
//! A sentence ends at `. ? ! …` or at an abbreviation that can end one, with the marks and the closing quotation marks
//! and brackets behind it, unless what follows goes on: a comma, a small letter. A number or a letter with a point at the
//! head of a sentence counts it and stays with it. Which marks end sentences in other scripts is in [`marks`].

use super::abbreviations;
use super::marks;
use super::numbers::is_roman;
use super::quotes::{Side, is_straight, side};
use super::rules::Rules;
use crate::language::chars::{char_at, is_apostrophe, is_dash, is_terminal};
use crate::witness::{Token, TokenKind};

/// Where the sentences of `tokens` (one paragraph) end: indices behind their last tokens, increasing, the last of them
/// the number of tokens.
pub(super) fn ends(text: &str, tokens: &[Token], rules: &Rules) -> Vec<usize> {
    let mut scan = Scan {
        text,
        tokens,
        rules,
        start: 0,
        bracket: None,
        straight: false,
        first_word: None,
    };
    let mut ends = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if scan.is_end_mark(at) {
            let (stop, enclosed) = scan.closing(at);
            if scan.breaks(at, stop, enclosed) {
                ends.push(stop);
                scan.start = stop;
                scan.bracket = None;
                scan.first_word = None;
            }
            at = stop;
        } else {
            scan.note(at);
            at += 1;
        }
    }
    if ends.last() != Some(&tokens.len()) && !tokens.is_empty() {
        ends.push(tokens.len());
    }
    ends
}

struct Scan<'a> {
    text: &'a str,
    tokens: &'a [Token],
    rules: &'a Rules,
    /// First token of the sentence.
    start: usize,
    /// The bracket that is open, if one is.
    bracket: Option<usize>,
    /// Whether a straight quotation mark is open.
    straight: bool,
    /// The first word of the sentence that is no abbreviation, if it has one yet.
    first_word: Option<usize>,
}

impl Scan<'_> {
    fn text_of(&self, at: usize) -> &str {
        &self.text[self.tokens[at].span.range()]
    }

    fn first_char(&self, at: usize) -> Option<char> {
        self.text_of(at).chars().next()
    }

    fn is_mark(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Punctuation
    }

    fn side(&self, at: usize) -> Option<Side> {
        side(self.text, self.tokens[at], self.straight)
    }

    /// Keeps account of a token inside a sentence.
    fn note(&mut self, at: usize) {
        if !self.is_mark(at) {
            self.first_word.get_or_insert(at);
            return;
        }
        let Some(side) = self.side(at) else { return };
        match self.first_char(at) {
            Some('(' | '[') => self.bracket = Some(at),
            Some(')' | ']') => self.bracket = None,
            Some(c) if is_straight(c) => self.straight = side == Side::Open,
            _ => {}
        }
    }

    /// Whether a sentence may end with the token at `at`.
    fn is_end_mark(&self, at: usize) -> bool {
        if self.is_mark(at) {
            self.first_word.is_some() && self.is_terminal(at)
        } else {
            self.tokens[at].kind == TokenKind::Word && self.is_abbreviation(at)
        }
    }

    fn is_terminal(&self, at: usize) -> bool {
        marks::ends_sentence(self.text, self.tokens[at].span)
    }

    fn is_abbreviation(&self, at: usize) -> bool {
        self.text_of(at).ends_with('.')
    }

    /// The end of the marks that belong to the end mark at `at`, and whether it stands in a bracket that closes inside
    /// the sentence: `(!)`, `(le fou ?) partit`, `(pommes, etc.)`.
    fn closing(&mut self, at: usize) -> (usize, bool) {
        let mut stop = at + 1;
        let mut enclosed = false;
        while stop < self.tokens.len() && self.is_mark(stop) {
            let terminal = self.is_terminal(stop);
            if !terminal && self.side(stop) != Some(Side::Close) {
                break;
            }
            if let (Some(')' | ']'), Some(open)) = (self.first_char(stop), self.bracket) {
                // A full stop inside the bracket: whole sentences stand in it.
                enclosed |= open > self.start && self.text_of(at) != ".";
            }
            // A full stop behind the bracket ends the sentence after all.
            enclosed &= !terminal;
            self.note(stop);
            stop += 1;
        }
        (stop, enclosed)
    }

    /// Whether a sentence ends between the end mark at `at`, with its closing marks up to `stop`, and what follows;
    /// `enclosed` as [`closing`](Self::closing) says.
    fn breaks(&self, at: usize, stop: usize, enclosed: bool) -> bool {
        let end = self.tokens[stop - 1].span.range().end;
        if self.counts(at) || marks::goes_on(&self.text[..end], &self.text[end..]) {
            return false;
        }
        // More opening marks than this lead nowhere.
        const MOST_LEADING: usize = 8;
        let mut following = stop..self.tokens.len().min(stop + MOST_LEADING);
        let Some(lead) = following.find(|&k| !self.leads(k)) else {
            return stop == self.tokens.len();
        };
        // Of `’t Was` the word behind has the capital.
        let clitic = !self.is_mark(lead) && self.first_char(lead).is_some_and(is_apostrophe);
        let lead = lead + usize::from(clitic && lead + 1 < self.tokens.len());
        let word = self.text_of(lead);
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            return !word.starts_with([',', ';', ':']) && !word.starts_with(is_terminal);
        };
        if first.is_lowercase() && !(self.rules.begins_small && self.is_mark(at) && !enclosed) {
            return stop == at + 1
                && (self.ends_full_word(at) || marks::before_small(self.text_of(at)));
        }
        if enclosed {
            return self.rules.is_function(word);
        }
        if !self.is_mark(at) {
            let previous = if at > 0 { self.text_of(at - 1) } else { "" };
            return abbreviations::ends_sentence(self.text_of(at), previous, word, self.rules);
        }
        // `environ… 25`
        !(first.is_numeric() && matches!(self.text_of(at), "…" | "..."))
    }

    /// Whether the mark at `at` is a single point, with white space behind it, after what can be no abbreviation. Such a
    /// point ends the sentence even before a small letter, as careless texts and raw OCR have it.
    fn ends_full_word(&self, at: usize) -> bool {
        let end = self.tokens[at].span.range().end;
        at > 0
            && self.text_of(at) == "."
            && char_at(self.text, end).is_none_or(char::is_whitespace)
            && abbreviations::is_full_word(self.text_of(at - 1))
    }

    /// Whether a token only leads to the word that decides: an opening mark, a dash, an ellipsis.
    fn leads(&self, at: usize) -> bool {
        self.is_mark(at)
            && (self.side(at).is_some()
                || self
                    .first_char(at)
                    .is_some_and(|c| is_dash(c) || matches!(c, '¿' | '¡' | '…'))
                || self.text_of(at) == "...")
    }

    /// Whether the point at `at` belongs to a number or letter that counts the sentence: `1. La Russie`, `IV. Du contrat`,
    /// `Art. 1er. – Le contrat`. No word but an abbreviation stands before it.
    fn counts(&self, at: usize) -> bool {
        if at == self.start || self.text_of(at) != "." || at + 1 == self.tokens.len() {
            return false;
        }
        let label = self.text_of(at - 1);
        let mut letters = label.chars();
        self.first_word == Some(at - 1)
            && (self.tokens[at - 1].kind == TokenKind::Number
                || is_roman(label)
                || letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none())
    }
}

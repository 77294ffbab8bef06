//! Signs that are marks elsewhere, and say something beside letters and figures: `a<b`, `10^3`, `y = -x`, `B-`, `5″`.

use super::numbers;
use super::rules::Rules;
use crate::language::chars::{
    char_at, char_before, closes_bracket, digit, is_hyphen, is_quote, is_symbol, is_terminal,
    is_word, opens_bracket,
};

/// A sign where it stands.
pub(super) struct Sign<'t> {
    /// The text up to the end of the paragraph.
    pub(super) text: &'t str,
    /// Where the paragraph begins.
    pub(super) start: usize,
    /// Where the sign begins and ends.
    pub(super) at: usize,
    pub(super) stop: usize,
}

/// What compares; other runs of such signs are arrows and ornaments.
const COMPARISONS: [&str; 9] = ["<", ">", "=", "<=", ">=", "=<", "==", "!=", "<>"];
/// Bytes that are looked back for the beginning of a tag or a quotation.
const FAR: usize = 400;

impl Sign<'_> {
    /// Whether it says something, so that it is no mark; `c` is its first character.
    pub(super) fn says(&self, c: char, rules: &Rules) -> bool {
        match c {
            '<' | '>' | '=' => self.compares(),
            '^' => self.raises(),
            '\'' | '’' | '′' | '"' | '″' | '”' => self.measures(c),
            _ if is_hyphen(c) => self.is_minus() || self.is_grade(rules),
            _ => is_symbol(c),
        }
    }

    fn before(&self) -> Option<char> {
        self.char_before(self.at)
    }

    fn after(&self) -> Option<char> {
        char_at(self.text, self.stop)
    }

    /// The character of the paragraph that ends at a place.
    fn char_before(&self, at: usize) -> Option<char> {
        char_before(&self.text[self.start..], at - self.start)
    }

    /// Whether it compares what stands on both sides; such signs are brackets, too, those of tags and notes.
    fn compares(&self) -> bool {
        let is_part = |b: &&u8| matches!(**b, b'<' | b'>' | b'=' | b'!');
        // Of a longer run the rest tells nothing: it may be a border.
        let (head, rest) = (&self.text[self.start..self.at], &self.text[self.stop..]);
        let before = head.bytes().rev().take(2).collect::<Vec<_>>();
        let before = before.iter().take_while(is_part).count();
        let behind = rest.as_bytes().iter().take(2).take_while(is_part).count();
        let run = &self.text[self.at - before..self.stop + behind];
        let (head, rest) = (&head[..head.len() - before], &rest[behind..]);
        if !COMPARISONS.contains(&run) {
            return false;
        }
        let (before, after) = (head.chars().next_back(), rest.chars().next());
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let figure = |text: &str| text.starts_with(|c| digit(c).is_some());
        if is_space(before) {
            return is_space(after) || figure(rest) && !self.is_in_tag();
        }
        let ends = before.is_some_and(|c| is_word(c) || matches!(c, ')' | ']' | '%' | '°'));
        let begins = operand(rest) || is_space(after) && figure(rest.trim_start());
        ends && begins && !self.is_in_tag()
    }

    /// Whether it stands in a tag, or another thing in angle brackets: `<b>`, `<a href=x>`, `<1>`.
    fn is_in_tag(&self) -> bool {
        let from = self.back();
        let mut opening = self.text[from..self.stop].rmatch_indices('<');
        opening.any(|(offset, _)| tag_end(&self.text[from + offset..]) > self.at - from - offset)
    }

    /// Where looking back begins.
    fn back(&self) -> usize {
        let mut from = self.at.saturating_sub(FAR).max(self.start);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        from
    }

    /// Whether it raises a number or a letter to a power: `10^3`, `x^2`; that of a note stands behind a word.
    fn raises(&self) -> bool {
        let base = self.before().is_some_and(|c| {
            digit(c).is_some() || c == ')' || is_word(c) && self.is_alone(self.at - c.len_utf8())
        });
        base && operand(&self.text[self.stop..])
    }

    /// Whether no letter or digit stands before a place.
    fn is_alone(&self, at: usize) -> bool {
        self.char_before(at).is_none_or(|c| !is_word(c))
    }

    /// Whether it takes away what is behind it, a letter by itself: `y = -x`, `(-b)`. Dashes of speech and the hyphens of endings
    /// and of suspended words are none.
    fn is_minus(&self) -> bool {
        let rest = &self.text[self.stop..];
        let mut letters = rest.chars();
        let letter = letters.next().is_some_and(char::is_alphabetic);
        let single = letter && letters.next().is_none_or(|c| !is_word(c) && !is_hyphen(c));
        if !single {
            return false;
        }
        let head = &self.text[self.start..self.at];
        let calculates =
            |c: char| matches!(c, '<' | '>' | '=' | '≤' | '≥' | '≈' | '≠' | '×' | '÷' | '^');
        let behind = letters.as_str().trim_start();
        let goes_on = behind.is_empty()
            || behind
                .starts_with(|c| calculates(c) || matches!(c, ')' | '+' | '-' | '−' | '*' | '/'))
            || rest.chars().nth(1) == Some(')');
        head.trim_end().ends_with(calculates) || head.ends_with(['(', '[']) && goes_on
    }

    /// Whether it is a mark of school or a charge, behind a capital or a figure by itself: `B-`, `2-`. Behind a figure words may
    /// wait for the rest (`2- oder 3-mal`) or be numbered (`1- le roi`).
    fn is_grade(&self, rules: &Rules) -> bool {
        let Some(c) = self.before() else {
            return false;
        };
        let figure = digit(c).is_some();
        let from = self.at - c.len_utf8();
        let free = |c: Option<char>| {
            c.is_none_or(|c| c.is_whitespace() || opens_bracket(c) || is_quote(c) || c == '/')
        };
        if !(figure || c.is_ascii_uppercase()) || !free(self.char_before(from)) {
            return false;
        }
        let rest = &self.text[self.stop..];
        let ends =
            |c: char| is_terminal(c) || closes_bracket(c) || matches!(c, ',' | ';' | ':' | '/');
        match rest.chars().next() {
            None => from > self.start,
            Some(c) if ends(c) => true,
            Some(' ') if !figure => {
                let next = rest.trim_start();
                let word = next.split(|c| !is_word(c)).next().unwrap_or_default();
                let waits = rules.is_suspended(&word.to_lowercase());
                !word.is_empty() && !waits && from > self.start
            }
            _ => false,
        }
    }

    /// Whether it stands for minutes, seconds, feet or inches behind a number, and closes no quotation.
    fn measures(&self, c: char) -> bool {
        let head = &self.text[self.start..self.at];
        let number = head.trim_end_matches(|c: char| {
            digit(c).is_some() || matches!(c, '.' | ',' | '½' | '¼' | '¾')
        });
        let is_number = head.ends_with(|c| digit(c).is_some() || matches!(c, '½' | '¼' | '¾'))
            && number.chars().next_back().is_none_or(|c| !is_word(c));
        if !is_number || matches!(c, '′' | '″') {
            return is_number;
        }
        let goes_on = self
            .after()
            .is_some_and(|c| is_word(c) && digit(c).is_none());
        !goes_on && !self.is_quoted(c)
    }

    /// Whether a quotation is open before it that it may close.
    fn is_quoted(&self, closing: char) -> bool {
        let single = matches!(closing, '\'' | '’');
        let of_kind = |c: char| match single {
            true => matches!(c, '\'' | '’' | '‘' | '‚' | '‹' | '›'),
            false => is_quote(c) && !matches!(c, '\'' | '’' | '‘' | '‚' | '‹' | '›'),
        };
        let from = self.back();
        let text = &self.text[from..self.at];
        let mut open = 0;
        for (offset, c) in text.char_indices().filter(|(_, c)| of_kind(*c)) {
            let before = self.char_before(from + offset);
            let after = char_at(self.text, from + offset + c.len_utf8());
            let is_word = |c: Option<char>| c.is_some_and(is_word);
            let opens = !is_word(before) && after.is_some_and(|c| !c.is_whitespace());
            if opens {
                open += 1;
            } else if !is_word(after) && before.is_none_or(|c| digit(c).is_none()) {
                open = 0;
            }
        }
        open > 0
    }
}

/// Whether a text begins with what is calculated with: a letter, a figure, a bracket, with a sign before it.
fn operand(text: &str) -> bool {
    let begins = |text: &str| text.starts_with(|c| is_word(c) || c == '(');
    let signed = text.strip_prefix(['-', '−', '+', '.', '$', '€', '£']);
    begins(text) || signed.is_some_and(begins) || numbers::sign(text, 0..text.len(), false) > 0
}

/// How long a tag at the head of `text` is, which begins with `<`; 0 where none does. What stands in it behind a space has a
/// sign of equality; without spaces anything may stand in it that has no letters of other scripts.
fn tag_end(text: &str) -> usize {
    /// Longer ones are none.
    const LONGEST: usize = 300;
    let bytes = text.bytes().enumerate().skip(1).take(LONGEST);
    let Some((end, last)) = bytes.into_iter().find(|(_, b)| matches!(b, b'<' | b'>')) else {
        return 0;
    };
    let inner = &text[1..end];
    let closed = last == b'>';
    let named = inner.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
    let tight = inner.is_ascii() && !inner.contains(char::is_whitespace);
    let attributes = inner.contains('=') || inner.ends_with('/');
    if closed && named && (tight || attributes) {
        end + 1
    } else {
        0
    }
}

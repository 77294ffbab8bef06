//! Where a number stands: at the head of a line, of a paragraph, of a sentence.

use crate::language::chars::{char_at, char_before, is_dash, is_hyphen, is_quote, is_terminal};

/// The longest line, in bytes, behind which a line opens a paragraph though the sentence may go on: a heading.
const SHORT: usize = 50;

/// What begins with a number.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) line: bool,
    pub(super) paragraph: bool,
    pub(super) sentence: bool,
}

impl Place {
    /// What begins at a byte of a text.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let head = text[..at].trim_end_matches(is_space);
        let line = char_before(head, head.len()).is_none_or(is_line_end);
        let before = head.trim_end();
        let gap = &head[before.len()..];
        let ended = {
            let text = before.trim_end_matches(|c: char| is_quote(c) || c == ')');
            text.is_empty() || text.ends_with(|c| is_terminal(c) || matches!(c, ':' | ';'))
        };
        let blank = || gap.matches('\n').count() > 1 || gap.matches('\r').count() > 1;
        let last_line = || before.rsplit(is_line_end).next().unwrap_or_default();
        Self {
            line,
            paragraph: line && (ended || blank() || last_line().len() <= SHORT),
            sentence: ended,
        }
    }

    /// Whether nothing stands in the line behind a byte of the text.
    pub(super) fn ends_line(text: &str, end: usize) -> bool {
        let behind = text[end..].trim_start_matches(is_space);
        char_at(behind, 0).is_none_or(is_line_end)
    }

    /// The end of a number that ends at `end`, with the marks that part it from its passage at the head of a line; elsewhere they
    /// may be those of the text.
    pub(super) fn end(&self, text: &str, end: usize) -> usize {
        let mut whole = end;
        if !self.line {
            return end;
        }
        loop {
            let rest = text[whole..].trim_start_matches(is_space);
            let Some(c) = rest.chars().next() else { break };
            let behind = char_at(rest, c.len_utf8());
            let parts = is_dash(c) || is_hyphen(c) || matches!(c, '.' | ':' | ')');
            if !parts || behind.is_some_and(|c| !c.is_whitespace() && !is_dash(c)) {
                break;
            }
            whole = text.len() - rest.len() + c.len_utf8();
        }
        whole
    }
}

/// White space in a line.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() && !is_line_end(c)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0c' | '\u{2028}' | '\u{2029}')
}

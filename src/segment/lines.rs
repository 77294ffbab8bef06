//! Lines, ended by LF, CRLF or a lone CR.

use crate::witness::Span;

/// The lines of `text` without their ends and without the white space around them; a blank line is an empty span at its
/// start. A final line end opens no further line.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' | b'\r' => {
                lines.push(trimmed(text, start, at));
                if bytes[at..].starts_with(b"\r\n") {
                    at += 1;
                }
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if start < bytes.len() {
        lines.push(trimmed(text, start, bytes.len()));
    }
    lines
}

/// `text[start..end]` without white space around it; empty at `start` when there is nothing else.
pub(super) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let body = text[start..end].trim_end();
    let inner = body.trim_start();
    if inner.is_empty() {
        return Span::new(start, start);
    }
    let from = start + body.len() - inner.len();
    Span::new(from, from + inner.len())
}

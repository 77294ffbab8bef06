//! What the numbers in a text name: all up to the next number.

use super::Reference;
use crate::language::chars::{is_quote, is_terminal};
use crate::segment::lines::trimmed;
use crate::witness::{Label, Span};

/// Longer lines are no headings, in bytes.
const LONGEST_HEADING: usize = 120;

/// The passages, in order, without the white space around them. A heading between two belongs to neither.
pub(super) fn labels(text: &str, references: &[Reference]) -> Vec<Label> {
    let ends = references
        .iter()
        .skip(1)
        .map(|next| next.span.range().start);
    let passages = references.iter().zip(ends.chain([text.len()]));
    passages
        .map(|(reference, end)| Label {
            span: without_headings(text, reference.span.range().end, end),
            name: reference.name.clone(),
        })
        .filter(|label| !label.span.is_empty())
        .collect()
}

/// A passage without what stands apart at its end and ends no sentence, where anything else is left.
fn without_headings(text: &str, start: usize, end: usize) -> Span {
    let mut span = trimmed(text, start, end);
    loop {
        let passage = &text[span.range()];
        let Some(at) = last_block(passage) else {
            return span;
        };
        let mut lines = passage[at..].lines();
        if !lines.all(|line| line.len() <= LONGEST_HEADING && !ends_sentence(line)) {
            return span;
        }
        span = trimmed(text, span.range().start, span.range().start + at);
    }
}

/// Where the lines begin that stand behind the last blank line.
fn last_block(passage: &str) -> Option<usize> {
    let mut from = passage.len();
    let mut below = None;
    for line in passage.rsplit('\n') {
        from -= line.len();
        if line.trim().is_empty() {
            return below;
        }
        below = Some(from);
        from = from.saturating_sub(1);
    }
    None
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| is_quote(c) || c == ')' || c.is_whitespace());
    line.ends_with(|c| is_terminal(c) || matches!(c, ':' | ';' | ','))
}

//! What stands in a text and is no part of it: the numbers of its passages.

use super::lines::trimmed;
use super::paragraphs::Block;
use crate::witness::Span;

/// What stands apart in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Apart<'a> {
    pub(super) text: &'a str,
    /// In order, not overlapping.
    pub(super) spans: &'a [Span],
}

impl Apart<'_> {
    /// A span without what stands apart, and white space, at its ends; empty where there is nothing else.
    pub(super) fn trimmed(&self, mut span: Span) -> Span {
        while !span.is_empty() {
            let first = self.spans.partition_point(|apart| apart.end <= span.start);
            let behind = self.spans.partition_point(|apart| apart.start < span.end);
            let within = self.spans.get(first..behind).unwrap_or_default();
            let [start, end] = [within.first(), within.last()];
            let cut = match (start, end) {
                (Some(start), _) if start.start <= span.start => Span {
                    start: start.end.min(span.end),
                    ..span
                },
                (_, Some(end)) if end.end >= span.end => Span {
                    end: end.start.max(span.start),
                    ..span
                },
                _ => break,
            };
            span = trimmed(self.text, cut.range().start, cut.range().end);
        }
        span
    }

    /// Blocks without what stands apart at their ends; those of nothing else are left out.
    pub(super) fn trimmed_blocks(&self, mut blocks: Vec<Block>) -> Vec<Block> {
        if !self.spans.is_empty() {
            // What follows a number that has a paragraph to itself opens one.
            let mut opens = false;
            blocks.retain_mut(|block| {
                block.span = self.trimmed(block.span);
                let kept = !block.span.is_empty();
                block.opens |= opens && kept;
                opens = block.opens && !kept;
                kept
            });
        }
        blocks
    }

    /// The parts of a span between what stands apart.
    pub(super) fn between(&self, span: Span) -> Vec<Span> {
        let first = self.spans.partition_point(|apart| apart.end <= span.start);
        let within = self.spans[first..].iter();
        let mut parts = Vec::new();
        let mut start = span.start;
        for apart in within.take_while(|apart| apart.start < span.end) {
            parts.push(Span {
                start,
                end: apart.start.max(start),
            });
            start = apart.end;
        }
        parts.push(Span {
            start,
            end: span.end.max(start),
        });
        parts
    }
}

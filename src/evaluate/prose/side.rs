//! A text with its verses, and the cells that verses of two texts make.

use crate::error::{Error, Result};
use crate::evaluate::prose::Verse;

/// A text with its verses.
pub(super) struct Side {
    pub text: Vec<char>,
    /// The number of characters that count before each character.
    before: Vec<usize>,
    /// Start, end and index of each verse, in the order of the text.
    pub spans: Vec<(usize, usize, usize)>,
    /// The span of each verse of the gold, if it stands here.
    pub of: Vec<Option<[usize; 2]>>,
}

impl Side {
    pub(super) fn new(side: usize, text: &str, verses: &[Verse]) -> Result<Self> {
        let text: Vec<char> = text.chars().collect();
        let mut before = Vec::with_capacity(text.len() + 1);
        before.push(0);
        for c in &text {
            before.push(before[before.len() - 1] + usize::from(!c.is_whitespace()));
        }
        let of: Vec<_> = verses.iter().map(|v| v.sides()[side]).collect();
        let mut spans = Vec::new();
        for (verse, span) in of.iter().enumerate() {
            if let Some([start, end]) = *span {
                if start > end || end > text.len() {
                    return Err(Error::malformed(
                        format!("gold: {}", verses[verse].id),
                        format!(
                            "{start} to {end} is not a span of text {}, which has {} characters: is it the same file?",
                            ["A", "B"][side],
                            text.len()
                        ),
                    ));
                }
                spans.push((start, end, verse));
            }
        }
        spans.sort_unstable();
        Ok(Self {
            text,
            before,
            spans,
            of,
        })
    }

    /// How many characters count in a range.
    pub(super) fn count(&self, start: usize, end: usize) -> usize {
        self.before[end] - self.before[start]
    }

    /// The pieces of verses in some ranges, with the index of the verse.
    pub(super) fn cut(&self, ranges: &[[usize; 2]]) -> Vec<(usize, usize, usize)> {
        let mut pieces = Vec::new();
        for [start, end] in merged(ranges) {
            let first = self
                .spans
                .partition_point(|span| span.0 <= start)
                .saturating_sub(1);
            for &(from, to, verse) in self.spans[first..].iter().take_while(|span| span.0 < end) {
                let (from, to) = (from.max(start), to.min(end));
                if from < to && self.count(from, to) > 0 {
                    pieces.push((verse, from, to));
                }
            }
        }
        pieces
    }
}

/// Ranges in order, those that touch made one, empty ones left out.
fn merged(ranges: &[[usize; 2]]) -> Vec<[usize; 2]> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    let mut out: Vec<[usize; 2]> = Vec::new();
    for [start, end] in sorted {
        match out.last_mut() {
            Some(last) if start <= last[1] => last[1] = last[1].max(end),
            _ if start < end => out.push([start, end]),
            _ => {}
        }
    }
    out
}

/// The cell of each verse.
pub(super) fn cells(sides: &[Side; 2], verses: &[Verse]) -> Vec<usize> {
    let mut cell = 0;
    (0..verses.len())
        .map(|i| {
            let this = cell;
            let full_stops = sides
                .iter()
                .all(|side| side.of[i].is_none_or(|[s, e]| ends_a_sentence(&side.text[s..e])));
            let next = verses.get(i + 1);
            if full_stops || next.is_none_or(|next| next.chapter() != verses[i].chapter()) {
                cell += 1;
            }
            this
        })
        .collect()
}

/// Whether the text ends with a full stop, closing marks and spaces apart.
fn ends_a_sentence(text: &[char]) -> bool {
    let closing = |c: &char| "\"»”’')]".contains(*c) || c.is_whitespace();
    let last = text.iter().rev().find(|c| !closing(c));
    last.is_some_and(|c| ".!?…".contains(*c))
}

//! Lines that stand below each other, and how each goes on from the one before.

use super::line::Line;

/// Lines of a paragraph follow each other by so many sizes at most, and by so much of what is usual in their column.
const FARTHEST: f64 = 2.2;
const FARTHER: f64 = 1.25;

/// A line that is indented by so many sizes begins a paragraph; what is more is no indent.
const INDENT: f64 = 0.8;
const MOST_INDENT: f64 = 4.0;

/// A word needs so much more room than letters have on the average, to be sure that it would have fitted into a line.
const ROOM: f64 = 1.5;

/// What is lower or higher by so few sizes stands in one line.
const SAME_LINE: f64 = 0.3;

/// Letters of other sizes are other text.
const OTHER_SIZE: f64 = 0.08;

/// How a line follows the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// It begins a paragraph.
    Apart,
    /// It goes on where there was no more room.
    Wrapped,
    /// It goes on, though there was room.
    ByHand,
}

/// Lines below each other.
#[derive(Debug)]
pub(super) struct Column<'a> {
    pub(super) lines: Vec<&'a Line>,
    /// Where most of its lines begin, and where the longest end.
    start: f64,
    end: f64,
    /// How far its lines are apart, in sizes.
    leading: f64,
}

impl<'a> Column<'a> {
    /// The columns of a page: one ends where the next line stands higher, or runs another way.
    pub(super) fn of(lines: &[&'a Line]) -> Vec<Self> {
        let is_below = |before: &&Line, line: &&Line| {
            line.turn == before.turn && line.height <= before.height + before.size
        };
        lines.chunk_by(is_below).map(Self::new).collect()
    }

    fn new(lines: &[&'a Line]) -> Self {
        let mut starts: Vec<f64> = lines.iter().map(|line| line.start).collect();
        starts.sort_by(f64::total_cmp);
        let mut steps: Vec<f64> = lines
            .windows(2)
            .map(|pair| (pair[0].height - pair[1].height) / pair[1].size)
            .filter(|step| (0.5..FARTHEST).contains(step))
            .collect();
        steps.sort_by(f64::total_cmp);
        Self {
            lines: lines.to_vec(),
            start: starts.get(starts.len() / 3).copied().unwrap_or(0.0),
            end: lines.iter().map(|line| line.end).fold(f64::MIN, f64::max),
            leading: steps.get(steps.len() / 2).copied().unwrap_or(FARTHEST),
        }
    }

    /// How a line of the column follows the one before, which may stand in another, also on the page before.
    pub(super) fn joint(&self, before: &Line, line: &Line, turns: bool) -> Joint {
        let size = before.size.min(line.size);
        if (before.size - line.size).abs() > OTHER_SIZE * size {
            return Joint::Apart;
        }
        let indent = |line: &Line| (line.start - self.start) / line.size;
        let is_indented = (INDENT..MOST_INDENT).contains(&indent(line));
        let ends = ends_sentence(&before.text);
        let step = (before.height - line.height) / line.size;
        if turns || before.turn != line.turn || step < -1.0 {
            // The text goes on over the page or in the next column, if the sentence does.
            return match ends {
                true => Joint::Apart,
                false => Joint::Wrapped,
            };
        }
        // Few words that fill a line stand far apart.
        if step.abs() < SAME_LINE && line.start > before.end {
            return Joint::Wrapped;
        }
        if step > FARTHEST.min(self.leading * FARTHER) {
            return Joint::Apart;
        }
        let by_hand = self.has_room(before, line);
        if is_indented && indent(before) < INDENT && (ends || by_hand) || by_hand && ends {
            return Joint::Apart;
        }
        match by_hand {
            true => Joint::ByHand,
            false => Joint::Wrapped,
        }
    }

    /// Whether the first word of a line would have fitted into the one before.
    fn has_room(&self, before: &Line, line: &Line) -> bool {
        let letters = line.text.chars().count().max(1) as f64;
        let word = line.text.split(' ').next().unwrap_or_default();
        let width = (line.end - line.start) / letters * (word.chars().count() + 1) as f64;
        self.end - before.end > width * ROOM
    }
}

/// Whether a sentence may end with a line.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        matches!(c, '»' | '”' | '"' | '’' | '\'' | ')' | ']')
            || c.is_whitespace()
            || c.is_numeric() && !c.is_ascii_digit()
    });
    text.ends_with(['.', '!', '?', '…', ':'])
}

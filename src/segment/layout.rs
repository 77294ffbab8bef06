//! How a text is set: what its line ends mean.
//!
//! Between two lines without a blank line, a line end is either a wrap (the paragraph goes on) or the end of a paragraph, of
//! a verse, of an item. The whole text decides, by what its pairs of lines look like:
//! - *wrapped*: in at least a third of the pairs the sentence goes on across the line end: the first line does not end one
//!   and the second begins with a small letter, or the first ends with a comma or a divided word. In a script without
//!   capitals: where the next word would not have fitted into the first line.
//! - *one paragraph a line*: more than a tenth of the lines are longer than any wrapped line ([`LONGEST_WRAPPED`]).
//! - *verse*: nearly every line begins with a capital, also where the sentence goes on, and lines end before they are full.
//!
//! The later of these prevails.

use crate::language::chars::{is_quote, is_terminal, is_unspaced};
use crate::witness::{Span, is_divided};

/// The longest line, in chars, that a text wrapped by hand or by a program has.
const LONGEST_WRAPPED: usize = 120;
/// In so many pairs of lines whose sentence goes on, capitals are no accident of names and nouns.
const MANY: usize = 6;

/// How a text, or a part of it, is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// Whether single line ends are wraps.
    pub(super) wrapped: bool,
    /// The width of its lines, in chars: nine in ten are not longer.
    pub(super) width: usize,
}

/// What is counted over the pairs of lines.
#[derive(Default)]
struct Pairs {
    all: usize,
    /// The second goes on with the sentence of the first.
    going_on: usize,
    /// The first is longer than wrapped lines are.
    long: usize,
    /// The first does not end a sentence …
    open: usize,
    /// … and the second begins with a capital, or with a letter of a script that has none.
    capital: usize,
    caseless: usize,
    /// … and its first word would not have fitted into the first.
    full: usize,
}

impl Layout {
    /// The layout of these lines; blank ones are empty.
    pub(super) fn of(text: &str, lines: &[Span]) -> Self {
        let width = width(text, lines);
        let mut pairs = Pairs::default();
        for pair in lines.windows(2) {
            if !pair[0].is_empty() && !pair[1].is_empty() {
                pairs.add(&text[pair[0].range()], &text[pair[1].range()], width);
            }
        }
        Self {
            wrapped: pairs.are_wrapped(),
            width,
        }
    }

    /// Whether these lines, of a text that is wrapped, are verse in it.
    pub(super) fn is_verse(text: &str, lines: &[Span]) -> bool {
        let mut pairs = Pairs::default();
        let width = width(text, lines);
        for pair in lines.windows(2) {
            pairs.add(&text[pair[0].range()], &text[pair[1].range()], width);
        }
        pairs.open >= 3 && pairs.are_verse()
    }
}

impl Pairs {
    fn add(&mut self, before: &str, after: &str, width: usize) {
        self.all += 1;
        // Bytes are counted first: most lines are shorter even so.
        self.long +=
            usize::from(before.len() > LONGEST_WRAPPED && length(before) > LONGEST_WRAPPED);
        let first = after.chars().find(|c| c.is_alphanumeric());
        let small = first.is_some_and(char::is_lowercase);
        let open = !ends_sentence(before);
        let tied = before.ends_with(',') || is_divided(before);
        self.going_on += usize::from(tied || small && open);
        if open {
            self.open += 1;
            self.capital += usize::from(first.is_some_and(char::is_uppercase));
            let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
            self.caseless += usize::from(first.is_some_and(caseless));
            self.full += usize::from(!fits(before, after, width));
        }
    }

    fn are_wrapped(&self) -> bool {
        if self.long * 10 > self.all || self.are_verse() {
            return false;
        }
        let caseless = self.caseless * 2 > self.open;
        let full = self.open >= MANY / 2 && self.full * 5 >= self.open * 4;
        self.going_on * 3 >= self.all || caseless && full
    }

    fn are_verse(&self) -> bool {
        let capitals = self.open >= 2 && self.capital * 5 >= self.open * 4;
        capitals && (self.open >= MANY || self.full < self.open)
    }
}

/// The length that nine in ten lines do not exceed, in chars.
fn width(text: &str, lines: &[Span]) -> usize {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| length(&text[line.range()]))
        .collect();
    if lengths.is_empty() {
        return 0;
    }
    let ninth = lengths.len() * 9 / 10;
    *lengths.select_nth_unstable(ninth).1
}

fn length(line: &str) -> usize {
    line.chars().count()
}

/// Whether the first word of the line `after` would have fitted into the line `before`.
pub(super) fn fits(before: &str, after: &str, width: usize) -> bool {
    let word = after.split_whitespace().next().unwrap_or_default();
    let word = match word.chars().next() {
        Some(c) if is_unspaced(c) => 1,
        _ => 1 + length(word),
    };
    length(before) + word <= width
}

/// Whether a line ends as a sentence does, or with what announces a list. A letter with a point is an initial, or begins an abbreviation
/// (`z.` / `B.`).
pub(super) fn ends_sentence(line: &str) -> bool {
    if let Some(word) = line.strip_suffix('.') {
        let mut letters = word.chars().rev();
        let letter = letters.next().is_some_and(char::is_alphabetic);
        if letter && letters.next().is_none_or(char::is_whitespace) {
            return false;
        }
    }
    line.trim_end_matches(|c: char| is_quote(c) || c == ')' || c.is_whitespace())
        .ends_with(|c| is_terminal(c) || c == ':' || c == ';')
}

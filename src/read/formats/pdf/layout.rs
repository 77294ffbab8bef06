//! Lines to a text: which make a paragraph, also over the end of a column or a page, and which are notes at the foot of a page.

use std::collections::BTreeMap;

use super::column::{Column, Joint};
use super::heads;
use super::line::Line;
use crate::read::document::Document;
use crate::witness::{Role, Skip, Span};

/// Notes are set so much smaller than the text, and headings so much larger.
const NOTE: f64 = 0.94;
const HEADING: f64 = 1.15;

/// The longest heading, in bytes.
const LONGEST_HEADING: usize = 200;

/// The text of the pages, each of its lines.
pub(super) fn document(pages: &[Vec<Line>]) -> Document {
    let size = usual_size(pages);
    let mut writer = Writer {
        size,
        ..Writer::default()
    };
    let mut notes: Vec<Note> = Vec::new();
    let is_note = |line: &Line| line.size < NOTE * size && Note::beginning(&line.text).is_some();
    let of_pages = heads::of_pages(pages, is_note);
    for (n, (page, of_page)) in pages.iter().zip(&of_pages).enumerate() {
        let lines = page.iter().zip(of_page);
        let (heads, text): (Vec<_>, Vec<_>) = lines.partition(|(_, of_page)| **of_page);
        let heads = heads.into_iter().map(|(line, _)| line.text.clone());
        writer.heads.extend(heads);
        let mut text: Vec<&Line> = text.into_iter().map(|(line, _)| line).collect();
        let foot = foot(&text, size);
        for line in text.split_off(foot) {
            match (Note::beginning(&line.text), notes.last_mut()) {
                (Some(note), _) => notes.push(note),
                (None, Some(note)) => join(&mut note.text, &line.text, Joint::Wrapped),
                (None, None) => {}
            }
        }
        writer.page(&text, n + 1);
    }
    writer.finished(&notes)
}

/// The size that most letters have.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let mut letters: BTreeMap<u64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *letters
            .entry((line.size * 10.0).round() as u64)
            .or_default() += line.text.len();
    }
    let most = letters.into_iter().max_by_key(|&(_, count)| count);
    most.map_or(0.0, |(size, _)| size as f64 / 10.0)
}

/// Where the notes at the foot of a page begin: the last lines, all small and below text, of which the first is marked as a note.
fn foot(lines: &[&Line], size: f64) -> usize {
    let is_small = |line: &&Line| line.size < NOTE * size;
    let from = lines
        .iter()
        .rposition(|line| !is_small(line))
        .map_or(0, |at| at + 1);
    let below = |line: &Line| {
        let mut above = lines[..from].iter().filter(|line| !is_small(line));
        above.any(|text| text.height > line.height)
    };
    let marked = (from..lines.len()).find(|&at| Note::beginning(&lines[at].text).is_some());
    marked
        .filter(|&at| from > 0 && lines[at..].iter().all(|line| below(line)))
        .unwrap_or(lines.len())
}

/// A note at the foot of a page.
struct Note {
    /// Its number, or its sign.
    mark: String,
    text: String,
}

impl Note {
    /// The note that begins with a line.
    fn beginning(line: &str) -> Option<Self> {
        let is_mark = |c: char| c.is_numeric() || matches!(c, '*' | '†' | '‡' | '§');
        let text = line.trim_start_matches(is_mark);
        let raised = &line[..line.len() - text.len()];
        let text = text.trim_start_matches(['.', ')', ' ']);
        let begins =
            text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '“' | '"' | '('));
        let mark: String = raised.chars().map(|c| plain(c).unwrap_or(c)).collect();
        (!mark.is_empty() && mark.chars().count() <= 3 && begins).then(|| Self {
            mark,
            text: text.to_owned(),
        })
    }
}

/// A raised figure as a plain one.
fn plain(c: char) -> Option<char> {
    let at = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c)?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}

/// A text in the making.
#[derive(Default)]
struct Writer<'a> {
    document: Document,
    /// The size of the text.
    size: f64,
    before: Option<&'a Line>,
    /// The paragraph that is open, and the size of its largest letters.
    open: String,
    largest: f64,
    /// The pages that begin in it: where, and which.
    turns: Vec<(usize, usize)>,
    /// The pages that have begun: where in the text, and which.
    pages: Vec<(usize, usize)>,
    /// What belongs to pages, and goes behind the paragraph that is open.
    heads: Vec<String>,
}

impl<'a> Writer<'a> {
    fn page(&mut self, lines: &[&'a Line], number: usize) {
        let mut turns = true;
        for column in Column::of(lines) {
            for &line in &column.lines {
                let joint = self
                    .before
                    .map_or(Joint::Apart, |before| column.joint(before, line, turns));
                if joint == Joint::Apart {
                    self.end_paragraph();
                }
                join(&mut self.open, &line.text, joint);
                if turns {
                    self.turns.push((self.open.len() - line.text.len(), number));
                }
                self.largest = self.largest.max(line.size);
                self.before = Some(line);
                turns = false;
            }
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.open);
        let is_heading = self.largest > HEADING * self.size && text.len() <= LONGEST_HEADING;
        let role = match is_heading {
            true => Role::Heading,
            false => Role::Body,
        };
        self.largest = 0.0;
        let turns = std::mem::take(&mut self.turns);
        if let Some(span) = self.document.push(&text, role, None) {
            let turns = turns
                .into_iter()
                .map(|(at, page)| (span.range().start + at, page));
            self.pages.extend(turns);
        }
        for head in std::mem::take(&mut self.heads) {
            self.document.push(&head, Role::Body, Some(Skip::Page));
        }
    }

    /// The document, its notes behind the text.
    fn finished(mut self, notes: &[Note]) -> Document {
        self.end_paragraph();
        let end = self.document.text.len();
        let ends = self.pages.iter().skip(1).map(|(at, _)| *at).chain([end]);
        let pages: Vec<_> = self.pages.iter().zip(ends).collect();
        for (&(start, page), end) in pages {
            let text = self.document.text[start..end].trim_end();
            let span = Span::new(start, start + text.len());
            self.document.label(span, format!("p. {page}"));
        }
        for note in notes {
            self.document
                .note(&note.mark, std::slice::from_ref(&note.text));
        }
        self.document.finished()
    }
}

/// Appends a line to a paragraph. Where the end of a line divides a word, it stays.
fn join(paragraph: &mut String, line: &str, joint: Joint) {
    if !paragraph.is_empty() {
        let mut last = paragraph.chars().rev();
        let is_divided = matches!(last.next(), Some('-' | '\u{2010}' | '\u{ad}'))
            && last.next().is_some_and(char::is_alphabetic)
            && line.starts_with(char::is_alphabetic);
        let by_hand = joint == Joint::ByHand;
        paragraph.push(if is_divided || by_hand { '\n' } else { ' ' });
    }
    paragraph.push_str(line);
}

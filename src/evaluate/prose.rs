//! Alignments of running text, scored by the characters that are linked to the right place.
//!
//! The gold says which verses render each other, but sentences are not verses, so the unit of the score is the *cell*:
//! a run of verses that ends where both texts end a verse with a full stop. A right link never needs to leave one cell.
//! A character of verse v that is linked to a stretch Y has the credit: the share of Y that lies in v's cell, if Y
//! touches v at all. Only characters that are no white space count.

use std::collections::HashMap;
use std::ops::AddAssign;

use serde::Deserialize;

use crate::error::Result;
use crate::evaluate::parse::{check_schema, from_json};
use crate::evaluate::{harmonic, malformed, of};

/// How far, as a share of a verse, the place of a counterpart may be off for the strict score.
const TOLERANCE: f64 = 0.2;

/// Precision and recall of characters.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Credit {
    /// Credit of the linked characters, summed over links.
    pub linked: f64,
    /// Credit of the characters that have a counterpart, the best of their links.
    pub found: f64,
}

/// Counts of an alignment of running text against gold spans; those of several pairs of texts add up (micro-average).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TextScores {
    /// The credit described at the top.
    pub cell: Credit,
    /// The same, whole for every link that touches the verse: blind to links that are too wide.
    pub verse: Credit,
    /// The same as `cell`, if the counterpart at the same relative place in the verse, give or take a fifth, is linked.
    pub strict: Credit,
    /// Characters that are linked, summed over links.
    pub linked: u64,
    /// Characters that have a counterpart.
    pub gold: u64,
    /// Characters that have none.
    pub unmatched: u64,
    /// Characters that have none and are not linked.
    pub left_alone: u64,
}

impl TextScores {
    /// Credit per linked character.
    pub fn precision(&self, credit: Credit) -> f64 {
        ratio(credit.linked, self.linked)
    }

    /// Credit per character that has a counterpart.
    pub fn recall(&self, credit: Credit) -> f64 {
        ratio(credit.found, self.gold)
    }

    /// The harmonic mean of precision and recall.
    pub fn f(&self, credit: Credit) -> f64 {
        harmonic(self.precision(credit), self.recall(credit))
    }

    /// The share of the characters without a counterpart that are not linked; `None` when every one has a counterpart.
    pub fn left_alone(&self) -> Option<f64> {
        (self.unmatched > 0).then(|| ratio(self.left_alone as f64, self.unmatched))
    }
}

fn ratio(part: f64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part / whole as f64 }
}

impl AddAssign for Credit {
    fn add_assign(&mut self, other: Self) {
        self.linked += other.linked;
        self.found += other.found;
    }
}

impl AddAssign for TextScores {
    fn add_assign(&mut self, other: Self) {
        self.cell += other.cell;
        self.verse += other.verse;
        self.strict += other.strict;
        self.linked += other.linked;
        self.gold += other.gold;
        self.unmatched += other.unmatched;
        self.left_alone += other.left_alone;
    }
}

/// A verse of the gold: where it stands, in characters, in the texts that have it.
#[derive(Deserialize)]
struct Verse {
    /// `Book chapter:verse`.
    id: String,
    #[serde(deserialize_with = "Option::deserialize")]
    a: Option<[usize; 2]>,
    #[serde(deserialize_with = "Option::deserialize")]
    b: Option<[usize; 2]>,
}

impl Verse {
    fn sides(&self) -> [Option<[usize; 2]>; 2] {
        [self.a, self.b]
    }

    fn chapter(&self) -> &str {
        self.id.split(':').next().unwrap_or(&self.id)
    }
}

/// Whether this is gold of running text: a JSON object a line, with spans.
pub(super) fn is_gold(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').lines().next();
    first.is_some_and(|line| serde_json::from_str::<Verse>(line).is_ok())
}

/// The parts of the project's own JSON that count here.
#[derive(Deserialize)]
struct Table {
    schema: String,
    witnesses: Vec<Witness>,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Witness {
    text: String,
    units: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    chars: [usize; 2],
}

#[derive(Deserialize)]
struct Row {
    units: Vec<Vec<usize>>,
}

/// Scores a table, as JSON, against gold spans.
pub(super) fn score(system: &str, gold: &str) -> Result<TextScores> {
    let table: Table = from_json(system)
        .and_then(|table: Table| check_schema(&table.schema).map(|()| table))
        .map_err(|e| of("system (against spans it has to be the JSON of a table)", e))?;
    let [a, b] = &table.witnesses[..] else {
        return Err(malformed(
            "system: witnesses",
            format!(
                "{} witnesses; two are scored at a time",
                table.witnesses.len()
            ),
        ));
    };
    let verses = gold
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(n, line)| {
            from_json(line).map_err(|e| malformed(format!("gold: line {}", n + 1), e.to_string()))
        })
        .collect::<Result<Vec<Verse>>>()?;
    let sides = [
        Side::new(0, &a.text, &verses)?,
        Side::new(1, &b.text, &verses)?,
    ];
    let mut links = Vec::new();
    for (n, row) in table.rows.iter().enumerate() {
        let of_side = |side: usize| -> Result<Vec<[usize; 2]>> {
            let units = row.units.get(side).map_or(&[][..], Vec::as_slice);
            let spans = units.iter().map(|&u| {
                let span = table.witnesses[side].units.get(u).map(|unit| unit.chars);
                span.filter(|s| s[0] <= s[1] && s[1] <= sides[side].text.len())
                    .ok_or_else(|| {
                        malformed(format!("system: rows[{n}].units[{side}]"), "no such span")
                    })
            });
            spans.collect()
        };
        links.push([of_side(0)?, of_side(1)?]);
    }
    Ok(tally(&sides, &cells(&sides, &verses), &links))
}

/// A text with its verses.
struct Side {
    text: Vec<char>,
    /// The number of characters that count before each character.
    before: Vec<usize>,
    /// Start, end and index of each verse, in the order of the text.
    spans: Vec<(usize, usize, usize)>,
    /// The span of each verse of the gold, if it stands here.
    of: Vec<Option<[usize; 2]>>,
}

impl Side {
    fn new(side: usize, text: &str, verses: &[Verse]) -> Result<Self> {
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
                    return Err(malformed(
                        format!("gold: {}", verses[verse].id),
                        format!(
                            "{start} to {end} is no span of text {}, which has {} characters: is it the same file?",
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

    fn count(&self, start: usize, end: usize) -> usize {
        self.before[end] - self.before[start]
    }

    /// The pieces of verses in some ranges, with the index of the verse.
    fn cut(&self, ranges: &[[usize; 2]]) -> Vec<(usize, usize, usize)> {
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
fn cells(sides: &[Side; 2], verses: &[Verse]) -> Vec<usize> {
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

/// The best credit of a character over its links.
#[derive(Clone, Copy, Default)]
struct Best {
    linked: bool,
    cell: f64,
    verse: f64,
    strict: f64,
}

fn tally(sides: &[Side; 2], cell: &[usize], links: &[[Vec<[usize; 2]>; 2]]) -> TextScores {
    let mut out = TextScores::default();
    let mut best = [0, 1].map(|s: usize| vec![Best::default(); sides[s].text.len()]);
    for link in links {
        let pieces = [sides[0].cut(&link[0]), sides[1].cut(&link[1])];
        if pieces.iter().any(Vec::is_empty) {
            continue;
        }
        for (here, there) in [(0, 1), (1, 0)] {
            let (x, y) = (&sides[here], &sides[there]);
            let mut size = 0;
            let mut in_cell: HashMap<usize, usize> = HashMap::new();
            let mut in_verse: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
            for &(verse, start, end) in &pieces[there] {
                let count = y.count(start, end);
                size += count;
                *in_cell.entry(cell[verse]).or_default() += count;
                in_verse.entry(verse).or_default().push((start, end));
            }
            for &(verse, start, end) in &pieces[here] {
                let touched = in_verse.get(&verse);
                let credit = match touched {
                    Some(_) => in_cell[&cell[verse]] as f64 / size as f64,
                    None => 0.0,
                };
                let touch = if touched.is_some() { 1.0 } else { 0.0 };
                let count = x.count(start, end);
                out.linked += count as u64;
                out.cell.linked += credit * count as f64;
                out.verse.linked += touch * count as f64;
                let same_place = SamePlace::new(x.of[verse], y.of[verse]);
                for at in (start..end).filter(|&at| !x.text[at].is_whitespace()) {
                    let strict = match touched {
                        Some(linked) if same_place.is_in(at, linked) => credit,
                        _ => 0.0,
                    };
                    out.strict.linked += strict;
                    let best = &mut best[here][at];
                    *best = Best {
                        linked: true,
                        cell: best.cell.max(credit),
                        verse: best.verse.max(touch),
                        strict: best.strict.max(strict),
                    };
                }
            }
        }
    }
    for (here, there) in [(0, 1), (1, 0)] {
        for &(start, end, verse) in &sides[here].spans {
            let count = sides[here].count(start, end) as u64;
            if sides[there].of[verse].is_some() {
                out.gold += count;
            } else {
                out.unmatched += count;
                out.left_alone += (start..end)
                    .filter(|&at| !sides[here].text[at].is_whitespace() && !best[here][at].linked)
                    .count() as u64;
            }
        }
        for best in &best[here] {
            out.cell.found += best.cell;
            out.verse.found += best.verse;
            out.strict.found += best.strict;
        }
    }
    out
}

/// Where in the other text's verse a character of a verse would stand, if both ran evenly.
struct SamePlace {
    here: [f64; 2],
    there: [f64; 2],
}

impl SamePlace {
    fn new(here: Option<[usize; 2]>, there: Option<[usize; 2]>) -> Self {
        let ends = |span: Option<[usize; 2]>| span.unwrap_or_default().map(|n| n as f64);
        Self {
            here: ends(here),
            there: ends(there),
        }
    }

    fn is_in(&self, at: usize, linked: &[(usize, usize)]) -> bool {
        let [start, end] = self.here;
        let length = self.there[1] - self.there[0];
        let place = self.there[0] + (at as f64 - start) / (end - start) * length;
        linked.iter().any(|&(from, to)| {
            from as f64 - TOLERANCE * length <= place && place < to as f64 + TOLERANCE * length
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Two texts of three verses; the first ends no sentence in B, so verses 1 and 2 are one cell.
    const GOLD: &str = r#"{"id": "X 1:1", "a": [0, 4], "b": [0, 4]}
{"id": "X 1:2", "a": [5, 9], "b": [5, 9]}
{"id": "X 1:3", "a": [10, 14], "b": null}
"#;

    fn table(rows: &str) -> String {
        format!(
            r#"{{"schema": "enregard/1", "rows": [{rows}], "witnesses": [
            {{"text": "abc. def. ghi.", "units": [{{"chars": [0, 4]}}, {{"chars": [5, 9]}}, {{"chars": [10, 14]}}]}},
            {{"text": "abc; def.", "units": [{{"chars": [0, 4]}}, {{"chars": [5, 9]}}]}}]}}"#
        )
    }

    #[test]
    fn gold_is_recognised() {
        assert!(is_gold(GOLD));
        assert!(!is_gold("{\"links\": []}"));
        assert!(!is_gold("[0]:[0]:0.1"));
    }

    #[test]
    fn the_right_links_have_full_credit() {
        let scores = score(
            &table(r#"{"units": [[0], [0]]}, {"units": [[1], [1]]}, {"units": [[2], []]}"#),
            GOLD,
        )
        .unwrap();
        assert_eq!(
            (
                scores.linked,
                scores.gold,
                scores.unmatched,
                scores.left_alone
            ),
            (16, 16, 4, 4)
        );
        for credit in [scores.cell, scores.verse, scores.strict] {
            assert_eq!(scores.f(credit), 1.0);
        }
        assert_eq!(scores.left_alone(), Some(1.0));
    }

    /// Verse 1 against the wrong verse of its own cell touches nothing of its own; verse 3, which has no counterpart,
    /// takes half of a link with verse 2.
    #[test]
    fn credits_worked_out_by_hand() {
        let scores = score(&table(r#"{"units": [[0], [1]]}"#), GOLD).unwrap();
        assert_eq!(
            (scores.linked, scores.cell.linked, scores.left_alone),
            (8, 0.0, 4)
        );
        let scores = score(&table(r#"{"units": [[1, 2], [1]]}"#), GOLD).unwrap();
        // A: 4 characters of verse 2 right, 4 of verse 3 wrong. B: 4 characters, half of whose counterpart is right.
        assert_eq!(scores.linked, 12);
        assert_eq!(scores.cell.linked, 4.0 + 4.0 * 0.5);
        assert_eq!(scores.verse.linked, 8.0);
        assert_eq!(scores.precision(scores.cell), 0.5);
        assert_eq!(scores.recall(scores.cell), 6.0 / 16.0);
        assert_eq!(scores.left_alone(), Some(0.0));
    }

    #[test]
    fn gold_of_other_texts_is_refused() {
        let gold = GOLD.replace("[10, 14]", "[10, 15]");
        let said = score(&table(""), &gold).unwrap_err().to_string();
        assert!(
            said.contains("X 1:3") && said.contains("14 characters"),
            "{said}"
        );
        let said = score("[0]:[0]:0", GOLD).unwrap_err().to_string();
        assert!(said.contains("has to be the JSON of a table"), "{said}");
    }
}

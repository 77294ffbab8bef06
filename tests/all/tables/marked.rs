//! Tables of two texts, written by hand in marks.
//!
//! A row is two texts; `|` parts units, a leading `¶` begins a paragraph, and `{label:words}` links words: the
//! label's letters say how (see [`class`]), and equal labels of both sides are one link. Unlabelled words are linked
//! in order where they are equal.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use enregard::AlignmentTable;
use enregard::class::Class;
use enregard::table::{Link, Row, RowKind, RowNumber};
use enregard::witness::{Level, Skip, Span, TokenIndex, Witness};

use super::{add_unit, empty};

/// A row in the making.
pub struct HandRow {
    cells: [String; 2],
    skip: Option<Skip>,
    moved_to: Option<u32>,
}

/// Units that render each other; one of the texts may be empty.
pub fn row(a: &str, b: &str) -> HandRow {
    HandRow {
        cells: [a.to_owned(), b.to_owned()],
        skip: None,
        moved_to: None,
    }
}

impl HandRow {
    /// The units are skipped.
    pub fn skipped(mut self, skip: Skip) -> Self {
        self.skip = Some(skip);
        self
    }

    /// The second witness has it after row `after`.
    pub fn moved(mut self, after: u32) -> Self {
        self.moved_to = Some(after);
        self
    }
}

fn class(label: &str) -> (Class, bool) {
    let class = match label.trim_start_matches('m').chars().next() {
        Some('w') => Class::Wording,
        Some('d') => Class::Derivation,
        Some('i') => Class::Inflection,
        Some('s') => Class::Spelling,
        Some('a') => Class::Accent,
        Some('c') => Class::Case,
        Some('t') => Class::Typographic,
        Some('-') => Class::Omission,
        Some('+') => Class::Addition,
        _ => Class::Same,
    };
    (class, label.starts_with('m'))
}

/// A witness in the making, and its tokens by row and label.
struct Side {
    witness: Witness,
    /// For each row its units.
    cells: Vec<Vec<u32>>,
    /// For each row the tokens of each label, and those without.
    labels: Vec<BTreeMap<String, Vec<u32>>>,
}

impl Side {
    fn new(n: usize, path: &str, level: Level, rows: &[HandRow]) -> Self {
        let mut side = Self {
            witness: Witness {
                path: path.to_owned(),
                ..empty(n, level)
            },
            cells: vec![Vec::new(); rows.len()],
            labels: vec![BTreeMap::new(); rows.len()],
        };
        // The second witness has its moved rows after the rows they name.
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|&r| match rows[r].moved_to {
            Some(after) if n == 1 => (after, 1),
            _ => (r as u32 + 1, 0),
        });
        for r in order {
            if rows[r].cells[n].is_empty() {
                continue;
            }
            for unit in rows[r].cells[n].split('|') {
                side.unit(r, unit, rows[r].skip.clone());
            }
        }
        side
    }

    fn unit(&mut self, row: usize, marked: &str, skip: Option<Skip>) {
        let w = &mut self.witness;
        let (space, marked) = match (marked.strip_prefix('¶'), w.level) {
            (Some(marked), _) => ("\n\n", marked),
            (None, Level::Line) => ("\n", marked),
            (None, _) => (" ", marked),
        };
        if !w.text.is_empty() {
            w.text.push_str(space);
        }
        if space == "\n\n" {
            w.paragraphs.push(Span::new(w.text.len(), w.text.len()));
        }
        // The text without its labels, and where what each label says ends.
        let (mut text, mut ends, mut rest) = (String::new(), Vec::new(), marked);
        while let Some((before, (label, words), after)) = labelled(rest) {
            text.push_str(before);
            ends.push((text.len(), ""));
            text.push_str(words);
            ends.push((text.len(), label));
            rest = after;
        }
        text.push_str(rest);
        ends.push((text.len(), ""));
        let (start, first) = (w.text.len(), w.tokens.len());
        self.cells[row].push(add_unit(w, &text, skip).0);
        for (token, index) in w.tokens[first..].iter().zip(first as u32..) {
            let end = token.span.range().end - start;
            let label = ends.iter().find(|(until, _)| end <= *until).unwrap().1;
            let of_label = self.labels[row].entry(label.to_owned()).or_default();
            of_label.push(index);
        }
    }
}

/// The first `{label:words}` of a text: what stands before it, itself, and what stands behind it.
fn labelled(text: &str) -> Option<(&str, (&str, &str), &str)> {
    let (before, rest) = text.split_once('{')?;
    let (inside, after) = rest.split_once('}')?;
    Some((before, inside.split_once(':')?, after))
}

/// The table of `rows`, at `level`.
pub fn table(level: Level, rows: &[HandRow]) -> AlignmentTable {
    let sides = [
        Side::new(0, "textes/matin.txt", level, rows),
        Side::new(1, "textes/soir.txt", level, rows),
    ];
    let rows = rows.iter().enumerate().map(|(r, hand)| {
        let row = super::row(sides.iter().map(|side| side.cells[r].clone()).collect());
        let bead = row.kind == RowKind::Bead;
        Row {
            moved: hand.moved_to.is_some(),
            moved_to: hand.moved_to.map(RowNumber),
            confidence: bead.then_some(0.9),
            similarity: bead.then_some(0.75),
            links: if bead { links(&sides, r) } else { Vec::new() },
            ..row
        }
    });
    let rows = rows.collect();
    let [a, b] = sides;
    super::table(vec![a.witness, b.witness], rows)
}

fn links(sides: &[Side; 2], row: usize) -> Vec<Link> {
    let [a, b] = sides;
    let mut links: Vec<Link> = Vec::new();
    let link = |class, moved, a: &[u32], b: &[u32]| Link {
        moved,
        probability: 0.9,
        ..super::link(vec![a.to_vec(), b.to_vec()], class)
    };
    let none = Vec::new();
    let unlabelled = |side: &Side| side.labels[row].get("").cloned().unwrap_or_default();
    for (&x, &y) in unlabelled(a).iter().zip(&unlabelled(b)) {
        assert_eq!(
            a.witness.token_text(TokenIndex(x)),
            b.witness.token_text(TokenIndex(y)),
            "row {}: unlabelled words must be equal",
            row + 1
        );
        links.push(link(Class::Same, false, &[x], &[y]));
    }
    assert_eq!(unlabelled(a).len(), unlabelled(b).len(), "row {}", row + 1);
    let labels = a.labels[row].keys().chain(b.labels[row].keys());
    let labels: std::collections::BTreeSet<_> = labels.filter(|l| !l.is_empty()).collect();
    for label in labels {
        let (class, moved) = class(label);
        let of = |side: &Side| side.labels[row].get(label).unwrap_or(&none).clone();
        links.push(link(class, moved, &of(a), &of(b)));
    }
    links.sort_by_key(|l| l.tokens[0].first().copied().unwrap_or(TokenIndex(u32::MAX)));
    // What only the second has goes after the link of the word before it there.
    let (mut placed, added): (Vec<Link>, Vec<Link>) =
        links.into_iter().partition(|l| !l.tokens[0].is_empty());
    for link in added {
        let first = link.tokens[1][0];
        let at = placed
            .iter()
            .position(|l| l.tokens[1].iter().any(|t| t.is_before(first)))
            .map_or(0, |i| i + 1);
        placed.insert(at, link);
    }
    placed
}

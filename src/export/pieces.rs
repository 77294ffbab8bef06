//! The texts of all witnesses cut into the same pieces, for the formats that carry whole texts in one order.
//!
//! Joining what a witness has in every piece gives its text back, byte for byte. What keeps the order in all witnesses
//! (beads that have not moved, links inside them) stands in one piece; the rest stands alone, where its witness has it.

use crate::class::Class;
use crate::export::runs::Runs;
use crate::table::{AlignmentTable, Link, Row, RowKind};
use crate::witness::{Span, TokenList, Witness};

/// What every witness has at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// For each witness its part of the text; empty where it has nothing.
    pub spans: Vec<Span>,
    /// Whether every witness has the same.
    pub agreed: bool,
    /// The row whose bead it stands in; between beads there is none.
    pub row: Option<u32>,
    /// The class of the link it comes from, if it comes from one.
    pub class: Option<Class>,
}

/// The pieces of a table, in order.
pub(super) fn pieces(table: &AlignmentTable) -> Vec<Piece> {
    let mut cutter = Cutter {
        witnesses: &table.witnesses,
        at: vec![0; table.witnesses.len()],
        pieces: Vec::new(),
        row: None,
    };
    let mut beads: Vec<&Row> = table
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Bead && !row.moved)
        .collect();
    beads.sort_by_key(|row| row.number);
    let runs = Runs::new(table);
    for row in beads {
        let extent = extent(&table.witnesses, &runs, row);
        if !cutter.lies_ahead(&extent) {
            continue;
        }
        cutter.between_beads(&extent);
        cutter.row = Some(row.number);
        let links = row.links.iter().filter_map(|link| {
            let words = words(&table.witnesses, link)?;
            inside(&words, &extent).then_some((words, link.class))
        });
        for (words, class) in in_order(&table.witnesses, links.collect()) {
            // With more than two witnesses a link may follow the one before it and still not one of the others.
            if cutter.lies_ahead(&words) {
                cutter.gap(&words);
                cutter.push(words, Some(class));
            }
        }
        let end: Places = extent
            .iter()
            .map(|span| span.map(|s| Span { start: s.end, ..s }))
            .collect();
        cutter.gap(&end);
        cutter.row = None;
    }
    let end: Vec<_> = table
        .witnesses
        .iter()
        .map(|w| Some(Span::new(w.text.len(), w.text.len())))
        .collect();
    cutter.between_beads(&end);
    cutter.pieces
}

/// For each witness a stretch of its text, if it has one.
type Places = Vec<Option<Span>>;

/// From the first unit of a bead's run to its last.
fn extent(witnesses: &[Witness], runs: &Runs, row: &Row) -> Places {
    let cells = witnesses.iter().zip(&row.cells).enumerate();
    cells
        .map(|(w, (witness, units))| {
            let run = runs.of(w, units)?;
            let span = |unit: u32| witness.units()[unit as usize].span;
            whole(Some(span(run.start)), Some(span(run.end - 1)))
        })
        .collect()
}

/// The words of a link, if at least two witnesses have some, and each has neighbours.
fn words(witnesses: &[Witness], link: &Link) -> Option<Places> {
    let in_place = |tokens: &TokenList| tokens.windows(2).all(|t| t[0] + 1 == t[1]);
    let present = link
        .tokens
        .iter()
        .filter(|tokens| !tokens.is_empty())
        .count();
    if link.moved || present < 2 || !link.tokens.iter().all(in_place) {
        return None;
    }
    let sides = witnesses.iter().zip(&link.tokens);
    Some(
        sides
            .map(|(w, tokens)| {
                let span = |t: &u32| w.tokens[*t as usize].span;
                whole(tokens.first().map(span), tokens.last().map(span))
            })
            .collect(),
    )
}

fn whole(first: Option<Span>, last: Option<Span>) -> Option<Span> {
    Some(Span {
        start: first?.start,
        end: last?.end,
    })
}

fn inside(inner: &[Option<Span>], outer: &[Option<Span>]) -> bool {
    inner.iter().zip(outer).all(|pair| match pair {
        (None, _) => true,
        (Some(inner), Some(outer)) => outer.start <= inner.start && inner.end <= outer.end,
        (Some(_), None) => false,
    })
}

/// How many links back one is looked for that a link can follow. Words that have moved are marked so and not among
/// them, so the next few are enough, and the cost stays linear in a bead of any length.
const REACH: usize = 64;

/// The heaviest chain of links that keeps the order of all witnesses; the weight is in characters that all have.
fn in_order(witnesses: &[Witness], links: Vec<(Places, Class)>) -> Vec<(Places, Class)> {
    let follows = |later: &Places, earlier: &Places| {
        later.iter().zip(earlier).all(|pair| match pair {
            (Some(later), Some(earlier)) => earlier.end <= later.start,
            _ => true,
        })
    };
    // For each link the weight of the heaviest chain that ends with it, and the link before it there.
    let mut chains: Vec<(usize, Option<usize>)> = Vec::with_capacity(links.len());
    for (i, (places, _)) in links.iter().enumerate() {
        let before = (i.saturating_sub(REACH)..i)
            .filter(|&j| follows(places, &links[j].0))
            .max_by_key(|&j| (chains[j].0, j));
        let weight = before.map_or(0, |j| chains[j].0) + weight(witnesses, places);
        chains.push((weight, before));
    }
    let mut at = (0..links.len()).max_by_key(|&i| chains[i].0);
    let mut keep = vec![false; links.len()];
    while let Some(i) = at {
        keep[i] = true;
        at = chains[i].1;
    }
    let kept = links.into_iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(link, _)| link).collect()
}

/// The characters of a link if all its witnesses have the same, or else 1: less than any word that stays.
fn weight(witnesses: &[Witness], places: &Places) -> usize {
    let mut texts = witnesses
        .iter()
        .zip(places)
        .filter_map(|(w, span)| Some(w.slice((*span)?)));
    let first = texts.next().unwrap_or_default();
    if texts.all(|text| text == first) {
        1 + first.chars().count()
    } else {
        1
    }
}

struct Cutter<'a> {
    witnesses: &'a [Witness],
    /// How far each text has been cut, in bytes.
    at: Vec<u32>,
    pieces: Vec<Piece>,
    row: Option<u32>,
}

impl Cutter<'_> {
    fn lies_ahead(&self, places: &[Option<Span>]) -> bool {
        let mut ahead = places.iter().zip(&self.at);
        ahead.all(|(span, &at)| span.is_none_or(|span| at <= span.start))
    }

    /// A piece of these places, right after the last; one without text is none.
    fn push(&mut self, places: Places, class: Option<Class>) {
        let spans: Vec<Span> = places
            .into_iter()
            .zip(&mut self.at)
            .map(|(span, at)| {
                let start = *at;
                *at = span.map_or(start, |span| span.end);
                Span { start, end: *at }
            })
            .collect();
        if spans.iter().all(|span| span.is_empty()) {
            return;
        }
        let mut texts = self.witnesses.iter().zip(&spans).map(|(w, &s)| w.slice(s));
        let first = texts.next();
        self.pieces.push(Piece {
            agreed: texts.all(|text| Some(text) == first),
            spans,
            row: self.row,
            class,
        });
    }

    /// What stands before these places inside a bead: the white space that all have at its ends, and what differs.
    fn gap(&mut self, places: &[Option<Span>]) {
        for part in self.parts(places) {
            self.push(part, None);
        }
    }

    /// What stands before these places between beads: each witness's text in a piece of its own, but for white space.
    fn between_beads(&mut self, places: &[Option<Span>]) {
        let [leading, middle, trailing] = self.parts(places);
        self.push(leading, None);
        let is_space = |(w, span): (&Witness, &Option<Span>)| {
            span.is_none_or(|span| w.slice(span).chars().all(char::is_whitespace))
        };
        if self.witnesses.iter().zip(&middle).all(is_space) {
            self.push(middle, None);
        } else {
            for n in 0..middle.len() {
                let mut alone = vec![None; middle.len()];
                alone[n] = middle[n];
                self.push(alone, None);
            }
        }
        self.push(trailing, None);
    }

    /// What stands between the last piece and these places: the white space that all begin with, the middle, and the
    /// white space that all end with.
    fn parts(&self, places: &[Option<Span>]) -> [Places; 3] {
        let gap: Places = places
            .iter()
            .zip(&self.at)
            .map(|(span, &start)| {
                span.map(|span| Span {
                    start,
                    end: span.start,
                })
            })
            .collect();
        let mut texts: Vec<&str> = self
            .witnesses
            .iter()
            .zip(&gap)
            .filter_map(|(w, span)| Some(w.slice((*span)?)))
            .collect();
        let leading = strip_space(&mut texts, |text| {
            let c = text.chars().next()?;
            Some((c, &text[c.len_utf8()..]))
        });
        let trailing = strip_space(&mut texts, |text| {
            let c = text.chars().next_back()?;
            Some((c, &text[..text.len() - c.len_utf8()]))
        });
        let cut = |from: fn(Span, u32, u32) -> Span| {
            gap.iter()
                .map(|span| span.map(|span| from(span, leading, trailing)))
                .collect()
        };
        [
            cut(|s, leading, _| Span {
                start: s.start,
                end: s.start + leading,
            }),
            cut(|s, leading, trailing| Span {
                start: s.start + leading,
                end: s.end - trailing,
            }),
            cut(|s, _, trailing| Span {
                start: s.end - trailing,
                end: s.end,
            }),
        ]
    }
}

/// Takes white space off all texts as long as they have the same at the end that `strip` takes; how many bytes went.
fn strip_space(texts: &mut [&str], strip: fn(&str) -> Option<(char, &str)>) -> u32 {
    let mut length = 0;
    while let Some((c, _)) = texts.first().and_then(|text| strip(text)) {
        let same = |text: &&str| strip(text).is_some_and(|(other, _)| other == c);
        if !c.is_whitespace() || !texts.iter().all(same) {
            break;
        }
        for text in &mut *texts {
            if let Some((_, rest)) = strip(text) {
                *text = rest;
            }
        }
        length += c.len_utf8() as u32;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_taken_off_as_far_as_all_have_it() {
        fn first(text: &str) -> Option<(char, &str)> {
            let c = text.chars().next()?;
            Some((c, &text[c.len_utf8()..]))
        }
        let mut texts = ["\u{202f} \na", "\u{202f} b", "\u{202f}  "];
        assert_eq!(strip_space(&mut texts, first), 4);
        assert_eq!(texts, ["\na", "b", " "]);
        assert_eq!(strip_space(&mut [" a", ""], first), 0);
        assert_eq!(strip_space(&mut [], first), 0);
    }
}

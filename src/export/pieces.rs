//! The texts of all witnesses cut into the same pieces, for the formats that carry whole texts in one order.
//!
//! Joining what a witness has in every piece gives its text back, byte for byte. What keeps the order in all witnesses
//! (beads that have not moved, links inside them) stands in one piece; the rest stands alone, where its witness has it.
//!
//! The formats that mark differences write the readings of the pieces, in which a difference that does not count is none:
//! there the others have what the first witness has. So these give the first witness back byte for byte, and the others
//! up to what does not count.

use crate::class::Class;
use crate::export::runs::Runs;
use crate::export::unlinked::PassedOver;
use crate::table::{AlignmentTable, Link, Row, RowKind, RowNumber, Rules};
use crate::witness::{Span, TokenIndex, Witness, composed};

/// What every witness has at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// For each witness its part of the text; empty where it has nothing.
    pub spans: Vec<Span>,
    /// For each witness the one whose part is written for it: its own where the difference counts.
    readings: Vec<usize>,
    /// The row whose bead it stands in; between beads there is none.
    pub row: Option<RowNumber>,
    /// The class of the link it comes from, if it comes from one.
    pub class: Option<Class>,
}

impl Piece {
    /// What is written for a witness.
    pub(super) fn reading<'a>(&self, witnesses: &'a [Witness], witness: usize) -> &'a str {
        let of = self.readings[witness];
        witnesses[of].slice(self.spans[of])
    }

    /// Whether the same is written for all.
    pub(super) fn agreed(&self, witnesses: &[Witness]) -> bool {
        let mut texts = (0..witnesses.len()).map(|w| self.reading(witnesses, w));
        let first = texts.next();
        texts.all(|text| Some(text) == first)
    }
}

/// Whether what differs in a piece is a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bearing {
    Counts,
    Ignored,
}

impl From<bool> for Bearing {
    fn from(counts: bool) -> Self {
        if counts { Self::Counts } else { Self::Ignored }
    }
}

/// The pieces of a table, in order; `rules` say what counts.
pub(super) fn pieces(table: &AlignmentTable, rules: Rules<'_>) -> Vec<Piece> {
    let mut cutter = Cutter::new(table, rules);
    let mut beads: Vec<&Row> = table
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Bead && !row.moved)
        .collect();
    beads.sort_by_key(|row| row.number);
    let runs = Runs::new(table);
    for row in beads {
        let extent = extent(&table.witnesses, &runs, row);
        if cutter.lies_ahead(&extent) {
            cutter.between_beads(&extent);
            cutter.bead(row, &extent);
        }
    }
    let end: Vec<_> = table
        .witnesses
        .iter()
        .map(|w| Some(Span::new(w.text.len(), w.text.len())))
        .collect();
    cutter.between_beads(&end);
    let mut pieces = cutter.pieces;
    keep_words_apart(&table.witnesses, &mut pieces);
    pieces
}

/// White space that some witnesses alone have belongs to the difference beside it, if there is one: without it `de
/// convenir` would be given back as `deconvenir` where it stands for `d’approuver`.
fn keep_words_apart(witnesses: &[Witness], pieces: &mut [Piece]) {
    let differs: Vec<bool> = pieces.iter().map(|p| !p.agreed(witnesses)).collect();
    for (n, piece) in pieces.iter_mut().enumerate() {
        let beside = n > 0 && differs[n - 1] || differs.get(n + 1) == Some(&true);
        let mut texts = witnesses.iter().zip(&piece.spans).map(|(w, &s)| w.slice(s));
        let some_lack = piece.spans.iter().any(|span| span.is_empty());
        if beside && some_lack && texts.all(|text| text.trim().is_empty()) {
            piece.readings = (0..witnesses.len()).collect();
        }
    }
}

/// For each witness a stretch of its text, if it has one.
type Places = Vec<Option<Span>>;

/// A link with the places of its words.
struct Placed<'l> {
    words: Places,
    link: &'l Link,
}

/// From the first unit of a bead's run to its last.
fn extent(witnesses: &[Witness], runs: &Runs, row: &Row) -> Places {
    let cells = witnesses.iter().zip(&row.cells).enumerate();
    cells
        .map(|(w, (witness, units))| {
            let run = runs.of(w, units)?;
            let span = |unit: usize| witness.units()[unit].span;
            whole(Some(span(run.start)), Some(span(run.end - 1)))
        })
        .collect()
}

/// The words of a link, if at least two witnesses have some, and each has neighbours.
fn words(witnesses: &[Witness], link: &Link) -> Option<Places> {
    let present = link
        .tokens
        .iter()
        .filter(|tokens| !tokens.is_empty())
        .count();
    if link.moved || present < 2 || !link.is_unbroken() {
        return None;
    }
    let sides = witnesses.iter().zip(&link.tokens);
    Some(
        sides
            .map(|(w, tokens)| {
                let span = |t: &TokenIndex| w.token(*t).span;
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
fn in_order<'l>(witnesses: &[Witness], links: Vec<Placed<'l>>) -> Vec<Placed<'l>> {
    let follows = |later: &Places, earlier: &Places| {
        later.iter().zip(earlier).all(|pair| match pair {
            (Some(later), Some(earlier)) => earlier.end <= later.start,
            _ => true,
        })
    };
    // For each link the weight of the heaviest chain that ends with it, and the link before it there.
    let mut chains: Vec<(usize, Option<usize>)> = Vec::with_capacity(links.len());
    for (i, link) in links.iter().enumerate() {
        let before = (i.saturating_sub(REACH)..i)
            .filter(|&j| follows(&link.words, &links[j].words))
            .max_by_key(|&j| (chains[j].0, j));
        let weight = before.map_or(0, |j| chains[j].0) + weight(witnesses, &link.words);
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

/// The parts of a stretch: white space that all begin with, the middle, white space that all end with.
struct Parts {
    /// The same in all, byte for byte.
    leading: Places,
    /// Other white space in some; nothing where that counts.
    leading_space: Places,
    middle: Places,
    trailing_space: Places,
    trailing: Places,
}

struct Cutter<'a> {
    table: &'a AlignmentTable,
    rules: Rules<'a>,
    passed_over: PassedOver<'a>,
    /// How far each text has been cut, in bytes.
    at: Vec<u32>,
    pieces: Vec<Piece>,
    /// The row of the bead that is being cut.
    row: Option<&'a Row>,
}

impl<'a> Cutter<'a> {
    fn new(table: &'a AlignmentTable, rules: Rules<'a>) -> Self {
        Self {
            table,
            rules,
            passed_over: PassedOver::new(table, rules),
            at: vec![0; table.witnesses.len()],
            pieces: Vec::new(),
            row: None,
        }
    }

    fn lies_ahead(&self, places: &[Option<Span>]) -> bool {
        let mut ahead = places.iter().zip(&self.at);
        ahead.all(|(span, &at)| span.is_none_or(|span| at <= span.start))
    }

    /// The pieces of a bead, which stands at these places.
    fn bead(&mut self, row: &'a Row, extent: &[Option<Span>]) {
        let witnesses = &self.table.witnesses;
        self.row = Some(row);
        let links = row.links.iter().filter_map(|link| {
            let words = words(witnesses, link)?;
            inside(&words, extent).then_some(Placed { words, link })
        });
        for Placed { words, link } in in_order(witnesses, links.collect()) {
            // With more than two witnesses a link may follow the one before it and still not one of the others.
            if self.lies_ahead(&words) {
                self.gap(&words);
                // Words that are the same may have other white space between them.
                let white_space = link.class == Class::Same && self.rules.white_space_counts();
                let bearing = (self.rules.counts(link) || white_space).into();
                self.push(words, bearing, Some(link.class));
            }
        }
        let end: Places = extent
            .iter()
            .map(|span| span.map(|s| Span { start: s.end, ..s }))
            .collect();
        self.gap(&end);
        self.row = None;
    }

    /// A piece of these places, right after the last; one without text is none.
    fn push(&mut self, places: Places, bearing: Bearing, class: Option<Class>) {
        let all = 0..places.len();
        let readings = match places.iter().position(Option::is_some) {
            // What the first has that has anything here, for all that have.
            Some(first) if bearing == Bearing::Ignored => all
                .map(|w| if places[w].is_some() { first } else { w })
                .collect(),
            _ => all.collect(),
        };
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
        self.pieces.push(Piece {
            readings,
            spans,
            row: self.row.map(|row| row.number),
            class,
        });
    }

    /// What stands before these places inside a bead: the white space that all have at its ends, and what differs.
    fn gap(&mut self, places: &[Option<Span>]) {
        let parts = self.parts(places);
        let counts = !self.passed_over.holds(&parts.middle);
        self.push_parts(parts, |cutter, middle| {
            cutter.push(middle, counts.into(), None);
        });
    }

    /// What stands before these places between beads: each witness's text in a piece of its own, unless all say the same.
    fn between_beads(&mut self, places: &[Option<Span>]) {
        let parts = self.parts(places);
        self.push_parts(parts, |cutter, middle| {
            if cutter.say_the_same(&middle) {
                let counts = cutter.rules.white_space_counts();
                cutter.push(middle, counts.into(), None);
                return;
            }
            for n in 0..middle.len() {
                let mut alone = vec![None; middle.len()];
                alone[n] = middle[n];
                cutter.push(alone, Bearing::Counts, None);
            }
        });
    }

    fn push_parts(&mut self, parts: Parts, middle: impl FnOnce(&mut Self, Places)) {
        self.push(parts.leading, Bearing::Ignored, None);
        self.push(parts.leading_space, Bearing::Ignored, None);
        middle(self, parts.middle);
        self.push(parts.trailing_space, Bearing::Ignored, None);
        self.push(parts.trailing, Bearing::Ignored, None);
    }

    /// Whether the texts at these places differ in white space, and in how letters are composed, at most.
    fn say_the_same(&self, places: &[Option<Span>]) -> bool {
        let text = |(w, span): (&'a Witness, &Option<Span>)| {
            composed(span.map_or("", |span| w.slice(span)).into())
        };
        let mut texts = self.table.witnesses.iter().zip(places).map(text);
        let Some(first) = texts.next() else {
            return true;
        };
        texts.all(|text| text.split_whitespace().eq(first.split_whitespace()))
    }

    /// The parts of what stands between the last piece and these places.
    fn parts(&self, places: &[Option<Span>]) -> Parts {
        let mut rest: Places = places
            .iter()
            .zip(&self.at)
            .map(|(span, &start)| {
                span.map(|span| Span {
                    start,
                    end: span.start,
                })
            })
            .collect();
        let witnesses = &self.table.witnesses;
        let shared = |texts: &[&str], end| vec![shared_space(texts, end); texts.len()];
        let own = |texts: &[&str], end| own_space(texts, end);
        let leading = take(witnesses, &mut rest, End::Start, shared);
        let trailing = take(witnesses, &mut rest, End::Stop, shared);
        let nothing = |texts: &[&str], _| vec![0; texts.len()];
        let [leading_space, trailing_space] = [End::Start, End::Stop].map(|end| {
            if self.rules.white_space_counts() {
                take(witnesses, &mut rest, end, nothing)
            } else {
                take(witnesses, &mut rest, end, own)
            }
        });
        Parts {
            leading,
            leading_space,
            middle: rest,
            trailing_space,
            trailing,
        }
    }
}

/// An end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Start,
    Stop,
}

/// Takes from one end of each place as many bytes as `length` says of their texts.
fn take(
    witnesses: &[Witness],
    places: &mut Places,
    end: End,
    length: impl Fn(&[&str], End) -> Vec<u32>,
) -> Places {
    let texts: Vec<&str> = witnesses
        .iter()
        .zip(&*places)
        .filter_map(|(w, span)| Some(w.slice((*span)?)))
        .collect();
    let mut lengths = length(&texts, end).into_iter();
    let taken = places.iter_mut().map(|place| {
        let span = place.as_mut()?;
        let length = lengths.next().unwrap_or(0);
        let at = match end {
            End::Start => span.start + length,
            End::Stop => span.end - length,
        };
        let (before, after) = (Span { end: at, ..*span }, Span { start: at, ..*span });
        let (taken, left) = match end {
            End::Start => (before, after),
            End::Stop => (after, before),
        };
        *span = left;
        Some(taken)
    });
    taken.collect()
}

/// The bytes of white space that all texts have at one end.
fn shared_space(texts: &[&str], end: End) -> u32 {
    let Some((first, others)) = texts.split_first() else {
        return 0;
    };
    let mut length = 0;
    loop {
        let next = match end {
            End::Start => first[length..].chars().next(),
            End::Stop => first[..first.len() - length].chars().next_back(),
        };
        let Some(c) = next.filter(|c| c.is_whitespace()) else {
            break;
        };
        let to = length + c.len_utf8();
        let same = |text: &&str| match end {
            End::Start => text.as_bytes().get(..to) == first.as_bytes().get(..to),
            End::Stop => text.ends_with(&first[first.len() - to..]),
        };
        if !others.iter().all(same) {
            break;
        }
        length = to;
    }
    length as u32
}

/// The bytes of white space that each text has at one end; none where one has none.
fn own_space(texts: &[&str], end: End) -> Vec<u32> {
    let length = |text: &&str| {
        let rest = match end {
            End::Start => text.trim_start(),
            End::Stop => text.trim_end(),
        };
        (text.len() - rest.len()) as u32
    };
    let lengths: Vec<u32> = texts.iter().map(length).collect();
    if lengths.contains(&0) {
        return vec![0; texts.len()];
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_taken_off_as_far_as_all_have_it() {
        let texts = ["\u{202f} \na", "\u{202f} b", "\u{202f}  "];
        assert_eq!(shared_space(&texts, End::Start), 4);
        assert_eq!(shared_space(&["a\r\n", "\n", " \r\n"], End::Stop), 1);
        assert_eq!(shared_space(&[" a", ""], End::Start), 0);
        assert_eq!(shared_space(&[], End::Start), 0);
    }

    #[test]
    fn other_space_is_taken_off_where_all_have_some() {
        assert_eq!(own_space(&["\r\na", " b"], End::Start), [2, 1]);
        assert_eq!(own_space(&["a\u{a0}", "b"], End::Stop), [0, 0]);
    }
}

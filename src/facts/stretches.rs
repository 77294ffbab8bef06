//! Long rows, cut into stretches that are compared by themselves: to look for all that one cell says in all of the other takes
//! time with the product of their lengths. A chapter on one line says most things where the other text says them.

use std::ops::Range;

use crate::table::{Link, Row};
use crate::witness::{TokenRange, Witness};

/// A row with more tokens than this on a side is cut; sentences and paragraphs have fewer.
const LONGEST: usize = 2000;
/// Tokens of a stretch, on its longer side: a page.
const STRETCH: u32 = 500;
/// A stretch is cut with more tokens than this wherever it is, elsewhere where nothing crosses.
const LONGEST_STRETCH: u32 = 4 * STRETCH;
/// Units before and behind a row in which a name is still known.
const AROUND: u32 = 3;

/// What is compared at once of two cells of a row.
pub(super) struct Stretch<'a> {
    pub(super) links: &'a [Link],
    /// The tokens of each cell, those of one unit together.
    pub(super) cells: [Vec<TokenRange>; 2],
    /// The tokens in and near each cell.
    pub(super) around: [Range<usize>; 2],
}

/// The stretches of two cells of a row, in their order: of nearly all rows one.
pub(super) fn of<'a>(
    witnesses: [&Witness; 2],
    row: &'a Row,
    sides: [usize; 2],
) -> Vec<Stretch<'a>> {
    let cells = [0, 1].map(|cell| {
        let units = row.cells[sides[cell]].iter();
        let tokens = units.map(|&unit| witnesses[cell].unit(unit).tokens);
        tokens.collect::<Vec<_>>()
    });
    let length = |cell: &[TokenRange]| cell.iter().map(|tokens| tokens.len()).sum::<usize>();
    if cells.iter().all(|cell| length(cell) <= LONGEST) {
        let around = [0, 1].map(|cell| units_around(witnesses[cell], row, sides[cell]));
        return vec![Stretch {
            links: &row.links,
            cells,
            around,
        }];
    }
    let cuts = cuts(&row.links, sides);
    let ends = [0, 1].map(|cell| cuts.iter().map(|cut| cut.ends[cell]).collect::<Vec<_>>());
    let [mut of_a, mut of_b] = [0, 1].map(|cell| split(&cells[cell], &ends[cell]).into_iter());
    let mut from = 0;
    let mut stretches: Vec<Stretch<'a>> = Vec::with_capacity(cuts.len());
    for cut in &cuts {
        stretches.push(Stretch {
            links: &row.links[from..cut.link],
            cells: [
                of_a.next().unwrap_or_default(),
                of_b.next().unwrap_or_default(),
            ],
            around: [0..0, 0..0],
        });
        from = cut.link;
    }
    for n in 0..stretches.len() {
        let near = &stretches[n.saturating_sub(1)..stretches.len().min(n + 2)];
        let around = [0, 1].map(|cell| {
            let mut tokens = near.iter().flat_map(|stretch| &stretch.cells[cell]);
            let first = tokens.next().map_or(0..0, |tokens| tokens.range());
            first.start..tokens.last().map_or(first.end, |tokens| tokens.range().end)
        });
        stretches[n].around = around;
    }
    stretches
}

/// The tokens of the units of a cell and of some before and behind it.
fn units_around(witness: &Witness, row: &Row, side: usize) -> Range<usize> {
    let (Some(first), Some(last)) = (row.cells[side].first(), row.cells[side].last()) else {
        return 0..0;
    };
    let units = witness.units();
    let end = (last.0 + AROUND).min(units.len().saturating_sub(1) as u32);
    let first = &units[first.0.saturating_sub(AROUND) as usize];
    first.tokens.range().start..units[end as usize].tokens.range().end
}

/// Where a stretch ends: before a link, and before a token of each side.
struct Cut {
    link: usize,
    ends: [u32; 2],
}

/// Where stretches end, the last of them with the row.
fn cuts(links: &[Link], sides: [usize; 2]) -> Vec<Cut> {
    let tokens = |link: &Link| {
        sides.map(|side| {
            (
                link.tokens[side].first().copied(),
                link.tokens[side].last().copied(),
            )
        })
    };
    // The least token of each side from each link on.
    let mut least = vec![[u32::MAX; 2]; links.len() + 1];
    for (n, link) in links.iter().enumerate().rev() {
        let first = tokens(link).map(|(first, _)| first.map_or(u32::MAX, |t| t.0));
        least[n] = [0, 1].map(|cell| first[cell].min(least[n + 1][cell]));
    }
    let mut cuts: Vec<Cut> = Vec::new();
    // Behind the greatest token of each side so far.
    let mut ends = least[0].map(|first| if first == u32::MAX { 0 } else { first });
    let mut from = ends;
    for (n, link) in links.iter().enumerate() {
        let last = tokens(link).map(|(_, last)| last.map_or(0, |t| t.0 + 1));
        ends = [0, 1].map(|cell| ends[cell].max(last[cell]));
        let length = (ends[0] - from[0]).max(ends[1] - from[1]);
        let joins = sides.iter().all(|&side| !link.tokens[side].is_empty());
        let clean = joins && (0..2).all(|cell| ends[cell] <= least[n + 1][cell]);
        if length >= LONGEST_STRETCH || length >= STRETCH && clean {
            cuts.push(Cut { link: n + 1, ends });
            from = ends;
        }
    }
    if cuts.last().is_none_or(|cut| cut.link < links.len()) {
        cuts.push(Cut {
            link: links.len(),
            ends,
        });
    }
    if let Some(last) = cuts.last_mut() {
        last.ends = [u32::MAX; 2];
    }
    cuts
}

/// The tokens of units, cut before these tokens, which increase.
fn split(units: &[TokenRange], ends: &[u32]) -> Vec<Vec<TokenRange>> {
    let mut parts = Vec::with_capacity(ends.len());
    let mut units = units.iter().copied();
    let mut rest = units.next();
    for &end in ends {
        let mut part = Vec::new();
        while let Some(tokens) = rest {
            if tokens.end <= end {
                part.push(tokens);
                rest = units.next();
                continue;
            }
            if tokens.start < end {
                part.push(TokenRange { end, ..tokens });
                rest = Some(TokenRange {
                    start: end,
                    ..tokens
                });
            }
            break;
        }
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: u32, end: u32) -> TokenRange {
        TokenRange { start, end }
    }

    #[test]
    fn units_are_cut_where_they_are_told_to_be() {
        let units = [range(0, 4), range(4, 4), range(6, 10), range(10, 12)];
        assert_eq!(
            split(&units, &[2, 6, 11, u32::MAX]),
            [
                vec![range(0, 2)],
                vec![range(2, 4), range(4, 4)],
                vec![range(6, 10), range(10, 11)],
                vec![range(11, 12)],
            ]
        );
        assert_eq!(split(&units, &[u32::MAX]), [units.to_vec()]);
    }
}

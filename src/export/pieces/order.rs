//! Which places of a bead stand in one order in all witnesses: the heaviest chain of its links.

use crate::export::runs::Runs;
use crate::table::{AlignmentTable, Link, Row};
use crate::witness::{Span, TokenIndex, Witness};

/// For each witness a stretch of its text, if it has one.
pub(super) type Places = Vec<Option<Span>>;

/// A link with the places of its words.
pub(super) struct Placed<'l> {
    pub(super) words: Places,
    pub(super) link: &'l Link,
}

/// From the first unit of a bead's run to its last, of each witness that has it where the table has it.
pub(super) fn extent(table: &AlignmentTable, runs: &Runs, row: &Row) -> Places {
    let cells = table.witnesses.iter().zip(&row.cells).enumerate();
    cells
        .map(|(w, (witness, units))| {
            if row.moved_to_in(w, table.base).is_some() {
                return None;
            }
            let run = runs.of(w, units)?;
            let span = |unit: usize| witness.units()[unit].span;
            whole(Some(span(run.start)), Some(span(run.end - 1)))
        })
        .collect()
}

/// The words of a link that stand inside `extent`, if at least two witnesses have some; of each witness whose words are
/// neighbours, and where the base has them.
pub(super) fn words(
    table: &AlignmentTable,
    link: &Link,
    extent: &[Option<Span>],
) -> Option<Places> {
    let sides = table.witnesses.iter().zip(&link.tokens).zip(extent);
    let places = sides.enumerate().map(|(w, ((witness, tokens), place))| {
        if link.is_moved_in(w, table.base) || !are_neighbours(tokens) {
            return None;
        }
        let span = |t: &TokenIndex| witness.token(*t).span;
        let words = whole(tokens.first().map(span), tokens.last().map(span))?;
        let place = (*place)?;
        (place.start <= words.start && words.end <= place.end).then_some(words)
    });
    let places: Places = places.collect();
    are_several(&places).then_some(places)
}

fn are_neighbours(tokens: &[TokenIndex]) -> bool {
    tokens.windows(2).all(|pair| pair[0].is_before(pair[1]))
}

/// Whether more than one witness has a place.
pub(super) fn are_several(places: &[Option<Span>]) -> bool {
    places.iter().flatten().count() > 1
}

fn whole(first: Option<Span>, last: Option<Span>) -> Option<Span> {
    Some(Span {
        start: first?.start,
        end: last?.end,
    })
}

/// How many links back one is looked for that a link can follow. Words that have moved are marked so and not among
/// them, so the next few are enough, and the cost stays linear in a bead of any length.
const REACH: usize = 64;

/// The heaviest chain of links that keeps the order of all witnesses; the weight is in characters that all have.
pub(super) fn in_order<'l>(witnesses: &[Witness], links: Vec<Placed<'l>>) -> Vec<Placed<'l>> {
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

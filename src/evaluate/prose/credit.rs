//! The credit of linked characters, and what it adds up to.

use std::collections::HashMap;
use std::ops::AddAssign;

use crate::evaluate::prose::side::Side;
use crate::evaluate::tally::harmonic;

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
    /// For a character of verse v that is linked to a stretch Y: the share of Y that lies in v's cell, if Y touches v.
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

/// The best credit of a character over its links.
#[derive(Clone, Copy, Default)]
struct Best {
    linked: bool,
    cell: f64,
    verse: f64,
    strict: f64,
}

/// Counts links, each some ranges of both texts, given the cell of each verse.
pub(super) fn tally(
    sides: &[Side; 2],
    cell: &[usize],
    links: &[[Vec<[usize; 2]>; 2]],
) -> TextScores {
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

//! The places of a row where others read otherwise: runs of links at which the same witnesses read the same.

use crate::select::{Shown, Standing, Voice};
use crate::table::{Link, Reading, Row, Seen};
use crate::witness::TokenIndex;

use super::Apparatus;
use super::citation::are_parted_by_marks;
use super::lacunae::Lacuna;

/// A run of links at which the same witnesses read the same.
pub(super) struct Place {
    /// Their indices in the row.
    pub(super) links: Vec<usize>,
    /// The first and the last of them that are marked.
    marked: Option<[usize; 2]>,
    /// The groups of witnesses, that of the base first.
    pub(super) groups: Vec<Vec<usize>>,
    /// Those that have the words in another order.
    pub(super) moved: Vec<usize>,
    /// How each witness stands.
    pub(super) standings: Vec<Standing>,
    /// The last word of the base before it.
    pub(super) after: Option<TokenIndex>,
}

impl Place {
    /// The words of a witness, increasing.
    pub(super) fn words(&self, row: &Row, w: usize) -> Vec<TokenIndex> {
        let links = self.links.iter().map(|&n| &row.links[n].tokens[w]);
        let mut words: Vec<TokenIndex> = links.flatten().copied().collect();
        words.sort_unstable();
        words
    }

    /// The first and the last of its words in the order of the links.
    fn ends(&self, row: &Row, w: usize) -> Option<[TokenIndex; 2]> {
        let links = || self.links.iter().map(|&n| &row.links[n].tokens[w]);
        let first = links().flatten().next();
        let last = links().rev().flat_map(|tokens| tokens.iter().rev()).next();
        Some([*first?, *last?])
    }
}

/// The places of a row where others read otherwise than `base`, in the order of the links. What witnesses lack in one of these
/// stretches is told there.
pub(super) fn places(
    apparatus: &Apparatus<'_>,
    row: &Row,
    base: usize,
    lacunae: &[Lacuna],
) -> Vec<Place> {
    let of_table = apparatus.table.base;
    let rules = apparatus.voices.rules();
    let mut places: Vec<Place> = Vec::new();
    let mut after = None;
    for ((n, link), shown) in row.links.iter().enumerate().zip(apparatus.voices.of(row)) {
        if !rules.is_led_by(row, link, base, of_table) {
            continue;
        }
        let Some(Said {
            marked,
            mut groups,
            standings,
        }) = said(apparatus, row, link, shown)
        else {
            after = link.tokens[base].last().copied().or(after);
            continue;
        };
        let is_told = |w: usize| lacunae.iter().any(|l| l.holds(w, &link.tokens[base]));
        groups
            .iter_mut()
            .for_each(|group| group.retain(|&w| !is_told(w)));
        groups.retain(|group| !group.is_empty());
        let moved = |&w: &usize| shown.moved && link.is_moved_in(w, of_table);
        let place = Place {
            links: vec![n],
            marked: marked.then_some([n; 2]),
            groups,
            moved: (0..row.cells.len()).filter(moved).collect(),
            standings,
            after,
        };
        after = link.tokens[base].last().copied().or(after);
        if place.groups.len() < 2 && place.moved.is_empty() && !lacunae.is_empty() {
            continue;
        }
        match places.last_mut() {
            Some(last) if goes_on(apparatus, row, base, [last, &place]) => {
                last.links.push(n);
                if marked {
                    last.marked = Some([last.marked.map_or(n, |[from, _]| from), n]);
                }
            }
            _ => places.push(place),
        }
    }
    // What is not marked stays where it stands between what is.
    places.retain_mut(|place| {
        let marked = place.marked;
        place
            .links
            .retain(|n| marked.is_some_and(|[from, to]| (from..=to).contains(n)));
        marked.is_some()
    });
    places
}

/// What is said at a link.
struct Said {
    marked: bool,
    groups: Vec<Vec<usize>>,
    standings: Vec<Standing>,
}

/// What is said at a link; `None` where that shows no difference.
fn said(apparatus: &Apparatus<'_>, row: &Row, link: &Link, shown: Shown) -> Option<Said> {
    let rules = apparatus.voices.rules();
    let (differs, mut standings) = match apparatus.agreement {
        None => (
            shown.words != Voice::Silent,
            vec![Standing::With; row.cells.len()],
        ),
        Some(agreement) => {
            let few = apparatus.voices.are_few();
            let standings = agreement.marked(row, link, shown, few);
            (standings.iter().any(|&s| s != Standing::With), standings)
        }
    };
    let marked = differs || shown.moved;
    if !marked && !rules.shows(link) {
        return None;
    }
    let readings = match apparatus.agreement {
        _ if marked && !differs => vec![rules.told_of(row, link).to_vec()],
        None => witnesses(&rules.readings(row, link, apparatus.table.base, Seen::Showing)),
        Some(agreement) => {
            if !marked {
                standings = agreement.standings(row, link);
            }
            witnesses(&agreement.readings(row, link))
        }
    };
    Some(Said {
        marked,
        groups: readings,
        standings,
    })
}

fn witnesses(readings: &[Reading]) -> Vec<Vec<usize>> {
    readings.iter().map(|r| r.witnesses.to_vec()).collect()
}

/// Whether a place goes on with another: the same read the same there, and the words of each follow.
fn goes_on(apparatus: &Apparatus<'_>, row: &Row, base: usize, [last, next]: [&Place; 2]) -> bool {
    let ends = |place: &Place, w: usize| place.ends(row, w);
    let follows = |w: usize| match (ends(last, w), ends(next, w)) {
        (Some([_, before]), Some([after, _])) => before < after,
        _ => true,
    };
    let witness = &apparatus.table.witnesses[base];
    let adjoin = match (ends(last, base), ends(next, base)) {
        (Some([_, before]), Some([after, _])) => are_parted_by_marks(witness, before, after),
        // What is more than the base has stands in one place.
        (None, None) => last.after == next.after,
        (Some([_, before]), None) => next.after == Some(before),
        (None, Some([after, _])) => last
            .after
            .is_some_and(|before| are_parted_by_marks(witness, before, after)),
    };
    last.groups == next.groups
        && last.moved == next.moved
        && adjoin
        && last.groups.iter().flatten().all(|&w| follows(w))
}

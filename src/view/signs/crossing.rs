//! The numbers of words whose partners stand in another order, so that a reader finds them.

use crate::table::Link;
use crate::witness::TokenIndex;

use super::{Mark, Sign};

/// Numbers the links between other words that cross each other in some two witnesses, in the order of the first.
pub(super) fn number_crossing(links: &[Link], marks: &mut [Mark]) {
    let count = links.first().map_or(0, |link| link.tokens.len());
    let mut crossing = vec![false; links.len()];
    for (x, y) in (0..count).flat_map(|x| (x + 1..count).map(move |y| (x, y))) {
        find_crossing(links, marks, [x, y], &mut crossing);
    }
    let mut numbered: Vec<usize> = (0..links.len()).filter(|&n| crossing[n]).collect();
    numbered.sort_by_key(|&n| {
        let firsts = links[n].tokens.iter().map(|tokens| tokens.first().copied());
        // Where the first witness has nothing, the next that has tells.
        firsts.enumerate().find_map(|(w, first)| Some((w, first?)))
    });
    for (number, link) in numbered.into_iter().enumerate() {
        marks[link].number = number as u32 + 1;
    }
}

/// Finds the links that cross others between two witnesses.
fn find_crossing(links: &[Link], marks: &[Mark], [x, y]: [usize; 2], crossing: &mut [bool]) {
    // Where each of them stands in either witness, and which it is.
    let mut places: Vec<(TokenIndex, TokenIndex, usize)> = Vec::new();
    for (n, (link, mark)) in links.iter().zip(marks).enumerate() {
        if mark.sign.is_some_and(Sign::has_partners)
            && let (Some(&a), Some(&b)) = (link.tokens[x].first(), link.tokens[y].first())
        {
            places.push((a, b, n));
        }
    }
    places.sort_unstable();
    // For each the first place in the other witness of those after it.
    let mut first_after = vec![None; places.len()];
    for n in (1..places.len()).rev() {
        let at = Some(places[n].1);
        first_after[n - 1] = first_after[n].map_or(at, |after| at.min(Some(after)));
    }
    let mut last_before = None;
    for (&(_, b, link), after) in places.iter().zip(first_after) {
        crossing[link] |= last_before > Some(b) || after.is_some_and(|after| after < b);
        last_before = last_before.max(Some(b));
    }
}

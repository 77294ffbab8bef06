//! What moved along: the small words and marks between words that stand elsewhere in the other text, so that a phrase that moved
//! is marked as one.

use rustc_hash::FxHashSet;

use crate::table::{Link, Row};
use crate::witness::TokenIndex;

/// Most tokens between two words of a phrase that moved.
const MOST_BETWEEN: usize = 3;

/// The links that lie between others which `moved` and stand beside each other in every witness that has both, but for small words
/// and marks. `is_small` tells whether a link holds nothing else.
pub(super) fn along(row: &Row, moved: &[bool], is_small: impl Fn(&Link) -> bool) -> Vec<usize> {
    if moved.iter().filter(|moved| **moved).count() < 2 {
        return Vec::new();
    }
    let goes_along = |n: usize| {
        let link = &row.links[n];
        let alone = link.tokens.iter().filter(|side| !side.is_empty()).count() == 1;
        (link.moved || alone) && is_small(link)
    };
    // For each witness the stretches between links that moved: the first link, the next one, and what lies between.
    let sides: Vec<Vec<Between>> = (0..row.cells.len())
        .map(|w| {
            let mut tokens: Vec<(TokenIndex, usize)> = Vec::new();
            for (n, link) in row.links.iter().enumerate() {
                tokens.extend(link.tokens[w].iter().map(|&token| (token, n)));
            }
            tokens.sort_unstable();
            let links: Vec<usize> = tokens.into_iter().map(|(_, link)| link).collect();
            between(&links, moved, goes_along)
        })
        .collect();
    let has = |w: usize, n: usize| !row.links[n].tokens[w].is_empty();
    let beside: Vec<FxHashSet<[usize; 2]>> = sides
        .iter()
        .map(|stretches| stretches.iter().map(|stretch| stretch.ends).collect())
        .collect();
    let is_one = |stretch: &&Between| {
        let [first, next] = stretch.ends;
        let beside = |w: usize| beside[w].contains(&stretch.ends);
        let mut both = (0..sides.len()).filter(|&w| has(w, first) && has(w, next));
        both.all(beside)
    };
    let stretches = sides.iter().flatten().filter(is_one);
    stretches
        .flat_map(|stretch| stretch.links.iter().copied())
        .collect()
}

/// Two links that moved, with those between them.
struct Between {
    ends: [usize; 2],
    links: Vec<usize>,
}

/// Those of one witness, given the link of each of its tokens.
fn between(links: &[usize], moved: &[bool], goes_along: impl Fn(usize) -> bool) -> Vec<Between> {
    let at: Vec<usize> = (0..links.len()).filter(|&at| moved[links[at]]).collect();
    let mut found = Vec::new();
    for pair in at.windows(2) {
        let inside = &links[pair[0] + 1..pair[1]];
        let ends = [links[pair[0]], links[pair[1]]];
        if ends[0] != ends[1]
            && inside.len() <= MOST_BETWEEN
            && inside.iter().all(|&link| goes_along(link))
        {
            found.push(Between {
                ends,
                links: inside.to_vec(),
            });
        }
    }
    found
}

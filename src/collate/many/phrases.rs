//! The pairs of words in a link of two witnesses.
//!
//! A link of phrases says that each word stands for some word there, and not for which. A third witness may know better, so the
//! pairs are weighed: words that stand in the same part of both phrases, or the one that bears the phrase where a single word stands
//! for it, count in full.

use crate::table::Link;
use crate::witness::TokenIndex;
use crate::words::WordPair;

/// The part of the probability that other pairs of a link have: as much as leaves a phrase together that no other witness
/// divides, and lets one that does divide it.
const ELSEWHERE: f64 = 0.7;

/// Words of two witnesses, and how probable it is that they stand for each other.
pub(super) type Weighed = (TokenIndex, TokenIndex, f64);

/// The pairs of words of a link between two. `letters` tells how long a word of either is.
pub(super) fn pairs<'l>(
    link: &'l Link,
    letters: &dyn Fn(usize, TokenIndex) -> usize,
) -> impl Iterator<Item = Weighed> + 'l {
    let [a, b] = [&link.tokens[0], &link.tokens[1]];
    let (m, n) = (a.len(), b.len());
    let longest = |side: usize| {
        let own = link.tokens[side].iter().map(|&token| letters(side, token));
        own.max().unwrap_or(0)
    };
    // Short words are articles and auxiliaries: the longest bears a phrase.
    let bears: Vec<bool> = match (m, n) {
        (2.., 1) => a.iter().map(|&x| letters(0, x) == longest(0)).collect(),
        (1, 2..) => b.iter().map(|&y| letters(1, y) == longest(1)).collect(),
        _ => Vec::new(),
    };
    // What is linked is believed as far as the least of what is linked at all: others may contradict, doubt may not.
    let probability = link.probability.max(f64::from(WordPair::LEAST));
    a.iter().enumerate().flat_map(move |(i, &x)| {
        let bears = bears.clone();
        b.iter().enumerate().map(move |(j, &y)| {
            let in_full = match bears.get(i.max(j)) {
                Some(&bears) => bears,
                None => i * n < (j + 1) * m && j * m < (i + 1) * n,
            };
            let share = if in_full { 1.0 } else { ELSEWHERE };
            (x, y, probability * share)
        })
    })
}

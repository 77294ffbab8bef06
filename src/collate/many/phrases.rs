//! The pairs of words in a link of two witnesses.
//!
//! A link of phrases says that each word stands for some word there, and not for which. A third witness may know better, so the
//! pairs are weighed: words that stand in the same part of both phrases, or the one that bears the phrase where a single word stands
//! for it, count in full.

use smallvec::SmallVec;

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
    // Short words are articles and auxiliaries: the longest bears a phrase that stands for one word.
    let phrase = match (m, n) {
        (2.., 1) => Some(0),
        (1, 2..) => Some(1),
        _ => None,
    };
    let lengths = phrase.into_iter().flat_map(|side| {
        let own = link.tokens[side].iter();
        own.map(move |&token| letters(side, token))
    });
    let lengths: SmallVec<[usize; 4]> = lengths.collect();
    let longest = lengths.iter().copied().max();
    // What is linked is believed as far as the least of what is linked at all: others may contradict, doubt may not.
    let probability = link.probability.max(f64::from(WordPair::LEAST));
    (0..m * n).map(move |at| {
        let (i, j) = (at / n, at % n);
        let in_full = match lengths.get(i.max(j)) {
            Some(&own) => Some(own) == longest,
            None => i * n < (j + 1) * m && j * m < (i + 1) * n,
        };
        let share = if in_full { 1.0 } else { ELSEWHERE };
        (a[i], b[j], probability * share)
    })
}

//! Quotations: passages of one witness quoted or paraphrased inside a sentence of the other that says something else as well.
//!
//! Outside beads: text that has no counterpart of its own is compared with every sentence that shares rare words with it.
//! Inside a bead: what stands in quotation marks is compared with the other side of the bead.

mod sentence;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::local::{MOST_CELLS, Match, best_match};
use crate::align::model::Model;
use crate::bead::Bead;
use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;
use crate::witness::{Span, Witness};
use sentence::{LEAST_WORDS, Sentence, Sentences, content, fills, says_else, widened};

/// A passage of each witness, of which one quotes the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The passage in the first witness.
    pub a: Span,
    /// The passage in the second witness.
    pub b: Span,
    /// What ties them, in nats.
    pub score: f64,
}

/// Sentences of the other witness that a sentence is compared with: those that share most with it.
const COMPARED: usize = 8;
/// A stem in more sentences than this leads to none of them.
const COMMON: usize = 60;
/// Passages that are looked for in one pair of sentences.
const PASSAGES: usize = 3;
/// What passages give that both have no counterpart of their own: such text is likelier to be quoted than text that is
/// accounted for.
const BOTH_FREE: f64 = 6.0;
/// What passages must give more, in nats, that no quotation marks enclose.
const UNMARKED: f32 = 3.0;
/// The least share of a passage that must have no counterpart of its own.
const FREE_SHARE: f64 = 0.5;
/// The share of the shorter of two passages from which they are the same place.
const SAME_PLACE: f64 = 0.3;
/// What a passage between quotation marks must give, in nats, inside a bead: more than one rare word.
const LEAST_IN_BEAD: f32 = 8.0;

/// Two sentences that are compared, and their places.
struct Pair {
    a: Sentence,
    b: Sentence,
    at: (usize, usize),
}

impl Pair {
    fn new(sides: &[Sentences<'_>; 2], x: usize, y: usize) -> Self {
        Self {
            a: sides[0].get(x),
            b: sides[1].get(y),
            at: (x, y),
        }
    }
}

/// A pair of passages with the sentences they stand in.
struct PassagePair {
    sentence_a: usize,
    sentence_b: usize,
    at: Match,
    score: f64,
    /// Whether the passage of each side had no counterpart of its own.
    free: [bool; 2],
}

/// The quotations between two witnesses, given the beads of their aligned units.
pub(super) fn quotations(
    a: &Witness,
    b: &Witness,
    vocabulary: &Vocabulary,
    model: &Model,
    beads: &[Bead],
) -> Vec<Quote> {
    let sides = [
        Sentences::new(a, vocabulary, 0, beads.iter().flat_map(|x| &x.a)),
        Sentences::new(b, vocabulary, 1, beads.iter().flat_map(|x| &x.b)),
    ];
    let linked = linked_sentences(a, b, beads);
    let words = |side: &Sentences<'_>| {
        let words = (0..side.len()).map(|at| side.words(at).count());
        words.sum::<usize>().max(1) as f64
    };
    // Expected number of chance matches that good falls below one (Karlin and Altschul 1990).
    let least = (words(&sides[0]) * words(&sides[1])).ln() as f32;

    let mut found = Vec::new();
    for (x, y) in outside(&sides, model, &linked) {
        found.extend(free_passages(&Pair::new(&sides, x, y), model, least));
    }
    let mut pairs: Vec<_> = linked.into_iter().collect();
    pairs.sort_unstable();
    for (x, y) in pairs {
        let pair = Pair::new(&sides, x as usize, y as usize);
        found.extend(quoted_passages(&pair, model));
    }
    found.sort_by(|p, q| {
        q.score
            .total_cmp(&p.score)
            .then((p.sentence_a, p.sentence_b).cmp(&(q.sentence_a, q.sentence_b)))
            .then(p.at.b.start.cmp(&q.at.b.start))
    });
    let mut quotes: Vec<Quote> = explain_once(found)
        .into_iter()
        .map(|f| {
            let span = |w: &Witness, s: &Sentence, range: &Range<usize>| {
                let token = |k: usize| w.tokens[s.words[k].token as usize].span;
                Span {
                    start: token(range.start).start,
                    end: token(range.end - 1).end,
                }
            };
            let pair = Pair::new(&sides, f.sentence_a, f.sentence_b);
            Quote {
                a: span(a, &pair.a, &f.at.a),
                b: span(b, &pair.b, &f.at.b),
                score: f.score,
            }
        })
        .collect();
    quotes.sort_by_key(|q| (q.a.start, q.b.start, q.a.end));
    quotes
}

/// Pairs of sentences of which parts are in one bead.
fn linked_sentences(a: &Witness, b: &Witness, beads: &[Bead]) -> FxHashSet<(u32, u32)> {
    let sentence = |w: &Witness, unit: u32| w.aligned_units()[unit as usize].sentence;
    beads
        .iter()
        .flat_map(|bead| {
            bead.a.iter().flat_map(move |&x| {
                bead.b
                    .iter()
                    .map(move |&y| (sentence(a, x), sentence(b, y)))
            })
        })
        .collect()
}

/// Pairs of sentences, not of one bead, that share rare words and of which one has words without a counterpart.
fn outside(
    sides: &[Sentences<'_>; 2],
    model: &Model,
    linked: &FxHashSet<(u32, u32)>,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (own, other) in [(1, 0), (0, 1)] {
        let mut index: FxHashMap<KeyId, Vec<u32>> = FxHashMap::default();
        for s in 0..sides[other].len() {
            for (_, word, _) in sides[other].words(s).filter(|w| !w.1.function) {
                let list = index.entry(word.key(Fold::Stem)).or_default();
                if list.last() != Some(&(s as u32)) && list.len() <= COMMON {
                    list.push(s as u32);
                }
            }
        }
        let mut shared: FxHashMap<u32, f32> = FxHashMap::default();
        for s in 0..sides[own].len() {
            let free = || sides[own].words(s).filter(|(_, _, explained)| !explained);
            if free().count() < LEAST_WORDS {
                continue;
            }
            shared.clear();
            for (_, word, _) in free().filter(|(_, word, _)| !word.function) {
                let stem = word.key(Fold::Stem);
                for &o in index
                    .get(&stem)
                    .into_iter()
                    .filter(|list| list.len() <= COMMON)
                    .flatten()
                {
                    *shared.entry(o).or_default() += model.rarity[stem as usize].ln();
                }
            }
            let mut likely: Vec<(u32, f32)> = shared.iter().map(|(&o, &w)| (o, w)).collect();
            likely.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            likely.truncate(COMPARED);
            pairs.extend(likely.into_iter().map(|(o, _)| match own {
                0 => (s, o as usize),
                _ => (o as usize, s),
            }));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|&(x, y)| !linked.contains(&(x as u32, y as u32)));
    pairs
}

/// Significant passages of two sentences of which at least one has no counterpart of its own.
fn free_passages(pair: &Pair, model: &Model, least: f32) -> Vec<PassagePair> {
    let (sa, sb) = (&pair.a, &pair.b);
    let mut found = Vec::new();
    // Stretches of B that are still to be searched.
    let whole = 0..sb.words.len();
    let mut stretches = Vec::from([whole]);
    while let Some(stretch) = stretches.pop() {
        if found.len() == PASSAGES || stretch.len() < LEAST_WORDS {
            continue;
        }
        let Some(m) = best_match(model, &sa.words, &sb.words[stretch.clone()], least) else {
            continue;
        };
        let at = Match {
            b: stretch.start + m.b.start..stretch.start + m.b.end,
            ..m
        };
        if at.a.len() < LEAST_WORDS || at.b.len() < LEAST_WORDS {
            continue;
        }
        let score = f64::from(at.score);
        stretches.push(at.b.end..stretch.end);
        stretches.push(stretch.start..at.b.start);
        let free = |s: &Sentence, range: &Range<usize>| {
            let free = s.explained[range.clone()].iter().filter(|e| !**e).count();
            free as f64 >= FREE_SHARE * range.len() as f64
        };
        let free = [free(sa, &at.a), free(sb, &at.b)];
        let marked =
            sa.quoted.iter().any(|q| fills(&at.a, q)) || sb.quoted.iter().any(|q| fills(&at.b, q));
        if free == [false, false] || (!marked && at.score < least + UNMARKED) {
            continue;
        }
        found.push(PassagePair {
            sentence_a: pair.at.0,
            sentence_b: pair.at.1,
            score: score + if free == [true, true] { BOTH_FREE } else { 0.0 },
            at: grown(pair, at),
            free,
        });
    }
    found
}

/// What stands in quotation marks in one of two sentences of a bead, and its passage in the other.
fn quoted_passages(pair: &Pair, model: &Model) -> Vec<PassagePair> {
    let (sa, sb) = (&pair.a, &pair.b);
    let mut found = Vec::new();
    let quotes = |own: &Sentence, other: &Sentence| -> Vec<Range<usize>> {
        // Each is looked for in all of the other sentence.
        let words: usize = own.quoted.iter().map(|q| q.len()).sum();
        let few = words.saturating_mul(other.words.len()) <= MOST_CELLS;
        if !own.quoted.is_empty() && few && says_else(own, other) {
            own.quoted.clone()
        } else {
            Vec::new()
        }
    };
    for quote in quotes(sb, sa) {
        if let Some(m) = best_match(model, &sa.words, &sb.words[quote.clone()], LEAST_IN_BEAD) {
            let at = Match {
                b: quote.start + m.b.start..quote.start + m.b.end,
                ..m
            };
            found.push((at, [false, true]));
        }
    }
    for quote in quotes(sa, sb) {
        if let Some(m) = best_match(model, &sa.words[quote.clone()], &sb.words, LEAST_IN_BEAD) {
            let at = Match {
                a: quote.start + m.a.start..quote.start + m.a.end,
                ..m
            };
            found.push((at, [true, false]));
        }
    }
    found
        .into_iter()
        .filter(|(at, _)| at.a.len() >= LEAST_WORDS && at.b.len() >= LEAST_WORDS)
        .map(|(at, free)| PassagePair {
            sentence_a: pair.at.0,
            sentence_b: pair.at.1,
            score: f64::from(at.score),
            at: grown(pair, at),
            free,
        })
        .collect()
}

/// A match whose edges are moved out to the quotation marks it all but fills.
///
/// What one side gains of content words the other side gains as well.
fn grown(pair: &Pair, at: Match) -> Match {
    let Match {
        mut a,
        mut b,
        score,
    } = at;
    let (sa, sb) = (&pair.a, &pair.b);
    if let Some(quote) = sb.quoted.iter().find(|q| fills(&b, q)).cloned() {
        let before = content(sb, quote.start..b.start);
        let after = content(sb, b.end..quote.end);
        b = b.start.min(quote.start)..b.end.max(quote.end);
        a = widened(sa, a, before, after);
    } else if let Some(quote) = sa.quoted.iter().find(|q| fills(&a, q)).cloned() {
        let before = content(sa, quote.start..a.start);
        let after = content(sa, a.end..quote.end);
        a = a.start.min(quote.start)..a.end.max(quote.end);
        b = widened(sb, b, before, after);
    }
    Match { a, b, score }
}

/// Each place is explained once: the best passage for it is kept. A passage may be quoted at several places.
fn explain_once(sorted: Vec<PassagePair>) -> Vec<PassagePair> {
    let overlaps = |p: &Range<usize>, q: &Range<usize>| {
        let shared = p.end.min(q.end).saturating_sub(p.start.max(q.start));
        shared as f64 >= SAME_PLACE * p.len().min(q.len()) as f64 && shared > 0
    };
    let mut places: [FxHashMap<usize, Vec<Range<usize>>>; 2] = Default::default();
    let mut kept: Vec<PassagePair> = Vec::new();
    let mut kept_of: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
    for f in sorted {
        let at = [
            (f.sentence_a, f.at.a.clone()),
            (f.sentence_b, f.at.b.clone()),
        ];
        let taken = (0..2).any(|side| {
            f.free[side]
                && places[side]
                    .get(&at[side].0)
                    .is_some_and(|list| list.iter().any(|r| overlaps(r, &at[side].1)))
        });
        let same = kept_of.entry((f.sentence_a, f.sentence_b)).or_default();
        let again = same.iter().any(|&k| {
            let k: &PassagePair = &kept[k];
            overlaps(&k.at.a, &f.at.a) && overlaps(&k.at.b, &f.at.b)
        });
        if taken || again {
            continue;
        }
        for (side, (sentence, range)) in at.into_iter().enumerate() {
            if f.free[side] {
                places[side].entry(sentence).or_default().push(range);
            }
        }
        same.push(kept.len());
        kept.push(f);
    }
    kept
}

//! Clauses that went from one sentence to another: left out in a row, and added in another. Each is told as a passage of the other
//! place, as quotations are.

use rustc_hash::FxHashMap;

use crate::lexicon::{KeyId, TypeId, Vocabulary, WordType};
use crate::normalize::Fold;
use crate::table::{Link, Passage, Quotation, Row, RowKind, RowNumber};
use crate::witness::{Span, TokenIndex, TokenKind, Witness};

/// Least words of such a clause, and content words among them.
const LEAST_WORDS: usize = 4;
const LEAST_CONTENT: usize = 2;
/// Most words of one: longer stretches are sentences, which are rows of their own.
const MOST_WORDS: usize = 80;
/// The share of the weight of both that must be the same.
const SAME: f64 = 0.8;
/// What must speak for it beside the logarithm of the places where it might stand by chance, in nats.
const MORE_THAN_CHANCE: f64 = 3.0;
/// A word that so many stretches have leads to none of them.
const COMMON: usize = 40;

/// A stretch of words that one witness alone has in a row.
struct Stretch {
    row: RowNumber,
    /// Whether its row has words of the other witness.
    in_bead: bool,
    span: Span,
    /// The stems of its words, and what each weighs.
    words: Vec<(KeyId, f64)>,
    /// Those of its content words.
    content: Vec<KeyId>,
}

/// Two witnesses, with the types of their tokens.
pub(super) struct Texts<'a> {
    pub(super) witnesses: [&'a Witness; 2],
    pub(super) types: [&'a [TypeId]; 2],
    pub(super) vocabulary: &'a Vocabulary,
}

/// The clauses that rows of two witnesses, whose words are linked, leave out and add in other rows; none of which `known` tells.
pub(super) fn carried(texts: &Texts<'_>, rows: &[Row], known: &[Quotation]) -> Vec<Quotation> {
    let weights = Weights::new(texts);
    let [of_a, of_b] = [0, 1].map(|w| stretches(texts, rows, w, &weights));
    let mut by_stem: FxHashMap<KeyId, Vec<usize>> = FxHashMap::default();
    for (n, stretch) in of_b.iter().enumerate() {
        for &stem in &stretch.content {
            let list = by_stem.entry(stem).or_default();
            if list.last() != Some(&n) {
                list.push(n);
            }
        }
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (n, stretch) in of_a.iter().enumerate() {
        // Few share half of the content words; these alone are compared word by word.
        let mut near: FxHashMap<usize, usize> = FxHashMap::default();
        let lists = stretch.content.iter().filter_map(|stem| by_stem.get(stem));
        for &other in lists.filter(|list| list.len() <= COMMON).flatten() {
            *near.entry(other).or_default() += 1;
        }
        let longest = |other: usize| stretch.content.len().max(of_b[other].content.len());
        near.retain(|&other, &mut shared| 2 * shared >= longest(other));
        for other in near.into_keys() {
            let there = &of_b[other];
            let apart = there.row != stretch.row && (there.in_bead || stretch.in_bead);
            let score = shared(&stretch.words, &there.words);
            let all = |words: &[(KeyId, f64)]| words.iter().map(|w| w.1).sum::<f64>();
            let same = score >= SAME * all(&stretch.words).max(all(&there.words));
            if apart && same && score >= weights.least {
                pairs.push((score, n, other));
            }
        }
    }
    pairs.sort_by(|p, q| q.0.total_cmp(&p.0).then((p.1, p.2).cmp(&(q.1, q.2))));
    let (mut used_a, mut used_b) = (vec![false; of_a.len()], vec![false; of_b.len()]);
    let mut found = Vec::new();
    for (score, n, other) in pairs {
        let (x, y) = (&of_a[n], &of_b[other]);
        if used_a[n] || used_b[other] || is_told(known, [x, y]) {
            continue;
        }
        (used_a[n], used_b[other]) = (true, true);
        let passage = |witness, stretch: &Stretch| Passage {
            witness,
            span: stretch.span,
        };
        found.push(Quotation {
            passages: vec![passage(0, x), passage(1, y)],
            rows: vec![x.row, y.row],
            score,
        });
    }
    found
}

/// Whether a quotation has words of both stretches.
fn is_told(known: &[Quotation], stretches: [&Stretch; 2]) -> bool {
    known.iter().any(|quotation| {
        let mut sides = quotation.passages.iter().zip(stretches);
        sides.all(|(p, s)| p.span.start < s.span.end && s.span.start < p.span.end)
    })
}

/// How much words weigh by how rare they are in both witnesses, in nats.
struct Weights {
    of: FxHashMap<KeyId, f64>,
    /// What words must weigh that chance does not bring into two places.
    least: f64,
}

impl Weights {
    fn new(texts: &Texts<'_>) -> Self {
        let mut counts: FxHashMap<KeyId, usize> = FxHashMap::default();
        let words = |types: &[TypeId]| {
            let types = types.iter().map(|&t| texts.vocabulary.get(t));
            let words = types.filter(|t| t.kind != TokenKind::Punctuation);
            words
                .inspect(|word| *counts.entry(word.key(Fold::Stem)).or_default() += 1)
                .count()
        };
        let lengths = texts.types.map(words);
        let all = lengths.iter().sum::<usize>() as f64;
        let places = lengths.iter().map(|&length| length.max(1) as f64);
        Self {
            of: counts
                .into_iter()
                .map(|(stem, count)| (stem, (all / count as f64).ln()))
                .collect(),
            least: places.product::<f64>().ln() + MORE_THAN_CHANCE,
        }
    }
}

/// The stretches of a witness that may be a clause.
fn stretches(texts: &Texts<'_>, rows: &[Row], w: usize, weights: &Weights) -> Vec<Stretch> {
    let witness = texts.witnesses[w];
    let mut found = Vec::new();
    for row in rows {
        let in_bead = row.kind == RowKind::Bead;
        let mut own: Vec<TokenIndex> = match in_bead {
            true => {
                let lone = |link: &&Link| link.tokens[1 - w].is_empty();
                let links = row.links.iter().filter(lone);
                links
                    .flat_map(|link| link.tokens[w].iter().copied())
                    .collect()
            }
            false => {
                let units = row.cells[w].iter().map(|&unit| witness.unit(unit));
                let compared = units.filter(|unit| unit.skip.is_none());
                compared.flat_map(|unit| unit.tokens.indices()).collect()
            }
        };
        own.sort_unstable();
        for run in own.chunk_by(|token, next| token.is_before(*next)) {
            let stretch = Stretch::new(texts, w, run, weights);
            found.extend(stretch.map(|stretch| Stretch {
                row: row.number,
                in_bead,
                ..stretch
            }));
        }
    }
    found
}

impl Stretch {
    /// That of some tokens; `None` where these are too few, or too many.
    fn new(texts: &Texts<'_>, w: usize, run: &[TokenIndex], weights: &Weights) -> Option<Self> {
        let kept: Vec<(TokenIndex, &WordType)> = run
            .iter()
            .map(|&token| (token, texts.vocabulary.get(texts.types[w][token.get()])))
            .filter(|(_, word)| word.kind != TokenKind::Punctuation)
            .collect();
        let stem = |word: &WordType| word.key(Fold::Stem);
        let content = kept.iter().filter(|(_, word)| !word.function);
        let content: Vec<KeyId> = content.map(|(_, word)| stem(word)).collect();
        if !(LEAST_WORDS..=MOST_WORDS).contains(&kept.len()) || content.len() < LEAST_CONTENT {
            return None;
        }
        let span = |token: TokenIndex| texts.witnesses[w].token(token).span;
        let words = kept.iter().map(|(_, word)| {
            let weight = weights.of.get(&stem(word));
            (stem(word), weight.copied().unwrap_or_default())
        });
        Some(Self {
            row: RowNumber::BEGINNING,
            in_bead: false,
            span: Span {
                start: span(kept.first()?.0).start,
                end: span(kept.last()?.0).end,
            },
            words: words.collect(),
            content,
        })
    }
}

/// What the words weigh that two stretches have in one order.
fn shared(x: &[(KeyId, f64)], y: &[(KeyId, f64)]) -> f64 {
    let mut best = vec![0.0_f64; y.len() + 1];
    for (stem, weight) in x {
        let mut diagonal = 0.0;
        for (j, (other, _)) in y.iter().enumerate() {
            let above = best[j + 1];
            best[j + 1] = match stem == other {
                true => diagonal + weight,
                false => above.max(best[j]),
            };
            diagonal = above;
        }
    }
    best[y.len()]
}

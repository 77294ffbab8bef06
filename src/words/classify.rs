//! Which pairs are links: a logistic model over the posterior of both directions, what the words are to each other, what
//! else they could be linked to, whether their neighbours are linked, and how much the sentences share.
//!
//! The weights were fitted on gold sets of English sentences (translations of news, edited and simplified ones), on halves
//! of those of French, English and mixed ones here, and checked on the other halves. They hold nothing of one language.

use super::link::WordPair;
use super::relation::Relation;
use super::shape::{Shape, one_has_a_capital};

/// Pairs whose posterior is lower are never links, and not looked at.
const LEAST_POSTERIOR: f32 = 0.01;
/// A pair whose posterior is higher supports those around it.
const SUPPORTING: f32 = 0.5;
/// Support falls to a third over this many words, on either side.
const SUPPORT_WORDS: f32 = 2.0;
/// Pairs further away, in words of both sides together, give none.
const SUPPORT_REACH: usize = 14;

/// Words whose posterior is higher are taken to say the same.
const TIED: f32 = 0.3;
/// Words of one phrase that has moved stand at most this far apart.
const ALONG: usize = 2;

/// The weights, in logits.
const LOG_POSTERIOR: f32 = 0.83;
/// Of the highest posterior of another pair with the same word of A, and of B.
const RIVAL: f32 = -2.24;
/// Of the posterior of the pair just before, and of that just after.
const NEIGHBOUR: f32 = 0.86;
/// Of the sum of the support around.
const SUPPORT: f32 = 0.51;
/// Of the share of content words that the sentences have in common, where a pair has its place alone to speak for it: where
/// little is shared, little stands at the place of something else.
const SHARE: f32 = 1.48;
/// Of the logarithm of how many times as long one sentence is as the other, there as well: the longer says more.
const LENGTHS: f32 = -0.7;
/// Of the share where words are spelled alike: it says of them, too, whether the sentences say the same.
const SHARE_LIKE: f32 = 2.0;
/// Of words that are hardly alike.
const HARDLY: f32 = -1.5;
const HARDLY_ALIKE: f32 = 0.45;
/// Of a capital that one of two different words has, and not because it stands first: one is a name, or a noun where
/// nouns have capitals.
const CAPITAL: f32 = -0.94;
/// Of how many of their last letters two different words share.
const ENDING: [f32; 3] = [0.0, 0.41, 0.95];

fn of_relation(relation: Relation) -> f32 {
    match relation {
        Relation::Same => 3.06,
        Relation::Stem => 2.61,
        Relation::Like => 1.1,
        Relation::Known => 2.49,
        Relation::Different => 0.2,
        // Half way from what is not known to what is.
        Relation::Hinted => 1.35,
        Relation::SameFunction => 1.24,
        Relation::KnownFunction => 2.13,
        Relation::StemFunction => 0.12,
        Relation::DifferentFunction => -0.38,
        Relation::OtherKind => -0.42,
        Relation::Mixed => 1.38,
        Relation::SameMark => 1.46,
        Relation::DifferentMark => 0.55,
        Relation::Foreign => f32::NEG_INFINITY,
    }
}

/// The weight of by how much the renderings as a whole share fewer words than usual: then less can be told from a place, and
/// more words are spelled alike by chance.
fn free(relation: Relation) -> f32 {
    match relation {
        Relation::Different | Relation::OtherKind | Relation::Mixed => -16.0,
        Relation::DifferentFunction | Relation::Like => -6.0,
        _ => 0.0,
    }
}

/// How probable a pair must be to be a link. Where nothing but the place speaks for it, those that are wrong say what is
/// not so, and those that are missed say little less.
fn least(relation: Relation) -> f32 {
    match relation {
        Relation::KnownFunction | Relation::SameMark => 0.5,
        Relation::Different => 0.53,
        Relation::StemFunction | Relation::DifferentFunction => 0.6,
        Relation::Mixed => 0.7,
        Relation::OtherKind => 0.9,
        _ => WordPair::LEAST,
    }
}

/// The posteriors of both directions together, and the relations, at `i * width + j` for word `i` of A and `j` of B.
pub(super) struct Cells<'a> {
    pub(super) posterior: &'a [f32],
    pub(super) relation: &'a [Relation],
    pub(super) a: &'a [&'a Shape],
    pub(super) b: &'a [&'a Shape],
    /// By how much the renderings share fewer words than usual.
    pub(super) shortfall: f32,
}

impl Cells<'_> {
    /// The links, in the order of A.
    pub(super) fn links(&self) -> Vec<WordPair> {
        let likely = self.likely();
        let share = self.share(&likely.tied);
        let lengths = (self.a.len() as f32 / self.b.len() as f32).ln().abs();
        let fall: Fall = std::array::from_fn(|d| (-(d as f32 - 2.0) / SUPPORT_WORDS).exp());
        // The supporting pairs from the first on that is within reach of the row.
        let mut near = &likely.supporting[..];
        let mut links = Vec::with_capacity(likely.best_a.len());
        for &(i, j) in &likely.candidates {
            while near.first().is_some_and(|s| s.0 + SUPPORT_REACH < i) {
                near = &near[1..];
            }
            let posterior = self.posterior[i * self.b.len() + j];
            let relation = self.relation[i * self.b.len() + j];
            let rivals = other(likely.best_a[i], posterior) + other(likely.best_b[j], posterior);
            let (before, after) = self.diagonal(i, j);
            let mut logit = of_relation(relation)
                + LOG_POSTERIOR * (posterior + 0.002).ln()
                + RIVAL * rivals
                + NEIGHBOUR * (before + after)
                + SUPPORT * support(near, &fall, i, j);
            if relation.is_of_place() {
                logit += SHARE * share + LENGTHS * lengths;
            }
            logit += free(relation) * self.shortfall;
            if relation == Relation::Like {
                logit += SHARE_LIKE * share;
                if self.a[i].likeness(self.b[j]) < HARDLY_ALIKE {
                    logit += HARDLY;
                }
            }
            if relation == Relation::Different {
                logit += ENDING[usize::from(self.a[i].shared_ending(self.b[j]))];
                if one_has_a_capital([self.a, self.b], [i as u32, j as u32]) {
                    logit += CAPITAL;
                }
            }
            let mut probability = 1.0 / (1.0 + (-logit).exp());
            let is_link = probability >= least(relation)
                && (!relation.is_of_place()
                    || before.max(after) > SUPPORTING
                    || !crosses(&likely.tied, i, j));
            if !relation.can_be_sure() {
                probability = probability.min(WordPair::POSSIBLE);
            }
            if is_link {
                links.push(WordPair {
                    a: i as u32,
                    b: j as u32,
                    probability,
                });
            }
        }
        links
    }

    /// The pairs that are looked at, and those that they compete with and are supported by.
    fn likely(&self) -> Likely {
        let (height, width) = (self.a.len(), self.b.len());
        let mut likely = Likely {
            candidates: Vec::with_capacity(2 * height),
            supporting: Vec::with_capacity(height),
            best_a: vec![[0.0; 2]; height],
            best_b: vec![[0.0; 2]; width],
            tied: Vec::with_capacity(height),
        };
        let rows = self.posterior.chunks_exact(width);
        for (i, (row, relations)) in rows.zip(self.relation.chunks_exact(width)).enumerate() {
            for (j, (&p, &relation)) in row.iter().zip(relations).enumerate() {
                if p < LEAST_POSTERIOR {
                    continue;
                }
                enter(&mut likely.best_a[i], p);
                enter(&mut likely.best_b[j], p);
                if relation == Relation::Foreign {
                    continue;
                }
                likely.candidates.push((i, j));
                if p > TIED && relation.ties() {
                    likely.tied.push((i, j, p));
                }
                if p > SUPPORTING && relation.supports() {
                    likely.supporting.push((i, j));
                }
            }
        }
        likely
    }

    /// The share of the content words of both sides that say what a word of the other side says, in `[0, 1]`.
    fn share(&self, tied: &[(usize, usize, f32)]) -> f32 {
        let content = |side: &[&Shape]| side.iter().filter(|s| s.role.is_content()).count();
        let mut best = [vec![0.0_f32; self.a.len()], vec![0.0_f32; self.b.len()]];
        for &(i, j, p) in tied {
            best[0][i] = best[0][i].max(p);
            best[1][j] = best[1][j].max(p);
        }
        let shared: f32 = best.iter().flatten().sum();
        shared / (content(self.a) + content(self.b)).max(1) as f32
    }

    /// The posteriors of the pairs just before and just after a pair; 0 past the ends.
    fn diagonal(&self, i: usize, j: usize) -> (f32, f32) {
        let width = self.b.len();
        let here = i * width + j;
        let before = match (i, j) {
            (0, _) | (_, 0) => 0.0,
            _ => self.posterior[here - width - 1],
        };
        let after = match j + 1 < width {
            true => self.posterior.get(here + width + 1),
            false => None,
        };
        (before, after.copied().unwrap_or(0.0))
    }
}

/// Whether a pair passes over words that say the same in both sentences, and no phrase with such a word has gone the same
/// way: then each of the two was left out here and put in there.
fn crosses(tied: &[(usize, usize, f32)], i: usize, j: usize) -> bool {
    let cross = |x: (usize, usize), y: (usize, usize)| {
        (x.0 < y.0) != (x.1 < y.1) && x.0 != y.0 && x.1 != y.1
    };
    let sure = || tied.iter().filter(|t| t.2 > SUPPORTING).map(|t| (t.0, t.1));
    let mut passed = sure().filter(|&t| cross(t, (i, j))).peekable();
    if passed.peek().is_none() {
        return false;
    }
    let along: Vec<(usize, usize)> = sure()
        .filter(|t| t.0.abs_diff(i) <= ALONG && t.1.abs_diff(j) <= ALONG && !cross(*t, (i, j)))
        .collect();
    passed.any(|t| !along.iter().any(|&a| cross(a, t)))
}

/// What [`Cells::links`] looks at, in the order of A and then of B.
struct Likely {
    candidates: Vec<(usize, usize)>,
    supporting: Vec<(usize, usize)>,
    /// Content words that say the same, with their posteriors.
    tied: Vec<(usize, usize, f32)>,
    /// The two greatest posteriors of each word of A, and of B.
    best_a: Vec<[f32; 2]>,
    best_b: Vec<[f32; 2]>,
}

/// What a pair gives to another, by how many words of both sides together are between them.
type Fall = [f32; SUPPORT_REACH + 1];

/// The sum of what the pairs around give to a pair; `near` begins with the first within reach.
fn support(near: &[(usize, usize)], fall: &Fall, i: usize, j: usize) -> f32 {
    near.iter()
        .take_while(|s| s.0 <= i + SUPPORT_REACH)
        .filter(|s| s.0 != i && s.1 != j)
        .filter_map(|s| fall.get(s.0.abs_diff(i) + s.1.abs_diff(j)))
        .sum()
}

/// Keeps the two greatest.
fn enter(best: &mut [f32; 2], p: f32) {
    if p > best[0] {
        *best = [p, best[0]];
    } else if p > best[1] {
        best[1] = p;
    }
}

/// The greatest but for one occurrence of `p`.
fn other(best: [f32; 2], p: f32) -> f32 {
    if p == best[0] { best[1] } else { best[0] }
}

//! Why a row stands: the words that speak for its beads, what speaks against them, and what would stand in their place.
//!
//! The words of a row are paired again, so that an alignment keeps nothing for what may never be asked.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::align::candidates::candidates_of;
use crate::align::foreign::Foreign;
use crate::align::found::Found;
use crate::align::model::Model;
use crate::align::points::best_points;
use crate::align::score::{Scorer, Weighing, weight};
use crate::align::side::{Hearing, Side, heard};
use crate::align::{Aligner, Texts};
use crate::explanation::{Alone, Explanation, Reasons, Rival, WordPair, WordPairKind};
use crate::lexicon::{KeyId, Vocabulary};
use crate::witness::{AlignedIndex, Level, TokenIndex, Witness};

impl Aligner {
    /// Explains the units in `cells`, for each witness indices into [`Witness::units`], increasing, as they stand where
    /// nothing is pinned. What might stand in place of a bead is sought for its first unit of the witness at `first_witness`.
    pub fn explain(
        &self,
        texts: Texts<'_>,
        cells: [&[u32]; 2],
        first_witness: usize,
    ) -> Explanation {
        let (sides, [a, b]) = (&self.sides, texts.witnesses);
        let foreign = self.foreign.as_ref();
        let first = Model::first(&sides[0], &sides[1], texts.vocabulary, foreign);
        let wanted = [
            positions(a, &sides[0], cells[0]),
            positions(b, &sides[1], cells[1]),
        ];
        let within = |own: &[u32], bead: &[u32]| bead.iter().any(|p| own.binary_search(p).is_ok());
        let all = self.free.main.iter().chain(&self.free.moved);
        let mut beads: Vec<&Found> = all
            .filter(|f| within(&wanted[0], &f.a) || within(&wanted[1], &f.b))
            .collect();
        beads.sort_by(|x, y| x.a.cmp(&y.a));
        let mut examiner = Examiner {
            witnesses: [a, b],
            sides,
            first: &first,
            foreign,
            vocabulary: texts.vocabulary,
            model: &self.model,
            scorer: Scorer::new(&self.model),
        };
        let alone = [0, 1]
            .into_iter()
            .flat_map(|w| {
                let in_bead = |p: &u32| beads.iter().any(|f| [&f.a, &f.b][w].contains(p));
                let free: Vec<u32> = wanted[w].iter().copied().filter(|p| !in_bead(p)).collect();
                examiner.alone(w, &free)
            })
            .collect();
        Explanation {
            beads: beads
                .iter()
                .map(|f| examiner.reasons(f, first_witness))
                .collect(),
            alone,
        }
    }
}

/// The positions of a side that some units of its witness hold, increasing.
fn positions(witness: &Witness, side: &Side, units: &[u32]) -> Vec<u32> {
    let whole = matches!(witness.level, Level::Clause | Level::Line);
    (0..side.len() as u32)
        .filter(|&p| {
            let unit = side.units[p as usize];
            let shown = if whole {
                unit
            } else {
                witness.aligned_units()[unit as usize].sentence
            };
            units.binary_search(&shown).is_ok()
        })
        .collect()
}

/// Takes scores apart.
struct Examiner<'m> {
    witnesses: [&'m Witness; 2],
    sides: &'m [Side; 2],
    first: &'m Model,
    foreign: Option<&'m Foreign>,
    vocabulary: &'m Vocabulary,
    model: &'m Model,
    scorer: Scorer<'m>,
}

/// A word of a bead: its stem and its token.
type Word = (KeyId, TokenIndex);

/// The words of a bead, as they explain each other.
struct Pairing {
    /// The pairs, whose weights are not known yet.
    pairs: Vec<WordPair>,
    /// For each of them its odds a word of either side, as the scorer adds them.
    odds: Vec<(f32, f32)>,
    /// For each witness the tokens that are left.
    alone: [Vec<TokenIndex>; 2],
}

impl Examiner<'_> {
    fn reasons(&mut self, bead: &Found, first_witness: usize) -> Reasons {
        let words = [self.words(0, &bead.a), self.words(1, &bead.b)];
        let Pairing { pairs, odds, alone } = self.pair(&words);
        let (x, y) = (words[0].len() as f32, words[1].len() as f32);
        let Weighing {
            pairs: weights,
            word: cost,
            null_rate,
        } = self.scorer.weigh(&odds, x, y);
        let mut pairs: Vec<WordPair> = pairs
            .into_iter()
            .zip(weights)
            .map(|(pair, weight)| WordPair {
                weight: weight + 2.0 * cost,
                ..pair
            })
            .collect();
        pairs.sort_by(|s, t| t.weight.total_cmp(&s.weight).then(s.a.cmp(&t.a)));
        let length = |w: usize, positions: &[u32]| -> f32 {
            let lengths = &self.sides[w].lengths;
            positions.iter().map(|&p| lengths[p as usize] as f32).sum()
        };
        let length = self
            .scorer
            .length_ratio(length(0, &bead.a), length(1, &bead.b));
        Reasons {
            a: self.units(0, &bead.a),
            b: self.units(1, &bead.b),
            score: f64::from(bead.score),
            confidence: f64::from(bead.posterior),
            pairs,
            alone,
            cost,
            null_rate,
            length: f64::from(length),
            shape: self.shape(&bead.a, &bead.b),
            unmatched: self.unmatched(bead),
            rival: self.rival(bead, first_witness),
        }
    }

    /// The words of some positions, as sides hold them.
    fn words(&self, w: usize, positions: &[u32]) -> Vec<Word> {
        let (side, witness) = (&self.sides[w], self.witnesses[w]);
        let hearing = Hearing {
            vocabulary: self.vocabulary,
            index: w,
            foreign: self.foreign,
        };
        positions
            .iter()
            .flat_map(|&p| {
                let unit = &witness.aligned_units()[side.units[p as usize] as usize];
                let words = unit
                    .tokens
                    .indices()
                    .filter_map(|t| Some((hearing.key(t.get())?, t)));
                heard(words.collect())
            })
            .collect()
    }

    /// The words that explain each other, as the scorer pairs them: equal stems first, then like ones.
    fn pair(&self, words: &[Vec<Word>; 2]) -> Pairing {
        let (per_x, per_y) = (1.0 / words[0].len() as f32, 1.0 / words[1].len() as f32);
        let mut left: FxHashMap<KeyId, VecDeque<TokenIndex>> = FxHashMap::default();
        for &(stem, token) in &words[0] {
            left.entry(stem).or_default().push_back(token);
        }
        // With how many are left, itself among them.
        let mut take = |stem: KeyId| {
            let left = left.get_mut(&stem)?;
            Some((left.pop_front()?, left.len() + 1))
        };
        let rarity = &self.model.rarity;
        let (mut pairs, mut odds) = (Vec::new(), Vec::new());
        let mut add = |a, b, kind, of_pair: (f32, f32)| {
            let weight = 0.0;
            pairs.push(WordPair { a, b, weight, kind });
            odds.push(of_pair);
        };
        let mut pending = Vec::new();
        for &(stem, b) in &words[1] {
            match take(stem) {
                Some((a, left)) => {
                    let (left, rarity) = (left as f32, rarity[stem as usize]);
                    let of_pair = [per_x, per_y].map(|per| weight(per * rarity, left));
                    add(a, b, WordPairKind::Stem, of_pair.into());
                }
                None => pending.push((stem, b)),
            }
        }
        let mut alone_b = Vec::new();
        for (stem, b) in pending {
            let likest = self.likest(&words[0], stem);
            let taken = likest.and_then(|(other, weight)| Some((take(other)?, other, weight)));
            let Some(((a, _), other, weight)) = taken else {
                alone_b.push(b);
                continue;
            };
            let at_first = self.first.likeness.neighbours(other);
            let kind = match at_first.iter().find(|n| n.0 == stem) {
                None => WordPairKind::Learned,
                Some(n) if n.1 == self.vocabulary.known(stem, other) => WordPairKind::Known,
                Some(_) => WordPairKind::Likeness,
            };
            let rarities = [stem, other].map(|s| weight * rarity[s as usize]);
            add(a, b, kind, (per_x * rarities[0], per_y * rarities[1]));
        }
        let mut alone_a: Vec<TokenIndex> = left.into_values().flatten().collect();
        alone_a.sort_unstable();
        alone_b.sort_unstable();
        Pairing {
            pairs,
            odds,
            alone: [alone_a, alone_b],
        }
    }

    /// The stem among `words` that is likest to another; of equals the first.
    fn likest(&self, words: &[Word], stem: KeyId) -> Option<(KeyId, f32)> {
        let mut best: Option<(KeyId, f32)> = None;
        for &(word, _) in words {
            for &(other, weight) in self.model.likeness.neighbours(word) {
                if other == stem && best.is_none_or(|b| b.1 < weight) {
                    best = Some((word, weight));
                }
            }
        }
        best
    }

    fn units(&self, w: usize, positions: &[u32]) -> Vec<AlignedIndex> {
        positions
            .iter()
            .map(|&p| AlignedIndex(self.sides[w].units[p as usize]))
            .collect()
    }

    fn score(&mut self, a: &[u32], b: &[u32]) -> f64 {
        let wide = |side: &[u32]| -> Vec<usize> { side.iter().map(|&p| p as usize).collect() };
        self.scorer.load(&self.sides[0], &wide(a));
        f64::from(self.scorer.score(&self.sides[1], &wide(b)).total)
    }

    /// What the shape of a bead costs on a path.
    fn shape(&self, a: &[u32], b: &[u32]) -> f64 {
        let transitions = self.model.rates.transitions();
        let passed = |side: &[u32]| match side {
            [first, .., last] => (last - first) as usize + 1 - side.len(),
            _ => 0,
        };
        let beyond = (a.len() + b.len()).saturating_sub(2);
        transitions.beyond * beyond as f64 + transitions.pass * (passed(a) + passed(b)) as f64
    }

    /// What the path through a short gap of the bead's units weighs beside that through the bead.
    fn unmatched(&self, bead: &Found) -> f64 {
        let transitions = self.model.rates.transitions();
        let more = (bead.a.len() + bead.b.len()).saturating_sub(2) as f64;
        let gap = transitions.short;
        gap.open[0] + gap.cross + gap.close[1] + gap.extend * more - 2.0 * transitions.stay
    }

    /// The heaviest of what might stand in place of a bead: its first unit with one from elsewhere, or the bead with a
    /// unit less.
    fn rival(&mut self, bead: &Found, first_witness: usize) -> Option<Rival> {
        let own = [&bead.a, &bead.b];
        let mut others: Vec<(Vec<u32>, Vec<u32>)> = self
            .likely(first_witness, &own[first_witness][..1])
            .into_iter()
            .filter(|&(a, b)| !own[1 - first_witness].contains(&[a, b][1 - first_witness]))
            .map(|(a, b)| (vec![a], vec![b]))
            .collect();
        let without = |side: &[u32], k: usize| -> Vec<u32> {
            let mut less = side.to_vec();
            less.remove(k);
            less
        };
        if bead.a.len() > 1 {
            others.extend((0..bead.a.len()).map(|k| (without(&bead.a, k), bead.b.clone())));
        }
        if bead.b.len() > 1 {
            others.extend((0..bead.b.len()).map(|k| (bead.a.clone(), without(&bead.b, k))));
        }
        let pass = self.model.rates.transitions().pass;
        others
            .into_iter()
            .map(|(a, b)| {
                let left = |own: &[u32], other: &[u32]| {
                    own.iter().filter(|p| !other.contains(p)).count() as f64
                };
                let weight = self.score(&a, &b)
                    + self.shape(&a, &b)
                    + pass * (left(&bead.a, &a) + left(&bead.b, &b));
                (weight, a, b)
            })
            // Of equals the first.
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(weight, a, b)| Rival {
                a: self.units(0, &a),
                b: self.units(1, &b),
                weight,
            })
    }

    /// Units of one witness without counterpart, each with the best it might have.
    fn alone(&mut self, w: usize, free: &[u32]) -> Vec<Alone> {
        let likely = self.likely(w, free);
        free.iter()
            .map(|&p| {
                let rival = likely
                    .iter()
                    .filter(|pair| [pair.0, pair.1][w] == p)
                    .map(|&(a, b)| (self.score(&[a], &[b]), a, b))
                    .reduce(|best, next| if next.0 > best.0 { next } else { best })
                    .map(|(weight, a, b)| Rival {
                        a: self.units(0, &[a]),
                        b: self.units(1, &[b]),
                        weight,
                    });
                Alone {
                    witness: w,
                    unit: AlignedIndex(self.sides[w].units[p as usize]),
                    rival,
                }
            })
            .collect()
    }

    /// Pairs of positions of A and of B that share most, for some positions of one witness.
    fn likely(&self, w: usize, positions: &[u32]) -> Vec<(u32, u32)> {
        let some = self.sides[w].select(positions);
        let other = &self.sides[1 - w];
        let pairs = candidates_of(&some, other, self.model);
        best_points(&some, other, self.model, &pairs, f32::NEG_INFINITY)
            .into_iter()
            .map(|point| {
                let own = positions[point.a as usize];
                if w == 0 {
                    (own, point.b)
                } else {
                    (point.b, own)
                }
            })
            .collect()
    }
}

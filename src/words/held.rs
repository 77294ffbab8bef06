//! Pairs of words for which nothing but their place speaks, and only on one side of them: where words stand on the other that
//! have no counterpart, one of these may be it, or the phrase as a whole.

use super::link::WordPair;
use super::relation::Relation;
use super::shape::{Role, Shape, one_has_a_capital};
use crate::lexicon::Vocabulary;

/// How probable a pair of different words must be to be a link where what stands beside them corresponds on both sides, or
/// would but for a few small words.
const BEFORE: f32 = 0.7;
/// How probable where the words before them alone do: a small word stands before many.
const BEHIND: f32 = 0.85;
/// How probable where the words behind them alone do, and other phrases go before: `halten die …`, `gingen unterdessen die …`.
const LOOSE: f32 = 0.96;
/// Words that share their endings alone must be so like each other, where nothing beside them corresponds.
const LIKENESS: f32 = 0.6;
/// Of all links of different words between words that correspond about one in twenty is wrong, of those that are held on one
/// side one in seven: none is more probable than that.
const HELD: f32 = 0.95;
const HALF_HELD: f32 = 0.86;
/// Most unlinked words of a side between two words and the next that correspond.
const FEW: u32 = 3;

/// Leaves the pairs that links are made of, given and left in the order of A and then of B.
pub(super) fn hold(pairs: &mut Vec<WordPair>, a: &[&Shape], b: &[&Shape], vocabulary: &Vocabulary) {
    let held = Held::new(pairs, a, b);
    let judged = |pair: &WordPair| held.probability(pair, vocabulary);
    let judged: Vec<Option<f32>> = pairs.iter().map(judged).collect();
    let mut judged = judged.into_iter();
    pairs.retain_mut(|pair| {
        let probability = judged.next().flatten();
        pair.probability = probability.unwrap_or_default();
        probability.is_some()
    });
}

/// Knows what stands beside the words of pairs.
struct Held<'p> {
    pairs: &'p [WordPair],
    sides: [&'p [&'p Shape]; 2],
    /// Of the pairs of each word of a side.
    of: [Vec<Of>; 2],
}

/// The pairs that a word is in.
#[derive(Debug, Clone, Copy, Default)]
struct Of {
    count: u32,
    /// How probable the most probable ones are, and how many are just as probable.
    most: f32,
    like_most: u32,
}

impl Of {
    fn enter(&mut self, pair: &WordPair) {
        self.count += 1;
        if pair.probability > self.most {
            (self.most, self.like_most) = (pair.probability, 0);
        }
        self.like_most += u32::from(pair.probability == self.most);
    }

    /// Whether the word is linked with a phrase as a whole, and so with its words alike.
    fn is_of_phrase(self) -> bool {
        self.like_most > 1
    }
}

impl<'p> Held<'p> {
    fn new(pairs: &'p [WordPair], a: &'p [&'p Shape], b: &'p [&'p Shape]) -> Self {
        let mut of = [a, b].map(|side| vec![Of::default(); side.len()]);
        for pair in pairs {
            of[0][pair.a as usize].enter(pair);
            of[1][pair.b as usize].enter(pair);
        }
        Self {
            pairs,
            sides: [a, b],
            of,
        }
    }

    /// How probable a link of the two words is; `None` if they are none.
    fn probability(&self, pair: &WordPair, vocabulary: &Vocabulary) -> Option<f32> {
        let [x, y] = [
            self.sides[0][pair.a as usize],
            self.sides[1][pair.b as usize],
        ];
        let (relation, likeness) = Relation::between(x, y);
        let known = || vocabulary.known(x.stem, y.stem) > 0.0;
        let (before, behind) = (self.is_before(pair), self.is_behind(pair));
        let named = x.is_capitalized && y.is_capitalized;
        match relation {
            Relation::Different if self.is_of_phrase(pair) => {}
            // As parts of a word, or of a phrase that is known, they are surer than by themselves.
            Relation::Mixed if pair.is_sure() || self.is_of_phrase(pair) => {}
            Relation::Different if !known() => {
                let least = match (before, behind) {
                    (true, true) => WordPair::LEAST,
                    (true, false) => BEHIND,
                    (false, true) if named || self.is_near_before(pair) => BEFORE,
                    (false, true) => LOOSE,
                    (false, false) if self.is_near_before(pair) && self.is_near_behind(pair) => {
                        BEFORE
                    }
                    (false, false) => BEHIND,
                };
                let most = if before && behind { HELD } else { HALF_HELD };
                return (pair.probability >= least).then_some(pair.probability.min(most));
            }
            Relation::Mixed if !known() => {
                let function = [x, y].into_iter().find(|word| word.role.is_function());
                let says = function.is_none_or(|word| {
                    let stands = word.kinds.can_determine()
                        || named && word.kinds.can_name()
                        || word.kinds.can_join() && self.begins(pair);
                    word.kinds.can_say() || stands && before && behind
                });
                let says = says || vocabulary.lost_its_marks(x.id, y.id);
                return says.then_some(pair.probability);
            }
            Relation::Like => {
                let [a, b] = self.sides;
                let held = || (before || behind) && !one_has_a_capital([a, b], [pair.a, pair.b]);
                let is_like = likeness >= LIKENESS || !x.ends_alike(y) || held();
                return is_like.then_some(pair.probability);
            }
            _ => {}
        }
        Some(pair.probability)
    }

    /// Whether two words correspond.
    fn has(&self, x: u32, y: u32) -> bool {
        let at = self.pairs.binary_search_by_key(&(x, y), |p| (p.a, p.b));
        at.is_ok()
    }

    /// Whether one of the words is linked with a phrase that the other one is of.
    fn is_of_phrase(&self, pair: &WordPair) -> bool {
        self.of[0][pair.a as usize].is_of_phrase() || self.of[1][pair.b as usize].is_of_phrase()
    }

    /// Whether both words begin what a side or a mark begins: Then, And.
    fn begins(&self, pair: &WordPair) -> bool {
        let begins = |side: usize, at: u32| {
            let before = at.checked_sub(1);
            before.is_none_or(|at| self.sides[side][at as usize].role == Role::Mark)
        };
        begins(0, pair.a) && begins(1, pair.b)
    }

    /// Whether the words just before correspond, or both sides begin.
    fn is_before(&self, pair: &WordPair) -> bool {
        match (pair.a, pair.b) {
            (0, 0) => true,
            (0, _) | (_, 0) => false,
            (x, y) => self.has(x - 1, y - 1),
        }
    }

    /// Whether the words just behind correspond, or both sides end.
    fn is_behind(&self, pair: &WordPair) -> bool {
        let ends = self.sides.map(|side| side.len() as u32);
        [pair.a + 1, pair.b + 1] == ends || self.has(pair.a + 1, pair.b + 1)
    }

    /// Whether the words before correspond but for a few small ones, and these lead to words of one kind.
    fn is_near_before(&self, pair: &WordPair) -> bool {
        let a = self.between(0, (0..pair.a).rev(), pair);
        let b = self.between(1, (0..pair.b).rev(), pair);
        let leads = match (a.small.first(), b.small.first()) {
            (Some(x), Some(y)) => x.kinds.can_replace(y.kinds),
            _ => ![&a, &b].iter().any(|run| run.has_preposition()),
        };
        leads && self.meet(&a, &b)
    }

    /// Whether the words behind correspond but for a few small ones.
    fn is_near_behind(&self, pair: &WordPair) -> bool {
        let [end_a, end_b] = self.sides.map(|side| side.len() as u32);
        let a = self.between(0, pair.a + 1..end_a, pair);
        let b = self.between(1, pair.b + 1..end_b, pair);
        self.meet(&a, &b)
    }

    /// Whether what two runs lead to corresponds, and there is little in them: small words, and one other where the other side
    /// has none.
    fn meet(&self, a: &Run<'_>, b: &Run<'_>) -> bool {
        let meet = match (a.to, b.to) {
            (Some(x), Some(y)) => self.has(x, y),
            (None, None) => true,
            _ => false,
        };
        let little = match a.content + b.content {
            0 => true,
            1 => a.len.min(b.len) == 0,
            _ => false,
        };
        meet && little && a.len.max(b.len) <= FEW
    }

    /// The words on a way through a side from a word of a pair, up to one that is linked with another word than that pair's.
    fn between(&self, side: usize, way: impl Iterator<Item = u32>, pair: &WordPair) -> Run<'p> {
        let mut run = Run::default();
        for at in way {
            let word = self.sides[side][at as usize];
            let with_own = match side {
                0 => self.has(at, pair.b),
                _ => self.has(pair.a, at),
            };
            if word.role == Role::Mark || self.of[side][at as usize].count > u32::from(with_own) {
                run.to = Some(at);
                break;
            }
            run.len += 1;
            match word.role.is_content() {
                true => run.content += 1,
                false => run.small.push(word),
            }
            if run.len > FEW {
                break;
            }
        }
        run
    }
}

/// Unlinked words beside a word.
#[derive(Default)]
struct Run<'p> {
    len: u32,
    content: u32,
    /// Its function words, from the word on.
    small: Vec<&'p Shape>,
    /// What stands behind them; nothing where the side ends.
    to: Option<u32>,
}

impl Run<'_> {
    fn has_preposition(&self) -> bool {
        self.small.iter().any(|word| word.kinds.is_preposition())
    }
}

//! Verbs whose particle stands apart, and the same verbs in one word: `steht … auf`, `aufgestanden`; verbs at the end of the clause
//! whose auxiliary stands apart, and the same verbs without one: `hat … gemacht`, `machte`.

use smallvec::smallvec;

use super::shape::{Role, Shape};
use crate::language::{Endings, Profile};
use crate::lexicon::{KeyId, Positions, Vocabulary};

/// Most words between a verb and its particle: more stand between those of two clauses.
const BETWEEN: usize = 20;

/// The positions of the verbs whose particle stands apart on one side, with those of the words that they are on the other.
pub(super) fn find(
    a: &[&Shape],
    b: &[&Shape],
    vocabulary: &Vocabulary,
) -> Vec<(Positions, Positions)> {
    let endings = Profile::of(vocabulary.normalizer().language()).endings();
    let mut found = Vec::new();
    if !endings.part_verbs() {
        return found;
    }
    for turned in [false, true] {
        let (side, other) = if turned { (b, a) } else { (a, b) };
        let side = Side {
            side,
            vocabulary,
            endings,
        };
        for particle in side.particles() {
            for (at, whole) in other.iter().enumerate() {
                if let Some(parts) = side.verb(particle, whole) {
                    let whole: Positions = smallvec![at as u32];
                    found.push(if turned {
                        (whole, parts)
                    } else {
                        (parts, whole)
                    });
                }
            }
        }
    }
    found
}

/// The positions of the verbs that have an auxiliary on one side, with those of the same verbs on the other, which have none there;
/// of those that each side says once.
pub(super) fn find_with_auxiliaries(
    a: &[&Shape],
    b: &[&Shape],
    vocabulary: &Vocabulary,
) -> Vec<(Positions, Positions)> {
    let endings = Profile::of(vocabulary.normalizer().language()).endings();
    if !endings.part_verbs() {
        return Vec::new();
    }
    let [a, b] = [a, b].map(|side| Side {
        side,
        vocabulary,
        endings,
    });
    let whole = |at: u32| -> Positions { smallvec![at] };
    let in_a = a.with_auxiliaries(&b).map(|(parts, at)| (parts, whole(at)));
    let in_b = b.with_auxiliaries(&a).map(|(parts, at)| (whole(at), parts));
    in_a.chain(in_b).collect()
}

/// A side whose verbs may have their particles apart.
#[derive(Clone, Copy)]
struct Side<'s> {
    side: &'s [&'s Shape],
    vocabulary: &'s Vocabulary,
    endings: &'s Endings,
}

impl Side<'_> {
    /// Where words stand that may be particles.
    fn particles(&self) -> impl Iterator<Item = usize> {
        (0..self.side.len()).filter(|&at| self.endings.is_particle(self.key(self.side[at])))
    }

    /// The positions of a particle and its verb, if together they are the word `whole`.
    fn verb(&self, particle: usize, whole: &Shape) -> Option<Positions> {
        if whole.role != Role::Content
            || !self.key(whole).starts_with(self.key(self.side[particle]))
        {
            return None;
        }
        let ids = |at: usize| self.side[at].id;
        let is_verb = |at: usize| {
            self.side[at].role == Role::Content
                && self
                    .vocabulary
                    .is_one_verb(ids(particle), ids(at), whole.id)
        };
        let between = self.side.get(particle + 1);
        if between.is_some_and(|word| self.endings.is_before_infinitive(self.key(word))) {
            let behind = particle + 2;
            return (behind < self.side.len() && is_verb(behind))
                .then(|| (particle as u32..=behind as u32).collect());
        }
        let clause = (particle.saturating_sub(BETWEEN)..particle).rev();
        let mut clause = clause.take_while(|&at| self.side[at].role != Role::Mark);
        let at = clause.find(|&at| is_verb(at))?;
        Some(smallvec![at as u32, particle as u32])
    }

    /// The positions of verbs with their auxiliaries, where the other side has the same verb without one; of verbs that each side
    /// says once.
    fn with_auxiliaries<'o>(
        &'o self,
        other: &'o Side<'_>,
    ) -> impl Iterator<Item = (Positions, u32)> + 'o {
        let ends = (0..self.side.len()).filter(|&at| {
            let next = self.side.get(at + 1);
            let is_word = self.side[at].role == Role::Content && !self.side[at].is_capitalized;
            is_word && next.is_none_or(|next| next.role == Role::Mark || next.kinds.is_verb())
        });
        ends.filter_map(move |at| {
            let auxiliary = self.auxiliary(at)?;
            let [own, there] = [self, other].map(|side| side.once(self.side[at].stem));
            let there = there.filter(|&there| {
                let is_other = other.side[there].equal != self.side[at].equal;
                is_other && other.auxiliary(there).is_none()
            })?;
            own?;
            let mut parts: Positions = smallvec![at as u32, auxiliary as u32];
            parts.sort_unstable();
            Some((parts, there as u32))
        })
    }

    /// Where the auxiliary of a verb stands: just behind it, or before it in its clause. No clause begins with a verb at its end, so
    /// that a mark just before such a verb parts none.
    fn auxiliary(&self, verb: usize) -> Option<usize> {
        let is_verb = |at: &usize| {
            let word = self.side[*at];
            word.role.is_function() && word.kinds.is_verb()
        };
        let behind = Some(verb + 1).filter(|at| *at < self.side.len());
        let is_mark = |at: usize| self.side[at].role == Role::Mark;
        let enclosed = verb.checked_sub(1).is_some_and(is_mark);
        let before = (verb.saturating_sub(BETWEEN)..verb).rev();
        let mut clause = before.take_while(|&at| enclosed || !is_mark(at));
        behind.filter(is_verb).or_else(|| clause.find(is_verb))
    }

    /// Where the one content word of a stem stands that begins with a small letter.
    fn once(&self, stem: KeyId) -> Option<usize> {
        let is = |at: &usize| self.side[*at].stem == stem;
        let mut found = (0..self.side.len()).filter(is);
        let first = found.next().filter(|_| found.next().is_none())?;
        let word = self.side[first];
        (word.role == Role::Content && !word.is_capitalized).then_some(first)
    }

    fn key(&self, shape: &Shape) -> &str {
        self.vocabulary.key(shape.equal)
    }
}

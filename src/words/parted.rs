//! Verbs whose particle stands apart, and the same verbs in one word: `steht … auf`, `aufgestanden`.

use smallvec::smallvec;

use super::shape::{Role, Shape};
use crate::language::{Endings, Profile};
use crate::lexicon::{Positions, Vocabulary};

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

/// A side whose verbs may have their particles apart.
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

    fn key(&self, shape: &Shape) -> &str {
        self.vocabulary.key(shape.equal)
    }
}

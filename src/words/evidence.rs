//! What was seen of two sides when their words were linked: for each pair of words that came into question what they are
//! to each other, and how much spoke for it.

use super::phrases::PhrasePair;
use super::relation::Relation;

/// Pairs for which less speaks did not come into question.
const LEAST: f32 = 0.01;
/// A pair for which more speaks holds its neighbours.
const HOLDING: f32 = 0.5;

/// What two words are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bond {
    /// One word, up to spelling.
    Same,
    /// Forms of one word.
    Form,
    /// Words that are spelled alike.
    Alike,
    /// Words that are known to stand for each other, or have been learned from the texts.
    Known,
    /// Parts of phrases that are known to stand for each other, or one is spelled by the other.
    Phrase,
    /// Nothing: their place alone speaks for them.
    Place,
}

/// What was seen of a pair of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Position in the first side.
    pub a: u32,
    /// Position in the second side.
    pub b: u32,
    /// What the words are to each other.
    pub bond: Bond,
    /// How much speaks for the pair, against all others of its words, in `[0, 1]`.
    pub weight: f32,
    /// Whether the words before them correspond, and those after them.
    pub held: [bool; 2],
}

impl Evidence {
    /// The evidence of the same words where the two sides are exchanged.
    pub(super) fn turned(self) -> Self {
        Self {
            a: self.b,
            b: self.a,
            ..self
        }
    }
}

/// What was seen of the pairs of words: for word `i` of A and `j` of B, at `i * width + j`, their relation and how much
/// speaks for them.
pub(super) fn of(
    relations: &[Relation],
    weights: &[f32],
    width: usize,
    phrases: &[PhrasePair],
) -> Vec<Evidence> {
    let holds = |at: Option<usize>| at.is_some_and(|at| weights.get(at) > Some(&HOLDING));
    let mut found = Vec::new();
    for (at, (&relation, &weight)) in relations.iter().zip(weights).enumerate() {
        if weight < LEAST || relation == Relation::Foreign {
            continue;
        }
        let (a, b) = ((at / width) as u32, (at % width) as u32);
        let in_phrase = phrases.iter().any(|p| p.a.contains(&a) && p.b.contains(&b));
        let bond = match bond(relation) {
            Bond::Known | Bond::Place if in_phrase => Bond::Phrase,
            bond => bond,
        };
        let before = at.checked_sub(width + 1).filter(|_| b > 0);
        let after = Some(at + width + 1).filter(|_| (b as usize) + 1 < width);
        found.push(Evidence {
            a,
            b,
            bond,
            weight,
            held: [holds(before), holds(after)],
        });
    }
    found
}

fn bond(relation: Relation) -> Bond {
    match relation {
        Relation::Same | Relation::SameFunction | Relation::SameMark => Bond::Same,
        Relation::Stem | Relation::StemFunction => Bond::Form,
        Relation::Like => Bond::Alike,
        Relation::Known | Relation::Hinted | Relation::KnownFunction => Bond::Known,
        _ => Bond::Place,
    }
}

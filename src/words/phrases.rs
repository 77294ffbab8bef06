//! Phrases that stand for a word or for another phrase, known beforehand or spelled by an acronym: where both stand at
//! the same place, they are linked as wholes.

use super::acronyms;
use super::link::WordPair;
use super::parted;
use super::quantities;
use super::relation::Relation;
use super::shape::{Role, Shape};
use crate::lexicon::{KeyId, Positions, Vocabulary};

/// The probability of the links between the words of two phrases, once some of them are linked.
const WHOLE: f32 = 0.9;

/// Words of both sides that stand for each other as wholes, if they stand at the same place.
pub(super) struct PhrasePair {
    /// Positions in the first side, increasing.
    pub(super) a: Positions,
    /// Positions in the second side, increasing.
    pub(super) b: Positions,
    /// Whether the function words in it are part of what it says.
    pub(super) is_one: bool,
    /// Whether both are one quantity, or one verb, which is certain wherever they stand.
    pub(super) is_certain: bool,
    /// Whether they are linked as wholes only where none of their words is linked with one like it.
    pub(super) is_last: bool,
}

/// The phrases that may stand for each other, of the two sides.
pub(super) fn find(a: &[&Shape], b: &[&Shape], vocabulary: &Vocabulary) -> Vec<PhrasePair> {
    fn stems<'s>(side: &'s [&Shape]) -> impl Iterator<Item = KeyId> + 's {
        side.iter().map(|shape| shape.stem)
    }
    let spelled = acronyms::find(a, b).into_iter();
    let known = vocabulary.phrases(stems(a), stems(b)).into_iter();
    let said = quantities::find(a, b, vocabulary).into_iter();
    let verbs = parted::find(a, b, vocabulary).into_iter();
    let compound = parted::find_with_auxiliaries(a, b, vocabulary).into_iter();
    let phrase = |is_one, is_certain| {
        move |(a, b)| PhrasePair {
            a,
            b,
            is_one,
            is_certain,
            is_last: false,
        }
    };
    let last = |phrase: PhrasePair| PhrasePair {
        is_last: true,
        ..phrase
    };
    spelled
        .map(phrase(false, false))
        .chain(known.map(phrase(true, false)))
        .chain(said.map(phrase(true, true)))
        .chain(verbs.map(phrase(true, true)))
        .chain(compound.map(phrase(true, true)).map(last))
        .collect()
}

/// Links each phrase of which some words are linked as a whole, in place of what else its words are linked to. Phrases with
/// a content word that is surely linked to one like it stay as they are.
pub(super) fn complete(
    pairs: &mut Vec<WordPair>,
    phrases: &[PhrasePair],
    a: &[&Shape],
    b: &[&Shape],
) {
    if phrases.is_empty() {
        return;
    }
    for phrase in phrases {
        let inside = |p: &WordPair| (phrase.a.contains(&p.a), phrase.b.contains(&p.b));
        let bound = |p: &WordPair| {
            let like = Relation::between(a[p.a as usize], b[p.b as usize])
                .0
                .is_likeness();
            let (in_a, in_b) = inside(p);
            let parts = if phrase.is_certain && !phrase.is_last {
                in_a != in_b
            } else {
                in_a || in_b
            };
            like && p.is_sure() && parts
        };
        let linked = pairs.iter().any(|p| inside(p) == (true, true));
        if !linked && !phrase.is_certain || pairs.iter().any(bound) {
            continue;
        }
        let is_content = |shape: &Shape| phrase.is_one || shape.role == Role::Content;
        let (own_a, own_b) = own_words(phrase, a, b);
        pairs.retain(|p| {
            let (in_a, in_b) = (own_a.contains(&p.a), own_b.contains(&p.b));
            !(in_a && is_content(a[p.a as usize]) || in_b && is_content(b[p.b as usize]))
        });
        for &x in &own_a {
            for &y in &own_b {
                let whole = is_content(a[x as usize]) && is_content(b[y as usize]);
                // Function words that come along with what an acronym stands for are possible links.
                let probability = if whole { WHOLE } else { WordPair::POSSIBLE };
                pairs.push(WordPair {
                    a: x,
                    b: y,
                    probability,
                });
            }
        }
    }
    pairs.sort_unstable_by(|x, y| {
        (x.a, x.b)
            .cmp(&(y.a, y.b))
            .then(y.probability.total_cmp(&x.probability))
    });
    pairs.dedup_by_key(|p| (p.a, p.b));
}

/// The words of each of two phrases that the other lacks, where these say something: small words that both have are linked with
/// themselves (`in the evening`, `in the afternoon`). All words of what is certain, which is one as a whole.
fn own_words(phrase: &PhrasePair, a: &[&Shape], b: &[&Shape]) -> (Positions, Positions) {
    let own = |words: &[u32], side: &[&Shape], others: &[u32], other: &[&Shape]| -> Positions {
        let is_shared = |word: &Shape| {
            let same = |&t: &u32| other[t as usize].equal == word.equal;
            word.role.is_function() && others.iter().any(same)
        };
        let words = words.iter().copied();
        words.filter(|&t| !is_shared(side[t as usize])).collect()
    };
    let says =
        |words: &[u32], side: &[&Shape]| words.iter().any(|&t| side[t as usize].role.is_content());
    let own_a = own(&phrase.a, a, &phrase.b, b);
    let own_b = own(&phrase.b, b, &phrase.a, a);
    if phrase.is_certain || !says(&own_a, a) || !says(&own_b, b) {
        return (phrase.a.clone(), phrase.b.clone());
    }
    (own_a, own_b)
}

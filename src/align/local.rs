//! Local alignment of words (Smith and Waterman 1981; affine gaps after Gotoh 1982): the best passage pair of two sentences.

use rustc_hash::FxHashSet;

use crate::align::model::Model;
use crate::lexicon::KeyId;

/// A word of a sentence as local alignment sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Index of the token in the witness.
    pub token: u32,
    /// Its stem.
    pub stem: KeyId,
    /// Whether it is a function word.
    pub function: bool,
    /// Whether a quotation begins or ends before it.
    pub edge: bool,
}

/// A pair of passages: ranges of words in both sentences.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    /// Words of the first sentence.
    pub a: std::ops::Range<usize>,
    /// Words of the second sentence.
    pub b: std::ops::Range<usize>,
    /// What ties them, in nats.
    pub score: f32,
}

/// Equal function words: they hold a passage together and prove nothing.
const FUNCTION: f32 = 0.5;
/// Most that one pair of equal content words gives, in nats: one rare word is not a quotation.
const MOST: f32 = 6.0;
/// Two different content words, and a pair with a function word in it.
const DIFFERENT: (f32, f32) = (-1.5, -0.5);
/// To pass over words of one side: the first, each.
const GAP: (f32, f32) = (-1.5, -0.5);
/// To go on across the edge of a quotation: what is inside and what is outside are seldom one passage.
const EDGE: f32 = -6.0;
/// Sentences whose lengths in words multiply to more than this are not compared: a quotation in a sentence of a
/// hundred thousand words would cost more than the rest of the text.
pub(super) const MOST_CELLS: usize = 4_000_000;

/// What a pair of equal content words gives, in nats.
fn equal(model: &Model, stem: KeyId) -> f32 {
    (0.5 * model.rarity[stem as usize]).ln().clamp(1.0, MOST)
}

/// What a pair of words gives, in nats.
fn pair(model: &Model, x: Word, y: Word) -> f32 {
    if x.stem == y.stem {
        if x.function {
            FUNCTION
        } else {
            equal(model, x.stem)
        }
    } else if x.function || y.function {
        DIFFERENT.1
    } else {
        model
            .likeness
            .neighbours(y.stem)
            .iter()
            .find(|n| n.0 == x.stem)
            .map_or(DIFFERENT.0, |n| n.1 * equal(model, y.stem))
    }
}

/// No pair of passages of two sentences gives more than this, in nats: each word of `y` its best pair.
fn bound(model: &Model, x: &[Word], y: &[Word]) -> f32 {
    let stems = |function: bool| -> FxHashSet<KeyId> {
        let words = x.iter().filter(|word| word.function == function);
        words.map(|word| word.stem).collect()
    };
    let (content, function) = (stems(false), stems(true));
    let best = |word: &Word| {
        if content.contains(&word.stem) {
            return equal(model, word.stem);
        }
        let held = if function.contains(&word.stem) {
            FUNCTION
        } else {
            0.0
        };
        let like = model.likeness.neighbours(word.stem).iter();
        let like = like.filter(|n| !word.function && content.contains(&n.0));
        like.map(|n| n.1 * equal(model, word.stem))
            .fold(held, f32::max)
    };
    // In another order a sum is rounded otherwise.
    const ROUNDING: f32 = 1.001;
    ROUNDING * y.iter().map(best).sum::<f32>()
}

/// The best pair of passages of two sentences, if any gives `least` nats and more than nothing. Most cannot, which a look
/// at the words that both have tells at a small part of the cost.
pub(super) fn best_match(model: &Model, x: &[Word], y: &[Word], least: f32) -> Option<Match> {
    if x.len().saturating_mul(y.len()) > MOST_CELLS || bound(model, x, y) < least {
        return None;
    }
    // A cell: score, and where its alignment began.
    type Cell = (f32, u32, u32);
    const NONE: Cell = (f32::NEG_INFINITY, 0, 0);
    let later = |cell: Cell, by: f32| (cell.0 + by, cell.1, cell.2);
    let better = |p: Cell, q: Cell| if q.0 > p.0 { q } else { p };
    let mut row: Vec<Cell> = vec![(0.0, 0, 0); y.len() + 1];
    let mut gap_down: Vec<Cell> = vec![NONE; y.len() + 1];
    let mut best = Match {
        a: 0..0,
        b: 0..0,
        score: 0.0,
    };
    for (i, &word) in x.iter().enumerate() {
        let mut diagonal = row[0];
        let down = if word.edge { EDGE } else { 0.0 };
        let mut gap_right = NONE;
        for (j, &other) in y.iter().enumerate() {
            let right = if other.edge { EDGE } else { 0.0 };
            let from = later(diagonal, down.min(right));
            let from = if from.0 > 0.0 {
                from
            } else {
                (0.0, i as u32, j as u32)
            };
            let matched = later(from, pair(model, word, other));
            gap_down[j + 1] = later(
                better(later(row[j + 1], GAP.0), later(gap_down[j + 1], GAP.1)),
                down,
            );
            gap_right = later(better(later(row[j], GAP.0), later(gap_right, GAP.1)), right);
            diagonal = row[j + 1];
            let here = better(matched, better(gap_down[j + 1], gap_right));
            if matched.0 > best.score {
                best = Match {
                    a: matched.1 as usize..i + 1,
                    b: matched.2 as usize..j + 1,
                    score: matched.0,
                };
            }
            row[j + 1] = if here.0 > 0.0 { here } else { (0.0, 0, 0) };
        }
    }
    (best.score > 0.0 && best.score >= least).then_some(best)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::align::lines::Lines;
    use crate::normalize::Fold;

    /// The best passages of two lines without marks, as words, found from either side.
    fn passages(texts: [&str; 2]) -> [String; 2] {
        let Lines {
            vocabulary, model, ..
        } = Lines::new(texts);
        let [x, y] = [0, 1].map(|w| -> Vec<Word> {
            let types = vocabulary.tokens(w).iter().enumerate();
            let word = |(token, &id)| Word {
                token: token as u32,
                stem: vocabulary.get(id).key(Fold::Stem),
                function: vocabulary.get(id).function,
                edge: false,
            };
            types.map(word).collect()
        });
        let found = best_match(&model, &x, &y, 0.0).unwrap();
        let turned = best_match(&model, &y, &x, 0.0).unwrap();
        assert_eq!((&found.a, &found.b), (&turned.b, &turned.a), "{texts:?}");
        assert_eq!(found.score, turned.score);
        let said = |w: usize, range: std::ops::Range<usize>| {
            let words: Vec<&str> = texts[w].split(' ').collect();
            words[range].join(" ")
        };
        [said(0, found.a), said(1, found.b)]
    }

    #[test]
    fn a_passage_goes_on_behind_words_that_one_side_has_put_in() {
        let own = "miller horse castle winter bridge garden";
        for put_in in [
            "grey",
            "grey wolves",
            "grey wolves howled",
            "grey wolves howled loudly",
        ] {
            let other = own.replace("winter", &format!("{put_in} winter"));
            assert_eq!(passages([own, &other]), [own, other.as_str()]);
        }
        // What has nothing of the other at the ends is left out.
        let other = format!("soldiers marched {own} yesterday");
        assert_eq!(passages([own, &other]), [own, own]);
        // Too much between them, and the longer part is the passage.
        let much = "grey wolves ".repeat(20);
        let other = own.replace("bridge", &format!("{much}bridge"));
        assert_eq!(passages([own, &other])[0], "miller horse castle winter");
    }
}

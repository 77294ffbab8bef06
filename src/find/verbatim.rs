//! Passages that a document has word for word.
//!
//! A sentence that quotes half of another is aligned with it and gets what the other half takes away, and a short quotation between
//! two long sentences is a weak one. That so many words stand in one order in both is evidence of its own.

use rustc_hash::FxHashMap;

use crate::normalize::{Fold, Normalizer};
use crate::witness::{Span, TokenKind, Witness};

/// What a function word says for a passage, in nats, and any other: less than if words were drawn one by one, for phrases go with
/// each other. Between pages of novels, and of news, few passages without a common source reach five of the latter.
const FUNCTION_WORD: f64 = 2.0;
const OTHER_WORD: f64 = 6.0;
/// Names bring titles and other names with them, and say as little as a function word; where every noun has a capital, a word with
/// one is as often a noun.
const NAME: f64 = 2.0;
const NAME_OR_NOUN: f64 = 4.0;
/// So many words beside each other are looked up.
const GRAM: usize = 3;
/// At so many places of the statement; only refrains stand at more.
const MOST_PLACES: usize = 16;

/// The words of a statement in their order.
#[derive(Debug)]
pub(super) struct Verbatim {
    normalizer: &'static Normalizer,
    numbers: FxHashMap<String, u32>,
    words: Vec<Word>,
    /// Where words that stand beside each other begin.
    places: FxHashMap<[u32; GRAM], Vec<u32>>,
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// What it is in the statement; nothing where it is no word of that.
    number: Option<u32>,
    span: Span,
    /// What it says, in nats.
    weight: f64,
}

/// A passage that stands in both, as long as it goes.
#[derive(Debug, PartialEq)]
pub(super) struct Run {
    pub(super) statement: Span,
    pub(super) document: Span,
    /// What its words say, in nats.
    pub(super) score: f64,
}

impl Verbatim {
    pub(super) fn new(statement: &Witness) -> Self {
        let normalizer = Normalizer::of(statement.language, false);
        let mut numbers = FxHashMap::default();
        let words = words(statement, normalizer, |key| {
            let next = numbers.len() as u32;
            Some(*numbers.entry(key.to_owned()).or_insert(next))
        });
        let mut places: FxHashMap<[u32; GRAM], Vec<u32>> = FxHashMap::default();
        for (place, gram) in (0..).zip(words.windows(GRAM)) {
            let Some(gram) = numbers_of(gram) else {
                continue;
            };
            let at = places.entry(gram).or_default();
            if at.len() < MOST_PLACES {
                at.push(place);
            }
        }
        Self {
            normalizer,
            numbers,
            words,
            places,
        }
    }

    /// The passages that a document has in common with the statement, of [`GRAM`] words at least, in its order.
    pub(super) fn runs(&self, document: &Witness) -> Vec<Run> {
        let words = words(document, self.normalizer, |key| {
            self.numbers.get(key).copied()
        });
        let mut runs = Vec::new();
        // For a place of the statement how far the last passage from there on went: what is repeated begins again and again within it.
        let mut gone: FxHashMap<usize, usize> = FxHashMap::default();
        for (here, gram) in words.windows(GRAM).enumerate() {
            let at = numbers_of(gram).and_then(|gram| self.places.get(&gram));
            for &there in at.into_iter().flatten() {
                let there = there as usize;
                let goes_on = |(x, y): &(&Word, &Word)| x.number == y.number;
                let before = self.words[..there].last().zip(words[..here].last());
                let again = gone.get(&there).is_some_and(|&end| here < end);
                if again || before.as_ref().is_some_and(goes_on) {
                    // It began there.
                    continue;
                }
                let both = self.words[there..].iter().zip(&words[here..]);
                let run = both.take_while(goes_on);
                let (length, score) = run.fold((0, 0.0), |(length, score), (word, _)| {
                    (length + 1, score + word.weight)
                });
                gone.insert(there, here + length);
                let span = |words: &[Word]| Span {
                    start: words[0].span.start,
                    end: words[length - 1].span.end,
                };
                runs.push(Run {
                    statement: span(&self.words[there..]),
                    document: span(&words[here..]),
                    score,
                });
            }
        }
        runs
    }
}

/// The words and numbers of a witness, those of skipped units apart.
fn words(
    witness: &Witness,
    normalizer: &Normalizer,
    mut number: impl FnMut(&str) -> Option<u32>,
) -> Vec<Word> {
    let name = match normalizer.nouns_have_capitals() {
        true => NAME_OR_NOUN,
        false => NAME,
    };
    let mut remembered = normalizer.remembered();
    let sentences = witness.sentences.iter().filter(|s| s.skip.is_none());
    let tokens = sentences.flat_map(|sentence| &witness.tokens[sentence.tokens.range()]);
    let tokens = tokens.filter(|token| token.kind != TokenKind::Punctuation);
    let words = tokens.map(|token| {
        let text = witness.slice(token.span);
        let keys = remembered.keys(text);
        let weight = match (
            keys.is_function_word(),
            text.starts_with(char::is_uppercase),
        ) {
            (true, _) => FUNCTION_WORD,
            (_, true) => name,
            _ => OTHER_WORD,
        };
        Word {
            number: number(keys.at(Fold::Accent)),
            span: token.span,
            weight,
        }
    });
    words.collect()
}

/// The numbers of words, if all are words of the statement.
fn numbers_of(words: &[Word]) -> Option<[u32; GRAM]> {
    let mut numbers = [0; GRAM];
    for (number, word) in numbers.iter_mut().zip(words) {
        *number = word.number?;
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};
    use crate::witness::{Language, Siglum};

    fn witness(text: &str) -> Witness {
        let options = ReadOptions {
            language: Some(Language::FRENCH),
            ..ReadOptions::default()
        };
        let reading = read_bytes(text.into(), "text", Siglum::nth(0), &options);
        reading.expect("a text").witness
    }

    fn runs(statement: &str, document: &str) -> Vec<(String, f64)> {
        let document = witness(document);
        let runs = Verbatim::new(&witness(statement)).runs(&document);
        let told = |run: Run| (document.slice(run.document).to_owned(), run.score);
        runs.into_iter().map(told).collect()
    }

    #[test]
    fn a_passage_goes_as_far_as_it_is_the_same() {
        let statement = "Il pleuvait fort sur la grande route quand le vieux facteur passa.";
        let document =
            "On dit que « Sur la grande route, quand le VIEUX facteur » dormait, la vache mangea.";
        assert_eq!(
            runs(statement, document),
            [(
                "Sur la grande route, quand le VIEUX facteur".to_owned(),
                32.0
            )]
        );
        assert!(runs(statement, "La route est grande, et le facteur vieux.").is_empty());
    }

    #[test]
    fn names_say_little() {
        let text = "Le président Emmanuel Macron arrive.";
        assert_eq!(runs(text, text)[0].1, 2.0 + 6.0 + 2.0 + 2.0 + 6.0);
    }

    #[test]
    fn what_is_repeated_is_not_gone_through_again_within_a_passage() {
        let text = |copies: usize| "La mer monte ce soir. ".repeat(copies);
        let length = |run: &(String, f64)| run.0.matches("mer").count();
        let found = runs(&text(3), &text(6));
        let copies: Vec<usize> = found.iter().map(length).collect();
        // From the beginning of the document each part of the statement, then the whole once more.
        assert_eq!(copies, [3, 2, 1, 3]);
    }
}

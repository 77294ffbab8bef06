//! Sentences as quotations are looked for in them: their words, what of them has a counterpart, what stands in quotation marks.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::align::local::Word;
use crate::lexicon::{KeyId, TypeId, Vocabulary, WordType};
use crate::normalize::Fold;
use crate::witness::{TokenKind, Witness};

/// The least words of a passage on either side.
pub(super) const LEAST_WORDS: usize = 3;

/// The share of the words between quotation marks from which a passage is all of them.
const QUOTED_SHARE: f64 = 0.4;
/// A sentence says something else as well when less than this share of the content words outside its quotations stand
/// in the other sentence too. Speech that both sentences introduce in the same way is no quotation.
const OTHER_SHARED: f64 = 0.5;
/// A sentence, ready to be compared.
pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
    /// For each word whether it has a counterpart in a bead.
    pub(super) explained: Vec<bool>,
    /// Stretches of words between quotation marks that do not hold the whole sentence.
    pub(super) quoted: Vec<Range<usize>>,
}

/// The sentences of a witness, each made ready when it is asked for: most never are, and all of them would take more memory
/// than the text.
pub(super) struct Sentences<'a> {
    witness: &'a Witness,
    vocabulary: &'a Vocabulary,
    types: &'a [TypeId],
    /// For each token whether it has a counterpart in a bead.
    explained: Vec<bool>,
}

impl<'a> Sentences<'a> {
    /// Those of a witness, which stands at `index` in the vocabulary; `in_beads` are the aligned units that have a counterpart.
    pub(super) fn new<'b>(
        witness: &'a Witness,
        vocabulary: &'a Vocabulary,
        index: usize,
        in_beads: impl Iterator<Item = &'b u32>,
    ) -> Self {
        let mut explained = vec![false; witness.tokens.len()];
        for &unit in in_beads {
            let unit = &witness.aligned_units()[unit as usize];
            explained[unit.tokens.range()].fill(true);
        }
        Self {
            witness,
            vocabulary,
            types: vocabulary.tokens(index),
            explained,
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.witness.sentences.len()
    }

    /// The words of a sentence: the place of each token, what it is, and whether it has a counterpart.
    pub(super) fn words(
        &self,
        sentence: usize,
    ) -> impl Iterator<Item = (usize, &'a WordType, bool)> {
        let tokens = self
            .tokens(sentence)
            .map(|t| (t, self.vocabulary.get(self.types[t])));
        tokens
            .filter(|(_, word)| word.kind != TokenKind::Punctuation)
            .map(|(t, word)| (t, word, self.explained[t]))
    }

    /// The places of the tokens of a sentence; none of one that is skipped.
    fn tokens(&self, sentence: usize) -> Range<usize> {
        let sentence = &self.witness.sentences[sentence];
        match sentence.skip {
            None => sentence.tokens.range(),
            Some(_) => 0..0,
        }
    }

    /// A sentence, ready to be compared.
    pub(super) fn get(&self, sentence: usize) -> Sentence {
        let tokens = self.tokens(sentence);
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut quoted: Vec<Range<usize>> = Vec::new();
        let mut open = None;
        for t in tokens {
            let token = self.vocabulary.get(self.types[t]);
            if token.kind == TokenKind::Punctuation {
                let mark = &*token.surface;
                match (mark, open) {
                    // German „so“ and »so«.
                    ("“", Some((from, "„")))
                    | ("«", Some((from, "»")))
                    | ("»" | "”" | "\"", Some((from, _))) => {
                        quoted.push(from..words.len());
                        open = None;
                    }
                    ("«" | "“" | "„", _) | ("\"", None) => {
                        open = Some((words.len(), mark));
                    }
                    ("»", None) if opens_word(self.witness, t) => {
                        open = Some((words.len(), mark));
                    }
                    _ => {}
                }
            } else {
                words.push(Word {
                    token: t as u32,
                    stem: token.key(Fold::Stem),
                    function: token.function,
                    edge: false,
                });
            }
        }
        // One or two words between marks are named, not quoted.
        quoted.retain(|q| q.len() >= LEAST_WORDS);
        for edge in quoted.iter().flat_map(|q| [q.start, q.end]) {
            if let Some(word) = words.get_mut(edge) {
                word.edge = true;
            }
        }
        quoted.retain(|q| q.len() + LEAST_WORDS <= words.len());
        let explained = words.iter().map(|w| self.explained[w.token as usize]);
        Sentence {
            explained: explained.collect(),
            words,
            quoted,
        }
    }
}

/// Whether a mark stands at the beginning of a word, as one that opens does.
fn opens_word(witness: &Witness, token: usize) -> bool {
    let span = witness.tokens[token].span.range();
    let before = witness.text[..span.start].chars().next_back();
    let after = witness.text[span.end..].chars().next();
    before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
}

/// Whether a sentence, beside what it has in quotation marks, says something that the other does not.
pub(super) fn says_else(own: &Sentence, other: &Sentence) -> bool {
    let mut inside = vec![false; own.words.len()];
    for quote in &own.quoted {
        inside[quote.clone()].fill(true);
    }
    let outside = || {
        let words = own.words.iter().zip(&inside);
        words.filter(|(_, inside)| !**inside).map(|(word, _)| word)
    };
    let stems: FxHashSet<KeyId> = other.words.iter().map(|word| word.stem).collect();
    let content = outside().filter(|w| !w.function).count();
    let shared = outside()
        .filter(|w| !w.function && stems.contains(&w.stem))
        .count();
    outside().count() >= LEAST_WORDS
        && (content == 0 || (shared as f64) < OTHER_SHARED * content as f64)
}

/// Whether a passage holds a fair part of what stands in quotation marks.
pub(super) fn fills(passage: &Range<usize>, quote: &Range<usize>) -> bool {
    let inside = passage
        .end
        .min(quote.end)
        .saturating_sub(passage.start.max(quote.start));
    inside as f64 >= QUOTED_SHARE * quote.len() as f64
}

/// Content words of a range; none when it ends before it begins.
pub(super) fn content(sentence: &Sentence, range: Range<usize>) -> usize {
    sentence
        .words
        .get(range)
        .map_or(0, |words| words.iter().filter(|w| !w.function).count())
}

/// A range with so many content words more before and after it, where the sentence has them.
pub(super) fn widened(
    sentence: &Sentence,
    range: Range<usize>,
    mut before: usize,
    mut after: usize,
) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    while before > 0 && start > 0 {
        start -= 1;
        before -= usize::from(!sentence.words[start].function);
    }
    while after > 0 && end < sentence.words.len() {
        after -= usize::from(!sentence.words[end].function);
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::Normalizer;
    use crate::read::{ReadOptions, read_bytes};
    use crate::witness::{Language, Siglum, TokenIndex};

    /// Each sentence of texts, in one numbering of stems, with the texts that they stand in.
    fn sentences(texts: &[&str], language: Language) -> Vec<(Witness, Vec<Sentence>)> {
        let options = ReadOptions {
            language: Some(language),
            ..ReadOptions::default()
        };
        let witness = |(n, text): (usize, &&str)| {
            let read = read_bytes((*text).into(), "text", Siglum::nth(n), &options);
            read.expect("text is text").witness
        };
        let witnesses: Vec<Witness> = texts.iter().enumerate().map(witness).collect();
        let vocabulary = Vocabulary::new(&witnesses, Normalizer::of(language, false));
        let found = witnesses.into_iter().enumerate().map(|(w, witness)| {
            let found = Sentences::new(&witness, &vocabulary, w, std::iter::empty());
            let found = (0..found.len()).map(|at| found.get(at)).collect();
            (witness, found)
        });
        found.collect()
    }

    /// The words of a part of a sentence.
    fn said(witness: &Witness, sentence: &Sentence, range: Range<usize>) -> String {
        let words = sentence.words[range].iter();
        let words = words.map(|word| witness.token_text(TokenIndex(word.token)));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The words between quotation marks of each sentence of a text.
    fn quoted(text: &str, language: Language) -> Vec<String> {
        let (witness, found) = sentences(&[text], language).remove(0);
        let all = found
            .iter()
            .flat_map(|s| s.quoted.iter().map(|q| said(&witness, s, q.clone())));
        all.collect()
    }

    #[test]
    fn quotation_marks_of_several_countries() {
        for (text, language) in [
            ("Er sagte „das ist nun wahr“ und ging.", Language::GERMAN),
            ("Er sagte »das ist nun wahr« und ging.", Language::GERMAN),
            ("Er sagte „das ist nun wahr” und ging.", Language::GERMAN),
            (
                "He said “das ist nun wahr” and went home.",
                Language::ENGLISH,
            ),
            ("Il a dit « das ist nun wahr » et partit.", Language::FRENCH),
            ("Il a dit \"das ist nun wahr\" et partit.", Language::FRENCH),
        ] {
            assert_eq!(quoted(text, language), ["das ist nun wahr"], "{text}");
        }
        let two = "Zu „eins zwei drei“ und „vier fünf sechs“ sagte er nichts mehr.";
        assert_eq!(
            quoted(two, Language::GERMAN),
            ["eins zwei drei", "vier fünf sechs"]
        );
        // What was opened in another sentence opens nothing here.
        let end = "la fin de ces mots », dit le vieux roi, « et la suite de ces mots » encore.";
        assert_eq!(quoted(end, Language::FRENCH), ["et la suite de ces mots"]);
    }

    #[test]
    fn a_passage_grows_by_words_that_mean_something() {
        let text = "Dimanche la grande ville du nord et le port tombèrent.";
        let (witness, found) = sentences(&[text], Language::FRENCH).remove(0);
        let sentence = &found[0];
        let at = |word: &str| {
            let token = |w: &Word| witness.token_text(TokenIndex(w.token)) == word;
            sentence.words.iter().position(token).expect("it is there")
        };
        let (city, north) = (at("ville"), at("nord"));
        assert_eq!(content(sentence, 0..city), 2);
        assert_eq!(content(sentence, city..north), 1);
        assert_eq!(content(sentence, sentence.words.len()..0), 0);
        for (before, after, wanted) in [
            (0, 0, "ville du nord"),
            (1, 0, "grande ville du nord"),
            (0, 1, "ville du nord et le port"),
            (2, 1, "Dimanche la grande ville du nord et le port"),
            (
                9,
                9,
                "Dimanche la grande ville du nord et le port tombèrent",
            ),
        ] {
            let range = widened(sentence, city..north + 1, before, after);
            assert_eq!(said(&witness, sentence, range), wanted);
        }
    }

    #[test]
    fn what_stands_beside_a_quotation_is_something_else_or_the_same() {
        let quote = "« la grande ville sera rendue demain »";
        let own = format!("Le vieux roi annonça hier soir : {quote}.");
        for (other, wanted) in [
            ("La grande ville sera rendue demain.", true),
            (
                "Le vieux roi annonça hier que la grande ville serait rendue.",
                false,
            ),
            ("Le roi dit que la grande ville serait rendue.", true),
        ] {
            let found = sentences(&[&own, other], Language::FRENCH);
            assert_eq!(says_else(&found[0].1[0], &found[1].1[0]), wanted, "{other}");
        }
    }
}

//! Negations in the words of a unit, and the word that each is about.

use crate::witness::TokenKind;

use super::FactKind;
use super::mentions::{Mention, Said};

/// Words between `ne` and its `pas`, at most.
const REACH: usize = 7;
/// Words between `personne` and its `ne`, at most.
const REACH_BEFORE: usize = 3;
/// Words between a negation and the word that it is about, at most: `n’est pas encore venu`.
const REACH_ABOUT: usize = 3;
/// Letters that a short prefix (un-, in-) leaves of a word that says *not*; `under` and `unto` do not.
const LEFT_BY_PREFIX: usize = 4;

/// Adds the negations of a unit: `ne … pas` is one, at both words.
pub(super) fn find(said: &Said, found: &mut Vec<Mention>) {
    let (words, texts) = (said.words, &said.lower);
    let mut taken = vec![false; texts.len()];
    let mut push = |at: &[usize], weak: bool| {
        let tokens = at.iter().flat_map(|&i| said.tokens(i..i + 1));
        let about = about(said, at);
        // `il ne manque pas de venir` says that he comes.
        let undoes = |i: usize| words.undoing.iter().any(|stem| texts[i].starts_with(stem));
        found.push(Mention {
            tokens: tokens.collect(),
            weak: weak || about.is_some_and(undoes),
            about: about.map(|i| said.tokens(i..i + 1).start),
            ..said.mention(FactKind::Negation, String::new(), 0..0)
        });
    };
    for (i, word) in texts.iter().enumerate() {
        // `non plus` goes with a negation that is counted already.
        let also = texts
            .get(i + 1)
            .is_some_and(|next| words.also.contains(&(word.as_str(), next.as_str())));
        if said.kind(i) != Some(TokenKind::Word) || taken[i] || also {
            continue;
        }
        if words.openers.contains(word.as_str()) {
            match second(said, i, &taken) {
                Some(second) => {
                    push(&[i, second], false);
                    taken[second] = true;
                }
                None => push(&[i], !words.opener_negates),
            }
        } else if words.negations.contains(word.as_str()) {
            push(&[i], false);
        } else if words.subjects.contains(word.as_str()) {
            // `personne ne vient`; `une personne` is somebody.
            let mut near = i + 1..texts.len().min(i + 1 + REACH_BEFORE);
            let opener = near.find(|&j| words.openers.contains(texts[j].as_str()));
            match opener.filter(|&j| second(said, j, &taken).is_none()) {
                Some(opener) => {
                    push(&[i, opener], false);
                    taken[opener] = true;
                }
                None if i > 0 && words.articles.contains(texts[i - 1].as_str()) => {}
                None => push(&[i], true),
            }
        } else if words.excuses.contains(word.as_str()) || says_not(said, word) {
            push(&[i], true);
        }
    }
}

/// The word that completes the negation opened at a place.
fn second(said: &Said, opener: usize, taken: &[bool]) -> Option<usize> {
    let texts = &said.lower;
    (opener + 1..texts.len().min(opener + 1 + REACH))
        .take_while(|&j| !said.words.openers.contains(texts[j].as_str()))
        .find(|&j| !taken[j] && said.words.seconds.contains(texts[j].as_str()))
}

/// Whether a word says *not* by its beginning.
fn says_not(said: &Said, word: &str) -> bool {
    let words = said.words;
    let has = |stem: &&str| {
        let short = stem.len() < LEFT_BY_PREFIX;
        word.strip_prefix(*stem)
            .is_some_and(|rest| !short || rest.chars().count() >= LEFT_BY_PREFIX)
    };
    words.excusing_stems.iter().any(has) && !words.functions.contains(word)
}

/// The word that a negation is about: the last word of content between its two words, or the first behind.
fn about(said: &Said, at: &[usize]) -> Option<usize> {
    let words = said.words;
    let &[first, .., last] = at else {
        return at.first().and_then(|&at| behind(said, at));
    };
    let content = |i: &usize| {
        said.kind(*i) == Some(TokenKind::Word) && !words.functions.contains(said.lower[*i].as_str())
    };
    (first + 1..last)
        .rev()
        .find(content)
        .or_else(|| behind(said, last))
}

/// The first word of content behind a place, in the same phrase.
fn behind(said: &Said, at: usize) -> Option<usize> {
    (at + 1..said.len().min(at + 2 + REACH_ABOUT))
        .take_while(|&i| said.kind(i) == Some(TokenKind::Word))
        .find(|&i| !said.words.functions.contains(said.lower[i].as_str()))
}

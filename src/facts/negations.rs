//! Negations in the words of a unit, and the word that each is about.

use crate::language::FactWords;
use crate::table::FactKind;

use super::forms::Role;
use super::mention::{Mention, Said};
use crate::normalize::Tokens;

/// Words between `ne` and its `pas`, at most.
const REACH: usize = 7;
/// Words between `personne` and its `ne`, at most.
const REACH_BEFORE: usize = 3;
/// Words between a negation and the word that it is about, at most: `n’est pas encore venu`.
const REACH_ABOUT: usize = 3;
/// Letters that a short prefix (un-, in-) leaves of a word that says *not*; `under` and `unto` do not.
const LEFT_BY_PREFIX: usize = 4;

/// What a word in lower case does in a negation.
pub(super) fn role(word: &str, words: &FactWords) -> Option<Role> {
    let roles = [
        (&words.cues.openers, Role::Opens),
        (&words.cues.negations, Role::Negates),
        (&words.cues.subjects, Role::Subject),
        (&words.cues.few, Role::Few),
        (&words.cues.excuses, Role::Excuses),
    ];
    let listed = roles.iter().find(|(list, _)| list.contains(word));
    match listed {
        Some(&(_, role)) => Some(role),
        None => says_not(word, words).then_some(Role::Excuses),
    }
}

/// Adds the negations of a unit: `ne … pas` is one, at both words.
pub(super) fn find(said: &Said, found: &mut Vec<Mention>) {
    let cues = &said.words.cues;
    // The words that belong to a negation which began before them, or begins behind them.
    let mut taken = Vec::new();
    let mut push = |at: &[usize], weak: bool, few: bool| {
        let tokens = at.iter().map(|&i| said.token(i));
        let about = about(said, at);
        // `il ne manque pas de venir` says that he comes.
        let undoes = |i: usize| {
            let mut stems = cues.undoing.iter();
            stems.any(|stem| said.lower(i).starts_with(stem))
        };
        let undone = !weak && about.is_some_and(undoes);
        found.push(Mention {
            tokens: tokens.collect(),
            weak: weak || undone,
            undone,
            few,
            absolute: at.iter().any(|&i| said.form(i).absolute),
            about: about.map(|i| said.token(i)),
            ..said.mention(FactKind::Negation, String::new(), 0..0)
        });
    };
    for i in said.places(|form| form.negates.is_some()) {
        if taken.contains(&i) {
            continue;
        }
        // `non plus` goes with a negation that is counted already.
        let also = said.phrase(i, &cues.also);
        if also > 0 {
            taken.extend(i..i + also);
            continue;
        }
        match said.form(i).negates {
            Some(Role::Opens) => match second(said, i, &taken) {
                Some(second) => {
                    push(&[i, second], false, false);
                    taken.push(second);
                }
                None => {
                    let half = cues.half_openers.contains(said.lower(i));
                    push(&[i], half && !negates_alone(said, i), false);
                }
            },
            // `ses pas` are steps.
            Some(Role::Negates)
                if i > 0
                    && cues.articles.contains(said.lower(i - 1))
                    && cues.seconds.contains(said.lower(i)) => {}
            Some(Role::Negates) => push(&[i], false, false),
            Some(Role::Subject) => {
                // `personne ne vient`; `une personne` is somebody.
                let mut near = i + 1..said.len().min(i + 1 + REACH_BEFORE);
                let opener = near.find(|&j| said.form(j).negates == Some(Role::Opens));
                match opener.filter(|&j| second(said, j, &taken).is_none()) {
                    Some(opener) => {
                        push(&[i, opener], false, false);
                        taken.push(opener);
                    }
                    None if i > 0 && cues.articles.contains(said.lower(i - 1)) => {}
                    None => push(&[i], true, false),
                }
            }
            Some(Role::Excuses) => push(&[i], true, false),
            Some(Role::Few) => push(&[i], true, true),
            None => {}
        }
    }
}

/// Whether what opens a negation at a place needs no second word: `ne peut`, `n’ose`, `ne le cesse`; but not `ne peut que`, nor where
/// something is compared (`plus qu’il ne peut`).
fn negates_alone(said: &Said, opener: usize) -> bool {
    let cues = &said.words.cues;
    let verb = (opener + 1..said.len().min(opener + 3))
        .find(|&i| cues.negated_alone.contains(said.lower(i)))
        .filter(|&i| i == opener + 1 || said.form(i - 1).function);
    let limits = |i: usize| cues.limiting.contains(said.lower(i));
    verb.is_some_and(|verb| {
        let behind = verb + 1..said.len().min(verb + 1 + REACH);
        let mut phrase = behind.take_while(|&i| said.is_word(i));
        !phrase.any(limits) && !(opener.saturating_sub(2)..opener).any(limits)
    })
}

/// The word that completes the negation opened at a place.
fn second(said: &Said, opener: usize, taken: &[usize]) -> Option<usize> {
    (opener + 1..said.len().min(opener + 1 + REACH))
        .take_while(|&j| said.form(j).negates != Some(Role::Opens))
        .find(|j| said.form(*j).completes && !taken.contains(j))
}

/// Whether a word says *not* by its beginning.
fn says_not(word: &str, words: &FactWords) -> bool {
    let first = word.as_bytes().first();
    let has = |stem: &&str| {
        // Nearly all of them begin otherwise.
        if stem.as_bytes().first() != first {
            return false;
        }
        let short = stem.len() < LEFT_BY_PREFIX;
        word.strip_prefix(*stem)
            .is_some_and(|rest| !short || rest.chars().count() >= LEFT_BY_PREFIX)
    };
    words.cues.excusing_stems.iter().any(has) && !words.functions.all.contains(word)
}

/// The word that a negation is about: the last word of content between its two words, or the first behind.
fn about(said: &Said, at: &[usize]) -> Option<usize> {
    let &[first, .., last] = at else {
        return at.first().and_then(|&at| behind(said, at));
    };
    let content = |&i: &usize| said.is_word(i) && !said.form(i).function;
    (first + 1..last)
        .rev()
        .find(content)
        .or_else(|| behind(said, last))
}

/// The first word of content behind a place, in the same phrase.
fn behind(said: &Said, at: usize) -> Option<usize> {
    (at + 1..said.len().min(at + 2 + REACH_ABOUT))
        .take_while(|&i| said.is_word(i))
        .find(|&i| !said.form(i).function)
}

//! Negations in the words of a unit, and the word that each is about.

use std::ops::Range;

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
        None => {
            let says_not = says_not(word, words) || denies_whole(word, words);
            says_not.then_some(Role::Excuses)
        }
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
        // `il ne manque pas de venir` says that he comes; what is not unusual is usual, and not a few are many.
        let undoes =
            |i: usize| said.form(i).negates == Some(Role::Few) || undoes(said.lower(i), said.words);
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
        // `non plus` goes with a negation that is counted already; no more than ten are ten at most.
        if let Some(place) = no_negation(said, i) {
            taken.extend(place);
            continue;
        }
        // Whether he came or not: it may render a negation, and is none.
        if let Some(place) = alternative(said, i) {
            push(&[i], true, false);
            taken.extend(place);
            continue;
        }
        match said.form(i).negates {
            Some(Role::Opens) => {
                let second = second(said, i, &taken);
                match (second, second.and_then(|second| no_negation(said, second))) {
                    // `il n’en est pas moins content`
                    (_, Some(place)) => taken.extend(place),
                    (Some(second), None) => {
                        push(&[i, second], false, false);
                        taken.push(second);
                    }
                    (None, None) => {
                        let half = cues.half_openers.contains(said.lower(i));
                        let weak = half && !negates_alone(said, i) || denies_bound(said, i);
                        push(&[i], weak, false);
                    }
                }
            }
            // `ses pas` are steps.
            Some(Role::Negates)
                if i > 0
                    && cues.articles.contains(said.lower(i - 1))
                    && cues.seconds.contains(said.lower(i)) => {}
            // Neither the king nor the queen: one negation.
            Some(Role::Negates) if is_continued(said, i) => push(&[i], true, false),
            Some(Role::Negates) => {
                // `non pas`, `sans aucun`
                let behind = (i + 1..said.len()).take_while(|&j| said.form(j).completes);
                let mut one: Vec<usize> = std::iter::once(i).chain(behind).collect();
                // `nul ne savait`, `aucun d’eux n’osait`, where the verb needs no second word to be negated
                one.extend(opener_behind(said, i, &taken));
                push(&one, false, false);
                taken.extend(one);
            }
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

/// The place of a phrase that looks like a negation and is none, which has the word at a place: `non plus`, no more than ten.
fn no_negation(said: &Said, at: usize) -> Option<Range<usize>> {
    let also = said.within(at, &said.words.cues.also);
    also.or_else(|| {
        let mut bounds = said.words.numbers.bounds.iter();
        let bound = bounds.find_map(|phrases| said.within(at, phrases))?;
        // A sign of money may stand between.
        let counts = |at: usize| at < said.len() && said.form(at).begins_number;
        (counts(bound.end) || counts(bound.end + 1) && !said.is_word(bound.end)).then_some(bound)
    })
}

/// Whether a negation at a place makes the least of the most: it could not be more than ten.
fn denies_bound(said: &Said, at: usize) -> bool {
    let mut behind = (at + 1..said.len().min(at + 1 + REACH)).take_while(|&i| said.is_word(i));
    behind.any(|i| {
        let mut bounds = said.words.numbers.bounds.iter();
        bounds.any(|phrases| {
            let to = i + said.phrase(i, phrases);
            to > i && to < said.len() && said.form(to).begins_number
        })
    })
}

/// The place of a phrase that says the other of two with the word at a place (`or not`), where nothing follows that it could
/// negate.
fn alternative(said: &Said, at: usize) -> Option<Range<usize>> {
    let place = said.within(at, &said.words.cues.alternatives)?;
    let negated = |at: usize| at < said.len() && said.is_word(at) && !said.form(at).function;
    (!negated(place.end)).then_some(place)
}

/// Whether a word only goes on with a negation that another began before it in the unit: `neither … nor`, `not … nor`.
fn is_continued(said: &Said, at: usize) -> bool {
    let negates =
        |before: usize| matches!(said.form(before).negates, Some(Role::Opens | Role::Negates));
    said.words.cues.continuing.contains(said.lower(at)) && (0..at).any(negates)
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

/// What opens a negation in the same phrase behind a word at a place that could complete it, and is completed by no other.
fn opener_behind(said: &Said, at: usize, taken: &[usize]) -> Option<usize> {
    if !said.form(at).completes {
        return None;
    }
    let near = at + 1..said.len().min(at + 1 + REACH);
    let mut near = near.take_while(|&j| said.is_word(j));
    let opener = near.find(|&j| said.form(j).negates == Some(Role::Opens))?;
    second(said, opener, taken).is_none().then_some(opener)
}

/// Whether a word says *not* by its beginning.
fn says_not(word: &str, words: &FactWords) -> bool {
    let mut stems = words.cues.excusing_stems.iter();
    stems.any(|stem| begins(word, stem)) && !words.functions.all.contains(word)
}

/// Whether a word begins with a stem, and more than that where it is a short one.
fn begins(word: &str, stem: &str) -> bool {
    // Nearly all of them begin otherwise.
    if stem.as_bytes().first() != word.as_bytes().first() {
        return false;
    }
    let rest = word.strip_prefix(stem);
    rest.is_some_and(|rest| !is_short(stem) || rest.chars().count() >= LEFT_BY_PREFIX)
}

fn is_short(stem: &str) -> bool {
    stem.len() < LEFT_BY_PREFIX
}

/// Whether a word says *not* of what the rest of it says, be that a word or none: `inaccessible`, `useless`.
fn denies_whole(word: &str, words: &FactWords) -> bool {
    let cues = &words.cues;
    let rest = |of: usize| of >= LEFT_BY_PREFIX;
    let ended = cues.privative_endings.iter();
    let mut ended = ended.filter_map(|end| word.strip_suffix(end));
    let begun = || {
        let possible = cues.possible_endings.iter().any(|end| word.ends_with(end));
        let mut stems = cues.privatives.iter();
        possible && stems.any(|stem| word.strip_prefix(stem).is_some_and(|r| rest(r.len())))
    };
    (ended.any(|stem| rest(stem.len())) || begun())
        && !words.functions.all.contains(word)
        && !is_by_chance(word, words)
}

/// Whether a word says *not* of itself, so that it undoes another negation: `manquer`, *unusual*, *impossible*. A short beginning that is
/// not listed for this is one by chance too often.
fn undoes(word: &str, words: &FactWords) -> bool {
    let cues = &words.cues;
    let long = cues.excusing_stems.iter().filter(|stem| !is_short(stem));
    let begun = cues
        .undoing
        .iter()
        .chain(long)
        .any(|stem| begins(word, stem));
    denies_whole(word, words) || begun && !is_by_chance(word, words)
}

/// Whether a word begins like one that says *not*, and is none.
fn is_by_chance(word: &str, words: &FactWords) -> bool {
    let mut known = words.cues.no_privatives.iter();
    known.any(|begin| word.starts_with(begin))
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

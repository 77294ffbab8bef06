//! Names where every noun has a capital, so that a capital tells none: those that are listed, and those that a title, a rank or
//! a given name stands before. What is found so is a name elsewhere as well, unless an article stands before it there.

use rustc_hash::FxHashSet;

use crate::language::{FactWords, Profile};
use crate::lexicon::Vocabulary;
use crate::normalize::Tokens;
use crate::witness::{TokenKind, Witness};

use super::forms::Standing;
use super::mention::Said;
use super::spelling::{Spelling, is_capital};

/// Letters of the shortest noun that a compound is known by, and of what stands before it: `Haustür`.
const PART: usize = 4;
const BEFORE_PART: usize = 3;

/// Whether a word in lower case is listed as a name, or as the genitive of one.
pub(super) fn is_listed_name(lower: &str, words: &FactWords) -> bool {
    let listed =
        |word: &str| words.cues.given_names.contains(word) || words.cues.places.contains(word);
    listed(lower) || lower.strip_suffix('s').is_some_and(listed)
}

/// What a capitalised word is that is not listed as a name: a noun that is known, or one that may be a name.
pub(super) fn standing(lower: &str, words: &FactWords) -> Option<Standing> {
    let cues = &words.cues;
    let grammar = [
        &words.functions.all,
        &cues.titles,
        &cues.before_names,
        &cues.negations,
    ];
    if grammar.iter().any(|set| set.contains(lower)) {
        return None;
    }
    let ends = |end: &&str| lower.ends_with(end);
    Some(
        match words.listed.contains(lower) || cues.noun_endings.iter().any(ends) {
            true => Standing::Noun,
            false => Standing::Perhaps,
        },
    )
}

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// A title, behind which every noun is a name.
    Title,
    /// A rank or a given name, behind which one is that is not known as a noun.
    Name,
    /// An article, or a word with the ending of an adjective.
    Article,
    Other,
}

impl Before {
    /// What stands before a word, by the words before it, the nearest first, as written and in lower case.
    fn of<'w>(
        mut words_before: impl Iterator<Item = (&'w str, &'w str)>,
        words: &FactWords,
    ) -> Self {
        let Some((text, lower)) = words_before.next() else {
            return Self::Other;
        };
        let determines = |word: &str| words.kinds.may_determine(word);
        let capital = is_capital(text);
        let cues = &words.cues;
        if capital && (cues.titles.contains(lower) || cues.before_names.contains(lower)) {
            // `der Frau` may be a woman to whom something is given.
            let article = words_before
                .next()
                .is_some_and(|(_, lower)| determines(lower));
            return if article { Self::Name } else { Self::Title };
        }
        if cues.before_names.contains(lower) {
            return Self::Name;
        }
        if capital && cues.given_names.contains(lower) {
            // `des Paulus Gefährten` are his.
            let article = words_before
                .next()
                .is_some_and(|(_, lower)| determines(lower));
            return if article { Self::Article } else { Self::Name };
        }
        let ends = |end: &&str| lower.ends_with(end);
        let adjective = || {
            !capital
                && ["e", "en", "er", "es", "em"].iter().any(ends)
                && !words.functions.all.contains(lower)
        };
        if determines(lower) || adjective() {
            Self::Article
        } else {
            Self::Other
        }
    }
}

/// The names that witnesses tell by what stands before them, folded.
pub(super) fn told<'s>(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    spellings: &'s [Spelling],
) -> FxHashSet<&'s str> {
    let (mut told, mut determined) = (FxHashSet::default(), FxHashSet::default());
    for (w, witness) in witnesses.iter().enumerate() {
        let words = Profile::of(witness.language).facts();
        if words.capitals_name {
            continue;
        }
        let types = vocabulary.tokens(w);
        let word = |t: usize| {
            (
                vocabulary.get(types[t]).word(),
                &*spellings[types[t] as usize].lower,
            )
        };
        for (t, &id) in types.iter().enumerate() {
            let (text, lower) = word(t);
            if vocabulary.get(id).kind != TokenKind::Word || !is_capital(text) {
                continue;
            }
            let folded = &*spellings[id as usize].folded;
            match (
                Before::of((0..t).rev().take(2).map(word), words),
                standing(lower, words),
            ) {
                (Before::Article, _) => _ = determined.insert(folded),
                (Before::Title, Some(_)) | (Before::Name, Some(Standing::Perhaps)) => {
                    told.insert(folded);
                }
                _ => {}
            }
        }
    }
    told.retain(|name| !determined.contains(name));
    told
}

/// Whether the word at a place is a name by what stands before it; `None` where nothing says so. What may be one without an
/// article is so where the other text has a name in its place.
pub(super) fn at_place(said: &Said, at: usize) -> Option<Standing> {
    let before = (0..at).rev().take(2);
    let before = Before::of(before.map(|i| (said.text(i), said.lower(i))), said.words);
    match (before, said.form(at).name) {
        (Before::Title, Some(_)) | (Before::Name, Some(Standing::Perhaps)) => Some(Standing::Known),
        (Before::Other, Some(Standing::Perhaps)) if !is_compound(said.lower(at), said.words) => {
            Some(Standing::Perhaps)
        }
        _ => None,
    }
}

/// Whether a word ends with a noun that is listed.
fn is_compound(lower: &str, words: &FactWords) -> bool {
    let mut ends = lower.char_indices().map(|(at, _)| at).skip(BEFORE_PART);
    ends.any(|at| {
        let end = &lower[at..];
        end.len() >= PART && words.listed.contains(end)
    })
}

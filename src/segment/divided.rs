//! Words that the end of a line divides, as tokens: where they end, and where those that are several tokens are cut.

use super::apostrophes;
use super::compounds::Compounds;
use super::rules::Rules;
use crate::language::chars::{char_at, char_before, is_unspaced};
use crate::witness::{hyphenated, resumes, undivided};

/// Where what stands at `start` ends: at white space, unless it divides a word.
pub(super) fn chunk_end(text: &str, start: usize, rules: &Rules) -> usize {
    let space = |from: usize| {
        text[from..]
            .find(char::is_whitespace)
            .map_or(text.len(), |n| from + n)
    };
    let mut end = space(start);
    while let Some(second) = divided(text, start, end) {
        let next = space(second);
        if rules.is_suspended(&text[second..next]) {
            break;
        }
        end = next;
    }
    end
}

/// Where the word goes on whose first half, with its divider, `text[start..end]` ends with.
fn divided(text: &str, start: usize, end: usize) -> Option<usize> {
    let (at, _) = text[start..end].char_indices().next_back()?;
    let half = &text[start..start + at];
    second_half(text, start + at).filter(|_| half.ends_with(may_be))
}

/// Where the word goes on that is divided at `at`.
pub(super) fn second_half(text: &str, at: usize) -> Option<usize> {
    resumes(text, at).filter(|&second| char_at(text, second).is_some_and(may_be))
}

/// Whether a word may be divided at a line end behind `c`: a letter of a script that sets hyphens.
pub(super) fn may_be(c: char) -> bool {
    c.is_alphabetic() && !is_unspaced(c)
}

/// Where the elided words at the head of a run end; see [`apostrophes::heads`].
pub(super) fn heads(run: &str, after: &str, rules: &Rules) -> Vec<usize> {
    let Some(compound) = hyphenated(run) else {
        return apostrophes::heads(run, after, rules);
    };
    // `puis-` / `qu’il`, but `c’est-à-` / `dire`.
    let word = if apostrophes::is_whole(&compound, rules) {
        compound.into()
    } else {
        undivided(run)
    };
    let mut heads = apostrophes::heads(&word, after, rules);
    for head in &mut heads {
        *head = match word.get(*head..) {
            Some(rest) if !rest.is_empty() => start_of(rest, run),
            _ => run.len() + *head - word.len(),
        };
    }
    heads
}

/// Where the tokens of a run end that its language cuts off. A hyphen at a line end is the word's own if the text writes
/// the word with one elsewhere, or nothing else can be.
pub(super) fn cuts(run: &str, rules: &Rules, compounds: &Compounds<'_>) -> Vec<usize> {
    let cuts = rules.code.cuts;
    let Some(compound) = hyphenated(run) else {
        return cuts(run);
    };
    let of_compound = cuts(&compound);
    let is_own = || (rules.code.keeps_hyphen)(&compound) || compounds.holds(&compound);
    let (word, found) = if !of_compound.is_empty() && is_own() {
        (compound.into(), of_compound)
    } else {
        let word = undivided(run);
        let found = cuts(&word);
        (word, found)
    };
    let in_run = |cut: usize| start_of(&word[cut..], run);
    found.into_iter().map(in_run).collect()
}

/// Where the end of `run` that says `rest` begins, which is the same but for line ends; before a divider that it follows.
fn start_of(rest: &str, run: &str) -> usize {
    let mut wanted = rest.chars().rev().peekable();
    let mut places = run.char_indices().rev();
    let start = places.find(|&(_, c)| wanted.next_if_eq(&c).is_some() && wanted.peek().is_none());
    let start = start.map_or(0, |(at, _)| at);
    let before = run[..start].trim_end();
    match char_before(before, before.len()) {
        Some(divider) if before.len() < start => before.len() - divider.len_utf8(),
        _ => start,
    }
}

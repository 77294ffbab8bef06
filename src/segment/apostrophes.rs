//! Words that are several tokens: elided clitics, contractions, pronouns behind their verb.

use super::rules::Rules;
use crate::language::Apostrophe;
use crate::language::chars::is_apostrophe;

/// The longest head that is looked for, in bytes: `lorsqu`, `jusqu`, `quell`, `vent`.
const LONGEST_HEAD: usize = 12;

/// Where the elided words at the head of `run` end (in bytes, increasing); the last may lie behind `run`, in `after`,
/// when the apostrophe ends the run.
pub(super) fn heads(run: &str, after: &str, rules: &Rules) -> Vec<usize> {
    let mut cuts = Vec::new();
    if rules.apostrophe == Apostrophe::None {
        return cuts;
    }
    let trailing = after.chars().next().filter(|&c| is_apostrophe(c));
    if trailing.is_none() && !run.contains(is_apostrophe) {
        return cuts;
    }
    let mut at = 0;
    while at < run.len() {
        let rest = &run[at..];
        let Some((head, length)) = head(rest) else {
            break;
        };
        let tail = &rest[length..];
        if is_whole(rest, rules) || !elides(head, tail, rules) {
            break;
        }
        at += length;
        cuts.push(at);
    }
    if let Some(mark) = trailing.filter(|_| at < run.len())
        && keeps_trailing(&run[at..], rules)
    {
        cuts.push(run.len() + mark.len_utf8());
    }
    cuts
}

/// The letters before the first apostrophe of `rest`, and the length with it; `None` when they are too many.
fn head(rest: &str) -> Option<(&str, usize)> {
    let (at, mark) = rest
        .char_indices()
        .take_while(|&(i, _)| i <= LONGEST_HEAD)
        .find(|&(_, c)| is_apostrophe(c))?;
    Some((&rest[..at], at + mark.len_utf8()))
}

/// Whether `head` loses its vowel before `tail`.
fn elides(head: &str, tail: &str, rules: &Rules) -> bool {
    let head = head.to_lowercase();
    let splitting = rules.splitting;
    match rules.apostrophe {
        Apostrophe::Clitics => {
            splitting.clitics.contains(head.as_str())
                || splitting.clitics_before_pronouns.contains(head.as_str())
                    && tail.len() <= LONGEST_HEAD
                    && splitting.pronouns.contains(tail.to_lowercase().as_str())
        }
        Apostrophe::Elision => head.chars().all(char::is_alphabetic),
        Apostrophe::None => false,
    }
}

/// Whether the apostrophe behind `rest` belongs to it: `d’ «`, `po’`.
fn keeps_trailing(rest: &str, rules: &Rules) -> bool {
    if rest.len() > LONGEST_HEAD {
        return false;
    }
    let lower = rest.to_lowercase();
    let clitic = rules.splitting.clitics.contains(lower.as_str());
    match rules.apostrophe {
        Apostrophe::Clitics => clitic,
        Apostrophe::Elision => {
            let mut whole = rules.splitting.whole.iter();
            clitic || whole.any(|w| w.strip_suffix('\'') == Some(&lower))
        }
        Apostrophe::None => false,
    }
}

/// The length of the apostrophe at the head of `text`, where it begins a listed word: `’t`, `’s-Gravenhage`.
pub(super) fn opening(text: &str, rules: &Rules) -> Option<usize> {
    let mark = text.chars().next().filter(|&c| is_apostrophe(c))?;
    let rest = &text[mark.len_utf8()..];
    let begins = |entry: &&str| {
        let Some(letters) = entry.strip_prefix('\'') else {
            return false;
        };
        let behind = rest.get(letters.len()..);
        // ’s-Gravenhage goes on behind its hyphen; ’t is no ‘toen’.
        let ends = |behind: &str| {
            letters.ends_with('-')
                || !behind.starts_with(|c: char| c.is_alphanumeric() || is_apostrophe(c))
        };
        behind.is_some_and(|behind| {
            rest[..letters.len()].eq_ignore_ascii_case(letters) && ends(behind)
        })
    };
    let whole = &rules.splitting.whole;
    whole.iter().any(begins).then_some(mark.len_utf8())
}

/// Whether `rest` begins as a word that stays whole.
pub(super) fn is_whole(rest: &str, rules: &Rules) -> bool {
    rules.splitting.whole.iter().any(|entry| {
        let mut letters = rest.chars().flat_map(char::to_lowercase);
        entry.chars().all(|e| {
            letters.next().is_some_and(|c| {
                c == e
                    || e == '\'' && is_apostrophe(c)
                    || e == '-' && crate::language::chars::is_hyphen(c)
            })
        })
    })
}

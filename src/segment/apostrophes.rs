//! Words that are several tokens: elided clitics, contractions, pronouns behind their verb.

use super::chars::{char_at, is_apostrophe};
use super::inversion;
use super::rules::{Apostrophe, Rules};

/// The longest head that is looked for, in bytes: `lorsqu`, `jusqu`, `quell`, `vent`.
const LONGEST_HEAD: usize = 12;

/// Prepositions that lose their vowel before a pronoun (`contr’eux`) but are part of the word elsewhere (`entr’ouvrir`).
const BEFORE_PRONOUN: [&str; 2] = ["entr", "contr"];
const PRONOUNS: [&str; 7] = ["eux", "elle", "elles", "lui", "un", "autre", "autres"];

/// Elided words that keep their apostrophe also where no letter follows (`dell’ «`), in Italian.
const ITALIAN_HEADS: [&str; 10] = [
    "l", "un", "d", "c", "dell", "all", "dall", "nell", "sull", "quell",
];

/// Where the elided words at the head of `run` end (in bytes, increasing); the last may lie behind `run`, in `after`,
/// when the apostrophe ends the run.
pub(super) fn heads(run: &str, after: &str, rules: &Rules) -> Vec<usize> {
    let mut cuts = Vec::new();
    if matches!(rules.apostrophe, Apostrophe::Contraction | Apostrophe::None) {
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
    match rules.apostrophe {
        Apostrophe::Clitics(list) => {
            list.contains(&head.as_str())
                || BEFORE_PRONOUN.contains(&head.as_str())
                    && tail.len() <= LONGEST_HEAD
                    && PRONOUNS.contains(&tail.to_lowercase().as_str())
        }
        Apostrophe::Elision => head.chars().all(char::is_alphabetic),
        Apostrophe::Contraction | Apostrophe::None => false,
    }
}

/// Whether the apostrophe behind `rest` belongs to it: `d’ «`, `po’`.
fn keeps_trailing(rest: &str, rules: &Rules) -> bool {
    if rest.len() > LONGEST_HEAD {
        return false;
    }
    let lower = rest.to_lowercase();
    match rules.apostrophe {
        Apostrophe::Clitics(list) => list.contains(&lower.as_str()),
        Apostrophe::Elision => {
            ITALIAN_HEADS.contains(&lower.as_str())
                || rules
                    .whole
                    .iter()
                    .any(|w| w.strip_suffix('\'') == Some(&lower))
        }
        Apostrophe::Contraction | Apostrophe::None => false,
    }
}

/// Whether `rest` begins as a word that stays whole.
fn is_whole(rest: &str, rules: &Rules) -> bool {
    rules.whole.iter().any(|entry| {
        let mut letters = rest.chars().flat_map(char::to_lowercase);
        entry.chars().all(|e| {
            letters.next().is_some_and(|c| {
                c == e || e == '\'' && is_apostrophe(c) || e == '-' && super::chars::is_hyphen(c)
            })
        })
    })
}

/// Where the tokens behind the first begin and end in `word`, whose elided heads are gone: every cut but the last end.
pub(super) fn tails(word: &str, rules: &Rules) -> Vec<usize> {
    if rules.inversion {
        return inversion::cuts(word);
    }
    match rules.apostrophe {
        Apostrophe::Contraction => contraction(word).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Where an English contraction is cut: `do` `n’t`, `I` `’m`, `John` `’s`.
fn contraction(word: &str) -> Option<usize> {
    let (at, mark) = word
        .char_indices()
        .rev()
        .take(3)
        .find(|&(_, c)| is_apostrophe(c))?;
    let tail = word[at + mark.len_utf8()..].to_ascii_lowercase();
    match tail.as_str() {
        "t" if word[..at].ends_with(['n', 'N']) && at > 1 => Some(at - 1),
        "s" | "m" | "d" | "re" | "ve" | "ll" if at > 0 => Some(at),
        _ => None,
    }
    .filter(|&cut| char_at(word, cut).is_some())
}

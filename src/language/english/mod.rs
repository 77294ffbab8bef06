//! The rules of English: contractions, `-eth` and `-est`, consonants that one shore doubles, old print.

mod old_print;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::chars::{char_at, is_apostrophe};
use crate::language::rules::{OldPrint, Rules};
use crate::language::sections::Sections;

pub(super) const RULES: Rules = Rules {
    cuts: contraction,
    respelled: single,
    plain,
    old_print: Some(OldPrint {
        fold: old_print::fold,
        reason: old_print::reason,
        and: "and",
        misread_s: false,
    }),
    ..Rules::NONE
};

/// The words of `rules.txt`.
struct Words {
    /// Words whose last letter one shore doubles before an ending: `travelled`, `traveled`.
    doubled: FxHashSet<&'static str>,
    ordinals: Vec<&'static str>,
    /// Names and nouns in -eth.
    no_verbs: FxHashSet<&'static str>,
    /// Words in -men that are no plurals.
    no_plurals: FxHashSet<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let sections = Sections::parse(include_str!("../../../languages/en/rules.txt"));
        Words {
            doubled: sections.set("doubled"),
            ordinals: sections.list("ordinals"),
            no_verbs: sections.set("no verbs"),
            no_plurals: sections.set("no plurals"),
        }
    });
    &WORDS
}

/// Where an English contraction is cut: `do` `n’t`, `I` `’m`, `John` `’s`.
fn contraction(word: &str) -> Vec<usize> {
    contraction_cut(word).into_iter().collect()
}

fn contraction_cut(word: &str) -> Option<usize> {
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
/// The word that an English word's old or irregular ending is taken off, or a form of it that the stemmer knows.
fn plain(key: &str, listed: &dyn Fn(&str) -> bool) -> Option<String> {
    // Third person: goeth, loveth, sitteth.
    if let Some(stem) = key.strip_suffix("eth") {
        let words = words();
        if words.ordinals.iter().any(|o| key.ends_with(o)) || words.no_verbs.contains(key) {
            return None;
        }
        return listed_verb(stem, listed).or_else(|| (stem.len() > 2).then(|| format!("{stem}ed")));
    }
    // Second person, of listed verbs only: others would be superlatives.
    if let Some(stem) = key.strip_suffix("est") {
        return listed_verb(stem, listed).filter(|_| key != "digest");
    }
    // Compounds of man, as far as they are no words of Latin.
    if let Some(stem) = key.strip_suffix("men") {
        return (stem.len() > 2 && !words().no_plurals.contains(key)).then(|| format!("{stem}man"));
    }
    None
}

/// The listed word whose stem this is before an ending in a vowel: `go`, `com` (come), `sitt` (sit), `fli` (fly).
fn listed_verb(stem: &str, listed: &dyn Fn(&str) -> bool) -> Option<String> {
    let twice = stem
        .char_indices()
        .next_back()
        .filter(|&(at, c)| stem[..at].ends_with(c));
    let once = twice.map(|(at, _)| stem[..at].to_owned());
    let y = stem.strip_suffix('i').map(|rest| format!("{rest}y"));
    [Some(stem.to_owned()), Some(format!("{stem}e")), once, y]
        .into_iter()
        .flatten()
        .find(|word| word.len() > 1 && listed(word))
}

/// A word whose `l` is doubled before an ending, with one `l`.
fn single(key: &str) -> Option<String> {
    let (at, _) = key.rmatch_indices("ll").next()?;
    let ending = &key[at + 2..];
    let doubles = matches!(
        ending,
        "ed" | "ing" | "ings" | "er" | "ers" | "or" | "ors" | "ous" | "ously" | "ist" | "ists"
    );
    (doubles && words().doubled.contains(&key[..=at])).then(|| format!("{}{ending}", &key[..=at]))
}

//! Pronouns behind their verb: `vois-tu` is `vois` `-tu`, `a-t-il` is `a` `-t-il`, `donne-le-moi` is `donne` `-le` `-moi`.
//!
//! The hyphen (and the `t` that only avoids a hiatus) stays with the pronoun, as in the French treebanks of Universal
//! Dependencies. Compounds (`celui-ci`, `rendez-vous`, `là-bas`) stay whole.

use crate::language::chars::{is_apostrophe, is_hyphen};

use super::words::words;

/// Stands behind a verb like the listed pronouns, and loses nothing there.
const ADVERB: &str = "en";
/// Pronouns that lose their vowel before `en` and `y`: `va-t’en`, `mets-l’y`.
const ELIDED: [&str; 3] = ["m", "t", "l"];

/// Longest pronoun, in bytes.
const LONGEST: usize = 5;

/// Where the tokens of `word` end, but for the last: empty when it is one token.
pub(super) fn cuts(word: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    if !word.contains(is_hyphen) || is_compound(word) {
        return cuts;
    }
    let mut rest = word;
    // A verb has at most two pronouns behind it, the second of which may be elided (`donne-m’en`): three pieces.
    while cuts.len() < 3 {
        let Some(cut) = last_pronoun(rest) else { break };
        cuts.push(cut);
        rest = &rest[..cut];
    }
    if words().no_verbs.contains(rest.to_lowercase().as_str()) {
        return Vec::new();
    }
    cuts.reverse();
    cuts
}

/// Whether no word is divided where the last hyphen of one stands: behind it is a pronoun with which no word of several syllables
/// ends there. No syllable ends with the `t` or the `d` before `il`, and none but of a verb with what stands before `je`, `tu`, `vous`.
pub(super) fn keeps_hyphen(word: &str) -> bool {
    let lower = word.to_lowercase();
    let Some((verb, pronoun)) = lower.rsplit_once(is_hyphen) else {
        return false;
    };
    match pronoun {
        "il" | "ils" | "elle" | "elles" | "on" | "ce" => verb.ends_with(['t', 'd']),
        "je" => true,
        "tu" => verb.ends_with(['s', 'x']),
        "nous" => verb.ends_with('s'),
        "vous" => verb.ends_with(['s', 'z']),
        _ => false,
    }
}

/// Whether the word is a compound that ends like an inversion.
fn is_compound(word: &str) -> bool {
    const LONGEST: usize = 16;
    word.len() <= LONGEST && words().compounds.contains(word.to_lowercase().as_str())
}

/// Where the last pronoun of `word` begins, if it ends in one.
fn last_pronoun(word: &str) -> Option<usize> {
    let (at, hyphen) = word
        .char_indices()
        .rev()
        .take(LONGEST + 3)
        .find(|&(_, c)| is_hyphen(c))?;
    let base = &word[..at];
    if !base.ends_with(char::is_alphabetic) {
        return None;
    }
    let tail = &word[at + hyphen.len_utf8()..];
    let lower = tail.to_lowercase();
    // `Villeneuve-Le` is a name, `A-T-IL` a heading.
    if lower != tail && tail.chars().any(char::is_lowercase) {
        return None;
    }
    if let Some((head, rest)) = lower.split_once(is_apostrophe) {
        return match rest {
            "" if ELIDED.contains(&head) => Some(at),
            "en" | "y" if ELIDED.contains(&head) => {
                Some(word.len() - tail.split_once(is_apostrophe)?.1.len())
            }
            "il" | "elle" | "on" if head == "t" => Some(at),
            _ => None,
        };
    }
    if lower != ADVERB && !words().pronouns.contains(lower.as_str()) {
        return None;
    }
    let hiatus = matches!(lower.as_str(), "il" | "elle" | "on" | "en");
    Some(before_hiatus(base).filter(|_| hiatus).unwrap_or(at))
}

/// Where `-t` at the end of `base` begins.
fn before_hiatus(base: &str) -> Option<usize> {
    let rest = base.strip_suffix(['t', 'T'])?;
    let verb = rest.strip_suffix(is_hyphen)?;
    verb.ends_with(char::is_alphabetic).then_some(verb.len())
}

#[cfg(test)]
mod tests {
    use super::cuts;

    fn split(word: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts(word) {
            pieces.push(&word[from..cut]);
            from = cut;
        }
        pieces.push(&word[from..]);
        pieces
    }

    #[test]
    fn verb_and_pronoun() {
        assert_eq!(split("vois-tu"), ["vois", "-tu"]);
        assert_eq!(split("dit-elle"), ["dit", "-elle"]);
        assert_eq!(split("a-t-il"), ["a", "-t-il"]);
        assert_eq!(split("A-T-IL"), ["A", "-T-IL"]);
        assert_eq!(split("prononce-t'il"), ["prononce", "-t'il"]);
        assert_eq!(split("Est-ce"), ["Est", "-ce"]);
        assert_eq!(split("peut‑on"), ["peut", "‑on"]);
    }

    #[test]
    fn imperatives_have_up_to_two_pronouns() {
        assert_eq!(split("Lève-toi"), ["Lève", "-toi"]);
        assert_eq!(split("donne-le-moi"), ["donne", "-le", "-moi"]);
        assert_eq!(split("va-t’en"), ["va", "-t’", "en"]);
        assert_eq!(split("mets-l'y"), ["mets", "-l'", "y"]);
        assert_eq!(split("allons-nous-en"), ["allons", "-nous", "-en"]);
    }

    #[test]
    fn compounds_stay_whole() {
        for word in [
            "rendez-vous",
            "Rendez-vous",
            "celui-ci",
            "celui-la",
            "moi-même",
            "là-bas",
            "non-ingérence",
            "soviéto-américain",
            "peut-être",
            "chez-nous",
            "quelques-uns",
            "au-dessus",
            "Villeneuve-Le",
            "Jésus-Christ",
            "garde-à-vous",
            "-tu",
            "vingt-et-un",
            "c’est-à-dire",
            "mot",
        ] {
            assert_eq!(split(word), [word]);
        }
    }
}

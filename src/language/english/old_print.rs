//! Print before about 1700: u and v, i and j as they were, and the e at the end of words that says nothing.

use std::sync::LazyLock;

use crate::language::old_print::{Words, consonant_i_and_u, settled, short_s};

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../../../languages/en/old-print.txt")));

/// The key, in letters of today, of an English word of either print.
pub(super) fn fold(key: &str) -> String {
    settled(key, step)
}

fn step(key: &str) -> String {
    let key = short_s(key);
    let today = &WORDS.today;
    if let Some(word) = today.word(&key) {
        return word.to_owned();
    }
    let key = today.begun(consonant_i_and_u(&key));
    if let Some(word) = today.word(&key) {
        return word.to_owned();
    }
    if let Some(ended) = today.ended(&key) {
        return ended;
    }
    let plural = key
        .strip_suffix('s')
        .and_then(|word| today.ended(word).or_else(|| mute_e(word)));
    mute_e(&key)
        .or_else(|| plural.map(|word| word + "s"))
        .or_else(|| double_l(&key))
        .or_else(|| ie(&key))
        .unwrap_or(key)
}

/// Fewest letters of a word that loses its last: `the`, `one` have theirs today.
const FEWEST: usize = 4;
/// Consonants that no e of today stands behind, where two vowels stand before them: `speake`, `booke`, `raine`.
const BEHIND_TWO_VOWELS: &str = "dklmnprt";
/// Pairs of consonants that no e of today stands behind: `finde`, `worde`, `owne`; many words have it behind others (`paste`).
const BEFORE_MUTE_E: [&str; 19] = [
    "ck", "ct", "ft", "ld", "lf", "lk", "ll", "lp", "mp", "nd", "nk", "nt", "rd", "rk", "rm", "rn",
    "rt", "ss", "wn",
];

/// A word without an e at its end that is not heard, and without the second of two consonants before it: `speake`, `sonne`.
fn mute_e(word: &str) -> Option<String> {
    let stem = word.strip_suffix('e').filter(|_| word.len() >= FEWEST)?;
    let mut letters = stem.chars().rev();
    let (last, before, third) = (letters.next()?, letters.next()?, letters.next());
    let vowel = |c: char| "aeiouy".contains(c);
    if BEFORE_MUTE_E.iter().any(|pair| stem.ends_with(pair)) {
        return Some(stem.to_owned());
    }
    if last == before && "bdgmnprt".contains(last) {
        let once = &stem[..stem.len() - 1];
        return (once.len() > 2).then(|| once.to_owned());
    }
    let two = vowel(before) && third.is_some_and(vowel);
    (two && BEHIND_TWO_VOWELS.contains(last)).then(|| stem.to_owned())
}

/// `royall`, `vntill`.
fn double_l(word: &str) -> Option<String> {
    let stem = word.strip_suffix('l').filter(|_| word.len() > FEWEST)?;
    stem.ends_with('l').then(|| stem.to_owned())
}

/// `citie`, `mercie`.
fn ie(word: &str) -> Option<String> {
    let stem = word.strip_suffix("ie").filter(|_| word.len() > FEWEST)?;
    Some(format!("{stem}y"))
}

/// Whether a word in lower case has a u between vowels that stands for v: `haue`, `heauen`.
fn u_for_v(word: &str) -> bool {
    let vowel = |c: &u8| b"aeio".contains(c);
    word.as_bytes()
        .windows(3)
        .any(|three| three[1] == b'u' && vowel(&three[0]) && vowel(&three[2]))
        // `queue` has it behind another one.
        && !word.contains("ueue")
}

/// Tells whether an English text is old print, and by what.
pub(super) fn reason(text: &str) -> Option<String> {
    WORDS.signs.reason(text, u_for_v, 1700)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_meet() {
        for (a, b) in [
            ("haue", "have"),
            ("vpon", "upon"),
            ("vnto", "unto"),
            ("vs", "us"),
            ("loue", "love"),
            ("ioy", "joy"),
            ("ioyfull", "joyful"),
            ("sonne", "son"),
            ("sinnes", "sins"),
            ("owne", "own"),
            ("doe", "do"),
            ("beleeue", "believe"),
            ("heauen", "heaven"),
            ("speake", "speak"),
            ("wordes", "words"),
            ("finde", "find"),
            ("citie", "city"),
            ("mercie", "mercy"),
            ("seruant", "servant"),
            ("vntill", "until"),
            ("royall", "royal"),
            ("darknesse", "darkness"),
            ("kingdome", "kingdom"),
            ("kingdomes", "kingdoms"),
            ("obiect", "object"),
            ("iudgement", "judgement"),
            ("ſinne", "sin"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [
            ("made", "mad"),
            ("hope", "hop"),
            ("then", "the"),
            ("loose", "lose"),
            ("anne", "an"),
            ("paste", "past"),
            ("mouse", "mouth"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn recognised_by_any_evidence() {
        for old in [
            "Thou shalt loue thy neighbour as thy selfe.",
            "And he went vp vnto the mountaine.",
            "My sonne, giue mee thine heart.",
            "Let vs haue ioy.",
            "I beleeue it.",
        ] {
            assert!(reason(old).is_some(), "{old}");
        }
        for new in [
            "England vs France was drawn.",
            "He goeth unto the mountain and loveth it.",
            "The queue was long, the sequoia tall.",
            "Louis and Pauline saw the deer, a doe.",
        ] {
            assert_eq!(reason(new), None, "{new}");
        }
    }
}

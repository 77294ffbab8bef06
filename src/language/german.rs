//! The rules of German: print before the reform of 1901 and of older centuries.

use std::sync::LazyLock;

use super::old_print::{Words, settled, short_s};
use super::rules::{OldPrint, Rules};

pub(super) const RULES: Rules = Rules {
    old_print: Some(OldPrint {
        fold,
        reason,
        and: "und",
        misread_s: false,
    }),
    ..Rules::NONE
};

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../../languages/de/old-print.txt")));

/// The key, in letters of today, of a German word of either print.
fn fold(key: &str) -> String {
    settled(key, step)
}

fn step(key: &str) -> String {
    let key = short_s(key);
    let today = &WORDS.today;
    if let Some(word) = today.word(&key) {
        return word.to_owned();
    }
    let key = letters(&today.begun(first_letter(key)));
    let key = today.ended(&key).unwrap_or(key);
    today.word(&key).map_or(key, str::to_owned)
}

/// v before a consonant is u (vnd), j before one is i (jhm), and i before a vowel j (iar).
fn first_letter(key: String) -> String {
    let mut letters = key.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return key;
    };
    let vowel = "aeiou".contains(second);
    let today = match first {
        'v' if !vowel && second.is_alphabetic() => 'u',
        'j' if !vowel && second.is_alphabetic() => 'i',
        'i' if vowel && second != 'e' => 'j',
        _ => return key,
    };
    format!("{today}{}", &key[first.len_utf8()..])
}

/// What letters and groups of letters are today, wherever they stand.
const LETTERS: [(&str, &str); 18] = [
    ("th", "t"),
    ("dt", "t"),
    ("ey", "ei"),
    ("ay", "ai"),
    ("ltz", "lz"),
    ("ntz", "nz"),
    ("rtz", "rz"),
    ("lck", "lk"),
    ("nck", "nk"),
    ("rck", "rk"),
    ("lff", "lf"),
    ("mff", "mf"),
    ("nff", "nf"),
    ("rff", "rf"),
    ("auff", "auf"),
    ("euff", "euf"),
    ("eiff", "eif"),
    ("fft", "ft"),
];

fn letters(key: &str) -> String {
    let mut key = key.to_owned();
    // What one of them leaves may be another: `rathhaus`, `auffthun`.
    while let Some((from, to)) = LETTERS.iter().find(|(from, _)| key.contains(from)) {
        key = key.replace(from, to);
    }
    key
}

/// Whether a word has a ck where only a k stands today: `volck`, `starck`.
fn k_behind_consonant(word: &str) -> bool {
    ["lck", "nck", "rck"]
        .iter()
        .any(|group| word.contains(group))
}

/// Tells whether a German text is old print, and by what.
fn reason(text: &str) -> Option<String> {
    WORDS.signs.reason(text, k_behind_consonant, 1901)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_meet() {
        for (a, b) in [
            ("vnd", "und"),
            ("vnnd", "und"),
            ("jn", "ihn"),
            ("jhm", "ihm"),
            ("thuer", "tuer"),
            ("seyn", "sein"),
            ("thun", "tun"),
            ("theil", "teil"),
            ("noth", "not"),
            ("giebt", "gibt"),
            ("bey", "bei"),
            ("hertz", "herz"),
            ("gantze", "ganze"),
            ("volck", "volk"),
            ("todten", "toten"),
            ("auff", "auf"),
            ("lauffen", "laufen"),
            ("vber", "ueber"),
            ("vnter", "unter"),
            ("iung", "jung"),
            ("frey", "frei"),
            ("rathhaus", "rathaus"),
            ("cultur", "kultur"),
            ("centrum", "zentrum"),
            ("fraw", "frau"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [
            ("offen", "ofen"),
            ("ihn", "ihm"),
            ("satz", "sack"),
            ("schiff", "schief"),
            ("vor", "ur"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn recognised_by_any_evidence() {
        for old in [
            "Am anfang schuff Gott Himel vnd Erden.",
            "Es giebt keinen Theil der Welt.",
            "Er klopfte an die Thür.",
            "Das mag wohl seyn.",
            "Da sprach er zu jhm.",
        ] {
            assert!(reason(old).is_some(), "{old}");
        }
        for new in [
            "Er sagte, daß der Prozeß beendet sei.",
            "Thomas und Martha trinken Tee im Theater.",
            "Philip Roth flog nach New York.",
        ] {
            assert_eq!(reason(new), None, "{new}");
        }
    }
}

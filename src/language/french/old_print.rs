//! Print before about 1800: its letters and endings as part of the spelling fold, and how to recognise it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::old_print::{Signs, Today, consonant_i_and_u, short_s};
use crate::language::sections::Sections;

/// The key, in letters of today, of a French word of either print.
///
/// A recogniser of letters read the long s as f, so both witnesses' `f` and `s` fall together: femence/semence. The same key
/// is made for words of today, or the two would never meet; that is why this fold is for pairs with an old witness only.
pub(super) fn fold(key: &str) -> String {
    let key = long_s(&short_s(key));
    let today = &WORDS.today;
    if let Some(word) = today.word(&key) {
        return word.to_owned();
    }
    let key = today.begun(mute_s(&consonant_i_and_u(&key)));
    let ended = today
        .ended(&key)
        .filter(|_| !WORDS.oi.contains(key.as_str()));
    ended.unwrap_or(key)
}

/// The words of `old-print.txt`; those of today after [`long_s`].
struct Words {
    today: Today,
    /// Words of today whose `-oi-` is no old `-ai-`.
    oi: FxHashSet<&'static str>,
    signs: Signs,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let sections = Sections::parse(include_str!("../../../languages/fr/old-print.txt"));
    Words {
        today: Today::of(&sections),
        oi: sections.set("oi"),
        signs: Signs::of(&sections),
    }
});

/// `f` before the end of a word as `s`; the long s never ended one.
fn long_s(key: &str) -> String {
    // `-fs` is a plural of today: actifs, neufs.
    let body = key.strip_suffix("fs").unwrap_or(key).len();
    let last = key.char_indices().next_back().map_or(0, |(at, _)| at);
    key.char_indices()
        .map(|(at, c)| {
            if c == 'f' && at < body.min(last) {
                's'
            } else {
                c
            }
        })
        .collect()
}

/// An `s` that a circumflex, an acute or nothing replaced: eftre/être, efcrire/écrire, voftre/votre.
fn mute_s(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters
        .iter()
        .enumerate()
        .filter(|&(at, &c)| {
            let before = at > 0 && "aeiou".contains(letters[at - 1]);
            let after = letters
                .get(at + 1)
                .is_some_and(|c| "tmplnqrcdgjv".contains(*c));
            !(c == 's' && before && after)
        })
        .map(|(_, &c)| c)
        .collect()
}

/// Whether a word is spelled as no word of today: `auoir`, `bõ`.
fn is_pattern(word: &str) -> bool {
    // u stands for v between a and another vowel.
    let u_for_v = || {
        let mut behind = word
            .match_indices("au")
            .filter_map(|(at, _)| word[at + 2..].chars().next());
        behind.any(|c| "aeoi".contains(c))
    };
    word.contains(['õ', 'ẽ', 'ũ']) || u_for_v()
}

/// Tells whether a French text is old print, and by what.
pub(super) fn reason(text: &str) -> Option<String> {
    WORDS.signs.reason(text, is_pattern, 1800)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_meet() {
        for (a, b) in [
            ("femence", "semence"),
            ("avoit", "avait"),
            ("eftoient", "etaient"),
            ("efte", "ete"),
            ("voftre", "votre"),
            ("refpondirent", "repondirent"),
            ("advint", "avint"),
            ("affemblez", "assembles"),
            ("iamais", "jamais"),
            ("vn", "un"),
            ("auoir", "avoir"),
            ("difans", "disants"),
            ("chrift", "christ"),
            ("françois", "français"),
            ("eft", "est"),
            ("ſes", "ses"),
            ("luy", "lui"),
            ("vray", "vrai"),
            ("faict", "fait"),
            ("saincte", "sainte"),
            ("tousjours", "toujours"),
            ("ceste", "cette"),
        ] {
            let strip = |w: &str| w.replace('ç', "c");
            assert_eq!(fold(&strip(a)), fold(&strip(b)), "{a} {b}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [
            ("est", "et"),
            ("trois", "trais"),
            ("neuf", "neus"),
            ("actif", "actis"),
        ] {
            assert_ne!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn idempotent() {
        for word in [
            "femence",
            "eftoient",
            "advint",
            "affemblez",
            "difans",
            "luy",
            "vn",
            "auoir",
        ] {
            let key = fold(word);
            assert_eq!(fold(&key), key, "{word}");
        }
    }

    #[test]
    fn recognised() {
        let old = "Or le Gouverneur avoit de couftume de relafcher au jour de la fefte un prifonnier au peuple";
        assert!(reason(old).is_some_and(|r| r.contains("avoit")));
        let new = "Le gouverneur avait coutume de relâcher au jour de la fête un prisonnier ; il fera beau.";
        assert_eq!(reason(new), None);
        assert_eq!(reason(""), None);
    }

    #[test]
    fn recognised_by_any_evidence() {
        for old in [
            "Vostre joye est grande.",
            "Vous estes bien venu.",
            "Il prendroit la ville.",
            "Pour monstrer le chemin.",
            "Il vit le iour se leuer.",
            "Il ne sauoit rien d’elle.",
            "Vn bõ pere.",
        ] {
            assert!(reason(old).is_some(), "{old}");
        }
        for new in [
            "Il croit voir un endroit étroit.",
            "Ils octroient un droit.",
            "M. Bauer parle de Troyes à Louis Ier.",
            "Le tuyau est beau et nouveau.",
            "Une aubaine, un bateau, la banlieue.",
        ] {
            assert_eq!(reason(new), None, "{new}");
        }
    }
}

//! Print before about 1800: its letters and endings as part of the spelling fold, and how to recognise it.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::sections::Sections;

/// The key, in letters of today, of a French word of either print.
///
/// A recogniser of letters read the long s as f, so both witnesses' `f` and `s` fall together: femence/semence. The same key
/// is made for words of today, or the two would never meet; that is why this fold is for pairs with an old witness only.
pub(super) fn fold(key: &str) -> String {
    let mut key: String = key
        .chars()
        .map(|c| if c == 'ſ' { 's' } else { c })
        .collect();
    key = long_s(&key);
    if let Some(today) = WORDS.words.get(key.as_str()) {
        return (*today).to_owned();
    }
    key = consonant_i_and_u(&key);
    key = mute_s(&key);
    for (from, to) in &WORDS.beginnings {
        if let Some(rest) = key.strip_prefix(from) {
            key = format!("{to}{rest}");
        }
    }
    if !WORDS.oi.contains(key.as_str()) {
        for (from, to) in &WORDS.endings {
            if let Some(stem) = key.strip_suffix(from)
                && stem.len() >= 2
            {
                return format!("{stem}{to}");
            }
        }
    }
    key
}

/// The words of `old-print.txt`.
struct Words {
    /// Whole words, after [`long_s`], and what they are today.
    words: FxHashMap<&'static str, &'static str>,
    /// Words of today, after [`long_s`], whose `-oi-` is no old `-ai-`.
    oi: FxHashSet<&'static str>,
    beginnings: Vec<(&'static str, &'static str)>,
    endings: Vec<(&'static str, &'static str)>,
    /// Words that only old print, or the misread long s, can show.
    signs: FxHashSet<&'static str>,
    /// How others end.
    sign_endings: Vec<&'static str>,
    /// How others begin.
    sign_beginnings: Vec<&'static str>,
    /// Words of today that end or begin so.
    no_signs: FxHashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let sections = Sections::parse(include_str!("../../../languages/fr/old-print.txt"));
    Words {
        words: sections.pairs("words").collect(),
        oi: sections.set("oi"),
        beginnings: sections.pairs("beginnings").collect(),
        endings: sections.pairs("endings").collect(),
        signs: sections.set("signs"),
        sign_endings: sections.list("sign endings"),
        sign_beginnings: sections.list("sign beginnings"),
        no_signs: sections.set("no signs"),
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

/// Initial `i` before a vowel is j (iamais), initial `v` before a consonant is u (vn), `u` between vowels is v (auoir).
fn consonant_i_and_u(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|c| "aeiouy".contains(*c));
    let consonant = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic()) && !vowel(at);
    letters
        .iter()
        .enumerate()
        .map(|(at, &c)| match c {
            'i' if at == 0 && vowel(1) => 'j',
            'v' if at == 0 && consonant(1) => 'u',
            // Not after q and g, where u is no vowel, and not where an i belongs with it (oui).
            'u' if at > 0 && "aeio".contains(letters[at - 1]) && vowel(at + 1) => 'v',
            c => c,
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
                .is_some_and(|c| "tmplnqrcdg".contains(*c));
            !(c == 's' && before && after)
        })
        .map(|(_, &c)| c)
        .collect()
}

/// A few of them turn up in texts of today (names, quotations): this many in a thousand are chance.
const CHANCE_PER_MILLE: usize = 8;
/// A text shorter than this many words may be recognised by a single word.
const SHORT: usize = 60;

/// Whether a word is spelled as no word of today: `prendroit`, `iour`, `auoir`, `bõ`. One with a capital may be a name.
fn is_pattern(word: &str) -> bool {
    if !word.starts_with(char::is_lowercase) || WORDS.no_signs.contains(word) {
        return false;
    }
    // u stands for v between a and another vowel.
    let u_for_v = || {
        let mut behind = word
            .match_indices("au")
            .filter_map(|(at, _)| word[at + 2..].chars().next());
        behind.any(|c| "aeoi".contains(c))
    };
    let ends = |ending: &&str| word.len() > ending.len() + 1 && word.ends_with(ending);
    word.contains(['õ', 'ẽ', 'ũ'])
        || WORDS.sign_endings.iter().any(ends)
        || WORDS
            .sign_beginnings
            .iter()
            .any(|beginning| word.starts_with(beginning))
        || u_for_v()
}

/// Tells whether a French text is old print, and by what.
///
/// The reason counts the words that gave it away and names the most frequent; `None` when there are too few. The whole
/// text is looked at, up to its first 20,000 words.
pub(super) fn reason(text: &str) -> Option<String> {
    let mut counts: Vec<(usize, String)> = Vec::new();
    let (mut words, mut hits) = (0usize, 0usize);
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .take(20_000)
    {
        words += 1;
        let pattern = is_pattern(word);
        let word: Cow<'_, str> = if word.contains(char::is_uppercase) {
            word.to_lowercase().into()
        } else {
            word.into()
        };
        if pattern || WORDS.signs.contains(&*word) || word.contains('ſ') {
            hits += 1;
            match counts.iter_mut().find(|(_, w)| *w == word) {
                Some((n, _)) => *n += 1,
                None => counts.push((1, word.into_owned())),
            }
        }
    }
    let enough = hits * 1000 > words * CHANCE_PER_MILLE;
    if hits == 0 || !enough || words > SHORT && counts.len() < 3 {
        return None;
    }
    counts.sort_by(|(n, v), (m, w)| m.cmp(n).then_with(|| v.cmp(w)));
    let named: Vec<&str> = counts.iter().take(3).map(|(_, w)| w.as_str()).collect();
    Some(format!(
        "{hits} of {words} words are spelled as before 1800 ({})",
        named.join(", ")
    ))
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

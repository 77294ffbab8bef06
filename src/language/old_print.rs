//! Print of another age: how a text is told to be such, whatever its language; what its words are today is each language's own.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::sections::Sections;

/// By what print of another age is told: the sections of an `old-print.txt`.
pub(super) struct Signs {
    /// Words that only old print, or the misread long s, can show.
    words: FxHashSet<&'static str>,
    /// How others end.
    endings: Vec<&'static str>,
    /// How others begin.
    beginnings: Vec<&'static str>,
    /// Words of today that end or begin so, or are patterns by chance.
    none: FxHashSet<&'static str>,
}

/// A few of them turn up in texts of today (names, quotations): this many in a thousand are chance.
const CHANCE_PER_MILLE: usize = 8;
/// A text shorter than this many words may be recognised by a single word.
const SHORT: usize = 60;

impl Signs {
    pub(super) fn of(sections: &Sections) -> Self {
        Self {
            words: sections.set("signs"),
            endings: sections.list("sign endings"),
            beginnings: sections.list("sign beginnings"),
            none: sections.set("no signs"),
        }
    }

    /// Whether a word is spelled as no word of today: `prendroit`, `iour`, or as `is_pattern` knows such. One with a capital may
    /// be a name.
    fn is_pattern(&self, word: &str, is_pattern: fn(&str) -> bool) -> bool {
        let ends = |ending: &&str| word.len() > ending.len() + 1 && word.ends_with(ending);
        word.starts_with(char::is_lowercase)
            && !self.none.contains(word)
            && (self.endings.iter().any(ends)
                || self.beginnings.iter().any(|b| word.starts_with(b))
                || is_pattern(word))
    }

    /// Tells whether a text is old print, and by what.
    ///
    /// The reason counts the words that gave it away and names the most frequent; `None` when there are too few. The whole
    /// text is looked at, up to its first 20,000 words. `before` is the year since which no text is spelled so.
    pub(super) fn reason(
        &self,
        text: &str,
        is_pattern: fn(&str) -> bool,
        before: u16,
    ) -> Option<String> {
        let mut counts: Vec<(usize, String)> = Vec::new();
        let (mut words, mut hits) = (0usize, 0usize);
        for word in text
            .split(|c: char| !c.is_alphabetic())
            .filter(|w| !w.is_empty())
            .take(20_000)
        {
            words += 1;
            let pattern = self.is_pattern(word, is_pattern);
            let word: Cow<'_, str> = if word.contains(char::is_uppercase) {
                word.to_lowercase().into()
            } else {
                word.into()
            };
            if pattern || self.words.contains(&*word) || word.contains('ſ') {
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
            "{hits} of {words} words are spelled as before {before} ({})",
            named.join(", ")
        ))
    }
}

/// What words, beginnings and endings of old print are today: the sections of those names.
pub(super) struct Today {
    words: FxHashMap<&'static str, &'static str>,
    beginnings: Vec<(&'static str, &'static str)>,
    endings: Vec<(&'static str, &'static str)>,
}

impl Today {
    pub(super) fn of(sections: &Sections) -> Self {
        Self {
            words: sections.pairs("words").collect(),
            beginnings: sections.pairs("beginnings").collect(),
            endings: sections.pairs("endings").collect(),
        }
    }

    /// The word of today, where it is listed.
    pub(super) fn word(&self, key: &str) -> Option<&'static str> {
        self.words.get(key).copied()
    }

    /// A word with its beginning of today.
    pub(super) fn begun(&self, mut key: String) -> String {
        for (from, to) in &self.beginnings {
            if let Some(rest) = key.strip_prefix(from) {
                key = format!("{to}{rest}");
            }
        }
        key
    }

    /// A word with its ending of today, where it has one that is listed behind two letters.
    pub(super) fn ended(&self, key: &str) -> Option<String> {
        self.endings.iter().find_map(|(from, to)| {
            let stem = key.strip_suffix(from)?;
            (stem.len() >= 2).then(|| format!("{stem}{to}"))
        })
    }
}

/// An `old-print.txt` that holds nothing of one language alone.
pub(super) struct Words {
    pub(super) signs: Signs,
    pub(super) today: Today,
}

impl Words {
    pub(super) fn parse(text: &'static str) -> Self {
        let sections = Sections::parse(text);
        Self {
            signs: Signs::of(&sections),
            today: Today::of(&sections),
        }
    }
}

/// What a fold makes of a key when it has nothing more to do: what one step leaves may be the work of another.
pub(super) fn settled(key: &str, step: fn(&str) -> String) -> String {
    // Of the longest words no step has so much left.
    const MOST: usize = 8;
    let mut key = key.to_owned();
    for _ in 0..MOST {
        let next = step(&key);
        if next == key {
            break;
        }
        key = next;
    }
    key
}

/// A key without the long s.
pub(super) fn short_s(key: &str) -> String {
    key.replace('ſ', "s")
}

/// Initial `i` before a vowel is j (iamais), initial `v` before a consonant is u (vn), `u` between vowels is v (auoir, haue).
pub(super) fn consonant_i_and_u(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|c| "aeiouy".contains(*c));
    let consonant = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic()) && !vowel(at);
    letters
        .iter()
        .enumerate()
        .map(|(at, &c)| match c {
            'i' if at == 0 && vowel(1) => 'j',
            // Not where r and a vowel follow: vrai.
            'v' if at == 0 && consonant(1) && !(letters[1] == 'r' && vowel(2)) => 'u',
            // Not after q and g, where u is no vowel, and not where an i belongs with it (oui).
            'u' if at > 0 && "aeio".contains(letters[at - 1]) && vowel(at + 1) => 'v',
            c => c,
        })
        .collect()
}

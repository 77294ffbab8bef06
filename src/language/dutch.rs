//! Dutch: a word without its endings.
//!
//! Dutch writes a long vowel once in an open syllable and twice in a closed one (`zonen`, `zoon`), and a consonant behind
//! a short vowel twice (`zonnen`, `zon`); `v` and `z` become `f` and `s` at the end (`huizen`, `huis`). So endings are
//! taken off as a writer of Dutch would: with what the syllable has become. Of Snowball's two stemmers one writes every
//! vowel once, which makes one word of son and sun; the other takes `mens` for a form of `men` and `gebed` for one of
//! `bed`, and leaves the adjectives in `-e` as they are.
//!
//! Only nouns and adjectives are declined here; what a verb adds (`-t`, `-de`, `ge-`) many other words end or begin
//! with, so that the verbs are listed with their forms.

use super::rules::Rules;

pub(super) const RULES: Rules = Rules {
    before_stemming: stem,
    ..Rules::NONE
};

/// Shorter words have no ending that is not part of them.
const FEWEST_LETTERS: usize = 4;

/// The stem of a spelling key.
fn stem(key: &str) -> String {
    if let Some(word) = key.strip_suffix("'s") {
        return stem(word);
    }
    if key.len() < FEWEST_LETTERS {
        return key.to_owned();
    }
    let word = without_diminutive(key);
    if let Some(stem) = word.strip_suffix("heden").filter(|stem| stem.len() > 2) {
        return format!("{stem}heid");
    }
    let word = without_s(word);
    let Some(first) = without_ending(word).map(closed) else {
        return levelled(word.to_owned());
    };
    // teken, tekenen: the ending of the first is none, but it looks like the one of the second.
    let again = without_ending(&first).filter(|_| first.ends_with("en") && word.ends_with("en"));
    levelled(again.map(closed).unwrap_or(first))
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_lowercase() && !is_vowel(letter)
}

/// Groups of vowels in `word`, in which diphthongs are one.
fn syllables(word: &str) -> usize {
    let vowels = word.bytes().map(is_vowel);
    let before = [false].into_iter().chain(vowels.clone());
    vowels
        .zip(before)
        .filter(|&(v, before)| v && !before)
        .count()
}

/// The word that `-je`, `-tje`, `-pje` or `-etje` made a diminutive of; another word as it is.
fn without_diminutive(word: &str) -> &str {
    let base = word.strip_suffix("jes").or_else(|| word.strip_suffix("je"));
    let Some(base) = base.filter(|base| base.is_ascii() && base.len() > 2) else {
        return word;
    };
    let cut = |letters: usize| &base[..base.len() - letters];
    let ends = |endings: &[&str]| endings.iter().any(|end| base.ends_with(end));
    match base.as_bytes() {
        [.., b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j'] => word,
        // man|netje
        [.., a, b, b'e', b't'] if a == b && !is_vowel(*a) => cut(3),
        _ if ends(&["oemet", "uimet", "iemet", "ijmet", "nget"]) => cut(2),
        _ if ends(&["oot"]) && syllables(base) > 1 => cut(2),
        // kaart|je, moment|je; but stuur|tje, tafel|tje
        _ if ends(&["aart", "oort", "nt"]) && !ends_long(cut(1), b"n") => base,
        [.., b'l' | b'r', b't'] if ends_long(cut(1), b"lr") || cut(2).ends_with('e') => cut(1),
        [.., b'n' | b'w', b't'] | [.., b'm', b'p'] => cut(1),
        _ => base,
    }
}

/// Whether `word` ends in a long vowel or a diphthong and one of `consonants`.
fn ends_long(word: &str, consonants: &[u8]) -> bool {
    matches!(word.as_bytes(), [.., a, b, c]
        if consonants.contains(c) && is_vowel(*a) && (is_vowel(*b) || [*a, *b] == *b"ij"))
}

/// Without the `-s` of the plural, where the word ends as those that have one.
fn without_s(word: &str) -> &str {
    const BEFORE_S: [&str; 18] = [
        "el", "em", "en", "er", "aar", "eur", "oor", "ier", "ie", "um", "or", "je", "erd", "aard",
        "te", "de", "ne", "ge",
    ];
    word.strip_suffix('s')
        .filter(|base| syllables(base) > 1 && BEFORE_S.iter().any(|end| base.ends_with(end)))
        .unwrap_or(word)
}

/// What stands before `-en` or `-e`; `None` where the word has no such ending, or would have nothing left.
fn without_ending(word: &str) -> Option<&str> {
    let plural = word.strip_suffix("en");
    let root = plural.or_else(|| word.strip_suffix('e'))?;
    let belongs = match root.as_bytes() {
        [.., b'e', b'e'] | [.., b'i', b'e'] => plural.is_none(),
        [.., b'e' | b'o' | b'u'] => true,
        // tien, knie; but mooie, and kolonien
        [.., before, b'i'] => !is_vowel(*before) && (plural.is_none() || syllables(root) < 2),
        _ => false,
    };
    (!belongs && root.len() > 1 && syllables(root) > 0).then_some(root)
}

/// `root`, which an ending stood behind, as it is written at the end of a word.
fn closed(root: &str) -> String {
    let mut word = root.to_owned();
    match *root.as_bytes() {
        [.., a, b] if a == b && is_consonant(a) && root.len() > 2 => {
            word.pop();
        }
        [ref before @ .., vowel, consonant] if is_single(before, vowel, consonant) => {
            // An unstressed syllable is not lengthened: hemel|en, motor|en.
            let unstressed = ["el", "em", "en", "er", "or"];
            if syllables(root) == 1 || !unstressed.iter().any(|end| root.ends_with(end)) {
                word.insert(root.len() - 1, char::from(vowel));
            }
        }
        _ => {}
    }
    let last = match word.bytes().next_back() {
        Some(b'v') => 'f',
        Some(b'z') => 's',
        // koloni|en
        Some(b'i')
            if !word[..word.len() - 1]
                .bytes()
                .next_back()
                .is_some_and(is_vowel) =>
        {
            word.push('e');
            return word;
        }
        _ => return word,
    };
    word.pop();
    word.push(last);
    word
}

/// Whether a long vowel written once and a consonant stand behind `before`: `l|op`, but not `boek`, `vis`.
fn is_single(before: &[u8], vowel: u8, consonant: u8) -> bool {
    if !b"aeou".contains(&vowel) || !b"bdfgklmnprstvz".contains(&consonant) {
        return false;
    }
    match *before {
        // The two vowels of soci|al, ide|al, idi|ot are no diphthong.
        [.., a, b'e' | b'i'] => !is_vowel(a) && matches!(vowel, b'a' | b'o'),
        [.., a] => !is_vowel(a),
        [] => true,
    }
}

/// The stem with the vowel of its last syllable written once where stress alone would tell (`kameel`, `hemel`).
fn levelled(mut stem: String) -> String {
    let doubled = ["eel", "eem", "een", "eer", "oor"];
    if syllables(&stem) > 1 && doubled.iter().any(|end| stem.ends_with(end)) {
        stem.remove(stem.len() - 2);
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_taken_off_as_they_are_written() {
        for forms in [
            "zoon zonen zoontje",
            "zon zonnen zonnetje",
            "man mannen mannetje",
            "maan manen maantje",
            "huis huizen huisje huisjes",
            "lief lieve lieven",
            "boos boze",
            "groot grote groten",
            "mooi mooie",
            "vrij vrije vrijen",
            "nieuw nieuwe nieuwen",
            "uur uren uurtje",
            "oog ogen oogje",
            "hemel hemelen hemels",
            "kameel kamelen",
            "motor motoren motors",
            "teken tekens tekenen",
            "jongen jongens",
            "studeer studeren",
            "zee zeeen",
            "knie knieen",
            "kolonie kolonien",
            "foto foto's fotootje",
            "vrijheid vrijheden",
            "leraar leraren leraars",
            "sociaal sociale",
            "idioot idioten",
            "ideaal idealen",
            "bloem bloemen bloemetje",
            "boom bomen boompje",
            "vrouw vrouwen vrouwtje",
            "tafel tafels tafeltje",
            "kaart kaarten kaartje",
            "moment momenten momentje",
            "meisje meisjes",
            "mens mensen",
            "wagen wagens",
            "periode periodes perioden",
        ] {
            let mut stems = forms.split(' ').map(stem);
            let first = stems.next();
            for (other, form) in stems.zip(forms.split(' ').skip(1)) {
                assert_eq!(first.as_ref(), Some(&other), "{form}");
            }
        }
    }

    #[test]
    fn words_that_are_no_forms_of_each_other() {
        for (a, b) in [
            ("zon", "zoon"),
            ("mannen", "manen"),
            ("mens", "men"),
            ("gebed", "bed"),
            ("takken", "taken"),
            ("bommen", "bomen"),
            ("zien", "zie"),
            ("tien", "ti"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn any_text_has_a_stem() {
        for key in [
            "",
            "e",
            "en",
            "een",
            "je",
            "jes",
            "ëen",
            "'s",
            "ßen",
            "éje",
            "ijen",
            "øje",
            "中en",
            "ſaen",
            "sᵉbe",
            "e𐠷e",
            "𐠷𐠷𐠷en",
        ] {
            stem(key);
        }
    }
}

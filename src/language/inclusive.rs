//! Inclusive writing: a word with the endings of both genders, or with a sign in place of the one that tells:
//! `étudiant·e·s`, `étudiant(e)s`, `Lehrer*innen`, `LehrerInnen`, `tod@s`, `tuttə`.

use super::words::Splitting;

/// Fewest letters before the first ending: `un·e`.
const FEWEST: usize = 2;
/// Fewest before a bracket, or a sign in place of a vowel: `o(a)`, `l@s`.
const FEWEST_OF_ARTICLES: usize = 1;
/// Fewest where the sign is one of measures, files and lists as well.
const FEWEST_BEFORE_STROKE: usize = 3;
/// Endings that are pronouns as well.
const PRONOUNS: [&str; 4] = ["le", "les", "elle", "elles"];
/// The sign that stands between the parts of the key.
const MIDDLE: char = '·';
/// Longer words are not looked at; no language has longer ones.
const LONGEST: usize = 60;

/// Whether an inclusive word that is more than letters can stand in `text` at all.
pub(crate) fn possible(text: &str, words: &Splitting) -> bool {
    // Most words have nothing but marks behind them, which a sign of the other gender never ends.
    let inner = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    !words.inclusive.is_empty()
        && (inner.contains(|c| is_sign(c, words)) || text.contains(&words.neutral[..]))
}

/// The length in bytes of an inclusive word at the head of `text` that is more than letters; 0 where there is none.
pub(crate) fn length(text: &str, words: &Splitting) -> usize {
    read(text, words).map_or(0, |(length, _)| length)
}

/// The key that all ways to write an inclusive word share, but for how its endings are joined: `étudiant·e·s`, `tod·@s`; `None`
/// for any other word.
pub(crate) fn key(token: &str, words: &Splitting) -> Option<String> {
    if let Some((length, key)) = read(token, words) {
        return (length == token.len()).then_some(key);
    }
    capital(token, words).or_else(|| neutral(token, words))
}

/// Whether a word of plain letters may end with one in place of a vowel: `amigxs`.
pub(crate) fn ends_neutral(word: &str) -> bool {
    word.strip_suffix('s').unwrap_or(word).ends_with('x')
}

/// What the key of an inclusive word is without its other gender, as its forms are compared; `None` for any other key.
pub(crate) fn plain(key: &str) -> Option<String> {
    let (word, endings) = key.split_once(MIDDLE)?;
    // étudiant·e·s, Kund·inn·en: what stands behind the other gender belongs to both.
    if let Some((_, number)) = endings.rsplit_once(MIDDLE) {
        return Some(format!("{word}{number}"));
    }
    let plural = endings.ends_with('s') && !word.ends_with('s');
    let number = if plural { "s" } else { "" };
    // In place of the vowel that tells the gender.
    let vowel = if endings.starts_with('@') { "o" } else { "" };
    Some(format!("{word}{vowel}{number}"))
}

/// A word and its endings at the head of `text`: the length, and the key.
fn read(text: &str, words: &Splitting) -> Option<(usize, String)> {
    if words.inclusive.is_empty() {
        return None;
    }
    let letters = |text: &str| {
        text.find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len())
    };
    let mut at = letters(text.get(..LONGEST.min(text.len())).unwrap_or(text));
    let count = text[..at].chars().count();
    let sign = text[at..].chars().next()?;
    let fewest = match sign {
        '/' | ':' | '.' => FEWEST_BEFORE_STROKE,
        '(' => FEWEST_OF_ARTICLES,
        _ => FEWEST,
    };
    if count < fewest || !is_sign(sign, words) {
        return None;
    }
    let mut key = text[..at].to_owned();
    while let Some((length, parts)) = ending(&text[at..], words) {
        // `répondit-elle`, `prends-le`: a pronoun behind a verb, where no `l` is doubled (`réel-le`, `réel-elle`).
        let pronoun = |part: &&str| PRONOUNS.contains(part);
        if sign == '-' && parts.iter().any(pronoun) && !key.ends_with('l') {
            break;
        }
        at += length;
        for part in parts {
            key.push(MIDDLE);
            key.push_str(part);
        }
    }
    let ends = !text[at..].starts_with(char::is_alphanumeric);
    (ends && key.contains(MIDDLE) && at > letters(text)).then_some((at, key))
}

/// A sign and the ending behind it, in brackets with what follows them: the length, and the parts.
fn ending<'t>(text: &'t str, words: &Splitting) -> Option<(usize, Vec<&'t str>)> {
    let sign = text.chars().next().filter(|&c| is_sign(c, words))?;
    let letters = |text: &str| {
        text.find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len())
    };
    let mut start = sign.len_utf8();
    if sign == '/' && text[start..].starts_with('-') {
        start += 1;
    }
    let end = start + letters(&text[start..]);
    let part = &text[start..end];
    let listed = |part: &str| words.inclusive.contains(part);
    if sign == '(' {
        let after = text[end..].strip_prefix(')')?;
        let rest = &after[..letters(after)];
        // Kund(inn)en, étudiant(e)s
        let whole = listed(part) && (rest.is_empty() || listed(rest));
        let both = format!("{part}{rest}");
        if !whole && !listed(&both) {
            return None;
        }
        let parts = if rest.is_empty() {
            vec![part]
        } else {
            vec![part, rest]
        };
        return Some((end + 1 + rest.len(), parts));
    }
    listed(part).then(|| (end, vec![part]))
}

/// Whether a character may stand before the ending of the other gender.
fn is_sign(c: char, words: &Splitting) -> bool {
    match c {
        '·' | '⋅' | '•' | '・' | '‧' | '∙' | '․' | '.' | '(' | '/' | '*' | ':' | '_' => {
            true
        }
        // In other languages pronouns stand behind a hyphen.
        '-' | '\u{2010}' | '\u{2011}' => words.inclusive_hyphen,
        _ => false,
    }
}

/// `LehrerInnen`, `étudiantEs`: the ending begins with a capital inside the word.
fn capital(token: &str, words: &Splitting) -> Option<String> {
    let at = token
        .rfind(char::is_uppercase)
        .filter(|&at| at > FEWEST_BEFORE_STROKE)?;
    let (word, end) = token.split_at(at);
    let lower = end.to_lowercase();
    let fits = word.ends_with(char::is_lowercase)
        && word.chars().all(char::is_alphabetic)
        && lower.len() > 1
        && words.inclusive.contains(lower.as_str());
    fits.then(|| format!("{word}{MIDDLE}{lower}"))
}

/// `tod@s`, `todxs`, `tutt*`, `tuttə`: a sign behind a consonant in place of the last vowel.
fn neutral(token: &str, words: &Splitting) -> Option<String> {
    let (word, number) = match token.strip_suffix('s') {
        Some(word) => (word, "s"),
        None => (token, ""),
    };
    let sign = word.chars().next_back()?;
    let stem = &word[..word.len() - sign.len_utf8()];
    let fits = words.neutral.contains(&sign)
        && stem.chars().count()
            >= if number.is_empty() {
                FEWEST
            } else {
                FEWEST_OF_ARTICLES
            }
        && stem.chars().all(char::is_alphabetic)
        && !stem.ends_with(super::chars::is_vowel);
    fits.then(|| format!("{stem}{MIDDLE}@{number}"))
}

/// The length of a word at the head of `text` with such a sign that is no letter; 0 where there is none.
pub(crate) fn neutral_length(text: &str, words: &Splitting) -> usize {
    if words.neutral.is_empty() {
        return 0;
    }
    let Some(at) = text.find(|c: char| !c.is_alphabetic()) else {
        return 0;
    };
    let rest = &text[at..];
    let sign = rest.chars().next().map_or(0, char::len_utf8);
    let behind = &rest[sign..];
    let plural = usize::from(behind.starts_with('s'));
    let end = at + sign + plural;
    let ends =
        !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | '*' | '_'));
    if ends && neutral(&text[..end], words).is_some() {
        end
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Profile;
    use crate::witness::Language;

    fn of(language: &'static str, text: &str) -> Option<String> {
        key(text, Profile::of(Language::literal(language)).splitting())
    }

    #[test]
    fn keys() {
        for (language, text, want) in [
            ("fr", "étudiant·e·s", "étudiant·e·s"),
            ("fr", "étudiant•e•s", "étudiant·e·s"),
            ("fr", "étudiant.e.s", "étudiant·e·s"),
            ("fr", "étudiant(e)s", "étudiant·e·s"),
            ("fr", "étudiant-e-s", "étudiant·e·s"),
            ("fr", "étudiant/e/s", "étudiant·e·s"),
            ("fr", "étudiantEs", "étudiant·es"),
            ("fr", "acteur⋅rice", "acteur·rice"),
            ("fr", "un(e)", "un·e"),
            ("de", "Lehrer*innen", "Lehrer·innen"),
            ("de", "Lehrer:in", "Lehrer·in"),
            ("de", "Lehrer_innen", "Lehrer·innen"),
            ("de", "LehrerInnen", "Lehrer·innen"),
            ("de", "Lehrer/-innen", "Lehrer·innen"),
            ("de", "Kund(inn)en", "Kund·inn·en"),
            ("de", "jede*r", "jede·r"),
            ("es", "tod@s", "tod·@s"),
            ("es", "amigxs", "amig·@s"),
            ("es", "alumno/a", "alumno·a"),
            ("es", "niños(as)", "niños·as"),
            ("pt", "menin@", "menin·@"),
            ("pt", "o(a)", "o·a"),
            ("es", "l@s", "l·@s"),
            ("it", "tutt*", "tutt·@"),
            ("it", "tuttə", "tutt·@"),
            ("it", "ragazzi/e", "ragazzi·e"),
            ("en", "book(s)", "book·s"),
            ("nl", "student(e)", "student·e"),
        ] {
            assert_eq!(of(language, text).as_deref(), Some(want), "{text}");
        }
        for (language, text) in [
            ("fr", "donne-la"),
            ("fr", "km/h"),
            ("fr", "fin.et"),
            ("fr", "f(x)"),
            ("fr", "étudiants"),
            ("pt", "vê-a"),
            ("de", "McDonald"),
            ("es", "tórax"),
            ("es", "casas"),
            ("en", "U.S"),
        ] {
            assert_eq!(of(language, text), None, "{text}");
        }
    }

    #[test]
    fn plain_forms() {
        for (key, form) in [
            ("étudiant·e·s", "étudiants"),
            ("tou·te·s", "tous"),
            ("Lehrer·innen", "Lehrer"),
            ("tod·@s", "todos"),
            ("niños·as", "niños"),
            ("Kund·inn·en", "Kunden"),
            ("l·@s", "los"),
        ] {
            assert_eq!(plain(key).as_deref(), Some(form), "{key}");
        }
        assert_eq!(plain("étudiant"), None);
    }
}

//! Words of one family: what two linked words that no fold unites, or that share a stem, have to do with each other.
//!
//! The rule: the words, without accents and prefix, begin alike; what is left of each is an ending. When neither ending
//! forms a new word from another (-tion, -age, -ment …) they are forms of one word, otherwise derivations.

use crate::class::Class;
use crate::witness::Language;

/// Endings of conjugation and declension, without accents.
const FRENCH_INFLECTION: &[&str] = &[
    "", "e", "s", "es", "x", "ee", "ees", "er", "ez", "ent", "ant", "ante", "ants", "antes", "ait",
    "ais", "aient", "ai", "as", "a", "ames", "ates", "erent", "ions", "iez", "ons", "era", "erai",
    "eras", "erons", "erez", "eront", "erait", "erais", "eraient", "ir", "i", "ie", "is", "ies",
    "it", "irent", "ira", "irai", "irait", "iront", "iraient", "issait", "issant", "issent",
    "isse", "issaient", "re", "t", "u", "ue", "us", "ues", "ut", "urent", "ra", "rait", "ront",
    "rai", "d", "ds", "te", "ts", "tes", "al", "aux", "ale", "ales", "le", "les", "ux", "ne",
    "nes", "r", "rent", "ve", "ves", "f", "fs", "se", "ses", "ssait", "ssant", "ssent", "ire",
    "isent", "isait", "isit", "ite", "its", "ites",
];

/// Endings that make one word of another, without accents; singular.
const FRENCH_DERIVATION: &[&str] = &[
    "tion", "ation", "ition", "ution", "ction", "sion", "ssion", "ion", "ment", "ement", "iment",
    "issement", "age", "eur", "ateur", "iteur", "teur", "euse", "rice", "trice", "atrice", "ite",
    "te", "ete", "isme", "iste", "able", "ible", "ance", "ence", "if", "ive", "atif", "ative",
    "itif", "eux", "ique", "iquement", "iel", "ielle", "ier", "iere", "erie", "ise", "esse", "ure",
    "ature", "ade", "aille", "al", "el", "elle", "ien", "ienne", "ais", "ois", "amment", "emment",
    "ler", "lier", "iser", "ifier", "ail", "on", "in", "oir", "oire", "ure", "iere", "urement",
    "tif", "tive", "cation", "ication", "culation", "issance", "aire", "etement",
];

const ENGLISH_INFLECTION: &[&str] = &[
    "", "s", "es", "ed", "d", "ing", "er", "est", "'s", "s'", "ies", "y", "ied", "ying", "e", "en",
    "n", "t",
];

const ENGLISH_DERIVATION: &[&str] = &[
    "tion", "ation", "ition", "ion", "sion", "ssion", "ment", "ly", "ness", "ity", "ty", "er",
    "or", "ist", "ism", "able", "ible", "ance", "ence", "ant", "ent", "ive", "ative", "ful",
    "less", "ous", "al", "ial", "ical", "ic", "ize", "ise", "ify", "ship", "hood", "age", "ery",
    "ry", "ish", "ward", "wise", "ian", "an", "ese", "th", "ure", "y", "ally", "ically", "ator",
    "iness", "ily", "ize", "ization",
];

/// Endings of German, Spanish and Italian words, of both kinds together: for these, one family is all that is told.
const GERMAN: &[&str] = &[
    "", "e", "en", "er", "es", "em", "s", "n", "t", "te", "ten", "st", "et", "ung", "ungen",
    "heit", "keit", "lich", "liche", "lichen", "isch", "ische", "ig", "ige", "igen", "bar",
    "schaft", "tion", "los", "haft", "sam", "chen", "lein", "in", "innen", "nis", "tum", "end",
    "ende", "enden",
];
const ROMANCE: &[&str] = &[
    "", "a", "o", "e", "i", "s", "as", "os", "es", "ar", "er", "ir", "are", "ere", "ire", "ado",
    "ada", "ido", "ida", "ato", "ata", "ito", "ita", "ando", "iendo", "endo", "cion", "ciones",
    "sion", "zione", "zioni", "azione", "sione", "mente", "amente", "miento", "mento", "menti",
    "dad", "idad", "ta", "ita", "oso", "osa", "ivo", "iva", "ble", "bile", "ancia", "encia",
    "anza", "enza", "or", "ora", "dor", "tore", "trice", "ista", "ismo", "al", "ale", "ico", "ica",
    "io", "ia", "eza", "ezza", "aje", "aggio", "ura", "izar", "izzare",
];

/// Prefixes that leave a word in its family; longer first.
const PREFIXES: &[&str] = &[
    "re", "r", "de", "des", "en", "em", "in", "im", "non", "pre", "co", "a",
];

/// Fewest letters two words of a family share at their beginning; three do where one of them has hardly more.
const SHARED: usize = 4;
/// Fewest letters after a prefix that is taken off.
const AFTER_PREFIX: usize = 5;

/// What ties two words, given as spelling keys (lower case, no accents): inflection, derivation or nothing.
///
/// `same_stem` tells that the stemmer unites them already.
pub(super) fn relation(a: &str, b: &str, language: Language, same_stem: bool) -> Option<Class> {
    if let Some(class) = by_endings(a, b, language, same_stem) {
        return Some(class);
    }
    // One prefix, on one side: rétablir/établir.
    let stripped = |long: &str, short: &str| {
        PREFIXES.iter().any(|p| {
            long.strip_prefix(p).is_some_and(|rest| {
                rest.len() >= AFTER_PREFIX
                    && rest.get(..2) == short.get(..2)
                    && by_endings(rest, short, language, rest == short).is_some()
            })
        })
    };
    (stripped(a, b) || stripped(b, a)).then_some(Class::Derivation)
}

fn by_endings(a: &str, b: &str, language: Language, same_stem: bool) -> Option<Class> {
    let shared: usize = a
        .chars()
        .zip(b.chars())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum();
    let shortest = a.len().min(b.len());
    if !same_stem
        && (shared < SHARED.min(shortest.saturating_sub(1)).max(3) || shared * 2 < shortest)
    {
        return None;
    }
    let (inflection, derivation): (&[&str], &[&str]) = match language {
        Language::French => (FRENCH_INFLECTION, FRENCH_DERIVATION),
        Language::English => (ENGLISH_INFLECTION, ENGLISH_DERIVATION),
        Language::German => (GERMAN, &[]),
        Language::Spanish | Language::Italian => (ROMANCE, &[]),
    };
    let forms = |ending: &str| inflection.contains(&ending);
    let derives = |ending: &str| {
        derivation.contains(&ending)
            || ending
                .strip_suffix('s')
                .is_some_and(|e| derivation.contains(&e))
    };
    let (x, y) = (&a[shared..], &b[shared..]);
    // The ending may begin a letter or two before the words part: détach|ez, détach|er.
    let kind = |word: &str, rest: &str| -> Option<Class> {
        let ending = |n: usize| word.get(word.len().checked_sub(rest.len() + n)?..);
        if (0..=1).filter_map(ending).any(forms) {
            return Some(Class::Inflection);
        }
        (0..=2)
            .filter_map(ending)
            .any(derives)
            .then_some(Class::Derivation)
    };
    match (kind(a, x), kind(b, y)) {
        (Some(Class::Inflection), Some(Class::Inflection)) => {
            Some(if derivation.is_empty() && !same_stem {
                Class::Derivation
            } else {
                Class::Inflection
            })
        }
        (Some(_), Some(_)) => Some(Class::Derivation),
        _ if same_stem => Some(Class::Inflection),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(a: &str, b: &str) -> Option<Class> {
        relation(a, b, Language::French, false)
    }

    #[test]
    fn derivations() {
        for (a, b) in [
            ("prevenir", "prevention"),
            ("redemarrage", "redemarrer"),
            ("pratique", "pratiquement"),
            ("reduire", "reduction"),
            ("retablir", "etablir"),
            ("mutuellement", "mutuelles"),
            ("incirconcis", "incirconcision"),
            ("vetement", "vetu"),
            ("conseiller", "conseil"),
        ] {
            assert_eq!(fr(a, b), Some(Class::Derivation), "{a} {b}");
            assert_eq!(fr(b, a), Some(Class::Derivation), "{b} {a}");
        }
    }

    #[test]
    fn inflections() {
        for (a, b) in [
            ("accomplit", "accomplissant"),
            ("agissait", "agit"),
            ("detachez", "detacher"),
        ] {
            assert_eq!(fr(a, b), Some(Class::Inflection), "{a} {b}");
        }
    }

    #[test]
    fn strangers() {
        for (a, b) in [
            ("interministeriel", "interinstitutions"),
            ("reaction", "preparation"),
            ("noningerence", "nonintervention"),
            ("principaux", "majeurs"),
            ("pays", "paix"),
            ("", ""),
        ] {
            assert_eq!(fr(a, b), None, "{a} {b}");
        }
    }
}

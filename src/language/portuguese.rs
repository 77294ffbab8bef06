//! The rules of Portuguese: pronouns behind and inside the verb, contractions, the accents of either side of the ocean
//! and of the agreement of 1990, endings that the stemmer is to know.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::chars::{is_hyphen, is_vowel};
use super::rules::Rules;
use super::sections::Sections;

pub(super) const RULES: Rules = Rules {
    cuts,
    contraction,
    inflected_by_accent: future_against_pluperfect,
    reformed,
    before_stemming: known_ending,
    ..Rules::NONE
};

/// The words of `rules.txt`.
struct Words {
    /// Pronouns that stand behind a verb, and those that do so behind a vowel or a nasal alone.
    enclitics: FxHashSet<&'static str>,
    behind_vowel: FxHashSet<&'static str>,
    behind_nasal: FxHashSet<&'static str>,
    /// Endings of the verb that stand behind the pronoun: `dar-te-ei`.
    endings: FxHashSet<&'static str>,
    /// Forms of `haver` to which `de` was joined.
    joined_to_de: FxHashSet<&'static str>,
    /// Contractions, and the words they stand for.
    contractions: FxHashMap<&'static str, &'static str>,
    /// Endings of keys, and what the stemmer is given for them; of several that fit the first counts.
    stemmer_endings: Vec<(&'static str, &'static str)>,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let sections = Sections::parse(include_str!("../../languages/pt/rules.txt"));
        Words {
            enclitics: sections.set("enclitics"),
            behind_vowel: sections.set("enclitics behind a vowel"),
            behind_nasal: sections.set("enclitics behind a nasal"),
            endings: sections.set("endings behind a pronoun"),
            joined_to_de: sections.set("joined to de"),
            contractions: sections.pairs("contractions").collect(),
            stemmer_endings: sections.pairs("stemmer endings").collect(),
        }
    });
    &WORDS
}

/// Where the tokens of a verb with its pronouns end, but for the last: `disse|-lhe`, `deu|-no|-lo`, `dar|-te|-ei`,
/// `há|-de`. The hyphen stays with what follows it.
fn cuts(word: &str) -> Vec<usize> {
    // No verb has more pronouns behind it.
    const MOST: usize = 2;
    let mut cuts = Vec::new();
    let Some((verb, last)) = last_part(word) else {
        return cuts;
    };
    let mut rest = word;
    if words().endings.contains(&*last) {
        cuts.push(verb.len());
        rest = verb;
    }
    let mut pronouns = 0;
    while pronouns < MOST
        && let Some((verb, pronoun)) = last_part(rest)
        && is_enclitic(&pronoun, verb, pronouns > 0)
    {
        cuts.push(verb.len());
        rest = verb;
        pronouns += 1;
    }
    if pronouns == 0 {
        let joined = last == "de" && words().joined_to_de.contains(&*verb.to_lowercase());
        return if joined { vec![verb.len()] } else { Vec::new() };
    }
    cuts.reverse();
    cuts
}

/// What stands before the last hyphen of `word`, and what behind it, in lower case; `None` where that is no pronoun by its
/// length or its capital (`Villa-Lobos`).
fn last_part(word: &str) -> Option<(&str, String)> {
    // `íamos`, in bytes.
    const LONGEST: usize = 6;
    let (at, hyphen) = word
        .char_indices()
        .rev()
        .take(LONGEST + 1)
        .find(|&(_, c)| is_hyphen(c))?;
    let part = &word[at + hyphen.len_utf8()..];
    let lower = part.to_lowercase();
    let is_name = lower != part && part.contains(char::is_lowercase);
    (!is_name).then_some((&word[..at], lower))
}

/// Whether `pronoun` stands behind `verb`; `before_another` tells that it stands before another pronoun (`deu-no-lo`).
fn is_enclitic(pronoun: &str, verb: &str, before_another: bool) -> bool {
    let verb = verb.to_lowercase();
    let mut letters = verb.chars().rev();
    let (Some(last), before) = (letters.next(), letters.next()) else {
        return false;
    };
    if !last.is_alphabetic() || before.is_none() && last != 'é' {
        return false;
    }
    let nasal = last == 'm' || verb.ends_with("ão") || verb.ends_with("õe");
    let words = words();
    words.enclitics.contains(pronoun)
        || is_vowel(last) && words.behind_vowel.contains(pronoun)
        || nasal && words.behind_nasal.contains(pronoun)
        || before_another && matches!(pronoun, "no" | "vo")
}

/// The words that a contraction (a spelling key) stands for.
fn contraction(key: &str) -> Option<Vec<&'static str>> {
    let parts = words().contractions.get(key)?;
    Some(parts.split(' ').collect())
}

/// `falara`, `falará`: the accent alone tells the future from the pluperfect.
fn future_against_pluperfect(a: &str, b: &str) -> bool {
    let stem = |w: &str| {
        let w = w.strip_suffix('s').unwrap_or(w);
        match w.strip_suffix("rá") {
            Some(stem) => Some((stem.to_owned(), true)),
            None => Some((w.strip_suffix("ra")?.to_owned(), false)),
        }
    };
    match (stem(a), stem(b)) {
        (Some((a, future)), Some((b, other))) => future != other && a == b,
        _ => false,
    }
}

/// Whether the accents of two words differ only as Portugal and Brazil have them (`António`, `Antônio`), or as before and
/// after the agreement of 1990: `idéia`, `vôo`, `lingüiça`, `feiúra`; and `falámos`, where the accent is free now.
fn reformed(a: &str, b: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if x.len() != y.len() {
        return false;
    }
    let mut places = (0..x.len()).filter(|&i| x[i] != y[i]).peekable();
    let differs = places.peek().is_some();
    differs
        && places.all(|i| {
            let (accented, bare) = if x[i].is_ascii() {
                (y[i], x[i])
            } else {
                (x[i], y[i])
            };
            let next = x.get(i + 1).copied().unwrap_or_default();
            let before = i.checked_sub(1).map_or(' ', |i| x[i]);
            let rest = &x[(i + 1).min(x.len())..];
            match (accented, bare) {
                ('é', 'ê') | ('ê', 'é') | ('ó', 'ô') | ('ô', 'ó') => true,
                // Herói and papéis keep their accent: it is the last syllable.
                ('é', 'e') | ('ó', 'o') => next == 'i' && !matches!(rest, ['i'] | ['i', 's']),
                ('ê', 'e') | ('ô', 'o') => next == bare,
                ('ü', 'u') => matches!(before, 'g' | 'q'),
                ('ú', 'u') => matches!(before, 'g' | 'q' | 'i'),
                ('á', 'a') => rest == ['m', 'o', 's'],
                _ => false,
            }
        })
}

/// The key with an ending that the stemmer knows.
fn known_ending(key: &str) -> String {
    for (ending, known) in &words().stemmer_endings {
        if let Some(stem) = key.strip_suffix(ending)
            && !stem.is_empty()
        {
            return format!("{stem}{known}");
        }
    }
    key.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(word: &str) -> String {
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts(word) {
            pieces.push(&word[from..cut]);
            from = cut;
        }
        pieces.push(&word[from..]);
        pieces.join("|")
    }

    #[test]
    fn pronouns_behind_their_verb() {
        for word in [
            "disse|-lhe",
            "Disse|-lhes",
            "DISSE|-LHE",
            "amá|-lo",
            "fi|-la",
            "vi|-o",
            "é|-me",
            "deram|-no",
            "põe|-nos",
            "dão|-na",
            "lembremo|-nos",
            "deu|-no|-lo",
            "foi|-se|-lhe",
            "deu|-mo",
            "contra-atacou|-os",
        ] {
            assert_eq!(split(&word.replace('|', "")), word);
        }
    }

    #[test]
    fn pronouns_inside_their_verb() {
        for word in [
            "dar|-te|-ei",
            "dir|-se|-ia",
            "fá|-lo|-á",
            "mostrar|-vos|-emos",
            "dar|-no|-lo|-ão",
            "dar|-se|-lhe|-á",
            "há|-de",
            "Hão|-de",
        ] {
            assert_eq!(split(&word.replace('|', "")), word);
        }
    }

    #[test]
    fn compounds_stay_whole() {
        for word in [
            "segunda-feira",
            "guarda-chuva",
            "bem-te-vi",
            "Montemor-o-Novo",
            "Trás-os-Montes",
            "Villa-Lobos",
            "ponto-e-vírgula",
            "pé-de-meia",
            "Ji-Paraná",
            "Kim-Il",
            "dois-a",
            "mar-o",
            "A-o",
            "-lhe",
            "ser-ei",
            "fim-de",
            "luso-brasileiro",
            "água",
        ] {
            assert_eq!(split(word), word);
        }
    }

    #[test]
    fn accents_of_either_side_of_the_ocean() {
        for (a, b) in [
            ("antónio", "antônio"),
            ("económico", "econômico"),
            ("génesis", "gênesis"),
            ("bebé", "bebê"),
            ("ideia", "idéia"),
            ("heróico", "heroico"),
            ("vôo", "voo"),
            ("lêem", "leem"),
            ("lingüiça", "linguiça"),
            ("freqüência", "frequência"),
            ("feiúra", "feiura"),
            ("louvámos", "louvamos"),
        ] {
            assert!(reformed(a, b) && reformed(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("herói", "heroi"),
            ("papéis", "papeis"),
            ("ate", "até"),
            ("voce", "você"),
            ("nacao", "nação"),
            ("mesmo", "mesmo"),
            ("saude", "saúde"),
        ] {
            assert!(!reformed(a, b) && !reformed(b, a), "{a} {b}");
        }
    }

    #[test]
    fn tenses_that_an_accent_tells() {
        assert!(future_against_pluperfect("falara", "falará"));
        assert!(future_against_pluperfect("farás", "faras"));
        for (a, b) in [("falara", "falara"), ("ate", "até"), ("fala", "falará")] {
            assert!(!future_against_pluperfect(a, b), "{a} {b}");
        }
    }

    /// An ending that stands behind a shorter one of its own would never count.
    #[test]
    fn endings_do_not_hide_each_other() {
        let endings = &words().stemmer_endings;
        for (n, (long, _)) in endings.iter().enumerate() {
            for (short, _) in &endings[..n] {
                assert!(!long.ends_with(short), "{short} {long}");
            }
        }
        assert!(!endings.is_empty());
    }
}

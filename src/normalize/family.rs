//! Words of one family: what two linked words that no fold unites, or that share a stem, have to do with each other.
//!
//! The rule: the words, without accents and prefix, begin alike; what is left of each is an ending. When neither ending
//! forms a new word from another (-tion, -age, -ment …) they are forms of one word, otherwise derivations.

use crate::class::Class;
use crate::language::Endings;

/// Fewest letters two words of a family share at their beginning; three do where one of them has hardly more.
const SHARED: usize = 4;
/// Fewest letters after a prefix that is taken off.
const AFTER_PREFIX: usize = 5;

/// What ties two words, given as spelling keys (lower case, no accents): inflection, derivation or nothing.
///
/// `same_stem` tells that the stemmer unites them already.
pub(super) fn relation(a: &str, b: &str, of: &Endings, same_stem: bool) -> Option<Class> {
    if let Some(class) = by_endings(a, b, of, same_stem) {
        return Some(class);
    }
    // One prefix, on one side: rétablir/établir.
    let stripped = |long: &str, short: &str| {
        of.prefixes.iter().any(|p| {
            long.strip_prefix(p).is_some_and(|rest| {
                rest.len() >= AFTER_PREFIX
                    && rest.get(..2) == short.get(..2)
                    && by_endings(rest, short, of, rest == short).is_some()
            })
        })
    };
    (stripped(a, b) || stripped(b, a)).then_some(Class::Derivation)
}

fn by_endings(a: &str, b: &str, of: &Endings, same_stem: bool) -> Option<Class> {
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
    let forms = |ending: &str| of.inflection.contains(ending);
    let derives = |ending: &str| {
        of.derivation.contains(ending)
            || ending
                .strip_suffix('s')
                .is_some_and(|e| of.derivation.contains(e))
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
            Some(if of.derivation.is_empty() && !same_stem {
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
    use crate::language::Profile;
    use crate::witness::Language;

    fn fr(a: &str, b: &str) -> Option<Class> {
        relation(a, b, Profile::of(Language::FRENCH).endings(), false)
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

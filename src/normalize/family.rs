//! Words of one family: what two linked words that no fold unites, or that share a stem, have to do with each other.

use crate::class::Class;
use crate::language::{Endings, Spelled};

/// Fewest letters after a prefix that is taken off.
const AFTER_PREFIX: usize = 5;
/// Fewest bytes that two words of one stem have in common where their endings are not known.
const SHARED: usize = 4;

/// What ties two words: inflection, derivation or nothing.
///
/// `same_stem` tells that the stemmer unites them already. It takes off endings without asking whether they go with each
/// other, so that short words may have one stem by accident: there the endings decide alone.
pub(super) fn relation(
    a: Spelled<'_>,
    b: Spelled<'_>,
    of: &Endings,
    same_stem: bool,
) -> Option<Class> {
    // Of languages known in brief the stemmer is all that tells; most of what it takes off is inflection.
    if of.of_one_word(a, b) || same_stem && of.is_empty() {
        return Some(Class::Inflection);
    }
    // One prefix, on one side: rétablir/établir.
    let without_prefix = |long: Spelled<'_>, short: Spelled<'_>| {
        of.prefixes.iter().any(|p| {
            long.bare.strip_prefix(p).is_some_and(|rest| {
                let rest = Spelled {
                    written: rest,
                    bare: rest,
                };
                rest.bare.len() >= AFTER_PREFIX
                    && rest.bare.get(..2) == short.bare.get(..2)
                    && (of.of_one_word(rest, short) || of.of_one_family(rest, short, false))
            })
        })
    };
    if of.of_one_family(a, b, same_stem) || without_prefix(a, b) || without_prefix(b, a) {
        return Some(Class::Derivation);
    }
    let bytes = a.bare.bytes().zip(b.bare.bytes());
    let shared = bytes.take_while(|(x, y)| x == y).count();
    (same_stem && shared >= SHARED).then_some(Class::Derivation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Profile;
    use crate::witness::Language;

    #[test]
    fn where_no_endings_are_known_a_stem_makes_forms() {
        let plain = |word| Spelled {
            written: word,
            bare: word,
        };
        let of = Profile::of(Language::literal("hi")).endings();
        let forms = |same| relation(plain("की"), plain("का"), of, same);
        assert_eq!(forms(true), Some(Class::Inflection));
        assert_eq!(forms(false), None);
    }

    fn fr(a: &str, b: &str) -> Option<Class> {
        let plain = |word| Spelled {
            written: word,
            bare: word,
        };
        let endings = Profile::of(Language::FRENCH).endings();
        relation(plain(a), plain(b), endings, false)
    }

    #[test]
    fn derivations() {
        for (a, b) in [
            ("prevenir", "prevention"),
            ("redemarrage", "redemarrer"),
            ("pratique", "pratiquement"),
            ("retablir", "etablir"),
            ("mutuellement", "mutuelles"),
            ("incirconcis", "incirconcision"),
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
            ("finissait", "finit"),
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

//! What two words are to each other that no fold before the stem unites: forms of one word, of one family, or other words.

use super::{Fold, KeyedToken, Normalizer, family};
use crate::class::Class;
use crate::language::Spelled;

impl Normalizer {
    /// Inflection, derivation or wording, for words that no fold before the stem unites.
    pub(super) fn related(&self, x: &KeyedToken<'_>, y: &KeyedToken<'_>, same_stem: bool) -> Class {
        let (form_x, form_y) = (x.at(Fold::Case), y.at(Fold::Case));
        // Listed words are what their table says, whatever their keys without accents are: à is no form of avoir.
        let listed = self.paradigms.agree(self.form(x), self.form(y));
        if listed == Some(true)
            || self.are_compounds(x.at(Fold::Accent), y.at(Fold::Accent))
            || self.agree_behind_prefix(x.at(Fold::Spelling), y.at(Fold::Spelling))
        {
            return Class::Inflection;
        }
        if self.are_contraries(x, y) {
            return Class::Wording;
        }
        if self.profile.homographs().are_alike(form_x, form_y) {
            // Two words may well be of one family: lose, loss.
            return match self.families().name(form_x, form_y) {
                true => Class::Derivation,
                false => Class::Wording,
            };
        }
        let functions = (self.is_function_key(form_x), self.is_function_key(form_y));
        if functions.0 != functions.1 || functions.0 && !same_stem {
            return Class::Wording;
        }
        let (stem_x, stem_y) = (x.at(Fold::Stem), y.at(Fold::Stem));
        let endings = self.profile.endings();
        let made = || endings.are_apart_by_derivation(x.at(Fold::Spelling), y.at(Fold::Spelling));
        let (a, b) = (self.spelled(x), self.spelled(y));
        // Of a family are the forms of its words as well: feliz, felices; those that it names are words of their own: lang, Länge.
        let other_stem = || {
            stem_x != stem_y && (self.families().name(form_x, form_y) || !endings.of_one_word(a, b))
        };
        if self.families().agree((form_x, stem_x), (form_y, stem_y)) && (made() || other_stem()) {
            return Class::Derivation;
        }
        if listed == Some(false) {
            return Class::Wording;
        }
        let (first, other) = match self.paradigms.first(self.form(x)) {
            None => (self.paradigms.first(self.form(y)), a),
            first => (first, b),
        };
        if let Some((first, own)) = first {
            // What the list has as a form of a verb may be a noun in the plural as well: mentions, plumes.
            if endings.lengthens(a, b) || endings.lengthens(b, a) {
                return Class::Inflection;
            }
            // A form that is not listed may be one of a noun, or a regular one, that the list passes over.
            let first = Spelled {
                written: first,
                bare: first,
            };
            if self.profile.endings().of_one_word(first, other) {
                return Class::Inflection;
            }
            if own {
                let family = family::relation(a, b, self.profile.endings(), false);
                return match family {
                    Some(Class::Derivation) if !functions.0 => Class::Derivation,
                    _ => Class::Wording,
                };
            }
        }
        family::relation(a, b, self.profile.endings(), same_stem).unwrap_or(Class::Wording)
    }

    /// The word by whose endings a token is compared: without the pronoun behind it, with its accents where another spelling
    /// has not touched the key.
    fn spelled<'t>(&self, token: &KeyedToken<'t>) -> Spelled<'t> {
        let (written, bare) = (token.at(Fold::Case), token.at(Fold::Accent));
        let key = token.at(Fold::Spelling);
        let accented = bare == key && written.chars().count() == key.chars().count();
        Spelled {
            written: self.verb(if accented { written } else { key }),
            bare: self.verb(key),
        }
    }

    /// A word as it is looked up in the lists: as it is spelled, and its spelling key.
    fn form<'t>(&self, token: &KeyedToken<'t>) -> (&'t str, &'t str) {
        (
            self.verb(token.at(Fold::Case)),
            self.verb(token.at(Fold::Spelling)),
        )
    }

    /// The verb of an inversion; another key as it is.
    fn verb<'k>(&self, key: &'k str) -> &'k str {
        (self.profile.rules().split_inversion)(key).map_or(key, |(verb, _)| verb)
    }

    /// Whether two spelling keys are listed forms of one word behind one prefix: angekommen, ankam.
    fn agree_behind_prefix(&self, a: &str, b: &str) -> bool {
        self.profile.endings().behind_one_prefix(a, b, |x, y| {
            self.paradigms.agree((x, x), (y, y)) == Some(true)
        })
    }

    /// Whether two accent keys are compounds with hyphens, part by part one word: grand-père, grands-pères.
    fn are_compounds(&self, a: &str, b: &str) -> bool {
        let endings = self.profile.endings();
        let one_word = |x, y| {
            let plain = |word| Spelled {
                written: word,
                bare: word,
            };
            let listed = self.paradigms.agree((x, x), (y, y));
            listed.unwrap_or_else(|| endings.of_one_word(plain(x), plain(y)))
        };
        a.contains('-')
            && a.split('-').count() == b.split('-').count()
            && a.split('-')
                .zip(b.split('-'))
                .all(|(x, y)| x == y || one_word(x, y))
    }
}

//! Whether two names that look like forms of one are those of two: Paul and Paula, Meier and Meyer, Niger and Nigeria.

use crate::class::Class;
use crate::language::chars::is_apostrophe;
use crate::language::{Cues, Profile};
use crate::witness::TokenIndex;

use super::differences::Cells;
use super::names;

/// Letters with which both begin, at least: others do not look like forms of one.
const ALIKE: usize = 3;

impl Cells<'_> {
    /// Whether the names at two places, the first in a cell and the second in the other, are those of two. A genitive, a case of
    /// Latin and the spellings of other scripts are the same; what else ends otherwise is another, unless it is a people.
    pub(super) fn are_two(
        &self,
        cell: usize,
        (here, there): (TokenIndex, TokenIndex),
        class: Class,
    ) -> bool {
        if class <= Class::Accent {
            return false;
        }
        let folded = |w: usize, token: TokenIndex| {
            let id = self.forms.types(self.links.sides[w])[token.get()];
            without_possessive(&self.forms.spellings[id as usize].folded)
        };
        let (x, y) = (folded(cell, here), folded(1 - cell, there));
        let cues = &Profile::of(self.witness(cell).language).facts().cues;
        if x == y || names::in_one_spelling(x, y) {
            return false;
        }
        if class <= Class::Spelling {
            return are_families(x, y, cues);
        }
        let (rest_x, rest_y) = rests(x, y);
        let persons = || self.is_person(cell, here) && self.is_person(1 - cell, there);
        if is_mute(x, y, cues) && !persons() {
            return false;
        }
        let in_line = |line: &Vec<&str>| line.contains(&rest_x) && line.contains(&rest_y);
        let listed = cues.given_names.contains(x) && cues.given_names.contains(y);
        if names::differ_inside(x, y) || listed {
            return true;
        }
        if cues.name_endings.iter().any(in_line) {
            return false;
        }
        if persons() {
            return true;
        }
        // Greece, Greek: a word of its family is another only with an ending more, another vowel, or that of a family.
        let (length, other) = (rest_x.chars().count(), rest_y.chars().count());
        let longer = length.min(other) == 0 || length == 1 && other == 1;
        let shared = x.len() - rest_x.len();
        shared >= ALIKE
            && (class <= Class::Inflection || longer || is_family(x, cues) || is_family(y, cues))
            && !self.are_people(cell, (here, there), cues)
    }

    /// Whether two words that begin alike name a people, where such names have capitals: Romans, the Greek.
    fn are_people(
        &self,
        cell: usize,
        (here, there): (TokenIndex, TokenIndex),
        cues: &Cues,
    ) -> bool {
        let folded = |w: usize, token: TokenIndex| {
            let id = self.forms.types(self.links.sides[w])[token.get()];
            &*self.forms.spellings[id as usize].folded
        };
        let (x, y) = (folded(cell, here), folded(1 - cell, there));
        let (rest_x, rest_y) = rests(x, y);
        let gender = |x: &str, y: &str| y == "a" && matches!(x, "" | "o");
        if cues.peoples.is_empty() || gender(rest_x, rest_y) || gender(rest_y, rest_x) {
            return false;
        }
        let ends = |word: &str| cues.peoples.iter().any(|end| word.ends_with(end));
        let number = |rest: &str| rest.chars().all(|c| "eins".contains(c));
        let determined = |w: usize, token: TokenIndex| {
            let witness = self.witness(w);
            let before = token.0.checked_sub(1).map(TokenIndex);
            before.is_some_and(|before| {
                let lower = witness.composed_word(before).to_lowercase();
                let kinds = &Profile::of(witness.language).facts().kinds;
                kinds.may_determine(&lower.replace(is_apostrophe, "'"))
            })
        };
        ends(x)
            || ends(y)
            || number(rest_x)
                && number(rest_y)
                && (determined(cell, here) || determined(1 - cell, there))
    }

    /// Whether a title or a given name stands before a name.
    fn is_person(&self, cell: usize, token: TokenIndex) -> bool {
        let witness = self.witness(cell);
        let Some(before) = token.0.checked_sub(1).map(TokenIndex) else {
            return false;
        };
        let lower = witness.composed_word(before).to_lowercase();
        let cues = &Profile::of(witness.language).facts().cues;
        cues.titles.contains(&*lower)
            || cues.given_names.contains(&*lower)
            || cues.before_names.contains(&*lower)
    }
}

/// A name without what its possessive has behind an apostrophe: Peter’s.
fn without_possessive(name: &str) -> &str {
    let whole = name
        .strip_suffix('s')
        .filter(|name| name.ends_with(is_apostrophe));
    whole.unwrap_or(name).trim_end_matches(is_apostrophe)
}

/// Whether one of two names has an ending more that is not heard, and does not make another of it: Stépan, Stépane; but Simon, Simone.
fn is_mute(x: &str, y: &str, cues: &Cues) -> bool {
    let (shorter, longer) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let mut endings = cues.mute_endings.iter();
    endings.any(|end| longer.strip_suffix(end) == Some(shorter))
        && !cues.given_pairs.contains(shorter)
        && !is_family(longer, cues)
        && !is_family(shorter, cues)
}

/// What two names have behind the letters with which both begin.
fn rests<'n>(x: &'n str, y: &'n str) -> (&'n str, &'n str) {
    let same = x.chars().zip(y.chars()).take_while(|(a, b)| a == b);
    let length = same.map(|(c, _)| c.len_utf8()).sum::<usize>();
    (&x[length..], &y[length..])
}

/// Whether two names that are spellings of one are families that a letter tells apart: Jansen and Janssen, Meier and Meyer.
fn are_families(x: &str, y: &str, cues: &Cues) -> bool {
    is_family(x, cues) && is_family(y, cues)
}

/// Whether a name ends as those of families do.
fn is_family(name: &str, cues: &Cues) -> bool {
    cues.family_endings.iter().any(|end| name.ends_with(end))
}

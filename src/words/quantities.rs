//! Quantities, times and dates that both sides say, each in its own way: `9,8 M€`, `9,8 millions d’euros`.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::shape::Shape;
use crate::language::{FactWords, Profile};
use crate::lexicon::{Positions, TypeId, Vocabulary};
use crate::normalize::{Fold, Tokens, Told, may_begin_number, read_told};
use crate::witness::TokenKind;

/// The positions of what says the same on both sides in other words, each of which says it once.
pub(super) fn find(
    a: &[&Shape],
    b: &[&Shape],
    vocabulary: &Vocabulary,
) -> Vec<(Positions, Positions)> {
    let tells = |side: &[&Shape]| side.iter().any(|shape| shape.begins_number);
    if !tells(a) || !tells(b) {
        return Vec::new();
    }
    let read = |side: &[&Shape]| {
        let types = side.iter().map(|shape| shape.id).collect();
        let begins = side.iter().map(|shape| shape.begins_number).collect();
        read(types, begins, vocabulary)
    };
    let (x, y) = (read(a), read(b));
    let mut found = Vec::new();
    for told in &x {
        let same = |one: &&Told, other: &Told| one.same_in_full(other) && !(one.weak && other.weak);
        let mut others = y.iter().filter(|other| same(&told, other));
        let (Some(other), None) = (others.next(), others.next()) else {
            continue;
        };
        let once = x.iter().filter(|one| same(one, other)).count() == 1;
        if once && is_whole(a, b, told, other, vocabulary) {
            // The hyphens of a date in figures are no words.
            let words = |told: &Told, side: &[&Shape]| -> Positions {
                let hyphen = |&&i: &&u32| vocabulary.get(side[i as usize].id).word() == "-";
                let places = told.at.iter().filter(|i| !hyphen(i));
                places.copied().collect()
            };
            found.push((words(told, a), words(other, b)));
        }
    }
    found
}

/// Whether the words of two that tell the same correspond as a whole only: but for those that both have, more than one
/// stands for what the other says. What one alone has beside what both have is left over: `neuvième`, `neuvième heure`.
fn is_whole(
    a: &[&Shape],
    b: &[&Shape],
    told: &Told,
    other: &Told,
    vocabulary: &Vocabulary,
) -> bool {
    let mut rest: Vec<&Shape> = other.at.iter().map(|&j| b[j as usize]).collect();
    let mut own = 0;
    for x in told.at.iter().map(|&i| a[i as usize]) {
        let alike = |y: &&Shape| {
            x.equal == y.equal || x.stem == y.stem || vocabulary.known(x.stem, y.stem) > 0.0
        };
        match rest.iter().position(alike) {
            Some(at) => _ = rest.remove(at),
            None => own += 1,
        }
    }
    own > 0 && !rest.is_empty() && own + rest.len() > 2
}

fn words_of(vocabulary: &Vocabulary) -> &'static FactWords {
    Profile::of(vocabulary.normalizer().language()).facts()
}

/// The words of one side, of which some are linked, by their positions.
type Linked<'s> = (&'s [TypeId], &'s [u32]);

/// A side with more words than this is read only near the linked ones: what tells one thing stands together.
const LONG: usize = 400;
const NEAR: usize = 100;

/// What is read of a side to know what its linked words tell.
fn near((types, at): Linked<'_>) -> Range<usize> {
    match (at.first(), at.last()) {
        (Some(&first), Some(&last)) if types.len() > LONG => {
            (first as usize).saturating_sub(NEAR)..(last as usize + 1 + NEAR).min(types.len())
        }
        _ => 0..types.len(),
    }
}

/// The positions in a part of a side.
fn moved_to(part: &Range<usize>, at: &[u32]) -> SmallVec<[u32; 4]> {
    at.iter().map(|&i| i - part.start as u32).collect()
}

/// Whether linked words of two sides, as they stand there, tell one quantity, time or date, each in its own way: `alle 8.15`,
/// `alle otto e un quarto`. What one word says that is no figure is another matter: two, second.
pub(crate) fn tell_one(a: Linked<'_>, b: Linked<'_>, vocabulary: &Vocabulary) -> bool {
    let words = words_of(vocabulary);
    let word = |id: TypeId| vocabulary.get(id);
    let begins = |id: &TypeId| {
        let (kind, text) = (word(*id).kind, word(*id).word());
        may_begin_number(kind, text, vocabulary.key(word(*id).key(Fold::Case)), words)
    };
    let tells = |(types, at): Linked<'_>| at.iter().any(|&i| begins(&types[i as usize]));
    if !tells(a) || !tells(b) {
        return false;
    }
    let read = |(types, _): Linked<'_>| {
        let begin = types.iter().map(begins).collect();
        read(types.to_vec(), begin, vocabulary)
    };
    // What else is linked is grammar: `la moitié`.
    let covers = |told: &Told, (types, at): Linked<'_>| {
        let mut rest = at.iter().filter(|i| !told.at.contains(i));
        told.at.iter().any(|i| at.contains(i))
            && rest.all(|&i| {
                let word = word(types[i as usize]);
                word.function || word.kind == TokenKind::Punctuation
            })
    };
    let one_word = |told: &Told, (types, _): Linked<'_>| {
        let text = told
            .at
            .first()
            .map_or("", |&i| word(types[i as usize]).word());
        told.at.len() == 1 && text.chars().all(char::is_alphabetic)
    };
    let (near_a, near_b) = (near(a), near(b));
    let (at_a, at_b) = (moved_to(&near_a, a.1), moved_to(&near_b, b.1));
    let (a, b) = ((&a.0[near_a], &at_a[..]), (&b.0[near_b], &at_b[..]));
    let (x, y) = (read(a), read(b));
    x.iter().filter(|told| covers(told, a)).any(|told| {
        let mut others = y.iter().filter(|other| covers(other, b));
        others.any(|other| {
            told.same(other)
                && !(told.weak && other.weak)
                && !(one_word(told, a) && one_word(other, b))
        })
    })
}

/// What a side tells; `begins` says which of its tokens may begin a number.
fn read(types: Vec<TypeId>, begins: Vec<bool>, vocabulary: &Vocabulary) -> Vec<Told> {
    let words = words_of(vocabulary);
    let lower = types.iter().map(|&id| {
        let word = vocabulary.get(id);
        let case = vocabulary.key(word.key(Fold::Case));
        // The key of figures has no marks.
        match case.starts_with(|c: char| c.is_alphabetic()) {
            true => Cow::Borrowed(case),
            false => word.word().to_lowercase().into(),
        }
    });
    read_told(&Side {
        lower: lower.collect(),
        types,
        begins,
        vocabulary,
        words,
    })
}

/// A side in which numbers are read.
struct Side<'s> {
    types: Vec<TypeId>,
    begins: Vec<bool>,
    lower: Vec<Cow<'s, str>>,
    vocabulary: &'s Vocabulary,
    words: &'static FactWords,
}

impl Tokens for Side<'_> {
    fn words(&self) -> &'static FactWords {
        self.words
    }

    fn len(&self) -> usize {
        self.types.len()
    }

    fn begins_number(&self, at: usize) -> bool {
        self.begins[at]
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.vocabulary.get(self.types[at]).kind
    }

    fn text(&self, at: usize) -> &str {
        self.vocabulary.get(self.types[at]).word()
    }

    fn lower(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |lower| lower)
    }

    /// What stands between the tokens is not known here; what reads as a date in figures is one.
    fn unbroken(&self, at: usize, count: usize) -> Option<Cow<'_, str>> {
        let tokens = (at..at + count).map(|at| (at < self.len()).then(|| self.text(at)));
        tokens.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::class::Class;
    use crate::language::chars::kind_of;
    use crate::lexicon::{TypeId, Vocabulary};
    use crate::normalize::Normalizer;
    use crate::witness::Language;
    use crate::words::WordAligner;

    /// The links that show a difference, as `a words → b words (class)`.
    fn changes(lang: &str, a: &str, b: &str) -> Vec<String> {
        let language = Language::from_code(lang).expect("the code of a language");
        let mut vocabulary = Vocabulary::empty(Normalizer::of(language, false));
        let mut side = |text: &str| -> Vec<TypeId> {
            let tokens = text.split(' ');
            tokens.map(|t| vocabulary.intern(t, kind_of(t))).collect()
        };
        let (x, y) = (side(a), side(b));
        let links = WordAligner::new().link(&x, &y, &vocabulary);
        let types = |side: &[TypeId], at: &[u32]| -> Vec<TypeId> {
            at.iter().map(|&i| side[i as usize]).collect()
        };
        let text = |types: &[TypeId]| -> String {
            let words = types.iter().map(|&t| &*vocabulary.get(t).surface);
            words.collect::<Vec<_>>().join(" ")
        };
        let shown = links.iter().filter_map(|link| {
            let (a, b) = (types(&x, &link.a), types(&y, &link.b));
            let class = vocabulary.class(&a, &b);
            (class != Class::Same).then(|| format!("{} → {} ({class})", text(&a), text(&b)))
        });
        shown.collect()
    }

    /// The two quantities are framed by words that both have.
    #[test]
    fn a_quantity_is_linked_as_a_whole() {
        for (lang, frame, a, b) in [
            (
                "fr",
                "Le pont coûta Q cette année .",
                "9,8 M €",
                "9,8 millions d’ euros",
            ),
            (
                "fr",
                "La ville compte Q de plus .",
                "2,5 millions",
                "deux millions et demi",
            ),
            (
                "fr",
                "Nous arrivons à Q ce soir .",
                "8 h 15",
                "huit heures et quart",
            ),
            (
                "fr",
                "Il part à Q demain .",
                "3 h 30 du matin",
                "trois heures et demie du matin",
            ),
            (
                "en",
                "They met at Q by the gate .",
                "8:15",
                "a quarter past eight",
            ),
            ("en", "Some Q farmers came .", "4,000", "four thousand"),
            (
                "de",
                "Er kam um Q nach Hause .",
                "8.15 Uhr",
                "Viertel nach acht",
            ),
            (
                "it",
                "La città conta Q di anime .",
                "2,5 milioni",
                "due milioni e mezzo",
            ),
            (
                "es",
                "La obra costó Q este año .",
                "9,8 M €",
                "9,8 millones de euros",
            ),
            (
                "pt",
                "A obra custou Q este ano .",
                "9,8 M €",
                "9,8 milhões de euros",
            ),
            ("nl", "Hij kwam om Q thuis .", "8.15 uur", "kwart over acht"),
        ] {
            let (x, y) = (frame.replace('Q', a), frame.replace('Q', b));
            assert_eq!(changes(lang, &x, &y), [format!("{a} → {b} (spelling)")]);
            assert_eq!(changes(lang, &y, &x), [format!("{b} → {a} (spelling)")]);
        }
    }

    #[test]
    fn what_one_side_adds_is_no_part_of_the_quantity() {
        let added = changes(
            "en",
            "It rose for the third month .",
            "It rose for the third consecutive month .",
        );
        assert_eq!(added, [" → consecutive (addition)"]);
        let other = changes("fr", "Il vit 2,5 millions .", "Il vit trois millions .");
        assert!(
            other.iter().all(|link| !link.contains("spelling")),
            "{other:?}"
        );
    }
}

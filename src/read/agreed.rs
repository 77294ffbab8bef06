//! The language of short texts that stand side by side: what one of them is too short to tell, all of them may.

use rustc_hash::FxHashSet;

use super::{Note, Reading};
use crate::segment::{Told, segment_paragraphs, told_language};
use crate::witness::Language;

/// Bytes of texts that are so short that each alone may be taken for another language.
pub(crate) const SHORT: usize = 2000;

/// Reads short texts of unknown languages again in the one that they tell together, or that the others are in. What is certainly in
/// another language stays in it, and so does what a person or a file has named.
pub fn agree(readings: &mut [Reading]) {
    let is_blank = |reading: &Reading| reading.witness.text.trim().is_empty();
    let is_open = |reading: &Reading| reading.recognised && is_short(reading) && !is_blank(reading);
    let first = readings.first().map(|reading| reading.witness.language);
    let differ = readings.iter().any(|r| Some(r.witness.language) != first);
    let doubtful = |reading: &Reading| is_open(reading) && assumed(reading).is_some();
    if readings.len() < 2 || !differ && !readings.iter().any(doubtful) {
        return;
    }
    let of = |open: bool| -> FxHashSet<Language> {
        let those = readings.iter().filter(|reading| !is_blank(reading));
        let those = those.filter(|reading| is_open(reading) == open);
        those.map(|reading| reading.witness.language).collect()
    };
    let told = together(readings);
    let (common, certain) = match (sole(of(false)), told) {
        (Some(fixed), told) => (fixed, told == Told::Certain(fixed)),
        (None, _) if !of(false).is_empty() => return,
        (None, Told::Certain(language)) => (language, true),
        // What together is strange to all may be what one of them is taken for.
        (None, Told::Assumed(Language::UNKNOWN)) => match sole(of(true)) {
            Some(language) => (language, false),
            None => return,
        },
        (None, Told::Assumed(language)) => (language, false),
    };
    let agrees = |n: usize| {
        let reading = &readings[n];
        let is_like_another = || {
            let mut others = (0..readings.len()).filter(|&other| other != n);
            others.any(|other| {
                let other = &readings[other];
                is_short(other) && share_half([&reading.witness.text, &other.witness.text])
            })
        };
        is_open(reading)
            && match assumed(reading) {
                Some(Language::UNKNOWN) => is_like_another(),
                Some(_) => true,
                None => reading.witness.language == common || certain && is_like_another(),
            }
    };
    let agreeing: Vec<usize> = (0..readings.len()).filter(|&n| agrees(n)).collect();
    for n in agreeing {
        reread(&mut readings[n], common, certain);
    }
}

fn is_short(reading: &Reading) -> bool {
    reading.witness.text.len() <= SHORT
}

/// The language of a set that is known, if it has but one such.
fn sole(languages: FxHashSet<Language>) -> Option<Language> {
    let mut known = languages.into_iter().filter(|l| *l != Language::UNKNOWN);
    known.next().filter(|_| known.next().is_none())
}

/// What all the texts say of their language.
fn together(readings: &[Reading]) -> Told {
    let short = readings.iter().filter(|reading| is_short(reading));
    let mut texts: Vec<&str> = short.map(|r| r.witness.text.as_str()).collect();
    texts.sort_unstable();
    told_language(&texts.join("\n"))
}

/// The language that a text was taken to be in for want of a better one.
fn assumed(reading: &Reading) -> Option<Language> {
    reading.notes.iter().find_map(|note| match note {
        Note::LanguageAssumed(language) => Some(*language),
        _ => None,
    })
}

/// Cuts a text by the rules of a language, of which it is `certain` or not.
fn reread(reading: &mut Reading, language: Language, certain: bool) {
    let witness = &mut reading.witness;
    let assumes = |note: &Note| matches!(note, Note::LanguageAssumed(_));
    reading.notes.retain(|note| !certain || !assumes(note));
    for note in &mut reading.notes {
        if assumes(note) {
            *note = Note::LanguageAssumed(language);
        }
    }
    if witness.language == language {
        return;
    }
    let about_language = |note: &Note| {
        matches!(
            note,
            Note::LanguageFound(_) | Note::Unmarked | Note::UnmarkedParagraphs { .. }
        )
    };
    reading.notes.retain(|note| !about_language(note));
    let parts = segment_paragraphs(
        &witness.text,
        &witness.structure,
        &[],
        language,
        witness.level,
    );
    reading.notes.extend(Note::unmarked(&parts));
    witness.language = language;
    witness.paragraphs = parts.paragraphs;
    witness.sentences = parts.sentences;
    witness.clauses = parts.clauses;
    witness.tokens = parts.tokens;
    witness.unmarked = parts.unmarked;
}

/// Whether half of the different words of the text that has fewer stand in the other as well.
pub(crate) fn share_half(texts: [&str; 2]) -> bool {
    let words = |text: &str| -> FxHashSet<String> {
        let words = text.split(|c: char| !c.is_alphabetic());
        words
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let [a, b] = texts.map(words);
    a.intersection(&b).count() * 2 >= a.len().min(b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read_bytes};
    use crate::witness::Siglum;

    fn languages(texts: [(&str, Option<&str>); 2]) -> [String; 2] {
        let mut readings = Vec::new();
        for (n, (text, given)) in texts.into_iter().enumerate() {
            let options = ReadOptions {
                language: given.and_then(Language::from_code),
                ..ReadOptions::default()
            };
            readings.push(read_bytes(text.into(), "t", Siglum::nth(n), &options).expect("a text"));
        }
        agree(&mut readings);
        [0, 1].map(|n| readings[n].witness.language.code().to_owned())
    }

    #[test]
    fn short_texts_are_in_the_language_that_they_tell_together() {
        for (a, b, expected) in [
            ("Ninguém veio.", "Não veio ninguém.", "pt"),
            ("Nobody knows the answer.", "No one knows the answer.", "en"),
            (
                "Louis XIV mourut en 1715.",
                "Louis Quatorze mourut en l’an 1715.",
                "fr",
            ),
            ("Mezzo milione di euro.", "500 mila euro.", "it"),
        ] {
            for (a, b) in [(a, b), (b, a)] {
                let found = languages([(a, None), (b, None)]);
                assert_eq!(found, [expected, expected], "{a} {b}");
            }
        }
    }

    #[test]
    fn what_is_named_or_told_for_certain_stays() {
        let german =
            "Der Bürgermeister kündigte gestern an, die Brücke für drei Monate zu schließen.";
        let french = "Le maire de la ville a annoncé hier la fermeture du pont pour trois mois.";
        assert_eq!(languages([(german, None), (french, None)]), ["de", "fr"]);
        assert_eq!(
            languages([("Niemand kwam.", Some("de")), ("Er kwam niemand.", None)]),
            ["de", "de"]
        );
        assert_eq!(
            languages([("Kot śpi.", Some("pl")), ("Kot spał.", None)]),
            ["pl", "pl"]
        );
    }
}

//! Each of several texts, from the base and its apparatus.

use enregard::AlignmentTable;
use enregard::view::Layout;
use proptest::prelude::*;

use super::{assert_recovered, beads, fixtures, renderings, shown, table, words};

/// What is told of a place: which words of the base it is about, and what each of some has there.
struct Entry<'a> {
    /// As it is cited, and which occurrence of it.
    lemma: String,
    occurrence: usize,
    before: bool,
    /// What some have, and who.
    readings: Vec<(&'a str, Vec<usize>)>,
}

/// An entry, as in `la mer¹] add. l’onde W1 · om. W2 W3`.
fn entry(text: &str) -> Entry<'_> {
    let (lemma, readings) = text.split_once("] ").expect("a lemma");
    let figures = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let number = lemma.trim_start_matches(|c| !figures.contains(c));
    let digit = |c| figures.chars().position(|f| f == c).expect("a figure");
    let occurrence = number.chars().fold(0, |n, c| 10 * n + digit(c));
    let lemma = lemma.strip_suffix(number).expect("a lemma");
    let readings = readings.split(" · ").map(|reading| {
        let mut said = reading;
        let mut who = Vec::new();
        while let Some((rest, siglum)) = said.rsplit_once(" W") {
            let Ok(w) = siglum.parse() else { break };
            who.push(w);
            said = rest;
        }
        assert!(!who.is_empty(), "{text}");
        (said, who)
    });
    let readings: Vec<(&str, Vec<usize>)> = readings.collect();
    let adds = readings.iter().all(|(said, _)| said.starts_with("add. "));
    let beside = lemma.strip_prefix("before ").filter(|_| adds);
    Entry {
        lemma: beside.unwrap_or(lemma).to_owned(),
        before: beside.is_some(),
        occurrence: occurrence.max(1),
        readings,
    }
}

/// The words and marks of a text.
fn tokens(text: &str) -> Vec<String> {
    let text = text.replace(char::is_whitespace, " ");
    let parts = text.split_inclusive(|c: char| !c.is_alphanumeric());
    let parts = parts.flat_map(|part| {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        [word, part[word.len()..].trim()]
    });
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Where the words of an entry stand among those of the base; `None` where it is cited by its ends, or in parts.
fn place(entry: &Entry<'_>, base: &[String]) -> Option<(usize, usize)> {
    if entry.lemma.contains(" … ") {
        return None;
    }
    let lemma = tokens(&entry.lemma);
    let mut places = (0..base.len()).filter(|&at| base[at..].starts_with(&lemma));
    let first = places.nth(entry.occurrence - 1);
    let first = first.unwrap_or_else(|| panic!("{} in {base:?}", entry.lemma));
    Some((first, first + lemma.len()))
}

/// What a witness says, as the base and its apparatus tell; `None` where they say that it has words elsewhere, or cite some by
/// their ends.
fn told(base: &[String], entries: &[Entry<'_>], w: usize) -> Option<Vec<String>> {
    // What stands in the place of each word of the base, before it and behind it.
    let mut own: Vec<[Vec<String>; 3]> = base
        .iter()
        .map(|word| [vec![], vec![word.clone()], vec![]])
        .collect();
    for entry in entries {
        let Some((said, _)) = entry.readings.iter().find(|(_, who)| who.contains(&w)) else {
            continue;
        };
        if said.contains("transp.") {
            return None;
        }
        let (from, to) = place(entry, base)?;
        let (at, part, said) = match said.strip_prefix("add. ") {
            Some(added) if entry.before => (from, 0, added),
            Some(added) => (to - 1, 2, added),
            None => (from, 1, said.strip_prefix("om.").unwrap_or(said)),
        };
        if part == 1 {
            own[from..to].iter_mut().for_each(|word| word[1].clear());
        }
        own[at][part].extend(words(said));
    }
    let said = own.into_iter().flatten().flatten();
    Some(said.flat_map(|part| words(&part)).collect())
}

/// How many readings were recovered.
fn assert_all(language: &str, texts: &[String]) -> usize {
    let mut recovered = 0;
    for bead in beads(&table(language, texts)) {
        let shown = shown(&bead, Layout::Apparatus);
        recovered += assert_bead(&bead, &shown);
    }
    recovered
}

fn assert_bead(bead: &AlignmentTable, shown: &[String]) -> usize {
    let row = &bead.rows[0];
    // Where the base does not stand in it, it is told against another.
    if !row.has(0) {
        return 0;
    }
    let text: Vec<&str> = shown
        .iter()
        .take_while(|line| !line.contains('│'))
        .map(String::as_str)
        .collect();
    let text = text.join(" ");
    let (_, text) = text.split_once(" 1 ").expect("a number");
    let text = text.trim_start().trim_start_matches("W0");
    let signs = |c: char| "⌊⌋⌈⌉{}~<>^¶".contains(c);
    let text = text.replace(signs, "");
    assert_eq!(words(&text), super::own_words(bead, 0), "{shown:#?}");
    let base = tokens(&text);
    let apparatus = shown.iter().filter_map(|line| line.split_once("│ "));
    let entries = apparatus.flat_map(|(_, entries)| entries.split(" | "));
    let entries: Vec<Entry<'_>> = entries.filter(|e| e.contains("] ")).map(entry).collect();
    let others = row.present().filter(|&w| w > 0);
    let mut recovered = 0;
    for w in others {
        if let Some(found) = told(&base, &entries, w) {
            assert_recovered(bead, w, found, shown);
            recovered += 1;
        }
    }
    recovered
}

#[test]
fn an_apparatus_says_what_each_text_of_fixtures_has() {
    let fixtures = fixtures().into_iter();
    let recovered: Vec<usize> = fixtures
        .map(|(language, texts)| assert_all(language, &texts))
        .collect();
    // What is cited by its ends is passed over.
    assert!(recovered.iter().sum::<usize>() > 30, "{recovered:?}");
}

#[test]
fn who_has_another_form_of_the_words_of_the_base_is_named() {
    let texts = [
        "Il n’avait aucune carte du pays.",
        "Il n’avait pas la carte du pays.",
        "Il n’avait aucun plan du pays.",
        "Sans carte du pays.",
    ];
    assert!(assert_all("fr", &texts.map(str::to_owned)) > 1);
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn an_apparatus_says_what_each_text_has((language, texts) in renderings(4)) {
        assert_all(language, &texts);
    }
}

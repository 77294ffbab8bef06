//! The other of two texts, from the inline view.

use enregard::view::Layout;
use proptest::prelude::*;

use super::{assert_recovered, beads, fixtures, renderings, shown, table, words};

/// What the other text says, where `⌊a → b⌋` stands for what it has instead, `{-a}` for what it lacks, and `{+b}` for what it
/// has more. Brackets without an arrow hold the first part of words that are told behind the last.
fn other(text: &str) -> Vec<String> {
    let mut said = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['⌊', '{']) {
        said.push_str(&rest[..at]);
        let closes = if rest[at..].starts_with('⌊') {
            '⌋'
        } else {
            '}'
        };
        let (inside, after) = rest[at..].split_once(closes).expect("what closes it");
        if let Some((_, theirs)) = inside.split_once(" → ") {
            said.push_str(theirs);
        } else if let Some(added) = inside.strip_prefix("{+") {
            said.push_str(added);
        } else {
            assert!(
                inside.starts_with("{-") || inside.starts_with('⌊'),
                "{text}"
            );
        }
        rest = after;
    }
    said.push_str(rest);
    words(&said)
}

fn assert_all(language: &str, texts: &[String]) -> usize {
    let beads = beads(&table(language, texts));
    for bead in &beads {
        let shown = shown(bead, Layout::Inline);
        let text = shown.join(" ");
        let (_, text) = text.split_once('1').expect("a number");
        assert_recovered(bead, 1, other(text), &shown);
    }
    beads.len()
}

#[test]
fn inline_says_what_the_other_text_of_fixtures_has() {
    for (language, texts) in fixtures() {
        assert!(assert_all(language, &texts[..2]) > 2);
    }
}

#[test]
fn small_words_are_told_where_the_other_text_is_not_printed() {
    for (language, a, b, shown_as) in [
        (
            "de",
            "Er hatte keine Karte des Landes.",
            "Ohne Karte des Landes.",
            "Ohne",
        ),
        (
            "fr",
            "Il ferma la porte du jardin.",
            "Il ferma le portail du jardin.",
            "~⌊la → le⌋ ~⌊porte → portail⌋",
        ),
    ] {
        let texts = [a, b].map(str::to_owned);
        assert_all(language, &texts);
        let bead = &beads(&table(language, &texts))[0];
        let shown = shown(bead, Layout::Inline).join(" ");
        assert!(shown.contains(shown_as), "{shown}");
    }
}

proptest! {
    #![proptest_config(crate::cases(96))]

    #[test]
    fn inline_says_what_the_other_text_has((language, texts) in renderings(2)) {
        assert_all(language, &texts);
    }
}

//! What the levels hold: lines as they stand, paragraphs, clauses inside sentences; and what is skipped.

use enregard::segment::{Segmentation, segment};
use enregard::witness::{Language, Level, Skip, Unit};

const KREMLIN: [&str; 3] = [
    include_str!("../../../fixtures/kremlin/000.txt"),
    include_str!("../../../fixtures/kremlin/001.txt"),
    include_str!("../../../fixtures/kremlin/003.txt"),
];

fn texts<'a>(text: &'a str, units: &[Unit]) -> Vec<&'a str> {
    units.iter().map(|unit| &text[unit.span.range()]).collect()
}

fn french(text: &str, level: Level) -> Segmentation {
    segment(text, Language::FRENCH, level)
}

#[test]
fn every_line_is_a_unit_blank_ones_too() {
    let text = "Un.\n\r\n  Deux. Trois. \r \nfin";
    let found = french(text, Level::Line);
    assert_eq!(
        texts(text, &found.sentences),
        ["Un.", "", "Deux. Trois.", "", "fin"]
    );
    // A blank line stands at its own start.
    assert_eq!(found.sentences[1].span.start, 4);
    assert_eq!(found.sentences[3].span.start, 22);
    assert!(found.sentences[1].tokens.is_empty());
    assert_eq!(found.clauses.len(), 5);
}

#[test]
fn a_final_line_end_opens_no_line() {
    for text in ["a\nb", "a\nb\n", "a\r\nb\r\n", "a\rb\r"] {
        assert_eq!(french(text, Level::Line).sentences.len(), 2, "{text:?}");
    }
    assert_eq!(french("\n\n", Level::Line).sentences.len(), 2);
    assert_eq!(french("", Level::Line).sentences.len(), 0);
}

#[test]
fn lines_are_neither_split_nor_skipped() {
    let found = french(KREMLIN[0], Level::Line);
    assert_eq!(found.sentences.len(), KREMLIN[0].lines().count());
    assert!(found.sentences.iter().all(|unit| unit.skip.is_none()));
    assert!(found.clauses.len() > found.sentences.len());
}

#[test]
fn paragraphs_hold_their_sentences_at_paragraph_level() {
    let found = french(KREMLIN[1], Level::Paragraph);
    let sentences = french(KREMLIN[1], Level::Sentence);
    assert_eq!(found.sentences.len(), 7);
    assert_eq!(found.paragraphs, sentences.paragraphs);
    assert_eq!(sentences.sentences.len(), 15);
    assert_eq!(sentences.sentences[14].paragraph, 6);
}

#[test]
fn clauses_are_parts_of_their_sentence() {
    let text = "Il était tard ; la lune se levait sur la mer. On partit.";
    let found = french(text, Level::Clause);
    assert_eq!(
        texts(text, &found.clauses),
        [
            "Il était tard ;",
            "la lune se levait sur la mer.",
            "On partit."
        ]
    );
    let sentences: Vec<u32> = found.clauses.iter().map(|c| c.sentence).collect();
    assert_eq!(sentences, [0, 0, 1]);
}

/// The skipped units of a text, with the reason.
fn skipped(text: &str, level: Level) -> Vec<(&str, String)> {
    let found = french(text, level);
    found
        .sentences
        .iter()
        .filter_map(|unit| Some((&text[unit.span.range()], unit.skip.as_ref()?.to_string())))
        .collect()
}

#[test]
fn metadata_and_the_english_tweet_are_set_apart() {
    for level in [Level::Clause, Level::Sentence, Level::Paragraph] {
        let found = skipped(KREMLIN[0], level);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(
            found[0].0,
            "date 2020-09 Temps de lecture estimé : 2 minutes"
        );
        assert_eq!(found[0].1, "metadata");
        assert!(found[1].0.starts_with("Statement by President"));
        assert!(found[1].0.ends_with("September 25, 2020"));
        assert_eq!(found[1].1, "language:en");
        assert_eq!(skipped(KREMLIN[1], level), []);
        let prefix = ("date 2020-09", "metadata".to_owned());
        assert_eq!(skipped(KREMLIN[2], level), [prefix]);
    }
}

#[test]
fn the_rest_of_a_prefixed_paragraph_is_prose_of_the_same_paragraph() {
    let found = french(KREMLIN[2], Level::Sentence);
    let [prefix, first, ..] = &found.sentences[..] else {
        panic!("too few sentences");
    };
    assert_eq!((prefix.paragraph, first.paragraph), (0, 0));
    assert_eq!(first.skip, None);
    assert!(KREMLIN[2][first.span.range()].starts_with("Les USA et la Russie"));
    assert!(found.paragraphs[0].start == prefix.span.start);
    // A skipped unit is one clause as well.
    assert_eq!(found.clauses[0].skip, Some(Skip::Metadata));
    assert_eq!(found.clauses[0].span, prefix.span);
}

#[test]
fn what_is_short_a_name_or_old_is_never_skipped() {
    for text in [
        "Poutine tend une perche à Trump",
        "Trump",
        "Vladimir Vladimirovitch Poutine, Donald John Trump, Joseph Robinette Biden, Hillary Diane Rodham Clinton",
        "& Salomon engendra Booz de Rachab : & Booz engendra Obed de Ruth : & Obed engendra Jeffé",
        "Car le royaume des cieux eft femblable à un homme pere de famille, qui fortit dés le poinct du jour",
        "Sem, Cham, Japhet, Gomer, Magog, Madaï, Javan, Tubal, Méshec, Tiras, Ashkenaz, Riphath, Togarma, Élisha",
        "Eli, Eli, lama sabachthani ?",
        "Le New York Times, The Guardian, Washington Post",
        "14 juillet 1789",
        "Le 25 mai 1972",
        "Date de naissance inconnue",
        "Lecture du rapport",
        "I. — DE LA NATURE",
        "2020",
    ] {
        let whole = format!(
            "Il était une fois un roi qui vivait dans la forêt avec ses filles.\n\n{text}\n\nElles étaient belles et sages, et le roi les aimait."
        );
        assert_eq!(skipped(&whole, Level::Sentence), [], "{text}");
    }
}

#[test]
fn a_text_taken_for_the_wrong_language_is_not_skipped_away() {
    let text = "In the beginning God created the heaven and the earth, and the earth was without form.\n\nAnd the Spirit of God moved upon the face of the waters, and there was light.";
    assert_eq!(skipped(text, Level::Sentence), []);
}

//! What holds for any text, in any language, at any level.

use enregard::language::Profile;
use enregard::segment::{Segmentation, detect_language, segment};
use enregard::witness::{Language, Level, Unit};
use proptest::prelude::*;

const LEVELS: [Level; 4] = [
    Level::Clause,
    Level::Sentence,
    Level::Line,
    Level::Paragraph,
];

/// Checks everything that [`Segmentation`] promises.
fn check(text: &str, language: Language, level: Level) {
    let found = segment(text, language, level);
    let place = |what: &str| format!("{what}: {text:?} {language:?} {level:?}");

    // Tokens: increasing, on character boundaries, not empty, with nothing but white space between them and none inside,
    // but for the space that groups a number.
    let mut end = 0;
    for token in &found.tokens {
        let range = token.span.range();
        assert!(
            range.start >= end && range.end > range.start,
            "{}",
            place("tokens")
        );
        assert!(
            text[end..range.start].chars().all(char::is_whitespace),
            "{}",
            place("gap")
        );
        let body = &text[range.clone()];
        assert!(
            !body.starts_with(char::is_whitespace) && !body.ends_with(char::is_whitespace),
            "{}",
            place("space")
        );
        end = range.end;
    }
    assert!(
        text[end..].chars().all(char::is_whitespace),
        "{}",
        place("rest")
    );

    covers(&found, &found.sentences, text, &place);
    covers(&found, &found.clauses, text, &place);
    for (at, unit) in found.sentences.iter().enumerate() {
        assert_eq!(unit.sentence, at as u32, "{}", place("sentence"));
    }
    for clause in &found.clauses {
        let sentence = &found.sentences[clause.sentence as usize];
        assert!(
            clause.tokens.start >= sentence.tokens.start
                && clause.tokens.end <= sentence.tokens.end,
            "{}",
            place("clause")
        );
        assert_eq!(
            (clause.paragraph, &clause.skip),
            (sentence.paragraph, &sentence.skip)
        );
        assert!(sentence.skip.is_none() || clause.span == sentence.span);
    }
    let owners = found.clauses.iter().map(|c| c.sentence);
    assert!(
        owners.clone().is_sorted()
            && owners.max().map_or(0, |n| n + 1) == found.sentences.len() as u32
    );
    for unit in &found.sentences {
        let paragraph = found.paragraphs[unit.paragraph as usize];
        assert!(
            unit.span.start >= paragraph.start && unit.span.end <= paragraph.end,
            "{}",
            place("paragraph")
        );
    }
    if level == Level::Line {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let count = lines.split_terminator('\n').count();
        assert_eq!(found.sentences.len(), count, "{}", place("lines"));
    }
}

/// Units hold every token once, in order, and their spans are those of their tokens.
fn covers(found: &Segmentation, units: &[Unit], text: &str, place: &dyn Fn(&str) -> String) {
    let mut token = 0;
    let mut end = 0;
    for unit in units {
        assert_eq!(unit.tokens.start, token, "{}", place("cover"));
        token = unit.tokens.end;
        assert!(unit.span.start >= end, "{}", place("order"));
        end = unit.span.end;
        let body = &text[unit.span.range()];
        assert_eq!(body, body.trim(), "{}", place("trim"));
        match &found.tokens[unit.tokens.range()] {
            [] => assert!(unit.span.is_empty(), "{}", place("empty")),
            [first, .., last] => {
                assert_eq!(
                    (unit.span.start, unit.span.end),
                    (first.span.start, last.span.end)
                );
            }
            [only] => assert_eq!(unit.span, only.span),
        }
    }
    assert_eq!(
        token as usize,
        found.tokens.len(),
        "{}",
        place("all tokens")
    );
}

fn check_everywhere(text: &str) {
    let unknown = Language::from_code("tlh").expect("a code");
    let known = Profile::all().map(Profile::language);
    for language in known.chain([unknown]) {
        for level in LEVELS {
            check(text, language, level);
        }
    }
    let _ = detect_language(text);
}

/// Pieces that meet in real and in hostile texts.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        " ",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\t",
        "\u{a0}",
        "\u{202f}",
        "\u{2029}",
        "\u{85}",
        "\0",
        "\u{feff}",
        "\u{200b}",
        "\u{ad}",
        "\u{301}",
        "\u{202e}",
        "\u{2066}",
        "\u{600}",
        "\u{1f468}\u{200d}\u{1f469}",
        "🇫🇷",
        "👍🏽",
        "❤️",
        "«",
        "»",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "(",
        ")",
        "[",
        "]",
        "—",
        "-",
        "--",
        ".",
        "...",
        "…",
        "?",
        "!",
        ",",
        ";",
        ":",
        "l’",
        "d'",
        "qu’",
        "aujourd’hui",
        "a-t-il",
        "va-t’en",
        "M.",
        "etc.",
        "J.-C.",
        "U.S.A",
        "c.-à-d.",
        "1",
        "500",
        "1 500",
        "3,14",
        "XIV",
        "n°",
        "@",
        "#",
        "http://",
        "www.a.fr",
        "a@b.fr",
        "Il",
        "mot",
        "Été",
        "don’t",
        "dell’acqua",
        "3. Oktober",
        "date 2020-09",
        "Publié le 3 mai 2020",
        "中文",
        "ไทย",
        "&",
        "_",
        "·",
        "et",
        "mais",
        "The",
        "of",
        "il·elle",
    ])
    .prop_map(str::to_owned);
    prop_oneof![4 => known, 1 => any::<char>().prop_map(String::from), 1 => "[a-zA-Zé’. -]{0,12}"]
}

proptest! {
    #![proptest_config(crate::cases(400))]

    #[test]
    fn any_text_is_covered(text in prop::collection::vec(piece(), 0..40)) {
        check_everywhere(&text.concat());
    }

    #[test]
    fn any_string_is_covered(text in any::<String>()) {
        check_everywhere(&text);
    }

    #[test]
    fn segmentation_does_not_depend_on_what_follows_a_blank_line(text in prop::collection::vec(piece(), 0..20)) {
        // Neither wrapping nor foreign paragraphs are in play: one line, and a language that owns most of the text.
        let line = text.concat().replace(['\n', '\r'], " ");
        let long = "Il y a dans la vie des jours où le ciel est plus haut que la terre. ".repeat(60);
        let alone = segment(&line, Language::FRENCH, Level::Line);
        let both = segment(&format!("{line}\n\n{long}"), Language::FRENCH, Level::Line);
        prop_assert_eq!(&both.tokens[..alone.tokens.len()], &alone.tokens[..]);
    }
}

#[test]
fn hostile_texts_are_covered() {
    const MANY: usize = 20_000;
    for piece in [
        "a",
        "’",
        "l’",
        ".",
        "a.",
        "A.",
        "-",
        "a-",
        "-il",
        "(",
        "»",
        "« ",
        "…-",
        "; ",
        "et ; ",
        ", mais ",
        "1 ",
        "500 ",
        "1.",
        "@",
        "a@",
        "a.b@",
        "http://",
        "#",
        "\u{301}",
        "\u{200b}",
        "\u{600}",
        "\u{200d}👩",
        "🇫",
        "\0",
        "\r",
        "\n",
        " ",
        "date 2020-09 ",
        "2020-09-25 ",
        "\n \n",
        "中",
        "of the ",
        "M. ",
        "etc. ",
        "\"",
        "'",
        "1. (",
        ". (",
    ] {
        let text = piece.repeat(MANY);
        for level in LEVELS {
            check(&text, Language::FRENCH, level);
        }
        let _ = detect_language(&text);
    }
}

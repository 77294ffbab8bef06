//! Any text against itself.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::assert_equal;

/// Pieces that meet in real and in hostile texts.
fn piece() -> impl Strategy<Value = String> {
    let space = prop::sample::select(vec![
        " ", " ", " ", "\n", "\n\n", "\t", "\u{a0}", "\u{202f}",
    ]);
    let signs = prop::sample::select(vec![
        "* * *",
        "***",
        "---",
        "!!!",
        "?!",
        "| | |",
        "|---|---|",
        "```",
        "`",
        "====",
        "…",
        ". . .",
        "...",
        "—",
        "— …",
        "— ?",
        "§",
        "((((",
        "))))",
        "★★★☆☆",
        "😀",
        "👍🏽",
        "👨‍👩‍👧",
        "🇫🇷",
        "🇫🇷🇩🇪",
        "❤️",
        "♪ ♪",
        ":-)",
        ";-)",
        "€",
        "$",
        "%",
        "‰",
        "<",
        ">",
        "=",
        "≠",
        "✓",
        "✗",
        "−",
        "+",
        "±",
        "½",
        "²",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "'",
        "’",
        "’’’",
        "(",
        ")",
        "[1]",
        "{++",
        "{--",
        "{~~",
        "++}",
        "~>",
        "-",
        "--",
        ".",
        ",",
        ";",
        ":",
        "?",
        "!",
        "¿",
        "¡",
        "_",
        "__",
        "**",
        "#",
        "##",
        "- ",
        "1. ",
        "a) ",
        "> ",
        "\\",
        "/",
        "&",
        "@",
        "·",
        "†",
        "‡",
        "¶",
        "。",
        "、",
        "「",
        "」",
        "।",
        "؟",
        "،",
        "\u{301}",
        "\u{200b}",
        "\u{ad}",
        "\u{feff}",
        "\u{202e}",
    ]);
    let words = prop::sample::select(vec![
        "Le",
        "la",
        "mot",
        "été",
        "Été",
        "l’",
        "d'",
        "qu’il",
        "est-il",
        "non",
        "non non non",
        "1",
        "1 500",
        "3,14",
        "XIV",
        "12/03/2020",
        "15 h 30",
        "M.",
        "etc.",
        "J.-C.",
        "n°",
        "https://a.fr/b?c=d",
        "a@b.fr",
        "<b>",
        "</b>",
        "&amp;",
        "the",
        "and",
        "not",
        "Paris",
        "Tiếng Việt",
        "한국어",
        "日本語",
        "中文",
        "ไทย",
        "हिन्दी",
        "קמץ",
        "العربية",
        "ελληνικά;",
        "Ёлка",
        "Å",
        "ﬁn",
        "m²",
        "H₂O",
        "provi-\nseur",
        "août",
        "deuxième",
        "ne pas",
        "Größe",
        "ñandú",
    ]);
    prop_oneof![
        5 => space.prop_map(str::to_owned),
        4 => signs.prop_map(str::to_owned),
        5 => words.prop_map(str::to_owned),
        1 => any::<char>().prop_filter("no text", |&c| c != '\0').prop_map(String::from),
        1 => "[a-zA-Zé’. -]{0,12}",
    ]
}

pub(super) fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::cases(60))]

    #[test]
    fn against_itself(text in text(60)) {
        assert_equal(&text, &text);
    }

    #[test]
    fn with_other_line_ends(text in text(40)) {
        let text = text.replace('\r', "");
        assert_equal(&text, &text.replace('\n', "\r\n"));
    }

    #[test]
    fn decomposed(text in text(40)) {
        let (composed, decomposed) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
        assert_equal(&composed, &decomposed);
    }
}

//! The two rules: what counts is marked in the formats that hold whole texts, what shows is marked in the others.
#![allow(clippy::unwrap_used)]

use enregard::class::Class;
use enregard::export::{ExportOptions, Format};
use enregard::read::{ReadOptions, read_bytes};
use enregard::view::{Layout, ViewOptions, render};
use enregard::witness::{Language, Siglum, TokenIndex};
use enregard::{AlignmentTable, CompareOptions, compare_witnesses};
use proptest::prelude::*;

use super::texts::{texts, uncritic, undiff};
use super::xml::{parse, without_forbidden, witness_text};
use super::{everything, export, with};
use crate::tables::random;

/// The table of two French texts, in which classes are ignored.
fn compared(a: &str, b: &str, ignored: &[Class]) -> AlignmentTable {
    let options = ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    };
    let witness = |n, text: &str| {
        read_bytes(text.into(), "text", Siglum::nth(n), &options)
            .expect("a text")
            .witness
    };
    let options = CompareOptions {
        ignored: ignored.to_vec(),
        ..CompareOptions::default()
    };
    compare_witnesses([witness(0, a), witness(1, b)], &options).unwrap()
}

/// Both texts, as each of the marked formats gives them back.
fn given_back(table: &AlignmentTable, options: &ExportOptions) -> [[String; 2]; 3] {
    let tei = parse(&with(table, Format::Tei, options));
    [
        uncritic(&with(table, Format::CriticMarkup, options)),
        undiff(&with(table, Format::WordDiff, options)),
        ["A", "B"].map(|id| witness_text(&tei, id)),
    ]
}

/// Neither format marks anything.
fn assert_unmarked(table: &AlignmentTable, options: &ExportOptions) {
    let a = &table.witnesses[0].text;
    assert_eq!(with(table, Format::CriticMarkup, options), *a);
    let diff = with(table, Format::WordDiff, options);
    let marked = |line: &&str| line.starts_with(['-', '+']);
    assert_eq!(diff.lines().skip(3).find(marked), None, "{diff}");
    let tei = with(table, Format::Tei, options);
    assert!(!tei.contains("<app"), "{tei}");
}

/// The view says nothing of differences, and the columns do not either.
fn assert_not_shown(table: &AlignmentTable) {
    let options = ExportOptions::default();
    let csv = with(table, Format::Csv, &options);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    for record in reader.records() {
        assert_eq!(&record.expect("CSV")[9], "", "{csv}");
    }
    for layout in [Layout::Side, Layout::Stacked, Layout::Inline, Layout::Table] {
        let mut view = Vec::new();
        let options = ViewOptions {
            layout,
            ..ViewOptions::default()
        };
        render(table, &options, &mut view).expect("a Vec takes everything");
        let view = String::from_utf8(view).expect("UTF-8");
        assert!(!view.contains(['⌊', '{', '~', '<']), "{view}");
    }
    #[cfg(feature = "xlsx")]
    {
        // Without links there is nothing to colour, to list or to count.
        let mut plain = table.clone();
        for row in &mut plain.rows {
            row.links.clear();
        }
        let [coloured, plain] =
            [table, &plain].map(|table| super::written(table, Format::Xlsx, &options));
        assert!(coloured == plain, "{}", table.witnesses[1].text);
    }
}

/// Pairs that differ in nothing that counts, and what is ignored in them.
const ALIKE: [(&str, &str, &[Class]); 9] = [
    // Wrapped at other widths.
    (
        "Le four du boulanger chauffe dès trois heures du matin. La\npâte repose sous un linge blanc. Le mitron balaie la\nfarine.\n",
        "Le four du boulanger chauffe dès\ntrois heures du matin. La pâte repose sous un\nlinge blanc. Le mitron balaie la farine.\n",
        &[],
    ),
    // Ends of lines.
    (
        "Le four est chaud. Le pain lève.\r\n\r\nOn sort à midi.\r\n",
        "Le four est chaud. Le pain lève.\n\nOn sort à midi.\n",
        &[],
    ),
    (
        "Viendra-t-il ? Oui ! Il viendra demain.",
        "Viendra-t-il\u{a0}? Oui\u{202f}! Il viendra demain.",
        &[],
    ),
    (
        "Il viendra demain. Bien.",
        "  Il viendra   demain.\t\nBien. \n\n\n",
        &[],
    ),
    (
        "L’État agit. Le ROI vient “demain”.\n",
        "L'Etat agit. Le roi vient « demain ».\n",
        &[Class::Case, Class::Accent, Class::Typographic],
    ),
    (
        "L’État agit, et le ROI vient demain.\n",
        "L'Etat agit et le roi vient\ndemain.\n",
        &[Class::Case, Class::Accent, Class::Typographic],
    ),
    (
        "Les défis majeurs restent nombreux pour l’État aujourd’hui.",
        "Les défis principaux restent nombreux pour l’État aujourd’hui.",
        &[Class::Wording],
    ),
    (
        "Les ministres parlent aujourd’hui à Paris avec le roi.",
        "Les ministres parlent à Paris avec le roi.",
        &[Class::Omission],
    ),
    (
        "Les ministres parlent à Paris avec le roi.",
        "Les ministres parlent aujourd’hui à Paris avec le roi.",
        &[Class::Addition],
    ),
];

#[test]
fn what_does_not_count_is_marked_nowhere() {
    for (a, b, ignored) in ALIKE {
        let table = compared(a, b, ignored);
        assert!(table.summary().differences.is_empty(), "{a}");
        assert_unmarked(&table, &ExportOptions::default());
        assert_not_shown(&table);
        assert_eq!(
            table
                .rows
                .iter()
                .filter_map(|r| r.similarity)
                .fold(1.0, f64::min),
            1.0
        );
    }
}

#[test]
fn the_page_does_not_paint_what_is_ignored() {
    for (a, b, ignored) in ALIKE {
        let page = export(&compared(a, b, ignored), Format::Html);
        let from = page.find("\"l\":\"").expect("links") + 5;
        let letters = page[from..].split('"').next().expect("letters");
        assert!(letters.chars().all(|c| c == 'e'), "{letters}");
    }
}

#[test]
fn white_space_is_marked_where_typographic_differences_are_to_be_shown() {
    let (a, b) = ("Le pain\r\nlève.\r\n", "Le pain lève.\n");
    let table = compared(a, b, &[]);
    assert_eq!(
        with(&table, Format::CriticMarkup, &everything()),
        "Le pain{~~\r\n~> ~~}lève.{--\r--}\n"
    );
    assert_eq!(export(&table, Format::CriticMarkup), a);
    // Unless these are ignored.
    let table = compared(a, b, &[Class::Typographic]);
    assert_unmarked(&table, &everything());
}

#[test]
fn a_mark_does_not_take_in_the_white_space_beside_it() {
    let table = compared(
        "Les ministres parlent aujourd’hui à Paris avec le roi.",
        "Les ministres parlent\nà Paris avec le roi.",
        &[],
    );
    assert_eq!(
        export(&table, Format::CriticMarkup),
        "Les ministres parlent {--aujourd’hui --}à Paris avec le roi."
    );
}

#[test]
fn words_do_not_run_together_beside_a_difference() {
    let (a, b) = (
        "Nous proposons aujourd’hui d’approuver un programme de mesures.",
        "Nous proposons aujourd’hui de convenir un programme de mesures.",
    );
    let table = compared(a, b, &[]);
    for texts in given_back(&table, &ExportOptions::default()) {
        assert_eq!(texts, [a, b]);
    }
}

#[test]
fn what_counts_is_marked_although_it_does_not_show() {
    let table = compared("Il dit “demain”.", "Il dit « demain ».", &[]);
    let critic = export(&table, Format::CriticMarkup);
    assert!(critic.contains("{~~“~>«"), "{critic}");
    assert!(!table.summary().differences.is_empty() || table.summary().punctuation > 0);
    let csv = export(&table, Format::Csv);
    assert!(!csv.contains('→'), "{csv}");
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

const CLASSES: [&[Class]; 5] = [
    &[],
    &[Class::Typographic],
    &[Class::Case, Class::Wording],
    &[Class::Omission, Class::Addition],
    &[Class::Same, Class::Accent],
];

/// The words of the second witness that have to stand in what is given back, in order: those that count.
fn counted_words(table: &AlignmentTable) -> Vec<&str> {
    let b = &table.witnesses[1];
    let mut passed_over = vec![false; b.tokens.len()];
    for link in table.rows.iter().flat_map(|row| &row.links) {
        for &token in &link.tokens[1] {
            passed_over[token.get()] =
                !link.moved && !table.counts(link) && link.class != Class::Same;
        }
    }
    (0..b.tokens.len())
        .filter(|&t| !passed_over[t])
        .map(|t| b.token_text(TokenIndex::new(t)))
        .collect()
}

/// Whether these words stand in a text in this order.
fn stand_in(words: &[&str], text: &str) -> bool {
    let mut rest = text;
    words.iter().all(|word| match rest.find(word) {
        Some(at) => {
            rest = &rest[at + word.len()..];
            true
        }
        None => false,
    })
}

proptest! {
    #[test]
    fn marked_formats_give_back_what_counts(bytes in prop::collection::vec(any::<u8>(), 0..600), ignored in 0..CLASSES.len()) {
        let mut table = random(&bytes, 2);
        table.ignored = CLASSES[ignored].to_vec();
        let [a, b] = texts(&table).map(|text| without_forbidden(&text));
        for (n, [x, y]) in given_back(&table, &ExportOptions::default()).into_iter().enumerate() {
            let (x, y) = if n == 2 { (x, y) } else { (without_forbidden(&x), without_forbidden(&y)) };
            prop_assert_eq!(&x, &a);
            if table.ignored.is_empty() {
                prop_assert_eq!(without_space(&y), without_space(&b));
            } else {
                let words: Vec<String> = counted_words(&table).into_iter().map(without_forbidden).collect();
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                prop_assert!(stand_in(&words, &y), "{:?} in {:?}", words, y);
            }
        }
        if table.ignored.is_empty() {
            for [x, y] in given_back(&table, &everything()) {
                prop_assert_eq!([without_forbidden(&x), without_forbidden(&y)], [a.clone(), b.clone()]);
            }
        }
    }

    /// Words joined by other white space are marked nowhere.
    #[test]
    fn other_white_space_is_no_difference(words in prop::collection::vec("[a-zé]{1,8}[,.]?", 1..30), gaps in prop::collection::vec((0usize..6, 0usize..6), 30)) {
        const GAPS: [&str; 6] = [" ", "\n", "\r\n", "\u{a0}", "  ", "\n\t"];
        let joined = |of: fn(&(usize, usize)) -> usize| -> String {
            let parts = words.iter().zip(&gaps);
            parts.map(|(word, gap)| format!("{word}{}", GAPS[of(gap)])).collect()
        };
        let table = compared(&joined(|gap| gap.0), &joined(|gap| gap.1), &[]);
        let [a, b] = texts(&table);
        for [x, y] in given_back(&table, &ExportOptions::default()) {
            prop_assert_eq!(&x, &a);
            prop_assert_eq!(without_space(&y), without_space(&b));
        }
        if table.summary().differences.is_empty() && table.summary().punctuation == 0 && table.rows.iter().all(|row| !row.moved) {
            assert_unmarked(&table, &ExportOptions::default());
        }
        for [x, y] in given_back(&table, &everything()) {
            prop_assert_eq!([&x, &y], [&a, &b]);
        }
    }
}

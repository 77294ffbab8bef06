//! Numbers of passages in small texts.

use super::{Numbering, numbered};
use crate::witness::Language;

/// What passages are called, and how they begin.
fn named<'t>(text: &'t str, examples: &[&str]) -> Vec<(String, &'t str)> {
    let numbering = |example: &&str| Numbering::from_example(example).expect("a number");
    let numberings: Vec<Numbering> = examples.iter().map(numbering).collect();
    let found = numbered(text, &numberings, Language::FRENCH);
    let labels = found.labels.into_iter();
    labels
        .map(|label| {
            let words = text[label.span.range()].split_whitespace();
            (label.name, words.into_iter().next().unwrap_or_default())
        })
        .collect()
}

fn names(text: &str, examples: &[&str]) -> Vec<String> {
    let named = named(text, examples).into_iter();
    named.map(|(name, _)| name).collect()
}

#[test]
fn numbers_of_verses_in_running_text() {
    let text = "1 Au soir il vint. 2 Elle prit 3 pains, 3 et 40 jours passèrent. 4 En 1972 il revint, \
                5 Seul. 7 Le 6 n’est plus là.";
    assert_eq!(
        named(text, &["12"]),
        [
            ("1", "Au"),
            ("2", "Elle"),
            ("3", "et"),
            ("4", "En"),
            ("5", "Seul."),
            ("7", "Le")
        ]
        .map(|(name, word)| (name.to_owned(), word))
    );
    let glued = "1Au soir il vint. 2Elle dormait. 3Et 3D fut. 4À l’aube 5Il partit.";
    assert_eq!(names(glued, &["12"]), ["1", "2", "3", "4", "5"]);
    let raised = "¹ Au soir il vint. ² Elle dormait, ³ et il partit.";
    assert_eq!(names(raised, &["¹²"]), ["1", "2", "3"]);
    let bracketed = "[1] Au soir [2] elle [1972] dormait, [3-4] et il [5] partit.";
    assert_eq!(names(bracketed, &["[12]"]), ["1", "2", "3-4", "5"]);
    let chapters = "1,1 Au soir il vint. 1,2 Elle prit 1,5 litre. 2,1 Et il partit. 2,2 Seul.";
    assert_eq!(names(chapters, &["1,3"]), ["1,1", "1,2", "2,1", "2,2"]);
}

#[test]
fn the_number_of_a_verse_that_is_left_out_stands_alone() {
    let text = "14 Au soir il vint.\n15 Elle dormait.\n16\n17 Et il partit.\n18 Seul.\n\n2\n\n1 Au matin\n2 il revint.";
    let numbering = Numbering::from_example("12").expect("a number");
    let found = numbered(text, &[numbering], Language::FRENCH);
    let refs = found.refs.iter().map(|span| &text[span.range()]);
    assert_eq!(
        refs.collect::<Vec<_>>(),
        ["14", "15", "16", "17", "18", "1", "2"]
    );
    let labels = found.labels.iter().map(|label| label.name.as_str());
    assert_eq!(
        labels.collect::<Vec<_>>(),
        ["14", "15", "17", "18", "1", "2"]
    );
}

#[test]
fn verses_begin_anew_in_every_chapter() {
    let chapter = "1 Au soir il vint. 2 Elle dormait. 3 Et il partit. 4 Seul.\n";
    let text = format!("Chapitre premier\n{chapter}\nChapitre II\n{chapter}");
    assert_eq!(
        names(&text, &["12"]),
        ["1", "2", "3", "4", "1", "2", "3", "4"]
    );
    let both = names(&text, &["Chapitre IV", "12"]);
    assert_eq!(both[..2], ["Chapitre 1:1", "Chapitre 1:2"]);
    assert_eq!(both[4..6], ["Chapitre 2:1", "Chapitre 2:2"]);
}

#[test]
fn articles_and_what_they_are_spoken_of() {
    let text = "Art. 1er. – Le prix est fixé selon\nl’article 5.\nART. 2 : Le terme de l’art. 3 court.\n\n\
                Art. 2 bis\nIl court encore.\n\nTitre II\n\nArticle L. 3\nIl finit.\n\nArt. 3\nFin.";
    assert_eq!(
        named(text, &["Art. 5|Article 5"]),
        [
            ("Art. 1", "Le"),
            ("Art. 2", "Le"),
            ("Art. 2 bis", "Il"),
            ("Art. 3", "Fin.")
        ]
        .map(|(name, word)| (name.to_owned(), word))
    );
    let code =
        "Article L. 121-1\nLe bail court.\n\nArticle L121-1-2\nIl finit.\n\nArticle R. 1-1\nNon.";
    assert_eq!(
        names(code, &["Article L. 121-1"]),
        ["Article L. 121-1", "Article L. 121-1-2"]
    );
    let signs = "§ 1 Der Kauf. Er gilt nach § 5 nicht. §2 Der Preis. § 3a Der Rest.";
    assert_eq!(names(signs, &["§ 4"]), ["§ 1", "§ 2", "§ 3a"]);
    let parts = "Art. 1\n(1) Le prix.\n(2) Le terme (3).\nArt. 2\n(1) Fin.";
    assert_eq!(
        names(parts, &["Art. 5", "(1)"]),
        ["Art. 1:1", "Art. 1:2", "Art. 2:1"]
    );
}

#[test]
fn numbers_that_are_text() {
    for text in [
        "1972 fut une année. En 1973 il revint, et 3 hommes avec lui.",
        "Il acheta 1 pain et 2 pommes.",
        "Il reste 12 lits.",
        "3 hommes vinrent le soir.\n40 jours passèrent ainsi.",
        "",
        "12",
    ] {
        assert_eq!(names(text, &["12"]), [""; 0], "{text}");
    }
    assert_eq!(
        names("12. Il vint.\n13. Il partit.", &["12."]),
        ["12", "13"]
    );
}

#[test]
fn a_heading_between_two_passages_is_in_neither() {
    let text = "1 Au soir il vint.\nIl dormit.\n\nLe deuxième jour\n\n2 Il partit.";
    let found = numbered(
        text,
        &[Numbering::from_example("12").expect("a number")],
        Language::FRENCH,
    );
    let passages = found.labels.iter().map(|label| &text[label.span.range()]);
    assert_eq!(
        passages.collect::<Vec<_>>(),
        ["Au soir il vint.\nIl dormit.", "Il partit."]
    );
}

#[test]
fn examples_without_a_number_are_refused() {
    for example in ["", "*", "verset", "12|", "1,2,3,4,5"] {
        let refused = Numbering::from_example(example)
            .expect_err("refused")
            .to_string();
        assert!(refused.contains("write a number as it stands"), "{refused}");
    }
}

#[test]
fn numbers_that_repeat_that_of_the_larger_part_are_told_once() {
    let psalm = "Psaume 23\n23:1 Au soir il vint.\n23:2 Elle dormait.\n\nPsaume 24\n24:1 Et il partit.\n24:2 Seul.\n";
    assert_eq!(
        names(psalm, &["Psaume 23", "23:1"]),
        ["Psaume 23:1", "Psaume 23:2", "Psaume 24:1", "Psaume 24:2"]
    );
    let other = "Art. 2\n1.1 Au soir il vint.\n1.2 Elle dormait.\n";
    assert_eq!(
        names(other, &["Art. 5", "1.1"]),
        ["Art. 2:1.1", "Art. 2:1.2"]
    );
}

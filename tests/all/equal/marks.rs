//! Differences of marks and spaces: what of them shows, and when.

use enregard::class::Class;
use enregard::view::{ViewOptions, render};
use enregard::witness::Level;

use super::compared;

/// The rows of the stacked view without their margin: one where nothing differs.
fn shown(a: &str, b: &str, options: &ViewOptions) -> Vec<String> {
    let mut page = Vec::new();
    render(&compared(a, b, Level::Sentence), options, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    let rows = page.lines().filter(|line| line.contains(" ¶ "));
    rows.filter_map(|line| Some(line.split_once(" ¶ ")?.1.to_owned()))
        .collect()
}

#[test]
fn a_sentence_that_asks_is_seen() {
    for (a, b, in_a, in_b) in [
        (
            "Il viendra demain.",
            "Il viendra demain ?",
            "demain~.",
            "demain ~?",
        ),
        (
            "Il viendra demain !",
            "Il viendra demain.",
            "demain ~!",
            "demain~.",
        ),
        (
            "Il viendra demain…",
            "Il viendra demain.",
            "demain~…",
            "demain~.",
        ),
        ("He will come.", "He will come?", "come~.", "come~?"),
        (
            "« Il viendra ? »",
            "« Il viendra. »",
            "viendra ~? »",
            "viendra~. »",
        ),
        (
            "Vient-il demain ?",
            "Vient-il demain",
            "demain {?}",
            "demain",
        ),
        // What is print alone.
        (
            "Il viendra demain…",
            "Il viendra demain...",
            "demain…",
            "demain...",
        ),
        (
            "Il viendra demain. . .",
            "Il viendra demain…",
            "demain. . .",
            "demain…",
        ),
        (
            "Il viendra demain !!!",
            "Il viendra demain !",
            "demain !!!",
            "demain !",
        ),
        (
            "Il viendra demain.",
            "Il viendra demain",
            "demain.",
            "demain",
        ),
        (
            "Il viendra demain ;",
            "Il viendra demain.",
            "demain ;",
            "demain.",
        ),
        (
            "Ah ! dit-il, bon.",
            "Ah, dit-il, bon.",
            "Ah ! dit",
            "Ah, dit",
        ),
    ] {
        let rows = shown(a, b, &ViewOptions::default());
        assert!(
            rows[0].contains(in_a) && rows[rows.len() - 1].contains(in_b),
            "{rows:?}"
        );
    }
}

#[test]
fn spaces_beside_marks_show_when_asked_for() {
    let all = ViewOptions {
        quiet: Vec::new(),
        ..ViewOptions::default()
    };
    for (a, b, in_a, in_b) in [
        ("Viens-tu ?", "Viens-tu?", "tu ~?", "tu~?"),
        (
            "Viens-tu\u{202f}?",
            "Viens-tu\u{a0}?",
            "tu\u{202f}~?",
            "tu\u{a0}~?",
        ),
        ("« Bien »", "«Bien»", "~« Bien ~»", "~«Bien~»"),
        (
            "Il dit : “ok”.",
            "Il dit:“ok”.",
            "dit ~: ~“ok”.",
            "dit~:~“ok”.",
        ),
        ("Un mot — deux.", "Un mot—deux.", "mot ~— deux", "mot~—deux"),
        ("Non,oui.", "Non, oui.", "Non,~oui", "Non, ~oui"),
        (
            "Les dix\u{a0}mots.",
            "Les dix mots.",
            "dix\u{a0}~mots",
            "dix ~mots",
        ),
        // A line that is wrapped there.
        (
            "Les dix mots, donc.",
            "Les dix\nmots, donc.",
            "Les dix mots, donc.",
            "Les dix mots, donc.",
        ),
    ] {
        let rows = shown(a, b, &all);
        assert!(
            rows[0].contains(in_a) && rows[rows.len() - 1].contains(in_b),
            "{rows:?}"
        );
        let table = compared(a, b, Level::Sentence);
        let marks = rows[0].matches('~').count();
        let counted = |quiet| {
            table
                .summary_showing(quiet)
                .differences
                .get(&Class::Typographic)
                .copied()
        };
        assert_eq!(counted(&[]).unwrap_or(0), marks, "{a:?}");
        assert_eq!(counted(&[Class::Typographic]), None);
        assert!(
            shown(a, b, &ViewOptions::default())
                .iter()
                .all(|row| !row.contains('~'))
        );
    }
}

#[test]
fn how_words_are_printed_does_not_lower_the_similarity() {
    for (a, b) in [
        (
            "L’été d’avant, l’homme n’est qu’un roi.",
            "L'été d'avant, l'homme n'est qu'un roi.",
        ),
        ("« Bien », dit-il — enfin…", "\"Bien\", dit-il – enfin..."),
        ("Il a 1 500 ans.", "Il a 1\u{202f}500 ans."),
        ("Vient-il ?", "Vient-il."),
    ] {
        let table = compared(a, b, Level::Sentence);
        assert_eq!(table.rows[0].similarity, Some(1.0), "{a}");
    }
    let table = compared("Il vint le soir.", "Il vint le matin.", Level::Sentence);
    assert_eq!(table.rows[0].similarity, Some(0.75));
}

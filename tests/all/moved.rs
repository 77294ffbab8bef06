//! Where moved rows went is told in the order of the text that has them there.

use crate::cli::Folder;

const SENTENCES: [&str; 10] = [
    "Le marché commence à l’aube sur la grande place.",
    "Les poissonniers crient le prix des sardines.",
    "Une marchande de fleurs arrange ses bouquets de dahlias.",
    "Un vieux cheval tire la charrette du brasseur.",
    "Deux gendarmes surveillent la fontaine en bâillant.",
    "Vers midi, tout le monde replie ses tréteaux.",
    "Le curé traverse la rue avec son parapluie.",
    "Des enfants ramassent les pommes tombées.",
    "La pluie lave enfin les pavés gras.",
    "Le balayeur passe le dernier.",
];

/// The view of the sentences against themselves in another order.
fn shown(order: [usize; 10], options: &str) -> String {
    let folder = Folder::new();
    folder.put("a.txt", SENTENCES.join(" "));
    folder.put("b.txt", order.map(|n| SENTENCES[n]).join(" "));
    folder
        .run(&format!("a.txt b.txt --view stacked --width 200 {options}"))
        .stdout
}

#[test]
fn moved_rows_are_told_in_the_order_of_the_other_text() {
    for (order, here, there) in [
        // A block as it stood.
        (
            [0, 1, 5, 6, 7, 8, 9, 2, 3, 4],
            "here B has rows 3–5",
            "B has rows 3–5 after row 10",
        ),
        // Two of its parts have changed places.
        (
            [0, 1, 5, 6, 7, 8, 9, 4, 2, 3],
            "here B has rows 5, 3–4",
            "B has rows 5, 3–4 after row 10",
        ),
        (
            [0, 1, 2, 9, 8, 3, 4, 5, 6, 7],
            "here B has rows 10, 9",
            "B has rows 10, 9 after row 3",
        ),
        // Rows from two places.
        (
            [0, 2, 3, 4, 5, 6, 8, 9, 7, 1],
            "here B has rows 8, 2",
            "B has this after row 10",
        ),
    ] {
        let text = shown(order, "");
        assert!(
            text.contains(here) && text.contains(there),
            "{order:?}: {text}"
        );
    }
}

#[test]
fn of_rows_that_are_left_out_nothing_is_told() {
    let text = shown([0, 1, 5, 6, 7, 8, 9, 4, 2, 3], "--rows 3,5,10");
    assert!(text.contains("here B has rows 5, 3\n"), "{text}");
}

/// The words of the first text that bear signs, of two sentences.
fn signed(language: &str, a: &str, b: &str) -> String {
    let folder = Folder::new();
    folder.put("a.txt", format!("{a}\n"));
    folder.put("b.txt", format!("{b}\n"));
    let options = format!("--lang {language} --view stacked --marks all --width 200");
    let shown = folder.run(&format!("a.txt b.txt {options}")).stdout;
    let first = shown.lines().find_map(|line| line.strip_prefix(" 1  A ¶ "));
    first.unwrap_or_else(|| panic!("{shown}")).replace('~', "")
}

#[test]
fn words_of_a_question_stay_linked_where_it_is_put_otherwise() {
    for (language, a, b, signs) in [
        (
            "fr",
            "Quand ne dormez-vous pas ?",
            "Quand vous ne dormez pas ?",
            "<-vous>",
        ),
        (
            "fr",
            "Ne la verra-t-elle plus ?",
            "Elle ne la verra plus ?",
            "<-t-elle>",
        ),
        ("fr", "N’est-ce pas beau ?", "Ce n’est pas beau ?", "<-ce>"),
        (
            "fr",
            "Y croyez-vous encore ?",
            "Vous y croyez encore ?",
            "<-vous>",
        ),
        (
            "fr",
            "Où étaient-elles passées ?",
            "Elles étaient passées où ?",
            "<Où",
        ),
        (
            "fr",
            "Combien en vendra-t-on ?",
            "On en vendra combien ?",
            "<Combien>",
        ),
        (
            "es",
            "¿Cuándo no duermes tú?",
            "¿Cuándo tú no duermes?",
            "<tú>",
        ),
        (
            "it",
            "Dove erano finiti loro?",
            "Loro erano finiti dove?",
            "<Dove>",
        ),
        (
            "pt",
            "Por que não dormes tu?",
            "Por que tu não dormes?",
            "<tu>",
        ),
        (
            "de",
            "Warum schläfst du nicht?",
            "Warum du nicht schläfst?",
            "<du nicht>",
        ),
        (
            "nl",
            "Waarom slaap je niet?",
            "Waarom je niet slaapt?",
            "<je niet>",
        ),
        (
            "en",
            "Where have they slept?",
            "They have slept where?",
            "<Where",
        ),
    ] {
        let shown = signed(language, a, b);
        assert!(shown.contains(signs) && !shown.contains('{'), "{shown}");
    }
    // What joins sentences, or belongs to the word behind it, is not the same word elsewhere.
    for (a, b) in [
        ("Et elle dormait, il lisait.", "Elle dormait et il lisait."),
        (
            "La mère de Jean et Luc dort.",
            "La mère Jean et de Luc dort.",
        ),
    ] {
        assert!(!signed("fr", a, b).contains('<'));
    }
}

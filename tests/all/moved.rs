//! Where moved rows went is told in the order of the text that has them there.

use enregard::witness::Level;

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

#[test]
fn a_clause_moved_over_a_paragraph_moves_alone() {
    for (language, texts, clause) in [
        (
            "en",
            [
                "The ferry left at noon, while the gulls were circling the harbour. Nobody waved.\n\nThe old pilot lit his pipe. He smiled.\n",
                "The ferry left at noon. Nobody waved.\n\nThe old pilot lit his pipe, while the gulls were circling the harbour. He smiled.\n",
            ],
            "while the gulls were circling the harbour",
        ),
        (
            "en",
            [
                "The porter waited outside; the tower clock struck eleven over the empty square. She slept.\n\nNobody came. They left.\n",
                "The porter waited outside. She slept.\n\nNobody came; the tower clock struck eleven over the empty square. They left.\n",
            ],
            "the tower clock struck eleven over the empty square",
        ),
        (
            "fr",
            [
                "La pluie tombait sans cesse depuis trois jours. Le meunier ferma sa porte.\n\nSa femme compta les sacs, tandis que le vent secouait les volets. Les enfants dormaient.\n",
                "La pluie tombait sans cesse depuis trois jours, tandis que le vent secouait les volets. Le meunier ferma sa porte.\n\nSa femme compta les sacs. Les enfants dormaient.\n",
            ],
            "tandis que le vent secouait les volets",
        ),
        (
            "es",
            [
                "El rey firmó el tratado, porque su ejército había perdido la batalla. La reina lloró.\n\nEl mensajero partió hacia la costa. Llovía.\n",
                "El rey firmó el tratado. La reina lloró.\n\nEl mensajero partió hacia la costa, porque su ejército había perdido la batalla. Llovía.\n",
            ],
            "porque su ejército había perdido la batalla",
        ),
        (
            "de",
            [
                "Der Müller schlief; die Glocken der Stadt läuteten weit über das Land. Ein Hund bellte.\n\nDie Magd sang. Es schneite.\n",
                "Der Müller schlief. Ein Hund bellte.\n\nDie Magd sang; die Glocken der Stadt läuteten weit über das Land. Es schneite.\n",
            ],
            "die Glocken der Stadt läuteten weit über das Land",
        ),
    ] {
        for [a, b] in [texts, [texts[1], texts[0]]] {
            let table = crate::compared::table(language, Level::Sentence, [a, b]);
            let rows: Vec<[Vec<u32>; 2]> = table
                .rows
                .iter()
                .map(|row| [0, 1].map(|w| row.cells[w].iter().map(|unit| unit.0).collect()))
                .collect();
            let straight: Vec<[Vec<u32>; 2]> = (0..4).map(|n| [vec![n], vec![n]]).collect();
            assert_eq!(rows, straight, "{a} {b}");
            assert!(table.rows.iter().all(|row| !row.moved));
            // It is told where it went.
            let [quotation] = &table.quotations[..] else {
                panic!("{:?} of {a}", table.quotations);
            };
            for passage in &quotation.passages {
                let witness = &table.witnesses[passage.witness];
                assert_eq!(witness.slice(passage.span), clause);
            }
            assert_ne!(quotation.rows[0], quotation.rows[1]);
        }
    }
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

#[test]
fn a_phrase_that_moved_is_marked_as_one() {
    let folder = Folder::new();
    folder.put(
        "a.txt",
        "The storm raged in America, Europe, and Asia, and covered ten miles of the wide sea with its clouds.\n",
    );
    folder.put(
        "b.txt",
        "The storm covered ten miles of the wide sea with its clouds, and raged in America and Europe and Asia.\n",
    );
    let shown = folder.run("a.txt b.txt --view stacked --width 200").stdout;
    for phrase in [
        "<raged in America, Europe, and Asia>",
        "<raged in America and Europe and Asia>",
    ] {
        assert!(shown.contains(phrase), "{shown}");
    }
}

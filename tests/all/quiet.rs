//! What is left unsaid: rows that are the same, differences that merely follow others.
#![allow(clippy::unwrap_used)]

use enregard::select::Marks;
use enregard::table::{Fact, FactKind, RowNumber};
use enregard::view::{self, Colours, Depth, Signs, Theme, ViewOptions};
use enregard::witness::{Level, TokenIndex};

use crate::cli::Folder;
use crate::tables::marked::{row, table};

/// Forty sentences of which no two have the same first word.
fn book() -> String {
    let words = "abricot balcon cerise docteur écureuil fagot gazon hameau index jardin kiosque lampe marin navire oiseau \
                 panier quai rivage savon tambour usine vallon wagon xérès yacht zèbre armoire bouteille chaise désert \
                 enclume forêt galet hibou insecte jambon képi lavoir moulin neige";
    let sentence = |word| format!("Le mot {word} se trouve écrit sur cette page du grand livre. ");
    words.split_whitespace().map(sentence).collect()
}

#[test]
fn rows_that_are_the_same_are_folded_where_that_is_asked_for() {
    let folder = Folder::new();
    folder.put("a.txt", book());
    folder.put(
        "b.txt",
        book().replace("oiseau se trouve", "oiseau se voit"),
    );
    let shown = |arguments: &str| folder.run(&format!("a.txt b.txt {arguments}")).stdout;
    for view in ["side", "stacked", "inline", "table"] {
        let all = shown(&format!("--view {view} --width 200"));
        assert!(all.contains("abricot") && all.contains("neige"), "{all}");
        assert_eq!(
            shown(&format!("--view {view} --width 200 --fold=never")),
            all
        );
        let some = shown(&format!("--view {view} --width 200 --fold"));
        for part in ["… 11 sentences the same …", "… 22 sentences the same …"] {
            assert!(some.contains(part), "{view} {part}: {some}");
        }
        for (word, stands) in [
            ("kiosque", false),
            ("lampe", true),
            ("voit", true),
            ("rivage", true),
            ("savon", false),
        ] {
            assert_eq!(some.contains(word), stands, "{view} {word}: {some}");
        }
        assert!(some.contains("\n15 "), "rows keep their numbers: {some}");
    }
    let one = shown("--fold=1");
    assert!(one.contains("… 13 sentences the same …") && one.contains("panier"));
    assert!(!shown("--fold=0").contains("panier"));
    // A row that is folded alone would save nothing.
    assert!(!shown("--fold=13").contains("… 1 sentence the same …"));
    assert!(
        folder
            .trouble("a.txt b.txt --fold=some")
            .contains("or never")
    );
}

#[test]
fn what_is_the_same_in_both_is_printed_once() {
    let folder = Folder::new();
    let run = folder.run("a.txt b.txt --width 80");
    let count = |part| run.stdout.matches(part).count();
    assert_eq!((count("sont prises"), count("voisins")), (2, 1), "{run:?}");
    assert!(run.stdout.contains(" 2  =   Le dialogue"), "{run:?}");
    // Side by side both columns have it.
    let side = folder.run("a.txt b.txt --view side --width 200").stdout;
    assert_eq!(side.matches("voisins").count(), 2, "{side}");
}

#[test]
fn texts_with_the_same_words_are_answered_in_a_line() {
    let folder = Folder::new();
    let text = "L'été fut court, et l'hiver trop long.\nLa neige tomba enfin sur le village.\n";
    folder.put("a.txt", text);
    let typographic = "have the same words: 2 sentences; only";
    for (other, options, said) in [
        (text.to_owned(), "", "are the same text: 2 sentences\n"),
        (
            text.replace(' ', "\n"),
            "",
            "are the same text: 2 sentences; only line ends, spaces",
        ),
        (text.replace('\'', "’"), "", typographic),
        (
            text.replace("enfin", "ENFIN"),
            "--ignore case",
            "are the same text but for what --ignore names: 2",
        ),
    ] {
        folder.put("b.txt", other);
        let run = folder.run(&format!("a.txt b.txt --lang fr {options}"));
        let (code, line) = (run.code, run.stdout.as_str());
        assert_eq!((code, line.lines().count()), (Some(0), 1), "{run:?}");
        assert!(
            line.starts_with("A and B ") && line.contains(said),
            "{line}"
        );
        assert_eq!(run.stderr, "", "said twice");
        // Whoever names a view, or rows, wants the text.
        for asked in [
            "--view side",
            "--rows 1-2",
            "--show-typographic",
            "--fold=never",
        ] {
            let run = folder.run(&format!("a.txt b.txt --lang fr {options} {asked}"));
            assert!(run.stdout.contains("neige"), "{asked}: {run:?}");
        }
    }
    for other in [
        text.replace("neige", "grêle"),
        text.replace("enfin", "ENFIN"),
        format!("{text}Le printemps revint.\n"),
        String::new(),
    ] {
        folder.put("b.txt", other);
        let run = folder.run("a.txt b.txt --lang fr");
        assert!(run.stdout.contains("has a counterpart"), "{run:?}");
    }
}

#[test]
fn what_is_so_of_several_texts_is_said_once() {
    let folder = Folder::new();
    let text = "L'été fut court, et l'hiver trop long. La neige tomba enfin sur le village.\n";
    for name in ["a.txt", "b.txt", "c.txt"] {
        folder.put(name, text);
    }
    let run = folder.run("a.txt b.txt c.txt --lang fr");
    assert_eq!(run.stdout, "A, B and C are the same text: 2 sentences\n");
    assert_eq!(run.stderr, "");
    folder.put("c.txt", text.replace("été", "automne"));
    let run = folder.run("a.txt b.txt c.txt --lang fr");
    assert!(run.stdout.contains("automne"), "{run:?}");
    assert!(
        run.stderr.ends_with("A and B are the same text\n"),
        "{run:?}"
    );
    // One that lacks a sentence is not the same.
    folder.put("c.txt", "La neige tomba enfin sur le village.\n");
    let run = folder.run("a.txt b.txt c.txt --lang fr");
    assert!(run.stdout.contains("court"), "{run:?}");
    folder.put(
        "d.txt",
        "The summer was short, and the winter far too long. The snow fell at last on the village.\n",
    );
    let run = folder.run("a.txt b.txt c.txt d.txt --lang A=fr --lang B=fr --lang C=fr --lang D=en");
    let languages = "A, B and C are in French, D in English; the languages differ";
    assert_eq!(
        run.stderr.matches("the languages differ").count(),
        1,
        "{run:?}"
    );
    assert!(run.stderr.contains(languages), "{run:?}");
}

/// The first cell of a table's first row, without colours.
fn marked(a: &str, b: &str, marks: Marks, unsure: &[usize], facts: &[u32]) -> String {
    let mut table = table(Level::Sentence, &[row(a, b)]);
    for &link in unsure {
        table.rows[0].links[link].probability = 0.5;
    }
    table.facts = facts
        .iter()
        .map(|&token| Fact {
            row: RowNumber(1),
            kind: FactKind::Negation,
            tokens: vec![vec![TokenIndex(token)], vec![]],
            witnesses: [0, 1].into(),
        })
        .collect();
    let options = ViewOptions {
        marks,
        ..ViewOptions::default()
    };
    let mut out = Vec::new();
    view::render(&table, &options, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let cell = text.lines().find_map(|line| line.strip_prefix(" 1  A ¶ "));
    cell.unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[test]
fn few_marks_leave_out_what_merely_follows() {
    let few = |a, b, unsure: &[usize], facts: &[u32]| marked(a, b, Marks::Few, unsure, facts);
    // An article follows its noun, and what stands before it as well; one that is another word does not.
    let article = (
        "Il voit {w4:de} {i1:la} {w2:maison} jaune {w3:un} jour {-5:et}",
        "Il voit {w4:à} {i1:le} {w2:logis} jaune {w3:ce} jour",
    );
    assert_eq!(
        marked(article.0, article.1, Marks::All, &[], &[]),
        "Il voit ⌊de⌋ ~la ⌊maison⌋ jaune ⌊un⌋ jour {et}"
    );
    assert_eq!(
        few(article.0, article.1, &[], &[]),
        "Il voit de la ⌊maison⌋ jaune ⌊un⌋ jour et"
    );
    // Where small words are all that differs they are marked, sure or not.
    for unsure in [&[][..], &[2]] {
        assert_eq!(
            few(
                "Il voit {w3:un} jour {-1:et}",
                "Il voit {w3:ce} jour",
                unsure,
                &[]
            ),
            "Il voit ⌊un⌋ jour {et}"
        );
    }
    // One that is perhaps not what stands there instead is none either, beside others that differ.
    assert_eq!(
        few(
            "Il voit {w3:un} jour {w1:clair}",
            "Il voit {w3:ce} jour {w1:gris}",
            &[2],
            &[]
        ),
        "Il voit un jour ⌊clair⌋"
    );
    // A fact stays, whatever it follows.
    let negation = ("Il {-1:ne} {w2:vient} là", "Il {w2:arrive} là");
    assert_eq!(few(negation.0, negation.1, &[], &[]), "Il ne ⌊vient⌋ là");
    assert_eq!(
        few(negation.0, negation.1, &[], &[1]),
        "Il {⚑ne} ⌊vient⌋ là"
    );
    // A capital that the place gives follows from that; where both stand first, it is a choice.
    assert_eq!(
        few(
            "Oui{t3:,} {c1:mais} le, {c2:Roi} dort",
            "Oui{t3:.} {c1:Mais} le, {c2:roi} dort",
            &[],
            &[]
        ),
        "Oui, mais le, ~Roi dort"
    );
    assert_eq!(
        few("{c1:Mais} il dort", "{c1:mais} il dort", &[], &[]),
        "~Mais il dort"
    );
    // Words that differ are marked, sure or not.
    assert_eq!(
        few("Un {w1:logis}", "Un {w1:palais}", &[1], &[]),
        "Un ⌊logis⌋"
    );
}

#[test]
fn in_colour_signs_stand_where_words_of_one_colour_touch() {
    let table = table(
        Level::Sentence,
        &[row(
            "Il {w1:bâtit} {w2:demain} la {w3:tour} {i4:haute}",
            "Il {w1:élève} {w2:bientôt} la {w3:flèche} {i4:hautes}",
        )],
    );
    let shown = |signs, colours| {
        let options = ViewOptions {
            signs,
            colours,
            ..ViewOptions::default()
        };
        let mut out = Vec::new();
        view::render(&table, &options, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        text.lines()
            .find(|line| line.contains("bâtit"))
            .unwrap()
            .to_owned()
    };
    let colours = Colours::Themed(Theme::Terminal, Depth::Sixteen);
    let auto = shown(Signs::Auto, colours);
    let brackets = |line: &str| line.chars().filter(|&c| c == '⌊' || c == '~').count();
    assert_eq!(brackets(&auto), 2, "{auto}");
    assert_eq!(brackets(&shown(Signs::Auto, Colours::None)), 4);
    assert_eq!(brackets(&shown(Signs::Always, colours)), 4);
    assert_eq!(brackets(&shown(Signs::Never, colours)), 0);
    assert_eq!(brackets(&shown(Signs::Never, Colours::None)), 0);
}

#[test]
fn signs_of_the_text_are_told_apart_from_those_of_the_view() {
    let folder = Folder::new();
    let text = "Il écrivit ⌊sic⌋ et {rien} puis ~dix <mots> et \\ ⚑là.\n";
    folder.put("a.txt", text);
    folder.put("b.txt", text.replace("~dix", "~onze"));
    let shown = |options: &str| {
        folder
            .run(&format!("a.txt b.txt --width 200 --lang fr {options}"))
            .stdout
    };
    for view in ["side", "stacked", "inline", "table"] {
        let plain = shown(&format!("--view {view}"));
        assert!(
            plain.contains("\\⌊sic\\⌋") && plain.contains("\\\\"),
            "{view}: {plain}"
        );
        // Also where the view happens to have none.
        assert!(
            plain.contains("\\<mots\\>") && plain.contains("\\{rien\\}"),
            "{view}: {plain}"
        );
        for apart in ["--color always", "--signs never"] {
            let plain = shown(&format!("--view {view} {apart}"));
            assert!(
                !plain.contains("\\⌊") && plain.contains("⌊sic⌋"),
                "{view} {apart}: {plain}"
            );
        }
    }
}

#[test]
fn words_whose_partners_stand_in_another_order_are_numbered() {
    let shown = |a: &str, b: &str| {
        let mut out = Vec::new();
        let table = table(Level::Sentence, &[row(a, b)]);
        view::render(&table, &ViewOptions::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let text = shown(
        "Un {mw1:gros} {mw2:chat} dort {w3:ici}",
        "Un {mw2:matou} {mw1:gras} dort {w3:là}",
    );
    assert!(text.contains("<⌊gros⌋¹ ⌊chat⌋²>"), "{text}");
    assert!(text.contains("<⌊matou⌋² ⌊gras⌋¹>"), "{text}");
    assert!(
        text.contains("⌊ici⌋\n") && text.contains("which stands for which"),
        "{text}"
    );
    let text = shown("Un {w1:gros} {w2:chat}", "Un {w1:gras} {w2:matou}");
    assert!(!text.contains('¹'), "{text}");
}

#[test]
fn two_languages_have_no_words_compared() {
    let folder = Folder::new();
    folder.put("a.txt", "The old king was in the garden with his dog. He gave no answer to the man from Lisbon. It was the 3 of May.\n");
    folder.put("b.txt", "Le vieux roi était dans le jardin avec son chien. Il ne donna pas de réponse à l’homme de Lisbonne. C’était le 3 mai.\n");
    let run = folder.run("a.txt b.txt --width 120");
    assert!(
        run.stderr.contains(
            "A is in English, B in French; the languages differ, so sentences are aligned and no words compared"
        ),
        "{run:?}"
    );
    assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
    assert!(!run.stdout.contains(['⌊', '~', '⚑', '<']), "{run:?}");
    assert!(!run.stdout.contains("the same text"), "{run:?}");
    assert_eq!(folder.run("a.txt b.txt --exit-code").code, Some(1));
    let json = folder.run("a.txt b.txt --format json").stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["facts"], serde_json::json!([]));
    for row in json["rows"].as_array().unwrap() {
        assert_eq!(row["links"], serde_json::json!([]), "{row}");
    }
    // A language that the text is not in is no second one.
    folder.put("b.txt", "The old king sat in the garden with his dog.\n");
    assert!(
        folder
            .run("a.txt b.txt --lang B=fr")
            .stdout
            .contains("⌊sat⌋")
    );
}

#[test]
fn a_passage_aligned_with_its_quotation_has_no_note() {
    let folder = Folder::new();
    let said = "Vous n’irez jamais seuls dans la forêt profonde au milieu de la nuit";
    folder.put("a.txt", format!("Le garde leur répéta encore une fois : « {said} », et rentra. Tous restèrent alors muets.\n"));
    folder.put("b.txt", format!("« {said} », voilà ce que leur redit le gardien en partant. Tous restèrent ensuite muets.\n"));
    let run = folder.run("a.txt b.txt --lang fr --width 200");
    assert!(
        !run.stdout.contains('≈') && !run.stdout.contains("quotation"),
        "{run:?}"
    );
    let json = folder.run("a.txt b.txt --lang fr --format json").stdout;
    assert!(json.contains("\"quotations\":[]"), "{json}");
}

#[test]
fn options_may_stand_before_the_command() {
    let folder = Folder::new();
    folder.put("enregard.toml", "view = 'no such view'\n");
    let run = folder.run("--no-settings -q segment a.txt");
    assert_eq!(run.code, Some(2), "segment has no -q: {run:?}");
    let run = folder.run("--no-settings --lang fr segment a.txt");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run:?}");
    assert_eq!(
        run.stdout,
        folder.run("segment --no-settings --lang fr a.txt").stdout
    );
}

#[test]
fn rows_that_are_none_are_told() {
    let folder = Folder::new();
    for options in ["--rows 500", "--grep kangourou", "--only moved"] {
        let run = folder.run(&format!("a.txt b.txt {options}"));
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.stdout.starts_with("no row of 2 is chosen\n"), "{run:?}");
    }
}

#[test]
fn small_words_that_say_the_contrary_are_marked_beside_other_differences() {
    let folder = Folder::new();
    for (language, a, b, marked) in [
        (
            "en",
            "It falls due before delivery of the goods.",
            "It falls due after delivery of the wares.",
            "⌊before → after⌋",
        ),
        (
            "en",
            "The clerk must sign every page.",
            "The clerk may sign every sheet.",
            "⌊must → may⌋",
        ),
        (
            "de",
            "Brot oder Wein genügt den Leuten.",
            "Brot und Wein genügt den Menschen.",
            "⌊oder → und⌋",
        ),
        (
            "de",
            "Er hatte keine Karte des Landes.",
            "Ohne Karte des Reiches.",
            "{Ohne}",
        ),
        (
            "fr",
            "Il mit la clé sous la lampe.",
            "Il posa la clé sur la lampe.",
            "⌊sous → sur⌋",
        ),
        (
            "es",
            "El perro duerme sobre la mesa.",
            "El can duerme bajo la mesa.",
            "⌊sobre → bajo⌋",
        ),
        (
            "it",
            "Il libro sta sopra il tavolo.",
            "Il volume sta sotto il tavolo.",
            "⌊sopra → sotto⌋",
        ),
        (
            "nl",
            "De koper moet het geld storten.",
            "De koper mag het bedrag storten.",
            "⌊moet → mag⌋",
        ),
        // An article that follows its noun stays quiet.
        (
            "fr",
            "Il ferma la porte du jardin.",
            "Il ferma le portail du jardin.",
            "ferma la",
        ),
    ] {
        folder.put("a.txt", format!("{a}\n"));
        folder.put("b.txt", format!("{b}\n"));
        let view = "--view stacked --width 120 --marks few";
        let shown = folder
            .run(&format!("a.txt b.txt --lang {language} {view}"))
            .stdout;
        let [before, after] = marked.split_once(" → ").map_or(["", ""], |(a, b)| [a, b]);
        let sides = [format!("{before}⌋"), format!("⌊{after}")];
        let both = !after.is_empty() && sides.iter().all(|side| shown.contains(side));
        assert!(both || shown.contains(marked), "{marked}: {shown}");
    }
}

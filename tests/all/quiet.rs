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
    // An article follows its noun, and what stands before it as well; a lone one does not follow anything.
    let article = (
        "Il voit {w4:de} {i1:la} {w2:maison} {w3:un} jour",
        "Il voit {w4:à} {i1:le} {w2:logis} {w3:ce} jour",
    );
    assert_eq!(
        marked(article.0, article.1, Marks::All, &[], &[]),
        "Il voit ⌊de⌋ ~la ⌊maison⌋ ⌊un⌋ jour"
    );
    assert_eq!(
        few(article.0, article.1, &[], &[]),
        "Il voit de la ⌊maison⌋ un jour"
    );
    assert_eq!(
        few("Il voit {w3:un} jour", "Il voit {w3:ce} jour", &[], &[]),
        "Il voit ⌊un⌋ jour"
    );
    // One that is perhaps not what stands there instead is none either.
    assert_eq!(
        few("Il voit {w3:un} jour", "Il voit {w3:ce} jour", &[2], &[]),
        "Il voit un jour"
    );
    // A fact stays, whatever it follows.
    let negation = ("Il {-1:ne} {w2:vient} là", "Il {w2:arrive} là");
    assert_eq!(few(negation.0, negation.1, &[], &[]), "Il ne ⌊vient⌋ là");
    assert_eq!(
        few(negation.0, negation.1, &[], &[1]),
        "Il {⚑ne} ⌊vient⌋ là"
    );
    // A capital that the beginning of a sentence gives follows from that.
    assert_eq!(
        few(
            "{c1:Mais} le {c2:Roi} dort",
            "{c1:mais} le {c2:roi} dort",
            &[],
            &[]
        ),
        "Mais le ~Roi dort"
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

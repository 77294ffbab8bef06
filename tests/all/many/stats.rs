//! The figures of more than two witnesses.

use std::collections::BTreeMap;

use enregard::AlignmentTable;
use enregard::export::Format;
use enregard::select::ContentWords;
use enregard::table::{Place, VariationStats, Verdict};
use enregard::view::{self, ViewOptions};
use enregard::witness::Level;
use proptest::prelude::*;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{GENESIS, exported, lines, table};

fn variation(table: &AlignmentTable) -> VariationStats {
    let words = ContentWords::new(table);
    table.variation(&|w, token| words.is_content(w, token))
}

fn page(table: &AlignmentTable, width: usize) -> String {
    let options = ViewOptions {
        width,
        ..ViewOptions::default()
    };
    let mut out = Vec::new();
    view::stats(table, &table.overview(), &options, &mut out).expect("written");
    String::from_utf8(out).expect("text")
}

fn json(table: &AlignmentTable) -> Value {
    let mut out = Vec::new();
    view::stats_json(table, &table.overview(), &mut out).expect("written");
    serde_json::from_slice(&out).expect("JSON")
}

const FOUR: [(&str, &str); 4] = [
    (
        "A",
        "Le roi entra dans la maison avec ses enfants.\nLa pluie tombait sur les champs.",
    ),
    (
        "B",
        "Le roi entra dans la maison avec ses enfants.\nLa pluie tombait sur les collines.",
    ),
    (
        "C",
        "Le roi entra dans la cabane avec ses enfants.\nLa pluie tombait sur les champs.",
    ),
    (
        "D",
        "Le roi entra dans la cabane avec ses enfants.\nLa pluie tombait sur les collines.",
    ),
];

#[test]
fn what_is_shared_has_an_example_that_can_be_read() {
    let lines_of = |texts: &[(&str, &str)], beginning: &str| -> Vec<String> {
        let page = page(&lines(texts), 100);
        let (_, shared) = page.split_once("in common").expect("what is shared");
        assert!(!shared.contains("()"), "{page}");
        let own = shared.lines().filter(|line| line.contains(beginning));
        own.map(|line| line.trim_end().to_owned()).collect()
    };
    let common = "Le roi entra dans la maison.";
    let longer = "Le roi entra dans la grande maison.";
    let row = "Le roi entra dans la maison.\nEt la vache regardait les trains qui passaient.";
    // Left out: what the others have.
    let words = lines_of(
        &[("A", longer), ("B", common), ("C", common), ("D", longer)],
        " BC ",
    );
    assert!(
        words.iter().any(|line| line.ends_with("BC  om. grande 1")),
        "{words:?}"
    );
    let rows = lines_of(
        &[("A", row), ("B", common), ("C", common), ("D", row)],
        " BC ",
    );
    assert!(
        rows.iter().any(|line| line.contains("BC  om. Et la vache")),
        "{rows:?}"
    );
    // Of a long wording as much as can be read.
    let long = "Le roi anticonstitutionnellement extraordinairement désavantageusement entra.";
    let short = "Le roi lentement entra.";
    let long = lines_of(
        &[("A", long), ("B", short), ("C", short), ("D", long)],
        " AD ",
    );
    assert!(long.iter().all(|line| !line.ends_with("AD")), "{long:?}");
}

#[test]
fn patterns_say_who_agrees_with_whom_and_where() {
    let table = lines(&FOUR);
    let found = table.agreements();
    let patterns: Vec<(Vec<Vec<usize>>, Vec<u32>)> = found
        .patterns
        .iter()
        .map(|p| {
            (
                p.pattern.clone(),
                p.places.iter().map(|place| place.row.0).collect(),
            )
        })
        .collect();
    assert_eq!(
        patterns,
        [
            (vec![vec![0, 1], vec![2, 3]], vec![1]),
            (vec![vec![0, 2], vec![1, 3]], vec![2]),
        ]
    );
    let shared = |w: &[usize]| {
        found
            .shared
            .iter()
            .find(|s| s.witnesses == w)
            .expect("a group")
    };
    for (group, row) in [([0, 1], 1), ([2, 3], 1), ([0, 2], 2), ([1, 3], 2)] {
        let rows: Vec<u32> = shared(&group)
            .wordings
            .iter()
            .map(|place| place.row.0)
            .collect();
        assert_eq!(rows, [row], "{group:?}");
        assert_eq!(shared(&group).omissions, [], "{group:?}");
    }
    let text = page(&table, 80);
    assert!(
        text.contains("1  AB|CD  (1)") && text.contains("1  AC|BD  (2)"),
        "{text}"
    );
    assert!(
        text.contains("AB  maison 1") && text.contains("BD  collines 2"),
        "{text}"
    );
}

#[test]
fn the_same_word_in_another_form_parts_nobody() {
    let table = lines(&[
        ("A", "Le roi entra dans la maison avec ses enfants."),
        ("B", "Le Roi entre dans la maison avec son enfant."),
        ("C", "Le roi entra dans la cabane avec ses enfants."),
    ]);
    let found = table.agreements();
    assert_eq!(found.patterns.len(), 1, "{found:?}");
    assert_eq!(found.patterns[0].pattern, [vec![0, 1], vec![2]]);
}

#[test]
fn what_several_leave_out_is_theirs() {
    let whole = "Le roi entra dans la grande maison avec ses enfants.\nIl pleuvait.\nLa reine attendait depuis trois jours.";
    let short = "Le roi entra dans la maison avec ses enfants.\nIl pleuvait.";
    let table = lines(&[("A", whole), ("B", short), ("C", whole), ("D", short)]);
    let found = table.agreements();
    let own = found
        .shared
        .iter()
        .find(|s| s.witnesses == [1, 3])
        .expect("B D");
    assert_eq!(
        (own.wordings.len(), own.omissions.len(), own.rows.len()),
        (0, 1, 1),
        "{own:?}"
    );
    // That the others have it is said of them.
    let others = found
        .shared
        .iter()
        .find(|s| s.witnesses == [0, 2])
        .expect("A C");
    assert_eq!(
        (others.wordings.len(), others.omissions.len()),
        (1, 0),
        "{others:?}"
    );
}

#[test]
fn who_has_words_of_its_own_is_distinctive() {
    let table = lines(&[
        ("A", "Le vieux roi entra lentement dans la maison obscure."),
        ("B", "Le vieux roi entra lentement dans la maison obscure."),
        (
            "C",
            "Le pauvre prince pénétra doucement dans la cabane sombre.",
        ),
    ]);
    let found = variation(&table);
    let own: Vec<f64> = found
        .distinctiveness
        .iter()
        .map(|d| d.expect("words"))
        .collect();
    // Two of three say it; one says it.
    let bits = enregard::table::bits;
    assert!(
        (own[0] - bits(2, 3)).abs() < 1e-9 && own[0] == own[1],
        "{own:?}"
    );
    assert!((own[2] - bits(1, 3)).abs() < 1e-9, "{own:?}");
    assert_eq!(found.rows.len(), 1);
    assert_eq!(found.rows[0].variation, found.variation.expect("words"));
    // What all say alike is worth next to nothing.
    let same = lines(&[FOUR[0], ("B", FOUR[0].1), ("C", FOUR[0].1)]);
    let whole = variation(&same).variation.expect("words");
    assert!((whole - bits(3, 3)).abs() < 1e-9, "{whole}");
    assert!(same.agreements().patterns.is_empty());
}

#[test]
fn the_agreement_of_many_counts_every_two() {
    let table = lines(&[
        ("A", "Le roi entra dans la maison."),
        ("B", "Le roi entra dans la maison."),
        ("C", "Le roi entra dans la cabane."),
    ]);
    let agreement = table.stats().agreement;
    // Six words in each of two texts, of three pairs.
    assert_eq!(
        (agreement.words, agreement.same, agreement.wording),
        (36, 32, 4)
    );
    let found = table.stats().substitutions;
    assert_eq!(
        (found[0].a.as_str(), found[0].b.as_str(), found[0].count),
        ("maison", "cabane", 1)
    );
    assert_eq!(found[0].witnesses, [2]);
}

/// Everything that is told, by sigla.
fn told(table: &AlignmentTable) -> BTreeMap<String, String> {
    let siglum = |w: usize| table.witnesses[w].siglum.0.clone();
    let count = table.witnesses.len();
    let mut told = BTreeMap::new();
    let overview = table.overview();
    let variation = variation(table);
    for one in 0..count {
        for other in 0..count {
            let name = format!("{} {}", siglum(one), siglum(other));
            let figures = (overview.similarity[one][other], overview.held[one][other]);
            told.insert(name, format!("{figures:?}"));
        }
        told.insert(siglum(one), format!("{:?}", variation.distinctiveness[one]));
    }
    told.insert("variation".into(), format!("{:?}", variation.variation));
    let tree = table.likeness_tree(&overview);
    told.insert("tree".into(), tree.newick(&siglum));
    let agreements = table.agreements();
    let group = |group: &[usize]| group.iter().map(|&w| siglum(w)).collect::<String>();
    for found in &agreements.patterns {
        let groups: Vec<String> = found.pattern.iter().map(|g| group(g)).collect();
        told.insert(groups.join("|"), found.places.len().to_string());
    }
    for found in &agreements.shared {
        let count = |places: &[Place]| places.len();
        let counts = (
            count(&found.wordings),
            count(&found.omissions),
            found.rows.len(),
        );
        told.insert(
            format!("of {}", group(&found.witnesses)),
            format!("{counts:?}"),
        );
    }
    told
}

/// Sentences with words to choose from.
const CHOICES: [[&[&str]; 3]; 3] = [
    [
        &["Le roi", "La reine"],
        &["entra dans", "quitta"],
        &["la maison.", "la cabane.", "le château."],
    ],
    [
        &["La pluie", "Une pluie froide"],
        &["tombait sur", "couvrait"],
        &["les champs.", "les collines."],
    ],
    [
        &["Personne", "Nul homme"],
        &["ne répondit", "ne parla"],
        &["avant midi.", "ce jour."],
    ],
];

fn rendering() -> impl Strategy<Value = String> {
    let sentence = |n: usize| {
        let part = |p: usize| 0..CHOICES[n][p].len();
        (part(0), part(1), part(2), prop::bool::weighted(0.85)).prop_map(move |(a, b, c, kept)| {
            let words = [CHOICES[n][0][a], CHOICES[n][1][b], CHOICES[n][2][c]];
            if kept { words.join(" ") } else { String::new() }
        })
    };
    (sentence(0), sentence(1), sentence(2))
        .prop_map(|(a, b, c)| format!("{a}\n{b}\n{c}\nIl était une fois un pays lointain."))
}

proptest! {
    #![proptest_config(crate::cases(32))]

    /// With other places for the witnesses and another base the same is told.
    #[test]
    fn figures_do_not_depend_on_the_order_of_witnesses(
        (texts, order) in prop::collection::vec(rendering(), 3..7).prop_flat_map(|texts| {
            let order: Vec<usize> = (0..texts.len()).collect();
            (Just(texts), Just(order).prop_shuffle())
        }),
    ) {
        let sigla = ["A", "B", "C", "D", "E", "F"];
        let named: Vec<(&str, &str)> = sigla.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let permuted: Vec<(&str, &str)> = order.iter().map(|&n| named[n]).collect();
        prop_assert_eq!(told(&table(&named, "A", Level::Sentence)), told(&table(&permuted, permuted[0].0, Level::Sentence)));
    }
}

proptest! {
    /// Of any table, of any number of witnesses.
    #[test]
    fn every_table_has_figures(bytes in prop::collection::vec(any::<u8>(), 0..400), sides in 0usize..6) {
        let table = crate::tables::random(&bytes, sides);
        page(&table, 80);
        prop_assert!(json(&table)["witnesses"].as_array().is_some_and(|all| all.len() == sides));
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    let four = table(&GENESIS, "A", Level::Sentence);
    let names = ["Bible de Genève", "Martin 1744", "Oltramare", "Darby"];
    let named: Vec<(&str, &str)> = names
        .into_iter()
        .zip(GENESIS.map(|(_, text)| text))
        .collect();
    let named = table(&named, "Darby", Level::Sentence);
    let sigla: Vec<String> = (b'A'..=b'X').map(|c| char::from(c).to_string()).collect();
    let many: Vec<(&str, &str)> = sigla
        .iter()
        .enumerate()
        .map(|(n, siglum)| (siglum.as_str(), GENESIS[n % 4].1))
        .collect();
    let many = table(&many, "A", Level::Sentence);
    for (table, least) in [(four, 60), (named, 60), (many, 80)] {
        for width in [least, 80, 120] {
            for line in page(&table, width).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn programs_are_told_the_same() {
    let figures = json(&lines(&FOUR));
    assert_eq!(figures["similarity"][0][0], 1.0);
    assert_eq!(
        figures["patterns"][0]["groups"],
        serde_json::json!([["A", "B"], ["C", "D"]])
    );
    assert_eq!(figures["patterns"][0]["places"][0][0], 1);
    assert_eq!(
        figures["shared"][0]["witnesses"],
        serde_json::json!(["A", "B"])
    );
    assert_eq!(
        figures["variation"]["rows"].as_array().map(Vec::len),
        Some(2)
    );
    assert!(
        figures["tree"]
            .as_str()
            .is_some_and(|tree| tree.starts_with('('))
    );
    // Of two there are none of these, and what only two have.
    let figures = json(&lines(&FOUR[..2]));
    assert!(figures.get("patterns").is_none() && figures.get("tree").is_none());
    assert_eq!(figures["acquaintance"]["verdict"], "too-few");
}

/// A hundred words of a story, the choice of which is open.
const STORY: &str = "Le vieux marchand ouvrit lentement la porte étroite de sa boutique obscure. Dehors, un chien maigre dormait près du puits. \
    Une voisine curieuse observait la scène derrière son rideau fané. Soudain, un cavalier poussiéreux traversa le village endormi. \
    Il portait une lettre froissée sous son manteau déchiré. Personne ne reconnut son visage fatigué. Le marchand saisit rapidement \
    le message, brisa le cachet rouge et pâlit aussitôt. Sa fille unique rentrait enfin du couvent lointain.";

#[test]
fn a_copy_with_edits_is_told_from_a_rendering_made_anew() {
    let copy = STORY
        .replace("curieuse", "bavarde")
        .replace("rapidement", "vite")
        .replace("lointain", "voisin");
    let anew = "Le négociant âgé tira sans hâte l'huis resserré de son sombre magasin. À l'extérieur, une bête efflanquée sommeillait à côté \
        de la fontaine. Une commère indiscrète épiait tout, cachée par une tenture défraîchie. Tout à coup passa au galop, à travers la \
        bourgade assoupie, un homme à cheval couvert de poudre. Il avait un billet chiffonné dans sa cape en lambeaux. Nul n'identifia ses \
        traits las. Le commerçant prit en hâte le pli, rompit le sceau écarlate et blêmit sur-le-champ. Son enfant seule revenait à la fin du \
        monastère éloigné.";
    let verdict = |other: &str| {
        let table = table(&[("A", STORY), ("B", other)], "A", Level::Sentence);
        let words = ContentWords::new(&table);
        let found = table.acquaintance(&|w, token| words.is_content(w, token));
        found.expect("two witnesses")
    };
    let of_copy = verdict(&copy);
    assert_eq!(of_copy.verdict(), Verdict::Close, "{of_copy:?}");
    let of_anew = verdict(anew);
    assert!(
        [Verdict::Apart, Verdict::TooFew].contains(&of_anew.verdict()),
        "{of_anew:?}"
    );
    assert!(of_anew.share() < 0.3, "{of_anew:?}");
}

#[test]
fn the_report_counts_what_the_figures_count() {
    for texts in [&FOUR[..], &GENESIS[..]] {
        let table = lines(texts);
        let page = exported(&table, Format::Html);
        let (_, counts) = page.split_once("\"counts\":").expect("the counts");
        let mut counts = serde_json::Deserializer::from_str(counts).into_iter::<Value>();
        let counts = counts.next().expect("a value").expect("JSON");
        let figures = json(&table);
        for (letter, class) in [
            ("w", "wording"),
            ("o", "omission"),
            ("n", "addition"),
            ("d", "derivation"),
            ("i", "inflection"),
            ("s", "spelling"),
            ("a", "accent"),
            ("c", "case"),
            ("t", "typographic"),
        ] {
            let of = |value: &Value| value.as_u64().unwrap_or(0);
            let in_page = of(&counts["differences"][letter]);
            assert_eq!(in_page, of(&figures["differences"][class]), "{class}");
        }
        assert_eq!(counts["beads"], figures["beads"]);
        assert_eq!(counts["moved"], figures["moved_rows"]);
    }
}

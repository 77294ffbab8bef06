//! Who stands near whom: the likeness tree of texts whose descent is known.

use enregard::export::{ExportOptions, Format, write};
use enregard::table::{AlignmentTable, TreeNode};
use enregard::witness::Level;

use super::table;

const ORIGINAL: &str = "Le vieux marchand ouvrit lentement la porte de sa boutique. La rue était encore vide et froide. \
    Un chien maigre dormait devant la fontaine. Le marchand regarda le ciel gris avec inquiétude. \
    Il attendait depuis trois jours une lettre de son frère. Le facteur arriva enfin vers midi.";

/// The text with words in place of others.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// Two families of one original: from the first come A and B, from the second C and D.
fn families() -> [(&'static str, String); 4] {
    let first = edited(
        ORIGINAL,
        &[
            ("vieux", "pauvre"),
            ("boutique", "maison"),
            ("lentement", "doucement"),
            ("maigre", "jaune"),
        ],
    );
    let second = edited(
        ORIGINAL,
        &[
            ("froide", "silencieuse"),
            ("inquiétude", "tristesse"),
            ("fontaine", "grille"),
            ("midi", "minuit"),
        ],
    );
    [
        ("A", edited(&first, &[("encore", "toujours")])),
        (
            "B",
            edited(&first, &[("gris", "noir"), ("frère", "cousin")]),
        ),
        (
            "C",
            edited(&second, &[("dormait", "veillait"), ("lettre", "visite")]),
        ),
        ("D", edited(&second, &[("trois", "quatre")])),
    ]
}

fn made(texts: &[(&str, String)], base: &str) -> AlignmentTable {
    let named: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    table(&named, base, Level::Sentence)
}

fn newick(table: &AlignmentTable) -> String {
    let mut out = Vec::new();
    write(table, Format::Newick, &ExportOptions::default(), &mut out).expect("written");
    String::from_utf8(out).expect("text")
}

/// The tree without the lengths of its branches.
fn shape(newick: &str) -> String {
    let mut shape = String::new();
    let mut length = false;
    for c in newick.trim().chars() {
        length = (length || c == ':') && !",)".contains(c);
        if !length {
            shape.push(c);
        }
    }
    shape
}

#[test]
fn families_stand_together() {
    let table = made(&families(), "A");
    let shape = shape(&newick(&table));
    assert!(
        ["(A,B,(C,D));", "((A,B),C,D);"].contains(&shape.as_str()),
        "{shape}"
    );
}

#[test]
fn the_tree_is_one_whatever_the_order_and_the_base() {
    let texts = families();
    let one = newick(&made(&texts, "A"));
    for (order, base) in [
        ([3, 1, 0, 2], "C"),
        ([1, 0, 3, 2], "D"),
        ([2, 3, 1, 0], "A"),
    ] {
        let texts = order.map(|n| texts[n].clone());
        assert_eq!(newick(&made(&texts, base)), one, "{order:?} {base}");
    }
}

#[test]
fn a_text_that_another_was_made_from_has_no_branch_of_its_own() {
    let [(_, a), ..] = families();
    let copy = edited(&a, &[("chien", "chat"), ("ciel", "temps")]);
    let other = edited(&a, &[("porte", "grille"), ("rue", "place")]);
    let table = made(&[("A", a), ("B", copy), ("C", other)], "A");
    let tree = table.likeness_tree(&table.overview());
    let lengths: Vec<f64> = tree.top.branches().iter().map(|b| b.length).collect();
    assert!(lengths[0] < 1e-9, "{lengths:?}");
    assert!(lengths[1] > 0.02 && lengths[2] > 0.02, "{lengths:?}");
}

#[test]
fn texts_without_a_word_in_common_and_the_same_text_twice_have_a_tree() {
    let [(_, a), (_, b), ..] = families();
    let other =
        "Sept planètes tournent autour du soleil. Leur distance fut mesurée par les astronomes.";
    let table = made(
        &[
            ("A", a.clone()),
            ("B", b),
            ("C", other.to_owned()),
            ("D", a),
        ],
        "A",
    );
    let overview = table.overview();
    assert_eq!(overview.similarity[0][3], Some(1.0));
    let tree = table.likeness_tree(&overview);
    assert_eq!(tree.unknown, [[0, 2], [1, 2], [2, 3]]);
    let TreeNode::Fork(branches) = &tree.top else {
        panic!("{tree:?}");
    };
    assert!(
        branches
            .iter()
            .all(|b| b.length.is_finite() && b.length >= 0.0)
    );
    assert!(newick(&table).contains("A:0.000000"), "{}", newick(&table));
}

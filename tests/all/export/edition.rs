//! The formats of critical editions: apparatus, LaTeX, the apparatus outside of the text, the variant graph.

use enregard::AlignmentTable;
use enregard::class::Class::{self, Addition, Omission, Same, Wording};
use enregard::export::{ExportOptions, Format, Naming};
use enregard::table::{Link, RowNumber, Variation};
use enregard::witness::Siglum;
use proptest::prelude::*;

use super::xml::{Node, parse, without_forbidden};
use super::{everything, export, with};
use crate::tables::{link, random, row, table, witness};

/// A link of three witnesses: the classes are of A with B, of A with C, of B with C.
fn variant(tokens: [&[u32]; 3], classes: [Class; 3]) -> Link {
    let deepest = classes[..2].iter().copied().max().unwrap_or(Same);
    Link {
        variation: Some(Box::new(Variation {
            classes: classes.into(),
            moved: vec![false; 3],
        })),
        ..link(tokens.map(<[u32]>::to_vec).into(), deepest)
    }
}

/// Three renderings: B has another word and one more, C leaves one out and has one elsewhere, and B alone goes on.
fn three() -> AlignmentTable {
    let texts = [
        "Dieu créa hier les cieux & la terre.\nRien.\n",
        "Dieu fit hier tous les cieux & la terre.\nRien.\nFin $1.\n",
        "Hier Dieu créa les cieux & terre.\n",
    ];
    let witnesses = texts.iter().enumerate();
    let witnesses = witnesses.map(|(n, text)| witness(n, text)).collect();
    let same = |tokens: [u32; 3]| link(tokens.map(|t| vec![t]).into(), Same);
    let mut moved = variant([&[2], &[2], &[0]], [Same, Class::Case, Class::Case]);
    moved.moved = true;
    if let Some(variation) = &mut moved.variation {
        variation.moved[2] = true;
    }
    let mut first = row(vec![vec![0], vec![0], vec![0]]);
    first.links = vec![
        same([0, 0, 1]),
        variant([&[1], &[1], &[2]], [Wording, Same, Wording]),
        moved,
        variant([&[], &[3], &[]], [Addition, Same, Omission]),
        same([3, 4, 3]),
        same([4, 5, 4]),
        same([5, 6, 5]),
        variant([&[6], &[7], &[]], [Same, Omission, Omission]),
        same([7, 8, 6]),
        same([8, 9, 7]),
    ];
    let mut second = row(vec![vec![1], vec![1], vec![]]);
    second.links = vec![
        link(vec![vec![9], vec![10], vec![]], Same),
        link(vec![vec![10], vec![11], vec![]], Same),
    ];
    let mut table = table(
        witnesses,
        vec![first, second, row(vec![vec![], vec![2], vec![]])],
    );
    table.witnesses[1].siglum = Siglum("B_1".to_owned());
    table
}

#[test]
fn an_apparatus_names_who_reads_otherwise() {
    assert_eq!(
        export(&three(), Format::Apparatus),
        "A  0.txt (base)\nB_1  1.txt\nC  2.txt\n\n\
         1  Dieu créa hier les cieux & la terre.\n\
         \u{20}   créa] fit B_1\n\
         \u{20}   hier] Hier transp. ad init. C\n\
         \u{20}   hier] add. tous B_1\n\
         \u{20}   la] om. C\n\n\
         2  Rien.\n\
         \u{20}   Rien.] om. C\n\
         \u{20}   Rien.] add. Fin $1. B_1\n"
    );
}

#[test]
fn a_positive_apparatus_names_all() {
    let options = ExportOptions {
        naming: Naming::Positive,
        ..ExportOptions::default()
    };
    let text = with(&three(), Format::Apparatus, &options);
    for line in ["créa A C] fit B_1", "la A B_1] om. C", "Rien. A B_1] om. C"] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn units_that_have_moved_are_told_by_the_unit_they_follow() {
    let texts = [
        "un\ndeux\ntrois\n",
        "deux\ntrois\nun\n",
        "un\ndeux\ntrois\n",
    ];
    let witnesses = texts.iter().enumerate();
    let witnesses = witnesses.map(|(n, text)| witness(n, text)).collect();
    let mut moved = row(vec![vec![0], vec![2], vec![0]]);
    moved.moved = true;
    moved.moved_to = Some(RowNumber(3));
    moved.places = vec![None, moved.moved_to, None];
    let rows = vec![
        moved,
        row(vec![vec![1], vec![0], vec![1]]),
        row(vec![vec![2], vec![1], vec![2]]),
    ];
    let text = export(&table(witnesses, rows), Format::Apparatus);
    assert!(
        text.ends_with("\n1  un\n    un] transp. post 3 B\n\n2  deux\n\n3  trois\n"),
        "{text}"
    );
}

#[test]
fn latex_has_the_readings_at_their_words_and_escapes_what_tex_reads() {
    let latex = export(&three(), Format::Latex);
    for part in [
        "\\noindent\\siglum{B\\_1} 1.txt\\par",
        "\\edtext{créa}{\\lemma{créa}\\Afootnote{fit \\siglum{B\\_1}}}",
        " les cieux \\& \\edtext{la}{\\lemma{la}\\Afootnote{\\term{om.} \\siglum{C}}} terre.",
        "\\siglum{C} $\\cdot$ \\term{add.} Fin \\$1. \\siglum{B\\_1}}",
    ] {
        assert!(latex.contains(part), "{part}\n{latex}");
    }
}

#[test]
fn the_apparatus_outside_of_the_text_says_from_where_to_where() {
    let tei = export(&three(), Format::TeiStandoff);
    let start = tei.find("<ab").expect("a block");
    assert!(
        tei[start..].starts_with("<ab xml:space=\"preserve\"><anchor xml:id=\"place-1\"/>Dieu "),
        "{tei}"
    );
    assert!(
        tei.contains("<variantEncoding method=\"double-end-point\" location=\"external\"/>"),
        "{tei}"
    );
    assert!(
        tei.contains(
            "loc=\"1\" type=\"wording\"><lem wit=\"#A #C\" xml:space=\"preserve\">créa</lem>\
             <rdg wit=\"#B_1\" xml:space=\"preserve\">fit</rdg></app>"
        ),
        "{tei}"
    );
}

#[test]
fn a_graph_has_a_way_for_each_witness() {
    let dot = export(&three(), Format::Dot);
    assert!(dot.contains("[label=\"fit\\nB_1\"]"), "{dot}");
    assert!(dot.contains("{ rank=same; "), "{dot}");
    assert!(dot.contains("style=dashed"), "{dot}");
}

fn value<'a>(attributes: &'a [(String, String)], name: &str) -> &'a str {
    let found = attributes.iter().find(|(key, _)| key == name);
    found.map_or("", |(_, value)| value)
}

/// The text of a witness: that of the base, with its own reading in each place.
pub(super) fn from_outside(nodes: &[Node], id: &str) -> String {
    let wit = format!("#{id}");
    let (mut text, mut anchors) = (String::new(), std::collections::HashMap::new());
    let mut inside = false;
    // From, to, and the reading.
    let mut places: Vec<(String, String, String)> = Vec::new();
    let mut own = false;
    for node in nodes {
        match node {
            Node::Start(name, _) if name == "ab" => inside = true,
            Node::End(name) if name == "ab" => inside = false,
            Node::Start(name, of) if name == "anchor" => {
                anchors.insert(value(of, "xml:id").to_owned(), text.len());
            }
            Node::Start(name, of) if name == "app" => {
                let ends = ["from", "to"].map(|end| value(of, end)[1..].to_owned());
                let [from, to] = ends;
                places.push((from, to, String::new()));
            }
            Node::Start(name, of) if name == "lem" || name == "rdg" => {
                own = value(of, "wit").split(' ').any(|w| w == wit);
            }
            Node::End(name) if name == "lem" || name == "rdg" => own = false,
            Node::Text(part) if inside => text.push_str(part),
            Node::Text(part) if own => {
                places.last_mut().expect("an app").2.push_str(part);
            }
            _ => {}
        }
    }
    let (mut out, mut at) = (String::new(), 0);
    for (from, to, reading) in places {
        out.push_str(&text[at..anchors[&from]]);
        out.push_str(&reading);
        at = anchors[&to];
    }
    out + &text[at..]
}

/// The ways of a graph: for each siglum the texts of its nodes.
fn ways(nodes: &[Node], siglum: &str) -> Vec<String> {
    let mut texts = std::collections::HashMap::new();
    let mut next = std::collections::HashMap::new();
    let (mut id, mut edge, mut key) = (String::new(), None, String::new());
    let mut kind = String::new();
    for node in nodes {
        match node {
            Node::Start(name, of) if name == "node" => {
                id = value(of, "id").to_owned();
                texts.insert(id.clone(), String::new());
            }
            Node::Start(name, of) if name == "edge" => {
                edge = Some((
                    value(of, "source").to_owned(),
                    value(of, "target").to_owned(),
                ));
            }
            Node::Start(name, of) if name == "data" => key = value(of, "key").to_owned(),
            Node::Text(text) if key == "tokens" => {
                texts.insert(id.clone(), text.clone());
            }
            Node::Text(text) if key == "type" => kind.clone_from(text),
            Node::Text(text)
                if key == "sigla"
                    && kind == "path"
                    && text.split(", ").any(|one| one == siglum) =>
            {
                let (from, to) = edge.clone().expect("an edge");
                assert!(next.insert(from, to).is_none(), "two ways from one node");
            }
            Node::End(name) if name == "data" => key.clear(),
            _ => {}
        }
    }
    let (mut way, mut at) = (Vec::new(), "n0".to_owned());
    while let Some(to) = next.get(&at) {
        at.clone_from(to);
        way.push(texts[&at].clone());
    }
    way
}

proptest! {
    #[test]
    fn an_apparatus_outside_holds_every_text(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 1usize..5) {
        let table = random(&bytes, sides);
        let nodes = parse(&with(&table, Format::TeiStandoff, &everything()));
        for witness in &table.witnesses {
            prop_assert_eq!(from_outside(&nodes, &witness.siglum.0), without_forbidden(&witness.text));
        }
    }

    #[test]
    fn a_way_through_a_graph_is_the_text(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 1usize..5) {
        let table = random(&bytes, sides);
        let nodes = parse(&with(&table, Format::GraphMl, &everything()));
        for witness in &table.witnesses {
            let letters = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
            let way = ways(&nodes, &witness.siglum.0).concat();
            prop_assert_eq!(letters(&way), letters(&without_forbidden(&witness.text)));
        }
    }

    #[test]
    fn braces_of_latex_are_balanced(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 0usize..5) {
        let latex = export(&random(&bytes, sides), Format::Latex);
        let (mut depth, mut escaped) = (0i32, false);
        for c in latex.chars() {
            match c {
                '\\' => { escaped = !escaped; continue; }
                '{' if !escaped => depth += 1,
                '}' if !escaped => depth -= 1,
                _ => {}
            }
            escaped = false;
            prop_assert!(depth >= 0);
        }
        prop_assert_eq!(depth, 0);
    }
}

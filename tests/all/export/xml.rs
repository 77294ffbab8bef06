//! TEI and TMX, read back with an XML reader.

use enregard::AlignmentTable;
use enregard::export::{ExportOptions, Format, cannot_hold};
use enregard::witness::Siglum;
use proptest::prelude::*;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

use super::{everything, export, with};
use crate::tables::{cell_words, random, row, sample, table, witness, words};

/// An element or a text, in the order of the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Start(String, Vec<(String, String)>),
    Text(String),
    End(String),
}

/// The nodes of a document; an error when it is not well-formed.
pub(super) fn parse(xml: &str) -> Vec<Node> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut nodes: Vec<Node> = Vec::new();
    let push_text = |nodes: &mut Vec<Node>, text: &str| match nodes.last_mut() {
        Some(Node::Text(last)) => last.push_str(text),
        _ => nodes.push(Node::Text(text.to_owned())),
    };
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return nodes,
            Event::Start(element) => {
                let attributes = element.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let value = attribute
                        .normalized_value(XmlVersion::Implicit1_0)
                        .expect("escaped")
                        .into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                let attributes = attributes.collect();
                let name = element.name().as_ref().to_owned();
                nodes.push(Node::Start(name, attributes));
            }
            Event::End(element) => {
                nodes.push(Node::End(element.name().as_ref().to_owned()));
            }
            Event::Text(text) => push_text(&mut nodes, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                match reference.resolve_char_ref().expect("a character") {
                    Some(c) => push_text(&mut nodes, c.encode_utf8(&mut [0; 4])),
                    None => {
                        push_text(
                            &mut nodes,
                            resolve_predefined_entity(&reference).expect("predefined"),
                        );
                    }
                }
            }
            _ => {}
        }
    }
}

fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// The text of a witness: what stands outside of `rdg`, and in its own.
pub(super) fn witness_text(nodes: &[Node], id: &str) -> String {
    let wit = format!("#{id}");
    let (mut inside, mut text, mut own) = (false, String::new(), true);
    for node in nodes {
        match node {
            Node::Start(name, _) if name == "ab" => inside = true,
            Node::End(name) if name == "ab" => inside = false,
            Node::Start(name, attributes) if name == "rdg" => {
                own = attribute(attributes, "wit")
                    .is_some_and(|wits| wits.split(' ').any(|w| w == wit));
            }
            Node::End(name) if name == "rdg" => own = true,
            Node::Text(part) if inside && own => text.push_str(part),
            _ => {}
        }
    }
    text
}

pub(super) fn without_forbidden(text: &str) -> String {
    text.replace(['\0', '\u{fffe}'], "\u{fffd}")
}

#[test]
fn tei_of_the_sample() {
    let tei = export(&sample(), Format::Tei);
    let start = tei.find("<ab").expect("a block");
    let end = tei.find("</body>").expect("a body");
    assert_eq!(
        &tei[start..end],
        "<ab xml:space=\"preserve\"><app><rdg wit=\"#A\"/><rdg wit=\"#B\">2020\n</rdg></app><s n=\"2\">\
         <app><rdg wit=\"#A\"/><rdg wit=\"#B\">Demain, </rdg></app>\
         <app type=\"case\"><rdg wit=\"#A\">Les</rdg><rdg wit=\"#B\">les</rdg></app> \
         <app><rdg wit=\"#A\">principaux </rdg><rdg wit=\"#B\"/></app>défis \
         <app><rdg wit=\"#A\">demain</rdg><rdg wit=\"#B\">majeurs (SII)</rdg></app>.</s>\n\
         <app><rdg wit=\"#A\">Rien.</rdg><rdg wit=\"#B\"/></app><app><rdg wit=\"#A\"/><rdg wit=\"#B\">=1+1</rdg></app>\n</ab>\n"
    );
    assert!(
        tei.contains("<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>")
    );
    assert!(tei.contains("<witness xml:id=\"A\" n=\"A\" xml:lang=\"fr\">0.txt</witness>"));
    assert!(!tei.contains("<back>"));
}

#[test]
fn tei_joins_the_places_of_what_moved() {
    let mut moved = row(vec![vec![1], vec![0]]);
    moved.moved = true;
    let mut table = table(
        vec![witness(0, "a\nb\n"), witness(1, "b\na\n")],
        vec![row(vec![vec![0], vec![1]]), moved],
    );
    table.witnesses[1].siglum = Siglum("001".to_owned());
    let tei = export(&table, Format::Tei);
    assert!(
        tei.contains("<link target=\"#move-2-A #move-2-witness.2\"/>"),
        "{tei}"
    );
    assert!(
        tei.contains("<rdg wit=\"#witness.2\"><anchor xml:id=\"move-2-witness.2\"/>b"),
        "{tei}"
    );
    assert!(
        tei.contains("<rdg wit=\"#A\"><anchor xml:id=\"move-2-A\"/>b"),
        "{tei}"
    );
}

#[test]
fn tmx_has_a_unit_a_bead_and_a_variant_a_witness() {
    let tmx = export(&sample(), Format::Tmx);
    let body = tmx.find("<body>").expect("a body");
    assert_eq!(
        &tmx[body..],
        "<body>\n<tu tuid=\"2\">\n<prop type=\"x-confidence\">0.9877</prop>\n<prop type=\"x-similarity\">0.8000</prop>\n\
         <tuv xml:lang=\"fr-QM\">\n<prop type=\"x-witness\">A</prop>\n<seg>Les principaux défis demain.</seg>\n</tuv>\n\
         <tuv xml:lang=\"fr-QN\">\n<prop type=\"x-witness\">B</prop>\n<seg>Demain, les défis majeurs (SII).</seg>\n</tuv>\n\
         </tu>\n</body>\n</tmx>\n"
    );
    for needed in [
        "<tmx version=\"1.4\">",
        "srclang=\"fr-QM\"",
        "segtype=\"sentence\"",
        "datatype=\"plaintext\"",
    ] {
        assert!(tmx.contains(needed), "{needed}");
    }
    let said =
        cannot_hold(&sample(), Format::Tmx, &ExportOptions::default()).expect("rows are left out");
    assert!(
        said.ends_with("3 rows of one witness alone left out"),
        "{said}"
    );
}

#[test]
fn tmx_languages_can_be_given() {
    let options = ExportOptions {
        languages: vec![(Siglum("B".to_owned()), "fr-CA".to_owned())],
        ..ExportOptions::default()
    };
    let tmx = with(&sample(), Format::Tmx, &options);
    assert!(
        tmx.contains("<tuv xml:lang=\"fr-QM\">") && tmx.contains("<tuv xml:lang=\"fr-CA\">"),
        "{tmx}"
    );
    let mut mixed = sample();
    mixed.witnesses[1].language = enregard::witness::Language::ENGLISH;
    let tmx = export(&mixed, Format::Tmx);
    assert!(
        tmx.contains("<tuv xml:lang=\"fr\">") && tmx.contains("<tuv xml:lang=\"en\">"),
        "{tmx}"
    );
}

#[test]
fn characters_that_xml_forbids_are_replaced_and_reported() {
    let table = table(
        vec![witness(0, "a\0b\n"), witness(1, "a\0b\n")],
        vec![row(vec![vec![0], vec![0]])],
    );
    for format in [Format::Tei, Format::Tmx] {
        assert!(export(&table, format).contains("a\u{fffd}b"));
        let said =
            cannot_hold(&table, format, &ExportOptions::default()).expect("something is lost");
        assert_eq!(said, "characters that XML forbids: 2 replaced by U+FFFD");
    }
}

/// The texts of the beads, variant by variant.
fn segments(nodes: &[Node]) -> Vec<String> {
    let mut segments = Vec::new();
    let mut inside = false;
    for node in nodes {
        match node {
            Node::Start(name, _) if name == "seg" => {
                inside = true;
                segments.push(String::new());
            }
            Node::End(name) if name == "seg" => inside = false,
            Node::Text(text) if inside => {
                segments.last_mut().expect("a seg").push_str(text);
            }
            _ => {}
        }
    }
    segments
}

fn ids(table: &AlignmentTable) -> impl Iterator<Item = &str> {
    table.witnesses.iter().map(|w| w.siglum.0.as_str())
}

proptest! {
    #[test]
    fn tei_holds_every_text(bytes in prop::collection::vec(any::<u8>(), 0..600), sides in 1usize..5) {
        let table = random(&bytes, sides);
        let nodes = parse(&with(&table, Format::Tei, &everything()));
        for (w, id) in ids(&table).enumerate() {
            prop_assert_eq!(witness_text(&nodes, id), without_forbidden(&table.witnesses[w].text));
        }
        let named = |name: &str, key: &str| -> Vec<String> {
            let of = |node: &Node| match node {
                Node::Start(n, attributes) if n == name => attribute(attributes, key).map(str::to_owned),
                _ => None,
            };
            nodes.iter().filter_map(of).collect()
        };
        let mut places = named("anchor", "xml:id");
        let targets = named("link", "target");
        let mut targets: Vec<&str> = targets.iter().flat_map(|t| t.split(' ')).map(|t| &t[1..]).collect();
        places.sort();
        targets.sort();
        prop_assert_eq!(places, targets);
    }

    #[test]
    fn tmx_holds_what_is_linked(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let table = random(&bytes, 2);
        let found = segments(&parse(&export(&table, Format::Tmx)));
        let mut expected = Vec::new();
        for row in table.rows.iter().filter(|row| row.cells.iter().all(|c| !c.is_empty())) {
            for (w, units) in row.cells.iter().enumerate() {
                let witness = &table.witnesses[w];
                let last = *units.last().expect("a bead");
                expected.push((
                    without_forbidden(&cell_words(witness, units[0])),
                    without_forbidden(&cell_words(witness, last)),
                ));
            }
        }
        prop_assert_eq!(found.len(), expected.len());
        for (found, (first, last)) in found.iter().zip(&expected) {
            let found = words(found);
            prop_assert!(found.starts_with(first.as_str()) && found.ends_with(last.as_str()), "{:?}", found);
        }
    }
}

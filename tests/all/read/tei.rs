//! Texts in TEI XML.

use enregard::read::{ReadOptions, Reading};
use enregard::witness::{Language, Role, TokenIndex};

use super::documents::{fixture, mill, structure};
use super::{encode, french, message, reading};

fn tei(body: &str) -> String {
    format!(
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><p>Rien.</p></teiHeader><text><body>{body}</body></text></TEI>"
    )
}

fn text(body: &str) -> Reading {
    reading(tei(body).as_bytes(), &french())
}

#[test]
fn an_edition_is_read_with_its_notes_behind_it() {
    let found = fixture("documents/mill.tei.xml", &ReadOptions::default());
    assert_eq!(found.witness.language, Language::FRENCH);
    assert_eq!(
        structure(&found),
        mill("Ô meunier, tu dors, Ton moulin va trop vite.")
    );
    assert_eq!(found.witness.labels[1].name, "note 2");
}

#[test]
fn of_two_readings_one_is_the_text() {
    let found = text(
        "<p>Le <app><lem>vieux</lem><rdg>bon</rdg></app> <app><rdg>roi</rdg><rdg>prince</rdg></app> \
         <choice><sic>dormoit</sic><corr>dormait</corr></choice> <orig>icy</orig><del>.</del>, \
         <choice><abbr>M.</abbr><expan>Monsieur</expan></choice> Du<lb break=\"no\"/>\n pont et ju-\n<lb break=\"no\"/>\nge<pb n=\"2\"/>aussi.</p>",
    );
    assert_eq!(
        found.witness.text,
        "Le vieux roi dormait icy, Monsieur Dupont et ju-\nge aussi.\n"
    );
}

#[test]
fn verses_have_their_numbers() {
    let found = text(
        "<lg><l n=\"1\">Ô temps,<note>Lamartine.</note> suspends</l><l n=\"2\">ton vol</l></lg>\
         <ab>Dit. <milestone n=\"3\"/> Au commencement <milestone n=\"4\"/>la terre</ab><ab>et la mer.</ab>",
    );
    assert_eq!(
        structure(&found),
        [
            (Role::Verse, "Ô temps, suspends"),
            (Role::Verse, "ton vol"),
            (Role::Body, "Dit. Au commencement la terre"),
            (Role::Body, "et la mer."),
            (Role::Footnote, "Lamartine."),
        ]
    );
    let witness = &found.witness;
    let labels: Vec<(&str, &str)> = witness
        .labels
        .iter()
        .map(|label| (label.name.as_str(), witness.slice(label.span)))
        .collect();
    assert_eq!(
        labels,
        [
            ("1", "Ô temps, suspends"),
            ("2", "ton vol"),
            ("3", "Au commencement"),
            ("4", "la terre\n\net la mer."),
            ("note 1", "Lamartine."),
        ]
    );
}

#[test]
fn damaged_and_hostile_editions_are_named_with_their_place() {
    let whole = tei("<p>Un.</p>");
    let said = message(&whole.as_bytes()[..whole.len() - 15], &french());
    assert!(
        said.starts_with("a.txt: is a text in TEI XML, but "),
        "{said}"
    );
    let said = message(
        whole.trim_end_matches("</body></text></TEI>").as_bytes(),
        &french(),
    );
    assert!(said.contains("it ends in the middle"), "{said}");
    let said = message(tei("\n<p>Un.</div>").as_bytes(), &french());
    assert!(said.contains("is damaged (line 2:"), "{said}");
    let laughs = tei("<p>&c;</p>");
    let laughs = format!("<!DOCTYPE TEI [<!ENTITY a \"ha\">\n<!ENTITY c \"&a;&a;\">]>{laughs}");
    let said = message(laughs.as_bytes(), &french());
    assert!(
        said.contains("line 2: &c; stands for something else"),
        "{said}"
    );
    let outside = format!(
        "<!DOCTYPE TEI [<!ENTITY x SYSTEM \"/etc/passwd\">]>{}",
        tei("<p>&x;</p>")
    );
    assert!(message(outside.as_bytes(), &french()).contains("&x; stands for"));
    // Those of HTML are known, as old files have them.
    assert_eq!(
        text("<p>&Eacute;t&#233;&nbsp;!</p>").witness.text,
        "Été\u{a0}!\n"
    );
    let latin = format!(
        "<?xml version='1.0' encoding='iso-8859-1'?>\n<!-- TEI -->{}",
        tei("<p>Été.</p>")
    );
    assert_eq!(
        reading(&encode(&latin, "latin1"), &french()).witness.text,
        "Été.\n"
    );
}

#[test]
fn a_hyphen_at_the_end_of_a_line_divides_a_word() {
    let text = |inner: &str| {
        let file = format!("<TEI><text><body><p>{inner}</p></body></text></TEI>");
        let witness = reading(file.as_bytes(), &french()).witness;
        let words = 0..witness.tokens.len();
        let words = words.map(|n| witness.word(TokenIndex::new(n)).into_owned());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        text("Elle le sui-\n<lb/>vit au pont"),
        "Elle le suivit au pont"
    );
    assert_eq!(text("Saint-<lb/>Pierre dort"), "Saint-Pierre dort");
    assert_eq!(
        text("le mot sui-<lb break=\"yes\"/>vit"),
        "le mot sui - vit"
    );
}

//! Translation memories, XLIFF, messages: both languages out of one file.

use enregard::read::{Kind, Note, ReadOptions, read, read_bytes};
use enregard::witness::{Language, Siglum};

use super::sheets::{cells, refusal, try_part};
use super::{encode, parts, titled};

fn fixture(name: &str) -> String {
    format!(
        "{}/fixtures/translations/{name}",
        env!("CARGO_MANIFEST_DIR")
    )
}

fn text(name: &str, part: &str) -> String {
    let path = format!("{}#{part}", fixture(name));
    let reading = read(path, Siglum::nth(0), &ReadOptions::default()).expect("a part");
    reading.witness.text
}

/// As pairs of owned strings.
fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect()
}

#[test]
fn files_of_translators_programs() {
    let options = ReadOptions::default();
    assert_eq!(parts(fixture("bridge.tmx"), &options), titled(["en", "fr"]));
    for name in ["bridge.po", "bridge.xlf"] {
        assert_eq!(parts(fixture(name), &options), titled(["source", "target"]));
    }
    assert_eq!(
        text("bridge.tmx", "fr"),
        "Le pont est fermé.\n%d bateau attend.\n%d bateaux attendent.\n"
    );
    let french = "Le pont est fermé.\nLe pont ouvre à %d heures, et ferme la « nuit ».\n%d bateau attend.\n%d bateaux attendent.\n";
    assert_eq!(text("bridge.po", "target"), french);
    assert_eq!(text("bridge.po", "fr-CA"), french);
    // It keeps obsolete messages.
    assert_eq!(
        text("bridge.xlf", "target"),
        format!("{french}Ancien message.\n")
    );
    assert_eq!(
        text("bridge.po", "source"),
        "The bridge is closed.\nThe bridge opens at %d o’clock, and closes at \"night\".\n%d boat is waiting.\n%d boats are waiting.\nNot translated yet.\n"
    );
    let reading = read(fixture("bridge.po"), Siglum::nth(0), &options).expect("the target");
    assert_eq!(reading.notes, [Note::Target]);
    assert_eq!(reading.witness.language, Language::FRENCH);
    assert_eq!(reading.witness.text, french);
}

const MEMORY: &str = r#"<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header><note>x</note></header><body>
<tu tuid="u1"><note>Non.</note><tuv xml:lang="fr-FR"><seg>Le <bpt i="1">&lt;b></bpt>vieux<ept i="1">&lt;/b></ept>
  pont <hi>rouge</hi> &amp; noir.</seg></tuv><tuv lang="FR-CA"><seg>Le pont ancien.</seg></tuv></tu>
<tu><tuv xml:lang="fr-FR"><seg>Il pleut.</seg></tuv><tuv xml:lang="fr-FR"><prop type="p">x</prop><seg>Il vente.</seg></tuv></tu>
<tu tuid="u1"><tuv xml:lang="fr-FR"><seg>Fin.</seg></tuv></tu></body></tmx>"#;

#[test]
fn a_memory_has_a_part_for_each_language_and_variant() {
    let memory = |part| cells(MEMORY.as_bytes(), Kind::Tmx, Some(part));
    assert_eq!(
        memory("fr-FR"),
        owned(&[
            ("u1", "Le vieux pont rouge & noir."),
            ("2", "Il pleut."),
            ("u1.2", "Fin.")
        ])
    );
    assert_eq!(memory("fr-ca"), owned(&[("u1", "Le pont ancien.")]));
    assert_eq!(memory("fr-FR.2"), owned(&[("2", "Il vente.")]));
    let said = refusal(MEMORY.as_bytes(), Kind::Tmx, None);
    assert!(
        said.contains("it holds several texts: fr-FR, FR-CA, fr-FR.2; name one of them: a#fr-FR"),
        "{said}"
    );
    // One alone needs no name.
    let one = MEMORY.replace("FR-CA", "fr-FR").replace(
        "<tuv xml:lang=\"fr-FR\"><prop",
        "<tuv xml:lang=\"en\"><prop",
    );
    assert!(
        refusal(one.as_bytes(), Kind::Tmx, Some("fr"))
            .contains("there is no `fr` in it; there are")
    );
}

#[test]
fn a_memory_in_utf_16_is_told_by_its_content() {
    let bytes = super::utf16(MEMORY, u16::to_le_bytes);
    let options = ReadOptions {
        part: Some("FR-CA".to_owned()),
        ..ReadOptions::default()
    };
    let reading = read_bytes(
        [b"\xFF\xFE".as_slice(), &bytes].concat(),
        "a",
        Siglum::nth(0),
        &options,
    );
    assert_eq!(reading.expect("a memory").witness.text, "Le pont ancien.\n");
}

#[test]
fn xliff_is_read_segment_by_segment() {
    let old = r#"<xliff version="1.2"><file source-language="en" target-language="fr"><header><note>x</note></header><body>
        <trans-unit id="a"><source>The <g id="1">old</g> <x id="2"/>bridge.</source><seg-source><mrk>The old</mrk></seg-source>
        <target>Le <bpt id="1">[b]</bpt>vieux pont.</target><alt-trans><target>Non.</target></alt-trans><note>Non.</note></trans-unit>
        <trans-unit id="b"><source>It rains.</source></trans-unit></body></file></xliff>"#;
    assert_eq!(
        cells(old.as_bytes(), Kind::Xliff, Some("source")),
        owned(&[("a", "The old bridge."), ("b", "It rains.")])
    );
    assert_eq!(
        cells(old.as_bytes(), Kind::Xliff, Some("fr")),
        owned(&[("a", "Le vieux pont.")])
    );
    let new = r#"<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f">
        <unit id="u"><notes><note>Non.</note></notes><originalData><data id="d">[b]</data></originalData>
        <segment id="s1"><source>The <pc id="1" dataRefStart="d">old</pc> bridge.</source><target>Le vieux pont.</target></segment>
        <ignorable><source> Non. </source></ignorable>
        <segment><source>It<ph id="2"/> rains<cp hex="0007"/>.</source><target>Il pleut.</target></segment></unit></file></xliff>"#;
    assert_eq!(
        cells(new.as_bytes(), Kind::Xliff, Some("target")),
        owned(&[("u/s1", "Le vieux pont."), ("u/2", "Il pleut.")])
    );
    assert_eq!(
        cells(new.as_bytes(), Kind::Xliff, Some("source"))[1].1,
        "It rains ."
    );
    let found = try_part(
        old.replace("<target>", "<note>")
            .replace("</target>", "</note>")
            .as_bytes(),
        Kind::Xliff,
        None,
    );
    let found = found.expect("the source");
    assert_eq!(
        (found.notes.as_slice(), found.witness.text.as_str()),
        (&[][..], "The old bridge.\nIt rains.\n")
    );
}

#[test]
fn a_unit_in_segments_has_a_row_for_each() {
    let unit = |target: &str| {
        format!(
            r#"<xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit id="7"><source>One. Two.</source>
            <seg-source><g id="1"><mrk mtype="seg" mid="1">O<mrk mtype="term">ne</mrk>.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></g></seg-source>
            <target>{target}</target></trans-unit></body></file></xliff>"#
        )
    };
    let found = |target: &str, part: &str| cells(unit(target).as_bytes(), Kind::Xliff, Some(part));
    let divided =
        r#"<mrk mtype="seg" mid="1"><g id="1">Un.</g></mrk> <mrk mtype="seg" mid="2">Deux.</mrk>"#;
    assert_eq!(
        found(divided, "source"),
        owned(&[("7/1", "One."), ("7/2", "Two.")])
    );
    assert_eq!(
        found(divided, "target"),
        owned(&[("7/1", "Un."), ("7/2", "Deux.")])
    );
    // Otherwise divided, in each other, or with text between, it is one.
    for whole in [
        r#"<mrk mtype="seg" mid="1">Un. <mrk mtype="seg" mid="2">Deux.</mrk></mrk>"#,
        "Un. Deux.",
        r#"<mrk mtype="seg" mid="1">Un.</mrk> Deux."#,
        r#"<mrk mtype="seg" mid="2">Un.</mrk> <mrk mtype="seg" mid="3">Deux.</mrk>"#,
    ] {
        assert_eq!(found(whole, "source"), owned(&[("7", "One. Two.")]));
        assert_eq!(found(whole, "target"), owned(&[("7", "Un. Deux.")]));
    }
}

#[test]
fn short_tags_of_a_memory_that_has_them_are_no_text() {
    let memory = |origin: &str| {
        format!(
            r#"<tmx version="1.1"><header o-tmf="{origin}"/><body><tu><tuv lang="fr"><seg>Un &lt;b0&gt;bail&lt;/b0&gt;.</seg></tuv></tu></body></tmx>"#
        )
    };
    let found = |origin: &str| cells(memory(origin).as_bytes(), Kind::Tmx, Some("fr"));
    assert_eq!(found("OmegaT TMX"), owned(&[("1", "Un bail.")]));
    assert_eq!(found("autre"), owned(&[("1", "Un <b0>bail</b0>.")]));
}

#[test]
fn messages_are_read_as_they_are_meant() {
    let po = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-15\\n\"\n\nmsgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"Où est l’œuf ?\\tFin\"\n\
        msgid \"Close\"\nmsgstr \"\"\n\"Ferme \"\n\"\\\"tout\\\".\"\n";
    let latin = encode(&po.replace('’', "'"), "iso-8859-15");
    assert_eq!(
        cells(&latin, Kind::Po, Some("msgstr")),
        owned(&[
            ("menu: Open", "Où est l'œuf ?\tFin"),
            ("Close", "Ferme \"tout\".")
        ])
    );
    let long = format!("msgid \"{}\"\nmsgstr \"Long.\"\n", "mot ".repeat(50));
    let found = cells(long.as_bytes(), Kind::Po, Some("target"));
    assert_eq!(found[0].0.chars().count(), 61);
}

#[test]
fn damaged_and_hostile_translations() {
    for (kind, text, part) in [
        (
            Kind::Po,
            "msgid \"a\nmsgstr \"b\"\n",
            "line 1 has a text that does not end with a quotation mark",
        ),
        (Kind::Po, "\"a\"\n", "line 1 has a text of nothing"),
        (
            Kind::Po,
            "msgid \"a\"\nmsgstr[99999999999] \"b\"\n",
            "line 2 is none of a file of messages",
        ),
        (
            Kind::Po,
            "msgid \"a\\\"\n",
            "does not end with a quotation mark",
        ),
        (
            Kind::Tmx,
            "<tmx><body><tu><tuv><seg>Il",
            "it is damaged (line 1: it ends in the middle)",
        ),
        (
            Kind::Tmx,
            "<!DOCTYPE t [<!ENTITY a \"x\">]><tmx><tu><tuv><seg>&a;</seg></tuv></tu></tmx>",
            "&a; stands for something else",
        ),
        (
            Kind::Xliff,
            "<xliff><trans-unit><source>a</b></source>",
            "is damaged",
        ),
    ] {
        let said = refusal(text.as_bytes(), kind, None);
        assert!(said.contains(part), "{said}");
    }
    // Out of place, and nested without end.
    for (kind, text) in [
        (
            Kind::Tmx,
            "<tmx><seg>a</seg><tuv><seg>b</seg></tuv></tmx>".to_owned(),
        ),
        (
            Kind::Xliff,
            "<xliff><source>a</source><target>b</target></xliff>".to_owned(),
        ),
        (
            Kind::Tmx,
            format!(
                "<tmx><tu><tuv><seg>{}{}</seg></tuv></tu></tmx>",
                "<hi>".repeat(100_000),
                "</hi>".repeat(100_000)
            ),
        ),
        (
            Kind::Po,
            "msgstr \"a\"\nmsgid_plural \"b\"\nmsgctxt \"c\"\n".to_owned(),
        ),
    ] {
        assert!(try_part(text.as_bytes(), kind, None).is_ok(), "{text:.80}");
    }
}

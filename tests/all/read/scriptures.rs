//! Scriptures: the same text, with the same names of verses, in whatever format.

use enregard::read::{Kind, ReadOptions, Reading, read_bytes};
use enregard::witness::{Language, Role, Siglum};

use super::documents::structure;
use super::{french, message, reading};

const USFM: &str = r#"\id GEN - Essai
\h Genèse
\toc1 La Genèse
\mt1 La Genèse
\c 1
\s1 La création
\r (Jean 1.1-3)
\p
\v 1 Au commencement, Dieu\f + \fr 1.1 \ft En hébreu : \fq Élohim\f* créa le ciel et la terre.
\v 2 La terre était \add toute\add* vide\x - \xo 1.2 \xt Jér 4.23\x* ; il n’y avait rien,
\q1 rien que le \w vent|lemma="souffle"\w*,
\q2 et la \+nd nuit\+nd*.
\p
\v 3-4 Dieu dit : « Que la lumière soit ! » Et ce fut~fait.
\c 2
\v 1 Ce fut la fin.
"#;

const USX: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<usx version="3.0"><book code="GEN" style="id">- Essai</book><para style="h">Genèse</para><para style="mt1">La Genèse</para>
<chapter number="1" style="c" sid="GEN 1"/>
  <para style="s1">La création</para>
  <para style="p"><verse number="1" style="v" sid="GEN 1:1"/>Au commencement, Dieu<note caller="+" style="f"><char style="fr">1.1 </char><char style="ft">En hébreu : </char><char style="fq">Élohim</char></note> créa le ciel et la terre. <verse eid="GEN 1:1"/><verse number="2" style="v" sid="GEN 1:2"/>La terre était <char style="add">toute</char> vide<note caller="-" style="x"><char style="xt">Jér 4.23</char></note> ; il n’y avait rien,</para>
  <para style="q1">rien que le <char style="w" lemma="souffle">vent</char>,</para>
  <para style="q2">et la <char style="nd">nuit</char>.<verse eid="GEN 1:2"/></para>
  <para style="p"><verse number="3-4" style="v" sid="GEN 1:3-4"/>Dieu dit : « Que la lumière soit ! » Et ce fut fait.<verse eid="GEN 1:3-4"/></para>
<chapter eid="GEN 1"/></usx>
"#;

const OSIS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<osis xmlns="http://www.bibletechnologies.net/2003/OSIS/namespace"><osisText osisIDWork="Essai" xml:lang="fr"><header><work><title>Non</title></work></header>
<div type="book" osisID="Gen"><title type="main">La Genèse</title><chapter osisID="Gen.1"><title>La création</title>
<p><verse sID="v1" osisID="Gen.1.1"/>Au commencement, Dieu<note>En hébreu : <catchWord>Élohim</catchWord></note> créa le ciel et la terre.<verse eID="v1"/>
<verse sID="v2" osisID="Gen.1.2"/>La terre était <transChange type="added">toute</transChange> vide<note type="crossReference">Jér 4.23</note> ; il n’y avait rien,</p>
<lg><l>rien que le <w lemma="x">vent</w>,</l><l>et la <divineName>nuit</divineName>.<verse eID="v2"/></l></lg>
<p><verse osisID="Gen.1.3 Gen.1.4">Dieu dit : « Que la lumière soit ! » Et ce fut fait.</verse></p></chapter>
<chapter osisID="Gen.2"><verse osisID="Gen.2.1">Ce fut la fin.</verse> <verse osisID="Gen.2.2">Fin.</verse></chapter></div></osisText></osis>
"#;

const USFX: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<usfx><languageCode>fra</languageCode>
<book id="GEN"><id id="GEN">Essai</id><h>Genèse</h><p sfm="mt" style="mt">La Genèse</p><c id="1"/><s>La création</s>
<p><v id="1" bcv="GEN.1.1"/>Au commencement, Dieu<f caller="+"><fr>1.1 </fr><ft>En hébreu : </ft><fq>Élohim</fq></f> créa le ciel et la terre.<ve/>
<v id="2"/>La terre était <add>toute</add> vide<x caller="-"><xo>1.2</xo><xt>Jér 4.23</xt></x> ; il n’y avait rien,</p>
<q level="1">rien que le <w s="x">vent</w>,</q><q level="2">et la <nd>nuit</nd>.<ve/></q>
<p><v id="3-4"/>Dieu dit : « Que la lumière soit ! » Et ce fut fait.<ve/></p><c id="2"/><p><v id="1"/>Ce fut la fin.<ve/></p></book></usfx>
"#;

const ZEFANIA: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<XMLBIBLE biblename="Essai"><INFORMATION><title>Non</title></INFORMATION><BIBLEBOOK bnumber="1" bname="La Genèse"><CHAPTER cnumber="1">
<CAPTION>La création</CAPTION><VERS vnumber="1">Au commencement, Dieu<NOTE>En hébreu : Élohim</NOTE> créa le ciel et la terre.</VERS>
<VERS vnumber="2">La terre était <STYLE css="x">toute</STYLE> vide<XREF fscope="Jer 4:23"/> ; il n’y avait rien,<BR/>rien que le <gr str="1">vent</gr>, et la nuit.</VERS>
<VERS vnumber="3" enumber="4">Dieu dit : « Que la lumière soit ! » Et ce fut fait.</VERS></CHAPTER>
<CHAPTER cnumber="2"><VERS vnumber="1">Ce fut la fin.</VERS></CHAPTER></BIBLEBOOK></XMLBIBLE>
"#;

/// The labels, each with its passage in one line.
fn verses(reading: &Reading) -> Vec<(&str, String)> {
    let witness = &reading.witness;
    let labels = witness.labels.iter();
    labels
        .map(|label| {
            (
                label.name.as_str(),
                witness.line(label.span).replace('\u{a0}', " "),
            )
        })
        .collect()
}

const VERSES: [(&str, &str); 3] = [
    ("GEN 1:1", "Au commencement, Dieu créa le ciel et la terre."),
    (
        "GEN 1:2",
        "La terre était toute vide ; il n’y avait rien, rien que le vent, et la nuit.",
    ),
    (
        "GEN 1:3-4",
        "Dieu dit : « Que la lumière soit ! » Et ce fut fait.",
    ),
];

#[test]
fn verses_have_the_same_names_in_all_formats() {
    for text in [USFM, USX, USFX, OSIS] {
        // Told by its content.
        let found = reading(text.as_bytes(), &ReadOptions::default());
        let verses = verses(&found);
        for ((name, text), (expected, passage)) in verses.iter().zip(VERSES) {
            assert_eq!((*name, text.as_str()), (expected, passage));
        }
        let (note, text) = verses.last().expect("a note");
        assert_eq!((*note, text.as_str()), ("note 1", "En hébreu : Élohim"));
        assert_eq!(found.witness.language, Language::FRENCH);
        let of_text: Vec<(Role, &str)> = found
            .witness
            .structure
            .iter()
            .filter(|part| part.skip.is_none())
            .map(|part| (part.role, found.witness.slice(part.span)))
            .take(5)
            .collect();
        assert_eq!(
            of_text,
            [
                (Role::Heading, "La Genèse"),
                (Role::Heading, "La création"),
                (
                    Role::Body,
                    "Au commencement, Dieu créa le ciel et la terre. La terre était toute vide ; il n’y avait rien,"
                ),
                (Role::Verse, "rien que le vent,"),
                (Role::Verse, "et la nuit."),
            ]
        );
    }
    let found = reading(OSIS.as_bytes(), &french());
    assert_eq!(
        structure(&found)[6..8],
        [(Role::Verse, "Ce fut la fin."), (Role::Verse, "Fin.")]
    );
}

#[test]
fn verses_of_zefania_are_a_line_each() {
    let found = reading(ZEFANIA.as_bytes(), &french());
    let verses = verses(&found);
    let passages: Vec<(&str, &str)> = verses
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    assert_eq!(passages[..3], VERSES);
    assert_eq!(
        passages[3..],
        [
            ("GEN 2:1", "Ce fut la fin."),
            ("note 1", "En hébreu : Élohim")
        ]
    );
    let roles: Vec<Role> = found
        .witness
        .structure
        .iter()
        .map(|part| part.role)
        .collect();
    let (heading, verse) = (Role::Heading, Role::Verse);
    assert_eq!(roles, [heading, verse, verse, verse, verse, Role::Footnote]);
}

#[test]
fn a_heading_ends_a_verse_and_a_chapter_begins_anew() {
    let usfm = "\\id PSA\n\\c 1\n\\q \\v 1 Heureux l’homme.\n\\s Autre\n\\q Suite ?\n\\c 2\n\\b\n\\p \\v 1\\vp (2)\\vp* Pourquoi ?\n";
    let found = reading(usfm.as_bytes(), &french());
    assert_eq!(
        verses(&found),
        [
            ("PSA 1:1", "Heureux l’homme.".to_owned()),
            ("PSA 2:1", "Pourquoi ?".to_owned())
        ]
    );
}

#[test]
fn sidebars_are_left_out_and_words_in_words_are_read() {
    let usfm = "\\id GEN\n\\c 1\n\\p \\v 1 Il \\w \\+nd pleut\\+nd* fort|pleuvoir\\w* ici.\n\\esb \\cat x\\cat*\n\\ms La pluie\n\\p Elle tombe.\n\\esbe\n\\p Il vente.\n\\v 2 Fin.\n";
    let usx = "<usx><book code=\"GEN\" style=\"id\"/><chapter number=\"1\"/><para style=\"p\"><verse number=\"1\"/>Il \
               <char style=\"w\"><char style=\"nd\">pleut</char> fort</char> ici.</para><sidebar style=\"esb\"><para style=\"ms\">La \
               pluie</para><para style=\"p\">Elle tombe.</para></sidebar><para style=\"p\">Il vente.<verse number=\"2\"/>Fin.</para></usx>";
    for text in [usfm, usx] {
        let found = reading(text.as_bytes(), &french());
        let verses = verses(&found);
        assert_eq!(
            (
                verses[0].0,
                verses[0].1.replace('\n', " ").replace("  ", " ").as_str()
            ),
            ("GEN 1:1", "Il pleut fort ici. Il vente."),
            "{text}"
        );
        assert_eq!(verses[1], ("GEN 1:2", "Fin.".to_owned()));
    }
}

#[test]
fn damaged_and_hostile_scriptures() {
    for (text, part) in [
        ("<osis><osisText><p>Un", "it ends in the middle"),
        ("<usfx><book id=\"GEN\"><p>Un", "it ends in the middle"),
        ("<XMLBIBLE><VERS>Un</XMLBIBLE>", "is damaged"),
        ("<usx><para style=\"p\">Un</book></usx>", "is damaged"),
        (
            "<!DOCTYPE osis [<!ENTITY a \"aaaa\">]><osis><p>&a;</p></osis>",
            "&a; stands for something else",
        ),
    ] {
        let said = message(text.as_bytes(), &french());
        assert!(said.contains(part), "{said}");
    }
    // Markers without names, ends of what has not begun, notes that never end.
    for odd in [
        "\\id \\\\* \\ \\*",
        "\\id GEN\n\\v",
        "\\id GEN\n\\f*\\f \\f + \\ft Un \\v 1 deux\\x",
        "\\id \u{feff}É\\v é|\\w|\\w*",
    ] {
        let _ = read_bytes(odd.into(), "a", Siglum::nth(0), &french());
    }
    let nested = format!(
        "<osis>{}Fond{}</osis>",
        "<note>".repeat(50_000),
        "</note>".repeat(50_000)
    );
    assert_eq!(reading(nested.as_bytes(), &french()).witness.text, "Fond\n");
    let options = ReadOptions {
        kind: Some(Kind::Usfm),
        ..french()
    };
    let open = reading("\\f + \\ft Une note".as_bytes(), &options);
    assert_eq!(structure(&open), [(Role::Footnote, "Une note")]);
}

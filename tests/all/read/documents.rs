//! Documents of word processors: what is their text, and what is wrong with those that cannot be read.

use std::io::{Cursor, Write};

use enregard::read::{Kind, Note, ReadOptions, Reading, Tracked, read};
use enregard::witness::{Role, Siglum};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{french, message, reading};

/// A file among the fixtures.
pub fn fixture(name: &str, options: &ReadOptions) -> Reading {
    let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    read(path, Siglum::nth(0), options).expect("a text")
}

/// The story of the mill that stands in fixtures of several kinds, with the lines of its poem as a kind has them.
pub fn mill(poem: &str) -> Vec<(Role, &str)> {
    vec![
        (Role::Heading, "Chapitre premier"),
        (
            Role::Body,
            "Il était une fois un moulin qui ne tournait plus. Le meunier dormait.",
        ),
        (Role::Body, "La rivière chantait sous les saules."),
        (Role::Heading, "Chapitre deux"),
        (
            Role::Body,
            "Un matin, la roue se remit à tourner. Personne n’y croyait :",
        ),
        (Role::Item, "ni le maire,"),
        (Role::Item, "ni le curé."),
        (Role::Body, poem),
        (Role::Footnote, "Depuis l’hiver."),
        (Role::Footnote, "Pas même sa femme."),
        (Role::Footnote, "Elle était de Sarlat."),
    ]
}

/// The paragraphs of a text, each with its role.
pub fn structure(reading: &Reading) -> Vec<(Role, &str)> {
    let witness = &reading.witness;
    let parts = witness.structure.iter();
    parts
        .map(|part| (part.role, witness.slice(part.span)))
        .collect()
}

/// An archive of these parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let bytes: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    archive_of_bytes(&bytes)
}

pub fn archive_of_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A Word document of these paragraphs, in its XML.
fn docx(body: &str) -> Vec<u8> {
    archive(&[(
        "word/document.xml",
        &format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#),
    )])
}

#[test]
fn a_word_document_has_headings_items_cells_and_notes() {
    let found = fixture("documents/bridge.docx", &french());
    assert_eq!(
        structure(&found),
        [
            (Role::Heading, "Le vieux pont"),
            (Role::Heading, "Le vieux pont de Sarlat"),
            (
                Role::Body,
                "Le vieux pont de Sarlat date du douzième siècle. Il a été :"
            ),
            (Role::Item, "restauré en 1890 ;"),
            (Role::Item, "fermé en 1944 ;"),
            (Role::Item, "rouvert en 1951."),
            (Role::Body, "« On ne l’a jamais aimé », dit le maire."),
            (Role::Heading, "Les visiteurs"),
            (
                Role::Body,
                "On compte chaque été les visiteurs qui passent le pont."
            ),
            (Role::Cell, "Année"),
            (Role::Cell, "Visiteurs"),
            (Role::Cell, "2019"),
            (Role::Cell, "12 000"),
            (Role::Cell, "2020"),
            (Role::Cell, "3 500"),
            (
                Role::Body,
                "La commune voudrait le fermer aux voitures avant l’hiver."
            ),
            (Role::Footnote, "Selon l’historien Paul Meyer."),
            (Role::Footnote, "La mairie les compte depuis 1987."),
        ]
    );
    let witness = &found.witness;
    let labels: Vec<&str> = witness.labels.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(labels, ["note 1", "note 2"]);
    assert_eq!(
        witness.slice(witness.labels[1].span),
        "La mairie les compte depuis 1987."
    );
    assert_eq!(found.notes, [Note::TrackedAccepted]);
}

#[test]
fn tracked_changes_are_left_out_when_that_is_wanted() {
    let options = ReadOptions {
        tracked: Tracked::Original,
        ..french()
    };
    let found = fixture("documents/bridge.docx", &options);
    let text = &found.witness.text;
    assert!(
        text.contains("La commune veut le fermer aux voitures ."),
        "{text}"
    );
    assert_eq!(found.notes, [Note::TrackedOriginal]);
    let merged = docx(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Un</w:t></w:r></w:p><w:p><w:r><w:t>, deux.</w:t></w:r></w:p>\
         <w:moveFrom><w:p><w:r><w:t>Trois.</w:t></w:r></w:p></w:moveFrom>",
    );
    assert_eq!(reading(&merged, &french()).witness.text, "Un, deux.\n");
    assert_eq!(
        reading(&merged, &options).witness.text,
        "Un\n\n, deux.\n\nTrois.\n"
    );
}

#[test]
fn a_text_box_stands_once_and_lines_stay() {
    let found = fixture("documents/mill.docx", &french());
    assert_eq!(
        found.witness.text,
        "Le moulin\n\nLe moulin tourne encore, et son meunier aussi.\n\nOuvert tous les jours.\n\n\
         Une adresse :\nPlace du Marché,\nà gauche.\n"
    );
}

#[test]
fn what_is_no_text_of_a_document_is_left_out() {
    let hidden = docx(
        "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>\
         <w:r><w:t>Avant </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché </w:t></w:r>\
         <w:r><w:instrText>PAGE</w:instrText></w:r>\
         <w:ruby><w:rt><w:r><w:t>rubis</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>apr&#232;s</w:t></w:r></w:rubyBase></w:ruby>\
         <w:r><w:noBreakHyphen/><w:t>midi.</w:t></w:r></w:p>",
    );
    let found = reading(&hidden, &french());
    assert_eq!(
        structure(&found),
        [(Role::Body, "Avant après\u{2011}midi.")]
    );
}

#[test]
fn a_document_is_compared_as_its_plain_text() {
    let from = |name: &str| fixture(name, &french()).witness;
    let article = from("kremlin/000.txt");
    let rows = |name: &str| {
        let pair = [from(name), article.clone()];
        let table = enregard::compare_witnesses(pair, &enregard::CompareOptions::default());
        let cells = |row: &enregard::table::Row| row.cells.clone();
        table
            .expect("a table")
            .rows
            .iter()
            .map(cells)
            .collect::<Vec<_>>()
    };
    assert_eq!(rows("kremlin/001.docx"), rows("kremlin/001.txt"));
}

#[test]
fn what_gzip_has_compressed_is_read() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all("L’été fut court.".as_bytes()).expect("text");
    let mut bytes = gzip.finish().expect("compressed");
    assert_eq!(reading(&bytes, &french()).witness.text, "L’été fut court.");
    bytes.truncate(bytes.len() - 9);
    let said = message(&bytes, &french());
    assert!(
        said.starts_with("a.txt: is compressed by gzip, but it is damaged"),
        "{said}"
    );
}

#[test]
fn damaged_documents_are_named_with_their_place() {
    let whole = docx("<w:p><w:r><w:t>Un.</w:t></w:r></w:p>");
    for (bytes, part) in [
        (whole[..whole.len() - 30].to_vec(), "it is damaged"),
        (
            docx("<w:p>\n<w:r>"),
            "word/document.xml is damaged (line 2:",
        ),
        (
            archive(&[("word/styles.xml", "<a/>")]),
            "word/document.xml is missing",
        ),
    ] {
        let said = message(&bytes, &french());
        assert!(
            said.starts_with("a.txt: is a Word document (.docx), but ") && said.contains(part),
            "{said}"
        );
        assert!(said.contains("get the file anew"), "{said}");
    }
}

#[test]
fn hostile_documents_are_refused() {
    // Far more than it seems.
    let bomb = docx(&" ".repeat(1 << 20));
    let options = ReadOptions {
        max_size: 100 << 10,
        ..french()
    };
    assert!(bomb.len() < 10 << 10);
    let said = message(&bomb, &options);
    assert!(said.contains("it unpacks to more than 100 KiB"), "{said}");
    // Entities that stand for each other.
    let laughs = archive(&[(
        "word/document.xml",
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<d><p><r><t>&b;</t></r></p></d>",
    )]);
    let said = message(&laughs, &french());
    assert!(
        said.contains("line 2: &b; stands for something else"),
        "{said}"
    );
    // An office document under a password is no archive.
    let mut encrypted = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let said = message(&encrypted, &french());
    assert!(said.contains("is an encrypted Office document"), "{said}");
    // Names that lead out of the archive lead nowhere.
    let mut parts = vec![("word/document.xml", "<d><p><r><t>Un.</t></r></p></d>")];
    let relations = "<R><Relationship Type=\"x/footnotes\" Target=\"../../../../etc/passwd\"/></R>";
    parts.push(("word/_rels/document.xml.rels", relations));
    assert_eq!(reading(&archive(&parts), &french()).witness.text, "Un.\n");
    // No depth is too deep.
    let deep = docx(&["<w:sdt>".repeat(50_000), "</w:sdt>".repeat(50_000)].concat());
    assert_eq!(reading(&deep, &french()).witness.text, "");
}

#[test]
fn what_is_named_counts_for_more_than_what_is_seen() {
    let options = ReadOptions {
        kind: Some(Kind::Docx),
        ..french()
    };
    let said = message(b"Un.", &options);
    assert!(said.contains("is a Word document (.docx), but"), "{said}");
}

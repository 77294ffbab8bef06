//! PDF documents: what is their text, in which paragraphs and on which pages, and what is said of those that cannot be read.

use std::io::Write;

use enregard::read::ReadOptions;
use enregard::witness::{Level, Role, Skip};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::documents::structure;
use super::{french, message, reading, try_read};

/// A document of these objects, the first of which is its root; `more` stands in its trailer.
fn document(objects: &[Vec<u8>], more: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        writeln!(file, "{} 0 obj", n + 1).expect("memory");
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("memory");
    for place in &places {
        writeln!(file, "{place:010} 00000 n ").expect("memory");
    }
    write!(
        file,
        "trailer\n<</Size {}/Root 1 0 R{more}>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    )
    .expect("memory");
    file
}

/// An object with a stream.
fn stream(content: &[u8], more: &str) -> Vec<u8> {
    let mut object = format!("<<{more}/Length {}>>stream\n", content.len()).into_bytes();
    object.extend(content);
    object.extend(b"\nendstream");
    object
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(content).expect("memory");
    packer.finish().expect("memory")
}

/// A font of Windows whose letters are half as wide as they are high, in Windows-1252.
fn font(more: &str) -> Vec<u8> {
    let widths = "500 ".repeat(224);
    format!(
        "<</Type/Font/Subtype/TrueType/BaseFont/Test/FirstChar 32/Widths[{widths}]/Encoding/WinAnsiEncoding{more}>>"
    )
    .into_bytes()
}

const RESOURCES: &str = "/Resources<</Font<</F 3 0 R>>/XObject<</X 4 0 R>>>>";

/// A document of pages with this content, which have a font `F` and the form `X`.
fn pages(contents: &[&str], font: Vec<u8>, form: Vec<u8>) -> Vec<u8> {
    let kids: String = (0..contents.len())
        .map(|n| format!("{} 0 R ", 5 + 2 * n))
        .collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!(
            "<</Type/Pages/Kids[{kids}]/Count {}{RESOURCES}>>",
            contents.len()
        )
        .into_bytes(),
        font,
        form,
    ];
    for (n, content) in contents.iter().enumerate() {
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(content);
        objects
            .push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 6 + 2 * n).into_bytes());
        objects.push(stream(&latin, ""));
    }
    document(&objects, "")
}

fn form() -> Vec<u8> {
    stream(
        b"BT /F 10 Tf 50 100 Td (Dans un cadre.) Tj ET",
        "/Type/XObject/Subtype/Form",
    )
}

/// A page of lines: where each begins, how high it stands, its size and text.
fn page(lines: &[(u32, u32, u32, &str)]) -> String {
    let line = |(x, y, size, text): &(u32, u32, u32, &str)| {
        format!("BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n")
    };
    lines.iter().map(line).collect()
}

fn text(content: &str) -> String {
    reading(&pages(&[content], font(""), form()), &french())
        .witness
        .text
}

#[test]
fn paragraphs_go_on_over_pages_and_notes_stand_behind() {
    let first = page(&[
        (300, 780, 10, "Le moulin"),
        (50, 740, 16, "Chapitre premier"),
        (60, 700, 10, "Il était une fois un moulin qui ne tour-"),
        (50, 688, 10, "nait plus. Le meunier dormait tout le jour,"),
        (50, 676, 10, "et la rivière chantait sous les saules."),
        (60, 664, 10, "Un matin, la roue se remit à tourner, et"),
        (50, 600, 8, "1 Depuis l’hiver."),
        (200, 30, 10, "12"),
    ]);
    let second = page(&[
        (300, 780, 10, "Le moulin"),
        (50, 740, 10, "personne n’y croyait plus dans le village."),
        (200, 30, 10, "13"),
    ]);
    let file = pages(&[&first, &second], font(""), form());
    let reading = reading(&file, &french());
    assert_eq!(
        structure(&reading),
        [
            (Role::Body, "Le moulin"),
            (Role::Body, "12"),
            (Role::Heading, "Chapitre premier"),
            (
                Role::Body,
                "Il était une fois un moulin qui ne tour-\nnait plus. Le meunier dormait tout le jour, \
                 et la rivière chantait sous les saules."
            ),
            (
                Role::Body,
                "Un matin, la roue se remit à tourner, et personne n’y croyait plus dans le village."
            ),
            (Role::Body, "Le moulin"),
            (Role::Body, "13"),
            (Role::Footnote, "Depuis l’hiver."),
        ]
    );
    let witness = &reading.witness;
    let skipped = |n: usize| witness.structure[n].skip == Some(Skip::Page);
    assert_eq!(
        [0, 1, 2, 5, 6, 7].map(skipped),
        [true, true, false, true, true, false]
    );
    let labels: Vec<(&str, &str)> = witness
        .labels
        .iter()
        .map(|label| (label.name.as_str(), witness.slice(label.span)))
        .collect();
    assert_eq!(labels[0].0, "p. 1");
    assert!(labels[0].1.starts_with("Chapitre premier") && labels[0].1.ends_with("tourner, et"));
    assert_eq!(labels[1].0, "p. 2");
    assert!(labels[1].1.starts_with("personne n’y croyait"));
    assert_eq!(labels[2], ("note 1", "Depuis l’hiver."));
    let sentences: Vec<&str> = witness
        .sentences
        .iter()
        .map(|unit| witness.slice(unit.span))
        .collect();
    assert!(sentences.contains(&"Il était une fois un moulin qui ne tour-\nnait plus."));
}

#[test]
fn columns_are_read_one_behind_the_other() {
    let lines = page(&[
        (50, 700, 10, "La première colonne est assez longue"),
        (50, 688, 10, "pour que sa phrase aille plus loin que"),
        (320, 700, 10, "son dernier mot, et continue dans la"),
        (320, 688, 10, "seconde, où elle finit."),
    ]);
    assert_eq!(
        text(&lines),
        "La première colonne est assez longue pour que sa phrase aille plus loin que son dernier mot, et continue \
         dans la seconde, où elle finit.\n"
    );
}

#[test]
fn words_are_told_by_where_their_letters_stand() {
    // Kerning, spaces that are none but a move, words set apart, letters shown twice to look bold, a raised figure, a form.
    let content = "BT /F 10 Tf 50 700 Td [(mo) 20 (ulin) -280 (vert)] TJ ET
        BT /F 10 Tf 110 700 Td (et) Tj 30 Tw ( gros) Tj ET
        BT /F 10 Tf 50 650 Td (A) Tj 0.2 0 Td (A) Tj ET BT /F 10 Tf 55 650 Td (h !) Tj /F 6 Tf 4 Ts (12) Tj ET
        q 1 0 0 1 0 500 cm /X Do Q
        BT /F 10 Tf 0 1 -1 0 20 300 Tm (Sur le bord.) Tj ET
        BT /F 40 Tf 1 1 -1 1 100 300 Tm (BROUILLON) Tj ET";
    assert_eq!(
        text(content),
        "moulin vert et gros\n\nAh !¹²\n\nDans un cadre.\n\nSur le bord.\n"
    );
}

#[test]
fn what_marks_say_counts() {
    let content = "/Artifact <</Type/Pagination>> BDC BT /F 10 Tf 50 780 Td (Page 3) Tj ET EMC
        BT /F 10 Tf 50 700 Td (Une ) Tj /Span <</ActualText (fin)>> BDC (X) Tj (Y) Tj EMC (.) Tj ET";
    assert_eq!(text(content), "Une fin.\n");
    let all = "/Artifact BMC BT /F 10 Tf 50 780 Td (Tout est dehors.) Tj ET EMC";
    assert_eq!(text(all), "Tout est dehors.\n");
}

#[test]
fn fonts_say_what_their_codes_are() {
    let content = "BT /F 10 Tf 50 700 Td (A\x02 B) Tj ET";
    let named = font("")
        .iter()
        .map(|&b| b as char)
        .collect::<String>()
        .replace(
            "/Encoding/WinAnsiEncoding",
            "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[2/f_f_i 66/eacute]>>",
        );
    let file = pages(&[content], named.into_bytes(), form());
    assert_eq!(reading(&file, &french()).witness.text, "Affi é\n");

    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <FB01> <0002> <006E> endbfchar";
    let composed = "<</Type/Font/Subtype/Type0/BaseFont/T/Encoding/Identity-H/ToUnicode 4 0 R\
        /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[600]]>>]>>";
    let content = "BT /F 10 Tf 50 700 Td <00010002> Tj ET";
    let file = pages(
        &[content],
        composed.as_bytes().to_vec(),
        stream(map.as_bytes(), ""),
    );
    assert_eq!(reading(&file, &french()).witness.text, "fin\n");
    let untold = composed.replace("/ToUnicode 4 0 R", "");
    let said = message(&pages(&[content], untold.into_bytes(), form()), &french());
    assert!(
        said.contains(
            "its fonts do not say which letters they show; have its text recognised: ocrmypdf"
        ),
        "{said}"
    );
}

#[test]
fn what_cannot_be_read_is_told() {
    let said = message(&pages(&["0 0 m"], font(""), form()), &french());
    assert!(
        said.contains("it has no text, as scans have none; have its text recognised: ocrmypdf"),
        "{said}"
    );

    let root = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
    let secret = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>/ID[(a)(b)]";
    let kids = b"<</Type/Pages/Kids[]/Count 0>>".to_vec();
    let said = message(&document(&[root.clone(), kids.clone()], secret), &french());
    assert!(
        said.contains("it is encrypted; save it without a password"),
        "{said}"
    );

    let said = message(&document(&[root.clone(), kids], ""), &french());
    assert!(
        said.contains("it is damaged (it has no pages); get the file anew"),
        "{said}"
    );
    // A tree of pages that stands in itself.
    let said = message(
        &document(&[root, b"<</Type/Pages/Kids[2 0 R]/Count 1>>".to_vec()], ""),
        &french(),
    );
    assert!(said.contains("it has no pages"), "{said}");
    assert!(message(b"%PDF-1.7\n", &french()).contains("it is damaged ("));
}

#[test]
fn traps_are_told_with_little_memory() {
    const VAST: &str = "it unpacks to more than a text has";
    let blank = vec![b' '; 40 << 20];
    let once = packed(&blank);
    let filters = ["/Filter/FlateDecode", "/Filter[/FlateDecode/FlateDecode]"];
    let one = pages(&["/X Do"], font(""), form());
    for (filter, content) in filters.into_iter().zip([once.clone(), packed(&once)]) {
        let objects = [
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            format!("<</Type/Pages/Kids[4 0 R]/Count 1{RESOURCES}>>").into_bytes(),
            font(""),
            b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>".to_vec(),
            stream(&content, filter),
        ];
        let said = message(&document(&objects, ""), &french());
        assert!(said.contains(VAST), "{said}");
    }
    // Objects that all are said to stand in one place.
    let index: String = (10..1000).map(|n| format!("{n} 0 ")).collect();
    let objects = format!("{index}[{}]", "0 ".repeat(1000));
    let objects = stream(
        objects.as_bytes(),
        &format!("/Type/ObjStm/N 990/First {}", index.len()),
    );
    let mut all = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[]>>".to_vec(),
    ];
    all.push(objects);
    assert!(message(&document(&all, ""), &french()).contains(VAST));
    // Forms that draw each other, and themselves; states without an end; arrays in arrays.
    let draws = stream(&b"/X Do ".repeat(30), "/Type/XObject/Subtype/Form");
    assert!(message(&pages(&["/X Do"], font(""), draws), &french()).contains(VAST));
    let deep = format!(
        "{} BT /F 10 Tf 50 700 Td (Bonjour.) Tj ET {}",
        "q ".repeat(100_000),
        "[".repeat(100_000)
    );
    assert_eq!(text(&deep), "Bonjour.\n");
    // What is told of a code is no book.
    let map = format!(
        "1 beginbfrange <00> <FF> <{}> endbfrange",
        "0041".repeat(100_000)
    );
    let content = format!("BT /F 10 Tf 50 700 Td ({}) Tj ET", "a".repeat(1000));
    let file = pages(
        &[&content],
        font("/ToUnicode 4 0 R"),
        stream(map.as_bytes(), ""),
    );
    assert_eq!(reading(&file, &french()).witness.text.len(), 1001);
    assert_eq!(reading(&one, &french()).witness.text, "Dans un cadre.\n");
}

#[test]
fn no_damage_is_fatal() {
    let lines = page(&[
        (50, 700, 10, "Il était une fois un moulin."),
        (50, 688, 10, "Il ne tournait plus."),
    ]);
    let file = pages(&[&lines, "/X Do"], font(""), form());
    let options = ReadOptions {
        level: Level::Paragraph,
        ..french()
    };
    for at in (0..file.len()).step_by(29) {
        let mut damaged = file.clone();
        damaged[at] = damaged[at].wrapping_add(1 + (at % 200) as u8);
        for bytes in [&file[..at], &damaged] {
            if let Err(error) = try_read(bytes, &options) {
                assert!(error.to_string().starts_with("a.txt: "), "{error}");
            }
        }
    }
}

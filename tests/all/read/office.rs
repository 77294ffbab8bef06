//! OpenDocument and RTF: the same text as that of the Word document, and what is wrong with those that cannot be read.

use std::io::{Cursor, Write};

use enregard::read::{Note, ReadOptions, Reading, Tracked, read_bytes};
use enregard::witness::{Role, Siglum};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::documents::{fixture, structure};
use super::{encode, french, message, reading};

#[test]
fn a_document_is_the_same_text_whatever_it_was_saved_as() {
    for tracked in [Tracked::Accepted, Tracked::Original] {
        let options = ReadOptions {
            tracked,
            ..french()
        };
        for name in ["bridge", "mill"] {
            let word = fixture(&format!("documents/{name}.docx"), &options);
            for extension in ["odt", "rtf"] {
                let found = fixture(&format!("documents/{name}.{extension}"), &options);
                let what = format!("{name}.{extension}");
                assert_eq!(structure(&found), structure(&word), "{what}");
                assert_eq!(found.witness.labels, word.witness.labels, "{what}");
                assert_eq!(found.notes, word.notes, "{what}");
            }
        }
    }
}

/// A text in one flat file.
fn flat(body: &str) -> Vec<u8> {
    format!(
        r#"<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="t" xmlns:style="s">
        <office:automatic-styles><style:style style:name="P1" style:parent-style-name="P2"/><style:style style:name="P2" style:parent-style-name="Heading_20_3"/>
        <style:style style:name="R" style:parent-style-name="R"/></office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>"#
    )
    .into_bytes()
}

#[test]
fn what_is_no_text_of_an_open_document_is_left_out() {
    let found = reading(
        &flat(
            r#"<text:table-of-content><text:index-body><text:p>Le pont 1</text:p></text:index-body></text:table-of-content>
            <text:p text:style-name="P1">Le pont</text:p><text:p text:style-name="R">Il<text:s text:c="3"/>est<text:tab/>vieux<office:annotation><text:p>Non !</text:p></office:annotation>,
            <text:ruby><text:ruby-base>très</text:ruby-base><text:ruby-text>non</text:ruby-text></text:ruby><text:line-break/>vieux.</text:p>"#,
        ),
        &french(),
    );
    assert_eq!(
        structure(&found),
        [
            (Role::Body, "Le pont 1"),
            (Role::Heading, "Le pont"),
            (Role::Body, "Il est vieux, très\nvieux."),
        ]
    );
    assert!(found.witness.structure[0].skip.is_some());
}

#[test]
fn changes_of_paragraphs_are_undone() {
    let body = flat(
        r#"<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info/><text:p>fin.</text:p><text:p>Début</text:p></text:deletion></text:changed-region>
        <text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>
        <text:p>Une <text:change text:change-id="d"/>seule phrase<text:change-start text:change-id="i"/> !</text:p><text:p>Ou<text:change-end text:change-id="i"/> plus.</text:p>"#,
    );
    let read = |tracked| {
        let options = ReadOptions {
            tracked,
            ..french()
        };
        reading(&body, &options)
    };
    assert_eq!(
        structure(&read(Tracked::Accepted)),
        [(Role::Body, "Une seule phrase !"), (Role::Body, "Ou plus.")]
    );
    let original = read(Tracked::Original);
    assert_eq!(
        structure(&original),
        [
            (Role::Body, "Une fin."),
            (Role::Body, "Débutseule phrase plus.")
        ]
    );
    assert_eq!(original.notes, [Note::TrackedOriginal]);
}

fn rtf(body: &str) -> Reading {
    reading(format!("{{\\rtf1\\ansi {body}}}").as_bytes(), &french())
}

#[test]
fn rtf_has_characters_by_their_numbers_and_their_code_pages() {
    let found = rtf("\\ansicpg1252 {\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}}\\f0 D\\'e9j\\'e0\\~: \\uc1\\u339?\\u-10179?\\u-8704?, {\\f1\\'cc\\'e8\\'f0} \\ldblquote oui\\rdblquote\\emdash\\u8217\\'92\\uc2\\u233\\'c3\\'a9\\par}".trim_end_matches('}'));
    assert_eq!(found.witness.text, "Déjà\u{a0}: œ😀, Мир “oui”—’é\n");
    // Bytes that are none of ASCII are those of the code page.
    let bytes = encode(
        "{\\rtf1\\ansi\\ansicpg1252 Où est l’œuf\\par}",
        "windows-1252",
    );
    assert_eq!(reading(&bytes, &french()).witness.text, "Où est l’œuf\n");
}

/// The bytes of a word as RTF writes them.
fn hexed(text: &str, label: &str) -> String {
    let bytes = encode(text, label);
    bytes.iter().map(|byte| format!("\\'{byte:02x}")).collect()
}

#[test]
fn rtf_in_any_script_is_read_by_its_fonts_and_by_its_code_page() {
    for (charset, page, label, word) in [
        (77, 10000, "macintosh", "Où ça ?"),
        (128, 932, "shift_jis", "吾輩は猫である"),
        (129, 949, "euc-kr", "나는 고양이다"),
        (134, 936, "gbk", "我是猫"),
        (136, 950, "big5", "學而時習之"),
        (161, 1253, "windows-1253", "Λόγος"),
        (162, 1254, "windows-1254", "İstanbul’da şüphe"),
        (163, 1258, "windows-1258", "Đâu"),
        (177, 1255, "windows-1255", "בראשית"),
        (178, 1256, "windows-1256", "في البدء"),
        (186, 1257, "windows-1257", "Žmogus"),
        (204, 1251, "windows-1251", "Слово"),
        (222, 874, "windows-874", "คำ"),
        (238, 1250, "windows-1250", "Źdźbło"),
    ] {
        let said = hexed(word, label);
        let by_font = rtf(&format!(
            "\\ansicpg1252 {{\\fonttbl{{\\f1\\fcharset{charset} X;}}}}{{\\f1 {said}}}\\par"
        ));
        assert_eq!(by_font.witness.text, format!("{word}\n"), "{charset}");
        let by_page = rtf(&format!("\\ansicpg{page} {said}\\par"));
        assert_eq!(by_page.witness.text, format!("{word}\n"), "{page}");
    }
    // A page or a set that nobody knows leaves that of the whole.
    let odd = rtf("\\ansicpg4711 {\\fonttbl{\\f1\\fcharset99 X;}}{\\f1 d\\'e9j\\'e0}\\par");
    assert_eq!(odd.witness.text, "déjà\n");
    let whole = rtf("\\ansicpg65001 d\\'c3\\'a9j\\'c3\\'a0\\par");
    assert_eq!(whole.witness.text, "déjà\n");
}

#[test]
fn a_part_of_an_rtf_document_is_told_and_tables_in_tables_stand_once() {
    let table = "{\\pard\\intbl\\itap2 Un\\nestcell Deux\\nestcell\n{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables Un Deux\\par}\\pard\\intbl Trois\\cell\\row}";
    let found = reading(table.as_bytes(), &french());
    let cells = ["Un", "Deux", "Trois"].map(|text| (Role::Cell, text));
    assert_eq!(structure(&found), cells);
}

#[test]
fn what_is_no_text_of_an_rtf_document_is_left_out() {
    let found = rtf(
        "{\\stylesheet{\\s0 Normal;}{\\s3\\b heading 2;}{\\*\\cs9 Heading 2 Char;}}{\\info{\\title Non}}{\\header Non\\par}{\\*\\inconnu {\\b Non}}\n\
        \\pard\\s3 Le pont\\par\\pard{\\listtext 1.\\tab}Un\\b  mot\\b0 .\\par\\pard\\intbl Case\\cell Autre\\cell\\row\\pard\\plain Il {\\v cach\\'e9 }est{\\pict\\bin4 {}{}} l\\'e0{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt  encore}}.{\\footnote\\pard Une note.\\par}\\line Fin.\\par",
    );
    assert_eq!(
        structure(&found),
        [
            (Role::Heading, "Le pont"),
            (Role::Item, "Un mot."),
            (Role::Cell, "Case"),
            (Role::Cell, "Autre"),
            (Role::Body, "Il est là encore.\nFin."),
            (Role::Footnote, "Une note."),
        ]
    );
}

/// An archive of these parts, behind the one that says what it is.
fn open_document(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let what = ("mimetype", "application/vnd.oasis.opendocument.text");
    for (name, text) in [what].iter().chain(parts) {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(*name, stored).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("an archive").into_inner()
}

#[test]
fn damaged_and_hostile_documents() {
    let said = message(b"{\\rtf1 Un {\\b mot", &french());
    assert!(
        said.contains("is an RTF document, but it is damaged (it ends in the middle)"),
        "{said}"
    );
    let deep = format!(
        "{{\\rtf1 {}Fond{}}}",
        "{".repeat(200_000),
        "}".repeat(200_000)
    );
    assert_eq!(reading(deep.as_bytes(), &french()).witness.text, "Fond\n");
    // Groups that end before they begin, numbers without end, words cut off.
    for odd in [
        "{\\rtf1}}}} Un\\par",
        "{\\rtf1\\bin99999999999999999999 Un}",
        "{\\rtf1\\bin-5 Un\\u99999999999 \\u-1\\'zz\\'}",
        "{\\rtf1{\\footnote{\\shp{\\shptxt}}}}",
        "{\\rtf1\\uc99999999 \\u233}",
        "{\\rtf1{\\stylesheet{{{\\s1}}}}}\\",
    ] {
        let _ = read_bytes(odd.as_bytes().to_vec(), "a", Siglum::nth(0), &french());
    }
    let manifest =
        "<manifest:manifest xmlns:manifest=\"m\"><manifest:encryption-data/></manifest:manifest>";
    let said = message(
        &open_document(&[("META-INF/manifest.xml", manifest), ("content.xml", "x")]),
        &french(),
    );
    assert!(
        said.contains("it is encrypted; save it without a password"),
        "{said}"
    );
    let said = message(&open_document(&[]), &french());
    assert!(said.contains("content.xml is missing"), "{said}");
    let said = message(
        &flat("<text:p>Un<text:note><text:p>deux").as_slice()[..400],
        &french(),
    );
    assert!(said.contains("is damaged"), "{said}");
    let nested = format!(
        "{}Fond{}",
        "<text:p>".repeat(50_000),
        "</text:p>".repeat(50_000)
    );
    assert_eq!(reading(&flat(&nested), &french()).witness.text, "Fond\n");
}

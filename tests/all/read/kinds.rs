//! What a file holds: text, markup, other kinds of files, nothing; its language.

use enregard::read::{Kind, Note, ReadOptions};
use enregard::witness::{Language, Level};

use super::{french, join, lossy, message, named, reading, utf16};

#[test]
fn markup_is_said() {
    for (text, language) in [
        ("<!DOCTYPE html>\n<p>Un.", "HTML"),
        ("\n <HTML><p>Un.</html>", "HTML"),
        ("<?xml version=\"1.0\"?><p>Un.</p>", "XML"),
    ] {
        let options = ReadOptions {
            kind: Some(Kind::Text),
            ..french()
        };
        let found = reading(text.as_bytes(), &options);
        assert_eq!(found.notes, [Note::Markup(language)]);
        assert_eq!(found.witness.text, text);
    }
    assert!(
        Note::Markup("HTML")
            .to_string()
            .starts_with("is HTML; its tags are compared")
    );
    assert_eq!(reading("<é>".as_bytes(), &french()).notes, []);
}

#[test]
fn the_hash_is_that_of_the_file() {
    let plain = reading(b"Un.", &french());
    let marked = reading(b"\xEF\xBB\xBFUn.", &french());
    assert_eq!(plain.witness.text, marked.witness.text);
    assert_ne!(plain.witness.sha256, marked.witness.sha256);
    assert_eq!(plain.witness.sha256.len(), 64);
}

#[test]
fn line_ends_are_kept() {
    let text = "Un.\r\nDeux.\rTrois.\nQuatre.\r\n\r\n";
    for level in [Level::Sentence, Level::Line] {
        let options = ReadOptions { level, ..french() };
        assert_eq!(reading(text.as_bytes(), &options).witness.text, text);
    }
}

#[test]
fn files_of_other_kinds_are_told_by_their_content() {
    let zip = |name: &str, body: &str| {
        // A local header: 26 bytes up to the lengths of name and extra field, then the name, then the body.
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend([0; 22]);
        bytes.extend([name.len() as u8, 0, 0, 0]);
        bytes.extend(name.as_bytes());
        bytes.extend(body.as_bytes());
        bytes
    };
    for (bytes, kind, remedy) in [
        (zip("ppt/presentation.xml", ""), "a PowerPoint", "soffice"),
        (
            zip(
                "mimetype",
                "application/vnd.oasis.opendocument.presentation",
            ),
            "an OpenDocument file",
            "soffice",
        ),
        (zip("a.txt", "hello"), "a ZIP archive", "unzip"),
        (b"PK\x05\x06".to_vec(), "an empty ZIP archive", "no text"),
        (
            b"%PDF-1.7\n%\xE2\xE3\xCF\xD3".to_vec(),
            "a PDF document",
            "pdftotext",
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec(),
            "an old Microsoft Office document",
            "soffice",
        ),
        (
            b"BZh91AY&SY".to_vec(),
            "compressed by bzip2",
            "bzip2 --decompress",
        ),
        (
            b"\xFD7zXZ\0".to_vec(),
            "compressed by xz",
            "xz --decompress",
        ),
        (
            b"\x28\xB5\x2F\xFD".to_vec(),
            "compressed by zstd",
            "zstd --decompress",
        ),
        (b"7z\xBC\xAF\x27\x1C".to_vec(), "a 7-Zip archive", "7z x"),
        (b"Rar!\x1A\x07\0".to_vec(), "a RAR archive", "unrar"),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "a PNG picture", "tesseract"),
        (b"\xFF\xD8\xFF\xE0".to_vec(), "a JPEG picture", "tesseract"),
        (
            b"AT&TFORM\0\0\0\0DJVU".to_vec(),
            "a DjVu document",
            "djvutxt",
        ),
        (b"\xFF\xFE\0\0a\0\0\0".to_vec(), "UTF-32", "iconv -f UTF-32"),
        (b"\0\0\xFE\xFF\0\0\0a".to_vec(), "UTF-32", "iconv -f UTF-32"),
    ] {
        let said = message(&bytes, &french());
        assert!(
            said.starts_with("a.txt: is ") && said.contains(kind),
            "{said}"
        );
        assert!(said.contains(remedy), "{said}");
        // No encoding makes a text of it.
        assert_eq!(message(&bytes, &lossy(named("macintosh"))), said);
    }
}

#[test]
fn texts_that_only_look_like_other_kinds_are_read() {
    for text in [
        "PK est un sigle.",
        "Le format %PDF- commence ainsi.",
        "BZh est un mot.",
        "Rar! dit-il.",
    ] {
        assert_eq!(reading(text.as_bytes(), &french()).witness.text, text);
    }
}

#[test]
fn a_nul_makes_a_file_binary() {
    let said = message(b"un\nde\0ux", &french());
    assert!(
        said.starts_with("a.txt: is binary, not text: NUL at line 2, byte offset 5;"),
        "{said}"
    );
    // Beyond what is looked at first, too.
    let mut long = "Une phrase.\n".repeat(10_000).into_bytes();
    long.push(0);
    let said = message(&long, &lossy(french()));
    assert!(
        said.contains("NUL at line 10001, byte offset 120000;"),
        "{said}"
    );
    let said = message(
        &join(&[b"\xFF\xFE", &utf16("a\n\0b", u16::to_le_bytes)]),
        &french(),
    );
    assert!(said.contains("NUL at line 2, byte offset 6;"), "{said}");
}

#[test]
fn empty_and_blank_texts_are_results_with_a_note() {
    for (bytes, note) in [
        (&b""[..], Note::Empty),
        (b"\xEF\xBB\xBF", Note::Empty),
        (b"\xFF\xFE", Note::Empty),
        (b" \r\n\t\n", Note::Blank),
        ("\u{A0}\u{2003}\n".as_bytes(), Note::Blank),
    ] {
        for level in [
            Level::Sentence,
            Level::Clause,
            Level::Line,
            Level::Paragraph,
        ] {
            let options = ReadOptions {
                level,
                ..ReadOptions::default()
            };
            let found = reading(bytes, &options);
            assert_eq!(found.notes, [note]);
            assert!(found.witness.tokens.is_empty());
        }
    }
    assert_eq!(Note::Empty.to_string(), "is empty");
    assert_eq!(Note::Blank.to_string(), "holds nothing but white space");
}

#[test]
fn the_language_is_recognised_unless_given() {
    let english = b"The cat is on the table, and the dog would like to be there with it as well. This is what they said.";
    let found = reading(english, &ReadOptions::default());
    assert_eq!(
        (found.witness.language, found.notes.len()),
        (Language::ENGLISH, 0)
    );
    assert_eq!(
        reading(english, &french()).witness.language,
        Language::FRENCH
    );
    let found = reading(b"42", &ReadOptions::default());
    assert_eq!(found.notes, [Note::LanguageAssumed(Language::FRENCH)]);
    assert!(found.notes[0].to_string().contains("--lang"));
}

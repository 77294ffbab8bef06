//! Reading: every encoding, every kind of file that is no text, every message.

use std::io::{self, Read};

use enregard::error::{Error, Place};
use enregard::read::{Encoding, Note, ReadOptions, Reading, read, read_bytes, read_from};
use enregard::witness::{Language, Level, Siglum};
use proptest::prelude::*;

/// Letters of French that every encoding below holds, with the two that tell Windows-1252 from ISO-8859-15.
const FRENCH: &str = "Où l’été naît, la mère s’étonne : « garçon, où est ma sœur ? »\r\nElle a dû partir à l’aube.\n";

fn french() -> ReadOptions {
    ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    }
}

fn named(label: &str) -> ReadOptions {
    ReadOptions {
        encoding: Some(Encoding::from_label(label).expect("a label")),
        ..french()
    }
}

fn lossy(options: ReadOptions) -> ReadOptions {
    ReadOptions {
        lossy: true,
        ..options
    }
}

fn try_read(bytes: &[u8], options: &ReadOptions) -> enregard::Result<Reading> {
    read_bytes(bytes.to_vec(), "a.txt", Siglum::nth(0), options)
}

fn reading(bytes: &[u8], options: &ReadOptions) -> Reading {
    try_read(bytes, options).expect("text")
}

fn message(bytes: &[u8], options: &ReadOptions) -> String {
    try_read(bytes, options).expect_err("no text").to_string()
}

fn encode(text: &str, label: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{label} cannot hold the text");
    bytes.into_owned()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn join(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

#[test]
fn utf8_is_kept_as_it_is() {
    let found = reading(FRENCH.as_bytes(), &french());
    assert_eq!(found.witness.text, FRENCH);
    assert_eq!(found.encoding, Encoding::UTF_8);
    assert_eq!(found.notes, []);
}

#[test]
fn byte_order_marks_are_left_out() {
    for (bytes, name) in [
        (join(&[b"\xEF\xBB\xBF", FRENCH.as_bytes()]), "UTF-8"),
        (
            join(&[b"\xFF\xFE", &utf16(FRENCH, u16::to_le_bytes)]),
            "UTF-16LE",
        ),
        (
            join(&[b"\xFE\xFF", &utf16(FRENCH, u16::to_be_bytes)]),
            "UTF-16BE",
        ),
    ] {
        let found = reading(&bytes, &french());
        assert_eq!(found.witness.text, FRENCH, "{name}");
        assert_eq!(found.encoding.name(), name);
        assert_eq!(found.notes, [], "{name}");
    }
}

#[test]
fn windows_1252_is_recognised_and_said() {
    for text in [
        FRENCH,
        "L’été fut court.",
        "déjà",
        "ÉTÉ À NOËL",
        "Straße und Bücher für die schöne Käthe, „so“ heißt es.",
        "¿Dónde está el niño? Mañana vendrá.",
        "Perché no? Così è la città, e più giù c’è di più.",
        "The café’s “naïve” façade – 5 £",
    ] {
        let found = reading(&encode(text, "windows-1252"), &ReadOptions::default());
        assert_eq!(found.witness.text, text);
        assert_eq!(found.encoding, Encoding::WINDOWS_1252);
        assert_eq!(
            found.notes[0],
            Note::EncodingRecognised(Encoding::WINDOWS_1252),
            "{text}"
        );
    }
    assert_eq!(
        Note::EncodingRecognised(Encoding::WINDOWS_1252).to_string(),
        "is not UTF-8; read as windows-1252 (--encoding names another)"
    );
}

#[test]
fn any_encoding_can_be_named() {
    let plain = FRENCH.replace('’', "'");
    for (text, label) in [
        (FRENCH, "macintosh"),
        (FRENCH, "windows-1252"),
        (plain.as_str(), "iso-8859-15"),
        ("Łódź, żółć i gęś.", "windows-1250"),
        ("Съешь ещё этих булок.", "koi8-r"),
        ("日本語の文。", "shift_jis"),
        ("中文的句子。", "gbk"),
    ] {
        let found = reading(&encode(text, label), &named(label));
        assert_eq!(found.witness.text, text, "{label}");
        assert_eq!(
            found.encoding,
            Encoding::from_label(label).expect("a label")
        );
        assert_eq!(found.notes, [], "{label}");
    }
    let bare = utf16(FRENCH, u16::to_be_bytes);
    assert_eq!(reading(&bare, &named("utf-16be")).witness.text, FRENCH);
}

#[test]
fn a_byte_order_mark_counts_for_more_than_a_name() {
    let bytes = join(&[b"\xEF\xBB\xBF", FRENCH.as_bytes()]);
    let found = reading(&bytes, &named("macintosh"));
    assert_eq!(found.witness.text, FRENCH);
    assert_eq!(
        found.notes.iter().map(Note::to_string).collect::<Vec<_>>(),
        ["begins with the byte order mark of UTF-8; read as that, not as macintosh"]
    );
    // The label utf-16 leaves the order of bytes to the mark.
    let bytes = join(&[b"\xFE\xFF", &utf16(FRENCH, u16::to_be_bytes)]);
    let found = reading(&bytes, &named("utf-16"));
    assert_eq!(
        (found.witness.text.as_str(), found.notes.len()),
        (FRENCH, 0)
    );
}

#[test]
fn utf8_read_as_something_else_is_said() {
    let found = reading("L'été".as_bytes(), &named("macintosh"));
    assert_eq!(found.notes, [Note::Utf8Overruled(found.encoding)]);
    assert_eq!(
        found.notes[0].to_string(),
        "looks like UTF-8, but was read as macintosh, as --encoding says"
    );
    assert_eq!(reading(b"Un.", &named("macintosh")).notes, []);
}

#[test]
fn markup_is_said() {
    for (text, language) in [
        ("<!DOCTYPE html>\n<p>Un.", "HTML"),
        ("\n <HTML><p>Un.</html>", "HTML"),
        ("<?xml version=\"1.0\"?><p>Un.</p>", "XML"),
    ] {
        let found = reading(text.as_bytes(), &french());
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
fn what_does_not_decode_stops_with_its_place() {
    let unpaired = join(&[
        b"\xFF\xFE",
        &utf16("Un\nDeux\r", u16::to_le_bytes),
        b"\x00\xD8",
        &utf16("x", u16::to_le_bytes),
    ]);
    for (bytes, options, offset, line, byte, encoding) in [
        // UTF-8 with one fault, after each kind of line end.
        (
            "été\nété\r\nété\rx".as_bytes().to_vec(),
            french(),
            20,
            4,
            0xE9,
            "UTF-8",
        ),
        (b"abc".to_vec(), named("utf-8"), 3, 1, 0xE9, "UTF-8"),
        (
            b"abc\n".to_vec(),
            named("windows-1252"),
            4,
            2,
            0x81,
            "windows-1252",
        ),
        // ISO-8859-15 has control characters where Windows-1252 has quotation marks.
        (b"l".to_vec(), named("latin9"), 1, 1, 0x92, "ISO-8859-15"),
        (
            encode("日本\n", "shift_jis"),
            named("shift_jis"),
            5,
            2,
            0xA0,
            "Shift_JIS",
        ),
    ] {
        let bytes = join(&[&bytes, &[byte], b"x"]);
        let error = try_read(&bytes, &options).expect_err("a fault");
        let Error::Undecodable {
            path,
            place,
            byte: found,
            encoding: tried,
            ..
        } = &error
        else {
            panic!("{error}")
        };
        assert_eq!(path, "a.txt");
        assert_eq!(
            (*place, *found, *tried),
            (Place { offset, line }, byte, encoding)
        );
        let message = error.to_string();
        let start = format!(
            "a.txt: line {line}, byte offset {offset}: byte 0x{byte:02X} is not {encoding}; "
        );
        assert!(message.starts_with(&start), "{message}");
        assert!(
            message.contains("--encoding") && message.contains("--lossy"),
            "{message}"
        );
    }
    let message = message(&unpaired, &french());
    assert!(
        message.starts_with("a.txt: line 3, byte offset 18: byte 0x00 is not UTF-16LE"),
        "{message}"
    );
}

#[test]
fn lossy_puts_replacement_characters_and_counts_them() {
    for (bytes, options, text, count, line) in [
        (
            join(&["été\n".as_bytes(), b"\xE9 \xE9"]),
            french(),
            "été\n\u{FFFD} \u{FFFD}",
            2,
            2,
        ),
        (
            b"a\x81\x92\n".to_vec(),
            named("windows-1252"),
            "a\u{FFFD}’\n",
            1,
            1,
        ),
        (
            b"\xFF\xFEa\x00\x00\xD8b\x00".to_vec(),
            french(),
            "a\u{FFFD}b",
            1,
            1,
        ),
    ] {
        let found = reading(&bytes, &lossy(options));
        assert_eq!(found.witness.text, text);
        let encoding = found.encoding;
        assert_eq!(
            found.notes,
            [Note::Replaced {
                count,
                line,
                encoding
            }]
        );
    }
    let note = |count| {
        Note::Replaced {
            count,
            line: 7,
            encoding: Encoding::UTF_8,
        }
        .to_string()
    };
    assert_eq!(note(1), "1 place is not UTF-8 and became U+FFFD, in line 7");
    assert_eq!(
        note(2),
        "2 places are not UTF-8 and became U+FFFD, the first in line 7"
    );
}

#[test]
fn lossy_does_not_touch_what_is_recognised() {
    let found = reading(&encode(FRENCH, "windows-1252"), &lossy(french()));
    assert_eq!(found.witness.text, FRENCH);
}

#[test]
fn other_encodings_are_suspected() {
    let text =
        "Où l’été naît, la mère s’étonne : le garçon a dû partir à l’aube, déjà près de la forêt.";
    let said = message(&encode(text, "macintosh"), &french());
    assert!(said.contains("(perhaps macintosh)"), "{said}");
    let said = message(
        &encode("Le cœur de ma sœur a des œufs pour l'été.", "iso-8859-15"),
        &french(),
    );
    assert!(said.contains("(perhaps iso-8859-15)"), "{said}");
    // "L'été a passé, où le garçon" on DOS code page 850.
    let said = message(b"L'\x82t\x82 a pass\x82, o\x97 le gar\x87on", &french());
    assert!(said.contains("iconv -f CP850"), "{said}");
    let said = message(
        &encode(
            "Съешь же ещё этих мягких французских булок да выпей чаю",
            "windows-1251",
        ),
        &french(),
    );
    assert!(said.contains("(perhaps windows-1251)"), "{said}");
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
        (
            zip("word/document.xml", ""),
            "a Word document (.docx)",
            "pandoc",
        ),
        (
            zip("xl/workbook.xml", ""),
            "an Excel workbook (.xlsx)",
            "save the column",
        ),
        (zip("ppt/presentation.xml", ""), "a PowerPoint", "soffice"),
        (
            zip("mimetype", "application/epub+zip"),
            "an EPUB book",
            "pandoc",
        ),
        (
            zip("mimetype", "application/vnd.oasis.opendocument.text"),
            "an OpenDocument text (.odt)",
            "pandoc",
        ),
        (
            zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            "spreadsheet",
            "save the column",
        ),
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
        (b"{\\rtf1\\ansi Un.}".to_vec(), "an RTF document", "soffice"),
        (
            b"\x1F\x8B\x08\0".to_vec(),
            "compressed by gzip",
            "gzip --decompress",
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
fn utf16_without_a_mark_is_named() {
    let little = utf16(FRENCH, u16::to_le_bytes);
    let big = utf16(FRENCH, u16::to_be_bytes);
    for options in [french(), named("windows-1252")] {
        for (bytes, name) in [(&little, "UTF-16LE"), (&big, "UTF-16BE")] {
            assert_eq!(
                message(bytes, &options),
                format!(
                    "a.txt: is UTF-16 without a byte order mark; read it with --encoding {name}"
                )
            );
        }
    }
    // The wrong order would give a text of Chinese characters.
    assert!(message(&big, &named("utf-16le")).contains("--encoding UTF-16BE"));
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

#[test]
fn files_that_are_not_there_or_not_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("none.txt");
    let error = read(&path, Siglum::nth(0), &french()).expect_err("missing");
    assert_eq!(
        error.to_string(),
        format!("{}: no such file", path.display())
    );
    let error = read(folder.path(), Siglum::nth(0), &french()).expect_err("a folder");
    assert!(
        error
            .to_string()
            .ends_with(": is a directory; name a text file in it"),
        "{error}"
    );
}

#[test]
fn files_over_4_gib_are_refused_before_they_are_read() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    // A hole: it takes no room.
    file.as_file().set_len((1 << 32) + 1).expect("a long file");
    let error = read(file.path(), Siglum::nth(0), &french()).expect_err("too long");
    assert!(matches!(error, Error::TooLarge { .. }));
    assert!(
        error.to_string().contains("longer than 4 GiB; split it"),
        "{error}"
    );
}

/// Gives the same byte without end, up to a limit beyond which it fails.
struct Endless {
    byte: u8,
    left: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("the wire broke"));
        }
        let n = buffer.len().min(self.left);
        buffer[..n].fill(self.byte);
        self.left -= n;
        Ok(n)
    }
}

#[test]
fn endless_binary_input_is_refused_early() {
    let endless = Endless {
        byte: 0,
        left: 1 << 20,
    };
    let error = read_from(endless, "-", Siglum::nth(0), &french()).expect_err("binary");
    assert!(
        error.to_string().starts_with("standard input: is binary"),
        "{error}"
    );
}

#[test]
fn input_that_fails_is_named() {
    let broken = Endless {
        byte: b'a',
        left: 1 << 20,
    };
    let error = read_from(broken, "-", Siglum::nth(0), &french()).expect_err("broken");
    assert_eq!(error.to_string(), "standard input: cannot be read");
    let source = std::error::Error::source(&error).expect("a cause");
    assert_eq!(source.to_string(), "the wire broke");
}

proptest! {
    #[test]
    fn any_bytes_are_a_witness_or_an_error(bytes: Vec<u8>, is_lossy: bool) {
        let options = ReadOptions { lossy: is_lossy, ..ReadOptions::default() };
        if let Ok(found) = try_read(&bytes, &options) {
            prop_assert_eq!(found.witness.path, "a.txt");
        }
    }

    #[test]
    fn bytes_without_nul_are_never_undecodable_when_lossy(bytes in prop::collection::vec(1u8.., 0..200)) {
        let result = try_read(&bytes, &lossy(french()));
        let decoded = !matches!(result, Err(Error::Undecodable { .. }));
        prop_assert!(decoded);
    }

    #[test]
    fn text_comes_back_from_utf8_and_utf16(text in "[^\0]{0,60}") {
        prop_assume!(!text.starts_with('\u{FEFF}'));
        let utf8 = join(&[b"\xEF\xBB\xBF", text.as_bytes()]);
        let utf16 = join(&[b"\xFE\xFF", &utf16(&text, u16::to_be_bytes)]);
        for bytes in [utf8, utf16] {
            prop_assert_eq!(&reading(&bytes, &french()).witness.text, &text);
        }
    }
}

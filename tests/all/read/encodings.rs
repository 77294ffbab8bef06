//! Encodings: recognised, named, wrong, lossy.

use enregard::error::{Error, Place};
use enregard::read::{Encoding, Note, ReadOptions};

use super::{FRENCH, encode, french, join, lossy, message, named, reading, try_read, utf16};

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

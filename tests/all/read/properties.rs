//! What holds for any bytes.

use enregard::error::Error;
use enregard::read::ReadOptions;
use proptest::prelude::*;

use super::{french, join, lossy, reading, try_read, utf16};

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

#[test]
fn what_has_no_sentence_marks_is_said_of_the_paragraphs_that_have_none() {
    let bare = "elle marche dans la rue et il la suit sans un mot ".repeat(5);
    let marked = "Il pleut. Elle sort. Le vent souffle. ".repeat(8);
    let said = |text: &str| -> Vec<String> {
        let found = reading(text.as_bytes(), &french());
        found.notes.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        said(&format!("{marked}\n\n{bare}\n\n{marked}\n")),
        [
            "has hardly a sentence mark in paragraph 2 of 3, whose units are cut where clauses seem to begin"
        ]
    );
    assert_eq!(
        said(&format!("{marked}\n\n{bare}\n\n{marked}\n\n{bare}\n")),
        [
            "has hardly a sentence mark in 2 of 4 paragraphs, the first of them paragraph 2; their units are cut where clauses seem to begin"
        ]
    );
    // A title is no text with marks.
    assert_eq!(
        said(&format!("La rue\n\n{bare}\n")),
        [
            "is written without sentence marks; its units are cut where the other text ends its sentences, or clauses seem to begin"
        ]
    );
    assert_eq!(said(&marked), [""; 0]);
}

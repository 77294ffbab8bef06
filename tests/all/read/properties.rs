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

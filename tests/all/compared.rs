//! The table of two texts, as the whole pipeline makes it.
#![allow(clippy::unwrap_used)]

use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Level, Siglum, Witness};
use enregard::{AlignmentTable, CompareOptions, compare_witnesses};

pub fn table(language: &str, level: Level, texts: [&str; 2]) -> AlignmentTable {
    let options = ReadOptions {
        language: Language::from_code(language),
        level,
        ..ReadOptions::default()
    };
    let witness = |n: usize| -> Witness {
        let read = read_bytes(texts[n].into(), "text", Siglum::nth(n), &options);
        read.unwrap().witness
    };
    compare_witnesses([witness(0), witness(1)], &CompareOptions::default()).unwrap()
}

//! The texts that the benches compare, made of the two renderings of Genesis among the fixtures.

use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Level, Siglum, Witness};

pub const MARTIN: &str = include_str!("../../fixtures/genesis/martin.txt");
pub const DARBY: &str = include_str!("../../fixtures/genesis/darby.txt");

/// Copies of the fixture in a long text.
const COPIES: usize = 60;

/// The lines of a text that hold anything.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

/// A long text: copies of a short one, each line with a number of its own, so that every copy has words that no other
/// has. The last quarter is put first if `moved`.
pub fn copies(text: &str, moved: bool) -> String {
    let numbered = |copy: usize| {
        let lines = lines(text).enumerate();
        lines.map(move |(n, line)| format!("{line} Numéro {copy}x{n}.\n"))
    };
    let mut lines: Vec<String> = (0..COPIES).flat_map(numbered).collect();
    if moved {
        let quarter = lines.len() / 4;
        lines.rotate_right(quarter);
    }
    lines.concat()
}

/// The witness of that number, read from its text.
pub fn witness(n: usize, text: &str) -> Witness {
    let options = ReadOptions {
        level: Level::Sentence,
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    };
    match read_bytes(text.as_bytes().to_vec(), "bench", Siglum::nth(n), &options) {
        Ok(reading) => reading.witness,
        Err(error) => panic!("{error}"),
    }
}

/// Two texts as witnesses A and B.
pub fn witnesses([a, b]: [&str; 2]) -> [Witness; 2] {
    [witness(0, a), witness(1, b)]
}

/// Two long texts, a quarter of the second moved.
pub fn pair() -> [Witness; 2] {
    witnesses([&copies(MARTIN, false), &copies(DARBY, true)])
}

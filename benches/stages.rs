//! The stages one by one, on a pair of texts that the bench makes itself: `cargo bench`.
//!
//! The texts are made of the two renderings of Genesis among the fixtures, their lines numbered so that every copy has
//! words of its own; one block of the second text is moved. Stages inside the aligner are measured by difference: beads
//! alone (`monotone`), with `moves`, with `quotations`.

use enregard::align::{AlignOptions, align};
use enregard::chain::{Point, heaviest_chain};
use enregard::lexicon::Vocabulary;
use enregard::normalize::Normalizer;
use enregard::read::{ReadOptions, read_bytes};
use enregard::segment::segment;
use enregard::witness::{Language, Level, Siglum, Witness};
use enregard::{CompareOptions, compare};

const MARTIN: &str = include_str!("../fixtures/genesis/martin.txt");
const DARBY: &str = include_str!("../fixtures/genesis/darby.txt");
/// Copies of the fixture in a text.
const COPIES: usize = 60;

fn main() {
    divan::main();
}

/// Copies of a text, each line with a number of its own, the last quarter put first if `moved`.
fn made(text: &str, moved: bool) -> String {
    let mut lines: Vec<String> = (0..COPIES)
        .flat_map(|copy| {
            text.lines()
                .filter(|line| !line.trim().is_empty())
                .enumerate()
                .map(move |(n, line)| format!("{line} Numéro {copy}x{n}.\n"))
        })
        .collect();
    if moved {
        let quarter = lines.len() / 4;
        lines.rotate_right(quarter);
    }
    lines.concat()
}

fn witness(n: usize, text: &str) -> Witness {
    let options = ReadOptions {
        level: Level::Sentence,
        language: Some(Language::French),
        ..ReadOptions::default()
    };
    match read_bytes(text.as_bytes().to_vec(), "bench", Siglum::nth(n), &options) {
        Ok(reading) => reading.witness,
        Err(error) => panic!("{error}"),
    }
}

fn pair() -> [Witness; 2] {
    [
        witness(0, &made(MARTIN, false)),
        witness(1, &made(DARBY, true)),
    ]
}

#[divan::bench]
fn read(bencher: divan::Bencher) {
    let text = made(MARTIN, false);
    bencher.bench(|| witness(0, &text));
}

#[divan::bench]
fn segmentation(bencher: divan::Bencher) {
    let text = made(MARTIN, false);
    bencher.bench(|| segment(&text, Language::French, Level::Sentence));
}

#[divan::bench]
fn vocabulary(bencher: divan::Bencher) {
    let pair = pair();
    bencher.bench(|| Vocabulary::new(&pair, Normalizer::of(Language::French, false)));
}

#[divan::bench]
fn chain(bencher: divan::Bencher) {
    // A long diagonal, and as many points off it.
    let points: Vec<Point> = (0..100_000u32)
        .flat_map(|k| {
            let off = k.wrapping_mul(2_654_435_761) % 100_000;
            [(k, k, 2.0), (k, off, 1.0)]
        })
        .map(|(a, b, weight)| Point { a, b, weight })
        .collect();
    bencher.bench(|| heaviest_chain(&points));
}

#[divan::bench(args = ["monotone", "moves", "quotations"])]
fn alignment(bencher: divan::Bencher, what: &str) {
    let pair = pair();
    let vocabulary = Vocabulary::new(&pair, Normalizer::of(Language::French, false));
    let options = AlignOptions {
        moves: what != "monotone",
        quotations: what == "quotations",
    };
    bencher.bench(|| align(&pair[0], &pair[1], &vocabulary, options));
}

#[divan::bench]
fn whole(bencher: divan::Bencher) {
    bencher
        .with_inputs(pair)
        .bench_values(|pair| compare(pair, &CompareOptions::default()));
}

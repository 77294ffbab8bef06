//! The stages one by one, on two texts of some 600 lines each.
//!
//! Stages inside the aligner are measured by difference: beads alone (`monotone`), with `moves`, with `quotations`.

use enregard::align::{AlignOptions, Aligner, Moves, Texts};
use enregard::chain::{Point, heaviest_chain};
use enregard::lexicon::Vocabulary;
use enregard::normalize::Normalizer;
use enregard::segment::segment;
use enregard::witness::{Language, Level};
use enregard::{CompareOptions, compare_witnesses};

use crate::texts::{MARTIN, copies, pair, witness};

#[divan::bench]
fn read(bencher: divan::Bencher) {
    let text = copies(MARTIN, false);
    bencher.bench(|| witness(0, &text));
}

#[divan::bench]
fn segmentation(bencher: divan::Bencher) {
    let text = copies(MARTIN, false);
    bencher.bench(|| segment(&text, Language::FRENCH, Level::Sentence));
}

#[divan::bench]
fn vocabulary(bencher: divan::Bencher) {
    let pair = pair();
    bencher.bench(|| Vocabulary::new(&pair, Normalizer::of(Language::FRENCH, false)));
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
    let vocabulary = Vocabulary::new(&pair, Normalizer::of(Language::FRENCH, false));
    let options = AlignOptions {
        moves: match what {
            "monotone" => Moves::Excluded,
            _ => Moves::Sought,
        },
        quotations: what == "quotations",
        two_languages: false,
    };
    let texts = Texts {
        witnesses: &pair,
        vocabulary: &vocabulary,
    };
    bencher.bench(|| Aligner::new(texts, options).align(texts, &[]));
}

#[divan::bench]
fn whole(bencher: divan::Bencher) {
    bencher
        .with_inputs(pair)
        .bench_values(|pair| compare_witnesses(pair, &CompareOptions::default()));
}

//! One pair of single sentences, again and again: what a comparison costs before it has anything to compare.

use enregard::{CompareOptions, compare_witnesses};

use crate::texts::witnesses;

#[divan::bench(args = [["Oui.", "Non."], ["Les mesures principales sont prises.", "Les mesures majeures ont été prises."]])]
fn pair(bencher: divan::Bencher, texts: &[&str; 2]) {
    bencher
        .with_inputs(|| witnesses(*texts))
        .bench_values(|pair| compare_witnesses(pair, &CompareOptions::default()));
}

/// With the reading of both texts.
#[divan::bench]
fn text_to_table() {
    let pair = witnesses(["Oui.", "Non."]);
    let _ = divan::black_box(compare_witnesses(pair, &CompareOptions::default()));
}

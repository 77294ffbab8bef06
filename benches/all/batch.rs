//! A batch: 1,000 pairs of sentences, each a comparison of its own, as `enregard batch` makes them.

use divan::counter::ItemsCount;

use enregard::{CompareOptions, compare_witnesses};

use crate::texts::{DARBY, MARTIN, lines, witnesses};

const PAIRS: usize = 1_000;

#[divan::bench(sample_count = 10)]
fn pairs(bencher: divan::Bencher) {
    let verses: Vec<[&str; 2]> = lines(MARTIN)
        .zip(lines(DARBY))
        .map(|(a, b)| [a, b])
        .collect();
    let options = CompareOptions::default();
    bencher.counter(ItemsCount::new(PAIRS)).bench_local(|| {
        let pairs = verses.iter().cycle().take(PAIRS);
        let rows = pairs.map(|pair| {
            compare_witnesses(witnesses(*pair), &options)
                .unwrap()
                .rows
                .len()
        });
        rows.sum::<usize>()
    });
}

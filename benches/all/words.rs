//! Linking words where it is known which lines render each other: the verses of Genesis, in pairs of lines a second. Where
//! the lines are equal nothing but the reading of their words is left.

use divan::counter::ItemsCount;

use enregard::lexicon::{TypeId, Vocabulary};
use enregard::normalize::Normalizer;
use enregard::witness::Language;
use enregard::words::WordAligner;

use crate::texts::{DARBY, MARTIN, lines, witness};

#[divan::bench(args = ["equal", "renderings"])]
fn linking(bencher: divan::Bencher, what: &str) {
    let other = if what == "equal" { MARTIN } else { DARBY };
    let mut vocabulary = Vocabulary::empty(Normalizer::of(Language::FRENCH, false));
    let pairs: Vec<[Vec<TypeId>; 2]> = lines(MARTIN)
        .zip(lines(other))
        .map(|(a, b)| [a, b].map(|line| types(&mut vocabulary, line)))
        .collect();
    let mut aligner = WordAligner::new();
    bencher
        .counter(ItemsCount::new(pairs.len()))
        .bench_local(|| {
            let links = pairs
                .iter()
                .map(|[a, b]| aligner.link(a, b, &vocabulary).len());
            links.sum::<usize>()
        });
}

/// The words of a line, as the vocabulary numbers them.
fn types(vocabulary: &mut Vocabulary, line: &str) -> Vec<TypeId> {
    let witness = witness(0, line);
    let tokens = witness.tokens.iter();
    tokens
        .map(|token| vocabulary.intern(witness.slice(token.span), token.kind))
        .collect()
}

//! The whole way from witnesses to the alignment table.

use crate::align::align;
use crate::lexicon::{TypeId, Vocabulary};
use crate::normalize::{Class, Normalizer, old_print_reason};
use crate::table::{AlignmentTable, Link, RowKind, arrange};
use crate::witness::{Language, TokenKind, Witness};
use crate::words::WordAligner;

/// What to compute.
#[derive(Debug, Clone)]
pub struct CompareOptions {
    /// Whether words are linked inside beads.
    pub words: bool,
    /// Whether the folds of print before about 1800 are used even where no witness is recognised as old print.
    pub old_print: bool,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self {
            words: true,
            old_print: false,
        }
    }
}

/// Aligns two witnesses.
///
/// # Panics
/// When there are not exactly two.
pub fn compare(witnesses: Vec<Witness>, options: &CompareOptions) -> AlignmentTable {
    let [a, b] = &witnesses[..] else {
        panic!(
            "compare takes exactly two witnesses, not {}",
            witnesses.len()
        );
    };
    let old_print = options.old_print
        || witnesses
            .iter()
            .any(|w| w.language == Language::French && old_print_reason(&w.text).is_some());
    let normalizer = Normalizer::new(a.language, old_print);
    let vocabulary = Vocabulary::new(&witnesses, normalizer);
    let beads = align(a, b, &vocabulary);
    let mut rows = arrange(a, b, &beads);
    if options.words {
        let mut aligner = WordAligner::new();
        for row in rows.iter_mut().filter(|r| r.kind == RowKind::Bead) {
            row.links = links(&mut aligner, &witnesses, &vocabulary, &row.cells);
            row.similarity = Some(similarity(&witnesses, &row.links));
        }
    }
    AlignmentTable {
        witnesses,
        rows,
        quotations: Vec::new(),
    }
}

fn links(
    aligner: &mut WordAligner,
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    cells: &[Vec<u32>],
) -> Vec<Link> {
    let tokens: Vec<Vec<u32>> = witnesses
        .iter()
        .zip(cells)
        .map(|(w, units)| {
            units
                .iter()
                .flat_map(|&u| w.units()[u as usize].tokens.indices())
                .collect()
        })
        .collect();
    let types: Vec<Vec<TypeId>> = tokens
        .iter()
        .enumerate()
        .map(|(w, tokens)| {
            tokens
                .iter()
                .map(|&t| vocabulary.tokens(w)[t as usize])
                .collect()
        })
        .collect();
    aligner
        .link(&types[0], &types[1], vocabulary)
        .into_iter()
        .map(|l| {
            let side = |w: usize, at: &[u32]| at.iter().map(|&i| tokens[w][i as usize]).collect();
            let kinds = |w: usize, at: &[u32]| -> Vec<TypeId> {
                at.iter().map(|&i| types[w][i as usize]).collect()
            };
            Link {
                class: match (l.a.is_empty(), l.b.is_empty()) {
                    (false, true) => Class::Omission,
                    (true, _) => Class::Addition,
                    (false, false) => vocabulary.class(&kinds(0, &l.a), &kinds(1, &l.b)),
                },
                tokens: vec![side(0, &l.a), side(1, &l.b)],
                moved: l.moved,
                probability: l.probability,
            }
        })
        .collect()
}

/// The share of the word tokens of all sides whose link shows no difference; 1 when there are no words.
fn similarity(witnesses: &[Witness], links: &[Link]) -> f64 {
    let (mut same, mut all) = (0usize, 0usize);
    for link in links {
        let words = link
            .tokens
            .iter()
            .zip(witnesses)
            .flat_map(|(tokens, w)| tokens.iter().map(|&t| w.tokens[t as usize].kind))
            .filter(|&k| k != TokenKind::Punctuation)
            .count();
        all += words;
        if link.class == Class::Same {
            same += words;
        }
    }
    if all == 0 {
        1.0
    } else {
        same as f64 / all as f64
    }
}

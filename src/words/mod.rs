//! Words inside beads: which correspond.
//!
//! [`WordAligner::pairs`] finds the pairs of words, each with its probability; [`WordAligner::link`] makes links of
//! phrases of them.

mod chain;
mod decide;
mod group;
mod long;
mod path;
mod place;
mod relation;

pub use decide::WordPair;

use crate::lexicon::{Likeness, TypeId, Vocabulary};
use decide::Cells;
use group::{Tie, TokenRole, group};
use long::{MOST_CELLS, Stretch};
use path::Path;
use relation::{Relation, Shape};

/// Words of two sides that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct WordLink {
    /// Positions in the first side, increasing.
    pub a: Vec<u32>,
    /// Positions in the second side, increasing.
    pub b: Vec<u32>,
    /// Whether the words stand in another order on the other side.
    pub moved: bool,
    /// The probability that the link is right, in `[0, 1]`; 1 where a side is empty.
    pub probability: f64,
}

/// Links words; owns the memory it works in.
///
/// One aligner serves one vocabulary, which may grow between calls.
#[derive(Debug, Default)]
pub struct WordAligner {
    taught: Option<Likeness>,
    shapes: Vec<Shape>,
    path: Path,
    forward: Vec<f32>,
    backward: Vec<f32>,
    emission: Vec<f32>,
    turned: Vec<f32>,
    relation: Vec<Relation>,
    fell_back: usize,
}

/// The probability given to a pair of equal words that a diff found.
const BY_DIFF: f32 = 0.9;

impl WordAligner {
    /// An aligner without a table of its own.
    pub fn new() -> Self {
        Self::default()
    }

    /// An aligner that also links words which `table` says stand for each other (by stem, weights in `[0, 1]`).
    pub fn with_table(table: Likeness) -> Self {
        Self {
            taught: Some(table),
            ..Self::default()
        }
    }

    /// How many tokens of the first side were linked by a diff only, because their stretch was too long for a table.
    pub fn fell_back(&self) -> usize {
        self.fell_back
    }

    /// The pairs of words that correspond, in the order of A and then of B, each at least as probable as
    /// [`WordPair::LEAST`].
    pub fn pairs(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordPair> {
        for id in self.shapes.len()..vocabulary.types().len() {
            self.shapes.push(Shape::new(id as TypeId, vocabulary));
        }
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        if a.len().saturating_mul(b.len()) <= MOST_CELLS {
            return self.pairs_in_table(a, b);
        }
        let stems = |side: &[TypeId]| -> Vec<u32> {
            side.iter().map(|&t| self.shapes[t as usize].stem).collect()
        };
        let (stems_a, stems_b) = (stems(a), stems(b));
        let mut pairs = Vec::new();
        for stretch in long::stretches(&stems_a, &stems_b) {
            if stretch.fits() {
                let Stretch { a: ra, b: rb } = stretch;
                let side = |side: &[TypeId], r: &std::ops::Range<u32>| {
                    side[r.start as usize..r.end as usize].to_vec()
                };
                let found = self.pairs_in_table(&side(a, &ra), &side(b, &rb));
                pairs.extend(found.into_iter().map(|p| WordPair {
                    a: p.a + ra.start,
                    b: p.b + rb.start,
                    ..p
                }));
            } else {
                self.fell_back += stretch.a.len();
                pairs.extend(
                    long::diff(&stems_a, &stems_b, &stretch)
                        .into_iter()
                        .map(|(a, b)| WordPair {
                            a,
                            b,
                            probability: BY_DIFF,
                        }),
                );
            }
        }
        pairs
    }

    fn pairs_in_table(&mut self, a: &[TypeId], b: &[TypeId]) -> Vec<WordPair> {
        if a.is_empty() || b.is_empty() {
            return Vec::new();
        }
        let (n, m) = (a.len(), b.len());
        let taught = |x, y| {
            self.taught.as_ref().map_or(0.0, |table| {
                table
                    .neighbours(x)
                    .iter()
                    .find(|(other, _)| *other == y)
                    .map_or(0.0, |(_, weight)| *weight)
            })
        };
        self.relation.clear();
        self.emission.clear();
        for &x in a {
            let x = &self.shapes[x as usize];
            for &y in b {
                let (relation, likeness) = x.relation(&self.shapes[y as usize], taught);
                self.relation.push(relation);
                self.emission.push(relation.emission(likeness));
            }
        }
        self.turned.clear();
        self.turned.resize(n * m, 0.0);
        for (i, row) in self.emission.chunks_exact(m).enumerate() {
            for (j, &e) in row.iter().enumerate() {
                self.turned[j * n + i] = e;
            }
        }
        self.forward.resize(n * m, 0.0);
        self.backward.resize(n * m, 0.0);
        self.path
            .posteriors(&self.turned, n, &mut self.forward[..n * m]);
        self.path
            .posteriors(&self.emission, m, &mut self.backward[..n * m]);
        for i in 0..n {
            for j in 0..m {
                let both = &mut self.backward[i * m + j];
                *both = (*both * self.forward[j * n + i]).sqrt();
            }
        }
        Cells {
            posterior: &self.backward[..n * m],
            relation: &self.relation,
            width: m,
        }
        .links()
    }

    /// The links between the tokens of two sides, in the order of A, what only B has at its place there; every token of
    /// both stands in exactly one. Words that stand for each other as a phrase are one link.
    pub fn link(&mut self, a: &[TypeId], b: &[TypeId], vocabulary: &Vocabulary) -> Vec<WordLink> {
        let pairs = self.pairs(a, b, vocabulary);
        let shape = |t: TypeId| &self.shapes[t as usize];
        let tie = |p: &WordPair| {
            let (x, y) = (shape(a[p.a as usize]), shape(b[p.b as usize]));
            if x.stem == y.stem || x.is_mark() && y.is_mark() {
                Tie::Solid
            } else if x.relation(y, |_, _| 0.0).0 == Relation::Like {
                Tie::Family
            } else {
                Tie::Wording
            }
        };
        let roles = |side: &[TypeId]| -> Vec<TokenRole> {
            side.iter()
                .map(|&t| {
                    let shape = shape(t);
                    if shape.is_mark() {
                        TokenRole::Mark
                    } else if shape.is_content() {
                        TokenRole::Content
                    } else if vocabulary.get(t).surface.ends_with(['\'', '’']) {
                        TokenRole::Elided
                    } else {
                        TokenRole::Function
                    }
                })
                .collect()
        };
        group(&pairs, tie, &roles(a), &roles(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::{Class, Normalizer};
    use crate::witness::{Language, TokenKind};
    use proptest::prelude::*;

    fn intern(vocabulary: &mut Vocabulary, text: &str) -> Vec<TypeId> {
        text.split_whitespace()
            .map(|t| {
                let kind = if t.chars().any(char::is_alphanumeric) {
                    TokenKind::Word
                } else {
                    TokenKind::Punctuation
                };
                vocabulary.intern(t, kind)
            })
            .collect()
    }

    /// The links that show a difference, as `a words → b words (class)`; `<…>` what moved.
    fn changes(a: &str, b: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::empty(Normalizer::new(Language::French, false));
        let (x, y) = (intern(&mut vocabulary, a), intern(&mut vocabulary, b));
        let text = |side: &[TypeId], at: &[u32]| {
            at.iter()
                .map(|&i| &*vocabulary.get(side[i as usize]).surface)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let types = |side: &[TypeId], at: &[u32]| -> Vec<TypeId> {
            at.iter().map(|&i| side[i as usize]).collect()
        };
        WordAligner::new()
            .link(&x, &y, &vocabulary)
            .into_iter()
            .filter_map(|l| {
                let (a, b) = (text(&x, &l.a), text(&y, &l.b));
                let class = vocabulary.class(&types(&x, &l.a), &types(&y, &l.b));
                if l.moved {
                    Some(format!("<{a} → {b}>"))
                } else if class == Class::Same {
                    None
                } else if l.a.is_empty() {
                    Some(format!("+ {b}"))
                } else if l.b.is_empty() {
                    Some(format!("- {a}"))
                } else {
                    Some(format!("{a} → {b} ({})", class.name()))
                }
            })
            .collect()
    }

    #[test]
    fn a_phrase_is_one_substitution() {
        assert_eq!(
            changes(
                "le risque d’ une confrontation d’ envergure dans le secteur numérique .",
                "le risque d’ une confrontation à grande échelle dans la sphère numérique .",
            ),
            [
                "d’ envergure → à grande échelle (wording)",
                "le → la (inflection)",
                "secteur → sphère (wording)"
            ]
        );
        assert_eq!(
            changes(
                "l’ espace de l’ information par analogie avec l’ Accord soviéto-américain",
                "l’ espace de l’ information à l’ instar de l’ Accord soviéto-américain",
            ),
            ["par analogie avec → à l’ instar de (wording)"]
        );
    }

    #[test]
    fn families_and_forms() {
        assert_eq!(
            changes(
                "Une responsabilité particulière pour la prévenir incombe aux acteurs .",
                "Une responsabilité particulière pour sa prévention incombe aux acteurs ( SII ) .",
            ),
            [
                "la → sa (wording)",
                "prévenir → prévention (derivation)",
                "+ ( SII )"
            ]
        );
        assert_eq!(
            changes(
                "Cet homme relatait les faits .",
                "Ces hommes ont relaté les faits ;"
            ),
            [
                "Cet → Ces (inflection)",
                "homme → hommes (inflection)",
                "+ ont",
                "relatait → relaté (inflection)",
                ". → ; (typographic)"
            ]
        );
    }

    #[test]
    fn what_moved_is_said_once() {
        assert_eq!(
            changes(
                "l’ Accord en vigueur sur la prévention des incidents en haute mer du 25 mai 1972 .",
                "l’ Accord sur la prévention des incidents en haute mer en vigueur du 25 mai 1972 .",
            ),
            ["<en → en>", "<vigueur → vigueur>"]
        );
    }

    #[test]
    fn nothing_in_common() {
        assert_eq!(changes("", ""), Vec::<String>::new());
        assert_eq!(changes("un mot", ""), ["- un mot"]);
        assert_eq!(changes("", ". !"), ["+ . !"]);
    }

    #[test]
    fn a_table_of_learned_words_links_them() {
        let mut vocabulary = Vocabulary::empty(Normalizer::new(Language::French, false));
        let a = intern(&mut vocabulary, "des pommes rouges pour le zorglub");
        let b = intern(&mut vocabulary, "le bulgroz mange des pommes rouges");
        let probability = |aligner: &mut WordAligner| {
            let pairs = aligner.pairs(&a, &b, &vocabulary);
            let pair = pairs.iter().find(|p| (p.a, p.b) == (5, 1));
            pair.map_or(0.0, |p| p.probability)
        };
        let stem = |t: TypeId| vocabulary.get(t).key(crate::normalize::Fold::Stem);
        let pair = (stem(a[5]), stem(b[1]), 0.9);
        let table = Likeness::from_pairs(vocabulary.keys().len(), &[pair]);
        let (without, with) = (
            probability(&mut WordAligner::new()),
            probability(&mut WordAligner::with_table(table)),
        );
        assert!(with > without + 0.1, "{without} {with}");
    }

    #[test]
    fn a_sentence_of_a_hundred_thousand_words() {
        let mut vocabulary = Vocabulary::empty(Normalizer::new(Language::French, false));
        let words: Vec<TypeId> = (0..5000)
            .map(|n| vocabulary.intern(&format!("mot{n}"), TokenKind::Word))
            .collect();
        let mut aligner = WordAligner::new();
        // Every word but a few comes again and again; then no word stands once.
        let a: Vec<TypeId> = (0..100_000).map(|n| words[n * 7 % 5000]).collect();
        let b: Vec<TypeId> = a.iter().copied().filter(|t| t % 11 != 0).collect();
        let links = aligner.link(&a, &b, &vocabulary);
        assert_eq!(links.iter().map(|l| l.a.len()).sum::<usize>(), a.len());
        assert_eq!(aligner.fell_back(), a.len());
        // With words that stand once there are places to cut.
        let mut numbered = |n: usize| vocabulary.intern(&format!("une{n}"), TokenKind::Word);
        let once: Vec<TypeId> = (0..200).map(&mut numbered).collect();
        let with = |side: &[TypeId]| -> Vec<TypeId> {
            side.chunks(side.len() / 200 + 1)
                .zip(&once)
                .flat_map(|(chunk, &t)| [chunk, &[t]].concat())
                .collect()
        };
        let (a, b) = (with(&a), with(&b));
        let mut aligner = WordAligner::new();
        let links = aligner.link(&a, &b, &vocabulary);
        assert_eq!(aligner.fell_back(), 0);
        let linked = links
            .iter()
            .filter(|l| !l.a.is_empty() && !l.b.is_empty())
            .count();
        assert!(linked * 10 > b.len() * 9, "{linked} of {}", b.len());
    }

    proptest! {
        /// Words of a small vocabulary, so that they repeat and cross.
        #[test]
        fn every_token_in_one_link(
            a in prop::collection::vec(0usize..14, 0..40),
            b in prop::collection::vec(0usize..14, 0..40),
        ) {
            const WORDS: [&str; 14] = [
                "le", "l’", "d’", "et", "mer", "mers", "océan", "prévenir", "prévention", ",", ".", "vois-tu", "tu", "1972",
            ];
            let mut vocabulary = Vocabulary::empty(Normalizer::new(Language::French, false));
            let mut side = |words: &[usize]| -> Vec<TypeId> {
                words.iter().flat_map(|&w| intern(&mut vocabulary, WORDS[w])).collect()
            };
            let (a, b) = (side(&a), side(&b));
            let mut aligner = WordAligner::new();
            let links = aligner.link(&a, &b, &vocabulary);
            for (len, tokens) in [
                (a.len(), links.iter().flat_map(|l| l.a.clone()).collect::<Vec<_>>()),
                (b.len(), links.iter().flat_map(|l| l.b.clone()).collect::<Vec<_>>()),
            ] {
                let mut sorted = tokens.clone();
                sorted.sort_unstable();
                prop_assert_eq!(sorted, (0..len as u32).collect::<Vec<_>>());
            }
            for link in &links {
                prop_assert!(link.a.is_sorted() && link.b.is_sorted());
                prop_assert!((0.0..=1.0).contains(&link.probability));
                prop_assert!(!link.moved || !link.a.is_empty() && !link.b.is_empty());
            }
            let firsts: Vec<u32> = links.iter().filter_map(|l| l.a.first().copied()).collect();
            prop_assert!(firsts.is_sorted());
            // The same again from memory that was used.
            prop_assert_eq!(aligner.link(&a, &b, &vocabulary), links);
            for pair in aligner.pairs(&a, &b, &vocabulary) {
                prop_assert!(pair.probability >= WordPair::LEAST && pair.probability <= 1.0);
            }
        }
    }
}

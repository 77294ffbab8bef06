//! The words of token lists that another program has cut.

use crate::class::Class;
use crate::language::chars::kind_of;
use crate::lexicon::{Equivalents, TypeId, Vocabulary};
use crate::normalize::Normalizer;
use crate::witness::Language;

use super::{WordAligner, WordPair};

/// Links the words of pairs of token lists in one language, one pair after the other. What it has seen in one does not
/// change what it says of the next; it only need not look at a word again.
pub struct TokenLinker {
    vocabulary: Vocabulary,
    aligner: WordAligner,
}

/// Two token lists whose words are linked.
#[derive(Debug, Clone)]
pub struct LinkedTokens {
    /// The pairs of positions, in the order of the first list.
    pub pairs: Vec<WordPair>,
    types: [Vec<TypeId>; 2],
    /// The places of the pairs in the order of the second list, and then of the first.
    by_b: Vec<u32>,
}

impl TokenLinker {
    /// A linker for a language; `old_print` unites the spellings of print before about 1800.
    pub fn new(language: Language, old_print: bool, known: &Equivalents) -> Self {
        let vocabulary = Vocabulary::empty(Normalizer::of(language, old_print));
        Self {
            vocabulary: vocabulary.knowing(known),
            aligner: WordAligner::new(),
        }
    }

    /// Links the words of two lists. Tokens are taken as they are, and never cut further.
    pub fn link(&mut self, a: &[&str], b: &[&str]) -> LinkedTokens {
        let types = [a, b].map(|side| {
            let types = side
                .iter()
                .map(|token| self.vocabulary.intern(token, kind_of(token)));
            types.collect::<Vec<_>>()
        });
        let pairs = self.aligner.pairs(&types[0], &types[1], &self.vocabulary);
        let mut by_b: Vec<u32> = (0..pairs.len() as u32).collect();
        by_b.sort_by_key(|&at| pairs[at as usize].b);
        LinkedTokens { pairs, types, by_b }
    }

    /// The class of one of the pairs: of all that one of its words is linked to, where these are forms of it together
    /// (`vois-tu`, `tu vois`), else of the two words.
    pub fn class(&self, linked: &LinkedTokens, pair: &WordPair) -> Class {
        let [a, b] = &linked.types;
        let of_b = |at: &u32| linked.pairs[*at as usize];
        let first = linked.by_b.partition_point(|at| of_b(at).b < pair.b);
        let with_a = linked.by_b[first..].iter().map(of_b);
        let with_a: Vec<TypeId> = with_a
            .take_while(|p| p.b == pair.b)
            .map(|p| a[p.a as usize])
            .collect();
        let first = linked.pairs.partition_point(|p| p.a < pair.a);
        let with_b = linked.pairs[first..].iter();
        let with_b: Vec<TypeId> = with_b
            .take_while(|p| p.a == pair.a)
            .map(|p| b[p.b as usize])
            .collect();
        let (one_a, one_b) = ([a[pair.a as usize]], [b[pair.b as usize]]);
        let together = match (with_a.len(), with_b.len()) {
            (1, 1) => None,
            (1, _) => Some(self.vocabulary.class(&one_a, &with_b)),
            (_, 1) => Some(self.vocabulary.class(&with_a, &one_b)),
            _ => None,
        };
        together
            .filter(|class| *class < Class::Derivation)
            .unwrap_or_else(|| self.vocabulary.class(&one_a, &one_b))
    }

    /// How many different tokens it has seen, which is what its memory grows with.
    pub fn seen(&self) -> usize {
        self.vocabulary.types().len()
    }

    /// How many tokens stood in lists too long for a table of all pairs, where only equal words in the same order are linked.
    pub fn fell_back(&self) -> usize {
        self.aligner.fell_back()
    }
}

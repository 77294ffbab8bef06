//! What speaks for the links of a row.

use crate::explanation::{Tie, TieKind};
use crate::lexicon::{Equivalents, KeyId, SAME_NUMBER};
use crate::normalize::Fold;
use crate::witness::{TokenIndex, UnitIndex};
use crate::words::{Bond, Evidence, WordAligner};

use super::language::shared_language;
use super::prepared::Prepared;

/// The words of the two witnesses at a link.
pub(super) type Linked<'t> = [&'t [TokenIndex]; 2];

/// What speaks for each pair of words of two cells that came into question, in the order of the first witness; `links` are all of
/// the table, and tell how often what has been learned is linked.
pub(super) fn ties(
    prepared: &Prepared,
    cells: [&[UnitIndex]; 2],
    links: &[Linked<'_>],
) -> Vec<Tie> {
    let [a, b] = prepared.cells(cells);
    let vocabulary = prepared.vocabulary();
    let evidence = WordAligner::new().evidence(&a.types, &b.types, vocabulary);
    let tie = |seen: Evidence| {
        let (at_a, at_b) = (seen.a as usize, seen.b as usize);
        let stem = |t| vocabulary.get(t).key(Fold::Stem);
        let stems = [stem(a.types[at_a]), stem(b.types[at_b])];
        let [a, b] = prepared.order().pair([a.tokens[at_a], b.tokens[at_b]]);
        Tie {
            a,
            b,
            kind: match seen.bond {
                Bond::Same => TieKind::Same,
                Bond::Form => TieKind::Form,
                Bond::Alike => TieKind::Alike,
                Bond::Phrase => TieKind::Phrase,
                Bond::Place => TieKind::Place,
                Bond::Known => known(prepared, stems, links),
            },
            weight: seen.weight.into(),
            held: seen.held,
        }
    };
    let mut ties: Vec<Tie> = evidence.into_iter().map(tie).collect();
    ties.sort_by_key(|tie| (tie.a, tie.b));
    ties
}

/// Where it is known from that two stems stand for each other.
fn known(prepared: &Prepared, stems: [KeyId; 2], links: &[Linked<'_>]) -> TieKind {
    let vocabulary = prepared.vocabulary();
    if vocabulary.known(stems[0], stems[1]) >= SAME_NUMBER {
        return TieKind::Synonyms;
    }
    if vocabulary.known_beforehand(stems[0], stems[1]) <= 0.0 {
        return TieKind::Learned(linked(prepared, stems, links));
    }
    let own = Equivalents::own(shared_language(prepared.witnesses()));
    let words = stems.map(|stem| vocabulary.key(stem));
    match own.weight(words, vocabulary.normalizer()) > 0.0 {
        true => TieKind::Synonyms,
        false => TieKind::Lexicon,
    }
}

/// How many links have both stems; the first is of the witness that comes first while they are compared.
fn linked(prepared: &Prepared, stems: [KeyId; 2], links: &[Linked<'_>]) -> usize {
    let vocabulary = prepared.vocabulary();
    let has = |w: usize, tokens: &[TokenIndex]| {
        let types = vocabulary.tokens(w);
        let stem = |t: &TokenIndex| vocabulary.get(types[t.get()]).key(Fold::Stem);
        tokens.iter().any(|t| stem(t) == stems[w])
    };
    let both = links.iter().filter(|&&words| {
        let [a, b] = prepared.order().pair(words);
        has(0, a) && has(1, b)
    });
    both.count()
}

//! Paragraphs without marks, cut anew where another rendering says that their sentences end.

use super::marks;
use super::rules::Rules;
use super::seams::Unmarked;
use crate::witness::{Span, TokenRange, Unit, Witness};

/// A place where a witness is to be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Border {
    /// Index of the first token behind it.
    pub(crate) token: u32,
    /// Whether a sentence ends there, and not only a clause.
    pub(crate) ends_sentence: bool,
}

/// For each token of a witness how strong the seam before it is, and 0 where no unit may begin, as in all paragraphs with marks.
pub(crate) fn seams(witness: &Witness) -> Vec<u8> {
    let rules = Rules::of(witness.language);
    let mut seams = vec![0; witness.tokens.len()];
    for units in witness
        .sentences
        .chunk_by(|x, y| x.paragraph == y.paragraph)
    {
        if !is_unmarked(witness, &units[0]) {
            continue;
        }
        for stretch in units.chunk_by(|x, y| x.skip == y.skip) {
            let from = stretch[0].tokens.start as usize;
            let to = stretch[stretch.len() - 1].tokens.end as usize;
            if stretch[0].skip.is_none() {
                let unmarked = Unmarked::known(&witness.text, &witness.tokens[from..to], &rules);
                for (at, seam) in seams[from..to].iter_mut().enumerate() {
                    *seam = unmarked.seam(at);
                }
            }
        }
    }
    seams
}

/// Cuts the paragraphs without marks at `borders`, which are in order, and nowhere else but at marks; then they count as marked.
/// What says itself where its units end, as numbered verses do, keeps them: its clauses alone are cut.
pub(crate) fn cut_anew(witness: &mut Witness, borders: &[Border]) {
    let sentences = std::mem::take(&mut witness.sentences);
    let clauses = std::mem::take(&mut witness.clauses);
    let mut clauses = clauses.into_iter().peekable();
    for units in sentences.chunk_by(|x, y| x.paragraph == y.paragraph) {
        let last = units[units.len() - 1].sentence;
        let own: Vec<Unit> =
            std::iter::from_fn(|| clauses.next_if(|clause| clause.sentence <= last)).collect();
        let is_cut = is_unmarked(witness, &units[0]);
        let are_given = own.len() > units.len();
        let joins = |x: &Unit, y: &Unit| {
            let mark = x
                .tokens
                .range()
                .last()
                .map(|last| witness.tokens[last].span);
            let ends = mark.is_some_and(|mark| marks::ends_sentence(&witness.text, mark));
            is_cut && !are_given && x.skip.is_none() && y.skip.is_none() && !ends
        };
        let mut own = own.into_iter().peekable();
        let stretches: Vec<&[Unit]> = units.chunk_by(joins).collect();
        for stretch in stretches {
            let (first, end) = (&stretch[0], stretch[stretch.len() - 1].tokens.end);
            let within = std::iter::from_fn(|| own.next_if(|clause| clause.tokens.end <= end));
            let within: Vec<Unit> = within.collect();
            if !is_cut || first.skip.is_some() || first.tokens.start == end {
                push(witness, first.clone(), within);
                continue;
            }
            let inner = |border: &&Border| first.tokens.start < border.token && border.token < end;
            let inner = borders.iter().filter(inner).map(|border| Border {
                ends_sentence: border.ends_sentence && !are_given,
                ..*border
            });
            let all = Border {
                token: end,
                ends_sentence: true,
            };
            let (mut sentence, mut clause) = (first.tokens.start, first.tokens.start);
            let mut pieces = Vec::new();
            for border in inner.chain([all]) {
                pieces.push(unit(witness, first, clause..border.token));
                clause = border.token;
                if border.ends_sentence {
                    let whole = unit(witness, first, sentence..border.token);
                    push(witness, whole, std::mem::take(&mut pieces));
                    sentence = border.token;
                }
            }
        }
    }
    witness.unmarked.clear();
}

fn is_unmarked(witness: &Witness, unit: &Unit) -> bool {
    witness.unmarked.binary_search(&unit.paragraph).is_ok()
}

/// Adds a sentence and its clauses.
fn push(witness: &mut Witness, sentence: Unit, clauses: Vec<Unit>) {
    let index = witness.sentences.len() as u32;
    let numbered = |unit: Unit| Unit {
        sentence: index,
        ..unit
    };
    witness.clauses.extend(clauses.into_iter().map(numbered));
    witness.sentences.push(numbered(sentence));
}

/// A unit of some tokens, in the paragraph of another.
fn unit(witness: &Witness, like: &Unit, tokens: std::ops::Range<u32>) -> Unit {
    let span = |token: u32| witness.tokens[token as usize].span;
    Unit {
        span: Span {
            start: span(tokens.start).start,
            end: span(tokens.end - 1).end,
        },
        tokens: TokenRange {
            start: tokens.start,
            end: tokens.end,
        },
        ..like.clone()
    }
}

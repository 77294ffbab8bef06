//! Negations in the tokens of a unit.

use crate::witness::{TokenKind, Witness};

use super::FactKind;
use super::mentions::Mention;
use super::words::Lists;

/// Words between `ne` and its `pas`, at most.
const REACH: usize = 7;

/// Adds the negations of `tokens`, which are neighbours and stand in `texts` in lower case: `ne … pas` is one, at both
/// words.
pub(super) fn find(
    witness: &Witness,
    words: &Lists,
    tokens: &[u32],
    texts: &[String],
    found: &mut Vec<Mention>,
) {
    let mut taken = vec![false; tokens.len()];
    let mut push = |at: &[usize], weak: bool| {
        found.push(Mention {
            kind: FactKind::Negation,
            value: String::new(),
            tokens: at.iter().map(|&i| tokens[i]).collect(),
            weak,
        });
    };
    for (i, word) in texts.iter().enumerate() {
        // `non plus` goes with a negation that is counted already.
        let also = texts
            .get(i + 1)
            .is_some_and(|next| words.also.contains(&(word.as_str(), next.as_str())));
        let is_word = witness.tokens[tokens[i] as usize].kind == TokenKind::Word;
        if !is_word || taken[i] || also {
            continue;
        }
        if words.openers.contains(word.as_str()) {
            let reach = (i + 1..texts.len().min(i + 1 + REACH))
                .take_while(|&j| !words.openers.contains(texts[j].as_str()));
            let seconds: Vec<usize> = reach
                .filter(|&j| !taken[j] && words.seconds.contains(texts[j].as_str()))
                .collect();
            match seconds.first() {
                Some(&second) => {
                    push(&[i, second], false);
                    taken[second] = true;
                }
                None => push(&[i], !words.opener_negates),
            }
        } else if words.negations.contains(word.as_str()) {
            push(&[i], false);
        } else if words.excuses.contains(word.as_str())
            || words
                .excusing_stems
                .iter()
                .any(|stem| word.starts_with(stem))
        {
            push(&[i], true);
        }
    }
}

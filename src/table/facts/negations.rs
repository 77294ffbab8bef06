//! Negations in the tokens of a unit.

use crate::witness::{TokenKind, Witness};

use super::FactKind;
use super::mentions::Mention;
use super::words::Words;

/// Words between `ne` and its `pas`, at most.
const REACH: usize = 7;

/// Adds the negations of `tokens`, which are neighbours: `ne … pas` is one, at both words.
pub(super) fn find(witness: &Witness, words: &Words, tokens: &[u32], found: &mut Vec<Mention>) {
    let is = |list: &str, word: &str| list.split_whitespace().any(|w| w == word);
    let texts: Vec<String> = tokens
        .iter()
        .map(|&t| match witness.tokens[t as usize].kind {
            TokenKind::Word => witness.token_text(t).to_lowercase().replace('’', "'"),
            TokenKind::Number | TokenKind::Punctuation => String::new(),
        })
        .collect();
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
        if word.is_empty() || taken[i] || also {
            continue;
        }
        if is(words.openers, word) {
            let reach = (i + 1..texts.len().min(i + 1 + REACH))
                .take_while(|&j| !is(words.openers, &texts[j]));
            let seconds: Vec<usize> = reach
                .filter(|&j| !taken[j] && is(words.seconds, &texts[j]))
                .collect();
            match seconds.first() {
                Some(&second) => {
                    push(&[i, second], false);
                    taken[second] = true;
                }
                None => push(&[i], !words.opener_negates),
            }
        } else if is(words.negations, word) {
            push(&[i], false);
        } else if is(words.excuses, word)
            || words
                .excusing_stems
                .iter()
                .any(|stem| word.starts_with(stem))
        {
            push(&[i], true);
        }
    }
}

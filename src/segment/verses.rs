//! Verses numbered in running text: `1 Au commencement … 2 Et la terre …`. Each number begins a sentence.

use rustc_hash::FxHashMap;

use super::quotes::{Side, side};
use crate::language::chars::digit;
use crate::witness::{Token, TokenKind};

/// Numbers that go on so far, one by one, count verses.
const FEWEST: usize = 4;
/// Tokens of the shortest verse, with its number.
const SHORTEST: usize = 3;
/// A rendering leaves out a verse here and there, and its number.
const MOST_STEP: u32 = 3;
/// The psalm with most has 176.
const HIGHEST: u32 = 200;

/// The tokens of a paragraph that are numbers of verses, increasing.
pub(super) fn starts(text: &str, tokens: &[Token]) -> Vec<usize> {
    // Where the last number of each value stands, with the place of the one it follows and how many there are.
    let mut last: FxHashMap<u32, usize> = FxHashMap::default();
    let mut chains: Vec<(usize, Option<usize>, usize)> = Vec::new();
    for at in 0..tokens.len().saturating_sub(1) {
        let Some(value) = verse(text, tokens, at) else {
            continue;
        };
        let follows = |&chain: &usize| at - chains[chain].0 >= SHORTEST;
        let before = (1..=MOST_STEP).find_map(|step| {
            let chain = last.get(&value.checked_sub(step)?).copied();
            Some((chain.filter(follows)?, step))
        });
        // A step over an omission does not speak for a count.
        let length = before.map_or(1, |(chain, step)| chains[chain].2 + usize::from(step == 1));
        last.insert(value, chains.len());
        chains.push((at, before.map(|(chain, _)| chain), length));
    }
    let mut starts = Vec::new();
    let mut taken = vec![false; chains.len()];
    for end in (0..chains.len())
        .rev()
        .filter(|&chain| chains[chain].2 >= FEWEST)
    {
        let mut chain = Some(end);
        while let Some(link) = chain.filter(|&link| !taken[link]) {
            taken[link] = true;
            starts.push(chains[link].0);
            chain = chains[link].1;
        }
    }
    starts.sort_unstable();
    starts
}

/// The value of a number that may count a verse: bare, before a word or what opens speech.
fn verse(text: &str, tokens: &[Token], at: usize) -> Option<u32> {
    let next = tokens[at + 1];
    let opens = side(text, next, false) == Some(Side::Open);
    if tokens[at].kind != TokenKind::Number || next.kind != TokenKind::Word && !opens {
        return None;
    }
    let mut value = 0;
    for c in text[tokens[at].span.range()].chars() {
        value = value * 10 + u32::from(digit(c)?);
        if value > HIGHEST {
            return None;
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use crate::segment::segment;
    use crate::witness::{Language, Level};

    fn sentences(text: &str) -> Vec<&str> {
        let found = segment(text, Language::literal("tlh"), Level::Sentence);
        found
            .sentences
            .iter()
            .map(|s| &text[s.span.range()])
            .collect()
    }

    #[test]
    fn numbers_of_verses_begin_sentences() {
        assert_eq!(
            sentences(
                "1 In principio era il giorno, 2 e il giorno era chiaro, 3 e venne la sera; 4 così finì tutto."
            ),
            [
                "1 In principio era il giorno,",
                "2 e il giorno era chiaro,",
                "3 e venne la sera;",
                "4 così finì tutto."
            ]
        );
        let omitted = "3 Dixit «Fiat lux» et facta est 4 et vidit lucem 6 «Fiat» inquit «firmamentum» 7 et fecit illud 8 et vidit id";
        assert_eq!(sentences(omitted).len(), 5);
        assert_eq!(
            sentences("१ पहला दिन था २ दूसरा दिन था ३ तीसरा दिन था ४ चौथा दिन था").len(),
            4
        );
    }

    #[test]
    fn other_numbers_do_not() {
        for text in [
            "Il acheta 1 pain et 2 pommes et 3 poires.",
            "Rooms 1 2 3 4 5 6 are free today.",
            "On compte 3 lits, 4 chaises et 12 tables, avec 5 nappes et 8 verres.",
        ] {
            assert_eq!(sentences(text).len(), 1, "{text}");
        }
    }
}

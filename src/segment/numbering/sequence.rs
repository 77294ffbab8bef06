//! Which numbers name passages: those that make up the heaviest sequence that counts up, by ones but for what is left out, and
//! begins anew where a part does.

use rustc_hash::FxHashMap;

use super::example::Candidate;

/// What a sequence has to be worth before it counts, and what it costs to break off and count on elsewhere. A number that stands
/// by itself is worth less.
const BREAK: i32 = 10;

/// What a number is worth that cannot be anything else: more than it costs to break off before it and behind it.
const CERTAIN: i32 = 2 * BREAK + 2;

/// A rendering leaves out a passage here and there: so many numbers, and what each step costs.
const STEPS: [i32; 4] = [0, 0, 2, 3];

/// A new part costs next to nothing where its number is told with that of the passage: `6:1` behind `5:12`.
const NEXT_PART: i32 = 1;

/// A sequence up to a candidate.
struct Chain {
    worth: i32,
    before: Option<usize>,
}

/// The places of the candidates that name passages, increasing.
pub(super) fn chosen(candidates: &[Candidate]) -> Vec<usize> {
    let mut chains: Vec<Chain> = Vec::with_capacity(candidates.len());
    // The worthiest chain, and those that end with each number.
    let mut best: Option<usize> = None;
    let mut ends: FxHashMap<(&[u32], u32), usize> = FxHashMap::default();
    for (n, candidate) in candidates.iter().enumerate() {
        let (parts, value) = candidate.value();
        let mut chain = Chain {
            worth: -BREAK,
            before: None,
        };
        let mut follow = |before: usize, worth: i32| {
            if worth >= chain.worth {
                chain = Chain {
                    worth,
                    before: Some(before),
                };
            }
        };
        if let Some(last) = best {
            let begins = !parts.is_empty() && value <= 2 && candidates[last].value().0 < parts;
            let cost = if begins { NEXT_PART } else { BREAK };
            follow(last, chains[last].worth - cost);
        }
        let first = usize::from(!candidate.repeats);
        for (step, cost) in STEPS.iter().enumerate().skip(first).rev() {
            let before = value.checked_sub(step as u32);
            if let Some(&before) = before.and_then(|before| ends.get(&(parts, before))) {
                follow(before, chains[before].worth - cost);
            }
        }
        chain.worth += worth(candidate);
        let worthier = |other: usize| chain.worth >= chains[other].worth;
        if best.is_none_or(worthier) {
            best = Some(n);
        }
        let end = (parts, candidate.last);
        if ends.get(&end).copied().is_none_or(worthier) {
            ends.insert(end, n);
        }
        chains.push(chain);
    }
    let mut chosen = Vec::new();
    let mut next = best.filter(|&best| chains[best].worth > 0);
    while let Some(n) = next {
        chosen.push(n);
        next = chains[n].before;
    }
    chosen.reverse();
    chosen
}

/// What it is worth that a number stands where it does: most where a line begins, more behind the end of a sentence than inside,
/// and more where a capital follows, or where what stands around it is rare beside other numbers.
fn worth(candidate: &Candidate) -> i32 {
    if candidate.opens_line && candidate.opens_paragraph && candidate.sure {
        return CERTAIN;
    }
    let place = match candidate {
        Candidate {
            opens_line: true, ..
        } => 6,
        Candidate {
            opens_sentence: true,
            ..
        } => 4,
        _ => 2,
    };
    place + i32::from(candidate.before_capital) + 2 * i32::from(candidate.sure)
}

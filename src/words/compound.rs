//! A compound, and the phrase that says its parts: `Terroristenbekämpfung`, `Kampf gegen Terroristen`; `SAS-Hauptquartier`,
//! `Hauptquartier des SAS`; `seamen`, `seafaring men`. One part is linked by its letters; the words up to the other go with it.

use super::group::{Group, Owners, Roles, Tie, insert};
use super::shape::{Role, Shape};

/// Fewest letters of the rest of a compound, and of what a word has in common with it.
const LEAST: usize = 3;
/// Most tokens from one part of the phrase to the other.
const MOST_BETWEEN: u32 = 3;

/// Widens the groups of a compound and one of its parts by the other part. The groups are given and left in the order of A.
pub(super) fn complete(groups: &mut [Group], roles: Roles<'_>, sides: [&[&Shape]; 2]) {
    let may_be = |g: &Group| g.tie == Tie::Family && g.a.len() == 1 && g.b.len() == 1;
    if !groups.iter().any(may_be) {
        return;
    }
    let mut owners = Owners::new(groups, roles);
    let mut widened = false;
    for (n, group) in (0..).zip(groups.iter_mut()).filter(|(_, g)| may_be(g)) {
        let at = [group.a[0], group.b[0]];
        for (whole, part) in [(0, 1), (1, 0)] {
            let words = [0, 1].map(|side| sides[side][at[side] as usize]);
            let Some(rest) = rest(words[whole], words[part]) else {
                continue;
            };
            let owned = if part == 0 {
                &mut owners.a
            } else {
                &mut owners.b
            };
            let Some(other) = other_part(&rest, sides[part], owned, at[part]) else {
                continue;
            };
            let tokens = if part == 0 {
                &mut group.a
            } else {
                &mut group.b
            };
            for token in at[part].min(other)..=at[part].max(other) {
                insert(tokens, token);
                owned[token as usize] = Some(n);
            }
            widened = true;
            break;
        }
    }
    if widened {
        groups.sort_unstable_by_key(|g| g.a[0]);
    }
}

/// What is left of a compound without one of its parts, which may be declined there.
fn rest(whole: &Shape, part: &Shape) -> Option<Vec<char>> {
    let [whole, part]: [Vec<char>; 2] = [whole, part].map(|word| word.letters().collect());
    if part.len() < LEAST || whole.len() < part.len() + LEAST {
        return None;
    }
    let at = whole.windows(part.len()).position(|w| w == part)?;
    // The greater part that is left: an ending may stand behind the other.
    let (before, behind) = (&whole[..at], &whole[at + part.len()..]);
    let rest = if before.len() < behind.len() {
        behind
    } else {
        before
    };
    (rest.len() >= LEAST).then(|| rest.to_vec())
}

/// Where beside `at` the word stands that says the rest, with no linked word between.
fn other_part(rest: &[char], side: &[&Shape], owners: &[Option<u32>], at: u32) -> Option<u32> {
    let is_free = |t: &u32| {
        let word = side[*t as usize];
        owners[*t as usize].is_none() && word.role != Role::Mark
    };
    let says = |t: &u32| {
        let word = side[*t as usize];
        word.role == Role::Content && {
            let letters: Vec<char> = word.letters().collect();
            // Two thirds of the shorter.
            let least = LEAST.max((2 * letters.len().min(rest.len())).div_ceil(3));
            in_common(rest, &letters) >= least
        }
    };
    let ahead = at + 1..side.len().min((at + 1 + MOST_BETWEEN) as usize) as u32;
    let back = (at.saturating_sub(MOST_BETWEEN)..at).rev();
    let ahead = ahead.take_while(is_free).find(says);
    ahead.or_else(|| back.take_while(is_free).find(says))
}

/// The length of the longest stretch of letters that two words have in common.
fn in_common(x: &[char], y: &[char]) -> usize {
    let run = |i: usize, j: usize| {
        let letters = x[i..].iter().zip(&y[j..]);
        letters.take_while(|(a, b)| a == b).count()
    };
    let starts = (0..x.len()).flat_map(|i| (0..y.len()).map(move |j| (i, j)));
    starts.map(|(i, j)| run(i, j)).max().unwrap_or(0)
}

//! The order of groups that several sequences share: rows of witnesses, links of words.
//!
//! It is the order of the base; what the base lacks stands where the others have it.

use crate::chain::{Point, Ranked, fingerprint, on_heaviest_chain};

/// A group of members of several sequences.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// For each sequence its first member here.
    pub(super) first: Vec<Option<u32>>,
    /// How much weighs what the sequences have here, and what decides between groups that weigh the same.
    pub(super) weight: Ranked<u64>,
}

/// How much texts weigh: their characters, and what decides between texts of as many.
pub(super) fn weight<'t>(texts: impl Iterator<Item = &'t str>) -> Ranked<u64> {
    texts.fold(Ranked::default(), |sum, text| {
        let weight = text.chars().count() as u64;
        let tie = fingerprint(text);
        sum + Ranked { weight, tie }
    })
}

/// Groups in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ordered {
    /// The indices of the groups.
    pub(super) order: Vec<usize>,
    /// For each group (by its index) and sequence whether it stands off the heaviest chain of groups that keeps this order
    /// and that of the sequence.
    pub(super) moved: Vec<Vec<bool>>,
}

/// Orders groups by the sequence `base`. `others` are the further sequences, the first of which has the say where several
/// have what the base lacks.
pub(super) fn ordered(groups: &[Group], base: usize, others: &[usize]) -> Ordered {
    let of = |w: usize| {
        let mut own: Vec<usize> = (0..groups.len())
            .filter(|&g| groups[g].first[w].is_some())
            .collect();
        own.sort_unstable_by_key(|&g| groups[g].first[w]);
        own
    };
    let mut order = of(base);
    let mut place: Vec<Option<u32>> = vec![None; groups.len()];
    for &w in others {
        let own = of(w);
        number(&order, &mut place);
        let unmoved = unmoved(groups, &own, w, |g| place[g]);
        // What comes behind each place of the order so far, and at 0 before all of it.
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); order.len() + 1];
        let mut slot = 0;
        for (n, &g) in own.iter().enumerate() {
            match place[g] {
                Some(at) if unmoved[n] => slot = at as usize + 1,
                Some(_) => {}
                None => {
                    // After what other sequences than the base have put there.
                    let foreign = |g: &&usize| {
                        let group: &Group = &groups[**g];
                        group.first[base].is_none() && group.first[w].is_none()
                    };
                    if behind[slot].is_empty() {
                        slot += order[slot..].iter().take_while(foreign).count();
                    }
                    behind[slot].push(g);
                }
            }
        }
        if behind.iter().any(|groups| !groups.is_empty()) {
            let mut behind = behind.into_iter();
            let mut longer = behind.next().unwrap_or_default();
            for (g, next) in order.into_iter().zip(behind) {
                longer.push(g);
                longer.extend(next);
            }
            order = longer;
        }
    }
    number(&order, &mut place);
    let mut moved = vec![vec![false; others.len() + 1]; groups.len()];
    for &w in others {
        let own = of(w);
        let joined = |g: &usize| groups[*g].first.iter().flatten().count() > 1;
        let own: Vec<usize> = own.into_iter().filter(joined).collect();
        let unmoved = unmoved(groups, &own, w, |g| place[g]);
        for (g, unmoved) in own.into_iter().zip(unmoved) {
            moved[g][w] = !unmoved;
        }
    }
    Ordered { order, moved }
}

fn number(order: &[usize], place: &mut [Option<u32>]) {
    for (n, &g) in order.iter().enumerate() {
        place[g] = Some(n as u32);
    }
}

/// For each of the groups of a sequence, in its order, whether it keeps the order of their places.
fn unmoved(
    groups: &[Group],
    own: &[usize],
    w: usize,
    place: impl Fn(usize) -> Option<u32>,
) -> Vec<bool> {
    let (mut points, mut which) = (Vec::new(), Vec::new());
    for (n, &g) in own.iter().enumerate() {
        if let (Some(a), Some(b)) = (place(g), groups[g].first[w]) {
            let mut weight = groups[g].weight;
            // What is blank weighs something as well.
            weight.weight = weight.weight.max(1);
            points.push(Point { a, b, weight });
            which.push(n);
        }
    }
    let mut unmoved = vec![false; own.len()];
    for (n, on) in which.into_iter().zip(on_heaviest_chain(&points)) {
        unmoved[n] = on;
    }
    unmoved
}

//! Runs of one token (`!!!`, `. . .`, `★★★`, `la la la`): place alone tells one of its tokens from the next, so they are linked
//! in their order.

use rustc_hash::FxHashMap;

use super::link::WordPair;
use super::shape::{Role, Shape};

/// The pairs of two sides that hold the same tokens; nothing where they do not.
pub(super) fn same(a: &[&Shape], b: &[&Shape]) -> Option<Vec<WordPair>> {
    let same = a.len() == b.len() && a.iter().zip(b).all(|(x, y)| is_one(x, y));
    same.then(|| {
        let pair = |at| WordPair {
            a: at,
            b: at,
            probability: 1.0,
        };
        (0..a.len() as u32).map(pair).collect()
    })
}

/// Links the tokens of runs in their order: of two runs that are linked with each other alone the first with the first, and
/// of others each that is beside a link, as long as both sides have the same token there. The pairs are given and left in
/// the order of A and then of B.
pub(super) fn put_in_order(pairs: &mut Vec<WordPair>, a: &[&Shape], b: &[&Shape]) {
    let (runs_a, runs_b) = (Runs::new(a), Runs::new(b));
    if !runs_a.any && !runs_b.any {
        return;
    }
    straighten(pairs, [a, b], [&runs_a, &runs_b]);
    lengthen(pairs, [a, b], [&runs_a, &runs_b]);
    pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
}

/// For each token where its run begins and ends.
struct Runs {
    of: Vec<(u32, u32)>,
    /// Whether any has more than one token.
    any: bool,
}

impl Runs {
    fn new(side: &[&Shape]) -> Self {
        let mut of = Vec::with_capacity(side.len());
        for run in side.chunk_by(|x, y| is_one(x, y)) {
            let start = of.len() as u32;
            of.extend(run.iter().map(|_| (start, start + run.len() as u32)));
        }
        let any = of.iter().any(|(start, end)| end - start > 1);
        Self { of, any }
    }

    fn is_run(&self, at: u32) -> bool {
        let (start, end) = self.of[at as usize];
        end - start > 1
    }
}

/// Puts the links between two runs in order, where neither is linked with another.
fn straighten(pairs: &mut Vec<WordPair>, [a, b]: [&[&Shape]; 2], [runs_a, runs_b]: [&Runs; 2]) {
    // For each run that is linked the one run it is linked with, by their beginnings; none where there are several.
    let mut partner_a: FxHashMap<u32, Option<u32>> = FxHashMap::default();
    let mut partner_b: FxHashMap<u32, Option<u32>> = FxHashMap::default();
    for pair in pairs.iter() {
        let (x, y) = (runs_a.of[pair.a as usize].0, runs_b.of[pair.b as usize].0);
        let one = is_one(a[x as usize], b[y as usize]);
        for (partners, own, other) in [(&mut partner_a, x, y), (&mut partner_b, y, x)] {
            let partner = partners.entry(own).or_insert(one.then_some(other));
            *partner = partner.filter(|&p| one && p == other);
        }
    }
    let mut straight: FxHashMap<(u32, u32), f32> = FxHashMap::default();
    pairs.retain(|pair| {
        let (x, y) = (runs_a.of[pair.a as usize].0, runs_b.of[pair.b as usize].0);
        // Words that the other side says once may both stand for it there.
        let mark = a[x as usize].role == Role::Mark;
        let are_runs = [runs_a.is_run(x), runs_b.is_run(y)];
        let ordered = are_runs == [true, true] || mark && are_runs != [false, false];
        if !ordered || partner_a[&x] != Some(y) || partner_b[&y] != Some(x) {
            return true;
        }
        let probability = straight.entry((x, y)).or_default();
        *probability = probability.max(pair.probability);
        false
    });
    for ((x, y), probability) in straight {
        let (end_a, end_b) = (runs_a.of[x as usize].1, runs_b.of[y as usize].1);
        pairs.extend(
            (x..end_a)
                .zip(y..end_b)
                .map(|(a, b)| WordPair { a, b, probability }),
        );
    }
}

/// How likely it is that equal tokens of runs correspond where both sides begin, or end.
const AT_AN_END: f32 = 0.9;

/// Links the unlinked tokens of runs that stand beside a link, or at an end of both sides.
fn lengthen(pairs: &mut Vec<WordPair>, [a, b]: [&[&Shape]; 2], [runs_a, runs_b]: [&Runs; 2]) {
    let mut linked_a = vec![false; a.len()];
    let mut linked_b = vec![false; b.len()];
    for pair in pairs.iter() {
        (linked_a[pair.a as usize], linked_b[pair.b as usize]) = (true, true);
    }
    let mut link = |at_a: Option<u32>, at_b: Option<u32>| {
        let (x, y) = (at_a? as usize, at_b? as usize);
        let free = !*linked_a.get(x)? && !*linked_b.get(y)?;
        let in_runs = || runs_a.is_run(x as u32) && runs_b.is_run(y as u32);
        (free && in_runs() && is_one(a[x], b[y])).then(|| {
            (linked_a[x], linked_b[y]) = (true, true);
            (x as u32, y as u32)
        })
    };
    let ends = (a.len() as u32, b.len() as u32);
    let mut added = Vec::new();
    let from = |first: Option<(u32, u32)>, pairs: &[WordPair]| -> Vec<(Option<(u32, u32)>, f32)> {
        let links = pairs.iter().map(|p| (Some((p.a, p.b)), p.probability));
        links.chain([(first, AT_AN_END)]).collect()
    };
    for (start, probability) in from(None, pairs) {
        let mut at = start;
        loop {
            // Before the first token there is nothing.
            let next = |n: Option<u32>| n.map_or(0, |n| n + 1);
            let (x, y) = (next(at.map(|at| at.0)), next(at.map(|at| at.1)));
            let Some((a, b)) = link(Some(x), Some(y)) else {
                break;
            };
            added.push(WordPair { a, b, probability });
            at = Some((a, b));
        }
    }
    for (start, probability) in from(Some(ends), pairs) {
        let mut at = start;
        while let Some((x, y)) = at {
            at = link(x.checked_sub(1), y.checked_sub(1));
            added.extend(at.map(|(a, b)| WordPair { a, b, probability }));
        }
    }
    pairs.append(&mut added);
}

/// Whether two tokens are one, however it is written.
fn is_one(x: &Shape, y: &Shape) -> bool {
    x.equal == y.equal && (x.role == Role::Mark) == (y.role == Role::Mark)
}

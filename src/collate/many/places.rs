//! The words of more than two witnesses at one place, from the links between any two.
//!
//! As with the units ([`votes`](super::votes)), a pair of words is believed by what its own two witnesses say and what each
//! third says through which the two are joined. Then words that belong together are gathered, the surest first: two groups
//! become one where the pairs between them are believed on average, so that one wrong link joins nothing (average linkage: Sokal &
//! Michener 1958).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use crate::collate::parts::Parts;

/// How much the own link of a pair counts, against one of each third witness.
const OWN: f64 = 2.0;
/// The mean belief above which two groups are joined; a link of two witnesses alone is none below about this.
const DOUBT: f64 = 0.4;

/// A word of a row: its witness, and its place among the words that the witness has in the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub(super) witness: u32,
    pub(super) at: u32,
}

/// A pair of words that their witnesses link, and how probable that is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) words: [Place; 2],
    pub(super) probability: f64,
}

/// Groups of words that stand for each other. `counts` has for each witness the number of its words; words without any
/// counterpart are groups of their own.
pub(super) fn groups(counts: &[u32], pairs: &[Pair]) -> Vec<Vec<Place>> {
    let nodes = Nodes::new(counts);
    let beliefs = beliefs(&nodes, pairs);
    let mut groups = Groups::new(&nodes, &beliefs);
    groups.gather();
    let groups = groups.members.into_iter().flatten();
    groups
        .map(|members| members.into_iter().map(|node| nodes.place(node)).collect())
        .collect()
}

/// The words of a row, numbered through.
struct Nodes {
    first: Vec<u32>,
    /// For each word its witness.
    witness: Vec<u32>,
}

impl Nodes {
    fn new(counts: &[u32]) -> Self {
        let mut witness = Vec::new();
        let first = (0..).zip(counts).map(|(w, &own)| {
            let first = witness.len();
            witness.resize(first + own as usize, w);
            first as u32
        });
        Self {
            first: first.collect(),
            witness,
        }
    }

    fn count(&self) -> u32 {
        self.witness.len() as u32
    }

    fn witness(&self, node: u32) -> u32 {
        self.witness[node as usize]
    }

    fn node(&self, place: Place) -> u32 {
        self.first[place.witness as usize] + place.at
    }

    fn place(&self, node: u32) -> Place {
        let witness = self.witness(node);
        Place {
            witness,
            at: node - self.first[witness as usize],
        }
    }
}

/// What a word is linked with: the witness there, the word, the probability.
type Linked = (u32, u32, f64);

/// How far each pair of words is believed, the lesser word first.
fn beliefs(nodes: &Nodes, pairs: &[Pair]) -> Vec<(u32, u32, f64)> {
    let mut linked: Vec<Vec<Linked>> = vec![Vec::new(); nodes.count() as usize];
    for pair in pairs {
        let [x, y] = pair.words;
        linked[nodes.node(x) as usize].push((y.witness, nodes.node(y), pair.probability));
        linked[nodes.node(y) as usize].push((x.witness, nodes.node(x), pair.probability));
    }
    linked
        .iter_mut()
        .for_each(|own| own.sort_unstable_by_key(|&(w, node, _)| (w, node)));
    let mut beliefs = Vec::new();
    // For each word how many votes there are that one belongs with it, and which have some.
    let mut votes = vec![0.0; nodes.count() as usize];
    let mut voted: Vec<u32> = Vec::new();
    for x in 0..nodes.count() {
        let own_witness = nodes.witness(x);
        let mut vote = |y: u32, share: f64| {
            if x < y {
                if votes[y as usize] == 0.0 {
                    voted.push(y);
                }
                votes[y as usize] += share;
            }
        };
        for &(_, y, probability) in &linked[x as usize] {
            vote(y, OWN * probability);
            for &(w, z, further) in &linked[y as usize] {
                if w != own_witness {
                    vote(z, probability * further);
                }
            }
        }
        voted.sort_unstable();
        voted.dedup();
        for y in voted.drain(..) {
            let sum = std::mem::take(&mut votes[y as usize]);
            let asked = OWN + asked(&linked, [x, y], [own_witness, nodes.witness(y)]);
            beliefs.push((x, y, (sum / asked).min(1.0)));
        }
    }
    beliefs
}

/// How many third witnesses have a word for either of two.
fn asked(linked: &[Vec<Linked>], words: [u32; 2], own: [u32; 2]) -> f64 {
    let [x, y] = words.map(|word| &linked[word as usize]);
    let (mut i, mut j, mut count) = (0, 0, 0.0);
    while i < x.len() || j < y.len() {
        let next = |own: &[Linked], at: usize| own.get(at).map_or(u32::MAX, |linked| linked.0);
        let witness = next(x, i).min(next(y, j));
        if !own.contains(&witness) {
            count += 1.0;
        }
        while next(x, i) == witness {
            i += 1;
        }
        while next(y, j) == witness {
            j += 1;
        }
    }
    count
}

/// Groups of words while they grow.
struct Groups<'n> {
    nodes: &'n Nodes,
    /// The words of each group; `None` once it is part of another.
    members: Vec<Option<Vec<u32>>>,
    /// For each group the sum of the beliefs between its words and those of others.
    sums: Vec<FxHashMap<u32, f64>>,
    /// What may be joined, the most believed first; of equal ones the words that come first.
    queue: BinaryHeap<(i64, Reverse<(u32, u32)>)>,
}

/// Beliefs are compared to this part of a probability, so that the order of sums says nothing.
fn rounded(belief: f64) -> i64 {
    (belief * 1e9).round() as i64
}

impl<'n> Groups<'n> {
    fn new(nodes: &'n Nodes, beliefs: &[(u32, u32, f64)]) -> Self {
        let mut groups = Self {
            nodes,
            members: (0..nodes.count()).map(|node| Some(vec![node])).collect(),
            sums: vec![FxHashMap::default(); nodes.count() as usize],
            queue: BinaryHeap::new(),
        };
        let clear = groups.join_clear(beliefs);
        let open = || beliefs.iter().filter(|(x, _, _)| !clear[*x as usize]);
        for &(x, y, belief) in open() {
            groups.sums[x as usize].insert(y, belief);
            groups.sums[y as usize].insert(x, belief);
        }
        open().for_each(|&(x, y, _)| groups.consider(x, y));
        groups
    }

    /// Joins words of which each is believed to belong with each, and with no other: most are so. Gives for each word whether
    /// it is one of them.
    fn join_clear(&mut self, beliefs: &[(u32, u32, f64)]) -> Vec<bool> {
        let mut parts = Parts::new(self.nodes.count() as usize);
        beliefs.iter().for_each(|&(x, y, _)| parts.join(x, y));
        let mut together: Vec<Vec<u32>> = vec![Vec::new(); self.members.len()];
        for node in 0..self.nodes.count() {
            together[parts.root(node) as usize].push(node);
        }
        // By the least word of each set: how many pairs of it are believed.
        let mut believed = vec![0; together.len()];
        for &(x, _, belief) in beliefs {
            believed[parts.root(x) as usize] += usize::from(rounded(belief) > rounded(DOUBT));
        }
        let mut clear = vec![false; together.len()];
        for (root, set) in together.into_iter().enumerate() {
            let pairs = set.len() * set.len().saturating_sub(1) / 2;
            let of_each_one =
                set.is_sorted_by(|&x, &y| self.nodes.witness(x) < self.nodes.witness(y));
            if set.len() > 1 && of_each_one && believed[root] == pairs {
                for &node in &set {
                    clear[node as usize] = true;
                    self.members[node as usize] = None;
                }
                self.members[root] = Some(set);
            }
        }
        clear
    }

    /// How far it is believed that two groups belong together: the mean over the pairs of words of two witnesses between them.
    fn belief(&self, x: u32, y: u32) -> Option<i64> {
        let sum = self.sums[x as usize].get(&y)?;
        let [x, y] = [x, y].map(|g| self.members[g as usize].as_deref().unwrap_or_default());
        let witness = |&node: &u32| self.nodes.witness(node);
        let others = |node| {
            y.iter()
                .filter(move |other| witness(other) != witness(node))
        };
        let pairs: usize = x.iter().map(|node| others(node).count()).sum();
        (pairs > 0).then(|| rounded(sum / pairs as f64))
    }

    fn consider(&mut self, x: u32, y: u32) {
        if let Some(belief) = self.belief(x, y)
            && belief > rounded(DOUBT)
        {
            self.queue.push((belief, Reverse((x.min(y), x.max(y)))));
        }
    }

    fn gather(&mut self) {
        while let Some((belief, Reverse((x, y)))) = self.queue.pop() {
            // What has grown since stands in the queue anew.
            if self.belief(x, y) == Some(belief) {
                self.join(x, y);
            }
        }
    }

    fn join(&mut self, x: u32, y: u32) {
        let from = self.members[y as usize].take().unwrap_or_default();
        if let Some(members) = &mut self.members[x as usize] {
            members.extend(from);
            members.sort_unstable();
        }
        let sums = std::mem::take(&mut self.sums[y as usize]);
        self.sums[x as usize].remove(&y);
        for (z, sum) in sums {
            if z != x {
                *self.sums[x as usize].entry(z).or_default() += sum;
                self.sums[z as usize].remove(&y);
            }
        }
        let mut neighbours: Vec<u32> = Vec::with_capacity(self.sums[x as usize].len());
        neighbours.extend(self.sums[x as usize].keys());
        for z in neighbours {
            let sum = self.sums[x as usize][&z];
            self.sums[z as usize].insert(x, sum);
            self.consider(x, z);
        }
    }
}

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
/// How much a vote counts that joins two words to none: that something has no counterpart is no reason against one elsewhere.
const SILENCE: f64 = 0.1;
/// The mean belief above which two groups are joined.
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
    let (clear, clear_groups) = clear(&nodes, pairs);
    let beliefs = beliefs(&nodes, &Links::new(&nodes, pairs, &clear));
    let mut groups = Groups::new(&nodes, &beliefs, clear_groups);
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

/// Words of which each is linked with each, and with no other: most are so, and nobody says otherwise. Gives for each word
/// whether it is one of them, and their groups.
fn clear(nodes: &Nodes, pairs: &[Pair]) -> (Vec<bool>, Vec<Vec<u32>>) {
    let mut parts = Parts::new(nodes.count() as usize);
    let ends = |pair: &Pair| pair.words.map(|place| nodes.node(place));
    for [x, y] in pairs.iter().map(ends) {
        parts.join(x, y);
    }
    let mut together: Vec<Vec<u32>> = vec![Vec::new(); nodes.count() as usize];
    for node in 0..nodes.count() {
        together[parts.root(node) as usize].push(node);
    }
    // By the least word of each set.
    let mut linked = vec![0; together.len()];
    for [x, _] in pairs.iter().map(ends) {
        linked[parts.root(x) as usize] += 1;
    }
    let mut clear = vec![false; together.len()];
    let is_clear = |(root, set): &(usize, Vec<u32>)| {
        let pairs = set.len() * set.len().saturating_sub(1) / 2;
        set.len() > 1
            && linked[*root] == pairs
            && set.is_sorted_by(|&x, &y| nodes.witness(x) < nodes.witness(y))
    };
    let sets: Vec<Vec<u32>> = together
        .into_iter()
        .enumerate()
        .filter(is_clear)
        .map(|(_, set)| set)
        .collect();
    sets.iter()
        .flatten()
        .for_each(|&node| clear[node as usize] = true);
    (clear, sets)
}

/// What a word is linked with: the witness there, the word, the probability.
type Linked = (u32, u32, f64);

/// What each word is linked with, by the words.
struct Links(Vec<Vec<Linked>>);

impl Links {
    fn new(nodes: &Nodes, pairs: &[Pair], clear: &[bool]) -> Self {
        let mut linked: Vec<Vec<Linked>> = vec![Vec::new(); nodes.count() as usize];
        for pair in pairs {
            let [x, y] = pair.words;
            let [n, m] = [x, y].map(|place| nodes.node(place));
            if !clear[n as usize] {
                linked[n as usize].push((y.witness, m, pair.probability));
                linked[m as usize].push((x.witness, n, pair.probability));
            }
        }
        linked
            .iter_mut()
            .for_each(|own| own.sort_unstable_by_key(|&(w, node, _)| (w, node)));
        Self(linked)
    }

    fn of(&self, word: u32) -> &[Linked] {
        &self.0[word as usize]
    }

    /// How probable it is that a word has a counterpart in a witness.
    fn has(&self, word: u32, witness: u32) -> f64 {
        let own = self.of(word);
        let from = own.partition_point(|linked| linked.0 < witness);
        let there = own[from..].iter().take_while(|linked| linked.0 == witness);
        there.fold(0.0, |most, linked| linked.2.max(most))
    }

    /// How much is said of two words that a witness does not join, by what is linked with either there: that a word stands for
    /// another says that it does not stand for this one; that it stands for none says next to nothing.
    fn contrary(&self, [x, y]: [&[Linked]; 2], own: [u32; 2]) -> f64 {
        let through = |linked: &[Linked], witness: u32| {
            let beyond = linked.iter().map(|&(_, z, p)| p * self.has(z, witness));
            beyond.fold(0.0, f64::max)
        };
        let most = |linked: &[Linked]| linked.iter().fold(0.0, |most, linked| linked.2.max(most));
        let apart = most(x) * most(y);
        apart
            .max(through(x, own[1]))
            .max(through(y, own[0]))
            .max(SILENCE)
    }

    /// How many votes are given on two words: by their own witnesses, and by each third that has a word for either.
    fn asked(&self, words: [u32; 2], own: [u32; 2]) -> f64 {
        let [mut x, mut y] = words.map(|word| self.of(word));
        let is_linked = x.iter().any(|linked| linked.1 == words[1]);
        let mut count = match is_linked {
            true => OWN,
            false => {
                OWN * self
                    .has(words[0], own[1])
                    .max(self.has(words[1], own[0]))
                    .max(SILENCE)
            }
        };
        while let Some(witness) = [x, y].iter().filter_map(|own| Some(own.first()?.0)).min() {
            let there =
                |own: &[Linked]| own.iter().take_while(|linked| linked.0 == witness).count();
            let (here_x, rest_x) = x.split_at(there(x));
            let (here_y, rest_y) = y.split_at(there(y));
            (x, y) = (rest_x, rest_y);
            if own.contains(&witness) {
                continue;
            }
            let joins = here_x
                .iter()
                .any(|(_, z, _)| here_y.iter().any(|other| other.1 == *z));
            count += match joins {
                true => 1.0,
                false => self.contrary([here_x, here_y], own),
            };
        }
        count
    }
}

/// How far each pair of words is believed, the lesser word first.
fn beliefs(nodes: &Nodes, links: &Links) -> Vec<(u32, u32, f64)> {
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
        for &(_, y, probability) in links.of(x) {
            vote(y, OWN * probability);
            for &(w, z, further) in links.of(y) {
                if w != own_witness {
                    vote(z, probability * further);
                }
            }
        }
        voted.sort_unstable();
        voted.dedup();
        for y in voted.drain(..) {
            let sum = std::mem::take(&mut votes[y as usize]);
            let asked = links.asked([x, y], [own_witness, nodes.witness(y)]);
            beliefs.push((x, y, (sum / asked).min(1.0)));
        }
    }
    beliefs
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
    /// Of words that belong together for certain, and what is believed of the others.
    fn new(nodes: &'n Nodes, beliefs: &[(u32, u32, f64)], clear: Vec<Vec<u32>>) -> Self {
        let mut groups = Self {
            nodes,
            members: (0..nodes.count()).map(|node| Some(vec![node])).collect(),
            sums: vec![FxHashMap::default(); nodes.count() as usize],
            queue: BinaryHeap::new(),
        };
        for set in clear {
            let first = set[0] as usize;
            set.iter()
                .for_each(|&node| groups.members[node as usize] = None);
            groups.members[first] = Some(set);
        }
        for &(x, y, belief) in beliefs {
            groups.sums[x as usize].insert(y, belief);
            groups.sums[y as usize].insert(x, belief);
        }
        beliefs.iter().for_each(|&(x, y, _)| groups.consider(x, y));
        groups
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

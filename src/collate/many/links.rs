//! The links of rows of more than two witnesses.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::chain::{Ranked, fingerprint};
use crate::class::Class;
use crate::table::{Link, Row, Rules, Variation};
use crate::witness::{TokenIndex, TokenList, Witness};

use super::order::{Group, ordered};
use super::places::{self, Pair, Place};

/// The links between the words of two witnesses, in the rows where both stand.
pub(super) struct PairLinks {
    /// The places of the witnesses, the lesser first.
    pub(super) witnesses: [usize; 2],
    /// For each row of the table its links.
    pub(super) of_row: Vec<Vec<Link>>,
}

/// What a pair of witnesses says of words whose class is to be told.
pub(super) type ClassOf<'a> = dyn Fn(usize, &Row, [&[TokenIndex]; 2]) -> Class + Sync + 'a;

/// What links the words of rows.
pub(super) struct Gatherer<'a> {
    pub(super) witnesses: &'a [Witness],
    pub(super) base: usize,
    /// The sequence in which the other witnesses have a say in the order.
    pub(super) others: &'a [usize],
    pub(super) pairs: &'a [PairLinks],
    /// The class of words of a pair (by its index) in a row.
    pub(super) class: &'a ClassOf<'a>,
    pub(super) ignored: &'a [Class],
}

impl Gatherer<'_> {
    /// Links the words of the rows.
    pub(super) fn link(&self, rows: &mut [Row]) {
        rows.par_iter_mut().enumerate().for_each(|(n, row)| {
            if self.pairs.iter().any(|pair| !pair.of_row[n].is_empty()) {
                row.links = self.links(n, row);
                let rules = Rules::new(self.witnesses, self.ignored, &[]);
                row.similarity = Some(rules.mean_similarity(row));
            }
        });
    }

    fn links(&self, n: usize, row: &Row) -> Vec<Link> {
        let tokens: Vec<Vec<TokenIndex>> = row
            .cells
            .iter()
            .zip(self.witnesses)
            .map(|(units, w)| {
                units
                    .iter()
                    .flat_map(|&u| w.unit(u).tokens.indices())
                    .collect()
            })
            .collect();
        let place = |w: usize, token: &TokenIndex| Place {
            witness: w as u32,
            at: tokens[w].partition_point(|t| t < token) as u32,
        };
        let mut pairs = Vec::new();
        for pair in self.pairs {
            let [a, b] = pair.witnesses;
            for link in &pair.of_row[n] {
                for x in &link.tokens[0] {
                    pairs.extend(link.tokens[1].iter().map(|y| Pair {
                        words: [place(a, x), place(b, y)],
                        probability: link.probability,
                    }));
                }
            }
        }
        let counts: Vec<u32> = tokens.iter().map(|own| own.len() as u32).collect();
        let known = Known::new(self.pairs, n);
        let groups = places::groups(&counts, &pairs);
        let links: Vec<Link> = groups
            .into_iter()
            .map(|members| {
                let mut own: SmallVec<[TokenList; 2]> =
                    SmallVec::from_elem(TokenList::new(), counts.len());
                for Place { witness, at } in members {
                    own[witness as usize].push(tokens[witness as usize][at as usize]);
                }
                self.link_of(row, &known, own)
            })
            .collect();
        self.in_order(links)
    }

    /// A link between these words, with what each pair of witnesses says.
    fn link_of(&self, row: &Row, known: &Known<'_>, tokens: SmallVec<[TokenList; 2]>) -> Link {
        let count = tokens.len();
        let present: Vec<bool> = (0..count).map(|w| row.has(w)).collect();
        let mut classes = vec![Class::Same; count * (count - 1) / 2];
        let mut moved = vec![false; count];
        let (mut sum, mut joined) = (0.0, 0);
        for (n, pair) in self.pairs.iter().enumerate() {
            let [a, b] = pair.witnesses;
            let (x, y) = (&tokens[a], &tokens[b]);
            let class = &mut classes[Variation::place(count, a, b)];
            *class = match (x.is_empty(), y.is_empty()) {
                _ if !present[a] || !present[b] => continue,
                (true, true) => continue,
                (false, true) => Class::Omission,
                (true, false) => Class::Addition,
                (false, false) => {
                    let found = known.link(n, x);
                    sum += found.map_or(0.0, |link| link.probability);
                    joined += 1;
                    if a == self.base || b == self.base {
                        let other = if a == self.base { b } else { a };
                        moved[other] = found.is_some_and(|link| link.moved);
                    }
                    let same_words = |link: &&Link| link.tokens[0] == *x && link.tokens[1] == *y;
                    match found.filter(same_words) {
                        Some(link) => link.class,
                        None => (self.class)(n, row, [x, y]),
                    }
                }
            };
        }
        let with_base = (0..count).filter(|&w| w != self.base && present[w]);
        let place = |w: usize| Variation::place(count, w.min(self.base), w.max(self.base));
        let class = match present[self.base] {
            true => with_base
                .map(|w| match w > self.base {
                    true => classes[place(w)],
                    false => classes[place(w)].turned(),
                })
                .max(),
            false => classes.iter().copied().max(),
        };
        let varies = moved.contains(&true) || classes.iter().any(|&class| class != Class::Same);
        Link {
            tokens,
            class: class.unwrap_or(Class::Same),
            moved: moved.contains(&true),
            probability: match joined {
                0 => 1.0,
                joined => sum / f64::from(joined),
            },
            variation: varies.then(|| Box::new(Variation { classes, moved })),
        }
    }

    fn in_order(&self, mut links: Vec<Link>) -> Vec<Link> {
        let group = |link: &Link| Group {
            first: link
                .tokens
                .iter()
                .map(|own| own.first().map(|t| t.0))
                .collect(),
            weight: link.tokens.iter().zip(self.witnesses).map(weight).collect(),
        };
        let groups: Vec<Group> = links.iter().map(group).collect();
        let order = ordered(&groups, self.base, self.others).order;
        let mut slots: Vec<Option<Link>> = links.drain(..).map(Some).collect();
        order.into_iter().filter_map(|n| slots[n].take()).collect()
    }
}

fn weight((tokens, witness): (&TokenList, &Witness)) -> Ranked<u64> {
    let texts = tokens.iter().map(|&t| witness.token_text(t));
    texts.fold(Ranked::default(), |sum, text| {
        let weight = text.chars().count() as u64;
        let tie = fingerprint(text);
        sum + Ranked { weight, tie }
    })
}

/// The links of pairs in one row, by their first words.
struct Known<'a> {
    of: FxHashMap<(usize, TokenIndex), &'a Link>,
}

impl<'a> Known<'a> {
    fn new(pairs: &'a [PairLinks], row: usize) -> Self {
        let links = pairs.iter().enumerate().flat_map(|(n, pair)| {
            let links = pair.of_row[row].iter();
            links.flat_map(move |link| link.tokens[0].iter().map(move |&t| ((n, t), link)))
        });
        Self {
            of: links.collect(),
        }
    }

    /// The link of a pair in which the first of these words of its first witness stands.
    fn link(&self, pair: usize, words: &[TokenIndex]) -> Option<&'a Link> {
        self.of
            .get(&(pair, *words.first()?))
            .copied()
            .filter(|link| !link.tokens[1].is_empty())
    }
}

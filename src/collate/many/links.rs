//! The links of rows of more than two witnesses.

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::class::Class;
use crate::table::{Link, Row, Rules, Variation, sum_in_any_order};
use crate::witness::{TokenIndex, TokenList, Witness};

use super::order::{Group, ordered, weight};
use super::phrases;
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
    /// The rank of each witness, which does not depend on the order in which they were named.
    pub(super) ranks: &'a [u32],
    pub(super) pairs: &'a [PairLinks],
    /// The class of words of a pair (by its index) in a row.
    pub(super) class: &'a ClassOf<'a>,
    pub(super) ignored: &'a [Class],
    /// The pairs of witnesses whose words are not compared.
    pub(super) uncompared: &'a [[usize; 2]],
}

impl Gatherer<'_> {
    /// Links the words of the rows.
    pub(super) fn link(&self, rows: &mut [Row]) {
        rows.par_iter_mut().enumerate().for_each(|(n, row)| {
            if self.pairs.iter().any(|pair| !pair.of_row[n].is_empty()) {
                row.links = self.links(n, row);
                row.similarity = self.rules().mean_similarity(row);
            }
        });
    }

    fn rules(&self) -> Rules<'_> {
        Rules::between(self.witnesses, self.uncompared, self.ignored)
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
            witness: self.ranks[w],
            at: tokens[w].partition_point(|t| t < token) as u32,
        };
        let mut pairs = Vec::new();
        for pair in self.pairs {
            let [a, b] = pair.witnesses;
            for link in &pair.of_row[n] {
                let letters = |side: usize, token: TokenIndex| {
                    let witness = pair.witnesses[side];
                    self.witnesses[witness].token_text(token).chars().count()
                };
                pairs.extend(
                    phrases::pairs(link, &letters).map(|(x, y, probability)| Pair {
                        words: [place(a, &x), place(b, &y)],
                        probability,
                    }),
                );
            }
        }
        let mut ranked = vec![0; tokens.len()];
        for (w, &rank) in self.ranks.iter().enumerate() {
            ranked[rank as usize] = w;
        }
        let counts: Vec<u32> = ranked.iter().map(|&w| tokens[w].len() as u32).collect();
        let known = Known::new(self.pairs, n);
        let groups = places::groups(&counts, &pairs);
        let linked = groups.into_iter().filter_map(|members| {
            let mut own: SmallVec<[TokenList; 2]> =
                SmallVec::from_elem(TokenList::new(), counts.len());
            // Places in the row: how far into its text a row stands is no matter.
            let mut first = vec![None; counts.len()];
            for Place { witness, at } in members {
                let w = ranked[witness as usize];
                first[w].get_or_insert(at);
                own[w].push(tokens[w][at as usize]);
            }
            // Of words that stand in one text alone, and are compared with none there, nothing is said.
            if !self.is_compared(row, &own) {
                return None;
            }
            let texts = own.iter().zip(self.witnesses);
            let texts = texts.flat_map(|(own, w)| own.iter().map(|&t| w.token_text(t)));
            let weight = weight(texts);
            Some((Group { first, weight }, self.link_of(row, &known, own)))
        });
        let (groups, links): (Vec<Group>, Vec<Link>) = linked.unzip();
        let order = ordered(&groups, self.base, self.others).order;
        let mut slots: Vec<Option<Link>> = links.into_iter().map(Some).collect();
        let mut in_order: Vec<Link> = (order.into_iter())
            .filter_map(|n| slots[n].take())
            .collect();
        // What is not compared with the base has no place in its order: it stands behind.
        let (rules, leads) = (self.rules(), self.rules().leads(row, self.base));
        if leads.len() > 1 {
            let leads = leads.iter();
            in_order.sort_by_cached_key(|link| {
                leads.clone().position(|&w| rules.takes_part(row, link, w))
            });
        }
        in_order.into_iter().fold(Vec::new(), with)
    }

    /// Whether words are compared with what others of the row have or lack.
    fn is_compared(&self, row: &Row, tokens: &[TokenList]) -> bool {
        let rules = self.rules();
        let have = || (0..tokens.len()).filter(|&w| !tokens[w].is_empty());
        let told = row.present().filter(|&w| rules.is_told(w, have()));
        told.count() > 1
    }

    /// A link between these words, with what each pair of witnesses says.
    fn link_of(&self, row: &Row, known: &Known<'_>, tokens: SmallVec<[TokenList; 2]>) -> Link {
        let count = tokens.len();
        let present: Vec<bool> = (0..count).map(|w| row.has(w)).collect();
        let mut classes = vec![Class::Same; count * (count - 1) / 2];
        let mut moved = vec![false; count];
        let mut probabilities: Vec<f64> = Vec::new();
        let rules = self.rules();
        for (n, pair) in self.pairs.iter().enumerate() {
            let [a, b] = pair.witnesses;
            let (x, y) = (&tokens[a], &tokens[b]);
            let class = &mut classes[Variation::place(count, a, b)];
            *class = match (x.is_empty(), y.is_empty()) {
                _ if !present[a] || !present[b] || !rules.compares(a, b) => continue,
                (true, true) => continue,
                (false, true) => Class::Omission,
                (true, false) => Class::Addition,
                (false, false) => {
                    let found = known.between(n, [x, y]);
                    let probability = found.iter().map(|link| link.probability);
                    probabilities.push(probability.fold(0.0, f64::max));
                    if a == self.base || b == self.base {
                        let other = if a == self.base { b } else { a };
                        moved[other] = found.iter().any(|link| link.moved);
                    }
                    match found[..] {
                        [link] if link.tokens[0] == **x && link.tokens[1] == **y => link.class,
                        _ => (self.class)(n, row, [x, y]),
                    }
                }
            };
        }
        let varies = moved.contains(&true) || classes.iter().any(|&class| class != Class::Same);
        let mut link = Link {
            tokens: tokens.into_iter().collect(),
            class: Class::Same,
            moved: moved.contains(&true),
            probability: match probabilities.len() {
                0 => 1.0,
                joined => sum_in_any_order(probabilities) / joined as f64,
            },
            variation: varies.then(|| Box::new(Variation { classes, moved })),
        };
        if let Some(lead) = rules.lead(row, &link, self.base) {
            let others = row.present().filter(|&w| w != lead);
            let classes = others.map(|w| link.class_between(lead, w));
            link.class = classes.max().unwrap_or(Class::Same);
        }
        link
    }
}

/// Adds a link to those before it: words that follow each other and stand in one witness alone are one link, as they are of two.
fn with(mut links: Vec<Link>, next: Link) -> Vec<Link> {
    let is_lone = |link: &Link| link.tokens.iter().filter(|own| !own.is_empty()).count() == 1;
    match links.last_mut() {
        Some(last) if is_lone(last) && is_lone(&next) && last.adjoins(&next) => {
            let sides = last.tokens.iter().zip(&next.tokens);
            last.tokens = sides.map(|(own, more)| [own, more].concat()).collect();
        }
        _ => links.push(next),
    }
    links
}

/// The links of pairs in one row, by the words of the first of two.
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

    /// The links of a pair that hold words of both, each once.
    fn between(&self, pair: usize, [x, y]: [&TokenList; 2]) -> SmallVec<[&'a Link; 2]> {
        let mut found: SmallVec<[&Link; 2]> = SmallVec::new();
        for word in x {
            let link = self.of.get(&(pair, *word)).copied();
            let link = link.filter(|link| link.tokens[1].iter().any(|other| y.contains(other)));
            if let Some(link) = link
                && !found.iter().any(|known| std::ptr::eq(*known, link))
            {
                found.push(link);
            }
        }
        found
    }
}

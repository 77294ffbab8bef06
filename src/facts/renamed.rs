//! Names that the other text calls otherwise throughout, the parties of a contract above all: one finding, told where it is
//! first.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::table::{Fact, FactKind};
use crate::witness::TokenIndex;

use super::forms::Forms;

/// How often one name stands for another before it is a custom of the text.
const OFTEN: usize = 3;

/// The name that one text has in place of another: the witnesses, and the names as they are compared.
type Renaming<'a> = ([usize; 2], [&'a str; 2]);

/// Leaves of the facts the first alone that tells of a name that the other text never has, which has another for it, and
/// that never.
pub(super) fn told_once(facts: Vec<Fact>, forms: &Forms) -> Vec<Fact> {
    let mut counts: FxHashMap<Renaming, usize> = FxHashMap::default();
    for renaming in facts.iter().filter_map(|fact| renaming(fact, forms)) {
        *counts.entry(renaming).or_default() += 1;
    }
    counts.retain(|_, count| *count >= OFTEN);
    if counts.is_empty() {
        return facts;
    }
    let names: Vec<FxHashSet<&str>> = (0..forms.witnesses.len())
        .map(|witness| {
            let mut stands = vec![false; forms.spellings.len()];
            for &id in forms.types(witness) {
                stands[id as usize] = true;
            }
            let spellings = forms.spellings.iter().zip(stands);
            let standing = spellings.filter(|(_, stands)| *stands);
            standing.map(|(spelling, _)| &*spelling.folded).collect()
        })
        .collect();
    let has = |witness: usize, name: &str| names[witness].contains(name);
    counts.retain(|([a, b], [x, y]), _| !has(*b, x) && !has(*a, y));
    let mut first: FxHashMap<Renaming, Place> = FxHashMap::default();
    for fact in &facts {
        if let Some(renaming) = renaming(fact, forms).filter(|r| counts.contains_key(r)) {
            let place = place(fact);
            let first = first.entry(renaming).or_insert(place);
            *first = place.min(*first);
        }
    }
    let is_first = |fact: &Fact| {
        let of_renaming = renaming(fact, forms).and_then(|r| first.get(&r));
        of_renaming.is_none_or(|first| *first == place(fact))
    };
    let mut facts = facts;
    facts.retain(is_first);
    facts
}

/// Where a fact is told, by all texts together, so that none of them counts for more than another.
type Place = (u32, u32);

fn place(fact: &Fact) -> Place {
    let at = fact.tokens.iter().filter_map(|tokens| tokens.first());
    (
        at.clone().map(|t| t.0).sum(),
        at.map(|t| t.0).max().unwrap_or(0),
    )
}

/// What a fact says of a name that the other text calls otherwise.
fn renaming<'a>(fact: &Fact, forms: &'a Forms) -> Option<Renaming<'a>> {
    if fact.kind != FactKind::Name {
        return None;
    }
    let said = fact.tokens.iter().enumerate();
    let mut said = said.filter(|(_, tokens)| !tokens.is_empty());
    let (first, second) = (said.next()?, said.next()?);
    let name = |(witness, tokens): (usize, &Vec<TokenIndex>)| {
        let id = forms.types(witness)[tokens.first()?.get()];
        Some(&*forms.spellings[id as usize].folded)
    };
    Some(([first.0, second.0], [name(first)?, name(second)?]))
}

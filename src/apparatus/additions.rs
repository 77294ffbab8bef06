//! What a witness adds at one place is one reading.

use rustc_hash::FxHashMap;

use crate::table::AlignmentTable;
use crate::witness::TokenIndex;

use super::citation::with_marks_between;
use super::{Entry, Side, Variant};

/// Entries of which those about one place beside the same words are one, at the place of the first: for each witness all that it
/// adds there, and those together that have the same in each.
pub(super) fn joined(table: &AlignmentTable, entries: Vec<Entry>) -> Vec<Entry> {
    let mut places: Vec<Vec<Entry>> = Vec::with_capacity(entries.len());
    let mut known: FxHashMap<(Side, Vec<TokenIndex>), usize> = FxHashMap::default();
    for entry in entries {
        let place = match entry.side {
            Side::At => places.len(),
            side => *known
                .entry((side, entry.lemma.clone()))
                .or_insert(places.len()),
        };
        match places.get_mut(place) {
            Some(parts) => parts.push(entry),
            None => places.push(vec![entry]),
        }
    }
    places
        .into_iter()
        .filter_map(|mut parts| match parts.len() {
            1 => parts.pop(),
            _ => Some(of_parts(table, &parts)),
        })
        .collect()
}

fn of_parts(table: &AlignmentTable, parts: &[Entry]) -> Entry {
    let first = &parts[0];
    let mut variants: Vec<(Vec<Option<usize>>, Variant)> = Vec::new();
    for w in 0..table.witnesses.len() {
        let place = |part: &Entry| part.variants.iter().position(|v| v.witnesses.contains(&w));
        let key: Vec<Option<usize>> = parts.iter().map(place).collect();
        let mut own: Vec<&Variant> = Vec::new();
        for (part, place) in parts.iter().zip(&key) {
            own.extend(place.map(|place| &part.variants[place]));
        }
        let Some(standing) = own.iter().map(|variant| variant.standing).max() else {
            continue;
        };
        let words_of = |variant: &&Variant| -> Vec<TokenIndex> {
            let at = variant.witnesses.iter().position(|&known| known == w);
            let words = at.and_then(|at| variant.words.get(at));
            words.cloned().unwrap_or_default()
        };
        let mut words: Vec<TokenIndex> = own.iter().flat_map(words_of).collect();
        words.sort_unstable();
        words.dedup();
        let words = with_marks_between(&table.witnesses[w], &words);
        match variants.iter_mut().find(|(known, _)| *known == key) {
            Some((_, variant)) => {
                variant.witnesses.push(w);
                variant.words.push(words);
            }
            None => variants.push((
                key,
                Variant {
                    witnesses: vec![w],
                    words: vec![words],
                    moved: None,
                    standing,
                },
            )),
        }
    }
    let all = |w: &usize| parts.iter().all(|part| part.agreeing.contains(w));
    Entry {
        lemma: first.lemma.clone(),
        side: first.side,
        agreeing: first.agreeing.iter().copied().filter(all).collect(),
        variants: variants.into_iter().map(|(_, variant)| variant).collect(),
    }
}

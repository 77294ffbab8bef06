//! Rows that the files themselves decide: what has one label stands side by side.

use rustc_hash::FxHashMap;

use super::Decided;
use super::options::Unpaired;
use super::parts::Parts;
use crate::witness::{Span, UnitIndex, Witness};

/// A label, and how often it has come before: numbers begin anew in every chapter.
type Name<'w> = (&'w str, usize);

/// The rows that the labels of witnesses decide: the units of passages of one label, and of all labels that share a unit with it.
/// Of labels that lie in each other the innermost counts. One that stands several times counts where all that have it have it as
/// often.
pub fn by_labels(witnesses: &[Witness], unpaired: Unpaired) -> Vec<Decided> {
    let passages: Vec<Vec<(Name<'_>, Span)>> = witnesses.iter().map(passages).collect();
    // For each name in which witnesses it stands, and how often.
    let mut counts: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (w, passages) in passages.iter().enumerate() {
        for ((name, nth), _) in passages {
            let counts = counts
                .entry(name)
                .or_insert_with(|| vec![0; witnesses.len()]);
            counts[w] = counts[w].max(nth + 1);
        }
    }
    let decides = |name: &str| {
        let had = counts
            .get(name)
            .into_iter()
            .flatten()
            .filter(|&&count| count > 0);
        let had: Vec<&usize> = had.collect();
        let shared = had.len() > 1 || unpaired == Unpaired::Alone;
        shared && had.windows(2).all(|pair| pair[0] == pair[1])
    };
    let mut parts = Parts::new(passages.iter().map(Vec::len).sum());
    let mut rows: FxHashMap<Name<'_>, u32> = FxHashMap::default();
    let mut taken: Vec<Vec<(UnitIndex, u32)>> = vec![Vec::new(); witnesses.len()];
    for ((witness, passages), taken) in witnesses.iter().zip(&passages).zip(&mut taken) {
        for &(name, span) in passages.iter().filter(|((name, _), _)| decides(name)) {
            let next = rows.len() as u32;
            let row = *rows.entry(name).or_insert(next);
            for unit in units_in(witness, span) {
                match taken.last() {
                    Some(&(last, other)) if last == unit => parts.join(row, other),
                    _ => taken.push((unit, row)),
                }
            }
        }
    }
    let mut decided: FxHashMap<u32, Decided> = FxHashMap::default();
    let mut order = Vec::new();
    for (w, taken) in taken.iter().enumerate() {
        for &(unit, row) in taken {
            let row = parts.root(row);
            let cells = decided.entry(row).or_insert_with(|| {
                order.push(row);
                vec![Vec::new(); witnesses.len()]
            });
            cells[w].push(unit);
        }
    }
    let rows = order.into_iter().filter_map(|row| decided.remove(&row));
    let paired = |cells: &Decided| cells.iter().filter(|units| !units.is_empty()).count() > 1;
    rows.filter(|cells| unpaired == Unpaired::Alone || paired(cells))
        .collect()
}

/// The innermost passages of a witness, in their order, with their names; those of one name that follow each other count as one.
fn passages(witness: &Witness) -> Vec<(Name<'_>, Span)> {
    let mut labels: Vec<_> = witness.labels.iter().collect();
    labels.sort_by_key(|label| (label.span.start, std::cmp::Reverse(label.span.end)));
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    let mut passages: Vec<(Name<'_>, Span)> = Vec::with_capacity(labels.len());
    for (n, label) in labels.iter().enumerate() {
        let holds = |next: &Span| next.start >= label.span.start && next.end <= label.span.end;
        if labels
            .get(n + 1)
            .is_some_and(|next| holds(&next.span) && next.span != label.span)
        {
            continue;
        }
        let name = label.name.as_str();
        let nth = match passages.last() {
            Some(((last, nth), _)) if *last == name => *nth,
            _ => {
                let seen = seen.entry(name).or_default();
                *seen += 1;
                *seen - 1
            }
        };
        passages.push(((name, nth), label.span));
    }
    passages
}

/// The units that lie in a passage, wholly or in part, but for those that are no part of the text.
fn units_in(witness: &Witness, span: Span) -> impl Iterator<Item = UnitIndex> {
    let units = witness.units();
    let first = units.partition_point(|unit| unit.span.end <= span.start);
    let within = units[first..].iter().enumerate();
    within
        .take_while(move |(_, unit)| unit.span.start < span.end)
        .filter(|(_, unit)| unit.skip.is_none() && !unit.span.is_empty())
        .map(move |(n, _)| UnitIndex::new(first + n))
}

//! The rows, links and quotations of the JSON, their indices checked against the witnesses.

use std::collections::HashSet;

use smallvec::SmallVec;

use crate::class::Class;
use crate::error::{Error, Result};
use crate::format::json::read::witness::span;
use crate::format::json::wire;
use crate::table::{Fact, Link, PairBead, Passage, Quotation, Row, RowKind, RowNumber, Variation};
use crate::witness::CharIndex;
use crate::witness::{UnitIndex, Witness};

pub(super) fn rows(
    witnesses: &[Witness],
    uncompared: &[[usize; 2]],
    rows: Vec<wire::Row<'_>>,
) -> Result<Vec<Row>> {
    let mut numbers = HashSet::with_capacity(rows.len());
    let mut taken = Taken::new(witnesses);
    rows.into_iter()
        .enumerate()
        .map(|(i, row)| {
            let at = format!("rows[{i}]");
            if row.row == RowNumber::BEGINNING || !numbers.insert(row.row) {
                return Err(Error::malformed(
                    format!("{at}.row"),
                    format!("{} is 0 or the number of another row", row.row),
                ));
            }
            check_cells(&at, witnesses, &row, &mut taken)?;
            check_share(&at, "confidence", row.confidence)?;
            check_share(&at, "similarity", row.similarity)?;
            let links = row
                .links
                .iter()
                .enumerate()
                .map(|(k, link)| {
                    let at = format!("{at}.links[{k}]");
                    check_link(&at, witnesses, &row.units, link, &mut taken)?;
                    Ok(Link {
                        variation: variation(&at, witnesses, uncompared, link)?,
                        tokens: link.tokens.iter().cloned().collect(),
                        class: link.class.0,
                        moved: link.moved,
                        probability: link.probability,
                    })
                })
                .collect::<Result<Vec<_>>>()?;
            check_beads(&at, witnesses, &row)?;
            Ok(Row {
                places: row.places.into_owned(),
                beads: row.beads.into_iter().map(pair_bead).collect(),
                number: row.row,
                kind: row.kind.0,
                moved: row.moved,
                moved_to: row.moved_to,
                score: row.score,
                confidence: row.confidence,
                similarity: row.similarity,
                status: row.status.0,
                note: row.note.into_owned(),
                links,
                cells: row.units.into_owned(),
            })
        })
        .collect()
}

/// What is said of each pair of more than two witnesses.
fn variation(
    at: &str,
    witnesses: &[Witness],
    uncompared: &[[usize; 2]],
    link: &wire::Link<'_>,
) -> Result<Option<Box<Variation>>> {
    if link.classes.is_empty() && link.moved_in.is_empty() {
        return Ok(None);
    }
    let count = witnesses.len();
    for (key, found, wanted) in [
        (
            "classes",
            link.classes.len(),
            count * count.saturating_sub(1) / 2,
        ),
        ("moved_in", link.moved_in.len(), count),
    ] {
        if found != wanted {
            return Err(Error::malformed(
                format!("{at}.{key}"),
                format!("{found} values; {count} witnesses have {wanted}"),
            ));
        }
    }
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| [one, other]));
    for (n, (class, pair)) in link.classes.iter().zip(pairs).enumerate() {
        if class.is_none() != uncompared.binary_search(&pair).is_ok() {
            let [one, other] = pair;
            let why = match class {
                None => format!("null, but {one} and {other} are compared"),
                Some(_) => format!("a class, but {one} and {other} are not compared"),
            };
            return Err(Error::malformed(format!("{at}.classes[{n}]"), why));
        }
    }
    let class = |class: &Option<wire::Named<Class>>| class.as_ref().map_or(Class::Same, |c| c.0);
    Ok(Some(Box::new(Variation {
        classes: link.classes.iter().map(class).collect(),
        moved: link.moved_in.to_vec(),
    })))
}

/// Checks what a row of more than two witnesses has besides.
fn check_beads(at: &str, witnesses: &[Witness], row: &wire::Row<'_>) -> Result<()> {
    if !row.places.is_empty() {
        check_width(|| format!("{at}.places"), row.places.len(), witnesses)?;
    }
    for (n, bead) in row.beads.iter().enumerate() {
        let [a, b] = bead.witnesses;
        let place = || format!("{at}.beads[{n}]");
        if a >= b || b >= witnesses.len() {
            return Err(Error::malformed(
                place(),
                format!("{a} and {b} are no two witnesses, the lesser first"),
            ));
        }
        for (w, units) in bead.witnesses.into_iter().zip(bead.units.iter()) {
            let has = |unit| row.units[w].contains(unit);
            let in_order = units.is_sorted_by(|x, y| x < y);
            if units.is_empty() || !in_order || !units.iter().all(has) {
                return Err(Error::malformed(
                    format!("{}.units", place()),
                    format!("these are no units that witness {w} has in the row"),
                ));
            }
        }
    }
    Ok(())
}

fn pair_bead(bead: wire::PairBead<'_>) -> PairBead {
    PairBead {
        witnesses: bead.witnesses,
        units: bead.units.into_owned(),
        score: bead.score,
        confidence: bead.confidence,
    }
}

/// What already stands somewhere, for each witness.
struct Taken {
    units: Vec<Vec<bool>>,
    tokens: Vec<Vec<bool>>,
}

impl Taken {
    fn new(witnesses: &[Witness]) -> Self {
        Self {
            units: witnesses
                .iter()
                .map(|w| vec![false; w.units().len()])
                .collect(),
            tokens: witnesses
                .iter()
                .map(|w| vec![false; w.tokens.len()])
                .collect(),
        }
    }
}

/// Takes `index` for the list that `place` names: in range, after `last`, and nowhere else.
fn take(
    taken: &mut [bool],
    index: u32,
    last: Option<u32>,
    place: impl Fn() -> String,
) -> Result<()> {
    let len = taken.len();
    let problem = match taken.get_mut(index as usize) {
        None => format!("{index} is out of range: there are {len}"),
        Some(_) if last.is_some_and(|last| last >= index) => {
            format!("{index} does not come after the one before it")
        }
        Some(true) => format!("{index} stands in two places"),
        Some(free) => {
            *free = true;
            return Ok(());
        }
    };
    Err(Error::malformed(place(), problem))
}

fn check_width(place: impl Fn() -> String, found: usize, witnesses: &[Witness]) -> Result<()> {
    if found == witnesses.len() {
        return Ok(());
    }
    Err(Error::malformed(
        place(),
        format!("{found} lists for {} witnesses", witnesses.len()),
    ))
}

fn check_cells(
    at: &str,
    witnesses: &[Witness],
    row: &wire::Row<'_>,
    taken: &mut Taken,
) -> Result<()> {
    check_width(|| format!("{at}.units"), row.units.len(), witnesses)?;
    for (w, units) in row.units.iter().enumerate() {
        let mut last = None;
        for &UnitIndex(unit) in units {
            take(&mut taken.units[w], unit, last, || {
                format!("{at}.units[{w}]")
            })?;
            last = Some(unit);
        }
    }
    let sides = row.units.iter().filter(|units| !units.is_empty()).count();
    match (row.kind.0, sides) {
        (RowKind::Bead, 2..) | (RowKind::Only, 1) => Ok(()),
        (kind, _) => Err(Error::malformed(
            format!("{at}.kind"),
            format!("{:?}, but {sides} witnesses have units here", kind.name()),
        )),
    }
}

fn check_share(at: &str, key: &str, share: Option<f64>) -> Result<()> {
    match share {
        Some(x) if !(0.0..=1.0).contains(&x) => Err(Error::malformed(
            format!("{at}.{key}"),
            format!("{x} does not lie between 0 and 1"),
        )),
        _ => Ok(()),
    }
}

fn check_link(
    at: &str,
    witnesses: &[Witness],
    cells: &[Vec<UnitIndex>],
    link: &wire::Link<'_>,
    taken: &mut Taken,
) -> Result<()> {
    check_width(|| format!("{at}.tokens"), link.tokens.len(), witnesses)?;
    check_share(at, "probability", Some(link.probability))?;
    for (w, tokens) in link.tokens.iter().enumerate() {
        let mut last = None;
        for &token in tokens {
            let place = || format!("{at}.tokens[{w}]");
            take(&mut taken.tokens[w], token.0, last, place)?;
            last = Some(token.0);
            let tokens_of = |&unit: &UnitIndex| witnesses[w].unit(unit).tokens;
            let cell = &cells[w];
            let at = cell.partition_point(|unit| tokens_of(unit).end <= token.0);
            if !cell
                .get(at)
                .is_some_and(|unit| tokens_of(unit).contains(token))
            {
                return Err(Error::malformed(
                    place(),
                    format!("{token} is a token of another row"),
                ));
            }
        }
    }
    Ok(())
}

pub(super) fn quotations(
    witnesses: &[Witness],
    quotations: Vec<wire::Quotation>,
) -> Result<Vec<Quotation>> {
    let indices: Vec<CharIndex<'_>> = match quotations.is_empty() {
        true => Vec::new(),
        false => witnesses.iter().map(|w| CharIndex::new(&w.text)).collect(),
    };
    quotations
        .into_iter()
        .enumerate()
        .map(|(i, quotation)| {
            let at = format!("quotations[{i}]");
            if quotation.rows.len() != quotation.spans.len() {
                return Err(Error::malformed(
                    format!("{at}.rows"),
                    format!(
                        "{} rows for {} spans",
                        quotation.rows.len(),
                        quotation.spans.len()
                    ),
                ));
            }
            let passages = quotation
                .spans
                .iter()
                .enumerate()
                .map(|(k, passage)| {
                    let place = format!("{at}.spans[{k}]");
                    let Some(w) = witnesses.iter().position(|w| w.siglum.0 == passage.witness)
                    else {
                        return Err(Error::malformed(
                            format!("{place}.witness"),
                            format!("{:?} is the siglum of no witness", passage.witness),
                        ));
                    };
                    Ok(Passage {
                        witness: w,
                        span: span(
                            &witnesses[w].text,
                            &indices[w],
                            passage.bytes,
                            passage.chars,
                            &place,
                        )?,
                    })
                })
                .collect::<Result<Vec<_>>>()?;
            Ok(Quotation {
                passages,
                rows: quotation.rows,
                score: quotation.score,
            })
        })
        .collect()
}

/// The facts of a key, in the order of their rows; views look for them there.
pub(super) fn facts(
    witnesses: &[Witness],
    key: &str,
    facts: Vec<wire::Fact<'_>>,
) -> Result<Vec<Fact>> {
    let mut last = RowNumber::BEGINNING;
    facts
        .into_iter()
        .enumerate()
        .map(|(i, fact)| {
            let at = format!("{key}[{i}]");
            if fact.row < last {
                return Err(Error::malformed(
                    format!("{at}.row"),
                    format!("row {} stands after row {last}", fact.row),
                ));
            }
            last = fact.row;
            check_width(|| format!("{at}.tokens"), fact.tokens.len(), witnesses)?;
            for (w, tokens) in fact.tokens.iter().enumerate() {
                let count = witnesses[w].tokens.len();
                if let Some(token) = tokens.iter().find(|t| t.get() >= count) {
                    return Err(Error::malformed(
                        format!("{at}.tokens[{w}]"),
                        format!("{token} is not a token; there are {count}"),
                    ));
                }
            }
            let count = witnesses.len();
            let between = match fact.witnesses.is_empty() {
                true => (0..count).collect(),
                false => SmallVec::from_slice(&fact.witnesses),
            };
            if let Some(w) = between.iter().find(|&&w| w >= count) {
                return Err(Error::malformed(
                    format!("{at}.witnesses"),
                    format!("{w} is no witness; there are {count}"),
                ));
            }
            Ok(Fact {
                witnesses: between,
                row: fact.row,
                kind: fact.kind.0,
                tokens: fact.tokens.into_owned(),
            })
        })
        .collect()
}

//! JSON to table. Nothing in the file is trusted: what does not hold together is an error that names its place.

mod rows;
mod witness;

use std::io::Read;

use crate::error::{Error, Result};
use crate::format::json::{parse, wire};
use crate::table::AlignmentTable;

/// Reads a table that was exported as JSON. The file may have been filtered or reordered: rows need not cover
/// every unit, but no unit stands in two.
///
/// # Errors
/// [`Error::Io`] when the reader fails, [`Error::Malformed`] when the content is not JSON, is of another schema, lacks a
/// key, or does not hold together: spans off character boundaries or out of order, indices out of range, units in two
/// rows, links to words of another row.
pub fn read(mut reader: impl Read) -> Result<AlignmentTable> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|source| Error::Io {
        path: "JSON table".to_owned(),
        source,
    })?;
    let table: wire::Table<'_> = parse::table(&bytes)?;
    let level = table.unit.0;
    let witnesses = table
        .witnesses
        .into_iter()
        .enumerate()
        .map(|(n, w)| witness::witness(n, level, w))
        .collect::<Result<Vec<_>>>()?;
    for (n, w) in witnesses.iter().enumerate() {
        if witnesses[..n].iter().any(|other| other.siglum == w.siglum) {
            return Err(Error::malformed(
                format!("witnesses[{n}].siglum"),
                format!("{} is the siglum of another witness", w.siglum),
            ));
        }
    }
    let mut uncompared = table.uncompared;
    uncompared.sort_unstable();
    uncompared.dedup();
    if let Some([a, b]) = uncompared
        .iter()
        .find(|[a, b]| a >= b || *b >= witnesses.len())
    {
        return Err(Error::malformed(
            "uncompared",
            format!("{a} and {b} are no two witnesses, the lesser first"),
        ));
    }
    let rows = rows::rows(&witnesses, &uncompared, table.rows)?;
    let base = match &table.base {
        None => 0,
        Some(siglum) => {
            let place = witnesses.iter().position(|w| w.siglum.0 == *siglum);
            place.ok_or_else(|| {
                Error::malformed("base", format!("{siglum:?} is the siglum of no witness"))
            })?
        }
    };
    Ok(AlignmentTable {
        base,
        uncompared,
        facts: rows::facts(&witnesses, "facts", table.facts)?,
        facts_between: rows::facts(&witnesses, "facts_between", table.facts_between)?,
        rows,
        ignored: table.ignored.into_iter().map(|class| class.0).collect(),
        quotations: rows::quotations(&witnesses, table.quotations)?,
        witnesses,
        notes: Vec::new(),
    })
}

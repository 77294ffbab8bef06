//! The project's own JSON. Of the rows only units, status and note count: the rest is computed anew.

use std::borrow::Cow;

use super::{Corrections, Form, Line, Source};
use crate::class::Class;
use crate::error::{Error, Result};
use crate::format::json::keys::other_key;
use crate::format::json::outline::{Outline, Row, Witness};
use crate::format::json::parse;
use crate::format::units::{ranges, unit_texts};
use crate::witness::{Language, Level, Siglum, UnitIndex};

pub(super) fn read(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    let table: Outline<'_> = parse::table(bytes).map_err(|error| {
        Error::malformed(
            "the JSON",
            format!("{error}; a table as `-o table.json` writes it is needed"),
        )
    })?;
    let sources: Vec<Source> = table
        .witnesses
        .iter()
        .enumerate()
        .map(|(n, w)| Source {
            siglum: w.siglum.clone().unwrap_or_else(|| Siglum::nth(n).0),
            sha256: w.sha256.clone(),
            language: Language::from_code(&w.language),
            level: Level::from_name(&table.unit),
        })
        .collect();
    let own: Vec<&str> = sources.iter().map(|s| s.siglum.as_str()).collect();
    if sources.len() < 2 || !(sigla.is_empty() || sigla == own) {
        return Err(Error::malformed(
            "witnesses",
            format!(
                "are {}; two are needed at least, of the names that --sigla gives, if it does",
                own.join(", ")
            ),
        ));
    }
    let lines = table.rows.iter().enumerate();
    Ok(Corrections {
        lines: lines
            .map(|(n, row)| line(n, row, &table.witnesses))
            .collect::<Result<_>>()?,
        sources,
        own_notes: true,
        base: table.base.map(Cow::into_owned),
        ignored: table
            .ignored
            .iter()
            .filter_map(|name| Class::from_name(name))
            .collect(),
        form: Form::Json {
            other: other_key(bytes),
        },
    })
}

fn line(n: usize, row: &Row<'_>, witnesses: &[Witness<'_>]) -> Result<Line> {
    if row.units.len() != witnesses.len() {
        return Err(Error::malformed(
            format!("rows[{n}].units"),
            format!(
                "{} lists for {} witnesses",
                row.units.len(),
                witnesses.len()
            ),
        ));
    }
    let text = |(w, units): (&Witness<'_>, &Vec<UnitIndex>)| {
        let slice = |unit: UnitIndex| {
            let [start, end] = w.units.get(unit.get())?.bytes?;
            w.text.get(start as usize..end as usize)
        };
        // A unit that does not exist is told later.
        let texts: Option<Vec<(UnitIndex, Cow<str>)>> =
            units.iter().map(|&u| Some((u, slice(u)?.into()))).collect();
        texts.map(|texts| unit_texts(texts).into_owned())
    };
    Ok(Line {
        number: row.row,
        place: match row.row {
            Some(number) => format!("row {number} (rows[{n}])"),
            None => format!("rows[{n}]"),
        },
        texts: witnesses.iter().zip(&row.units).map(text).collect(),
        units: row.units.iter().map(|list| ranges(list)).collect(),
        status: row.status.trim().to_lowercase(),
        note: row.note.clone().into_owned(),
    })
}

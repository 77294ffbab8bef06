//! The project's own JSON. Of the rows only units, status and note count: the rest is computed anew.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Corrections, Form, Line, Source};
use crate::class::Class;
use crate::error::{Error, Result};
use crate::export::columns::{ranges, unit_texts};
use crate::export::json::SCHEMA;
use crate::witness::{Language, Level};

#[derive(Deserialize)]
struct Table<'a> {
    #[serde(borrow)]
    schema: Cow<'a, str>,
    #[serde(borrow)]
    unit: Cow<'a, str>,
    #[serde(borrow)]
    witnesses: Vec<Witness<'a>>,
    #[serde(borrow)]
    rows: Vec<Row<'a>>,
    #[serde(borrow, default)]
    ignored: Vec<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Witness<'a> {
    #[serde(borrow)]
    siglum: Cow<'a, str>,
    #[serde(borrow)]
    language: Cow<'a, str>,
    #[serde(borrow)]
    sha256: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    units: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    bytes: [usize; 2],
}

#[derive(Deserialize)]
struct Row<'a> {
    row: Option<u32>,
    units: Vec<Vec<u32>>,
    #[serde(borrow, default)]
    status: Cow<'a, str>,
    #[serde(borrow, default)]
    note: Cow<'a, str>,
}

pub(super) fn read(bytes: &[u8], sigla: &[String]) -> Result<Corrections> {
    let table: Table<'_> = serde_json::from_slice(bytes).map_err(|error| {
        Error::malformed(
            "the JSON",
            format!("{error}; a table as `-o table.json` writes it is needed"),
        )
    })?;
    if table.schema != SCHEMA {
        return Err(Error::malformed(
            "schema",
            format!("{:?} cannot be read, only {SCHEMA:?}", table.schema),
        ));
    }
    let sources: Vec<Source> = table
        .witnesses
        .iter()
        .map(|w| Source {
            siglum: w.siglum.clone().into_owned(),
            sha256: Some(w.sha256.clone().into_owned()),
            language: Language::from_code(&w.language),
            level: Level::from_name(&table.unit),
        })
        .collect();
    let own: Vec<&str> = sources.iter().map(|s| s.siglum.as_str()).collect();
    if sources.len() != 2 || !(sigla.is_empty() || sigla == own) {
        return Err(Error::malformed(
            "witnesses",
            format!(
                "are {}; two are needed, of the names that --sigla gives, if it does",
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
    let text = |(w, units): (&Witness<'_>, &Vec<u32>)| {
        let slice = |unit: u32| {
            let [start, end] = w.units.get(unit as usize)?.bytes;
            w.text.get(start..end)
        };
        // A unit that does not exist is told later.
        let texts: Option<Vec<(u32, &str)>> = units.iter().map(|&u| Some((u, slice(u)?))).collect();
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

/// What the program would not write, if there is anything.
fn other_key(bytes: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only the names of the keys count")]
    struct Keys {
        schema: IgnoredAny,
        unit: IgnoredAny,
        witnesses: Vec<WitnessKeys>,
        rows: Vec<RowKeys>,
        quotations: IgnoredAny,
        facts: IgnoredAny,
        ignored: IgnoredAny,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only the names of the keys count")]
    struct WitnessKeys {
        siglum: IgnoredAny,
        path: IgnoredAny,
        language: IgnoredAny,
        sha256: IgnoredAny,
        text: IgnoredAny,
        paragraphs: IgnoredAny,
        units: IgnoredAny,
        #[serde(default)]
        sentences: Option<IgnoredAny>,
        #[serde(default)]
        clauses: Option<IgnoredAny>,
        tokens: IgnoredAny,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only the names of the keys count")]
    struct RowKeys {
        row: IgnoredAny,
        kind: IgnoredAny,
        units: IgnoredAny,
        moved: IgnoredAny,
        moved_to: IgnoredAny,
        score: IgnoredAny,
        confidence: IgnoredAny,
        similarity: IgnoredAny,
        status: IgnoredAny,
        note: IgnoredAny,
        links: IgnoredAny,
    }
    let error = serde_json::from_slice::<Keys>(bytes).err()?.to_string();
    let unknown = error.strip_prefix("unknown field `")?;
    Some(unknown.split('`').next()?.to_owned())
}

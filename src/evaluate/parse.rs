//! Links from the formats of several tools, told apart by their content.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::error::{Error, Result};
use crate::evaluate::links::{Links, MAX_UNITS};
use crate::format::json::outline::{Outline, Witness};
use crate::format::json::parse;
use crate::witness::UnitIndex;

/// Reads links of units from the content of a file.
pub(super) fn links(text: &str) -> Result<Links> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().as_bytes().first() {
        // vecalign has nothing to say of two empty texts.
        None => Ok(Links::default()),
        Some(b'{') => json(text),
        Some(b'[') => vecalign(text),
        Some(b'0'..=b'9') => ladder(text),
        Some(_) => Err(Error::malformed(
            "line 1",
            "neither vecalign lines, nor a ladder of hunalign, nor JSON with links or rows",
        )),
    }
}

/// Gold links; or, by a key that they do not have, something else.
#[derive(Deserialize)]
struct Gold {
    a_lines: Option<u32>,
    b_lines: Option<u32>,
    links: Option<Vec<[Vec<u32>; 2]>>,
    moved: Option<Vec<usize>>,
    rows: Option<IgnoredAny>,
    pairs: Option<IgnoredAny>,
}

fn json(text: &str) -> Result<Links> {
    let json: Gold = parse::value(text.as_bytes())?;
    match json {
        Gold {
            links: Some(links), ..
        } => gold(
            links,
            json.a_lines.zip(json.b_lines).map(|(a, b)| [a, b]),
            &json.moved.unwrap_or_default(),
        ),
        Gold { rows: Some(_), .. } => table(parse::table(text.as_bytes())?),
        Gold { pairs: Some(_), .. } => Err(Error::malformed(
            "pairs",
            "this is the gold of more than two texts; take out one pair: {\"links\": …}",
        )),
        _ => Err(Error::malformed(
            "line 1",
            "JSON without links and without rows: nothing to score",
        )),
    }
}

fn gold(links: Vec<[Vec<u32>; 2]>, units: Option<[u32; 2]>, moved: &[usize]) -> Result<Links> {
    let mut is_moved = vec![false; links.len()];
    for &index in moved {
        match is_moved.get_mut(index) {
            Some(moved) => *moved = true,
            None => {
                return Err(Error::malformed(
                    "moved",
                    format!("{index} is out of range: there are {} links", links.len()),
                ));
            }
        }
    }
    let mut out = Links {
        units,
        ..Links::default()
    };
    for (link, moved) in links.into_iter().zip(is_moved) {
        out.push(link, moved);
    }
    out.checked()
}

fn table(table: Outline<'_>) -> Result<Links> {
    let [a, b] = &table.witnesses[..] else {
        return Err(Error::malformed(
            "witnesses",
            format!(
                "{} witnesses; two are scored at a time",
                table.witnesses.len()
            ),
        ));
    };
    let count = |w: &Witness<'_>| u32::try_from(w.units.len()).unwrap_or(u32::MAX);
    let mut out = Links {
        units: Some([count(a), count(b)]),
        ..Links::default()
    };
    for (n, row) in table.rows.into_iter().enumerate() {
        let sides = <[Vec<UnitIndex>; 2]>::try_from(row.units)
            .map(|sides| sides.map(|units| units.into_iter().map(|unit| unit.0).collect()))
            .map_err(|_| Error::malformed(format!("rows[{n}].units"), "not a list per witness"))?;
        out.push(sides, row.moved);
    }
    out.checked()
}

/// Lines `[0, 1]:[2]:0.123`; the number, which may be left out, counts for nothing here.
fn vecalign(text: &str) -> Result<Links> {
    let mut out = Links::default();
    for (n, line) in text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
    {
        let mut fields = line.trim().splitn(3, ':').map(indices);
        match (fields.next().flatten(), fields.next().flatten()) {
            (Some(a), Some(b)) => out.push([a, b], false),
            _ => {
                return Err(Error::malformed(
                    format!("line {}", n + 1),
                    format!("{line:?} is not a line of vecalign: [0, 1]:[2]:0.123456"),
                ));
            }
        }
    }
    Ok(out)
}

fn indices(list: &str) -> Option<Vec<u32>> {
    let list = list.trim().strip_prefix('[')?.strip_suffix(']')?.trim();
    if list.is_empty() {
        return Some(Vec::new());
    }
    list.split(',').map(|n| n.trim().parse().ok()).collect()
}

/// Rungs `n<TAB>m<TAB>confidence`: what lies between one and the next is a link, if both sides have units there.
fn ladder(text: &str) -> Result<Links> {
    let mut out = Links::default();
    let mut last: Option<[u32; 2]> = None;
    for (n, line) in text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
    {
        let mut fields = line.split_ascii_whitespace().map(|f| f.parse::<u32>().ok());
        let (Some(Some(a)), Some(Some(b))) = (fields.next(), fields.next()) else {
            return Err(Error::malformed(
                format!("line {}", n + 1),
                format!(
                    "{line:?} is not a rung of a ladder: two counts and a confidence (hunalign without -text)"
                ),
            ));
        };
        if a > MAX_UNITS || b > MAX_UNITS {
            return Err(Error::malformed(
                format!("line {}", n + 1),
                format!("more than {MAX_UNITS} units"),
            ));
        }
        if let Some([from_a, from_b]) = last {
            if a < from_a || b < from_b {
                return Err(Error::malformed(
                    format!("line {}", n + 1),
                    "a ladder does not go down",
                ));
            }
            if a > from_a && b > from_b {
                out.push([(from_a..a).collect(), (from_b..b).collect()], false);
            }
        }
        last = Some([a, b]);
    }
    out.units = last;
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_format_says_the_same() {
        let expected = [[vec![0, 1], vec![0]], [vec![3], vec![1]]];
        let table = r#"{"schema": "enregard/1", "witnesses": [{"units": [{}, {}, {}, {}]}, {"units": [{}, {}, {}]}],
            "rows": [{"units": [[0, 1], [0]], "moved": false}, {"units": [[2], []], "moved": false},
                     {"units": [[3], [1]], "moved": true}, {"units": [[], [2]], "moved": false}]}"#;
        for (text, units) in [
            ("[0, 1]:[0]:0.25\n[2]:[]:0.0\n\n[3]:[1]\n[]:[2]:0", None),
            (
                "\u{feff}0\t0\t0.5\n2\t1\t0\n3\t1\t0.5\n4\t2\t0\n4\t3\t0",
                Some([4, 3]),
            ),
            ("{\"links\": [[[1, 0], [0]], [[2], []], [[3], [1]]]}", None),
            (table, Some([4, 3])),
        ] {
            let links = links(text).unwrap();
            assert_eq!(links.links, expected, "{text}");
            assert_eq!(links.units, units, "{text}");
        }
        assert_eq!(links(table).unwrap().moved, [false, true]);
    }

    #[test]
    fn moved_links_are_counted_before_unmatched_ones_are_left_out() {
        let links = links(
            r#"{"a_lines": 2, "b_lines": 2, "links": [[[0], []], [[1], [0]]], "moved": [1]}"#,
        );
        assert_eq!(links.unwrap().moved, [true]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (text, expected) in [
            ("hello", "line 1: neither vecalign lines"),
            (
                "[0]:[0]:0.1\n[1]-[2]",
                "line 2: \"[1]-[2]\" is not a line of vecalign",
            ),
            ("[0]:[-1]:0.1", "is not a line of vecalign"),
            (
                "0\t0\t0\n1\tun\tdeux",
                "line 2: \"1\\tun\\tdeux\" is not a rung",
            ),
            ("0\t0\n2\t2\n1\t3", "line 3: a ladder does not go down"),
            ("{\"links\": [[0, 1]]}", "line 1 column 13"),
            (
                "{\"links\": [], \"moved\": [0]}",
                "moved: 0 is out of range: there are 0 links",
            ),
            (
                "{\"a_lines\": 1, \"b_lines\": 1, \"links\": [[[1], [0]]]}",
                "links: unit 1 of text A is linked, but there are 1",
            ),
            (
                "{\"pairs\": {}}",
                "pairs: this is the gold of more than two",
            ),
            (
                "{\"schema\": \"x/1\", \"witnesses\": [], \"rows\": []}",
                "schema: \"x/1\" cannot be read",
            ),
            (
                "{\"schema\": \"enregard/1\", \"witnesses\": [], \"rows\": []}",
                "witnesses: 0 witnesses",
            ),
            ("{}", "nothing to score"),
        ] {
            let said = links(text).unwrap_err().to_string();
            assert!(said.contains(expected), "{text}: {said}");
        }
    }
}

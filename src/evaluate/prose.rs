//! Alignments of running text, scored by the characters that are linked to the right place.
//!
//! The gold says which verses render each other, but sentences are not verses, so the unit of the score is the *cell*:
//! a run of verses that ends where both texts end a verse with a full stop. A right link never needs to leave one cell.
//! A character of verse v that is linked to a stretch Y has the credit: the share of Y that lies in v's cell, if Y
//! touches v at all. Only characters that are no white space count.

mod credit;
mod side;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::format::json::outline::Outline;
use crate::format::json::parse;

use credit::tally;
pub use credit::{Credit, TextScores};
use side::{Side, cells};

/// A verse of the gold: where it stands, in characters, in the texts that have it.
#[derive(Deserialize)]
struct Verse {
    /// `Book chapter:verse`.
    id: String,
    #[serde(deserialize_with = "Option::deserialize")]
    a: Option<[usize; 2]>,
    #[serde(deserialize_with = "Option::deserialize")]
    b: Option<[usize; 2]>,
}

impl Verse {
    fn sides(&self) -> [Option<[usize; 2]>; 2] {
        [self.a, self.b]
    }

    fn chapter(&self) -> &str {
        self.id.split(':').next().unwrap_or(&self.id)
    }
}

/// Whether this is gold of running text: a JSON object a line, with spans.
pub(super) fn is_gold(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').lines().next();
    first.is_some_and(|line| serde_json::from_str::<Verse>(line).is_ok())
}

/// Scores a table, as JSON, against gold spans.
pub(super) fn score(system: &str, gold: &str) -> Result<TextScores> {
    let table: Outline<'_> = parse::table(system.as_bytes())
        .map_err(|e| e.inside("system (against spans it has to be the JSON of a table)"))?;
    let [a, b] = &table.witnesses[..] else {
        return Err(Error::malformed(
            "system: witnesses",
            format!(
                "{} witnesses; two are scored at a time",
                table.witnesses.len()
            ),
        ));
    };
    let verses = gold
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(n, line)| {
            parse::value(line.as_bytes())
                .map_err(|e| Error::malformed(format!("gold: line {}", n + 1), e.to_string()))
        })
        .collect::<Result<Vec<Verse>>>()?;
    let sides = [
        Side::new(0, &a.text, &verses)?,
        Side::new(1, &b.text, &verses)?,
    ];
    let mut links = Vec::new();
    for (n, row) in table.rows.iter().enumerate() {
        let of_side = |side: usize| -> Result<Vec<[usize; 2]>> {
            let units = row.units.get(side).map_or(&[][..], Vec::as_slice);
            let spans = units.iter().map(|&u| {
                let unit = table.witnesses[side].units.get(u.get());
                let span = unit.and_then(|unit| unit.chars.map(|span| span.map(|at| at as usize)));
                span.filter(|s| s[0] <= s[1] && s[1] <= sides[side].text.len())
                    .ok_or_else(|| {
                        Error::malformed(format!("system: rows[{n}].units[{side}]"), "no such span")
                    })
            });
            spans.collect()
        };
        links.push([of_side(0)?, of_side(1)?]);
    }
    Ok(tally(&sides, &cells(&sides, &verses), &links))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Two texts of three verses; the first ends no sentence in B, so verses 1 and 2 are one cell.
    const GOLD: &str = r#"{"id": "X 1:1", "a": [0, 4], "b": [0, 4]}
{"id": "X 1:2", "a": [5, 9], "b": [5, 9]}
{"id": "X 1:3", "a": [10, 14], "b": null}
"#;

    fn table(rows: &str) -> String {
        format!(
            r#"{{"schema": "enregard/1", "rows": [{rows}], "witnesses": [
            {{"text": "abc. def. ghi.", "units": [{{"chars": [0, 4]}}, {{"chars": [5, 9]}}, {{"chars": [10, 14]}}]}},
            {{"text": "abc; def.", "units": [{{"chars": [0, 4]}}, {{"chars": [5, 9]}}]}}]}}"#
        )
    }

    #[test]
    fn gold_is_recognised() {
        assert!(is_gold(GOLD));
        assert!(!is_gold("{\"links\": []}"));
        assert!(!is_gold("[0]:[0]:0.1"));
    }

    #[test]
    fn the_right_links_have_full_credit() {
        let scores = score(
            &table(r#"{"units": [[0], [0]]}, {"units": [[1], [1]]}, {"units": [[2], []]}"#),
            GOLD,
        )
        .unwrap();
        assert_eq!(
            (
                scores.linked,
                scores.gold,
                scores.unmatched,
                scores.left_alone
            ),
            (16, 16, 4, 4)
        );
        for credit in [scores.cell, scores.verse, scores.strict] {
            assert_eq!(scores.f(credit), 1.0);
        }
        assert_eq!(scores.left_alone(), Some(1.0));
    }

    /// Verse 1 against the wrong verse of its own cell touches nothing of its own; verse 3, which has no counterpart,
    /// takes half of a link with verse 2.
    #[test]
    fn credits_worked_out_by_hand() {
        let scores = score(&table(r#"{"units": [[0], [1]]}"#), GOLD).unwrap();
        assert_eq!(
            (scores.linked, scores.cell.linked, scores.left_alone),
            (8, 0.0, 4)
        );
        let scores = score(&table(r#"{"units": [[1, 2], [1]]}"#), GOLD).unwrap();
        // A: 4 characters of verse 2 right, 4 of verse 3 wrong. B: 4 characters, half of whose counterpart is right.
        assert_eq!(scores.linked, 12);
        assert_eq!(scores.cell.linked, 4.0 + 4.0 * 0.5);
        assert_eq!(scores.verse.linked, 8.0);
        assert_eq!(scores.precision(scores.cell), 0.5);
        assert_eq!(scores.recall(scores.cell), 6.0 / 16.0);
        assert_eq!(scores.left_alone(), Some(0.0));
    }

    #[test]
    fn gold_of_other_texts_is_refused() {
        let gold = GOLD.replace("[10, 14]", "[10, 15]");
        let said = score(&table(""), &gold).unwrap_err().to_string();
        assert!(
            said.contains("X 1:3") && said.contains("14 characters"),
            "{said}"
        );
        let said = score("[0]:[0]:0", GOLD).unwrap_err().to_string();
        assert!(said.contains("has to be the JSON of a table"), "{said}");
    }
}

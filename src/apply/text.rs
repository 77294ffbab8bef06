//! Whether the texts of a table are those of the witnesses, whatever a spreadsheet program did to their white space.

use crate::apply::read::{Corrections, Line};
use crate::error::{Error, Result};
use crate::format::units::{self, PASSED_OVER, numbers, ranges, unit_text};
use crate::witness::{UnitIndex, Witness, undivided};

/// A text of so many units of UTF-16 was perhaps cut: a cell of a spreadsheet holds 32,767.
const LONG: usize = 32_700;
/// Rows of another text that are told one by one.
const TOLD: usize = 20;
/// Characters shown of a text that differs, and of what comes before the difference.
const SHOWN: usize = 40;
const BEFORE: usize = 12;

/// The text of a witness without what does not survive in cells.
pub(super) struct Plain<'w> {
    witness: &'w Witness,
    text: String,
    /// Where each unit begins in `text`, and the end.
    starts: Vec<usize>,
}

impl<'w> Plain<'w> {
    pub(super) fn new(witness: &'w Witness) -> Self {
        let mut text = String::with_capacity(witness.text.len());
        let mut starts = Vec::with_capacity(witness.units().len() + 1);
        for unit in witness.units() {
            starts.push(text.len());
            text.push_str(&plain(witness.slice(unit.span)));
        }
        starts.push(text.len());
        Self {
            witness,
            text,
            starts,
        }
    }

    /// Whether `cell` is the text of the units.
    pub(super) fn is_text(&self, cell: &str, units: &[UnitIndex]) -> bool {
        let expected = plain(&unit_text(self.witness, units));
        let found = plain(cell);
        // The first apostrophe was perhaps the text's own, not that of the formula guard.
        found == expected
            || expected.strip_prefix('\'') == Some(&found)
            || (cell.encode_utf16().count() >= LONG
                && expected.starts_with(found.strip_suffix(ellipsis()).unwrap_or(&found)))
    }

    /// Whether `cell` holds passages of the witness and nothing else.
    pub(super) fn is_passage(&self, cell: &str) -> bool {
        let found = plain(cell);
        self.text.contains(&found) || found.split(ellipsis()).all(|part| self.text.contains(part))
    }

    /// The units that have this text, when it stands in just one place.
    fn find(&self, cell: &str) -> Option<Vec<UnitIndex>> {
        let found = plain(cell);
        let mut places = self.text.match_indices(&found).map(|(at, _)| at);
        let (Some(at), None, false) = (places.next(), places.next(), found.is_empty()) else {
            return None;
        };
        let (first, end) = (
            self.starts.binary_search(&at).ok()?,
            self.starts.binary_search(&(at + found.len())).ok()?,
        );
        Some((first..end).map(UnitIndex::new).collect())
    }

    /// How a cell differs from the text of the units.
    pub(super) fn difference(&self, cell: &str, units: &[UnitIndex]) -> String {
        let words = |text: &str| -> Vec<char> {
            let words: Vec<&str> = text.split_whitespace().collect();
            words.join(" ").chars().collect()
        };
        let (found, expected) = (words(cell), words(&unit_text(self.witness, units)));
        let same = found.iter().zip(&expected).take_while(|(x, y)| x == y);
        let from = same.count().saturating_sub(BEFORE);
        let shown = |text: &[char]| -> String {
            let rest = text.get(from..).unwrap_or_default();
            let (start, end) = (
                if from > 0 { "…" } else { "" },
                if rest.len() > SHOWN { "…" } else { "" },
            );
            let visible = |&c: &char| if c.is_control() { '\u{FFFD}' } else { c };
            let rest: String = rest.iter().take(SHOWN).map(visible).collect();
            format!("“{start}{rest}{end}”")
        };
        format!(
            "the table has {}, the file {}",
            shown(&found),
            shown(&expected)
        )
    }
}

/// What stands for units that were passed over, and at the end of a cell that was cut.
fn ellipsis() -> &'static str {
    PASSED_OVER.trim()
}

/// A text without what does not survive in cells; words that the end of a line divides are whole, as cells have them.
fn plain(text: &str) -> String {
    undivided(text).chars().filter(|&c| survives(c)).collect()
}

/// Cells and spreadsheet programs change white space, and XML has no control characters.
fn survives(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || matches!(c, '\u{fffd}'..='\u{ffff}'))
}

/// The sigla of the witnesses whose files have changed since, though their units have not.
///
/// # Errors
/// [`Error::OtherText`] when the units have changed as well.
pub(super) fn same_texts(corrections: &Corrections, witnesses: &[Witness]) -> Result<Vec<String>> {
    let mut changed = Vec::new();
    for (w, (source, witness)) in corrections.sources.iter().zip(witnesses).enumerate() {
        if source
            .sha256
            .as_ref()
            .is_none_or(|sha256| *sha256 == witness.sha256)
        {
            continue;
        }
        let plain = Plain::new(witness);
        if !corrections.lines.iter().all(|line| holds(line, w, &plain)) {
            let why = format!(
                "{} ({}) is not the file that the table was made from: its SHA-256 differs",
                witness.siglum, witness.path
            );
            return Err(other_text(why, corrections, witnesses));
        }
        changed.push(witness.siglum.to_string());
    }
    Ok(changed)
}

/// Whether what a line has of a witness is there, at its units or, where a person changed these, elsewhere.
fn holds(line: &Line, w: usize, plain: &Plain<'_>) -> bool {
    let count = plain.witness.units().len();
    match (&line.texts[w], units::parse(&line.units[w], count)) {
        (None, units) => units.is_ok(),
        (Some(text), Ok(units)) => plain.is_text(text, &units),
        (Some(_), Err(_)) => false,
    }
}

/// The error that tells which rows hold, and what became of the others.
pub(super) fn other_text(why: String, corrections: &Corrections, witnesses: &[Witness]) -> Error {
    let plain: Vec<Plain<'_>> = witnesses.iter().map(Plain::new).collect();
    let mut hold = Vec::new();
    let mut gone = Vec::new();
    let mut untold = Vec::new();
    for line in &corrections.lines {
        let lost: Vec<usize> = (0..plain.len())
            .filter(|&w| !holds(line, w, &plain[w]))
            .collect();
        if lost.is_empty() {
            hold.extend(line.number);
        } else if gone.len() < TOLD {
            let reasons: Vec<String> = lost.iter().map(|&w| fate(line, w, &plain[w])).collect();
            gone.push(format!("{}: {}", line.place, reasons.join("; ")));
        } else {
            untold.extend(line.number);
        }
    }
    if !untold.is_empty() {
        gone.push(format!("nor do rows {} hold", numbers(&untold)));
    }
    Error::OtherText {
        why,
        hold: match hold.is_empty() {
            true => "no row holds as it is".to_owned(),
            false => format!("rows that still hold: {}", numbers(&hold)),
        },
        gone,
    }
}

/// What became of the text that a line has of a witness.
fn fate(line: &Line, w: usize, plain: &Plain<'_>) -> String {
    let siglum = &plain.witness.siglum;
    let Some(text) = &line.texts[w] else {
        return format!("{siglum} has no units {}", line.units[w]);
    };
    match (
        plain.find(text),
        units::parse(&line.units[w], plain.witness.units().len()),
    ) {
        (Some(units), _) => format!("its text of {siglum} is {siglum} {} now", ranges(&units)),
        (None, Ok(units)) if !units.is_empty() => format!(
            "{siglum} {} is otherwise: {}",
            line.units[w],
            plain.difference(text, &units)
        ),
        _ => format!("its text of {siglum} is not there"),
    }
}

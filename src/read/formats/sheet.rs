//! A sheet: rows of cells, of which the first may say what the columns are called.

use std::collections::{BTreeMap, HashSet};

use super::columns::{Columns, Unnamed};
use super::source::Source;
use crate::error::Result;
use crate::language::chars::is_terminal;

/// The name of a column has no more characters: `Traduction de Louis Segond, édition révisée de 1910 (texte établi)`.
const LONGEST_NAME: usize = 80;

/// What columns are called whose cells name their rows.
const NAMING: [&str; 8] = ["id", "key", "ref", "ref.", "réf", "réf.", "label", "n°"];

/// The name of a row has no more characters: `OEBPS/Text/chapitre-12.xhtml#p-0107`, a UUID.
const LONGEST_ROW_NAME: usize = 80;

/// No sheet has more columns.
pub(super) const MOST_COLUMNS: usize = 1 << 14;

/// A sheet of several.
pub(super) struct Sheet {
    pub(super) name: String,
    /// The rows, with their numbers, increasing.
    pub(super) rows: Vec<(u64, Cells)>,
}

/// The columns of the sheet that is named, or else of the first that holds anything.
pub(super) fn chosen(mut sheets: Vec<Sheet>, source: Source<'_>) -> Result<Columns<'_>> {
    for sheet in &mut sheets {
        sheet.rows.retain(|(_, cells)| !cells.is_empty());
    }
    let part = source.options.part.as_deref();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let named = part.and_then(|part| named(&names, part));
    let wanted = named.map_or(part, |(_, column)| column);
    let filled = sheets.iter().position(|sheet| !sheet.rows.is_empty());
    let place = named.map_or(filled, |(place, _)| Some(place)).unwrap_or(0);
    let sheet = sheets.get(place);
    let rows = sheet.map_or(&[][..], |sheet| &sheet.rows);
    let mut columns = columns(rows, wanted, source)?;
    if let Some(sheet) = sheet.filter(|_| named.is_some() || place > 0) {
        columns.prefix = format!("{}!", sheet.name);
    }
    Ok(columns)
}

/// The sheet that is named, alone or before its column: `Feuil2!B`.
pub(super) fn named<'p>(sheets: &[&str], part: &'p str) -> Option<(usize, Option<&'p str>)> {
    let sheet = |name: &str| {
        let name = name.to_lowercase();
        sheets.iter().position(|own| own.to_lowercase() == name)
    };
    let parted = part.rsplit_once('!');
    let parted = parted.and_then(|(name, column)| Some((sheet(name)?, Some(column))));
    parted.or_else(|| Some((sheet(part)?, None)))
}

/// The cells of a row that hold something, by their columns, increasing; columns count from 0.
pub(super) type Cells = Vec<(usize, String)>;

/// The columns of a sheet, whose rows have numbers, increasing; `wanted` is the one that is named.
pub(super) fn columns<'a>(
    rows: &[(u64, Cells)],
    wanted: Option<&str>,
    source: Source<'a>,
) -> Result<Columns<'a>> {
    let mut columns = Columns::new(source, wanted, Unnamed::All);
    let heading = heading(rows, wanted);
    columns.titled = heading;
    let body = &rows[usize::from(heading)..];
    let cells = rows.iter().flat_map(|(_, cells)| cells);
    let mut used: Vec<usize> = cells.map(|(column, _)| *column).collect();
    used.sort_unstable();
    used.dedup();
    for &place in &used {
        let own = rows
            .first()
            .filter(|_| heading)
            .and_then(|(_, cells)| Some(cell(cells, place)?.to_owned()));
        let number = (place + 1).to_string();
        columns.add(
            own.into_iter().chain([letters(place), number]).collect(),
            None,
        );
    }
    let named = heading.then(|| naming(rows)).flatten();
    for (number, cells) in body {
        let own = named.and_then(|column| cell(cells, column));
        match own {
            Some(own) => columns.begin_named_row(Some(own.to_owned()), 0),
            None => columns.begin_row(number.to_string()),
        }
        for (place, text) in cells {
            // Each is among those that are used.
            let Ok(column) = used.binary_search(place) else {
                continue;
            };
            columns.put(column, text)?;
        }
    }
    Ok(columns)
}

fn cell(cells: &Cells, column: usize) -> Option<&str> {
    let cell = cells.iter().find(|(own, _)| *own == column)?;
    Some(cell.1.trim())
}

/// Whether a column of this name is there to name its rows.
fn names_rows(name: &str) -> bool {
    NAMING.contains(&&*name.trim().to_lowercase())
}

/// The column whose cells name the rows, under a first row that is a heading: one that is called so, and has a name for each row, no
/// two alike.
fn naming(rows: &[(u64, Cells)]) -> Option<usize> {
    let (heading, body) = rows.split_first()?;
    let (column, _) = heading.1.iter().find(|(_, name)| names_rows(name))?;
    let mut names = HashSet::new();
    let named = body.iter().all(|(_, cells)| {
        if cells.is_empty() {
            return true;
        }
        let own = cell(cells, *column);
        own.is_some_and(|own| own.chars().count() <= LONGEST_ROW_NAME && names.insert(own))
    });
    named.then_some(*column)
}

/// Whether the first row says what the columns are called: its cells are names, all different, and the texts below are longer, or
/// a column below has numbers alone, or one of them is the name that is `wanted`.
fn heading(rows: &[(u64, Cells)], wanted: Option<&str>) -> bool {
    let Some(((_, first), body)) = rows.split_first() else {
        return false;
    };
    let is_name = |text: &str| {
        let text = text.trim();
        text.chars().count() <= LONGEST_NAME
            && !text.contains('\n')
            && (!text.ends_with(is_terminal) || names_rows(text))
            && text.contains(char::is_alphabetic)
    };
    let different = |(n, (_, text)): (usize, &(usize, String))| {
        first[..n].iter().all(|(_, other)| other != text)
    };
    let names =
        first.iter().all(|(_, text)| is_name(text)) && first.iter().enumerate().all(different);
    let wanted = wanted.map(str::to_lowercase);
    let is_wanted = |text: &str| wanted.as_deref() == Some(&text.trim().to_lowercase());
    // For each column how many cells it has below, how long they are together, and whether one has a letter.
    let mut below: BTreeMap<usize, (usize, usize, bool)> = BTreeMap::new();
    for (column, text) in body.iter().flat_map(|(_, cells)| cells) {
        let (count, length, has_letters) = below.entry(*column).or_default();
        *count += 1;
        *length += text.trim().chars().count();
        *has_letters |= text.contains(char::is_alphabetic);
    }
    let numbers = |(column, _): &(usize, String)| {
        let below = below.get(column);
        below.is_some_and(|(_, _, has_letters)| !has_letters)
    };
    // Texts are longer than what their columns are called: those in the column that has most do.
    let longer = || {
        let most = below.iter().max_by_key(|(_, (_, length, _))| *length);
        most.is_some_and(|(column, (count, length, _))| {
            let name = first.iter().find(|(own, _)| own == column);
            let name = name.map_or(0, |(_, name)| name.trim().chars().count());
            name > 0 && *length >= 2 * name * count
        })
    };
    let is_wanted = first.iter().any(|(_, text)| is_wanted(text));
    names && (is_wanted || first.iter().any(numbers) || longer())
}

/// What programs call the column at a place: A to Z, AA …
fn letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        // A digit from 0 to 25.
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The place of the column that programs call so, in `A1` the `A`.
pub(super) fn place(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let mut place = 0;
    for letter in letters {
        place = place * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        if place > MOST_COLUMNS {
            return None;
        }
    }
    place.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{letters, place};

    #[test]
    fn letters_count_as_programs_do() {
        for (n, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(n), name);
            assert_eq!(place(&format!("{name}12")), Some(n));
        }
        assert_eq!(place("12"), None);
        assert_eq!(place("ZZZZZZZZZZZZZZZZZZZZ1"), None);
    }
}

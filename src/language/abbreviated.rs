//! What abbreviations stand for: the section `[written out]` of `spellings.txt`, and the months and days of `dates.txt`.

use rustc_hash::FxHashMap;

use super::chars::is_symbol;
use super::sections::Sections;
use super::words::Dates;

/// For each abbreviation what it stands for, both as [`bare`] letters.
pub(crate) type Abbreviated = FxHashMap<String, Vec<String>>;

/// Abbreviations of one thing, and the ways to write it out.
pub(crate) type WrittenOut = (Vec<String>, Vec<String>);

/// What a language abbreviates.
pub(super) fn lines(spellings: &'static str, dates: &Dates) -> Vec<WrittenOut> {
    let sections = Sections::parse(spellings);
    let written = sections.lines("written out").iter().filter_map(|line| {
        let (short, ways) = line.split_once('|')?;
        let short: Vec<String> = short.split_whitespace().map(str::to_owned).collect();
        let ways = ways.split('|').map(|way| way.trim().to_owned()).collect();
        Some((short, ways))
    });
    let named = dates.months.iter().chain(&dates.weekdays).map(|named| {
        let lower = |names: &[&str]| names.iter().map(|n| n.to_lowercase()).collect();
        (lower(&named.short), lower(&named.names))
    });
    let lines = written.chain(named);
    lines.filter(|(short, _)| !short.is_empty()).collect()
}

/// The abbreviations among lines.
pub(super) fn by_abbreviation(lines: &[WrittenOut]) -> Abbreviated {
    let mut all = Abbreviated::default();
    for (short, ways) in lines {
        for short in short {
            let ways = ways.iter().map(|way| bare(way.chars()));
            all.entry(bare(short.chars())).or_default().extend(ways);
        }
    }
    all
}

/// Letters, figures and symbols alone, as abbreviations are compared: `z. B.` and `z.B.` are one.
pub(crate) fn bare(letters: impl Iterator<Item = char>) -> String {
    letters
        .filter(|&c| c.is_alphanumeric() || is_symbol(c) || c == '&')
        .collect()
}

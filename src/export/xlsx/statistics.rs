//! The sheet of statistics: where the texts come from, the counts of the summary, and what the colours say.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::export::shades::Shade;
use crate::export::xlsx::page;
use crate::export::xlsx::shades::Shades;
use crate::export::xlsx::text::write_text;
use crate::format::workbook::{DIGEST, LANGUAGE, STATISTICS_SHEET, TITLE, UNIT};
use crate::table::AlignmentTable;

use super::many;
use super::styles::Styles;

/// Width of the columns of witnesses, in characters.
const WIDTH: f64 = 36.0;
/// Height of the row of the title, in points.
const TITLE_HEIGHT: f64 = 20.0;

/// Writes a column of names and a column a witness, or one for what is counted over all.
pub(super) fn write(table: &AlignmentTable, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let summary = table.summary();
    let styles = Styles::new();
    sheet.set_name(STATISTICS_SHEET)?;
    sheet.set_column_width(0, 28)?;
    // What reads a workbook back looks for the sigla in the first line.
    write_text(sheet, (0, 0), TITLE, &styles.title)?;
    let mut line = 0;
    for (name, value) in [
        ("", (|w| &w.siglum.0) as fn(&crate::Witness) -> &str),
        ("file", |w| &w.path),
        (LANGUAGE, |w| w.language.code()),
        (UNIT, |w| w.level.name()),
        (DIGEST, |w| &w.sha256),
    ] {
        if !name.is_empty() {
            write_text(sheet, (line, 0), name, &styles.name)?;
        }
        for (column, witness) in (1..).zip(&table.witnesses) {
            sheet.set_column_width(column, WIDTH)?;
            write_text(sheet, (line, column), value(witness), &styles.value)?;
        }
        let values = table.witnesses.iter().map(|w| (value(w), WIDTH));
        // The first row has the title as well.
        let least = if line == 0 { TITLE_HEIGHT } else { 0.0 };
        sheet.set_row_height(line, page::height(values).max(least))?;
        line += 1;
    }
    let units: Vec<usize> = table.witnesses.iter().map(|w| w.units().len()).collect();
    for (name, counts) in [
        ("units", &units),
        ("only here", &summary.only),
        ("skipped", &summary.skipped),
    ] {
        write_text(sheet, (line, 0), name, &styles.name)?;
        for (column, &count) in (1..).zip(counts) {
            sheet.write_number_with_format(line, column, count as f64, &styles.count)?;
        }
        line += 1;
    }
    write_text(sheet, (line, 0), "words with a counterpart", &styles.name)?;
    for (column, &share) in (1..).zip(&summary.coverage) {
        if let Some(share) = share {
            sheet.write_number_with_format(line, column, share, &styles.share)?;
        }
    }
    line += 2;

    let mut counts = vec![("beads".to_owned(), summary.beads())];
    counts.extend(summary.shapes.iter().map(|(shape, &count)| {
        let shape: Vec<String> = shape.iter().map(usize::to_string).collect();
        (format!("beads {}", shape.join("-")), count)
    }));
    counts.push(("beads moved".into(), summary.moved_rows));
    let differences = summary.differences.iter();
    counts.extend(differences.map(|(class, &count)| (class.name().to_owned(), count)));
    counts.push(("punctuation".into(), summary.punctuation));
    counts.push(("words moved".into(), summary.moved_words));
    counts.push(("facts".into(), summary.facts.values().sum()));
    let facts = summary.facts.iter();
    counts.extend(facts.map(|(kind, &count)| (format!("facts {}", kind.name()), count)));
    let contradictions = summary.contradictions.iter();
    counts.extend(contradictions.map(|(kind, &count)| {
        let name = format!("facts {}, said otherwise", kind.name());
        (name, count)
    }));
    counts.push(("quotations".into(), summary.quotations));
    for (name, count) in counts {
        write_text(sheet, (line, 0), &name, &styles.name)?;
        sheet.write_number_with_format(line, 1, count as f64, &styles.count)?;
        line += 1;
    }
    line += 1;
    if table.witnesses.len() > 2 {
        line = many::write(table, sheet, line, &styles)?;
    }
    legend(table, sheet, line, &styles)?;
    page::set_up(sheet, table);
    Ok(())
}

/// What the colours of the texts say, a line each.
fn legend(
    table: &AlignmentTable,
    sheet: &mut Worksheet,
    mut line: u32,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let shades = Shades::new();
    write_text(sheet, (line, 0), "colours of words", &styles.name)?;
    if let [_, _, _, ..] = table.witnesses[..] {
        let base = format!(
            "of {}, the base, and of what others read otherwise than it",
            table.witnesses[table.base].siglum
        );
        write_text(sheet, (line, 1), &base, &Format::new())?;
    }
    for shade in Shade::ALL.into_iter().rev() {
        if let Some(meaning) = shade.meaning(table.witnesses.len()) {
            line += 1;
            write_text(sheet, (line, 0), "words", shades.format(Some(shade)))?;
            write_text(sheet, (line, 1), meaning, &Format::new())?;
        }
    }
    Ok(())
}

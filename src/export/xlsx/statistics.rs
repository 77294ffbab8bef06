//! The sheet of statistics: where the texts come from, and the counts of the summary.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::export::xlsx::text::plain;
use crate::format::workbook::{DIGEST, LANGUAGE, STATISTICS_SHEET, UNIT};
use crate::table::AlignmentTable;

/// Writes a column of names and a column a witness, or one for what is counted over all.
pub(super) fn write(table: &AlignmentTable, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let summary = table.summary();
    let bold = Format::new().set_bold();
    let percent = Format::new().set_num_format("0 %");
    sheet.set_name(STATISTICS_SHEET)?;
    sheet.set_column_width(0, 28)?;
    let mut line = 0;
    for (name, value) in [
        ("", (|w| &w.siglum.0) as fn(&crate::Witness) -> &str),
        ("file", |w| &w.path),
        (LANGUAGE, |w| w.language.code()),
        (UNIT, |w| w.level.name()),
        (DIGEST, |w| &w.sha256),
    ] {
        sheet.write_string_with_format(line, 0, name, &bold)?;
        for (column, witness) in (1..).zip(&table.witnesses) {
            sheet.set_column_width(column, 28)?;
            sheet.write_string(line, column, plain(value(witness)))?;
        }
        line += 1;
    }
    let units: Vec<usize> = table.witnesses.iter().map(|w| w.units().len()).collect();
    for (name, counts) in [
        ("units", &units),
        ("only here", &summary.only),
        ("skipped", &summary.skipped),
    ] {
        sheet.write_string_with_format(line, 0, name, &bold)?;
        for (column, &count) in (1..).zip(counts) {
            sheet.write_number(line, column, count as f64)?;
        }
        line += 1;
    }
    sheet.write_string_with_format(line, 0, "words with a counterpart", &bold)?;
    for (column, &share) in (1..).zip(&summary.coverage) {
        sheet.write_number_with_format(line, column, share, &percent)?;
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
    counts.push(("quotations".into(), summary.quotations));
    for (name, count) in counts {
        sheet.write_string_with_format(line, 0, &name, &bold)?;
        sheet.write_number(line, 1, count as f64)?;
        line += 1;
    }
    Ok(())
}

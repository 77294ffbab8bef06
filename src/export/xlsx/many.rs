//! What the sheet of statistics says of more than two witnesses: who is like whom, how far each goes its own way, who agrees with
//! whom.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::export::xlsx::text::write_text;
use crate::select::ContentWords;
use crate::table::{AlignmentTable, RowNumber};

use super::styles::Styles;

/// Patterns and groups written; a program finds all in the figures as JSON.
const MOST: usize = 50;

/// Writes it from a line on, in the columns of the witnesses; gives the next line.
pub(super) fn write(
    table: &AlignmentTable,
    sheet: &mut Worksheet,
    mut line: u32,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    let siglum = |w: usize| table.witnesses[w].siglum.0.as_str();
    let overview = table.overview();
    for (one, shares) in overview.similarity.iter().enumerate() {
        let name = format!("words the same as in {}", siglum(one));
        write_text(sheet, (line, 0), &name, &styles.name)?;
        for (column, share) in (1..).zip(shares) {
            if let Some(share) = share {
                sheet.write_number_with_format(line, column, *share, &styles.share)?;
            }
        }
        line += 1;
    }
    let words = ContentWords::new(table);
    let variation = table.variation(&|w, token| words.is_content(w, token));
    write_text(sheet, (line, 0), "distinctiveness, in bits", &styles.name)?;
    for (column, bits) in (1..).zip(&variation.distinctiveness) {
        if let Some(bits) = bits {
            sheet.write_number_with_format(line, column, *bits, &styles.bits)?;
        }
    }
    line += 1;
    if let Some(bits) = variation.variation {
        write_text(sheet, (line, 0), "variation, in bits", &styles.name)?;
        sheet.write_number_with_format(line, 1, bits, &styles.bits)?;
        line += 1;
    }
    let group = |witnesses: &[usize]| {
        let sigla: Vec<&str> = witnesses.iter().map(|&w| siglum(w)).collect();
        sigla.join(" ")
    };
    let agreements = table.agreements();
    line = heads(
        sheet,
        line + 1,
        ["who says the same", "places", "rows", ""],
        styles,
    )?;
    for found in agreements.patterns.iter().take(MOST) {
        let groups: Vec<String> = found.pattern.iter().map(|own| group(own)).collect();
        let in_rows = rows(found.places.iter().map(|place| place.row));
        write_text(sheet, (line, 0), &groups.join(" | "), &styles.value)?;
        sheet.write_number_with_format(line, 1, found.places.len() as f64, &styles.count)?;
        write_text(sheet, (line, 2), &in_rows, &styles.value)?;
        line += 1;
    }
    let names = [
        "in common against all others",
        "words",
        "omissions",
        "rows lacking",
    ];
    line = heads(sheet, line + 1, names, styles)?;
    for found in agreements.shared.iter().take(MOST) {
        write_text(sheet, (line, 0), &group(&found.witnesses), &styles.value)?;
        let counts = [
            found.wordings.len(),
            found.omissions.len(),
            found.rows.len(),
        ];
        for (column, count) in (1..).zip(counts) {
            sheet.write_number_with_format(line, column, count as f64, &styles.count)?;
        }
        line += 1;
    }
    Ok(line + 1)
}

/// Names of columns; gives the next line.
fn heads(
    sheet: &mut Worksheet,
    line: u32,
    names: [&str; 4],
    styles: &Styles,
) -> Result<u32, XlsxError> {
    for (column, name) in (0..).zip(names).filter(|(_, name)| !name.is_empty()) {
        write_text(sheet, (line, column), name, &styles.name)?;
    }
    Ok(line + 1)
}

/// `2, 5, 7`: rows, each once, as many as a cell holds well.
fn rows(rows: impl Iterator<Item = RowNumber>) -> String {
    const MOST: usize = 30;
    let mut all: Vec<RowNumber> = rows.collect();
    all.dedup();
    let mut shown: Vec<String> = all.iter().take(MOST).map(|row| row.to_string()).collect();
    if all.len() > MOST {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

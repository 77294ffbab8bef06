//! How much more than two witnesses vary.

use std::io;

use crate::table::{RowVariation, VariationStats, bits};
use crate::view::ink::Ink;
use crate::view::wrap::Piece;

use super::sheet::{MOST_ROWS, Page};

/// Content words a witness below which a row says nothing of how much it varies.
const FEW_WORDS: usize = 3;
/// Columns of the longest bar.
const BAR: usize = 24;

/// Writes how distinctive each witness is, the most distinctive first, and the rows that vary most.
pub(super) fn write(page: &mut Page<'_, '_>, found: &VariationStats) -> io::Result<()> {
    let Some(whole) = found.variation else {
        return Ok(());
    };
    let count = found.witnesses;
    let [least, most] = [bits(count, count), bits(1, count)];
    page.heading(&format!(
        "how far each has content words of its own, in bits: {least:.2} where all {count} say the same, {most:.2} where none does"
    ))?;
    let mut order: Vec<(f64, usize)> = (0..count)
        .filter_map(|w| Some((found.distinctiveness[w]?, w)))
        .collect();
    order.sort_by(|x, y| {
        let siglum = |w: usize| &page.table.witnesses[w].siglum;
        y.0.total_cmp(&x.0)
            .then_with(|| siglum(x.1).cmp(siglum(y.1)))
    });
    let furthest = order.first().map_or(most, |&(own, _)| own.max(least));
    for (own, w) in order {
        let mut line = page.named(w);
        line.push(&format!("  {own:.2}  "), Ink::Plain);
        let part = (own - least) / f64::max(furthest - least, f64::EPSILON);
        line.push(
            &"▇".repeat((part.max(0.0) * BAR as f64).round() as usize),
            Ink::Only,
        );
        page.line(line)?;
    }
    let mut rows: Vec<&RowVariation> = found
        .rows
        .iter()
        .filter(|row| {
            let present = row.distinctiveness.iter().flatten().count();
            row.words >= FEW_WORDS * present
        })
        .collect();
    rows.sort_by(|x, y| y.variation.total_cmp(&x.variation).then(x.row.cmp(&y.row)));
    let rows: Vec<String> = rows
        .iter()
        .take(MOST_ROWS)
        .map(|row| format!("{} ({:.2})", row.row, row.variation))
        .collect();
    let mut text = format!("on the whole {whole:.2}");
    if !rows.is_empty() {
        text.push_str(&format!("; most in rows {}", rows.join(", ")));
    }
    page.item(&[], Piece::words(&text, Ink::Plain))
}

//! Above the rows of more than two witnesses: how alike every two are, and where along its text each stands apart.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::table::{AlignmentTable, Apart, Overview};

use super::ViewOptions;
use super::ink::Ink;
use super::page::{pad, write_line};
use super::paper::Paper;
use super::wording::{NOTHING, share, siglum};
use super::wrap::Line;

/// The bar from near to far.
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Columns of a bar, at least and at most.
const BAR: [usize; 2] = [10, 40];
/// Columns of a similarity, in percent, with the space before it.
const FIGURE: usize = 4;
/// Rows named where a witness stands most apart.
const ROWS: usize = 3;

/// Writes a line a witness, of more than two: its similarity to every other, a bar along its text, as high as it stands from
/// the others there, and the rows where it stands most apart; and a blank line. `overview` is that of the table.
///
/// # Errors
/// When the writer fails.
pub fn overview(
    table: &AlignmentTable,
    overview: &Overview,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if table.witnesses.len() < 3 {
        return Ok(());
    }
    let (out, width) = (&mut Paper::new(out, options.colours), options.width);
    let sigla: Vec<String> = (0..table.witnesses.len())
        .map(|w| siglum(table, w))
        .collect();
    let longest = sigla.iter().map(|s| s.width()).max().unwrap_or(0);
    let figure = FIGURE.max(longest + 1);
    let matrix = longest + sigla.len() * figure;
    // What does not fit beside the figures stands below them.
    let beside = matrix + 2 + BAR[0] + APART <= width;
    let left = if beside { matrix } else { longest };
    let bar = width.saturating_sub(left + 2 + APART).clamp(BAR[0], BAR[1]);
    let mut lines: Vec<Line> = Vec::new();
    let alike = match table.uncompared.is_empty() {
        true => ALIKE,
        false => ALIKE_OR_NOT,
    };
    if matrix + alike.width() <= width || beside {
        let mut head = Line::default();
        pad(&mut head, longest);
        for siglum in &sigla {
            right(&mut head, siglum, figure, Ink::Strong);
        }
        head.push(alike, Ink::Margin);
        lines.push(head);
        for (w, siglum) in sigla.iter().enumerate() {
            let mut line = named(siglum, longest);
            for (other, similarity) in overview.similarity[w].iter().enumerate() {
                let text = match similarity {
                    _ if other == w => "·".to_owned(),
                    Some(similarity) => share(*similarity).to_string(),
                    None => NOTHING.to_owned(),
                };
                right(&mut line, &text, figure, Ink::Plain);
            }
            lines.push(line);
        }
    }
    let beside = beside && !lines.is_empty();
    for (w, siglum) in sigla.iter().enumerate() {
        if !beside {
            lines.push(named(siglum, longest));
        }
        let at = if beside { w + 1 } else { lines.len() - 1 };
        match table.compares_any(w) {
            true => write_apart(overview, w, bar, &mut lines[at]),
            false => lines[at].push("  not compared", Ink::Margin),
        }
    }
    for line in lines {
        write_line(out, line)?;
    }
    writeln!(out)
}

/// What the figures are.
const ALIKE: &str = "  % the same; how far from the others along the text";
/// The same where some are not compared with each other.
const ALIKE_OR_NOT: &str = "  % the same, – not compared; how far from the others along the text";
/// Columns of the rows where a witness stands most apart, with the spaces before them.
const APART: usize = 22;

/// A line that begins with a siglum.
fn named(siglum: &str, longest: usize) -> Line {
    let mut line = Line::default();
    line.push(siglum, Ink::Strong);
    pad(&mut line, longest);
    line
}

/// The bar of a witness, and the rows where it stands most apart.
fn write_apart(overview: &Overview, w: usize, bar: usize, line: &mut Line) {
    line.push("  ", Ink::Plain);
    let from = line.width;
    line.push(&along(&overview.apart[w], bar), Ink::Only);
    pad(line, from + bar + 2);
    let mut rows: Vec<&Apart> = overview.apart[w]
        .iter()
        .filter(|apart| apart.distance > 0.0)
        .collect();
    rows.sort_by(|x, y| {
        let weight = |apart: &Apart| apart.distance * apart.words as f64;
        weight(y).total_cmp(&weight(x)).then(x.row.cmp(&y.row))
    });
    let rows: Vec<String> = rows
        .iter()
        .take(ROWS)
        .map(|apart| apart.row.to_string())
        .collect();
    if !rows.is_empty() {
        line.push(&format!("rows {}", rows.join(", ")), Ink::Margin);
    }
}

/// A cell a stretch of the text, as high as its words stand from those of the others.
fn along(apart: &[Apart], bar: usize) -> String {
    let all: usize = apart.iter().map(|a| a.words).sum();
    let cells = bar.min(all);
    let mut cell = 0;
    let mut bars = String::new();
    // For each cell how far its words stand off, and how many they are; a row may fill several.
    let mut heights = vec![(0.0, 0.0); cells];
    for a in apart {
        for _ in 0..a.words {
            let at = &mut heights[cell * cells / all];
            *at = (at.0 + a.distance, at.1 + 1.0);
            cell += 1;
        }
    }
    for (sum, words) in heights {
        let far: f64 = sum / f64::max(words, 1.0);
        let level = (far * LEVELS.len() as f64) as usize;
        bars.push(LEVELS[level.min(LEVELS.len() - 1)]);
    }
    bars
}

/// Text at the right of so many columns.
fn right(line: &mut Line, text: &str, columns: usize, ink: Ink) {
    let end = line.width + columns;
    pad(line, end.saturating_sub(text.width()));
    line.push(text, ink);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::RowNumber;

    #[test]
    fn a_bar_has_a_cell_a_stretch_of_words() {
        let apart = |words, distance| Apart {
            row: RowNumber(1),
            words,
            distance,
        };
        assert_eq!(along(&[apart(4, 0.0), apart(4, 1.0)], 4), "▁▁██");
        assert_eq!(along(&[apart(2, 0.5)], 10), "▅▅");
        assert_eq!(along(&[], 10), "");
    }
}

//! The alignment map: a bar for each witness, and a ribbon for each bead.

use std::io::{self, Write};

use crate::export::Exporter;
use crate::export::xml::escape;
use crate::format::units::ranges;
use crate::hue::Hue;
use crate::table::{AlignmentTable, Row};
use crate::witness::{UnitIndex, Witness};

/// Writes the map as SVG: bars as long as the texts, ribbons coloured by similarity, crossing where something moved; what
/// no ribbon leaves stands in one witness only. Dashed lines are quotations. A ribbon says its row and the labels of that
/// when pointed at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Svg;

/// The length of the longest bar, in the units of the picture.
const LENGTH: f64 = 900.0;
/// The width of a bar.
const BAR: f64 = 14.0;
/// From one bar to the next.
const STEP: f64 = 240.0;
/// What is left free at the sides, and above and below for the names and the key.
const MARGIN: f64 = 60.0;
/// From one line of the key to the next.
const LINE: f64 = 24.0;

const STYLE: &str = "
svg { color-scheme: light dark; background: #fff; font: 14px system-ui, sans-serif; fill: #222; }
.bar { fill: #d3d5da; }
.r { fill-opacity: .62; }
.r0 { fill: #c2410c; } .r1 { fill: #d97706; } .r2 { fill: #ca9a04; } .r3 { fill: #4d9375; } .r4 { fill: #2563a8; }
.none { fill: #8b8f98; }
.moved { stroke-width: 1.5; fill-opacity: .75; }
.quote { fill: none; stroke: #0f766e; stroke-width: 1.5; stroke-dasharray: 5 4; }
.r:hover { fill-opacity: 1; }
@media (prefers-color-scheme: dark) {
svg { background: #16181d; fill: #e4e6eb; }
.bar { fill: #3a3e47; }
.r0 { fill: #f0733a; } .r1 { fill: #f0a03a; } .r2 { fill: #e3c04a; } .r3 { fill: #5dbb93; } .r4 { fill: #5b9be8; }
.none { fill: #7d828c; }
.quote { stroke: #2dd4bf; }
}
";

/// The style of what has the colour of moved words.
fn style_of_moves() -> String {
    let (light, dark) = (Hue::Moved.light(), Hue::Moved.dark());
    format!(
        ".moved {{ stroke: #{light:06x}; }}\n@media (prefers-color-scheme: dark) {{ .moved {{ stroke: #{dark:06x}; }} }}\n"
    )
}

impl Exporter for Svg {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let map = Map::new(table);
        let bars = table.witnesses.len().max(1);
        let width = 2.0 * MARGIN + STEP * (bars - 1) as f64 + BAR;
        let height = LENGTH + 2.0 * MARGIN + map.second_line();
        writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">"
        )?;
        let names: Vec<String> = table
            .witnesses
            .iter()
            .map(|w| format!("{} {}", w.siglum, w.path))
            .collect();
        writeln!(
            out,
            "<title>Alignment map: {}</title>\n<style>{STYLE}{}</style>",
            escape(&names.join(", ")),
            style_of_moves()
        )?;
        // What moved lies above what did not.
        for moved in [false, true] {
            for row in table.rows.iter().filter(|row| row.moved == moved) {
                map.ribbons(row, out)?;
            }
        }
        map.quotations(out)?;
        for (n, witness) in table.witnesses.iter().enumerate() {
            let x = left(n);
            writeln!(
                out,
                "<rect class=\"bar\" x=\"{x}\" y=\"{MARGIN}\" width=\"{BAR}\" height=\"{:.2}\"><title>{}</title></rect>\n\
                 <text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                map.y(witness.text.len() as u32) - MARGIN,
                escape(&witness.path),
                x + BAR / 2.0,
                MARGIN - 12.0,
                escape(&witness.siglum.0)
            )?;
        }
        map.key(width, out)?;
        writeln!(out, "</svg>")
    }
}

/// The left edge of a bar.
fn left(witness: usize) -> f64 {
    MARGIN + STEP * witness as f64
}

struct Map<'a> {
    table: &'a AlignmentTable,
    /// Units of the picture a byte.
    scale: f64,
}

impl<'a> Map<'a> {
    fn new(table: &'a AlignmentTable) -> Self {
        let longest = table.witnesses.iter().map(|w| w.text.len()).max();
        Self {
            table,
            scale: LENGTH / longest.unwrap_or(0).max(1) as f64,
        }
    }

    /// Where a byte of a witness stands.
    fn y(&self, byte: u32) -> f64 {
        MARGIN + f64::from(byte) * self.scale
    }

    /// The ribbons of a row, from each witness that it has units of to the next such.
    fn ribbons(&self, row: &Row, out: &mut dyn Write) -> io::Result<()> {
        let sides: Vec<(usize, &Witness, &[UnitIndex])> = self
            .table
            .witnesses
            .iter()
            .zip(&row.cells)
            .enumerate()
            .filter(|(_, (_, units))| !units.is_empty())
            .map(|(n, (witness, units))| (n, witness, units.as_slice()))
            .collect();
        let labels = match self.table.labels(row) {
            labels if labels.is_empty() => labels,
            labels => format!(" ({labels})"),
        };
        for pair in sides.windows(2) {
            let [(m, a, units_a), (n, b, units_b)] = pair else {
                continue;
            };
            let ((x0, x1), (top_a, end_a), (top_b, end_b)) = (
                (left(*m) + BAR, left(*n)),
                self.extent(a, units_a),
                self.extent(b, units_b),
            );
            let x = (x0 + x1) / 2.0;
            let similarity = row
                .similarity
                .map_or(String::new(), |s| format!(", {:.0} % alike", 100.0 * s));
            let label = format!(
                "row {}{labels}: {} {} – {} {}{similarity}{}",
                row.number,
                a.siglum,
                ranges(units_a),
                b.siglum,
                ranges(units_b),
                if row.moved { ", moved" } else { "" }
            );
            writeln!(
                out,
                "<path class=\"r {}{}\" d=\"M{x0} {top_a:.2}C{x} {top_a:.2} {x} {top_b:.2} {x1} {top_b:.2}V{end_b:.2}\
                 C{x} {end_b:.2} {x} {end_a:.2} {x0} {end_a:.2}Z\"><title>{}</title></path>",
                shade(row.similarity),
                if row.moved { " moved" } else { "" },
                escape(&label)
            )?;
        }
        Ok(())
    }

    /// Top and bottom of the run that a row's units begin with.
    fn extent(&self, witness: &Witness, units: &[UnitIndex]) -> (f64, f64) {
        let run = units
            .chunk_by(|a, b| a.is_before(*b))
            .next()
            .unwrap_or_default();
        let span = |unit: Option<&UnitIndex>| unit.map(|&u| witness.unit(u).span);
        let top = self.y(span(run.first()).map_or(0, |s| s.start));
        let end = self.y(span(run.last()).map_or(0, |s| s.end));
        (top, end)
    }

    /// The height of the second line of the key, if there is one: what moved, and quotations.
    fn second_line(&self) -> f64 {
        let lines =
            self.table.rows.iter().any(|row| row.moved) || !self.table.quotations.is_empty();
        if lines { LINE } else { 0.0 }
    }

    /// What colours and lines mean, below the bars.
    fn key(&self, width: f64, out: &mut dyn Write) -> io::Result<()> {
        const SHADES: [(&str, &str); 5] = [
            ("r0", "0"),
            ("r1", "30"),
            ("r2", "50"),
            ("r3", "70"),
            ("r4", "90 % alike"),
        ];
        let y = LENGTH + 2.0 * MARGIN - 34.0;
        let left = width / 2.0 - 120.0;
        for (n, (class, from)) in SHADES.iter().enumerate() {
            let x = left + 50.0 * n as f64;
            writeln!(
                out,
                "<rect class=\"r {class}\" x=\"{x}\" y=\"{y}\" width=\"50\" height=\"10\"/><text x=\"{x}\" y=\"{}\">{from}</text>",
                y + 24.0
            )?;
        }
        let y = y + 24.0 + LINE;
        if self.table.rows.iter().any(|row| row.moved) {
            writeln!(
                out,
                "<rect class=\"r moved none\" x=\"{left}\" y=\"{}\" width=\"24\" height=\"9\"/><text x=\"{}\" y=\"{y}\">moved</text>",
                y - 9.0,
                left + 32.0
            )?;
        }
        if !self.table.quotations.is_empty() {
            let x = left + 120.0;
            writeln!(
                out,
                "<path class=\"quote\" d=\"M{x} {0:.2}H{1}\"/><text x=\"{2}\" y=\"{y}\">quotation</text>",
                y - 4.0,
                x + 24.0,
                x + 32.0
            )?;
        }
        Ok(())
    }

    fn quotations(&self, out: &mut dyn Write) -> io::Result<()> {
        for quotation in &self.table.quotations {
            let mut passages = quotation.passages.clone();
            passages.sort_by_key(|p| (p.witness, p.span));
            for pair in passages.windows(2) {
                let [m, n] = [0, 1].map(|i| pair[i].witness);
                if m == n {
                    continue;
                }
                let [y0, y1] = [0, 1].map(|i| {
                    let middle = pair[i].span.start.midpoint(pair[i].span.end);
                    self.y(middle)
                });
                let (x0, x1) = (left(m) + BAR, left(n));
                let x = (x0 + x1) / 2.0;
                let rows: Vec<String> = quotation.rows.iter().map(ToString::to_string).collect();
                writeln!(
                    out,
                    "<path class=\"quote\" d=\"M{x0} {y0:.2}C{x} {y0:.2} {x} {y1:.2} {x1} {y1:.2}\"><title>quotation, rows {}</title></path>",
                    rows.join(" and ")
                )?;
            }
        }
        Ok(())
    }
}

/// The class of a ribbon: from few words alike to almost all, or unknown.
fn shade(similarity: Option<f64>) -> &'static str {
    match similarity {
        None => "none",
        Some(s) if s < 0.3 => "r0",
        Some(s) if s < 0.5 => "r1",
        Some(s) if s < 0.7 => "r2",
        Some(s) if s < 0.9 => "r3",
        Some(_) => "r4",
    }
}

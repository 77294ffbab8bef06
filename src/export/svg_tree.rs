//! The likeness tree as a picture.

use std::io::{self, Write};

use crate::export::Exporter;
use crate::export::xml::escape;
use crate::table::{AlignmentTable, LikenessTree, TreeNode};

/// Writes the likeness tree of the witnesses as SVG: the longer the way from one to another along the lines that lie across,
/// the more of their words differ. Where it begins, on the left, means nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct SvgTree;

/// The length of the longest way from the left, in the units of the picture.
const LENGTH: f64 = 480.0;
/// From one witness to the next.
const STEP: f64 = 34.0;
/// What is left free at the sides.
const MARGIN: f64 = 30.0;
/// What a character of a name takes, at the most.
const CHARACTER: f64 = 10.0;
/// Between the end of a branch and the name.
const GAP: f64 = 8.0;

const STYLE: &str = "
svg { color-scheme: light dark; background: #fff; font: 15px system-ui, sans-serif; fill: #222; }
path { fill: none; stroke: #2563a8; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.scale { stroke: #6b7079; } .small { font-size: 12px; fill: #6b7079; }
@media (prefers-color-scheme: dark) {
svg { background: #16181d; fill: #e4e6eb; }
path { stroke: #5b9be8; } .scale { stroke: #9ba1ab; } .small { fill: #9ba1ab; }
}
";

impl Exporter for SvgTree {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let tree = table.likeness_tree(&table.overview());
        draw(table, &tree, &format!("\n<style>{STYLE}</style>"), out)
    }
}

/// Draws the likeness tree of a table, with this element that says its style.
pub(super) fn draw(
    table: &AlignmentTable,
    tree: &LikenessTree,
    style: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let longest = tree.top.reach();
    let scale = if longest > 0.0 { LENGTH / longest } else { 0.0 };
    let names = table.witnesses.iter().map(|w| w.siglum.0.chars().count());
    let name = names.max().unwrap_or(0) as f64 * CHARACTER;
    let width = LENGTH + GAP + name + 2.0 * MARGIN;
    let height = STEP * (table.witnesses.len() + 1) as f64 + 2.0 * MARGIN;
    let who: Vec<String> = table
        .witnesses
        .iter()
        .map(|w| format!("{} {}", w.siglum, w.path))
        .collect();
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
             <title>Likeness tree: {}</title>{style}",
        escape(&who.join(", "))
    )?;
    let mut drawing = Drawing {
        table,
        scale,
        leaves: 0,
        out,
    };
    drawing.node(&tree.top, MARGIN)?;
    let bottom = height - MARGIN;
    if let Some(share) = ruler(longest) {
        writeln!(
            out,
            "<path class=\"scale\" d=\"M{MARGIN} {bottom}h{:.1}\"/>\n<text class=\"small\" x=\"{MARGIN}\" y=\"{:.1}\">{:.0} % of the words</text>",
            share * scale,
            bottom - 7.0,
            share * 100.0
        )?;
    }
    writeln!(out, "</svg>")
}

/// A round share of words for the scale: the greatest that fits.
fn ruler(longest: f64) -> Option<f64> {
    let shares = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
    shares.into_iter().find(|&share| share <= longest)
}

struct Drawing<'a> {
    table: &'a AlignmentTable,
    /// Units of the picture for all words.
    scale: f64,
    /// How many witnesses have been drawn.
    leaves: usize,
    out: &'a mut dyn Write,
}

impl Drawing<'_> {
    /// Draws what lies right of a place; gives its height.
    fn node(&mut self, node: &TreeNode, x: f64) -> io::Result<f64> {
        if let TreeNode::Leaf(witness) = node {
            return self.leaf(*witness, x);
        }
        let (mut first, mut last) = (f64::INFINITY, 0.0_f64);
        for branch in node.branches() {
            let length = branch.length * self.scale;
            let y = self.node(&branch.to, x + length)?;
            writeln!(self.out, "<path d=\"M{x:.1} {y:.1}h{length:.1}\"/>")?;
            (first, last) = (first.min(y), last.max(y));
        }
        if first < last {
            writeln!(self.out, "<path d=\"M{x:.1} {first:.1}V{last:.1}\"/>")?;
        }
        // Of no branches nothing is drawn.
        Ok(0.5 * (first.min(last) + last))
    }

    fn leaf(&mut self, witness: usize, x: f64) -> io::Result<f64> {
        let y = MARGIN + STEP * (self.leaves as f64 + 0.5);
        self.leaves += 1;
        let witness = &self.table.witnesses[witness];
        writeln!(
            self.out,
            "<text x=\"{:.1}\" y=\"{:.1}\">{}<title>{}</title></text>",
            x + GAP,
            y + 5.0,
            escape(&witness.siglum.0),
            escape(&witness.path)
        )?;
        Ok(y)
    }
}

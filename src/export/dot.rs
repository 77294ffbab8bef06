//! The variant graph as Graphviz draws it.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::graph::Graph;
use crate::export::xml::without_forbidden;
use crate::table::AlignmentTable;

/// Writes the variant graph for `dot`, from left to right: readings of one place stand one under the other, an edge bears the
/// sigla of those that read on there, and dashed edges join what some have elsewhere. Labels stand above where their
/// rows begin.
#[derive(Debug, Clone, Default)]
pub struct Dot {
    /// Differences that part no readings.
    pub quiet: Vec<Class>,
}

impl Exporter for Dot {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let graph = Graph::new(table, &self.quiet);
        let sigla = |witnesses: &[usize]| quoted(&Graph::sigla(table, witnesses));
        writeln!(
            out,
            "digraph variants {{\n  rankdir=LR;\n  node [shape=box];"
        )?;
        let last = graph.nodes.len() - 1;
        let mut place = 0;
        let mut named = "";
        for (n, node) in graph.nodes.iter().enumerate() {
            if n == 0 || n == last {
                writeln!(out, "  n{n} [label=\"\", shape=point];")?;
                continue;
            }
            let text = quoted(&node.text);
            let label = match node.label.as_str() {
                label if label.is_empty() || label == named => String::new(),
                label => format!(", xlabel={}", quoted(label)),
            };
            named = &node.label;
            writeln!(
                out,
                "  n{n} [label={}\\n{}{label}];",
                &text[..text.len() - 1],
                &sigla(&node.witnesses)[1..]
            )?;
            // Where the next is of another place.
            if graph.nodes[n + 1].rank != node.rank {
                let first = place.max(1);
                if n > first {
                    let readings: Vec<String> = (first..=n).map(|n| format!("n{n};")).collect();
                    writeln!(out, "  {{ rank=same; {} }}", readings.join(" "))?;
                }
                place = n + 1;
            }
        }
        for ((from, to), witnesses) in &graph.edges {
            writeln!(out, "  n{from} -> n{to} [label={}];", sigla(witnesses))?;
        }
        for ((from, to), witnesses) in &graph.moves {
            writeln!(
                out,
                "  n{from} -> n{to} [label={}, style=dashed, constraint=false];",
                sigla(witnesses)
            )?;
        }
        writeln!(out, "}}")
    }
}

/// A string of DOT, in quotation marks.
fn quoted(text: &str) -> String {
    let text = without_forbidden(text);
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_end_where_they_should() {
        assert_eq!(quoted("a\"b\\n"), "\"a\\\"b\\\\n\"");
    }
}

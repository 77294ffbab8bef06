//! The variant graph as GraphML, for programs that lay out and measure graphs.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::graph::Graph;
use crate::export::xml::{escape, replaced};
use crate::table::AlignmentTable;

/// Writes the variant graph. A node has its text (`tokens`), sigla (`witnesses`), place (`rank`), row and the labels of that; an edge its sigla and
/// its `type`: `path`, or `transposition` where it joins what some have elsewhere.
#[derive(Debug, Clone, Default)]
pub struct GraphMl {
    /// Differences that part no readings.
    pub quiet: Vec<Class>,
}

/// The keys of nodes and edges: name, what has it, type.
const KEYS: [(&str, &str, &str); 7] = [
    ("tokens", "node", "string"),
    ("witnesses", "node", "string"),
    ("rank", "node", "int"),
    ("row", "node", "int"),
    ("labels", "node", "string"),
    ("type", "edge", "string"),
    ("sigla", "edge", "string"),
];

impl Exporter for GraphMl {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let graph = Graph::new(table, &self.quiet);
        let sigla = |witnesses: &[usize]| escape(&Graph::sigla(table, witnesses)).into_owned();
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(
            out,
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
        )?;
        let has_labels = table.has_labels();
        for (name, of, kind) in KEYS
            .into_iter()
            .filter(|key| has_labels || key.0 != "labels")
        {
            writeln!(
                out,
                "<key id=\"{name}\" for=\"{of}\" attr.name=\"{}\" attr.type=\"{kind}\"/>",
                if name == "sigla" { "witnesses" } else { name }
            )?;
        }
        writeln!(out, "<graph id=\"variants\" edgedefault=\"directed\">")?;
        for (n, node) in graph.nodes.iter().enumerate() {
            writeln!(
                out,
                "<node id=\"n{n}\"><data key=\"tokens\">{}</data><data key=\"witnesses\">{}</data><data key=\"rank\">{}</data>{}{}</node>",
                escape(&node.text),
                sigla(&node.witnesses),
                node.rank,
                node.row.map_or(String::new(), |row| format!(
                    "<data key=\"row\">{row}</data>"
                )),
                match node.label.as_str() {
                    "" => String::new(),
                    label => format!("<data key=\"labels\">{}</data>", escape(label)),
                }
            )?;
        }
        for (kind, edges) in [("path", &graph.edges), ("transposition", &graph.moves)] {
            for ((from, to), witnesses) in edges {
                writeln!(
                    out,
                    "<edge source=\"n{from}\" target=\"n{to}\"><data key=\"type\">{kind}</data><data key=\"sigla\">{}</data></edge>",
                    sigla(witnesses)
                )?;
            }
        }
        writeln!(out, "</graph>\n</graphml>")
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        replaced(table)
    }
}

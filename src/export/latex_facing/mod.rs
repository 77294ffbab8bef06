//! LaTeX for the package reledpar: two texts on facing pages, paragraph beside paragraph.

mod chunks;
mod setting;

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::shades::Shade;
use crate::export::shades::legend;
use crate::export::tex::{HEAD, escape};
use crate::export::title::file_name;
use crate::export::two::{Pair, only_two, table_of};
use crate::select::Marks;
use crate::table::AlignmentTable;

use chunks::{Chunk, chunks};

/// Writes a document for LuaLaTeX, XeLaTeX or pdfLaTeX: the first text on the left pages, the second on the right ones, each whole and
/// in its own order. Where both end a paragraph they begin the next one beside each other.
#[derive(Debug, Clone)]
pub struct LatexFacing {
    /// Differences that are not marked.
    pub quiet: Vec<Class>,
    /// Which of the others are marked.
    pub marks: Marks,
    /// Which two of more witnesses are written.
    pub pair: Pair,
}

/// The chunks of a side that reledpar holds unless it is told of more.
const MOST_CHUNKS: usize = 5120;

/// What loads the packages. Of reledmac neither notes nor headings are used.
const PACKAGES: &str = r"\usepackage{xcolor}
\usepackage[series={},nocritical,noend,noeledsec,nofamiliar,noledgroup]{reledmac}
\usepackage{reledpar}
\newcommand*{\siglum}[1]{\textit{#1}}
\newcommand*{\unshown}{\rule{1ex}{1ex}}
";

impl Exporter for LatexFacing {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let table = &*table_of(table, &self.pair)?;
        let chunks = match table.witnesses.len() {
            2 => chunks(table, &self.quiet, self.marks),
            _ => Vec::new(),
        };
        let version = env!("CARGO_PKG_VERSION");
        writeln!(
            out,
            "% Written by enregard {version}\n\\documentclass[a4paper]{{book}}"
        )?;
        write!(out, "{HEAD}{PACKAGES}{}", commands())?;
        if chunks.len() > MOST_CHUNKS {
            writeln!(out, "\\maxchunks{{{}}}", chunks.len())?;
        }
        writeln!(out, "\\begin{{document}}\n\\sloppy")?;
        for witness in &table.witnesses {
            let (siglum, name) = (escape(&witness.siglum.0), escape(file_name(witness)));
            writeln!(out, "\\noindent\\siglum{{{siglum}}} {name}\\par")?;
        }
        writeln!(out, "\\bigskip")?;
        for (shade, example, meaning) in legend(table).filter_map(|(s, e, m)| Some((s?, e, m))) {
            let name = command(shade);
            writeln!(out, "\\noindent\\{name}{{{example}}} {meaning}\\par")?;
        }
        writeln!(
            out,
            "\\noindent\\onlybegins{{}}words\\onlyends{{}} a sentence of which the other text has nothing\\par"
        )?;
        if !chunks.is_empty() {
            writeln!(out, "\\begin{{pages}}")?;
            for (side, name) in ["Leftside", "Rightside"].into_iter().enumerate() {
                write_side(out, &chunks, side, name)?;
            }
            writeln!(out, "\\end{{pages}}\n\\Pages")?;
        }
        writeln!(out, "\\end{{document}}")
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        only_two(table, &self.pair, "facing pages")
    }
}

fn write_side(out: &mut dyn Write, chunks: &[Chunk], side: usize, name: &str) -> io::Result<()> {
    writeln!(out, "\\begin{{{name}}}\n\\beginnumbering")?;
    for chunk in chunks {
        let own = &chunk.sides[side];
        let indent = if own.goes_on { "\\noindent\n" } else { "" };
        // A chunk is a paragraph to the package, and not empty.
        let text = match own.paragraphs.is_empty() {
            true => "\\mbox{}".to_owned(),
            false => own.paragraphs.join("\\newline\\hspace*{\\parindent}%\n"),
        };
        writeln!(out, "\\pstart\n{indent}{text}\n\\pend")?;
    }
    writeln!(out, "\\endnumbering\n\\end{{{name}}}")
}

/// The commands that say how words look, for editors to change: `\renewcommand*{\differswording}[1]{#1}` leaves words unmarked.
fn commands() -> String {
    let mut out = String::new();
    for shade in Shade::ALL {
        let name = command(shade);
        let mut look = String::from("#1");
        // What is underlined elsewhere, without a package that would keep words from being divided.
        if shade.lines() > 0 {
            look = format!("\\textsf{{{look}}}");
        }
        if shade.is_italic() {
            look = format!("\\textit{{{look}}}");
        }
        if shade.is_bold() {
            look = format!("\\textbf{{{look}}}");
        }
        if let Some(ink) = shade.ink() {
            put!(out, "\\definecolor{{{name}}}{{HTML}}{{{ink:06X}}}\n");
            look = format!("\\textcolor{{{name}}}{{{look}}}");
        }
        put!(out, "\\newcommand*{{\\{name}}}[1]{{{look}}}\n");
    }
    out.push_str("\\newcommand*{\\onlybegins}{\\textcolor{differsonly}{\\{}}\n\\newcommand*{\\onlyends}{\\textcolor{differsonly}{\\}}}\n");
    out
}

/// The command for words in a shade, and the name of its colour.
fn command(shade: Shade) -> String {
    format!("differs{}", shade.name())
}

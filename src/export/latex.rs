//! LaTeX for the package reledmac: the base text with a critical apparatus below the page.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::apparatus::{Naming, said, sigla};
use crate::export::entries::{Annotated, Entry, entries};
use crate::table::AlignmentTable;
use crate::witness::{Span, Witness};

/// Writes a document for LuaLaTeX, XeLaTeX or pdfLaTeX: the paragraphs of the base, numbered by line, the words that others
/// read otherwise as `\edtext`, the readings as `\Afootnote`. What TeX takes for commands is escaped.
#[derive(Debug, Clone, Default)]
pub struct Latex {
    /// Differences that are no readings.
    pub quiet: Vec<Class>,
    /// Whom it names.
    pub naming: Naming,
}

/// What stands before the text. `\siglum` and `\term` are for editors to change.
const PREAMBLE: &str = r"\documentclass{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
\else
  \usepackage{fontspec}
\fi
\usepackage{reledmac}
\newcommand*{\siglum}[1]{\textit{#1}}
\newcommand*{\term}[1]{\textit{#1}}
\newcommand*{\unshown}{\rule{1ex}{1ex}}
\begin{document}
\sloppy
";

impl Exporter for Latex {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "% Written by enregard {}", env!("CARGO_PKG_VERSION"))?;
        out.write_all(PREAMBLE.as_bytes())?;
        for (w, witness) in table.witnesses.iter().enumerate() {
            let base = if w == table.base { " (base)" } else { "" };
            let (siglum, path) = (escape(&witness.siglum.0), escape(&witness.path));
            writeln!(out, "\\noindent\\siglum{{{siglum}}} {path}{base}\\par")?;
        }
        let units: Vec<Annotated> = entries(table, &self.quiet);
        let Some(base) = table.witnesses.get(table.base) else {
            return writeln!(out, "\\mbox{{}}\n\\end{{document}}");
        };
        let filled = |unit: &&Annotated| !base.unit(unit.unit).span.is_empty();
        let units: Vec<&Annotated> = units.iter().filter(filled).collect();
        if !units.is_empty() {
            writeln!(out, "\\bigskip\n\\beginnumbering")?;
            let of = |unit: &Annotated| base.unit(unit.unit).paragraph;
            for paragraph in units.chunk_by(|a, b| of(a) == of(b)) {
                let texts: Vec<String> = paragraph
                    .iter()
                    .map(|unit| self.text(table, base, unit))
                    .collect();
                writeln!(out, "\\pstart\n{}\n\\pend", texts.join("\n"))?;
            }
            writeln!(out, "\\endnumbering")?;
        }
        writeln!(out, "\\mbox{{}}\n\\end{{document}}")
    }
}

impl Latex {
    fn text(&self, table: &AlignmentTable, base: &Witness, unit: &Annotated) -> String {
        let mut out = String::new();
        let mut entries = &unit.entries[..];
        self.stretch(
            table,
            base,
            base.unit(unit.unit).span,
            &mut entries,
            &mut out,
        );
        out
    }

    /// A stretch of the base with the entries about places inside it, which are taken off the front.
    fn stretch(
        &self,
        table: &AlignmentTable,
        base: &Witness,
        span: Span,
        entries: &mut &[Entry],
        out: &mut String,
    ) {
        let mut at = span.start;
        while let Some(entry) = entries.first() {
            let place = match entry.place {
                Some(place) if at <= place.start && place.end <= span.end => place,
                // Behind this stretch.
                Some(place) if span.end <= place.start => break,
                // Without a place, or partly outside: nothing that TeX could set.
                _ => {
                    *entries = &entries[1..];
                    continue;
                }
            };
            let same = entries.iter().take_while(|e| e.place == Some(place));
            let (own, rest) = entries.split_at(same.count());
            *entries = rest;
            let before = Span {
                start: at,
                end: place.start,
            };
            out.push_str(&escape(base.slice(before)));
            out.push_str("\\edtext{");
            self.stretch(table, base, place, entries, out);
            out.push_str("}{");
            for entry in own {
                self.note(table, entry, out);
            }
            out.push('}');
            at = place.end;
        }
        let rest = Span {
            start: at,
            end: span.end,
        };
        out.push_str(&escape(base.slice(rest)));
    }

    fn note(&self, table: &AlignmentTable, entry: &Entry, out: &mut String) {
        let names = |of: &[usize]| format!("\\siglum{{{}}}", escape(&sigla(table, of)));
        let term = |term: &str| format!("\\term{{{term}}}");
        let readings: Vec<String> = entry
            .readings
            .iter()
            .map(|deviation| {
                let said = said(entry, deviation, &escape, &term);
                format!("{said} {}", names(&deviation.witnesses))
            })
            .collect();
        let lemma = escape(&entry.lemma);
        let agreeing = match self.naming {
            Naming::Negative => String::new(),
            Naming::Positive => format!(" {}", names(&entry.agreeing)),
        };
        let note = format!(
            "\\lemma{{{lemma}{agreeing}}}\\Afootnote{{{}}}",
            readings.join(" $\\cdot$ ")
        );
        out.push_str(&note);
    }
}

/// Text as TeX sets it: what it would take for commands, and for ligatures, stands for itself; white space is a space.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut last = None;
    for c in text.chars() {
        // --, '' and ,, would become other marks.
        if last == Some(c) && matches!(c, '-' | '\'' | ',') {
            out.push_str("{}");
        }
        last = Some(c);
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '"' => out.push_str("\\textquotedbl{}"),
            '`' => out.push_str("\\textasciigrave{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            // reledmac and others read brackets behind a command as its options.
            '[' | ']' => {
                out.push('{');
                out.push(c);
                out.push('}');
            }
            '\u{a0}' => out.push('~'),
            '\u{202f}' => out.push_str("\\,"),
            '\u{ad}' => out.push_str("\\-"),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if is_unshown(c) => out.push_str("\\unshown{}"),
            c => out.push(c),
        }
    }
    out
}

/// Controls, marks of direction and what is no character: nothing that a font has.
fn is_unshown(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
        || c as u32 & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_command() {
        assert_eq!(
            escape("\\input{x} 50 % & #1 $a_b^c$ ~\n\n--- ''"),
            "\\textbackslash{}input\\{x\\} 50 \\% \\& \\#1 \\$a\\_b\\textasciicircum{}c\\$ \\textasciitilde{} -{}-{}- '{}'"
        );
        assert_eq!(
            escape("a\u{202e}\0b\u{202f}»"),
            "a\\unshown{}\\unshown{}b\\,»"
        );
    }
}

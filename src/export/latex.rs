//! LaTeX for the package reledmac: the base text with a critical apparatus below the page.

mod repeated;

use std::cmp::Reverse;
use std::io::{self, Write};

use crate::apparatus::{Annotated, Entry, Side, Variant, text};
use crate::class::Class;
use crate::export::Exporter;
use crate::export::apparatus::{Naming, by_unit, said, sigla};
use crate::export::tex::{HEAD, escape};
use crate::table::AlignmentTable;
use crate::witness::{Span, Witness};

use repeated::{Repeated, hull};

/// Writes a document for LuaLaTeX, XeLaTeX or pdfLaTeX: the paragraphs of the base, numbered by line, the words that others
/// read otherwise as `\edtext`, the readings as `\Afootnote`, which run on in a paragraph at the foot of the page. A lemma that
/// stands several times in a line is numbered (`\sameword`). What TeX takes for commands is escaped.
#[derive(Debug, Clone, Default)]
pub struct Latex {
    /// Differences that are no readings.
    pub quiet: Vec<Class>,
    /// Whom it names.
    pub naming: Naming,
}

/// What stands before the text. `\siglum` and `\term` are for editors to change.
const PREAMBLE: &str = r"\usepackage{reledmac}
\Xarrangement[A]{paragraph}
\newcommand*{\siglum}[1]{\textit{#1}}
\newcommand*{\term}[1]{\textit{#1}}
\newcommand*{\unshown}{\rule{1ex}{1ex}}
\begin{document}
\sloppy
";

impl Exporter for Latex {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "% Written by enregard {}", env!("CARGO_PKG_VERSION"))?;
        writeln!(out, "\\documentclass{{article}}")?;
        out.write_all(HEAD.as_bytes())?;
        out.write_all(PREAMBLE.as_bytes())?;
        for (w, witness) in table.witnesses.iter().enumerate() {
            let base = if w == table.base { " (base)" } else { "" };
            let (siglum, path) = (escape(&witness.siglum.0), escape(&witness.path));
            writeln!(out, "\\noindent\\siglum{{{siglum}}} {path}{base}\\par")?;
        }
        let Some(base) = table.witnesses.get(table.base) else {
            return writeln!(out, "\\mbox{{}}\n\\end{{document}}");
        };
        let mut units: Vec<Annotated> = by_unit(table, &self.quiet);
        units.retain(|unit| !base.unit(unit.unit).span.is_empty());
        if !units.is_empty() {
            writeln!(out, "\\bigskip\n\\beginnumbering")?;
            let of = |unit: &Annotated| base.unit(unit.unit).paragraph;
            // What the file calls the passage that is open; it stands at the margin.
            let mut passage: Vec<&str> = Vec::new();
            for units in units.chunk_by(|a, b| of(a) == of(b)) {
                let paragraph = Paragraph {
                    table,
                    base,
                    naming: self.naming,
                    repeated: Repeated::new(base, units),
                };
                let texts: Vec<String> = units
                    .iter()
                    .map(|unit| {
                        let names = base.names(&[unit.unit]);
                        let begins = names != passage;
                        passage = names;
                        let name = escape(&passage.join(", "));
                        match begins && !name.is_empty() {
                            true => format!("\\ledrightnote{{{name}}}{}", paragraph.unit(unit)),
                            false => paragraph.unit(unit),
                        }
                    })
                    .collect();
                writeln!(out, "\\pstart\n{}\n\\pend", texts.join("\n"))?;
            }
            writeln!(out, "\\endnumbering")?;
        }
        writeln!(out, "\\mbox{{}}\n\\end{{document}}")
    }
}

/// Sets a paragraph of the base.
struct Paragraph<'a> {
    table: &'a AlignmentTable,
    base: &'a Witness,
    naming: Naming,
    /// The words that are numbered where they stand twice in a line.
    repeated: Repeated,
}

/// What is still to be set, which is taken off the front.
struct Rest<'p, 'e> {
    placed: &'p [Placed<'e>],
    repeated: &'p [Span],
}

/// A stretch that is set.
#[derive(Clone, Copy)]
struct Stretch<'l> {
    span: Span,
    /// The repeated words that are the lemma of each `\edtext` around it, from the outermost on.
    lemmata: &'l [Option<Span>],
}

/// An entry with the stretch of the base that it is about.
type Placed<'e> = (Span, &'e Entry);

impl Paragraph<'_> {
    fn unit(&self, unit: &Annotated) -> String {
        let placed = unit.entries.iter();
        let placed: Vec<Placed<'_>> = placed
            .filter_map(|entry| Some((entry.place(self.base, unit.unit)?, entry)))
            .collect();
        let span = self.base.unit(unit.unit).span;
        let mut rest = Rest {
            placed: &placed,
            repeated: self.repeated.inside(span),
        };
        let whole = Stretch { span, lemmata: &[] };
        let mut out = String::new();
        self.stretch(whole, &mut rest, &mut out);
        out
    }

    /// A stretch of the base, with the entries about places inside it and the repeated words there. What begins inside and ends behind
    /// is set as far as it stands inside: TeX can only nest.
    fn stretch(&self, stretch: Stretch<'_>, rest: &mut Rest<'_, '_>, out: &mut String) {
        let Stretch { span, lemmata } = stretch;
        let mut at = span.start;
        loop {
            let from = at;
            let inside = |place: Span| Span {
                start: place.start.max(from),
                end: place.end.min(span.end),
            };
            let begins = |place: &Span| place.start < span.end;
            let entry = rest.placed.first().map(|(place, _)| *place).filter(begins);
            let entry = entry.map(inside);
            let same = rest.repeated.first().copied().filter(begins);
            let order = |place: Span| (place.start, Reverse(place.end));
            let (place, is_entry) = match (entry, same) {
                (None, None) => break,
                (Some(entry), None) => (entry, true),
                (None, Some(same)) => (same, false),
                (Some(entry), Some(same)) if order(entry) <= order(same) => (entry, true),
                (Some(_), Some(same)) => (same, false),
            };
            self.plain(at, place.start, out);
            if is_entry {
                let own = rest.placed.iter();
                let own = own.take_while(|(other, _)| inside(*other) == place).count();
                let (own, others) = rest.placed.split_at(own);
                rest.placed = others;
                let mut lemmata = lemmata.to_vec();
                lemmata.push(self.numbered(own));
                let lemmata = &lemmata;
                let span = place;
                out.push_str("\\edtext{");
                self.stretch(Stretch { span, lemmata }, rest, out);
                out.push_str("}{");
                self.notes(own, out);
                out.push('}');
            } else {
                rest.repeated = &rest.repeated[1..];
                out.push_str(&format!("\\sameword{}{{", levels(lemmata, place)));
                let span = place;
                self.stretch(Stretch { span, lemmata }, rest, out);
                out.push('}');
            }
            at = place.end;
        }
        self.plain(at, span.end, out);
    }

    /// Text of the base from one byte to another.
    fn plain(&self, start: u32, end: u32, out: &mut String) {
        out.push_str(&escape(self.base.slice(Span { start, end })));
    }

    /// The repeated words that are the lemma of entries about one place.
    fn numbered(&self, own: &[Placed<'_>]) -> Option<Span> {
        let (_, entry) = own.first()?;
        self.repeated.place(self.base, &entry.lemma)
    }

    /// The notes about one place, a note a lemma.
    fn notes(&self, own: &[Placed<'_>], out: &mut String) {
        let numbered = self.numbered(own);
        for (n, same) in own
            .chunk_by(|(_, a), (_, b)| a.lemma == b.lemma)
            .enumerate()
        {
            let (_, first) = same[0];
            let mut lemma = String::new();
            match numbered.filter(|_| n == 0) {
                Some(words) => {
                    let whole = hull(self.base, &first.lemma);
                    self.plain(whole.start, words.start, &mut lemma);
                    lemma.push_str(&format!("\\sameword{{{}}}", escape(self.base.slice(words))));
                    self.plain(words.end, whole.end, &mut lemma);
                }
                None => lemma = escape(&text(self.base, &first.cited(self.base))),
            }
            let agrees = |w: &usize| same.iter().all(|(_, entry)| entry.agreeing.contains(w));
            let agreeing: Vec<usize> = first.agreeing.iter().copied().filter(agrees).collect();
            let agreeing = match self.naming {
                Naming::Negative => String::new(),
                Naming::Positive => format!(" {}", self.names(&agreeing)),
            };
            let variants = same.iter().flat_map(|(_, entry)| {
                let variants = entry.variants.iter();
                variants.map(|variant| self.variant(entry.side, variant))
            });
            let variants: Vec<String> = variants.collect();
            out.push_str(&format!(
                "\\lemma{{{lemma}{agreeing}}}\\Afootnote{{{}}}",
                variants.join(" $\\cdot$ ")
            ));
        }
    }

    fn variant(&self, side: Side, variant: &Variant) -> String {
        let term = |term: &str| format!("\\term{{{term}}}");
        let said = said(self.table, side, variant, &escape, &term);
        format!("{said} {}", self.names(&variant.witnesses))
    }

    fn names(&self, of: &[usize]) -> String {
        format!("\\siglum{{{}}}", escape(&sigla(self.table, of)))
    }
}

/// Which of the `\\edtext` around repeated words have them as their lemma, as `\\sameword` is told.
fn levels(lemmata: &[Option<Span>], words: Span) -> String {
    let of = lemmata.iter().enumerate();
    let levels = of.filter(|(_, lemma)| **lemma == Some(words));
    let levels: Vec<String> = levels.map(|(n, _)| (n + 1).to_string()).collect();
    match levels.is_empty() {
        true => String::new(),
        false => format!("[{{{}}}]", levels.join(",")),
    }
}

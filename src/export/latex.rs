//! LaTeX for the package reledmac: the base text with a critical apparatus below the page.

use std::io::{self, Write};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::apparatus::{Annotated, Entry, Side, Variant, text};
use crate::class::Class;
use crate::export::Exporter;
use crate::export::apparatus::{Naming, by_unit, said, sigla};
use crate::export::tex::{HEAD, escape};
use crate::table::AlignmentTable;
use crate::witness::{Span, TokenIndex, TokenKind, Witness};

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
                    repeated: repeated(base, units),
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

/// The words that alone are a lemma in a paragraph and stand in it several times: reledmac numbers those that come to stand in
/// one line.
fn repeated<'a>(base: &'a Witness, units: &[Annotated]) -> FxHashSet<&'a str> {
    let entries = units.iter().flat_map(|unit| &unit.entries);
    let words = entries.filter_map(|entry| Some(base.token_text(only_word(base, &entry.lemma)?)));
    // Nothing that TeX would read otherwise where it looks for the same word.
    let plain = |word: &&str| escape(word) == *word;
    let mut counts: FxHashMap<&str, usize> = words.filter(plain).map(|word| (word, 0)).collect();
    for unit in units {
        for token in base.unit(unit.unit).tokens.indices() {
            if let Some(count) = counts.get_mut(base.token_text(token)) {
                *count += 1;
            }
        }
    }
    counts.retain(|_, count| *count > 1);
    counts.into_keys().collect()
}

/// The word of a lemma that has but one.
fn only_word(base: &Witness, lemma: &[TokenIndex]) -> Option<TokenIndex> {
    let is_word = |t: &&TokenIndex| base.token(**t).kind != TokenKind::Punctuation;
    let mut words = lemma.iter().filter(is_word);
    words.next().copied().filter(|_| words.next().is_none())
}

/// Sets a paragraph of the base.
struct Paragraph<'a> {
    table: &'a AlignmentTable,
    base: &'a Witness,
    naming: Naming,
    /// The words that are numbered where they stand twice in a line.
    repeated: FxHashSet<&'a str>,
}

/// An entry with the stretch of the base that it is about.
type Placed<'e> = (Span, &'e Entry);

impl Paragraph<'_> {
    fn unit(&self, unit: &Annotated) -> String {
        let placed = unit.entries.iter();
        let placed: Vec<Placed<'_>> = placed
            .filter_map(|entry| Some((entry.place(self.base, unit.unit)?, entry)))
            .collect();
        let mut out = String::new();
        let span = self.base.unit(unit.unit).span;
        self.stretch((span, 0), &[], &mut &placed[..], &mut out);
        out
    }

    /// A stretch of the base inside so many `\edtext`, of which those at `levels` are about its only word, with the entries about
    /// places inside it, which are taken off the front. What begins inside and ends behind is set as far as it stands inside: TeX
    /// can only nest.
    fn stretch(
        &self,
        (span, depth): (Span, usize),
        levels: &[usize],
        placed: &mut &[Placed<'_>],
        out: &mut String,
    ) {
        let mut at = span.start;
        while let Some(&(place, _)) = placed.first() {
            if span.end <= place.start {
                break;
            }
            let from = at;
            let inside = |place: Span| Span {
                start: place.start.max(from),
                end: place.end.min(span.end),
            };
            let place = inside(place);
            let same = placed
                .iter()
                .take_while(|(other, _)| inside(*other) == place);
            let (own, rest) = placed.split_at(same.count());
            *placed = rest;
            let before = Span {
                start: at,
                end: place.start,
            };
            self.text(before, levels, out);
            out.push_str("\\edtext{");
            let depth = depth + 1;
            let mut levels = levels.to_vec();
            levels.extend(self.numbered(own).map(|_| depth));
            self.stretch((place, depth), &levels, placed, out);
            out.push_str("}{");
            self.notes(own, out);
            out.push('}');
            at = place.end;
        }
        let rest = Span {
            start: at,
            end: span.end,
        };
        self.text(rest, levels, out);
    }

    /// Text of the base, in which words that stand several times are told to reledmac; at `levels` stand the `\edtext` whose lemma
    /// they are.
    fn text(&self, span: Span, levels: &[usize], out: &mut String) {
        let tokens = &self.base.tokens;
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let inside = (first..tokens.len()).take_while(|&t| tokens[t].span.end <= span.end);
        let mut at = span.start;
        for token in inside.map(TokenIndex::new) {
            let word = self.base.token_text(token);
            if !self.repeated.contains(word) {
                continue;
            }
            let own = self.base.token(token).span;
            let before = Span {
                start: at,
                end: own.start,
            };
            out.push_str(&escape(self.base.slice(before)));
            let levels: Vec<String> = levels.iter().map(usize::to_string).collect();
            let levels = match levels.is_empty() {
                true => String::new(),
                false => format!("[{{{}}}]", levels.join(",")),
            };
            out.push_str(&format!("\\sameword{levels}{{{word}}}"));
            at = own.end;
        }
        let rest = Span {
            start: at,
            end: span.end,
        };
        out.push_str(&escape(self.base.slice(rest)));
    }

    /// The word that reledmac numbers in the lemma of entries about one place.
    fn numbered(&self, own: &[Placed<'_>]) -> Option<TokenIndex> {
        let (_, entry) = own.first()?;
        let word = only_word(self.base, &entry.lemma)?;
        let is_repeated = self.repeated.contains(self.base.token_text(word));
        is_repeated.then_some(word)
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
                Some(_) => self.text(hull(self.base, &first.lemma), &[], &mut lemma),
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

/// From the first to the last of some tokens.
fn hull(witness: &Witness, tokens: &[TokenIndex]) -> Span {
    let span = |t: &TokenIndex| witness.token(*t).span;
    Span {
        start: tokens.first().map_or(0, |t| span(t).start),
        end: tokens.last().map_or(0, |t| span(t).end),
    }
}

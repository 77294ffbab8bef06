//! What is found, in lines for people or for programs.

use std::io::{self, IsTerminal, Write};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::cli::note::name_of;
use crate::cli::terminal;

use super::hit::{Difference, Hit, Passage};

/// Passages of a document that are shown; of more only the number is.
const MOST_SHOWN: usize = 5;
/// Columns where standard output is no terminal.
const WIDTH: usize = 100;

/// A line of JSON.
pub(super) fn json(hit: &Hit, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, hit)?;
    out.write_all(b"\n")
}

/// A document with its passages one below the other, the statement's words first.
pub(super) fn text(hits: &[Hit], all: usize, out: &mut dyn Write) -> io::Result<()> {
    let width = match io::stdout().is_terminal() {
        true => terminal::width(None),
        false => WIDTH,
    };
    for hit in hits {
        writeln!(
            out,
            "{:>3.0} %  {}  ({:.0} % of it; {})",
            hit.coverage * 100.0,
            name_of(&hit.document),
            hit.of_document * 100.0,
            certainty(hit.sure)
        )?;
        for passage in hit.passages.iter().take(MOST_SHOWN) {
            writeln!(out, "       {}", clipped(&said(passage), width - 7))?;
        }
        let more = hit.passages.len().saturating_sub(MOST_SHOWN);
        if more > 0 {
            writeln!(out, "       … and {more} more")?;
        }
        for fact in hit.facts.iter().filter(|fact| fact.tells()) {
            writeln!(out, "       {}", clipped(&differs(fact), width - 7))?;
        }
        let mut left_out: Vec<String> = Vec::new();
        for text in hit.facts.iter().filter_map(Difference::left_out) {
            let text = name_of(text).to_string();
            if !left_out.contains(&text) {
                left_out.push(text);
            }
        }
        if !left_out.is_empty() {
            let line = format!("left out: {}", left_out.join(", "));
            writeln!(out, "       {}", clipped(&line, width - 7))?;
        }
    }
    let s = if all == 1 { "" } else { "s" };
    writeln!(out, "{} of {all} document{s}", hits.len())
}

/// How sure it is, in a word or as a number.
fn certainty(sure: f64) -> String {
    match sure {
        0.9995.. => "certain".to_owned(),
        sure => format!("{:.1} % sure", sure * 100.0),
    }
}

fn said(passage: &Passage) -> String {
    let text = name_of(&passage.document.text);
    match passage.similarity {
        Some(similarity) => format!("{:>3.0} %  {text}", similarity * 100.0),
        None => format!("quotes  {text}"),
    }
}

fn differs(fact: &Difference) -> String {
    let says = |text: &Option<String>| name_of(text.as_deref().unwrap_or("–"));
    let (statement, document) = (says(&fact.statement), says(&fact.document));
    format!("{}: {statement} → {document}", fact.kind)
}

/// The beginning of a text, as far as there is room.
fn clipped(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut columns = 0;
    let kept = text.graphemes(true).take_while(|grapheme| {
        columns += grapheme.width();
        columns < width
    });
    kept.chain(["…"]).collect()
}

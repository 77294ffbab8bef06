//! The pages of a book, in XHTML.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::export::facing::{FacingParagraph, FacingRow};
use crate::export::shades::legend;
use crate::export::title::file_name;
use crate::export::xml::escape;
use crate::table::{AlignmentTable, RowNumber};

use super::chapters::Chapter;

/// A page with this body.
pub(super) fn page(title: &str, language: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head>\n<meta charset=\"UTF-8\"/>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n\
         <body>\n{body}</body>\n</html>\n",
        text(title)
    )
}

/// The page of the title: whose texts these are, and what the looks of words say.
pub(super) fn front(table: &AlignmentTable, title: &str) -> String {
    let mut body = format!("<h1>{}</h1>\n", text(title));
    if !table.witnesses.is_empty() {
        body.push_str("<dl>\n");
        for witness in &table.witnesses {
            let (siglum, name) = (text(&witness.siglum.0), text(file_name(witness)));
            put!(body, "<dt>{siglum}</dt><dd>{name}</dd>\n");
        }
        body.push_str("</dl>\n");
    }
    body.push_str("<ul lang=\"en\" xml:lang=\"en\" class=\"legend\">\n");
    for (shade, example, meaning) in legend(table) {
        let example = match shade {
            Some(shade) => format!("<span class=\"{}\">{example}</span>", shade.name()),
            None => example.to_owned(),
        };
        put!(body, "<li>{example} {meaning}</li>\n");
    }
    body.push_str("</ul>\n");
    body
}

/// The rows of a chapter.
pub(super) fn chapter(table: &AlignmentTable, rows: &[FacingRow], chapter: &Chapter) -> String {
    let mut body = String::from("<section>\n");
    let has_labels = table.has_labels();
    for n in chapter.rows.clone() {
        row(table, table.rows[n].number, &rows[n], has_labels, &mut body);
    }
    body.push_str("</section>\n");
    body
}

fn row(
    table: &AlignmentTable,
    number: RowNumber,
    row: &FacingRow,
    has_labels: bool,
    out: &mut String,
) {
    put!(out, "<div class=\"row\" id=\"r{number}\">");
    if has_labels {
        put!(out, "<div class=\"label\">{}</div>", text(&row.label));
    }
    for (witness, cell) in table.witnesses.iter().zip(&row.cells) {
        if cell.is_empty() {
            out.push_str("<div class=\"empty\"></div>");
            continue;
        }
        let (siglum, language) = (text(&witness.siglum.0), witness.language.code());
        put!(
            out,
            "<div class=\"text\" lang=\"{language}\" xml:lang=\"{language}\">"
        );
        for (n, own) in cell.iter().enumerate() {
            // Who speaks is told where the texts do not stand beside each other.
            let siglum = match n {
                0 => format!("<span class=\"siglum\">{siglum}</span> "),
                _ => String::new(),
            };
            paragraph(own, &siglum, out);
        }
        out.push_str("</div>");
    }
    out.push_str("</div>\n");
}

fn paragraph(paragraph: &FacingParagraph, siglum: &str, out: &mut String) {
    let element = if paragraph.is_heading { "h2" } else { "p" };
    put!(out, "<{element}>{siglum}");
    for (shade, own) in &paragraph.fragments {
        match shade {
            Some(shade) => {
                put!(out, "<span class=\"{}\">{}</span>", shade.name(), text(own));
            }
            None => out.push_str(&text(own)),
        }
    }
    put!(out, "</{element}>");
}

/// Text as a page may hold it: no controls, and what is no character is U+FFFD.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    let is_forbidden = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{fdd0}'..='\u{fdef}')
            || u32::from(c) & 0xfffe == 0xfffe
    };
    match text.contains(is_forbidden) {
        true => escape(&text.replace(is_forbidden, "\u{fffd}"))
            .into_owned()
            .into(),
        false => escape(text),
    }
}

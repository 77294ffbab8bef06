//! A document whose texts stand beside each other in a table.

use std::fmt::Write as _;
use std::io;

use crate::export::facing::{Facing, FacingParagraph, FacingRow, head};
use crate::export::shades::Shade;
use crate::export::shades::legend;
use crate::export::title::title;
use crate::export::xml::escape;
use crate::table::AlignmentTable;

use super::DocxFacing;

/// The sides of A4 and the margins, in twentieths of a point.
const SHORT_SIDE: usize = 11_906;
const LONG_SIDE: usize = 16_838;
const MARGIN: usize = 1_134;
/// The width of the column of labels.
const LABELS: usize = 1_000;
/// The most columns that a table of a document has.
const MOST_COLUMNS: usize = 63;

/// The body of the document.
///
/// # Errors
/// When there are more texts than a table has columns.
pub(super) fn body(options: &DocxFacing, table: &AlignmentTable) -> io::Result<String> {
    let has_labels = table.has_labels();
    let count = table.witnesses.len();
    if count + usize::from(has_labels) > MOST_COLUMNS {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!(
                "a table of a document has {MOST_COLUMNS} columns, too few for {count} texts; write html instead"
            ),
        ));
    }
    let (width, height) = page(count);
    let mut body = Body {
        out: String::new(),
        has_labels,
        columns: columns(width - 2 * MARGIN, count, has_labels),
    };
    put!(
        body.out,
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{}</w:p>\n",
        run(None, &title(table), false)
    );
    body.legend(table);
    if count > 0 {
        body.table(options, table);
    }
    // What follows a table is a paragraph, and may be small.
    put!(
        body.out,
        "<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>\n<w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{}/>\
         <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/></w:sectPr>",
        if width > height {
            " w:orient=\"landscape\""
        } else {
            ""
        }
    );
    Ok(body.out)
}

/// The styles that the texts and the words in them have: each text is in its own language, and the look of all words that differ
/// in one way can be changed at once.
pub(super) fn styles(table: &AlignmentTable) -> String {
    let mut out = String::from(
        "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr></w:style>\n\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Legend\"><w:name w:val=\"Legend\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:sz w:val=\"16\"/><w:lang w:val=\"en\"/></w:rPr></w:style>\n\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Label\"><w:name w:val=\"Label\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:noProof/><w:sz w:val=\"16\"/></w:rPr></w:style>\n",
    );
    // In half points.
    let size = match table.witnesses.len() {
        ..=3 => 20,
        4..=5 => 18,
        6..=9 => 15,
        _ => 12,
    };
    for (n, witness) in (1..).zip(&table.witnesses) {
        put!(
            out,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Text{n}\"><w:name w:val=\"Text {n}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr>\
             <w:rPr><w:sz w:val=\"{size}\"/><w:lang w:val=\"{}\"/></w:rPr></w:style>\n",
            witness.language.code()
        );
    }
    for shade in Shade::ALL {
        let name = shade.name();
        put!(
            out,
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{name}\"><w:name w:val=\"Differs {name}\"/><w:rPr>{}</w:rPr></w:style>\n",
            look(shade)
        );
    }
    out
}

/// The properties of words in a shade, in the order that the format asks for.
fn look(shade: Shade) -> String {
    let mut out = String::new();
    if shade.is_bold() {
        out.push_str("<w:b/>");
    }
    if shade.is_italic() {
        out.push_str("<w:i/>");
    }
    if let Some(ink) = shade.ink() {
        put!(out, "<w:color w:val=\"{ink:06X}\"/>");
    }
    match shade.lines() {
        0 => {}
        1 => out.push_str("<w:u w:val=\"single\"/>"),
        _ => out.push_str("<w:u w:val=\"double\"/>"),
    }
    out
}

/// The width and the height of a page for so many texts: upright for two, across for more.
fn page(count: usize) -> (usize, usize) {
    match count {
        ..=2 => (SHORT_SIDE, LONG_SIDE),
        _ => (LONG_SIDE, SHORT_SIDE),
    }
}

/// The widths of the columns, all of the same but that of the labels.
fn columns(width: usize, count: usize, has_labels: bool) -> Vec<usize> {
    let labels = if has_labels { LABELS } else { 0 };
    let own = (width - labels) / count.max(1);
    let texts = std::iter::repeat_n(own, count);
    has_labels
        .then_some(labels)
        .into_iter()
        .chain(texts)
        .collect()
}

struct Body {
    out: String,
    has_labels: bool,
    columns: Vec<usize>,
}

impl Body {
    fn legend(&mut self, table: &AlignmentTable) {
        self.out
            .push_str("<w:p><w:pPr><w:pStyle w:val=\"Legend\"/></w:pPr>");
        for (n, (shade, example, meaning)) in legend(table).enumerate() {
            if n > 0 {
                self.out.push_str(&run(None, " · ", false));
            }
            self.out.push_str(&run(shade, example, false));
            self.out.push_str(&run(None, &format!(" {meaning}"), false));
        }
        self.out.push_str("</w:p>\n");
    }

    fn table(&mut self, options: &DocxFacing, table: &AlignmentTable) {
        let width: usize = self.columns.iter().sum();
        put!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>\
             <w:insideH w:val=\"single\" w:sz=\"2\" w:space=\"0\" w:color=\"C8C8C8\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
             <w:tblCellMar><w:top w:w=\"50\" w:type=\"dxa\"/><w:left w:w=\"100\" w:type=\"dxa\"/><w:bottom w:w=\"50\" w:type=\"dxa\"/>\
             <w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
        );
        for width in &self.columns {
            put!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid>\n");
        let heads = table.witnesses.iter().map(|w| {
            vec![FacingParagraph {
                is_heading: true,
                fragments: vec![(None, head(w))],
            }]
        });
        let head = FacingRow {
            label: String::new(),
            cells: heads.collect(),
        };
        self.row(&head, "<w:tblHeader/>");
        let facing = Facing::new(table, &options.quiet, options.marks);
        for row in &table.rows {
            self.row(&facing.row(row), "");
        }
        self.out.push_str("</w:tbl>\n");
    }

    /// A row, which no page divides.
    fn row(&mut self, row: &FacingRow, properties: &str) {
        put!(
            self.out,
            "<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>"
        );
        let (label, texts) = self.columns.split_at(usize::from(self.has_labels));
        let keep = if row.is_heading() {
            "<w:keepNext/>"
        } else {
            ""
        };
        for width in label {
            let label = paragraph("Label", keep, &run(None, &row.label, false));
            cell(&mut self.out, *width, &label);
        }
        for ((n, paragraphs), width) in (1..).zip(&row.cells).zip(texts) {
            let style = format!("Text{n}");
            let mut text = String::new();
            for own in paragraphs {
                let runs = own.fragments.iter();
                let runs: String = runs
                    .map(|(shade, text)| run(*shade, text, own.is_heading))
                    .collect();
                text.push_str(&paragraph(&style, keep, &runs));
            }
            // A cell holds at least one.
            if paragraphs.is_empty() {
                text = paragraph(&style, keep, "");
            }
            cell(&mut self.out, *width, &text);
        }
        self.out.push_str("</w:tr>\n");
    }
}

fn cell(out: &mut String, width: usize, paragraphs: &str) {
    put!(
        out,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraphs}</w:tc>"
    );
}

fn paragraph(style: &str, keep: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}</w:pPr>{runs}</w:p>")
}

/// Text in one look.
fn run(shade: Option<Shade>, text: &str, is_bold: bool) -> String {
    if text.is_empty() {
        return String::new();
    }
    let style = shade.map_or(String::new(), |shade| {
        format!("<w:rStyle w:val=\"{}\"/>", shade.name())
    });
    let bold = if is_bold { "<w:b/>" } else { "" };
    let properties = match style.len() + bold.len() {
        0 => String::new(),
        _ => format!("<w:rPr>{style}{bold}</w:rPr>"),
    };
    format!(
        "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escape(text)
    )
}

//! The body of a document with tracked changes, in XML.

use std::fmt::Write as _;

use crate::export::xml::escape;
use crate::witness::Role;

use super::package::style;
use super::tracked::{Edit, Moved, Paragraph, Run};
use crate::export::archive::DATE;

/// Who is said to have made the changes.
const AUTHOR: &str = "enregard";

/// The page: A4, with margins of an inch, in twentieths of a point.
const SECTION: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" \
     w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>";

/// What stands between the tags of the body.
pub(super) fn write(paragraphs: &[Paragraph]) -> String {
    let mut body = Body::default();
    for paragraph in paragraphs {
        body.paragraph(paragraph);
    }
    // A document has at least one paragraph.
    if paragraphs.is_empty() {
        body.out.push_str("<w:p/>");
    }
    body.out.push_str(SECTION);
    body.out
}

#[derive(Default)]
struct Body {
    out: String,
    /// How many changes have been named.
    changes: usize,
    /// The end of a move that is open.
    open: Option<(Edit, usize, usize)>,
}

impl Body {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.out.push_str("<w:p>");
        self.properties(paragraph);
        let mut runs = paragraph.runs.iter().peekable();
        while let Some(run) = runs.next() {
            self.range(run);
            self.run(run);
            // An end that stands in a later paragraph is an end all the same, but some programs want both in one.
            if runs.peek().is_none() && paragraph.end == Edit::Kept {
                self.close();
            }
        }
        self.out.push_str("</w:p>\n");
    }

    fn properties(&mut self, paragraph: &Paragraph) {
        let (now, was) = (styled(paragraph.role), styled(paragraph.was));
        let mark = match paragraph.end {
            Edit::Kept => String::new(),
            edit => format!(
                "<w:rPr><w:{} {}/></w:rPr>",
                element(edit, None),
                self.change()
            ),
        };
        let changed = match now == was {
            true => String::new(),
            false => format!(
                "<w:pPrChange {}><w:pPr>{was}</w:pPr></w:pPrChange>",
                self.change()
            ),
        };
        if !(now.is_empty() && mark.is_empty() && changed.is_empty()) {
            put!(self.out, "<w:pPr>{now}{mark}{changed}</w:pPr>");
        }
    }

    /// Begins and ends what is moved.
    fn range(&mut self, run: &Run) {
        let own = run.moved.map(|moved| (run.edit, moved.number));
        if self.open.map(|(edit, number, _)| (edit, number)) == own {
            return;
        }
        self.close();
        if let Some((edit, number)) = own {
            let change = self.change();
            put!(
                self.out,
                "<w:{}RangeStart {change} w:name=\"move{}\"/>",
                moving(edit),
                number + 1
            );
            self.open = Some((edit, number, self.changes));
        }
    }

    fn close(&mut self) {
        if let Some((edit, _, id)) = self.open.take() {
            put!(self.out, "<w:{}RangeEnd w:id=\"{id}\"/>", moving(edit));
        }
    }

    fn run(&mut self, run: &Run) {
        if run.edit == Edit::Kept {
            self.text(run, "t");
            return;
        }
        let element = element(run.edit, run.moved);
        let text = match element {
            "del" => "delText",
            _ => "t",
        };
        let change = self.change();
        put!(self.out, "<w:{element} {change}>");
        self.text(run, text);
        put!(self.out, "</w:{element}>");
    }

    fn text(&mut self, run: &Run, element: &str) {
        self.out.push_str("<w:r>");
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let end = rest.find(['\t', '\u{2028}']).unwrap_or(rest.len());
            if end > 0 {
                let text = escape(&rest[..end]);
                put!(
                    self.out,
                    "<w:{element} xml:space=\"preserve\">{text}</w:{element}>"
                );
            }
            let mut behind = rest[end..].chars();
            match behind.next() {
                Some('\t') => self.out.push_str("<w:tab/>"),
                Some(_) => self.out.push_str("<w:br/>"),
                None => {}
            }
            rest = behind.as_str();
        }
        self.out.push_str("</w:r>");
    }

    /// The attributes of the next change.
    fn change(&mut self) -> String {
        self.changes += 1;
        format!(
            "w:id=\"{}\" w:author=\"{AUTHOR}\" w:date=\"{DATE}\"",
            self.changes
        )
    }
}

/// The element of a change. Words of what is moved that the other text has not are deleted and inserted.
fn element(edit: Edit, moved: Option<Moved>) -> &'static str {
    match (edit, moved) {
        (edit, Some(Moved { in_both: true, .. })) => moving(edit),
        (Edit::Inserted, _) => "ins",
        _ => "del",
    }
}

fn moving(edit: Edit) -> &'static str {
    match edit {
        Edit::Inserted => "moveTo",
        _ => "moveFrom",
    }
}

/// The style of a paragraph, as it stands in its properties.
fn styled(role: Role) -> String {
    style(role).map_or(String::new(), |id| format!("<w:pStyle w:val=\"{id}\"/>"))
}

//! A pipe table, as GitHub and Pandoc read it.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::columns::{cells, header};
use crate::table::AlignmentTable;

/// Writes a pipe table whose cells show their text as it is: nothing in it becomes markup.
#[derive(Debug, Clone)]
pub struct Markdown {
    /// Differences that the `changes` column leaves out.
    pub quiet: Vec<Class>,
}

impl Exporter for Markdown {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let mut line = String::new();
        let names = header(table);
        for name in &names {
            line.push_str("| ");
            escape(name, &mut line);
            line.push(' ');
        }
        line.push_str("|\n");
        for _ in &names {
            line.push_str("| --- ");
        }
        line.push_str("|\n");
        out.write_all(line.as_bytes())?;
        for row in &table.rows {
            line.clear();
            for cell in cells(table, row, &self.quiet) {
                line.push_str("| ");
                escape(&cell.to_string(), &mut line);
                line.push(' ');
            }
            line.push_str("|\n");
            out.write_all(line.as_bytes())?;
        }
        Ok(())
    }
}

/// Appends `text` so that it shows as it is: marks get a backslash, line ends become `<br>`.
fn escape(text: &str, line: &mut String) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' => line.push_str("<br>"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '$' | '#' | '^' => {
                line.push('\\');
                line.push(c);
            }
            '<' => line.push_str("&lt;"),
            '>' => line.push_str("&gt;"),
            '&' => line.push_str("&amp;"),
            // What CommonMark replaces or forbids.
            '\0' => line.push('\u{fffd}'),
            _ => line.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        let mut out = String::new();
        escape("a|b *c* _d_ ^g^ <b>&amp;\r\ne\nf\\", &mut out);
        assert_eq!(
            out,
            "a\\|b \\*c\\* \\_d\\_ \\^g\\^ &lt;b&gt;&amp;amp;<br>e<br>f\\\\"
        );
    }
}

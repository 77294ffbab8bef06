//! The texts of the rows, as a table that a browser shows which runs no scripts; the page's script reads them there, so that
//! they stand in the page once.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::format::units::unit_texts;
use crate::table::{AlignmentTable, Row};
use crate::witness::Witness;

/// Writes the table: a column of numbers, with what the files call the rows, and one a witness.
pub(super) fn write(table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
    let lang = table.witnesses.first().map_or("", |w| w.language.code());
    write!(out, "<table lang=\"{lang}\">\n<thead><tr><th>")?;
    for witness in &table.witnesses {
        let (siglum, path) = (marked_up(&witness.siglum.0), marked_up(&witness.path));
        write!(out, "<th>{siglum} {path}")?;
    }
    write!(out, "\n<tbody>")?;
    for row in &table.rows {
        write!(out, "\n<tr><th>{}", row.number)?;
        let labels = table.labels(row);
        if !labels.is_empty() {
            write!(out, " {}", marked_up(&labels))?;
        }
        for (witness, text) in table.witnesses.iter().zip(texts(table, row)) {
            match witness.language.code() {
                own if own == lang || text.is_empty() => write!(out, "<td>")?,
                own => write!(out, "<td lang=\"{own}\">")?,
            }
            out.write_all(marked_up(&text).as_bytes())?;
        }
    }
    write!(out, "\n</table>")
}

/// The text of each witness in a row.
fn texts<'a>(
    table: &'a AlignmentTable,
    row: &'a Row,
) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
    let cells = table.witnesses.iter().zip(&row.cells);
    cells.map(|(witness, units): (&Witness, _)| {
        unit_texts(units.iter().map(|&u| (u, witness.unit_text(u).into())))
    })
}

/// What stands before and behind the number of a character that is spelled out.
const OPENS: &str = "\\u{";
const CLOSES: char = '}';

/// Text as it stands in the page: `<` and `&` escaped; a character that a browser would not give back as it is, or that is
/// invisible and steers what is shown, spelled out (`\u{202e}`), and so is a backslash that would be taken for one of these.
fn marked_up(text: &str) -> Cow<'_, str> {
    let is_kept = |c: char| !matches!(c, '<' | '&' | '\\') && !steers(c);
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            c if steers(c) || text[at..].starts_with(OPENS) => {
                out.push_str(OPENS);
                out.push_str(&format!("{:x}", u32::from(c)));
                out.push(CLOSES);
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Controls but for tab and line feed, ends of lines and of paragraphs, marks that turn the direction of writing.
fn steers(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup_and_every_character_can_be_given_back() {
        for (text, expected) in [
            ("une ligne\n\tet « l’autre »", "une ligne\n\tet « l’autre »"),
            ("</td>&lt;", "&lt;/td>&amp;lt;"),
            (
                "a\r\n\0\u{202e}",
                r"a\u{d}
\u{0}\u{202e}",
            ),
            (r"a\b \u{41}", r"a\b \u{5c}u{41}"),
        ] {
            assert_eq!(marked_up(text), expected);
        }
    }
}

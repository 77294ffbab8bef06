//! What separates the cells of a manifest, told by its first line: spreadsheet programs of many countries write semicolons.

use std::io::{self, BufRead, Cursor, Read};

use super::record::column;
use crate::cli::limits::MostBytes;

/// A manifest whose separator is known.
pub(super) struct Separated<R> {
    pub(super) separator: u8,
    /// What is added to the line that the reader tells for a record: one for a line `sep=;` before the header, one where lines end in
    /// CR and LF, of which it has not yet read the second.
    pub(super) lines: u64,
    /// From the header on.
    pub(super) input: io::Chain<Cursor<Vec<u8>>, R>,
}

/// Reads the first line, no further. What separates is the one of `usual` that makes most columns of it, the last of them if none does.
pub(super) fn told<R: BufRead>(
    mut input: R,
    usual: &[u8],
    most: MostBytes,
) -> io::Result<Separated<R>> {
    let mut first = Vec::new();
    most.read_line(&mut input, &mut first)?;
    let crlf = u64::from(first.ends_with(b"\r\n"));
    let named = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&first);
    let named = named.trim_ascii().strip_prefix(b"sep=");
    if let Some(&[separator]) = named {
        return Ok(Separated {
            separator,
            lines: 1 + crlf,
            input: Cursor::new(Vec::new()).chain(input),
        });
    }
    let columns = |separator: &&u8| known_columns(&first, **separator);
    let separator = usual.iter().max_by_key(columns);
    Ok(Separated {
        separator: separator.copied().unwrap_or(b','),
        lines: crlf,
        input: Cursor::new(first).chain(input),
    })
}

/// How many columns of texts a header names.
fn known_columns(header: &[u8], separator: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(header);
    reader.headers().map_or(0, |header| {
        let named = |cell: &&str| column(cell.trim_start_matches('\u{feff}').trim()).is_some();
        header.iter().filter(named).count()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(manifest: &str) -> (char, u64, String) {
        let told = told(manifest.as_bytes(), b"\t;,", MostBytes(1 << 10)).expect("a slice is read");
        let mut rest = String::new();
        let (separator, lines) = (told.separator.into(), told.lines);
        { told.input }
            .read_to_string(&mut rest)
            .expect("a slice is read");
        (separator, lines, rest)
    }

    #[test]
    fn the_header_tells_what_separates() {
        for (manifest, separator, lines) in [
            ("id,a,b\n1,x;y,z\n", ',', 0),
            ("id;a;b\n1;x,y;z\n", ';', 0),
            (
                "\u{feff}\"a_text\";\"b_text\"\r\n\"Oui, oui.\";Non.\r\n",
                ';',
                1,
            ),
            ("a\tb\n", '\t', 0),
            // None names columns: the usual one.
            ("left;right\n", ',', 0),
            ("", ',', 0),
        ] {
            assert_eq!(of(manifest), (separator, lines, manifest.to_owned()));
        }
        let excel = of("sep=;\r\na;b\r\n1;2\r\n");
        assert_eq!(excel, (';', 2, "a;b\r\n1;2\r\n".to_owned()));
    }
}

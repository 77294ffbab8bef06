//! `git diff --word-diff=porcelain`: a run a line, marked by its first character, and `~` for a line end of the text.

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::pieces::pieces;
use crate::export::two::{Pair, only_two, table_of};
use crate::table::AlignmentTable;

/// Writes one hunk of the whole texts: lines that begin with a space stand in both, with `-` in the first witness, with
/// `+` in the second. A `~` belongs to the run on the line before it; where it belongs to another, an empty line with
/// that run's mark comes first. So the diff and the first text give the second, and the other way round. What has moved
/// stands twice.
#[derive(Debug, Clone)]
pub struct WordDiff {
    /// Differences that are not shown. White space alone counts where [`Class::Typographic`] is not among them.
    pub quiet: Vec<Class>,
    /// Which two of more witnesses are written.
    pub pair: Pair,
}

impl Exporter for WordDiff {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let table = &*table_of(table, &self.pair)?;
        let [a, b, ..] = &table.witnesses[..] else {
            return Ok(());
        };
        writeln!(out, "--- {}", one_line(&a.path))?;
        writeln!(out, "+++ {}", one_line(&b.path))?;
        writeln!(out, "@@ -{} +{} @@", lines(&a.text), lines(&b.text))?;
        let mut runs = Runs {
            out,
            open: false,
            mark: ' ',
        };
        for piece in pieces(table, table.rules(&self.quiet)) {
            let [x, y] = [0, 1].map(|w| piece.reading(&table.witnesses, w));
            if x == y {
                runs.push(' ', x)?;
            } else {
                runs.push('-', x)?;
                runs.push('+', y)?;
            }
        }
        runs.close()
    }

    fn cannot_hold(&self, table: &AlignmentTable) -> Option<String> {
        only_two(table, &self.pair, "word diffs")
    }
}

/// A path as it stands in a header: quoted when a line end or the like would break it.
fn one_line(path: &str) -> String {
    if path.chars().any(char::is_control) {
        format!("{path:?}")
    } else {
        path.to_owned()
    }
}

/// The range of a hunk that holds a whole text.
fn lines(text: &str) -> String {
    match text.split_inclusive('\n').count() {
        0 => "0,0".to_owned(),
        n => format!("1,{n}"),
    }
}

struct Runs<'a> {
    out: &'a mut dyn Write,
    /// Whether the line of the run is still to be ended.
    open: bool,
    mark: char,
}

impl Runs<'_> {
    fn push(&mut self, mark: char, text: &str) -> io::Result<()> {
        for line in text.split_inclusive('\n') {
            let (line, ends) = match line.strip_suffix('\n') {
                Some(line) => (line, true),
                None => (line, false),
            };
            if mark != self.mark || !(self.open || line.is_empty()) {
                self.close()?;
                write!(self.out, "{mark}")?;
                self.open = true;
                self.mark = mark;
            }
            self.out.write_all(line.as_bytes())?;
            if ends {
                self.close()?;
                self.out.write_all(b"~\n")?;
            }
        }
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.open) {
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }
}

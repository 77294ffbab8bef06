//! How TeX sets the paragraphs of a text: escaped, words that differ in their commands, sentences without a counterpart in braces.

use std::fmt::Write as _;

use crate::class::Class;
use crate::export::shades::{Painter, Shade};
use crate::export::tex::escape;
use crate::select::Marks;
use crate::table::{AlignmentTable, RowKind};
use crate::witness::{Role, Span};

/// How the words of a text look.
#[derive(Default)]
pub(super) struct Looks {
    /// The words that differ, in the order of the text.
    words: Vec<(Span, Shade)>,
    /// The runs of units that the other text has not.
    alone: Vec<Span>,
}

impl Looks {
    /// Those of both texts of a table.
    pub(super) fn of_two(table: &AlignmentTable, quiet: &[Class], marks: Marks) -> [Self; 2] {
        let painter = Painter::new(table, quiet, marks);
        let mut looks = [Self::default(), Self::default()];
        for row in &table.rows {
            let shades = painter.shades(row);
            for (w, looks) in looks.iter_mut().enumerate() {
                let witness = &table.witnesses[w];
                let units = &row.cells[w];
                if row.kind == RowKind::Only {
                    // What takes no part lacks nothing.
                    if units.iter().any(|&u| witness.unit(u).skip.is_none()) {
                        let runs = units.chunk_by(|a, b| a.is_before(*b));
                        looks.alone.extend(runs.map(|run| Span {
                            start: witness.unit(run[0]).span.start,
                            end: witness.unit(run[run.len() - 1]).span.end,
                        }));
                    }
                    continue;
                }
                for (link, shade) in row.links.iter().zip(&shades[w]) {
                    let Some(shade) = shade else { continue };
                    let tokens = link.tokens[w].iter();
                    looks
                        .words
                        .extend(tokens.map(|&token| (witness.token(token).span, *shade)));
                }
            }
        }
        for looks in &mut looks {
            looks.words.sort_unstable_by_key(|(span, _)| *span);
            looks.alone.sort_unstable();
        }
        looks
    }

    /// How the character at a byte looks.
    fn at(&self, byte: u32) -> Option<Shade> {
        let behind = self.words.partition_point(|(span, _)| span.start <= byte);
        let (span, shade) = self.words[..behind].last()?;
        (byte < span.end).then_some(*shade)
    }

    /// The run without a counterpart in which a byte stands.
    fn run(&self, byte: u32) -> Option<usize> {
        let behind = self.alone.partition_point(|span| span.start <= byte);
        let last = behind.checked_sub(1)?;
        (byte < self.alone[last].end).then_some(last)
    }
}

/// A paragraph in the making.
pub(super) struct Setting<'a> {
    looks: &'a Looks,
    out: String,
    /// The end of the text so far, all of it in one look.
    last: String,
    shade: Option<Shade>,
    /// The run without a counterpart that is open.
    run: Option<usize>,
}

impl<'a> Setting<'a> {
    pub(super) fn new(looks: &'a Looks) -> Self {
        Self {
            looks,
            out: String::new(),
            last: String::new(),
            shade: None,
            run: None,
        }
    }

    /// The character that stands at a byte of the witness.
    pub(super) fn push(&mut self, at: u32, c: char) {
        if c.is_whitespace() {
            // Words are marked one by one: a page may end between them, and its colour would go on on the other.
            self.set(None);
            // Space behind a run stands behind its brace.
            self.last.push(c);
            return;
        }
        let run = self.looks.run(at);
        if run != self.run {
            self.close();
            self.set(None);
            if run.is_some() {
                let space = std::mem::take(&mut self.last);
                self.out.push_str(&escape(&space));
                self.out.push_str("\\onlybegins{}");
            }
            self.run = run;
        }
        self.set(self.looks.at(at));
        self.last.push(c);
    }

    /// The end of a line of the file.
    pub(super) fn line(&mut self) {
        self.set(None);
        let text = std::mem::take(&mut self.last);
        self.out.push_str(escape(&text).trim_end());
        self.out.push_str("\\newline{} ");
    }

    /// The paragraph; nothing where it is blank.
    pub(super) fn take(&mut self, role: Role) -> Option<String> {
        self.close();
        self.set(None);
        let last = std::mem::take(&mut self.last);
        self.out.push_str(&escape(&last));
        let text = std::mem::take(&mut self.out);
        let text = text.trim();
        match role {
            _ if text.is_empty() => None,
            Role::Heading => Some(format!("\\textbf{{{text}}}")),
            _ => Some(text.to_owned()),
        }
    }

    /// Ends the run that is open, before the space behind it.
    fn close(&mut self) {
        if self.run.take().is_none() {
            return;
        }
        let space = match self.shade {
            Some(_) => String::new(),
            None => {
                let kept = self.last.trim_end().len();
                self.last.split_off(kept)
            }
        };
        self.set(None);
        let text = std::mem::take(&mut self.last);
        self.out.push_str(&escape(&text));
        self.out.push_str("\\onlyends{}");
        self.last = space;
    }

    /// What comes next looks so.
    fn set(&mut self, shade: Option<Shade>) {
        if shade == self.shade {
            return;
        }
        let text = escape(&std::mem::take(&mut self.last));
        match self.shade {
            Some(shade) => {
                put!(self.out, "\\differs{}{{{text}}}", shade.name());
            }
            None => self.out.push_str(&text),
        }
        self.shade = shade;
    }
}

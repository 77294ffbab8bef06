//! Files whose texts stand side by side: columns of a sheet, languages of a memory, the source and target of a translation. Each
//! column is a text; its cells are paragraphs, named by their rows.

use std::collections::HashMap;

use super::source::Source;
use crate::error::Result;
use crate::read::document::Document;
use crate::read::{Note, Part};
use crate::witness::{Label, Language, Level, Paragraph, Role, Span};

/// So many columns are named in a message.
const MOST_NAMED: usize = 12;

/// Renderings of one text are alike in length: what has less than this part of the longest is none.
const SHORTEST: usize = 4;

/// What is read of such a file when no column is named and several hold text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unnamed {
    /// All of them, row by row.
    All,
    /// The last: what a translation has been made into.
    Last,
    /// Nothing: one has to be named.
    Refused,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    /// What it is called, in the way in which a message calls it first; not empty.
    pub(super) names: Vec<String>,
    pub(super) language: Option<Language>,
    /// The row of each cell, increasing, and its text, which is not blank.
    cells: Vec<(u32, String)>,
}

/// Columns of cells.
pub(super) struct Columns<'a> {
    source: Source<'a>,
    columns: Vec<Column>,
    /// What each row is called.
    rows: Vec<String>,
    /// How often a row is called so.
    names: HashMap<String, usize>,
    unnamed: Unnamed,
    /// The column that is named, if one is.
    wanted: Option<String>,
    /// What stands before the name of a column to name it, in a file of several sheets.
    pub(super) prefix: String,
    /// Whether the file says what its columns are called; else they go by their places alone.
    pub(super) titled: bool,
    /// How many bytes the cells may still have: a string may be told once and stand in a million cells.
    left: u64,
}

impl<'a> Columns<'a> {
    /// Of a file of which the column `wanted` is read, if one is named, or else what `unnamed` says.
    pub(super) fn new(source: Source<'a>, wanted: Option<&str>, unnamed: Unnamed) -> Self {
        Self {
            source,
            columns: Vec::new(),
            rows: Vec::new(),
            names: HashMap::new(),
            unnamed,
            wanted: wanted.map(str::to_owned),
            prefix: String::new(),
            titled: true,
            left: source.most_unpacked(),
        }
    }

    /// Adds a column, and gives its place.
    pub(super) fn add(&mut self, names: Vec<String>, language: Option<Language>) -> usize {
        self.columns.push(Column {
            names,
            language,
            cells: Vec::new(),
        });
        self.columns.len() - 1
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self, name: impl Into<String>) {
        self.rows.push(name.into());
    }

    /// Begins a row of a unit that may have a name; of those of one name each but the first is numbered.
    pub(super) fn begin_named_row(&mut self, name: Option<String>, number: usize) {
        let name = name.unwrap_or_else(|| number.to_string());
        let line: Vec<&str> = name.split_whitespace().collect();
        let name = line.join(" ");
        let before = self.names.entry(name.clone()).or_default();
        *before += 1;
        self.rows.push(match before {
            1 => name,
            before => format!("{name}.{before}"),
        });
    }

    /// Puts a text into a column of the last row; a second one below the first.
    pub(super) fn put(&mut self, column: usize, text: &str) -> Result<()> {
        let text = text.trim();
        let (Some(row), false) = (self.rows.len().checked_sub(1), text.is_empty()) else {
            return Ok(());
        };
        let length = text.len() as u64 + 1;
        let left = self.left.checked_sub(length);
        self.left = left.ok_or_else(|| self.source.swollen())?;
        let cells = &mut self.columns[column].cells;
        match cells.last_mut().filter(|(last, _)| *last as usize == row) {
            Some((_, cell)) => {
                cell.push('\n');
                cell.push_str(text);
            }
            None => cells.push((row as u32, text.to_owned())),
        }
        Ok(())
    }

    /// The columns that hold text, or the one that is named.
    pub(super) fn parts(&self) -> Result<Vec<Part>> {
        let columns = match &self.wanted {
            Some(name) => vec![self.named(name)?],
            None => self.of_text(),
        };
        let parts = columns.into_iter().map(|n| Part {
            name: self.name(n),
            title: self.columns[n]
                .names
                .first()
                .filter(|_| self.titled)
                .cloned(),
        });
        Ok(parts.collect())
    }

    /// The text of the column that is named, or of all that are.
    pub(super) fn document(self) -> Result<Document> {
        let mut notes = Vec::new();
        let chosen = match (&self.wanted, self.of_text().as_slice()) {
            (Some(name), _) => vec![self.named(name)?],
            (None, several @ [first, .., last]) => match self.unnamed {
                Unnamed::All => {
                    notes.push(Note::AllColumns);
                    several.to_vec()
                }
                Unnamed::Last => {
                    notes.push(Note::Target);
                    vec![*last]
                }
                Unnamed::Refused => {
                    return Err(self.source.unread(format!(
                        "it holds several texts: {}; name one of them: {}#{}",
                        self.listed(several.iter().copied()),
                        self.source.path,
                        self.name(*first)
                    )));
                }
            },
            (None, few) => few.to_vec(),
        };
        let language = match chosen.as_slice() {
            [one] => self.columns[*one].language,
            _ => None,
        };
        let by_line = self.source.options.level == Level::Line;
        let document = self.cells(&chosen, by_line);
        Ok(Document {
            language,
            notes,
            ..document
        })
    }

    /// The text of these columns, row by row. By line each row is one, also a blank one.
    fn cells(self, chosen: &[usize], by_line: bool) -> Document {
        let mut document = Document::default();
        let mut rest: Vec<&[(u32, String)]> = chosen
            .iter()
            .map(|&column| self.columns[column].cells.as_slice())
            .collect();
        for (row, name) in self.rows.iter().enumerate() {
            let mut of_row: Option<Span> = None;
            for cells in &mut rest {
                let Some(((_, text), others)) = cells
                    .split_first()
                    .filter(|(cell, _)| cell.0 as usize == row)
                else {
                    continue;
                };
                *cells = others;
                let span = match by_line {
                    true => line(&mut document, text, of_row.is_some()),
                    false => document.push(text, Role::Cell, None),
                };
                let Some(span) = span else { continue };
                match &mut of_row {
                    Some(whole) => whole.end = span.end,
                    None => of_row = Some(span),
                }
            }
            if by_line {
                document.text.push('\n');
            }
            if let Some(span) = of_row.filter(|_| !name.is_empty()) {
                let name = name.clone();
                document.labels.push(Label { span, name });
            }
        }
        match by_line {
            true => document,
            false => document.finished(),
        }
    }

    /// The columns that hold text. In a sheet these are those of which at least every second cell has two words, or where there is none, one,
    /// or else any; and which are not far shorter than the longest, as remarks are.
    fn of_text(&self) -> Vec<usize> {
        if self.unnamed != Unnamed::All {
            let columns = self.columns.iter().enumerate();
            let held = columns.filter(|(_, column)| !column.cells.is_empty());
            return held.map(|(n, _)| n).collect();
        }
        let words = |text: &str| {
            let words = text.split_whitespace();
            words
                .filter(|word| word.contains(char::is_alphabetic))
                .take(2)
                .count()
        };
        let with = |least: usize, share: usize| -> Vec<usize> {
            let holds = |column: &Column| {
                let count = column
                    .cells
                    .iter()
                    .filter(|(_, text)| words(text) >= least)
                    .count();
                count > 0 && count.saturating_mul(share) >= column.cells.len()
            };
            let columns = self.columns.iter().enumerate();
            columns
                .filter(|(_, column)| holds(column))
                .map(|(n, _)| n)
                .collect()
        };
        let mut of_text = with(2, 2);
        if of_text.is_empty() {
            of_text = with(1, 2);
        }
        if of_text.is_empty() {
            of_text = with(1, usize::MAX);
        }
        let length = |column: usize| {
            let cells = self.columns[column].cells.iter();
            cells.map(|(_, text)| text.len()).sum::<usize>()
        };
        let longest = of_text.iter().map(|&column| length(column)).max();
        of_text.retain(|&column| length(column) * SHORTEST >= longest.unwrap_or_default());
        of_text
    }

    /// The place of the column that `name` names: as it is called, else whatever its capitals, else by the beginning of a tag
    /// of a language, else by its number.
    fn named(&self, name: &str) -> Result<usize> {
        let only = |is: &dyn Fn(&str) -> bool| {
            let mut found = (0..self.columns.len())
                .filter(|&n| self.columns[n].names.iter().any(|name| is(name)));
            found.next().filter(|_| found.next().is_none())
        };
        let first = |is: &dyn Fn(&str) -> bool| {
            (0..self.columns.len()).find(|&n| self.columns[n].names.iter().any(|name| is(name)))
        };
        let lower = name.to_lowercase();
        let number = || {
            let number: usize = name.parse().ok()?;
            number.checked_sub(1).filter(|&n| n < self.columns.len())
        };
        first(&|own| own == name)
            .or_else(|| first(&|own| own.to_lowercase() == lower))
            .or_else(|| only(&|own| own.to_lowercase().starts_with(&format!("{lower}-"))))
            .or_else(number)
            .ok_or_else(|| {
                let all = self.listed(0..self.columns.len());
                self.source.unread(match all.is_empty() {
                    true => "it holds no text".to_owned(),
                    false => format!("there is no `{name}` in it; there are {all}"),
                })
            })
    }

    /// The name that leads to a column again.
    fn name(&self, column: usize) -> String {
        let own = &self.columns[column].names;
        let leads = own.iter().find(|name| {
            let found = self.columns.iter().position(|c| c.names.contains(name));
            found == Some(column)
        });
        let name = leads.cloned().unwrap_or_else(|| (column + 1).to_string());
        format!("{}{name}", self.prefix)
    }

    /// The names of columns, as a message lists them.
    fn listed(&self, columns: impl Iterator<Item = usize>) -> String {
        let mut names: Vec<String> = columns.map(|n| self.name(n)).collect();
        if names.len() > MOST_NAMED {
            names.truncate(MOST_NAMED);
            names.push("…".to_owned());
        }
        names.join(", ")
    }
}

/// Appends a cell to the last line, whatever lines it has itself.
fn line(document: &mut Document, text: &str, joined: bool) -> Option<Span> {
    if joined {
        document.text.push(' ');
    }
    let start = document.text.len();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    document.text.push_str(lines.join(" ").trim());
    let span = Span::new(start, document.text.len());
    document.paragraphs.push(Paragraph {
        span,
        role: Role::Cell,
        skip: None,
    });
    Some(span)
}

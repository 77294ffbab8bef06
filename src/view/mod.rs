//! Tables for the terminal: one file a layout.
//!
//! Colour is a value ([`Colours`]); every colour has a sign beside it ([`legend`] lists them). The text of
//! the witnesses never steers the terminal: control characters are spelled out.

mod apparatus;
mod cell;
mod content;
mod explain;
mod fold;
mod ink;
mod inline;
mod items;
mod legend;
mod notes;
mod overview;
mod page;
mod palette;
mod paper;
mod prose;
mod same;
mod side;
mod signs;
mod stacked;
mod stats;
mod summary;
mod table;
mod wording;
mod wrap;

use std::io::{self, Write};

use crate::class::Class;
use crate::select::Marks;
use crate::table::AlignmentTable;

use paper::Paper;

pub use explain::{Detail, Explained, Reason, explanation};
pub use legend::legend;
pub use overview::overview;
pub use palette::{Colours, Depth, Theme};
pub use same::same;
pub use signs::Signs;
pub use stats::{stats, stats_json};
pub use summary::summary;

/// How the rows are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A column a witness, rows facing each other.
    Side,
    /// The witnesses of a row one below the other.
    Stacked,
    /// The text of the base, and under each row what others read otherwise, those together that read the same.
    Apparatus,
    /// One running text, that of the first witness, with the readings of the others where they differ.
    Inline,
    /// A line a row: number, shape, similarity, and how each cell begins.
    Table,
    /// The names of the witnesses alone: what [`summary`](fn@summary) says is all that is wanted.
    Summary,
}

impl Layout {
    /// Whether one text is printed whole, and of the others what they have otherwise.
    pub(super) fn is_of_one_text(self) -> bool {
        matches!(self, Self::Inline | Self::Apparatus)
    }

    /// The layout that suits a terminal of `width` columns: of two witnesses columns where each gets 50, else one below the
    /// other; of more, columns where each gets 36 beside the margin, else the base and its apparatus.
    pub fn fitting(width: usize, witnesses: usize) -> Self {
        const MARGIN: usize = 4;
        const RULE: usize = 3;
        match witnesses {
            0..=2 if width >= 50 * witnesses => Self::Side,
            0..=2 => Self::Stacked,
            _ if width >= MARGIN + 36 * witnesses + RULE * (witnesses - 1) => Self::Side,
            _ => Self::Apparatus,
        }
    }
}

/// What is shown, and how wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewOptions {
    /// The layout.
    pub layout: Layout,
    /// The width in columns. Columns of text are never narrower than 10, whatever it says.
    pub width: usize,
    /// Whether the text of skipped units is shown, rather than one line for them.
    pub show_skipped: bool,
    /// How many units are shown at either end of a run that one witness alone has; those between are counted.
    pub context: usize,
    /// How many rows are shown on either side of those that differ, where runs of rows that do not are folded; `None` where
    /// all are shown.
    pub fold: Option<usize>,
    /// The classes that are not marked. With [`Class::Typographic`] go differences of punctuation alone.
    pub quiet: Vec<Class>,
    /// Which differences are marked.
    pub marks: Marks,
    /// Whether it is coloured, and how.
    pub colours: Colours,
    /// Where signs stand beside the colours.
    pub signs: Signs,
}

impl Default for ViewOptions {
    /// Stacked in 80 columns without colours; typographic differences are quiet.
    fn default() -> Self {
        Self {
            layout: Layout::Stacked,
            width: 80,
            show_skipped: false,
            context: 2,
            fold: None,
            quiet: vec![Class::Typographic],
            marks: Marks::All,
            colours: Colours::None,
            signs: Signs::Auto,
        }
    }
}

/// Writes the view of a table: a key of the signs that occur, the names of the witnesses, the rows, a blank line.
///
/// # Errors
/// When the writer fails.
pub fn render(
    table: &AlignmentTable,
    options: &ViewOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    if table.witnesses.is_empty() {
        return Ok(());
    }
    let out = &mut Paper::new(out, options.colours);
    let content = &content::Content::new(table, options);
    if options.layout != Layout::Summary {
        legend::key(content, out)?;
    }
    match options.layout {
        Layout::Side => side::write(content, out)?,
        Layout::Stacked => stacked::write(content, out)?,
        Layout::Apparatus => apparatus::write(content, out)?,
        Layout::Inline => inline::write(content, out)?,
        Layout::Table => table::write(content, out)?,
        Layout::Summary => stacked::Page::new(table, options.width).header(table, out)?,
    }
    writeln!(out)
}

/// Writes a line of one's own in the ink of what matters, and a blank line.
///
/// # Errors
/// When the writer fails.
pub fn heading(text: &str, colours: Colours, out: &mut dyn Write) -> io::Result<()> {
    let out = &mut Paper::new(out, colours);
    out.paint(&crate::visible::name(text), ink::Ink::Strong)?;
    writeln!(out, "\n")
}

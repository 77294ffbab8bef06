//! What colours mean.
//!
//! Only the sixteen base colours are named, so that the user's theme decides how they look; no yellow and no white,
//! which light themes swallow, no plain blue, which dark ones do; no pair of red and green, which many cannot tell
//! apart. Each colour has a sign beside it (`signs`), so nothing is lost without colour.

use colored::{Color, ColoredString, Colorize};

/// The part that a stretch of text plays in the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ink {
    /// The text of a witness where it agrees.
    Plain,
    /// Other words stand there.
    Wording,
    /// No words stand there.
    Only,
    /// A whole sentence that stands in this witness alone.
    OnlyUnit,
    /// The same word in another form, or of the same family.
    Form,
    /// The same word written otherwise.
    Faint,
    /// It stands elsewhere.
    Moved,
    /// A quotation.
    Quotation,
    /// Signs around words of [`Ink::Wording`].
    WordingSign,
    /// Signs around words of [`Ink::Only`] and [`Ink::OnlyUnit`].
    OnlySign,
    /// Signs of [`Ink::Form`] and [`Ink::Faint`].
    FormSign,
    /// Signs around words of [`Ink::Moved`].
    MovedSign,
    /// The sign of a fact that differs.
    FactSign,
    /// Sigla and the figures that matter.
    Strong,
    /// Numbers, rules, notes: what is not the text.
    Margin,
}

impl Ink {
    /// `text` in this ink; plain where the user wants no colour.
    pub(super) fn paint(self, text: &str) -> ColoredString {
        use Color::{BrightBlue, BrightMagenta, BrightRed, Cyan};
        match self {
            Self::Plain => text.normal(),
            Self::Wording => text.color(BrightRed).bold(),
            Self::WordingSign => text.color(BrightRed),
            Self::Only => text.color(Cyan).bold(),
            Self::OnlyUnit | Self::OnlySign => text.color(Cyan),
            Self::Form => text.color(BrightBlue).bold(),
            Self::Faint | Self::FormSign => text.color(BrightBlue),
            // The words keep the text's own colour: magenta is dark in some themes, and darker to the colour-blind.
            Self::Moved => text.underline(),
            Self::MovedSign => text.color(BrightMagenta),
            Self::FactSign => text.color(BrightRed).bold(),
            Self::Quotation => text.italic(),
            Self::Strong => text.bold(),
            Self::Margin => text.dimmed(),
        }
    }
}

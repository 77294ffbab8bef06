//! What colours mean.
//!
//! Each colour (`palette`) has a sign beside it (`signs`), so nothing is lost without colour.

use colored::{ColoredString, Colorize};

use super::palette::Hue;

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
        let hue = |hue: Hue| text.color(hue.color());
        match self {
            Self::Plain => text.normal(),
            Self::Wording => hue(Hue::Wording).bold(),
            Self::WordingSign => hue(Hue::Wording),
            Self::Only => hue(Hue::Only).bold(),
            Self::OnlyUnit | Self::OnlySign => hue(Hue::Only),
            Self::Form => hue(Hue::Form).bold(),
            Self::Faint | Self::FormSign => hue(Hue::Form),
            // The words keep the text's own colour: magenta is dark in some themes, and darker to the colour-blind.
            Self::Moved => text.underline(),
            Self::MovedSign => hue(Hue::Moved),
            Self::FactSign => hue(Hue::Wording).bold(),
            Self::Quotation => text.italic(),
            Self::Strong => text.bold(),
            Self::Margin => text.dimmed(),
        }
    }
}

//! What colours mean.
//!
//! Each colour (`palette`) has a sign beside it (`signs`), so nothing is lost without colour.

use crate::hue::Hue;

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
    /// How text in this ink looks.
    pub(super) fn look(self) -> Look {
        let hue = |hue: Hue, style| Look {
            hue: Some(hue),
            style,
        };
        let style = |style| Look { hue: None, style };
        match self {
            Self::Plain => style(Style::Plain),
            Self::Wording => hue(Hue::Wording, Style::Bold),
            Self::WordingSign => hue(Hue::Wording, Style::Plain),
            Self::Only => hue(Hue::Only, Style::Bold),
            Self::OnlyUnit | Self::OnlySign => hue(Hue::Only, Style::Plain),
            Self::Form => hue(Hue::Form, Style::Bold),
            Self::Faint | Self::FormSign => hue(Hue::Form, Style::Plain),
            // The words keep the text's own colour: magenta is dark in some themes, and darker to the colour-blind.
            Self::Moved => style(Style::Underline),
            Self::MovedSign => hue(Hue::Moved, Style::Plain),
            Self::FactSign => hue(Hue::Wording, Style::Bold),
            Self::Quotation => style(Style::Italic),
            Self::Strong => style(Style::Bold),
            Self::Margin => style(Style::Dim),
        }
    }
}

/// Colour and style of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// `None` for the colour that text has.
    pub(super) hue: Option<Hue>,
    pub(super) style: Style,
}

/// A style, with the number that terminals know it by (ECMA-48).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain = 0,
    Bold = 1,
    Dim = 2,
    Italic = 3,
    Underline = 4,
}

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
    /// Of more than two witnesses no two have the same words.
    AllDiffer,
    /// No words stand there.
    Only,
    /// No words stand there, in a text that is both.
    Omitted,
    /// A whole sentence that stands in this witness alone.
    OnlyUnit,
    /// The same word in another form or written otherwise, or one of the same family.
    Form,
    /// A difference that merely follows another, with its signs.
    Faint,
    /// It stands elsewhere, and is [`Ink::Faint`].
    MovedFaint,
    /// It stands elsewhere.
    Moved,
    /// It stands elsewhere, and is [`Ink::Wording`].
    MovedWording,
    /// It stands elsewhere, and is [`Ink::Form`].
    MovedForm,
    /// The first word of a fact that differs, where that has no sign.
    Fact,
    /// A quotation.
    Quotation,
    /// Signs around words of [`Ink::Wording`].
    WordingSign,
    /// Signs around words of [`Ink::Only`] and [`Ink::OnlyUnit`].
    OnlySign,
    /// Signs around words of [`Ink::AllDiffer`].
    AllDifferSign,
    /// Signs of [`Ink::Form`].
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
    /// The ink of the same text where it stands elsewhere.
    pub(super) fn moved(self) -> Self {
        match self {
            Self::Plain => Self::Moved,
            Self::Wording => Self::MovedWording,
            Self::Form => Self::MovedForm,
            Self::Faint => Self::MovedFaint,
            other => other,
        }
    }

    /// How text in this ink looks.
    pub(super) fn look(self) -> Look {
        use Style::{Bold, Dim, Inverse, Italic, Strike, Underline};
        let look = |hue: Option<Hue>, styles| Look { hue, styles };
        let hue = |hue: Hue, styles| look(Some(hue), styles);
        match self {
            Self::Plain => look(None, &[]),
            Self::Wording => hue(Hue::Wording, &[Bold]),
            Self::WordingSign => hue(Hue::Wording, &[]),
            Self::AllDiffer => hue(Hue::Moved, &[Bold]),
            Self::Only => hue(Hue::Only, &[Bold]),
            Self::Omitted => hue(Hue::Only, &[Strike]),
            Self::OnlyUnit | Self::OnlySign => hue(Hue::Only, &[]),
            // What is said otherwise is bold; the same words in another form are not.
            Self::Form | Self::FormSign => hue(Hue::Form, &[]),
            // The words keep the text's own colour: magenta is dark in some themes, and darker to the colour-blind.
            Self::Moved => look(None, &[Underline]),
            Self::MovedWording => hue(Hue::Wording, &[Bold, Underline]),
            Self::MovedForm => hue(Hue::Form, &[Underline]),
            Self::Faint => look(None, &[Dim]),
            Self::MovedFaint => look(None, &[Dim, Underline]),
            Self::MovedSign | Self::AllDifferSign => hue(Hue::Moved, &[]),
            Self::FactSign => hue(Hue::Wording, &[Bold]),
            Self::Fact => hue(Hue::Wording, &[Bold, Inverse]),
            Self::Quotation => look(None, &[Italic]),
            Self::Strong => look(None, &[Bold]),
            Self::Margin => look(None, &[Dim]),
        }
    }
}

/// Colour and style of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// `None` for the colour that text has.
    pub(super) hue: Option<Hue>,
    pub(super) styles: &'static [Style],
}

/// A style, with the number that terminals know it by (ECMA-48).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Bold = 1,
    Dim = 2,
    Italic = 3,
    Underline = 4,
    Inverse = 7,
    Strike = 9,
}

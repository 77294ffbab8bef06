//! How words look that differ, in documents, books and workbooks: in the colours of the terminal, each with a trait beside it that
//! is seen without colour.

#[cfg(any(feature = "documents", feature = "xlsx"))]
mod fragments;
mod legend;
mod painter;

use crate::hue::Hue;

#[cfg(any(feature = "documents", feature = "xlsx"))]
pub(super) use fragments::{Fragment, fragments};
#[cfg(feature = "documents")]
pub(super) use legend::ELSEWHERE;
pub(super) use legend::legend;
pub(super) use painter::Painter;

/// How words look, from the faintest to the loudest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shade {
    /// Of more than two witnesses: they stand elsewhere, and do not differ.
    Elsewhere,
    /// In colour.
    Hue(Hue),
}

impl Shade {
    /// Every shade, the faintest first.
    pub(super) const ALL: [Self; 5] = [
        Self::Elsewhere,
        Self::Hue(Hue::Form),
        Self::Hue(Hue::Moved),
        Self::Hue(Hue::Only),
        Self::Hue(Hue::Wording),
    ];

    /// The name used in style sheets.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            Self::Hue(hue) => hue.name(),
        }
    }

    /// The colour, as `0xRRGGBB`; none where it is that of the text.
    pub(super) fn ink(self) -> Option<u32> {
        match self {
            Self::Elsewhere => None,
            Self::Hue(hue) => Some(hue.light()),
        }
    }

    /// The same on a dark background.
    #[cfg(feature = "documents")]
    pub(super) fn ink_on_dark(self) -> Option<u32> {
        match self {
            Self::Elsewhere => None,
            Self::Hue(hue) => Some(hue.dark()),
        }
    }

    pub(super) fn is_bold(self) -> bool {
        matches!(self, Self::Hue(Hue::Moved | Hue::Only | Hue::Wording))
    }

    pub(super) fn is_italic(self) -> bool {
        matches!(self, Self::Hue(Hue::Form | Hue::Moved))
    }

    /// How many lines stand under the words.
    pub(super) fn lines(self) -> u8 {
        match self {
            Self::Elsewhere => 2,
            Self::Hue(Hue::Only) => 1,
            Self::Hue(_) => 0,
        }
    }

    /// What it says, of so many witnesses; nothing where it does not stand in their tables.
    pub(super) fn meaning(self, witnesses: usize) -> Option<&'static str> {
        let Self::Hue(hue) = self else {
            return (witnesses > 2)
                .then_some("these words stand elsewhere in the sentence of the base");
        };
        Some(match (witnesses > 2, hue) {
            (false, Hue::Wording) => "other words stand there in their place",
            (false, Hue::Only) => "nothing stands there",
            (false, Hue::Moved) => "these words stand elsewhere in the sentence there",
            (false, Hue::Form) => {
                "the same word in another form or spelling, or a word of its family"
            }
            (true, Hue::Wording) => "some read so, and some otherwise",
            (true, Hue::Only) => "this one alone reads so",
            (true, Hue::Moved) => "no two read the same",
            (true, Hue::Form) => {
                "a word of others in another form or spelling, or one of its family"
            }
        })
    }
}

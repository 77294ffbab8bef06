//! The colours of differences: the same in the terminal, in the report and in a workbook, so that they are learned once.

use crate::class::Class;

/// What a colour says of words, from the faintest to the loudest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Hue {
    /// Another form or spelling of them stands there.
    Form,
    /// They stand elsewhere.
    Moved,
    /// Nothing stands there.
    Only,
    /// Other words stand there.
    Wording,
}

impl Hue {
    /// Every hue, the faintest first.
    pub(crate) const ALL: [Self; 4] = [Self::Form, Self::Moved, Self::Only, Self::Wording];

    /// The hue of a class; none where nothing differs.
    pub(crate) fn of(class: Class) -> Option<Self> {
        match class {
            Class::Same => None,
            Class::Typographic
            | Class::Case
            | Class::Accent
            | Class::Spelling
            | Class::Inflection
            | Class::Derivation => Some(Self::Form),
            Class::Wording => Some(Self::Wording),
            Class::Omission | Class::Addition => Some(Self::Only),
        }
    }

    /// The name used in style sheets.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Moved => "moved",
            Self::Only => "only",
            Self::Wording => "wording",
        }
    }

    /// The colour on a dark background, as `0xRRGGBB`.
    ///
    /// The four differ in hue for every kind of colour vision (after Okabe and Ito, 2008), and contrast with black, as
    /// those of [`light`](Self::light) do with white, or nearly so, by at least 4.5 to 1.
    pub(crate) fn dark(self) -> u32 {
        match self {
            Self::Form => 0xB4_A8_FF,
            Self::Moved => 0xF2_A6_DE,
            Self::Only => 0x4A_D0_B8,
            Self::Wording => 0xFF_8F_5E,
        }
    }

    /// The colour on a light background, as `0xRRGGBB`.
    pub(crate) fn light(self) -> u32 {
        match self {
            Self::Form => 0x2F_4F_BF,
            Self::Moved => 0x99_2B_86,
            Self::Only => 0x00_6B_75,
            Self::Wording => 0xA8_42_00,
        }
    }
}

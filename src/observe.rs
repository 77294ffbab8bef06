//! Who wants to know how far a comparison is: the library itself says nothing.

use std::fmt;

/// A part of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Keys are made for every distinct token.
    Vocabulary,
    /// Units are aligned, and quotations looked for.
    Align,
    /// Words are linked inside beads.
    Words,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vocabulary => "normalize",
            Self::Align => "align",
            Self::Words => "words",
        })
    }
}

/// Is told when a stage begins and ends.
pub trait Observer {
    /// A stage begins.
    fn begin(&self, stage: Stage);

    /// A stage has ended; `result` counts what came of it, as `4 beads`.
    fn end(&self, stage: Stage, result: fmt::Arguments<'_>);
}

/// An observer who does not care.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn begin(&self, _: Stage) {}

    fn end(&self, _: Stage, _: fmt::Arguments<'_>) {}
}

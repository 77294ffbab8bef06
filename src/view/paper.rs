//! What views are written on: a writer, and whether and in which colours it is painted.

use std::io::{self, Write};

use super::ink::Ink;
use super::palette::Colours;

/// A writer with its colours.
pub(super) struct Paper<'w> {
    out: &'w mut dyn Write,
    colours: Colours,
}

impl<'w> Paper<'w> {
    pub(super) fn new(out: &'w mut dyn Write, colours: Colours) -> Self {
        Self { out, colours }
    }

    /// Writes text in an ink; as it is where there are no colours.
    pub(super) fn paint(&mut self, text: &str, ink: Ink) -> io::Result<()> {
        match self.colours.escape(ink) {
            Some(escape) => write!(self.out, "{escape}{text}{RESET}"),
            None => self.out.write_all(text.as_bytes()),
        }
    }
}

/// The escape sequence that ends colour and style.
const RESET: &str = "\x1B[0m";

impl Write for Paper<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

//! Standard output for what is no view: data for programs, which steer no terminal all the same.

use std::io::{self, BufWriter, IsTerminal, Write};

use crate::visible::Shown;

/// Standard output, buffered: as it is for programs, safe to look at on a terminal.
pub(super) fn stdout() -> Box<dyn Write> {
    let out = BufWriter::new(io::stdout().lock());
    match io::stdout().is_terminal() {
        true => Box::new(Shown::new(out)),
        false => Box::new(out),
    }
}

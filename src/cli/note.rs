//! What is said on standard error beside the result.

use std::fmt;
use std::io::{self, Write};

/// Says something on stderr that is no error.
pub(super) fn note(message: impl fmt::Display) {
    // What cannot be said is no reason to stop.
    let _ = writeln!(io::stderr(), "enregard: note: {message}");
}

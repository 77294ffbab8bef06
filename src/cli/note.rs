//! What is said on standard error beside the result, and how files are called there.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use crate::visible;

/// Says something on stderr that is no error.
pub(super) fn note(message: impl fmt::Display) {
    say(format_args!("enregard: note: {message}"));
}

/// Says something on stderr. Whatever it holds steers no terminal.
pub(super) fn say(message: impl fmt::Display) {
    // What cannot be said is no reason to stop.
    let _ = writeln!(io::stderr(), "{}", visible::message(&message.to_string()));
}

/// A file as it can be named in a line.
pub(super) fn name_of(path: impl AsRef<Path>) -> String {
    visible::name(&path.as_ref().to_string_lossy()).into_owned()
}

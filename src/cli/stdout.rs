//! Standard output for what is no view: data for programs, which steer no terminal all the same; and whoever reads it, who may leave.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use super::STDOUT_FAILED;
use crate::visible::Shown;

/// Standard output, buffered: as it is for programs, safe to look at on a terminal.
pub(super) fn stdout() -> Box<dyn Write> {
    let out = BufWriter::new(io::stdout().lock());
    match io::stdout().is_terminal() {
        true => Box::new(Shown::new(out)),
        false => Box::new(out),
    }
}

/// Whether writing has failed because nobody reads any more: a pipe that is closed, or a connection that the other end has cut.
pub(super) fn is_cut_off(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted
    )
}

/// Whether a command has failed only because whoever reads its output has seen enough. A connection that is cut while something is
/// read from it is another matter: there the input is not whole.
pub fn nobody_reads(error: &anyhow::Error) -> bool {
    let writes = error
        .chain()
        .any(|cause| cause.to_string() == STDOUT_FAILED);
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref());
    causes.any(|cause: &io::Error| {
        cause.kind() == ErrorKind::BrokenPipe || (writes && is_cut_off(cause))
    })
}

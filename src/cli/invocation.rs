//! What holds for a whole run, whatever the command.

use std::path::PathBuf;

use super::limits::MostBytes;
use super::output::{Kept, SETTINGS};

/// What holds for a whole run.
#[derive(Debug)]
pub(super) struct Invocation {
    /// The settings files that were read.
    pub(super) settings: Vec<PathBuf>,
    /// The most that is read of a file.
    pub(super) most: MostBytes,
}

impl Invocation {
    /// The files that are read by any command.
    pub(super) fn kept(&self) -> Kept {
        Kept::default().and(SETTINGS, &self.settings)
    }
}

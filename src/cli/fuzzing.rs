//! What `fuzz/` tries of the command: what it reads beside texts. Built where the crate is built for that (`--cfg fuzzing`).

use super::{batch, settings_file};

/// Reads a settings file, one that lies beside a text or one that is trusted.
pub fn settings(text: &str, is_found: bool) {
    settings_file::try_read(text, is_found);
}

/// Reads a manifest to its end; `form` chooses among CSV, TSV and JSON Lines.
pub fn manifest(form: u8, bytes: Vec<u8>) {
    batch::try_read(form, bytes);
}

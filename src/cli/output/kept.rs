//! The files that are read, whatever for: none of them is ever written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::cli::note::name_of;
use anyhow::bail;

use super::identity::{self, FileId, folded};
use super::place::Place;

/// What a file is that is read, as a message says it.
pub(in crate::cli) type Role = &'static str;

/// One of the texts.
pub(in crate::cli) const TEXT: Role = "one of the files compared, which are never written";
/// A file of `--lexicon` or `--thesaurus`.
pub(in crate::cli) const KNOWN: Role = "a lexicon or thesaurus that is read; write another file";
/// A settings file.
pub(in crate::cli) const SETTINGS: Role = "a settings file that is read; write another file";
/// The manifest of a batch.
pub(in crate::cli) const MANIFEST: Role = "the manifest, which is never written";

/// The files that are read.
#[derive(Debug, Default)]
pub(in crate::cli) struct Kept {
    existing: HashMap<FileId, Role>,
    /// What does not exist yet must not come to be under the hands of who reads it.
    missing: HashMap<PathBuf, Role>,
}

impl Kept {
    /// These files as well; `-` is standard input, which a shell may have read from a file.
    pub(in crate::cli) fn and<P: AsRef<Path>>(
        mut self,
        role: Role,
        paths: impl IntoIterator<Item = P>,
    ) -> Self {
        for path in paths {
            let path = path.as_ref();
            if let Some(id) = FileId::read(path) {
                self.existing.entry(id).or_insert(role);
            } else if let Ok(Place::File { path, .. }) = Place::of(path) {
                self.missing.entry(folded(&path)).or_insert(role);
            }
        }
        self
    }

    /// Refuses standard output that a shell has sent to one of them: it would be read while it is written.
    pub(in crate::cli) fn check_stdout(&self) -> anyhow::Result<()> {
        let out = identity::stdout().filter(|out| out.is_file);
        match out.and_then(|out| self.existing.get(&out.id)) {
            Some(role) => bail!("standard output: is {role}"),
            None => Ok(()),
        }
    }

    /// Refuses a place where one of them stands.
    pub(super) fn check(&self, name: &Path, place: &Place) -> anyhow::Result<()> {
        let role = match (place.id(), place) {
            (Some(id), _) => self.existing.get(&id),
            (None, Place::File { path, .. }) => self.missing.get(&folded(path)),
            (None, _) => None,
        };
        match role {
            Some(role) => bail!("-o {}: is {role}", name_of(name)),
            None => Ok(()),
        }
    }
}

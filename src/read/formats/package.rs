//! Documents that are archives of parts (ZIP): each part is looked up by its name and unpacked in memory, never to a file.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::source::Source;
use super::xml;
use crate::error::Result;

/// An archive of parts.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    source: Source<'a>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8], source: Source<'a>) -> Result<Self> {
        Ok(Self {
            archive: ZipArchive::new(Cursor::new(bytes))
                .map_err(|error| source.damaged("", error))?,
            source,
            left: source.most_unpacked(),
        })
    }

    /// The text of a part in XML; nothing where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>> {
        let bytes = self.bytes(name)?;
        bytes
            .map(|bytes| xml::decode(bytes, name, self.source))
            .transpose()
    }

    /// The text of a part in XML that cannot be missing.
    pub(super) fn needed(&mut self, name: &str) -> Result<String> {
        self.part(name)?
            .ok_or_else(|| self.source.damaged("it", format_args!("{name} is missing")))
    }

    /// A part; nothing where there is no such part.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let source = self.source;
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(source.unread("it is encrypted; save it without a password"));
            }
            Err(error) => return Err(source.damaged(name, error)),
        };
        let mut bytes = Vec::new();
        entry
            .take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| source.damaged(name, error))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| source.swollen())?;
        Ok(Some(bytes))
    }
}

/// A name in an archive, as a part in `folder` names it: from there, or from the root.
pub(super) fn resolved(target: &str, folder: &str) -> String {
    let mut names: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|name| !name.is_empty()).collect(),
    };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

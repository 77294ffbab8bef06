//! Which file a name stands for, whatever the name: `./t.csv`, a link, a descriptor that is open.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::read::file_and_part;
use unicode_normalization::UnicodeNormalization;

/// A file that exists: two names with the same value are names of one file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct FileId(Id);

/// The device, and the number of the file there.
#[cfg(unix)]
type Id = (u64, u64);
#[cfg(not(unix))]
type Id = PathBuf;

impl FileId {
    /// The file of this name, if there is one; links are followed.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Self::named(path, &fs::metadata(path).ok()?)
    }

    /// The file that is read under this name: `-` is standard input, which a shell may have taken from a file.
    pub(super) fn read(path: &Path) -> Option<Self> {
        match path.as_os_str() == "-" {
            true => stream(io::stdin()).filter(|s| s.is_file).map(|s| s.id),
            false => Self::of(&file_and_part(path).0),
        }
    }

    /// The pipe of this name, if it is one.
    #[cfg(unix)]
    pub(super) fn of_pipe(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let is_pipe = std::os::unix::fs::FileTypeExt::is_fifo(&metadata.file_type());
        is_pipe.then(|| Self::named(path, &metadata))?
    }

    #[cfg(not(unix))]
    pub(super) fn of_pipe(_: &Path) -> Option<Self> {
        None
    }

    #[cfg(unix)]
    fn named(_: &Path, metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self((metadata.dev(), metadata.ino())))
    }

    #[cfg(not(unix))]
    fn named(path: &Path, _: &Metadata) -> Option<Self> {
        fs::canonicalize(path).ok().map(Self)
    }
}

/// A stream of this process, and what it is.
#[derive(Debug)]
pub(super) struct Stream {
    pub(super) id: FileId,
    /// Whether it is a file, and no terminal, pipe or device.
    pub(super) is_file: bool,
    pub(super) is_pipe: bool,
}

/// Standard output, as far as that can be told.
pub(super) fn stdout() -> Option<Stream> {
    stream(io::stdout())
}

/// Standard error.
pub(super) fn stderr() -> Option<Stream> {
    stream(io::stderr())
}

#[cfg(unix)]
fn stream(stream: impl std::os::fd::AsFd) -> Option<Stream> {
    let file = File::from(stream.as_fd().try_clone_to_owned().ok()?);
    let metadata = file.metadata().ok()?;
    let is_pipe = std::os::unix::fs::FileTypeExt::is_fifo(&metadata.file_type());
    Some(Stream {
        id: FileId::named(Path::new(""), &metadata)?,
        is_file: metadata.is_file(),
        is_pipe,
    })
}

#[cfg(not(unix))]
fn stream<S>(_: S) -> Option<Stream> {
    let _ = File::open;
    None
}

/// A name of a file that need not exist, as systems see it that take `T.csv` and `t.csv`, or `é` and `e` with an accent, for one.
pub(in crate::cli) fn folded(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(name.nfc().collect::<String>().to_lowercase())
}

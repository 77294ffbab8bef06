//! Where something is written: a file that is made or replaced as a whole, or what is written to as it stands.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::note::name_of;
use anyhow::{Context, bail, ensure};

use super::identity::{self, FileId, folded};

/// Links that may lead from one to the next; systems follow no more.
const MOST_LINKS: usize = 40;

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A file in a folder that exists. The path is no link: where one was named it keeps pointing here.
    File {
        path: PathBuf,
        /// The file that stands there now.
        id: Option<FileId>,
    },
    /// A pipe or a device.
    Stream {
        path: PathBuf,
        /// The pipe.
        id: Option<FileId>,
    },
    /// The standard output of this process, whatever that is.
    Stdout,
    /// The standard error.
    Stderr,
}

impl Place {
    /// The place of a name; an error when nothing can be written there.
    pub(super) fn of(path: &Path) -> anyhow::Result<Self> {
        let shown = name_of(path);
        let metadata = fs::metadata(path).ok();
        if let Some(metadata) = &metadata {
            ensure!(
                !metadata.is_dir(),
                "{shown}: cannot be written: it is a directory"
            );
            ensure!(
                !metadata.permissions().readonly(),
                "{shown}: cannot be written: it is read-only"
            );
        }
        match follow(path)? {
            Followed::Descriptor => descriptor(path),
            Followed::File(_) if metadata.as_ref().is_some_and(|m| !m.is_file()) => {
                Ok(Self::stream(path))
            }
            Followed::File(end) => {
                let id = FileId::of(&end);
                ensure!(
                    metadata.is_some() || id.is_none(),
                    "{shown}: cannot be written"
                );
                let taken = identity::stdout().is_some_and(|out| out.is_file && Some(out.id) == id);
                ensure!(
                    !taken,
                    "-o {shown}: standard output goes there already; name another file"
                );
                Ok(Self::File { path: end, id })
            }
        }
    }

    fn stream(path: &Path) -> Self {
        Self::Stream {
            path: path.to_owned(),
            id: FileId::of_pipe(path),
        }
    }

    /// The file that stands there now, or the pipe: who reads from that and writes to it waits for itself. Devices have none, for
    /// a terminal is read and written.
    pub(super) fn id(&self) -> Option<FileId> {
        let of = |stream: Option<identity::Stream>| stream.filter(|s| s.is_file || s.is_pipe);
        match self {
            Self::File { id, .. } | Self::Stream { id, .. } => id.clone(),
            Self::Stdout => of(identity::stdout()).map(|stream| stream.id),
            Self::Stderr => of(identity::stderr()).map(|stream| stream.id),
        }
    }

    /// Whether what is written to the one is lost in the other, or mixed with it.
    pub(super) fn is_one_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File { path, id }, Self::File { path: its, id: own }) => {
                path == its
                    || (id.is_some() && id == own)
                    // Which of these a system takes for one cannot be told before they exist.
                    || ((id.is_none() || own.is_none()) && folded(path) == folded(its))
            }
            _ => self == other || self.id().is_some_and(|id| Some(id) == other.id()),
        }
    }
}

/// What the links of a name lead to.
enum Followed {
    /// This, which is no link, and need not exist.
    File(PathBuf),
    /// A descriptor that is open.
    Descriptor,
}

/// Follows the links that a name may be.
fn follow(path: &Path) -> anyhow::Result<Followed> {
    let shown = name_of(path);
    let mut here = path.to_owned();
    for _ in 0..MOST_LINKS {
        ensure!(
            !here.as_os_str().as_encoded_bytes().ends_with(b"/"),
            "{shown}: is the name of a folder, not of a file"
        );
        let name = here
            .file_name()
            .with_context(|| format!("{shown}: is not the name of a file"))?;
        let folder = folder(&here);
        let within = match fs::canonicalize(folder) {
            Ok(within) if within.is_dir() => within,
            _ => bail!(
                "{shown}: cannot be written: there is no folder {}",
                name_of(folder)
            ),
        };
        let end = within.join(name);
        let link = fs::read_link(&end).ok();
        if within == Path::new("/dev/fd")
            || within.starts_with("/proc")
            || (link.is_some() && within == Path::new("/dev"))
        {
            return Ok(Followed::Descriptor);
        }
        match link {
            Some(to) => here = within.join(to),
            None => return Ok(Followed::File(end)),
        }
    }
    bail!("{shown}: cannot be written: too many links lead from one to the next")
}

/// What stands behind `/dev/stdout`, `/dev/fd/3`: to replace a file that is open would lose what others write to it.
fn descriptor(path: &Path) -> anyhow::Result<Place> {
    let shown = name_of(path);
    let metadata = fs::metadata(path).with_context(|| format!("{shown}: cannot be written"))?;
    let id = FileId::of(path);
    let is = |stream: Option<identity::Stream>| stream.is_some_and(|s| Some(s.id) == id);
    if is(identity::stdout()) {
        Ok(Place::Stdout)
    } else if is(identity::stderr()) {
        Ok(Place::Stderr)
    } else {
        ensure!(
            !metadata.is_file(),
            "-o {shown}: a file is open there, and would lose what others write to it; name the file, or use /dev/stdout"
        );
        Ok(Place::stream(path))
    }
}

/// The folder of a file.
pub(super) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

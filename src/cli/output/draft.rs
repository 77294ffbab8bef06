//! A file on its way: without a name until it is whole, so that nothing is left of a run that is killed.

use std::fs::{self, File};
use std::io::{self, Seek};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::place::folder;

/// What begins the name that a file has for the moment before it takes its place.
const PREFIX: &str = ".enregard-";

/// A file that is being written.
pub(super) struct Draft {
    pub(super) file: File,
    target: PathBuf,
}

/// A file that is whole, under a name beside its target. Dropped, it is gone.
pub(super) struct Whole {
    named: NamedTempFile<()>,
    target: PathBuf,
}

impl Draft {
    /// A file that can take the place of `target`, which is no link.
    pub(super) fn beside(target: &Path) -> io::Result<Self> {
        let file = unnamed(folder(target))?;
        like(&file, target)?;
        Ok(Self {
            file,
            target: target.to_owned(),
        })
    }

    /// Gives it a name.
    pub(super) fn finish(self) -> io::Result<Whole> {
        let Self { mut file, target } = self;
        let folder = folder(&target);
        let mut builder = Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(NEW));
        let linked = builder.make_in(folder, |path| link(&file, path));
        let named = linked.or_else(|_| {
            // Where a file cannot get a name later, it is copied into one that has.
            let mut copy = builder.tempfile_in(folder)?;
            file.rewind()?;
            io::copy(&mut file, copy.as_file_mut())?;
            like(copy.as_file(), &target)?;
            let path = copy.into_temp_path();
            Ok::<_, io::Error>(NamedTempFile::from_parts((), path))
        })?;
        Ok(Whole { named, target })
    }
}

impl Whole {
    /// Takes the place of the target.
    pub(super) fn take_place(self) -> io::Result<()> {
        self.named
            .persist(self.target)
            .map_err(|failed| failed.error)
    }
}

/// A file without a name that can have one later; else one without a name all the same.
#[cfg(target_os = "linux")]
fn unnamed(folder: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    // The flags are bits, whatever the sign of their type.
    let flags = OFlags::TMPFILE.bits().cast_signed();
    let mut options = File::options();
    options.read(true).write(true).mode(NEW).custom_flags(flags);
    options
        .open(folder)
        .or_else(|_| tempfile::tempfile_in(folder))
}

#[cfg(not(target_os = "linux"))]
fn unnamed(folder: &Path) -> io::Result<File> {
    tempfile::tempfile_in(folder)
}

/// Gives a file without a name this one.
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd;
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The permissions of a new file, which the process's mask lessens.
#[cfg(unix)]
const NEW: u32 = 0o666;

/// Gives a file the permissions and the owner of the one whose place it takes, as far as that can be done.
#[cfg(unix)]
fn like(file: &File, target: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    if let Ok(old) = fs::metadata(target) {
        let new = file.metadata()?;
        if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
            // Root alone may; for others it is theirs.
            let _ = fchown(file, Some(old.uid()), Some(old.gid()));
        }
        file.set_permissions(old.permissions())?;
    }
    Ok(())
}

/// Elsewhere files inherit from their folder.
#[cfg(not(unix))]
fn like(_: &File, _: &Path) -> io::Result<()> {
    let _ = fs::metadata::<&Path>;
    Ok(())
}

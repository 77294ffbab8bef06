//! Files that are written and read by themselves: tables and lexicons.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use pyo3::prelude::*;

/// Opens a file.
pub(crate) fn open(path: &Path) -> PyResult<File> {
    File::open(path).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::NotFound => "no such file".to_owned(),
            kind => kind.to_string(),
        };
        raised(error.kind(), path, &why)
    })
}

/// Writes a file whole or not at all, with the permissions that a new file has.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> PyResult<()> {
    let folder = folder(path);
    written(path, folder, bytes).map_err(|error| {
        let why = match folder.is_dir() {
            true => error.kind().to_string(),
            false => format!("there is no folder {}", folder.display()),
        };
        raised(error.kind(), path, &format!("cannot be written: {why}"))
    })
}

fn written(path: &Path, folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    folder.unwrap_or(Path::new("."))
}

/// As the subclass of OSError that the kind has.
fn raised(kind: ErrorKind, path: &Path, why: &str) -> PyErr {
    io::Error::new(kind, format!("{}: {why}", path.display())).into()
}

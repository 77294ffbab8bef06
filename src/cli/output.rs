//! Files that are written: each whole or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Permissions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use crate::AlignmentTable;
use crate::export::{self, ExportOptions, Format};
use anyhow::{Context, bail, ensure};
use tempfile::{Builder, NamedTempFile};

/// A file to write.
#[derive(Debug)]
pub(super) struct Output {
    /// Its name.
    path: PathBuf,
    /// What is written to it.
    pub(super) format: Format,
}

impl Output {
    /// Whether it takes the place of the file at `path`.
    pub(super) fn replaces(&self, path: &Path) -> bool {
        let [own, other] = [&self.path, path].map(|path| fs::canonicalize(path).ok());
        own.is_some() && own == other
    }
}

/// What is to be written, from the arguments; refuses what can be seen to fail before anything is computed.
pub(super) fn resolve(args: &[OsString], inputs: &[PathBuf]) -> anyhow::Result<Vec<Output>> {
    let mut targets: Vec<PathBuf> = Vec::new();
    let mut outputs = Vec::new();
    for arg in args {
        let (format, path) = parse(arg)?;
        let target = check(path, inputs)?;
        ensure!(
            !targets.contains(&target),
            "-o {}: the same file is named twice",
            path.display()
        );
        targets.push(target);
        outputs.push(Output {
            path: path.to_owned(),
            format,
        });
    }
    Ok(outputs)
}

/// Writes the table to all files. They appear under their names only when all of them are complete; until then they have
/// no names at all, so that nothing is left of a run that was killed.
pub(super) fn write(
    outputs: &[Output],
    table: &AlignmentTable,
    options: &ExportOptions,
) -> anyhow::Result<()> {
    let mut complete = Vec::with_capacity(outputs.len());
    for output in outputs {
        let failed = || format!("{}: cannot be written", output.path.display());
        if is_special(&output.path) {
            let mut file = File::options()
                .write(true)
                .open(&output.path)
                .with_context(failed)?;
            export::write(table, output.format, options, &mut file).with_context(failed)?;
            continue;
        }
        // A symbolic link keeps pointing at the file.
        let target = fs::canonicalize(&output.path).unwrap_or_else(|_| output.path.clone());
        let mut file = tempfile::tempfile_in(folder(&target)).with_context(failed)?;
        export::write(table, output.format, options, &mut file).with_context(failed)?;
        complete.push((file, target, failed()));
    }
    let mut named = Vec::with_capacity(complete.len());
    for (file, target, failed) in complete {
        let file = named_beside(&target, file).with_context(|| failed.clone())?;
        named.push((file, target, failed));
    }
    for (file, target, failed) in named {
        file.persist(target).map_err(|e| e.error).context(failed)?;
    }
    Ok(())
}

/// Refuses what can be seen to fail before anything is computed, as writing over a file that is read.
pub(super) fn check(path: &Path, inputs: &[PathBuf]) -> anyhow::Result<PathBuf> {
    let target = place(path)?;
    ensure!(
        !inputs
            .iter()
            .any(|input| fs::canonicalize(input).is_ok_and(|input| input == target)),
        "-o {}: is one of the files compared, which are never written",
        path.display()
    );
    Ok(target)
}

/// Writes a file, whole or not at all.
pub(super) fn put(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let failed = || format!("{}: cannot be written", path.display());
    if is_special(path) {
        let mut file = File::options()
            .write(true)
            .open(path)
            .with_context(failed)?;
        return file.write_all(content).with_context(failed);
    }
    // A symbolic link keeps pointing at the file.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = temporary(&target).with_context(failed)?;
    file.write_all(content).with_context(failed)?;
    file.persist(target)
        .map_err(|e| e.error)
        .with_context(failed)?;
    Ok(())
}

/// `[FORMAT:]FILE`.
fn parse(arg: &OsStr) -> anyhow::Result<(Format, &Path)> {
    let shown = arg.display();
    let known = || Format::ALL.map(Format::name).join(", ");
    let prefixed = arg.to_str().and_then(|arg| arg.split_once(':'));
    let (format, path) = match prefixed {
        // One letter is a drive.
        Some((name, path))
            if name.len() > 1 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') =>
        {
            let format = Format::from_name(name).or_else(|| Format::from_extension(name));
            let format = format.with_context(|| {
                format!("-o {shown}: no format is called `{name}`; they are {} (for a file of that name: ./{shown})", known())
            })?;
            (format, Path::new(path))
        }
        _ => {
            let path = Path::new(arg);
            let extension = path.extension().unwrap_or_default();
            let format = extension.to_str().and_then(Format::from_extension).with_context(|| {
                format!("-o {shown}: the name does not say which format is meant; put it before the name, as in csv:{shown}; formats: {}", known())
            })?;
            (format, path)
        }
    };
    if path.as_os_str().is_empty() {
        bail!("-o {shown}: the name of the file is missing");
    }
    if path.as_os_str() == "-" {
        bail!(
            "-o {shown}: use --format {} for standard output",
            format.name()
        );
    }
    Ok((format, path))
}

/// Where a file will stand, whether it exists or not; an error when it cannot stand there.
fn place(path: &Path) -> anyhow::Result<PathBuf> {
    let shown = path.display();
    if let Ok(metadata) = fs::metadata(path) {
        ensure!(
            !metadata.is_dir(),
            "{shown}: cannot be written: it is a directory"
        );
        ensure!(
            !metadata.permissions().readonly(),
            "{shown}: cannot be written: it is read-only"
        );
        if is_special(path) {
            return Ok(path.to_owned());
        }
        return fs::canonicalize(path).with_context(|| format!("{shown}: cannot be written"));
    }
    let name = path
        .file_name()
        .with_context(|| format!("{shown}: is not the name of a file"))?;
    let folder = folder(path);
    match fs::canonicalize(folder) {
        Ok(folder) if folder.is_dir() => Ok(folder.join(name)),
        _ => bail!(
            "{shown}: cannot be written: there is no folder {}",
            folder.display()
        ),
    }
}

/// Something that is written to, not replaced: a device, a pipe.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|m| !m.is_file())
}

/// What a file holds, in a temporary file that can take the place of `target`.
fn named_beside(target: &Path, mut file: File) -> io::Result<NamedTempFile> {
    file.rewind()?;
    let mut named = temporary(target)?;
    io::copy(&mut file, named.as_file_mut())?;
    Ok(named)
}

/// A temporary file that can take the place of `target`: beside it, with its permissions, or those of any new file.
fn temporary(target: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".enregard-");
    let permissions = fs::metadata(target)
        .map(|m| m.permissions())
        .ok()
        .or_else(new_file);
    if let Some(permissions) = &permissions {
        builder.permissions(permissions.clone());
    }
    builder.tempfile_in(folder(target))
}

/// The permissions a new file gets, which the process's mask then lessens.
#[cfg(unix)]
fn new_file() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

/// Elsewhere new files inherit from their folder.
#[cfg(not(unix))]
fn new_file() -> Option<Permissions> {
    None
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

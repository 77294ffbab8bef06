//! Files that are written: each whole or not at all, and none that is read.

mod draft;
mod identity;
mod kept;
mod place;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::interrupt::undisturbed;
use super::note::name_of;
use super::stdout::{is_cut_off, stdout};
use crate::AlignmentTable;
use crate::export::{self, ExportOptions, Format};
use crate::visible::Shown;
use anyhow::{Context, bail, ensure};

use draft::{Draft, Whole};
use identity::FileId;
pub(super) use identity::folded;
use place::Place;

pub(super) use kept::{KNOWN, Kept, MANIFEST, SETTINGS, TEXT};

/// A file to write.
#[derive(Debug)]
pub(super) struct Output {
    /// Its name.
    path: PathBuf,
    place: Place,
    /// What is written to it.
    pub(super) format: Format,
}

impl Output {
    /// A file of this name; refuses what can be seen to fail before anything is computed, as writing over a file that is read.
    pub(super) fn new(format: Format, path: &Path, kept: &Kept) -> anyhow::Result<Self> {
        let place = Place::of(path)?;
        kept.check(path, &place)?;
        Ok(Self {
            path: path.to_owned(),
            place,
            format,
        })
    }

    /// Refuses a folder in which no file can be made.
    fn try_out(&self) -> anyhow::Result<()> {
        match &self.place {
            Place::File { path, .. } => draft(path)
                .map(|_| ())
                .with_context(|| format!("{}: cannot be written", name_of(&self.path))),
            _ => Ok(()),
        }
    }

    /// Whether it takes the place of the file at `path`; `-` is standard input.
    pub(super) fn replaces(&self, path: &Path) -> bool {
        match &self.place {
            Place::File { id: Some(id), .. } => FileId::read(path).as_ref() == Some(id),
            _ => false,
        }
    }

    /// Whether it goes to standard output.
    pub(super) fn is_stdout(&self) -> bool {
        self.place == Place::Stdout
    }

    /// The file that is made or replaced, which is no link; `None` for a pipe or device.
    pub(super) fn file(&self) -> Option<&Path> {
        match &self.place {
            Place::File { path, .. } => Some(path),
            _ => None,
        }
    }
}

/// What is to be written, from the arguments, and whether any of it is in the `format` that is named beside; refuses what can be
/// seen to fail before anything is computed.
pub(super) fn resolve(
    args: &[OsString],
    format: Option<Format>,
    kept: &Kept,
) -> anyhow::Result<(Vec<Output>, bool)> {
    let mut outputs: Vec<Output> = Vec::new();
    let mut taken = false;
    for arg in args {
        let (format, path) = match parse(arg, format)? {
            Named::ByItself(format, path) => (format, path),
            Named::Beside(format, path) => {
                taken = true;
                (format, path)
            }
        };
        let output = Output::new(format, path, kept)?;
        ensure!(
            !outputs.iter().any(|o| o.place.is_one_with(&output.place)),
            "-o {}: the same file is named twice",
            name_of(path)
        );
        output.try_out()?;
        outputs.push(output);
    }
    Ok((outputs, taken))
}

/// Writes the table that is meant for each format to all files. They appear under their names only when all of them are complete; until then they have
/// no names at all, so that nothing is left of a run that was killed.
pub(super) fn write<'t>(
    outputs: &[Output],
    table: impl Fn(Format) -> &'t AlignmentTable,
    options: &ExportOptions,
) -> anyhow::Result<()> {
    let export = |output: &Output, out: &mut dyn Write| {
        export::write(table(output.format), output.format, options, out)
    };
    put_all(outputs.iter().map(|output| {
        let write = move |out: &mut dyn Write| export(output, out);
        (output.path.as_path(), &output.place, write)
    }))
}

/// A file that is no table; refuses what can be seen to fail before anything is computed, as writing over a file that is read.
pub(super) fn check(path: &Path, kept: &Kept) -> anyhow::Result<()> {
    // What will be written makes no difference here.
    Output::new(Format::Tsv, path, kept)?.try_out()
}

/// Writes a file, whole or not at all.
pub(super) fn put(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let place = Place::of(path)?;
    let write = |out: &mut dyn Write| out.write_all(content);
    put_all([(path, &place, write)].into_iter())
}

/// Writes to all places, under the names that messages have: first into files without a name, then to what is written to as
/// it stands, and when nothing has failed the files get their names.
fn put_all<'a>(
    outputs: impl Iterator<
        Item = (
            &'a Path,
            &'a Place,
            impl Fn(&mut dyn Write) -> io::Result<()>,
        ),
    >,
) -> anyhow::Result<()> {
    let mut drafts = Vec::new();
    let mut streams = Vec::new();
    for (name, place, write) in outputs {
        let failed = format!("{}: cannot be written", name_of(name));
        match place {
            Place::File { path, .. } => {
                let mut draft = draft(path).with_context(|| failed.clone())?;
                write(&mut draft.file).with_context(|| failed.clone())?;
                drafts.push((draft, failed));
            }
            _ => streams.push((place, write, failed)),
        }
    }
    let mut closed = Ok(());
    for (place, write, failed) in streams {
        let written = match place {
            Place::Stdout => {
                let mut out = stdout();
                write(&mut out).and_then(|()| out.flush())
            }
            Place::Stderr => write(&mut io::stderr().lock()),
            Place::File { path, .. } | Place::Stream { path, .. } => File::options()
                .write(true)
                .open(path)
                .and_then(|file| stream(file, write)),
        };
        match written {
            // Whoever reads there has seen enough; that is no reason to keep the files back.
            Err(error) if is_cut_off(&error) => {
                closed = Err(io::Error::from(ErrorKind::BrokenPipe)).context(failed);
            }
            other => other.context(failed)?,
        }
    }
    undisturbed(|| {
        let mut whole = Vec::with_capacity(drafts.len());
        for (draft, failed) in drafts {
            whole.push((draft.finish().with_context(|| failed.clone())?, failed));
        }
        let take = |(file, failed): (Whole, String)| file.take_place().context(failed);
        whole.into_iter().try_for_each(take)
    })?;
    closed
}

/// Writes to what stands under a name as it is: safe to look at where that is a terminal.
fn stream(mut file: File, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    match file.is_terminal() {
        true => {
            let mut shown = Shown::new(file);
            write(&mut shown).and_then(|()| shown.flush())
        }
        false => write(&mut file),
    }
}

/// A file, and how its format is known.
enum Named<'a> {
    /// It says so itself.
    ByItself(Format, &'a Path),
    /// By the format that is named beside.
    Beside(Format, &'a Path),
}

/// `[FORMAT:]FILE`. The format that is named `beside` is that of a file whose name does not say another.
fn parse(arg: &OsStr, beside: Option<Format>) -> anyhow::Result<Named<'_>> {
    let shown = name_of(arg);
    let known = || Format::ALL.map(Format::name).join(", ");
    let named = match prefix(arg) {
        // One letter is a drive.
        Some((name, path))
            if name.len() > 1 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') =>
        {
            let format = Format::from_name(name).or_else(|| Format::from_extension(name));
            let format = format.with_context(|| {
                format!("-o {shown}: no format is called `{name}`; they are {} (for a file of that name: ./{shown})", known())
            })?;
            Named::ByItself(format, Path::new(path))
        }
        _ => {
            let path = Path::new(arg);
            let extension = path.extension().unwrap_or_default().to_str();
            let suits = |format: &Format| format.suits_extension(extension.unwrap_or_default());
            match beside.filter(suits) {
                Some(format) => Named::Beside(format, path),
                None => {
                    let format = extension.and_then(Format::from_extension).with_context(|| {
                        format!("-o {shown}: the name does not say which format is meant; put it before the name, as in csv:{shown}; formats: {}", known())
                    })?;
                    Named::ByItself(format, path)
                }
            }
        }
    };
    let (Named::ByItself(format, path) | Named::Beside(format, path)) = named;
    if path.as_os_str().is_empty() {
        bail!("-o {shown}: the name of the file is missing");
    }
    if path.as_os_str() == "-" {
        bail!(
            "-o {shown}: use --format {} for standard output",
            format.name()
        );
    }
    Ok(named)
}

/// What stands before the first colon, and after it; names of files need not be UTF-8.
#[cfg(unix)]
fn prefix(arg: &OsStr) -> Option<(&str, &OsStr)> {
    use std::os::unix::ffi::OsStrExt;
    let bytes = arg.as_bytes();
    let colon = bytes.iter().position(|&b| b == b':')?;
    let name = str::from_utf8(&bytes[..colon]).ok()?;
    Some((name, OsStr::from_bytes(&bytes[colon + 1..])))
}

#[cfg(not(unix))]
fn prefix(arg: &OsStr) -> Option<(&str, &OsStr)> {
    let (name, path) = arg.to_str()?.split_once(':')?;
    Some((name, OsStr::new(path)))
}

/// A file on its way to a target.
fn draft(target: &Path) -> io::Result<Draft> {
    // For a moment it may have a name.
    undisturbed(|| Draft::beside(target))
}

//! Where settings come from, and how far they are trusted.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::{env, io};

use crate::cli::note::name_of;
use anyhow::Context;

/// The most bytes of a settings file; all options together have a hundredth of that.
const LONGEST: u64 = 1 << 20;

/// The name of a settings file.
const NAME: &str = "enregard.toml";

/// The options that a file may give which merely lies beside a text, and may have come with it: how texts are read, aligned
/// and shown. What writes, reads other files, runs a program, or changes what a script is told, is not among them, nor is
/// an option that nobody has thought about.
pub(super) const ANYWHERE: &[&str] = &[
    "apparatus",
    "base",
    "below",
    "color",
    "context",
    "csv-bom",
    "csv-guard",
    "csv-separator",
    "encoding",
    "fold",
    "from",
    "grep",
    "ignore",
    "lang",
    "lossy",
    "marks",
    "min-count",
    "monotone",
    "old-print",
    "only",
    "pair",
    "refs",
    "rows",
    "select",
    "show-skipped",
    "show-typographic",
    "sigla",
    "signs",
    "sort",
    "theme",
    "tmx-lang",
    "tracked",
    "unit",
    "view",
    "width",
];

/// Whose a settings file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The user's own, for all texts.
    Own,
    /// Named on the command line.
    Named,
    /// Found beside a text or above it.
    Found,
}

/// A settings file that may exist.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) origin: Origin,
}

impl Source {
    /// Whether it may give an option.
    pub(super) fn may_say(&self, option: &str) -> bool {
        self.origin != Origin::Found || ANYWHERE.contains(&option)
    }

    /// What it holds; `None` where there is none, or none that counts. What there is to say of that is added to the notes.
    pub(super) fn text(&self, notes: &mut Vec<String>) -> anyhow::Result<Option<String>> {
        let shown = name_of(&self.path);
        if self.origin == Origin::Found && leads_out(&self.path) {
            notes.push(format!(
                "{shown}: is a link that leads out of its folder; it is not read"
            ));
            return Ok(None);
        }
        match (read(&self.path), self.origin) {
            (Ok(text), _) => Ok(Some(text)),
            (Err(error), Origin::Own) if is_absence(&error) => Ok(None),
            // What the system refuses is no reason for every command to fail; what is wrong inside is.
            (Err(error), Origin::Own) if error.raw_os_error().is_none() => {
                Err(error).with_context(|| format!("{shown}: cannot be read"))
            }
            (Err(error), Origin::Own | Origin::Found) => {
                notes.push(format!("{shown}: cannot be read: {error}"));
                Ok(None)
            }
            (Err(error), Origin::Named) => {
                Err(error).with_context(|| format!("{shown}: cannot be read"))
            }
        }
    }
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let mut file = File::open(path)?.take(LONGEST + 1);
    file.read_to_string(&mut text)?;
    match text.len() as u64 > LONGEST {
        true => Err(io::Error::other("it is longer than settings can be")),
        false => Ok(text),
    }
}

/// Whether there is no file for this user: the home may be another's, or no folder at all.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::PermissionDenied
            | ErrorKind::InvalidFilename
    )
}

/// Whether a file is a link to something that stands outside its folder, and that whoever made the link need not be able to read.
fn leads_out(path: &Path) -> bool {
    let (Some(folder), Ok(end)) = (path.parent(), fs::canonicalize(path)) else {
        return true;
    };
    !fs::canonicalize(folder).is_ok_and(|folder| end.starts_with(folder))
}

/// The files of settings, the more particular last: the user's, that of the folder of a text or of one above, and the one
/// that is named. `only_named` leaves out the others.
pub(super) fn sources(
    text: Option<&Path>,
    named: Option<PathBuf>,
    only_named: bool,
) -> Vec<Source> {
    let mut sources = Vec::new();
    if !only_named {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty());
        let home = set("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(PathBuf::from(set("HOME")?).join(".config")))
            .or_else(|| set("APPDATA").map(PathBuf::from));
        let own = home.map(|folder| folder.join("enregard").join(NAME));
        let whole = own.as_ref().and_then(|own| fs::canonicalize(own).ok());
        let found = found(text).filter(|found| Some(found) != whole.as_ref());
        sources.extend(own.map(|path| Source {
            path,
            origin: Origin::Own,
        }));
        sources.extend(found.map(|path| Source {
            path,
            origin: Origin::Found,
        }));
    }
    sources.extend(named.map(|path| Source {
        path,
        origin: Origin::Named,
    }));
    sources
}

/// The nearest file in the folder of a text, or above it.
fn found(text: Option<&Path>) -> Option<PathBuf> {
    let folder = match text.and_then(Path::parent) {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).ok()?;
    let mut files = folder.ancestors().map(|folder| folder.join(NAME));
    files.find(|file| file.is_file())
}

//! What the tables of a batch are called: files in one folder, and nothing but that.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::note::name_of;
use crate::export::Format;
use anyhow::{Context, ensure};

use super::record::{Record, Source};
use crate::cli::output::{Kept, Output, folded};
use crate::visible;

/// The most bytes of a name that systems take.
const LONGEST: usize = 255;

/// The folder of the tables, and what is taken in it.
pub(super) struct Tables {
    /// As the user named it.
    folder: PathBuf,
    /// Where it is.
    within: PathBuf,
    format: Format,
    /// The files that are read.
    kept: Kept,
    /// Whether no file that exists is replaced: it may be the text of a pair that nobody has named yet.
    fresh: bool,
    /// Names, as systems see them that tell neither capitals apart nor ways to write an accent.
    names: HashSet<PathBuf>,
    /// What links lead to.
    files: HashSet<PathBuf>,
}

/// A table to write.
#[derive(Debug)]
pub(super) struct Table {
    /// Its name, as it is told.
    pub(super) path: PathBuf,
    pub(super) output: Output,
    /// What there is to say of its name.
    pub(super) note: Option<String>,
}

impl Tables {
    /// Tables in a folder, which is made where it is missing. `fresh` says that no file is replaced.
    pub(super) fn new(
        folder: &Path,
        format: Format,
        kept: Kept,
        fresh: bool,
    ) -> anyhow::Result<Self> {
        let failed = || format!("{}: cannot be made", name_of(folder));
        fs::create_dir_all(folder).with_context(failed)?;
        Ok(Self {
            folder: folder.to_owned(),
            within: fs::canonicalize(folder).with_context(failed)?,
            format,
            kept,
            fresh,
            names: HashSet::new(),
            files: HashSet::new(),
        })
    }

    /// The table of a pair; an error when its file is that of an earlier pair, is read, or stands outside the folder.
    pub(super) fn of(&mut self, pair: usize, record: &Record) -> anyhow::Result<Table> {
        let id = match &record.id {
            Some(serde_json::Value::String(id)) => Some(id.clone()),
            Some(id) => Some(id.to_string()),
            None => None,
        };
        let (name, note) = match (id, record.texts.first().map(|text| &text.source)) {
            (Some(id), _) => {
                let name = plain(&id);
                let note = (name != id).then(|| {
                    format!(
                        "the id is not the name of a file everywhere; its table is called {name}"
                    )
                });
                (name, note)
            }
            (None, Some(Source::File(path))) => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                (format!("{pair:04}-{}", plain(&stem)), None)
            }
            (None, _) => (format!("{pair:04}"), None),
        };
        ensure!(
            self.names.insert(folded(Path::new(&name))),
            "an earlier pair is called {name} as well; give each an id of its own"
        );
        let file = format!("{name}.{}", extension(self.format));
        ensure!(
            file.len() <= LONGEST,
            "the id is too long for the name of a file ({LONGEST} bytes); give the pair a shorter one"
        );
        let path = self.folder.join(file);
        ensure!(
            !self.fresh || fs::symlink_metadata(&path).is_err(),
            "{}: exists, and might be a text of a pair still to come; name the manifest as a file, or another folder",
            name_of(&path)
        );
        let output = Output::new(self.format, &path, &self.kept)?;
        let end = output.file().filter(|end| end.starts_with(&self.within));
        let end = end.with_context(|| {
            format!(
                "{}: is a link that leads out of the folder, or no file; remove it first",
                name_of(&path)
            )
        })?;
        ensure!(
            self.files.insert(folded(end)),
            "{}: is a link to the table of an earlier pair; remove it first",
            name_of(&path)
        );
        Ok(Table { path, output, note })
    }
}

/// A name that can be a file's on any system: whatever parts folders, steers a terminal or has a meaning elsewhere becomes `_`.
fn plain(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            c if visible::name(c.encode_utf8(&mut [0; 4])) != *c.encode_utf8(&mut [0; 4]) => '_',
            c => c,
        })
        .collect();
    // Neither hidden nor a way up; an end that some systems drop would make two names one.
    let plain = plain.trim().trim_start_matches('.');
    match plain.trim_end_matches(['.', ' ']) {
        "" => "_".to_owned(),
        name if is_device(name) => format!("{name}_"),
        name => name.to_owned(),
    }
}

/// Whether Windows takes a file of this name for a device, whatever stands behind a point.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_uppercase();
    let port = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || port.is_some_and(|n| {
        matches!(n, "¹" | "²" | "³")
            || (n.len() == 1 && n != "0" && n.as_bytes()[0].is_ascii_digit())
    })
}

/// The extension of a format's files: the one that stands for it, else its name.
fn extension(format: Format) -> &'static str {
    [
        "csv", "tsv", "json", "jsonl", "md", "xlsx", "html", "svg", "tmx", "xml",
    ]
    .into_iter()
    .find(|extension| Format::from_extension(extension) == Some(format))
    .unwrap_or_else(|| format.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        for (id, name) in [
            ("Gn 1:1", "Gn 1_1"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("/etc/passwd", "_etc_passwd"),
            ("..", "_"),
            ("été\n", "été_"),
            ("a\0b", "a_b"),
            (r"..\x", "_x"),
            ("nul", "nul_"),
            ("Com1.txt", "Com1.txt_"),
            ("lpt0", "lpt0"),
            ("con", "con_"),
            ("conte", "conte"),
            ("x. .", "x"),
            ("a\u{202e}b\u{9b}", "a_b_"),
            ("", "_"),
        ] {
            assert_eq!(plain(id), name, "{id:?}");
        }
    }

    #[test]
    fn extensions() {
        assert_eq!(extension(Format::Tei), "xml");
        assert_eq!(extension(Format::Vecalign), "vecalign");
    }
}

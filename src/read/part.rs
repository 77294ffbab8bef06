//! A part of a file, named behind it: `texts.csv#fr`.

use std::path::{Path, PathBuf};

/// A part of a file that holds several texts: a column, a field, a language, a witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What leads to it, as it stands behind the `#`.
    pub name: String,
    /// What the file calls it; nothing where it has a place there, and no name.
    pub title: Option<String>,
}

/// The file that a name stands for, and the part of it that it names: the longest beginning before a `#` that is a file. A file
/// of that very name is meant whole, and so is what is none.
pub fn file_and_part(name: &Path) -> (PathBuf, Option<String>) {
    let whole = || (name.to_owned(), None);
    let Some(text) = name.to_str().filter(|_| !name.exists()) else {
        return whole();
    };
    let parted = text.rmatch_indices('#').find_map(|(at, _)| {
        let file = Path::new(&text[..at]);
        let part = text[at + 1..].to_owned();
        file.is_file().then(|| (file.to_owned(), Some(part)))
    });
    parted.unwrap_or_else(whole)
}

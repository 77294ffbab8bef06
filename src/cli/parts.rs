//! Files that hold several texts: their parts, as files are named.

use std::path::PathBuf;

use crate::read::{self, Encoding, Part, ReadOptions};

use super::inputs::{is_stdin, resolve_kind, resolve_selector};
use super::limits::MostBytes;
use super::options::ReadArgs;
use super::sigla::of_all;
use super::titles::Titles;

/// The files as they are read, and what they call their texts: a file that is named alone is named part by part, where it has
/// several.
pub(super) fn named(
    files: Vec<PathBuf>,
    args: &ReadArgs,
    most: MostBytes,
) -> anyhow::Result<(Vec<PathBuf>, Titles)> {
    let whole = of_one(&files);
    let Some(whole) = whole.filter(|_| args.via.is_empty()) else {
        return Ok((files, Titles::default()));
    };
    let options = options(args, most)?;
    let alone = files.len() == 1;
    let parts = match files.as_slice() {
        [file] => read::parts(file, &options)?,
        // What is wrong with one of them is told when its text is read.
        files => {
            let each = files.iter().map(|file| read::parts(file, &options));
            let each = each.collect::<Result<Vec<_>, _>>().unwrap_or_default();
            each.into_iter().flatten().collect()
        }
    };
    if parts.len() < 2 {
        return Ok((files, Titles::default()));
    }
    let named = |part: &Part| {
        let mut name = whole.clone().into_os_string();
        name.push("#");
        name.push(&part.name);
        name.into()
    };
    let files = match alone {
        true => parts.iter().map(named).collect(),
        false => files,
    };
    let titles = parts.into_iter().map(|part| part.title);
    let titles = match titles.collect::<Option<Vec<String>>>() {
        Some(titles) => Titles::new(&whole, read::kind(&whole, &options)?, titles),
        None => Titles::default(),
    };
    Ok((files, titles))
}

/// The file that is named alone, or of which several are parts.
fn of_one(files: &[PathBuf]) -> Option<PathBuf> {
    let parted = |file: &PathBuf| match is_stdin(file) {
        true => None,
        false => Some(read::file_and_part(file)).filter(|(whole, _)| whole.is_file()),
    };
    let parted: Vec<_> = files.iter().map(parted).collect::<Option<_>>()?;
    let [(whole, _), others @ ..] = parted.as_slice() else {
        return None;
    };
    let all_parts = || {
        parted
            .iter()
            .all(|(file, part)| file == whole && part.is_some())
    };
    (others.is_empty() || all_parts()).then(|| whole.clone())
}

/// How the file is read: by what is said of all texts. What is said of one is not said of the file.
fn options(args: &ReadArgs, most: MostBytes) -> anyhow::Result<ReadOptions> {
    let [kind, encoding] = [&args.from, &args.encoding].map(|values| of_all(values).next_back());
    Ok(ReadOptions {
        encoding: encoding.map(Encoding::from_label).transpose()?,
        lossy: args.lossy,
        kind: kind.map(resolve_kind).transpose()?,
        select: of_all(&args.select)
            .map(resolve_selector)
            .collect::<Result<_, _>>()?,
        max_size: most.0,
        ..ReadOptions::default()
    })
}

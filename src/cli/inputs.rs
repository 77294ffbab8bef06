//! The files: their sigla, how each is read, and reading them.

use std::io;
use std::path::{Path, PathBuf};

use crate::read::{self, Encoding, Kind, Numbering, ReadOptions, Reading, Selector};
use crate::witness::{Language, Siglum};
use anyhow::{Context, bail, ensure};
use rayon::prelude::*;

use super::limits::MostBytes;
use super::note::name_of;
use super::options::ReadArgs;
use super::sigla::Names;
use super::via::Via;

/// A file to read.
#[derive(Debug)]
pub(super) struct Input {
    /// Its name; `-` is standard input.
    pub(super) path: PathBuf,
    /// Its short name.
    pub(super) siglum: Siglum,
    /// How to read it.
    pub(super) options: ReadOptions,
    /// The program that gets its text out, if one does.
    pub(super) via: Option<Via>,
}

/// What is to be read, from the arguments: files of these names.
pub(super) fn resolve(
    files: &[PathBuf],
    names: &Names,
    args: &ReadArgs,
    most: MostBytes,
) -> anyhow::Result<Vec<Input>> {
    ensure!(
        files.iter().filter(|f| is_stdin(f)).count() <= 1,
        "standard input (-) can be only one of the files"
    );
    let languages = names.each("--lang", &args.lang)?;
    let encodings = names.each("--encoding", &args.encoding)?;
    let kinds = names.each("--from", &args.from)?;
    let refs = names.lists("--refs", &args.refs)?;
    let select = names.lists("--select", &args.select)?;
    let via = via(names, &args.via)?;
    let said = languages.into_iter().zip(encodings).zip(kinds);
    let marked = refs.into_iter().zip(select).zip(via);
    let named = files.iter().zip(names.sigla().to_vec());
    named
        .zip(said.zip(marked))
        .map(
            |((path, siglum), (((language, encoding), kind), ((refs, select), via)))| {
                Ok(Input {
                    path: path.clone(),
                    siglum,
                    via,
                    options: ReadOptions {
                        level: args.unit.into(),
                        language: language.map_or(Ok(None), resolve_language)?,
                        encoding: encoding.map(Encoding::from_label).transpose()?,
                        lossy: args.lossy,
                        kind: kind.map(resolve_kind).transpose()?,
                        part: None,
                        tracked: args.tracked.into(),
                        select: select
                            .into_iter()
                            .map(resolve_selector)
                            .collect::<Result<_, _>>()?,
                        refs: refs
                            .into_iter()
                            .map(resolve_refs)
                            .collect::<Result<_, _>>()?,
                        max_size: most.0,
                    },
                })
            },
        )
        .collect()
}

/// What the file itself sets side by side, where all that is read are parts of one file.
pub(super) fn rows_of_file(readings: &[Reading]) -> bool {
    let of_first = |reading: &Reading| {
        reading.part.is_some() && reading.witness.sha256 == readings[0].witness.sha256
    };
    readings.len() > 1 && readings.iter().all(of_first)
}

/// Reads the files, at the same time.
pub(super) fn read(inputs: &[Input]) -> anyhow::Result<Vec<Reading>> {
    let readings: Vec<_> = inputs.par_iter().map(read_one).collect();
    // Of several errors the first in the order of the files is the one told.
    let mut readings = readings.into_iter().collect::<anyhow::Result<Vec<_>>>()?;
    read::agree(&mut readings);
    Ok(readings)
}

fn read_one(input: &Input) -> anyhow::Result<Reading> {
    let (siglum, options) = (input.siglum.clone(), &input.options);
    match (&input.via, is_stdin(&input.path)) {
        (Some(via), true) => via.read(None, siglum, options),
        (None, true) => Ok(read::read_from(io::stdin().lock(), "-", siglum, options)?),
        (_, false) => read_file(input, &input.path, siglum),
    }
}

/// Reads a file as `input` says, whatever its name.
pub(super) fn read_file(input: &Input, path: &Path, siglum: Siglum) -> anyhow::Result<Reading> {
    Ok(match &input.via {
        Some(via) => via.read(Some(path), siglum, &input.options)?,
        None => read::read(path, siglum, &input.options)?,
    })
}

/// The program that gets the text out of each file, if one does. What stands before `=` is a file if one is called so.
fn via(names: &Names, values: &[String]) -> anyhow::Result<Vec<Option<Via>>> {
    let mut each: Vec<Option<Via>> = vec![None; names.sigla().len()];
    let mut all = None;
    for value in values {
        let parted = value.split_once('=');
        match parted.and_then(|(name, command)| Some((names.place(name).ok()?, command))) {
            Some((place, command)) => each[place] = Some(Via::parse(command)?),
            None => all = Some(Via::parse(value)?),
        }
    }
    let each = each.into_iter();
    Ok(each.map(|own| own.or_else(|| all.clone())).collect())
}

/// Says what was noticed while reading.
pub(super) fn tell(readings: &[Reading]) {
    for reading in readings {
        let name = match reading.witness.path.as_str() {
            "-" => "standard input".to_owned(),
            path => name_of(path),
        };
        for note in &reading.notes {
            super::note::note(format_args!("{name}: {note}"));
        }
    }
}

pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

pub(super) fn resolve_language(code: &str) -> anyhow::Result<Option<Language>> {
    if code == "auto" {
        return Ok(None);
    }
    match Language::from_code(code) {
        Some(language) => Ok(Some(language)),
        None => bail!(
            "--lang {}: no code of a language, such as fr or pt-BR, nor auto",
            name_of(code)
        ),
    }
}

pub(super) fn resolve_selector(selector: &str) -> anyhow::Result<Selector> {
    Selector::parse(selector).context("--select")
}

fn resolve_refs(example: &str) -> anyhow::Result<Numbering> {
    Numbering::from_example(example).context("--refs")
}

pub(super) fn resolve_kind(name: &str) -> anyhow::Result<Kind> {
    Kind::from_name(name).with_context(|| {
        let names = Kind::ALL.map(Kind::name);
        format!(
            "--from {name}: no such format; they are {}",
            names.join(", ")
        )
    })
}

//! The files: their sigla, how each is read, and reading them.

use std::io;
use std::path::{Path, PathBuf};

use crate::read::{self, Encoding, Kind, ReadOptions, Reading};
use crate::witness::{Language, Siglum};
use anyhow::{Context, bail, ensure};
use rayon::prelude::*;

use super::limits::MostBytes;
use super::note::name_of;
use super::options::ReadArgs;

/// A file to read.
#[derive(Debug)]
pub(super) struct Input {
    /// Its name; `-` is standard input.
    pub(super) path: PathBuf,
    /// Its short name.
    pub(super) siglum: Siglum,
    /// How to read it.
    pub(super) options: ReadOptions,
}

/// What is to be read, from the arguments. `sigla` may be empty.
pub(super) fn resolve(
    files: &[PathBuf],
    sigla: &[String],
    args: &ReadArgs,
    most: MostBytes,
) -> anyhow::Result<Vec<Input>> {
    ensure!(
        files.iter().filter(|f| is_stdin(f)).count() <= 1,
        "standard input (-) can be only one of the files"
    );
    let sigla = resolve_sigla(sigla, files.len())?;
    let languages = per_witness("--lang", &args.lang, &sigla)?;
    let encodings = per_witness("--encoding", &args.encoding, &sigla)?;
    let kinds = per_witness("--from", &args.from, &sigla)?;
    files
        .iter()
        .zip(sigla)
        .zip(languages.into_iter().zip(encodings).zip(kinds))
        .map(|((path, siglum), ((language, encoding), kind))| {
            Ok(Input {
                path: path.clone(),
                siglum,
                options: ReadOptions {
                    level: args.unit.into(),
                    language: language.map_or(Ok(None), resolve_language)?,
                    encoding: encoding.map(Encoding::from_label).transpose()?,
                    lossy: args.lossy,
                    kind: kind.map(resolve_kind).transpose()?,
                    tracked: args.tracked.into(),
                    max_size: most.0,
                },
            })
        })
        .collect()
}

/// Reads the files, at the same time.
pub(super) fn read(inputs: &[Input]) -> crate::Result<Vec<Reading>> {
    let readings: Vec<_> = inputs.par_iter().map(read_one).collect();
    // Of several errors the first in the order of the files is the one told.
    readings.into_iter().collect()
}

fn read_one(input: &Input) -> crate::Result<Reading> {
    if is_stdin(&input.path) {
        read::read_from(
            io::stdin().lock(),
            "-",
            input.siglum.clone(),
            &input.options,
        )
    } else {
        read::read(&input.path, input.siglum.clone(), &input.options)
    }
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

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The most characters of a short name.
const LONGEST_SIGLUM: usize = 100;

fn resolve_sigla(given: &[String], count: usize) -> anyhow::Result<Vec<Siglum>> {
    if given.is_empty() {
        return Ok((0..count).map(Siglum::nth).collect());
    }
    ensure!(
        given.len() == count,
        "--sigla names {} of {count} files; give one short name a file: --sigla A,B",
        given.len()
    );
    for (i, siglum) in given.iter().enumerate() {
        let plain = !siglum.is_empty()
            && siglum.chars().count() <= LONGEST_SIGLUM
            && !siglum.contains(|c: char| {
                c == '='
                    || c.is_whitespace()
                    || c.is_control()
                    || matches!(c, '\u{fffe}' | '\u{ffff}')
            });
        ensure!(
            plain,
            "--sigla: `{}` is not a short name: it must have a character, at most {LONGEST_SIGLUM} of them, and neither `=` nor space",
            siglum.escape_debug()
        );
        ensure!(
            !given[..i].contains(siglum),
            "--sigla: `{siglum}` stands twice"
        );
    }
    Ok(given.iter().cloned().map(Siglum).collect())
}

/// What an option says for each witness: `VALUE` for all, `SIGLUM=VALUE` for one; the last word counts, and that for
/// one more than that for all.
pub(super) fn per_witness<'a>(
    option: &str,
    values: &'a [String],
    sigla: &[Siglum],
) -> anyhow::Result<Vec<Option<&'a str>>> {
    let mut all = None;
    let mut own = vec![None; sigla.len()];
    for value in values {
        match value.split_once('=') {
            None => all = Some(value.as_str()),
            Some((siglum, value)) => {
                let at = sigla.iter().position(|s| s.0 == siglum).with_context(|| {
                    let known: Vec<&str> = sigla.iter().map(|s| s.0.as_str()).collect();
                    format!(
                        "{option} {0}={1}: no file is called {0}; they are {2}",
                        name_of(siglum),
                        name_of(value),
                        known.join(", ")
                    )
                })?;
                own[at] = Some(value);
            }
        }
    }
    Ok(own.into_iter().map(|own| own.or(all)).collect())
}

fn resolve_language(code: &str) -> anyhow::Result<Option<Language>> {
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

fn resolve_kind(name: &str) -> anyhow::Result<Kind> {
    Kind::from_name(name).with_context(|| {
        let names = Kind::ALL.map(Kind::name);
        format!(
            "--from {name}: no such format; they are {}",
            names.join(", ")
        )
    })
}

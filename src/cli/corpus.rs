//! Many documents: files, and lines of corpora in JSON Lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::vec;

use anyhow::{Context, bail};
use clap::Args;
use serde_json::Value;

use crate::Witness;
use crate::read::{Encoding, Kind, ReadOptions, read_bytes, read_wanted};
use crate::witness::Siglum;

use super::folder::files_below;
use super::limits::MostBytes;
use super::note::name_of;

/// The documents that are looked through.
#[derive(Debug, Args)]
pub(super) struct DocumentArgs {
    /// The documents, or folders of them
    #[arg(value_name = "FILE", required_unless_present = "from")]
    files: Vec<PathBuf>,

    /// Documents in JSON Lines, an object a line; - is standard input
    ///
    /// The text of a document stands under `text`, `body` or `content`, its name under `id`, `url` or `title`; without one it is
    /// called by the number of its line. May be repeated.
    // Another option is called `from`, which settings may give.
    #[arg(long = "corpus", visible_alias = "from", value_name = "CORPUS", value_hint = clap::ValueHint::FilePath, help_heading = "Reading")]
    pub(super) from: Vec<PathBuf>,

    /// The key of the text in the lines of a corpus
    #[arg(long, value_name = "KEY", requires = "from", help_heading = "Reading")]
    field: Option<String>,
}

impl DocumentArgs {
    /// The files: those that are named, and those in folders that are.
    pub(super) fn files(&self) -> anyhow::Result<Vec<DocumentFile>> {
        let mut files = Vec::new();
        for path in &self.files {
            let is_folder = path.is_dir();
            let paths = match is_folder {
                true => files_below(path)?,
                false => vec![path.clone()],
            };
            files.extend(paths.into_iter().map(|path| DocumentFile {
                path,
                is_named: !is_folder,
            }));
        }
        Ok(files)
    }
}

/// A file that is looked through.
pub(super) struct DocumentFile {
    pub(super) path: PathBuf,
    /// Whether it was named itself; a folder may hold anything.
    is_named: bool,
}

/// How many documents are taken at a time.
const TOGETHER: usize = 1024;
/// How many bytes of them, and what the last one has above.
const TOGETHER_BYTES: usize = 64 << 20;

/// The keys under which a text may stand, and a name.
const TEXTS: [&str; 3] = ["text", "body", "content"];
const NAMES: [&str; 3] = ["id", "url", "title"];

/// A document that is looked through.
pub(super) struct Document {
    /// What it is called.
    pub(super) name: String,
    /// Its place among all, from 0.
    pub(super) number: usize,
    /// Whether it should be one that can be read, and is not just in a folder.
    pub(super) is_named: bool,
    source: Source,
}

enum Source {
    File(PathBuf),
    /// A line of JSON, and the key of its text.
    Line(Vec<u8>, Option<String>),
}

/// Documents one after the other.
pub(super) struct Corpus {
    files: vec::IntoIter<DocumentFile>,
    corpora: vec::IntoIter<PathBuf>,
    open: Option<Lines>,
    field: Option<String>,
    most: MostBytes,
    number: usize,
}

/// A corpus that is being read.
struct Lines {
    name: String,
    input: Box<dyn BufRead>,
    line: usize,
}

impl Corpus {
    /// These files, and then the corpora.
    pub(super) fn new(files: Vec<DocumentFile>, args: &DocumentArgs, most: MostBytes) -> Self {
        Self {
            files: files.into_iter(),
            corpora: args.from.clone().into_iter(),
            open: None,
            field: args.field.clone(),
            most,
            number: 0,
        }
    }

    /// The next documents, enough for all threads, few enough that they fit into memory; none at the end.
    pub(super) fn next(&mut self) -> anyhow::Result<Vec<Document>> {
        let (mut documents, mut bytes) = (Vec::new(), 0);
        while documents.len() < TOGETHER && bytes < TOGETHER_BYTES {
            let Some(document) = self.one()? else {
                break;
            };
            bytes += match &document.source {
                Source::File(path) => path.metadata().map_or(0, |data| data.len() as usize),
                Source::Line(line, _) => line.len(),
            };
            documents.push(document);
        }
        Ok(documents)
    }

    /// All that are left; an error where lines of corpora, which are held in memory, are more than is read of a file.
    pub(super) fn rest(mut self) -> anyhow::Result<Vec<Document>> {
        let mut documents = Vec::new();
        let mut held = 0;
        loop {
            let mut next = self.next()?;
            if next.is_empty() {
                return Ok(documents);
            }
            held += next.iter().map(Document::held).sum::<u64>();
            self.most.check(held, "what is held of the corpora")?;
            documents.append(&mut next);
        }
    }

    fn one(&mut self) -> anyhow::Result<Option<Document>> {
        let number = self.number;
        self.number += 1;
        if let Some(DocumentFile { path, is_named }) = self.files.next() {
            return Ok(Some(Document {
                name: name_of(&path),
                number,
                is_named,
                source: Source::File(path),
            }));
        }
        loop {
            let Some(lines) = &mut self.open else {
                match self.corpora.next() {
                    Some(path) => self.open = Some(Lines::open(&path)?),
                    None => return Ok(None),
                }
                continue;
            };
            let mut line = Vec::new();
            let place = format!("{}: line {}", lines.name, lines.line + 1);
            let read = self.most.read_line(&mut lines.input, &mut line);
            if read.with_context(|| place.clone())? == 0 {
                self.open = None;
                continue;
            }
            lines.line += 1;
            if !line.trim_ascii().is_empty() {
                return Ok(Some(Document {
                    name: place,
                    number,
                    is_named: true,
                    source: Source::Line(line, self.field.clone()),
                }));
            }
        }
    }
}

impl Lines {
    fn open(path: &Path) -> anyhow::Result<Self> {
        let name = name_of(path);
        let (name, input): (_, Box<dyn BufRead>) = match path.as_os_str() == "-" {
            true => (
                "standard input".to_owned(),
                Box::new(BufReader::new(io::stdin())),
            ),
            false => {
                let file = File::open(path).with_context(|| format!("{name}: cannot be read"))?;
                (name, Box::new(BufReader::with_capacity(1 << 16, file)))
            }
        };
        Ok(Self {
            name,
            input,
            line: 0,
        })
    }
}

impl Document {
    /// Its text, as it is read.
    pub(super) fn text(&self, options: &ReadOptions) -> anyhow::Result<String> {
        match &self.source {
            Source::File(path) => {
                let mut whole = String::new();
                let keep = |text: &str| {
                    whole = text.to_owned();
                    false
                };
                read_wanted(path, Siglum::nth(0), options, keep)?;
                Ok(whole)
            }
            Source::Line(line, field) => {
                let parsed = parsed(line, field.as_deref());
                Ok(parsed.with_context(|| self.name.clone())?.1)
            }
        }
    }

    /// The bytes of its line, which is held in memory until it is read.
    fn held(&self) -> u64 {
        match &self.source {
            Source::File(_) => 0,
            Source::Line(line, _) => line.len() as u64,
        }
    }

    /// Its file, where it is one.
    pub(super) fn file(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Line(..) => None,
        }
    }

    /// The document cut into units, if its text is worth it.
    pub(super) fn witness(
        &self,
        options: &ReadOptions,
        kept: impl FnOnce(&str) -> bool,
    ) -> anyhow::Result<Option<(String, Witness)>> {
        match &self.source {
            Source::File(path) => {
                let reading = read_wanted(path, Siglum::nth(1), options, kept)?;
                Ok(reading.map(|reading| (self.name.clone(), reading.witness)))
            }
            Source::Line(line, field) => {
                let (name, text) =
                    parsed(line, field.as_deref()).with_context(|| self.name.clone())?;
                if !kept(&text) {
                    return Ok(None);
                }
                let options = ReadOptions {
                    encoding: Some(Encoding::UTF_8),
                    kind: Some(Kind::Text),
                    ..options.clone()
                };
                let name = name.unwrap_or_else(|| self.name.clone());
                let reading = read_bytes(text.into_bytes(), &name, Siglum::nth(1), &options)?;
                Ok(Some((name, reading.witness)))
            }
        }
    }
}

/// The name and the text of a line.
fn parsed(line: &[u8], field: Option<&str>) -> anyhow::Result<(Option<String>, String)> {
    let value: Value = serde_json::from_slice(line).context("is no JSON")?;
    let Value::Object(mut object) = value else {
        bail!("is no object; a line is {{\"id\": …, \"text\": …}}");
    };
    let named = match field {
        Some(field) => object.contains_key(field).then_some(field),
        None => TEXTS.into_iter().find(|key| object.contains_key(*key)),
    };
    let Some(key) = named else {
        let keys: Vec<&str> = object.keys().map(String::as_str).collect();
        bail!(
            "has no text under {}; its keys are {} (--field KEY)",
            field.unwrap_or("text, body or content"),
            keys.join(", ")
        );
    };
    let text = match object.remove(key) {
        Some(Value::String(text)) => text,
        // Corpora have documents without a text.
        Some(Value::Null) => String::new(),
        _ => bail!("{key} is no text"),
    };
    let name = NAMES.into_iter().find_map(|key| match object.get(key) {
        Some(Value::String(name)) => Some(name.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    });
    Ok((name, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_corpus() {
        let of = |line: &str, field| parsed(line.as_bytes(), field).map_err(|e| format!("{e:#}"));
        let ok = |name: Option<&str>, text: &str| Ok((name.map(str::to_owned), text.to_owned()));
        assert_eq!(
            of(r#"{"id": 7, "text": "Oui."}"#, None),
            ok(Some("7"), "Oui.")
        );
        assert_eq!(
            of(r#"{"title": "x", "body": null}"#, None),
            ok(Some("x"), "")
        );
        assert_eq!(
            of(r#"{"a": "Non.", "text": "Oui."}"#, Some("a")),
            ok(None, "Non.")
        );
        for (line, field, said) in [
            ("{", None, "is no JSON"),
            ("[]", None, "is no object"),
            (r#"{"corps": ""}"#, None, "its keys are corps"),
            (r#"{"text": ""}"#, Some("x"), "under x"),
            (r#"{"text": 3}"#, None, "text is no text"),
        ] {
            let error = of(line, field).expect_err(line);
            assert!(error.contains(said), "{error}");
        }
    }
}

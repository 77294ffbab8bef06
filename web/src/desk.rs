//! Where requests are carried out, and tables lie while somebody has use for them.

use std::collections::BTreeMap;

use enregard::apply::{Applied, Corrections, apply, read_corrections};
use enregard::export::{self, ExportOptions, Format};
use enregard::format::json;
use enregard::language::Profile;
use enregard::read::{self, ReadOptions, Reading};
use enregard::witness::Siglum;
use enregard::{AlignmentTable, Unpaired, Witness, by_labels, collate};
use serde_json::json;

use crate::Told;
use crate::answer::{About, Form, Made, Preview, Text, Written};
use crate::frame::{Files, framed, parted};
use crate::request::{self, Options, Request, Source};

/// How much of the beginning of a text a preview shows, in characters.
const BEGINNING: usize = 1500;

/// The tables that were made, by their numbers.
#[derive(Default)]
pub(crate) struct Desk {
    tables: BTreeMap<u32, AlignmentTable>,
    made: u32,
}

impl Desk {
    /// The answer to a request, as a frame: what was asked for, or `error`.
    pub(crate) fn answer(&mut self, request: &[u8]) -> Vec<u8> {
        self.carried_out(request)
            .unwrap_or_else(|error| framed(&json!({ "error": error }), &[]))
    }

    fn carried_out(&mut self, request: &[u8]) -> Result<Vec<u8>, String> {
        let (json, mut files) = parted(request).ok_or("the request is cut off")?;
        let request = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        match request {
            Request::About => Ok(framed(&about(), &[])),
            Request::Read { text, options } => {
                let bytes = taken(&mut files, &text)?;
                Ok(framed(&preview(bytes, &text, &options)?, &[]))
            }
            Request::Compare {
                texts,
                options,
                table,
                whole,
            } => {
                let mut all = |sources: &[Source]| {
                    let sources = sources.iter();
                    let taken = sources.map(|source| taken(&mut files, source));
                    taken.collect::<Result<Vec<_>, _>>()
                };
                let given = Given {
                    bytes: all(&texts)?,
                    texts,
                    corrected: all(table.as_slice())?.pop().zip(table),
                    whole: all(whole.as_slice())?.pop(),
                };
                let (table, notes) = given.compared(options)?;
                self.made += 1;
                let made = made(self.made, &table, notes);
                self.tables.insert(self.made, table);
                Ok(framed(&made, &[]))
            }
            Request::Export { table, format, bom } => {
                let table = self.tables.get(&table).ok_or("there is no such table")?;
                let names = || request::none("format", &format, Format::ALL.map(Format::name));
                let format = Format::from_name(&format).ok_or_else(names)?;
                let options = ExportOptions {
                    bom,
                    ..ExportOptions::default()
                };
                let mut file = Vec::new();
                export::write(table, format, &options, &mut file)
                    .map_err(|error| error.to_string())?;
                let written = Written {
                    form: form(format),
                    loses: export::cannot_hold(table, format, &options),
                };
                Ok(framed(&written, &file))
            }
            Request::Free { table } => {
                self.tables.remove(&table);
                Ok(framed(&json!({}), &[]))
            }
        }
    }
}

/// What a comparison is made of.
struct Given {
    texts: Vec<Source>,
    bytes: Vec<Vec<u8>>,
    /// A table that a person has corrected, and what it is called.
    corrected: Option<(Vec<u8>, Source)>,
    /// A table that holds the texts.
    whole: Option<Vec<u8>>,
}

impl Given {
    /// The table, and what was noticed on the way to it.
    fn compared(self, options: Options) -> Result<(AlignmentTable, Vec<String>), String> {
        let mut compare = options.compare()?;
        let corrections = self.corrections()?;
        let texts = match self.texts.is_empty() {
            true => self.texts_of_table()?,
            false => self.read(&options, corrections.as_ref())?,
        };
        let base = match options
            .base
            .as_deref()
            .or(corrections.as_ref().and_then(Corrections::base))
        {
            Some(base) => texts.place(base)?,
            None => 0,
        };
        let decided = match (texts.of_one_file, options.labels) {
            (true, _) => by_labels(&texts.witnesses, Unpaired::Alone),
            (_, true) => by_labels(&texts.witnesses, Unpaired::Free),
            _ => Vec::new(),
        };
        let Texts {
            witnesses,
            mut notes,
            ..
        } = texts;
        let Some(corrections) = corrections else {
            let table = collate(witnesses, base, &compare, &decided, &Told);
            return Ok((table.map_err(|error| error.to_string())?, notes));
        };
        if compare.ignored.is_empty() {
            compare.ignored = corrections.ignored().to_vec();
        }
        let applied = apply(&corrections, witnesses, base, &decided, &compare, &Told);
        let applied = applied.map_err(|error| self.in_corrected(error))?;
        notes.extend(told(&applied, &corrections));
        Ok((applied.table, notes))
    }

    fn in_corrected(&self, error: impl ToString) -> String {
        let table = self
            .corrected
            .as_ref()
            .and_then(|(_, source)| source.name.as_deref());
        format!("{}: {}", table.unwrap_or("the table"), error.to_string())
    }

    fn corrections(&self) -> Result<Option<Corrections>, String> {
        let corrected = self.corrected.as_ref();
        let corrections = corrected.map(|(bytes, _)| read_corrections(bytes, &[]));
        corrections
            .transpose()
            .map_err(|error| self.in_corrected(error))
    }

    /// The texts that a whole table holds.
    fn texts_of_table(&self) -> Result<Texts, String> {
        let corrected = self.corrected.as_ref().map(|(bytes, _)| bytes);
        let Some(bytes) = self.whole.as_ref().or(corrected) else {
            return Err("there are no texts to compare".to_owned());
        };
        if !bytes.trim_ascii_start().starts_with(b"{") {
            return Err(self.in_corrected(
                "only JSON holds the texts; name those that it was made from beside it",
            ));
        }
        let table = json::read(bytes.as_slice()).map_err(|error| self.in_corrected(error))?;
        Ok(Texts {
            witnesses: table.witnesses,
            ..Texts::default()
        })
    }

    fn read(&self, options: &Options, corrections: Option<&Corrections>) -> Result<Texts, String> {
        let mut read = options.read()?;
        let mut languages = None;
        if let Some(corrections) = corrections {
            read.level = corrections.level().unwrap_or(read.level);
            languages = corrections
                .languages()
                .filter(|_| options.language.is_none());
        }
        let mut sources = Vec::new();
        for (source, bytes) in self.texts.iter().zip(&self.bytes) {
            let own = source
                .language
                .as_deref()
                .map(request::language)
                .transpose()?;
            let language = own.or(read.language);
            let read = ReadOptions {
                language,
                ..read.clone()
            };
            sources.push((source, bytes, read));
        }
        // A file that comes alone is compared part with part, where it has several.
        let mut of_one_file = false;
        if let [(source, bytes, read)] = sources.as_slice()
            && let Some(name) = source.name.as_deref()
        {
            let parts =
                read::parts_of_bytes(bytes.to_vec(), name, read).map_err(|e| e.to_string())?;
            of_one_file = parts.len() > 1;
            if of_one_file {
                let (source, bytes, read) = sources.remove(0);
                let part = |part: read::Part| ReadOptions {
                    part: Some(part.name),
                    ..read.clone()
                };
                sources.extend(parts.into_iter().map(|p| (source, bytes, part(p))));
            }
        }
        let sigla = match (corrections, &options.sigla) {
            (Some(corrections), _) => corrections.sigla(),
            (None, Some(sigla)) => sigla.clone(),
            (None, None) => (0..sources.len()).map(|n| Siglum::nth(n).0).collect(),
        };
        if sigla.len() != sources.len() {
            let (there, names) = (sources.len(), sigla.join(", "));
            return Err(match corrections {
                Some(_) => self.in_corrected(format!(
                    "it has {} texts ({names}), and {there} are given; give those that it was made from, in their order",
                    sigla.len()
                )),
                None => format!("sigla: {names} for {there} texts; give one a text"),
            });
        }
        let mut texts = Texts {
            of_one_file,
            ..Texts::default()
        };
        let mut readings = Vec::new();
        for (n, ((source, bytes, mut read), siglum)) in sources.into_iter().zip(sigla).enumerate() {
            if let Some(languages) = &languages
                && source.language.is_none()
            {
                read.language = languages.get(n).copied();
            }
            readings.push(read_one(bytes.clone(), source, Siglum(siglum), &read)?);
        }
        read::agree(&mut readings);
        for reading in readings {
            let name = &reading.witness.path;
            let notes = reading.notes.iter().map(|note| format!("{name}: {note}"));
            texts.notes.extend(notes);
            texts.witnesses.push(reading.witness);
        }
        Ok(texts)
    }
}

/// The texts of a comparison.
#[derive(Default)]
struct Texts {
    witnesses: Vec<Witness>,
    /// What was noticed when they were read.
    notes: Vec<String>,
    /// Whether one file holds them, and so says what stands side by side.
    of_one_file: bool,
}

impl Texts {
    fn place(&self, siglum: &str) -> Result<usize, String> {
        let mut sigla = self.witnesses.iter().map(|witness| &witness.siglum.0);
        let place = sigla.clone().position(|own| own == siglum);
        place.ok_or_else(|| request::none("base", siglum, &mut sigla))
    }
}

fn taken(files: &mut Files<'_>, source: &Source) -> Result<Vec<u8>, String> {
    files
        .take(source.length)
        .ok_or_else(|| "the request is cut off".to_owned())
}

/// Reads a file, or what somebody wrote: that is text, whatever it says.
fn read_one(
    bytes: Vec<u8>,
    source: &Source,
    siglum: Siglum,
    options: &ReadOptions,
) -> Result<Reading, String> {
    let written = || format!("text {siglum}");
    let (name, options) = match &source.name {
        Some(name) => {
            let part = options.part.iter().map(|part| format!("#{part}"));
            (name.clone() + &part.collect::<String>(), options.clone())
        }
        None => (
            written(),
            ReadOptions {
                encoding: Some(read::Encoding::UTF_8),
                kind: Some(options.kind.unwrap_or(read::Kind::Text)),
                ..options.clone()
            },
        ),
    };
    read::read_bytes(bytes, &name, siglum, &options).map_err(|error| error.to_string())
}

fn preview(bytes: Vec<u8>, source: &Source, options: &Options) -> Result<Preview, String> {
    let mut read = options.read()?;
    let mut parts = Vec::new();
    if let Some(name) = &source.name {
        parts = read::parts_of_bytes(bytes.clone(), name, &read).map_err(|e| e.to_string())?;
        // Of several texts the first is shown.
        read.part = parts.first().map(|part| part.name.clone());
    }
    let reading = read_one(bytes, source, Siglum::nth(0), &read)?;
    let text = &reading.witness.text;
    Ok(Preview {
        begins: text.chars().take(BEGINNING).collect(),
        chars: text.chars().count(),
        parts: parts
            .into_iter()
            .map(|part| part.title.unwrap_or(part.name))
            .collect(),
        notes: reading.notes.iter().map(ToString::to_string).collect(),
        text: told_of(&reading.witness),
    })
}

fn made(number: u32, table: &AlignmentTable, mut notes: Vec<String>) -> Made {
    notes.extend(table.notes.iter().map(ToString::to_string));
    let level = table.witnesses.first().map(|witness| witness.level);
    Made {
        table: number,
        unit: level.unwrap_or_default().name(),
        rows: table.rows.len(),
        texts: table.witnesses.iter().map(told_of).collect(),
        notes,
    }
}

fn told_of(witness: &Witness) -> Text {
    Text {
        siglum: witness.siglum.0.clone(),
        name: witness.path.clone(),
        language: witness.language.code().to_owned(),
        units: witness.units().len(),
    }
}

/// What became of corrections, as `enregard apply` says it.
fn told(applied: &Applied, corrections: &Corrections) -> Vec<String> {
    let changed = applied.changed_files.iter();
    let mut notes: Vec<String> = changed
        .map(|siglum| {
            format!("{siglum} has changed since the table was made, but none of its units has")
        })
        .collect();
    if !corrections.tells_texts() {
        notes.push(
            "the table has no texts, so that it cannot be told whether they are those that are given"
                .to_owned(),
        );
    }
    let count = |rows: usize, what: &str| {
        let are = if rows == 1 { "row is" } else { "rows are" };
        (rows > 0).then(|| format!("{rows} {are} {what}"))
    };
    let said = [
        count(applied.ok.len(), "ok"),
        count(applied.edited.len(), "changed"),
        count(applied.realigned, "aligned anew around these"),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    notes.push(match said.is_empty() {
        true => "the table has no corrections".to_owned(),
        false => said.join("; "),
    });
    notes
}

fn about() -> About {
    About {
        version: env!("CARGO_PKG_VERSION"),
        formats: Format::ALL.map(form).into(),
        languages: Profile::all()
            .map(|profile| profile.language().code().to_owned())
            .collect(),
    }
}

fn form(format: Format) -> Form {
    // The extension that stands for it, else its name.
    let extensions = [
        "csv", "tsv", "json", "jsonl", "md", "xlsx", "html", "svg", "tmx", "docx", "epub",
    ];
    let own = extensions
        .into_iter()
        .find(|e| Format::from_extension(e) == Some(format));
    let extension = own.unwrap_or(match format {
        Format::Tei | Format::TeiStandoff => "xml",
        Format::DocxFacing => "docx",
        Format::SvgTree => "svg",
        Format::Latex | Format::LatexFacing => "tex",
        Format::CollateX => "json",
        Format::Newick => "nwk",
        Format::GraphMl => "graphml",
        Format::Dot => "dot",
        _ => "txt",
    });
    Form {
        name: format.name(),
        extension,
        binary: format.is_binary(),
    }
}

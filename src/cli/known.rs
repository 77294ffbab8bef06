//! Words known to stand for each other before the texts are read: lexicons and thesauri.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, fs};

use super::limits::MostBytes;
use super::note::name_of;
use crate::language::Profile;
use crate::lexicon::{Equivalents, Lexicon, add_thesaurus};
use crate::witness::Language;
use anyhow::{Context, ensure};
use clap::Args;

/// The options that name them.
#[derive(Debug, Args)]
#[command(next_help_heading = "Aligning")]
pub(super) struct KnownArgs {
    /// Words that stand for each other, as learned
    ///
    /// A file that `enregard learn` wrote; used where sentences are aligned and where words are linked. May be repeated.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    lexicon: Vec<PathBuf>,

    /// A thesaurus in MyThes format; none for the program's own synonyms alone
    ///
    /// As LibreOffice has them; used where words are linked, with little weight. Without this option the system's own
    /// for the language of the first text, if there is one: th_fr_FR_v2.dat and the like in mythes or myspell/dicts of
    /// $XDG_DATA_DIRS (--verbose says which). `--thesaurus none` makes the links the same on every machine. May be
    /// repeated.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, hide_short_help = true)]
    thesaurus: Vec<PathBuf>,
}

/// The value of `--thesaurus` that stands for no file.
const NONE: &str = "none";

/// The most words of one normal form that are known to stand for each other: of more, as where all numbers have one, this says little.
const MOST_OF_ONE_FORM: usize = 50;

/// The words that are known in each language.
#[derive(Debug)]
pub(super) struct KnownWords {
    lexicons: Vec<(PathBuf, Lexicon)>,
    /// The thesauri that were named; `None` for the system's own.
    thesauri: Option<Vec<PathBuf>>,
    /// The most that is read of a file.
    most: MostBytes,
    loaded: Mutex<HashMap<Language, Known>>,
}

/// What is known in one language.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// The pairs: the program's own, and those of the files.
    pub(super) pairs: Arc<Equivalents>,
    /// The files, separated by commas.
    pub(super) files: String,
}

impl KnownArgs {
    /// The files they name.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        let thesauri = self
            .thesaurus
            .iter()
            .filter(|path| *path != Path::new(NONE));
        self.lexicon.iter().chain(thesauri).map(PathBuf::as_path)
    }
}

impl KnownWords {
    /// Reads the lexicons. The system's thesaurus is not asked for where no words are linked.
    pub(super) fn new(args: &KnownArgs, words: bool, most: MostBytes) -> anyhow::Result<Self> {
        let none = args.thesaurus.iter().any(|path| path == Path::new(NONE));
        ensure!(
            !none || args.thesaurus.len() == 1,
            "--thesaurus none: stands with another thesaurus; leave one of them out (a file of that name: ./none)"
        );
        let lexicon = |path: &PathBuf| {
            let name = || name_of(path);
            let text = String::from_utf8(most.read(path)?)
                .map_err(|_| anyhow::anyhow!("{}: not a lexicon: it is not UTF-8", name()))?;
            Ok((path.clone(), Lexicon::from_tsv(&text).with_context(name)?))
        };
        Ok(Self {
            lexicons: args
                .lexicon
                .iter()
                .map(lexicon)
                .collect::<anyhow::Result<_>>()?,
            thesauri: match args.thesaurus.as_slice() {
                [] if words => None,
                _ if none || !words => Some(Vec::new()),
                files => Some(files.to_vec()),
            },
            most,
            loaded: Mutex::default(),
        })
    }

    /// The language of the lexicons, if there are any.
    pub(super) fn language(&self) -> Option<Language> {
        self.lexicons.first().map(|(_, lexicon)| lexicon.language)
    }

    /// What is known in a language beside what files say of these words (each with its normal form): words of one form are as good as
    /// equal.
    pub(super) fn with_forms<'f>(
        &self,
        language: Language,
        forms: impl IntoIterator<Item = &'f (String, String)>,
    ) -> anyhow::Result<Known> {
        let mut words: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (word, form) in forms {
            words.entry(form).or_default().insert(word.to_lowercase());
        }
        let pairs: Vec<(&String, &String)> = words
            .values()
            .flat_map(|own| {
                let own: Vec<&String> = own.iter().take(MOST_OF_ONE_FORM).collect();
                let pairs = (0..own.len()).flat_map(|i| (i + 1..own.len()).map(move |j| (i, j)));
                pairs.map(|(i, j)| (own[i], own[j])).collect::<Vec<_>>()
            })
            .collect();
        match pairs.is_empty() {
            true => self.of(language),
            false => self.load(language, &pairs),
        }
    }

    /// What is known in a language; what was read for it is kept.
    pub(super) fn of(&self, language: Language) -> anyhow::Result<Known> {
        // What another thread left behind when it failed is whole: entries are put in complete.
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = loaded.get(&language) {
            return Ok(known.clone());
        }
        let known = self.load(language, &[])?;
        loaded.insert(language, known.clone());
        Ok(known)
    }

    /// What is known in a language, and these words of one form.
    fn load(&self, language: Language, same: &[(&String, &String)]) -> anyhow::Result<Known> {
        let mut pairs = Equivalents::default();
        same.iter().for_each(|(a, b)| pairs.add(a, b, 1.0));
        let mut files = Vec::new();
        for (path, lexicon) in &self.lexicons {
            let (own, code) = (lexicon.language.code(), language.code());
            ensure!(
                lexicon.language == language,
                "{}: is a lexicon of {own}, the text is in {code}; leave it out, or say --lang {own} if the text is",
                name_of(path)
            );
            lexicon.add_to(&mut pairs);
            files.push(name_of(path));
        }
        match &self.thesauri {
            Some(named) => {
                for path in named {
                    add_file(path, self.most, &mut pairs)?;
                    files.push(name_of(path));
                }
            }
            None => {
                if let Some(path) = system_thesaurus(language) {
                    match add_file(&path, self.most, &mut pairs) {
                        Ok(()) => files.push(name_of(path)),
                        // Nobody asked for it by name, so it does not stop the run.
                        Err(error) => super::note::note(format_args!(
                            "the system’s thesaurus is left out: {error:#}"
                        )),
                    }
                }
            }
        }
        if files.is_empty() && same.is_empty() {
            return Ok(Known {
                pairs: Equivalents::own(language),
                files: String::new(),
            });
        }
        pairs.add_own(language);
        Ok(Known {
            pairs: Arc::new(pairs),
            files: files.join(", "),
        })
    }
}

fn add_file(path: &Path, most: MostBytes, pairs: &mut Equivalents) -> anyhow::Result<()> {
    add_thesaurus(&most.read(path)?, pairs).with_context(|| name_of(path))
}

/// The folders of shared data where nothing else is said.
const DATA_FOLDERS: &str = "/usr/local/share:/usr/share";

/// The thesaurus that is installed for a language: of several that of its home country, else the first by name.
fn system_thesaurus(language: Language) -> Option<PathBuf> {
    let folders = env::var_os("XDG_DATA_DIRS").filter(|value| !value.is_empty());
    let folders = folders.unwrap_or_else(|| DATA_FOLDERS.into());
    env::split_paths(&folders)
        .flat_map(|folder| [folder.join("mythes"), folder.join("myspell/dicts")])
        .find_map(|folder| {
            let entries = fs::read_dir(folder).ok()?;
            let mut files: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
            files.retain(|file| is_thesaurus(file, language));
            files.sort();
            let country = Profile::of(language)
                .thesaurus_country()
                .unwrap_or_default();
            let home = format!("th_{language}_{country}");
            let of_home = |file: &&PathBuf| name(file).starts_with(&home);
            files.iter().find(of_home).or(files.first()).cloned()
        })
}

fn name(file: &Path) -> &str {
    file.file_name().and_then(OsStr::to_str).unwrap_or_default()
}

/// `th_fr_FR_v2.dat`, `th_fr.dat`.
fn is_thesaurus(file: &Path, language: Language) -> bool {
    let rest = name(file).strip_prefix("th_");
    let rest = rest.and_then(|rest| rest.strip_prefix(language.code()));
    rest.is_some_and(|rest| rest.starts_with(['_', '.']) && rest.ends_with(".dat"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thesauri_by_name() {
        let is = |file: &str, language| is_thesaurus(Path::new(file), language);
        assert!(is("/x/th_fr_FR_v2.dat", Language::FRENCH));
        assert!(is("th_it.dat", Language::ITALIAN));
        assert!(!is("th_fr_FR_v2.idx", Language::FRENCH));
        assert!(!is("th_fr_FR_v2.dat", Language::ENGLISH));
        assert!(!is("th_fro.dat", Language::FRENCH));
    }
}

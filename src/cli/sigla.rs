//! Short names of the files: the letter that each has by its place, and the name that `--sigla` may give it.
//!
//! Whatever option names a file takes either; where a name is the letter of another file, the name counts.

use crate::export::Format;
use crate::format::columns;
use crate::witness::Siglum;
use anyhow::{Context, bail, ensure};

use super::note::name_of;
use super::titles::{Titles, siglum};

/// What the files are called.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// What they are called without `--sigla`.
    letters: Vec<Siglum>,
    /// What they are called.
    sigla: Vec<Siglum>,
    /// What the file that holds them all calls them, where it does.
    titles: Vec<String>,
}

/// The most names that a message lists.
const MOST_LISTED: usize = 40;

impl Names {
    /// The names of so many files. `given` holds a name for each of them, in their order, or names some by their letters
    /// (`A=Hugo`), so that the others keep these; or nothing.
    pub(super) fn new(given: &[String], count: usize) -> anyhow::Result<Self> {
        Self::over(&Titles::default(), given, count)
    }

    /// The same of texts that have `titles`, if any: the short names that these give stand in place of the letters.
    pub(super) fn over(titles: &Titles, given: &[String], count: usize) -> anyhow::Result<Self> {
        let mut names = Self::letters(count);
        if titles.names.len() == count {
            names.titles.clone_from(&titles.names);
        }
        if titles.sigla.len() == count {
            names.sigla.clone_from(&titles.sigla);
        }
        if given.is_empty() {
            return Ok(names);
        }
        let sigla = match given.iter().filter(|given| given.contains('=')).count() {
            0 => one_each(given, count)?,
            by_letter if by_letter == given.len() => names.renamed(given)?,
            _ => bail!(
                "--sigla {}: some of them say whose they are, and some do not; give one a file (--sigla X,Y), or each as in --sigla A=X,B=Y",
                name_of(given.join(","))
            ),
        };
        for (i, siglum) in sigla.iter().enumerate() {
            ensure!(
                !sigla[..i].contains(siglum),
                "--sigla: `{siglum}` stands twice"
            );
        }
        Ok(Self { sigla, ..names })
    }

    /// The sigla, but for those that are given by what the files are called without (`A=Hugo`).
    fn renamed(&self, given: &[String]) -> anyhow::Result<Vec<Siglum>> {
        let mut own: Vec<Option<Siglum>> = vec![None; self.sigla.len()];
        for (known, name) in given.iter().filter_map(|given| given.split_once('=')) {
            let place = self.find(known).with_context(|| {
                format!(
                    "--sigla {0}={1}: no file has the letter {0}; they are {2}",
                    name_of(known),
                    name_of(name),
                    self.list()
                )
            })?;
            ensure!(
                own[place].is_none(),
                "--sigla: the file {known} is named twice"
            );
            own[place] = Some(siglum(name)?);
        }
        let named = own.into_iter().zip(&self.sigla);
        Ok(named
            .map(|(own, without)| own.unwrap_or_else(|| without.clone()))
            .collect())
    }

    /// The letters of so many files.
    pub(super) fn letters(count: usize) -> Self {
        let letters: Vec<Siglum> = (0..count).map(Siglum::nth).collect();
        Self {
            sigla: letters.clone(),
            letters,
            titles: Vec::new(),
        }
    }

    /// The sigla, in the order of the files.
    pub(super) fn sigla(&self) -> &[Siglum] {
        &self.sigla
    }

    /// The place of the file that is called so, from 0.
    pub(super) fn place(&self, name: &str) -> anyhow::Result<usize> {
        self.find(name).with_context(|| {
            let name = name_of(name);
            format!("no file is called {name}; they are {}", self.list())
        })
    }

    fn find(&self, name: &str) -> Option<usize> {
        let mut both = [&self.sigla, &self.letters].into_iter();
        let place = both.find_map(|names| names.iter().position(|own| own.0 == name));
        place.or_else(|| self.titles.iter().position(|title| title == name))
    }

    /// The place of the base, where `--base` names one.
    pub(super) fn base(&self, named: Option<&str>) -> anyhow::Result<Option<usize>> {
        let place = |name| {
            self.place(name)
                .with_context(|| format!("--base {}", name_of(name)))
        };
        named.map(place).transpose()
    }

    /// Refuses names by which the columns of a table of this format could not be told apart; `base` is the place of the base, where
    /// it is named.
    pub(super) fn check_columns(&self, format: Format, base: Option<usize>) -> anyhow::Result<()> {
        let sigla: Vec<String> = self.sigla.iter().map(|own| own.0.clone()).collect();
        let with_base = base.is_some_and(|base| base > 0);
        match columns::clash(&sigla, with_base).filter(|_| format.has_columns()) {
            None => Ok(()),
            Some(why) => bail!(
                "--sigla: {}, so that the columns of {} could not be told apart; choose other names",
                name_of(why),
                format.name()
            ),
        }
    }

    /// All of them, for people; of very many the first and the last.
    pub(super) fn list(&self) -> String {
        let names: Vec<&str> = self.sigla.iter().map(|own| own.0.as_str()).collect();
        match names.as_slice() {
            [first, second, .., last] if names.len() > MOST_LISTED => {
                format!("{first}, {second} … {last}")
            }
            names => names.join(", "),
        }
    }

    /// What an option says for each file: `VALUE` for all, `NAME=VALUE` for one; the last word counts, and that for one more
    /// than that for all.
    pub(super) fn each<'a>(
        &self,
        option: &str,
        values: &'a [String],
    ) -> anyhow::Result<Vec<Option<&'a str>>> {
        let mut all = None;
        let mut own = vec![None; self.sigla.len()];
        for value in values {
            match of_one(value) {
                None => all = Some(value.as_str()),
                Some((name, said)) => {
                    let place = self.place(name);
                    let place = place.with_context(|| format!("{option} {}", name_of(value)))?;
                    own[place] = Some(said);
                }
            }
        }
        Ok(own.into_iter().map(|own| own.or(all)).collect())
    }

    /// What an option that may be repeated says for each file: all that is said for it, or else what is said for all.
    pub(super) fn lists<'a>(
        &self,
        option: &str,
        values: &'a [String],
    ) -> anyhow::Result<Vec<Vec<&'a str>>> {
        let all: Vec<&str> = of_all(values).collect();
        let mut own = vec![None; self.sigla.len()];
        for value in values {
            if let Some((name, said)) = of_one(value) {
                let place = self.place(name);
                let place = place.with_context(|| format!("{option} {}", name_of(value)))?;
                let said = Some(said).filter(|said| !said.is_empty());
                own[place].get_or_insert_with(Vec::new).extend(said);
            }
        }
        let own = own.into_iter();
        Ok(own.map(|own| own.unwrap_or_else(|| all.clone())).collect())
    }
}

/// What an option says of all files.
pub(super) fn of_all(values: &[String]) -> impl DoubleEndedIterator<Item = &str> {
    let of_all = values.iter().filter(|value| of_one(value).is_none());
    of_all.map(String::as_str)
}

/// What an option says of one file, and the name of that; in brackets `=` parts no name from what is said.
fn of_one(value: &str) -> Option<(&str, &str)> {
    let parted = value.split_once('=');
    parted.filter(|(name, _)| !name.contains('['))
}

fn one_each(given: &[String], count: usize) -> anyhow::Result<Vec<Siglum>> {
    ensure!(
        given.len() == count,
        "--sigla names {} of {count} files; give one short name a file (--sigla X,Y), or name some by their letters (--sigla A=X)",
        given.len()
    );
    given.iter().map(|name| siglum(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(given: &[&str], count: usize) -> anyhow::Result<Names> {
        let given: Vec<String> = given.iter().map(|&name| name.to_owned()).collect();
        Names::new(&given, count)
    }

    #[test]
    fn who_is_not_named_keeps_the_letter() {
        let names = names(&["B=Hugo"], 3).expect("names");
        assert_eq!(names.list(), "A, Hugo, C");
        assert_eq!(names.place("Hugo").expect("a file"), 1);
        assert_eq!(names.place("B").expect("a file"), 1);
        assert!(names.place("D").is_err());
    }

    #[test]
    fn a_name_counts_for_more_than_the_letter_of_another() {
        let names = names(&["B", "A"], 2).expect("names");
        assert_eq!(names.place("A").expect("a file"), 1);
        let values = ["A=fr".to_owned(), "de".to_owned()];
        let each = names.each("--lang", &values).expect("values");
        assert_eq!(each, [Some("de"), Some("fr")]);
    }

    #[test]
    fn names_that_cannot_be_meant_are_refused() {
        let said = |given: &[&str]| names(given, 2).expect_err("refused").to_string();
        assert!(said(&["C=x"]).contains("no file has the letter C; they are A, B"));
        assert!(said(&["A=x", "A=y"]).contains("named twice"));
        assert!(said(&["A=B"]).contains("`B` stands twice"));
        assert!(said(&["A=x", "y"]).contains("say whose they are"));
        assert!(said(&["A="]).contains("not a short name"));
        assert!(said(&["A=x=y"]).contains("not a short name"));
        assert!(names(&["A=B", "B=A"], 2).is_ok());
    }
}

//! What a file that holds several texts calls them, and the short names that this gives.

use std::path::Path;

use crate::format::columns;
use crate::read::Kind;
use crate::witness::Siglum;
use anyhow::ensure;

use super::note::{name_of, note};

/// What a file calls the texts that it holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    /// As they stand there, one a text; nothing where one has none.
    pub(super) names: Vec<String>,
    /// The short names that these give, one a text; nothing where one of them gives none.
    pub(super) sigla: Vec<Siglum>,
    /// What is to be said where they give none.
    unfit: Option<String>,
}

/// The most characters of a title that is a short name: more leave no room for the text in a view.
const LONGEST: usize = 20;

/// The most characters of a short name that is given.
const LONGEST_GIVEN: usize = 100;

impl Titles {
    /// Of the texts of a file of this kind, which calls them so.
    pub(super) fn new(file: &Path, kind: Kind, names: Vec<String>) -> Self {
        let sigla = match kind {
            // There they are short names already.
            Kind::CollateX => sigla(&names, usize::MAX),
            _ => of_columns(&names),
        };
        let unfit = sigla
            .as_ref()
            .err()
            .map(|why| format!("{}: {why}; so its texts go by letters", name_of(file)));
        Self {
            names,
            sigla: sigla.unwrap_or_default(),
            unfit,
        }
    }

    /// Says why the titles are no short names, where they are not.
    pub(super) fn tell(&self) {
        self.unfit.iter().for_each(note);
    }
}

/// Short names of titles, which are no longer than this: `_` stands for white space and `=`. Otherwise why there are none.
fn sigla(titles: &[String], longest: usize) -> Result<Vec<Siglum>, String> {
    let mut sigla = Vec::with_capacity(titles.len());
    for title in titles {
        let plain = title.replace(|c: char| c.is_whitespace() || c == '=', "_");
        let short = siglum(&plain).ok();
        let Some(siglum) = short.filter(|_| title.chars().count() <= longest) else {
            return Err(format!("`{}` is no short name", title.escape_debug()));
        };
        if sigla.contains(&siglum) {
            return Err(format!("`{siglum}` stands twice"));
        }
        sigla.push(siglum);
    }
    Ok(sigla)
}

/// Short names of columns: they must be told apart from other columns of tables, and none may be the letter of another text.
fn of_columns(titles: &[String]) -> Result<Vec<Siglum>, String> {
    let sigla = sigla(titles, LONGEST)?;
    let names: Vec<String> = sigla.iter().map(|siglum| siglum.0.clone()).collect();
    if let Some(why) = columns::clash(&names, true) {
        return Err(why);
    }
    let of_another = |(n, siglum): (usize, &Siglum)| {
        (0..sigla.len()).any(|other| other != n && Siglum::nth(other) == *siglum)
    };
    match sigla.iter().enumerate().find(|named| of_another(*named)) {
        Some((_, siglum)) => Err(format!("`{siglum}` is the letter of another text")),
        None => Ok(sigla),
    }
}

/// A short name that is given.
pub(super) fn siglum(name: &str) -> anyhow::Result<Siglum> {
    let not_plain = |c: char| {
        c == '=' || c.is_whitespace() || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    ensure!(
        !name.is_empty() && name.chars().count() <= LONGEST_GIVEN && !name.contains(not_plain),
        "--sigla: `{}` is not a short name: it must have a character, at most {LONGEST_GIVEN} of them, and neither `=` nor space",
        name.escape_debug()
    );
    Ok(Siglum(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_give_their_names_where_these_are_clear() {
        let of = |names: [&str; 2]| {
            let sigla = of_columns(&names.map(str::to_owned));
            sigla.map(|sigla| sigla.into_iter().map(|siglum| siglum.0).collect::<Vec<_>>())
        };
        assert_eq!(of(["Hugo", "Segond"]).expect("names"), ["Hugo", "Segond"]);
        assert_eq!(of(["A", "D"]).expect("names"), ["A", "D"]);
        assert_eq!(
            of(["Segond 1910", "a=b"]).expect("names"),
            ["Segond_1910", "a_b"]
        );
        let long = "x".repeat(LONGEST + 1);
        for (unclear, why) in [
            (["Hugo", ""], "no short name"),
            (["Hugo", &long], "no short name"),
            (["a b", "a_b"], "stands twice"),
            (["Hugo", "kind"], "another column"),
            (["note", "Hugo"], "another column"),
            (["Hugo", "base"], "another column"),
            (["Hugo", "A"], "letter of another"),
        ] {
            let said = of(unclear).expect_err("unclear");
            assert!(said.contains(why), "{unclear:?}: {said}");
        }
    }
}

//! Lexicons: which words stand for each other across renderings, with counts and probabilities, as a text file.

use crate::error::{Error, Result};
use crate::lexicon::Equivalents;
use crate::witness::Language;

/// How the first line of a lexicon begins; the code of its language follows.
const SCHEMA: &str = "# enregard lexicon 1 ";
/// The line that names the columns.
const COLUMNS: &str = "a\tb\tcount\tb_of_a\ta_of_b";
/// Links are counted as this many fewer, because chance gives some.
const DISCOUNT: f32 = 1.0;

/// Word pairs learned from renderings in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Lexicon {
    /// The language of the words.
    pub language: Language,
    /// The pairs, sorted by their words.
    pub entries: Vec<LexiconEntry>,
}

/// One pair of a [`Lexicon`].
#[derive(Debug, Clone, PartialEq)]
pub struct LexiconEntry {
    /// The word that sorts first, in lower case: the most frequent form of its stem.
    pub a: String,
    /// The other.
    pub b: String,
    /// How often they were linked.
    pub count: u32,
    /// Of the places with `a`, the share where `b` stands for it, in `[0, 1]`.
    pub b_of_a: f64,
    /// Of the places with `b`, the share where `a` stands for it, in `[0, 1]`.
    pub a_of_b: f64,
}

impl Lexicon {
    /// The lexicon as a file: tab-separated, one pair per line.
    pub fn to_tsv(&self) -> String {
        let mut out = format!("{SCHEMA}{}\n{COLUMNS}\n", self.language.code());
        for e in &self.entries {
            out.push_str(&format!(
                "{}\t{}\t{}\t{:.4}\t{:.4}\n",
                e.a, e.b, e.count, e.b_of_a, e.a_of_b
            ));
        }
        out
    }

    /// Reads what [`Lexicon::to_tsv`] writes, and what a person made of it: the lines may stand in any order, and lines
    /// that begin with `#` are passed over.
    ///
    /// # Errors
    /// [`crate::Error::Malformed`] with the line, for anything else.
    pub fn from_tsv(text: &str) -> Result<Self> {
        let mut lines = text.lines().zip(1..);
        let code = lines.next().and_then(|(line, _)| line.strip_prefix(SCHEMA));
        let Some(code) = code else {
            let message =
                format!("not a lexicon; one begins with `{SCHEMA}fr` (enregard learn writes them)");
            return Err(Error::malformed("line 1", message));
        };
        let Some(language) = Language::from_code(code.trim()) else {
            let message = format!(
                "`{}` is not the code of a language, such as fr",
                code.trim()
            );
            return Err(Error::malformed("line 1", message));
        };
        let entries = lines
            .filter(|(line, _)| !line.is_empty() && !line.starts_with('#') && *line != COLUMNS)
            .map(|(line, number)| {
                entry(line).map_err(|message| Error::malformed(format!("line {number}"), message))
            })
            .collect::<Result<_>>()?;
        Ok(Self { language, entries })
    }

    /// Adds the pairs: each weighs the lesser of its two shares, and less where it was seen seldom.
    pub fn add_to(&self, known: &mut Equivalents) {
        for e in self.entries.iter().filter(|e| e.count > 0) {
            let weight = e.b_of_a.min(e.a_of_b) as f32 * (1.0 - DISCOUNT / e.count as f32);
            if weight > 0.0 {
                known.add(&e.a, &e.b, weight);
            }
        }
    }
}

fn entry(line: &str) -> std::result::Result<LexiconEntry, String> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [a, b, count, b_of_a, a_of_b] = fields[..] else {
        return Err(format!(
            "{} columns; a pair has five, separated by tabs: two words, a count, two shares",
            fields.len()
        ));
    };
    if a.is_empty() || b.is_empty() {
        return Err("a word is missing".to_owned());
    }
    let share = |field: &str| match field.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err(format!("`{field}` is not a share from 0 to 1")),
    };
    Ok(LexiconEntry {
        a: a.to_lowercase(),
        b: b.to_lowercase(),
        count: count
            .parse()
            .map_err(|_| format!("`{count}` is not a count"))?,
        b_of_a: share(b_of_a)?,
        a_of_b: share(a_of_b)?,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_lexicon_is_read_as_it_was_written() {
        let lexicon = Lexicon {
            language: Language::GERMAN,
            entries: vec![LexiconEntry {
                a: "größere".to_owned(),
                b: "hauptsächliche".to_owned(),
                count: 4,
                b_of_a: 0.5,
                a_of_b: 0.25,
            }],
        };
        let text = lexicon.to_tsv();
        assert!(text.contains("\ngrößere\thauptsächliche\t4\t0.5000\t0.2500\n"));
        assert_eq!(Lexicon::from_tsv(&text).unwrap(), lexicon);
        let noted = text.replace("\na\t", "\n# from two books\n\na\t");
        assert_eq!(Lexicon::from_tsv(&noted).unwrap(), lexicon);
    }

    #[test]
    fn what_is_no_lexicon_is_told_with_its_line() {
        for (text, told) in [
            ("", "line 1: not a lexicon"),
            ("# enregard lexicon 1 x1\n", "line 1: `x1` is not the code"),
            (
                "# enregard lexicon 1 fr\na\tb\tx\t0\t0\n",
                "line 2: `x` is not a count",
            ),
            (
                "# enregard lexicon 1 fr\n#\na\tb\t3\t2\t0\n",
                "line 3: `2` is not a share",
            ),
            (
                "# enregard lexicon 1 fr\na\tb\t3\t0.1\tNaN\n",
                "line 2: `NaN` is not a share",
            ),
            ("# enregard lexicon 1 fr\na\tb\n", "line 2: 2 columns"),
            (
                "# enregard lexicon 1 fr\n\tb\t3\t0.1\t0.1\n",
                "line 2: a word is missing",
            ),
        ] {
            let error = Lexicon::from_tsv(text).unwrap_err().to_string();
            assert!(error.starts_with(told), "{error}");
        }
    }
}

//! `forms.txt`: forms of one word that no stemmer unites.

use std::borrow::Cow;

use super::sections::Sections;

/// The words of a file, in its order. Where a form stands in two words the first has it.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    pub(crate) words: Vec<Inflected>,
    /// The endings that a shorthand stands for, of each shorthand.
    pub(crate) endings: Vec<Vec<&'static str>>,
}

/// A word and its other forms, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inflected {
    /// The form that stands for it.
    pub(crate) first: Cow<'static, str>,
    /// Its forms that are written out.
    pub(crate) whole: Vec<Cow<'static, str>>,
    /// Those that are a stem and any of the endings of a shorthand, which they name by its number.
    pub(crate) ended: Vec<(Cow<'static, str>, usize)>,
    /// Whether its stem key is no other word's; otherwise it is the stem of the first form, and what the stemmer unites
    /// with that goes with them.
    pub(crate) own: bool,
}

pub(super) fn parse(text: &'static str) -> Forms {
    let sections = Sections::parse(text);
    let (names, endings): (Vec<&str>, Vec<Vec<&str>>) = entries(sections.lines("endings"))
        .filter_map(|lines| {
            let (name, first) = lines.first()?.split_once(':')?;
            let lines = [first].into_iter().chain(lines[1..].iter().copied());
            Some((name, lines.flat_map(str::split_whitespace).collect()))
        })
        .unzip();
    let mut words = Vec::new();
    for (section, own) in [("own", true), ("stemmed", false)] {
        for entry in entries(sections.lines(section)) {
            let [first, ..] = entry else { continue };
            let (prefixes, _) = first.split_once('|').unwrap_or(("-", ""));
            for prefix in prefixes.split_whitespace() {
                let mut word = Inflected {
                    first: "".into(),
                    whole: Vec::new(),
                    ended: Vec::new(),
                    own,
                };
                let prefix = if prefix == "-" { "" } else { prefix };
                let forms = entry
                    .iter()
                    .map(|line| line.split_once('|').map_or(*line, |(_, forms)| forms))
                    .flat_map(str::split_whitespace);
                for form in forms {
                    word.add(prefix, form, &names, &endings);
                }
                words.push(word);
            }
        }
    }
    Forms { words, endings }
}

/// The lines of each word: the first, and those behind it that are indented.
fn entries<'l>(lines: &'l [&'static str]) -> impl Iterator<Item = &'l [&'static str]> {
    lines.chunk_by(|_, next| next.starts_with(' '))
}

impl Inflected {
    /// Adds the forms that one entry of a line stands for.
    fn add(
        &mut self,
        prefix: &'static str,
        entry: &'static str,
        names: &[&str],
        endings: &[Vec<&str>],
    ) {
        let (stem, name) = entry.split_once('+').unwrap_or((entry, ""));
        let stem = match prefix {
            "" => Cow::Borrowed(stem),
            prefix => [prefix, stem].concat().into(),
        };
        let is_first = self.whole.is_empty() && self.ended.is_empty();
        if name.is_empty() {
            if is_first {
                self.first = stem.clone();
            }
            self.whole.push(stem);
        } else if let Some(shorthand) = names.iter().position(|n| *n == name) {
            if is_first {
                let ending = endings[shorthand].first().copied().unwrap_or_default();
                self.first = [&*stem, ending].concat().into();
            }
            self.ended.push((stem, shorthand));
        }
    }
}

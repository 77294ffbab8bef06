//! `forms.txt`: forms of one word that no stemmer unites.

use std::borrow::Cow;

use super::sections::Sections;

/// A word and its other forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inflected {
    /// Its forms, in lower case, the one that stands for it first.
    pub(crate) forms: Vec<Cow<'static, str>>,
    /// Whether its stem key is no other word's; otherwise it is the stem of the first form, and what the stemmer unites
    /// with that goes with them.
    pub(crate) own: bool,
}

/// A name, and the endings that it stands for.
type Shorthand = (&'static str, Vec<&'static str>);

/// The words of a file, in its order. Where a form stands in two words the first has it.
pub(super) fn parse(text: &'static str) -> Vec<Inflected> {
    let sections = Sections::parse(text);
    let endings: Vec<Shorthand> = entries(sections.lines("endings"))
        .filter_map(|lines| {
            let (name, first) = lines.first()?.split_once(':')?;
            let lines = [first].into_iter().chain(lines[1..].iter().copied());
            Some((name, lines.flat_map(str::split_whitespace).collect()))
        })
        .collect();
    let mut words = Vec::new();
    for (section, own) in [("own", true), ("stemmed", false)] {
        for entry in entries(sections.lines(section)) {
            let [first, ..] = entry else { continue };
            let (prefixes, _) = first.split_once('|').unwrap_or(("-", ""));
            for prefix in prefixes.split_whitespace() {
                let prefix = if prefix == "-" { "" } else { prefix };
                let forms = entry
                    .iter()
                    .map(|line| line.split_once('|').map_or(*line, |(_, forms)| forms))
                    .flat_map(str::split_whitespace)
                    .flat_map(|form| expand(prefix, form, &endings))
                    .collect();
                words.push(Inflected { forms, own });
            }
        }
    }
    words
}

/// The lines of each word: the first, and those behind it that are indented.
fn entries<'l>(lines: &'l [&'static str]) -> impl Iterator<Item = &'l [&'static str]> {
    lines.chunk_by(|_, next| next.starts_with(' '))
}

/// The forms that one entry of a line stands for.
fn expand(prefix: &str, entry: &'static str, endings: &[Shorthand]) -> Vec<Cow<'static, str>> {
    let (stem, name) = entry.split_once('+').unwrap_or((entry, ""));
    let named = endings.iter().find(|(n, _)| *n == name && !n.is_empty());
    let endings = named.map_or(&[][..], |(_, endings)| endings);
    // A form that is written out is the entry itself.
    let whole = (stem == entry).then(|| match prefix {
        "" => Cow::Borrowed(entry),
        prefix => format!("{prefix}{entry}").into(),
    });
    let expanded = endings
        .iter()
        .map(move |ending| format!("{prefix}{stem}{ending}").into());
    whole.into_iter().chain(expanded).collect()
}

//! The one format of the files in `languages/`: UTF-8, `#` for comments, `[sections]` of words or lines.

use rustc_hash::FxHashSet;

/// A file of words, by its sections.
#[derive(Debug)]
pub(crate) struct Sections {
    /// Names with their lines, without comments and blank lines; what stands before the first heading is named "".
    sections: Vec<(&'static str, Vec<&'static str>)>,
}

impl Sections {
    pub(crate) fn parse(text: &'static str) -> Self {
        let mut sections = vec![("", Vec::new())];
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default().trim_end();
            let heading = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
            if let Some(name) = heading {
                sections.push((name, Vec::new()));
            } else if let (false, Some((_, lines))) = (line.is_empty(), sections.last_mut()) {
                lines.push(line);
            }
        }
        Self { sections }
    }

    /// The names of the sections, in order.
    #[cfg(test)]
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.sections.iter().map(|(name, _)| *name)
    }

    /// The lines of a section; none where there is no such.
    pub(crate) fn lines(&self, name: &str) -> &[&'static str] {
        let found = self.sections.iter().find(|(n, _)| *n == name);
        found.map_or(&[], |(_, lines)| lines)
    }

    /// The words of a section, between spaces.
    pub(crate) fn words(&self, name: &str) -> impl Iterator<Item = &'static str> {
        self.lines(name)
            .iter()
            .flat_map(|line| line.split_whitespace())
    }

    /// The words of a section, for a look-up.
    pub(crate) fn set(&self, name: &str) -> FxHashSet<&'static str> {
        self.words(name).collect()
    }

    /// The words of a section, in order.
    pub(crate) fn list(&self, name: &str) -> Vec<&'static str> {
        self.words(name).collect()
    }

    /// The lines of a section that are pairs of words.
    pub(crate) fn pairs(&self, name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines(name)
            .iter()
            .filter_map(|line| line.split_once(' '))
            .map(|(a, b)| (a, b.trim_start()))
    }
}

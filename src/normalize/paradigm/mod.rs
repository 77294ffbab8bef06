//! Forms of one word that no stemmer unites, by table.

mod french;
mod others;

use rustc_hash::FxHashMap;

use crate::witness::Language;

/// Number of a lemma, in the order of the tables.
pub(super) type Lemma = u16;

/// The lemmas of listed forms.
#[derive(Debug)]
pub(super) struct Paradigms {
    /// By case key, accents and all.
    by_form: FxHashMap<String, Lemma>,
    /// By spelling key. Forms that an accent alone tells from another word's stand here for the first of the two.
    by_key: FxHashMap<String, Lemma>,
    /// For each lemma its stem key: its first form and a mark, so that it is no other word's stem.
    keys: Vec<String>,
}

impl Paradigms {
    /// The tables of `language`; `spelling` makes the spelling key of a case key.
    pub(super) fn new(language: Language, spelling: impl Fn(&str) -> String) -> Self {
        let mut lines: Vec<Vec<String>> = Vec::new();
        let mut prefixed: &[&str] = &[];
        let table = match language {
            Language::French => {
                prefixed = french::PREFIXED;
                french::LINES
            }
            Language::English => others::ENGLISH,
            Language::German => others::GERMAN,
            Language::Spanish => others::SPANISH,
            Language::Italian => others::ITALIAN,
        };
        lines.extend(
            table
                .iter()
                .map(|line| line.split_whitespace().map(str::to_owned).collect()),
        );
        for line in prefixed {
            let Some((prefixes, forms)) = line.split_once('|') else {
                continue;
            };
            lines.extend(prefixes.split_whitespace().map(|prefix| {
                let prefix = if prefix == "-" { "" } else { prefix };
                forms
                    .split_whitespace()
                    .map(|form| format!("{prefix}{form}"))
                    .collect()
            }));
        }
        let mut by_form = FxHashMap::default();
        let mut by_key = FxHashMap::default();
        let mut keys = Vec::with_capacity(lines.len());
        for (lemma, forms) in lines.into_iter().enumerate() {
            keys.push(format!("{}=", forms.first().map_or("", String::as_str)));
            for form in forms {
                by_key.entry(spelling(&form)).or_insert(lemma as Lemma);
                by_form.entry(form).or_insert(lemma as Lemma);
            }
        }
        Self {
            by_form,
            by_key,
            keys,
        }
    }

    /// The lemma of a form as it is spelled, in lower case.
    pub(super) fn of_form(&self, case_key: &str) -> Option<Lemma> {
        self.by_form.get(case_key).copied()
    }

    /// The stem key of a spelling key whose word is listed.
    pub(super) fn stem_key(&self, spelling_key: &str) -> Option<&str> {
        let lemma = self.by_key.get(spelling_key)?;
        Some(&self.keys[usize::from(*lemma)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word() {
        let p = Paradigms::new(Language::French, str::to_owned);
        for (a, b) in [
            ("est", "était"),
            ("ont", "avaient"),
            ("fait", "fasse"),
            ("ce", "cette"),
            ("nouveau", "nouvelle"),
            ("œil", "yeux"),
            ("d'", "de"),
            ("devient", "devenu"),
            ("surprend", "surpris"),
            ("reçoit", "reçu"),
        ] {
            assert!(p.of_form(a).is_some(), "{a}");
            assert_eq!(p.of_form(a), p.of_form(b), "{a} {b}");
        }
        for (a, b) in [
            ("la", "là"),
            ("a", "à"),
            ("ou", "où"),
            ("du", "dû"),
            ("mon", "ton"),
        ] {
            assert_ne!(p.of_form(a), p.of_form(b), "{a} {b}");
        }
    }

    #[test]
    fn every_language_has_a_table() {
        for language in Language::ALL {
            let p = Paradigms::new(language, str::to_owned);
            assert!(p.by_form.len() > 50, "{language:?}");
        }
    }
}

//! Metadata: a line, or the head of a paragraph, that says when a text was published or how long it takes to read.
//!
//! What counts is a closed grammar, because a sentence may speak of dates as well:
//! - *items* that stand for themselves: `date 2020-09`, `Date : 25/09/2020`, `Temps de lecture estimé : 2 minutes`, an ISO date
//!   with a time;
//! - *datelines*, which are metadata only when nothing but items follows in the paragraph: `Publié le 25 septembre 2020 à 14h30`.

use super::chars::is_dash;
use super::rules::Rules;

/// The length in bytes of the metadata at the head of `paragraph` (all of it, or a prefix); 0 when there is none.
pub(super) fn length(paragraph: &str, rules: &Rules) -> usize {
    let mut reader = Reader {
        rest: paragraph,
        rules,
    };
    let mut prefix = 0;
    let (mut items, mut datelines) = (0, 0);
    loop {
        reader.separators();
        if reader.rest.is_empty() {
            // A paragraph of separators alone is none.
            return if items + datelines > 0 {
                paragraph.len()
            } else {
                0
            };
        }
        if items > 0 && datelines == 0 {
            prefix = paragraph.len() - reader.rest.len();
        }
        if reader.item() {
            items += 1;
        } else if reader.dateline() {
            datelines += 1;
        } else {
            break;
        }
    }
    // What follows a prefix begins a sentence; otherwise the date was part of one.
    let rest = paragraph[prefix..].trim_start();
    let begins = rest
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase());
    if begins { prefix } else { 0 }
}

struct Reader<'a> {
    rest: &'a str,
    rules: &'a Rules,
}

impl Reader<'_> {
    /// Passes over white space and the marks that separate items.
    fn separators(&mut self) {
        self.rest = self
            .rest
            .trim_start_matches(|c: char| c.is_whitespace() || is_dash(c) || "|·•/,;.".contains(c));
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Passes over `word` in any case, if a word boundary follows it.
    fn word(&mut self, word: &str) -> bool {
        let mut rest = self.rest.chars();
        for w in word.chars() {
            match rest.next() {
                Some(c) if c == w || c.to_lowercase().eq(w.to_lowercase()) => {}
                _ => return false,
            }
        }
        let rest = rest.as_str();
        let whole = !rest.starts_with(char::is_alphanumeric)
            || word.ends_with(|c: char| !c.is_alphanumeric());
        if whole {
            self.rest = rest;
        }
        whole
    }

    fn one_of(&mut self, words: &[&str]) -> bool {
        words.iter().any(|w| self.word(w))
    }

    /// Tries `read`; what it passed over counts only if it succeeds.
    fn attempt(&mut self, read: impl FnOnce(&mut Self) -> bool) -> bool {
        let before = self.rest;
        let done = read(self);
        if !done {
            self.rest = before;
        }
        done
    }

    fn item(&mut self) -> bool {
        self.attempt(Self::reading_time)
            || self.attempt(Self::key_date)
            || self.attempt(|r| r.iso_date(true))
    }

    /// `date 2020-09`, `Date : 25/09/2020`: a key and a date in figures.
    fn key_date(&mut self) -> bool {
        let keys = ["date", "datum", "fecha", "data"];
        if !self.one_of(&keys) {
            return false;
        }
        self.spaces();
        self.colon();
        self.iso_date(false) || self.slashed_date()
    }

    fn colon(&mut self) -> bool {
        let found = self.rest.strip_prefix(':');
        self.rest = found.unwrap_or(self.rest);
        self.spaces();
        found.is_some()
    }

    /// `Temps de lecture estimé : 2 minutes`, `Lecture 3 min`, `2 min read`.
    fn reading_time(&mut self) -> bool {
        if self.attempt(|r| {
            r.minutes() && {
                r.spaces();
                r.word("de lecture") || r.word("read")
            }
        }) {
            return true;
        }
        if !self.one_of(self.rules.reading) {
            return false;
        }
        self.spaces();
        self.one_of(&["estimé", "estimée", "moyen", "stimato", "estimado"]);
        self.spaces();
        let colon = self.colon();
        self.one_of(&["environ", "about", "ca."]);
        self.spaces();
        let minutes = self.minutes();
        // `lecture 3 minutes` without a colon may begin a sentence; a whole line of it is still a dateline.
        minutes && (colon || self.rest.trim_start().is_empty())
    }

    fn minutes(&mut self) -> bool {
        if self.digits(1, 3).is_none() {
            return false;
        }
        self.spaces();
        self.one_of(&[
            "minutes", "minute", "min.", "min", "mn", "minuten", "minutos", "minuti", "minuto",
        ])
    }

    /// `Publié le 25 septembre 2020 à 14h30`, `Mis à jour : 2020-09-25`.
    fn dateline(&mut self) -> bool {
        self.attempt(|r| {
            if !r.one_of(r.rules.dated) {
                return false;
            }
            r.spaces();
            r.colon();
            r.one_of(&["le", "on", "am", "el", "il"]);
            r.spaces();
            let date = r.iso_date(true) || r.slashed_date() || r.long_date();
            r.attempt(Self::time);
            date
        })
    }

    /// Digits, between `least` and `most` of them, as a number.
    fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let n = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if n < least || n > most {
            return None;
        }
        let (digits, rest) = self.rest.split_at(n);
        self.rest = rest;
        digits.parse().ok()
    }

    fn sign(&mut self, signs: &[char]) -> bool {
        let found = self.rest.strip_prefix(signs);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    /// `2020-09`, `2020-09-25`, `2020-09-25T14:30:00Z`; only with the day when `full`.
    fn iso_date(&mut self, full: bool) -> bool {
        self.attempt(|r| {
            let month = r.digits(4, 4).is_some()
                && r.sign(&['-'])
                && r.digits(2, 2).is_some_and(|m| (1..=12).contains(&m));
            let day = r.attempt(|r| {
                r.sign(&['-']) && r.digits(2, 2).is_some_and(|d| (1..=31).contains(&d))
            });
            if day {
                r.attempt(Self::time);
            }
            month && (day || !full) && !r.rest.starts_with(char::is_alphanumeric)
        })
    }

    /// `25/09/2020`, `25.9.2020`.
    fn slashed_date(&mut self) -> bool {
        self.attempt(|r| {
            let signs = ['/', '.', '-'];
            let day = r.digits(1, 2).is_some_and(|d| (1..=31).contains(&d)) && r.sign(&signs);
            let month =
                day && r.digits(1, 2).is_some_and(|m| (1..=12).contains(&m)) && r.sign(&signs);
            month && (r.digits(4, 4).is_some() || r.digits(2, 2).is_some())
        })
    }

    /// `25 septembre 2020`, `vendredi 1er mai 2020`, `September 25, 2020`.
    fn long_date(&mut self) -> bool {
        let day_first = |r: &mut Self| {
            r.weekday();
            if r.digits(1, 2).is_none() {
                return false;
            }
            r.one_of(&["er", "."]);
            r.spaces();
            r.one_of(&["de"]);
            r.spaces();
            if !r.one_of(r.rules.months) {
                return false;
            }
            r.spaces();
            r.one_of(&["de"]);
            r.spaces();
            r.digits(4, 4).is_some()
        };
        let month_first = |r: &mut Self| {
            if !r.one_of(r.rules.months) {
                return false;
            }
            r.spaces();
            let day = r.digits(1, 2).is_some();
            r.sign(&[',']);
            r.spaces();
            day && r.digits(4, 4).is_some()
        };
        self.attempt(day_first) || self.attempt(month_first)
    }

    fn weekday(&mut self) {
        self.one_of(&[
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ]);
        self.spaces();
    }

    /// `à 14h30`, `14:30:00Z`, `at 2:30 pm`.
    fn time(&mut self) -> bool {
        self.sign(&['T', ',']);
        self.spaces();
        self.one_of(&["à", "at", "um", "a las", "alle"]);
        self.spaces();
        let hour = self.digits(1, 2).is_some();
        self.spaces();
        let sign = self.sign(&[':', 'h']);
        self.spaces();
        self.digits(2, 2);
        self.attempt(|r| r.sign(&[':']) && r.digits(2, 2).is_some());
        self.spaces();
        self.one_of(&["Z", "Uhr", "am", "pm", "GMT", "UTC", "CET", "CEST"]);
        hour && sign
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::rules;
    use super::length;
    use crate::witness::Language;

    fn prefix(text: &str, language: Language) -> &str {
        text[..length(text, rules(language))].trim()
    }

    #[test]
    fn whole_lines() {
        for text in [
            "date 2020-09 Temps de lecture estimé : 2 minutes",
            "Temps de lecture : 5 min",
            "2 min de lecture",
            "Publié le 25 septembre 2020 à 14h30",
            "Publié le vendredi 1er mai 2020 à 14 h 30 - Mis à jour le 02/05/2020 à 09:15",
            "Mis à jour : 2020-09-25",
            "Date : 25/09/2020",
            "2020-09-25T14:30:00Z",
            "Modifié le 3 mai 2020 | Lecture 3 min.",
        ] {
            assert_eq!(prefix(text, Language::French), text);
        }
        for (text, language) in [
            (
                "Published on September 25, 2020 at 2:30 pm",
                Language::English,
            ),
            ("Last updated: 2020-09-25 · 4 min read", Language::English),
            ("Lesezeit: 3 Minuten", Language::German),
            (
                "Veröffentlicht am 3. Oktober 2020 um 14:30 Uhr",
                Language::German,
            ),
            ("Publicado el 25 de septiembre de 2020", Language::Spanish),
            ("Tempo di lettura: 2 minuti", Language::Italian),
        ] {
            assert_eq!(prefix(text, language), text);
        }
    }

    #[test]
    fn a_prefix_before_prose() {
        for (text, expected) in [
            ("date 2020-09 Les USA et la Russie", "date 2020-09"),
            (
                "Temps de lecture : 2 minutes « Les USA »",
                "Temps de lecture : 2 minutes",
            ),
            ("2020-09-25 – Le président a parlé.", "2020-09-25 –"),
        ] {
            assert_eq!(prefix(text, Language::French), expected);
        }
    }

    #[test]
    fn sentences_that_speak_of_dates() {
        for text in [
            "Publié le 3 mai 1870, ce livre fit scandale.",
            "Date fatale que ce 3 mai.",
            "date 2020-09 et rien d’autre",
            "25 septembre 2020",
            "14 juillet 1789",
            "Le 25 mai 1972, ils signèrent.",
            "Lecture 3 minutes par jour suffit.",
            "Temps de lecture et temps de vivre",
            "Le temps de lecture : 2 minutes.",
            "2020-13-45",
            "1972",
            "— — —",
            "...",
            "",
        ] {
            assert_eq!(prefix(text, Language::French), "", "{text}");
        }
    }
}

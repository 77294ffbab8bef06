//! Metadata: a line, or the head of a paragraph, that says when a text was published or how long it takes to read.
//!
//! What counts is a closed grammar, because a sentence may speak of dates as well:
//! - *items* that stand for themselves: `date 2020-09`, `Date : 25/09/2020`, `Temps de lecture estimé : 2 minutes`, an ISO date
//!   with a time;
//! - *datelines*, which are metadata only when nothing but items follows in the paragraph: `Publié le 25 septembre 2020 à 14h30`,
//!   `Montag, 25. September 2020`. A date alone, without its day of the week, may be a heading (`14 juillet 1789`).

use crate::language::chars::is_dash;
use crate::language::{Dates, Named};

/// The length in bytes of the metadata at the head of `paragraph` (all of it, or a prefix); 0 when there is none.
pub(super) fn length(paragraph: &str, dates: &Dates) -> usize {
    let mut reader = Reader {
        rest: paragraph,
        dates,
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
    dates: &'a Dates,
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
        if !self.one_of(&self.dates.keys) {
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
                r.one_of(&r.dates.behind_minutes)
            }
        }) {
            return true;
        }
        if !self.one_of(&self.dates.reading_time) {
            return false;
        }
        self.spaces();
        self.one_of(&self.dates.estimated);
        self.spaces();
        let colon = self.colon();
        self.one_of(&self.dates.about);
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
        let minutes = self.one_of(&self.dates.minutes);
        self.sign(&['.']);
        minutes
    }

    /// `Publié le 25 septembre 2020 à 14h30`, `Mis à jour : 2020-09-25`, `Friday, September 25, 2020`.
    fn dateline(&mut self) -> bool {
        self.attempt(|r| {
            let published = r.one_of(&r.dates.published);
            if published {
                r.spaces();
                r.colon();
            }
            r.one_of(&r.dates.before_date);
            r.spaces();
            let weekday = r.weekday();
            r.one_of(&r.dates.before_date);
            r.spaces();
            if !published && !weekday {
                return false;
            }
            let date = r.long_date() || !weekday && (r.iso_date(true) || r.slashed_date());
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

    /// `25 septembre 2020`, `1er mai 2020`, `3. Oktober 2020`, `25 de septiembre de 2020`, `September 25, 2020`.
    fn long_date(&mut self) -> bool {
        let day_first = |r: &mut Self| r.day() && r.joint() && r.month() && r.joint();
        let month_first = |r: &mut Self| {
            let day = r.month() && r.day();
            r.sign(&[',']);
            r.spaces();
            day
        };
        self.attempt(|r| day_first(r) && r.digits(4, 4).is_some())
            || self.attempt(|r| month_first(r) && r.digits(4, 4).is_some())
    }

    /// The figure of a day, with its ending.
    fn day(&mut self) -> bool {
        let found = self.digits(1, 2).is_some();
        let _ = self.sign(&['.']) || self.one_of(&self.dates.day_endings);
        self.spaces();
        found
    }

    /// What may stand between the parts of a date: always passed over.
    fn joint(&mut self) -> bool {
        self.one_of(&self.dates.joints);
        self.spaces();
        true
    }

    fn month(&mut self) -> bool {
        self.named(&self.dates.months)
    }

    fn weekday(&mut self) -> bool {
        let found = self.named(&self.dates.weekdays);
        self.sign(&[',']);
        self.spaces();
        found
    }

    /// Passes over one of these names, or its abbreviation with or without a point.
    fn named(&mut self, all: &[Named]) -> bool {
        let name = all.iter().any(|named| self.one_of(&named.names));
        let short = !name && all.iter().any(|named| self.one_of(&named.short));
        if short {
            self.sign(&['.']);
        }
        self.spaces();
        name || short
    }

    /// `à 14h30`, `14:30:00Z`, `at 2:30 pm`.
    fn time(&mut self) -> bool {
        self.sign(&['T', ',']);
        self.spaces();
        self.one_of(&self.dates.before_time);
        self.spaces();
        let hour = self.digits(1, 2).is_some();
        self.spaces();
        let sign = self.sign(&[':', 'h']);
        self.spaces();
        self.digits(2, 2);
        self.attempt(|r| r.sign(&[':']) && r.digits(2, 2).is_some());
        self.spaces();
        let _ = self.one_of(&["Z", "GMT", "UTC", "CET", "CEST"])
            || self.one_of(&self.dates.behind_time);
        hour && sign
    }
}

#[cfg(test)]
mod tests {
    use super::length;
    use crate::language::Profile;
    use crate::witness::Language;

    fn prefix(text: &str, language: Language) -> &str {
        text[..length(text, Profile::of(language).dates())].trim()
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
            assert_eq!(prefix(text, Language::FRENCH), text);
        }
        for (text, language) in [
            (
                "Published on September 25, 2020 at 2:30 pm",
                Language::ENGLISH,
            ),
            ("Last updated: 2020-09-25 · 4 min read", Language::ENGLISH),
            ("Lesezeit: 3 Minuten", Language::GERMAN),
            (
                "Veröffentlicht am 3. Oktober 2020 um 14:30 Uhr",
                Language::GERMAN,
            ),
            (
                "Gepubliceerd op 25 september 2020 om 14:30 uur",
                Language::literal("nl"),
            ),
            (
                "Laatst bijgewerkt: 25-09-2020 · Leestijd: 4 minuten",
                Language::literal("nl"),
            ),
            ("3 min. leestijd", Language::literal("nl")),
            ("Publicado el 25 de septiembre de 2020", Language::SPANISH),
            ("Tempo di lettura: 2 minuti", Language::ITALIAN),
            (
                "Publicado em 25 de setembro de 2020 às 14h30 | Tempo de leitura: 4 min",
                Language::literal("pt"),
            ),
            (
                "Última atualização: 25 set. 2020, 14:30",
                Language::literal("pt"),
            ),
            ("3 Min. Lesezeit", Language::GERMAN),
        ] {
            assert_eq!(prefix(text, language), text);
        }
    }

    #[test]
    fn days_of_the_week() {
        for (text, language) in [
            ("Vendredi 25 septembre 2020", Language::FRENCH),
            ("Publié le vendredi 25 sept. 2020", Language::FRENCH),
            ("Le vendredi 25 septembre 2020 à 14h30", Language::FRENCH),
            ("Friday, September 25, 2020", Language::ENGLISH),
            ("Fri 25 Sep 2020, 14:30 GMT", Language::ENGLISH),
            (
                "Published on Friday, 25th September 2020",
                Language::ENGLISH,
            ),
            ("Montag, 25. September 2020", Language::GERMAN),
            (
                "Veröffentlicht am Montag, den 25. September 2020",
                Language::GERMAN,
            ),
            ("Vrijdag 25 september 2020", Language::literal("nl")),
            ("viernes 25 de septiembre de 2020", Language::SPANISH),
            (
                "Publicado el viernes, 25 de septiembre de 2020",
                Language::SPANISH,
            ),
            ("Venerdì 25 settembre 2020", Language::ITALIAN),
            (
                "Sexta-feira, 25 de setembro de 2020",
                Language::literal("pt"),
            ),
            (
                "Publicado em segunda-feira, 25 de Maio de 2020 às 9 h",
                Language::literal("pt"),
            ),
            (
                "Pubblicato venerdì 25 settembre 2020 alle 14:30",
                Language::ITALIAN,
            ),
        ] {
            assert_eq!(prefix(text, language), text);
        }
        for (text, language) in [
            ("Vendredi 25 septembre", Language::FRENCH),
            (
                "Vendredi 25 septembre 2020 le roi mourut.",
                Language::FRENCH,
            ),
            (
                "Friday, September 25, 2020 was a long day.",
                Language::ENGLISH,
            ),
            ("Montag", Language::GERMAN),
            (
                "Am Montag, dem 25. September 2020, starb er.",
                Language::GERMAN,
            ),
        ] {
            assert_eq!(prefix(text, language), "", "{text}");
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
            assert_eq!(prefix(text, Language::FRENCH), expected);
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
            "2020-009-25",
            "Mis à jour le 025/09/2020",
            "1972",
            "— — —",
            "...",
            "",
        ] {
            assert_eq!(prefix(text, Language::FRENCH), "", "{text}");
        }
    }
}

//! The words of a number added up: `quatre-vingt-dix-sept`, `einundzwanzig`, two hundred and five.

use crate::language::Numbers;

/// Values from here on multiply what stands before them: two thousand, `1,5 million`.
pub(super) const MULTIPLIERS: u64 = 1000;

/// The words of a number added up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    /// Thousands and millions that are complete.
    done: u64,
    /// What is below them.
    open: u64,
    /// The last of the thousands and millions; 1 where there are none.
    pub(super) unit: u64,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            done: 0,
            open: 0,
            unit: 1,
        }
    }
}

/// A sum with one more word.
pub(super) struct Longer {
    pub(super) sum: Sum,
    /// Whether the word is one of those that often say something else.
    pub(super) doubtful: bool,
    /// Whether it is an ordinal, with which a number ends.
    pub(super) ordinal: bool,
}

impl Sum {
    /// With a word, whose parts hyphens join, or nothing does; `None` where it cannot belong to the same number.
    pub(super) fn with(self, words: &Numbers, word: &str, first: bool) -> Option<Longer> {
        let mut longer = Longer {
            sum: self,
            doubtful: false,
            ordinal: false,
        };
        if let Some(whole) = words.number(word) {
            longer.doubtful = whole.inside_only;
            return longer.sum.add_next(words, whole.value).then_some(longer);
        }
        let mut parts = 0;
        // einundzwanzig: in one word the unit may come first.
        let mut turned = false;
        let joined = word.split('-').filter(|p| !p.is_empty());
        for part in joined.flat_map(|p| words.parts(p)) {
            if part == words.and && parts > 0 {
                turned = true;
                continue;
            }
            let cardinal = words.number(part);
            let value = cardinal.or_else(|| words.ordinal(part))?;
            // `les vingt premiers` is no 21.
            let apart = parts == 0 && !first && cardinal.is_none() && value.inside_only;
            // vierundzwanzig is no quatre-vingt.
            let added = turned && longer.sum.add_tens(value.value)
                || longer.sum.add_next(words, value.value);
            if apart || longer.ordinal || !added {
                return None;
            }
            turned = false;
            longer.ordinal = cardinal.is_none();
            longer.doubtful = parts == 0 && value.inside_only;
            parts += 1;
        }
        (parts > 0).then_some(longer)
    }

    /// Adds the next word, which may be the last two figures of a year: nineteen eighty-four.
    fn add_next(&mut self, words: &Numbers, value: u64) -> bool {
        let of_year = self.done == 0
            && (10..100).contains(&value)
            && words.year_hundreds.contains(&self.open);
        if self.add(value) {
            return true;
        }
        if of_year {
            self.open = self.open * 100 + value;
        }
        of_year
    }

    /// The year of a century that ends with a number below ten: nineteen oh *six*.
    pub(super) fn in_century(self, words: &Numbers, last: &str) -> Option<Self> {
        let last = words
            .number(last)
            .filter(|last| (1..10).contains(&last.value))?;
        let is_century = self.done == 0 && words.year_hundreds.contains(&self.open);
        let open = self.open * 100 + last.value;
        is_century.then_some(Self { open, ..self })
    }

    /// Adds the next word; false when it cannot belong to the same number.
    fn add(&mut self, value: u64) -> bool {
        let below = self.open % 100;
        match value {
            0..20 if below == 0 || below >= 20 && below.is_multiple_of(10) => self.open += value,
            // dix-sept
            7..10 if below == 10 => self.open += value,
            // quatre-vingt
            20 if below == 4 => self.open += 76,
            20..100 if below == 0 => self.open += value,
            // Nineteen hundred, too.
            100 if self.open < 100 => self.open = self.open.max(1) * 100,
            101..MULTIPLIERS if self.open == 0 => self.open = value,
            MULTIPLIERS.. if self.done == 0 || self.done.is_multiple_of(value * 1000) => {
                self.done += self.open.max(1) * value;
                self.open = 0;
                self.unit = value;
            }
            _ => return false,
        }
        true
    }

    /// Adds tens to the unit before them; false where there is none.
    fn add_tens(&mut self, tens: u64) -> bool {
        let fits = (1..10).contains(&(self.open % 100))
            && (20..100).contains(&tens)
            && tens.is_multiple_of(10);
        if fits {
            self.open += tens;
        }
        fits
    }

    pub(super) fn total(self) -> u64 {
        self.done + self.open
    }
}

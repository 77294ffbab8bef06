//! What belongs to the page and not to the text: running heads and page numbers.
//!
//! A line is such when it comes back from page to page, alike but for its number, and the text goes on across it at least
//! once, in the middle of a sentence: so a refrain, the number of a chapter or a heading is none. A single one is told only
//! by a word that is divided before it and goes on behind it.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::layout::ends_sentence;
use crate::language::chars::begins_small;
use crate::witness::{Span, is_divided};

/// The longest running head, in bytes.
const LONGEST: usize = 100;
/// A page has at least so many lines on the average; what comes back sooner numbers something else.
const LINES_OF_PAGE: usize = 3;
/// A running head without a number comes back so often.
const OCCURRENCES: usize = 3;

/// For each line whether it belongs to the page.
pub(super) fn lines_of_page(text: &str, lines: &[Span]) -> Vec<bool> {
    let mut of_page = vec![false; lines.len()];
    let printed: Vec<usize> = (0..lines.len()).filter(|&n| !lines[n].is_empty()).collect();
    let printed = Printed {
        lines: printed.iter().map(|&n| &text[lines[n].range()]).collect(),
        numbers: printed,
    };
    for series in printed.series() {
        for at in series {
            of_page[printed.numbers[at]] = true;
        }
    }
    of_page
}

/// The lines that are not blank, and their numbers among all.
struct Printed<'a> {
    lines: Vec<&'a str>,
    numbers: Vec<usize>,
}

/// How the text goes on across a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Across {
    /// It does not, as far as can be seen.
    Unknown,
    /// In the middle of a sentence.
    Sentence,
    /// In the middle of a word.
    Word,
}

impl Printed<'_> {
    /// The lines that come back from page to page, by what they say.
    fn series(&self) -> Vec<Vec<usize>> {
        let across: Vec<(usize, Across)> = (0..self.lines.len())
            .map(|at| (at, self.across(at)))
            .filter(|&(_, across)| across != Across::Unknown)
            .collect();
        let mut found: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for &(at, _) in &across {
            if let Some(head) = Head::of(self.lines[at]) {
                found.entry(head.key).or_default();
            }
        }
        // Most texts have none.
        if found.is_empty() {
            return Vec::new();
        }
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(head) = Head::of(line)
                && let Some(series) = found.get_mut(&head.key)
            {
                series.push(at);
            }
        }
        let (mut of_page, mut others): (Vec<_>, Vec<_>) = found
            .into_values()
            .partition(|series| self.comes_back(series, &across));
        let mut numbers = of_page.concat();
        numbers.sort_unstable();
        let is_number = |at: usize| numbers.binary_search(&at).is_ok();
        let beside_number = |&at: &usize| is_number(at + 1) || at > 0 && is_number(at - 1);
        // Beside the number of a page, a head has come back if that did; once only, if it is in capitals: it may be the last
        // line of the page.
        others.retain(|series| {
            let is_head = series.len() > 1 || self.is_in_capitals(series);
            is_head && series.iter().all(beside_number)
        });
        of_page.append(&mut others);
        of_page
    }

    /// Whether lines that say the same, but for a number, belong to their pages.
    fn comes_back(&self, series: &[usize], across: &[(usize, Across)]) -> bool {
        let heads: Vec<Head> = series
            .iter()
            .filter_map(|&at| Head::of(self.lines[at]))
            .collect();
        let interrupting: Vec<Across> = across
            .iter()
            .filter(|(at, _)| series.binary_search(at).is_ok())
            .map(|&(_, across)| across)
            .collect();
        let (Some(first), Some(last)) = (series.first(), series.last()) else {
            return false;
        };
        let numbered = heads.iter().all(|head| head.number.is_some());
        if series.len() == 1 {
            let is_head = numbered || self.is_in_capitals(series);
            return is_head && interrupting.contains(&Across::Word);
        }
        // What always says the same number says no page: the year of a newspaper.
        let numbered = numbered && heads.iter().any(|head| head.number != heads[0].number);
        let apart = last - first >= LINES_OF_PAGE * (series.len() - 1);
        let rising = heads
            .windows(2)
            .filter(|w| w[0].number < w[1].number)
            .count();
        if numbered {
            // A misread number may break the order of the pages.
            apart && rising * 5 >= (heads.len() - 1) * 4
        } else {
            apart && series.len() >= OCCURRENCES && interrupting.len() * 4 >= series.len()
        }
    }

    fn is_in_capitals(&self, series: &[usize]) -> bool {
        let mut lines = series.iter().map(|&at| self.lines[at]);
        lines.all(|line| !line.contains(char::is_lowercase))
    }

    /// How the text goes on from the line before to the line after, where this one looks like a running head or a page
    /// number; two such lines may stand together.
    fn across(&self, at: usize) -> Across {
        if !is_apart(self.lines[at]) {
            return Across::Unknown;
        }
        let mut before = self.lines[..at].iter().rev().take(2).copied();
        let mut after = self.lines[at + 1..].iter().take(2).copied();
        let (Some(mut first), Some(mut second)) = (before.next(), after.next()) else {
            return Across::Unknown;
        };
        if !begins_small(second) && is_apart(second) {
            second = after.next().unwrap_or(second);
        } else if is_number(first) {
            first = before.next().unwrap_or(first);
        }
        match begins_small(second) {
            true if is_divided(first) => Across::Word,
            true if !ends_sentence(first) => Across::Sentence,
            _ => Across::Unknown,
        }
    }
}

/// What a running head says.
#[derive(Clone, Copy)]
struct Head {
    /// Of its words without case.
    key: u64,
    /// The number of the page, where it has one.
    number: Option<u32>,
}

impl Head {
    /// What a line says as a running head; nothing where it is none.
    fn of(line: &str) -> Option<Self> {
        if !is_apart(line) {
            return None;
        }
        let mut words: Vec<&str> = line
            .split(|c: char| c.is_whitespace() || c == '/')
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .collect();
        let number = |word: Option<&&str>| word.and_then(|word| page_number(word));
        let (first, last) = (number(words.first()), number(words.last()));
        if first.is_some() {
            words.remove(0);
        }
        if last.is_some() {
            words.pop();
        }
        let mut hasher = FxHasher::default();
        for c in words.join(" ").chars().flat_map(char::to_lowercase) {
            c.hash(&mut hasher);
        }
        (first.is_some() || last.is_some() || !words.is_empty()).then(|| Self {
            key: hasher.finish(),
            number: first.or(last),
        })
    }
}

/// Whether a line may stand for itself between two lines of text: short, without a sentence's beginning or end.
fn is_apart(line: &str) -> bool {
    let goes_on = line.ends_with(',') || is_divided(line);
    line.len() <= LONGEST && !begins_small(line) && !ends_sentence(line) && !goes_on
}

fn is_number(line: &str) -> bool {
    page_number(line.trim_matches(|c: char| !c.is_alphanumeric())).is_some()
}

/// The number of a page, in figures.
fn page_number(word: &str) -> Option<u32> {
    let digits = word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::lines_of_page;

    /// The lines that belong to the page.
    fn of(text: &str) -> Vec<&str> {
        let lines = lines(text);
        let of_page = lines_of_page(text, &lines);
        let found = lines.iter().zip(of_page).filter(|(_, of_page)| *of_page);
        found.map(|(line, _)| &text[line.range()]).collect()
    }

    #[test]
    fn heads_and_numbers_that_come_back() {
        let page = "le roi dormait dans la tour,\net la reine veillait encore\nau coin du feu, quand on\nfrappa trois coups à la\n";
        let text = [
            page,
            "12\nHISTOIRE DU ROI\n",
            page,
            "LIVRE PREMIER. 13\n\n",
            page,
            "14\nHISTOIRE DU ROI\n",
            page,
            "LIVRE PREMIER. 15\n\n",
            page,
            "16\nHISTOIRE DU ROI\n",
            page,
        ]
        .concat();
        assert_eq!(of(&text).len(), 8);
        assert_eq!(of(page), [""; 0]);
    }

    #[test]
    fn a_single_one_between_the_halves_of_a_word() {
        assert_eq!(of("et le provi-\n\n12\n\nseur entra."), ["12"]);
        assert_eq!(of("et le provi-\n— 12 —\nseur entra."), ["— 12 —"]);
        assert_eq!(
            of("et le provi-\nMADAME BOVARY\nseur entra."),
            ["MADAME BOVARY"]
        );
        assert_eq!(
            of("et le provi-\n12\nMADAME BOVARY\nseur entra."),
            ["12", "MADAME BOVARY"]
        );
        assert_eq!(of("et le roi\n12\nseul entra."), [""; 0]);
    }

    #[test]
    fn the_last_line_before_a_head_is_text() {
        let text = "HISTOIRE DES MOULINS 17\n\nLe moulin fut construit en 1743 par un maître char-\npentier venu de \
                    Bourgogne. Il servit à moudre\nle grain. Les paysans venaient en parlant des récol-\n\n18 \
                    CHAPITRE DEUXIÈME\n\ntes et du temps. En 1871, une crue emporta la roue. C’est-à-\ndire \
                    qu’il dut vendre. Son fils acheta un moulin à Saint-\nÉtienne. L’ancien bâtiment tomba en \
                    ruine, et le lierre en\n\nHISTOIRE DES MOULINS 19\n\ncouvrit les murs.";
        assert_eq!(
            of(text),
            [
                "HISTOIRE DES MOULINS 17",
                "18 CHAPITRE DEUXIÈME",
                "HISTOIRE DES MOULINS 19"
            ]
        );
    }

    #[test]
    fn a_date_is_no_number_of_a_page() {
        let page = "L’Écho du Canton — 12 mars 2021\nle maire a dit hier que\nla route serait faite au\nprintemps et que la\n";
        assert_eq!(
            of(&[page.repeat(3), "commune paierait.".into()].concat()).len(),
            3
        );
    }

    #[test]
    fn chapters_refrains_and_lists_are_text() {
        let chapters = "1\nLe roi dormait.\nIl rêvait.\nDe quoi ?\n2\nLa reine veillait.\nElle lisait.\nQuoi donc ?\n3\nOn frappa.";
        assert_eq!(of(chapters), [""; 0]);
        let refrain = "Il pleut sur la ville\nComme il pleut\nEt le vent\nNe dit rien\n".repeat(4);
        assert_eq!(of(&refrain), [""; 0]);
        let list = "1\npain\n2\nlait\n3\nœufs\n4\nsel\n";
        assert_eq!(of(list), [""; 0]);
    }
}

//! What belongs to the page and not to the text: running heads and page numbers.
//!
//! A line is such when it comes back from page to page, alike but for its number, and the text goes on across it at least
//! once, in the middle of a sentence: so a refrain, the number of a chapter or a heading is none. A single one is told only
//! by a word that is divided before it and goes on behind it. What says that it numbers pages (`Page 3 of 25`) needs no more than to
//! count on.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smallvec::SmallVec;

use super::counters::roman;
use super::layout::ends_sentence;
use crate::language::chars::begins_small;
use crate::witness::{Span, is_divided};

/// The longest running head, in bytes.
const LONGEST: usize = 100;
/// A page has at least so many lines on the average; what comes back sooner numbers something else.
const LINES_OF_PAGE: usize = 3;
/// Where a paragraph is a line, a page has at least so many bytes on the average.
const BYTES_OF_PAGE: usize = 300;
/// A running head without a number comes back so often.
const OCCURRENCES: usize = 3;

/// For each line whether it belongs to the page; `pages` are the words, in lower case, that say so of a number.
pub(super) fn lines_of_page(text: &str, lines: &[Span], pages: &FxHashSet<&str>) -> Vec<bool> {
    let mut of_page = vec![false; lines.len()];
    let printed: Vec<usize> = (0..lines.len()).filter(|&n| !lines[n].is_empty()).collect();
    let printed = Printed {
        lines: printed.iter().map(|&n| &text[lines[n].range()]).collect(),
        starts: printed.iter().map(|&n| lines[n].range().start).collect(),
        numbers: printed,
        pages,
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
    /// Where they begin, in bytes.
    starts: Vec<usize>,
    numbers: Vec<usize>,
    pages: &'a FxHashSet<&'a str>,
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
        for line in &self.lines {
            if self.numbers_page(line)
                && let Some(head) = Head::of(line)
            {
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
        let numbered = heads.iter().all(|head| !head.numbers.is_empty());
        if series.len() == 1 {
            let is_head = numbered || self.is_in_capitals(series);
            return is_head && interrupting.contains(&Across::Word);
        }
        // Across none of which the text goes on: all have to say what they are, and no chapter is numbered like `7/8`.
        if interrupting.is_empty() && !series.iter().all(|&at| self.numbers_page(self.lines[at])) {
            return false;
        }
        // What always says the same number says no page: the year of a newspaper, how many pages there are.
        let numbers = (0..Head::MOST_NUMBERS)
            .map_while(|n| {
                let of_all = heads.iter().map(|head| head.numbers.get(n).copied());
                of_all.collect::<Option<Vec<u32>>>()
            })
            .find(|numbers| numbers.iter().any(|number| *number != numbers[0]));
        let pages = series.len() - 1;
        let apart = last - first >= LINES_OF_PAGE * pages
            || self.starts[*last] - self.starts[*first] >= BYTES_OF_PAGE * pages;
        match numbers {
            Some(numbers) => {
                let counts_on = |w: &&[u32]| match interrupting.is_empty() {
                    true => w[0] + 1 == w[1],
                    false => w[0] < w[1],
                };
                // A misread number may break the order of the pages.
                apart && numbers.windows(2).filter(counts_on).count() * 5 >= pages * 4
            }
            None => apart && series.len() >= OCCURRENCES && interrupting.len() * 4 >= series.len(),
        }
    }

    /// Whether a line says that it numbers a page: `Page 3 of 25`, `p. 31`, `[S. 7]`, `3 / 25`.
    fn numbers_page(&self, line: &str) -> bool {
        const MOST_WORDS: usize = 4;
        if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) {
            return false;
        }
        let words: SmallVec<[&str; 8]> = parts(line).take(MOST_WORDS + 1).collect();
        let is_number = |word: &&str| page_number(word).is_some();
        match words.as_slice() {
            [number, all] => {
                (is_number(number) && is_number(all) && line.contains('/'))
                    || self.names_page(number) && is_number(all)
            }
            [page, number, ..] => {
                words.len() <= MOST_WORDS
                    && self.names_page(page)
                    && is_number(number)
                    && words.last().is_some_and(is_number)
            }
            _ => false,
        }
    }

    fn names_page(&self, word: &str) -> bool {
        self.pages.contains(word.to_lowercase().as_str())
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
        // A line that is longer than any heading is a paragraph, and breaks off where it ends no sentence.
        let breaks_off = begins_small(second) || first.len() > LONGEST;
        match begins_small(second) && is_divided(first) {
            true => Across::Word,
            false if breaks_off && !ends_sentence(first) => Across::Sentence,
            false => Across::Unknown,
        }
    }
}

/// What a running head says.
struct Head {
    /// Of its words without case.
    key: u64,
    /// The numbers in it, one of which may be that of the page.
    numbers: SmallVec<[u32; 2]>,
}

impl Head {
    const MOST_NUMBERS: usize = 2;

    /// What a line says as a running head; nothing where it is none.
    fn of(line: &str) -> Option<Self> {
        if !is_apart(line) {
            return None;
        }
        let words: SmallVec<[&str; 8]> = parts(line).collect();
        let mut numbers = SmallVec::new();
        let mut hasher = FxHasher::default();
        for (n, word) in words.iter().enumerate() {
            let outside = n == 0 || n + 1 == words.len();
            let number = page_number(word).filter(|_| outside || words.len() <= Self::MOST_WORDS);
            let number = number.or_else(|| roman_page(word).filter(|_| words.len() == 1));
            match number {
                Some(number) => numbers.push(number),
                None => {
                    let lower = word.chars().flat_map(char::to_lowercase);
                    lower.chain([' ']).for_each(|c| c.hash(&mut hasher));
                }
            }
        }
        (!words.is_empty()).then(|| Self {
            key: hasher.finish(),
            numbers,
        })
    }

    /// Of longer heads numbers inside are no pages.
    const MOST_WORDS: usize = 5;
}

/// The words and numbers of a line.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || c == '/')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Whether a line may stand for itself between two lines of text: short, without a sentence's beginning or end.
fn is_apart(line: &str) -> bool {
    let goes_on = line.ends_with(',') || is_divided(line);
    line.len() <= LONGEST
        && (!begins_small(line) || is_label(line))
        && !ends_sentence(line)
        && !goes_on
}

/// Whether a line that begins with a small letter may number a page: `p. 31`, `xii`.
fn is_label(line: &str) -> bool {
    let mut words = parts(line);
    match (words.next(), words.next(), words.next()) {
        (Some(number), None, _) => roman_page(number).is_some(),
        (Some(page), Some(number), None) => {
            page.chars().count() <= 4 && line.contains('.') && page_number(number).is_some()
        }
        _ => false,
    }
}

fn is_number(line: &str) -> bool {
    page_number(line.trim_matches(|c: char| !c.is_alphanumeric())).is_some()
}

/// The number of a page, in figures.
fn page_number(word: &str) -> Option<u32> {
    let digits = word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// The number of a page before the first, in small Roman figures.
fn roman_page(word: &str) -> Option<u32> {
    let small = word.bytes().all(|b| b.is_ascii_lowercase());
    small.then(|| roman(word)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::lines_of_page;

    /// The lines that belong to the page.
    fn of(text: &str) -> Vec<&str> {
        let lines = lines(text);
        let of_page = lines_of_page(text, &lines, &["page", "p"].into_iter().collect());
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
    fn what_says_that_it_numbers_pages() {
        let page =
            "Le roi dormait dans la tour. La reine veillait encore au coin du feu. ".repeat(5);
        for label in ["Page {} / 9", "Page {} sur 9", "p. {}", "[p. {}]", "{}/9"] {
            let text: Vec<String> = (3..7)
                .map(|n| format!("{page}\n\n{}", label.replace("{}", &n.to_string())))
                .collect();
            assert_eq!(of(&text.join("\n\n")).len(), 4, "{label}");
        }
        for label in ["Chapitre {}", "{}", "Page 7", "p. 7 et {}"] {
            let text: Vec<String> = (3..7)
                .map(|n| format!("{page}\n\n{}", label.replace("{}", &n.to_string())))
                .collect();
            assert_eq!(of(&text.join("\n\n")).len(), 0, "{label}");
        }
        // A fraction makes no pages of the numbers of chapters.
        let text: Vec<String> = (3..7).map(|n| format!("{page}\n\n{n}")).collect();
        assert_eq!(
            of(&format!("{}\n\n{page}\n\n7/8", text.join("\n\n"))).len(),
            0
        );
        // Where the sentence goes on behind them, any number does, also a Roman one and where a page is one line.
        let page = page.trim_end().trim_end_matches('.');
        for numbers in [["12", "13", "14"], ["xii", "xiii", "xiv"]] {
            let text: Vec<String> = numbers
                .iter()
                .map(|n| format!("et la nuit {page}\n\n{n}"))
                .collect();
            assert_eq!(
                of(&format!("{}\n\net la nuit fut.", text.join("\n\n"))),
                numbers
            );
        }
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

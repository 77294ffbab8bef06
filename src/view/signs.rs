//! The marks of words that differ, and the signs: what stands around them, so that the view reads without colour.
//!
//! Five of them, light enough that a line is read as prose. None is a mark that prose often has: square brackets would
//! be mistaken for an editor's `[…]`, angled quotation marks for quotations.
//!
//! | sign | words | class |
//! |---|---|---|
//! | `⌊majeurs⌋` | rendered by other words there | wording |
//! | `{(SII)}` | without a counterpart there | omission, addition, sentences without counterpart |
//! | `~Etats-Unis` | the same word, otherwise written; another form or a word of its family | typographic, case, accent, spelling; inflection, derivation |
//! | `<bilatéral>` | which stand elsewhere in the sentence there | moved |
//! | `⚑1972` | a number, a date, a name or a negation that the other has not | a fact that differs, whatever its class |

use crate::class::Class;
use crate::select::{Shown, Voice, Voices};
use crate::table::{AlignmentTable, Link, Row};
use crate::witness::TokenIndex;

use super::ink::Ink;
use super::palette::Colours;
use super::{Layout, ViewOptions};

/// Where signs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Signs {
    /// Where there is no colour, and around words of the same colour that touch.
    #[default]
    Auto,
    /// Around all words that differ.
    Always,
    /// Nowhere.
    Never,
}

impl Signs {
    /// Whether they stand around all words that differ.
    pub(super) fn everywhere(self, colours: Colours) -> bool {
        match self {
            Self::Auto => colours == Colours::None,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// What is said of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mark {
    /// How it differs, if it does and that is shown.
    pub(super) sign: Option<Sign>,
    /// Whether it stands elsewhere on the other side.
    pub(super) moved: bool,
    /// Whether its signs stand around it, and not its colour alone.
    pub(super) signed: bool,
    /// The number that tells which words of the other side it stands for, where their order does not; else 0.
    pub(super) number: u32,
}

/// How a token differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Other words stand there; words of one link, whose number is held, share a pair of brackets.
    Wording(u32),
    /// Nothing stands there.
    Only,
    /// The token is part of a sentence that stands in this witness alone.
    OnlyUnit,
    /// Another form of the word, or the same otherwise written.
    Form,
}

impl Sign {
    /// The sign of the words of a link, of this number in its row.
    fn of(link: &Link, number: u32) -> Self {
        match link.class {
            // Other spaces.
            Class::Same
            | Class::Typographic
            | Class::Case
            | Class::Accent
            | Class::Spelling
            | Class::Inflection
            | Class::Derivation => Self::Form,
            Class::Wording => Self::Wording(number),
            Class::Omission | Class::Addition => Self::Only,
        }
    }

    /// What opens and closes a run of tokens with this sign, and its ink; `None` when each token has its own.
    pub(super) fn brackets(self) -> Option<(&'static str, &'static str, Ink)> {
        match self {
            Self::Wording(_) => Some((WORDING.0, WORDING.1, Ink::WordingSign)),
            Self::Only | Self::OnlyUnit => Some((ONLY.0, ONLY.1, Ink::OnlySign)),
            Self::Form => None,
        }
    }
}

impl Mark {
    /// That of a sentence which stands in one witness alone.
    pub(super) fn only_unit(signed: bool) -> Self {
        Self {
            sign: Some(Sign::OnlyUnit),
            signed,
            ..Self::default()
        }
    }

    fn of(link: &Link, number: usize, shown: Shown, signed: bool) -> Self {
        Self {
            sign: (shown.words != Voice::Silent).then(|| Sign::of(link, number as u32)),
            moved: shown.moved,
            signed,
            number: 0,
        }
    }

    /// The ink of the words; `plain` where they do not differ.
    pub(super) fn ink(self, plain: Ink) -> Ink {
        let ink = match self.sign {
            None => plain,
            Some(Sign::Wording(_)) => Ink::Wording,
            Some(Sign::Only) => Ink::Only,
            Some(Sign::OnlyUnit) => Ink::OnlyUnit,
            Some(Sign::Form) => Ink::Form,
        };
        if self.moved { ink.moved() } else { ink }
    }
}

/// Says how the words of a table are marked.
pub(super) struct Marker<'a> {
    voices: Voices<'a>,
    /// Whether signs stand around all words that differ.
    pub(super) everywhere: bool,
    /// Whether they stand around those alone that touch.
    pub(super) touching: bool,
    /// Whether words whose partners stand in another order are numbered.
    numbers: bool,
}

impl<'a> Marker<'a> {
    pub(super) fn new(table: &'a AlignmentTable, options: &'a ViewOptions) -> Self {
        let everywhere = options.signs.everywhere(options.colours);
        Self {
            voices: Voices::new(table, table.rules(&options.quiet), options.marks),
            everywhere,
            numbers: options.signs != Signs::Never && options.layout != Layout::Inline,
            touching: options.signs == Signs::Auto && !everywhere,
        }
    }

    /// The mark of each link of a row.
    pub(super) fn links(&self, row: &Row) -> Vec<Mark> {
        let shown = self.voices.of(row).into_iter();
        let links = row.links.iter().enumerate().zip(shown);
        let mut marks: Vec<Mark> = links
            .map(|((n, link), shown)| Mark::of(link, n, shown, self.everywhere))
            .collect();
        if self.numbers {
            number_crossing(&row.links, &mut marks);
        }
        marks
    }

    /// The marks of a row's tokens in one witness, sorted by token; tokens without a mark are left out.
    pub(super) fn cell(&self, row: &Row, witness: usize) -> Vec<(TokenIndex, Mark)> {
        let mut marks: Vec<(TokenIndex, Mark)> = Vec::new();
        for (link, mark) in row.links.iter().zip(self.links(row)) {
            if mark.sign.is_some() || mark.moved {
                marks.extend(link.tokens[witness].iter().map(|&t| (t, mark)));
            }
        }
        marks.sort_by_key(|&(token, _)| token);
        if self.touching {
            sign_touching(&mut marks);
        }
        marks
    }
}

/// Numbers the links between other words that cross each other, in the order of the first witness.
fn number_crossing(links: &[Link], marks: &mut [Mark]) {
    // Where each of them stands in either witness, and which it is.
    let mut places: Vec<(TokenIndex, TokenIndex, usize)> = Vec::new();
    for (n, (link, mark)) in links.iter().zip(&*marks).enumerate() {
        if let ([a, b], Some(Sign::Wording(_))) = (&link.tokens[..], mark.sign)
            && let (Some(&a), Some(&b)) = (a.first(), b.first())
        {
            places.push((a, b, n));
        }
    }
    places.sort_unstable();
    // For each the first place in the other witness of those after it.
    let mut first_after = vec![None; places.len()];
    for n in (1..places.len()).rev() {
        let at = Some(places[n].1);
        first_after[n - 1] = first_after[n].map_or(at, |after| at.min(Some(after)));
    }
    let (mut last_before, mut number) = (None, 0);
    for (&(_, b, link), after) in places.iter().zip(first_after) {
        if last_before > Some(b) || after.is_some_and(|after| after < b) {
            number += 1;
            marks[link].number = number;
        }
        last_before = last_before.max(Some(b));
    }
}

/// A number as it stands behind words.
pub(super) fn raised(number: u32) -> String {
    let figures = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string().into_bytes();
    digits
        .into_iter()
        .map(|digit| figures[usize::from(digit - b'0')])
        .collect()
}

/// The signs of the views that stand in the texts of a table as well, which have to be told apart where there is no colour,
/// with the sign that does so. Whether a view happens to have the sign makes no difference: a reader need not look.
pub(super) fn ambiguous(table: &AlignmentTable, options: &ViewOptions) -> Vec<char> {
    if options.colours != Colours::None || options.signs == Signs::Never {
        return Vec::new();
    }
    let arrow = if options.layout == Layout::Inline {
        "→"
    } else {
        ""
    };
    let pairs = [WORDING, ONLY, MOVED];
    let around = pairs.iter().flat_map(|(opens, closes)| [*opens, *closes]);
    let signs = around.chain([FORM, FACT, "≈", "¶", arrow]);
    let stands = |sign: &char| table.witnesses.iter().any(|w| w.text.contains(*sign));
    let mut signs: Vec<char> = signs.flat_map(str::chars).filter(stands).collect();
    if !signs.is_empty() {
        signs.push(APART);
    }
    signs
}

/// What stands before a sign that is part of the text.
pub(super) const APART: char = '\\';

/// Puts signs around words of one colour that stand for different words and have nothing between them.
fn sign_touching(marks: &mut [(TokenIndex, Mark)]) {
    let mut runs: Vec<_> = marks
        .chunk_by_mut(|(t, mark), (next, other)| t.is_before(*next) && mark.sign == other.sign)
        .collect();
    for n in 1..runs.len() {
        let [before, this] = &mut runs[n - 1..=n] else {
            continue;
        };
        let ((last, x), (first, y)) = (before[before.len() - 1], this[0]);
        if let (Some(Sign::Wording(_)), Some(Sign::Wording(_))) = (x.sign, y.sign)
            && last.is_before(first)
        {
            let both = before.iter_mut().chain(this.iter_mut());
            both.for_each(|(_, mark)| mark.signed = true);
        }
    }
}

/// What stands around words of [`Sign::Wording`].
pub(super) const WORDING: (&str, &str) = ("⌊", "⌋");
/// What stands around words of [`Sign::Only`] and [`Sign::OnlyUnit`].
pub(super) const ONLY: (&str, &str) = ("{", "}");
/// What stands before each word of [`Sign::Form`].
pub(super) const FORM: &str = "~";
/// What stands before the first word of a fact that differs.
pub(super) const FACT: &str = "⚑";
/// What stands around moved words.
pub(super) const MOVED: (&str, &str) = ("<", ">");

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
//! | `⌈clés⌉` | of more than two witnesses no two have the same | how many say so, see `Agreement` |
//! | `^` | of more than two witnesses this leaves out what others say | the same |
//! | `⚑1972` | a number, a date, a name or a negation that the other has not | a fact that differs, whatever its class |

mod crossing;

use rustc_hash::FxHashMap;

use crate::class::Class;
use crate::select::{Agreement, Marks, Shown, Standing, Voice, Voices};
use crate::table::{AlignmentTable, Link, Row};
use crate::witness::TokenIndex;

pub(super) use crate::apparatus::raised;

use super::ink::Ink;
use super::palette::Colours;
use super::{Layout, ViewOptions};

use crossing::number_crossing;

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
    /// Whether it merely follows another difference, and is shown all the same: faintly.
    pub(super) faint: bool,
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
    /// Among more than two witnesses, how many say so; a number for words that share a pair of brackets.
    Stands(Standing, u32),
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
            Self::Stands(standing, _) => match standing {
                Standing::With | Standing::Form => None,
                Standing::Alone => Some((ONLY.0, ONLY.1, Ink::OnlySign)),
                Standing::Divided => Some((WORDING.0, WORDING.1, Ink::WordingSign)),
                Standing::AllDiffer => Some((ALL_DIFFER.0, ALL_DIFFER.1, Ink::AllDifferSign)),
            },
        }
    }
}

impl Sign {
    /// Whether other words stand for these, which may be in another order.
    fn has_partners(self) -> bool {
        match self {
            Self::Wording(_) => true,
            Self::Stands(standing, _) => standing > Standing::Form,
            Self::Only | Self::OnlyUnit | Self::Form => false,
        }
    }

    /// Whether words of each link stand in brackets of their own.
    fn is_per_link(self) -> bool {
        match self {
            Self::Wording(_) => true,
            Self::Stands(standing, _) => standing > Standing::Alone,
            Self::Only | Self::OnlyUnit | Self::Form => false,
        }
    }

    /// Whether it stands before each word, and not around several.
    pub(super) fn is_form(self) -> bool {
        matches!(self, Self::Form | Self::Stands(Standing::Form, _))
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
            ..Self::default()
        }
    }

    /// How widely words differ, of more than two witnesses.
    pub(super) fn standing(self) -> Option<Standing> {
        match self.sign? {
            Sign::Stands(standing, _) => Some(standing),
            _ => None,
        }
    }

    /// The ink of the words; `plain` where they do not differ.
    pub(super) fn ink(self, plain: Ink) -> Ink {
        let ink = match self.sign {
            Some(_) if self.faint => Ink::Faint,
            None => plain,
            Some(Sign::Wording(_)) => Ink::Wording,
            Some(Sign::Only) => Ink::Only,
            Some(Sign::OnlyUnit) => Ink::OnlyUnit,
            Some(Sign::Form) => Ink::Form,
            Some(Sign::Stands(standing, _)) => standing_ink(standing).unwrap_or(plain),
        };
        if self.moved { ink.moved() } else { ink }
    }
}

/// The ink of words that stand so to those of others.
pub(super) fn standing_ink(standing: Standing) -> Option<Ink> {
    match standing {
        Standing::With => None,
        Standing::Form => Some(Ink::Form),
        Standing::Alone => Some(Ink::Only),
        Standing::Divided => Some(Ink::Wording),
        Standing::AllDiffer => Some(Ink::AllDiffer),
    }
}

/// The marks of one cell.
#[derive(Default)]
pub(super) struct CellMarks {
    /// Those of its tokens, sorted by token; tokens without a mark are left out.
    pub(super) marks: Vec<(TokenIndex, Mark)>,
    /// After which tokens (`None`: at the beginning) something is left out that others say, sorted.
    pub(super) gaps: Vec<(Option<TokenIndex>, Standing)>,
}

/// Says how the words of a table are marked.
pub(super) struct Marker<'a> {
    pub(super) voices: Voices<'a>,
    /// Where one text is printed with what others have instead, how loud differences would be if those that follow another
    /// could be left unmarked. Who reads such a view has no other text to see them in: they are faint there.
    hushed: Option<Voices<'a>>,
    /// Of more than two witnesses, who stands with whom.
    pub(super) agreement: Option<Agreement<'a>>,
    base: usize,
    /// Whether signs stand around all words that differ.
    pub(super) everywhere: bool,
    /// Whether they stand around those alone that touch.
    pub(super) touching: bool,
    /// Whether signs may stand anywhere.
    pub(super) may_sign: bool,
    /// Whether words whose partners stand in another order are numbered.
    numbers: bool,
}

impl<'a> Marker<'a> {
    pub(super) fn new(table: &'a AlignmentTable, options: &'a ViewOptions) -> Self {
        let everywhere = options.signs.everywhere(options.colours);
        let voices = |marks| Voices::new(table, table.rules(&options.quiet), marks);
        let one_text = options.layout.is_of_one_text();
        Self {
            voices: voices(match one_text {
                true => Marks::All,
                false => options.marks,
            }),
            hushed: (one_text && options.marks == Marks::Few).then(|| voices(Marks::Few)),
            agreement: (table.witnesses.len() > 2).then(|| Agreement::new(table, &options.quiet)),
            base: table.base,
            everywhere,
            // Where one text alone is printed there is nothing to find.
            numbers: options.signs != Signs::Never && !one_text,
            may_sign: options.signs != Signs::Never,
            touching: options.signs == Signs::Auto && !everywhere,
        }
    }

    /// The mark of each link of a row; of more than two witnesses, how widely it differs.
    pub(super) fn links(&self, row: &Row) -> Vec<Mark> {
        let shown = self.voices.of(row).into_iter();
        let links = row.links.iter().enumerate().zip(shown);
        let mut marks: Vec<Mark> = links
            .map(|((n, link), shown)| match self.agreement {
                None => Mark::of(link, n, shown, self.everywhere),
                Some(_) => {
                    let standings = self.standings_of(row, link, shown);
                    let widest = standings.into_iter().max().unwrap_or_default();
                    self.mark(widest, n, shown.moved)
                }
            })
            .collect();
        if let Some(hushed) = &self.hushed {
            for (mark, shown) in marks.iter_mut().zip(hushed.of(row)) {
                mark.faint = mark.sign.is_some() && shown.words == Voice::Silent && !shown.moved;
                // Without a colour of their own, signs alone say where they begin and end.
                mark.signed |= mark.faint && self.may_sign;
            }
        }
        if self.numbers {
            number_crossing(&row.links, &mut marks);
        }
        marks
    }

    /// The marks of a row in each witness.
    pub(super) fn cells(&self, row: &Row) -> Vec<CellMarks> {
        let links = self.links(row);
        let count = row.cells.len();
        let mut cells: Vec<CellMarks> = (0..count).map(|_| CellMarks::default()).collect();
        match self.agreement {
            None => {
                for (link, &mark) in row.links.iter().zip(&links) {
                    if mark.sign.is_some() || mark.moved {
                        for (cell, tokens) in cells.iter_mut().zip(&link.tokens) {
                            cell.marks.extend(tokens.iter().map(|&t| (t, mark)));
                        }
                    }
                }
            }
            Some(_) => self.of_many(row, &links, &mut cells),
        }
        for cell in &mut cells {
            cell.marks.sort_by_key(|&(token, _)| token);
            cell.gaps.sort_unstable();
            if self.touching {
                sign_touching(&mut cell.marks);
            }
        }
        cells
    }

    /// Marks in each cell what its witness alone says, or only some say.
    fn of_many(&self, row: &Row, links: &[Mark], cells: &mut [CellMarks]) {
        // For each witness the last of its tokens in the links before.
        let mut last: Vec<Option<TokenIndex>> = vec![None; cells.len()];
        let shown = self.voices.of(row);
        for (n, link) in row.links.iter().enumerate() {
            let standings = self.standings_of(row, link, shown[n]);
            let told = self.voices.rules().told_of(row, link).len();
            for (w, (tokens, standing)) in link.tokens.iter().zip(standings).enumerate() {
                let moved = shown[n].moved && link.is_moved_in(w, self.base);
                let mark = Mark {
                    number: links[n].number,
                    ..self.mark(standing, n, moved)
                };
                if mark.sign.is_some() || mark.moved {
                    cells[w].marks.extend(tokens.iter().map(|&t| (t, mark)));
                }
                // Of two alone the words of the other tell.
                if tokens.is_empty() && standing > Standing::Form && told > 2 {
                    cells[w].gaps.push((last[w], standing));
                }
                last[w] = tokens.last().copied().or(last[w]);
            }
        }
        unnumber_lone(cells);
    }

    fn standings_of(&self, row: &Row, link: &Link, shown: Shown) -> Vec<Standing> {
        match self.agreement {
            None => vec![Standing::With; row.cells.len()],
            Some(agreement) => agreement.marked(row, link, shown, self.voices.are_few()),
        }
    }

    fn mark(&self, standing: Standing, link: usize, moved: bool) -> Mark {
        let sign = match standing {
            Standing::With => None,
            // What one witness alone says is one stretch, whatever stands for its words elsewhere.
            Standing::Form | Standing::Alone => Some(Sign::Stands(standing, 0)),
            _ => Some(Sign::Stands(standing, link as u32)),
        };
        Mark {
            sign,
            moved,
            signed: self.everywhere,
            ..Mark::default()
        }
    }
}

/// Takes away the numbers that stand in one cell alone: those of the other witnesses there are not marked.
fn unnumber_lone(cells: &mut [CellMarks]) {
    let mut seen: FxHashMap<u32, (usize, bool)> = FxHashMap::default();
    for (w, cell) in cells.iter().enumerate() {
        for (_, mark) in &cell.marks {
            let (first, several) = seen.entry(mark.number).or_insert((w, false));
            *several |= *first != w;
        }
    }
    for (_, mark) in cells.iter_mut().flat_map(|cell| &mut cell.marks) {
        if !seen[&mark.number].1 {
            mark.number = 0;
        }
    }
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
    let of_many = match table.witnesses.len() > 2 {
        true => [ALL_DIFFER.0, ALL_DIFFER.1, GAP],
        false => [""; 3],
    };
    let signs = around.chain([FORM, FACT, "≈", "¶", arrow]).chain(of_many);
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
        if x.sign.is_some_and(Sign::is_per_link)
            && y.sign.is_some_and(Sign::is_per_link)
            && x.ink(Ink::Plain).look().hue == y.ink(Ink::Plain).look().hue
            && last.is_before(first)
        {
            let both = before.iter_mut().chain(this.iter_mut());
            both.for_each(|(_, mark)| mark.signed = true);
        }
    }
}

/// What stands around words of [`Sign::Wording`].
pub(super) const WORDING: (&str, &str) = ("⌊", "⌋");
/// What stands around words where no two witnesses read the same.
pub(super) const ALL_DIFFER: (&str, &str) = ("⌈", "⌉");
/// What stands where a witness leaves out what others say.
pub(super) const GAP: &str = "^";
/// What stands around words of [`Sign::Only`] and [`Sign::OnlyUnit`].
pub(super) const ONLY: (&str, &str) = ("{", "}");
/// What stands before each word of [`Sign::Form`].
pub(super) const FORM: &str = "~";
/// What stands before the first word of a fact that differs.
pub(super) const FACT: &str = "⚑";
/// What stands around moved words.
pub(super) const MOVED: (&str, &str) = ("<", ">");

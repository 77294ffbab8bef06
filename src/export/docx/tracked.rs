//! What was made of the first of two texts to get the second: paragraphs of runs that are kept, deleted or inserted. Without what
//! was inserted they are the first text, without what was deleted the second.

use rustc_hash::FxHashMap;

use crate::export::pieces::pieces;
use crate::export::printed::{Printed, Sign};
use crate::table::AlignmentTable;
use crate::witness::{Role, Span, TokenIndex};

/// What was done to a run, or to the end of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Edit {
    Kept,
    Deleted,
    Inserted,
}

/// A sentence that stands elsewhere in the second text: its number there and here, and whether these words of it are in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) number: usize,
    pub(super) in_both: bool,
}

/// Text to which the same was done.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) edit: Edit,
    pub(super) moved: Option<Moved>,
    /// In which the end of a line is U+2028.
    pub(super) text: String,
}

/// A paragraph, of the first text, of the second, or of both.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) runs: Vec<Run>,
    /// What was done to its end.
    pub(super) end: Edit,
    pub(super) role: Role,
    /// What it was in the first text.
    pub(super) was: Role,
}

/// The paragraphs of a table of two witnesses.
pub(super) fn paragraphs(table: &AlignmentTable) -> Vec<Paragraph> {
    let moves = [0, 1].map(|w| Moves::new(table, w));
    let printed: Vec<Printed> = table.witnesses.iter().map(Printed::new).collect();
    let mut writer = Writer::default();
    for piece in pieces(table, table.rules(&[])) {
        let told = |w: usize, of: usize| {
            let signs = printed[of].signs(piece.spans[of]);
            let moved = |at| moves[w].at(at).filter(|_| of == w);
            signs.map(|(at, sign)| (sign, moved(at))).collect()
        };
        let own: [Vec<Told>; 2] = [0, 1].map(|w| told(w, w));
        let [x, y] = match part_paragraphs(&own) {
            true => own,
            false => [0, 1].map(|w| told(w, piece.source(&table.witnesses, w))),
        };
        match is_same(&x, &y) {
            true => writer.keep(&x, &y),
            false => writer.replace(x, y),
        }
    }
    let last = [0, 1].map(|w| printed[w].last);
    let mut paragraphs = writer.finish(last);
    only_whole_moves(&mut paragraphs);
    paragraphs
}

/// A sign with the move that it takes part in.
type Told = (Sign, Option<Moved>);

fn is_same(x: &[Told], y: &[Told]) -> bool {
    x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.0.is_same(y.0))
}

/// Whether both are white space in which not as many paragraphs end: that is more than space, and counts whatever is ignored.
fn part_paragraphs(own: &[Vec<Told>; 2]) -> bool {
    let [x, y] = own.each_ref().map(|told| {
        let ends = told.iter().filter(|(sign, _)| matches!(sign, Sign::End(_)));
        let is_blank = told.iter().all(|(sign, _)| sign.is_blank());
        (ends.count(), is_blank)
    });
    x.1 && y.1 && x.0 != y.0
}

#[derive(Default)]
struct Writer {
    paragraphs: Vec<Paragraph>,
    /// The runs of the paragraph that is open.
    runs: Vec<Run>,
    /// What is to be deleted and inserted here.
    deleted: Vec<Told>,
    inserted: Vec<Told>,
}

impl Writer {
    fn replace(&mut self, x: Vec<Told>, y: Vec<Told>) {
        self.deleted.extend(x);
        self.inserted.extend(y);
    }

    /// Text that both have.
    fn keep(&mut self, x: &[Told], y: &[Told]) {
        if !x.is_empty() {
            self.edit();
            self.both(x, y);
        }
    }

    fn both(&mut self, x: &[Told], y: &[Told]) {
        for (x, y) in x.iter().zip(y) {
            let was = match x.0 {
                Sign::End(role) => role,
                _ => Role::Body,
            };
            self.push((y.0, None), Edit::Kept, was);
        }
    }

    /// Writes what was done here: what is deleted, then what is inserted, without the space that both begin and end with.
    fn edit(&mut self) {
        let x = std::mem::take(&mut self.deleted);
        let y = std::mem::take(&mut self.inserted);
        if is_same(&x, &y) {
            self.both(&x, &y);
            return;
        }
        let blank = |(x, y): &(&Told, &Told)| x.0.is_blank() && x.0.is_same(y.0);
        let before = x.iter().zip(&y).take_while(blank).count();
        let (x, y) = (&x[..], &y[..]);
        let pairs = x[before..].iter().rev().zip(y[before..].iter().rev());
        let behind = pairs.take_while(blank).count();
        let [xs, ys] = [x, y].map(|signs| before..signs.len() - behind);
        self.both(&x[..before], &y[..before]);
        for (signs, edit) in [
            (&x[xs.clone()], Edit::Deleted),
            (&y[ys.clone()], Edit::Inserted),
        ] {
            for &told in signs {
                let role = match told.0 {
                    Sign::End(role) => role,
                    _ => Role::Body,
                };
                self.push(told, edit, role);
            }
        }
        self.both(&x[xs.end..], &y[ys.end..]);
    }

    /// A sign; `was` says what a paragraph was that ends here.
    fn push(&mut self, (sign, moved): Told, edit: Edit, was: Role) {
        let c = match sign {
            Sign::End(role) => {
                let runs = std::mem::take(&mut self.runs);
                self.paragraphs.push(Paragraph {
                    runs,
                    end: edit,
                    role,
                    was,
                });
                return;
            }
            Sign::Break => '\u{2028}',
            Sign::Char(c) => c,
        };
        match self.runs.last_mut() {
            Some(run) if run.edit == edit && run.moved == moved => run.text.push(c),
            _ => self.runs.push(Run {
                edit,
                moved,
                text: c.into(),
            }),
        }
    }

    /// The paragraphs, with the one that is open, of which both texts have the end.
    fn finish(mut self, [was, role]: [Role; 2]) -> Vec<Paragraph> {
        self.edit();
        self.push((Sign::End(role), None), Edit::Kept, was);
        self.paragraphs
    }
}

/// The sentences of one witness that stand elsewhere in the other.
struct Moves {
    /// Where they stand, and their numbers, in the order of the text.
    places: Vec<(Span, usize)>,
    /// Words of them that differ in the other text, in the order of the text.
    other: Vec<Span>,
}

impl Moves {
    fn new(table: &AlignmentTable, w: usize) -> Self {
        let witness = &table.witnesses[w];
        let (mut places, mut other) = (Vec::new(), Vec::new());
        let moved = table.rows.iter().filter(|row| row.moved).enumerate();
        for (number, row) in moved {
            let units = &row.cells[w];
            // A document moves one stretch to one place.
            if let [first, .., last] | [first @ last] = &units[..]
                && units.windows(2).all(|pair| pair[0].is_before(pair[1]))
            {
                let [first, last] = [first, last].map(|&unit| witness.unit(unit).span);
                places.push((
                    Span {
                        start: first.start,
                        end: last.end,
                    },
                    number,
                ));
            }
            let links = row.links.iter().filter(|link| table.counts(link));
            let tokens = links.flat_map(|link| &link.tokens[w]);
            other.extend(tokens.map(|&token: &TokenIndex| witness.token(token).span));
        }
        places.sort_unstable();
        other.sort_unstable();
        Self { places, other }
    }

    /// The move that the character at a byte takes part in.
    fn at(&self, byte: u32) -> Option<Moved> {
        let place = self.places.partition_point(|(span, _)| span.start <= byte);
        let (span, number) = self.places[..place].last()?;
        let word = self.other.partition_point(|span| span.start <= byte);
        let differs = |span: &Span| byte < span.end;
        (byte < span.end).then(|| Moved {
            number: *number,
            in_both: !self.other[..word].last().is_some_and(differs),
        })
    }
}

/// Takes a move for a deletion and an insertion where not both of its ends stand here, each in one stretch.
fn only_whole_moves(paragraphs: &mut [Paragraph]) {
    let mut stretches: FxHashMap<(usize, Edit), usize> = FxHashMap::default();
    let mut last = None;
    for run in paragraphs.iter().flat_map(|paragraph| &paragraph.runs) {
        let own = run.moved.map(|moved| (moved.number, run.edit));
        if own != last
            && let Some(own) = own
        {
            *stretches.entry(own).or_default() += 1;
        }
        last = own;
    }
    let is_whole = |number: usize| {
        [Edit::Deleted, Edit::Inserted]
            .iter()
            .all(|&edit| stretches.get(&(number, edit)) == Some(&1))
    };
    for run in paragraphs
        .iter_mut()
        .flat_map(|paragraph| &mut paragraph.runs)
    {
        run.moved = run.moved.filter(|moved| is_whole(moved.number));
    }
}

//! Alignment tables written by hand, so that what views and exports show of them does not change with the alignment.
//!
//! A row is two texts; `|` parts units, a leading `¶` begins a paragraph, and `{label:words}` links words: the
//! label's letters say how (see [`class`]), and equal labels of both sides are one link. Unlabelled words are linked
//! in order where they are equal.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use enregard::AlignmentTable;
use enregard::class::Class;
use enregard::table::{Link, Passage, Quotation, Row, RowKind, RowNumber, Status};
use enregard::witness::{
    Language, Level, Siglum, Skip, Span, Token, TokenIndex, TokenKind, TokenList, TokenRange, Unit,
    UnitIndex, Witness,
};

/// A row in the making.
pub struct HandRow {
    cells: [String; 2],
    skip: Option<Skip>,
    moved_to: Option<u32>,
}

/// Units that render each other; one of the texts may be empty.
pub fn row(a: &str, b: &str) -> HandRow {
    HandRow {
        cells: [a.to_owned(), b.to_owned()],
        skip: None,
        moved_to: None,
    }
}

impl HandRow {
    /// The units are skipped.
    pub fn skipped(mut self, skip: Skip) -> Self {
        self.skip = Some(skip);
        self
    }

    /// The second witness has it after row `after`.
    pub fn moved(mut self, after: u32) -> Self {
        self.moved_to = Some(after);
        self
    }
}

fn class(label: &str) -> (Class, bool) {
    let class = match label.trim_start_matches('m').chars().next() {
        Some('w') => Class::Wording,
        Some('d') => Class::Derivation,
        Some('i') => Class::Inflection,
        Some('s') => Class::Spelling,
        Some('a') => Class::Accent,
        Some('c') => Class::Case,
        Some('t') => Class::Typographic,
        Some('-') => Class::Omission,
        Some('+') => Class::Addition,
        _ => Class::Same,
    };
    (class, label.starts_with('m'))
}

/// A witness in the making, and its tokens by row and label.
struct Side {
    witness: Witness,
    /// For each row its units.
    cells: Vec<Vec<UnitIndex>>,
    /// For each row the tokens of each label, and those without.
    labels: Vec<BTreeMap<String, Vec<TokenIndex>>>,
}

impl Side {
    fn new(n: usize, path: &str, level: Level, rows: &[HandRow]) -> Self {
        let mut side = Self {
            witness: Witness {
                siglum: Siglum::nth(n),
                path: path.to_owned(),
                language: Language::FRENCH,
                sha256: String::new(),
                text: String::new(),
                level,
                paragraphs: Vec::new(),
                sentences: Vec::new(),
                clauses: Vec::new(),
                tokens: Vec::new(),
            },
            cells: vec![Vec::new(); rows.len()],
            labels: vec![BTreeMap::new(); rows.len()],
        };
        // The second witness has its moved rows after the rows they name.
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|&r| match rows[r].moved_to {
            Some(after) if n == 1 => (after, 1),
            _ => (r as u32 + 1, 0),
        });
        for r in order {
            if rows[r].cells[n].is_empty() {
                continue;
            }
            for unit in rows[r].cells[n].split('|') {
                side.unit(r, unit, rows[r].skip.clone());
            }
        }
        side
    }

    fn unit(&mut self, row: usize, text: &str, skip: Option<Skip>) {
        let w = &mut self.witness;
        let text = match text.strip_prefix('¶') {
            Some(text) => {
                if !w.text.is_empty() {
                    w.text.push_str("\n\n");
                }
                w.paragraphs.push(Span::new(w.text.len(), w.text.len()));
                text
            }
            None => {
                if !w.text.is_empty() {
                    w.text.push(if w.level == Level::Line { '\n' } else { ' ' });
                }
                text
            }
        };
        let (start, first) = (w.text.len(), w.tokens.len());
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            let close = open + rest[open..].find('}').unwrap();
            let (label, words) = rest[open + 1..close].split_once(':').unwrap();
            self.words(row, "", &rest[..open]);
            self.words(row, label, words);
            rest = &rest[close + 1..];
        }
        self.words(row, "", rest);
        let w = &mut self.witness;
        let index = w.sentences.len() as u32;
        self.cells[row].push(UnitIndex(index));
        let unit = Unit {
            span: Span::new(start, w.text.len()),
            tokens: TokenRange::new(first, w.tokens.len()),
            paragraph: (w.paragraphs.len() as u32).saturating_sub(1),
            sentence: index,
            skip,
        };
        w.clauses.push(unit.clone());
        w.sentences.push(unit);
    }

    /// Words, clitics with their apostrophe, and single marks.
    fn words(&mut self, row: usize, label: &str, text: &str) {
        let w = &mut self.witness;
        let mut word: Option<usize> = None;
        let mut end = |w: &mut Witness, word: &mut Option<usize>, at: usize, kind| {
            if let Some(start) = word.take() {
                self.labels[row]
                    .entry(label.to_owned())
                    .or_default()
                    .push(TokenIndex::new(w.tokens.len()));
                w.tokens.push(Token {
                    span: Span::new(start, at),
                    kind,
                });
            }
        };
        for c in text.chars() {
            let at = w.text.len();
            w.text.push(c);
            let after = w.text.len();
            match c {
                '’' | '\'' => {
                    word.get_or_insert(at);
                    end(w, &mut word, after, TokenKind::Word);
                }
                c if c.is_whitespace() => end(w, &mut word, at, TokenKind::Word),
                '.' | ',' | ';' | ':' | '!' | '?' | '«' | '»' | '(' | ')' => {
                    end(w, &mut word, at, TokenKind::Word);
                    word = Some(at);
                    end(w, &mut word, after, TokenKind::Punctuation);
                }
                _ => {
                    word.get_or_insert(at);
                }
            }
        }
        let at = w.text.len();
        end(w, &mut word, at, TokenKind::Word);
    }
}

/// The table of `rows`, at `level`.
pub fn table(level: Level, rows: &[HandRow]) -> AlignmentTable {
    let sides = [
        Side::new(0, "textes/matin.txt", level, rows),
        Side::new(1, "textes/soir.txt", level, rows),
    ];
    let rows = rows
        .iter()
        .enumerate()
        .map(|(r, hand)| {
            let cells: Vec<Vec<UnitIndex>> = sides.iter().map(|s| s.cells[r].clone()).collect();
            let bead = cells.iter().all(|cell| !cell.is_empty());
            Row {
                number: RowNumber::at(r),
                kind: if bead { RowKind::Bead } else { RowKind::Only },
                cells,
                moved: hand.moved_to.is_some(),
                moved_to: hand.moved_to.map(RowNumber),
                score: bead.then_some(12.5),
                confidence: bead.then_some(0.9),
                similarity: bead.then_some(0.75),
                links: if bead { links(&sides, r) } else { Vec::new() },
                status: Status::Auto,
                note: String::new(),
            }
        })
        .collect();
    let [a, b] = sides;
    AlignmentTable {
        witnesses: vec![a.witness, b.witness],
        rows,
        quotations: Vec::new(),
        facts: Vec::new(),
        ignored: Vec::new(),
        notes: Vec::new(),
    }
}

fn links(sides: &[Side; 2], row: usize) -> Vec<Link> {
    let [a, b] = sides;
    let mut links: Vec<Link> = Vec::new();
    let link = |class, moved, a: &[TokenIndex], b: &[TokenIndex]| Link {
        tokens: [a, b].map(TokenList::from_slice).into_iter().collect(),
        class,
        moved,
        probability: 0.9,
    };
    let none = Vec::new();
    let unlabelled = |side: &Side| side.labels[row].get("").cloned().unwrap_or_default();
    for (&x, &y) in unlabelled(a).iter().zip(&unlabelled(b)) {
        assert_eq!(
            a.witness.token_text(x),
            b.witness.token_text(y),
            "row {}: unlabelled words must be equal",
            row + 1
        );
        links.push(link(Class::Same, false, &[x], &[y]));
    }
    assert_eq!(unlabelled(a).len(), unlabelled(b).len(), "row {}", row + 1);
    let labels = a.labels[row].keys().chain(b.labels[row].keys());
    let labels: std::collections::BTreeSet<_> = labels.filter(|l| !l.is_empty()).collect();
    for label in labels {
        let (class, moved) = class(label);
        let of = |side: &Side| side.labels[row].get(label).unwrap_or(&none).clone();
        links.push(link(class, moved, &of(a), &of(b)));
    }
    links.sort_by_key(|l| l.tokens[0].first().copied().unwrap_or(TokenIndex(u32::MAX)));
    // What only the second has goes after the link of the word before it there.
    let (mut placed, added): (Vec<Link>, Vec<Link>) =
        links.into_iter().partition(|l| !l.tokens[0].is_empty());
    for link in added {
        let first = link.tokens[1][0];
        let at = placed
            .iter()
            .position(|l| l.tokens[1].iter().any(|t| t.is_before(first)))
            .map_or(0, |i| i + 1);
        placed.insert(at, link);
    }
    placed
}

/// A quotation: a passage of each witness, by its words and the number of the row it stands in.
pub fn quotation(table: &AlignmentTable, a: (u32, &str), b: (u32, &str)) -> Quotation {
    let passage = |w: usize, text: &str| {
        let start = table.witnesses[w].text.find(text).unwrap();
        Passage {
            witness: w,
            span: Span::new(start, start + text.len()),
        }
    };
    Quotation {
        passages: vec![passage(0, a.1), passage(1, b.1)],
        rows: vec![RowNumber(a.0), RowNumber(b.0)],
        score: 17.0,
    }
}

//! Tables by chance: what every view and format must bear.

use enregard::AlignmentTable;
use enregard::class::Class;
use enregard::table::{Link, PairBead, Passage, Quotation, Row, RowKind, RowNumber, Variation};
use enregard::witness::{
    Label, Language, Level, Paragraph, Role, Skip, Span, Token, TokenIndex, TokenKind, TokenRange,
    Unit, UnitIndex, Witness,
};

use super::{empty, link, row, table};

/// Languages that a witness may be in.
const LANGUAGES: [Language; 5] = [
    Language::FRENCH,
    Language::ENGLISH,
    Language::GERMAN,
    Language::SPANISH,
    Language::ITALIAN,
];

/// Choices read from bytes, so that proptest can shrink a table by shortening them; all zero once they are used up.
pub struct Choices<'a>(std::slice::Iter<'a, u8>);

impl Choices<'_> {
    fn below(&mut self, n: usize) -> usize {
        self.0.next().map_or(0, |&byte| usize::from(byte)) % n
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }
}

const WORDS: [&str; 26] = [
    "l’",
    "été",
    "Été",
    "défis",
    "majeurs",
    "majeurs",
    "le",
    "le",
    "le",
    "𝄞",
    "e\u{301}",
    "=1+1",
    "-2",
    "<b>&amp;</b>",
    "]]>",
    "a|b\\",
    "\"cité\"",
    "{++x",
    "--}",
    "~>",
    "~~",
    "\u{202e}abc",
    "\0",
    "\u{fffe}",
    "~",
    "a,b;c",
];
const GAPS: [&str; 8] = [" ", " ", " ", "", "\u{202f}", "\n", "\r\n", "\t \n\n"];

/// A table by chance: `sides` witnesses, rows in any order, links that cross as they like. More than two witnesses have a base, and
/// say what each says to each.
pub fn random(bytes: &[u8], sides: usize) -> AlignmentTable {
    let mut choices = Choices(bytes.iter());
    let level = [
        Level::Clause,
        Level::Sentence,
        Level::Line,
        Level::Paragraph,
    ][choices.below(4)];
    let witnesses: Vec<Witness> = (0..sides)
        .map(|n| random_witness(n, level, &mut choices))
        .collect();
    let most = witnesses.iter().map(|w| w.units().len()).max().unwrap_or(0);
    let mut cells = vec![vec![Vec::new(); sides]; most + 1];
    for (w, witness) in witnesses.iter().enumerate() {
        for unit in 0..witness.units().len() {
            // Near the diagonal, so that most beads keep the order.
            let at = (unit + choices.below(3)).min(most);
            cells[at][w].push(unit as u32);
        }
    }
    let mut rows: Vec<Row> = cells
        .into_iter()
        .filter(|cells| cells.iter().any(|c| !c.is_empty()))
        .map(row)
        .collect();
    for row in &mut rows {
        row.moved = row.kind == RowKind::Bead && choices.below(8) == 7;
        row.moved_to = row.moved.then(|| RowNumber(choices.below(5) as u32));
        row.score = row.score.map(|_| choices.below(255) as f64 / 7.0);
        row.links = random_links(&witnesses, &row.cells, &mut choices);
    }
    let mut table = table(witnesses, rows);
    if sides > 2 {
        vary(&mut table, &mut choices);
    }
    if sides > 1 && choices.yes() {
        let passage = |w: usize, choices: &mut Choices<'_>| {
            let tokens = &table.witnesses[w].tokens;
            Passage {
                witness: w,
                span: match tokens.len() {
                    0 => Span::new(0, 0),
                    n => tokens[choices.below(n)].span,
                },
            }
        };
        table.quotations.push(Quotation {
            passages: vec![passage(0, &mut choices), passage(1, &mut choices)],
            rows: vec![RowNumber(1); 2],
            score: 3.1,
        });
    }
    table
}

/// What tables of more than two witnesses say besides.
fn vary(table: &mut AlignmentTable, choices: &mut Choices<'_>) {
    let count = table.witnesses.len();
    table.base = choices.below(count);
    let base = table.base;
    for row in &mut table.rows {
        let present: Vec<usize> = row.present().collect();
        if row.moved {
            let place = |w: usize, choices: &mut Choices<'_>| {
                (w != base && present.contains(&w) && choices.yes())
                    .then(|| RowNumber(choices.below(5) as u32))
            };
            row.places = (0..count).map(|w| place(w, choices)).collect();
            row.moved_to = row.places.iter().copied().flatten().next();
            row.moved = row.moved_to.is_some();
        }
        for (n, &first) in present.iter().enumerate() {
            for &second in &present[n + 1..] {
                if choices.yes() {
                    let units = [first, second].map(|w| row.cells[w].clone());
                    row.beads.push(PairBead {
                        witnesses: [first, second],
                        units: units.map(|units| units[..1].to_vec()),
                        score: 3.0,
                        confidence: 0.75,
                    });
                }
            }
        }
        for link in &mut row.links {
            if link.class != Class::Same {
                let class = |_| match choices.below(10) {
                    n @ 0..8 => Class::ALL[n],
                    _ => Class::Same,
                };
                let classes = (0..count * (count - 1) / 2).map(class).collect();
                let moved = (0..count)
                    .map(|w| link.moved && w != base && choices.yes())
                    .collect();
                link.variation = Some(Box::new(Variation { classes, moved }));
            }
        }
    }
}

fn random_witness(n: usize, level: Level, choices: &mut Choices<'_>) -> Witness {
    let mut text = GAPS[choices.below(GAPS.len())].to_owned();
    let (mut tokens, mut clauses, mut sentences) = (Vec::new(), Vec::new(), Vec::<Unit>::new());
    for index in 0..choices.below(6) as u32 {
        let (start, first) = (text.len(), tokens.len());
        let mut clause_start = (start, first);
        let length = choices.below(7);
        for at in 0..length {
            let from = text.len();
            text.push_str(WORDS[choices.below(WORDS.len())]);
            let kind =
                [TokenKind::Word, TokenKind::Number, TokenKind::Punctuation][choices.below(6) / 2];
            tokens.push(Token {
                span: Span::new(from, text.len()),
                kind,
            });
            if at + 1 == length || choices.below(4) == 3 {
                clauses.push(unit(clause_start, (text.len(), tokens.len()), index));
                text.push_str(GAPS[choices.below(GAPS.len())]);
                clause_start = (text.len(), tokens.len());
            } else {
                text.push_str(GAPS[choices.below(GAPS.len())]);
            }
        }
        let end = tokens
            .last()
            .map_or(start, |t| t.span.range().end.max(start));
        let mut sentence = unit((start, first), (end, tokens.len()), index);
        sentence.skip = [
            None,
            None,
            Some(Skip::Metadata),
            Some(Skip::Language("en".into())),
        ][choices.below(4)]
        .clone();
        sentences.push(sentence);
    }
    let structure: Vec<Paragraph> = match choices.yes() {
        true => sentences
            .iter()
            .map(|sentence| Paragraph {
                span: sentence.span,
                role: Role::ALL[choices.below(7)],
                skip: sentence.skip.clone(),
            })
            .collect(),
        false => Vec::new(),
    };
    let label = |part: &Paragraph| Label {
        span: part.span,
        name: format!("{} \"{n}\"", part.role),
    };
    Witness {
        labels: structure.iter().map(label).collect(),
        structure,
        path: format!("dir/\"{n}\".txt"),
        language: LANGUAGES[choices.below(5)],
        sha256: "ab".repeat(32),
        text,
        paragraphs: sentences.iter().map(|s| s.span).collect(),
        sentences,
        clauses,
        tokens,
        ..empty(n, level)
    }
}

fn unit(start: (usize, usize), end: (usize, usize), index: u32) -> Unit {
    Unit {
        span: Span::new(start.0, end.0),
        tokens: TokenRange::new(start.1, end.1),
        paragraph: index,
        sentence: index,
        skip: None,
    }
}

fn random_links(
    witnesses: &[Witness],
    cells: &[Vec<UnitIndex>],
    choices: &mut Choices<'_>,
) -> Vec<Link> {
    let mut groups: Vec<Vec<Vec<u32>>> = vec![vec![Vec::new(); witnesses.len()]; 64];
    for (w, units) in cells.iter().enumerate() {
        let tokens = units
            .iter()
            .flat_map(|&u| witnesses[w].unit(u).tokens.indices());
        for (at, token) in tokens.enumerate() {
            groups[(at + choices.below(4) / 3).min(63)][w].push(token.0);
        }
    }
    groups
        .into_iter()
        .filter(|tokens| tokens.iter().any(|t| !t.is_empty()))
        .map(|tokens| {
            let text = |w: usize| -> Vec<&str> {
                tokens[w]
                    .iter()
                    .map(|&t| witnesses[w].token_text(TokenIndex(t)))
                    .collect()
            };
            let class = if tokens.iter().skip(1).all(Vec::is_empty) {
                Class::Omission
            } else if tokens[0].is_empty() {
                Class::Addition
            } else if (1..tokens.len()).all(|w| text(w) == text(0)) {
                Class::Same
            } else {
                Class::ALL[1 + choices.below(7)]
            };
            Link {
                moved: choices.below(8) == 7,
                probability: choices.below(256) as f64 / 255.0,
                ..link(tokens, class)
            }
        })
        .collect()
}

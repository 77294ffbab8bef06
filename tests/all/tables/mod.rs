//! Tables made by hand or by chance, without the pipeline, so that what is shown and written of them does not change with
//! the alignment.

pub mod marked;
mod random;

pub use random::random;

use enregard::AlignmentTable;
use enregard::class::Class;
use enregard::table::{Link, Passage, Quotation, Row, RowKind, RowNumber, Status};
use enregard::witness::{
    Labels, Language, Level, Siglum, Skip, Span, Token, TokenIndex, TokenKind, TokenList,
    TokenRange, Unit, UnitIndex, Witness,
};

/// A witness by sentence: a sentence a line of `text`, each a paragraph. Tokens are as [`tokens`] has them.
pub fn witness(n: usize, text: &str) -> Witness {
    let mut witness = Witness {
        path: format!("{n}.txt"),
        sha256: "00".repeat(32),
        ..empty(n, Level::Sentence)
    };
    for line in text.split_inclusive('\n') {
        let start = witness.text.len();
        let own = line.trim_end();
        witness.paragraphs.push(Span::new(start, start + own.len()));
        add_unit(&mut witness, own, None);
        witness.text.push_str(&line[own.len()..]);
    }
    witness
}

/// The text of a unit as a cell has it, but for its white space: in one line, words whole where a line end divides them.
pub fn cell_words(witness: &Witness, unit: UnitIndex) -> String {
    words(&witness.line(witness.unit(unit).span))
}

/// A text with single spaces for white space.
pub fn words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// A witness without text.
fn empty(n: usize, level: Level) -> Witness {
    Witness {
        siglum: Siglum::nth(n),
        path: String::new(),
        language: Language::FRENCH,
        sha256: String::new(),
        text: String::new(),
        level,
        paragraphs: Vec::new(),
        structure: Vec::new(),
        labels: Labels::default(),
        sentences: Vec::new(),
        clauses: Vec::new(),
        tokens: Vec::new(),
        unmarked: Vec::new(),
    }
}

/// Adds a sentence of one clause at the end of the text, in the last paragraph.
fn add_unit(witness: &mut Witness, text: &str, skip: Option<Skip>) -> UnitIndex {
    let (start, first) = (witness.text.len(), witness.tokens.len());
    witness.text.push_str(text);
    witness.tokens.extend(tokens(start, text));
    let index = witness.sentences.len() as u32;
    let unit = Unit {
        span: Span::new(start, witness.text.len()),
        tokens: TokenRange::new(first, witness.tokens.len()),
        paragraph: (witness.paragraphs.len() as u32).saturating_sub(1),
        sentence: index,
        skip,
    };
    witness.clauses.push(unit.clone());
    witness.sentences.push(unit);
    UnitIndex(index)
}

/// The tokens of a text that begins at a byte of its witness: words between spaces, clitics with their apostrophe, and
/// single marks.
fn tokens(start: usize, text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word: Option<usize> = None;
    let token = |from: usize, to: usize, kind| Token {
        span: Span::new(start + from, start + to),
        kind,
    };
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let mark = ".,;:!?«»()".contains(c);
        if c.is_whitespace() || mark {
            tokens.extend(word.take().map(|from| token(from, at, TokenKind::Word)));
        }
        if mark {
            tokens.push(token(at, after, TokenKind::Punctuation));
        } else if !c.is_whitespace() {
            let from = *word.get_or_insert(at);
            if "'’".contains(c) {
                tokens.push(token(from, after, TokenKind::Word));
                word = None;
            }
        }
    }
    tokens.extend(word.map(|from| token(from, text.len(), TokenKind::Word)));
    tokens
}

/// A row of `cells`, its number left to [`table`].
pub fn row(cells: Vec<Vec<u32>>) -> Row {
    let bead = cells.iter().filter(|c| !c.is_empty()).count() > 1;
    Row {
        number: RowNumber::BEGINNING,
        kind: if bead { RowKind::Bead } else { RowKind::Only },
        cells: cells
            .into_iter()
            .map(|units| units.into_iter().map(UnitIndex).collect())
            .collect(),
        moved: false,
        moved_to: None,
        places: Vec::new(),
        beads: Vec::new(),
        score: bead.then_some(12.5),
        confidence: bead.then_some(0.98765),
        similarity: bead.then_some(0.8),
        links: Vec::new(),
        status: Status::Auto,
        note: String::new(),
    }
}

/// A link of `class` between tokens, certain and not moved.
pub fn link(tokens: Vec<Vec<u32>>, class: Class) -> Link {
    Link {
        tokens: tokens
            .into_iter()
            .map(|tokens| tokens.into_iter().map(TokenIndex).collect::<TokenList>())
            .collect(),
        class,
        moved: false,
        probability: 1.0,
        variation: None,
    }
}

/// The table of these witnesses and rows, numbered.
pub fn table(witnesses: Vec<Witness>, mut rows: Vec<Row>) -> AlignmentTable {
    for (n, row) in rows.iter_mut().enumerate() {
        row.number = RowNumber::at(n);
    }
    AlignmentTable {
        witnesses,
        base: 0,
        uncompared: Vec::new(),
        rows,
        quotations: Vec::new(),
        facts: Vec::new(),
        facts_between: Vec::new(),
        ignored: Vec::new(),
        notes: Vec::new(),
    }
}

/// Two renderings of two sentences, the second moved words and a whole sentence of its own.
pub fn sample() -> AlignmentTable {
    // A tokens: 0 Les 1 principaux 2 défis 3 demain 4 . | 5 Rien 6 .
    // B tokens: 0 2020 | 1 Demain 2 , 3 les 4 défis 5 majeurs 6 ( 7 SII 8 ) 9 . | 10 =1+1
    let a = witness(0, "Les principaux défis demain.\nRien.\n");
    let mut b = witness(1, "2020\nDemain, les défis majeurs (SII).\n=1+1\n");
    b.sentences[0].skip = Some(Skip::Metadata);
    let mut bead = row(vec![vec![0], vec![1]]);
    let moved = Link {
        moved: true,
        ..link(vec![vec![3], vec![1]], Class::Case)
    };
    bead.links = vec![
        link(vec![vec![0], vec![3]], Class::Case),
        link(vec![vec![1], vec![5]], Class::Wording),
        link(vec![vec![2], vec![4]], Class::Same),
        link(vec![vec![], vec![6]], Class::Addition),
        link(vec![vec![], vec![7]], Class::Addition),
        link(vec![vec![], vec![8]], Class::Addition),
        moved,
        link(vec![vec![], vec![2]], Class::Addition),
        link(vec![vec![4], vec![9]], Class::Same),
    ];
    table(
        vec![a, b],
        vec![
            row(vec![vec![], vec![0]]),
            bead,
            row(vec![vec![1], vec![]]),
            row(vec![vec![], vec![2]]),
        ],
    )
}

/// A quotation: a passage of each witness, by its words and the number of the row it stands in.
pub fn quotation(table: &AlignmentTable, a: (u32, &str), b: (u32, &str)) -> Quotation {
    let passage = |w: usize, text: &str| {
        let start = table.witnesses[w]
            .text
            .find(text)
            .expect("the text has the passage");
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

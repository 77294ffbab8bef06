//! What stands beside each other on facing pages: the stretches of both texts between two places where both end a paragraph.

use crate::class::Class;
use crate::export::pieces::pieces;
use crate::export::printed::{Printed, Sign};
use crate::select::Marks;
use crate::table::AlignmentTable;
use crate::witness::Role;

use super::setting::{Looks, Setting};

/// Characters of one side from which on a chunk ends where both end a sentence, some two thirds of a page: else two texts whose
/// paragraphs end nowhere alike would drift apart.
const LONG: usize = 2000;

/// A chunk: what each text has of it.
pub(super) struct Chunk {
    pub(super) sides: [Side; 2],
}

/// What a text has of a chunk.
#[derive(Default)]
pub(super) struct Side {
    /// The paragraphs, as TeX sets them.
    pub(super) paragraphs: Vec<String>,
    /// Whether the first goes on with one that began in the chunk before.
    pub(super) goes_on: bool,
}

/// The chunks of a table of two witnesses.
pub(super) fn chunks(table: &AlignmentTable, quiet: &[Class], marks: Marks) -> Vec<Chunk> {
    let looks = Looks::of_two(table, quiet, marks);
    let printed: Vec<Printed<'_>> = table.witnesses.iter().map(Printed::new).collect();
    let mut texts = looks.each_ref().map(Text::new);
    let mut chunks = Vec::new();
    for piece in pieces(table, table.rules(&[])) {
        // Each text of the piece, paragraph by paragraph.
        let parts: Vec<Vec<Vec<(u32, Sign)>>> = printed
            .iter()
            .zip(&piece.spans)
            .map(|(printed, &span)| by_paragraph(printed.signs(span)))
            .collect();
        let most = parts.iter().map(Vec::len).max().unwrap_or(0);
        for n in 0..most {
            for (text, parts) in texts.iter_mut().zip(&parts) {
                let signs = parts.get(n).into_iter().flatten();
                signs.for_each(|&(at, sign)| text.push(at, sign));
            }
            cut_where_both_begin(&mut texts, &mut chunks);
        }
        for ((text, printed), span) in texts.iter_mut().zip(&printed).zip(&piece.spans) {
            if printed.end() <= span.end {
                text.end(printed.last);
            }
        }
        cut_where_both_begin(&mut texts, &mut chunks);
        let is_blank = |signs: &Vec<(u32, Sign)>| signs.iter().all(|(_, sign)| sign.is_blank());
        let is_long = texts.iter().any(|text| text.length > LONG);
        if is_long && piece.row.is_none() && parts.iter().flatten().all(is_blank) {
            cut(&mut texts, &mut chunks);
        }
    }
    cut(&mut texts, &mut chunks);
    chunks
}

/// Signs, cut behind the ends of paragraphs.
fn by_paragraph(signs: impl Iterator<Item = (u32, Sign)>) -> Vec<Vec<(u32, Sign)>> {
    let signs: Vec<(u32, Sign)> = signs.collect();
    let parts = signs.split_inclusive(|(_, sign)| matches!(sign, Sign::End(_)));
    parts.map(<[_]>::to_vec).collect()
}

/// Ends the chunk where neither text is in the middle of a paragraph.
fn cut_where_both_begin(texts: &mut [Text<'_>; 2], chunks: &mut Vec<Chunk>) {
    if texts.iter().all(|text| text.is_at_start) {
        cut(texts, chunks);
    }
}

/// Ends the chunk, if there is anything in it.
fn cut(texts: &mut [Text<'_>; 2], chunks: &mut Vec<Chunk>) {
    let sides = texts.each_mut().map(Text::take);
    if sides.iter().any(|side| !side.paragraphs.is_empty()) {
        chunks.push(Chunk { sides });
    }
}

/// The text of a side, in the making.
struct Text<'a> {
    side: Side,
    /// The paragraph that is open.
    open: Setting<'a>,
    /// Whether a paragraph has ended, or none has begun, and nothing stands behind.
    is_at_start: bool,
    /// Characters in the chunk.
    length: usize,
}

impl<'a> Text<'a> {
    fn new(looks: &'a Looks) -> Self {
        Self {
            side: Side::default(),
            open: Setting::new(looks),
            is_at_start: true,
            length: 0,
        }
    }

    fn push(&mut self, at: u32, sign: Sign) {
        self.length += 1;
        self.is_at_start &= sign.is_blank();
        match sign {
            Sign::Char(c) => self.open.push(at, c),
            Sign::Break => self.open.line(),
            Sign::End(role) => self.end(role),
        }
    }

    /// The end of a paragraph; at the end of the text, which may be told several times, that of the last.
    fn end(&mut self, role: Role) {
        let paragraph = self.open.take(role);
        // One that ended with the chunk before does not go on.
        self.side.goes_on &= paragraph.is_some() || !self.side.paragraphs.is_empty();
        self.side.paragraphs.extend(paragraph);
        self.is_at_start = true;
    }

    /// What it has of the chunk. A paragraph that is open goes on in the next.
    fn take(&mut self) -> Side {
        let goes_on = !self.is_at_start;
        let open = self.open.take(Role::Body);
        self.side.paragraphs.extend(open);
        self.length = 0;
        let next = Side {
            paragraphs: Vec::new(),
            goes_on,
        };
        std::mem::replace(&mut self.side, next)
    }
}

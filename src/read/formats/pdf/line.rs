//! Glyphs to lines: what stands side by side is one, in the order in which it was shown; a gap is a space, and a wide one parts
//! columns.

use super::glyphs::Glyph;
use super::letters;

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) turn: u8,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) height: f64,
    /// The size of its largest letters.
    pub(super) size: f64,
    /// Where its last glyph begins.
    last: f64,
}

/// What follows is a word of its own behind so wide a gap, in parts of the size: the least space between words is a fifth, and
/// letters of one word are set apart by a tenth at most.
const SPACE: f64 = 0.15;

/// And is another column: spaces between words are narrower also where few of them fill a narrow line.
const COLUMN: f64 = 4.0;

/// So far may letters overlap the one before, as accents do.
const OVERLAP: f64 = 0.8;

/// Raised or lowered so far, letters belong to the line still.
const RAISED: f64 = 0.6;

/// From so far above the line, and so much smaller, they are raised.
const LEAST_RAISED: f64 = 0.15;
const SMALLER: f64 = 0.87;

/// So near each other the same letters stand twice, to look bold or to cast a shadow.
const TWICE: f64 = 0.1;

/// The lines of a page.
pub(super) fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open: Option<Line> = None;
    let mut space = false;
    let mut before: Option<Glyph> = None;
    for glyph in glyphs {
        if glyph.text.trim().is_empty() {
            if let Some(line) = open.as_mut().filter(|line| line.goes_on(&glyph)) {
                line.end = line.end.max(glyph.end);
                // What shows nothing is no space.
                space |= !glyph.text.is_empty();
            }
            continue;
        }
        let again = before
            .as_ref()
            .is_some_and(|before| is_again(before, &glyph));
        before = Some(glyph.clone());
        if again {
            continue;
        }
        match &mut open {
            Some(line) if line.goes_on(&glyph) => line.push(&glyph, space),
            _ => lines.extend(open.replace(Line::of(&glyph))),
        }
        space = false;
    }
    lines.extend(open);
    for line in &mut lines {
        line.text = letters::composed(&line.text);
    }
    lines
}

/// Whether a glyph is shown again where it stands.
fn is_again(before: &Glyph, glyph: &Glyph) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < TWICE * glyph.size;
    before.text == glyph.text
        && before.turn == glyph.turn
        && near(before.start, glyph.start)
        && near(before.height, glyph.height)
}

impl Line {
    fn of(glyph: &Glyph) -> Self {
        Self {
            text: glyph.text.clone(),
            turn: glyph.turn,
            start: glyph.start,
            end: glyph.end,
            height: glyph.height,
            size: glyph.size,
            last: glyph.start,
        }
    }

    /// Whether a glyph stands in the line, behind what is there.
    fn goes_on(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let gap = glyph.start - self.end;
        self.turn == glyph.turn
            && (self.height - glyph.height).abs() <= RAISED * size
            && gap <= COLUMN * size
            && (gap >= -OVERLAP * size || glyph.start >= self.last)
    }

    fn push(&mut self, glyph: &Glyph, space: bool) {
        let gap = glyph.start - self.end;
        let size = self.size.max(glyph.size);
        if (space || gap > SPACE * size) && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        let is_raised = glyph.height - self.height > LEAST_RAISED * self.size
            && glyph.size < SMALLER * self.size;
        if let Some(raised) = letters::raised(&glyph.text).filter(|_| is_raised) {
            self.text.push_str(&raised);
        } else if gap >= -SPACE * glyph.size || !letters::overlaid(&mut self.text, &glyph.text) {
            self.text.push_str(&glyph.text);
        }
        if glyph.size > self.size {
            (self.height, self.size) = (glyph.height, glyph.size);
        }
        self.last = glyph.start;
        self.end = self.end.max(glyph.end);
    }
}

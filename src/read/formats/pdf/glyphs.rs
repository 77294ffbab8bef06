//! What stands on a page: the glyphs, each with the text that it shows and its place, seen so that the line runs to the right.

use super::matrix::Matrix;

/// A glyph, or several that show one text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Which way the line runs, in quarter turns against the clock.
    pub(super) turn: u8,
    /// Where it begins and ends along the line.
    pub(super) start: f64,
    pub(super) end: f64,
    /// How high it stands above the foot of the page.
    pub(super) height: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Whether the document says that it belongs to the page and not to the text.
    pub(super) is_artifact: bool,
}

/// So far a line may slope, as the tangent: lines of scans do, a little; what slopes more lies across the page.
const MOST_SLOPE: f64 = 0.2;

impl Glyph {
    /// A glyph of a width and size in the space that `matrix` maps to the page; nothing where it is invisibly small, or askew.
    pub(super) fn placed(
        text: String,
        width: f64,
        matrix: Matrix,
        is_artifact: bool,
    ) -> Option<Self> {
        let [a, b, c, d, x, y] = matrix.0;
        let (turn, slope) = if a.abs() >= b.abs() {
            (if a > 0.0 { 0 } else { 2 }, b / a)
        } else {
            (if b > 0.0 { 1 } else { 3 }, a / b)
        };
        let size = c.hypot(d);
        let along = a.hypot(b) * width;
        let is_seen =
            slope.abs() <= MOST_SLOPE && size > 0.0 && along.is_finite() && size.is_finite();
        if !is_seen || !x.is_finite() || !y.is_finite() {
            return None;
        }
        let (start, height) = match turn {
            0 => (x, y),
            1 => (y, -x),
            2 => (-x, -y),
            _ => (-y, x),
        };
        Some(Self {
            text,
            turn,
            start,
            end: start + along,
            height,
            size,
            is_artifact,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_run_to_the_right_however_the_page_is_turned() {
        let placed = |matrix| {
            let glyph = Glyph::placed("a".to_owned(), 0.5, Matrix(matrix), false)?;
            Some((glyph.turn, glyph.start, glyph.end, glyph.height))
        };
        assert_eq!(
            placed([10.0, 0.0, 0.0, 10.0, 100.0, 700.0]),
            Some((0, 100.0, 105.0, 700.0))
        );
        assert_eq!(
            placed([0.0, 10.0, -10.0, 0.0, 100.0, 700.0]),
            Some((1, 700.0, 705.0, -100.0))
        );
        assert_eq!(placed([7.0, 7.0, -7.0, 7.0, 100.0, 700.0]), None);
        assert_eq!(placed([0.0, 0.0, 0.0, 0.0, 100.0, 700.0]), None);
    }
}

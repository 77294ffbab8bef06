//! Runs the content of pages: what moves, what shows text, and what stands in forms that are drawn.

use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream};
use rustc_hash::FxHashMap;

use super::font::{self, Font};
use super::glyphs::Glyph;
use super::marks::Marks;
use super::matrix::Matrix;
use super::objects;

/// The most bytes that the content of a page has, and what is drawn again for each time that it is.
const MOST_CONTENT: usize = 32 << 20;
/// What running any content takes beside its bytes, counted in such.
const RUN: usize = 1024;
/// The most glyphs on a page.
const MOST_GLYPHS: usize = 1 << 20;
/// Forms stand in each other, and states behind each other, so deep.
const DEEPEST_FORM: usize = 12;
const MOST_STATES: usize = 256;

/// Reads the pages of a document.
pub(super) struct Reader<'a> {
    pdf: &'a Pdf,
    /// The fonts by where their dictionaries are.
    fonts: FxHashMap<usize, Rc<Font>>,
    /// How many bytes of content may still be run.
    left: usize,
    /// How many glyphs show a text that is known, and how many one that is not.
    pub(super) told: usize,
    pub(super) untold: usize,
}

/// What holds while content is run.
#[derive(Debug, Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    /// Between glyphs and words; how wide glyphs are drawn; between lines; above the line.
    glyph_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Content that is run.
struct Run<'r, 'a> {
    reader: &'r mut Reader<'a>,
    glyphs: Vec<Glyph>,
    state: State,
    states: Vec<State>,
    /// Where text stands, and where its line began.
    text: Matrix,
    line: Matrix,
    marks: Marks,
}

impl<'a> Reader<'a> {
    pub(super) fn new(pdf: &'a Pdf, limit: usize) -> Self {
        Self {
            pdf,
            fonts: FxHashMap::default(),
            left: limit,
            told: 0,
            untold: 0,
        }
    }

    /// The glyphs of a page, in the order in which they are shown; nothing where there is too much to run.
    pub(super) fn page(&mut self, page: ObjectId) -> Option<Vec<Glyph>> {
        let empty = Dictionary::new();
        let content = self
            .pdf
            .get_page_content_with_limit(page, MOST_CONTENT)
            .ok()?;
        let resources = objects::resources(self.pdf, page);
        let mut run = Run {
            reader: self,
            glyphs: Vec::new(),
            state: State {
                matrix: Matrix::IDENTITY,
                font: None,
                size: 0.0,
                glyph_space: 0.0,
                word_space: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
            },
            states: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            marks: Marks::default(),
        };
        run.content(&content, resources.unwrap_or(&empty), 0)?;
        let mut glyphs = run.glyphs;
        // Where all belongs to the page, it was only marked so.
        if glyphs.iter().any(|glyph| !glyph.is_artifact) {
            glyphs.retain(|glyph| !glyph.is_artifact);
        }
        Some(glyphs)
    }

    fn font(&mut self, dictionary: &Dictionary) -> Rc<Font> {
        let place = std::ptr::from_ref(dictionary) as usize;
        let font = self.fonts.entry(place);
        font.or_insert_with(|| Rc::new(Font::read(self.pdf, dictionary)))
            .clone()
    }
}

impl Run<'_, '_> {
    /// Runs content; nothing where there is too much of it.
    fn content(&mut self, content: &[u8], resources: &Dictionary, depth: usize) -> Option<()> {
        self.reader.left = self.reader.left.checked_sub(content.len() + RUN)?;
        for operation in Content::decode_iter(content).map_while(Result::ok) {
            self.operation(&operation, resources, depth)?;
        }
        Some(())
    }

    fn operation(
        &mut self,
        operation: &Operation,
        resources: &Dictionary,
        depth: usize,
    ) -> Option<()> {
        let operands = operation.operands.as_slice();
        let number = |n: usize| operands.get(n).and_then(objects::value).unwrap_or(0.0);
        match operation.operator.as_str() {
            "q" if self.states.len() < MOST_STATES => self.states.push(self.state.clone()),
            "Q" => {
                if let Some(state) = self.states.pop() {
                    self.state = state;
                }
            }
            "cm" => {
                if let Some(matrix) = objects::matrix(operands) {
                    self.state.matrix = matrix.then(self.state.matrix);
                }
            }
            "BT" => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            "Tf" => self.set_font(operands, resources),
            "gs" => self.set_state(operands, resources),
            "Tc" => self.state.glyph_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.stretch = number(0) / 100.0,
            "TL" => self.state.leading = number(0),
            "Ts" => self.state.rise = number(0),
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "Tm" => {
                if let Some(matrix) = objects::matrix(operands) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => return self.show_all(operands),
            "TJ" => {
                if let Some(Object::Array(parts)) = operands.first() {
                    return self.show_all(parts);
                }
            }
            "'" => {
                self.next_line(0.0, -self.state.leading);
                return self.show_all(operands);
            }
            "\"" => {
                (self.state.word_space, self.state.glyph_space) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                return self.show_all(operands.get(2..).unwrap_or_default());
            }
            "BMC" | "BDC" => self.marks.begin(self.reader.pdf, operands, resources),
            "EMC" => self.marks.end(),
            "Do" => return self.draw(operands, resources, depth),
            _ => {}
        }
        Some(())
    }

    fn set_font(&mut self, operands: &[Object], resources: &Dictionary) {
        let pdf = self.reader.pdf;
        let name = operands.first().and_then(|name| name.as_name().ok());
        let found = name.and_then(|name| font::named(pdf, resources, name));
        self.state.font = found.map(|font| self.reader.font(font));
        self.state.size = operands.get(1).and_then(objects::value).unwrap_or(0.0);
    }

    /// A state of a name may have a font.
    fn set_state(&mut self, operands: &[Object], resources: &Dictionary) {
        let pdf = self.reader.pdf;
        let name = operands.first().and_then(|name| name.as_name().ok());
        let font = name.and_then(|name| {
            let states = objects::dictionary(pdf, resources, b"ExtGState")?;
            objects::array(pdf, objects::dictionary(pdf, states, name)?, b"Font")
        });
        if let Some([font, size]) = font
            && let Some(Object::Dictionary(font)) = objects::resolved(pdf, font)
        {
            self.state.font = Some(self.reader.font(font));
            self.state.size = objects::value(size).unwrap_or(0.0);
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    /// Shows strings; numbers between them move what follows back.
    fn show_all(&mut self, parts: &[Object]) -> Option<()> {
        for part in parts {
            if let Ok(bytes) = part.as_str() {
                self.show(bytes)?;
            } else if let Some(back) = objects::value(part) {
                let x = -back / 1000.0 * self.state.size * self.state.stretch;
                self.text = Matrix::shift(x, 0.0).then(self.text);
            }
        }
        (self.glyphs.len() <= MOST_GLYPHS).then_some(())
    }

    fn show(&mut self, bytes: &[u8]) -> Option<()> {
        let Some(font) = self.state.font.clone() else {
            return Some(());
        };
        let state = &self.state;
        let scale = Matrix([
            state.size * state.stretch,
            0.0,
            0.0,
            state.size,
            0.0,
            state.rise,
        ]);
        for code in font.codes(bytes) {
            let width = code.width * font.unit;
            let space = match code.is_space {
                true => state.word_space,
                false => 0.0,
            };
            let place = scale.then(self.text).then(state.matrix);
            let advance = (width * state.size + state.glyph_space + space) * state.stretch;
            self.text = Matrix::shift(advance, 0.0).then(self.text);
            let text = self.marks.text().or(code.text);
            match text.is_some() {
                true => self.reader.told += 1,
                false => self.reader.untold += 1,
            }
            let text = text.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.into());
            self.reader.left = self.reader.left.checked_sub(text.len())?;
            self.glyphs
                .extend(Glyph::placed(text, width, place, self.marks.is_artifact()));
        }
        Some(())
    }

    /// Draws a form.
    fn draw(&mut self, operands: &[Object], resources: &Dictionary, depth: usize) -> Option<()> {
        let Some(form) = form(self.reader.pdf, operands, resources) else {
            return Some(());
        };
        if depth >= DEEPEST_FORM {
            return Some(());
        }
        let pdf = self.reader.pdf;
        let content = form.get_plain_content_with_limit(MOST_CONTENT).ok();
        let own = objects::dictionary(pdf, &form.dict, b"Resources");
        let outer = (self.state.clone(), std::mem::take(&mut self.states));
        let places = (self.text, self.line);
        let matrix = objects::array(pdf, &form.dict, b"Matrix").and_then(objects::matrix);
        if let Some(matrix) = matrix {
            self.state.matrix = matrix.then(self.state.matrix);
        }
        let run = self.content(
            &content.unwrap_or_default(),
            own.unwrap_or(resources),
            depth + 1,
        );
        (self.state, self.states) = outer;
        (self.text, self.line) = places;
        run
    }
}

/// The form of a name, if it is none of a picture.
fn form<'a>(pdf: &'a Pdf, operands: &[Object], resources: &'a Dictionary) -> Option<&'a Stream> {
    let name = operands.first()?.as_name().ok()?;
    let forms = objects::dictionary(pdf, resources, b"XObject")?;
    let form = objects::stream(pdf, forms, name)?;
    (objects::name(pdf, &form.dict, b"Subtype") == Some(b"Form")).then_some(form)
}

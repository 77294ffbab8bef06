//! Workbooks of Excel 5 to 2003 (XLS): records in a stream, first those of the whole, then those of each sheet.

use std::borrow::Cow;

use encoding_rs::Encoding;
use smallvec::{SmallVec, smallvec};

use super::book::{Book, Value};
use super::bytes::Bytes;
use super::ole;
use super::record::Record;
use crate::error::Result;
use crate::read::formats::charset;
use crate::read::formats::columns::Columns;
use crate::read::formats::source::Source;

/// The kinds of records, by the names that Microsoft gives them.
mod kind {
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const EOF: u16 = 0x0a;
    pub(super) const FILE_PASS: u16 = 0x2f;
    pub(super) const CODE_PAGE: u16 = 0x42;
    pub(super) const BOUND_SHEET: u16 = 0x85;
    pub(super) const MUL_RK: u16 = 0xbd;
    pub(super) const R_STRING: u16 = 0xd6;
    pub(super) const SST: u16 = 0xfc;
    pub(super) const LABEL_SST: u16 = 0xfd;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const LABEL: u16 = 0x204;
    pub(super) const STRING: u16 = 0x207;
    pub(super) const RK: u16 = 0x27e;
    pub(super) const BOF: u16 = 0x809;
}

/// The records that hold cells.
const CELLS: [u16; 7] = [
    kind::FORMULA,
    kind::LABEL,
    kind::LABEL_SST,
    kind::MUL_RK,
    kind::NUMBER,
    kind::R_STRING,
    kind::RK,
];

/// The version of Excel 97 and later, whose texts are UTF-16.
const BIFF8: u16 = 0x600;

/// What the records of the whole say.
struct Globals {
    /// How texts are written before Excel 97; `None` from then on.
    encoding: Option<&'static Encoding>,
    /// Where each sheet begins in the stream, and its name.
    sheets: Vec<(u32, String)>,
    /// The texts that cells share.
    strings: Vec<String>,
    /// Whether the rest cannot be read.
    is_encrypted: bool,
}

/// Reads a sheet of a workbook.
pub(in crate::read::formats) fn read<'a>(bytes: &[u8], source: Source<'a>) -> Result<Columns<'a>> {
    let damaged = || source.damaged("", "a list of its records breaks off");
    let stream = ole::stream(bytes, &["Workbook", "Book"])
        .ok_or_else(|| source.damaged("", "its sectors do not hang together"))?;
    let globals = globals(&stream).ok_or_else(damaged)?;
    if globals.is_encrypted {
        return Err(source.unread("it is encrypted; save it without a password"));
    }
    let mut book = Book::new(source);
    // Sheets stand behind each other: together they cannot be longer than the whole.
    let mut left = stream.len();
    for (start, name) in &globals.sheets {
        let mut bytes = Bytes(stream.get(*start as usize..).ok_or_else(damaged)?);
        let length = bytes.0.len();
        cells(&mut bytes, &globals, &mut book, damaged)?;
        left = left
            .checked_sub(length - bytes.0.len())
            .ok_or_else(|| source.damaged("", "its sheets lie in each other"))?;
        book.end_sheet(name.clone());
    }
    book.columns()
}

/// What the first records say; nothing where they break off.
fn globals(stream: &[u8]) -> Option<Globals> {
    let mut globals = Globals {
        encoding: Some(encoding_rs::WINDOWS_1252),
        sheets: Vec::new(),
        strings: Vec::new(),
        is_encrypted: false,
    };
    let mut bytes = Bytes(stream);
    loop {
        let mut record = Record::next(&mut bytes)?;
        match record.kind {
            kind::BOF => {
                let is_wide = record.u16()? >= BIFF8;
                globals.encoding = globals.encoding.filter(|_| !is_wide);
            }
            kind::FILE_PASS => {
                globals.is_encrypted = true;
                return Some(globals);
            }
            kind::CODE_PAGE => {
                let page = record.u16()?;
                let encoding = &mut globals.encoding;
                *encoding = encoding.map(|usual| charset::of_page(page.into()).unwrap_or(usual));
            }
            kind::BOUND_SHEET => {
                let (start, _, length) = (record.u32()?, record.u16()?, record.u8()?);
                let name = text(&mut record, length.into(), globals.encoding)?;
                globals.sheets.push((start, name));
            }
            kind::SST => {
                // How many there are is said before them, not always rightly.
                record.bytes()?.take(8)?;
                while let Some(length) = record.u16() {
                    globals.strings.push(record.text(length.into())?);
                }
            }
            kind::EOF => return Some(globals),
            _ => {}
        }
    }
}

/// A text of so many characters.
fn text(
    record: &mut Record<'_>,
    length: usize,
    encoding: Option<&'static Encoding>,
) -> Option<String> {
    match encoding {
        None => record.text(length),
        Some(_) if length == 0 => Some(String::new()),
        Some(encoding) => {
            let bytes = record.bytes()?.take(length)?;
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            Some(text.into_owned())
        }
    }
}

/// Puts the cells of the sheet that `bytes` begin with into the book, and takes its records from them.
fn cells(
    bytes: &mut Bytes<'_>,
    globals: &Globals,
    book: &mut Book<'_>,
    damaged: impl Fn() -> crate::Error,
) -> Result<()> {
    // Charts in a sheet have records of their own, between a beginning and an end as it has itself.
    let mut depth = 0_usize;
    // The cell whose formula gives a text, which follows it.
    let mut formula = None;
    loop {
        let mut record = Record::next(bytes).ok_or_else(&damaged)?;
        match record.kind {
            kind::BOF => depth += 1,
            kind::EOF if depth <= 1 => return Ok(()),
            kind::EOF => depth -= 1,
            kind::STRING if depth == 1 => {
                let Some((row, column)) = formula.take() else {
                    continue;
                };
                let length = record.u16().ok_or_else(&damaged)?;
                let text = text(&mut record, length.into(), globals.encoding);
                book.put(row, column, Value::Text(text.ok_or_else(&damaged)?.into()))?;
            }
            kind if depth == 1 && CELLS.contains(&kind) => {
                let (row, cells) = of_row(&mut record, globals).ok_or_else(&damaged)?;
                if kind == kind::FORMULA {
                    formula = cells.first().map(|(column, _)| (row, *column));
                }
                for (column, value) in cells {
                    book.put(row, column, value)?;
                }
            }
            _ => {}
        }
    }
}

/// Cells of a row, with their columns: nearly always one.
type Cells<'a> = SmallVec<[(u32, Value<'a>); 1]>;

/// The row and the cells that a record tells of; nothing where it breaks off.
fn of_row<'a>(record: &mut Record<'_>, globals: &'a Globals) -> Option<(u32, Cells<'a>)> {
    let row = record.u16()?.into();
    let mut column: u32 = record.u16()?.into();
    if record.kind == kind::MUL_RK {
        // Looks and a number for each, and the last column behind them.
        let mut cells = Cells::new();
        let bytes = record.bytes()?;
        while bytes.0.len() > 2 {
            bytes.u16()?;
            cells.push((column, Value::Number(bytes.short_number()?)));
            column += 1;
        }
        return Some((row, cells));
    }
    // Its looks.
    record.u16()?;
    let value = match record.kind {
        kind::NUMBER => Value::Number(record.bytes()?.f64()?),
        kind::RK => Value::Number(record.bytes()?.short_number()?),
        kind::LABEL_SST => match globals.strings.get(record.u32()? as usize) {
            Some(text) => Value::Text(Cow::Borrowed(text)),
            None => Value::Nothing,
        },
        // What is no number is marked so: a text, which follows, a truth, an error.
        kind::FORMULA => match record.bytes()?.f64()? {
            number if number.to_bits() >> 48 == 0xffff => Value::Nothing,
            number => Value::Number(number),
        },
        _ => {
            let length = record.u16()?;
            Value::Text(text(record, length.into(), globals.encoding)?.into())
        }
    };
    Some((row, smallvec![(column, value)]))
}

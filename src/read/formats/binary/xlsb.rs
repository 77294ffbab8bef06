//! Workbooks that Excel saves as binary (XLSB): an archive as that of XLSX, whose parts are lists of records.

use std::borrow::Cow;

use super::book::{Book, Value};
use super::bytes::Bytes;
use crate::error::Result;
use crate::read::formats::columns::Columns;
use crate::read::formats::package::Package;
use crate::read::formats::relations;
use crate::read::formats::source::Source;

/// The part that lists the sheets.
const MAIN: &str = "xl/workbook.bin";

/// The kinds of records, by the names that Microsoft gives them.
mod kind {
    pub(super) const ROW_HDR: u16 = 0;
    pub(super) const CELL_RK: u16 = 2;
    pub(super) const CELL_REAL: u16 = 5;
    pub(super) const CELL_ST: u16 = 6;
    pub(super) const CELL_ISST: u16 = 7;
    pub(super) const FMLA_STRING: u16 = 8;
    pub(super) const FMLA_NUM: u16 = 9;
    pub(super) const SST_ITEM: u16 = 19;
    pub(super) const CELL_R_STRING: u16 = 62;
    pub(super) const BUNDLE_SH: u16 = 156;
}

/// The records that hold cells.
const CELLS: [u16; 7] = [
    kind::CELL_RK,
    kind::CELL_REAL,
    kind::CELL_ST,
    kind::CELL_ISST,
    kind::FMLA_STRING,
    kind::FMLA_NUM,
    kind::CELL_R_STRING,
];

/// Reads a sheet of a workbook.
pub(in crate::read::formats) fn read<'a>(bytes: &[u8], source: Source<'a>) -> Result<Columns<'a>> {
    let damaged = |part: &str| source.damaged(part, "its list of records breaks off");
    let mut package = Package::open(bytes, source)?;
    let main = package
        .bytes(MAIN)?
        .ok_or_else(|| source.damaged("it", format_args!("{MAIN} is missing")))?;
    let links = package
        .part("xl/_rels/workbook.bin.rels")?
        .unwrap_or_default();
    let shared = match relations::target(&links, "sharedStrings", "xl", source)? {
        Some(part) => match package.bytes(&part)? {
            Some(bytes) => strings(&bytes).ok_or_else(|| damaged(&part))?,
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let mut book = Book::new(source);
    for (id, name) in sheets(&main).ok_or_else(|| damaged(MAIN))? {
        let Some(part) = relations::by_id(&links, &id, "xl", source)? else {
            continue;
        };
        let bytes = package.bytes(&part)?.unwrap_or_default();
        let mut bytes = Bytes(&bytes);
        let mut row = 0;
        while !bytes.0.is_empty() {
            let (kind, mut data) = record(&mut bytes).ok_or_else(|| damaged(&part))?;
            if kind == kind::ROW_HDR {
                row = data.u32().ok_or_else(|| damaged(&part))?;
            } else if CELLS.contains(&kind) {
                let found = cell(kind, &mut data, &shared).ok_or_else(|| damaged(&part))?;
                book.put(row, found.0, found.1)?;
            }
        }
        book.end_sheet(name);
    }
    book.columns()
}

/// The record that `bytes` begin with, which is taken from them: its kind and its bytes; nothing where they end before it does.
fn record<'a>(bytes: &mut Bytes<'a>) -> Option<(u16, Bytes<'a>)> {
    let kind = number(bytes, 2)? as u16;
    let length = number(bytes, 4)?;
    Some((kind, Bytes(bytes.take(length as usize)?)))
}

/// A number of at most so many bytes, seven bits in each; the last has no eighth.
fn number(bytes: &mut Bytes<'_>, most: u32) -> Option<u32> {
    let mut number = 0;
    for n in 0..most {
        let byte = bytes.u8()?;
        number |= u32::from(byte & 0x7f) << (7 * n);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// What the sheets are called, first by the archive, then by the user.
fn sheets(main: &[u8]) -> Option<Vec<(String, String)>> {
    let mut sheets = Vec::new();
    let mut bytes = Bytes(main);
    while !bytes.0.is_empty() {
        let (kind, mut data) = record(&mut bytes)?;
        if kind == kind::BUNDLE_SH {
            // Whether it is hidden, and its number.
            data.take(8)?;
            // One without a part has no name there.
            if data.0.starts_with(&[0xff; 4]) {
                continue;
            }
            sheets.push((data.wide()?, data.wide()?));
        }
    }
    Some(sheets)
}

/// The texts that cells share.
fn strings(part: &[u8]) -> Option<Vec<String>> {
    let mut strings = Vec::new();
    let mut bytes = Bytes(part);
    while !bytes.0.is_empty() {
        let (kind, mut data) = record(&mut bytes)?;
        if kind == kind::SST_ITEM {
            // Whether looks and sounds are told behind it.
            data.u8()?;
            strings.push(data.wide()?);
        }
    }
    Some(strings)
}

/// The column and the value of the cell that a record tells of; nothing where the record breaks off.
fn cell<'a>(kind: u16, data: &mut Bytes<'_>, shared: &'a [String]) -> Option<(u32, Value<'a>)> {
    // Looks stand behind the column.
    let (column, _) = (data.u32()?, data.u32()?);
    let value = match kind {
        kind::CELL_RK => Value::Number(data.short_number()?),
        kind::CELL_REAL | kind::FMLA_NUM => Value::Number(data.f64()?),
        kind::CELL_ISST => match shared.get(data.u32()? as usize) {
            Some(text) => Value::Text(Cow::Borrowed(text)),
            None => Value::Nothing,
        },
        kind::CELL_R_STRING => {
            data.u8()?;
            Value::Text(data.wide()?.into())
        }
        _ => Value::Text(data.wide()?.into()),
    };
    Some((column, value))
}

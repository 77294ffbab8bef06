//! Whether a workbook can be unpacked at all: a small file may hold gigabytes, and say that it holds more.

use std::fmt::Display;
use std::io::{self, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::error::{Error, Result, Size};

/// The most bytes that a workbook is unpacked to: one of two Bibles, every word coloured, has a third of it.
const MOST: u64 = 256 << 20;
/// Up to so many bytes it may be packed as densely as it likes; beyond, no text is a hundredth of itself.
const ALWAYS: u64 = 32 << 20;
const DENSEST: u64 = 100;

/// The least that a string takes in its part, in bytes: `<si/>`.
const SHORTEST_STRING: usize = 5;

/// Refuses a workbook that unpacks to more than any has, before a reader takes it whole.
pub(super) fn check(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let dense = (bytes.len() as u64).saturating_mul(DENSEST);
    let most = MOST.min(dense.max(ALWAYS));
    let mut left = most;
    for n in 0..archive.len() {
        let part = archive.by_index(n).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_ascii_lowercase();
        let holds_strings = name.ends_with("sharedstrings.xml");
        // What a part says of its length need not be true.
        let mut part = part.take(left + 1);
        let length = if holds_strings {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).map_err(damaged)?;
            check_strings(&bytes)?;
            bytes.len() as u64
        } else {
            io::copy(&mut part, &mut io::sink()).map_err(damaged)?
        };
        left = left.checked_sub(length).ok_or_else(|| {
            let most = Size(most);
            Error::malformed(
                "the workbook",
                format!("unpacks to more than {most}, as no table of texts does"),
            )
        })?;
    }
    Ok(())
}

/// Refuses a part with strings that says it has more than it can hold: readers make room for as many.
fn check_strings(part: &[u8]) -> Result<()> {
    let mut reader = Reader::from_reader(part);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "sst" => {
                let most = part.len() / SHORTEST_STRING;
                for attribute in element.attributes() {
                    let attribute = attribute.map_err(damaged)?;
                    let count = attribute.value.trim().parse::<u128>();
                    if attribute.key.local_name().as_ref() == "uniqueCount"
                        && count.is_ok_and(|count| count > most as u128)
                    {
                        return Err(damaged("it says that it has more strings than it holds"));
                    }
                }
                return Ok(());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// That a workbook cannot be read.
pub(super) fn damaged(why: impl Display) -> Error {
    Error::malformed(
        "the workbook",
        format!("is damaged ({why}); open it with its program, and save it again"),
    )
}

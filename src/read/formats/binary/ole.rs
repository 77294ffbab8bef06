//! The container of old Office documents (OLE, compound files): streams with names, in sectors that need not stand in order.

use super::bytes::{Bytes, u16_at, u32_at};

/// The numbers of sectors are lower; what is higher ends a chain or names none.
const NO_SECTOR: u32 = 0xffff_fffa;

/// Bytes of an entry in the directory.
const ENTRY: usize = 128;

/// Streams that are shorter stand in the stream of the root, in sectors of their own.
const SHORT: u64 = 4096;

/// Bytes of such a sector.
const SHORT_SECTOR: usize = 64;

/// A container.
struct Container<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector.
    size: usize,
    /// For each sector the one that comes next in its stream.
    next: Vec<u32>,
}

/// The first stream that has one of these names, whatever its capitals; nothing where the container is damaged or holds none.
///
/// No more is read than the file has bytes, however its sectors are chained.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let container = Container::open(bytes)?;
    let directory = container.chain(u32_at(bytes, 48)?)?;
    let entries: Vec<Entry> = directory.chunks_exact(ENTRY).filter_map(entry).collect();
    let called = |name: &&str| {
        let mut entries = entries.iter();
        entries.find(|entry| entry.name.eq_ignore_ascii_case(name))
    };
    let wanted = names.iter().find_map(called)?;
    let mut stream = match wanted.length < SHORT {
        true => container.short(entries.first()?.start, wanted.start)?,
        false => container.chain(wanted.start)?,
    };
    stream.truncate(usize::try_from(wanted.length).unwrap_or(usize::MAX));
    Some(stream)
}

/// A stream of the container.
struct Entry {
    name: String,
    start: u32,
    /// In bytes.
    length: u64,
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    // With the NUL at its end.
    let length = usize::from(u16_at(bytes, 64)?).clamp(2, 64);
    let (name, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(bytes.get(..length - 2)?);
    Some(Entry {
        name: name.into_owned(),
        start: u32_at(bytes, 116)?,
        // The upper half of the length is used where sectors are large alone, and no file is read that needs it.
        length: u64::from(u32_at(bytes, 120)?),
    })
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self {
            bytes,
            size,
            next: Vec::new(),
        };
        container.next = container.table()?;
        Some(container)
    }

    /// How many sectors there are.
    fn count(&self) -> usize {
        self.bytes.len() / self.size
    }

    /// A sector; the last of the file may be cut short.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.size)?;
        let rest = self.bytes.get(start..)?;
        Some(&rest[..rest.len().min(self.size)])
    }

    /// The table of the sectors, put together from its own.
    fn table(&self) -> Option<Vec<u32>> {
        let mut table = Vec::new();
        // The header lists the first sectors of the table, and a chain of others has the rest: each the next of them at its end.
        let mut listed = self.bytes.get(76..512)?;
        let mut list = u32_at(self.bytes, 68)?;
        for _ in 0..=self.count() {
            for number in integers(listed).filter(|&number| number < NO_SECTOR) {
                if table.len() >= self.count() {
                    return Some(table);
                }
                table.extend(integers(self.sector(number)?));
            }
            if list >= NO_SECTOR {
                return Some(table);
            }
            let sector = self.sector(list)?;
            let (others, last) = sector.split_at_checked(self.size - 4)?;
            (listed, list) = (others, u32_at(last, 0)?);
        }
        None
    }

    /// The stream that begins in a sector.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut stream = Vec::new();
        for number in chain(&self.next, start)? {
            stream.extend(self.sector(number)?);
        }
        Some(stream)
    }

    /// The short stream that begins in a short sector; all of these stand in the stream that begins in the sector `root`.
    fn short(&self, root: u32, start: u32) -> Option<Vec<u8>> {
        let sectors = self.chain(root)?;
        let table = self.chain(u32_at(self.bytes, 60)?)?;
        let next: Vec<u32> = integers(&table).collect();
        let mut stream = Vec::new();
        for number in chain(&next, start)? {
            let start = (number as usize).checked_mul(SHORT_SECTOR)?;
            let rest = sectors.get(start..)?;
            stream.extend(&rest[..rest.len().min(SHORT_SECTOR)]);
        }
        Some(stream)
    }
}

/// The sectors of a chain; nothing where it goes in circles, or to a sector that is not there.
fn chain(next: &[u32], start: u32) -> Option<Vec<u32>> {
    let mut sectors = Vec::new();
    let mut number = start;
    while number < NO_SECTOR {
        if sectors.len() >= next.len() {
            return None;
        }
        sectors.push(number);
        number = *next.get(number as usize)?;
    }
    Some(sectors)
}

fn integers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| Bytes(four).u32())
}

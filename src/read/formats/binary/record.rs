//! The records of an old workbook (BIFF): a kind, a length, and so many bytes. What is longer goes on in further records.

use smallvec::SmallVec;

use super::bytes::Bytes;

/// A record that continues the one before.
const CONTINUE: u16 = 0x3c;

/// A bit of the first byte of a text: its characters have two bytes each.
const WIDE: u8 = 1;
/// Such a bit: the sounds of it are told behind it.
const SOUNDS: u8 = 4;
/// Such a bit: the looks of it are told behind it.
const LOOKS: u8 = 8;

/// The bytes of a record, and of those that continue it.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    bytes: Bytes<'a>,
    /// Those that are to follow, the next last.
    more: SmallVec<[&'a [u8]; 2]>,
}

impl<'a> Record<'a> {
    /// The record that `bytes` begin with, which is taken from them; nothing where they end before it does.
    pub(super) fn next(bytes: &mut Bytes<'a>) -> Option<Self> {
        let (kind, data) = one(bytes)?;
        let mut more = SmallVec::new();
        let mut ahead = *bytes;
        while let Some((CONTINUE, data)) = one(&mut ahead) {
            more.push(data);
            *bytes = ahead;
        }
        more.reverse();
        let bytes = Bytes(data);
        Some(Self { kind, bytes, more })
    }

    /// The bytes that stand together from here on, of which there are some; nothing at the end.
    pub(super) fn bytes(&mut self) -> Option<&mut Bytes<'a>> {
        while self.bytes.0.is_empty() {
            self.bytes = Bytes(self.more.pop()?);
        }
        Some(&mut self.bytes)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.bytes()?.u8()
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.bytes()?.u16()
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.bytes()?.u32()
    }

    /// A text of so many units of UTF-16, written in one byte each where all have a low one. Where another record goes on
    /// with it, that says again which.
    pub(super) fn text(&mut self, count: usize) -> Option<String> {
        let said = self.u8()?;
        let looks = if said & LOOKS == 0 { 0 } else { self.u16()? };
        let sounds = if said & SOUNDS == 0 { 0 } else { self.u32()? };
        let mut is_wide = said & WIDE != 0;
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.bytes.0.is_empty() {
                is_wide = self.u8()? & WIDE != 0;
            }
            let bytes = self.bytes()?;
            let left = count - units.len();
            if is_wide {
                let pairs = left.min(bytes.0.len() / 2);
                if pairs == 0 {
                    return None;
                }
                let pairs = bytes.take(2 * pairs)?.chunks_exact(2);
                units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            } else {
                let low = bytes.take(left.min(bytes.0.len()))?;
                units.extend(low.iter().map(|&byte| u16::from(byte)));
            }
        }
        // Each change of looks takes four bytes.
        self.pass_over(4 * usize::from(looks) + sounds as usize)?;
        Some(String::from_utf16_lossy(&units))
    }

    fn pass_over(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let bytes = self.bytes()?;
            let passed = bytes.take(count.min(bytes.0.len()))?;
            count -= passed.len();
        }
        Some(())
    }
}

fn one<'a>(bytes: &mut Bytes<'a>) -> Option<(u16, &'a [u8])> {
    let (kind, length) = (bytes.u16()?, bytes.u16()?);
    Some((kind, bytes.take(length.into())?))
}

//! Numbers and texts in bytes, the lowest byte first. Each gives nothing where the bytes end before it does.

/// Bytes that are still to be read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn f64(&mut self) -> Option<f64> {
        self.array().map(f64::from_le_bytes)
    }

    /// A number in four bytes as workbooks have it: the first bits of one in eight bytes, or an integer, or a hundredth of either.
    pub(super) fn short_number(&mut self) -> Option<f64> {
        let bits = self.u32()?;
        let number = match bits & 2 {
            0 => f64::from_bits(u64::from(bits & !3) << 32),
            _ => f64::from(bits.cast_signed() >> 2),
        };
        Some(if bits & 1 == 0 {
            number
        } else {
            number / 100.0
        })
    }

    /// A text of UTF-16, whose length stands before it.
    pub(super) fn wide(&mut self) -> Option<String> {
        let count = self.u32()? as usize;
        let bytes = self.take(count.checked_mul(2)?)?;
        let (text, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(bytes);
        Some(text.into_owned())
    }
}

/// The integer at `at`.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Bytes(bytes.get(at..)?).u16()
}

/// The integer at `at`.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Bytes(bytes.get(at..)?).u32()
}

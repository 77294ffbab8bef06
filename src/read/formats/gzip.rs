//! Files compressed by gzip, unpacked in memory.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::source::Source;
use crate::error::Result;

/// What such a file holds.
pub(super) fn unpack(bytes: &[u8], source: Source<'_>) -> Result<Vec<u8>> {
    let mut unpacked = Vec::new();
    let most = source.most_unpacked();
    MultiGzDecoder::new(bytes)
        .take(most + 1)
        .read_to_end(&mut unpacked)
        .map_err(|error| source.damaged("", error))?;
    if unpacked.len() as u64 > most {
        return Err(source.swollen());
    }
    Ok(unpacked)
}

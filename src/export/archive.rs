//! Archives of parts (ZIP), as documents and books are: the same parts give the same bytes, whatever the clock says.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// When everything was done, as the parts say it.
pub(super) const DATE: &str = "2000-01-01T00:00:00Z";

/// An archive in the making.
pub(super) struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Archive {
    pub(super) fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
        }
    }

    /// Appends a part, compressed.
    ///
    /// # Errors
    /// When the archive can hold no more.
    pub(super) fn part(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.add(name, text, CompressionMethod::Deflated)
    }

    /// Appends a part as it is.
    ///
    /// # Errors
    /// As [`part`](Self::part).
    pub(super) fn stored(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.add(name, text, CompressionMethod::Stored)
    }

    fn add(&mut self, name: &str, text: &str, how: CompressionMethod) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(how)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        self.zip.write_all(text.as_bytes())
    }

    /// Writes the archive.
    ///
    /// # Errors
    /// When the writer fails.
    pub(super) fn write(self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.zip.finish()?.get_ref())
    }
}

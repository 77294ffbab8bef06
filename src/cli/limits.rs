//! The limits of a run: how much is read of a file, how long it may take.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;
use std::rc::Rc;

use crate::error::Size;
use anyhow::Context;
use clap::{Args, value_parser};

use super::note::name_of;

/// The options that set them.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Limits")]
pub(super) struct LimitArgs {
    /// The most that is read of any file: 512M, if nothing is said
    ///
    /// A number of bytes, or of K, M or G. It holds for texts, tables, lexicons, thesauri, and each line of a manifest or of
    /// pairs of words, which may have any number of lines. What is longer is refused before any work. A Bible has 5M.
    #[arg(long, global = true, value_name = "SIZE", value_parser = size, default_value = "512M", hide_default_value = true, hide_short_help = true)]
    pub(super) max_size: u64,

    /// Give up after so many seconds; then nothing is written
    ///
    /// The exit code is 2. What a pager shows is not hurried.
    #[arg(long, global = true, value_name = "SECONDS", value_parser = value_parser!(u32).range(1..), hide_short_help = true)]
    pub(super) timeout: Option<u32>,
}

/// Bytes as they are written: `1000000`, `64M`, `2G`.
fn size(value: &str) -> Result<u64, String> {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match value[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "K" | "KB" | "KIB" => 1 << 10,
        "M" | "MB" | "MIB" => 1 << 20,
        "G" | "GB" | "GIB" => 1 << 30,
        _ => 0,
    };
    let size = digits.parse().ok().and_then(|n: u64| n.checked_mul(unit));
    size.filter(|&size| size > 0)
        .ok_or_else(|| "a number of bytes is needed, or of K, M or G, such as 64M".to_owned())
}

/// The most bytes that are read of a file, or of a line of one that may have any number.
#[derive(Debug, Clone, Copy)]
pub(super) struct MostBytes(pub(super) u64);

impl MostBytes {
    /// An error where so many bytes are more than are read.
    pub(super) fn check(self, bytes: u64, what: &str) -> io::Result<()> {
        match bytes > self.0 {
            true => {
                let size = Size(self.0);
                Err(io::Error::other(format!(
                    "{what} is longer than {size} (--max-size)"
                )))
            }
            false => Ok(()),
        }
    }

    /// The whole file; `-` is standard input.
    pub(super) fn read(self, path: &Path) -> anyhow::Result<Vec<u8>> {
        let read = match path.as_os_str() == "-" {
            true => self.read_all(io::stdin().lock()),
            false => File::open(path).and_then(|file| self.read_all(file)),
        };
        read.with_context(|| format!("{}: cannot be read", name_of(path)))
    }

    /// The whole file as text.
    pub(super) fn read_text(self, path: &Path) -> anyhow::Result<String> {
        String::from_utf8(self.read(path)?)
            .with_context(|| format!("{}: cannot be read: it is not UTF-8", name_of(path)))
    }

    fn read_all(self, input: impl Read) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        input
            .take(self.0.saturating_add(1))
            .read_to_end(&mut bytes)?;
        self.check(bytes.len() as u64, "it")?;
        Ok(bytes)
    }

    /// Appends the next line with its end; how many bytes it has, none at the end.
    pub(super) fn read_line(
        self,
        input: &mut impl BufRead,
        line: &mut Vec<u8>,
    ) -> io::Result<usize> {
        let most = self.0.saturating_add(1);
        let length = input.by_ref().take(most).read_until(b'\n', line)?;
        self.check(length as u64, "a line")?;
        Ok(length)
    }

    /// An input of records, and what has been read since the last of them: whoever takes one sets it to 0.
    pub(super) fn records<R: Read>(self, input: R) -> (RecordInput<R>, Rc<Cell<u64>>) {
        let read = Rc::new(Cell::new(0));
        let records = RecordInput {
            input,
            most: self,
            read: Rc::clone(&read),
        };
        (records, read)
    }
}

/// An input that fails where a record has no end.
pub(super) struct RecordInput<R> {
    input: R,
    most: MostBytes,
    read: Rc<Cell<u64>>,
}

impl<R: Read> Read for RecordInput<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.most.check(self.read.get(), "a record")?;
        let length = self.input.read(bytes)?;
        self.read.set(self.read.get() + length as u64);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        for (value, bytes) in [
            ("1", Ok(1)),
            ("64k", Ok(64 << 10)),
            ("512M", Ok(512 << 20)),
            ("2GiB", Ok(2 << 30)),
            ("7b", Ok(7)),
        ] {
            assert_eq!(size(value), bytes, "{value}");
        }
        for value in ["", "0", "M", "-1", "1.5G", "1X", "99999999999G", "1é"] {
            assert!(size(value).is_err(), "{value}");
        }
    }

    #[test]
    fn what_has_no_end_is_refused_at_the_limit() {
        let most = MostBytes(10);
        assert_eq!(
            most.read_all(&b"0123456789"[..]).ok(),
            Some(b"0123456789".to_vec())
        );
        assert!(most.read_all(io::repeat(b'x')).is_err());
        let mut lines = io::BufReader::new(&b"one\n012345678\n0123456789\n"[..]);
        let mut line = Vec::new();
        assert_eq!(most.read_line(&mut lines, &mut line).ok(), Some(4));
        assert_eq!(most.read_line(&mut lines, &mut line).ok(), Some(10));
        assert!(most.read_line(&mut lines, &mut line).is_err());
        let (mut records, read) = most.records(io::repeat(b'x'));
        let mut bytes = [0; 8];
        assert_eq!(records.read(&mut bytes).ok(), Some(8));
        read.set(0);
        assert_eq!(records.read(&mut bytes).ok(), Some(8));
        assert_eq!(records.read(&mut bytes).ok(), Some(8));
        assert!(records.read(&mut bytes).is_err());
    }
}

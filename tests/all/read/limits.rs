//! Files that are not there, are too long, never end, or fail.

use std::io::{self, Read};

use enregard::error::Error;
use enregard::read::{read, read_from};
use enregard::witness::Siglum;

use super::french;

#[test]
fn files_that_are_not_there_or_not_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("none.txt");
    let error = read(&path, Siglum::nth(0), &french()).expect_err("missing");
    assert_eq!(
        error.to_string(),
        format!("{}: no such file", path.display())
    );
    let error = read(folder.path(), Siglum::nth(0), &french()).expect_err("a folder");
    assert!(
        error
            .to_string()
            .ends_with(": is a directory; name a text file in it"),
        "{error}"
    );
}

#[test]
fn files_over_4_gib_are_refused_before_they_are_read() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    // A hole: it takes no room.
    file.as_file().set_len((1 << 32) + 1).expect("a long file");
    let error = read(file.path(), Siglum::nth(0), &french()).expect_err("too long");
    assert!(matches!(error, Error::TooLarge { .. }));
    assert!(error.to_string().contains("longer than 4 GiB; "), "{error}");
}

/// Gives the same byte without end, up to a limit beyond which it fails.
struct Endless {
    byte: u8,
    left: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("the wire broke"));
        }
        let n = buffer.len().min(self.left);
        buffer[..n].fill(self.byte);
        self.left -= n;
        Ok(n)
    }
}

#[test]
fn endless_binary_input_is_refused_early() {
    let endless = Endless {
        byte: 0,
        left: 1 << 20,
    };
    let error = read_from(endless, "-", Siglum::nth(0), &french()).expect_err("binary");
    assert!(
        error.to_string().starts_with("standard input: is binary"),
        "{error}"
    );
}

#[test]
fn input_that_fails_is_named() {
    let broken = Endless {
        byte: b'a',
        left: 1 << 20,
    };
    let error = read_from(broken, "-", Siglum::nth(0), &french()).expect_err("broken");
    assert_eq!(error.to_string(), "standard input: cannot be read");
    let source = std::error::Error::source(&error).expect("a cause");
    assert_eq!(source.to_string(), "the wire broke");
}

//! Reading: every encoding, every kind of file that is no text, every message.

mod binary;
mod books;
mod collation;
mod documents;
mod encodings;
mod html;
mod kinds;
mod limits;
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod refs;
mod scriptures;
mod select;
mod sheets;
mod subtitles;
mod tei;
mod translations;

use std::path::Path;

use enregard::read::{Encoding, ReadOptions, Reading, read_bytes};
use enregard::witness::{Language, Siglum};

/// Letters of French that every encoding below holds, with the two that tell Windows-1252 from ISO-8859-15.
const FRENCH: &str = "Où l’été naît, la mère s’étonne : « garçon, où est ma sœur ? »\r\nElle a dû partir à l’aube.\n";

fn french() -> ReadOptions {
    ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    }
}

fn named(label: &str) -> ReadOptions {
    ReadOptions {
        encoding: Some(Encoding::from_label(label).expect("a label")),
        ..french()
    }
}

fn lossy(options: ReadOptions) -> ReadOptions {
    ReadOptions {
        lossy: true,
        ..options
    }
}

/// What leads to the parts of a file, and what it calls them.
fn parts(path: impl AsRef<Path>, options: &ReadOptions) -> Vec<(String, Option<String>)> {
    let parts = enregard::read::parts(path, options).expect("parts");
    let parts = parts.into_iter();
    parts.map(|part| (part.name, part.title)).collect()
}

/// The names of parts that the file calls so itself.
fn titled<const N: usize>(names: [&str; N]) -> Vec<(String, Option<String>)> {
    let titled = |name: &str| (name.to_owned(), Some(name.to_owned()));
    names.into_iter().map(titled).collect()
}

fn try_read(bytes: &[u8], options: &ReadOptions) -> enregard::Result<Reading> {
    read_bytes(bytes.to_vec(), "a.txt", Siglum::nth(0), options)
}

fn reading(bytes: &[u8], options: &ReadOptions) -> Reading {
    try_read(bytes, options).expect("text")
}

fn message(bytes: &[u8], options: &ReadOptions) -> String {
    try_read(bytes, options).expect_err("no text").to_string()
}

fn encode(text: &str, label: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a label");
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{label} cannot hold the text");
    bytes.into_owned()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn join(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

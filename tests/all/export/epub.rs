//! Books whose texts face each other: what the format asks for, and what is in them.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use enregard::AlignmentTable;
use enregard::export::{ExportOptions, Format};
use enregard::read::{ReadOptions, read_bytes};
use enregard::witness::{Language, Paragraph, Role, Siglum};
use zip::{CompressionMethod, ZipArchive};

use super::docx::part;
use super::written;
use super::xml::{Node, parse};
use crate::tables::{random, row, sample, table, witness};

fn book(table: &AlignmentTable) -> Vec<u8> {
    written(table, Format::Epub, &ExportOptions::default())
}

/// The values of an attribute, wherever it stands in a document.
fn values(xml: &str, name: &str) -> Vec<String> {
    let attributes = parse(xml).into_iter().flat_map(|node| match node {
        Node::Start(_, attributes) => attributes,
        _ => Vec::new(),
    });
    attributes
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value)
        .collect()
}

#[test]
fn the_parts_are_those_of_a_book() {
    let bytes = book(&sample());
    assert_eq!(bytes, book(&sample()));
    // What it is can be told without unpacking.
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
    let mut zip = ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
    assert_eq!(
        zip.by_index(0).unwrap().compression(),
        CompressionMethod::Stored
    );
    let package = part(&bytes, "EPUB/package.opf");
    let named = values(&package, "href");
    let parts = zip.file_names().filter_map(|name| {
        let name = name.ok()?.into_owned();
        let own = name.strip_prefix("EPUB/")?;
        (own != "package.opf").then(|| own.to_owned())
    });
    let mut parts: Vec<String> = parts.collect();
    parts.sort();
    let mut sorted = named.clone();
    sorted.sort();
    assert_eq!(sorted, parts);
    let (ids, read) = (values(&package, "id"), values(&package, "idref"));
    assert!(read.iter().all(|id| ids.contains(id)), "{package}");
    assert_eq!(read, ["title", "c1"]);
    for said in [
        "<dc:title>0.txt · 1.txt</dc:title>",
        "<dc:language>fr</dc:language>",
        ">urn:uuid:",
    ] {
        assert!(package.contains(said), "{said}");
    }
}

#[test]
fn words_are_marked_and_their_looks_told() {
    let bytes = book(&sample());
    let chapter = part(&bytes, "EPUB/chapter1.xhtml");
    assert!(
        chapter.contains(
            "<p><span class=\"siglum\">A</span> <span class=\"form\">Les</span> \
             <span class=\"wording\">principaux</span> défis <span class=\"moved\">demain</span>.</p>"
        ),
        "{chapter}"
    );
    assert!(
        chapter.contains(
            "<div class=\"empty\"></div><div class=\"text\" lang=\"fr\" xml:lang=\"fr\">"
        )
    );
    let front = part(&bytes, "EPUB/title.xhtml");
    let style = part(&bytes, "EPUB/style.css");
    for look in ["wording", "only", "moved", "form"] {
        assert!(front.contains(&format!("<span class=\"{look}\">words</span>")));
        assert!(style.contains(&format!("\n.{look} {{ color: #")));
    }
    assert!(style.contains("@media (min-width: 34em)"));
}

#[test]
fn chapters_begin_with_headings() {
    let text = "Le pont\nIl est vieux.\nLe moulin\nLe meunier\nIl tourne.\n";
    let mut a = witness(0, text);
    let heading = |n: usize| [0, 2, 3].contains(&n);
    a.structure = (0..)
        .zip(&a.paragraphs)
        .map(|(n, &span)| Paragraph {
            span,
            role: if heading(n) {
                Role::Heading
            } else {
                Role::Body
            },
            skip: None,
        })
        .collect();
    let rows = (0..5).map(|n| row(vec![vec![n], vec![n]])).collect();
    let bytes = book(&table(vec![a, witness(1, text)], rows));
    let contents = part(&bytes, "EPUB/nav.xhtml");
    let links: Vec<&str> = contents.lines().filter(|l| l.starts_with("<li>")).collect();
    assert_eq!(
        links,
        [
            "<li><a href=\"title.xhtml\">0.txt · 1.txt</a></li>",
            "<li><a href=\"chapter1.xhtml\">Le pont</a></li>",
            "<li><a href=\"chapter2.xhtml\">Le moulin</a></li>",
        ]
    );
    assert!(
        part(&bytes, "EPUB/chapter2.xhtml")
            .contains("<h2><span class=\"siglum\">A</span> Le meunier</h2>")
    );
}

/// Without headings a long text is in parts.
#[test]
fn no_chapter_is_too_long() {
    let text = "Un.\n".repeat(700);
    let rows = (0..700).map(|n| row(vec![vec![n], vec![n]])).collect();
    let bytes = book(&table(vec![witness(0, &text), witness(1, &text)], rows));
    let contents = part(&bytes, "EPUB/nav.xhtml");
    for said in [">1 – 300<", ">301 – 600<", ">601 – 700<"] {
        assert!(contents.contains(said), "{contents}");
    }
}

/// The program reads its own books, which hold all texts.
#[test]
fn books_are_read() {
    let options = ReadOptions {
        language: Some(Language::FRENCH),
        ..ReadOptions::default()
    };
    let found = read_bytes(book(&sample()), "a.epub", Siglum::nth(0), &options).unwrap();
    let text = found.witness.text;
    for said in [
        "Les principaux défis demain.",
        "Demain, les défis majeurs (SII).",
    ] {
        assert!(text.contains(said), "{text}");
    }
    for sides in 0..4 {
        let bytes = book(&random(&[7; 300], sides));
        parse(&part(&bytes, "EPUB/package.opf"));
    }
}

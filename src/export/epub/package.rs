//! The parts that a book consists of.

use std::fmt::Write as _;
use std::io::{self, Write};

use sha2::{Digest, Sha256};

use crate::export::archive::{Archive, DATE};
use crate::export::facing::FacingRow;
use crate::table::AlignmentTable;

use super::chapters::{Chapter, book};
use super::page::{chapter, front, page, text};
use super::style::style;

/// What the archive is, which has to be its first part.
const MIMETYPE: &str = "application/epub+zip";

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// Writes a book of these chapters.
pub(super) fn write(
    table: &AlignmentTable,
    rows: &[FacingRow],
    chapters: &[Chapter],
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = book(table);
    let language = table.witnesses.get(table.base);
    let language = language.map_or("und", |witness| witness.language.code());
    let mut archive = Archive::new();
    archive.stored("mimetype", MIMETYPE)?;
    archive.part("META-INF/container.xml", CONTAINER)?;
    archive.part(
        "EPUB/package.opf",
        &package(table, &title, language, chapters.len()),
    )?;
    archive.part("EPUB/nav.xhtml", &navigation(&title, language, chapters))?;
    archive.part("EPUB/style.css", &style(table.witnesses.len()))?;
    let body = front(table, &title);
    archive.part("EPUB/title.xhtml", &page(&title, language, &body))?;
    for (n, own) in chapters.iter().enumerate() {
        let body = chapter(table, rows, own);
        archive.part(
            &format!("EPUB/{}", file(n)),
            &page(&own.title, language, &body),
        )?;
    }
    archive.write(out)
}

/// The file of the chapter at a place.
fn file(n: usize) -> String {
    format!("chapter{}.xhtml", n + 1)
}

fn package(table: &AlignmentTable, title: &str, language: &str, chapters: usize) -> String {
    // Each once, first that of the book.
    let mut languages = vec![language];
    for own in table.witnesses.iter().map(|w| w.language.code()) {
        if !languages.contains(&own) {
            languages.push(own);
        }
    }
    let languages: String = languages
        .iter()
        .map(|code| format!("<dc:language>{code}</dc:language>\n"))
        .collect();
    let (mut manifest, mut spine) = (String::new(), String::new());
    for n in 0..chapters {
        put!(
            manifest,
            "<item id=\"c{}\" href=\"{}\" media-type=\"application/xhtml+xml\"/>\n",
            n + 1,
            file(n)
        );
        put!(spine, "<itemref idref=\"c{}\"/>\n", n + 1);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{}</dc:identifier>\n<dc:title>{}</dc:title>\n{languages}\
         <meta property=\"dcterms:modified\">{DATE}</meta>\n</metadata>\n\
         <manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n\
         <item id=\"title\" href=\"title.xhtml\" media-type=\"application/xhtml+xml\"/>\n{manifest}</manifest>\n\
         <spine>\n<itemref idref=\"title\"/>\n{spine}</spine>\n</package>\n",
        identifier(table),
        text(title)
    )
}

/// A name for the book that the same texts give it, and no others: a UUID of the version for hashes of any kind (RFC 9562).
fn identifier(table: &AlignmentTable) -> String {
    let mut hash = Sha256::new();
    for witness in &table.witnesses {
        hash.update(&witness.sha256);
        hash.update("\n");
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::from("urn:uuid:");
    for (n, byte) in bytes.iter().enumerate() {
        if matches!(n, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        put!(id, "{byte:02x}");
    }
    id
}

fn navigation(title: &str, language: &str, chapters: &[Chapter]) -> String {
    let mut body = format!(
        "<nav epub:type=\"toc\" id=\"toc\">\n<h1>{0}</h1>\n<ol>\n<li><a href=\"title.xhtml\">{0}</a></li>\n",
        text(title)
    );
    for (n, chapter) in chapters.iter().enumerate() {
        put!(
            body,
            "<li><a href=\"{}\">{}</a></li>\n",
            file(n),
            text(&chapter.title)
        );
    }
    body.push_str("</ol>\n</nav>\n");
    page(title, language, &body)
}

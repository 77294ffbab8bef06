//! What a file is when it is no plain text, told by its bytes, and how to get its text where it is not read here.

use crate::error::{Error, Place, Result};
use crate::read::{Encoding, Kind, decode};

/// A kind of file that is not plain text.
pub(super) struct Magic {
    /// What it begins with.
    magic: &'static [u8],
    /// What stands near its beginning or its end as well, when `magic` alone does not tell; may be empty.
    within: &'static [u8],
    /// What it is, with its article.
    pub(super) name: &'static str,
    /// How to get its text elsewhere.
    pub(super) advice: &'static str,
    /// Set when its text is read.
    pub(super) kind: Option<Kind>,
}

const fn kind(
    magic: &'static [u8],
    within: &'static [u8],
    name: &'static str,
    advice: &'static str,
) -> Magic {
    Magic {
        magic,
        within,
        name,
        advice,
        kind: None,
    }
}

impl Magic {
    /// The same, read where the program is built so.
    const fn read(self, kind: Kind) -> Self {
        let is_read =
            cfg!(feature = "documents") && (cfg!(feature = "pdf") || !matches!(kind, Kind::Pdf));
        let kind = if is_read { Some(kind) } else { None };
        Self { kind, ..self }
    }
}

const PANDOC: &str =
    "save it as plain text (UTF-8), or: pandoc --to plain --wrap none FILE -o FILE.txt";
const OFFICE: &str =
    "save it as plain text (UTF-8), or: soffice --headless --convert-to txt:Text FILE";
const SHEET: &str = "save the column that holds the text as plain text (UTF-8), a row a line";
const TO_XLSX: &str =
    "save it as .xlsx or .ods, which are read, or: soffice --headless --convert-to xlsx FILE";
const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const GZIP: &[u8] = b"\x1F\x8B";

/// The kinds, each before the more general ones that its files would match too.
const KINDS: [Magic; 28] = [
    kind(
        ZIP,
        b"mimetypeapplication/epub+zip",
        "a book (.epub)",
        PANDOC,
    )
    .read(Kind::Epub),
    kind(
        ZIP,
        b"mimetypeapplication/vnd.oasis.opendocument.text",
        "an OpenDocument text (.odt)",
        PANDOC,
    )
    .read(Kind::Odt),
    kind(
        ZIP,
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "an OpenDocument spreadsheet (.ods)",
        SHEET,
    )
    .read(Kind::Ods),
    kind(
        ZIP,
        b"mimetypeapplication/vnd.oasis.opendocument",
        "an OpenDocument file",
        OFFICE,
    ),
    // Packed anew, its type may be compressed.
    kind(ZIP, b"META-INF/container.xml", "a book (.epub)", PANDOC).read(Kind::Epub),
    kind(ZIP, b"word/", "a Word document (.docx)", PANDOC).read(Kind::Docx),
    kind(
        ZIP,
        b"xl/workbook.bin",
        "a binary Excel workbook (.xlsb)",
        TO_XLSX,
    )
    .read(Kind::Xlsb),
    kind(ZIP, b"xl/", "an Excel workbook (.xlsx)", SHEET).read(Kind::Xlsx),
    kind(ZIP, b"ppt/", "a PowerPoint presentation (.pptx)", OFFICE),
    kind(
        ZIP,
        b"",
        "a ZIP archive",
        "unpack it (unzip FILE) and name the text inside",
    ),
    kind(
        b"PK\x05\x06",
        b"",
        "an empty ZIP archive",
        "there is no text in it",
    ),
    kind(
        b"%PDF-",
        b"",
        "a PDF document",
        "extract its text: pdftotext FILE FILE.txt, or read it so: --via 'pdftotext {} -'; built with --features pdf, this program reads it itself",
    )
    .read(Kind::Pdf),
    kind(
        OLE,
        b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
        "an encrypted Office document",
        "open it with its password, and save it without one",
    ),
    kind(
        OLE,
        b"W\0o\0r\0k\0b\0o\0o\0k\0",
        "an old Excel workbook (.xls)",
        TO_XLSX,
    )
    .read(Kind::Xls),
    kind(
        OLE,
        b"B\0o\0o\0k\0\0\0",
        "a workbook of Excel 5 or 95 (.xls)",
        TO_XLSX,
    )
    .read(Kind::Xls),
    kind(
        OLE,
        b"",
        "an old Microsoft Office document (.doc or .ppt)",
        OFFICE,
    ),
    kind(b"{\\rtf", b"", "an RTF document", OFFICE).read(Kind::Rtf),
    kind(
        GZIP,
        b"",
        "compressed by gzip",
        "unpack it: gzip --decompress --stdout FILE > NEW",
    ),
    kind(
        b"BZh",
        b"1AY&SY",
        "compressed by bzip2",
        "unpack it: bzip2 --decompress --stdout FILE > NEW",
    ),
    kind(
        b"\xFD7zXZ\x00",
        b"",
        "compressed by xz",
        "unpack it: xz --decompress --stdout FILE > NEW",
    ),
    kind(
        b"\x28\xB5\x2F\xFD",
        b"",
        "compressed by zstd",
        "unpack it: zstd --decompress --stdout FILE > NEW",
    ),
    kind(
        b"7z\xBC\xAF\x27\x1C",
        b"",
        "a 7-Zip archive",
        "unpack it (7z x FILE) and name the text inside",
    ),
    kind(
        b"Rar!\x1A\x07",
        b"",
        "a RAR archive",
        "unpack it (unrar x FILE) and name the text inside",
    ),
    kind(b"\x89PNG\r\n\x1A\n", b"", "a PNG picture", SCAN),
    kind(b"\xFF\xD8\xFF", b"", "a JPEG picture", SCAN),
    kind(
        b"AT&TFORM",
        b"DJV",
        "a DjVu document",
        "extract its text: djvutxt FILE FILE.txt",
    ),
    kind(
        b"\xFF\xFE\x00\x00",
        b"",
        "UTF-32",
        "convert it: iconv -f UTF-32 -t UTF-8 FILE > NEW",
    ),
    kind(
        b"\x00\x00\xFE\xFF",
        b"",
        "UTF-32",
        "convert it: iconv -f UTF-32 -t UTF-8 FILE > NEW",
    ),
];

/// How much of a file tells what kind it is: the names of the parts of an archive stand at its end.
const HEAD: usize = 64 * 1024;

const SCAN: &str = "recognise its text first, for instance: tesseract FILE FILE -l fra";

/// The kind of file that `bytes` are, when they begin as no plain text does: the whole file, or a good part of its beginning.
pub(super) fn of(bytes: &[u8]) -> Option<&'static Magic> {
    let listed = directory(bytes).unwrap_or(bytes.len());
    let places = [
        &bytes[..bytes.len().min(HEAD)],
        &bytes[bytes.len().saturating_sub(HEAD)..],
        &bytes[listed..bytes.len().min(listed.saturating_add(HEAD))],
    ];
    KINDS
        .iter()
        .find(|k| bytes.starts_with(k.magic) && places.iter().any(|place| holds(place, k.within)))
}

/// Where an old Office document lists its streams: its header has the number of that sector, and sectors count from the end of the
/// first, which holds the header.
fn directory(bytes: &[u8]) -> Option<usize> {
    let header = bytes.get(..52).filter(|_| bytes.starts_with(OLE))?;
    let sector = u32::from_le_bytes([header[48], header[49], header[50], header[51]]);
    let start = (sector as usize).checked_add(1)? << header[30].min(12);
    (start < bytes.len()).then_some(start)
}

/// Refuses what begins as no text does whose kind is read.
pub(super) fn check(bytes: &[u8], path: &str) -> Result<()> {
    match of(bytes) {
        Some(magic) if magic.kind.is_none() => Err(magic.refused(path)),
        _ => Ok(()),
    }
}

/// Whether the beginning of a file does not tell whether it is read.
pub(super) fn needs_all(head: &[u8]) -> bool {
    is_unpacked(head) || head.starts_with(OLE)
}

/// Whether bytes are compressed by gzip, and are unpacked here.
pub(super) fn is_unpacked(bytes: &[u8]) -> bool {
    cfg!(feature = "documents") && bytes.starts_with(GZIP)
}

impl Magic {
    /// That a file of this kind is not read.
    pub(super) fn refused(&self, path: &str) -> Error {
        Error::NotText {
            path: path.to_owned(),
            kind: self.name,
            advice: self.advice,
        }
    }
}

/// Refuses bytes with a NUL, unless they are UTF-16 and may have some.
pub(super) fn check_nul(bytes: &[u8], path: &str, named: Option<Encoding>) -> Result<()> {
    if encoding_rs::Encoding::for_bom(bytes).is_some_and(|(mark, _)| Encoding(mark).is_utf16()) {
        return Ok(());
    }
    let Some(offset) = bytes.iter().position(|&b| b == 0) else {
        return Ok(());
    };
    let path = path.to_owned();
    let bare = bare_utf16(bytes);
    if named.is_some_and(Encoding::is_utf16) && (bare.is_none() || bare == named) {
        return Ok(());
    }
    Err(match bare {
        Some(encoding) => Error::BareUtf16 {
            path,
            encoding: encoding.name(),
        },
        None => Error::Binary {
            path,
            place: Place {
                offset,
                line: decode::line_of(&String::from_utf8_lossy(&bytes[..offset])),
            },
        },
    })
}

/// The encoding of UTF-16 without a byte order mark: in European text every second byte is NUL, or nearly.
fn bare_utf16(bytes: &[u8]) -> Option<Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (mut first, mut second) = (0, 0);
    let pairs = bytes.chunks_exact(2);
    let count = pairs.len();
    for pair in pairs {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let (nearly_all, hardly_any) = (count * 3 / 4, count / 100);
    if second > nearly_all && first <= hardly_any {
        Some(Encoding(encoding_rs::UTF_16LE))
    } else if first > nearly_all && second <= hardly_any {
        Some(Encoding(encoding_rs::UTF_16BE))
    } else {
        None
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    // Some programs write the names of streams in capitals.
    part.is_empty()
        || bytes
            .windows(part.len())
            .any(|w| w.eq_ignore_ascii_case(part))
}

//! Which kind a file is: by its content, else by its name.

use std::path::Path;

use super::kind::Kind;
use super::magic;

/// The kind of a file.
pub(super) fn kind(bytes: &[u8], path: &str) -> Kind {
    if !cfg!(feature = "documents") {
        return Kind::Text;
    }
    let by_magic = magic::of(bytes).and_then(|magic| magic.kind);
    by_magic
        .or_else(|| {
            // A byte order mark says UTF-16.
            let (head, _, _) = encoding_rs::UTF_8.decode(&bytes[..bytes.len().min(HEAD)]);
            by_head(&head)
        })
        .or_else(|| by_name(path))
        .unwrap_or(Kind::Text)
}

/// How much of a text tells what it is.
const HEAD: usize = 4096;

/// The kind of a text that begins so.
fn by_head(head: &str) -> Option<Kind> {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if markup(head) == Some("HTML") {
        return Some(Kind::Html);
    }
    match root(head) {
        Some("html") => Some(Kind::Html),
        Some("TEI" | "TEI.2" | "teiCorpus" | "teiCorpus.2") => Some(Kind::Tei),
        Some("document") if head.contains("opendocument:xmlns:office") => {
            let sheet = head.contains("application/vnd.oasis.opendocument.spreadsheet");
            Some(if sheet { Kind::Ods } else { Kind::Odt })
        }
        Some("osis") => Some(Kind::Osis),
        Some("usfx") => Some(Kind::Usfx),
        Some(name) if name.eq_ignore_ascii_case("xmlbible") => Some(Kind::Zefania),
        Some("usx" | "usfm") => Some(Kind::Usx),
        Some("tmx") => Some(Kind::Tmx),
        Some("xliff") => Some(Kind::Xliff),
        None if head.starts_with("\\id ") => Some(Kind::Usfm),
        // A part of a document, as some programs write it.
        None if head.starts_with("{\\pard") => Some(Kind::Rtf),
        _ => subtitles(head)
            .or_else(|| collation(head))
            .or_else(|| json(head))
            .or_else(|| messages(head)),
    }
}

/// The name of the element that XML consists of, without the prefix of its namespace.
fn root(mut text: &str) -> Option<&str> {
    // What stands before it: a declaration, comments, a type of document, which may have parts in brackets.
    loop {
        text = text.trim_start();
        let end = match text.strip_prefix('<')? {
            rest if rest.starts_with('?') => "?>",
            rest if rest.starts_with("!--") => "-->",
            rest if rest.starts_with('!') && text.split('>').next()?.contains('[') => "]>",
            rest if rest.starts_with('!') => ">",
            rest => {
                let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
                return rest[..end].rsplit(':').next();
            }
        };
        text = text.split_once(end)?.1;
    }
}

/// The kind of the subtitles that begin so.
fn subtitles(head: &str) -> Option<Kind> {
    if let Some(rest) = head.strip_prefix("WEBVTT") {
        let alone = rest.is_empty() || rest.starts_with(char::is_whitespace);
        return alone.then_some(Kind::Vtt);
    }
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let number = lines.next()?.bytes().all(|byte| byte.is_ascii_digit());
    let (start, end) = lines.next()?.split_once(" --> ")?;
    let is_time = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(':');
    (number && is_time(start) && is_time(end)).then_some(Kind::Srt)
}

/// Whether JSON that begins so is what CollateX reads or writes: an object with a list of witnesses, each with its id, or
/// a table beside them.
fn collation(head: &str) -> Option<Kind> {
    let has = |key: &str| head.contains(&format!("\"{key}\""));
    let (_, list) = head
        .split_once("\"witnesses\"")
        .filter(|_| !has("schema"))?;
    let list = list
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('[')?;
    let is_named = list.trim_start().starts_with('"') && has("table");
    let is_whole =
        list.trim_start().starts_with('{') && has("id") && (has("tokens") || has("content"));
    (head.starts_with('{') && (is_named || is_whole)).then_some(Kind::CollateX)
}

/// The kind of the JSON that begins so: with an object, or a list of such, whose first key stands in quotation marks.
fn json(head: &str) -> Option<Kind> {
    let (list, object) = match head.strip_prefix('[') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, head),
    };
    let key = object.strip_prefix('{')?.trim_start().strip_prefix('"')?;
    let (name, rest) = key.split_once('"')?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start();
    // A text may begin with such marks; what stands behind them tells.
    let begins =
        |c: char| c.is_ascii_digit() || matches!(c, '"' | '{' | '[' | '-' | 't' | 'f' | 'n');
    if name.is_empty() || !value.starts_with(begins) {
        return None;
    }
    let first = head.lines().next().unwrap_or_default();
    let mut lines = head.lines().skip(1).map(str::trim_start);
    let more = lines.any(|line| line.starts_with('{'));
    let whole = first.trim_end().ends_with('}');
    Some(match !list && whole && more {
        true => Kind::JsonLines,
        false => Kind::Json,
    })
}

/// The kind of the messages that begin so.
fn messages(head: &str) -> Option<Kind> {
    let mut lines = head.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'))?;
    let begins = ["msgid \"", "msgctxt \""]
        .iter()
        .any(|word| first.starts_with(word));
    begins.then_some(Kind::Po)
}

/// The kind that the extension of a file names. Nothing is told by it that its content tells in any case.
fn by_name(path: &str) -> Option<Kind> {
    let extension = Path::new(path).extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "htm" | "xhtml" => Some(Kind::Html),
        "fodt" => Some(Kind::Odt),
        "fods" => Some(Kind::Ods),
        "sfm" | "ptx" => Some(Kind::Usfm),
        "pot" => Some(Kind::Po),
        "xlf" | "sdlxliff" | "mqxliff" | "mxliff" => Some(Kind::Xliff),
        "tab" => Some(Kind::Tsv),
        "ndjson" => Some(Kind::JsonLines),
        "md" | "mdown" | "mkd" | "qmd" | "rmd" => Some(Kind::Markdown),
        "docx" | "epub" | "ods" | "odt" | "rtf" | "xls" | "xlsb" | "xlsx" => None,
        extension => Kind::from_name(extension),
    }
}

/// The markup language a text begins in.
pub(super) fn markup(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let starts = |with: &str| {
        text.as_bytes()
            .get(..with.len())
            .is_some_and(|b| b.eq_ignore_ascii_case(with.as_bytes()))
    };
    if starts("<!doctype html") || starts("<html") {
        Some("HTML")
    } else if starts("<?xml") {
        Some("XML")
    } else {
        None
    }
}

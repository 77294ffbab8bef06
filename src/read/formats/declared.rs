//! The encoding that a text in a markup language says it is in.

use crate::read::Encoding;

/// How far into a file a declaration stands.
const HEAD: usize = 4096;

/// The encoding that is declared in XML: `<?xml version="1.0" encoding="…"?>`. Bytes that are UTF-8, and not ASCII alone, are
/// UTF-8 whatever they say: hardly any other text looks so.
pub(super) fn in_xml(bytes: &[u8]) -> Option<Encoding> {
    let head = head(bytes);
    let (declaration, _) = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?;
    found(declaration, "encoding").filter(|_| !is_utf8(bytes))
}

/// The encoding that is declared in HTML, there (`<meta charset="…">`) or as in XML; in the same way.
pub(super) fn in_html(bytes: &[u8]) -> Option<Encoding> {
    let html = || {
        let head = head(bytes).to_ascii_lowercase();
        let metas = head.split("<meta").skip(1);
        let mut tags = metas.filter_map(|tag| tag.split('>').next());
        tags.find_map(|tag| found(tag, "charset"))
    };
    let declared = in_xml(bytes).or_else(html)?;
    // What can be read as ASCII is not UTF-16.
    (!declared.is_utf16() && !is_utf8(bytes)).then_some(declared)
}

fn head(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).into_owned()
}

/// The encoding behind a key and a sign of equality, in quotation marks or not.
fn found(text: &str, key: &str) -> Option<Encoding> {
    let (_, value) = text.split_once(key)?;
    let value = value.trim_start().strip_prefix('=')?;
    let value = value.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/'));
    Encoding::from_label(&value[..end.unwrap_or(value.len())]).ok()
}

/// Whether bytes are UTF-8 and not ASCII alone.
fn is_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && str::from_utf8(bytes).is_ok()
}
